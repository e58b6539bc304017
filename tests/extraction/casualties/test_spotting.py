"""Which sentences state a casualty: count and outcome, with the words that show it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

Case = tuple[str, str]  # a text with its evidence in [brackets], and its figures

# Counts before and behind a verb of harm.
VERBS: list[Case] = [
    ("Strikes [killed 19 people] on Wednesday.", "19 killed"),
    ("Two shells [wounded a farmer] near the river.", "1 injured"),
    ("The blast [injured eleven shoppers], doctors said.", "11 injured"),
    ("Gunmen [murdered a judge] outside his house.", "1 killed"),
    ("Raiders [massacred 40 villagers] at dawn.", "40 killed"),
    ("A sniper [shot dead two teachers].", "2 killed"),
    ("Masked men [gunned down a lawyer] in the market.", "1 killed"),
    ("The rebels [beheaded three prisoners].", "3 killed"),
    ("The regime [executed 14 officers] in secret.", "14 killed"),
    ("[Twenty-three soldiers were killed] in the ambush.", "23 killed"),
    ("[Six children were wounded] when the roof fell in.", "6 injured"),
    ("In the raid [nine fighters died].", "9 killed"),
    ("[A dozen miners perished] in the attack on the shaft.", "12+ killed"),
    ("[Four nurses had been killed] by the time help came.", "4 killed"),
    ("[Seven people have been hurt] in the shelling.", "7 injured"),
    ("The attack has [killed 31] and [wounded dozens].", "31 killed, 24+ injured"),
    ("A mortar round hit the queue, [killing five].", "5 killed"),
    ("The bomb went off at noon, [wounding 60 people].", "60 injured"),
    ("A drone strike [kills 5] in the north.", "5 killed"),
    ("Warplanes [kill two medics] in eastern town", "2 killed"),
    ("The ministry said [12 troops were killed] in action.", "12 killed"),
    ("At least [30 miners were reportedly killed] there.", "30+ killed"),
    ("Officials confirmed that [two envoys had been assassinated].", "2 killed"),
    ("[Three men were stabbed to death] in the camp.", "3 killed"),
    ("[One officer was shot and killed] at the gate.", "1 killed"),
    ("[Two hundred people lost their lives] in the siege.", "200 killed"),
    ("The war has [claimed 70,000 lives].", "70000 killed"),
    ("The raid [claimed the lives of eight policemen].", "8 killed"),
    ("The regiment [lost 12 men] in one night.", "12 killed"),
    ("The clashes [left 23 people dead].", "23 killed"),
    ("The army attacked, [leaving 19 civilians dead].", "19 killed"),
]

# Nouns of harm, and bodies.
NOUNS: list[Case] = [
    ("Doctors counted [12 deaths] in two days.", "12 killed"),
    ("The operation caused [40 fatalities].", "40 killed"),
    ("The unit took [17 casualties] in the valley.", "17 casualties"),
    ("The paper reported the [killing of two priests].", "2 killed"),
    ("The [assassination of a mayor] shook the town.", "1 killed"),
    ("Crowds protested against the [murder of three students].", "3 killed"),
    ("Rescuers pulled the [bodies of seven villagers] from the rubble.", "7 killed"),
    ("Police found [nine bodies] in a ditch after the raid.", "9 killed"),
    ("The governor announced the [deaths of four guards].", "4 killed"),
    ("The [kidnapping of five engineers] halted the work.", "5 abducted"),
    ("The front page told of the [death of General Karim Haddad].", "1 killed"),
    ("The group said [his death] in an air strike would be avenged.", "1 killed"),
]

# Tolls: the number stands far from its noun.
TOLLS: list[Case] = [
    ("The [death toll rose to 43] overnight.", "43 killed"),
    ("The [death toll from the bombing has reached 118].", "118 killed"),
    ("Officials put the [death toll at 27].", "27 killed"),
    ("The mayor put the [number of dead at 43].", "43 killed"),
    ("The [toll now stands at 61], the governor said.", "61 killed"),
    ("The attack brought the [death toll this week to 90].", "90 killed"),
    ("The [number of people killed climbed to 205].", "205 killed"),
    ("The [number of wounded rose to at least 300].", "300+ injured"),
    ("The [death toll has passed 41,000].", "41000 killed"),
    ("The [number of people displaced has risen to 1.2 million].", "1200000 displaced"),
]

# Headlines and their telegraphic grammar.
HEADLINES: list[Case] = [
    ("Israeli strike [kills 5] in Lebanon", "5 killed"),
    ("At least [3 Killed] as Gunmen Storm Hotel", "3+ killed"),
    ("[12 killed], [40 hurt] in market bombing", "12 killed, 40 injured"),
    ("[43 dead], [120 wounded] in double blast", "43 killed, 120 injured"),
    ("Suicide bomber [kills 13] at wedding", "13 killed"),
    ("[Two soldiers killed] in border clash", "2 killed"),
    ("Shelling [leaves nine dead] in besieged town", "9 killed"),
    ("Army says [20 rebels killed] in offensive", "20 killed"),
]

# Several victims and several outcomes in one sentence are a figure each.
JOINED: list[Case] = [
    (
        "The raid killed three soldiers and a medic and wounded five others.",
        "3 killed, 1 killed, 5 injured",
    ),
    ("The blast killed 12 people and injured 40.", "12 killed, 40 injured"),
    ("Eight troops were killed and 14 wounded.", "8 killed, 14 injured"),
    ("Four civilians and two policemen were killed.", "4 killed, 2 killed"),
    ("A farmer, his wife and two children were killed.", "1 killed, 1 killed, 2 killed"),
    ("The shelling killed six people and wounded 20 more.", "6 killed, 20 injured"),
    ("Gunmen killed a guard and kidnapped two engineers.", "1 killed, 2 abducted"),
    ("Ten people died, 30 were injured and five are missing.", "10 killed, 30 injured, 5 missing"),
    ("Strikes killed five people in Tyre, eight in Sidon and two in Nabatieh.", "5 killed, 8 killed, 2 killed"),
    ("Hundreds have been killed and thousands wounded.", "200+ killed, 2000+ injured"),
    ("More than 100 recruits were killed and wounded.", "100+ casualties"),
]

# Counts that are taken up again later.
TAKEN_UP: list[Case] = [
    ("A patrol was hit near the border. The two were killed at once, the army said.", "2 killed"),
    ("Gunmen seized 12 drivers. Five of them were killed.", "12 abducted, 5 killed"),
    ("A car bomb killed 20 people. Another 12 died in hospital.", "20 killed, 12 killed"),
    ("Shells fell on the market. Three more died on the way to the clinic.", "3 killed"),
    ("Two of the guards died in the north, the third was killed in the south.", "2 killed, 1 killed"),
    ("Police fired on two gunmen, killing one and wounding the other.", "1 killed, 1 injured"),
]

# Victims without a count, and victims by name.
ONES: list[Case] = [
    ("A strike [killed a Hezbollah commander] in his car.", "1 killed"),
    ("[Marwan Haddad was killed] in the bombing.", "1 killed"),
    ("The [killing of Marwan Haddad] set off protests.", "1 killed"),
    ("[Colonel Petra Novak was shot dead] on Monday.", "1 killed"),
    ("Gunmen [killed the governor] on the road to the capital.", "1 killed"),
    ("[The pilot was captured] by the rebels.", "1 abducted"),
    ("Militants [kidnapped a German nun] in the town.", "1 abducted"),
    ("[An adviser to the ministry, Omar Kohar, was abducted] on Friday.", "1 abducted"),
    ("[A senior officer, Omar Nasir, was among the dead].", "1 killed"),
    ("The raid [killed the group's most senior planner], Ali Hadi.", "1 killed"),
]

# Missing, displaced, abducted.
OTHER_OUTCOMES: list[Case] = [
    ("[Nine sailors are missing] after the attack.", "9 missing"),
    ("[Six officers went missing] during the battle.", "6 missing"),
    ("[Two reporters disappeared] near the front.", "2 missing"),
    ("The fighting has [displaced 40,000 people].", "40000 displaced"),
    ("More than [90,000 have fled] the city.", "90000+ displaced"),
    ("[Thousands have fled] their homes.", "2000+ displaced"),
    ("The offensive [drove 30,000 villagers] from their homes.", "30000 displaced"),
    ("The rebels [kidnapped 30 schoolgirls].", "30 abducted"),
    ("[Five aid workers were taken hostage].", "5 abducted"),
    ("Fighters stormed the post, [taking 31 policemen] hostage.", "31 abducted"),
    ("The group is still [holding 17 hostages].", "17 abducted"),
    ("The militia [released eight hostages] on Friday.", "8 abducted"),
    ("The army [captured 22 fighters] in the town.", "22 abducted"),
    ("The rebels promised to free [20 captives].", "20 abducted"),
]

# Counts that are bound or loose.
COUNTS: list[Case] = [
    ("More than [half a million people have been uprooted].", "500000+ displaced"),
    ("[Two hundred and forty-one men died] in the attack.", "241 killed"),
    ("At least [1,754 people were killed].", "1754+ killed"),
    ("More than [300 people died].", "300+ killed"),
    ("Up to [80 fighters were killed].", "-80 killed"),
    ("As many as [500 people were wounded].", "-500 injured"),
    ("Between [20 and 30 people were killed].", "20-30 killed"),
    ("[Five to seven rebels were killed].", "5-7 killed"),
    ("About [40 people were hurt].", "40 injured"),
    ("Nearly [900 troops have died].", "900 killed"),
    ("[Dozens of people were killed].", "24+ killed"),
    ("[Scores of villagers were wounded].", "40+ injured"),
    ("[Several militants were killed].", "3+ killed"),
    ("[Hundreds of thousands of people have been displaced].", "200000+ displaced"),
    ("[Half a dozen soldiers were wounded].", "6+ injured"),
    ("[A number of officers were wounded].", "? injured"),
    ("Some [50 people died].", "50 killed"),
    ("[Two dozen guards were killed].", "24+ killed"),
    ("He was the [21st soldier to die] this year.", "21 killed"),
    ("She was the [sixth reporter killed] this year.", "6 killed"),
]

# Set phrases.
PHRASES: list[Case] = [
    ("Guards fired into the crowd, and at least [four students fell dead].", "4+ killed"),
    ("[Fourteen policemen sustained injuries].", "14 injured"),
    ("[Two guards suffered serious wounds].", "2 injured"),
    ("The minister survived an attempt in which [his driver was killed].", "1 killed"),
    ("Soldiers killed Ali Kantor, 24, and his cousin Omar, 19.", "1 killed, 1 killed"),
    ("The clinic reported [71 new deaths].", "71 killed"),
    ("The village was shelled; [seven dead].", "7 killed"),
    ("The blast [killed three] and [wounded 17].", "3 killed, 17 injured"),
    ("That day [1,100 people were killed] and about [240 taken hostage].", "1100 killed, 240 abducted"),
    ("[The 34-year-old was killed] by shrapnel.", "1 killed"),
    ("The casualty count was put at [12 dead] and [30 hurt].", "12 killed, 30 injured"),
    ("The war has driven some 11 million from their homes.", "11000000 displaced"),
    ("A helicopter was shot down, [killing all five crew members].", "5 killed"),
    ("The militiamen [killed him] in front of his family.", "1 killed"),
    ("The ministry said the [number of martyrs had reached 41].", "41 killed"),
    ("The mission said [two of its guards had been killed] and [a third seriously wounded].", "2 killed, 1 injured"),
    ("Shelling [killed a woman], 61, and [wounded her two grandsons].", "1 killed, 2 injured"),
    ("The raiders kidnapped and killed 11 people.", "11 abducted, 11 killed"),
    ("The minister condemned the kidnapping and murder of a lawyer.", "1 abducted, 1 killed"),
    ("[Kantor was killed] in a raid in 2008.", "1 killed"),
    ("A list showed [four citizens of the town kidnapped] last week.", "4 abducted"),
    ("Nothing is known of the fate of [four doctors who disappeared] on Friday.", "4 missing"),
    ("Over the past six months, 14 guards and two drivers have been killed.", "14 killed, 2 killed"),
    ("Last year, at least [12 people were killed] in the town.", "12+ killed"),
    ("[A sister of one of the two ministers has been killed].", "1 killed"),
    ("The group is believed to be [holding 17 hostages].", "17 abducted"),
    ("[Six children were burned to death].", "6 killed"),
    ("[25 sailors perished] and four boats were sunk.", "25 killed"),
    ("Casualties so far: [120 dead], [700 wounded].", "120 killed, 700 injured"),
    ("The clashes [cost the lives of at least seven fighters].", "7+ killed"),
    ("[The bomber also died].", "1 killed"),
    ("Three soldiers and two drivers were among the wounded.", "3 injured, 2 injured"),
    ("Among the [dead were two teachers].", "2 killed"),
    ("Seven people are in critical condition after the blast.", "7 injured"),
    ("A dozen people were rushed to hospital after the shelling.", "12+ injured"),
    ("Thirty people were injured, five of them critically.", "30 injured, 5 injured"),
    ("The women found [a wounded child] in the ruins.", "1 injured"),
    ("[Two shepherds were blown apart] by a mine.", "2 killed"),
    ("The [four guards were not seriously wounded].", "4 injured"),
]

TABLES = [*VERBS, *NOUNS, *TOLLS, *HEADLINES, *JOINED, *TAKEN_UP, *ONES, *OTHER_OUTCOMES, *COUNTS, *PHRASES]


@pytest.mark.parametrize(("text", "expected"), TABLES)
def test_each_casualty_that_a_text_states_is_found_once(read: Callable[[str], Any], text: str, expected: str) -> None:
    assert read(text).told == expected


@pytest.mark.parametrize(("text", "expected"), [case for case in TABLES if "[" in case[0]])
def test_the_evidence_is_the_run_of_count_victims_and_outcome(read: Callable[[str], Any], text: str, expected: str) -> None:
    reading = read(text)
    assert [figure.evidence.text for figure in reading.figures] == list(reading.marked)
