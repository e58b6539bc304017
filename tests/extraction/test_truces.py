from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from truce.extraction.body import find_body
from truce.extraction.cast import Cast
from truce.extraction.truces import find_truces
from truce.language.pipeline import parse
from truce.lexicons import load_lexicons
from truce.records import Extraction, Published, TruceStatement, TruceStatus

SEED = Path(__file__).parents[2] / "seeds" / "000_88907226b0304b17.txt"

# What each sentence says of where a truce stands; the words in brackets must lie in the clause found.
STATEMENTS = [
    # called for: nobody has declared anything
    ("called_for", "The foreign minister of Norland called for [an immediate ceasefire] on Friday."),
    ("called_for", "Aid agencies urged both sides to observe [a humanitarian pause] in the valley."),
    ("called_for", "The bishop appealed for [a Christmas truce] in the hill towns."),
    ("called_for", "Protesters in the capital demanded [a ceasefire]."),
    ("called_for", "The council adopted a statement urging the warring parties to respect [the truce]."),
    ("called_for", "He repeated his call for [a cessation of hostilities]."),
    ("called_for", "The envoy stressed the urgent need for [a truce] around the dam."),
    ("called_for", "The mayor asked the two armies to extend [the ceasefire]."),
    # proposed
    ("proposed", "The Zaran army offered [a three-day truce] to let farmers harvest."),
    ("proposed", "Mediators proposed [a 30-day ceasefire] along the river."),
    ("proposed", "The rebels put forward [a ceasefire proposal] on Monday."),
    ("proposed", "Under the plan [the truce] would begin on the first day of the month."),
    ("proposed", "The kingdom presented [a peace plan] to both governments."),
    ("proposed", "The guerrillas have yet to answer the government's [peace plan]."),
    ("proposed", "The militia said it would support [a two-week ceasefire] in the port."),
    # negotiating
    ("negotiating", "Diplomats are trying to broker [a ceasefire] between Zara and the Northern League."),
    ("negotiating", "[Ceasefire talks] resumed in Oslo on Tuesday."),
    ("negotiating", "The two delegations discussed [a truce] for six hours."),
    ("negotiating", "Officials voiced optimism about the prospect of [a truce]."),
    ("negotiating", "Both sides hope to reach [a peace deal] before winter."),
    ("negotiating", "Negotiators are close to [a ceasefire agreement], two diplomats said."),
    ("negotiating", "Efforts to secure [a ceasefire] have stalled."),
    ("negotiating", "The cabinet will consider [a truce] on Sunday."),
    ("negotiating", "The envoy flew to the region to advance negotiations for [a ceasefire]."),
    # conditional: a party would accept under terms
    ("conditional", "The group would accept [a ceasefire] if the blockade is lifted."),
    ("conditional", "The general said his men would agree to [a truce] only if the prisoners were freed."),
    ("conditional", "The rebels vowed to fight on until [a ceasefire] in the east."),
    ("conditional", "The front said it will not sign [a peace deal] unless its leaders are pardoned."),
    ("conditional", "The movement is ready to observe [a truce] provided that the siege ends."),
    ("conditional", "All foreign troops must leave before [any ceasefire], the commander said."),
    ("conditional", "The party set three conditions for [a ceasefire]."),
    ("conditional", "The president said [a truce] was possible if the rebels stopped shelling the port."),
    ("conditional", "The minister said there can be no [ceasefire] until the captives are home."),
    ("conditional", "The rebels will not lay down arms without [a peace deal]."),
    ("conditional", "The leader said that if the army stops its raids, his men would observe [a ceasefire]."),
    # agreed: declared, signed, announced
    ("agreed", "The government and the rebels signed [a ceasefire] on Thursday."),
    ("agreed", "The two countries agreed to [a truce] after a week of shelling."),
    ("agreed", "The president announced [a unilateral ceasefire]."),
    ("agreed", "[A ceasefire agreement] was reached late on Sunday in Geneva."),
    ("agreed", "[The truce] will take effect at dawn on Saturday, the ministry said."),
    ("agreed", "[The peace accord] calls for elections within a year."),
    ("agreed", "Last week the militias accepted [a cessation of hostilities]."),
    ("agreed", "[A peace deal] signed in 2011 ended the war."),
    ("agreed", "Qatari mediators brokered [a truce] in the spring."),
    ("agreed", "Both armies have agreed on a plan for [a ceasefire]."),
    # in force
    ("in_force", "[The ceasefire] has held since March."),
    ("in_force", "[A fragile truce] has been in place since last year."),
    ("in_force", "[The truce] took effect at midnight."),
    ("in_force", "[The ceasefire] went into effect in the northern towns on Monday."),
    ("in_force", "Both armies are observing [the ceasefire]."),
    ("in_force", "The shelling has strained [a shaky three-month truce]."),
    ("in_force", "Patrols are meant to maintain [the ceasefire] along the canal."),
    ("in_force", "Norland brokered [a truce] that took effect in 2009."),
    ("in_force", "The raid was not [a violation of the truce], the army said."),
    # extended
    ("extended", "The warring parties extended [the truce] for two more weeks."),
    ("extended", "[The ceasefire] was renewed on Tuesday for another month."),
    ("extended", "Mediators announced an extension of [the truce]."),
    # violated
    ("violated", "The army accused the rebels of violating [the ceasefire]."),
    ("violated", "Mortar fire broke [the truce] hours after it began."),
    ("violated", "Monitors recorded forty [ceasefire violations] in May."),
    ("violated", "It was the third breach of [the truce] in a week."),
    ("violated", "[The ceasefire] has been repeatedly violated."),
    # rejected
    ("rejected", "The militia rejected [a ceasefire]."),
    ("rejected", "The president ruled out [a truce] with the insurgents."),
    ("rejected", "The rebels refused to sign [the peace deal]."),
    ("rejected", "The government dismissed [the truce offer]."),
    ("rejected", "The front said it would not enter [a new truce]."),
    ("rejected", "The colonels turned down [the ceasefire proposal]."),
    # ended
    ("rejected", "The general said [a ceasefire] was out of the question."),
    ("called_for", "The kingdom put forward a resolution demanding [a ceasefire]."),
    ("in_force", "The warlord denied that his men had broken [the truce]."),
    ("in_force", "[The ceasefire] is on the verge of collapse, monitors said."),
    ("violated", "The army said the rockets violated [the terms of the ceasefire]."),
    ("negotiating", "The cabinet is due to vote on [the ceasefire deal] on Tuesday."),
    ("ended", "[The ceasefire] collapsed in July."),
    ("ended", "The rebels called off [the truce] on Friday."),
    ("ended", "[The truce] expired at midnight."),
    ("ended", "The insurgents ended [their unilateral ceasefire]."),
    ("ended", "The militia said it was no longer bound by [the ceasefire]."),
    ("ended", "Fighting resumed after [the truce] broke down."),
    # phrases that outweigh the verb beside them, offers that cannot be broken, truces talked into
    ("conditional", "The colonels demanded a pardon as a condition for signing [any peace deal]."),
    ("conditional", "A delegate said [the truce] must be accompanied by a pullback of the guns."),
    ("conditional", "The movement could accept [a long truce], its spokesman said."),
    ("conditional", "The general spoke of his willingness to consider [a ceasefire] under specific conditions."),
    ("violated", "The union accused the junta of blocking implementation of [the peace deal]."),
    ("proposed", "The president ignored [a truce offer] made by the rebels."),
    ("agreed", "The border war ended with [a truce] in 1974."),
    ("agreed", "The envoy persuaded the militias to keep [a truce]."),
]

