"""Find the expressions of a stretch: a word that can turn on a date, then what stands around it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from truce.extraction.dates.expressions import Expression, Form, Frame
from truce.extraction.dates.patterns import DASH, DAY, NUMBERED, Patterns, make_patterns
from truce.lexicons.calendar import CalendarLexicon

BACK = 48  # characters before a trigger in which its modifiers stand
GENERIC = frozenset({"every", "each", "most"})
STEPS = {"last": -1, "past": -1, "previous": -1, "preceding": -1, "next": 1, "coming": 1, "following": 1, "this": 0, "current": 0}
STORY = frozenset({"previous", "preceding", "following"})
NIGHTS = frozenset({"night", "evening", "morning"})
LATER = re.compile(
    r"\s+(?:(?P<side>earlier|later|afterwards?|beforehand)(?!\w)|(?P<bare>before|after)(?=\s*(?:[,.;:)!?—–”\"]|--|\Z)))", re.I
)
AGO = re.compile(r"\s+ago(?!\w)", re.I)
NEIGHBOUR = re.compile(r"\s+(?:before\s+(?P<before>yesterday)|after\s+(?P<after>tomorrow))(?!\w)", re.I)
OF_WEEK = re.compile(r"\s+(?:of\s+)?(?P<which>last|this|next)\s+week(?!\w)", re.I)
CALENDAR_DAY = re.compile(r"(?:\.?,?\s+)(?=[A-Z\d])")
SECOND_YEAR = re.compile(rf"\s?(?:{DASH}|/)\s?(?P<year>\d\d)(?![\d\w])")
IN_SEASON = re.compile(
    r"(?:in|by|since|during|until|before|after|over|through|throughout|of|from|for|for)\s+(?:the\s+)?(?:(?:early|mid|late)[\s-]+)?\Z",
    re.I,
)
ORDER = re.compile(r"\D+")


def spot(text: str, start: int, end: int, calendar: CalendarLexicon) -> Iterator[Expression]:
    """The expressions of `text[start:end]` in order; none overlaps another."""
    patterns = make_patterns(calendar)
    position = start
    for trigger in patterns.trigger.finditer(text, start, end):
        if trigger.start() < position:
            continue
        kind = str(trigger.lastgroup)
        if kind == "mark":
            kind = "numeric"
        found = SPOTTERS[kind](Place(text, position, end, trigger, patterns, calendar))
        for expression in found:
            yield expression
            position = expression.end


class Place:
    """A trigger with the text around it, between the expression before and the end of the stretch."""

    __slots__ = ("begin", "calendar", "end", "floor", "limit", "patterns", "text", "trigger", "word")

    def __init__(
        self, text: str, floor: int, limit: int, trigger: re.Match[str], patterns: Patterns, calendar: CalendarLexicon
    ) -> None:
        self.text, self.floor, self.limit, self.trigger = text, floor, limit, trigger
        self.patterns, self.calendar = patterns, calendar
        self.begin, self.end = trigger.span()
        self.word = trigger.group().lower()

    def before(self, pattern: re.Pattern[str], at: int | None = None) -> re.Match[str] | None:
        """What a pattern that ends where the trigger (or `at`) begins finds there."""
        at = self.begin if at is None else at
        return pattern.search(self.text, max(self.floor, at - BACK), at)

    def after(self, pattern: re.Pattern[str], at: int | None = None) -> re.Match[str] | None:
        """What a pattern finds right behind the trigger, or behind `at`."""
        return pattern.match(self.text, self.end if at is None else at, self.limit)


def spot_month(place: Place) -> list[Expression]:
    """`March 3 to 7`, `the seventh of October`, `22 Sep 88`, `mid-September`, `last July`, `May 2000`."""
    month = place.calendar.months[place.word]
    ahead_of = place.before(place.patterns.day_before)
    if ahead_of:
        day = day_number(place, ahead_of)
        last = place.end
        year, last = year_behind(place, last, with_day=True)
        first = int(ahead_of["first"]) if ahead_of["first"] else None
        return dates_of(ahead_of.start(), last, year, month, first or day, day if first else None)
    behind = place.after(place.patterns.day_after)
    if behind:
        day = day_number(place, behind)
        until = int(behind["last"]) if behind["last"] else None
        year, last = year_behind(place, behind.end(), with_day=True)
        found = dates_of(place.begin, last, year, month, day, until)
        return found + second_days(place, found[-1]) if not until else found
    return bare_month(place, month)


def bare_month(place: Place, month: int) -> list[Expression]:
    """A month without a day."""
    year, last = year_behind(place, place.end, with_day=False)
    modifier = place.before(place.patterns.before_month)
    if year is None and is_short(place) and not (modifier and modifier["part"]):
        return []
    start, step = place.begin, None
    if modifier:
        which = " ".join((modifier["which"] or "").lower().split()).removeprefix("this ")
        if which in GENERIC:
            return []
        start = modifier.start()
        step = STEPS.get(which) if which else None
    said = place.after(place.patterns.year_words, last) if year is None else None
    if said:
        step_of_year, frame = step_and_frame(said["which"])
        return [Expression(start, said.end(), Form.CALENDAR, month=month, year_step=step_of_year, year_frame=frame)]
    return [Expression(start, last, Form.CALENDAR, year=year, month=month, step=step)]


def is_short(place: Place) -> bool:
    """Whether the word is a month's short form without a point: `Sep`, `Dec`, which may be something else."""
    long_form = place.word.capitalize() in LONG_MONTHS
    return not long_form and not place.text.startswith(".", place.end)


