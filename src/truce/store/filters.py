"""What a query asks, as conditions of SQL.

A filter asks for a field of the finding where its kind has that field, else for the same of the finding's article:
`--outcome killed` gives figures of the killed, and claims of articles that report killed. In the conditions `f` is the
finding, `a` its article; for lists of articles both are the article.
"""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from typing import Any

from truce.answers import Query
from truce.edtf import bounds
from truce.errors import StoreError
from truce.store.full_text import any_phrase, words_query
from truce.store.lookup import find_article
from truce.store.place_ids import Places, find_places
from truce.store.sessions import ReportSession
from truce.store.voices import Voices, find_actors, nearest_names, voices_of

REPORTS_FIGURE = "a.id IN (SELECT article_id FROM casualties WHERE {condition})"
IN_ARTICLE_TEXT = "a.id IN (SELECT rowid FROM articles_search WHERE articles_search MATCH :{name})"
IN_CLAIM_TEXT = "f.id IN (SELECT rowid FROM claims_search WHERE claims_search MATCH :{name})"
WORDS_HOLD = """EXISTS (SELECT 1 FROM evidence e
    WHERE e.kind = '{kind}' AND e.record_id = f.id AND NOT e.is_ground AND e.words LIKE :about_like ESCAPE '\\')"""
# The article that stands for its origin; before it was compared, the first of exactly its words among those shown.
IS_COUNTED = """NOT EXISTS (SELECT 1 FROM copies c WHERE c.article_id = a.id AND NOT c.is_counted)
    AND (EXISTS (SELECT 1 FROM comparisons p WHERE p.article_id = a.id) OR a.id = (SELECT min(o.id) FROM articles o
        WHERE o.is_current AND coalesce(o.origin_id, o.id) = coalesce(a.origin_id, a.id)))"""


@dataclass(slots=True)
class Conditions:
    """Conditions joined by AND; those of the dates apart, so that what has no date can be counted."""

    kind: str
    all: list[str] = field(default_factory=list)
    dates: list[str] = field(default_factory=list)
    values: dict[str, Any] = field(default_factory=dict)
    unknown_actor: str | None = None
    nearest: tuple[str, ...] = ()

    def add(self, condition: str, **values: Any) -> None:
        """One more condition, with what it binds."""
        self.all.append(condition)
        self.values.update(values)


def read_filters(session: ReportSession, kind: str, query: Query) -> Conditions:
    """The conditions of a query for one kind of finding, `articles` for the articles themselves."""
    asked = Conditions(kind)
    ask_article(session, asked, query)
    ask_actor(session, asked, query)
    ask_about(session, asked, query)
    ask_place(session, asked, query)
    ask_figures(asked, query)
    ask_source(session, asked, query)
    ask_words(asked, query)
    ask_days(asked, query)
    return asked


def ask_article(session: ReportSession, asked: Conditions, query: Query) -> None:
    """The latest version of every article; or one article, whichever version was named."""
    if query.article is not None:
        asked.add("a.id = :article", article=find_article(session, query.article).id)
    else:
        asked.add("a.is_current")
    if query.independent:
        asked.add(IS_COUNTED)


def ask_actor(session: ReportSession, asked: Conditions, query: Query) -> None:
    """`--actor`: the speaker of a claim, whose the victims are or who counted them, a truce's party, who takes part."""
    if query.actor is None:
        return
    actors = find_actors(session, query.actor)
    if not actors:
        asked.unknown_actor, asked.nearest = query.actor, nearest_names(session, query.actor)
        asked.add("0")
        return
    voices = voices_of(session, actors, exact=query.exact)
    asked.add(actor_condition(asked.kind, voices), **voices.bound())


def actor_condition(kind: str, voices: Voices) -> str:
    """The condition that one of these actors has its part in a finding."""
    if kind == "claims":
        return voices.hold("f.speaker_id")
    if kind == "casualties":
        return f"({voices.hold('f.affiliation_id')} OR {voices.hold('f.source_id')})"
    if kind == "truces":
        party = voices.hold("p.actor_id")
        return f"EXISTS (SELECT 1 FROM truce_parties p WHERE p.truce_id = f.id AND p.part = 'party' AND {party})"
    taking_part = voices.hold("m.actor_id", article="m.article_id", dated="d")
    return f"a.id IN (SELECT m.article_id FROM mentions m JOIN articles d ON d.id = m.article_id WHERE {taking_part})"


