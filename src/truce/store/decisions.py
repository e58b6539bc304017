"""What a person decides about actors: two are one, or one is two.

A merge changes nothing that was stored: `actors.same_as_id` is worked out anew from all decisions that hold. A split leads
findings to another actor, now and whenever an article is extracted again; undoing it leads them back.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass

from sqlmodel import col, select

from truce.answers import Decision, DecisionKind
from truce.errors import StoreError
from truce.store.folding import fold
from truce.store.lookup import NUMBER, find_article
from truce.store.saving import now
from truce.store.sessions import ReportSession, run
from truce.store.tables import ActorRow, ArticleRow, DecisionRow
from truce.store.voices import find_actors, nearest_names, voices_of

# Every column that leads to an actor: the table, the column, the words that led there, the article.
LEADS = (
    ("mentions", "actor_id", "r.name", "r.article_id"),
    ("claims", "speaker_id", "r.speaker", "r.article_id"),
    ("casualties", "affiliation_id", "r.affiliation", "r.article_id"),
    ("casualties", "source_id", "r.source", "r.article_id"),
    ("claim_subjects", "actor_id", "r.name", "(SELECT article_id FROM claims WHERE id = r.claim_id)"),
    ("truce_parties", "actor_id", "r.name", "(SELECT article_id FROM truces WHERE id = r.truce_id)"),
    ("affiliations", "actor_id", "NULL", "r.article_id"),
    ("aliases", "actor_id", "r.name", "r.article_id"),
)


@dataclass(frozen=True, slots=True)
class Apart:
    """What is to be told apart from an actor: what is written so, in this article; the new actor's name."""

    written: str | None = None
    article: str | None = None
    name: str | None = None


def merge_actors(session: ReportSession, actor: str | int, other: str | int, *, note: str | None) -> Decision:
    """Let one actor be another one; StoreError where they already are, or where a name is nobody's."""
    one, two = find_one(session, actor), find_one(session, other)
    if root_of(session, one) == root_of(session, two):
        raise StoreError(f"{one.name} and {two.name} are one actor already")
    row = DecisionRow(kind=DecisionKind.MERGE, actor_id=one.id or 0, other_id=two.id, note=note, made_at=now())
    return decided(session, row)


def split_actor(session: ReportSession, actor: str | int, apart: Apart, *, note: str | None) -> Decision:
    """Take an actor out of its merges, or part of its findings from it."""
    one = find_one(session, actor)
    row = DecisionRow(kind=DecisionKind.SPLIT, actor_id=one.id or 0, note=note, made_at=now())
    if apart.written is None and apart.article is None:
        if not is_merged(session, one):
            raise StoreError(f"{one.name} is merged with nobody; say what is written so, or in which article, to part it")
        return decided(session, row)
    row.written = None if apart.written is None else fold(apart.written)
    row.article_identity = None if apart.article is None else find_article(session, apart.article).identity
    moved = rows_to_part(session, row)
    if not any(moved.values()):
        raise StoreError(f"nothing that is written so stands for {one.name}; nothing was changed")
    name = apart.name or new_name(session, one.name)
    new = ActorRow(name=name, kind=one.kind, folded=fold(name), is_split=True)
    session.add(new)
    session.flush()
    row.other_id = new.id
    redirect(session, moved, new.id or 0)
    return decided(session, row)


def undo_decision(session: ReportSession, number: int) -> Decision:
    """Take a decision back; what it parted comes together again."""
    row = session.get(DecisionRow, number)
    if row is None or row.undone_at is not None:
        raise StoreError(f"there is no decision {number} that holds; `truce actors decisions` lists them")
    row.undone_at = now()
    if row.other_id is not None and row.kind == DecisionKind.SPLIT:
        for table, column, _, _ in LEADS:
            change = f"UPDATE {table} SET {column} = :actor WHERE {column} = :other"
            run(session, change, actor=row.actor_id, other=row.other_id)
    return decided(session, row)


def list_decisions(session: ReportSession) -> tuple[Decision, ...]:
    """Every decision in order."""
    return tuple(to_decision(session, row) for row in session.exec(select(DecisionRow).order_by(col(DecisionRow.id))))


def decided(session: ReportSession, row: DecisionRow) -> Decision:
    """Write a decision and work out anew who is whom."""
    session.add(row)
    session.flush()
    rows = session.exec(select(DecisionRow).where(col(DecisionRow.undone_at).is_(None)).order_by(col(DecisionRow.id))).all()
    wanted = roots(rows)
    for actor in session.exec(select(ActorRow).where(col(ActorRow.same_as_id).is_not(None) | col(ActorRow.id).in_(wanted))):
        actor.same_as_id = wanted.get(actor.id or 0)
        session.add(actor)
    session.flush()
    return to_decision(session, row)


