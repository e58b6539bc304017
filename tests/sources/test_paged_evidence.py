"""Evidence in a paged report says on which page it stands."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

from truce.cli.app import app
from truce.sources.files import read_articles

REPORT = str(Path(__file__).parent / "pages" / "sitrep.pdf")


def spans(value: Any) -> list[dict[str, Any]]:
    """Every span in an object."""
    if isinstance(value, list):
        return [span for member in value for span in spans(member)]
    if isinstance(value, dict):
        return [value] if "start" in value else [span for member in value.values() for span in spans(member)]
    return []


def run(*words: str) -> str:
    result = CliRunner().invoke(app, words, catch_exceptions=False)
    assert result.exit_code == 0, result.stderr
    return result.stdout


def test_each_span_has_the_page_on_which_it_begins(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    [article] = read_articles([REPORT])
    found = spans(json.loads(run("extract", REPORT)))
    assert {span["page"] for span in found} == {1, 2, 3}
    assert all(span["page"] == article.page_of(span["start"]) for span in found)  # type: ignore[union-attr]
    run("ingest", REPORT)
    stored = spans(json.loads(run("claims", "--format", "json")) + json.loads(run("casualties", "--format", "json")))
    assert stored
    assert all(span in found for span in stored)
    last = found[-1]["page"]
    assert f"1 p. {last}" in run("dates") + run("claims") + run("casualties")
    assert ", page 2" in run("show", "1", "--why")


def test_a_report_without_pages_tells_none(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("a.txt").write_text("Shelling killed 12 people in Tyre, the health ministry said.", encoding="utf-8")
    assert all("page" not in span for span in spans(json.loads(run("extract", "a.txt"))))
