"""The actors that a name asks for: the one so called, and those who speak for it."""

from __future__ import annotations

import json
from dataclasses import dataclass

from truce.store.folding import fold
from truce.store.lookup import NUMBER
from truce.store.sessions import ReportSession, run

NEAREST = 3  # names offered for one that nobody bears
ALIKE = 60  # of 100: below it, a name is no help

# Every row of one actor: where it was merged to, and what was merged into it.
ONE_ACTOR = """
    SELECT a.id FROM actors a JOIN found f ON a.same_as_id = f.id
    UNION SELECT a.same_as_id FROM actors a JOIN found f ON a.id = f.id WHERE a.same_as_id IS NOT NULL
"""
SPEAKS_FOR = """
    UNION SELECT s.actor_id FROM affiliations s JOIN found f ON s.affiliation_id = f.id
    WHERE s.speaks_for AND s.article_id IS NULL AND s.since IS NULL AND s.until IS NULL
"""
# The first that finds somebody answers: a name before an alias, the lexicon's alias before one that an article used.
LOOK_UPS = (
    "SELECT id FROM actors_in_use WHERE folded = :folded AND NOT is_split",
    "SELECT id FROM actors_in_use WHERE folded = :folded",
    "SELECT u.id FROM aliases l JOIN actors_in_use u ON u.id = l.actor_id WHERE l.folded = :folded AND l.article_id IS NULL",
    "SELECT DISTINCT u.id FROM aliases l JOIN actors_in_use u ON u.id = l.actor_id WHERE l.folded = :folded",
)


# All who may answer for them some time or in some article; those are few, and an index finds their findings.
MAY_SPEAK_FOR = """
    SELECT value FROM json_each(:voices)
    UNION SELECT a.id FROM affiliations s JOIN actors a ON s.actor_id IN (a.id, a.same_as_id)
    WHERE s.speaks_for AND s.affiliation_id IN (SELECT value FROM json_each(:voices))
"""
# Who speaks for one of them while in office, or in this article only; what has no day may be of any.
SPEAKS_HERE = """EXISTS (SELECT 1 FROM affiliations s
    WHERE s.actor_id IN ({actor}, (SELECT same_as_id FROM actors WHERE id = {actor}))
    AND (s.article_id IS NULL OR s.article_id = {article})
    AND s.speaks_for AND s.affiliation_id IN (SELECT value FROM json_each(:voices))
    AND (s.since IS NULL OR {dated}.date_end IS NULL OR s.since <= {dated}.date_end)
    AND (s.until IS NULL OR {dated}.date_start IS NULL OR s.until >= {dated}.date_start))"""


@dataclass(frozen=True, slots=True)
class Voices:
    """The ids of actors and of those who always speak for them; `some_time` has those too who do so for a time."""

    ids: tuple[int, ...]
    some_time: tuple[int, ...]

    def bound(self) -> dict[str, str]:
        """What the conditions bind."""
        return {"voices": json.dumps(self.ids), "some_time": json.dumps(self.some_time)}

    def hold(self, actor: str, *, article: str = "f.article_id", dated: str = "f") -> str:
        """The condition that an actor column is one of them, in this article and in the days of `dated`."""
        among = f"{actor} IN (SELECT value FROM json_each(:some_time))"
        if len(self.some_time) == len(self.ids):
            return among
        here = SPEAKS_HERE.format(actor=actor, article=article, dated=dated)
        return f"({among} AND ({actor} IN (SELECT value FROM json_each(:voices)) OR {here}))"


def find_actors(session: ReportSession, name: str) -> tuple[int, ...]:
    """The rows of those who bear a name, whatever its capitals and accents, or this number; none where nobody does."""
    if NUMBER.fullmatch(name.strip()):
        return tuple(run(session, "SELECT id FROM actors WHERE id = :number", number=int(name)).scalars())
    for look_up in LOOK_UPS:
        if found := run(session, look_up, folded=fold(name)).scalars().all():
            return tuple(found)
    return find_by_lexicon(session, name)


def find_by_lexicon(session: ReportSession, name: str) -> tuple[int, ...]:
    """Those whom the lexicon knows by a name that no article used; it is read only now, when nobody was found."""
    entry = session.lexicons.actors.find(name)
    if entry is None:
        return ()
    return tuple(run(session, "SELECT id FROM actors_in_use WHERE key = :key", key=entry.key).scalars())


def voices_of(session: ReportSession, actors: tuple[int, ...], *, exact: bool = False) -> Voices:
    """Actors with all they were merged with and, unless `exact`, all who speak for them, and for those again."""
    statement = f"""
        WITH RECURSIVE found(id) AS (
            SELECT value FROM json_each(:actors) UNION {ONE_ACTOR} {"" if exact else SPEAKS_FOR}
        ) SELECT id FROM found"""
    ids = tuple(run(session, statement, actors=json.dumps(actors)).scalars())
    if exact:
        return Voices(ids, ids)
    return Voices(ids, tuple(run(session, MAY_SPEAK_FOR, voices=json.dumps(ids)).scalars()))


def nearest_names(session: ReportSession, name: str) -> tuple[str, ...]:
    """The actors whose names or aliases are most like a name that nobody bears, best first."""
    from rapidfuzz import fuzz, process

    names = """
        SELECT DISTINCT n.folded, coalesce(o.name, a.name) FROM (
            SELECT folded, id FROM actors UNION SELECT folded, actor_id FROM aliases
        ) n JOIN actors_in_use a ON a.id = n.id LEFT JOIN actors o ON o.id = a.same_as_id"""
    rows = run(session, names).all()
    alike = process.extract(fold(name), [row[0] for row in rows], scorer=fuzz.WRatio, limit=4 * NEAREST, score_cutoff=ALIKE)
    return tuple(dict.fromkeys(rows[index][1] for _, _, index in alike))[:NEAREST]
