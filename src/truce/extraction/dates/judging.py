"""Whether words that look like a date are one: years that count, months that are names, days within names."""

from __future__ import annotations

import re

from truce.extraction.dates.expressions import Expression, Form
from truce.extraction.dates.laying import Layout
from truce.lexicons.calendar import CalendarLexicon

NEXT_WORD = re.compile(r"[\s-](?P<word>\w+)")
LAST_WORD = re.compile(r"(?P<word>[\w.’'&%$€£-]+)\s+\Z")
# A number behind these is a year.
YEAR_AFTER = frozenset(
    "in since of from until till by during before after late early mid mid- through throughout circa year fiscal back around".split()
)
# A number behind these counts, unless one of the above stands before them.
COUNTS_AFTER = frozenset(
    "at about nearly some over than least most almost up additional another no. number resolution resolutions section article boeing "
    "order paragraph chapter no".split()
)
UNITS = frozenset(
    "people civilians soldiers troops men women children others fighters refugees families houses homes dead wounded km kilometers "
    "kilometres miles meters metres feet gmt hours tonnes tons dollars euros pounds percent members police officers policemen guards "
    "militants rebels prisoners detainees hostages personnel peacekeepers victims residents villagers villages barrels acres hectares "
    "migrants students workers vehicles tanks rockets missiles est utc local".split()
)
# May and March are words as well; behind these they are months.
MONTH_AFTER = frozenset(
    "in since of by until till last this next early mid late from to between and before after for through during on around past or into "
    "both only the a an its their no was is back".split()
)
MONTHS_AND_WORDS = frozenset({"may", "march"})
MONTHS_AND_NAMES = frozenset({"april", "may", "june", "august", "jan", "summer"})


def is_date(expression: Expression, layout: Layout, calendar: CalendarLexicon) -> bool:
    """Whether the words name a date where they stand."""
    if inside_name(expression, layout, calendar):
        return False
    if expression.form is Form.CALENDAR and expression.day is None:
        if expression.month is None:
            return is_year(expression, layout)
        if expression.year is None:
            return is_month(expression, layout)
    if expression.feast and expression.year is None and len(expression.feast) > 3:
        return not is_long_feast(expression, calendar) or bool(
            FALLS_IN.search(layout.text, max(expression.start - 20, 0), expression.start)
        )
    return True


FALLS_IN = re.compile(r"\b(?:during|in|of|since|by|before|until|throughout|for|after)\s+\Z", re.I)


def is_long_feast(expression: Expression, calendar: CalendarLexicon) -> bool:
    """Whether a feast is a month, such as Ramadan."""
    feast = calendar.holiday(expression.feast or "")
    return feast is not None and feast.rule == "islamic" and len(feast.value) == 1


def inside_name(expression: Expression, layout: Layout, calendar: CalendarLexicon) -> bool:
    """Whether the date is part of a name: the October 7 Martyrs Brigade, Black Friday, the Sunday Times."""
    following = NEXT_WORD.match(layout.text, expression.end)
    if following and following["word"] in calendar.names_after and expression.form in (Form.CALENDAR, Form.WEEKDAY):
        gap = layout.text[expression.end : following.start("word")]
        night = following["word"] == "Night" and expression.form is Form.WEEKDAY
        if "\n\n" not in gap and not night and (following["word"][0].isupper() or is_named_after(expression)):
            return True
    before = LAST_WORD.search(layout.text, max(expression.start - 30, 0), expression.start)
    if before and before["word"] in calendar.names_before and not opens_sentence(layout, before.start()):
        return True
    if before and before["word"] == "on" and layout.text[: before.start()].endswith("Mail "):
        return True
    return layout.within_name(expression.start, expression.end)


def is_named_after(expression: Expression) -> bool:
    """Whether a small noun behind the date makes a name of it: the March 14 alliance, Friday prayers; not a 2003 camp."""
    return expression.form is Form.WEEKDAY or expression.day is not None


def opens_sentence(layout: Layout, offset: int) -> bool:
    """Whether a word stands first in its sentence, where its capital says nothing."""
    return offset == 0 or layout.text[max(offset - 2, 0) : offset].strip()[-1:] in (".", "!", "?", "")


def is_month(expression: Expression, layout: Layout) -> bool:
    """Whether `May` or `March` alone is a month here, and `April` no person."""
    if expression.step is not None or expression.year_step is not None:
        return True
    word = re.search(r"(\w+)\.?\Z", layout.text[expression.start : expression.end])
    name = word[1].lower() if word else ""
    if name in MONTHS_AND_WORDS and expression.start + len(name) >= expression.end:
        before = LAST_WORD.search(layout.text, max(expression.start - 30, 0), expression.start)
        if (
            not before
            or before["word"].lower() not in MONTH_AFTER
            or (before["word"].lower() in ("the", "a") and name == "march")
        ):
            return False
        if layout.tag_at(expression.start) in ("MD", "VB", "VBP"):
            return False
    return not (name in MONTHS_AND_NAMES and layout.entity_at(expression.start) == "PERSON")


def is_year(expression: Expression, layout: Layout) -> bool:
    """Whether a number of four digits is a year here: `since 1989`, `the 2003 invasion`; not `2000 troops`."""
    text, start, end = layout.text, expression.start, expression.end
    if not text[start].isdigit():  # early 2008
        start = end - 4
        return True
    following = NEXT_WORD.match(text, end)
    after = following["word"].lower() if following else ""
    if after in UNITS:
        return False
    before = LAST_WORD.search(text, max(start - 30, 0), start)
    word = before["word"].lower() if before else ""
    if word in YEAR_AFTER:
        return not layout.counts(start) or word in ("in", "since")
    if word in COUNTS_AFTER:
        return False
    if text[start - 1 : start] == "(" and text[end : end + 1] in ")–-,":
        return True
    if layout.counts(start):
        return False
    tag = layout.tag_before(start)
    described = layout.describes_singular(start)
    if tag in ("DT", "PRP$", "POS", "JJ", "JJS", "IN", "CC", "TO") or word in ("the", "a", "its", "their"):
        return described or (tag in ("CC", "TO", "IN") and layout.follows_year(start))
    return layout.follows_year(start)
