from __future__ import annotations

from functools import cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from truce.extraction.actors import find_actors
from truce.extraction.body import find_body
from truce.extraction.cast import Cast
from truce.language.pipeline import parse
from truce.lexicons import load_lexicons


@cache
def cast(text: str) -> Cast:
    return find_actors(parse(text), find_body(text), load_lexicons())


def names(text: str) -> set[str]:
    return {actor.name for actor in cast(text).actors}


# Who takes part, as name/kind; the sentence may hold others.
TAKING_PART = [
    # states act, speak, suffer, are dealt with
    ("Lebanon said it would not answer.", "Lebanon/state"),
    ("The missile was fired by Iran.", "Iran/state"),
    ("Talks with Syria were broken off.", "Syria/state"),
    ("Fighting between Sudan and Chad went on.", "Chad/state"),
    ("Turkey's offensive drew protests.", "Turkey/state"),
    ("Washington urged restraint.", "United States/state"),
    ("The US vetoed the draft.", "United States/state"),
    ("Khartoum accused its neighbour of arming the rebels.", "Sudan/state"),
    # armies and their names
    ("The Lebanese army closed the road.", "Lebanese army/military"),
    ("Israeli soldiers raided the village.", "Israeli soldiers/military"),
    ("Ethiopian troops crossed the river.", "Ethiopian troops/military"),
    ("The Israel Defense Forces (IDF) said a drone was shot down.", "Israel Defense Forces/military"),
    ("Kenyan peacekeepers were attacked on patrol.", "Kenyan peacekeepers/military"),
    # armed groups
    ("Hezbollah fired rockets at dawn.", "Hezbollah/armed_group"),
    ("Hamas militants withdrew.", "Hamas/armed_group"),
    ("Masked gunmen stormed the bank.", "Masked gunmen/armed_group"),
    ("The ambush was staged by Kurdish rebels.", "Kurdish rebels/armed_group"),
    ("Separatist guerrillas blew up a bridge.", "Separatist guerrillas/armed_group"),
    # bodies of a state
    ("Lebanon's health ministry said 12 people died.", "Lebanon's health ministry/government"),
    ("The Iraqi government resigned.", "Iraqi government/government"),
    ("Israeli police sealed off the street.", "Israeli police/government"),
    ("Afghan officials denied the report.", "Afghan officials/government"),
    ("Police arrested nobody.", "Police/government"),
    # unnamed speakers are kept as written
    ("A security source said the convoy was hit.", "A security source/other"),
    ("Israeli military officials confirmed the strike.", "Israeli military officials/military"),
    ("Witnesses said the shelling began at noon.", "Witnesses/other"),
    ("Two police officials said the bomb was small.", "Two police officials/government"),
    ("Residents said they heard four blasts.", "Residents/other"),
    ("A doctor at the clinic said nine children were treated.", "A doctor at the clinic/person"),
    ("Hospital officials said the wards were full.", "Hospital officials/other"),
    ("Government sources said the talks had failed.", "Government sources/government"),
    ("According to two diplomats, the text is ready.", "two diplomats/government"),
    ("A spokesman for the rebels said they would fight on.", "A spokesman for the rebels/person"),
    (
        "A Norland official familiar with the talks told AFP that a reply had come.",
        "A Norland official familiar with the talks/person",
    ),
    ("A suicide bomber struck the checkpoint.", "suicide bomber/other"),
    ("An army statement said the road was open.", "army/military"),
    # persons, known to no lexicon
    ("Foreign Minister Arvo Lindqvist arrived on Monday.", "Arvo Lindqvist/person"),
    ("Gen. Tomas Halloran commanded the brigade.", "Tomas Halloran/person"),
    ("Marta Quell, a baker, said her shop was hit.", "Marta Quell/person"),
    ("Spokeswoman Ilse Brandt declined to answer.", "Ilse Brandt/person"),
    ("The envoy, Pierre Delacroix, flew home.", "Pierre Delacroix/person"),
    # bodies known by their last noun
    ("The Committee of Norland Mothers held a vigil.", "Committee of Norland Mothers/other"),
    ("The arrest was first reported by the Norland Times.", "Norland Times/media"),
    ("The Norland Times reported the arrest.", "Norland Times/media"),
    ("The Riverside Observatory for Human Rights counted 40 dead.", "Riverside Observatory for Human Rights/ngo"),
    ("The Northern Liberation Front attacked the depot.", "Northern Liberation Front/armed_group"),
    # newspapers and stations told by the noun beside them
    ("The minister told the newspaper Norlander Bote that the road was shut.", "Norlander Bote/media"),
    ("He told the daily Morgen Kurier that the road was shut.", "Morgen Kurier/media"),
    # states from whom something comes, who bring it about together
    ("The draft met opposition from China and Russia.", "Russia/state"),
    ("The minister came under pressure from Egypt.", "Egypt/state"),
    # persons of some rank to whom something is done, and those told as one of several
    ("A Syrian general was killed in the blast.", "Syrian general/person"),
    ("The drone targeted a Hezbollah commander in the valley.", "Hezbollah commander/person"),
    ("An Austrian doctor was kidnapped near the border.", "Austrian doctor/person"),
    ("One of the hostages said the guards had fled.", "One of the hostages/person"),
    ("Arvo Lindqvist and an aide to Marta Quell said the talks went on.", "an aide to Marta Quell/person"),
    # forces named after those who back them
    ("A Norland-backed security force patrolled the port.", "Norland-backed security force/military"),
    ("The rebel forces withdrew from the hill.", "rebel forces/armed_group"),
]

