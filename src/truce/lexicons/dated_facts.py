"""Read the facts with a day: deaths, elections, outbreaks of war, truces, names that came up."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from truce.edtf import Bounds, bounds
from truce.errors import LexiconError
from truce.lexicons.loading import FOLDER, read_groups
from truce.lexicons.offices import words_for
from truce.lexicons.states import read_states

FILE = "dated_facts"
GROUPS = ("deaths", "elections", "wars", "truces", "names")
DATED = re.compile(r"(?P<name>.+?) (?P<day>\d{4}(?:-\d\d){0,2})")


@dataclass(frozen=True, slots=True)
class Course:
    """A war or a truce by the words of each of its sides, with the days (or months) on which it began."""

    name: str
    sides: tuple[frozenset[str], ...]
    began: tuple[Bounds, ...]


@dataclass(frozen=True, slots=True)
class Courses:
    """Wars, or truces, with the nouns that news has for them and the verbs that tell of their beginning."""

    each: tuple[Course, ...]
    nouns: tuple[str, ...]
    verbs: tuple[str, ...]


@dataclass(frozen=True)
class DatedFacts:
    """Facts by which an article can be dated; the days of a fact known to the month cover all of it.

    `deaths` and `names` give the first day, `elections` the days by the key of a state, `state_words` the words that stand
    for that state beside an election.
    """

    deaths: Mapping[str, date]
    elections: Mapping[str, tuple[date, ...]]
    state_words: Mapping[str, tuple[str, ...]]
    election_nouns: tuple[str, ...]
    wars: Courses
    truces: Courses
    names: Mapping[str, date]


def read_dated_facts(folder: Path = FOLDER) -> DatedFacts:
    """The facts that ship with truce; LexiconError names file, entry and fault of a bad one."""
    groups = read_groups(FILE, folder=folder)
    if missing := [name for name in GROUPS if name not in groups]:
        raise LexiconError(f"{FILE}.toml", missing[0], "the group is missing")
    states = {state.key: state for state in read_states()}
    days = groups["elections"].get("days", {})
    if strange := sorted(set(days) - set(states)):
        raise LexiconError(f"{FILE}.toml", "elections", f"{strange[0]} is the key of no state")
    return DatedFacts(
        deaths=read_dated("deaths", groups["deaths"].get("people", ())),
        elections={key: tuple(read_day("elections", day).earliest for day in listed) for key, listed in days.items()},
        state_words={key: words_for(states[key]) for key in (*days, "united_states")},
        election_nouns=tuple(groups["elections"].get("nouns", ())),
        wars=read_courses("wars", groups["wars"]),
        truces=read_courses("truces", groups["truces"]),
        names=read_dated("names", groups["names"].get("entries", ())),
    )


def read_dated(group: str, lines: list[str]) -> dict[str, date]:
    """The first possible day of each line `name day`."""
    found: dict[str, date] = {}
    for line in lines:
        match = DATED.fullmatch(line)
        if match is None:
            raise LexiconError(f"{FILE}.toml", f"{group}: {line}", "it is not like «Yitzhak Rabin 1995-11-04»")
        found[match["name"]] = read_day(group, match["day"]).earliest
    return found


def read_day(group: str, day: str) -> Bounds:
    """The days of an ISO day or month."""
    try:
        return bounds(day)
    except ValueError as error:
        raise LexiconError(f"{FILE}.toml", f"{group}: {day}", str(error)) from error


def read_courses(group: str, fields: Mapping[str, Any]) -> Courses:
    """All wars, or all truces."""
    each = tuple(read_course(group, entry) for entry in fields.get("entries", ()))
    return Courses(each, tuple(fields.get("nouns", ())), tuple(fields.get("verbs", ())))


def read_course(group: str, entry: Mapping[str, Any]) -> Course:
    """One war or truce."""
    try:
        sides = tuple(frozenset(side) for side in entry["sides"])
        return Course(entry["name"], sides, tuple(read_day(group, day) for day in entry["began"]))
    except (KeyError, TypeError) as error:
        raise LexiconError(f"{FILE}.toml", f"{group}: {entry.get('name')}", f"it lacks or misstates {error}") from error