LONG_MONTHS = frozenset("January February March April May June July August September October November December".split())


def day_number(place: Place, match: re.Match[str]) -> int:
    """The day that a match holds in figures or as a word."""
    return int(match["day"]) if match["day"] else place.calendar.ordinals[match["word"].lower()]


def year_behind(place: Place, at: int, *, with_day: bool) -> tuple[int | None, int]:
    """The year that stands at `at`, and where it ends."""
    match = place.after(place.patterns.year_after, at)
    if match and not (not with_day and is_count(place, match.end())):
        return int(match["year"]), match.end()
    short = place.after(place.patterns.short_year, at) if with_day else None
    if short and (short["mark"] or int(short["year"]) > 31):
        number = int(short["year"])
        return (1900 if number > 31 else 2000) + number, short.end()
    return None, at


def is_count(place: Place, at: int) -> bool:
    """Whether a number that looks like a year counts something: `In March 2000 people`."""
    return bool(
        re.compile(r"\s+(?:people|civilians|soldiers|troops|men|women|children|others|fighters|refugees)\b").match(place.text, at)
    )


def dates_of(start: int, end: int, year: int | None, month: int, day: int, until: int | None) -> list[Expression]:  # noqa: PLR0913, PLR0917
    """One day, or the range from one to another of the same month."""
    first = Expression(start, end, Form.CALENDAR, year=year, month=month, day=day)
    if until is None:
        return [first]
    if until <= day:
        return [Expression(start, end, Form.CALENDAR, year=year, month=month, day=day)]
    last = Expression(start, end, Form.CALENDAR, year=year, month=month, day=until)
    return [Expression(start, end, Form.RANGE, year=year, month=month, day=day, until=last)]


def second_days(place: Place, first: Expression) -> list[Expression]:
    """The `8` of `October 7 and 8`."""
    found = []
    match = place.after(place.patterns.second_day, first.end) if first.year is None else None
    while match:
        day = int(match["day"])
        found.append(Expression(match.start("day"), match.end(), Form.CALENDAR, month=first.month, day=day))
        match = place.after(place.patterns.second_day, match.end())
    return found


