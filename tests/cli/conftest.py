"""A folder of reports of our own, ingested once, and a way to run commands on it."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

from truce.cli.app import app

REPORTS = {
    "tyre.jsonl": [
        {
            "id": "tyre",
            "title": "Strikes on Tyre",
            "publisher": "Coast Daily",
            "published": "2024-10-02",
            "text": (
                "BEIRUT (Reuters) - Israeli strikes killed at least 12 civilians in Tyre on Tuesday, Lebanon's health ministry "
                "said.\n\nHezbollah leader Naim Qassem said his group would accept a ceasefire if Israel withdrew. "
                "The ministry said 2,000 people had been killed in Lebanon since October 2023."
            ),
        },
        {
            "id": "sidon",
            "title": "Talks go on",
            "publisher": "Harbour Times",
            "published": "2024-11-20",
            "text": (
                "Lebanese Prime Minister Najib Mikati said on Monday that talks on a 60-day ceasefire between Israel and "
                "Hezbollah were going on. A drone wounded three soldiers in Sidon on Sunday, the army said."
            ),
        },
    ],
}
UNDATED = "Rebels killed four farmers in the valley, a village elder said. He called for a truce."


@dataclass(frozen=True)
class Ran:
    """What a command printed and how it ended."""

    code: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        """Its output read as JSON."""
        return json.loads(self.out)


Run = Callable[..., Ran]


def run_truce(*arguments: str, stdin: bytes | None = None) -> Ran:
    """Run `truce` with these arguments."""
    result = CliRunner().invoke(app, list(arguments), input=stdin, prog_name="truce")
    if result.exception is not None and not isinstance(result.exception, SystemExit):
        raise result.exception
    return Ran(result.exit_code, result.stdout, result.stderr)


@pytest.fixture
def truce() -> Run:
    """`truce("claims", "--actor", "Hezbollah")` runs the command."""
    return run_truce


@pytest.fixture(scope="session")
def reports(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with three reports, one of them undated."""
    folder = tmp_path_factory.mktemp("reports")
    for name, rows in REPORTS.items():
        (folder / name).write_text("".join(f"{json.dumps(row)}\n" for row in rows), encoding="utf-8")
    (folder / "valley.txt").write_text(UNDATED, encoding="utf-8")
    return folder


@pytest.fixture(scope="session")
def db(reports: Path, tmp_path_factory: pytest.TempPathFactory) -> str:
    """A database of those reports. Tests read it and change nothing."""
    path = str(tmp_path_factory.mktemp("data") / "truce.db")
    ran = run_truce("ingest", str(reports), "--db", path)
    assert (ran.code, ran.err) == (0, ""), ran
    return path
