"""What a date expression says before anybody asks which day it means."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Form(StrEnum):
    """The ways of naming a date; also the name of the rule that found it."""

    CALENDAR = "calendar"  # October 7, 7 October 2023, March 2019, 1994: whatever of year, month, day is said
    WEEKDAY = "weekday"  # Wednesday, last Friday, Monday of last week
    DEICTIC = "deictic"  # yesterday, today, tomorrow
    PERIOD = "period"  # last week, this year, the previous day
    SHIFT = "shift"  # two years ago, three days later
    SEASON = "season"  # last summer, the winter of 2015
    QUARTER = "quarter"  # the third quarter of 2024
    DECADE = "decade"  # the 1990s
    FEAST = "feast"  # New Year's Eve, Good Friday
    RANGE = "range"  # from March 3 to 7: two expressions in one


class Frame(StrEnum):
    """From where an expression counts."""

    WRITING = "writing"  # the publication day
    STORY = "story"  # the day that the text has reached
    SAME = "same"  # that very day, week, month or year of the story


class Time(StrEnum):
    """Where words and tenses put a date, seen from the day of writing."""

    PAST = "past"
    AHEAD = "ahead"
    OPEN = "open"  # they do not say


@dataclass(frozen=True, slots=True)
class Expression:
    """Words `start` to `end` of the text name a date in this form; None for what they do not say.

    `step` counts units, or weekdays, months and seasons, from the frame: -1 for last, 0 for this, 1 for next; so does
    `year_step` in `May last year` and `week_step` in `Monday of last week`. `approximate` is said with about or nearly.
    A range has a `first` and a `last` expression.
    """

    start: int
    end: int
    form: Form
    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    season: int | None = None
    quarter: int | None = None
    feast: str | None = None
    unit: str | None = None
    step: int | None = None
    frame: Frame = Frame.WRITING
    year_step: int | None = None
    week_step: int | None = None
    approximate: bool = False
    first: Expression | None = None
    last: Expression | None = None
