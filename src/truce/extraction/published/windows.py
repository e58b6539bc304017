"""Sets of days: where on the calendar an article may have appeared."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

FIRST = date(1900, 1, 1)  # news of the kind that truce reads is younger
LAST = date(2100, 12, 31)
YEAR = timedelta(days=366)  # a date without a year is at most this far away


@dataclass(frozen=True, slots=True)
class Windows:
    """Stretches of days in order, none touching another, both ends included; none at all where nothing fits."""

    stretches: tuple[tuple[date, date], ...]

    def __bool__(self) -> bool:
        return bool(self.stretches)

    def __and__(self, other: Windows) -> Windows:
        """The days that both hold."""
        pairs = ((max(start, begin), min(end, finish)) for start, end in self.stretches for begin, finish in other.stretches)
        return union(pairs)

    @property
    def earliest(self) -> date | None:
        """The first day, None where nothing bounds it."""
        return self.stretches[0][0] if self.stretches and self.stretches[0][0] > FIRST else None

    @property
    def latest(self) -> date | None:
        """The last day, None where nothing bounds it."""
        return self.stretches[-1][1] if self.stretches and self.stretches[-1][1] < LAST else None

    @property
    def length(self) -> int:
        """Days from the first to the last, both included."""
        return (self.stretches[-1][1] - self.stretches[0][0]).days + 1 if self.stretches else 0

    def days(self) -> Iterator[date]:
        """Every day, in order."""
        for start, end in self.stretches:
            for offset in range((end - start).days + 1):
                yield start + timedelta(days=offset)

    def holds(self, day: date) -> bool:
        """Whether the day is among them."""
        return any(start <= day <= end for start, end in self.stretches)

    def from_first(self) -> Windows:
        """Every day from the first on: what is left when only the lower bound is trusted."""
        return since(self.stretches[0][0]) if self.stretches else self


def union(stretches: Iterable[tuple[date, date]]) -> Windows:
    """Stretches in any order as windows; empty ones are left out, touching ones made one.

    >>> day = date(2024, 10, 30)
    >>> union([(day, day), (day + timedelta(1), day + timedelta(2)), (day, day - timedelta(5))]).length
    3
    """
    joined: list[tuple[date, date]] = []
    for start, end in sorted((max(start, FIRST), min(end, LAST)) for start, end in stretches):
        if start > end:
            continue
        if joined and (start - joined[-1][1]).days <= 1:
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        else:
            joined.append((start, end))
    return Windows(tuple(joined))


def since(day: date) -> Windows:
    """Every day from this one on."""
    return union([(day, LAST)])


def until(day: date) -> Windows:
    """Every day up to this one."""
    return union([(FIRST, day)])


ANY_DAY = Windows(((FIRST, LAST),))
