"""Full-text search takes whatever a person types, and stays in step with the texts."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from truce.answers import Query
from truce.lexicons import Lexicons
from truce.store import Store
from truce.store.full_text import words_query

TYPED = st.lists(
    st.one_of(st.text(max_size=6), st.sampled_from(["AND", "NOT", "NEAR(", '"', "*", "^", "title:", "-", "(", ")", "'", ";"])),
    max_size=6,
).map(" ".join)


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory, coast: Lexicons, report: Any) -> Iterator[Store]:
    with Store.open(tmp_path_factory.mktemp("library") / "reports.db", lexicons=coast) as store:
        harbour = report(
            "The harbour at Brod was shelled twice. Marek said the cease-fire is dead.", name="harbour", title="Café hit"
        )
        store.save(harbour.claim("Ivo Marek", "said", "the cease-fire is dead").extraction(), extractor_version="1")
        market = report("Markets opened. Ana Brisk said strikes have not stopped.", name="market")
        store.save(market.claim("Ana Brisk", "said", "strikes have not stopped").extraction(), extractor_version="1")
        yield store


@pytest.mark.parametrize(
    ("typed", "names"),
    [
        ("harbour", ["harbour"]),
        ("HARBOUR shelled", ["harbour"]),
        ("shelled harbour", ["harbour"]),
        ('"harbour at"', ["harbour"]),
        ('"at harbour"', []),
        ("strike", ["market"]),  # by its stem
        ("cafe", ["harbour"]),  # in the title, without the accent
        ("cease-fire", ["harbour"]),
        ("mar*", ["harbour", "market"]),
        ("said", ["harbour", "market"]),
        ("harbour OR market", []),  # words, not commands
        ("title:café", []),
        ("!!!", []),
        ("", []),
    ],
)
def test_words_find_articles(library: Store, typed: str, names: list[str]) -> None:
    assert sorted(row.name for row in library.articles(Query(search=typed)).rows) == names


@pytest.mark.parametrize(
    ("typed", "speakers"), [("dead", ["Ivo Marek"]), ("marek", ["Ivo Marek"]), ("harbour", []), ("stopped brisk", ["Ana Brisk"])]
)
def test_words_find_claims_by_what_was_said_and_who_said_it(library: Store, typed: str, speakers: list[str]) -> None:
    assert [row.record.speaker for row in library.claims(Query(search=typed)).rows] == speakers


@settings(max_examples=150, deadline=None)
@given(TYPED)
def test_nothing_that_is_typed_breaks_a_query(library: Store, typed: str) -> None:
    for asked in (Query(search=typed), Query(about=typed), Query(place=typed), Query(source=typed), Query(actor=typed)):
        library.claims(asked)
        library.casualties(asked)
        library.articles(asked)


@given(st.text())
def test_quotation_marks_are_always_paired(typed: str) -> None:
    assert words_query(typed).count('"') % 2 == 0


def test_search_stays_in_step_with_every_change(store: Store, save: Any, report: Any) -> None:
    def found(words: str) -> tuple[int, int]:
        return store.articles(Query(search=words)).total, store.claims(Query(search=words)).total

    first = report("Marek said the road is open.", path="a").claim("Ivo Marek", "said", "the road is open")
    save(first)
    assert found("road") == (1, 1)
    changed = report("Marek said the road is open.", path="a").claim("Ivo Marek", "said", "is open")
    store.save(changed.extraction(), extractor_version="2")
    assert found("road") == (1, 0)
    save(report("Marek said the bridge is shut.", path="a").claim("Ivo Marek", "said", "the bridge is shut"))
    assert (found("road"), found("bridge")) == ((0, 0), (1, 1))
    with closing(sqlite3.connect(store.path)) as connection:
        connection.execute("UPDATE claims SET speaker = 'Somebody'")
        connection.execute("UPDATE evidence_spans SET start = start + 4 WHERE kind = 'claims' AND field = 'content'")
        connection.commit()
    assert (found("marek bridge"), found("somebody shut")) == ((0 + 1, 0), (0, 1))
    assert [fault.kind for fault in store.verify()] == ["evidence", "evidence"]  # the search itself is in step
