"""Bodies that every state has, under names made from the state's."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from truce.errors import LexiconError
from truce.lexicons.gazetteer import Gazetteer
from truce.lexicons.loading import FOLDER, read_groups
from truce.lexicons.states import State
from truce.records import ActorKind

FILE = "bodies.toml"
POSSESSIVES = frozenset(["'s", "’s", "'", "’"])
LED = frozenset(["government", "cabinet", "military"])  # the Assad regime, Netanyahu's cabinet, Gaddafi's forces


@dataclass(frozen=True, slots=True)
class Body:
    """A body without a state: `nouns` are all the words for it, the usual one first.

    `links` are the words that may lead from it to its state: `of`, `in`.
    """

    key: str
    kind: ActorKind
    nouns: tuple[str, ...]
    links: frozenset[str] = frozenset(["of"])


class BodyNames:
    """The names of bodies: `Lebanese army`, `Lebanon's health ministry`, `the Ministry of Health in Lebanon`.

    `leaders` are pairs of a name that stands for a leader, `Assad`, and the key of the state.
    """

    def __init__(self, states: Sequence[State], bodies: Sequence[Body], leaders: Iterable[tuple[str, str]] = ()) -> None:
        self._states = {state.key: state for state in states}
        self._bodies = {body.key: body for body in bodies}
        self._owners: Gazetteer[str] = Gazetteer()
        for state in states:
            self._owners.add_all({state.name, *state.names, *state.adjectives}, state.key)
        self._capitals: Gazetteer[str] = Gazetteer()
        for state in states:
            self._capitals.add_all(set(state.capitals), state.key)
        self._leaders: Gazetteer[str] = Gazetteer()
        states_led: dict[str, set[str]] = defaultdict(set)
        for name, key in leaders:
            states_led[name].add(key)
        for name, keys in states_led.items():
            if len(keys) == 1:
                self._leaders.add(name, *keys)
        self._nouns: Gazetteer[str] = Gazetteer()
        for body in bodies:
            self._nouns.add_all(set(body.nouns), body.key)

    def parts(self, key: str) -> tuple[State, Body]:
        """The state and the body that a made key such as `lebanon.military` names; KeyError where it names none."""
        state, _, body = key.partition(".")
        if state not in self._states or body not in self._bodies:
            raise KeyError(key)
        return self._states[state], self._bodies[body]

    def keys_of(self, actor: str) -> tuple[str, ...]:
        """The made keys of all bodies of a state, or of the territories that a group rules."""
        owners = [
            state.key for state in self._states.values() if actor == (state.speaks_for if state.is_territory else state.key)
        ]
        return tuple(f"{owner}.{body}" for owner in owners for body in self._bodies)

    def longest_at(self, tokens: Sequence[str], i: int) -> tuple[int, str] | None:
        """The longest name of a state's body that starts at token `i`: the index after it, and its made key."""
        return max([*self._after_owner(tokens, i), *self._before_owner(tokens, i)], default=None)

    def _after_owner(self, tokens: Sequence[str], i: int) -> list[tuple[int, str]]:
        """`Lebanese army`, `Lebanon's army`, `Lebanon army`, `Palestinian Ministry of Health in Gaza`, `Assad regime`."""
        found = []
        owned = [(after, keys, False) for after, keys in self._owners.matches_at(tokens, i)]
        led = [(after, keys, True) for after, keys in self._leaders.matches_at(tokens, i)]
        for after, keys, is_leader in owned + led:
            start = after + 1 if after < len(tokens) and tokens[after] in POSSESSIVES else after
            noun = self._nouns.longest_at(tokens, start) if start < len(tokens) else None
            if not noun or len(keys) != 1 or (is_leader and noun[1][0] not in LED):
                continue
            narrower = self._owner_after(tokens, noun[0], noun[1][0])
            if narrower and self._states[narrower[1]].is_territory:
                found.append((narrower[0], f"{narrower[1]}.{noun[1][0]}"))
            found.append((noun[0], f"{keys[0]}.{noun[1][0]}"))
        return found

    def _before_owner(self, tokens: Sequence[str], i: int) -> list[tuple[int, str]]:
        """`Ministry of Health in Lebanon`, `armed forces of the United States`."""
        noun = self._nouns.longest_at(tokens, i)
        owner = self._owner_after(tokens, noun[0], noun[1][0]) if noun else None
        return [(owner[0], f"{owner[1]}.{noun[1][0]}")] if noun and owner else []

    def _owner_after(self, tokens: Sequence[str], i: int, body: str) -> tuple[int, str] | None:
        """`in Gaza`, `of the United States`, `in Khartoum`: the index after it, and the key of the state."""
        if i + 1 >= len(tokens) or tokens[i].lower() not in self._bodies[body].links:
            return None
        start = i + 2 if tokens[i + 1].lower() == "the" and i + 2 < len(tokens) else i + 1
        owner = self._owners.longest_at(tokens, start)
        if not owner and tokens[i].lower() == "in":
            owner = self._capitals.longest_at(tokens, start)
        return (owner[0], owner[1][0]) if owner and len(owner[1]) == 1 else None


def read_bodies(folder: Path = FOLDER) -> tuple[Body, ...]:
    """All bodies that every state has."""
    bodies: dict[str, Body] = {}
    for name, group in read_groups("bodies", folder=folder).items():
        if group.get("kind") not in set(ActorKind):
            raise LexiconError(FILE, name, f"its kind is none of {', '.join(ActorKind)}")
        for key, fields in group.get("bodies", {}).items():
            if set(fields) != {"nouns"} or not fields["nouns"]:
                raise LexiconError(FILE, key, "a body has `nouns`, the words for it, and nothing else")
            if key in bodies:
                raise LexiconError(FILE, key, "the key is used twice")
            bodies[key] = Body(key, ActorKind(group["kind"]), tuple(fields["nouns"]), frozenset(group.get("links", ["of"])))
    return tuple(bodies.values())
