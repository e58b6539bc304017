"""The word that an expression turns on, with the text around it."""

from __future__ import annotations

import re
from dataclasses import dataclass

from truce.extraction.dates.expressions import Frame
from truce.extraction.dates.patterns import Patterns
from truce.lexicons.calendar import CalendarLexicon

BACK = 48  # characters before a trigger in which its modifiers stand
STEPS = {
    "last": -1, "past": -1, "previous": -1, "preceding": -1, "next": 1, "coming": 1, "following": 1, "this": 0, "current": 0,
}  # fmt: skip
STORY = frozenset({"previous", "preceding", "following"})
SAME = frozenset({"that", "that same", "same"})
GENERIC = frozenset({"every", "each", "most"})


@dataclass(frozen=True, slots=True)
class Place:
    """A trigger between `floor`, the end of the expression before it, and `limit`, the end of the stretch."""

    text: str
    floor: int
    limit: int
    trigger: re.Match[str]
    patterns: Patterns
    calendar: CalendarLexicon

    @property
    def begin(self) -> int:
        """Where the trigger begins."""
        return self.trigger.start()

    @property
    def end(self) -> int:
        """Where the trigger ends."""
        return self.trigger.end()

    @property
    def word(self) -> str:
        """The trigger in lower case."""
        return self.trigger.group().lower()

    def before(self, pattern: re.Pattern[str]) -> re.Match[str] | None:
        """What a pattern that ends where the trigger begins finds there."""
        return pattern.search(self.text, max(self.floor, self.begin - BACK), self.begin)

    def after(self, pattern: re.Pattern[str], at: int | None = None) -> re.Match[str] | None:
        """What a pattern finds right behind the trigger, or at `at`."""
        return pattern.match(self.text, self.end if at is None else at, self.limit)


def plain_words(text: str | None) -> str:
    """Words of a modifier in lower case with single blanks, without `the`, `very` and `this` before another.

    >>> plain_words("the  very next"), plain_words("this past"), plain_words("this")
    ('next', 'past', 'this')
    """
    words = (text or "").lower().split()
    while len(words) > 1 and words[0] in ("the", "very", "this"):
        words = words[1:]
    return " ".join(words)


def step_and_frame(words: str | None) -> tuple[int, Frame]:
    """How far, and from where, `last`, `the previous` or `that` count."""
    word = plain_words(words)
    if word in SAME:
        return 0, Frame.SAME
    return STEPS.get(word, 0), Frame.STORY if word in STORY else Frame.WRITING