def roots(rows: Iterable[DecisionRow]) -> dict[int, int]:
    """By each actor that was merged, the one that stands for all of them.

    >>> made = {"made_at": "", "kind": "merge"}
    >>> roots([DecisionRow(actor_id=1, other_id=2, **made), DecisionRow(actor_id=3, other_id=1, **made)])
    {2: 3, 1: 3}
    """
    above: dict[int, int] = {}

    def root(actor: int) -> int:
        while actor in above:
            actor = above[actor]
        return actor

    for row in rows:
        if row.kind == DecisionKind.MERGE and row.other_id is not None and root(row.actor_id) != root(row.other_id):
            above[root(row.other_id)] = root(row.actor_id)
        elif row.kind == DecisionKind.SPLIT and row.other_id is None and above.pop(row.actor_id, None) is None:
            above = {one: other for one, other in above.items() if other != row.actor_id}
    return {actor: root(actor) for actor in above}


def rows_to_part(session: ReportSession, row: DecisionRow) -> dict[tuple[str, str], list[int]]:
    """The rows, by table and column, that lead to the actor and are to lead to the new one.

    Where an article presents the actor by the words in question only, all that leads to it there goes along.
    """
    here = "" if row.article_identity is None else "AND {article} IN (SELECT id FROM articles WHERE identity = :identity)"
    found = {}
    for table, column, written, article in LEADS:
        there = f"r.{column} = :actor AND {article} IS NOT NULL {here.format(article=article)}"
        rows = f"SELECT r.id, {written} AS written, {article} AS article FROM {table} r WHERE {there}"
        found[table, column] = run(session, rows, actor=row.actor_id, identity=row.article_identity).all()
    if row.written is None:
        return {lead: [each.id for each in rows] for lead, rows in found.items()}
    presented = {(each.article, fold(each.written) == row.written) for each in found["mentions", "actor_id"]}
    whole = {article for article, is_meant in presented if is_meant and (article, False) not in presented}
    return {
        lead: [each.id for each in rows if each.article in whole or (each.written and fold(each.written) == row.written)]
        for lead, rows in found.items()
    }


def redirect(session: ReportSession, moved: dict[tuple[str, str], list[int]], actor_id: int) -> None:
    """Lead these rows to an actor."""
    for (table, column), ids in moved.items():
        change = f"UPDATE {table} SET {column} = :actor WHERE id IN (SELECT value FROM json_each(:ids))"
        run(session, change, actor=actor_id, ids=json.dumps(ids))


def find_one(session: ReportSession, actor: str | int) -> ActorRow:
    """The actor of a name or number; StoreError where it is nobody's or more than one actor's."""
    if isinstance(actor, int) or NUMBER.fullmatch(actor):
        row = session.get(ActorRow, int(actor))
        if row is None:
            raise StoreError(f"there is no actor {actor}; `truce actors` lists them")
        return row
    ids = find_actors(session, actor)
    if not ids:
        nearest = nearest_names(session, actor)
        hint = f"; did you mean {' or '.join(nearest)}?" if nearest else ""
        raise StoreError(f"no stored article names «{actor}»{hint}")
    rows = [session.get_one(ActorRow, id) for id in ids]
    if len({row.same_as_id or row.id for row in rows}) > 1:
        raise StoreError(f"«{actor}» may be any of {', '.join(f'{row.id} {row.name}' for row in rows)}; give the number")
    return rows[0]


def root_of(session: ReportSession, row: ActorRow) -> int:
    """The number of the actor that stands for this one."""
    return row.same_as_id or row.id or 0


def is_merged(session: ReportSession, row: ActorRow) -> bool:
    """Whether an actor is one with others."""
    return len(voices_of(session, (row.id or 0,), exact=True).ids) > 1


def new_name(session: ReportSession, name: str) -> str:
    """A name for a new actor that is so called too: `Ali Hassan (2)`."""
    number = 2
    while session.exec(select(ActorRow.id).where(col(ActorRow.folded) == fold(f"{name} ({number})"))).first() is not None:
        number += 1
    return f"{name} ({number})"


def to_decision(session: ReportSession, row: DecisionRow) -> Decision:
    """A decision with the names of those it is about."""
    article = None
    if row.article_identity is not None:
        statement = select(ArticleRow.name).where(col(ArticleRow.identity) == row.article_identity, col(ArticleRow.is_current))
        article = session.exec(statement).first() or row.article_identity
    return Decision(
        id=row.id or 0,
        kind=DecisionKind(row.kind),
        actor=session.get_one(ActorRow, row.actor_id).name,
        other=None if row.other_id is None else session.get_one(ActorRow, row.other_id).name,
        written=row.written,
        article=article,
        note=row.note,
        made_at=row.made_at,
        undone_at=row.undone_at,
    )