def spot_weekday(place: Place) -> list[Expression]:
    """`Wednesday`, `last Friday`, `Monday of last week`, `Wednesday, October 30`."""
    weekday = place.calendar.weekdays[place.word]
    gap = place.after(CALENDAR_DAY)
    if gap:
        following = next(spot(place.text, gap.end(), min(place.limit, gap.end() + 40), place.calendar), None)
        if following and following.start == gap.end() and following.day and following.form is Form.CALENDAR:
            return [with_weekday(following, place.begin, weekday)]
    if not place.word.endswith("day") and not (len(place.word) > 3 and place.text.startswith(".", place.end)):
        return []
    modifier = place.before(place.patterns.before_weekday)
    which = " ".join(modifier["which"].lower().split()) if modifier else ""
    if which in GENERIC or (which in ("a", "one") and not place.after(re.compile(r"\s+[a-z]"))):
        return []
    week = place.after(OF_WEEK)
    if week:
        return [Expression(place.begin, week.end(), Form.WEEKDAY, weekday=weekday, week_step=STEPS[week["which"].lower()])]
    plain = which.removeprefix("this ")
    if not modifier or plain in ("a", "one", "of", "the"):
        return [Expression(place.begin, place.end, Form.WEEKDAY, weekday=weekday)]
    step, frame = (0, Frame.SAME) if plain == "that" else (STEPS[plain], Frame.STORY if plain in STORY else Frame.WRITING)
    return [Expression(modifier.start(), place.end, Form.WEEKDAY, weekday=weekday, step=step, frame=frame)]


def with_weekday(day: Expression, start: int, weekday: int) -> Expression:
    """A calendar day together with the weekday before it."""
    return Expression(start, day.end, day.form, year=day.year, month=day.month, day=day.day, weekday=weekday)


def spot_deictic(place: Place) -> list[Expression]:
    """`yesterday`, `today`, `tomorrow`; not the last word of a name like Russia Today."""
    named = place.trigger.group()[0].isupper() and re.compile(r"[A-Z]\w+\s\Z").search(
        place.text, max(place.floor, place.begin - BACK), place.begin
    )
    if named:
        return []
    step = {"yesterday": -1, "today": 0, "tomorrow": 1}[place.word]
    return [Expression(place.begin, place.end, Form.DEICTIC, unit="day", step=step)]


def spot_unit(place: Place) -> list[Expression]:
    """`two years ago`, `three days later`, `last week`, `earlier in the week`, `the day before yesterday`."""
    unit = "night" if place.word in NIGHTS else place.word.rstrip("s")
    if unit == "day":
        neighbour = place.after(NEIGHBOUR)
        if neighbour:
            start = place.begin - 4 if place.text[max(place.begin - 4, 0) : place.begin].lower() == "the " else place.begin
            step = -2 if neighbour["before"] else 2
            return [Expression(start, neighbour.end(), Form.DEICTIC, unit="day", step=step)]
    shifted = spot_shift(place, unit)
    if shifted or place.word.endswith("s"):
        return shifted
    return spot_period(place, unit)


def spot_shift(place: Place, unit: str) -> list[Expression]:
    """A number of units before or after the day of writing, or of the story."""
    ago, later = place.after(AGO), place.after(LATER)
    behind = ago or later
    if not behind or (unit == "night" and ago):
        return []
    if unit in ("night", "day") and later and later["bare"] and place.text[: place.begin].lower().endswith("the "):
        step = -1 if later["bare"].lower() == "before" else 1
        return [Expression(place.begin - 4, behind.end(), Form.PERIOD, unit="day", step=step, frame=Frame.STORY)]
    amount = place.before(place.patterns.amount)
    if not amount or amount["loose"] or unit in ("night", "weekend"):
        return []
    count = amount_number(place, amount["count"])
    approximate = bool(amount["about"]) or unit == "decade" or "couple" in amount["count"]
    unit, count = {"fortnight": ("week", 2 * count), "decade": ("year", 10 * count)}.get(unit, (unit, count))
    back = bool(ago) or (later is not None and (later["side"] or later["bare"]).lower() in ("earlier", "before", "beforehand"))
    start = amount.start("about") if amount["about"] else amount.start("count")
    return [
        Expression(
            start, behind.end(), Form.SHIFT, unit=unit, step=-count if back else count,
            frame=Frame.WRITING if ago else Frame.STORY, approximate=approximate,
        )
    ]  # fmt: skip


