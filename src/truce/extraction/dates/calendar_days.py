"""Read dates of the calendar: days, weekdays, months, years, decades."""

from __future__ import annotations

import re
from dataclasses import replace

from truce.extraction.dates.expressions import Expression, Form
from truce.extraction.dates.place import GENERIC, STEPS, Place, plain_words, step_and_frame

OF_WEEK = re.compile(r"\s+(?:of\s+)?(?P<which>last|this|next)\s+week(?!\w)", re.IGNORECASE)
TO_CALENDAR_DAY = re.compile(r"\.?,?\s+(?:the\s+)?(?=[A-Z\d])")
SMALL_LETTER = re.compile(r"\s+[a-z]")
COUNTED = re.compile(r"\s+(?:people|civilians|soldiers|troops|men|women|children|others|fighters|refugees)\b")
PART = re.compile(r"(?<!\w)(?:early|mid|late)[\s-]+\Z", re.IGNORECASE)
PART_OF_DECADE = re.compile(r"(?<!\w)(?:the\s+)?(?:(?:early|mid|late)(?:[\s-]+to[\s-]+(?:mid|late))?[\s-]+)?\Z", re.IGNORECASE)
NOT_DIGITS = re.compile(r"\D+")
SHORT_YEARS = 40  # years at most in a span like 1982-85
OLD = 31  # a year of two figures above this is of the 1900s, and no day of a month


def spot_month(place: Place) -> list[Expression]:
    """`March 3 to 7`, `the seventh of October`, `22 Sep 88`, `mid-September`, `last July`, `May 2000`."""
    month = place.calendar.months[place.word]
    before = place.before(place.patterns.day_before)
    if before:
        year, end = year_behind(place, place.end, with_day=True)
        day = day_number(place, before)
        first = int(before["first"]) if before["first"] else None
        said = of_year_words(place, Expression(before.start(), end, Form.CALENDAR, year=year, month=month, day=day))
        return [said if first is None else days_between(said, first, day)]
    behind = place.after(place.patterns.day_after)
    if behind:
        year, end = year_behind(place, behind.end(), with_day=True)
        day = day_number(place, behind)
        said = of_year_words(place, Expression(place.begin, end, Form.CALENDAR, year=year, month=month, day=day))
        if behind["last"]:
            return [days_between(said, day, int(behind["last"]))]
        return [said, *further_days(place, said)]
    return bare_month(place, month)


def of_year_words(place: Place, said: Expression) -> Expression:
    """The day with the words behind it that say its year: `March 22, last year`."""
    behind = place.after(place.patterns.year_words, said.end) if said.year is None else None
    if behind is None:
        return said
    step, frame = step_and_frame(behind["which"])
    return replace(said, end=behind.end(), year_step=step, frame=frame)


def day_number(place: Place, match: re.Match[str]) -> int:
    """The day that a match holds in figures or as a word."""
    return int(match["day"]) if match["day"] else place.calendar.ordinals[match["word"].lower()]


def year_behind(place: Place, at: int, *, with_day: bool) -> tuple[int | None, int]:
    """The year that stands at `at`, and where it ends; None where `March 2000 people` counts."""
    match = place.after(place.patterns.year_after, at)
    if match and (with_day or not place.after(COUNTED, match.end())):
        return int(match["year"]), match.end()
    short = place.after(place.patterns.short_year, at) if with_day else None
    if short and (short["mark"] or int(short["year"]) > OLD):
        number = int(short["year"])
        return (1900 if number > OLD else 2000) + number, short.end()
    return None, at


def days_between(said: Expression, first: int, last: int) -> Expression:
    """The days of one month from the first to the last."""
    one, other = replace(said, day=first), replace(said, day=last)
    return Expression(said.start, said.end, Form.RANGE, first=one, last=other) if first < last else one


def further_days(place: Place, said: Expression) -> list[Expression]:
    """The `8` of `October 7 and 8`."""
    found: list[Expression] = []
    match = place.after(place.patterns.second_day, said.end) if said.year is None else None
    while match:
        found.append(Expression(match.start("day"), match.end(), Form.CALENDAR, month=said.month, day=int(match["day"])))
        match = place.after(place.patterns.second_day, match.end())
    return found


def bare_month(place: Place, month: int) -> list[Expression]:
    """A month without a day."""
    year, end = year_behind(place, place.end, with_day=False)
    modifier = place.before(place.patterns.before_month)
    which = plain_words(modifier["which"]) if modifier else ""
    if which in GENERIC or (year is None and is_short(place) and not (modifier and modifier["part"])):
        return []
    start = modifier.start() if modifier else place.begin
    behind = place.after(place.patterns.year_words, end) if year is None else None
    if behind:
        step, frame = step_and_frame(behind["which"])
        return [Expression(start, behind.end(), Form.CALENDAR, month=month, year_step=step, frame=frame)]
    return [Expression(start, end, Form.CALENDAR, year=year, month=month, step=STEPS.get(which))]