# Sentences that say nothing of where a truce stands.
SILENT = [
    "The two capitals agreed on a trade truce and put off the new tariffs.",
    "A tax truce was signed in the spring.",
    "The army shelled three villages on Tuesday.",
    "Peace talks between the neighbours are planned for spring.",
    "The peace process has been stalled for years.",
    "Truce monitors were hurt when their car hit a mine.",
    "A grenade landed near the compound of the ceasefire observers.",
    "The two firms signed a deal to build a port.",
    "Trade talks ended without an agreement.",
    "The troops ceased fire exercises for the holiday.",
    "He hoped the war would end soon.",
    "The ministers discussed an agreement on fishing rights.",
    "They prayed for peace in the mountain church.",
    "The Truce Theatre opened its season on Monday.",
    "The ceasefire line runs along the river.",
    "If the ceasefire holds, schools will open on Monday.",
    "The army denied that its planes had crossed the border.",
    "Nobody was hurt when the shell landed.",
    "The accord between the two banks was welcomed by investors.",
    "The pause button on the recorder was broken.",
    "Police kept the peace during the march.",
    "The plan to rebuild the bridge was approved.",
    "The treaty on migratory birds was signed in 1979.",
    "Peace Corps volunteers left the island.",
    "A hostage was freed on Wednesday.",
    "The fire ceased at noon when the rain came.",
    "The armistice line is marked with white stones.",
    "The Armistice Commission met on Thursday.",
    "Hostilities resumed in the east.",
    "The union and the airline agreed to end the strike.",
    "The deal was reached with the miners' union.",
    "The rebels attacked a convoy of peacekeepers.",
    "Soldiers fired on a convoy near the village of Trucey.",
    "The minister of peace resigned.",
    "The agreement on the water supply expired last year.",
    "Both sides reported casualties.",
    "Fighting broke out in the market.",
    "Prospects for a truce remain uncertain.",
    "The potential for a ceasefire remains uncertain, but the envoys press on.",
    "The fate of the ceasefire was unclear on Friday.",
    "The parties reached a power-sharing agreement after months of violence.",
    "The rebels and the firm concluded no agreement on the mine.",
    "The guard broke the pause button in the fighting arena.",
    "A truce-line village celebrated its harvest.",
    "The ministers struck a gas deal while the war went on.",
]


