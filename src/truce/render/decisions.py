"""What a person decided about actors, as rows."""

from __future__ import annotations

from truce.answers import Decision, DecisionKind
from truce.render.cells import one_line
from truce.render.tables import Column, Screen


def what(decision: Decision) -> str:
    """The decision in words."""
    actor, other = one_line(decision.actor), one_line(decision.other or "")
    if decision.kind is DecisionKind.MERGE:
        return f"{other} is {actor}"
    where = f" in {one_line(decision.article)}" if decision.article else ""
    words = f"“{one_line(decision.written)}”" if decision.written else "what is meant" if where else ""
    return f"{words}{where} is {other}, not {actor}".strip() if other else f"{actor} is merged with nobody"


COLUMNS: tuple[Column[Decision], ...] = (
    Column("id", lambda decision: str(decision.id), justify="right"),
    Column("decision", what, "bold", is_long=True),
    Column("made", lambda decision: decision.made_at[:10], "cyan"),
    Column("taken back", lambda decision: (decision.undone_at or "")[:10]),
    Column("note", lambda decision: one_line(decision.note or ""), "dim", is_long=True),
)
DECISIONS: Screen[Decision] = Screen(wide=COLUMNS, narrow=COLUMNS)
