"""The queries: filters, forms, what is said beside the answer."""

from __future__ import annotations

import csv
import io
import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Run = Callable[..., Any]


KINDS = ("claims", "casualties", "dates", "truces", "articles", "actors")
# The names that scripts rely on. Change them only with a new major version.
PROMISED = {
    "claims": "id article speaker speaker_span cue content mode said_on",
    "casualties": (
        "id article evidence count low high qualifier outcome victims victim_class affiliation place source scope period "
        "subset_of"
    ),
    "dates": "id article span value",
    "truces": "id article status span parties duration conditions",
    "articles": "id title url path publisher published modified language words",
    "actors": "id name kind role affiliation",
}


@pytest.mark.parametrize("kind", KINDS)
def test_json_is_one_array_with_the_promised_names_in_order(truce: Run, db: str, kind: str) -> None:
    rows = truce(kind, "--format", "json", "--db", db).json
    promised = PROMISED[kind].split()
    assert rows
    assert all([name for name in row if name in promised] == promised for row in rows)


@pytest.mark.parametrize("kind", KINDS)
def test_every_form_holds_the_same_rows(truce: Run, db: str, kind: str) -> None:
    rows = truce(kind, "--format", "json", "--db", db).json
    assert [json.loads(line) for line in truce(kind, "--format", "jsonl", "--db", db).out.splitlines()] == rows
    table = list(csv.DictReader(io.StringIO(truce(kind, "--format", "csv", "--db", db).out)))
    assert [row["id"] for row in table] == [str(row["id"]) for row in rows]
    markdown = truce(kind, "--format", "markdown", "--db", db).out.splitlines()
    assert markdown[1].startswith("| ---")
    assert len(markdown) == len(rows) + 2


@pytest.mark.parametrize("kind", KINDS)
def test_an_answer_without_rows_is_still_of_its_form(truce: Run, db: str, kind: str) -> None:
    nobody = ("--search", "zanzibar", "--db", db)
    assert truce(kind, "--format", "json", *nobody).json == []
    assert truce(kind, "--format", "csv", *nobody).out.startswith("id,")
    ran = truce(kind, *nobody)
    assert (ran.code, ran.out) == (0, "")
    assert "match" in ran.err


def test_an_actor_is_asked_for_with_those_who_speak_for_it(truce: Run, db: str) -> None:
    def speakers(*options: str) -> set[str]:
        return {row["speaker"] for row in truce("claims", "--format", "json", "--db", db, *options).json}

    assert speakers("--actor", "Hezbollah") == {"Naim Qassem"}
    assert speakers("--actor", "Hezbollah", "--exact") == set()
    assert "Lebanon's health ministry" in speakers("--actor", "Lebanon")
    assert "Najib Mikati" in speakers("--actor", "lebanon")


def test_an_unknown_actor_gets_the_nearest_names_and_exit_0(truce: Run, db: str) -> None:
    ran = truce("claims", "--actor", "Hizbolah", "--db", db)
    assert (ran.code, ran.out) == (0, "")
    assert "No actor is called «Hizbolah»; did you mean" in ran.err
    assert "Hezbollah" in ran.err
    assert truce("claims", "--actor", "Hizbolah", "--format", "json", "--db", db).json == []


def test_since_asks_for_what_a_figure_is_about(truce: Run, db: str) -> None:
    def figures(*options: str) -> list[int]:
        return sorted(row["low"] for row in truce("casualties", "--format", "json", "--db", db, *options).json)

    assert figures("--since", "2024-09") == [3, 12, 2000]
    assert figures("--since", "2024-11") == [3, 2000]  # the toll runs on, the strike in October is over
    assert figures("--until", "2024-09") == [2000]
    assert figures("--since", "2024-10-01", "--until", "2024-10-31") == [12, 2000]


def test_what_has_no_date_is_left_out_and_counted_once_on_stderr(truce: Run, db: str) -> None:
    ran = truce("casualties", "--since", "2024-09", "--db", db)
    assert ran.err == "1 casualty figure without any date left out.\n"
    assert truce("casualties", "--db", db).err == ""


