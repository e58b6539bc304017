"""The course of the days that a text tells, against which each next expression is resolved."""

from __future__ import annotations

from datetime import date

from truce.edtf import bounds
from truce.extraction.dates.ahead import lies_ahead
from truce.extraction.dates.expressions import Expression, Form, Frame
from truce.extraction.dates.laying import Layout
from truce.extraction.dates.resolving import needs_writing_day, resolve
from truce.lexicons.calendar import CalendarLexicon

FAR = 600  # characters after which the text has left the day that it had reached
NOWHERE = date(2000, 1, 1)  # a stand-in day of writing for what does not depend on it
PRECISION = {10: "day", 7: "month", 4: "year"}


class Story:
    """Resolves expressions in the order of the text, remembering the day that it has reached."""

    def __init__(self, layout: Layout, days: tuple[date, ...], calendar: CalendarLexicon) -> None:
        self._layout, self._days, self._calendar = layout, days, calendar
        self._told: list[tuple[int, str]] = []

    def resolve(self, said: Expression) -> str | None:
        """The value of the next expression."""
        value = self._value(said)
        if value is not None:
            self._told.append((said.end, value))
        return value

    def _value(self, said: Expression) -> str | None:
        days = self._days
        if not needs_writing_day(said):
            days = (NOWHERE,)
        story = self._reached(said)
        if not days:
            if said.form in (Form.PERIOD, Form.SHIFT) and said.frame is not Frame.WRITING and story:
                days = (NOWHERE,)
            else:
                return None
        ahead = said.form is not Form.DEICTIC and lies_ahead(said, self._layout, self._calendar)
        values = {
            resolve(said, day, ahead=ahead, story=story or self._fallback(said, day), calendar=self._calendar) for day in days
        }
        return values.pop() if len(values) == 1 else None

    def _reached(self, said: Expression) -> date | None:
        """The day that the text has reached before an expression, where it is told exactly enough for the unit."""
        unit = said.unit or "day"
        for end, value in reversed(self._told):
            if said.start - end > FAR:
                return None
            if len(value) == 10 or (unit in ("month", "year") and len(value) == 7) or (unit == "year" and len(value) == 4):
                return bounds(value).earliest
        return None

    def _fallback(self, said: Expression, day: date) -> date | None:
        """The day of writing, for `the previous day` and `a year earlier` where the text has told none."""
        return day if said.step is not None and said.step < 0 else None
