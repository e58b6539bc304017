"""One thing in a text that tells when it was written."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from truce.extraction.published.windows import Windows


@dataclass(frozen=True, slots=True)
class Evidence:
    """The words `start` to `end` allow these days; `reason` says so to a person, in a sentence."""

    windows: Windows
    reason: str
    start: int
    end: int


def written(day: date) -> str:
    """A day as a reader writes it.

    >>> written(date(2024, 10, 29))
    '29 October 2024'
    """
    return f"{day.day} {day:%B %Y}"
