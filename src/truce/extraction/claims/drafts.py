"""What is known of a claim before its speaker is looked up."""

from __future__ import annotations

from dataclasses import dataclass

from truce.extraction.claims.cue import Cue, Range
from truce.lexicons.cues import Frame


@dataclass(frozen=True, slots=True)
class Draft:
    """A cue with its content, and the frame of its verb; phrases and colons have none."""

    cue: Cue
    content: tuple[Range, ...]
    frame: Frame | None = None

    @property
    def start(self) -> int:
        """Where its content begins."""
        return self.content[0][0]

    @property
    def end(self) -> int:
        """Where its content ends."""
        return self.content[-1][1]
