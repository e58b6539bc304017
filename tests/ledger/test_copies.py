"""Copies are of one origin; reports of one event by two hands are not, and what was put together of two is of both."""

from __future__ import annotations

import random
from itertools import combinations
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from truce.ledger.copies import find_origins, likeness_of
from truce.ledger.shingles import shared, shingles_of
from truce.origins import ComparedArticle, Copy, CopyKind, Likeness

SUBJECTS = "fishermen wardens medics drivers teachers envoys gunners miners farmers pilots clerks bakers".split()
DEEDS = "crossed left guarded repaired flooded blamed reopened shelled searched praised mapped counted".split()
THINGS = "bridge depot harbour clinic tunnel market crossing school mill airfield border quarry".split()
TIMES = "dawn noon dusk midnight".split()


def story(seed: int, sentences: int = 24) -> list[str]:
    """Sentences of an invented story, others for each seed."""
    draw = random.Random(seed)
    return [
        f"The {draw.choice(SUBJECTS)} {draw.choice(DEEDS)} {draw.randint(2, 900)} of the {draw.choice(THINGS)} "
        f"gates before {draw.choice(TIMES)} and {draw.choice(DEEDS)} {draw.choice(THINGS)} number {draw.randint(2, 900)}."
        for _ in range(sentences)
    ]


def copies(*texts: str | list[str], **fields: list[Any]) -> dict[int, list[tuple[str, int]]]:
    """What each text, by its number from 1, is to which origin; `fields` has a value of the article for each text."""
    found = compared(*texts, **fields)
    return {id: [(copy.kind.value, copy.origin_id) for copy in found if copy.article_id == id] for id in range(1, len(texts) + 1)}


def compared(*texts: str | list[str], **fields: list[Any]) -> tuple[Copy, ...]:
    """The copies among texts."""
    sets = [shingles_of(text if isinstance(text, str) else "\n".join(text)) for text in texts]
    articles = [
        ComparedArticle(id, len(each), **{name: values[id - 1] for name, values in fields.items()})
        for id, each in enumerate(sets, start=1)
    ]
    likenesses = [
        found
        for one, other in combinations(articles, 2)
        if (found := likeness_of(one, other, shared(sets[one.id - 1], sets[other.id - 1])))
    ]
    return find_origins(articles, likenesses)


A, B, C = story(1), story(2), story(3)
EDITED = [sentence.replace("before", "shortly ahead of") if place % 3 == 0 else sentence for place, sentence in enumerate(A)]


@pytest.mark.parametrize(
    ("what", "copy"),
    [
        ("the same words", A),
        ("cut to a quarter", A[:6]),
        ("cut from both ends", A[8:18]),
        ("another headline", ["Gates change hands at last", *A]),
        ("one paragraph", " ".join(A)),
        ("a paragraph for each sentence", "\n\n".join(A)),
        ("light edits", EDITED),
        ("another agency line", ["COAST CITY (Reuters) — " + A[0], *A[1:]]),
        ("three sentences added", [*A, *C[:3]]),
        ("every fourth sentence dropped", [sentence for place, sentence in enumerate(A) if place % 4]),
        ("in capitals", [sentence.upper() for sentence in A]),
    ],
)
def test_a_copy_is_of_the_same_origin(what: str, copy: str | list[str]) -> None:
    assert copies(A, B, copy) == {1: [("origin", 1)], 2: [], 3: [("copy", 1)]}, what


@pytest.mark.parametrize(
    ("what", "other"),
    [
        ("another report of the event, with the same quotation", [*B[:20], f"“{A[3]} {A[4]}” it said."]),
        ("a background paragraph used again", [*B, *A[-3:]]),
        ("a list of the same words in another order", [" ".join(reversed(sentence.split())) for sentence in A]),
        ("one shared sentence in a brief", [B[0], A[5]]),
        ("nothing at all", ""),
        ("a headline only", "The fishermen crossed"),
    ],
)
def test_what_shares_only_some_words_is_of_its_own_origin(what: str, other: str | list[str]) -> None:
    assert compared(A, other) == (), what


def test_an_article_put_together_of_two_joins_neither_to_the_other() -> None:
    assert copies(A, B, [*A, *B]) == {1: [], 2: [], 3: [("merged", 1), ("merged", 2)]}


def test_it_is_known_in_whatever_order_the_three_come() -> None:
    assert copies([*A, *B], A, B) == {1: [("merged", 2), ("merged", 3)], 2: [], 3: []}


