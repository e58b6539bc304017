"""Actors as rows, with what is counted of them."""

from __future__ import annotations

from collections.abc import Callable

from truce.answers import StoredActor
from truce.render.cells import one_line
from truce.render.tables import Column, Screen


def part(actor: StoredActor) -> str:
    """Role and affiliation: `leader, Hezbollah`."""
    return ", ".join(one_line(each) for each in (actor.role, actor.affiliation) if each)


def counted(heading: str, count: Callable[[StoredActor], int]) -> Column[StoredActor]:
    """A column of a number."""
    return Column(heading, lambda actor: f"{count(actor):,}", justify="right")


COLUMNS: tuple[Column[StoredActor], ...] = (
    Column("id", lambda actor: str(actor.id), justify="right"),
    Column("actor", lambda actor: one_line(actor.name), "bold", is_long=True),
    Column("kind", lambda actor: actor.kind.value.replace("_", " ")),
    Column("role, affiliation", part, is_long=True),
    counted("articles", lambda actor: actor.articles),
    counted("claims", lambda actor: actor.claims),
    counted("figures", lambda actor: actor.figures),
    counted("truces", lambda actor: actor.truces),
    Column("also called", lambda actor: ", ".join(map(one_line, actor.aliases)), "dim", is_long=True),
)
ACTORS: Screen[StoredActor] = Screen(wide=COLUMNS, narrow=COLUMNS[:-2])
