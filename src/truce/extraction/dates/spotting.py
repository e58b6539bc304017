"""Find the expressions of a stretch: a word that can turn on a date, then what stands around it."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from truce.extraction.dates import calendar_days, periods
from truce.extraction.dates.expressions import Expression
from truce.extraction.dates.patterns import make_patterns
from truce.extraction.dates.place import Place
from truce.lexicons.calendar import CalendarLexicon


def spot(text: str, start: int, end: int, *, calendar: CalendarLexicon) -> Iterator[Expression]:
    """The expressions of `text[start:end]` in order; none overlaps another."""
    patterns = make_patterns(calendar)
    floor = start
    for trigger in patterns.trigger.finditer(text, start, end):
        if trigger.start() < floor:
            continue
        for expression in SPOTTERS[str(trigger.lastgroup)](Place(text, floor, end, trigger, patterns, calendar)):
            yield expression
            floor = expression.end


SPOTTERS: dict[str, Callable[[Place], list[Expression]]] = {
    "month": calendar_days.spot_month,
    "weekday": calendar_days.spot_weekday,
    "year": calendar_days.spot_year,
    "decade": calendar_days.spot_decade,
    "era": calendar_days.spot_era,
    "iso": calendar_days.spot_iso,
    "numeric": calendar_days.spot_numeric,
    "nine_eleven": calendar_days.spot_nine_eleven,
    "feast": periods.spot_feast,
    "deictic": periods.spot_deictic,
    "unit": periods.spot_unit,
    "season": periods.spot_season,
    "quarter": periods.spot_quarter,
}
