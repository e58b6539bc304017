"""The terms of a truce: who mediates, how long it lasts, on what conditions, from which day."""

from __future__ import annotations

import re

from truce.extraction.cast import Cast
from truce.records import DateMention, Span, TruceStatus

UNITS = {"hour": "H", "day": "D", "week": "W", "month": "M", "year": "Y"}
SMALL = {
    word: number
    for number, word in enumerate(
        """
        zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen
        """.split()
    )
} | {"a": 1, "an": 1, "another": 1, "twenty": 20, "thirty": 30, "forty": 40, "sixty": 60, "ninety": 90, "hundred": 100}
LENGTH = r"""
    (?P<number>\d+(?:\.\d+)?|[a-z]+)             # 60, six
    (?P<half>[ -]1/2|[ ]?½|-and-a-half)?          # 2-1/2
    [ -](?:more[ ])?
    (?P<unit>hour|day|week|month|year)s?(?:-long)?\b
"""
WITHIN = re.compile(rf"\b{LENGTH} | \b(?P<long>day|week|month|year)-?long\b", re.VERBOSE | re.IGNORECASE)  # yearlong
BEHIND = re.compile(
    rf"""
    \b(?:for|of|lasting|by)[ ](?:up[ ]to[ ]|at[ ]least[ ]|about[ ]|the[ ]next[ ]|an?[ ](?:initial|additional|further)[ ])?
    (?!the[ ](?:past|last)){LENGTH}
    """,
    re.VERBOSE | re.IGNORECASE,
)
NOT_TERMS = re.compile(r"(?:until|once)[ ](?:recently|now|then|lately)\b", re.IGNORECASE)
# Statuses of a truce with contents; a call for one has none.
WITH_CONTENT = frozenset({TruceStatus.AGREED, TruceStatus.PROPOSED, TruceStatus.IN_FORCE, TruceStatus.NEGOTIATING})
ENDS = r"(?=,[ ](?:even|while|as|but|although|though|and|which|who|saying|adding)\b|[.;\n”\"]|$)"
CONDITION = re.compile(
    rf"""
    (?P<clause>
        \b(?:only[ ])?(?:if|unless|until|once|only[ ](?:when|after))[ ].+?       # if Israel pulls back
    )
    {ENDS}
    | \b(?:provid(?:ed|ing)(?:[ ]that)?|on[ ](?:the[ ])?condition[ ](?:that|of)|as[ ]long[ ]as|in[ ](?:return|exchange)[ ]for
        |(?:contingent|conditional|dependent)[ ](?:up)?on)
      [ ](?P<term>.+?) {ENDS}                                                   # in exchange for prisoners
    | \b(?:call(?:s|ed|ing)?|provid(?:es?|ed|ing))[ ]for[ ](?P<content>.+?) {ENDS}    # the accord calls for elections
    | \b(?:requir(?:es?|ed|ing)|stipulat(?:es?|ed|ing)|forbids?|includ(?:es?|ed|ing))[ ](?:that[ ])?(?P<rule>.+?) {ENDS}
    """,
    re.VERBOSE | re.IGNORECASE,
)
TERMS_FOLLOW = re.compile(
    r",?\s+(?:contingent|conditional|dependent|provid(?:ed|ing)|on\s+(?:the\s+)?condition|in\s+(?:return|exchange)\s+for|if|unless)\b"
)
MEDIATED = re.compile(
    r"""
    (?P<before>[A-Z][\w.]+(?:[ ](?:and[ ])?[A-Z][\w.]+)*)-(?:brokered|mediated|sponsored|backed|led)\b
    | \b(?:brokered|mediated|negotiated|facilitated|sponsored|arranged)[ ](?:last[ ]\w+[ ]|in[ ]\w+[ ])?by[ ](?P<by>)
    """,
    re.VERBOSE,
)


def duration_of(name: str, behind: str = "") -> tuple[str, tuple[int, int]] | None:
    """How long a truce lasts, as ISO 8601, with its place in `name` and `behind` put together.

    `name` is the noun phrase of the truce, `behind` the rest of its clause.

    >>> duration_of("a 60-day truce"), duration_of("a 2-1/2-year ceasefire")[0]
    (('P60D', (2, 8)), 'P2Y6M')
    >>> duration_of("the truce", " for six more months")[0]
    'P6M'
    """
    for pattern, text, offset in ((WITHIN, name, 0), (BEHIND, behind, len(name))):
        for match in pattern.finditer(text):
            if (value := length_of(match)) and not re.match(r"[ -](?:old|ago|period)\b", text[match.end() :]):
                start = match.start("number") if match["number"] else match.start()
                return value, (offset + start, offset + match.end())
    return None


def length_of(match: re.Match[str]) -> str | None:
    """A matched length of time as ISO 8601, None where its number is none."""
    if match.groupdict().get("long"):
        return f"P1{UNITS[match['long'].lower()]}"
    written, unit = match["number"].lower(), UNITS[match["unit"].lower()]
    number = int(float(written)) if written[0].isdigit() else SMALL.get(written, 0)
    if not number:
        return None
    if unit == "H":
        return f"PT{number}H"
    return f"P{number}{unit}{'6M' if match['half'] and unit == 'Y' else ''}"


def conditions_of(text: str, status: TruceStatus) -> tuple[int, int] | None:
    """Where the terms stand in a clause: behind `if`, `until`, and for a truce with contents behind `calls for`."""
    for match in CONDITION.finditer(text):
        group = match.lastgroup or ""
        if NOT_TERMS.match(match.group()) or (group in ("content", "rule") and status not in WITH_CONTENT):
            continue
        return match.span(group)
    return None


def mediators_of(span: Span, cast: Cast) -> tuple[str, ...]:
    """Who brokered: `a Norway-brokered truce`, `brokered by Egypt and Qatar`."""
    found: list[str] = []
    for match in MEDIATED.finditer(span.text):
        if match["before"]:
            actor = cast.actor_at(span.start + match.start("before"), span.start + match.end("before"))
            found.append(actor.name if actor else match["before"])
        else:
            found += [
                actor.name
                for actor in cast.actors
                if any(
                    0 <= mention.start - (span.start + match.end()) <= 40 and mention.end <= span.end
                    for mention in actor.mentions
                )
            ]
    return tuple(dict.fromkeys(found))


def day_of(span: Span, dates: tuple[DateMention, ...]) -> DateMention | None:
    """The day named in a clause that says a truce took effect."""
    return next((date for date in dates if date.value and span.start <= date.span.start and date.span.end <= span.end), None)
