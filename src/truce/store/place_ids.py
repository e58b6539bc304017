"""The places that a name asks for: the one so called, and all that lie in it."""

from __future__ import annotations

from dataclasses import dataclass

from truce.store.folding import fold_place
from truce.store.sessions import ReportSession, run

INSIDE = """
    SELECT :place UNION SELECT place_id FROM place_containments WHERE within_id = :place
"""


@dataclass(frozen=True, slots=True)
class Places:
    """Rows of `places`, with every name that they go by."""

    ids: tuple[int, ...]
    names: tuple[str, ...]


def find_places(session: ReportSession, name: str) -> Places:
    """A place with all that lie in it; for one that no figure has, its name alone."""
    place = find_place(session, name)
    if place is None:
        return Places((), (name,))
    ids = tuple(run(session, INSIDE, place=place).scalars())
    spelt = f"SELECT name FROM place_names WHERE place_id IN ({INSIDE}) ORDER BY id"
    names = tuple(run(session, spelt, place=place).scalars())
    return Places(ids, tuple(dict.fromkeys((name, *names))))


def find_place(session: ReportSession, name: str) -> int | None:
    """The row of a place by any spelling; the lexicon is read only for one that no article used."""
    known = "SELECT place_id FROM place_names WHERE folded = :folded"
    found: int | None = run(session, known, folded=fold_place(name)).scalar()
    if found is None:
        main = session.lexicons.places.main_name(name)
        found = run(session, known, folded=fold_place(main)).scalar()
    return found
