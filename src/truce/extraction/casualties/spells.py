"""The stretch of time over which a running toll counts: `since May`, `this year`, `over the past two days`."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from dateutil.relativedelta import relativedelta

from truce.edtf import bounds
from truce.extraction.casualties.drafts import Draft, Told
from truce.language.numbers import find_quantities
from truce.records import Ground, Published

if TYPE_CHECKING:
    from truce.extraction.casualties.periods import Dated

REACH = 30  # words around a figure in which its stretch of time stands
FAR = 4  # sentences back to the day that `since then` means
OPENERS = frozenset({"past", "last", "previous", "over"})
UNITS = {
    "hour": "hours", "hours": "hours", "day": "days", "days": "days", "week": "weeks", "weeks": "weeks",
    "month": "months", "months": "months", "year": "years", "years": "years",
}  # fmt: skip
FRAME = 3  # words before which a date opens its sentence
WHEN = frozenset({"in", "during", "over", "throughout", "of", "for"})
RELATIVE = frozenset({"which", "that", "who", "where"})
BEGINNINGS = frozenset({"beginning", "start"})


def find_spell(draft: Draft, dates: Sequence[Dated], published: Published) -> Told[str] | None:
    """The period of a toll, None where its sentence does not tell it."""
    return since(draft, dates) or rolling(draft, published) or named(draft, dates, published)


def since(draft: Draft, dates: Sequence[Dated]) -> Told[str] | None:
    """From a date on: `since 1978`, `since the war began in May`, `has since killed`."""
    reading, scene = draft.reading, draft.scene
    for word in range(scene.start, min(scene.end, draft.last + REACH)):
        if reading.lower[word] != "since" or is_of_other_clause(draft, word):
            continue
        behind = [date for date in dates if word < date.first <= word + 12 and date.sentence == scene.number]
        if behind:
            is_start = bool(BEGINNINGS & set(reading.lower[word + 1 : behind[0].last]))
            is_whole = is_start and "-" not in behind[0].value and "/" not in behind[0].value
            value = behind[0].value if is_whole else f"{behind[0].value.split('/')[0]}/.."
            return Told(value, (Ground("period", behind[0].span),))
        is_back = reading.tags[word] == "RB" or reading.tags[word + 1] in ("VBN", "VBD")  # has since killed
        if is_back or reading.lower[word + 1 : word + 2] == ("then",):
            before = [date for date in dates if scene.number - FAR <= date.sentence < scene.number]
            if before:
                return Told(f"{before[-1].value.split('/')[0]}/..", (Ground("period", before[-1].span),))
    return None


def is_of_other_clause(draft: Draft, word: int) -> bool:
    """Whether a clause of its own parts a word from the figure behind it: `there since April, after a war in which`."""
    gap = range(word, draft.first)
    return any(draft.reading.lower[each] in RELATIVE and draft.reading.tags[each] in ("WDT", "WP", "WRB") for each in gap)


def named(draft: Draft, dates: Sequence[Dated], published: Published) -> Told[str] | None:
    """A year, month, week or weekend that the sentence names: `this year`; no single day, no year of a name."""
    near = [date for date in dates if date.sentence == draft.scene.number and abs(date.first - draft.last) <= REACH]
    spans = [date for date in near if is_span(date) and is_free(draft, date)]
    if not spans:
        return None
    best = min(spans, key=lambda date: abs(date.first - draft.last))
    return Told(until_today(best.value, published), (Ground("period", best.span),))


def is_span(date: Dated) -> bool:
    """Whether a date is longer than a day."""
    return "/" in date.value or len(date.value) < len("2024-01-01")


def is_free(draft: Draft, date: Dated) -> bool:
    """Whether a date says when, and of this figure: not `a 1994 ceasefire`, nor what another count before `and` needs."""
    reading = draft.reading
    before = reading.lower[date.first - 1] if date.first else ""
    is_bare = reading.words[date.first].isdecimal() and before not in WHEN
    gap = reading.lower[date.last : draft.first]
    return not is_bare and not ("and" in gap and date.first - draft.scene.start > FRAME)


def until_today(value: str, published: Published) -> str:
    """A week or weekend that is not over yet ends on the day of publication."""
    if "/" not in value or not published.value:
        return value
    first, _, last = value.partition("/")
    today = bounds(published.value).latest
    if len(last) == len("2024-01-01") and bounds(first).earliest <= today < bounds(last).latest:
        return f"{first}/{today.isoformat()}"
    return value


def rolling(draft: Draft, published: Published) -> Told[str] | None:
    """`over the last seven months`, `in the past 96 hours`, counted back from the day of publication."""
    reading, scene = draft.reading, draft.scene
    if not published.value:
        return None
    today = bounds(published.value).latest
    for quantity in find_quantities(reading.lower, start=scene.start, stop=scene.end):
        unit = UNITS.get(reading.lower[quantity.last]) if quantity.last < scene.end else None
        opening = reading.lower[quantity.first - 1] if quantity.first > scene.start else ""
        if unit is None or opening not in OPENERS or quantity.low is None:
            continue
        value = back_from(today, quantity.low, unit)
        if value is not None:
            return Told(value, (Ground("period", reading.span(quantity.first, quantity.last + 1)),))
    return None


def back_from(today: date, number: int, unit: str) -> str | None:
    """So many units up to a day, as exact as the unit."""
    try:
        if unit == "hours":
            start = today - relativedelta(days=round(number / 24))
            return f"{start.isoformat()}/{today.isoformat()}"
        start = today - relativedelta(**{unit: number})  # type: ignore[arg-type]
    except (ValueError, OverflowError):
        return None
    if unit in ("days", "weeks"):
        return f"{start.isoformat()}/{today.isoformat()}"
    if unit == "months":
        return f"{start.year:04d}-{start.month:02d}/{today.year:04d}-{today.month:02d}"
    return f"{start.year:04d}/{today.year:04d}"
