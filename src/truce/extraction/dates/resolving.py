"""From what an expression says to the days it means, as EDTF, by the day of writing."""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass, replace
from datetime import date, timedelta

from dateutil.relativedelta import relativedelta
from dateutil.relativedelta import weekday as nearest

from truce.edtf import bounds, week_of
from truce.extraction.dates.expressions import Expression, Form, Frame, Time
from truce.lexicons.calendar import CalendarLexicon, Event

SOON = timedelta(days=45)  # a day that words and tenses leave open is taken for the next one when that is so near
LONG_AGO = timedelta(days=21)  # a day that became a name is meant unless the same day of this year is as near as this
SEASON_STARTS = {21: 3, 22: 6, 23: 9, 24: 12}  # the month in which a season begins, as news of the northern year has it
WINTER = 24
SATURDAY = 5


@dataclass(frozen=True, slots=True)
class Case:
    """An expression with all that decides which day it means.

    `story` is the day that the text has reached; `event` a day that became a name and may be meant here.
    """

    said: Expression
    today: date
    time: Time
    calendar: CalendarLexicon
    story: date | None = None
    event: Event | None = None

    @property
    def ahead(self) -> bool:
        """Whether the date is still to come."""
        return self.time is Time.AHEAD

    @property
    def anchor(self) -> date | None:
        """The day from which the expression counts."""
        return self.today if self.said.frame is Frame.WRITING else self.story


def resolve(case: Case) -> str | None:
    """The EDTF value of an expression, None where it cannot be told."""
    try:
        return RESOLVERS[case.said.form](case)
    except (ValueError, OverflowError):  # 30 February, the year 0: no day
        return None


def needs_writing_day(said: Expression) -> bool:
    """Whether nobody can tell what is meant without the day of writing, or the day that the text has reached."""
    if said.form is Form.RANGE:
        return said.last is None or needs_writing_day(said.last)
    return said.year is None


def resolve_calendar(case: Case) -> str | None:
    """A day, month or year; a missing year is the nearest fitting one, the past one unless it lies ahead."""
    said = case.said
    if said.month is None:
        return f"{said.year:04d}" if said.year is not None else None
    year = said.year if said.year is not None else year_of(case)
    if year is None:
        return None
    return f"{year:04d}-{said.month:02d}" if said.day is None else date(year, said.month, said.day).isoformat()


def year_of(case: Case) -> int | None:
    """The year of a month, or of a day and month, that is said without one."""
    said = case.said
    if said.year_step is not None:
        return case.anchor.year + said.year_step if case.anchor else None
    if said.month is None or said.day is None:
        return year_of_month(case)
    if case.event is not None and case.event.day <= case.today:
        return case.event.day.year
    near = range(case.today.year - 8, case.today.year + 9)
    days = [date(year, said.month, said.day) for year in near if said.day <= monthrange(year, said.month)[1]]
    if said.weekday is not None:
        days = [day for day in days if day.weekday() == said.weekday]
        return min(days, key=lambda day: abs(day - case.today)).year if days else None
    past = [day for day in days if day <= case.today]
    following = [day for day in days if day >= case.today]
    if case.ahead or (case.time is Time.OPEN and following and following[0] - case.today <= SOON):
        return following[0].year if following else None
    return past[-1].year if past else None


def year_of_month(case: Case) -> int:
    """The year of a month: `last July` is past, `next July` ahead, `July` as words and tenses have it."""
    month, today, step = case.said.month or 1, case.today, case.said.step
    if step == 0:
        return today.year
    if step is not None:
        passed = month < today.month if step < 0 else month <= today.month
        return today.year + (0 if passed else -1) if step < 0 else today.year + (1 if passed else 0)
    soon = case.time is Time.OPEN and month == (today + relativedelta(months=1)).month
    if case.ahead or soon:
        return today.year if month >= today.month else today.year + 1
    return today.year if month <= today.month else today.year - 1


def resolve_weekday(case: Case) -> str | None:
    """A weekday: the nearest at or before the day of writing, unless it lies ahead."""
    said, anchor = case.said, case.anchor
    day = said.weekday or 0
    if said.week_step is not None:
        monday = case.today + relativedelta(weekday=nearest(0)(-1))
        return (monday + timedelta(weeks=said.week_step, days=day)).isoformat()
    if anchor is None:
        return None
    if said.frame is Frame.SAME:
        return anchor.isoformat() if anchor.weekday() == day else None
    if said.step:  # last and next are never the day itself
        direction = 1 if said.step > 0 else -1
        return next_weekday(anchor + timedelta(days=direction), day, direction)
    ahead = case.ahead or (said.step == 0 and anchor.weekday() < day and case.time is Time.OPEN)
    return next_weekday(anchor, day, 1 if ahead else -1)


def next_weekday(start: date, weekday: int, direction: int) -> str:
    """The first such weekday from a day on, or back."""
    found: date = start + relativedelta(weekday=nearest(weekday)(direction))
    return found.isoformat()


def resolve_deictic(case: Case) -> str | None:
    """Today, yesterday, tomorrow."""
    return unit_of(case.today, "day", case.said.step or 0)


def resolve_period(case: Case) -> str | None:
    """A day, week, weekend, month, year or decade, so many from the day of writing or of the story."""
    said, anchor = case.said, case.anchor
    if anchor is None or said.unit is None:
        return None
    if said.unit == "weekend":
        return weekend(anchor, said.step, ahead=case.ahead)
    return unit_of(anchor, said.unit, said.step or 0)


