"""Stored articles are read again: what another version found is replaced and told, what a person decided stands."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from truce.answers import Query
from truce.errors import StoreError
from truce.extraction import EXTRACTOR_VERSION
from truce.pipeline import ingest
from truce.reextraction import Choice, Reread, reextract_each
from truce.store import Store

TEXTS = {
    "tyre": "Israeli strikes killed at least 12 civilians in Tyre on Tuesday. Hezbollah said it would accept a ceasefire.",
    "herat": "Gunmen wounded three teachers in Herat on Sunday. Hezbollah said nothing. Ali Hassan said that he had fled.",
    "french": "Le cessez-le-feu est entré en vigueur mercredi matin au Liban, selon le ministère. " * 3,
}


@pytest.fixture(scope="module")
def ingested(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A database of three reports."""
    folder = tmp_path_factory.mktemp("reread")
    lines = [json.dumps({"id": name, "published": "2024-10-02", "text": text}) for name, text in TEXTS.items()]
    (folder / "reports.jsonl").write_text("\n".join(lines), encoding="utf-8")
    with Store.open(folder / "truce.db") as store:
        ingest([str(folder / "reports.jsonl")], store)
    return folder / "truce.db"


@pytest.fixture
def path(ingested: Path, tmp_path: Path) -> Path:
    """A copy of that database."""
    copy = tmp_path / "truce.db"
    copy.write_bytes(ingested.read_bytes())
    return copy


@pytest.fixture
def store(path: Path) -> Iterator[Store]:
    """The copy, open."""
    with Store.open(path) as opened:
        yield opened


def change(path: Path, *statements: str) -> None:
    """Change the file, as an older extractor might have left it."""
    with closing(sqlite3.connect(path)) as connection:
        for statement in statements:
            connection.execute(statement)
        connection.commit()


def rows(path: Path, sql: str) -> list[Any]:
    with closing(sqlite3.connect(path)) as connection:
        return connection.execute(sql).fetchall()


OLDER = "UPDATE articles SET extractor_version = '0'"


def told(rereads: Iterator[Reread]) -> dict[str, list[tuple[str, str]]]:
    """By each article that was read again, what happened to its figures and claims."""
    found = {}
    for each in rereads:
        assert each.compared is not None
        figures = [("figure", change.kind.value) for change in each.compared.figures]
        found[each.article.name] = figures + [("claim", change.kind.value) for change in each.compared.claims]
    return found


def test_what_this_version_read_is_not_read_again(store: Store) -> None:
    assert list(reextract_each(Choice(), store)) == []
    assert len(rows(store.path, "SELECT id FROM runs")) == 1


def test_what_another_version_read_is_read_again_and_the_change_told(path: Path, store: Store) -> None:
    before = store.extraction("tyre")
    assert before.casualties
    change(path, OLDER, "UPDATE casualties SET low = 10, count = '10' WHERE article_id = 1")
    assert told(reextract_each(Choice(), store)) == {"tyre": [("figure", "altered")], "herat": [], "french": []}
    assert store.extraction("tyre") == before
    assert store.verify() == ()
    assert rows(path, "SELECT DISTINCT extractor_version FROM articles") == [(EXTRACTOR_VERSION,)]
    assert rows(path, "SELECT updated, unchanged, failed FROM runs ORDER BY id DESC LIMIT 1") == [(1, 2, 0)]


def test_what_is_no_longer_found_and_what_is_new_are_told(path: Path, store: Store) -> None:
    lost = len(store.extraction("tyre").casualties)
    change(path, OLDER, "DELETE FROM casualties WHERE article_id = 1", "UPDATE casualties SET outcome = 'killed'")
    found = told(reextract_each(Choice(), store))
    assert found["tyre"] == [("figure", "added")] * lost
    assert sorted(found["herat"]) == [("figure", "added"), ("figure", "gone")]


@pytest.mark.parametrize(
    ("choice", "names"),
    [
        (Choice(is_all=True), ["tyre", "herat", "french"]),
        (Choice(("herat",)), ["herat"]),
        (Choice(query=Query(search="teachers"), is_all=True), ["herat"]),
        (Choice(query=Query(search="teachers")), []),
    ],
)
def test_all_or_some_may_be_asked_for(store: Store, choice: Choice, names: list[str]) -> None:
    assert list(told(reextract_each(choice, store))) == names


def test_an_unknown_article_is_said_before_anything_is_read(store: Store) -> None:
    with pytest.raises(StoreError, match="no stored article"):
        list(reextract_each(Choice(("nowhere",)), store))


def test_an_interruption_goes_on_where_it_was(path: Path, store: Store) -> None:
    change(path, OLDER)
    rereads = reextract_each(Choice(), store)
    next(rereads)
    rereads.close()  # type: ignore[attr-defined] # as Ctrl-C does
    assert [each.article.name for each in reextract_each(Choice(), store)] == ["herat", "french"]
    assert store.verify() == ()


def test_worker_processes_find_the_same(path: Path, store: Store) -> None:
    before = [store.extraction(name) for name in TEXTS]
    change(path, OLDER)
    assert list(told(reextract_each(Choice(), store, workers=2))) == list(TEXTS)
    assert [store.extraction(name) for name in TEXTS] == before


def test_older_versions_of_an_article_are_read_again_too(path: Path, store: Store, tmp_path: Path) -> None:
    later = {"id": "tyre", "published": "2024-10-02", "text": TEXTS["tyre"].replace("12", "19")}
    source = rows(path, "SELECT path FROM articles WHERE id = 1")[0][0]
    change(
        path, f"UPDATE articles SET path = '{tmp_path}/r.jsonl', identity = '{tmp_path}/r.jsonl#' || name WHERE path = '{source}'"
    )
    (tmp_path / "r.jsonl").write_text(json.dumps(later), encoding="utf-8")
    ingest([str(tmp_path / "r.jsonl")], store)
    change(path, OLDER)
    list(reextract_each(Choice(), store))
    assert rows(path, "SELECT version, is_current, extractor_version FROM articles WHERE name = 'tyre' ORDER BY version") == [
        (1, 0, EXTRACTOR_VERSION),
        (2, 1, EXTRACTOR_VERSION),
    ]


def test_merged_and_split_actors_stay_so(path: Path, store: Store) -> None:
    store.merge_actors("Hezbollah", "Ali Hassan")
    store.split_actor("Hezbollah", article="herat", name="Another Hezbollah")
    speakers = "SELECT article_id, position, speaker, speaker_id FROM claims ORDER BY 1, 2"
    before = rows(path, speakers)
    change(path, OLDER)
    list(reextract_each(Choice(), store))
    assert rows(path, speakers) == before
    assert store.actor("Ali Hassan").name == "Hezbollah"
    assert [decision.undone_at for decision in store.decisions()] == [None, None]
    assert store.verify() == ()


def test_what_is_not_in_english_stays_unread(path: Path, store: Store) -> None:
    change(path, OLDER)
    list(reextract_each(Choice(), store))
    assert [row.not_extracted is not None for row in store.articles(Query(sort="ingested")).rows] == [False, False, True]