def amount_number(place: Place, word: str) -> int:
    """The number that an amount names."""
    word = " ".join(word.lower().split())
    if word.isdigit():
        return int(word)
    return {"a": 1, "an": 1, "a couple of": 2}.get(word) or place.calendar.cardinals[word]


def spot_period(place: Place, unit: str) -> list[Expression]:
    """A unit with a word that says which: `this month`, `the previous day`, `the weekend`."""
    edge = place.before(place.patterns.edge)
    if edge and unit in ("week", "month", "year", "decade"):
        step, frame = step_and_frame((edge["which"] or "this").removeprefix("the ").strip() or "this")
        return [Expression(edge.start(), place.end, Form.PERIOD, unit=unit, step=step, frame=frame)]
    which = place.before(place.patterns.which)
    if not which:
        the = place.text[max(place.begin - 4, place.floor) : place.begin]
        if unit == "weekend" and the.lower() == "the ":
            return [Expression(place.begin - 4, place.end, Form.PERIOD, unit=unit)]
        return []
    word, article = " ".join(which["which"].lower().split()), bool(which["article"])
    if not is_period(word, unit, article=article):
        return []
    step, frame = step_and_frame(word)
    if word in ("next", "very next") and article:
        frame = Frame.STORY
    unit = "day" if unit == "night" else unit
    return [Expression(which.start(), place.end, Form.PERIOD, unit=unit, step=step, frame=frame)]


def is_period(word: str, unit: str, *, article: bool) -> bool:
    """Whether the word names one such unit: `last week` does, `the last week` and `the past year` roll."""
    if unit == "night":  # this morning is a time of day
        return word in ("last", "previous", "following", "preceding") or (word in ("next", "very next") and article)
    if unit == "day":
        return word in ("previous", "following", "preceding", "that", "that same", "same", "very same") or (
            word.endswith("next") and article
        )
    if word in ("last", "next", "very next"):
        return not article or (unit == "weekend")
    if word == "past":
        return unit == "weekend"
    if word == "coming":
        return unit in ("weekend", "week")
    return word != "this past" or unit == "weekend"


def step_and_frame(word: str) -> tuple[int, Frame]:
    """How far, and from where, `last`, `the previous` or `that` count."""
    word = " ".join(word.lower().removeprefix("the ").split()).removeprefix("this ").removeprefix("very ")
    if word in ("that", "that same", "same"):
        return 0, Frame.SAME
    return STEPS[word], Frame.STORY if word in STORY else Frame.WRITING


def spot_season(place: Place) -> list[Expression]:
    """`last summer`, `the winter of 2015`, `spring 2024`, `in spring`."""
    season = place.calendar.seasons[place.word]
    modifier = place.before(place.patterns.before_season)
    which = " ".join((modifier["which"] or "").lower().split()) if modifier else ""
    year, last = year_behind(place, place.end, with_day=False)
    start = modifier.start() if modifier else place.begin
    if year is not None:
        return [Expression(start, last, Form.SEASON, season=season, year=year)]
    if place.trigger.group()[0].isupper() or which in GENERIC:
        return []
    said = place.after(place.patterns.year_words)
    if said:
        step, frame = step_and_frame(said["which"])
        return [Expression(start, said.end(), Form.SEASON, season=season, year_step=step, year_frame=frame)]
    if which not in ("", "the"):
        step, frame = step_and_frame(which)
        return [Expression(start, place.end, Form.SEASON, season=season, step=step, frame=frame)]
    if place.word == "fall" and not (which and place.before(re.compile(r"\bin\s+the\s+\Z", re.I))):
        return []
    named = place.before(IN_SEASON) and not place.after(re.compile(r"[\w-]*\s*(?:[a-z]*\w|-\w)")) or ends_phrase(place)
    return [Expression(start, place.end, Form.SEASON, season=season)] if place.before(IN_SEASON) and named else []


