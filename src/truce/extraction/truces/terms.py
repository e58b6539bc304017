"""The terms of a truce: whom it binds, who mediates, how long it lasts, on what conditions, from which day."""

from __future__ import annotations

import re

from truce.extraction.cast import Cast
from truce.extraction.reading import Reading
from truce.records import Actor, ActorKind, DateMention, Span

UNITS = {"hour": "H", "day": "D", "week": "W", "month": "M", "year": "Y"}
SMALL = {
    word: number
    for number, word in enumerate(
        """
        zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen
        """.split()
    )
} | {"a": 1, "an": 1, "another": 1, "twenty": 20, "thirty": 30, "forty": 40, "sixty": 60, "ninety": 90, "hundred": 100}
DURATION = re.compile(
    r"""
    \b(?P<number>\d+(?:\.\d+)?|[a-z]+)            # 60, six
    (?P<half>[ -]1/2|[ ]?½|-and-a-half)?          # 2-1/2
    [ -](?:more[ ])?
    (?P<unit>hour|day|week|month|year)s?(?:-old|-long)?\b
    | \b(?P<long>day|week|month|year)-?long\b     # yearlong
    """,
    re.VERBOSE | re.IGNORECASE,
)
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
BETWEEN = re.compile(r"\bbetween\s+")
MEDIATED = re.compile(
    r"""
    (?P<before>[A-Z][\w.]+(?:[ ](?:and[ ])?[A-Z][\w.]+)*)-(?:brokered|mediated|sponsored|backed|led)\b
    | \b(?:brokered|mediated|negotiated|facilitated|sponsored|arranged)[ ](?:last[ ]\w+[ ]|in[ ]\w+[ ])?by[ ](?P<by>)
    """,
    re.VERBOSE,
)
FIGHTING = frozenset({ActorKind.STATE, ActorKind.ARMED_GROUP, ActorKind.MILITARY})
RULING = ("government", "cabinet", "authority", "junta", "regime")
PAIR = 2
NEAR = 120  # characters behind `between`


def duration_of(text: str) -> tuple[str, tuple[int, int]] | None:
    """The first length of time in a text as ISO 8601 with its place.

    >>> duration_of("a 60-day truce"), duration_of("for six months")[0], duration_of("a 2-1/2-year ceasefire")[0]
    (('P60D', (2, 8)), 'P6M', 'P2Y6M')
    """
    for match in DURATION.finditer(text):
        if match["long"]:
            return f"P1{UNITS[match['long'].lower()]}", match.span()
        written, unit = match["number"].lower(), UNITS[match["unit"].lower()]
        number = int(float(written)) if written[0].isdigit() else SMALL.get(written, 0)
        if not number or re.match(r"[ -](?:old|ago)\b|\s+(?:ago|old)\b", text[match.end() :]) or match.group().endswith("-old"):
            continue
        if unit == "H":
            return f"PT{number}H", match.span()
        half = "6M" if match["half"] and unit == "Y" else ""
        return f"P{number}{unit}{half}", match.span()
    return None


def conditions_of(text: str) -> tuple[int, int] | None:
    """Where the terms stand in a clause: behind `if`, `until`, `calls for`."""
    match = CONDITION.search(text)
    return match.span(match.lastgroup or 0) if match else None


def parties_of(reading: Reading, span: Span, cast: Cast, before: tuple[str, ...]) -> tuple[str, ...]:
    """Those between whom a truce is or would be: `between A and B`, those whom the clause names, else those of before."""
    mediators = mediators_of(span, cast)
    between = BETWEEN.search(span.text)
    if between:
        names = parties_in(cast, span.start + between.end(), span.start + between.end() + NEAR)
        if len(names) >= PAIR:
            return names[:PAIR]
    sentence = reading.sentence_at(reading.word_at(span.start))
    named = parties_in(cast, span.start, span.end) + parties_in(
        cast, reading.starts[sentence.start], reading.ends[sentence.end - 1]
    )
    found = tuple(name for name in dict.fromkeys(named) if name not in mediators)
    if len(found) < PAIR and before and (not found or found[0] in before):
        return before
    return tuple(dict.fromkeys(found + tuple(name for name in leading_parties(cast) if name not in mediators)))[:PAIR]


def parties_in(cast: Cast, start: int, end: int) -> tuple[str, ...]:
    """The parties that a stretch names, in order."""
    found: dict[str, int] = {}
    for actor in cast.actors:
        name = party_name(actor)
        for mention in actor.mentions:
            if name and start <= mention.start and mention.end <= end:
                found.setdefault(name, mention.start)
    return tuple(sorted(found, key=lambda name: found[name]))


def party_name(actor: Actor) -> str | None:
    """The name under which an actor can be a party; a cabinet is its state, a ministry is none."""
    if actor.kind in FIGHTING:
        return actor.name
    if actor.kind is ActorKind.GOVERNMENT and actor.name.lower().endswith(RULING):
        return actor.affiliation or actor.name
    return None


def leading_parties(cast: Cast) -> tuple[str, ...]:
    """The fighting parties that a report names most often."""
    fighting = [actor for actor in cast.actors if actor.kind in FIGHTING]
    return tuple(actor.name for actor in sorted(fighting, key=weight_of, reverse=True))[:PAIR]


def weight_of(actor: Actor) -> tuple[int, int]:
    """How far an actor leads a report."""
    return len(actor.mentions), -actor.mentions[0].start


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
