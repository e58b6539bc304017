"""Statements about truces: as rows, or as the course of each conflict day by day."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from rich.console import Console
from rich.text import Text

from truce.answers import Stored
from truce.ledger.truces import Course, statement_day
from truce.records import TruceStatement
from truce.render.cells import one_line, quoted, read_days
from truce.render.tables import NARROW, Column, Screen, article_column, to_table, write_lines

Row = Stored[TruceStatement]
DURATION = re.compile(r"P(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)W)?(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?)?")
UNITS = ("year", "month", "week", "day", "hour", "minute")
UNNAMED = "parties not named"


def parties(found: Row) -> str:
    """Between whom it is or would be."""
    return conflict_name(found.record.parties)


def conflict_name(names: Sequence[str]) -> str:
    """The parties of a conflict: `Hezbollah – Israel`."""
    return " – ".join(map(one_line, names)) or UNNAMED


def read_duration(value: str) -> str:
    """An ISO 8601 duration in words.

    >>> read_duration("P60D"), read_duration("PT72H"), read_duration("P1M")
    ('60 days', '72 hours', '1 month')
    """
    match = DURATION.fullmatch(value)
    if match is None or not any(match.groups()):
        return value
    counted = ((int(number), unit) for number, unit in zip(match.groups(), UNITS, strict=True) if number)
    return " ".join(f"{number} {unit}{'' if number == 1 else 's'}" for number, unit in counted)


def terms(found: Row) -> str:
    """How long, under which conditions, by whose mediation, from when."""
    truce = found.record
    parts = (
        read_duration(truce.duration) if truce.duration else "",
        one_line(truce.conditions or ""),
        f"mediated by {', '.join(map(one_line, truce.mediators))}" if truce.mediators else "",
        f"in force on {read_days(truce.in_force_on)}" if truce.in_force_on else "",
    )
    return "; ".join(part for part in parts if part)


def when(found: Row) -> str:
    """The day that it is about: its own, else its article's in brackets."""
    day = statement_day(found)
    return "" if day is None else read_days(day) if found.record.in_force_on else f"({read_days(day)})"


def details(found: Row) -> Text:
    """The terms in one cell, the words of the article below them."""
    words = Text(quoted(found.record.span.text), "dim")
    return Text(f"{terms(found)}\n").append_text(words) if terms(found) else words


WHEN: Column[Row] = Column("when", when, "cyan")
STATUS: Column[Row] = Column("status", lambda found: found.record.status.value.replace("_", " "), "bold green")
PARTIES: Column[Row] = Column("parties", parties, is_long=True)
TERMS: Column[Row] = Column("terms", terms, is_long=True)
EVIDENCE: Column[Row] = Column("evidence", lambda found: quoted(found.record.span.text), "dim", is_long=True)
DETAILS: Column[Row] = Column("terms, evidence", details, is_long=True)

TRUCES: Screen[Row] = Screen(
    wide=(WHEN, STATUS, PARTIES, TERMS, article_column(), EVIDENCE),
    narrow=(WHEN, STATUS, PARTIES, DETAILS, article_column()),
)


@dataclass(frozen=True, slots=True)
class Stage:
    """A statement with its conflict, and its day where the statement before it has another."""

    conflict: str
    day: str
    found: Row


def print_courses(console: Console, courses: Sequence[Course]) -> None:
    """Print the course of each conflict; into a file or pipe a line for each statement, conflict and day on every line."""
    if not console.is_terminal:
        stages = [Stage(conflict_name(course.parties), when(each), each) for course in courses for each in course.statements]
        write_lines(console, stage_columns(is_wide=True, has_conflict=True), stages)
        return
    columns = stage_columns(is_wide=console.width >= NARROW, has_conflict=False)
    for course in courses:
        console.print(Text(f"\n{conflict_name(course.parties)}", "bold underline"))
        console.print(to_table(columns, stages_of(course), leading=1))


def stages_of(course: Course) -> list[Stage]:
    """The statements of a course, each day said once."""
    days = ["", *map(when, course.statements)]
    return [
        Stage("", "" if day == before else day, found)
        for before, day, found in zip(days, days[1:], course.statements, strict=False)
    ]


def stage_columns(*, is_wide: bool, has_conflict: bool) -> tuple[Column[Stage], ...]:
    """The columns of a course: those of a statement, with conflict and day before them."""
    number: Column[Row] = article_column()
    shown = (STATUS, TERMS, number, EVIDENCE) if is_wide else (STATUS, DETAILS, number)
    conflict: tuple[Column[Stage], ...] = (Column("conflict", lambda stage: stage.conflict),) if has_conflict else ()
    return (*conflict, Column("day", lambda stage: stage.day, "cyan"), *(of_stage(column) for column in shown))


def of_stage(column: Column[Row]) -> Column[Stage]:
    """A column of a statement as one of its stage."""
    return Column(column.heading, lambda stage: column.cell(stage.found), column.style, column.justify, column.is_long)
