"""One actor: its names and part, with what it said last and the figures it is part of."""

from __future__ import annotations

from typing import Any

from rich.console import Console
from rich.text import Text

from truce.answers import Found, Stored, StoredActor
from truce.records import CasualtyFigure, Claim
from truce.render.actors import part
from truce.render.casualties import CASUALTIES
from truce.render.cells import one_line
from truce.render.claims import CLAIMS
from truce.render.tables import Screen, print_table


def print_actor(
    console: Console, actor: StoredActor, claims: Found[Stored[Claim]], figures: Found[Stored[CasualtyFigure]]
) -> None:
    """Print who an actor is, then its latest claims and figures, with how many there are in all."""
    console.print(Text(one_line(actor.name), "bold"))
    for label, value in described(actor):
        console.print(Text.assemble((f"{label:13}", "dim"), value))
    print_part(console, "Claims", CLAIMS, claims)
    print_part(console, "Casualty figures", CASUALTIES, figures)


def described(actor: StoredActor) -> list[tuple[str, str]]:
    """What is known of an actor, label and value."""
    rows = [
        ("number", str(actor.id)),
        ("kind", actor.kind.value.replace("_", " ")),
        ("part", part(actor)),
        ("also called", ", ".join(map(one_line, actor.aliases))),
        ("Wikidata", actor.wikidata or ""),
        ("named in", f"{actor.articles:,} article{'' if actor.articles == 1 else 's'}"),
    ]
    return [(label, value) for label, value in rows if value]


def print_part(console: Console, heading: str, screen: Screen[Any], found: Found[Any]) -> None:
    """Some rows under a heading that says how many there are."""
    if not found.rows:
        return
    shown = f"{found.total:,}" if found.total == len(found.rows) else f"{len(found.rows):,} of {found.total:,}"
    console.print(Text(f"\n{heading} ({shown})", "bold underline"))
    print_table(console, screen, found.rows)