def statements(text: str) -> tuple[TruceStatement, ...]:
    return find_truces(parse(text), find_body(text), Cast(), dates=(), claims=(), published=Published(), lexicons=load_lexicons())


@pytest.mark.parametrize(("status", "marked"), STATEMENTS)
def test_a_statement_has_the_status_that_its_words_give(status: str, marked: str, marks: Callable[[str], Any]) -> None:
    case = marks(marked)
    found = statements(case.text)
    expected = case.spans[0]
    assert [str(each.status) for each in found] == [status]
    assert found[0].span.start <= expected.start
    assert found[0].span.end >= expected.end


@pytest.mark.parametrize("text", SILENT)
def test_what_is_no_statement_about_a_truce_gives_nothing(text: str) -> None:
    assert statements(text) == ()


# Parties, duration, conditions, mediators and the day it took effect, as the clause gives them.
DURATIONS = [
    ("Mediators proposed a 60-day ceasefire along the river.", "P60D"),
    ("The warring parties extended the truce for two more weeks.", "P2W"),
    ("The rebels declared a yearlong ceasefire.", "P1Y"),
    ("The generals agreed to a six-month truce.", "P6M"),
    ("The two sides agreed to a 72-hour humanitarian pause.", "PT72H"),
    ("A 2-1/2-year ceasefire collapsed in July.", "P2Y6M"),
    ("The truce was extended for another week.", "P1W"),
    ("The ceasefire collapsed three days ago.", None),
    ("A peace deal ended five years of war.", None),
    ("The delegations met for three days before they signed a truce.", None),
    ("The rebels signed a truce with a 20-year-old commander.", None),
]


@pytest.mark.parametrize(("text", "duration"), DURATIONS)
def test_a_length_of_time_in_the_clause_is_the_duration(text: str, duration: str | None) -> None:
    (statement,) = statements(text)
    assert statement.duration == duration


