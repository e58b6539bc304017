"""A cue and the words for who spoke."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from truce.lexicons.cues import Frame, Takes

Range = tuple[int, int]  # offsets into the article


class Shape(StrEnum):
    """How cue and speaker stand to each other."""

    FINITE = "finite"  # X said
    INVERTED = "inverted"  # said X
    PARTICIPLE = "participle"  # X ..., saying
    SHARED = "shared"  # X did this and said
    RELATIVE = "relative"  # X, who said
    BY = "by"  # claimed by X
    QUOTED = "quoted"  # X was quoted as saying
    TOLD = "told"  # Y was told: nobody says by whom
    ACCORDING = "according"  # according to X
    COLON = "colon"  # X: ...
    UNCUED = "uncued"  # a quotation behind what X said


@dataclass(frozen=True, slots=True)
class Cue:
    """A cue with its speaker: words `start` to `end` are the cue, `speaker_start` to `speaker_end` the speaker.

    `outer_start` and `outer_end` bound cue and speaker together with the auxiliaries and asides between them.
    """

    start: int
    end: int
    lemma: str
    frames: tuple[Frame, ...]
    shape: Shape
    speaker_start: int
    speaker_end: int
    outer_start: int
    outer_end: int

    @property
    def has_speaker(self) -> bool:
        """Whether the sentence says who spoke."""
        return self.speaker_end > self.speaker_start

    @property
    def takes_noun(self) -> bool:
        """Whether its verb can have a noun for content: `rejected the offer`."""
        return any(Takes.NOUN in frame.takes for frame in self.frames)