def is_short(place: Place) -> bool:
    """Whether the word is a month's short form without a point: `Sep`, `Dec`, which may be something else."""
    return place.word in place.calendar.short_forms and not place.text.startswith(".", place.end)


def spot_weekday(place: Place) -> list[Expression]:
    """`Wednesday`, `last Friday`, `Monday of last week`, `Wednesday, October 30`."""
    weekday = place.calendar.weekdays[place.word]
    dated = calendar_day_behind(place)
    if dated:
        return [replace(dated, start=place.begin, weekday=weekday)]
    if place.word in place.calendar.short_forms and not (len(place.word) > 3 and place.text.startswith(".", place.end)):
        return []
    modifier = place.before(place.patterns.before_weekday)
    which = plain_words(modifier["which"]) if modifier else ""
    if which in GENERIC or (which in ("a", "one") and not place.after(SMALL_LETTER)):
        return []
    week = place.after(OF_WEEK)
    if week:
        return [Expression(place.begin, week.end(), Form.WEEKDAY, weekday=weekday, week_step=STEPS[week["which"].lower()])]
    if modifier is None or which in ("a", "one"):
        return [Expression(place.begin, place.end, Form.WEEKDAY, weekday=weekday)]
    step, frame = step_and_frame(which)
    return [Expression(modifier.start(), place.end, Form.WEEKDAY, weekday=weekday, step=step, frame=frame)]


def calendar_day_behind(place: Place) -> Expression | None:
    """The day of a month right behind a weekday."""
    gap = place.after(TO_CALENDAR_DAY)
    trigger = place.patterns.trigger.search(place.text, gap.end(), min(gap.end() + 24, place.limit)) if gap else None
    if gap is None or trigger is None or trigger.lastgroup != "month":
        return None
    trigger = place.patterns.trigger.match(place.text, trigger.start(), place.limit)
    if trigger is None or trigger.lastgroup != "month":
        return None
    found = spot_month(Place(place.text, gap.end(), place.limit, trigger, place.patterns, place.calendar))
    return found[0] if found and found[0].start == gap.end() and found[0].day else None


def spot_year(place: Place) -> list[Expression]:
    """A year, or a span of years such as `1982-85`; whether the number is a year, its neighbours say later."""
    year = int(place.word)
    part = place.before(PART)
    said = Expression(part.start() if part else place.begin, place.end, Form.CALENDAR, year=year)
    short = place.after(place.patterns.second_year)
    if short and 0 < int(short["year"]) - year % 100 < SHORT_YEARS:
        last = replace(said, year=year - year % 100 + int(short["year"]))
        return [Expression(said.start, short.end(), Form.RANGE, first=said, last=last)]
    return [said]


def spot_decade(place: Place) -> list[Expression]:
    """`the 1990s`, `the early '80s`."""
    digits = int(NOT_DIGITS.sub("", place.word))
    return [decade(place, digits if digits > 99 else 1900 + digits)]


def spot_era(place: Place) -> list[Expression]:
    """`the nineties`, only with its article."""
    said = decade(place, 1900 + place.calendar.decades[place.word])
    return [said] if place.text[said.start : said.start + 3].lower() == "the" else []


def decade(place: Place, year: int) -> Expression:
    """A decade with the article and the part that stand before it."""
    part = place.before(PART_OF_DECADE)
    return Expression(part.start() if part else place.begin, place.end, Form.DECADE, year=year)


def spot_iso(place: Place) -> list[Expression]:
    """`2024-10-30`, `2024/10/30`."""
    year, month, day = (int(part) for part in NOT_DIGITS.split(place.word))
    return [Expression(place.begin, place.end, Form.CALENDAR, year=year, month=month, day=day)]


def spot_numeric(place: Place) -> list[Expression]:
    """`30.10.2024`, `10/30/2024`; with slashes only where the order is sure."""
    first, second, year = (int(part) for part in NOT_DIGITS.split(place.word))
    if "." in place.word or first > 12 or first == second:
        first, second = second, first
    elif second <= 12:
        return []
    return [Expression(place.begin, place.end, Form.CALENDAR, year=year, month=first, day=second)]


def spot_nine_eleven(place: Place) -> list[Expression]:
    """`9/11`, which means one day."""
    return [Expression(place.begin, place.end, Form.CALENDAR, year=2001, month=9, day=11)]
