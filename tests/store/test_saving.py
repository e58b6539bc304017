"""An article goes in wholly or not at all, and only once."""

from __future__ import annotations

import sqlite3
import subprocess
import sys
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from truce.answers import Query, Saved
from truce.errors import EvidenceError, StoreError
from truce.records import ActorKind, Article, Extraction, Span
from truce.store import Store

TEXT = "Shells killed four farmers near Kamen on Monday, Ostrova's health ministry said."


@pytest.fixture
def shelling(report: Any) -> Callable[..., Any]:
    """`shelling(text, name, ...)` is a report with a figure and a claim."""

    def make(text: str = TEXT, **fields: Any) -> Any:
        made = report(text, **{"name": "kamen", "path": "in/kamen.txt"} | fields)
        made.figure("killed four farmers", 4, place="Kamen", source="Ostrova's health ministry")
        return made.claim("Ostrova's health ministry", "said", "Shells killed four farmers near Kamen on Monday")

    return make


def rows(path: Path, sql: str) -> list[tuple[Any, ...]]:
    with closing(sqlite3.connect(path)) as connection:
        return connection.execute(sql).fetchall()


def test_an_article_is_new_then_unchanged(store: Store, save: Any, shelling: Any) -> None:
    assert save(shelling(), shelling()) == ["new", "unchanged"]
    assert store.casualties().total == 1


def test_another_extractor_replaces_the_findings(store: Store, save: Any, shelling: Any) -> None:
    save(shelling())
    bare = Extraction(shelling().article)
    assert store.save(bare, extractor_version="2") is Saved.UPDATED
    assert (store.casualties().total, store.claims().total, store.articles().total) == (0, 0, 1)
    assert rows(store.path, "SELECT count(*) FROM evidence_spans") == [(0,)]
    assert store.verify() == ()


def test_a_new_text_is_a_new_version_and_the_old_one_stays(store: Store, save: Any, shelling: Any) -> None:
    later = TEXT + " Two more died in hospital."
    assert save(shelling(), shelling(later)) == ["new", "updated"]
    assert [row.record.evidence.text for row in store.casualties().rows] == ["killed four farmers"]
    assert rows(store.path, "SELECT version, is_current, length(text) FROM articles ORDER BY id") == [
        (1, 0, len(TEXT)),
        (2, 1, len(later)),
    ]
    assert store.extraction("1").article.text == TEXT
    assert store.extraction("kamen").article.text == later
    assert store.verify() == ()


def test_an_old_text_that_comes_again_changes_nothing(save: Any, shelling: Any) -> None:
    assert save(shelling(), shelling(TEXT + " More."), shelling(), shelling(TEXT + " More.")) == [
        "new",
        "updated",
        "unchanged",
        "unchanged",
    ]


def test_a_version_modified_earlier_does_not_take_the_place_of_a_later_one(store: Store, save: Any, shelling: Any) -> None:
    save(shelling(TEXT + " Corrected.", modified="2024-05-02"), shelling(TEXT, modified="2024-05-01"))
    assert store.extraction("kamen").article.modified == "2024-05-02"


@pytest.mark.parametrize(
    ("first", "second", "is_one"),
    [
        ({"path": "a.txt"}, {"path": "./a.txt"}, True),
        ({"path": "a.txt"}, {"path": "b.txt"}, False),
        ({"path": "a.jsonl", "name": "1"}, {"path": "a.jsonl", "name": "2"}, False),
        ({"url": "https://news.example/a"}, {"url": "http://NEWS.example/a/?utm_source=x#top", "path": "b"}, True),
        ({"url": "https://news.example/a"}, {"url": "https://news.example/a?id=2"}, False),
        ({"path": None}, {"path": None}, True),
        ({"path": "-", "name": "stdin"}, {"path": "-", "name": "stdin"}, True),
        ({"path": "-", "name": "7"}, {"path": None, "name": "7"}, True),
    ],
)
def test_the_same_text_is_one_article_by_address_else_by_file_and_name(
    store: Store, save: Any, shelling: Any, first: dict[str, Any], second: dict[str, Any], is_one: bool
) -> None:
    assert save(shelling(**first), shelling(**second)) == ["new", "unchanged" if is_one else "new"]
    assert store.articles().total == (1 if is_one else 2)


