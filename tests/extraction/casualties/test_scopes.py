"""One incident, or a toll that runs on."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from truce.records import CasualtyFigure, Scope

RUNNING = [
    "[More than 4,000 people have been killed] since the war began.",
    "So far, [212 soldiers have been killed] in the campaign.",
    "[Some 60 aid workers have been killed] this year.",
    "The [two-year conflict has killed 9,000 people].",
    "Over the past six months, [74 civilians have been killed] in air strikes.",
    "[Tens of thousands of people have died] in the insurgency.",
    "Fighting between the army and the rebels has [killed thousands of civilians].",
    "The violence has [displaced 300,000 people].",
    "[More than two million refugees] live in camps along the border.",
    "The group is still [holding 17 hostages].",
    "The raid brought the [number of policemen killed this year to 98].",
    "Since January, [31 journalists have been killed] in the country.",
    "The ministry said [1,754 people had died] since September.",
    "In recent weeks, rebels have [killed dozens of officers].",
    "The offensive has so far [killed 45 fighters] and wounded 120.",
]

INCIDENTS = [
    "A car bomb [killed nine people] in Kirkuk on Monday.",
    "The [death toll from the blast rose to 43] on Tuesday.",
    "[Two soldiers were wounded] when a mine exploded.",
    "A gunman [killed three people] at a bus stop.",
    "It was the deadliest attack since 2015, and [60 people were killed].",
    "[Four policemen died] on Sunday in an ambush.",
    "An air strike [killed a commander] of the group.",
    "The blast, the first in the city since May, [wounded eight people].",
    "Rebels [kidnapped five engineers] on Wednesday.",
    "[Seven people were killed] on Friday in the third attack this month.",
    "The army said [20 gunmen were killed] in a battle on Saturday.",
    "[Twelve people are missing] after a boat was shelled on Monday.",
]


@pytest.mark.parametrize("text", RUNNING)
def test_tolls_of_a_period_or_a_war_run_on(text: str, figure: Callable[..., CasualtyFigure]) -> None:
    assert figure(text).scope is Scope.CUMULATIVE


@pytest.mark.parametrize("text", INCIDENTS)
def test_an_attack_a_battle_a_day_is_one_incident(text: str, figure: Callable[..., CasualtyFigure]) -> None:
    assert figure(text).scope is Scope.INCIDENT
