"""Elections, beginnings of wars and truces, and names that came up, as a text speaks of them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta
from functools import cache

from dateutil.relativedelta import relativedelta

from truce.extraction.dates.ahead import time_of
from truce.extraction.dates.expressions import Expression, Form, Time
from truce.extraction.dates.laying import Layout
from truce.extraction.published.evidence import Evidence, written
from truce.extraction.published.names import Words, has_word
from truce.extraction.published.told_days import SHOWN, YEARS, listed, year_around
from truce.extraction.published.windows import YEAR, since, union
from truce.lexicons.calendar import CalendarLexicon, Election
from truce.lexicons.dated_facts import Course, Courses, DatedFacts

NEAR = 60  # characters between an election, or an outbreak, and its date
US = "united_states"
KINDS = ("president", "midterm")
WEEK = timedelta(days=6)
MONTH = timedelta(days=31)
DEATH_OF = re.compile(r"(?:the |his |her )?(?:\w+ )?(?:death|killing|assassination|murder) of\b", re.IGNORECASE)
ANNIVERSARY = re.compile(
    r"\b(?:(?P<figure>\d{1,2})(?:st|nd|rd|th)|(?P<word>[a-z]+|[a-z]+-[a-z]+))[ -]anniversary of (?P<event>[^.;:]{1,70})",
    re.IGNORECASE,
)
UPCOMING = re.compile(
    r"\b(?:before|ahead of|upcoming|forthcoming|coming|next|looming|will|scheduled|slated|planned|set for|due|run-up to|prior to|"
    r"until|to be held|expected|candidates?|campaign\w*|prepar\w+|gear\w*|approach\w*|for the|may|might|could|"
    r"weeks? away|days? away|(?:is|are) (?:on|held|set)|takes? place)\b",
    re.IGNORECASE,
)
# might be reached before the [US] elections
LIMIT = re.compile(
    r"\b(?:will|may|might|could|would|can|should|hopes?|wants?)\b[^.;]{0,80}\b(?:before|ahead of|prior to)\b[^.,;:]{0,40}\Z",
    re.IGNORECASE,
)
HELD = re.compile(
    r"\b(?:held on|took place|won|lost|boycotted|voted|results?|after|since|following|rigged|disputed|defeated)\b", re.IGNORECASE
)


def find_elections(
    said: Sequence[Expression], layout: Layout, calendar: CalendarLexicon, *, facts: DatedFacts, words: Words
) -> Iterator[Evidence]:
    """Elections with their day or month: `the US elections on November 5`, `Tuesday's presidential election`."""
    nouns = re.compile(rf"\b(?:{'|'.join(map(re.escape, facts.election_nouns))})\b", re.IGNORECASE)
    for expression in said:
        if expression.year is not None or not (expression.month or expression.weekday is not None) or expression.step:
            continue
        noun = election_beside(expression, layout, nouns)
        if noun is None:
            continue
        first, last = layout.sentence(expression.start)
        state = state_beside(layout.text, first, last, noun=noun, facts=facts)
        states = [state] if state else [key for key, names in facts.state_words.items() if any(map(words.stands, names))]
        nearby = layout.text[max(first, noun[0] - 24) : noun[1]]
        fitting = [day for key in states for day in election_days(key, expression, nearby, facts=facts, calendar=calendar)]
        if fitting:
            yield election_evidence(expression, noun, sorted(fitting), layout, calendar=calendar)


def election_days(state: str, expression: Expression, nearby: str, *, facts: DatedFacts, calendar: CalendarLexicon) -> list[date]:
    """The days of a state's elections that are what the expression says."""
    days = us_days(calendar.elections, nearby) if state == US else ()
    if state != US and expression.day:  # no list is known to be complete: only the very day counts
        days = facts.elections.get(state, ())
    return [day for day in days if fits(day, expression)]


def state_beside(text: str, first: int, last: int, *, noun: tuple[int, int], facts: DatedFacts) -> str:
    """The state whose election it is: the one named nearest before the noun, else nearest behind it; empty for none."""
    found: list[tuple[int, str]] = []
    for state, names in facts.state_words.items():
        for match in re.finditer(rf"(?<!\w)(?:{'|'.join(map(re.escape, names))})(?!\w)", text[first:last]):
            gap = noun[0] - first - match.end()
            found.append((gap if gap >= 0 else 1000 - gap, state))
    return min(found)[1] if found else ""


def us_days(elections: tuple[Election, ...], words: str) -> tuple[date, ...]:
    """Every day of general elections in the United States; of those that are named, presidential or midterm, only."""
    return days_of_kind(elections, next((kind for kind in KINDS if kind in words.lower().replace("-", "")), ""))


@cache
def days_of_kind(elections: tuple[Election, ...], kind: str) -> tuple[date, ...]:
    """The days of the elections that have a name with this word in it, in order."""
    chosen = [election for election in elections if any(kind in name for name in election.names)]
    return tuple(sorted({day for election in chosen for year in YEARS if (day := election.day(year))}))


