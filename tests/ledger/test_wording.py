"""Sentences that changed between two texts, and those that only look otherwise."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from truce.ledger.wording import compare_wording, is_trivial, sentences_of

TEXT = "Shells hit the port. Four dockers died, the mayor said. Talks go on."


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("One fell. Two rose.", ["One fell.", "Two rose."]),
        ("Gen. Moss and J. Hall met. They talked.", ["Gen. Moss and J. Hall met.", "They talked."]),
        ("“We stay.” He left! Why? Nobody knows…", ["“We stay.”", "He left!", "Why?", "Nobody knows…"]),
        ("A headline\n\nA line without a stop\nAnother", ["A headline", "A line without a stop", "Another"]),
        ("It rose 3.5 per cent in the U.S. and fell elsewhere.", ["It rose 3.5 per cent in the U.S. and fell elsewhere."]),
        (" \n ", []),
    ],
)
def test_a_text_as_its_sentences(text: str, sentences: list[str]) -> None:
    assert sentences_of(text) == sentences


@pytest.mark.parametrize(
    ("after", "edits"),
    [
        (TEXT, []),
        (TEXT.replace("Four", "Six"), [("altered", "Four dockers died, the mayor said.", "Six dockers died, the mayor said.")]),
        (TEXT + " Rain fell.", [("added", None, "Rain fell.")]),
        (TEXT.replace("Shells hit the port. ", ""), [("removed", "Shells hit the port.", None)]),
        ("Talks go on. " + TEXT.replace(" Talks go on.", ""), [("moved", "Talks go on.", "Talks go on.")]),
        (TEXT.replace("Talks go on.", "Nobody expects a quick end to it."), [
            ("added", None, "Nobody expects a quick end to it."), ("removed", "Talks go on.", None),
        ]),
    ],
)  # fmt: skip
def test_what_was_added_removed_altered_or_moved(after: str, edits: list[tuple[str, str | None, str | None]]) -> None:
    found = [(change.edit.value, change.before, change.after) for change in compare_wording(TEXT, after)]
    assert found == edits
    assert is_trivial(compare_wording(TEXT, after)) == (edits == [])


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ('"We stay," he said.', "“We stay,” he said."),
        ("Talks - long ones - go on.", "Talks — long ones — go on."),
        ("Lebanon's army left.", "Lebanon’s army left."),
        ("Four\u00a0died.", "Four died."),
        ("One fell. Two rose.", "One fell.\n\nTwo rose."),
        ("Wait...", "Wait…"),
    ],
)
def test_blanks_and_the_shape_of_marks_are_trivial(before: str, after: str) -> None:
    assert is_trivial(compare_wording(before, after))


@pytest.mark.parametrize(
    ("before", "after"), [("Four died.", "Five died."), ("Four died.", "Four died"), ("The army left.", "The Army left.")]
)
def test_a_figure_a_mark_and_a_capital_are_not(before: str, after: str) -> None:
    assert not is_trivial(compare_wording(before, after))


SENTENCES = st.lists(st.sampled_from(["One fell.", "Two rose.", "Talks go on.", "“We stay,” he said.", "Rain."]), max_size=6)


@given(SENTENCES, SENTENCES)
@settings(deadline=None)
def test_every_sentence_is_accounted_for(before: list[str], after: list[str]) -> None:
    changes = compare_wording(" ".join(before), "\n".join(after))
    gone = [change.before for change in changes if change.edit.value in ("removed", "altered", "typography")]
    new = [change.after for change in changes if change.edit.value in ("added", "altered", "typography")]
    assert sorted(each for each in before if each not in gone) == sorted(each for each in after if each not in new) or (
        len(before) - len(gone) == len(after) - len(new)
    )
    assert all(each in before for each in gone)
    assert all(each in after for each in new)
