"""Actors that a person told apart although the articles write them alike."""

from __future__ import annotations

from sqlmodel import Session, col, select

from truce.store.folding import fold
from truce.store.tables import DecisionRow


class Separations:
    """The splits that hold for one article; the latest wins."""

    def __init__(self, rules: list[tuple[int, str | None, int]]) -> None:
        """Each rule leads from an actor, and what is written (None for anything), to the actor that is meant."""
        self._rules = rules

    def apply(self, actor_id: int, written: str) -> int:
        """The actor that is meant by these words, who without a decision would be `actor_id`."""
        for actor, words, other in self._rules:
            if actor == actor_id and words in (None, fold(written)):
                return other
        return actor_id


def separations_for(session: Session, identity: str) -> Separations:
    """The splits that hold for the article of this identity."""
    statement = (
        select(DecisionRow)
        .where(col(DecisionRow.kind) == "split", col(DecisionRow.undone_at).is_(None), col(DecisionRow.other_id).is_not(None))
        .where(col(DecisionRow.article_identity).is_(None) | (col(DecisionRow.article_identity) == identity))
        .order_by(col(DecisionRow.id).desc())
    )
    rows = session.exec(statement).all()
    return Separations([(row.actor_id, row.written, row.other_id) for row in rows if row.other_id is not None])