# Who is only named as a place, a credit or a description, or has no part at all.
NO_PART = [
    ("The blast hit a market in northern Syria.", "Syria"),
    ("The convoy drove through Chad.", "Chad"),
    ("Refugees live in camps in Jordan.", "Jordan"),
    ("The town lies near the border with Iran.", "Iran"),
    ("The minister will visit Egypt on Sunday.", "Egypt"),
    ("Somalia's capital was quiet.", "Somalia"),
    ("The shells fell on the outskirts of Khartoum.", "Sudan"),
    ("The talks were held in Washington.", "United States"),
    ("They met in Cairo on Tuesday.", "Egypt"),
    ("A bomb went off in Baghdad.", "Iraq"),
    ("The road to Damascus was cut.", "Syria"),
    ("It rained in Beirut.", "Lebanon"),
    ("A ceasefire was signed. (Reporting by Anna Kessler; Editing by Paul Dietz)", "Anna Kessler"),
    ("A ceasefire was signed. (Reporting by Anna Kessler; Editing by Paul Dietz)", "Paul Dietz"),
    ("Ruth Almeida contributed to this report.", "Ruth Almeida"),
    ("A ceasefire was signed. Ruth Almeida reports from Cairo.", "Ruth Almeida"),
    ("The statement said the road was open.", "statement"),
    ("The report said 40 people had died.", "report"),
    ("He said the war was over.", "He"),
    ("The bridge collapsed in the storm.", "bridge"),
    ("On Wednesday the rain stopped.", "Wednesday"),
    ("Both sides said they had won.", "Both sides"),
    ("The harvest failed again.", "harvest"),
    ("He posted the picture on Facebook.", "Facebook"),
    ("The rockets were old and rusty.", "rockets"),
    ("Colombia's western province was flooded.", "Colombia"),
    ("The president spoke. The president said the army was ready.", "The president"),
    ("All Iraq was dark that night.", "Iraq"),
    ("The hills of Lebanon are green.", "Lebanon"),
    ("She was born in Israel.", "Israel"),
    ("It happened on the coast of Libya.", "Libya"),
    ("Two US soldiers were hurt.", "United States"),
    ("US and Israeli officials met on Monday.", "United States"),
    ("The Iran-backed group fired back.", "Iran"),
    ("The storm devastated Haiti.", "Haiti"),
    ("The war threatened to tear Iraq apart.", "Iraq"),
    ("Rebels seized some of Libya's oil terminals.", "Libya"),
    ("They fought in neighbouring Syria and Iraq.", "Iraq"),
    ("Missiles were fired from Lebanon at dawn.", "Lebanon"),
    ("The wounded were taken to Riverside Hospital.", "Riverside Hospital"),
    ("Troops took full control of Norland University.", "Norland University"),
    ("The convoy was ambushed in Huila Department.", "Huila Department"),
    ("A former Central Intelligence Agency director wrote the book.", "Central Intelligence Agency"),
    ("A shopkeeper was killed in the blast.", "shopkeeper"),
    ("A soldier was wounded on patrol.", "soldier"),
    ("The newspaper was late again.", "newspaper"),
    ("The interim government was weak.", "interim government"),
]


