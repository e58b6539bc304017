"""The gazetteer of actors that ships: whom it knows, under which names, and that no name leads astray."""

from __future__ import annotations

from collections import Counter

import pytest

from truce.lexicons import Lexicons
from truce.lexicons.actors import read_actors
from truce.lexicons.leaders import leaders_of


def test_it_loads_with_every_check_and_holds_many_of_each_kind() -> None:
    kinds = Counter(entry.kind.value for entry in read_actors().entries.values())
    least = {"armed_group": 200, "person": 400, "media": 120, "igo": 70, "ngo": 60, "state": 190, "military": 30}
    assert all(kinds[kind] >= count for kind, count in least.items()), kinds


NAMES = {
    "the Party of God": "Hezbollah",
    "Hizbullah": "Hezbollah",
    "the Taleban": "Taliban",
    "Daesh": "Islamic State",
    "al-Qaida": "al-Qaeda",
    "the Iranian Revolutionary Guards": "Revolutionary Guards",
    "Ansar Allah": "Houthis",
    "the RSF": "Rapid Support Forces",
    "the Sudanese army": "Sudanese Armed Forces",
    "the IDF": "Israel Defense Forces",
    "the Israeli military": "Israel Defense Forces",
    "the Tigray People's Liberation Front": "Tigray People's Liberation Front",
    "Al Shabaab": "al-Shabab",
    "the M23": "M23",
    "the Tamil Tigers": "Liberation Tigers of Tamil Eelam",
    "the Kurdistan Workers' Party": "PKK",
    "the Free Aceh Movement": "Free Aceh Movement",
    "the Shining Path": "Shining Path",
    "the IRA": "Irish Republican Army",
    "UNIFIL": "UNIFIL",
    "U.N. Security Council": "UN Security Council",
    "the International Committee of the Red Cross": "ICRC",
    "Doctors Without Borders": "MSF",
    "the Syrian Observatory for Human Rights": "Syrian Observatory for Human Rights",
    "Agence France-Presse": "AFP",
    "the Ukrainian defence ministry": "Ukrainian defence ministry",
    "Colombia's defense ministry": "Colombian defence ministry",
    "Volodymyr Zelensky": "Volodymyr Zelenskyy",
    "Fuad Siniora": "Fouad Siniora",
}


@pytest.mark.parametrize("written", NAMES)
def test_one_actor_under_its_names(lexicons: Lexicons, written: str) -> None:
    found = lexicons.actors.find(written)
    assert found is not None
    assert found.name == NAMES[written] or NAMES[written] in found.aliases


PLAIN_WORDS = ["unity", "the new forces", "a joint force", "justice", "trend", "dawn", "the guardian", "us", "it", "who", "model"]


@pytest.mark.parametrize("written", PLAIN_WORDS)
def test_plain_words_are_nobody(lexicons: Lexicons, written: str) -> None:
    assert lexicons.actors.find(written) is None


def test_ministers_speak_for_their_state_while_in_office(lexicons: Lexicons) -> None:
    mikati = lexicons.actors.find("Najib Mikati")
    assert mikati is not None
    assert mikati.affiliation == "lebanon"
    assert mikati.key in lexicons.actors.members("lebanon")
    assert any(office.may_hold_on("2024-10-30") for office in mikati.offices)
    assert not any(office.may_hold_on("2018-01-01") for office in mikati.offices)


def test_offices_that_are_told_elsewhere_are_a_persons_own(lexicons: Lexicons) -> None:
    putin = lexicons.actors.find("Putin")
    assert putin is not None
    assert {office.title for office in putin.offices} >= {"president"}


def test_a_leader_is_read_with_all_tenures() -> None:
    group = {
        "state": "lebanon",
        "offices": [{"titles": ["premier"], "holders": ["Ada Bell 2001-02/2003", "Cy Dow 2003/..", "Ada Bell 2009/2010"]}],
        "spellings": {"Ada Bell": ["Bell", "Ada Belle"]},
    }
    ada, cy = leaders_of(group)
    assert [(office.since, office.until) for office in ada.offices] == [("2001-02", "2003"), ("2009", "2010")]
    assert ada.aliases == ("Ada Belle",)
    assert (cy.key, cy.affiliation, cy.offices[0].until) == ("lebanon.cy_dow", "lebanon", None)
