"""The facts with a day are sound, and unsound ones are refused with file, entry and fault."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from truce.errors import LexiconError
from truce.lexicons import load_lexicons
from truce.lexicons.dated_facts import read_dated_facts

GOOD = """
[deaths]
source = "s"
people = ["Ann Berg 2001-02-03"]
[elections]
source = "s"
nouns = ["election"]
days.lebanon = ["2009-06-07"]
[wars]
source = "s"
entries = [{ name = "the war of the hills", sides = [["Norland"], ["Sudland"]], began = ["2001-02"] }]
[truces]
source = "s"
[names]
source = "s"
entries = ["Treaty of the Hills 2004-05-06"]
"""


def test_what_ships_is_read() -> None:
    facts = load_lexicons().dated_facts
    assert facts.deaths["Hassan Nasrallah"] == date(2024, 9, 27)
    assert date(2009, 6, 7) in facts.elections["lebanon"]
    assert {"US", "U.S.", "American"} <= set(facts.state_words["united_states"])


def test_lists_of_elections_are_in_order() -> None:
    for state, days in load_lexicons().dated_facts.elections.items():
        assert list(days) == sorted(set(days)), state


def test_who_died_in_office_held_it_to_that_day() -> None:
    """Two files name the same day: an office that death ended, and the death."""
    lexicons = load_lexicons()
    for name in ("Hassan Nasrallah", "Yahya Sinwar", "Yitzhak Rabin", "Ebrahim Raisi", "Hafez al-Assad", "Indira Gandhi"):
        ended = {
            tenure.until
            for named in lexicons.offices.names_ending(name.split()[-1].removeprefix("al-").lower())
            for holder in named.holders
            if holder.name == name
            for tenure in holder.tenures
        }
        assert lexicons.dated_facts.deaths[name] in ended, name


@pytest.mark.parametrize(
    ("old", "new", "fault"),
    [
        ("Ann Berg 2001-02-03", "Ann Berg", "it is not like"),
        ("Ann Berg 2001-02-03", "Ann Berg 2001-02-30", "2001-02-30"),
        ("days.lebanon", "days.atlantis", "atlantis is the key of no state"),
        ('sides = [["Norland"], ["Sudland"]], ', "", "sides"),
        ("[names]", "[titles]", "the group is missing"),
    ],
)
def test_unsound_facts_are_refused(tmp_path: Path, old: str, new: str, fault: str) -> None:
    (tmp_path / "dated_facts.toml").write_text(GOOD.replace(old, new))
    with pytest.raises(LexiconError, match=fault):
        read_dated_facts(tmp_path)