def test_copies_of_the_parts_and_of_the_whole_find_their_own() -> None:
    found = copies(A, B, [*A, *B], A[:12], ["Evening round-up", *A, *B], EDITED)
    assert [found[id] for id in (1, 4, 6)] == [[("origin", 1)], [("copy", 1)], [("copy", 1)]]
    assert found[2] == []
    assert found[3] == [("origin", 3), ("merged", 1), ("merged", 2)]
    assert found[5] == [("copy", 3), ("merged", 1), ("merged", 2)]


def test_an_article_put_together_of_others_is_not_counted_beside_them_unless_much_is_its_own() -> None:
    whole = compared(A, B, [*A, *B])
    own = compared(A, B, [*A, *B, *C, *story(4)])
    assert [copy.is_counted for copy in whole] == [False, False]
    assert [copy.is_counted for copy in own] == [True, True]


def test_a_long_report_that_came_first_is_the_origin_of_its_two_halves() -> None:
    days = ["2024-05-01", "2024-05-06", "2024-05-07"]
    assert copies(A, A[:12], A[12:], day=days) == {1: [("origin", 1)], 2: [("copy", 1)], 3: [("copy", 1)]}


@pytest.mark.parametrize(
    ("what", "share", "fields", "is_one"),
    [
        ("half of it", 0.5, {}, True),
        ("a third of it", 0.36, {}, False),
        ("a third of it, by one agency on one day", 0.36, {"agency": ["AFP", "afp"], "day": ["2024-05-01"] * 2}, True),
        ("a third of it, by two agencies on one day", 0.36, {"agency": ["AFP", "AP"], "day": ["2024-05-01"] * 2}, False),
        ("a third of it, by one agency a week later", 0.36, {"agency": ["AP", "AP"], "day": ["2024-05-01", "2024-05-08"]}, False),
        ("half of it, half a year later", 0.5, {"day": ["2024-05-01", "2024-11-01"]}, False),
        ("nearly all of it, half a year later", 0.9, {"day": ["2024-05-01", "2024-11-01"]}, True),
    ],
)
def test_agency_and_time_weigh(what: str, share: float, fields: dict[str, list[Any]], is_one: bool) -> None:
    articles = [ComparedArticle(id, 100, **{name: values[id - 1] for name, values in fields.items()}) for id in (1, 2)]
    assert bool(find_origins(articles, [Likeness(2, 1, share, share)])) == is_one, what


@pytest.mark.parametrize(
    ("what", "fields", "origin"),
    [
        ("the first that was stored", {}, 1),
        ("the first that appeared", {"day": ["2024-05-03", "2024-05-01", "2024-05-02"]}, 2),
        ("one whose day is known", {"day": [None, None, "2024-05-02"]}, 3),
        (
            "the agency's own page of the same day",
            {"day": ["2024-05-01"] * 3, "agency": ["Reuters"] * 3, "publisher": ["Coast Daily", "Reuters", None]},
            2,
        ),
    ],
)
def test_the_origin_is(what: str, fields: dict[str, list[Any]], origin: int) -> None:
    assert {copy.origin_id for copy in compared(A, A[:20], A[:16], **fields)} == {origin}, what


def test_the_fullest_is_counted_wherever_it_came_from() -> None:
    counted = [copy.article_id for copy in compared(A[:10], A, A[:20]) if copy.is_counted]
    assert counted == [2]


def test_older_versions_bring_others_together_and_are_not_listed() -> None:
    days = ["2024-05-06", "2024-05-01", "2024-05-07"]
    found = compared(A[:12], A, A[12:], is_current=[True, False, True], day=days)
    assert {copy.article_id: copy.origin_id for copy in found} == {1: 1, 3: 1}


@given(st.randoms(use_true_random=False))
@settings(deadline=None, max_examples=25)
def test_the_order_of_what_is_given_does_not_matter(shuffler: random.Random) -> None:
    articles = [ComparedArticle(id, 100 + id) for id in range(1, 9)]
    likenesses = [
        Likeness(one.id, other.id, share, share * one.shingles / other.shingles)
        for one, other in combinations(articles, 2)
        if (share := shuffler.choice([0.0, 0.1, 0.3, 0.5, 0.7, 0.9])) > 0.15
    ]
    once = find_origins(articles, likenesses)
    shuffler.shuffle(articles)
    shuffler.shuffle(likenesses)
    turned = [Likeness(each.other_id, each.id, each.other_share, each.share) for each in likenesses]
    assert find_origins(articles, turned) == once
    assert all(copy.kind is not CopyKind.ORIGIN or copy.article_id == copy.origin_id for copy in once)
