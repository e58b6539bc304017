"""The reference of the database names every table and column, and its queries run."""

from __future__ import annotations

import re
import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from truce.store import Store
from truce.store.tables import Table

PAGE = (Path(__file__).parents[2] / "docs/reference/database.md").read_text(encoding="utf-8")
ROWS = dict(re.findall(r"^\| `(\w+)` \|(.*)\|$", PAGE, re.MULTILINE))
QUERIES = re.findall(r"```sql\n(.*?)```", PAGE, re.DOTALL)


def test_every_table_is_described() -> None:
    assert set(ROWS) == set(Table.metadata.tables)


@pytest.mark.parametrize("table", sorted(Table.metadata.tables))
def test_every_column_is_named(table: str) -> None:
    words = set(re.findall(r"`(\w+)`", ROWS[table]))
    columns = {column.name for column in Table.metadata.tables[table].columns}
    assert columns - words == set()


@pytest.mark.parametrize("query", QUERIES)
def test_the_queries_run_and_find(store: Store, save: Any, report: Any, query: str) -> None:
    made = report("Four died in Baalbek, Ana Brisk said. Ceasefire talks go on.", published="2024-05-01")
    save(made.claim("Ana Brisk", "said", "Four died in Baalbek").figure("Four died", 4, place="Lebanon"))
    with closing(sqlite3.connect(store.path)) as connection:
        assert len(connection.execute(query).fetchall()) == 1


def test_plain_readers_see_offsets_and_words(store: Store, save: Any, report: Any) -> None:
    save(report("Four 🕊 died.").figure("🕊 died", 4))
    with closing(sqlite3.connect(store.path)) as connection:
        assert connection.execute("SELECT start, end, words FROM evidence").fetchall() == [(5, 11, "🕊 died")]
        assert connection.execute("SELECT start, end FROM evidence_spans").fetchall() == [(5, 11)]
