"""Where the harm was done: the innermost place that the article names for the event."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from truce.records import CasualtyFigure

# The sentence itself tells the place.
OWN_SENTENCE = [
    ("A car bomb [killed nine people] in Kirkuk on Monday.", "Kirkuk"),
    ("In Homs, [four soldiers were wounded] by a sniper.", "Homs"),
    ("Shelling near Donetsk [left two civilians dead].", "Donetsk"),
    ("A roadside bomb outside Mosul [killed three policemen].", "Mosul"),
    ("[Six people died] in a mortar attack on a market in the town of Taftanaz.", "Taftanaz"),
    ("Gunmen [shot dead a teacher] in the northern city of Kano.", "Kano"),
    ("Rebels [killed 11 soldiers] in Kandahar province.", "Kandahar province"),
    ("An air strike [killed five people] in Syria's Idlib province.", "Idlib province"),
    ("A blast [wounded eight people] in the Karrada district of Baghdad.", "Karrada district"),
    ("A suicide bomber [killed two guards] in Quetta, the capital of Baluchistan.", "Quetta"),
    ("[Two farmers were killed] by a mine near the village of Zarit in southern Lebanon.", "Zarit"),
    ("In Tyre, a drone hit a car and [killed its driver].", "Tyre"),
    ("[More than 900 people have been killed] in Darfur since March.", "Darfur"),
]

# Where someone spoke, came from, was treated or fired from is not where the harm was done.
OTHER_PLACES = [
    ("[Seven people were killed] in Aden, a spokesman said in Geneva.", "Aden"),
    ("Speaking in Washington, the minister said [12 rebels were killed] in Raqqa.", "Raqqa"),
    ("A Moscow newspaper reported that [four miners were killed] in Luhansk.", "Luhansk"),
    ("The [two women were wounded] in Jenin and taken to a hospital in Nablus.", "Jenin"),
    ("Police in Ankara said [three officers were killed] in Diyarbakir.", "Diyarbakir"),
    ("[Five soldiers died] in Sirte, while talks went on in Cairo.", "Sirte"),
]

# The place stands in another sentence that tells of the same event.
CARRIED = [
    ("A bomb exploded at a market in Herat on Friday. [Ten people were killed] in the blast.", "Herat"),
    ("Gunmen attacked a police post in Maiduguri overnight. They [killed four officers] before they fled.", "Maiduguri"),
    ("A bomb [killed six people] in Iraq on Friday. The blast took place in the town of Samarra.", "Samarra"),
    (
        "Bomb kills [dozens] at market\n\nA car bomb killed dozens of people at a market in Peshawar on Friday, police said.\n\n"
        "The army sent troops to the area.\n\nThe government promised an inquiry.",
        "Peshawar",
    ),
    (
        "A truck bomb exploded outside a bank in Mogadishu on Monday.\n\nWitnesses described a scene of panic.\n\n"
        "Doctors said that [14 people were wounded] in the explosion.\n\nNobody has claimed it.",
        "Mogadishu",
    ),
    ("Troops entered Sinjar at dawn. The army said [three of its men were killed] in the city.", "Sinjar"),
]

# No place is named, or the one that is named is another's.
NONE = [
    "[Three soldiers were killed] by a mine on Thursday.",
    "An army spokesman said in Brussels that [two soldiers were killed] by a mine.",
    "The French minister said [four hostages were killed].",
    "[Two gunmen were shot dead], the ministry in Rome said.",
    "The group said it had [killed 12 soldiers].",
    "She flew to Vienna after [her brother was killed].",
    "[Five fighters were killed] by a mine, a newspaper in Doha reported.",
    "[Nine civilians were wounded], a doctor told reporters in Paris.",
    "The president left for Tokyo. [Six policemen were killed] by a mine.",
    "Envoys from Norway deplored that [seven monks were killed].",
    "[Two boys were wounded] and flown to a hospital in Berlin.",
    "An aid worker from Dublin was among [three people killed] by a mine.",
]


@pytest.mark.parametrize(("text", "place"), OWN_SENTENCE + OTHER_PLACES + CARRIED)
def test_the_place_of_the_event_is_told(text: str, place: str, figure: Callable[..., CasualtyFigure]) -> None:
    found = figure(text)
    assert found.place == place
    assert any(ground.field == "place" for ground in found.grounds)


@pytest.mark.parametrize("text", NONE)
def test_what_the_article_does_not_place_stays_without(text: str, figure: Callable[..., CasualtyFigure]) -> None:
    assert figure(text).place is None
