"""Join two expressions that name one interval: from March to May, between 2003 and 2005, 2003-2005."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from truce.extraction.dates.expressions import Expression, Form

LEAD = re.compile(r"\b(?P<word>from|between)\s+(?:the\s+)?\Z", re.IGNORECASE)
TO = re.compile(r"\s+(?:to|through|until|till)\s+(?:the\s+)?|\s*[-–—]\s*")
AND = re.compile(r"\s+and\s+")
DASH = re.compile(r"\s?[-–—]\s?|\s+(?:to|through)\s+")
JOINED = frozenset({Form.CALENDAR, Form.WEEKDAY, Form.SEASON, Form.DECADE})


def join(expressions: Iterable[Expression], text: str) -> Iterator[Expression]:
    """The expressions, pairs that name an interval made one."""
    waiting: Expression | None = None
    for said in expressions:
        if waiting is None:
            waiting = said
        elif joins(waiting, said, text):
            yield Expression(waiting.start, said.end, Form.RANGE, first=waiting, last=said)
            waiting = None
        else:
            yield waiting
            waiting = said
    if waiting is not None:
        yield waiting


def joins(first: Expression, last: Expression, text: str) -> bool:
    """Whether the words around two expressions make an interval of them."""
    if first.form is not last.form or first.form not in JOINED or grain(first) != grain(last) or last.start - first.end > 16:
        return False
    gap = text[first.end : last.start]
    lead = LEAD.search(text, max(first.start - 16, 0), first.start)
    if lead is None:
        return DASH.fullmatch(gap) is not None and first.form is Form.CALENDAR
    return (TO if lead["word"].lower() == "from" else AND).fullmatch(gap) is not None


def grain(said: Expression) -> str:
    """How exact an expression is, so that a day is joined with a day alone."""
    return "day" if said.day or said.weekday is not None else "month" if said.month else said.form if said.season else "year"
