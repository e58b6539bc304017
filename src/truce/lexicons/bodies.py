"""Bodies that every state has, under names made from the state's."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from truce.errors import LexiconError
from truce.lexicons.gazetteer import Gazetteer
from truce.lexicons.loading import FOLDER, read_groups
from truce.lexicons.states import State
from truce.records import ActorKind

FILE = "bodies.toml"
LINKS = frozenset(["of", "in", "for"])  # the Ministry of Health in Gaza


@dataclass(frozen=True, slots=True)
class Body:
    """A body without a state: `name` follows the state's adjective, `nouns` are all the words for it."""

    key: str
    name: str
    kind: ActorKind
    nouns: tuple[str, ...]


class BodyNames:
    """The names of bodies: `Lebanese army`, `Lebanon's health ministry`, `the Ministry of Health in Lebanon`."""

    def __init__(self, states: Sequence[State], bodies: Sequence[Body]) -> None:
        self._states = {state.key: state for state in states}
        self._bodies = {body.key: body for body in bodies}
        self._owners: Gazetteer[str] = Gazetteer()
        for state in states:
            self._owners.add_all({state.name, *state.names, *state.adjectives}, state.key)
        self._nouns: Gazetteer[str] = Gazetteer()
        for body in bodies:
            self._nouns.add_all({body.name, *body.nouns}, body.key)

    def parts(self, key: str) -> tuple[State, Body]:
        """The state and the body that a made key such as `lebanon.military` names; KeyError where it names none."""
        state, _, body = key.partition(".")
        if state not in self._states or body not in self._bodies:
            raise KeyError(key)
        return self._states[state], self._bodies[body]

    def keys_of(self, state: str) -> tuple[str, ...]:
        """The made keys of all bodies of a state."""
        return tuple(f"{state}.{body}" for body in self._bodies)

    def longest_at(self, tokens: Sequence[str], i: int) -> tuple[int, str] | None:
        """The longest name of a state's body that starts at token `i`: the index after it, and its made key."""
        found = [*self._after_owner(tokens, i), *self._before_owner(tokens, i)]
        return max(found, default=None)

    def _after_owner(self, tokens: Sequence[str], i: int) -> list[tuple[int, str]]:
        """`Lebanese army`, `Lebanon's army`, `Lebanon army`."""
        found = []
        for after, states in self._owners.matches_at(tokens, i):
            start = after + 1 if after < len(tokens) and tokens[after] in ("'s", "’s", "'", "’") else after
            noun = self._nouns.longest_at(tokens, start) if start < len(tokens) else None
            if noun and len(states) == 1:
                found.append((noun[0], f"{states[0]}.{noun[1][0]}"))
        return found

    def _before_owner(self, tokens: Sequence[str], i: int) -> list[tuple[int, str]]:
        """`Ministry of Health in Lebanon`, `armed forces of the United States`."""
        noun = self._nouns.longest_at(tokens, i)
        if not noun or noun[0] + 1 >= len(tokens) or tokens[noun[0]].lower() not in LINKS:
            return []
        start = noun[0] + 1
        start += tokens[start].lower() == "the" and start + 1 < len(tokens)
        owner = self._owners.longest_at(tokens, start)
        return [(owner[0], f"{owner[1][0]}.{noun[1][0]}")] if owner and len(owner[1]) == 1 else []


def read_bodies(folder: Path = FOLDER) -> tuple[Body, ...]:
    """All bodies that every state has."""
    bodies = []
    for name, group in read_groups("bodies", folder=folder).items():
        if group.get("kind") not in set(ActorKind):
            raise LexiconError(FILE, name, f"its kind is none of {', '.join(ActorKind)}")
        for key, fields in group.get("bodies", {}).items():
            if not fields.get("nouns"):
                raise LexiconError(FILE, key, "a body has `nouns`, the words for it")
            bodies.append(Body(key, fields.get("name", fields["nouns"][0]), ActorKind(group["kind"]), tuple(fields["nouns"])))
    return tuple(bodies)
