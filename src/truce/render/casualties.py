"""Casualty figures as rows: how many, of whom, where, by whose count."""

from __future__ import annotations

from rich.text import Text

from truce.answers import Stored
from truce.records import CasualtyFigure, Outcome, Scope, VictimClass
from truce.render.cells import figure_days, how_many, one_line, quoted
from truce.render.tables import Column, Screen, article_column, told, told_column

Row = Stored[CasualtyFigure]


def amount(found: Row) -> str:
    """How many, with what befell them: `≥ 1,754 killed`."""
    outcome = found.record.outcome
    return f"{how_many(found.record)} {'dead or hurt' if outcome is Outcome.CASUALTIES else outcome.value}"


def victims(found: Row) -> str:
    """Who they were, with class and side where the words alone do not say so."""
    figure = found.record
    words = one_line(figure.victims or "")
    notes = [figure.victim_class.value.replace("_", " ")] if figure.victim_class is not VictimClass.UNSPECIFIED else []
    notes += [one_line(figure.affiliation)] if figure.affiliation else []
    told = [note for note in notes if note.casefold() not in words.casefold()]
    return f"{words} ({', '.join(told)})" if words and told else words or ", ".join(told)


def place(found: Row) -> str:
    """The innermost named place."""
    return one_line(found.record.place or "")


def source(found: Row) -> str:
    """Who gave the figure."""
    return one_line(found.record.source or "")


def scope(found: Row) -> str:
    """One incident or a running toll; whether another figure holds these victims already."""
    kind = "toll" if found.record.scope is Scope.CUMULATIVE else "incident"
    return kind if found.record.subset_of is None else f"{kind}, part of another"


def details(found: Row) -> Text:
    """Victims, place and source in one cell, the words of the article below them."""
    part = "" if found.record.subset_of is None else "part of another figure"
    times = f"origins: {told(found)}" if found.reports > 1 else ""
    parts = (victims(found), place(found), f"by {source(found)}" if source(found) else "", part, times)
    return Text(" · ".join(part for part in parts if part)).append(f"\n{quoted(found.record.evidence.text)}", "dim")


WHEN: Column[Row] = Column("when", lambda found: figure_days(found.record, found.article.published), "cyan")
FIGURE: Column[Row] = Column("figure", amount, "bold red")

CASUALTIES: Screen[Row] = Screen(
    wide=(
        WHEN,
        FIGURE,
        Column("victims", victims, is_long=True),
        Column("place", place, is_long=True),
        Column("source", source, is_long=True),
        Column("scope", scope),
        told_column(),
        article_column(),
        Column("evidence", lambda found: quoted(found.record.evidence.text), "dim", is_long=True),
    ),
    narrow=(WHEN, FIGURE, Column("victims, place, source, evidence", details, is_long=True), article_column()),
)
