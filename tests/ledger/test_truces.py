"""The course of a ceasefire: statements by conflict and day; what is ambiguous stays apart."""

from __future__ import annotations

from typing import Any

import pytest

from truce.answers import Stored, StoredArticle
from truce.ledger.truces import find_courses, statement_day
from truce.records import Basis, Published, Span, TruceStatement, TruceStatus


def said(
    number: int, parties: str = "", *, article: int = 1, day: str | None = "2024-05-01", **fields: Any
) -> Stored[TruceStatement]:
    """A statement with these parties, parted by a bar, in an article of this day."""
    published = Published(day, Basis.GIVEN) if day else Published()
    shown = StoredArticle(article, f"a{article}", None, None, None, None, published, None, "en", 10)
    named = tuple(part.strip() for part in parties.split("|") if part.strip())
    return Stored(number, shown, TruceStatement(TruceStatus.AGREED, Span(0, 5, "truce"), named, **fields))


def courses(*statements: Stored[TruceStatement]) -> list[tuple[str, list[int]]]:
    """Each conflict with the numbers of its statements in their order."""
    return [(" – ".join(course.parties), [each.id for each in course.statements]) for course in find_courses(statements)]


@pytest.mark.parametrize(
    ("what", "statements", "expected"),
    [
        ("nothing", [], []),
        ("one conflict, whoever is named first", [said(1, "Tarn|Orla"), said(2, "Orla|Tarn")], [("Orla – Tarn", [1, 2])]),
        ("articles and marks do not part", [said(1, "the Tarn|Orla’s"), said(2, "Tarn|Orla's")], [("Orla’s – the Tarn", [1, 2])]),
        ("two conflicts, the one spoken of most first",
         [said(1, "Tarn|Orla"), said(2, "Moss|Kamen"), said(3, "Moss|Kamen")], [("Kamen – Moss", [2, 3]), ("Orla – Tarn", [1])]),
        ("one party belongs to the only conflict that it is in",
         [said(1, "Tarn|Orla"), said(2, "Orla", article=2)], [("Orla – Tarn", [1, 2])]),
        ("one party of two conflicts stays apart",
         [said(1, "Tarn|Orla"), said(2, "Orla|Kamen", article=2), said(3, "Orla", article=3)],
         [("Orla – Tarn", [1]), ("Kamen – Orla", [2]), ("Orla", [3])]),
        ("one party of two conflicts is of that of its article",
         [said(1, "Tarn|Orla"), said(2, "Orla|Kamen", article=2), said(3, "Orla", article=2)],
         [("Kamen – Orla", [2, 3]), ("Orla – Tarn", [1])]),
        ("nobody named: the only conflict of the article",
         [said(1, "Tarn|Orla"), said(2), said(3, article=2)], [("Orla – Tarn", [1, 2]), ("", [3])]),
        ("nobody named in an article of two conflicts stays apart",
         [said(1, "Tarn|Orla"), said(2, "Moss|Kamen"), said(3)], [("Orla – Tarn", [1]), ("Kamen – Moss", [2]), ("", [3])]),
        ("three parties are a conflict of their own",
         [said(1, "Tarn|Orla"), said(2, "Tarn|Orla|Moss")], [("Orla – Tarn", [1]), ("Moss – Orla – Tarn", [2])]),
    ],
)  # fmt: skip
def test_conflicts(what: str, statements: list[Stored[TruceStatement]], expected: list[Any]) -> None:
    assert courses(*statements) == expected, what


def test_the_days_are_those_on_which_a_truce_holds_else_those_of_the_article() -> None:
    late = said(1, "Tarn|Orla", day="2024-05-03")
    early = said(2, "Tarn|Orla", day="2024-05-09", in_force_on="2024-04-30")
    undated = said(3, "Tarn|Orla", day=None)
    vague = said(4, "Tarn|Orla", day="2024-05")
    assert courses(late, undated, early, vague) == [("Orla – Tarn", [2, 4, 1, 3])]


@pytest.mark.parametrize(
    ("published", "day"),
    [
        (Published("2024-05-01", Basis.GIVEN), "2024-05-01"),
        (Published(None, Basis.UNKNOWN, "2024-05-01", "2024-05-09"), "2024-05-01/2024-05-09"),
        (Published(None, Basis.UNKNOWN, None, "2024-05-09"), "../2024-05-09"),
        (Published(), None),
    ],
)
def test_an_inferred_day_may_be_between_two(published: Published, day: str | None) -> None:
    shown = StoredArticle(1, "a", None, None, None, None, published, None, "en", 10)
    assert statement_day(Stored(1, shown, TruceStatement(TruceStatus.ENDED, Span(0, 1, "x")))) == day
