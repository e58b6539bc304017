"""Sentences that report no act of communication."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from truce.records import Extraction

# Thoughts, hopes and knowledge that nobody voiced.
THOUGHTS = [
    "Many in the camp long for a quiet night.",
    "The old man feared that the dam would not hold.",
    "Nobody in the valley knows how long the food will last.",
    "Some farmers doubt that the road will ever be safe.",
    "The mayor had hoped for a larger convoy.",
    "The minister hopes for rain.",
    "The rebels believe in victory.",
    "Residents fear another raid.",
    "The general knows the valley well.",
    "The envoy wants a quick deal.",
    "The farmers thought of leaving.",
    "The mayor doubts the plan.",
    "Many soldiers remember the winter.",
    "The officer felt sure of the road.",
    "Nobody understood the map.",
    "The crowd waited for news.",
]
# Deeds.
DEEDS = [
    "Engineers rebuilt the pontoon bridge within a week.",
    "The column crossed the river at dawn and halted near the mill.",
    "Gunmen stormed the radio station and cut the line.",
    "The two brigades traded fire over the ridge until dusk.",
    "Shops stayed shut and buses did not run on Thursday.",
    "Medics carried the wounded down from the pass on mules.",
    "The convoy of forty lorries reached the besieged town on Sunday.",
    "Soldiers searched the harbour for mines.",
    "The school was hit by two rockets in the morning.",
    "Families returned to the village and cleared the rubble.",
    "The delegation flew home after two days of meetings.",
    "Power was restored to the northern districts.",
    "The army shelled the port.",
    "The rebels took control of the bridge.",
    "The militia captured two villages.",
    "The police took over the station on Monday.",
    "The rebels agreed to a pause.",
    "The two sides agreed to meet in May.",
    "The storm slammed into the coast.",
    "Insurgents pressed their campaign in the south.",
    "The troops defended their positions.",
    "The planes blasted the depot.",
    "The company offers cheap flights.",
    "The court placed the mayor under house arrest.",
    "The ministry issued new passports.",
    "The agency sent tents.",
    "The soldiers observed a minute of silence.",
    "The king received the envoy.",
    "The rebels released two hostages.",
    "The company posted a loss.",
    "Crowds gathered to say good-bye.",
    "The mayor called on Monday and left again.",
    "The nurse called the police at dawn.",
    "The club welcomed hundreds of guests.",
    "The engineers compared well with the others.",
    "The judges placed the rider third.",
    "The rebels claimed the northern half of the land.",
    "The miners took the lift to the surface.",
    "The guards pressed ahead at night.",
]
# Orders, rulings and decrees.
ORDERS = [
    "The general ordered a retreat.",
    "The court ruled against the mayor.",
    "The king decreed a holiday.",
    "The judge sentenced the gunman to ten years.",
    "The council decided to meet in May.",
    "The army ordered the bridge closed.",
]
# What was not said, or not yet, or only might be.
UNSAID = [
    "The army declined to comment.",
    "The minister refused to say more.",
    "The ministry did not say how many men were held.",
    "No group has claimed responsibility.",
    "No one claimed responsibility for the blast.",
    "Nobody said a word.",
    "The army would not confirm the report.",
    "The president is expected to announce a pause.",
    "The president may announce a pause on Friday.",
    "The minister will call for talks on Friday.",
    "The envoy could reject the plan.",
    "The group will strike unless the army apologises.",
    "If the army says so, the road opens.",
    "The officer, who asked not to be named, left the room.",
    "The ministry never denied the report.",
    "The rebels stopped short of rejecting the plan.",
    "The lawyer was convicted of denying the crime.",
    "If confirmed by the ministry, the deal stands.",
    "The talks stalled over the decision to reject the plan.",
    "The general is better informed than most.",
]
# Nouns that name speech without a verb for it.
NOUNS = [
    "Calls for a pause grew louder.",
    "The call for talks went unheard.",
    "His offer of a truce came late.",
    "The report was long.",
    "The statement runs to four pages.",
    "The claims were old.",
    "Her reporting from the camps won a prize.",
    "The talks followed reports of heavy shelling.",
    "A warning siren woke the town.",
    "The demands of the miners were met.",
    "Four alleged spies were held.",
    "The announcement drew crowds.",
    "The two member states to the north are at war.",
    "Police reports of the raid were lost.",
    "The ministry, better known for its clock, burned down.",
    "The old accord calls to mind a map.",
]
# Passives and reports without a speaker.
SPEAKERLESS = [
    "The raid was reported.",
    "The plan was rejected on Monday.",
    "The truce was announced last week.",
    "The deal was described in detail.",
    "The bridge is called Silver Gate.",
    "The suspects were charged with murder.",
    "The truce announced last week still holds.",
]
# Quotation marks around what nobody said: names, scorn, titles.
SCARE = [
    "The so-called “safe zone” was shelled.",
    "The army opened a “humanitarian corridor” in the north.",
    "The “Golden Eagle” sank in the harbour.",
    "The pilots fly the 'Falcon' at night.",
    "Fans sang “Silver Moon” in the square.",
    "Their “victory” cost a thousand lives.",
    'The film "Long Winter" opens on Friday.',
    "They camped in what was once the “quiet zone”.",
]
# What things show or do.
THINGS = [
    "The satellite images showed burnt fields.",
    "The attack underscored the danger.",
    "The road map is out of date.",
    "The disease claimed two lives.",
    "The sign reads well.",
    "The plan calls to mind an older one.",
    "The clock stated nothing.",
]
CASES = THOUGHTS + DEEDS + ORDERS + UNSAID + NOUNS + SPEAKERLESS + SCARE + THINGS


@pytest.mark.parametrize("text", CASES)
def test_nothing_is_claimed(find: Callable[..., Extraction], text: str) -> None:
    assert [(claim.cue, claim.content) for claim in find(text, "2024-10-30").claims] == []