def ask_about(session: ReportSession, asked: Conditions, query: Query) -> None:
    """`--about`: a topic, an actor that it is about, or words of the finding itself."""
    if query.about is None:
        return
    actors = voices_of(session, find_actors(session, query.about), exact=True)
    values = {"about": query.about.strip().lower(), "about_like": like(query.about), "about_actors": json.dumps(actors.ids)}
    among = "(SELECT value FROM json_each(:about_actors))"
    if asked.kind == "claims":
        condition = f"""(EXISTS (SELECT 1 FROM json_each(f.topics) WHERE lower(value) = :about)
            OR f.id IN (SELECT claim_id FROM claim_subjects WHERE actor_id IN {among})
            OR {IN_CLAIM_TEXT.format(name="about_words")})"""
        values["about_words"] = words_query(query.about, column="content")
    elif asked.kind == "casualties":
        condition = f"""(f.victim_class = :about OR f.affiliation_id IN {among} OR f.victims LIKE :about_like ESCAPE '\\'
            OR {WORDS_HOLD.format(kind="casualties")})"""
    elif asked.kind == "truces":
        condition = f"""(f.id IN (SELECT truce_id FROM truce_parties WHERE actor_id IN {among})
            OR f.conditions LIKE :about_like ESCAPE '\\' OR {WORDS_HOLD.format(kind="truces")})"""
    else:
        condition = IN_ARTICLE_TEXT.format(name="about_words")
        values["about_words"] = words_query(query.about)
    asked.add(condition, **values)


def ask_place(session: ReportSession, asked: Conditions, query: Query) -> None:
    """`--place`: where a figure's victims were, in that place or within it; else what names the place."""
    if query.place is None:
        return
    places: Places = find_places(session, query.place)
    values: dict[str, Any] = {"places": json.dumps(places.ids)}
    there = "place_id IN (SELECT value FROM json_each(:places))"
    if asked.kind == "casualties":
        asked.add(f"f.{there}", **values)
        return
    values["place_words"] = any_phrase(places.names)
    in_text = (IN_CLAIM_TEXT if asked.kind == "claims" else IN_ARTICLE_TEXT).format(name="place_words")
    reported = REPORTS_FIGURE.format(condition=there)
    asked.add(in_text if asked.kind == "claims" else f"({reported} OR {in_text})", **values)


def ask_figures(asked: Conditions, query: Query) -> None:
    """`--outcome` and `--scope` of casualty figures."""
    for name, value in (("outcome", query.outcome), ("scope", query.scope)):
        if value is not None:
            there = f"{name} = :{name}"
            asked.add(f"f.{there}" if asked.kind == "casualties" else REPORTS_FIGURE.format(condition=there), **{name: value})


# Those in whose name these words stand: a figure by `the ministry` answers to `health ministry`.
CALLED_SO = "SELECT id FROM actors WHERE name LIKE :source_like ESCAPE '\\'"


def ask_source(session: ReportSession, asked: Conditions, query: Query) -> None:
    """`--source`: who gave a casualty figure; else the outlet, the agency, or the medium that a claim was made in."""
    if query.source is None:
        return
    if asked.kind == "casualties":
        voices = voices_of(session, find_actors(session, query.source), exact=query.exact)
        among = "f.source_id IN (SELECT value FROM json_each(:sources))"
        asked.add(
            f"({among} OR f.source LIKE :source_like ESCAPE '\\' OR f.source_id IN ({CALLED_SO}))",
            sources=json.dumps(voices.some_time),
            source_like=like(query.source),
        )
        return
    columns = ["a.publisher", "a.agency", *(["f.medium"] if asked.kind == "claims" else [])]
    asked.add(
        "(" + " OR ".join(f"{column} LIKE :source_like ESCAPE '\\'" for column in columns) + ")", source_like=like(query.source)
    )


def ask_words(asked: Conditions, query: Query) -> None:
    """`--search`: words of a claim or its speaker; for all else words of the article."""
    if query.search is not None:
        in_text = IN_CLAIM_TEXT if asked.kind == "claims" else IN_ARTICLE_TEXT
        asked.add(in_text.format(name="search"), search=words_query(query.search))


def ask_days(asked: Conditions, query: Query) -> None:
    """`--since` and `--until`: the days that a finding is about overlap with those asked for."""
    if query.since is not None:
        asked.dates.append("(f.date_end IS NULL OR f.date_end >= :since)")
        asked.values["since"] = day_bounds(query.since)[0]
    if query.until is not None:
        asked.dates.append("(f.date_start IS NULL OR f.date_start <= :until)")
        asked.values["until"] = day_bounds(query.until)[1]


def day_bounds(value: str) -> tuple[str, str]:
    """The first and last day of what was asked for, as ISO days."""
    try:
        covered = bounds(value)
    except ValueError as error:
        raise StoreError(f"«{value}» is no date; write 2024, 2024-09 or 2024-09-15") from error
    return covered.earliest.isoformat(), covered.latest.isoformat()


def like(words: str) -> str:
    """A pattern that finds words anywhere, none of their characters being special."""
    plain = words.strip().replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_")
    return f"%{plain}%"
