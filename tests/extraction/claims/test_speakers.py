"""Who is meant by the words for a speaker: short passages, the content of the claim in [brackets]."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from truce.records import Claim

# Bare surnames and titles lead to the fullest name.
NAMES = [
    ("Foreign Minister Arvo Lindqvist arrived on Monday. Lindqvist said [the talks would go on].", "Arvo Lindqvist"),
    ("Marta Quell runs a bakery. Ms. Quell said [her shop was hit].", "Marta Quell"),
    ("General Tomas Halloran took command. Gen. Halloran said [the pass was held].", "Tomas Halloran"),
    ("President Ilse Brandt spoke on Monday. Brandt warned [the siege could last].", "Ilse Brandt"),
    ("Ann Lister and Paul Dietz met. Dietz said [the deal was close].", "Paul Dietz"),
]
# Pronouns, the nearest who spoke first.
PRONOUNS = [
    ("Ann Lister met the press. She said [the camp was full].", "Ann Lister"),
    ("The army shelled the port. It said [the port was empty].", "army"),
    ("Ann Lister said the camp was full. She added that [tents were on the way].", "Ann Lister"),
    ("The rebels said they would stop. They also said [the road was open].", "rebels"),
    ("The ministry said ten men were held. It said [two were freed].", "ministry"),
    ("Spokeswoman Ilse Brandt spoke after Paul Dietz. She said [the camp was full].", "Ilse Brandt"),
    ("“The road is open,” Paul Dietz said. [“It was mined,”] he added.", "Paul Dietz"),
    ("The government accused the rebels of the killing. But they denied [the charge].", "rebels"),
    ("Paul Dietz arrived at noon. [“We are late,”] he said.", "Paul Dietz"),
]
# Descriptions of people.
OFFICES = [
    ("Foreign Minister Arvo Lindqvist arrived on Monday. The minister said [the talks would go on].", "Arvo Lindqvist"),
    ("Paul Dietz, a surgeon, left at dawn. The surgeon said [the ward was full].", "Paul Dietz"),
    ("A spokesman for the rebels said the pass was held. The spokesman said [nobody was hurt].", "A spokesman for the rebels"),
    ("The navy's top general, Paul Dietz, warned of the strain. The general said [the fleet was tired].", "Paul Dietz"),
    ("The mayor said the dam had cracked. [It may break], the official said.", "mayor"),
    ("The mayor said the dam had cracked. The governor said [it would hold].", "governor"),
    ("Two police officials said the bomb was small. The officials said [nobody was held].", "Two police officials"),
    ("The head of the dam authority said the gates would hold. [“We tested them,”] Paul Dietz said.", "Paul Dietz"),
]
# Descriptions of bodies.
BODIES = [
    ("The Lebanese army closed the road. The army said [the road was mined].", "Lebanese army"),
    ("Hezbollah fired rockets at dawn. The group said [it hit a base].", "Hezbollah"),
    ("The World Food Programme (WFP) sent lorries. The agency said [the flour had run out].", "World Food Programme"),
    ("The World Food Programme (WFP) sent lorries. The WFP said [the flour had run out].", "World Food Programme"),
    ("Maoist rebels ended a truce in May. The guerrillas said [the government had broken it].", "Maoist rebels"),
    ("The Norland Times published a map. The newspaper said [the border had moved].", "Norland Times"),
    ("The Norland health ministry counted 40 dead. The ministry said [12 were children].", "Norland health ministry"),
    ("A coalition statement said the raid was over. The statement said [nobody was hurt].", "A coalition statement"),
    ("The army lost a drone. A statement from the navy said [it fell at sea].", "navy"),
    ("The rebel group Northern Front said [it held the pass].", "Northern Front"),
    ("The official news agency, NNA, reported [a blast in the port].", "NNA"),
    ("A militant group (Northern Front) claimed [the attack].", "Northern Front"),
    ("The official news agency, NNA, quoted a priest as saying it rained. The agency said [the road was shut].", "NNA"),
]
# Capitals that stand for governments are their states; several may speak together.
STATES = [
    ("Khartoum said [the camp was safe].", "Sudan"),
    ("Washington urged [restraint].", "United States"),
    ("Tehran denies [the charge].", "Iran"),
    ("Brussels said [the pact was void].", "Brussels"),
    ("The army and the police said [the road was open].", "army and police"),
    ("Ann Lister and Paul Dietz said [the road was open].", "Ann Lister and Paul Dietz"),
]
# What stays open stays as written.
OPEN = [
    ("It said [the road was open].", "It"),
    ("They said [the road was open].", "They"),
    ("The official said [the road was open].", "official"),
    ("The group said [it held the pass].", "group"),
    ("A security source said [the convoy was hit].", "A security source"),
    ("Witnesses said [shells fell at noon].", "Witnesses"),
]
CASES = NAMES + PRONOUNS + OFFICES + BODIES + STATES + OPEN


@pytest.mark.parametrize(("marked", "speaker"), CASES, ids=[marked for marked, _ in CASES])
def test_the_speaker_has_the_fullest_name(claim_in: Callable[[str], Claim], marked: str, speaker: str) -> None:
    found = claim_in(marked).speaker or ""
    assert found.casefold().removeprefix("the ") == speaker.casefold()


def test_the_name_rests_on_the_words_that_give_it(claim_in: Callable[[str], Claim]) -> None:
    claim = claim_in("Ann Lister met the press. She said [the camp was full].")
    ground = next(ground for ground in claim.grounds if ground.field == "speaker")
    assert ground.span.text == "Ann Lister"
    assert claim.speaker_span is not None
    assert claim.speaker_span.text == "She"


def test_a_quotation_without_a_cue_is_the_speakers_before_it(claim_in: Callable[[str], Claim]) -> None:
    claim = claim_in("The dam had cracked, the mayor said.\n\n[“We have a day to leave.”]\n\nIt rained.")
    assert (claim.speaker, claim.cue, claim.speaker_span) == ("mayor", None, None)


def test_a_quotation_runs_on_over_paragraphs(claim_in: Callable[[str], Claim]) -> None:
    claim = claim_in("[“The dam has cracked,”] the mayor said. [“It may break.]\n\n[“We have a day to leave.”]\n\nIt rained.")
    assert claim.speaker == "mayor"