def ends_phrase(place: Place) -> bool:
    """Whether no noun follows that the word would describe: `in the spring,`, not `the spring offensive`."""
    return bool(
        place.after(re.compile(r"\s*(?:[.,;:)!?—–]|--|\Z)|\s+(?:and|but|when|as|after|before|in|at|on|to|with|by|from|that)\b"))
    )


def spot_year(place: Place) -> list[Expression]:
    """A year; whether the number is one, its neighbours say later."""
    year = int(place.trigger.group())
    short = place.after(SECOND_YEAR)
    if short and int(short["year"]) > year % 100 and int(short["year"]) - year % 100 < 40:
        until = Expression(place.begin, short.end(), Form.CALENDAR, year=year - year % 100 + int(short["year"]))
        return [Expression(place.begin, short.end(), Form.RANGE, year=year, until=until)]
    part = place.before(re.compile(r"(?<!\w)(?:early|mid|late)[\s-]+\Z", re.I))
    return [Expression(part.start() if part else place.begin, place.end, Form.CALENDAR, year=year)]


def spot_decade(place: Place) -> list[Expression]:
    """`the 1990s`, `the early '80s`."""
    digits = int(re.sub(r"\D", "", place.trigger.group()))
    return decade(place, digits if digits > 99 else 1900 + digits)


def spot_era(place: Place) -> list[Expression]:
    """`the nineties`."""
    if not place.before(re.compile(r"\bthe\s+(?:(?:early|mid|late)[\s-]+)?\Z", re.I)):
        return []
    return decade(place, 1900 + place.calendar.decades[place.word])


def decade(place: Place, year: int) -> list[Expression]:
    """A decade with the article and the part that stand before it."""
    part = place.before(re.compile(r"(?<!\w)(?:the\s+)?(?:(?:early|mid|late)(?:[\s-]+to[\s-]+(?:mid|late))?[\s-]+)?\Z", re.I))
    start = part.start() if part else place.begin
    return [Expression(start, place.end, Form.DECADE, year=year)]


def spot_feast(place: Place) -> list[Expression]:
    """`New Year's Eve`, `Eid al-Fitr`; not the Yom Kippur War. Ramadan and the like only where something falls in it."""
    following = re.compile(r"\s+(\w+)").match(place.text, place.end, place.limit)
    if following and following[1] in place.calendar.not_before:
        return []
    name = " ".join(place.trigger.group().split())
    year, last = year_behind(place, place.end, with_day=False)
    return [Expression(place.begin, last, Form.FEAST, feast=name, year=year)]


def spot_iso(place: Place) -> list[Expression]:
    """`2024-10-30`, `2024/10/30`."""
    year, month, day = (int(part) for part in ORDER.split(place.trigger.group()))
    return [Expression(place.begin, place.end, Form.CALENDAR, year=year, month=month, day=day)]


def spot_numeric(place: Place) -> list[Expression]:
    """`30.10.2024`, `10/30/2024`; with slashes only where the order is sure."""
    first, second, year = (int(part) for part in ORDER.split(place.trigger.group()))
    if place.trigger["mark"] == "." or first > 12 or first == second:
        day, month = first, second
    elif second > 12:
        month, day = first, second
    else:
        return []
    return [Expression(place.begin, place.end, Form.CALENDAR, year=year, month=month, day=day)]


def spot_nine_eleven(place: Place) -> list[Expression]:
    """`9/11`, which means one day."""
    return [Expression(place.begin, place.end, Form.CALENDAR, year=2001, month=9, day=11)]


SPOTTERS = {
    "month": spot_month,
    "weekday": spot_weekday,
    "deictic": spot_deictic,
    "unit": spot_unit,
    "season": spot_season,
    "year": spot_year,
    "decade": spot_decade,
    "era": spot_era,
    "feast": spot_feast,
    "iso": spot_iso,
    "numeric": spot_numeric,
    "nine_eleven": spot_nine_eleven,
}
