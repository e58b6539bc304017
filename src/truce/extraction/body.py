"""Which stretches of the text are the story, not navigation, captions or adverts."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING

from truce.language.paragraphs import find_paragraphs

if TYPE_CHECKING:
    from spacy.tokens import Doc
    from spacy.tokens import Span as DocSpan


class StretchKind(StrEnum):
    """What a stretch of text is; only headline and story give findings."""

    HEADLINE = "headline"
    STORY = "story"
    DATELINE = "dateline"
    NAVIGATION = "navigation"
    ADVERT = "advert"
    CAPTION = "caption"
    REPEAT = "repeat"
    CREDIT = "credit"


@dataclass(frozen=True, slots=True)
class Stretch:
    """`text[start:end]` is of one kind."""

    start: int
    end: int
    kind: StretchKind


@dataclass(frozen=True)
class Body:
    """The stretches of an article in order."""

    stretches: tuple[Stretch, ...]
    _starts: tuple[int, ...] = field(init=False, repr=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "_starts", tuple(stretch.start for stretch in self.stretches))

    def kind_at(self, offset: int) -> StretchKind | None:
        """The kind of the stretch that holds the character at `offset`, None between stretches."""
        index = bisect_right(self._starts, offset) - 1
        if index < 0 or offset >= self.stretches[index].end:
            return None
        return self.stretches[index].kind

    def tells(self, offset: int) -> bool:
        """Whether findings may stand there: in a headline or in the story."""
        return self.kind_at(offset) in (StretchKind.HEADLINE, StretchKind.STORY)

    def story_sentences(self, doc: Doc) -> list[DocSpan]:
        """The sentences of headline and story, in order, without navigation, adverts, captions and repeats."""
        return [sentence for sentence in doc.sents if self.tells(sentence.start_char)]

    def paragraph_at(self, offset: int) -> int | None:
        """The number of the stretch that holds the character, to tell whether two places share a paragraph."""
        index = bisect_right(self._starts, offset) - 1
        return index if index >= 0 and offset < self.stretches[index].end else None


def find_body(text: str) -> Body:
    """The stretches of a text."""
    stretches = []
    for paragraph in find_paragraphs(text):
        if paragraph.dateline_end > paragraph.start:
            stretches.append(Stretch(paragraph.start, paragraph.dateline_end, StretchKind.DATELINE))
        if paragraph.dateline_end < paragraph.end:
            stretches.append(Stretch(paragraph.dateline_end, paragraph.end, StretchKind.STORY))
    return Body(tuple(stretches))
