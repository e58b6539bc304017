"""Places across articles: the row of a place, with all the wider places that it lies in."""

from __future__ import annotations

from sqlmodel import Session, col, select

from truce.lexicons.actors import ActorLexicon
from truce.lexicons.places import PlaceLexicon
from truce.records import ActorKind
from truce.store.folding import fold_place
from truce.store.tables import PlaceContainmentRow, PlaceNameRow, PlaceRow


class PlaceRows:
    """The places of a database. Ids are remembered: when a transaction fails, `forget`."""

    def __init__(self, places: PlaceLexicon, actors: ActorLexicon) -> None:
        self.places = places
        self._by_name: dict[str, int] = {}
        self._states = {entry.country: entry.name for entry in actors.entries.values() if entry.kind is ActorKind.STATE}

    def forget(self) -> None:
        """Ask the database anew: rows that were made may be gone."""
        self._by_name.clear()

    def named(self, session: Session, written: str) -> int:
        """The place of a name as written, made with those around it where it is new."""
        folded = fold_place(written)
        if folded not in self._by_name:
            self._by_name[folded] = self._find(session, folded) or self._make(session, written, folded)
        return self._by_name[folded]

    def _find(self, session: Session, folded: str) -> int | None:
        return session.exec(select(PlaceNameRow.place_id).where(col(PlaceNameRow.folded) == folded)).first()

    def _make(self, session: Session, written: str, folded: str) -> int:
        main = self.places.main_name(written)
        row = session.exec(select(PlaceRow).where(col(PlaceRow.folded) == fold_place(main))).first()
        around: set[str] = set()
        if row is None:
            row = PlaceRow(name=main, folded=fold_place(main), country=self.places.country_of(main))
            around = self._around(main)
        session.add(row)
        session.flush()
        assert row.id is not None
        self._spell(session, row.id, {written: folded, main: row.folded})
        for wider in sorted(around):
            within_id = self.named(session, wider)
            if within_id != row.id:
                session.add(PlaceContainmentRow(place_id=row.id, within_id=within_id))
        return row.id

    def _spell(self, session: Session, place_id: int, spellings: dict[str, str]) -> None:
        known = {folded: name for name, folded in reversed(spellings.items())}
        for folded, name in known.items():
            if self._find(session, folded) is None:
                session.add(PlaceNameRow(place_id=place_id, name=name, folded=folded))
            self._by_name[folded] = place_id
        session.flush()

    def _around(self, name: str) -> set[str]:
        """The wider places by the lexicon; for a phrase that holds a known place, that place with those around it."""
        around = set(self.places.around(name))
        if not around and not self.places.is_place(name):
            for inner in self._known_within(name):
                around |= {self.places.main_name(inner)} | self.places.around(inner) | self._state(inner)
        return (around | self._state(name)) - {name}

    def _known_within(self, phrase: str) -> list[str]:
        """The places that a phrase names: in `the market of Tyre, Lebanon` both."""
        tokens, found, at = phrase.replace("'s", " 's").replace("’s", " ’s").replace(",", " , ").split(), [], 0
        while at < len(tokens):
            named = self.places.longest_at(tokens, at)
            if named:
                found.append(named[1])
            at = named[0] if named else at + 1
        return found

    def _state(self, name: str) -> set[str]:
        state = self._states.get(self.places.country_of(name) or "")
        return {state} if state and fold_place(state) != fold_place(name) else set()