def election_beside(expression: Expression, layout: Layout, nouns: re.Pattern[str]) -> tuple[int, int] | None:
    """Where the election stands whose date this is: before it within a few words, or right behind it."""
    first, last = layout.sentence(expression.start)
    before = list(nouns.finditer(layout.text, max(first, expression.start - NEAR), expression.start))
    if before and not re.search(r"[.;]\s", layout.text[before[-1].end() : expression.start]):
        return before[-1].span()
    behind = nouns.search(layout.text, expression.end, min(last, expression.end + NEAR))
    if behind and re.match(r"(?:['’]s)?(?: [\w.-]+){0,4} \Z", layout.text[expression.end : behind.start()]):
        return behind.span()
    return None


def fits(day: date, expression: Expression) -> bool:
    """Whether a day is what the expression says of day, month and weekday."""
    return all(
        said is None or said == told
        for said, told in ((expression.day, day.day), (expression.month, day.month), (expression.weekday, day.weekday()))
    )


def election_evidence(
    expression: Expression, noun: tuple[int, int], days: list[date], layout: Layout, *, calendar: CalendarLexicon
) -> Evidence:
    """What an election with its date tells: which years it may have been, and whether it still lay ahead."""
    first = layout.sentence(expression.start)[0]
    time = time_of(expression, layout, calendar)
    words = layout.text[first : max(noun[1], expression.end)]
    if LIMIT.search(layout.text, first, noun[0]):
        time = Time.AHEAD
    elif UPCOMING.search(words):
        time = Time.OPEN if time is Time.PAST or HELD.search(words) else Time.AHEAD
    elif time is Time.PAST and (not HELD.search(words) or expression.end <= noun[0]):  # the March 28 election is named, not told
        time = Time.OPEN
    start, end = min(noun[0], expression.start), max(noun[1], expression.end)
    quoted = " ".join(layout.text[start:end].split())
    where = {Time.AHEAD: "still ahead", Time.PAST: "already past", Time.OPEN: "within a year"}[time]
    if expression.month is None:  # Tuesday's election: what stands between tells no tense
        where = "within a week"
        windows = union((day - WEEK, day + WEEK) for day in days)
    else:
        windows = year_around(days, time)
    years = listed(sorted({day.year for day in days if day.year in SHOWN}))
    return Evidence(windows, f"«{quoted}», {where}: such elections fell so in {years}", start, end)


def find_beginnings(said: Sequence[Expression], layout: Layout, courses: Courses, words: Words) -> Iterator[Evidence]:
    """`since the conflict began in September`, `a truce took effect on November 27`, where both sides are named.

    Each war, or truce, of these sides that began so may be meant, and the article is at most a year younger.
    """
    known = [course for course in courses.each if all(any(words.stands(word) for word in side) for side in course.sides)]
    beginning = beginning_pattern(courses.nouns, courses.verbs)
    for expression in said if known else ():
        if expression.form is not Form.CALENDAR or expression.year is not None or not expression.month or expression.step:
            continue
        match = beginning.search(layout.text, layout.sentence(expression.start)[0], expression.start)
        began = [(course, day) for course in known for day in days_begun(course, expression)] if match else []
        if match and began:
            windows = union((day, day + YEAR) for _, day in began)
            quoted = " ".join(layout.text[match.start() : expression.end].split())
            when = listed(sorted({day.year for _, day in began}))
            yield Evidence(windows, f"«{quoted}»: {began[0][0].name} began so in {when}", match.start(), expression.end)


@cache
def beginning_pattern(nouns: tuple[str, ...], verbs: tuple[str, ...]) -> re.Pattern[str]:
    """Nouns and verbs in either order, up to the date: `the war began in`, `launched its offensive on`."""
    noun, verb = rf"\b(?:{'|'.join(nouns)})\b", rf"\b(?:{'|'.join(verbs)})\b"
    return re.compile(
        rf"{noun}[^.;:,]{{0,90}}?{verb}[^.;:]{{0,60}}\Z|{verb}(?: [\w-]+){{0,3}}? {noun}[^.;:]{{0,60}}\Z", re.IGNORECASE
    )


def days_begun(course: Course, expression: Expression) -> Iterator[date]:
    """The days on which a war or a truce began that fit what is said of day and month."""
    for began in course.began:
        if began.earliest.month == expression.month and (
            expression.day is None or expression.day == began.earliest.day or began.earliest != began.latest
        ):
            yield began.earliest


def find_names(names: Mapping[str, date], layout: Layout, words: Words) -> Iterator[Evidence]:
    """Names that nobody used before a day: `the Abraham Accords`."""
    found = [(day, name) for name, day in names.items() if words.stands(name)]
    if found:
        day, name = max(found)
        start = layout.text.find(name)
        yield Evidence(since(day), f"«{name}» is known since {written(day)}", start, start + len(name))


def find_anniversaries(facts: DatedFacts, layout: Layout, ordinals: Mapping[str, int]) -> Iterator[Evidence]:
    """`the first anniversary of the Oct. 7 attack`: a month around that day, so many years on."""
    for match in ANNIVERSARY.finditer(layout.text):
        number = int(match["figure"]) if match["figure"] else ordinals.get(match["word"].lower(), 0)
        dated = facts.deaths if DEATH_OF.match(match["event"]) else facts.names
        event = next((name for name in dated if has_word(match["event"], name)), None)
        if not number or event is None:
            continue
        day: date = dated[event] + relativedelta(years=number)
        quoted = " ".join(layout.text[match.start() : match.start("event")].split())
        reason = f"«{quoted} … {event}» is on {written(day)}"
        yield Evidence(union([(day - MONTH, day + MONTH)]), reason, match.start(), match.end())
