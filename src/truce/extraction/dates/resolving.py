"""From what an expression says to the days it means, as EDTF, by the day of writing."""

from __future__ import annotations

from calendar import monthrange
from datetime import date, timedelta

from dateutil.relativedelta import relativedelta
from dateutil.relativedelta import weekday as nearest

from truce.edtf import week_of
from truce.extraction.dates.expressions import Expression, Form, Frame
from truce.lexicons.calendar import CalendarLexicon

SEASON_STARTS = {21: 3, 22: 6, 23: 9, 24: 12}  # the month in which a season begins, as news of the northern year has it
ELECTION_MONTHS = 14  # how far from the day of writing an election is looked for


def resolve(expression: Expression, today: date, *, ahead: bool, story: date | None, calendar: CalendarLexicon) -> str | None:
    """The EDTF value of an expression for one day of writing, None where it cannot be told.

    `story` is the day that the text has reached, `ahead` whether words and tenses say that the date is still to come.
    """
    try:
        return RESOLVERS[expression.form](Case(expression, today, ahead, story, calendar))
    except (ValueError, OverflowError):  # 30 February, year 0: no day
        return None


class Case:
    """An expression with all that decides which day it means."""

    __slots__ = ("ahead", "calendar", "said", "story", "today")

    def __init__(self, said: Expression, today: date, ahead: bool, story: date | None, calendar: CalendarLexicon) -> None:
        self.said, self.today, self.ahead, self.story, self.calendar = said, today, ahead, story, calendar

    def anchor(self, frame: Frame) -> date | None:
        """The day from which a frame counts."""
        return self.today if frame is Frame.WRITING else self.story


def needs_writing_day(expression: Expression) -> bool:
    """Whether nobody can resolve the expression without knowing when it was written."""
    if expression.form is Form.RANGE:
        return expression.year is None and (expression.until is None or expression.until.year is None)
    if expression.form in (Form.CALENDAR, Form.DECADE, Form.SEASON, Form.FEAST):
        return expression.year is None
    return expression.frame is Frame.WRITING or True


def resolve_calendar(case: Case) -> str | None:
    """A calendar date; a missing year is the nearest fitting one, the past one unless it lies ahead."""
    said = case.said
    if said.month is None:
        return f"{said.year:04d}" if said.year is not None else None
    year = said.year if said.year is not None else year_of(case)
    if year is None:
        return None
    if said.day is None:
        return f"{year:04d}-{said.month:02d}"
    return date(year, said.month, said.day).isoformat()


def year_of(case: Case) -> int | None:
    """The year of a month, or of a day and month, that is said without one."""
    said, today = case.said, case.today
    month = said.month or 1
    if said.year_step is not None:
        anchor = case.anchor(said.year_frame)
        return anchor.year + said.year_step if anchor else None
    if said.day is None:
        return year_of_month(month, today, ahead=case.ahead, step=said.step)
    if said.weekday is not None:
        return year_of_weekday(case, month, said.day, said.weekday)
    falls = [year for year in (today.year - 1, today.year, today.year + 1) if said.day <= monthrange(year, month)[1]]
    if not falls:  # 29 February
        falls = [year for year in range(today.year - 4, today.year + 5) if said.day <= monthrange(year, month)[1]]
    if case.ahead:
        return next((year for year in falls if date(year, month, said.day) >= today), None)
    return next((year for year in reversed(falls) if date(year, month, said.day) <= today), None)


def year_of_month(month: int, today: date, *, ahead: bool, step: int | None) -> int:
    """The year of a month without one: `last July` and a July of the past, `next July` and one ahead."""
    if step is not None and step < 0:
        return today.year if month < today.month else today.year - 1
    if step is not None and step > 0:
        return today.year if month > today.month else today.year + 1
    if step == 0:
        return today.year
    if ahead:
        return today.year if month >= today.month else today.year + 1
    return today.year if month <= today.month else today.year - 1


def year_of_weekday(case: Case, month: int, day: int, weekday: int) -> int | None:
    """The nearest year in which this day falls on this weekday."""
    years = sorted(
        range(case.today.year - 12, case.today.year + 3), key=lambda year: abs((date(year, month, 1) - case.today).days)
    )
    return next(
        (year for year in years if day <= monthrange(year, month)[1] and date(year, month, day).weekday() == weekday), None
    )


def resolve_weekday(case: Case) -> str | None:
    """A weekday: the nearest at or before the day of writing, unless it lies ahead."""
    said, today = case.said, case.today
    day = said.weekday or 0
    if said.week_step is not None:
        monday = today + relativedelta(weekday=nearest(0)(-1), weeks=0)
        return (monday + timedelta(weeks=said.week_step, days=day)).isoformat()
    if said.frame is Frame.SAME:
        return None
    if said.frame is Frame.STORY:
        if case.story is None:
            return None
        return step_weekday(case.story, day, said.step or 0).isoformat()
    if said.step:
        return step_weekday(today, day, said.step).isoformat()
    if case.ahead or (said.step == 0 and today.weekday() < day):
        return (today + relativedelta(weekday=nearest(day)(1))).isoformat()
    return (today + relativedelta(weekday=nearest(day)(-1))).isoformat()


def step_weekday(anchor: date, weekday: int, step: int) -> date:
    """The next or last such weekday, never the anchor itself."""
    start = anchor + timedelta(days=1 if step > 0 else -1)
    return start + relativedelta(weekday=nearest(weekday)(1 if step > 0 else -1))


def resolve_deictic(case: Case) -> str | None:
    """Today, yesterday, tomorrow."""
    return (case.today + timedelta(days=case.said.step or 0)).isoformat()


