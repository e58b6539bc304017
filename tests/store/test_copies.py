"""Copies in a database: found when an article is new, the same whether step by step or anew, counted once where asked."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from truce.answers import Query
from truce.copying import update_copies
from truce.store import Store

WIRE = """Shells killed four farmers near Kamen on Monday, Ostrova's health ministry said. Rescue crews searched two collapsed
barns until nightfall and found nobody else.
The ministry said the road to the river crossing stayed closed and that a field hospital would open in the school.
Farmers who had fled the week before were told by loudspeaker to keep away from their orchards.
Tarnland's army said it had not fired across the river since Friday and would look into the reports."""
OTHER = """Tarnland's grain board opened the autumn sale of barley in the harbour of Orla, with prices a tenth above last year's.
Millers from three provinces came to bid, among them the largest buyer of the north.
A late frost had ruined part of the crop, the board said, and imports would fill what is missing until spring."""
SECOND_HAND = """Four people died when shells fell on farmland outside Kamen, officials told reporters at the scene of the blast.
A neighbour described how the first explosion threw him against a wall and how he carried his daughter into a cellar.
“Rescue crews searched two collapsed barns until nightfall”, he said, while others were still looking for their cattle."""


@pytest.fixture
def wire(report: Any) -> Any:
    """`wire(name, text, ...)` is a report of a figure and a claim that are in the text, if they are."""

    def make(name: str, text: str = WIRE, **fields: Any) -> Any:
        made = report(text, **{"name": name, "path": f"in/{name}.txt", "published": "2024-05-07"} | fields)
        if "killed four farmers" in text:
            made.figure("killed four farmers", 4, place="Kamen", source="Ostrova's health ministry")
            made.claim("Ostrova's health ministry", "said", "Shells killed four farmers near Kamen on Monday")
        return made

    return make


def rows(path: Path, sql: str) -> list[tuple[Any, ...]]:
    with closing(sqlite3.connect(path)) as connection:
        return connection.execute(sql).fetchall()


def groups(store: Store) -> list[tuple[str, str, str]]:
    """Each article of a shared origin with what it is to which."""
    names = {article.id: article.name for article in store.articles().rows}
    return [(copy.article.name, copy.kind.value, names[copy.origin]) for copy in store.copies().rows]


def test_copies_are_listed_below_their_origin(store: Store, save: Any, wire: Any) -> None:
    save(wire("wire"), wire("barley", OTHER), wire("cut", WIRE[:420]), wire("own", SECOND_HAND), wire("same"))
    assert update_copies(store) == 3
    assert groups(store) == [("wire", "origin", "wire"), ("cut", "copy", "wire"), ("same", "copy", "wire")]
    assert {article.name: article.origin for article in store.articles().rows} == {
        "wire": None, "barley": None, "cut": 1, "own": None, "same": 1,
    }  # fmt: skip
    assert store.verify() == ()


def test_an_article_put_together_of_two_stands_below_both(store: Store, save: Any, wire: Any) -> None:
    save(wire("wire"), wire("barley", OTHER), wire("roundup", f"{WIRE}\n{OTHER}"))
    update_copies(store)
    assert groups(store) == [("roundup", "merged", "wire"), ("roundup", "merged", "barley")]
    assert [row.name for row in store.articles(Query(independent=True, sort="ingested")).rows] == ["wire", "barley"]


def test_each_origin_counts_once_where_asked(store: Store, save: Any, wire: Any) -> None:
    save(wire("cut", WIRE[:420]), wire("wire"), wire("barley", OTHER), wire("own", SECOND_HAND))
    assert store.casualties(Query(independent=True)).total == 2  # nobody has compared them yet
    update_copies(store)
    assert [row.article.name for row in store.casualties(Query(independent=True)).rows] == ["wire"]  # the fullest
    assert store.casualties().total == 2
    assert {row.name for row in store.articles(Query(independent=True)).rows} == {"wire", "barley", "own"}


def test_a_figure_and_a_claim_know_of_how_many_origins_they_are(store: Store, save: Any, wire: Any, report: Any) -> None:
    own = report(SECOND_HAND, name="own", published="2024-05-08").figure("Four people died", 4, place="Kamen", source="officials")
    late = report(SECOND_HAND + " Later.", name="late", published="2024-06-08").figure("Four people died", 4, place="Kamen")
    save(wire("wire"), wire("same"), wire("cut", WIRE[:420]), own, late)
    update_copies(store)
    told = {row.article.name: (row.reports, row.origins) for row in store.casualties().rows}
    assert told == {"wire": (4, 2), "same": (4, 2), "cut": (4, 2), "own": (4, 2), "late": (1, 1)}
    assert {(row.reports, row.origins) for row in store.claims().rows} == {(3, 1)}


@pytest.mark.parametrize("change", [{"low": 5, "high": 5}, {"place": "Orla"}, {"place": None}])
def test_another_figure_is_no_further_report_of_it(store: Store, save: Any, wire: Any, report: Any, change: Any) -> None:
    fields = {"low": 4, "place": "Kamen"} | change
    other = report(SECOND_HAND, name="own", published="2024-05-07").figure("Four people died", fields.pop("low"), **fields)
    save(wire("wire"), other)
    update_copies(store)
    assert {(row.reports, row.origins) for row in store.casualties().rows} == {(1, 1)}


def test_step_by_step_and_anew_come_to_the_same(store: Store, save: Any, wire: Any) -> None:
    everything = "SELECT article_id, origin_id, kind, share, is_counted FROM copies ORDER BY 1, 2"
    likenesses = "SELECT article_id, other_id, share, other_share FROM likenesses ORDER BY 1, 2"
    reports = [wire("wire"), wire("roundup", f"{WIRE}\n{OTHER}"), wire("cut", WIRE[:420]), wire("barley", OTHER), wire("same")]
    for each in reports:
        save(each)
        update_copies(store)
    stepwise = [rows(store.path, sql) for sql in (everything, likenesses, "SELECT * FROM sketches", "SELECT * FROM comparisons")]
    update_copies(store, is_whole=True, batch=2)
    anew = [rows(store.path, sql) for sql in (everything, likenesses, "SELECT * FROM sketches", "SELECT * FROM comparisons")]
    assert anew == stepwise
    assert update_copies(store) == 0


def test_a_new_version_may_leave_its_origin(store: Store, save: Any, wire: Any) -> None:
    save(wire("wire"), wire("page", WIRE[:420]))
    update_copies(store)
    assert len(groups(store)) == 2
    save(wire("page", OTHER))
    update_copies(store)
    assert groups(store) == []
    assert {row.name for row in store.articles(Query(independent=True)).rows} == {"wire", "page"}


def test_the_text_of_an_article_that_a_user_deletes_is_forgotten(store: Store, save: Any, wire: Any) -> None:
    save(wire("wire"), wire("cut", WIRE[:420]))
    update_copies(store)
    with closing(sqlite3.connect(store.path)) as connection:
        connection.execute("PRAGMA foreign_keys = ON")
        connection.execute("DELETE FROM articles WHERE id = 1")
        connection.commit()
    update_copies(store)
    assert groups(store) == []
    assert rows(store.path, "SELECT count(*) FROM likenesses UNION ALL SELECT count(*) FROM copies") == [(0,), (0,)]
