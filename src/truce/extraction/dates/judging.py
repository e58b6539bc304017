"""Whether words that look like a date are one: years that count, months that are names, days within names."""

from __future__ import annotations

import re

from truce.extraction.dates.expressions import Expression, Form
from truce.extraction.dates.laying import Layout
from truce.lexicons.calendar import CalendarLexicon

NEXT_WORD = re.compile(r"[\s-](?P<word>\w+)")
DASHES = ("-", "–", "—", "/")
EXPLAINS = re.compile(r" [A-Z][\w'’-]+,")  # the spokesman, August Berg, said
LAST_WORD = re.compile(r"(?P<word>[\w.’'&%$€£-]+)\s+\Z")
# The March 14 Solidarity Committee: capitals behind the date, and no small noun that they describe.
NAMED_AFTER = re.compile(
    r"[ ][A-Z][\w’'-]+[ ][A-Z][\w’'-]+(?:[ ][A-Z][\w’'-]+)*"
    r"(?![ ](?!(?:in|on|at|of|and|is|was|said|has|with|for|against)\b)[a-z]|\w)"
)


def is_date(expression: Expression, layout: Layout, calendar: CalendarLexicon) -> bool:
    """Whether the words name a date where they stand."""
    if inside_name(expression, layout, calendar):
        return False
    if expression.form is Form.CALENDAR and expression.day is None:
        if expression.month is None:
            return is_year(expression, layout, calendar)
        if expression.year is None:
            return is_month(expression, layout, calendar)
    return True


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
    if NAMED_AFTER.match(layout.text, expression.end) and before and before["word"].lower() in ("the", "its", "their"):
        return True
    return expression.form is not Form.FEAST and layout.within_name(expression.start, expression.end)


def is_named_after(expression: Expression) -> bool:
    """Whether a small noun behind the date makes a name of it: the March 14 alliance, Friday prayers; not a 2003 camp."""
    return expression.form is Form.WEEKDAY or expression.day is not None


def opens_sentence(layout: Layout, offset: int) -> bool:
    """Whether a word stands first in its sentence, where its capital says nothing."""
    return offset == 0 or layout.text[max(offset - 2, 0) : offset].strip()[-1:] in (".", "!", "?", "")


def is_month(expression: Expression, layout: Layout, calendar: CalendarLexicon) -> bool:
    """Whether `May` or `March` alone is a month here, and `April` no person."""
    if expression.step is not None or expression.year_step is not None:
        return True
    word = re.search(r"(\w+)\.?\Z", layout.text[expression.start : expression.end])
    name = word[1].lower() if word else ""
    if name in calendar.months_and_words and expression.start + len(name) >= expression.end:
        before = LAST_WORD.search(layout.text, max(expression.start - 30, 0), expression.start)
        behind = before["word"].lower() if before else ""
        if behind not in calendar.months_after:
            return behind in calendar.perhaps_months_after and layout.tag_at(expression.start) == "NNP"
    if name not in calendar.months_and_names:
        return True
    explains = layout.text[max(expression.start - 2, 0) : expression.start] == ", " and EXPLAINS.match(
        layout.text, expression.end
    )
    return not explains and layout.entity_at(expression.start) != "PERSON"


def is_year(expression: Expression, layout: Layout, calendar: CalendarLexicon) -> bool:
    """Whether a number of four digits is a year here: `since 1989`, `the 2003 invasion`; not `2000 troops`."""
    text, start, end = layout.text, expression.start, expression.end
    if not text[start].isdigit():  # early 2008
        return True
    following = NEXT_WORD.match(text, end)
    after = following["word"].lower() if following else ""
    if after in calendar.counted:
        return False
    if after in ("is", "was", "has", "saw") and layout.sentence(start)[0] == start:  # 2009 was the worst year
        return True
    before = LAST_WORD.search(text, max(start - 30, 0), start)
    word = before["word"].lower() if before else ""
    if word in calendar.years_after:
        return not layout.counts(start) or word in ("in", "since")
    if word in calendar.counts_after:
        return False
    if text[start - 1 : start] in DASHES and layout.follows_year(start):
        return True
    if text[start - 1 : start] == "(" and text[end : end + 1] in ")–-,":
        return True
    if layout.counts(start):
        return False
    tag = layout.tag_before(start)
    described = layout.describes_singular(start)
    if tag in ("DT", "PRP$", "POS", "JJ", "JJS", "IN", "CC", "TO") or word in ("the", "a", "its", "their"):
        return described or (tag in ("CC", "TO", "IN") and layout.follows_year(start))
    return layout.follows_year(start)
