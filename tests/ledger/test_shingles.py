"""A text is the same set of shingles whatever its capitals, marks and lines."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from truce.ledger.shingles import VALUES, shared, shingles_of, sketch_of

TEXT = "Shells fell on the harbour at dawn. Rescue crews pulled six people from a warehouse, the port authority said."
WORDS = st.lists(st.sampled_from("port crew shell dawn six the on of harbour talks north said".split()), min_size=4, max_size=60)


@pytest.mark.parametrize(
    "other",
    [
        TEXT.upper(),
        TEXT.replace(". ", ".\n\n"),
        TEXT.replace(",", " –").replace(".", "!"),
        TEXT.replace(" ", "\u00a0"),
        f"“{TEXT}”",
    ],
)
def test_capitals_marks_and_lines_do_not_count(other: str) -> None:
    assert shingles_of(other).tolist() == shingles_of(TEXT).tolist()


@pytest.mark.parametrize("other", [TEXT.replace("six", "nine"), TEXT.replace("at dawn", "at dusk"), TEXT[:60], "dawn at harbour"])
def test_other_words_are_other_shingles(other: str) -> None:
    assert shingles_of(other).tolist() != shingles_of(TEXT).tolist()


@pytest.mark.parametrize("text", ["", "…", "Three words only", "\ud83d"])
def test_a_text_of_fewer_than_four_words_has_none(text: str) -> None:
    assert len(shingles_of(text)) == 0
    assert sketch_of(shingles_of(text)) == ()


@given(WORDS, WORDS)
@settings(deadline=None)
def test_shared_shingles_are_those_of_both(one: list[str], other: list[str]) -> None:
    first, second = shingles_of(" ".join(one)), shingles_of(" ".join(other))
    assert shared(first, second) == len(set(first.tolist()) & set(second.tolist())) == shared(second, first)


@given(WORDS)
@settings(deadline=None)
def test_a_sketch_has_its_size_and_is_the_same_every_time(words: list[str]) -> None:
    once, again = (sketch_of(shingles_of(" ".join(words))) for _ in range(2))
    assert once == again
    assert len(set(once)) == VALUES
    assert all(0 <= value < 1 << 63 for value in once)
