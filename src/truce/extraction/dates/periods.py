"""Read dates that count from another day: yesterday, last week, two years ago, last summer, feasts."""

from __future__ import annotations

import re

from truce.extraction.dates.calendar_days import year_behind
from truce.extraction.dates.expressions import Expression, Form, Frame
from truce.extraction.dates.place import GENERIC, Place, plain_words, step_and_frame

NIGHTS = frozenset({"night", "evening", "morning"})
NAMED = re.compile(r"[A-Z]\w+\s\Z")  # Russia Today
AGO = re.compile(r"\s+ago(?!\w)", re.IGNORECASE)
LATER = re.compile(
    r"""
    \s+(?:
        (?P<side>earlier|later|afterwards?|beforehand)(?!\w|\s+than)
      | (?P<bare>before|after)(?=\s*(?:[,.;:)!?—–”"]|--|\Z))     # the day before, not the day before the attack
    )
    """,
    re.VERBOSE | re.IGNORECASE,
)
NEIGHBOUR = re.compile(r"\s+(?:before\s+(?P<before>yesterday)|after\s+(?P<after>tomorrow))(?!\w)", re.IGNORECASE)
THE = re.compile(r"(?<!\w)the\s+\Z", re.IGNORECASE)
BACKWARD = frozenset({"earlier", "before", "beforehand"})
FALLS_IN = re.compile(
    r"\b(?:in|into|by|since|during|until|before|after|over|through|throughout|of|from|for)\s+(?:the\s+)?(?:(?:early|mid|late)[\s-]+)?\Z",
    re.IGNORECASE,
)
PHRASE_ENDS = re.compile(
    r"\s*(?:[.,;:)!?—–]|--|\Z)|\s+(?:and|or|but|when|as|after|before|in|at|on|to|with|by|from|that|was|were|is|has|had|will)\b"
)
LARGER = {"fortnight": ("week", 2), "decade": ("year", 10)}


def spot_deictic(place: Place) -> list[Expression]:
    """`yesterday`, `today`, `tomorrow`; not the last word of a name like Russia Today."""
    if place.trigger.group()[0].isupper() and place.before(NAMED):
        return []
    step = {"yesterday": -1, "today": 0, "tomorrow": 1}[place.word]
    return [Expression(place.begin, place.end, Form.DEICTIC, unit="day", step=step)]


def spot_unit(place: Place) -> list[Expression]:
    """`two years ago`, `three days later`, `last week`, `earlier in the week`, `the day before yesterday`."""
    unit = "night" if place.word in NIGHTS else place.word.rstrip("s")
    for reading in (spot_neighbour, spot_shift, spot_edge, spot_period):
        found = reading(place, unit)
        if found:
            return [found]
    return []


def spot_neighbour(place: Place, unit: str) -> Expression | None:
    """`the day before yesterday`, `the day before`, `the night before`."""
    article = place.before(THE)
    start = article.start() if article else place.begin
    neighbour = place.after(NEIGHBOUR) if unit == "day" else None
    if neighbour:
        return Expression(start, neighbour.end(), Form.DEICTIC, unit="day", step=-2 if neighbour["before"] else 2)
    later = place.after(LATER) if article and unit in ("day", "night") else None
    if later and later["bare"]:
        step = -1 if later["bare"].lower() == "before" else 1
        return Expression(start, later.end(), Form.PERIOD, unit="day", step=step, frame=Frame.STORY)
    return None


def spot_shift(place: Place, unit: str) -> Expression | None:
    """A number of units before or after the day of writing, or of the story; `more than two years ago` is no date."""
    ago = place.after(AGO)
    behind = ago or place.after(LATER)
    amount = place.before(place.patterns.amount) if behind and unit not in ("night", "weekend") else None
    if behind is None or amount is None or amount["loose"]:
        return None
    number = amount_number(place, amount["count"])
    approximate = bool(amount["about"]) or unit == "decade" or "couple" in amount["count"]
    unit, times = LARGER.get(unit, (unit, 1))
    back = ago or (behind["side"] or behind["bare"]).lower() in BACKWARD
    return Expression(
        amount.start("about") if amount["about"] else amount.start("count"),
        behind.end(),
        Form.SHIFT,
        unit=unit,
        step=-number * times if back else number * times,
        frame=Frame.WRITING if ago else Frame.STORY,
        approximate=approximate,
    )


def amount_number(place: Place, words: str) -> int:
    """The number that an amount names."""
    word = " ".join(words.lower().split())
    if word.isdigit():
        return int(word)
    return {"a": 1, "an": 1, "a couple of": 2}.get(word) or place.calendar.cardinals[word]


