"""Words have the form under which a dictionary lists them."""

from __future__ import annotations

import pytest

from truce.language.lemmas import lists_from
from truce.language.pipeline import parse

# One line a word: the sentence with the [word] marked, and its dictionary form.
REGULAR_VERBS = [
    ("Troops [ramped] up the raids.", "ramp"),
    ("Both sides [violated] the truce.", "violate"),
    ("Fighters were [killed] there.", "kill"),
    ("Gunmen were [besieging] the city.", "besiege"),
    ("They were [planning] an attack.", "plan"),
    ("Aircraft [dropped] bombs.", "drop"),
    ("The envoy [denies] the report.", "deny"),
    ("Two men [died] of their wounds.", "die"),
    ("Hostages were [freed].", "free"),
    ("The sides [agreed] to a pause.", "agree"),
    ("Shells were [hitting] houses.", "hit"),
    ("The minister [referred] to the deal.", "refer"),
    ("Drones [targeted] the convoy.", "target"),
    ("Rockets [damaged] a school.", "damage"),
]
IRREGULAR_VERBS = [
    ("Jets [struck] the camp.", "strike"),
    ("Militants [shot] the guard.", "shoot"),
    ("The army has [withdrawn] its tanks.", "withdraw"),
    ("Rebels [fled] the town.", "flee"),
    ("The group had [said] so.", "say"),
    ("The talks [broke] down.", "break"),
    ("Both leaders [met] in Cairo.", "meet"),
    ("The truce [held] for a week.", "hold"),
    ("They [fought] for the bridge.", "fight"),
    ("Soldiers [left] the village.", "leave"),
    ("The mediators [brought] new terms.", "bring"),
    ("Nobody [knew] the number.", "know"),
    ("A bomb [blew] up the gate.", "blow"),
    ("The ministry [gave] no figure.", "give"),
    ("The toll has [risen].", "rise"),
]
OTHER_WORDS = [
    ("Two [armies] faced each other.", "army"),
    ("Three [children] were hurt.", "child"),
    ("The [men] were armed.", "man"),
    ("Many [bodies] were found.", "body"),
    ("It was the [worst] day of the war.", "bad"),
    ("The [United] Nations spoke.", "United"),
]


@pytest.mark.parametrize(("marked", "lemma"), [*REGULAR_VERBS, *IRREGULAR_VERBS, *OTHER_WORDS])
def test_words_have_their_dictionary_form(marked: str, lemma: str) -> None:
    start, end = marked.index("["), marked.index("]") - 1
    doc = parse(marked.replace("[", "").replace("]", ""))
    assert [token.lemma_ for token in doc if token.idx == start and token.idx + len(token) == end] == [lemma]


def test_a_list_keeps_only_forms_with_one_clear_lemma() -> None:
    seen = [("saw", "VERB", "see")] * 3 + [("saw", "VERB", "saw"), ("left", "VERB", "leave"), ("left", "VERB", "left")]
    assert list(lists_from(seen, closed=frozenset())) == [("VERB", "saw", "see")]


def test_a_rare_form_is_listed_in_a_closed_class_only() -> None:
    seen = [("’em", "PRON", "they"), ("strafed", "VERB", "strafe")]
    assert list(lists_from(seen, closed=frozenset({"PRON"}))) == [("PRON", "'em", "they")]
