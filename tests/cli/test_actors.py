"""`truce actors`: the list, the card, and decisions that can be undone."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Run = Callable[..., Any]


@pytest.fixture
def own(db: str, tmp_path: Path) -> str:
    """A copy of the database that a test may change."""
    return shutil.copy(db, str(tmp_path / "truce.db"))


def test_actors_bear_counts_of_claims_and_figures(truce: Run, db: str) -> None:
    rows = {row["name"]: row for row in truce("actors", "--format", "json", "--db", db).json}
    assert rows["Naim Qassem"]["claims"] == 1
    assert rows["Naim Qassem"]["affiliation"] == "Hezbollah"
    assert rows["Hezbollah"]["articles"] == 2


def test_a_card_shows_names_and_the_latest_claims(truce: Run, db: str) -> None:
    out = truce("actors", "show", "naim qassem", "--db", db).out
    assert out.startswith("Naim Qassem\n")
    assert "leader, Hezbollah" in out
    assert "would accept a ceasefire" in out


def test_the_card_of_a_number_is_that_of_the_name(truce: Run, db: str) -> None:
    number = truce("actors", "--format", "json", "--search", "Qassem", "--db", db).json[0]["id"]
    assert truce("actors", "show", str(number), "--db", db).out == truce("actors", "show", "Naim Qassem", "--db", db).out


def test_nobody_of_that_name_is_one_sentence(truce: Run, db: str) -> None:
    ran = truce("actors", "show", "Zzyzx", "--db", db)
    assert ran.code == 1
    assert ran.err.count("\n") == 1


def test_a_merge_holds_through_a_new_extraction_and_can_be_undone(truce: Run, own: str, reports: Path) -> None:
    def speakers() -> set[str]:
        return {
            row["speaker"] for row in truce("claims", "--actor", "Najib Mikati", "--exact", "--format", "json", "--db", own).json
        }

    assert speakers() == {"Najib Mikati"}
    assert truce("actors", "merge", "Najib Mikati", "Naim Qassem", "--note", "a test", "--db", own).code == 0
    assert speakers() == {"Najib Mikati", "Naim Qassem"}
    truce("ingest", str(reports), "--db", own)
    assert speakers() == {"Najib Mikati", "Naim Qassem"}
    assert "Naim Qassem is Najib Mikati" in truce("actors", "decisions", "--db", own).out
    assert truce("actors", "undo", "1", "--db", own).code == 0
    assert speakers() == {"Najib Mikati"}


def test_what_stands_in_one_article_can_be_split_off(truce: Run, own: str) -> None:
    ran = truce("actors", "split", "Naim Qassem", "--article", "tyre", "--name", "Naim Qassem (mayor)", "--db", own)
    assert ran.code == 0
    names = {row["name"] for row in truce("actors", "--format", "json", "--search", "Qassem", "--db", own).json}
    assert "Naim Qassem (mayor)" in names


def test_a_decision_that_does_not_hold_cannot_be_undone(truce: Run, own: str) -> None:
    ran = truce("actors", "undo", "7", "--db", own)
    assert ran.code == 1
    assert "truce actors decisions" in ran.err
