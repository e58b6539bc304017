"""Dates of any precision as EDTF (ISO 8601-2): made, read, compared.

The plain forms that news gives (a day, month, year, season, decade, an interval of those, open or not) are read here;
everything else of EDTF goes to the library edtf.
"""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from dateutil.relativedelta import MO, relativedelta

OPEN = ".."
POINT = re.compile(
    r"""
    (?P<year>\d{4}|\d{3}X|\d{2}XX)                 # 2024, 199X (a decade), 19XX (a century)
    (?:-(?P<month>\d{2})                           # 09 September, 21 to 24 the seasons
       (?:-(?P<day>\d{2}))?
    )?
    [~?%]?                                         # uncertain or approximate: the same days
    """,
    re.VERBOSE,
)
SEASONS = {21: (3, 5), 22: (6, 8), 23: (9, 11), 24: (12, 2)}  # months of the northern year, as news uses them
LAST_WORDS = {"day": "days", "week": "weeks", "month": "months", "year": "years"}


@dataclass(frozen=True, slots=True)
class Bounds:
    """The first and the last day that a value covers; `date.min` and `date.max` where it is open."""

    earliest: date
    latest: date


def bounds(value: str) -> Bounds:
    """The days that an EDTF value covers; ValueError where it is no EDTF value.

    >>> bounds("2024-09/..").earliest, bounds("2024-02").latest
    (datetime.date(2024, 9, 1), datetime.date(2024, 2, 29))
    """
    if "/" in value:
        start, _, end = value.partition("/")
        first = date.min if start in ("", OPEN) else point_bounds(start).earliest
        last = date.max if end in ("", OPEN) else point_bounds(end).latest
        if first > last:
            raise ValueError(f"«{value}» ends before it starts")
        return Bounds(first, last)
    return point_bounds(value)


def overlaps(a: str, b: str) -> bool:
    """Whether two EDTF values share a day.

    >>> overlaps("2024-09/..", "2024-11"), overlaps("2024-10-30", "2024-11")
    (True, False)
    """
    one, other = bounds(a), bounds(b)
    return one.earliest <= other.latest and other.earliest <= one.latest


def interval(start: str, end: str | None) -> str:
    """The interval from one value to another, open at the end without one.

    >>> interval("2024-09", None)
    '2024-09/..'
    """
    return f"{start}/{end or OPEN}"


def user_range(text: str, today: date) -> str:
    """What a person at the command line means by `2024`, `2024-09`, `last month`, `3 days ago`; ValueError in one sentence.

    >>> user_range("last month", date(2024, 11, 5))
    '2024-10'
    """
    words = " ".join(text.strip().lower().split())
    named = {"today": today, "yesterday": today - timedelta(days=1), "tomorrow": today + timedelta(days=1)}
    if words in named:
        return named[words].isoformat()
    relative = re.fullmatch(r"(this|last|past|next) (week|month|year)", words)
    if relative:
        step = {"this": 0, "next": 1}.get(relative[1], -1)
        return unit_value(today, relative[2], step)
    ago = re.fullmatch(r"(\d{1,4}) (day|week|month|year)s? ago", words)
    if ago:
        step_back: dict[str, Any] = {LAST_WORDS[ago[2]]: int(ago[1])}
        day: date = today - relativedelta(**step_back)
        return day.isoformat()
    try:
        bounds(words.upper())
    except ValueError:
        raise ValueError(
            f"«{text}» is no date that truce reads; write 2024, 2024-09, 2024-09-15, 2024-09/2024-11, yesterday or last month"
        ) from None
    return words.upper()


def unit_value(today: date, unit: str, step: int) -> str:
    """The week (as an interval), month or year that lies `step` units from today's."""
    if unit == "year":
        return f"{today.year + step:04d}"
    if unit == "month":
        day = today + relativedelta(months=step)
        return f"{day.year:04d}-{day.month:02d}"
    return week_of(today + timedelta(weeks=step))


def week_of(day: date) -> str:
    """The week of a day, Monday to Sunday.

    >>> week_of(date(2024, 10, 30))
    '2024-10-28/2024-11-03'
    """
    monday = day + relativedelta(weekday=MO(-1))
    return f"{monday.isoformat()}/{(monday + timedelta(days=6)).isoformat()}"


def point_bounds(value: str) -> Bounds:
    """The days of a value that is not an interval."""
    match = POINT.fullmatch(value)
    if match is None:
        return library_bounds(value)
    year, month, day = match["year"], match["month"], match["day"]
    if "X" in year:
        if month:
            raise ValueError(f"«{value}» is no EDTF value")
        return Bounds(date(max(int(year.replace("X", "0")), 1), 1, 1), date(int(year.replace("X", "9")), 12, 31))
    if month is None:
        return Bounds(date(int(year), 1, 1), date(int(year), 12, 31))
    if day is not None:
        only = date(int(year), int(month), int(day))
        return Bounds(only, only)
    if int(month) in SEASONS:
        first, last = SEASONS[int(month)]
        end = int(year) + (last < first)
        return Bounds(date(int(year), first, 1), date(end, last, monthrange(end, last)[1]))
    return Bounds(date(int(year), int(month), 1), date(int(year), int(month), monthrange(int(year), int(month))[1]))


def library_bounds(value: str) -> Bounds:
    """The days of the rarer EDTF forms, by the library."""
    from edtf import EDTFParseException, parse_edtf

    try:
        parsed = parse_edtf(value)
        low, high = parsed.lower_strict(), parsed.upper_strict()
        return Bounds(date(low.tm_year, low.tm_mon, low.tm_mday), date(high.tm_year, high.tm_mon, high.tm_mday))
    except (EDTFParseException, AttributeError, TypeError, OverflowError) as error:
        raise ValueError(f"«{value}» is no EDTF value") from error
