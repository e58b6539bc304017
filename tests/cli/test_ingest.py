"""`truce ingest`: what is stored, what is said of the rest."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Run = Callable[..., Any]
UNDATED = "Rebels killed four farmers in the valley, a village elder said. He called for a truce."


FRENCH = (
    "Les frappes ont tué douze personnes dans le sud du pays, selon le ministère de la Santé. Le premier ministre a "
    "condamné l'attaque et demandé un cessez-le-feu immédiat, que le groupe armé refuse depuis plusieurs semaines."
)


def test_a_second_ingest_stores_nothing_new_and_says_so(truce: Run, reports: Path, tmp_path: Path) -> None:
    db = str(tmp_path / "truce.db")
    first = truce("ingest", str(reports), "--db", db)
    before = dump(db)
    second = truce("ingest", str(reports), "--db", db)
    assert first.out == f"{db}: 3 new, 0 updated, 0 unchanged, 0 failed\n"
    assert second.out == f"{db}: 0 new, 0 updated, 3 unchanged, 0 failed\n"
    assert second.code == 0
    assert dump(db) == before


def dump(db: str) -> list[tuple[object, ...]]:
    """Articles and findings as they stand in the file."""
    with sqlite3.connect(db) as connection:
        return [
            row
            for table in ("articles", "claims", "casualties", "dates", "truces", "evidence_spans", "mentions")
            for row in connection.execute(f"SELECT * FROM {table} ORDER BY id")
        ]


BAD_INPUTS = {
    "empty.txt": (b"", "empty"),
    "picture.txt": (b"\x89PNG\r\n\x1a\n" + bytes(range(256)), "picture.txt"),
    "broken.jsonl": (b'{"id": "a", "text": \n', "not JSON"),
    "french.txt": (FRENCH.encode(), "French"),
}


@pytest.mark.parametrize("name", BAD_INPUTS)
def test_bad_input_is_one_line_and_exit_3_and_the_rest_goes_on(truce: Run, tmp_path: Path, name: str) -> None:
    content, said = BAD_INPUTS[name]
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / name).write_bytes(content)
    (tmp_path / "in" / "valley.txt").write_text(UNDATED, encoding="utf-8")
    ran = truce("ingest", str(tmp_path / "in"), "--db", str(tmp_path / "truce.db"))
    assert ran.code == 3
    assert ran.err.count("\n") == 1
    assert name in ran.err
    assert said in ran.err
    assert "1 failed" in ran.out
    assert [
        row["id"] for row in truce("articles", "--search", "valley", "--format", "json", "--db", str(tmp_path / "truce.db")).json
    ]


def test_a_path_that_is_not_there_is_named(truce: Run, tmp_path: Path) -> None:
    ran = truce("ingest", str(tmp_path / "nowhere"), "--db", str(tmp_path / "truce.db"))
    assert ran.code == 3
    assert "there is no such file or folder" in ran.err


def test_what_is_not_english_is_stored_searchable_and_marked(truce: Run, tmp_path: Path) -> None:
    (tmp_path / "french.txt").write_text(FRENCH, encoding="utf-8")
    db = str(tmp_path / "truce.db")
    truce("ingest", str(tmp_path / "french.txt"), "--db", db)
    assert "not extracted" in truce("articles", "--search", "frappes", "--db", db).out
    assert truce("claims", "--format", "json", "--db", db).json == []


def test_a_changed_text_is_an_update_and_nothing_is_lost(truce: Run, tmp_path: Path) -> None:
    db, path = str(tmp_path / "truce.db"), tmp_path / "report.jsonl"
    row = {"id": "r", "url": "https://example.org/r", "published": "2024-10-02", "text": "Shelling killed 3 people in Sidon."}
    path.write_text(json.dumps(row), encoding="utf-8")
    truce("ingest", str(path), "--db", db)
    path.write_text(json.dumps(row | {"text": "Shelling killed 5 people in Sidon."}), encoding="utf-8")
    assert "0 new, 1 updated" in truce("ingest", str(path), "--db", db).out
    assert [row["low"] for row in truce("casualties", "--format", "json", "--db", db).json] == [5]
    with sqlite3.connect(db) as connection:
        assert connection.execute("SELECT count(*) FROM articles").fetchone() == (2,)


def test_standard_input_is_an_article(truce: Run, tmp_path: Path) -> None:
    db = str(tmp_path / "truce.db")
    assert "1 new" in truce("ingest", "-", "--db", db, stdin=UNDATED.encode()).out
    assert truce("casualties", "--format", "json", "--db", db).json[0]["evidence"]["text"].startswith("killed four")


def test_worker_processes_find_the_same(truce: Run, reports: Path, db: str, tmp_path: Path) -> None:
    other = str(tmp_path / "truce.db")
    assert "3 new" in truce("ingest", str(reports), "--db", other, "--workers", "2").out
    for kind in ("claims", "casualties", "dates", "truces"):
        assert truce(kind, "--format", "json", "--db", other).json == truce(kind, "--format", "json", "--db", db).json


def test_a_file_that_is_no_database_is_left_alone(truce: Run, reports: Path, tmp_path: Path) -> None:
    path = tmp_path / "notes.db"
    path.write_text("my notes, no database at all", encoding="utf-8")
    ran = truce("ingest", str(reports), "--db", str(path))
    assert ran.code == 1
    assert ran.err.count("\n") == 1
    assert path.read_text(encoding="utf-8") == "my notes, no database at all"
