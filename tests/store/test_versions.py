"""Every version of an article stays; the latest is shown."""

from __future__ import annotations

from typing import Any

import pytest

from truce.answers import Query
from truce.errors import StoreError
from truce.store import Store

TEXT = "Shells killed four farmers near Kamen on Monday, a medic said."
URL = "https://news.example/kamen"


@pytest.fixture
def shelling(report: Any) -> Any:
    """`shelling(count, ...)` is a report of so many killed, a version of the same page."""

    def make(count: str = "four", low: int = 4, **fields: Any) -> Any:
        text = TEXT.replace("four", count)
        made = report(text, **{"name": "kamen", "url": URL, "published": "2024-05-07"} | fields)
        return made.figure(f"killed {count} farmers", low, place="Kamen")

    return make


def test_all_versions_are_known_by_address_name_or_number(store: Store, save: Any, shelling: Any) -> None:
    save(shelling(), shelling("six", 6, url=f"{URL}?utm_source=feed"), shelling("nine", 9, url="http://NEWS.example/kamen/"))
    for reference in (URL, "kamen", "1", 2):
        assert [(each.id, each.version) for each in store.versions(reference)] == [(1, 1), (2, 2), (3, 3)]
    assert [row.record.low for row in store.casualties().rows] == [9]
    assert [row.record.low for row in store.casualties(Query(article="1")).rows] == [4]


def test_the_version_that_is_shown_stands_last(store: Store, save: Any, shelling: Any) -> None:
    save(shelling("six", 6, modified="2024-05-09"), shelling(modified="2024-05-08"))
    assert [(each.version, each.modified) for each in store.versions(URL)] == [(2, "2024-05-08"), (1, "2024-05-09")]


def test_an_unknown_article_has_no_versions(store: Store) -> None:
    with pytest.raises(StoreError, match="no stored article"):
        store.versions("https://news.example/other")


@pytest.mark.parametrize(
    ("query", "not_by", "ids"),
    [
        (Query(), None, [1, 2, 3]),
        (Query(), "1", [3]),
        (Query(), "2", [1, 2]),
        (Query(search="six"), None, [1, 2]),
        (Query(search="four"), None, []),
        (Query(since="2024-06"), None, [3]),
    ],
)
def test_versions_to_read_again(
    store: Store, save: Any, shelling: Any, report: Any, query: Query, not_by: str | None, ids: list[int]
) -> None:
    save(shelling(), shelling("six", 6))
    store.save(report("Talks went on.", name="talks", published="2024-06-03").extraction(), extractor_version="2")
    assert [each.id for each in store.stored_versions(query, not_by=not_by)] == ids


def test_the_pages_of_a_paged_report_are_kept(store: Store, save: Any, shelling: Any) -> None:
    assert save(shelling(pages=(0, 20)), shelling(pages=(0, 20))) == ["new", "unchanged"]
    assert store.extraction("kamen").article.pages == (0, 20)
