"""Read the words that tell where, when and over how long harm was done."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from truce.errors import LexiconError
from truce.lexicons.loading import FOLDER, read_groups

FILE = "setting_words"
NEEDED = {
    "actors_of_harm": ("words",),
    "anew": ("words", "next_ones"),
    "witnesses": ("words",),
    "place_kinds": ("inner", "innermost", "wide", "part_of_name", "taken_up"),
    "no_places": ("facilities", "treated", "taken", "peoples", "parts_of_the_world"),
    "running": ("phrases", "superlatives", "conflicts", "fights", "spans", "span_openers", "keeping"),
}
ANY = "any"  # the family of nouns that stand for an event of any kind

Words = frozenset[str]


@dataclass(frozen=True, slots=True)
class SettingLexicon:
    """Words in small letters. `families` leads from a noun of an event to the kind of event that it names."""

    families: dict[str, str]
    actors_of_harm: Words
    anew: Words
    next_ones: Words
    witnesses: Words
    inner_kinds: Words
    innermost_kinds: Words
    wide_kinds: Words
    named_kinds: Words
    taken_up: Words
    facilities: Words
    treated: Words
    taken: Words
    peoples: Words
    parts_of_the_world: Words
    running: tuple[tuple[str, ...], ...]
    superlatives: Words
    conflicts: Words
    fights: Words
    spans: Words
    span_openers: Words
    keeping: Words

    @property
    def kinds(self) -> Words:
        """All nouns of places."""
        return self.inner_kinds | self.wide_kinds


def read_setting_words(folder: Path = FOLDER) -> SettingLexicon:
    """The words that ship with truce; LexiconError names file, entry and fault of a bad one."""
    groups = read_groups(FILE, folder=folder)
    for name, fields in {**NEEDED, "families": (ANY,)}.items():
        for field in fields:
            if not groups.get(name, {}).get(field):
                raise LexiconError(f"{FILE}.toml", f"{name}.{field}", "the list is missing or empty")
    for name, group in groups.items():
        for field, words in group.items():
            for word in words if isinstance(words, list) else ():
                if not isinstance(word, str) or not word.strip() or word != word.lower():
                    raise LexiconError(f"{FILE}.toml", f"{name}.{field}: {word}", "a word is written in small letters")
    kinds, no_places, running = groups["place_kinds"], groups["no_places"], groups["running"]
    return SettingLexicon(
        families={word: name for name, words in groups["families"].items() if name != "source" for word in words},
        actors_of_harm=frozenset(groups["actors_of_harm"]["words"]),
        anew=frozenset(groups["anew"]["words"]),
        next_ones=frozenset(groups["anew"]["next_ones"]),
        witnesses=frozenset(groups["witnesses"]["words"]),
        inner_kinds=frozenset(kinds["inner"]),
        innermost_kinds=frozenset(kinds["innermost"]),
        wide_kinds=frozenset(kinds["wide"]),
        named_kinds=frozenset(kinds["part_of_name"]),
        taken_up=frozenset(kinds["taken_up"]),
        facilities=frozenset(no_places["facilities"]),
        treated=frozenset(no_places["treated"]),
        taken=frozenset(no_places["taken"]),
        peoples=frozenset(no_places["peoples"]),
        parts_of_the_world=frozenset(no_places["parts_of_the_world"]),
        running=tuple(tuple(phrase.split()) for phrase in running["phrases"]),
        superlatives=frozenset(running["superlatives"]),
        conflicts=frozenset(running["conflicts"]),
        fights=frozenset(running["fights"]),
        spans=frozenset(running["spans"]),
        span_openers=frozenset(running["span_openers"]),
        keeping=frozenset(running["keeping"]),
    )
