"""Whom a name stands for, or for whom the one so named speaks."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from truce.lexicons import Lexicons, load_lexicons
from truce.lexicons.speaking_for import read_speaking_words
from truce.store.naming import identify, speaks_by_role

WORDS = read_speaking_words()


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("Ostrova", "ostrova"),
        ("the Ostrovan", "ostrova"),
        ("Ostrovan", "ostrova"),
        ("Tarns", "tarnland"),
        ("Brod", "ostrova"),
        ("Ostrova’s health ministry", "ostrova.health_ministry"),
        ("the ministry of health in Tarnland", "tarnland.health_ministry"),
        ("the Ostrovan army", "odg"),
        ("GREY BANNER", "grey_banner"),
        ("Banner of the Coast", "grey_banner"),
        ("Marek", "ivo_marek"),
        ("President Ivo Marek", "ivo_marek"),
        ("the group's leader Ivo Marek", None),
        ("supporters of Ivo Marek", None),
        ("the orchard growers' union", None),
        ("", None),
        ("—", None),
    ],
)
def test_who_is_named(coast: Lexicons, written: str, meant: str | None) -> None:
    entry = identify(written, coast.actors, WORDS).entry
    assert (entry.key if entry else None) == meant


@pytest.mark.parametrize(
    ("written", "voices"),
    [
        ("Ostrovan army officials", "odg"),
        ("two senior Ostrovan officials", "ostrova"),
        ("a Grey Banner official", "grey_banner"),
        ("Grey Banner's media office", "grey_banner"),
        ("Grey Banner fighters", "grey_banner"),
        ("Ostrova's Grey Banner officials", "grey_banner"),
        ("a spokesman for the Ostrovan army", "odg"),
        ("the spokeswoman of Ostrova's government", "ostrova.government"),
        ("officials in Tarnland", "tarnland"),
        ("a spokesman for the Tarnish prime minister", "tarnland"),
        ("Tarnish Deputy Health Minister Rima Tolle", "tarnland"),
        ("South Ostrovan officials", "south_ostrova"),
        ("an adviser to nobody in Ostrova", None),
        # several at once
        ("Ostrova’s health ministry and the Grey Banner", "ostrova.health_ministry grey_banner"),
        ("Ostrovan, Tarnish and harbour officials", "ostrova tarnland"),
        ("Grey Banner and residents", "grey_banner"),
        ("residents and their families", None),
        # whose people they are says nothing
        ("Ostrovan refugees", None),
        ("Tarnish families", None),
        ("Ostrovan residents of Brod", None),
        ("relatives of Ostrovan officials", None),
        # of a state, but not of its side
        ("Ostrovan rebels", None),
        ("an Ostrovan opposition leader", None),
        ("a Tarnish hospital official", None),
        ("troops in Ostrova", None),
        # near to somebody, or no longer with him
        ("a source close to Grey Banner", None),
        ("a former Ostrovan official", None),
        ("ex-Banner officials", None),
        ("officials familiar with Ostrova's plans", None),
    ],
)
def test_who_speaks_for_whom_by_name(coast: Lexicons, written: str, voices: str | None) -> None:
    named = identify(written, coast.actors, WORDS)
    assert named.entry is None
    assert " ".join(entry.key for entry in named.speaks_for) == (voices or "")


@pytest.mark.parametrize(
    ("role", "of_state", "speaks"),
    [
        ("prime minister", True, True),
        ("Deputy Foreign Minister", True, True),
        ("surgeon", True, False),
        (None, True, False),
        (None, False, True),
        ("opposition leader", True, False),
        ("former leader", False, False),
        ("ex-minister", True, False),
        ("field commander", False, True),
    ],
)
def test_who_speaks_for_whom_by_role(role: str | None, of_state: bool, speaks: bool) -> None:
    assert speaks_by_role(role, WORDS, of_state=of_state) is speaks


@given(st.text())
def test_any_text_may_be_a_name(written: str) -> None:
    identify(written, load_lexicons().actors, WORDS)
