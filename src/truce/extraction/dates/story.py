"""The course of the days that a text tells, against which each next expression is resolved."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from truce.edtf import bounds
from truce.extraction.dates.ahead import time_of
from truce.extraction.dates.expressions import Expression, Form, Frame, Time
from truce.extraction.dates.laying import Layout
from truce.extraction.dates.resolving import LONG_AGO, Case, needs_writing_day, resolve
from truce.lexicons.calendar import CalendarLexicon, Event

FAR = 600  # characters after which the text has left the day that it had reached
ANY_DAY = date(2000, 1, 1)  # stands in for a day of writing that does not matter
EXPLAINED = re.compile(r",?\s+(?:on|in)\s+")  # two days later, on May 3
IN_BRACKETS = re.compile(r"\s*\(")  # Thursday (October 31)
SINCE = re.compile(r"\b(?:since|of|before|after)\s+(?:the\s+|last\s+year['’]s\s+)?\Z", re.IGNORECASE)


class Story:
    """Resolves the expressions of a text in order, remembering the days that it has told."""

    def __init__(self, layout: Layout, days: tuple[date, ...], calendar: CalendarLexicon) -> None:
        self._layout, self._days, self._calendar = layout, days, calendar
        self._told: list[tuple[int, str, bool]] = []

    def resolve_all(self, expressions: Sequence[Expression]) -> list[str | None]:
        """The value of each expression."""
        values: list[str | None] = []
        for i, said in enumerate(expressions):
            explained = self._explained_by(said, expressions[i + 1]) if i + 1 < len(expressions) else None
            value = explained or self._value(said)
            values.append(value)
            if value is not None:
                counted = said.form is Form.SHIFT or (said.form is Form.PERIOD and said.unit == "year")
                self._told.append((said.end, value, counted))
        return values

    def _explained_by(self, said: Expression, following: Expression) -> str | None:
        """The value of the calendar day that says at once which day is meant: `two days later, on May 3`."""
        if following.day is None or following.form is not Form.CALENDAR or following.start - said.end > 6:
            return None
        gap = self._layout.text[said.end : following.start]
        counted = said.form in (Form.SHIFT, Form.PERIOD) and said.frame is not Frame.WRITING and EXPLAINED.fullmatch(gap)
        if counted and said.unit == "day":
            return self._value(following)
        if said.form is Form.WEEKDAY and IN_BRACKETS.fullmatch(gap):
            return self._value(following)
        return None

    def _value(self, said: Expression) -> str | None:
        reached = self._reached(said) if said.frame is not Frame.WRITING else None
        days = self._days if needs_writing_day(said) and reached is None else (ANY_DAY,)
        if not days:
            return None
        time = (
            Time.OPEN if said.form is Form.DEICTIC or not needs_writing_day(said) else time_of(said, self._layout, self._calendar)
        )
        values = set()
        for day in days:
            story = reached or (day if said.step is not None and said.step < 0 else None)
            values.add(resolve(Case(said, day, time, self._calendar, story, self._event(said, day))))
        return values.pop() if len(values) == 1 else None

    def _reached(self, said: Expression) -> date | None:
        """The day that the text has reached before an expression, where it is told exactly enough for the unit."""
        unit = "year" if said.year_step is not None else said.unit or "day"
        needed = {"year": 4, "month": 7}.get(unit, 10)
        for end, value, counted in reversed(self._told):
            if said.start - end > FAR:
                return None
            if "/" not in value and len(value.rstrip("~")) >= needed and not (counted and said.form is Form.SHIFT):
                return bounds(value).earliest
        return None

    def _event(self, said: Expression, day: date) -> Event | None:
        """The day that became a name, where its words stand beside its day and month."""
        if said.form is not Form.CALENDAR or said.day is None or said.year is not None:
            return None
        for event in self._calendar.events:
            if (event.day.month, event.day.day) == (said.month, said.day) and event.day <= day and self._names(said, event, day):
                return event
        return None

    def _names(self, said: Expression, event: Event, day: date) -> bool:
        """Whether the words of the event stand around; of a day just past, they must tie it to the event."""
        text = self._layout.text
        first, last = self._layout.sentence(said.start)
        words = "|".join(map(re.escape, event.words))
        if not re.search(rf"\b(?:{words})\b", text[first:last]):
            return False
        this_year = event.day.replace(year=day.year) if (event.day.month, event.day.day) != (2, 29) else day
        if not (this_year <= day <= this_year + LONG_AGO):
            return True
        beside = re.match(rf"(?:[\w-]*\s){{0,2}}(?:{words})\b", text[said.end : last].lstrip())
        return bool(beside) or SINCE.search(text, max(first, said.start - 24), said.start) is not None
