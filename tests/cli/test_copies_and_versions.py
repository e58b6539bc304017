"""Stories that several articles have, versions of one article, and what is read again after an upgrade."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

Run = Callable[..., Any]
WIRE = (
    "Israeli strikes killed at least 12 civilians in Tyre on Tuesday. Rescue crews searched a collapsed school for survivors "
    "until midnight, and the road along the coast stayed closed for a second day while families looked for shelter further north."
)
URL = "https://news.example/strikes"


@pytest.fixture
def shelf(tmp_path: Path, truce: Run) -> Path:
    """A database of a report in two versions and a copy of it under another roof."""
    reports = [
        {"id": "one", "url": URL, "publisher": "Coast Daily", "published": "2024-10-02", "text": WIRE},
        {"id": "other", "url": "https://other.example/1", "publisher": "Harbour Times", "published": "2024-10-03", "text": WIRE},
        {"id": "one", "url": f"{URL}?utm_source=feed", "publisher": "Coast Daily", "published": "2024-10-02",
         "text": WIRE.replace("12", "19").replace(" for a second day", "")},
    ]  # fmt: skip
    (tmp_path / "reports.jsonl").write_text("\n".join(map(json.dumps, reports)), encoding="utf-8")
    ran = truce("ingest", str(tmp_path / "reports.jsonl"), "--db", str(tmp_path / "truce.db"))
    assert ran.code == 0, ran.err
    return tmp_path / "truce.db"


def test_copies_stand_below_their_origin(truce: Run, shelf: Path) -> None:
    found = truce("articles", "--origins", "--format", "json", "--db", str(shelf)).json
    assert [(row["origin"], row["kind"], row["id"], row["publisher"]) for row in found] == [
        (3, "origin", 3, "Coast Daily"),
        (3, "copy", 2, "Harbour Times"),
    ]
    table = truce("articles", "--origins", "--db", str(shelf)).out.splitlines()
    assert [line.split()[:2] for line in table] == [["origin", "is"], ["3", "origin"], ["3", "copy"]]


def test_each_story_counts_once_where_asked(truce: Run, shelf: Path) -> None:
    assert len(truce("casualties", "--format", "json", "--db", str(shelf)).json) == 2
    assert len(truce("casualties", "--independent", "--format", "json", "--db", str(shelf)).json) == 1
    assert len(truce("articles", "--independent", "--format", "json", "--db", str(shelf)).json) == 1


def test_figures_tell_of_how_many_reports_and_origins_they_are(truce: Run, shelf: Path) -> None:
    found = truce("casualties", "--format", "json", "--db", str(shelf)).json
    assert [list(row)[-2:] for row in found] == [["reports", "origins"]] * 2
    assert {(row["low"], row["reports"], row["origins"]) for row in found} == {(12, 1, 1), (19, 1, 1)}
    assert "origins" in truce("casualties", "--db", str(shelf)).out.splitlines()[0]


def test_what_changed_between_two_versions(truce: Run, shelf: Path) -> None:
    shown = truce("diff", URL, "--db", str(shelf)).out
    assert "was ≥ 12 killed" in shown
    assert "is  ≥ 19 killed" in shown
    found = truce("diff", "1", "--format", "json", "--db", str(shelf)).json
    assert (found["before"]["version"], found["after"]["version"], found["is_trivial"]) == (1, 2, False)
    assert [(change["change"], change["fields"]) for change in found["figures"]] == [("altered", ["count", "low"])]
    assert {change["change"] for change in found["sentences"]} == {"altered"}


def test_the_versions_may_be_chosen(truce: Run, shelf: Path) -> None:
    found = truce("diff", URL, "--from", "2", "--to", "1", "--format", "json", "--db", str(shelf)).json
    assert (found["before"]["version"], found["after"]["version"]) == (2, 1)


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["other"], "one version only"),
        ([URL, "--to", "9"], "has no version 9; it has 1, 2"),
        (["nowhere"], "no stored article"),
    ],
)
def test_what_cannot_be_compared_is_said(truce: Run, shelf: Path, arguments: list[str], said: str) -> None:
    ran = truce("diff", *arguments, "--db", str(shelf))
    assert (ran.code, ran.out) == (1, "")
    assert said in ran.err


def test_a_change_of_marks_and_blanks_is_said_to_be_one(truce: Run, tmp_path: Path) -> None:
    for number, text in enumerate(['"We stay," he said.', "“We stay,”\u00a0he said."]):
        report = {"id": "a", "url": URL, "published": "2024-10-02", "text": text}
        (tmp_path / f"{number}.json").write_text(json.dumps(report), encoding="utf-8")
        truce("ingest", str(tmp_path / f"{number}.json"), "--db", str(tmp_path / "t.db"))
    ran = truce("diff", URL, "--db", str(tmp_path / "t.db"))
    assert "Only blanks and the shape of marks changed." in ran.out
    assert truce("diff", URL, "--format", "json", "--db", str(tmp_path / "t.db")).json["is_trivial"] is True


def test_what_another_version_read_is_read_again_with_a_report(truce: Run, shelf: Path) -> None:
    assert "nothing to read again" in truce("reextract", "--db", str(shelf)).out
    with closing(sqlite3.connect(shelf)) as connection:
        connection.execute("UPDATE articles SET extractor_version = '0'")
        connection.execute("UPDATE casualties SET low = 11 WHERE article_id = 2")
        connection.commit()
    ran = truce("reextract", "--changes", "--db", str(shelf))
    assert ran.code == 0, ran.err
    assert ran.out.splitlines()[0] == "2 other: figures altered 1"
    assert "was ≥ 11 killed" in ran.out
    assert "3 read again: 1 changed, 2 as before, 0 failed" in ran.out
    assert truce("verify", "--db", str(shelf)).code == 0


def test_copies_are_worked_out_anew_on_demand(truce: Run, shelf: Path) -> None:
    with closing(sqlite3.connect(shelf)) as connection:
        connection.execute("DELETE FROM copies")
        connection.commit()
    assert "2 articles" in truce("reextract", "--copies", "--db", str(shelf)).out
    assert len(truce("articles", "--origins", "--format", "json", "--db", str(shelf)).json) == 2


def test_one_cannot_ask_for_all_and_for_the_changed_only(truce: Run, shelf: Path) -> None:
    assert truce("reextract", "--all", "--changed-rules", "--db", str(shelf)).code == 2
