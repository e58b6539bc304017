"""Which stretches of the text are the story, not navigation, captions or adverts."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING

from truce.language.paragraphs import Paragraph, find_paragraphs
from truce.lexicons import load_lexicons
from truce.lexicons.page_words import PageLexicon

if TYPE_CHECKING:
    from spacy.tokens import Doc
    from spacy.tokens import Span as DocSpan

LONGEST_FURNITURE = 320  # characters; a longer paragraph is always story, whatever it begins with
LONGEST_HEADLINE = 220
FEWEST_REPEATED = 4  # words; shorter lines (a section title, a town) may come back within a story
FEWEST_OF_SENTENCE = 8  # words; `More from the hills came down.` is a sentence, `More from Lebanon` leads elsewhere
LONGEST_BREADCRUMB = 120
LONGEST_STEP = 3  # words
ENDS_SENTENCE = re.compile(r"[.!?…][”\"'’)\]]*\Z")
BREADCRUMB = re.compile(r"(?:.{1,60}(?:»|›|>|/|\|)\s*)+(?:.{1,60})?")
BULLET = re.compile(r"[•·*»›▪◦‣]\s*")
# JERUSALEM 1996-08-31; BEIRUT, Nov. 26: a town and a day that fill a line.
DATED_TOWN = re.compile(
    r"""
    [A-Z][A-Z .'’-]{2,30}(?:,\s[A-Z][\w .]{2,30})?,?\s+
    (?: (?:19|20)\d\d-\d\d-\d\d
      | (?:[A-Z][a-z]{2,8}\.?\s\d{1,2}|\d{1,2}\s[A-Z][a-z]{2,8})(?:,?\s(?:19|20)?\d\d)?
    )\.?
    """,
    re.VERBOSE,
)


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


KINDS = {
    "navigation": StretchKind.NAVIGATION,
    "related": StretchKind.NAVIGATION,
    "advert": StretchKind.ADVERT,
    "caption": StretchKind.CAPTION,
    "credit": StretchKind.CREDIT,
    "byline": StretchKind.CREDIT,
}

NO_SENTENCE = frozenset({"related", "byline"})  # lines of these kinds are never whole sentences


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
    """The stretches of a text, in order.

    Short lines that a page puts around its story are told by their words; a line that comes back is a repeat; the first
    line of the rest is the headline when it is none of the story's sentences.
    """
    paragraphs = find_paragraphs(text)
    lines = [text[paragraph.start : paragraph.end] for paragraph in paragraphs]
    kinds = find_kinds(lines, load_lexicons().page_words)
    stretches = []
    for paragraph, kind in zip(paragraphs, kinds, strict=True):
        stretches += cut_dateline(paragraph, kind)
    return Body(tuple(stretches))


def find_kinds(lines: Sequence[str], pages: PageLexicon) -> list[StretchKind]:
    """The kind of each line."""
    folded = [fold(line) for line in lines]
    counts = Counter(folded)
    seen: set[str] = set()
    kinds: list[StretchKind] = []
    for line, words in zip(lines, folded, strict=True):
        kind = furniture(line, pages) or StretchKind.STORY
        if kind is StretchKind.STORY and len(words.split()) >= FEWEST_REPEATED:
            if words in seen:
                kind = StretchKind.REPEAT
            elif BULLET.match(line) and counts[words] > 1:
                kind = StretchKind.NAVIGATION  # the last step of a breadcrumb: the headline stands below again
            else:
                seen.add(words)
        kinds.append(kind)
    return with_headline(lines, kinds)


def fold(line: str) -> str:
    """The words of a line without marks and capitals, to see that it comes back."""
    return " ".join(re.findall(r"\w+", line.casefold()))


def furniture(line: str, pages: PageLexicon) -> StretchKind | None:
    """What a line is that is no story, None for a line of the story."""
    if len(line) > LONGEST_FURNITURE:
        return None
    if DATED_TOWN.fullmatch(line):
        return StretchKind.DATELINE
    if BREADCRUMB.fullmatch(line) and is_breadcrumb(line):
        return StretchKind.NAVIGATION
    kind = pages.kind_of(line)
    if kind is None or (kind in NO_SENTENCE and ENDS_SENTENCE.search(line) and len(line.split()) >= FEWEST_OF_SENTENCE):
        return None
    return KINDS[kind]


def is_breadcrumb(line: str) -> bool:
    """Whether short names stand between arrows or bars: `HOME» World»`."""
    if ENDS_SENTENCE.search(line) or len(line) > LONGEST_BREADCRUMB:
        return False
    steps = [step.strip(" •·*") for step in re.split(r"[»›>|/]", line)]
    arrowed = any(mark in line for mark in "»›>")
    named = steps[:-1] if arrowed else steps
    return (arrowed or "|" in line) and all(len(step.split()) <= LONGEST_STEP for step in named)


def with_headline(lines: Sequence[str], kinds: list[StretchKind]) -> list[StretchKind]:
    """The kinds with the first line of the story made a headline, where it is no sentence and the story goes on."""
    story = [i for i, kind in enumerate(kinds) if kind is StretchKind.STORY]
    if len(story) > 1:
        first = lines[story[0]]
        if len(first) <= LONGEST_HEADLINE and not ENDS_SENTENCE.search(first) and len(first) < len(max(lines, key=len)):
            kinds[story[0]] = StretchKind.HEADLINE
    return kinds


def cut_dateline(paragraph: Paragraph, kind: StretchKind) -> list[Stretch]:
    """The stretches of a paragraph: its dateline, if any, and the rest."""
    if kind not in (StretchKind.STORY, StretchKind.HEADLINE) or paragraph.dateline_end <= paragraph.start:
        return [Stretch(paragraph.start, paragraph.end, kind)]
    dateline = Stretch(paragraph.start, paragraph.dateline_end, StretchKind.DATELINE)
    rest = Stretch(paragraph.dateline_end, paragraph.end, kind)
    return [dateline, rest] if rest.start < rest.end else [dateline]
