"""The one day, of all that are possible, on which an article most likely appeared."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from truce.extraction.dates.ahead import follows_past_verb, time_of
from truce.extraction.dates.expressions import Expression, Form, Time
from truce.extraction.dates.laying import Layout
from truce.extraction.published.evidence import Evidence, written
from truce.extraction.published.told_days import same_days, words_of
from truce.extraction.published.windows import Windows, union
from truce.lexicons.calendar import CalendarLexicon

WIDEST = 62  # days of windows within which a weekday can be looked for
LEAD = 700  # characters of the story in which it tells its own day


@dataclass(frozen=True, slots=True)
class Pin:
    """The day with what tells it."""

    day: date
    evidence: Evidence
    by_dateline: bool = False


def pin_day(
    windows: Windows, said: Sequence[Expression], layout: Layout, *, dateline: Expression | None, calendar: CalendarLexicon
) -> Pin | None:
    """The day of a dateline, of the report's own date, or of its weekday, where the windows leave only one; else None."""
    if windows.earliest is None or windows.latest is None:
        return None
    if dateline is not None:
        return pin_date(windows, dateline, layout, by_dateline=True)
    if windows.length == 1:
        day = windows.stretches[0][0]
        return Pin(day, Evidence(windows, f"only {written(day)} is left", 0, 0))
    opening = [expression for expression in said if expression.start <= LEAD + (said[0].start if said else 0)]
    for expression in opening:
        if expression.day and is_news(expression, layout, calendar) and (pin := pin_date(windows, expression, layout)):
            return pin
    return pin_weekday(windows, said, layout, calendar)


def is_news(expression: Expression, layout: Layout, calendar: CalendarLexicon) -> bool:
    """Whether a day is the one on which the report's own news was told: `said on October 30`."""
    return expression.form is Form.CALENDAR and follows_past_verb(layout.token_at(expression.start), calendar)


def pin_date(windows: Windows, expression: Expression, layout: Layout, *, by_dateline: bool = False) -> Pin | None:
    """A day of the month, where it falls in the windows once."""
    if not expression.month or not expression.day:
        return None
    days = [
        day
        for day in same_days(expression.month, expression.day)
        if windows.holds(day) and expression.year in (None, day.year) and expression.weekday in (None, day.weekday())
    ]
    if len(days) != 1:
        return None
    reason = f"«{words_of(expression, layout)}» is {written(days[0])}"
    return Pin(days[0], Evidence(windows, reason, expression.start, expression.end), by_dateline)


def pin_weekday(windows: Windows, said: Sequence[Expression], layout: Layout, calendar: CalendarLexicon) -> Pin | None:
    """The first weekday that the story tells as past, where the windows hold only one such day."""
    if windows.length > WIDEST:
        return None
    for expression in said:
        if expression.form is not Form.WEEKDAY or expression.step or expression.week_step is not None:
            continue
        if layout.text[expression.end : expression.end + 2] in ("'s", "’s"):  # Tuesday's election may be past or ahead
            continue
        if time_of(expression, layout, calendar) is not Time.PAST:
            continue
        days = [day for day in windows.days() if day.weekday() == expression.weekday]
        if len(days) != 1:
            return None
        reason = f"«{words_of(expression, layout)}» is just past, and only {written(days[0])} fits"
        return Pin(days[0], Evidence(union([(days[0], days[0])]), reason, expression.start, expression.end))
    return None
