"""The article in seeds/: exactly four figures, though its page repeats a headline and speaks of casualties besides."""

from __future__ import annotations

from pathlib import Path

from truce.extraction import extract
from truce.language.pipeline import parse
from truce.lexicons import load_lexicons
from truce.records import Article

SEED = Path(__file__).parents[3] / "seeds" / "000_88907226b0304b17.txt"


def test_the_four_figures_come_out_with_their_victims() -> None:
    text = SEED.read_text(encoding="utf-8")
    figures = extract(Article(id="seed", text=text), parse(text), load_lexicons()).casualties
    assert [(each.low, each.high, each.outcome, each.victims, each.victim_class, each.affiliation) for each in figures] == [
        (1, 1, "killed", "former Hezbollah leader Hassan Nasrallah", "leader", "Hezbollah"),
        (1, 1, "killed", "senior Hezbollah commander", "combatant", "Hezbollah"),
        (19, 19, "killed", "civilians", "civilian", None),
        (1754, None, "killed", "Lebanese", "unspecified", "Lebanese"),
    ]
    assert [each.evidence.text for each in figures] == [
        "death of former Hezbollah leader Hassan Nasrallah",
        "killing a senior Hezbollah commander",
        "leaving 19 civilians dead",
        "1,754 Lebanese deaths",
    ]
    assert {each.subset_of for each in figures} == {None}