def test_texts_that_came_through_a_pipe_are_no_versions_of_each_other(store: Store, save: Any, shelling: Any) -> None:
    piped = {"path": "-", "name": "stdin"}
    assert save(shelling(**piped), shelling(TEXT + " More.", **piped)) == ["new", "new"]
    assert store.articles().total == 2


def test_a_file_whose_address_is_only_now_known_is_the_same_article(store: Store, save: Any, shelling: Any) -> None:
    later = "https://news.example/shelling"
    assert save(shelling(), shelling(url=later), shelling(url=later)) == ["new", "updated", "unchanged"]
    assert store.articles().total == 1
    assert save(shelling(TEXT + " More.", url=later)) == ["updated"]
    assert [row.version for row in store.articles().rows] == [2]
    assert store.verify() == ()


def test_the_same_words_under_another_address_are_flagged(store: Store, save: Any, shelling: Any) -> None:
    save(shelling(path="a"), shelling(path="b"), shelling(path="c"), shelling(TEXT + " More.", path="d"))
    assert [article.origin for article in sorted(store.articles().rows, key=lambda article: article.id)] == [None, 1, 1, None]
    assert store.casualties().total == 4
    assert store.casualties(Query(independent=True)).total == 2


def test_what_the_same_file_tells_anew_is_taken_over_and_a_copy_is_not(store: Store, save: Any, shelling: Any) -> None:
    save(shelling(url="https://news.example/a", title="Shelling"))
    assert save(shelling(url="https://news.example/a", title="Shells fall")) == ["updated"]
    assert save(shelling(url="https://news.example/a", title="Copied", path="in/copy.txt")) == ["unchanged"]
    assert store.articles().rows[0].title == "Shells fall"
    assert store.articles(Query(search="fall")).total == 1


def test_an_article_that_stands_need_not_be_parsed(store: Store, save: Any, shelling: Any) -> None:
    article = shelling().article
    assert not store.is_current(article, "1")
    save(shelling())
    assert store.is_current(article, "1")
    assert not store.is_current(article, "2")
    assert not store.is_current(replace(article, text=TEXT + " "), "1")
    assert not store.is_current(replace(article, published="2024-05-06"), "1")


def test_what_is_not_extracted_is_kept_searchable_with_its_reason(store: Store) -> None:
    article = Article(id="fr", text="La trêve tient depuis lundi.", language="fr")
    assert store.save_unextracted(article, "the language is French", extractor_version="1") is Saved.NEW
    assert store.save_unextracted(article, "the language is French", extractor_version="1") is Saved.UNCHANGED
    assert store.is_current(article, "1")
    assert [row.name for row in store.articles(Query(search="treve")).rows] == ["fr"]
    assert rows(store.path, "SELECT status, reason FROM articles") == [("not extracted", "the language is French")]


@pytest.mark.parametrize(
    "span", [Span(0, 6, "Bombs "), Span(-3, len(TEXT), TEXT[-3:]), Span(70, 199, TEXT[70:]), Span(6, 0, "")], ids=str
)
def test_a_span_that_does_not_match_is_refused_and_nothing_stored(store: Store, shelling: Any, span: Span) -> None:
    found = shelling().extraction()
    wrong = replace(found, casualties=(replace(found.casualties[0], evidence=span),))
    with pytest.raises(EvidenceError, match="kamen: the evidence"):
        store.save(wrong, extractor_version="1")
    assert (store.articles().total, store.claims().total) == (0, 0)


def test_a_part_of_no_figure_is_refused(store: Store, shelling: Any) -> None:
    found = shelling().extraction()
    with pytest.raises(StoreError, match="part of one that does not exist"):
        store.save(replace(found, casualties=(replace(found.casualties[0], subset_of=3),)), extractor_version="1")


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        ({"title": "half a letter \ud83d"}, "half a character"),
        ({"text": TEXT + "\ud83d"}, "half a character"),
    ],
)
def test_what_no_database_can_hold_is_refused_whole(store: Store, shelling: Any, change: dict[str, str], reason: str) -> None:
    found = shelling().extraction()
    with pytest.raises(StoreError, match=reason):
        store.save(replace(found, article=replace(found.article, **change)), extractor_version="1")
    assert store.articles().total == 0
    assert store.save(found, extractor_version="1") is Saved.NEW


