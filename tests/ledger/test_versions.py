"""Findings of two versions beside each other: new, gone, altered, or the same at another place."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from truce.ledger.versions import compare
from truce.records import (
    Article,
    CasualtyFigure,
    Claim,
    Extraction,
    Mode,
    Outcome,
    Qualifier,
    Span,
    TruceStatement,
    TruceStatus,
)

TEXT = "Shells killed 12 farmers in Kamen, a medic said. Two soldiers were wounded near Orla. The Banner rejected a truce."


def span(words: str, text: str = TEXT) -> Span:
    """Where these words stand first."""
    start = text.index(words)
    return Span(start, start + len(words), words)


def figure(words: str, low: int, outcome: Outcome = Outcome.KILLED, **fields: Any) -> CasualtyFigure:
    """An exact figure."""
    return CasualtyFigure(Span(0, len(words), words), str(low), low, low, Qualifier.EXACT, outcome, **fields)


def claim(speaker: str, words: str, **fields: Any) -> Claim:
    """A claim in indirect speech."""
    return Claim(speaker, None, None, (Span(0, len(words), words),), Mode.INDIRECT, **fields)


def changes(kind: str, before: list[Any], after: list[Any]) -> list[tuple[str, tuple[str, ...]]]:
    """What happened to the findings of a kind: `figures`, `claims` or `truces`."""
    field = {"figures": "casualties"}.get(kind, kind)
    article = Article(id="one", text=TEXT)
    findings: list[dict[str, Any]] = [{field: tuple(before)}, {field: tuple(after)}]
    compared = compare(*(Extraction(article, **each) for each in findings))
    return [(change.kind.value, change.fields) for change in getattr(compared, kind)]


KAMEN = figure("killed 12 farmers", 12, victims="farmers", place="Kamen")
ORLA = figure("Two soldiers were wounded", 2, Outcome.INJURED, victims="soldiers", place="Orla")


@pytest.mark.parametrize(
    ("what", "after", "expected"),
    [
        ("nothing", [KAMEN, ORLA], []),
        ("other places in the text", [replace(KAMEN, evidence=Span(90, 107, "killed 12 farmers")), ORLA], []),
        ("another order", [ORLA, KAMEN], []),
        ("typography", [replace(KAMEN, evidence=Span(0, 17, "killed 12\u00a0farmers")), ORLA], []),
        ("another rule", [replace(KAMEN, rule="other"), ORLA], []),
        (
            "a higher count",
            [figure("killed 19 farmers", 19, victims="farmers", place="Kamen"), ORLA],
            [("altered", ("count", "low", "high"))],
        ),
        ("another place", [replace(KAMEN, place="Orla"), ORLA], [("altered", ("place",))]),
        ("other words for the same", [replace(KAMEN, evidence=Span(0, 15, "12 farmers died")), ORLA], [("altered", ("words",))]),
        ("a new figure", [KAMEN, ORLA, figure("thirty went missing", 30, Outcome.MISSING)], [("added", ())]),
        ("a figure taken out", [ORLA], [("gone", ())]),
        ("another outcome", [KAMEN, replace(ORLA, outcome=Outcome.KILLED)], [("added", ()), ("gone", ())]),
        ("the same once more", [KAMEN, ORLA, ORLA], [("added", ())]),
    ],
)
def test_figures(what: str, after: list[CasualtyFigure], expected: list[Any]) -> None:
    assert changes("figures", [KAMEN, ORLA], after) == expected, what


MEDIC = claim("medic", "Shells killed 12 farmers in Kamen")


@pytest.mark.parametrize(
    ("what", "after", "expected"),
    [
        ("nothing", [MEDIC], []),
        ("another speaker", [replace(MEDIC, speaker="mayor")], [("altered", ("speaker",))]),
        ("another day", [replace(MEDIC, said_on="2024-05-01")], [("altered", ("said_on",))]),
        ("other words", [claim("medic", "Shells killed 19 farmers in Kamen")], [("altered", ("words",))]),
        ("taken out", [], [("gone", ())]),
        ("one beside it", [MEDIC, claim("mayor", "rescuers are still digging")], [("added", ())]),
        ("another claim in its place", [claim("mayor", "no help came")], [("added", ()), ("gone", ())]),
    ],
)
def test_claims(what: str, after: list[Claim], expected: list[Any]) -> None:
    assert changes("claims", [MEDIC], after) == expected, what


REJECTED = TruceStatement(TruceStatus.REJECTED, span("The Banner rejected a truce"), ("Banner",))


@pytest.mark.parametrize(
    ("after", "expected"),
    [
        ([REJECTED], []),
        ([replace(REJECTED, parties=("Banner", "Ostrova"))], [("altered", ("parties",))]),
        ([replace(REJECTED, status=TruceStatus.AGREED)], [("altered", ("status",))]),
        ([], [("gone", ())]),
    ],
)
def test_truces(after: list[TruceStatement], expected: list[Any]) -> None:
    assert changes("truces", [REJECTED], after) == expected


def test_sentences_are_compared_only_where_the_text_is_another() -> None:
    one = Extraction(Article(id="one", text=TEXT))
    other = Extraction(Article(id="one", text=TEXT.replace("12", "19")))
    assert compare(one, one).is_same
    assert not compare(one, other).is_same
    assert not compare(one, other).is_trivial
    assert compare(one, Extraction(Article(id="one", text=TEXT.replace(" ", "  ")))).is_trivial
