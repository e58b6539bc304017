"""The words of harm load, and a fault is named with file, entry and reason."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from truce.errors import LexiconError
from truce.lexicons import load_lexicons
from truce.lexicons.casualty_words import read_casualty_words
from truce.lexicons.loading import FOLDER
from truce.records import Outcome, VictimClass

WORDS = load_lexicons().casualty_words


@pytest.mark.parametrize(
    ("noun", "kind"),
    [
        ("soldiers", VictimClass.COMBATANT),
        ("villagers", VictimClass.CIVILIAN),
        ("schoolboy", VictimClass.CHILD),
        ("widow", VictimClass.WOMAN),
        ("paramedics", VictimClass.HEALTH_WORKER),
        ("reporter", VictimClass.JOURNALIST),
        ("peacekeepers", VictimClass.PEACEKEEPER),
        ("premier", VictimClass.LEADER),
    ],
)
def test_a_noun_tells_the_class_of_its_people(noun: str, kind: VictimClass) -> None:
    assert WORDS.classes[noun] is kind


def test_every_class_noun_means_people_and_no_thing() -> None:
    assert set(WORDS.classes) <= WORDS.people
    assert not set(WORDS.classes) & WORDS.things


def test_words_that_go_with_a_verb_lead_to_an_outcome() -> None:
    assert WORDS.with_words["shoot", "dead"] is Outcome.KILLED
    assert WORDS.with_words["take", "hostage"] is Outcome.ABDUCTED


@pytest.mark.parametrize(
    ("change", "complaint"),
    [
        (('"soldier", ', '"Soldier", '), "small letters"),
        (("[accident]", "[accidents]"), "missing"),
    ],
)
def test_a_fault_is_refused_with_file_and_reason(tmp_path: Path, change: tuple[str, str], complaint: str) -> None:
    shutil.copytree(FOLDER, tmp_path / "words")
    file = tmp_path / "words" / "casualty_words.toml"
    file.write_text(file.read_text(encoding="utf-8").replace(*change), encoding="utf-8")
    with pytest.raises(LexiconError, match=complaint) as fault:
        read_casualty_words(tmp_path / "words")
    assert "casualty_words.toml" in str(fault.value)
