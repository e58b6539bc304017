"""The day of an incident and the days of a toll. Written on Friday, 12 May 2023."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from truce.records import CasualtyFigure

DAYS = [
    ("A car bomb [killed nine people] in Kirkuk on Monday.", "2023-05-08"),
    ("On Tuesday, gunmen [shot dead two judges] in Kabul.", "2023-05-09"),
    ("[Four soldiers were killed] on 2 April in Gao.", "2023-04-02"),
    ("Thursday's blast [wounded 20 people] in Karachi.", "2023-05-11"),
    ("A raid last week [killed three farmers] in Jenin.", "2023-05-01/2023-05-07"),
    ("In 2015, a bomb [killed a minister] in Lahore.", "2015"),
    ("[Two boys were killed] in Gaza yesterday, doctors said.", "2023-05-11"),
    ("A strike [killed six people] in Idlib on Saturday and Sunday.", "2023-05-06/2023-05-07"),
    ("On Wednesday, a mine exploded near Marib, [killing a driver].", "2023-05-10"),
    ("A shell hit a school in Bakhmut on Tuesday. [Three teachers were killed] in the attack.", "2023-05-09"),
    ("Gunmen raided Djibo on Sunday. They [killed 12 villagers].", "2023-05-07"),
    (
        "Blast [kills nine] in Kirkuk\n\nA car bomb killed nine people in Kirkuk on Monday, police said.\n\n"
        "The mayor called for calm.\n\nShops stayed closed.",
        "2023-05-08",
    ),
]

SPELLS = [
    ("[More than 4,000 people have been killed] since 2011.", "2011/.."),
    ("[Some 60 aid workers have been killed] this year.", "2023"),
    ("[Ninety soldiers have been killed] since the campaign began in March.", "2023-03/.."),
    ("Since January, [31 reporters have been killed] in the country.", "2023-01/.."),
    ("Over the past three months, [74 civilians have been killed] in air strikes.", "2023-02/2023-05"),
    ("In the past two days, [38 fighters have been killed] in the campaign.", "2023-05-10/2023-05-12"),
    ("[More than 200 people were killed] in the conflict last year.", "2022"),
]

# Nothing tells the day, or the day is that of the saying or of something else.
NONE = [
    "A car bomb [killed nine people] in Kirkuk.",
    "Police said on Monday that [nine people were killed] in Kirkuk.",
    "[Nine people were killed] in Kirkuk, police said Tuesday.",
    "[Four hostages were killed], the ministry announced on Thursday.",
    "The group said on Sunday it had [killed two soldiers].",
    "In a statement on Wednesday, the army said [three rebels were killed].",
    "Until Monday the town was quiet. [Two drivers were killed] there.",
    "[Thousands of people have been killed] in the war.",
    "The conflict has [displaced 300,000 people].",
    "The ministry reported on Friday that [six guards had been wounded].",
    "[Dozens have died] in the fighting, aid workers said on Thursday.",
]


@pytest.mark.parametrize(("text", "period"), DAYS + SPELLS)
def test_the_days_of_a_figure_are_told(text: str, period: str, figure: Callable[..., CasualtyFigure]) -> None:
    found = figure(text)
    assert found.period == period
    assert any(ground.field == "period" for ground in found.grounds)


@pytest.mark.parametrize("text", NONE)
def test_what_is_not_dated_stays_without(text: str, figure: Callable[..., CasualtyFigure]) -> None:
    assert figure(text).period is None


def test_without_a_day_of_writing_only_full_dates_count(figure: Callable[..., CasualtyFigure]) -> None:
    assert figure("A car bomb [killed nine people] in Kirkuk on Monday.", None).period is None
    assert figure("A car bomb [killed nine people] in Kirkuk on 3 May 2004.", None).period == "2004-05-03"
