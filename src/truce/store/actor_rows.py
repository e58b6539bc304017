"""Actors across articles: the row of whoever a name stands for, found or made."""

from __future__ import annotations

from functools import lru_cache

from sqlmodel import Session, col, select

from truce.lexicons.actors import ActorEntry, ActorLexicon
from truce.lexicons.speaking_for import read_speaking_words
from truce.records import ActorKind
from truce.store.days import days_of
from truce.store.folding import fold, shown_name
from truce.store.naming import Named, identify, speaks_by_role
from truce.store.tables import ActorRow, AffiliationRow, AliasRow

NAMES_KEPT = 1 << 14  # names whose meaning is remembered, some megabytes


class ActorRows:
    """The actors of a database, as the lexicon and the articles name them.

    Ids are remembered: when a transaction fails, `forget`.
    """

    def __init__(self, lexicon: ActorLexicon) -> None:
        self.lexicon = lexicon
        self._by_key: dict[str, int] = {}
        self._by_name: dict[str, int] = {}
        self.words = read_speaking_words()
        self.identify = lru_cache(maxsize=NAMES_KEPT)(lambda written: identify(written, lexicon, self.words))

    def forget(self) -> None:
        """Ask the database anew: rows that were made may be gone."""
        self._by_key.clear()
        self._by_name.clear()

    def named(self, session: Session, written: str, *, kind: ActorKind = ActorKind.OTHER) -> int:
        """The actor of a name as written: the lexicon's, else one of its own by that very name."""
        meant: Named = self.identify(written)
        if meant.entry is not None:
            return self.known(session, meant.entry)
        folded = fold(written)
        if folded not in self._by_name:
            self._by_name[folded] = self._unknown(session, written, folded, kind, meant.speaks_for)
        elif kind is not ActorKind.OTHER:
            set_kind(session, self._by_name[folded], kind)
        return self._by_name[folded]

    def keyed(self, session: Session, key: str) -> int | None:
        """The actor of a lexicon key; None where the lexicon does not have it (any more)."""
        try:
            return self.known(session, self.lexicon.by_key(key))
        except KeyError:
            return None

    def known(self, session: Session, entry: ActorEntry) -> int:
        """The row of a lexicon's actor, brought up to date once while the store is open, with those it speaks for."""
        if entry.key not in self._by_key:
            row = find_known(session, entry) or ActorRow(name=entry.name, kind=entry.kind, folded=fold(entry.name))
            row.key, row.name, row.kind, row.folded = entry.key, entry.name, entry.kind.value, fold(entry.name)
            row.wikidata, row.country = entry.wikidata, entry.country
            self._by_key[entry.key] = made = stored(session, row)
            demonym = self.lexicon.demonym(entry.key)
            set_aliases(session, made, entry, demonyms=(demonym,) if demonym else ())
            self._set_affiliations(session, made, entry)
        return self._by_key[entry.key]

    def _unknown(self, session: Session, written: str, folded: str, kind: ActorKind, speaks_for: tuple[ActorEntry, ...]) -> int:
        statement = select(ActorRow).where(col(ActorRow.folded) == folded, col(ActorRow.key).is_(None), ~col(ActorRow.is_split))
        row = session.exec(statement).first() or ActorRow(name=shown_name(written) or written, kind=kind, folded=folded)
        made = stored(session, row)
        if kind is not ActorKind.OTHER:
            set_kind(session, made, kind)
        for above in speaks_for:
            affiliate(session, made, self.known(session, above))
        return made

    def _set_affiliations(self, session: Session, made: int, entry: ActorEntry) -> None:
        held = [
            (office.affiliation, office.title, days_of(office.since).start, days_of(office.until).end)
            for office in entry.offices
            if office.affiliation
        ]
        if entry.affiliation and entry.affiliation not in {key for key, *_ in held}:
            held.append((entry.affiliation, entry.role or "", None, None))
        wanted = {
            (above, role or None, since, until)
            for key, role, since, until in held
            if (above := self.keyed(session, key)) is not None and above != made
        }
        statement = select(AffiliationRow).where(col(AffiliationRow.actor_id) == made, col(AffiliationRow.article_id).is_(None))
        for row in session.exec(statement).all():
            if (fact := (row.affiliation_id, row.role, row.since, row.until)) in wanted:
                wanted.discard(fact)
            else:
                session.delete(row)
        for above, role, since, until in sorted(wanted, key=str):
            speaks = self._speaks(entry, role, of_state=is_state(session, above))
            edge = AffiliationRow(actor_id=made, affiliation_id=above, role=role, speaks_for=speaks)
            edge.since, edge.until = since, until
            session.add(edge)

    def _speaks(self, entry: ActorEntry, role: str | None, *, of_state: bool) -> bool:
        """Whether an actor speaks for whom it belongs to; a country's parties and charities do not, nor its opposition."""
        if entry.kind is ActorKind.PERSON and role is not None:
            return speaks_by_role(role, self.words, of_state=of_state)
        return not of_state or entry.kind not in (ActorKind.NGO, ActorKind.OTHER)


def find_known(session: Session, entry: ActorEntry) -> ActorRow | None:
    """The row of a lexicon's actor; else one that articles named before the lexicon knew it."""
    keyed = session.exec(select(ActorRow).where(col(ActorRow.key) == entry.key)).first()
    if keyed is not None:
        return keyed
    names = [fold(name) for name in (entry.name, *entry.aliases)]
    statement = select(ActorRow).where(col(ActorRow.folded).in_(names), col(ActorRow.key).is_(None), ~col(ActorRow.is_split))
    return session.exec(statement.order_by(col(ActorRow.id))).first()


def set_aliases(session: Session, made: int, entry: ActorEntry, *, demonyms: tuple[str, ...] = ()) -> None:
    """Let the aliases that no article gave be the lexicon's, `Lebanese` for Lebanon among them."""
    wanted = {name: fold(name) for name in (*entry.aliases, *entry.ambiguous, *demonyms)}
    statement = select(AliasRow).where(col(AliasRow.actor_id) == made, col(AliasRow.article_id).is_(None))
    for row in session.exec(statement).all():
        if wanted.pop(row.name, None) is None:
            session.delete(row)
    session.add_all(AliasRow(actor_id=made, name=name, folded=folded) for name, folded in wanted.items())


def set_kind(session: Session, actor_id: int, kind: ActorKind) -> None:
    """Say what an actor is, where nothing said so before."""
    row = session.get_one(ActorRow, actor_id)
    if row.kind == ActorKind.OTHER and row.key is None:
        row.kind = kind.value


def is_state(session: Session, actor_id: int) -> bool:
    """Whether an actor is a state, whose people and charities are not all its voices."""
    return session.get_one(ActorRow, actor_id).kind == ActorKind.STATE


def affiliate(session: Session, actor_id: int, affiliation_id: int) -> None:
    """Note that an actor speaks for another one wherever it is named."""
    statement = select(AffiliationRow).where(
        col(AffiliationRow.actor_id) == actor_id,
        col(AffiliationRow.affiliation_id) == affiliation_id,
        col(AffiliationRow.article_id).is_(None),
    )
    if session.exec(statement).first() is None:
        session.add(AffiliationRow(actor_id=actor_id, affiliation_id=affiliation_id, speaks_for=True))


def stored(session: Session, row: ActorRow) -> int:
    """The id of an actor's row, new or known."""
    session.add(row)
    session.flush()
    assert row.id is not None
    return row.id