def spot_edge(place: Place, unit: str) -> Expression | None:
    """`earlier in the week`, `the end of the year`, `the beginning of this month`."""
    edge = place.before(place.patterns.edge) if unit in ("week", "month", "year", "decade") else None
    if edge is None or place.word != unit:
        return None
    step, frame = step_and_frame(edge["which"])
    return Expression(edge.start(), place.end, Form.PERIOD, unit=unit, step=step, frame=frame)


def spot_period(place: Place, unit: str) -> Expression | None:
    """A unit with a word that says which: `this month`, `the previous day`, `the weekend`."""
    if place.word.endswith("s"):
        return None
    which = place.before(place.patterns.which)
    if which is None:
        the = place.before(THE) if unit == "weekend" else None
        return Expression(the.start(), place.end, Form.PERIOD, unit=unit) if the else None
    word, article = plain_words(which["which"]), bool(which["article"])
    raw = which["which"].lower()
    if not names_one(word, unit, article=article, this=raw.startswith("this ")) or is_title(place, which):
        return None
    step, frame = step_and_frame(word)
    if word == "next" and article:
        frame = Frame.STORY
    unit = "day" if unit == "night" else unit
    return Expression(which.start(), place.end, Form.PERIOD, unit=unit, step=step, frame=frame)


def names_one(word: str, unit: str, *, article: bool, this: bool) -> bool:
    """Whether the word names one such unit: `last week` does, `the last week` and `the past year` roll."""
    if unit == "night":  # this morning is a time of day
        return word in ("previous", "following", "preceding") or (word == "last" and not article) or (word == "next" and article)
    if unit == "day":
        return word in ("previous", "following", "preceding", "that", "that same", "same") or (word == "next" and article)
    if word in ("last", "next"):
        return not article or unit == "weekend"
    if word == "past":
        return unit == "weekend"
    if word == "coming":
        return unit == "weekend" or (unit == "week" and not this)
    return True


def is_title(place: Place, which: re.Match[str]) -> bool:
    """Whether both words are written as a name, like the programme This Week."""
    return place.trigger.group()[0].isupper() and which["which"][0].isupper() and not which["which"].isupper()


def spot_season(place: Place) -> list[Expression]:
    """`last summer`, `the winter of 2015`, `spring 2024`, `in spring`; not the spring offensive."""
    season = place.calendar.seasons[place.word]
    modifier = place.before(place.patterns.before_season)
    which = plain_words(modifier["which"]) if modifier else ""
    start = modifier.start() if modifier else place.begin
    year, end = year_behind(place, place.end, with_day=False)
    if year is not None:
        return [Expression(start, end, Form.SEASON, season=season, year=year)]
    if place.trigger.group()[0].isupper() or which in GENERIC:
        return []
    behind = place.after(place.patterns.year_words)
    if behind:
        step, frame = step_and_frame(behind["which"])
        return [Expression(start, behind.end(), Form.SEASON, season=season, year_step=step, frame=frame)]
    if which not in ("", "the"):
        step, frame = step_and_frame(which)
        return [Expression(start, place.end, Form.SEASON, season=season, step=step, frame=frame)]
    bare = place.before(FALLS_IN) and place.after(PHRASE_ENDS) and (place.word != "fall" or which == "the")
    return [Expression(start, place.end, Form.SEASON, season=season)] if bare else []


def spot_quarter(place: Place) -> list[Expression]:
    """`the third quarter`, `the first quarter of 2024`."""
    number = place.calendar.ordinals[place.word.split("-")[0].split()[0]]
    article = place.before(THE)
    start = article.start() if article else place.begin
    year, end = year_behind(place, place.end, with_day=False)
    behind = place.after(place.patterns.year_words, end) if year is None else None
    if behind:
        step, frame = step_and_frame(behind["which"])
        return [Expression(start, behind.end(), Form.QUARTER, quarter=number, year_step=step, frame=frame)]
    return [Expression(start, end, Form.QUARTER, quarter=number, year=year)]


def spot_feast(place: Place) -> list[Expression]:
    """`New Year's Eve`, `Eid al-Fitr`; not the Yom Kippur War. A feast of a month only where something falls in it."""
    following = place.after(re.compile(r"\s+(\w+)"))
    if following and following[1] in place.calendar.not_before:
        return []
    name = " ".join(place.trigger.group().split())
    feast = place.calendar.holiday(name)
    if feast is not None and feast.is_long and not place.before(FALLS_IN):
        return []
    year, end = year_behind(place, place.end, with_day=False)
    return [Expression(place.begin, end, Form.FEAST, feast=name, year=year)]