CONDITIONS = [
    ("The group would accept a ceasefire if the blockade is lifted.", "if the blockade is lifted"),
    ("The front said it will not sign a peace deal unless its leaders are pardoned.", "unless its leaders are pardoned"),
    ("The peace accord calls for elections within a year.", "elections within a year"),
    (
        "The cabinet is weighing a 60-day ceasefire proposal, contingent on a pullback from the border.",
        "a pullback from the border",
    ),
    ("The militia agreed to a truce in exchange for the release of prisoners.", "the release of prisoners"),
    ("The government and the rebels signed a ceasefire on Thursday.", None),
    ("The minister called for an immediate ceasefire.", None),
    ("The truce held until recently.", None),
]


@pytest.mark.parametrize(("text", "conditions"), CONDITIONS)
def test_the_terms_stand_as_written(text: str, conditions: str | None) -> None:
    assert [statement.conditions for statement in statements(text)] == [conditions]


def test_the_parties_are_those_between_whom_it_is(find: Callable[..., Extraction]) -> None:
    (statement,) = find("A ceasefire between Israel and Hezbollah went into effect on Wednesday.", "2024-11-27").truces
    assert statement.parties == ("Israel", "Hezbollah")


def test_a_cabinet_stands_for_its_state(find: Callable[..., Extraction]) -> None:
    (statement,) = find("Israel's cabinet rejected a truce with Hamas.").truces
    assert statement.parties == ("Israel", "Hamas")


def test_the_mediator_is_no_party(find: Callable[..., Extraction]) -> None:
    (statement,) = find("Israel and Hamas agreed to a truce brokered by Egypt.").truces
    assert statement.parties == ("Israel", "Hamas")
    assert statement.mediators == ("Egypt",)


def test_a_truce_that_was_named_is_taken_up_by_the_deal() -> None:
    found = statements("Norland and the rebels signed a ceasefire on Monday. On Friday the rebels rejected the deal.")
    assert [str(each.status) for each in found] == ["agreed", "rejected"]


def test_a_sentence_gives_one_statement_for_each_status() -> None:
    found = statements("The army accused the rebels of violating the ceasefire and of breaking the truce in the north.")
    assert [str(each.status) for each in found] == ["violated"]


def test_the_article_of_the_user_gives_its_statements(find: Callable[..., Extraction]) -> None:
    found = find(SEED.read_text(encoding="utf-8")).truces
    conditional = [each for each in found if each.status is TruceStatus.CONDITIONAL and "Hezbollah" in each.parties]
    assert any("specific conditions are met" in (each.conditions or "") for each in conditional)
    proposal = [each for each in found if each.duration == "P60D"]
    assert [each.status in (TruceStatus.NEGOTIATING, TruceStatus.PROPOSED) for each in proposal] == [True]
    assert "pullback from border areas" in (proposal[0].conditions or "")
    assert not [each for each in found if each.status in (TruceStatus.AGREED, TruceStatus.IN_FORCE, TruceStatus.VIOLATED)]
    assert not [each for each in found if "remains uncertain" in each.span.text]


MARKS = ["“", "”", "'", "(", ")", ",", ".", "\n\n", "—", "\u202e", "é", "停"]
WORDS = [*"truce ceasefire the a peace deal if until not would sign violated talks of for 60-day no".split(), *MARKS]


@settings(max_examples=60, deadline=None)
@given(st.one_of(st.text(max_size=80), st.lists(st.sampled_from(WORDS), max_size=25).map(" ".join)))
def test_any_text_gives_true_spans_in_order_and_raises_nothing(text: str) -> None:
    found = statements(text)
    for statement in found:
        assert statement.span.text == text[statement.span.start : statement.span.end]
        assert statement.rule.startswith("truces.")
        for ground in statement.grounds:
            assert ground.span.text == text[ground.span.start : ground.span.end]
    assert [each.span for each in found] == sorted(each.span for each in found)