def unit_of(anchor: date, unit: str, step: int) -> str:
    """The day, week, month, year or decade that lies `step` units from the one that holds a day."""
    if unit == "day":
        return (anchor + timedelta(days=step)).isoformat()
    if unit in ("week", "fortnight"):
        return week_of(anchor + timedelta(weeks=step))
    if unit == "month":
        day = anchor + relativedelta(months=step)
        return f"{day.year:04d}-{day.month:02d}"
    if unit == "decade":
        return decade_value(anchor.year // 10 * 10 + 10 * step)
    return f"{date(anchor.year + step, 1, 1).year:04d}"


def decade_value(year: int) -> str:
    """Ten years as an interval."""
    return f"{date(year, 1, 1).year:04d}/{year + 9:04d}"


def weekend(today: date, step: int | None, *, ahead: bool) -> str:
    """Saturday and Sunday: `the weekend` is the last or the running one, unless it lies ahead; `this` the coming one."""
    saturday = today + relativedelta(weekday=nearest(SATURDAY)(-1))
    running = today.weekday() >= SATURDAY
    weeks = 0
    if step is None:
        weeks = 1 if ahead and not running else 0
    elif step < 0:
        weeks = -1 if running else 0
    elif not running:
        weeks = 1 + step
    else:
        weeks = step
    saturday += timedelta(weeks=weeks)
    return f"{saturday.isoformat()}/{(saturday + timedelta(days=1)).isoformat()}"


def resolve_shift(case: Case) -> str | None:
    """So many units before or after a day, as exact as the unit; a week from a day of the story is a day again."""
    said, anchor = case.said, case.anchor
    if anchor is None or said.unit is None or said.step is None:
        return None
    if said.frame is not Frame.WRITING and said.unit == "week":
        return (anchor + timedelta(weeks=said.step)).isoformat()
    value = unit_of(anchor, said.unit, said.step)
    return f"{value}~" if said.approximate and "/" not in value else value


def resolve_season(case: Case) -> str | None:
    """A season; a bare one is the running or last one, unless it lies ahead."""
    said, anchor = case.said, case.anchor
    season = said.season or 21
    if said.year is not None:
        return season_value(season, said.year)
    if anchor is None:
        return None
    if said.year_step is not None:
        return season_value(season, anchor.year + said.year_step)
    years = range(anchor.year - 1, anchor.year + 2)
    begun = max(year for year in years if date(year, SEASON_STARTS[season], 1) <= anchor)
    running = date(begun, SEASON_STARTS[season], 1) + relativedelta(months=3) > anchor
    if said.step is None:
        return season_value(season, begun + (1 if case.ahead and not running else 0))
    if said.step == 0:
        return season_value(season, begun if running or (season == WINTER and anchor.month < 6) else anchor.year)
    return season_value(season, begun + 1 if said.step > 0 else begun - (1 if running else 0))


def season_value(season: int, year: int) -> str:
    """The EDTF season of a year; winter, which runs over two years, as an interval."""
    return f"{year:04d}-12/{year + 1:04d}-02" if season == WINTER else f"{year:04d}-{season}"


def resolve_quarter(case: Case) -> str | None:
    """Three months; a quarter without a year is the last that has begun."""
    said = case.said
    month = 3 * (said.quarter or 1) - 2
    year = said.year
    if year is None and said.year_step is not None:
        year = case.anchor.year + said.year_step if case.anchor else None
    elif year is None:
        year = case.today.year - (1 if month > case.today.month and not case.ahead else 0)
    return f"{year:04d}-{month:02d}/{year:04d}-{month + 2:02d}" if year is not None else None


def resolve_decade(case: Case) -> str | None:
    """Ten years."""
    return decade_value(case.said.year) if case.said.year is not None else None


def resolve_feast(case: Case) -> str | None:
    """The feast of the said year, or the nearest one that fits."""
    said, today = case.said, case.today
    feast = case.calendar.holiday(said.feast or "")
    years = range(today.year - 2, today.year + 3) if said.year is None else (said.year,)
    falls = [days for year in years for days in (feast.falls(year) if feast else ())]
    if said.year is None:
        following = [days for days in falls if days[1] >= today]
        if case.ahead or (case.time is Time.OPEN and following and following[0][0] - today <= SOON):
            falls = following
        else:
            falls = [days for days in falls if days[0] <= today][-1:]
    if not falls:
        return None
    first, last = falls[0]
    return first.isoformat() if first == last else f"{first.isoformat()}/{last.isoformat()}"


def resolve_range(case: Case) -> str | None:
    """From the first value to the last; what the first does not say, it takes from the last."""
    first, last = case.said.first, case.said.last
    if first is None or last is None:
        return None
    until = resolve(replace(case, said=last))
    if until is None:
        return None
    end = bounds(until).latest
    if first.year is None and last.year is not None:
        first = replace(first, year=last.year)
    since = resolve(replace(case, said=first, today=end if first.year is None else case.today, time=Time.PAST))
    if since is None or bounds(since).earliest > end:
        return None
    return f"{since.split('/')[0]}/{until.split('/')[-1]}"


RESOLVERS = {
    Form.CALENDAR: resolve_calendar,
    Form.WEEKDAY: resolve_weekday,
    Form.DEICTIC: resolve_deictic,
    Form.PERIOD: resolve_period,
    Form.SHIFT: resolve_shift,
    Form.SEASON: resolve_season,
    Form.QUARTER: resolve_quarter,
    Form.DECADE: resolve_decade,
    Form.FEAST: resolve_feast,
    Form.RANGE: resolve_range,
}
