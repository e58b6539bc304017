"""Read the words of harm: outcomes, victims with their classes, and what makes harm unreal."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from truce.errors import LexiconError
from truce.lexicons.loading import FOLDER, read_groups
from truce.records import Outcome, VictimClass

FILE = "casualty_words"
LISTS = ("verbs", "strict", "falls", "with", "events", "states", "sums")
Words = frozenset[str]


@dataclass(frozen=True, slots=True)
class CasualtyLexicon:
    """Words in small letters; verbs as lemmas.

    `with_words` leads from a verb and the word that goes with it to the outcome: ("gun", "down"). `classes` leads from
    a noun to the classes that it may stand for; `pairs` from two words that stand side by side; `alike`
    from a noun to the name of those by which a report goes on to name the same forces; `peoples` from
    a people or faith to its adjective, None where the word is that adjective, or its plural.
    """

    verbs: dict[str, Outcome]
    strict: dict[str, Outcome]
    falls: dict[str, Outcome]
    with_words: dict[tuple[str, str], Outcome]
    with_verbs: Words
    events: dict[str, Outcome]
    states: dict[str, Outcome]
    sums: dict[str, Outcome]
    tolls: dict[tuple[str, ...], Outcome]
    toll_openings: Words
    classes: dict[str, VictimClass]
    pairs: dict[tuple[str, str], VictimClass]
    weak: Words
    makers: Words
    unmakers: Words
    alike: dict[str, str]
    peoples: dict[str, str | None]
    councils: Words
    people: Words
    things: Words
    titles: Words
    modals: Words
    negations: Words
    aims: Words
    fears: Words
    denials: Words
    conditions: Words
    causes: Words
    violence: Words
    weak_causes: Words
    armed: Words
    captives: Words
    captors: Words
    detained: Words
    cumulative: tuple[tuple[str, ...], ...]
    carriers: Words
    doubtful: Words
    toll_verbs: Words


def read_casualty_words(folder: Path = FOLDER) -> CasualtyLexicon:
    """The words that ship with truce; LexiconError names file, entry and fault of a bad one."""
    groups = read_groups(FILE, folder=folder)
    check(groups)
    outcomes = {name: {word: outcome for outcome in Outcome for word in groups[outcome].get(name, ())} for name in LISTS}
    nouns = {word: kind for kind in reversed(VictimClass) for word in groups.get(kind, {}).get("nouns", ())}
    pairs = {pair(word): kind for kind in VictimClass for word in groups.get(kind, {}).get("pairs", ()) if " " in word}
    nouns |= {word: kind for kind in VictimClass for word in groups.get(kind, {}).get("pairs", ()) if " " not in word}
    unreal, accident = groups["unreal"], groups["accident"]
    return CasualtyLexicon(
        verbs=outcomes["verbs"],
        strict=outcomes["strict"],
        falls=outcomes["falls"],
        with_words={pair(words): outcome for words, outcome in outcomes["with"].items() if " " in words},
        with_verbs=frozenset(pair(words)[0] for words in outcomes["with"] if " " in words),
        events=outcomes["events"],
        states=outcomes["states"],
        sums=outcomes["sums"],
        tolls={tuple(words.split()): outcome for outcome in Outcome for words in groups["tolls"].get(outcome, ())},
        toll_openings=frozenset(words.split()[0] for outcome in Outcome for words in groups["tolls"].get(outcome, ())),
        classes=nouns,
        pairs=pairs,
        weak=frozenset(groups["combatant"]["weak"]),
        makers=frozenset(groups["combatant"]["makers"]),
        unmakers=frozenset(groups["combatant"]["unmakers"]),
        alike={word: name for name, words in groups["alike"].items() if name != "source" for word in words},
        peoples=dict.fromkeys(groups["peoples"]["adjectives"]) | groups["peoples"]["nouns"],
        councils=frozenset(groups["leader"]["councils"]),
        people=frozenset(groups["people"]["nouns"]) | frozenset(nouns),
        things=frozenset(groups["things"]["nouns"]),
        titles=frozenset(groups["leader"]["titles"]),
        modals=frozenset(unreal["modals"]),
        negations=frozenset(unreal["negations"]),
        aims=frozenset(unreal["aims"]),
        fears=frozenset(unreal["fears"]),
        denials=frozenset(unreal["denials"]),
        conditions=frozenset(unreal["conditions"]),
        causes=frozenset(accident["causes"]),
        violence=frozenset(accident["violence"]),
        weak_causes=frozenset(accident["weak"]),
        armed=frozenset(accident["armed"]),
        captives=frozenset(groups["captivity"]["captives"]),
        captors=frozenset(groups["captivity"]["captors"]),
        detained=frozenset(groups["captivity"]["detained"]),
        cumulative=tuple(tuple(words.split()) for words in groups["toll_words"]["cumulative"]),
        carriers=frozenset(groups["carriers"]["verbs"]),
        doubtful=frozenset(groups["carriers"]["doubtful"]),
        toll_verbs=frozenset(groups["toll_verbs"]["verbs"]),
    )


def check(groups: dict[str, dict[str, Any]]) -> None:
    """Refuse a file in which a group is missing, or a word could never match."""
    needed = {
        *Outcome,
        *VictimClass,
        "tolls",
        "people",
        "things",
        "unreal",
        "accident",
        "toll_words",
        "carriers",
        "toll_verbs",
        "alike",
        "peoples",
        "captivity",
    }
    for name in sorted(needed - {VictimClass.UNSPECIFIED} - set(groups)):
        raise LexiconError(f"{FILE}.toml", name, "the group is missing")
    for name, group in groups.items():
        for field, words in group.items():
            for word in words if isinstance(words, list) else ():
                if not isinstance(word, str) or not word.strip() or word != word.lower():
                    raise LexiconError(f"{FILE}.toml", f"{name}.{field}: {word}", "a word is written in small letters")


def pair(words: str) -> tuple[str, str]:
    """The two words of a pair."""
    first, _, second = words.partition(" ")
    return first, second