FILTERS = [
    (("casualties", "--place", "Tyre"), [12]),
    (("casualties", "--outcome", "injured"), [3]),
    (("casualties", "--scope", "cumulative"), [2000]),
    (("casualties", "--source", "health ministry"), [12, 2000]),
    (("casualties", "--about", "civilian"), [4, 12]),
    (("casualties", "--search", "drone"), [3]),
    (("casualties", "--article", "tyre", "--sort", "-count", "--limit", "1"), [2000]),
    (("casualties", "--sort", "count"), [3, 4, 12, 2000]),
]


@pytest.mark.parametrize(("asked", "lows"), FILTERS, ids=[" ".join(asked) for asked, _ in FILTERS])
def test_filters(truce: Run, db: str, asked: tuple[str, ...], lows: list[int]) -> None:
    found = [row["low"] for row in truce(*asked, "--format", "json", "--db", db).json]
    assert (found if "--sort" in asked else sorted(found)) == lows


def test_the_limit_says_how_many_there_are(truce: Run, db: str) -> None:
    ran = truce("casualties", "--limit", "1", "--db", db)
    assert len(ran.out.splitlines()) == 2
    assert ran.err == "1 of 4 casualty figures.\n"
    assert len(truce("casualties", "--limit", "0", "--format", "json", "--db", db).json) == 4


BAD_USAGE = [
    ("claims", "--since", "someday"),
    ("claims", "--format", "xml"),
    ("casualties", "--outcome", "sad"),
    ("claims", "--sort", "colour"),
    ("claims", "--limit", "-1"),
    ("nonsense",),
]


@pytest.mark.parametrize("arguments", BAD_USAGE, ids=" ".join)
def test_wrong_usage_is_exit_2(truce: Run, db: str, arguments: tuple[str, ...]) -> None:
    assert truce(*arguments).code == 2


def test_without_a_database_one_sentence_says_what_to_do(truce: Run, tmp_path: Path) -> None:
    ran = truce("claims", "--db", str(tmp_path / "none.db"))
    assert ran.code == 1
    assert ran.err.count("\n") == 1
    assert "truce ingest" in ran.err
    assert not (tmp_path / "none.db").exists()


def test_the_database_is_named_before_or_after_the_command_or_by_the_environment(
    truce: Run, db: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    after = truce("claims", "--format", "json", "--db", db).out
    assert truce("--db", db, "claims", "--format", "json").out == after
    monkeypatch.setenv("TRUCE_DB", db)
    assert truce("claims", "--format", "json").out == after


def test_queries_load_neither_spacy_nor_trafilatura(db: str) -> None:
    program = (
        "import sys\n"
        "from truce.cli.app import app\n"
        f"try: app(['casualties', '--db', {db!r}])\n"
        "except SystemExit as end: assert not end.code\n"
        "assert not {'spacy', 'trafilatura', 'thinc', 'numpy'} & set(sys.modules)\n"
    )
    ran = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=False)
    assert ran.returncode == 0, ran.stderr


def test_nothing_is_cut_and_nothing_coloured_in_a_pipe(db: str) -> None:
    ran = subprocess.run([sys.executable, "-m", "truce", "claims", "--db", db], capture_output=True, text=True, check=True)
    assert "\x1b" not in ran.stdout
    assert "his group would accept a ceasefire if Israel withdrew" in ran.stdout


def test_a_reader_that_closes_the_pipe_leaves_no_traceback(db: str) -> None:
    command = f"{sys.executable} -m truce dates --format jsonl --db {db} | true"
    ran = subprocess.run(["/bin/sh", "-c", command], capture_output=True, text=True, check=False)
    assert ran.stderr == ""


def test_the_course_of_a_truce_is_shown_by_conflict_and_day(truce: Run, db: str) -> None:
    lines = truce("truces", "--db", db).out.splitlines()
    assert lines[0].split()[:3] == ["conflict", "day", "status"]
    course = [line for line in lines if line.startswith("Hezbollah – Israel")]
    assert ["conditional" in line for line in course] == [True, False]
    assert "60 days" in course[1]