def resolve_period(case: Case) -> str | None:
    """A day, week, weekend, month, year or decade, so many from the day of writing or of the story."""
    said = case.said
    anchor = case.anchor(said.frame)
    if anchor is None or said.unit is None:
        return None
    if said.unit == "weekend":
        return weekend(anchor, said.step, ahead=case.ahead)
    if said.unit == "decade":
        start = anchor.year // 10 * 10 + 10 * (said.step or 0)
        return f"{start:04d}/{start + 9:04d}"
    return unit_of(anchor, said.unit, said.step or 0)


def unit_of(anchor: date, unit: str, step: int) -> str:
    """The day, week, month or year that lies `step` units from the one that holds a day."""
    if unit == "day":
        return (anchor + timedelta(days=step)).isoformat()
    if unit in ("week", "fortnight"):
        return week_of(anchor + timedelta(weeks=step))
    if unit == "month":
        day = anchor + relativedelta(months=step)
        return f"{day.year:04d}-{day.month:02d}"
    return f"{anchor.year + step:04d}"


def weekend(today: date, step: int | None, *, ahead: bool) -> str:
    """Saturday and Sunday: `the weekend` is the last one or the running one, unless it lies ahead."""
    saturday = today + relativedelta(weekday=nearest(5)(-1))
    running = today.weekday() >= 5
    if step is None:
        saturday += timedelta(weeks=1 if ahead and not running else 0)
    elif step < 0:
        saturday -= timedelta(weeks=1 if running else 0)
    else:
        saturday += timedelta(weeks=(0 if running else 1) + (1 if step > 0 and not running else step if running else 0))
    return f"{saturday.isoformat()}/{(saturday + timedelta(days=1)).isoformat()}"


def resolve_shift(case: Case) -> str | None:
    """So many units before or after a day, as exact as the unit."""
    said = case.said
    anchor = case.anchor(said.frame)
    if anchor is None or said.unit is None or said.step is None:
        return None
    if said.frame is Frame.STORY and said.unit == "week":
        value = (anchor + timedelta(weeks=said.step)).isoformat()
    else:
        value = unit_of(anchor, said.unit, said.step)
    return f"{value}~" if said.approximate and "/" not in value else value


def resolve_season(case: Case) -> str | None:
    """A season; winter runs over two years, so it is written out."""
    said, today = case.said, case.today
    season = said.season or 21
    if said.year is not None:
        return season_value(season, said.year)
    if said.year_step is not None:
        anchor = case.anchor(said.year_frame)
        return season_value(season, anchor.year + said.year_step) if anchor else None
    anchor = case.anchor(said.frame)
    if anchor is None or said.frame is not Frame.WRITING:
        return None
    starts = [date(year, SEASON_STARTS[season], 1) for year in range(today.year - 2, today.year + 3)]
    ends = [start + relativedelta(months=3, days=-1) for start in starts]
    begun = max(i for i, start in enumerate(starts) if start <= today)
    running = ends[begun] >= today
    if said.step is None:
        chosen = begun + (1 if case.ahead and not running else 0)
    elif said.step < 0:
        chosen = begun - (1 if running else 0)
    elif said.step > 0:
        chosen = begun + 1
    else:
        chosen = begun if running or starts[begun].year == today.year or not case.ahead else begun + 1
    return season_value(season, starts[chosen].year)


def season_value(season: int, year: int) -> str:
    """The EDTF season of a year; winter from December to February, named after the year it begins in."""
    if season == 24:
        return f"{year:04d}-12/{year + 1:04d}-02"
    return f"{year:04d}-{season}"


def resolve_decade(case: Case) -> str | None:
    """Ten years."""
    year = case.said.year
    return f"{year:04d}/{year + 9:04d}" if year is not None else None


def resolve_feast(case: Case) -> str | None:
    """The feast of the said year, or the nearest one that fits."""
    feast = case.calendar.holiday(case.said.feast or "")
    if feast is None:
        return None
    years = [case.said.year] if case.said.year is not None else [case.today.year + step for step in (-2, -1, 0, 1, 2)]
    falls = [days for year in years if (days := feast.falls(year))]
    if case.said.year is None:
        if case.ahead:
            falls = [days for days in falls if days[1] >= case.today]
        else:
            falls = [days for days in falls if days[0] <= case.today][-1:]
    if not falls:
        return None
    first, last = falls[0]
    return first.isoformat() if first == last else f"{first.isoformat()}/{last.isoformat()}"


def resolve_range(case: Case) -> str | None:
    """From the first value to the last; a first day without a year is of the last one's year, or the year before."""
    said = case.said
    if said.until is None:
        return None
    last = resolve(said.until, case.today, ahead=case.ahead, story=case.story, calendar=case.calendar)
    if last is None:
        return None
    first_said = FIRST_FORMS(said)
    first = resolve(first_said, case.today, ahead=case.ahead, story=case.story, calendar=case.calendar)
    if first is None or first[:10] > last[:10]:
        return None
    return f"{first.split('/')[0]}/{last.split('/')[-1]}"


def FIRST_FORMS(said: Expression) -> Expression:
    from dataclasses import replace

    return replace(said, form=Form.CALENDAR if said.weekday is None or said.day else Form.WEEKDAY, until=None)


RESOLVERS = {
    Form.CALENDAR: resolve_calendar,
    Form.WEEKDAY: resolve_weekday,
    Form.DEICTIC: resolve_deictic,
    Form.PERIOD: resolve_period,
    Form.SHIFT: resolve_shift,
    Form.SEASON: resolve_season,
    Form.DECADE: resolve_decade,
    Form.FEAST: resolve_feast,
    Form.RANGE: resolve_range,
}