def test_a_number_that_is_too_large_is_refused_whole(store: Store, shelling: Any) -> None:
    found = shelling().figure("four", 10**30).extraction()
    with pytest.raises(StoreError, match="too large"):
        store.save(found, extractor_version="1")
    assert store.articles().total == 0


def test_another_writer_is_waited_for_then_named(path: Path, shelling: Any) -> None:
    with Store.open(path, patience=0.05) as store, closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(StoreError, match="another program is writing"):
            store.save(shelling().extraction(), extractor_version="1")
        assert store.articles().total == 0  # readers are not kept waiting
        other.execute("ROLLBACK")
        assert store.save(shelling().extraction(), extractor_version="1") is Saved.NEW


def test_actors_made_by_a_save_that_failed_are_made_again(path: Path, report: Any) -> None:
    with Store.open(path) as store:
        good = report("Tarn said it would talk.").claim("Tarn", "said", "it would talk").extraction()
        bad = replace(good, article=replace(good.article, section="\ud83d"))
        worse = replace(good, casualties=report("Tarn said").figure("Tarn", 2**70).extraction().casualties)
        for broken in (bad, worse):
            with pytest.raises(StoreError):
                store.save(broken, extractor_version="1")
        store.save(good, extractor_version="1")
        assert store.verify() == ()
        assert [row.name for row in store.actors().rows] == ["Tarn"]


FULL = """
import resource, sys
from dataclasses import replace
from truce.errors import StoreError
from truce.records import Article, Extraction
from truce.store import Store
with Store.open(sys.argv[1]) as store:
    small = Article(id="small", text="A short report.")
    store.save(Extraction(small), extractor_version="1")
    resource.setrlimit(resource.RLIMIT_FSIZE, (600_000, 600_000))
    try:
        store.save(Extraction(replace(small, id="large", text="word " * 400_000)), extractor_version="1")
    except StoreError as error:
        print(error)
    print(store.articles().total, store.verify())
"""


@pytest.mark.skipif(sys.platform == "win32", reason="no limit on the size of files there")
def test_a_full_disk_is_said_and_leaves_nothing_half_stored(path: Path) -> None:
    run = subprocess.run([sys.executable, "-c", FULL, str(path)], capture_output=True, text=True, check=True)
    said, after = run.stdout.splitlines()
    assert "disk" in said
    assert after == "1 ()"
    with Store.open(path) as store:
        assert store.verify() == ()


def test_a_run_is_noted_with_what_came_of_it(store: Store, shelling: Any) -> None:
    number = store.begin_run("7")
    saved = store.save(shelling().extraction(), extractor_version="7")
    store.end_run({saved: 1}, failed=2)
    assert rows(store.path, "SELECT id, extractor_version, new, updated, unchanged, failed FROM runs") == [
        (number, "7", 1, 0, 0, 2)
    ]
    assert rows(store.path, "SELECT run_id FROM articles") == [(number,)]


def test_the_text_of_a_stored_article_cannot_be_changed(store: Store, save: Any, shelling: Any) -> None:
    save(shelling())
    with closing(sqlite3.connect(store.path)) as connection, pytest.raises(sqlite3.IntegrityError, match="never changes"):
        connection.execute("UPDATE articles SET text = 'other'")


def test_an_article_that_a_user_deletes_takes_all_of_it_along(store: Store, save: Any, shelling: Any) -> None:
    save(shelling().actor("Ostrova", ActorKind.STATE).date("Monday", None))
    with closing(sqlite3.connect(store.path)) as connection:
        connection.execute("PRAGMA foreign_keys = ON")
        connection.execute("DELETE FROM articles")
        connection.commit()
    assert store.verify() == ()
    assert rows(store.path, "SELECT count(*) FROM evidence_spans") == [(0,)]
    assert store.claims(Query(search="farmers")).total == 0
