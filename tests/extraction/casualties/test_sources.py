"""To whom the article attributes a figure."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from truce.records import CasualtyFigure

NAMED = [
    ("[Nine people were killed] in Kirkuk, police said.", "police"),
    ("Police said [nine people were killed] in Kirkuk.", "Police"),
    ("According to the health ministry, [nine people were killed].", "the health ministry"),
    ("[Nine people were killed], according to a local doctor.", "a local doctor"),
    (
        "[Nine people were killed], according to Omar Saleh, a spokesman for the governor.",
        "Omar Saleh, a spokesman for the governor",
    ),
    ("The army reported that [two soldiers were wounded] by a mine.", "The army"),
    ("A hospital official told reporters that [four children had died].", "a hospital official"),
    ("Iraq's interior ministry said a bomb exploded in Mosul, [killing two officers].", "Iraq's interior ministry"),
    ("The Red Cross says [700 people have been killed] since March.", "The Red Cross"),
    ('"We [lost 12 men]," the commander said.', "the commander"),
    ("The governor put the [death toll at 31].", "The governor"),
    ("Residents said [three women were shot dead] at a checkpoint.", "Residents"),
    ("The ministry accused the rebels of [killing two drivers].", "The ministry"),
    ("Witnesses told the BBC that [five people were shot dead].", "Witnesses"),
    ("The mayor confirmed that [eight people had been killed].", "The mayor"),
    ("[Six guards were killed], the news agency Tass reported.", "the news agency Tass"),
]

# A pronoun stands for whom it takes up.
TAKEN_UP = [
    ("Hana Daoud, the mayor, visited the market. She said [nine people were killed].", "Hana Daoud"),
    ("Ali Haddad, who leads the unit, spoke to reporters. He said that [two of his men were wounded].", "Ali Haddad"),
]

# The article speaks in its own voice, or the words of another tell of something known.
NONE = [
    "A car bomb [killed nine people] in Kirkuk on Monday.",
    "[Nine people were killed] on Monday. Police said the road was closed.",
    "The minister condemned the [killing of two aid workers].",
    "The council called for an inquiry into the raid that [killed 14 people].",
    "Colombia blamed the rebels for the bombing that [killed 20 people].",
    "The group claimed responsibility for the blast that [killed nine people].",
    "The prime minister visited the market where [nine people were killed].",
    "Police arrested two men after [nine people were killed] in Kirkuk.",
    "The ministry said the border was closed. [Two guards were wounded] by a mine.",
    "The union demanded justice for the [three miners who were shot dead].",
    "[Five soldiers died] while the president was addressing parliament.",
    "Lawyers praised the judge who [was killed] last year.",
]


@pytest.mark.parametrize(("text", "source"), NAMED + TAKEN_UP)
def test_the_source_is_told_as_written(text: str, source: str, figure: Callable[..., CasualtyFigure]) -> None:
    found = figure(text)
    assert found.source is not None
    assert found.source.casefold() == source.casefold()
    assert any(ground.field == "source" for ground in found.grounds)


@pytest.mark.parametrize("text", NONE)
def test_what_the_article_says_itself_has_no_source(text: str, figure: Callable[..., CasualtyFigure]) -> None:
    assert figure(text).source is None
