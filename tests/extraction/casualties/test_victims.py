"""Who the victims of a figure are: their words, class and affiliation."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

# The victims as written, without their count; None where the text has no word for them.
VICTIMS = [
    ("Strikes killed 19 civilians.", ["civilians"]),
    ("A strike killed a senior Hezbollah commander.", ["senior Hezbollah commander"]),
    ("Marwan Haddad was killed in the raid.", ["Marwan Haddad"]),
    ("At least 1,754 Lebanese people were killed.", ["Lebanese people"]),
    ("The tally lists 1,754 Lebanese deaths.", ["Lebanese"]),
    ("The death toll rose to 43.", [None]),
    ("The number of election workers killed rose to nine.", ["election workers"]),
    ("The blast killed 12 people and injured 40.", ["people", "people"]),
    ("Six guards were killed and nine others wounded.", ["guards", "others"]),
    ("Nine members of the security forces were killed.", ["members of the security forces"]),
    ("The raid killed three of the 20 soldiers at the post.", ["soldiers"]),
    ("Thirty people were injured, five of them critically.", ["people", "them"]),
    ("Fighters stormed the post, taking 31 policemen hostage.", ["policemen"]),
    ("Doctors counted 12 deaths.", [None]),
    ("Troops captured 54 gunmen early Sunday.", ["gunmen"]),
    ("The clinic reported 71 new deaths.", [None]),
    ("Rescuers found the bodies of seven villagers.", ["villagers"]),
    ("The attack killed 30 civilians and policemen.", ["civilians and policemen"]),
]

COMBATANTS = [
    "A sniper killed two soldiers.",
    "Nine militants were killed.",
    "Four policemen were shot dead at the post.",
    "The strike killed a Hamas commander.",
    "The army killed 12 insurgents.",
    "Two members of the Islamic Jihad group were killed.",
    "Three border guards died in the ambush.",
    "A Russian general was killed by the mine.",
    "The bomb killed two US service members.",
    "Six security officials were wounded.",
    "The drone killed a separatist leader.",
    "A US Marine was wounded.",
    "Eight army recruits were killed.",
    "A military pilot was captured by the rebels.",
    "Colonel Petra Novak was shot dead.",
    "Rebel leader Petra Novak was killed in combat.",
    "Petra Novak, a colonel in the army, was shot dead.",
    "Six troops and a Taliban fighter were killed. One of the troops was killed at once.",
    "The shells hit a patrol of soldiers, killing two.",
    "Nine police officers were killed and three others wounded.",
]

CIVILIANS = [
    "Strikes killed 19 civilians.",
    "The shelling killed five residents.",
    "Gunmen shot dead a judge.",
    "Two tourists were wounded.",
    "The blast killed nine worshippers.",
    "Raiders massacred 40 peasants.",
    "A local government official was killed.",
    "The bomb wounded four taxi drivers.",
    "Rebels kidnapped a Turkish engineer.",
    "A member of parliament was shot dead.",
    "The attack killed two university guards.",
    "A Catholic bishop was murdered.",
    "Gunmen killed the brother of a minister.",
    "A professor and his son were killed.",
]

OTHERS = [
    ("Four children were killed.", "child"),
    ("The mine killed a 12-year-old girl.", "child"),
    ("She lost her two-year-old son in the raid.", "child"),
    ("Three schoolboys were wounded.", "child"),
    ("Two women were killed.", "woman"),
    ("His wife was killed in the shelling.", "woman"),
    ("The strike killed three paramedics.", "health_worker"),
    ("Two ambulance drivers were wounded.", "health_worker"),
    ("A medical worker was shot dead.", "health_worker"),
    ("A French photographer was killed.", "journalist"),
    ("Two reporters went missing near the front.", "journalist"),
    ("Gunmen abducted three aid workers.", "aid_worker"),
    ("Seven UN staff were injured.", "aid_worker"),
    ("UNRWA said 222 of its staff had been killed.", "aid_worker"),
    ("The ministry said 22 of its staff had been killed.", "unspecified"),
    ("Two Kenyan peacekeepers were killed.", "peacekeeper"),
    ("Four British soldiers of the peacekeeping mission were wounded.", "peacekeeper"),
    ("The former prime minister was assassinated.", "leader"),
    ("President Adem Kolar was killed.", "leader"),
    ("The recent killing of former Hezbollah leader Hassan Nasrallah changed the war.", "leader"),
    ("Gunmen killed a provincial governor.", "leader"),
    ("The Palestinian leader was killed.", "leader"),
    ("A community leader was killed.", "civilian"),
    ("Twelve people were killed.", "unspecified"),
    ("A 45-year-old man was killed.", "unspecified"),
    ("The death toll rose to 43.", "unspecified"),
    ("Six Israelis were killed.", "unspecified"),
    ("The attacker was killed.", "unspecified"),
    ("A suicide bomber was killed.", "unspecified"),
    ("The attack killed 30 civilians and policemen.", "unspecified"),
    ("Two members of the family were killed.", "unspecified"),
]

# The class that the article tells of the same victims beside the figure.
BESIDE = [
    ("A blast killed 30 people. Seven of the dead were soldiers.", ["unspecified", "combatant"]),
    ("A nun was killed and four others were wounded.", ["civilian", "unspecified"]),
    ("Two of the peacekeepers were killed and a third was wounded.", ["peacekeeper", "peacekeeper"]),
    ("Three people, including a policeman, were killed and 15 injured.", ["unspecified", "combatant", "unspecified"]),
    ("Five soldiers were wounded. Two of them died.", ["combatant", "combatant"]),
    ("Gunmen killed a rebel leader in the north. Police say Omar Kohar was shot on Friday.", ["combatant"]),
    ("One American and one British soldier were killed.", ["combatant", "combatant"]),
    ("The blast killed eight troops, including two Canadians.", ["combatant", "combatant"]),
    ("The strike killed 12 people, all civilians.", ["civilian"]),
    ("The strike killed 12 people. The dead were all civilians.", ["civilian"]),
    ("Ten people were killed. All of the victims were children.", ["child"]),
    ("The strike killed 12 people, most of them civilians.", ["unspecified"]),
]

AFFILIATIONS = [
    ("Strikes killed 19 Lebanese civilians.", "Lebanese"),
    ("A strike killed a senior Hezbollah commander.", "Hezbollah"),
    ("Six Israelis were killed.", "Israeli"),
    ("Two Americans were wounded.", "American"),
    ("A U.S. soldier was killed.", "U.S."),
    ("Three South Sudanese soldiers were wounded.", "South Sudanese"),
    ("Nine Palestinians were killed.", "Palestinian"),
    ("Two members of the Islamic Jihad group were killed.", "Islamic Jihad"),
    ("Four coalition soldiers were wounded.", "coalition"),
    ("Eight NATO troops were killed.", "NATO"),
    ("Twelve Kurds were wounded.", "Kurdish"),
    ("The bomb killed six Shiite pilgrims.", "Shiite"),
    ("The Israeli army said two of its soldiers were killed.", "Israeli"),
    ("Hezbollah said three of its fighters had been killed.", "Hezbollah"),
    ("A commander of Syria's National Defence Forces was killed.", "National Defence Forces"),
    ("Iraqi soldiers were ambushed on the road. Three soldiers were killed.", "Iraqi"),
    ("Iraq's deputy trade minister was wounded.", "Iraqi"),
    ("Former Hezbollah leader Hassan Nasrallah was killed.", "Hezbollah"),
    ("Six government soldiers were killed.", "government"),
    ("A government official was killed.", None),
    ("Twelve people were killed.", None),
    ("Four soldiers were wounded.", None),
    ("Two men from the village were killed.", None),
]


@pytest.mark.parametrize(("text", "expected"), VICTIMS)
def test_victims_are_as_written_without_their_count(read: Callable[[str], Any], text: str, expected: list[str | None]) -> None:
    assert [figure.victims for figure in read(text).figures] == expected


@pytest.mark.parametrize("text", COMBATANTS)
def test_soldiers_police_in_combat_and_fighters_are_combatants(read: Callable[[str], Any], text: str) -> None:
    assert {figure.victim_class for figure in read(text).figures} == {"combatant"}


@pytest.mark.parametrize("text", CIVILIANS)
def test_people_of_peaceful_names_are_civilians(read: Callable[[str], Any], text: str) -> None:
    assert {figure.victim_class for figure in read(text).figures} == {"civilian"}


@pytest.mark.parametrize(("text", "expected"), OTHERS)
def test_other_classes_go_by_noun_age_or_office(read: Callable[[str], Any], text: str, expected: str) -> None:
    assert {figure.victim_class for figure in read(text).figures} == {expected}


@pytest.mark.parametrize(("text", "expected"), BESIDE)
def test_a_class_is_carried_from_what_is_told_beside(read: Callable[[str], Any], text: str, expected: list[str]) -> None:
    assert [figure.victim_class for figure in read(text).figures][: len(expected)] == expected


@pytest.mark.parametrize(("text", "expected"), AFFILIATIONS)
def test_affiliation_is_by_noun_adjective_or_possession(read: Callable[[str], Any], text: str, expected: str | None) -> None:
    assert {figure.affiliation for figure in read(text).figures} == {expected}


def test_class_affiliation_and_victims_rest_on_words_of_the_text(read: Callable[[str], Any]) -> None:
    (figure,) = read("A strike killed a senior Hezbollah commander.").figures
    grounds = {ground.field: ground.span.text for ground in figure.grounds}
    assert grounds["victims"] == "senior Hezbollah commander"
    assert grounds["affiliation"] == "Hezbollah"
    assert "commander" in grounds["victim_class"]
