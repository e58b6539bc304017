"""`truce show` and `truce verify`."""

from __future__ import annotations

import shutil
import sqlite3
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from rich.console import Console

from truce.render.lit import STYLES, lit_text
from truce.store import Store

Run = Callable[..., Any]


def test_each_finding_stands_below_its_paragraph(truce: Run, db: str) -> None:
    out = truce("show", "tyre", "--db", db).out
    assert out.startswith("Strikes on Tyre\n")
    assert "published 2024-10-02" in out
    first, second = out.split("Hezbollah leader Naim Qassem", maxsplit=1)
    assert "| casualty figure: ≥ 12 killed" in first
    assert "| claim: Naim Qassem" in second
    assert "| truce: conditional" in second


def test_why_tells_rule_and_grounds(truce: Run, db: str) -> None:
    out = truce("show", "tyre", "--why", "--db", db).out
    assert "publication day\n  2024-10-02 (given)" in out
    assert "rule: casualties." in out
    assert "rule: claims." in out
    assert "place: “Tyre” at " in out


def test_on_a_terminal_evidence_is_lit_where_it_stands(db: str) -> None:
    with Store.open(db) as store:
        extraction = store.extraction("tyre")
    text = lit_text(extraction)
    assert text.plain == extraction.article.text
    evidence = extraction.casualties[0].evidence
    assert any(
        (span.start, span.end, span.style) == (evidence.start, evidence.end, STYLES["casualty figure"]) for span in text.spans
    )
    console = Console(force_terminal=True, color_system="standard", width=100)
    with console.capture() as captured:
        console.print(text)
    assert "\x1b[1;4;31mkilled at least 12 civilians" in captured.get()


def test_what_a_terminal_would_obey_is_made_visible(truce: Run, tmp_path: Path) -> None:
    db = str(tmp_path / "truce.db")
    truce("ingest", "-", "--db", db, stdin="Shelling killed two men.\x1b[2J The mayor \u202esaid so.".encode())
    out = truce("show", "1", "--db", db).out
    assert "\x1b" not in out
    assert "\u202e" not in out


def test_an_article_is_named_by_number_name_or_beginning(truce: Run, db: str) -> None:
    whole = truce("show", "tyre", "--db", db).out
    assert truce("show", "1", "--db", db).out == whole
    assert truce("show", "ty", "--db", db).out == whole
    ran = truce("show", "nowhere", "--db", db)
    assert ran.code == 1
    assert "truce articles" in ran.err


def test_the_findings_of_one_article_as_json(truce: Run, db: str) -> None:
    found = truce("show", "tyre", "--format", "json", "--db", db).json
    assert [figure["low"] for figure in found["casualties"]] == [12, 2000]


def test_a_sound_file_passes(truce: Run, db: str) -> None:
    ran = truce("verify", "--db", db)
    assert (ran.code, ran.out) == (0, f"{db}: 3 articles, every span, hash and key as it was stored\n")


HARM = {
    "a text that was changed": "UPDATE articles SET text = replace(text, 'Tyre', 'Tire') WHERE id = 1",
    "a span that was moved": "UPDATE evidence_spans SET start = start + 1 WHERE id = 1",
    "a finding of no article": "DELETE FROM articles WHERE id = 2",
}


@pytest.mark.parametrize("harm", HARM)
def test_what_is_not_as_stored_is_exit_4(truce: Run, db: str, tmp_path: Path, harm: str) -> None:
    copy = tmp_path / "truce.db"
    shutil.copy(db, copy)
    with sqlite3.connect(copy) as connection:
        for (guard,) in connection.execute("SELECT name FROM sqlite_schema WHERE type = 'trigger'").fetchall():
            connection.execute(f'DROP TRIGGER "{guard}"')
        connection.execute(HARM[harm])
    connection.close()
    ran = truce("verify", "--db", str(copy))
    assert ran.code == 4
    assert ran.out
