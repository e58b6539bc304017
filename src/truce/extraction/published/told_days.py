"""Days that a text tells of: no report is older than a day it looks back on, nor younger than one it looks ahead to."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from truce.edtf import bounds
from truce.extraction.dates.ahead import time_of, words_before
from truce.extraction.dates.expressions import Expression, Form, Time
from truce.extraction.dates.laying import Layout
from truce.extraction.dates.resolving import Case, resolve
from truce.extraction.published.evidence import Evidence, written
from truce.extraction.published.windows import FIRST, LAST, YEAR, Windows, since, union, until
from truce.lexicons.calendar import CalendarLexicon

YEARS = range(FIRST.year, LAST.year + 1)  # in which a day of the month and its weekday are looked for
SHOWN = range(1987, 2036)  # years that a reason names
STILL_AHEAD = re.compile(r"\b(?:will|['’]ll|is set to|are set to|is due|are due|is scheduled|are scheduled|upcoming)\b")
SINCE = re.compile(r"\bsince\s+(?:the\s+|early\s+|late\s+|mid-?\s*)?\Z", re.IGNORECASE)
# A goal may be told long before its day: to leave by 2008, elections for May 2009.
AIMED = re.compile(
    r"\b(?:by|until|till|through|before|for|from|to|than)\s+(?:the\s+)?(?:end\s+of\s+)?(?:early\s+|late\s+|mid-?\s*)?\Z",
    re.IGNORECASE,
)
PLANNED = re.compile(r"\b(?:upcoming|forthcoming|scheduled|slated|planned|plans|will)\b")
LIMITED = re.compile(r"\b(?:before|ahead of)\b[^.,;:]*\Z", re.IGNORECASE)  # before the elections on May 5
NONE = timedelta(0)
LONGEST = 366  # days of windows that hold each day of the month once
# A past day without a year is hardly more than ten months gone, one still ahead hardly more than six months away: within
# windows that begin, or end, so near to it no other year can be meant.
GONE, AWAY = timedelta(days=60), timedelta(days=183)


def find_told_days(said: Sequence[Expression], layout: Layout, calendar: CalendarLexicon) -> Iterator[Evidence]:
    """What days with a year, and days of the month with a weekday, tell: the latest back and the first ahead."""
    back: list[tuple[date, Expression]] = []
    ahead: list[tuple[date, Expression]] = []
    for expression in said:
        span = days_with_year(expression, calendar)
        if span is None:
            continue
        time = time_of(expression, layout, calendar)
        if is_since(expression, layout):
            back.append((span[0], expression))
        elif time is Time.PAST and not is_aimed_at(expression, layout, calendar):
            back.append((span[0] - (YEAR if is_bare_year(expression) else NONE), expression))
        elif time is Time.AHEAD and is_ahead(expression, layout):
            ahead.append((span[1], expression))
    if back:
        day, expression = max(back, key=lambda pair: pair[0])
        words = words_of(expression, layout)
        yield Evidence(since(day), f"«{words}» is told as past: not before {written(day)}", expression.start, expression.end)
    if ahead:
        day, expression = min(ahead, key=lambda pair: pair[0])
        words = words_of(expression, layout)
        yield Evidence(until(day), f"«{words}» is still ahead: not after {written(day)}", expression.start, expression.end)
    yield from find_weekdays_of_month(said, layout, calendar)


def days_with_year(expression: Expression, calendar: CalendarLexicon) -> tuple[date, date] | None:
    """The days of an expression that says its year; None for any other."""
    if expression.form not in (Form.CALENDAR, Form.RANGE, Form.SEASON, Form.QUARTER, Form.FEAST):
        return None
    last = expression.last if expression.form is Form.RANGE else expression
    if last is None or last.year is None:
        return None
    value = resolve(Case(expression, date(last.year, 6, 1), Time.OPEN, calendar))
    if value is None:
        return None
    first, last_days = bounds(value.split("/")[0]), bounds(value.split("/")[-1])
    return (first if is_bare_year(expression) else last_days).earliest, last_days.latest


def is_aimed_at(expression: Expression, layout: Layout, calendar: CalendarLexicon) -> bool:
    """Whether a date is a goal: `to leave by 2008`, `due in March 2007`, `the April 2007 poll`, `the 2006-2010 plan`."""
    if AIMED.search(layout.text, max(expression.start - 24, 0), expression.start):
        return True
    if LIMITED.search(layout.text, max(expression.start - 48, layout.sentence(expression.start)[0]), expression.start):
        return True
    if is_bare_year(expression) and describes(expression, layout):  # the 2008 Olympics
        return True
    if PLANNED.search(layout.text, layout.sentence(expression.start)[0], expression.start):
        return True
    if calendar.ahead_words & set(words_before(layout.token_at(expression.start))):
        return True
    following = re.match(r"[ -](\w+)", layout.text[expression.end : expression.end + 24])
    return following is not None and following[1].lower() in calendar.ahead_nouns


def is_bare_year(expression: Expression) -> bool:
    """Whether only a year is said: one that may be the next, told of as planned: the games hosted by the city in 2007."""
    last = expression.last or expression
    return last.month is None and last.feast is None


def is_since(expression: Expression, layout: Layout) -> bool:
    """Whether the text looks back on a date as a beginning: `since 2011`."""
    return SINCE.search(layout.text, max(expression.start - 16, 0), expression.start) is not None


def is_ahead(expression: Expression, layout: Layout) -> bool:
    """Whether the sentence itself speaks from before the date; `would` may be told long afterwards."""
    first, last = layout.sentence(expression.start)
    return STILL_AHEAD.search(layout.text[first:last]) is not None


def find_weekdays_of_month(said: Sequence[Expression], layout: Layout, calendar: CalendarLexicon) -> Iterator[Evidence]:
    """`Wednesday, October 30`: only in some years; the article is no more than a year away."""
    for expression in said:
        if expression.year is not None or expression.day is None or expression.weekday is None or expression.month is None:
            continue
        days = [day for day in same_days(expression.month, expression.day) if day.weekday() == expression.weekday]
        windows = year_around(days, time_of(expression, layout, calendar))
        if windows:
            words = words_of(expression, layout)
            years = listed([day.year for day in days if day.year in SHOWN])
            yield Evidence(windows, f"«{words}» falls so only in {years}", expression.start, expression.end)


def same_days(month: int, day: int) -> list[date]:
    """A day of a month in every year."""
    return [date(year, month, day) for year in YEARS if day <= 28 or is_day(year, month, day)]


def is_day(year: int, month: int, day: int) -> bool:
    """Whether there is such a day."""
    return (date(year, month, 28) + timedelta(days=day - 28)).month == month


def year_around(days: Sequence[date], time: Time) -> Windows:
    """The days from which one of these is meant when no year is said: those within a year of it.

    Days that come back for ever bound nothing: before the first and behind the last of the years looked at all is open.
    """
    before, after = (YEAR if time is not Time.PAST else NONE), (YEAR if time is not Time.AHEAD else NONE)
    stretches = [(max(day, FIRST + YEAR) - before, min(day, LAST - YEAR) + after) for day in days]
    if days and days[0].year < FIRST.year + 30:
        stretches += [(FIRST, days[0]), (days[-1], LAST)]
    return union(stretches)


def find_days_without_year(
    said: Sequence[Expression], layout: Layout, calendar: CalendarLexicon, *, within: Windows
) -> Iterator[Evidence]:
    """What days of the month tell once the year is nearly known: no report is older than a day just past."""
    if not within or within.length > LONGEST:
        return
    low, high = within.stretches[0][0], within.stretches[-1][1]
    for expression in said:
        if expression.form is not Form.CALENDAR or expression.year is not None or not expression.day or not expression.month:
            continue
        day = next((day for day in same_days(expression.month, expression.day) if low <= day <= high), None)
        if day is None or describes(expression, layout):
            continue
        time, words = time_of(expression, layout, calendar), words_of(expression, layout)
        if time is Time.PAST and day - low <= GONE and not is_aimed_at(expression, layout, calendar):
            yield Evidence(since(day), f"«{words}» is told as past: {written(day)}", expression.start, expression.end)
        elif time is Time.AHEAD and high - day <= AWAY:
            yield Evidence(until(day), f"«{words}» is still ahead: {written(day)}", expression.start, expression.end)


def describes(expression: Expression, layout: Layout) -> bool:
    """Whether a day only describes a noun, as in `the October 7 attack`: such names last longer than a year."""
    token = layout.token_at(expression.end - 1)
    return token.i + 1 < len(layout.doc) and layout.doc[token.i + 1].tag_ in ("NN", "NNS")


def words_of(expression: Expression, layout: Layout) -> str:
    """The expression as it is written."""
    return " ".join(layout.text[expression.start : expression.end].split())


def listed(years: Sequence[int]) -> str:
    """Years in a row of words.

    >>> listed([1996, 2002, 2024])
    '1996, 2002 and 2024'
    """
    words = [str(year) for year in years]
    return " and ".join([", ".join(words[:-1]), words[-1]]) if len(words) > 1 else "".join(words)
