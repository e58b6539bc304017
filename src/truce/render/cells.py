"""Values as a person reads them: counts, days, words of the text on one line."""

from __future__ import annotations

import re

from truce.records import CasualtyFigure, Claim, Published, Qualifier, Scope

OBEYED = re.compile(r"[\x00-\x1f\x7f-\x9f]")  # control characters, which a terminal obeys
TURNING = re.compile(r"[\u200e\u200f\u202a-\u202e\u2066-\u2069]")  # marks that turn the order of letters round
BOUNDS = {Qualifier.AT_LEAST: "≥", Qualifier.MORE_THAN: ">", Qualifier.UP_TO: "≤", Qualifier.ABOUT: "≈"}


def one_line(text: str) -> str:
    """Words of a text on one line, with nothing in them that a terminal obeys.

    >>> one_line("killed\\n19 people\\x1b[2J")
    'killed 19 people�[2J'
    """
    return TURNING.sub("", OBEYED.sub("�", " ".join(text.split())))


def quoted(text: str) -> str:
    """Words of the article in quotation marks."""
    return f"“{one_line(text)}”"


def how_many(figure: CasualtyFigure) -> str:
    """A count with its bounds: `19`, `≥ 1,754`, `5–7`, `≤ 200`, `dozens (≥ 24)`; `1` for a victim without a count."""
    low, high = figure.low, figure.high
    if figure.qualifier is Qualifier.VAGUE:
        word = one_line(figure.count or "some")
        return f"{word} (≥ {low:,})" if low is not None else word
    if low is not None and high is not None:
        mark = BOUNDS.get(figure.qualifier, "") if figure.qualifier is Qualifier.ABOUT else ""
        return f"{low:,}–{high:,}" if low != high else f"{mark} {low:,}".strip()
    if low is not None:
        return f"{'>' if figure.qualifier is Qualifier.MORE_THAN else '≥'} {low:,}"
    return f"≤ {high:,}" if high is not None else one_line(figure.count or "?")


def read_days(value: str) -> str:
    """An EDTF value in words.

    >>> [read_days(value) for value in ("2024-09/..", "2024-10-30~", "2023-10-07/2024-11-27", "2024-11")]
    ['since 2024-09', '≈ 2024-10-30', '2023-10-07 to 2024-11-27', '2024-11']
    """
    start, slash, end = value.partition("/")
    if not slash:
        return f"≈ {value.rstrip('~')}" if value.endswith("~") else value
    if end in ("", ".."):
        return f"since {start}"
    return f"until {end}" if start in ("", "..") else f"{start} to {end}"


def figure_days(figure: CasualtyFigure, published: Published) -> str:
    """When a figure is of: its own period, else the article's day in brackets; a toll says that it is one."""
    if figure.period:
        return read_days(figure.period)
    own = in_brackets(published)
    return f"toll {own}".strip() if figure.scope is Scope.CUMULATIVE else own


def claim_days(claim: Claim, published: Published) -> str:
    """When a claim was made: the day that the text names, else the article's in brackets."""
    return read_days(claim.said_on) if claim.said_on else in_brackets(published)


def in_brackets(published: Published) -> str:
    """The article's day, where a finding has none of its own."""
    day = published_days(published)
    return f"({day})" if day else ""


def published_days(published: Published) -> str:
    """The day an article appeared, or the days between which it did."""
    if published.value:
        return read_days(published.value)
    if published.not_before and published.not_after:
        return f"{published.not_before} to {published.not_after}"
    if published.not_before or published.not_after:
        return f"from {published.not_before}" if published.not_before else f"by {published.not_after}"
    return ""
