"""What else a claim's sentence tells: stance, hearer, channel, condition, topics, day, whom it is about."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from truce.records import Claim

STANCES = [
    ("The army said [the raid was over].", "asserts"),
    ("The army confirmed [the raid was over].", "confirms"),
    ("The rebels acknowledged [the loss of the town].", "confirms"),
    ("The rebels denied [the attack].", "denies"),
    ("The army accused [the rebels of the attack].", "accuses"),
    ("The bishops condemned [the attack].", "accuses"),
    ("The army warned [the road was mined].", "warns"),
    ("The general threatened [to shut the strait].", "warns"),
    ("The bloc demanded [a pause].", "demands"),
    ("The council called for [a pause].", "demands"),
    ("The envoy urged [the parties to talk].", "demands"),
    ("The king vowed [to free the prisoners].", "promises"),
    ("The mediators proposed [a pause].", "offers"),
    ("The leader offered [talks].", "offers"),
    ("The minister welcomed [the pause].", "accepts"),
    ("The rebels rejected [the offer].", "rejects"),
    ("The envoy voiced [hope for a pause].", "hopes"),
]


@pytest.mark.parametrize(("marked", "stance"), STANCES)
def test_the_verb_tells_what_the_speaker_does(claim_in: Callable[[str], Claim], marked: str, stance: str) -> None:
    assert claim_in(marked).stance == stance


DETAILS = [
    # to whom
    ("The mayor told reporters [the water was safe].", "addressee", "reporters"),
    ("The mayor told Al-Jadeed that [the water was safe].", "addressee", "Al-Jadeed"),
    ("The envoy urged [the parties to talk].", "addressee", "the parties"),
    ("The army warned [residents to leave].", "addressee", "residents"),
    ("The mayor said [the water was safe].", "addressee", None),
    # through which channel
    ("The army said in a statement that [the raid was over].", "medium", "a statement"),
    ("The leader said on Telegram [the truce was void].", "medium", "Telegram"),
    ("In an interview with the Morning Post, the envoy said [a deal was near].", "medium", "an interview with the Morning Post"),
    ("The army said [the raid was over].", "medium", None),
    # on which condition
    ("The rebels said [they would stop if the siege ended].", "condition", "if the siege ended"),
    ("The rebels said [they would fight on unless the army left].", "condition", "unless the army left"),
    ("The minister said [talks could begin as long as the guns were silent].", "condition", "as long as the guns were silent"),
    ("The nurse said [it looked as if the war was over].", "condition", None),
    ("The rebels said [they would stop].", "condition", None),
    # when
    ("The army said on Monday that [the raid was over].", "said_on", "2024-10-28"),
    ("On Tuesday, the army said [the raid was over].", "said_on", "2024-10-29"),
    ("[The raid was over], the army said Monday.", "said_on", "2024-10-28"),
    ("The army said [the raid began on Monday].", "said_on", None),
    ("The group claimed [responsibility for the raid] on Monday.", "said_on", "2024-10-28"),
    ("In an interview on Monday, the envoy said [a deal was near].", "said_on", "2024-10-28"),
    ("The army said [the raid was over].", "said_on", None),
]


@pytest.mark.parametrize(("marked", "field", "expected"), DETAILS)
def test_the_sentence_tells_a_detail(claim_in: Callable[[str], Claim], marked: str, field: str, expected: str | None) -> None:
    assert getattr(claim_in(marked), field) == expected


@pytest.mark.parametrize("field", ["addressee", "medium", "condition", "said_on"])
def test_a_detail_rests_on_its_words(claim_in: Callable[[str], Claim], field: str) -> None:
    marked = "The mayor told reporters in a statement on Monday that [the town would hold if help came]."
    claim = claim_in(marked)
    ground = next(ground for ground in claim.grounds if ground.field == field)
    assert ground.span.text == ("Monday" if field == "said_on" else getattr(claim, field))


TOPICS = [
    ("The envoy said [a ceasefire was near].", ("ceasefire",)),
    ("The ministry said [the raid killed nine people].", ("casualties", "strikes")),
    ("The group said [it would free ten hostages].", ("prisoners",)),
    ("The agency said [the food convoy was stopped].", ("aid",)),
    ("The mayor said [refugees had fled].", ("displacement",)),
    ("The minister said [the negotiators had left].", ("diplomacy",)),
    ("The baker said [the rain had stopped].", ()),
    ("The baker said [he was skilled].", ()),
    ("The mayor said [the paid guards had left].", ()),
]


@pytest.mark.parametrize(("marked", "topics"), TOPICS)
def test_the_words_show_the_topics(claim_in: Callable[[str], Claim], marked: str, topics: tuple[str, ...]) -> None:
    assert claim_in(marked).topics == topics


def test_a_claim_is_about_the_actors_it_names(claim_in: Callable[[str], Claim]) -> None:
    assert claim_in("The Lebanese army said [Hezbollah and Israel had stopped the shelling].").about == ("Hezbollah", "Israel")
