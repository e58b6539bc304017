"""The first and the last day that a row is about, as ISO days."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from truce.edtf import bounds
from truce.records import Published


@dataclass(frozen=True, slots=True)
class Days:
    """From `start` to `end`, None where open; `basis` is `own`, `published` or `bounds`, None where nothing is known."""

    start: str | None = None
    end: str | None = None
    basis: str | None = None


def days_of(value: str | None, *, basis: str = "own") -> Days:
    """The days of an EDTF value; none for a value that is missing, unreadable or open at both ends.

    >>> days_of("2024-09/..")
    Days(start='2024-09-01', end=None, basis='own')
    """
    try:
        covered = bounds(value) if value else None
    except ValueError:
        covered = None
    if covered is None or (covered.earliest == date.min and covered.latest == date.max):
        return Days()
    start = None if covered.earliest == date.min else covered.earliest.isoformat()
    end = None if covered.latest == date.max else covered.latest.isoformat()
    return Days(start, end, basis)


def published_days(published: Published) -> Days:
    """The publication day, else the days between the bounds that were inferred for it."""
    day = days_of(published.value, basis="published")
    if day.basis or not (published.not_before or published.not_after):
        return day
    return days_of(f"{published.not_before or '..'}/{published.not_after or '..'}", basis="bounds")


def finding_days(value: str | None, article: Days) -> Days:
    """What a finding is about: its own days, else those of its article."""
    own = days_of(value)
    return own if own.basis else article