@pytest.mark.parametrize(("text", "actor"), TAKING_PART)
def test_who_takes_part_is_found_with_the_kind(text: str, actor: str) -> None:
    assert actor in {f"{each.name}/{each.kind}" for each in cast(text).actors}


@pytest.mark.parametrize(("text", "name"), NO_PART)
def test_who_is_no_actor_is_not_found(text: str, name: str) -> None:
    assert name not in names(text)


# Mentions that mean one actor: the name, and all its mentions in order.
FOLDED = [
    ("Arvo Lindqvist left. Lindqvist did not say why.", "Arvo Lindqvist", ["Arvo Lindqvist", "Lindqvist"]),
    (
        "The Northern Relief Society (NRS) pulled out. The NRS said it was unsafe.",
        "Northern Relief Society",
        ["Northern Relief Society", "NRS"],
    ),
    (
        "Israeli forces entered the camp. The IDF said it was a raid. The Israeli military gave no toll.",
        "Israeli forces",
        ["Israeli forces", "IDF", "Israeli military"],
    ),
    (
        "Hezbollah fired rockets. The Iran-backed group said it was a warning.",
        "Hezbollah",
        ["Hezbollah", "The Iran-backed group"],
    ),
    ("Hamas agreed. Hamas fighters left.", "Hamas", ["Hamas", "Hamas fighters"]),
    (
        "Afghan officials gave no toll. Officials said the road was shut.",
        "Afghan officials",
        ["Afghan officials", "Officials"],
    ),
    ("U.S. soldiers searched the camp. The soldiers found nothing.", "U.S. soldiers", ["soldiers", "The soldiers"]),
    ("Kurdish rebels struck twice. The rebels fled.", "Kurdish rebels", ["Kurdish rebels", "rebels"]),
    ("The Lebanese army moved in. The army met no fire.", "Lebanese army", ["Lebanese army", "army"]),
    (
        "Lebanon's Prime Minister Karim Sayegh spoke first. Lebanon's prime minister said the war must end.",
        "Karim Sayegh",
        ["Karim Sayegh", "Lebanon's prime minister"],
    ),
    # an acronym that the name before the bracket spells, and one without any bracket
    (
        "The Council for Trade and Labour (CTL) closed. The CTL gave no reason.",
        "Council for Trade and Labour",
        ["Council for Trade and Labour", "CTL", "CTL"],
    ),
    (
        "The Norland Farmers Relief Association pulled out. The NFRA said it was unsafe.",
        "Norland Farmers Relief Association",
        ["Norland Farmers Relief Association", "NFRA"],
    ),
    # armed men are told apart by whose they are, not by what they are called
    (
        "Kurdish rebels struck at dawn. Kurdish militants struck again at noon.",
        "Kurdish rebels",
        ["Kurdish rebels", "Kurdish militants"],
    ),
    ("Islamist fighters held the bridge. The Islamists fled.", "Islamist fighters", ["Islamist fighters", "Islamists"]),
    # a shorter name, and a bare surname that the lexicon would take for somebody else
    (
        "The Norland Ministry of Health counted nine dead. The Ministry of Health said so on Monday.",
        "Norland Ministry of Health",
        ["Norland Ministry of Health", "Ministry of Health"],
    ),
    (
        "Karl Netanyahu spoke in the town hall. Netanyahu said the mill would close.",
        "Karl Netanyahu",
        ["Karl Netanyahu", "Netanyahu"],
    ),
]


@pytest.mark.parametrize(("text", "name", "mentions"), FOLDED)
def test_mentions_of_one_actor_are_folded(text: str, name: str, mentions: list[str]) -> None:
    found = {actor.name: [mention.text for mention in actor.mentions] for actor in cast(text).actors}
    assert found.get(name) == mentions


def test_two_people_of_one_surname_stay_two() -> None:
    text = "Ana Berg and Otto Berg were arrested. A lawyer said Ana Berg was hurt."
    assert {"Ana Berg", "Otto Berg"} <= names(text)


