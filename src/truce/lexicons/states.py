"""States with the words for them: names, adjectives, peoples, capitals."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from truce.errors import LexiconError
from truce.lexicons.loading import FOLDER, read_groups

FILE = "states.toml"
FIELDS = frozenset(["code", "name", "names", "adjective", "people", "capital", "wikidata"])


@dataclass(frozen=True, slots=True)
class State:
    """A state; `code` is ISO alpha-2, None for one that has none. The first adjective is the usual one."""

    key: str
    name: str
    code: str | None
    names: tuple[str, ...]
    adjectives: tuple[str, ...]
    people: tuple[str, ...]
    capitals: tuple[str, ...]
    wikidata: str | None


def read_states(folder: Path = FOLDER) -> tuple[State, ...]:
    """All states, present and past."""
    states: dict[str, State] = {}
    for group in read_groups("states", folder=folder).values():
        for key, fields in group.get("states", {}).items():
            if unknown := set(fields) - FIELDS:
                raise LexiconError(FILE, key, f"unknown field {', '.join(sorted(unknown))}")
            if "name" not in fields:
                raise LexiconError(FILE, key, "a state has a `name`")
            if key in states:
                raise LexiconError(FILE, key, "the key is used twice")
            states[key] = State(
                key=key,
                name=fields["name"],
                code=fields.get("code"),
                names=tuple(fields.get("names", ())),
                adjectives=tuple(fields.get("adjective", ())),
                people=tuple(fields.get("people", ())),
                capitals=tuple(fields.get("capital", ())),
                wikidata=fields.get("wikidata"),
            )
    return tuple(states.values())
