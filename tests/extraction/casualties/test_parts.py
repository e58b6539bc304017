"""Which figures already count the victims of another."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

Case = tuple[str, list[int | None]]  # a text, and for each of its figures the index of its whole

# The words say it.
SAID: list[Case] = [
    ("The blast killed 19 people, including five children.", [None, 0]),
    ("Ten people were killed, including a girl.", [None, 0]),
    ("Forty people were wounded, among them six nurses.", [None, 0]),
    ("The raid killed 12 people, two of them soldiers.", [None, 0]),
    ("Thirty people were injured, five of them critically.", [None, 0]),
    ("Nine people were injured, three seriously.", [None, 0]),
    ("Nine soldiers were killed in the north. Two of the soldiers were killed by a mine.", [None, 0]),
    ("A bomb killed 20 people. Among the dead were two teachers.", [None, 0]),
    ("A bomb killed 20 people. Two policemen were among the dead.", [None, 0]),
    ("Twenty people were injured in the blast. Four people are in critical condition.", [None, 0]),
    ("Two soldiers were killed on Monday, bringing the death toll to 80.", [1, None]),
    ("A teacher was shot, and six pupils were killed. Their deaths brought the toll to 40.", [1, None]),
    ("The toll rose from 27 to 31.", [1, None]),
    ("Officials said 18 of the 41 killed were civilians.", [1, None]),
    ("Five people, two of whom were children, were killed.", [None, 0]),
    ("Six people were killed, three of them soldiers, and a dozen others were injured.", [None, 0, None]),
    ("The blast killed three and wounded 17, two critically.", [None, None, 1]),
    ("Rebels took 250 hostages, of whom 97 are still held.", [None, 0]),
    ("The death of a guard brought to ten the number of police killed this year.", [1, None]),
    ("A bomb killed 20 people. Of the dead, at least 14 were children.", [None, 0]),
    ("A blast killed 30 people. Seven of those killed were police, he said.", [None, 0]),
    ("The monitor put the toll at 34 dead, 21 of them civilians.", [None, 0]),
    ("A bomb killed 13 people at a wedding. The groom was killed.", [None, 0]),
    ("The militia released 50 of the 60 people kidnapped last week.", [1, None]),
]

# The article's own arithmetic.
SUMS: list[Case] = [
    (
        "Four soldiers were killed on Friday. Three soldiers died in the north. The fourth soldier was killed in the east.",
        [None, 0, 0],
    ),
    (
        "Fifteen people were wounded on Monday. One bomb wounded ten people in a market. A second bomb wounded five people.",
        [None, 0, 0],
    ),
    (
        "Attacks across the country killed 30 people. In the deadliest attack, a car bomb killed 18 people in the capital.",
        [None, 0],
    ),
]

# Other victims, or the same ones told again.
NO_PARTS: list[Case] = [
    ("The blast killed 12 people and injured 40.", [None, None]),
    ("Four civilians and two policemen were killed.", [None, None]),
    ("A strike killed 12 people. The strike that killed 12 people hit a school.", [None, None]),
    ("Gunmen killed six soldiers. Two more soldiers were killed on Friday.", [None, None]),
    ("A bomb killed 13 people in the capital. Elsewhere, a mine killed three people.", [None, None]),
    ("Six guards were killed and nine others wounded.", [None, None]),
    ("The blast killed two soldiers, a medic and a nurse.", [None, None, None]),
    ("Ten rebels were killed. Two soldiers died in the clash.", [None, None]),
    ("The death toll rose to 43.", [None]),
    ("Gunmen killed a guard and kidnapped two engineers.", [None, None]),
]


@pytest.mark.parametrize(("text", "expected"), [*SAID, *SUMS, *NO_PARTS])
def test_a_part_points_to_the_figure_that_counts_its_victims(
    read: Callable[[str], Any], text: str, expected: list[int | None]
) -> None:
    assert [figure.subset_of for figure in read(text).figures] == expected


def test_the_words_of_the_whole_are_the_ground_of_a_part(read: Callable[[str], Any]) -> None:
    whole, part = read("The blast killed 19 people, including five children.").figures
    assert whole.evidence in {ground.span for ground in part.grounds if ground.field == "subset_of"}
