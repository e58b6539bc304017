"""Actors across articles, each with what is counted of it."""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import replace

from truce.answers import Found, Query, StoredActor
from truce.records import ActorKind
from truce.store.decisions import find_one
from truce.store.filters import Conditions, read_filters
from truce.store.folding import fold
from truce.store.ordering import check_order
from truce.store.sessions import ReportSession, run
from truce.store.voices import find_actors, nearest_names, voices_of

ROOT = "coalesce(x.same_as_id, x.id)"
AMONG = "(SELECT value FROM json_each(:ids))"
# What an actor is counted in. A figure counts once, although its victims and its source may be the same actor.
COUNTED = {
    "articles": ("m.article_id", "mentions m JOIN actors x ON x.id = m.actor_id JOIN articles a ON a.id = m.article_id"),
    "claims": ("c.id", "claims c JOIN actors x ON x.id = c.speaker_id JOIN articles a ON a.id = c.article_id"),
    "figures": (
        "c.id",
        "casualties c JOIN actors x ON x.id IN (c.affiliation_id, c.source_id) JOIN articles a ON a.id = c.article_id",
    ),
    "truces": (
        "c.id",
        """truces c JOIN truce_parties p ON p.truce_id = c.id JOIN actors x ON x.id = p.actor_id
           JOIN articles a ON a.id = c.article_id""",
    ),
}

Counts = dict[int, Counter[str]]  # by the actor's id, then by what is counted


def summarize_actors(session: ReportSession, query: Query) -> Found[StoredActor]:
    """The actors in the articles that match a query; `--actor` and `--search` ask for the actors themselves."""
    asked = read_filters(session, "articles", replace(query, actor=None, search=None))
    counts = count_all(session, asked)
    unknown: str | None = None
    if query.actor is not None:
        actors = find_actors(session, query.actor)
        unknown = None if actors else query.actor
        speaking = speakers(session, actors, exact=query.exact)
        counts = {actor: counted for actor, counted in counts.items() if actor in speaking}
    if query.search is not None:
        called = actors_called(session, query.search)
        counts = {actor: counted for actor, counted in counts.items() if actor in called}
    rows = sorted_actors(bare_actors(session, counts), query.sort)
    return Found(
        describe(session, rows[: query.limit] if query.limit > 0 else rows),
        len(rows),
        undated=count_undated(session, asked),
        unknown_actor=unknown,
        nearest=nearest_names(session, unknown) if unknown is not None else (),
    )


def summarize_actor(session: ReportSession, reference: str | int) -> StoredActor:
    """The one actor of a name or number, with its counts; StoreError where it is nobody's or may be several actors'."""
    row = find_one(session, reference)
    root = row.same_as_id or row.id or 0
    counts = count_all(session, read_filters(session, "articles", Query()))
    return describe(session, bare_actors(session, {root: counts[root]}))[0]


def where(asked: Conditions, *more: str) -> str:
    """The conditions on articles, as those of a query that has only `a`."""
    return " AND ".join([*asked.all, *more]).replace("f.", "a.")


def count_all(session: ReportSession, asked: Conditions) -> Counts:
    """How often each actor occurs in the articles that match, those merged into it included."""
    counts: Counts = defaultdict(Counter)
    dated = ["a.date_basis IS NOT NULL", *asked.dates] if asked.dates else []
    for name, (counted, rows) in COUNTED.items():
        statement = f"SELECT {ROOT}, count(DISTINCT {counted}) FROM {rows} WHERE {where(asked, *dated)} GROUP BY 1"
        for actor, count in run(session, statement, **asked.values):
            counts[actor][name] = count
    return counts


def count_undated(session: ReportSession, asked: Conditions) -> int:
    """How many articles were left out because nobody knows when they appeared."""
    if not asked.dates:
        return 0
    statement = f"SELECT count(*) FROM articles a WHERE {where(asked, 'a.date_basis IS NULL')}"
    return int(run(session, statement, **asked.values).scalar_one())


