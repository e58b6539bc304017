"""What a date expression says before anybody asks which day it means."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Form(StrEnum):
    """The ways of naming a date; also the name of the rule that found it."""

    CALENDAR = "calendar"  # October 7, 7 October 2023, March 2019, 1994: whatever of year, month, day is said
    WEEKDAY = "weekday"  # Wednesday, last Friday, Monday of last week
    DEICTIC = "deictic"  # yesterday, today: `step` days from the day of writing
    PERIOD = "period"  # last week, this year, the previous day: `step` units from the day of writing or of the story
    SHIFT = "shift"  # two years ago, three days later: `step` units from the day of writing or of the story
    SEASON = "season"  # last summer, the winter of 2015
    DECADE = "decade"  # the 1990s
    FEAST = "feast"  # New Year's Eve, Good Friday
    RANGE = "range"  # from March 3 to 7: two expressions in one


class Frame(StrEnum):
    """From where an expression counts."""

    WRITING = "writing"  # the publication day
    STORY = "story"  # the day that the text has reached
    SAME = "same"  # that very day, week, month or year of the story


@dataclass(frozen=True, slots=True)
class Expression:
    """Words `start` to `end` of the text name a date in this form; None where they do not say a part.

    `step` counts units, or weekdays and seasons, from the frame: -1 for last, 0 for this, 1 for next. `approximate` is
    said with about, nearly or a bare decade. `year_step` is that of `in May last year`.
    """

    start: int
    end: int
    form: Form
    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    season: int | None = None
    feast: str | None = None
    unit: str | None = None
    step: int | None = None
    frame: Frame = Frame.WRITING
    year_step: int | None = None
    year_frame: Frame = Frame.WRITING
    week_step: int | None = None
    approximate: bool = False
    until: Expression | None = None
