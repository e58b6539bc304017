"""The article in seeds/, from the file to the answer, held by a golden file.

To write it anew after a change that is meant: `truce extract seeds/ > tests/golden/seed.jsonl`; then read the difference.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

from truce.cli.app import app
from truce.export.guidelines import to_object
from truce.pipeline import extract_each
from truce.records import Extraction

ROOT = Path(__file__).parents[1]
GOLDEN = ROOT / "tests" / "golden" / "seed.jsonl"


@pytest.fixture(scope="module")
def found() -> dict[str, Any]:
    """What truce finds in the seed now, as plain objects."""
    (extraction,) = extract_each([str(ROOT / "seeds")])
    assert isinstance(extraction, Extraction)
    whole: dict[str, Any] = json.loads(json.dumps(to_object(extraction)))
    return whole


@pytest.fixture(scope="module")
def golden() -> dict[str, Any]:
    """What a careful reader finds in it."""
    whole: dict[str, Any] = json.loads(GOLDEN.read_text(encoding="utf-8"))
    return whole


@pytest.mark.parametrize("kind", ["published", "casualties", "claims", "dates", "truces", "actors"])
def test_the_seed_gives_what_a_careful_reader_finds(found: dict[str, Any], golden: dict[str, Any], kind: str) -> None:
    assert found[kind] == golden[kind]


def test_the_figures_are_these_four_and_no_others(found: dict[str, Any]) -> None:
    figures = [
        (each["low"], each["high"], each["victim_class"], each["place"], each["source"], each["scope"], each["period"])
        for each in found["casualties"]
    ]
    ministry = "Lebanon’s health ministry"
    assert figures[0][:5] == (1, 1, "leader", None, None)
    assert figures[1] == (1, 1, "combatant", "Baalbek", ministry, "incident", None)
    assert figures[2] == (19, 19, "civilian", "Baalbek", ministry, "incident", None)
    assert figures[3][:2] == (1754, None)
    assert figures[3][4:] == ("an AFP tally", "cumulative", "2024-09/..")
    assert len(figures) == 4


SAID = [
    ("Naim Qassem", "indicated", "2024-10-30"),
    ("Naim Qassem", "reaffirmed", None),
    ("Naim Qassem", "acknowledged", None),
    ("Naim Qassem", "stated", None),
    ("Najib Mikati", "voiced", None),
    ("Najib Mikati", "noting", None),
    ("Amos Hochstein", "suggested", None),
    ("Eli Cohen", "confirmed", None),
    ("Israeli military officials", "confirmed", None),
    ("US State Department", "announced", None),
    ("Lebanon’s health ministry", "according to", None),
    ("an AFP tally", "reports", None),
]


@pytest.mark.parametrize(("speaker", "cue", "said_on"), SAID)
def test_who_said_what(found: dict[str, Any], speaker: str, cue: str, said_on: str | None) -> None:
    claims = [(claim["speaker"], claim["cue"]["text"], claim["said_on"]) for claim in found["claims"]]
    assert (speaker, cue, said_on) in claims


def test_the_whole_quotation_is_one_direct_claim(found: dict[str, Any]) -> None:
    (claim,) = [each for each in found["claims"] if each["cue"]["text"] == "stated"]
    assert claim["mode"] == "direct"
    (content,) = claim["content"]
    assert content["text"].strip("“”") == (
        "If the Israelis choose to end the aggression, we are open to acceptance, under terms we deem appropriate,"
    )


def test_navigation_and_repeats_give_nothing(found: dict[str, Any]) -> None:
    text = (ROOT / "seeds" / "000_88907226b0304b17.txt").read_text(encoding="utf-8")
    summary = text.index("Hezbollah's leader, Naim Qassem")
    repeated = text.index("Advertisement"), text.index("Hezbollah’s new leader")
    starts = [each["evidence"]["start"] for each in found["casualties"]]
    starts += [span["start"] for claim in found["claims"] for span in claim["content"]]
    starts += [each["span"]["start"] for kind in ("dates", "truces") for each in found[kind]]
    assert all(start >= summary and not repeated[0] <= start < repeated[1] for start in starts)


def test_where_the_truce_stands(found: dict[str, Any]) -> None:
    stages = [(each["status"], each["duration"], each["conditions"]) for each in found["truces"]]
    assert ("conditional", None, "if specific conditions are met") in stages
    assert ("proposed", "P60D", "Hezbollah’s pullback from border areas") in stages
    assert "negotiating" in {status for status, _, _ in stages}


def test_from_november_on_only_the_toll_that_runs_on_answers(tmp_path: Path) -> None:
    def truce(*arguments: str) -> str:
        result = CliRunner().invoke(app, [*arguments, "--db", str(tmp_path / "truce.db")], prog_name="truce")
        assert result.exit_code == 0, result.output
        return result.stdout

    truce("ingest", str(ROOT / "seeds"))
    assert len(json.loads(truce("casualties", "--since", "2024-09", "--format", "json"))) == 4
    assert [each["low"] for each in json.loads(truce("casualties", "--since", "2024-11", "--format", "json"))] == [1754]
    claims = json.loads(truce("claims", "--actor", "Hezbollah", "--format", "json"))
    assert {claim["speaker"] for claim in claims} == {"Naim Qassem"}
    (article,) = json.loads(truce("articles", "--format", "json"))
    assert article["published"] == {
        "value": "2024-10-30~",
        "basis": "inferred",
        "not_before": "2024-10-29",
        "not_after": "2024-11-05",
    }
    assert "«Wednesday»" in truce("show", "1", "--why")
