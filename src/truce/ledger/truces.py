"""The course of each ceasefire: what was said of it, by conflict, in the order of days."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from truce.answers import Stored
from truce.edtf import bounds
from truce.records import Published, TruceStatement

Statement = Stored[TruceStatement]
Parties = frozenset[str]


@dataclass(frozen=True, slots=True)
class Course:
    """One conflict with the statements about its truces, the earliest first; no `parties` where none are named."""

    parties: tuple[str, ...]
    statements: tuple[Statement, ...]


def find_courses(found: Iterable[Statement]) -> tuple[Course, ...]:
    """The statements by conflict, the conflict that is spoken of most first; those of unnamed parties last.

    A conflict is a group of two or more parties. A statement that names one of them belongs to the only conflict that it
    can: of those with this party, the only one of its article, else the only one at all. One that names nobody belongs to
    the only conflict of its article. What is ambiguous stays apart.
    """
    statements = tuple(found)
    everywhere = {whole for each in statements if len(whole := parties_of(each)) > 1}
    in_article: defaultdict[int, set[Parties]] = defaultdict(set)
    for each in statements:
        if parties_of(each) in everywhere:
            in_article[each.article.id].add(parties_of(each))
    courses: defaultdict[Parties, list[Statement]] = defaultdict(list)
    for each in statements:
        courses[conflict_of(parties_of(each), in_article[each.article.id], everywhere)].append(each)
    ordered = sorted(courses.items(), key=lambda course: (not course[0], -len(course[1])))
    return tuple(Course(names_of(parties, each), tuple(sorted(each, key=first_day))) for parties, each in ordered)


def conflict_of(parties: Parties, here: set[Parties], everywhere: set[Parties]) -> Parties:
    """The conflict that a statement belongs to, by the parties that it names."""
    if len(parties) > 1:
        return parties
    for conflicts in (here, everywhere if parties else set()):
        fitting = [whole for whole in conflicts if parties <= whole]
        if len(fitting) == 1:
            return fitting[0]
    return parties


def statement_day(found: Statement) -> str | None:
    """The day that a statement is about, as EDTF: from when the truce holds, else when the article appeared."""
    return found.record.in_force_on or published_day(found.article.published)


def published_day(published: Published) -> str | None:
    """The day an article appeared, else the interval between the bounds inferred for it."""
    if published.value or not (published.not_before or published.not_after):
        return published.value
    return f"{published.not_before or '..'}/{published.not_after or '..'}"


def first_day(found: Statement) -> tuple[date, int]:
    """What statements are ordered by; those without a day come last."""
    day = statement_day(found)
    try:
        return (bounds(day).earliest if day else date.max, found.id)
    except ValueError:
        return (date.max, found.id)


def parties_of(found: Statement) -> Parties:
    """The parties of a statement, folded for comparison."""
    return frozenset(fold(party) for party in found.record.parties)


def fold(name: str) -> str:
    """A name without article, case and the shape of its apostrophes."""
    return name.replace("’", "'").casefold().removeprefix("the ").strip()


def names_of(parties: Parties, statements: Sequence[Statement]) -> tuple[str, ...]:
    """The parties as the statements write them."""
    written = {fold(party): party for each in reversed(statements) for party in each.record.parties}
    return tuple(sorted(written[party] for party in parties))
