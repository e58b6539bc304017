"""The actors that a name asks for: the one so called, and those who speak for it."""

from __future__ import annotations

import json
from dataclasses import dataclass

from sqlalchemy import text
from sqlmodel import Session

from truce.store.actor_rows import fold

NEAREST = 3  # names offered for one that nobody bears
ALIKE = 60  # of 100: below it, a name is no help

# Every row of one actor: where it was merged to, and what was merged into it.
ONE_ACTOR = """
    SELECT a.id FROM actors a JOIN found f ON a.same_as_id = f.id
    UNION SELECT a.same_as_id FROM actors a JOIN found f ON a.id = f.id WHERE a.same_as_id IS NOT NULL
"""
SPEAKS_FOR = """
    UNION SELECT s.actor_id FROM affiliations s JOIN found f ON s.affiliation_id = f.id WHERE s.speaks_for AND s.holds_everywhere
"""
# The first that finds somebody answers: a name before an alias, the lexicon's alias before one that an article used.
LOOK_UPS = (
    "SELECT id FROM actors WHERE folded = :folded AND NOT is_split",
    "SELECT id FROM actors WHERE folded = :folded",
    "SELECT actor_id FROM aliases WHERE folded = :folded AND article_id IS NULL",
    "SELECT actor_id FROM aliases WHERE folded = :folded",
)


@dataclass(frozen=True, slots=True)
class Voices:
    """The ids of actors; those who belong to one of them in some article only are found through `affiliations`."""

    ids: tuple[int, ...]
    exact: bool

    def as_json(self) -> str:
        """The ids for json_each."""
        return json.dumps(self.ids)

    def hold(self, column: str, article: str) -> str:
        """The condition that an actor column is one of them, in the article of that column; binds :voices."""
        among = "(SELECT value FROM json_each(:voices))"
        if self.exact:
            return f"{column} IN {among}"
        return f"""({column} IN {among} OR ({column}, {article}) IN (
            SELECT actor_id, article_id FROM affiliations
            WHERE speaks_for AND NOT holds_everywhere AND affiliation_id IN {among}))"""


def find_actors(session: Session, name: str) -> tuple[int, ...]:
    """The rows of those who bear a name, whatever its capitals and accents; none where nobody does."""
    for look_up in LOOK_UPS:
        if found := session.connection().execute(text(look_up), {"folded": fold(name)}).scalars().all():
            return tuple(found)
    return find_by_lexicon(session, name)


def find_by_lexicon(session: Session, name: str) -> tuple[int, ...]:
    """Those whom the lexicon knows by a name that no article used; it is read only now, when nobody was found."""
    from truce.lexicons import load_lexicons

    entry = load_lexicons().actors.find(name)
    if entry is None:
        return ()
    return tuple(session.connection().execute(text("SELECT id FROM actors WHERE key = :key"), {"key": entry.key}).scalars())


def voices_of(session: Session, actors: tuple[int, ...], *, exact: bool = False) -> Voices:
    """Actors with all they were merged with and, unless `exact`, all who speak for them, and for those again."""
    statement = f"""
        WITH RECURSIVE found(id) AS (
            SELECT value FROM json_each(:actors) UNION {ONE_ACTOR} {"" if exact else SPEAKS_FOR}
        ) SELECT id FROM found"""
    ids = session.connection().execute(text(statement), {"actors": json.dumps(actors)}).scalars()
    return Voices(tuple(ids), exact)


def nearest_names(session: Session, name: str) -> tuple[str, ...]:
    """The actors whose names or aliases are most like a name that nobody bears, best first."""
    from rapidfuzz import fuzz, process

    names = """
        SELECT DISTINCT n.folded, coalesce(o.name, a.name) FROM (
            SELECT folded, id FROM actors UNION SELECT folded, actor_id FROM aliases
        ) n JOIN actors a ON a.id = n.id LEFT JOIN actors o ON o.id = a.same_as_id"""
    rows = session.connection().execute(text(names)).all()
    alike = process.extract(fold(name), [row[0] for row in rows], scorer=fuzz.WRatio, limit=4 * NEAREST, score_cutoff=ALIKE)
    return tuple(dict.fromkeys(rows[index][1] for _, _, index in alike))[:NEAREST]