def speakers(session: ReportSession, actors: tuple[int, ...], *, exact: bool) -> set[int]:
    """Actors with those who speak for them, in some article at least."""
    voices = voices_of(session, actors, exact=exact)
    statement = f"SELECT {ROOT} FROM actors x WHERE x.id IN {AMONG}"
    return set(run(session, statement, ids=json.dumps(voices.some_time)).scalars())


def actors_called(session: ReportSession, words: str) -> set[int]:
    """Actors whose name, or one of whose aliases, holds these words."""
    statement = f"""SELECT {ROOT} FROM actors x WHERE instr(x.folded, :words)
        OR x.id IN (SELECT actor_id FROM aliases WHERE instr(folded, :words))"""
    return set(run(session, statement, words=fold(words)).scalars())


def bare_actors(session: ReportSession, counts: Counts) -> list[StoredActor]:
    """The actors with their counts, before anything else about them is looked up."""
    statement = f"SELECT id, name, kind, key, wikidata FROM actors WHERE id IN {AMONG}"
    return [
        StoredActor(
            id=row.id,
            name=row.name,
            kind=ActorKind(row.kind),
            key=row.key,
            wikidata=row.wikidata,
            articles=counts[row.id]["articles"],
            claims=counts[row.id]["claims"],
            figures=counts[row.id]["figures"],
            truces=counts[row.id]["truces"],
        )
        for row in run(session, statement, ids=json.dumps(list(counts)))
    ]


def sorted_actors(actors: Sequence[StoredActor], sort: str | None) -> list[StoredActor]:
    """Those who occur most first, unless asked otherwise."""
    rows = sorted(actors, key=lambda actor: (-actor.articles, -actor.claims, -actor.figures, actor.name.casefold(), actor.id))
    if sort is None:
        return rows
    name, is_reversed = check_order("actors", sort)
    if name in ("name", "kind"):
        return sorted(rows, key=lambda actor: str(getattr(actor, name)).casefold(), reverse=is_reversed)
    return sorted(rows, key=lambda actor: int(getattr(actor, name)), reverse=is_reversed)


def describe(session: ReportSession, actors: Sequence[StoredActor]) -> tuple[StoredActor, ...]:
    """The actors with aliases, and with the role and affiliation that the lexicon gives or else most articles."""
    ids = json.dumps([actor.id for actor in actors])
    of_these = f"{ROOT} IN {AMONG}"
    aliases: defaultdict[int, list[str]] = defaultdict(list)
    names = f"""SELECT {ROOT}, l.name FROM aliases l JOIN actors x ON x.id = l.actor_id WHERE {of_these}
        UNION SELECT x.same_as_id, x.name FROM actors x WHERE x.same_as_id IN {AMONG} ORDER BY 2"""
    for actor, name in run(session, names, ids=ids):
        aliases[actor].append(name)
    articles = {actor.id: actor.articles for actor in actors}
    people = {actor.id for actor in actors if actor.kind is ActorKind.PERSON}
    told: dict[int, tuple[str, str | None]] = {}
    edges = f"""SELECT {ROOT}, o.name, s.role, count(DISTINCT s.article_id), max(s.article_id IS NULL)
        FROM affiliations s JOIN actors x ON x.id = s.actor_id
        JOIN actors y ON y.id = s.affiliation_id JOIN actors o ON o.id = coalesce(y.same_as_id, y.id) WHERE {of_these}
        GROUP BY 1, 2, 3 ORDER BY min(s.article_id IS NOT NULL), s.until IS NOT NULL, count(*) DESC, 2, 3"""
    for actor, affiliation, role, telling, is_known in run(session, edges, ids=ids):
        if is_known or actor in people or 2 * telling > articles[actor]:  # `the police` are of one country here, another there
            told.setdefault(actor, (affiliation, role))
    return tuple(
        replace(
            actor,
            aliases=tuple(dict.fromkeys(name for name in aliases[actor.id] if name != actor.name)),
            affiliation=told.get(actor.id, (None, None))[0],
            role=told.get(actor.id, (None, None))[1],
        )
        for actor in actors
    )
