"""`truce extract`: findings without a database, in the promised form."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

Run = Callable[..., Any]
UNDATED = "Rebels killed four farmers in the valley, a village elder said. He called for a truce."


def test_one_object_an_article_with_spans_into_the_text_as_given(truce: Run, reports: Path) -> None:
    ran = truce("extract", str(reports / "tyre.jsonl"))
    texts = {row["id"]: row["text"] for row in map(json.loads, (reports / "tyre.jsonl").read_text(encoding="utf-8").splitlines())}
    rows = [json.loads(line) for line in ran.out.splitlines()]
    assert [row["id"] for row in rows] == ["tyre", "sidon"]
    spans = [(row["id"], span) for row in rows for span in spans_in(row)]
    assert spans
    assert all(texts[id][span["start"] : span["end"]] == span["text"] for id, span in spans)


def spans_in(value: object) -> list[dict[str, object]]:
    """Every span below a value."""
    if isinstance(value, dict):
        if value.keys() == {"start", "end", "text"}:
            return [value]
        return [span for each in value.values() for span in spans_in(each)]
    return [span for each in value for span in spans_in(each)] if isinstance(value, list) else []


def test_the_keys_are_those_of_the_guidelines(truce: Run, reports: Path) -> None:
    row = json.loads(truce("extract", str(reports / "tyre.jsonl")).out.splitlines()[0])
    assert list(row) == ["id", "published", "actors", "claims", "casualties", "dates", "truces"]
    assert list(row["published"]) == ["value", "basis", "not_before", "not_after"]
    assert list(row["actors"][0]) == ["name", "kind", "role", "affiliation", "mentions"]
    assert list(row["claims"][0]) == ["speaker", "speaker_span", "cue", "content", "mode", "said_on"]
    assert list(row["casualties"][0]) == (
        "evidence count low high qualifier outcome victims victim_class affiliation place source scope period subset_of".split()
    )
    assert list(row["dates"][0]) == ["span", "value"]
    assert list(row["truces"][0]) == ["status", "span", "parties", "duration", "conditions"]


def test_standard_input_and_one_array(truce: Run) -> None:
    rows = truce("extract", "-", "--format", "json", stdin=UNDATED.encode()).json
    assert [(figure["low"], figure["outcome"]) for figure in rows[0]["casualties"]] == [(4, "killed")]


def test_tables_name_each_kind(truce: Run, reports: Path) -> None:
    out = truce("extract", str(reports / "tyre.jsonl"), "--format", "table").out
    assert "Strikes on Tyre (2024-10-02, given)" in out
    assert all(f"\n{kind}\n" in out for kind in ("claims", "casualties", "dates", "truces", "actors"))


def test_nothing_is_written_beside_the_output(truce: Run, reports: Path, tmp_path: Path, monkeypatch: object) -> None:
    before = sorted(reports.rglob("*"))
    truce("extract", str(reports))
    assert sorted(reports.rglob("*")) == before


def test_a_bad_line_is_named_and_the_rest_goes_on(truce: Run, tmp_path: Path) -> None:
    path = tmp_path / "mixed.jsonl"
    path.write_text(json.dumps({"id": "a", "text": UNDATED}) + "\n{broken\n" + json.dumps({"id": "b", "text": UNDATED}), "utf-8")
    ran = truce("extract", str(path))
    assert ran.code == 3
    assert "line 2" in ran.err
    assert [json.loads(line)["id"] for line in ran.out.splitlines()] == ["a", "b"]
