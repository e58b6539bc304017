"""What stands between quotation marks of every kind."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from truce.language.quotes import find_quotations

# The quotations of a text, marks included; one that runs over paragraphs is written with | between its parts.
PAIRS = [
    ('He said "no".', ['"no"']),
    ("He said “no”.", ["“no”"]),
    ("He said „no“.", ["„no“"]),
    ("He said «no».", ["«no»"]),
    ("He said ``no''.", ["``no''"]),
    ("He said ''no''.", ["''no''"]),
    ("He said ‘never again’.", ["‘never again’"]),
    ("He said 'never again'.", ["'never again'"]),
    ('He said "no," then "yes".', ['"no,"', '"yes"']),
    ("“We left,” she said, “at dawn.”", ["“We left,”", "“at dawn.”"]),
    ("“He told me ‘run’ and I ran.”", ["“He told me ‘run’ and I ran.”"]),
]
RUNNING = [
    ("“The dam broke.\n\n“We ran,” she said.", ["“The dam broke.|“We ran,”"]),
    ("“The dam broke.\n\n“We ran.\n\n“It rained,” she said.", ["“The dam broke.|“We ran.|“It rained,”"]),
]
NONE = [
    "It is the mayor's car, and the drivers' lorry.",
    'The pipe is 12" wide.',
    "He said “no and left.",
    "He said no” and left.",
    "Rock 'n' roll went on in the '90s.",
    "",
    "“",
    "''",
]


@pytest.mark.parametrize(("text", "expected"), PAIRS + RUNNING)
def test_pairs_are_found(text: str, expected: list[str]) -> None:
    found = ["|".join(text[start:end] for start, end in quotation.parts) for quotation in find_quotations(text)]
    assert found == expected


@pytest.mark.parametrize("text", NONE)
def test_apostrophes_and_unpaired_marks_are_no_quotation(text: str) -> None:
    assert find_quotations(text) == ()


def test_an_unpaired_mark_costs_only_its_own_paragraph() -> None:
    text = "He said “no and left.\n\nShe said “yes”."
    assert [text[quotation.start : quotation.end] for quotation in find_quotations(text)] == ["“yes”"]


@given(st.text(alphabet="“”\"„«»‘’'` ab.,\n", max_size=60))
def test_quotations_stand_in_order_within_the_text(text: str) -> None:
    found = find_quotations(text)
    parts = [part for quotation in found for part in quotation.parts]
    assert all(0 <= start < end <= len(text) for start, end in parts)
    assert [quotation.start for quotation in found] == sorted(quotation.start for quotation in found)
