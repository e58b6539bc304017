"""Counts in words and figures, with the bounds that a reader would give them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from truce.language.numbers import find_quantities, ordinal, quantities_in

# The words of each count, its low and high bound, and how it binds.
COUNTS = [
    # plain figures and number words
    ("43 miners died", [("43", 43, 43, "exact")]),
    ("1,754 miners died", [("1,754", 1754, 1754, "exact")]),
    ("1.7 million people fled", [("1.7 million", 1_700_000, 1_700_000, "exact")]),
    ("2m people fled", [("2m", 2_000_000, 2_000_000, "exact")]),
    ("300 000 people fled", [("300 000", 300_000, 300_000, "exact")]),
    ("twenty-three miners died", [("twenty - three", 23, 23, "exact")]),
    ("a hundred and five miners died", [("a hundred", 100, 100, "exact"), ("five", 5, 5, "exact")]),
    ("one hundred and five miners died", [("one hundred and five", 105, 105, "exact")]),
    ("seven miners and two guards died", [("seven", 7, 7, "exact"), ("two", 2, 2, "exact")]),
    ("a miner died", [("a", 1, 1, "exact")]),
    # qualifiers bind their own number only
    ("at least 12 died and 20 were hurt", [("12", 12, None, "at_least"), ("20", 20, 20, "exact")]),
    ("no fewer than 12 died", [("12", 12, None, "at_least")]),
    ("more than 300 died", [("300", 300, None, "more_than")]),
    ("over 1,000 died", [("1,000", 1000, None, "more_than")]),
    ("up to 40 died", [("40", None, 40, "up_to")]),
    ("as many as 40 died", [("40", None, 40, "up_to")]),
    ("fewer than 40 died", [("40", None, 40, "up_to")]),
    ("about 40 died", [("40", 40, 40, "about")]),
    ("some 40 died", [("40", 40, 40, "about")]),
    ("nearly 40 died", [("40", 40, 40, "about")]),
    ("40 or so died", [("40", 40, 40, "about")]),
    ("40 or more died", [("40", 40, None, "at_least")]),
    ("100+ died", [("100+", 100, None, "at_least")]),
    ("another 12 died", [("12", 12, 12, "exact")]),
    ("at least another 12 died", [("12", 12, None, "at_least")]),
    # ranges
    ("5 to 7 died", [("5 to 7", 5, 7, "range")]),
    ("between 5 and 7 died", [("5 and 7", 5, 7, "range")]),
    ("200-300 died", [("200 - 300", 200, 300, "range")]),
    ("five or six died", [("five or six", 5, 6, "range")]),
    ("two to three thousand fled", [("two to three thousand", 2000, 3000, "range")]),
    ("the toll rose from 40 to 43", [("40", 40, 40, "exact"), ("43", 43, 43, "exact")]),
    # vague words have a low bound only
    ("a couple died", [("a couple", 2, None, "vague")]),
    ("several died", [("several", 3, None, "vague")]),
    ("a dozen died", [("a dozen", 12, None, "vague")]),
    ("half a dozen died", [("half a dozen", 6, None, "vague")]),
    ("two dozen died", [("two dozen", 24, None, "vague")]),
    ("dozens died", [("dozens", 24, None, "vague")]),
    ("scores died", [("scores", 40, None, "vague")]),
    ("hundreds died", [("hundreds", 200, None, "vague")]),
    ("several hundred died", [("several hundred", 300, None, "vague")]),
    ("thousands fled", [("thousands", 2000, None, "vague")]),
    ("tens of thousands fled", [("tens of thousands", 20_000, None, "vague")]),
    ("hundreds of thousands fled", [("hundreds of thousands", 200_000, None, "vague")]),
    ("millions fled", [("millions", 2_000_000, None, "vague")]),
    ("many died", [("many", None, None, "vague")]),
    ("an unknown number of miners died", [("an unknown number of", None, None, "vague")]),
    # what is no count
    ("the miners went home", []),
    ("0 died", []),
    ("the well-known mine closed", []),
]  # fmt: skip


@pytest.mark.parametrize(("text", "counts"), COUNTS)
def test_counts_have_the_bounds_that_their_words_give(text: str, counts: list[tuple[str, int | None, int | None, str]]) -> None:
    assert list(quantities_in(text)) == counts


@pytest.mark.parametrize(
    ("word", "number"), [("21st", 21), ("2nd", 2), ("third", 3), ("thirteenth", 13), ("north", None), ("st", None)]
)
def test_ordinals(word: str, number: int | None) -> None:
    assert ordinal(word) == number


WORDS = st.lists(
    st.one_of(
        st.sampled_from(
            "at least more than up to between and or a an dozen dozens hundred thousand million two three - 5 1,754 + few".split()
        ),
        st.text(max_size=6).filter(str.strip),
    ),
    max_size=20,
)


@given(WORDS)
def test_counts_stand_in_order_within_the_words(words: list[str]) -> None:
    end = 0
    for found in find_quantities(words):
        assert end <= found.outer <= found.first < found.last <= found.end <= len(words)
        assert found.low is None or found.high is None or found.low <= found.high
        end = found.end


@given(st.integers(1, 999_999_999))
def test_a_figure_with_separators_is_itself(count: int) -> None:
    ((words, low, high, qualifier),) = quantities_in(f"{count:,} people fled")
    assert (words, low, high, qualifier) == (f"{count:,}", count, count, "exact")
