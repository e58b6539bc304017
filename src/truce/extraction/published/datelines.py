"""The day in a dateline, or in a line of its own above the story: `BEIRUT, Oct. 30 (AP) —`, `Published 30 October 2024`."""

from __future__ import annotations

import re
from collections.abc import Iterator

from truce.extraction.body import Body, StretchKind
from truce.extraction.dates.expressions import Expression, Form
from truce.extraction.dates.spotting import spot
from truce.lexicons.calendar import CalendarLexicon

BODY = 150  # characters of a paragraph with which the story has begun; a line of its own below it is a heading
LONGEST = 90  # characters of such a line
APPEARED = re.compile(
    r"[\s•|·-]*(?:(?:first\s+)?(?:published|posted|issued|released|date)(?:\s+(?:on|at))?\s*:?\s*)?", re.IGNORECASE
)
# What may stand beside the day: an hour, a zone, a weekday, marks.
BESIDE = re.compile(
    r"(?:[\s,|·•:()–—-]|\d{1,2}[:.]\d\d(?::\d\d)?|\b(?:at|on|a\.?m\b\.?|p\.?m\b\.?|GMT|UTC|BST|CET|EST|EDT|IST|ET|Z|T)|"
    r"\b(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b)*",
    re.IGNORECASE,
)


def find_dateline_days(text: str, body: Body, calendar: CalendarLexicon) -> Iterator[Expression]:
    """The days of the month that datelines and lines of their own name, in order."""
    begun = False
    for stretch in body.stretches:
        is_dateline = stretch.kind is StretchKind.DATELINE
        begun = begun or stretch.end - stretch.start > BODY
        if not is_dateline and (begun or stretch.end - stretch.start > LONGEST):
            continue
        for said in spot(text, stretch.start, stretch.end, calendar=calendar):
            if said.form is Form.CALENDAR and said.day and (is_dateline or stands_alone(text, stretch.start, stretch.end, said)):
                yield said
                break


def stands_alone(text: str, start: int, end: int, said: Expression) -> bool:
    """Whether a line holds nothing but a day with its year, and perhaps the hour."""
    if said.year is None:
        return False
    opening = APPEARED.match(text, start, said.start)
    at = opening.end() if opening else start
    return BESIDE.fullmatch(text, at, said.start) is not None and BESIDE.fullmatch(text, said.end, end) is not None
