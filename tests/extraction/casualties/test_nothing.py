"""Sentences that speak of harm and state no casualty."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

DENIED = [
    "No one was hurt in the blast.",
    "Nobody was killed, the mayor said.",
    "There were no casualties.",
    "No soldiers were wounded in the exchange of fire.",
    "The strike caused no deaths.",
    "None of the passengers was injured.",
    "The shells fell without killing anyone.",
    "The army denied that it had killed ten civilians.",
    "The ministry denied killing three prisoners.",
    "Officials rejected reports that 40 people had died.",
    "The general dismissed claims that his men had shot five farmers.",
    "Two hundred villagers were not killed, as first reported.",
    "Neither driver was hurt.",
    "The crew escaped without injury.",
    "No hostages were taken.",
]

FEARED = [
    "Thirty miners are feared dead.",
    "Officials fear that hundreds may have been killed.",
    "Up to 200 people could have died under the rubble.",
    "The attack may have killed a dozen rebels.",
    "More than 50 villagers are presumed dead.",
    "Aid agencies warned that thousands could die.",
    "A new offensive would displace half a million people.",
    "Famine might kill 40,000 children this winter.",
    "The drought threatens to kill thousands of herders.",
    "The blast could have killed hundreds, the police chief said.",
    "The death toll may rise to 300.",
    "The toll could exceed 1,000, doctors warned.",
    "The country could face thousands of casualties.",
    "The grave may contain scores of bodies.",
]

PLANNED = [
    "The group threatened to kill two engineers.",
    "They plotted to assassinate the president.",
    "The militia vowed to kill ten soldiers for every fighter.",
    "He was accused of planning to murder six judges.",
    "The men wanted to kidnap a diplomat.",
    "Gunmen tried to kill a minister.",
    "The court ordered the troops to shoot 12 deserters.",
    "The army will evacuate 3,000 villagers.",
    "The rebels promised to spare 20 villagers.",
    "A plan to kill three generals was uncovered.",
    "The guards foiled an attempt to murder a bishop.",
    "The commander urged his men to kill every invader.",
    "Orders to shoot the prisoners were never carried out.",
    "They agreed to release four prisoners of war.",
]

SUPPOSED = [
    "If two soldiers are killed, the truce is over.",
    "Unless help comes, 300 people will die.",
    "It is not clear whether five people died.",
    "He asked whether anyone had been hurt.",
    "What would happen if a bomb killed 100 people there?",
    "Had the bomb gone off, it would have killed dozens.",
    "Anyone who kills a civilian should stand trial.",
    "A soldier who is captured must be treated well.",
    "The law forbids killing prisoners.",
]

FIGURES_OF_SPEECH = [
    "The new tax killed off small traders.",
    "The vote killed the bill.",
    "Rain killed hopes of a record harvest.",
    "The team was slaughtered in the final.",
    "Sanctions have crippled the economy.",
    "The news hit the markets hard.",
    "The deal died in committee.",
    "The talks collapsed after two days.",
    "The minister buried the report.",
    "The scandal wounded the governing party.",
    "The peace process is dead.",
    "His hopes were dashed.",
    "The strike cost the company two million dollars.",
    "Her pride was hurt.",
]

THINGS = [
    "The strikes destroyed 40 houses and two bridges.",
    "The army shot down three drones.",
    "Rebels captured two tanks and a fuel truck.",
    "Air defences shot down 12 missiles.",
    "The raid killed 30 goats.",
    "Pirates seized a cargo ship.",
    "Troops captured the town of Marna.",
    "The rebels hold three villages.",
    "The navy sank four boats.",
    "Soldiers seized 200 rifles.",
    "The shelling damaged six schools.",
    "Two trucks were hit.",
    "Engineers blew up five bridges.",
]

ARRESTS = [
    "Police arrested 12 men.",
    "Three suspects were detained at the airport.",
    "The court released two lawmakers on bail.",
    "The ministers held talks with three envoys.",
    "Police are holding five suspects over the theft.",
    "The prison holds 5,000 detainees.",
    "The authorities freed 30 inmates to mark the holiday.",
    "The king seized power two years ago.",
    "The president held a meeting with his generals.",
    "Officers seized a shipment of cocaine.",
]

ELSEWHERE = [
    "An earthquake killed 11,000 people.",
    "A hurricane left nine people dead.",
    "Two tourists died in a bus crash.",
    "His grandmother died of cancer.",
    "Cholera has killed 400 people this year.",
    "The flood displaced 20,000 people.",
    "Eight passengers died when their ferry capsized.",
    "The singer died after a long illness.",
    "The virus killed three patients.",
    "Six climbers are missing after an avalanche.",
]

NO_QUANTITY = [
    "There were some fatalities.",
    "Wounded protesters lay on the ground.",
    "Soldiers were killed.",
    "The wounded were taken away.",
    "Half of the victims were women.",
    "Forty percent of those killed were children.",
    "A third of the dead were soldiers.",
    "Casualties mounted on both sides.",
    "People are dying every day.",
    "Rescuers searched for bodies.",
]

NUMBERS_OF_OTHER_THINGS = [
    "The 12-day siege ended on Sunday.",
    "In 1994 the war reached the capital.",
    "The 43-year-old general spoke to reporters.",
    "Fifteen trucks crossed the border.",
    "The army has 40,000 soldiers.",
    "About 300 people marched through the town.",
    "Five countries signed the truce.",
    "Resolution 1701 calls for a ceasefire.",
    "The camp shelters 9,000 people.",
    "Doctors treated the boy for an hour.",
]

TABLE = [
    *DENIED,
    *FEARED,
    *PLANNED,
    *SUPPOSED,
    *FIGURES_OF_SPEECH,
    *THINGS,
    *ARRESTS,
    *ELSEWHERE,
    *NO_QUANTITY,
    *NUMBERS_OF_OTHER_THINGS,
]


@pytest.mark.parametrize("text", TABLE)
def test_what_did_not_happen_or_befell_nobody_gives_no_figure(read: Callable[[str], Any], text: str) -> None:
    assert read(text).told == ""