# Mentions that mean different actors, however alike.
APART = [
    ("Kurdish rebels struck at dawn. Shiite rebels struck at noon.", ("Kurdish rebels", "Shiite rebels")),
    ("Ana Berg left. Otto Berg stayed.", ("Ana Berg", "Otto Berg")),
    ("Witnesses said it burned. One of the witnesses said a child was hurt.", ("Witnesses", "One of the witnesses")),
    ("The Lebanese army moved in. The Syrian army moved out.", ("Lebanese army", "Syrian army")),
]


@pytest.mark.parametrize(("text", "apart"), APART)
def test_those_who_only_sound_alike_are_not_folded(text: str, apart: tuple[str, str]) -> None:
    assert set(apart) <= names(text)


def test_the_cabinet_is_another_body_than_the_army_of_a_state() -> None:
    text = "Israel's cabinet met for six hours. The Israeli army said its planes had struck."
    assert {"Israel's cabinet", "Israeli army"} <= names(text)


# Office and affiliation as the article gives them, though no lexicon knows the person.
INTRODUCED = [
    ("Lebanese Prime Minister Karim Sayegh resigned.", "Karim Sayegh", "Prime Minister", "Lebanon"),
    ("Iraq's foreign minister, Salim Douri, resigned.", "Salim Douri", "foreign minister", "Iraq"),
    ("Hezbollah's new leader, Jad Khoury, spoke.", "Jad Khoury", "new leader", "Hezbollah"),
    ("Jad Khoury, the leader of Hezbollah, spoke.", "Jad Khoury", "leader", "Hezbollah"),
    ("Hezbollah denied it. The group's spokesman Jad Khoury spoke.", "Jad Khoury", "spokesman", "Hezbollah"),
    ("Envoy Ruth Almeida and Egyptian Foreign Minister Adel Naguib met.", "Adel Naguib", "Foreign Minister", "Egypt"),
    ("Defense Secretary Ruth Almeida spoke.", "Ruth Almeida", "Defense Secretary", None),
    ("US Secretary of State Ruth Almeida spoke.", "Ruth Almeida", "Secretary of State", "United States"),
    ("Army spokesman Tomas Halloran spoke.", "Tomas Halloran", "spokesman", "Army"),
    ("Marta Quell, 34, a nurse, was hurt.", "Marta Quell", "nurse", None),
    ("Gen. Tomas Halloran spoke.", "Tomas Halloran", "Gen.", None),
]


@pytest.mark.parametrize(("text", "name", "role", "affiliation"), INTRODUCED)
def test_an_introduction_gives_role_and_affiliation(text: str, name: str, role: str, affiliation: str | None) -> None:
    (found,) = [actor for actor in cast(text).actors if actor.name == name]
    assert (found.role, found.affiliation) == (role, affiliation)
    assert {ground.field for ground in found.grounds} == {"role"} | ({"affiliation"} if affiliation else set())


def test_a_body_belongs_to_its_state() -> None:
    (found,) = [actor for actor in cast("The Lebanese army closed the road.").actors if actor.name == "Lebanese army"]
    assert found.affiliation == "Lebanon"


MARKS = ["“", "”", "'s", "(", ")", ",", ".", "\n\n", "—", "\u202e", "é", "停"]
WORDS = [
    *"the Lebanese army Hezbollah leader Ana Berg said by in Israel officials IDF U.S. President of 34 a who".split(),
    *MARKS,
]


@settings(max_examples=60, deadline=None)
@given(st.one_of(st.text(max_size=80), st.lists(st.sampled_from(WORDS), max_size=25).map(" ".join)))
def test_any_text_gives_true_spans_in_order_and_raises_nothing(text: str) -> None:
    actors = cast(text).actors
    for actor in actors:
        assert actor.name
        assert actor.rule.startswith("actors.")
        assert list(actor.mentions) == sorted(actor.mentions)
        for span in (*actor.mentions, *(ground.span for ground in actor.grounds)):
            assert span.text == text[span.start : span.end]
    assert [actor.mentions[0] for actor in actors] == sorted(actor.mentions[0] for actor in actors)
