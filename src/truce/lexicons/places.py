"""Where wars happen: the gazetteer of places."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from pathlib import Path

from truce.errors import LexiconError
from truce.lexicons.gazetteer import Gazetteer, cut_atoms, fold_name
from truce.lexicons.loading import FOLDER, read_groups
from truce.lexicons.states import State, read_states

FILE = "places.toml"
DIRECTIONS = frozenset(
    """
    north south east west northern southern eastern western central north-east north-west south-east south-west
    northeast northwest southeast southwest northeastern northwestern southeastern southwestern north-eastern
    north-western south-eastern south-western upper lower inner outer greater downtown
    """.split()
)


Inside = tuple[str | None, str, tuple[str, ...]]  # the country's code, the wider place, the spellings of one place in it


class PlaceLexicon:
    """Places by name, with the country and the wider place that each lies in."""

    def __init__(
        self, states: Sequence[State], within: Sequence[tuple[str | None, str, tuple[str, ...]]], plain: Sequence[str]
    ) -> None:
        self._names: Gazetteer[str] = Gazetteer()
        self._same: dict[str, str] = {}
        self._spelled: dict[str, str] = {}
        self._countries: dict[str, set[str]] = defaultdict(set)
        self._wider: dict[str, set[str]] = defaultdict(set)
        self._plain = {fold_name(word) for word in plain}
        self._states: dict[str, str] = {}
        self._nations: dict[str, str] = {}
        self._capitals: dict[str, str] = {}
        self._seats: dict[str, tuple[str, ...]] = {}
        for state in states:
            self._add((state.name, *state.names), state.code)
            self._add_capitals(state)
            self._add_state(state)
        for code, outer, spellings in within:
            codes = self._countries.get(self._one(outer), set())
            self._add(spellings, code or (next(iter(codes)) if len(codes) == 1 else None))
            self._wider[self._one(spellings[0])].add(self._one(outer))

    def is_place(self, text: str) -> bool:
        """Whether this is the name of a place, with or without a direction: `Baalbek`, `southern Lebanon`."""
        tokens = text.split()
        found = self.longest_at(tokens, 0) if tokens else None
        return found is not None and found[0] == len(tokens)

    def country_of(self, text: str) -> str | None:
        """The ISO alpha-2 code of the country that a place is or lies in; None where unknown or more than one."""
        codes = self._countries.get(self._bare(text), set())
        return next(iter(codes)) if len(codes) == 1 else None

    def contains(self, outer: str, inner: str) -> bool | None:
        """Whether the second place lies in the first; None where that is not known."""
        wide, narrow = self._bare(outer), self._bare(inner)
        if wide == narrow:
            return None if outer == inner else len(inner) > len(outer) or None
        seen, waiting = {narrow}, [narrow]
        while waiting:
            above = self._wider.get(waiting.pop(), set()) - seen
            if wide in above:
                return True
            seen |= above
            waiting += above
        one, other = self._countries.get(wide, set()), self._countries.get(narrow, set())
        return False if one and other and not one & other else None

    def main_name(self, text: str) -> str:
        """The first spelling of a place that has several; a place that is not known is as written."""
        return self._spelled.get(self._one(text), text)

    def around(self, text: str) -> frozenset[str]:
        """Every place that this one lies in, by first spellings."""
        seen: set[str] = set()
        waiting = [self._bare(text)]
        if waiting[0] != self._one(text) and waiting[0] in self._spelled:
            seen.add(waiting[0])
        while waiting:
            above = self._wider.get(waiting.pop(), set()) - seen
            seen |= above
            waiting += above
        return frozenset(self._spelled.get(one, one) for one in seen)

    def state_called(self, text: str) -> str | None:
        """The state or territory that has this name, with or without a direction; by its main name."""
        return self._states.get(fold_name(text)) or self._states.get(fold_name(undirected(text)))

    def state_of_nation(self, text: str) -> str | None:
        """The state that an adjective or the name of a people belongs to: `Iraqi`."""
        return self._nations.get(fold_name(text))

    def state_of_capital(self, text: str) -> str | None:
        """The state whose capital has this name."""
        return self._capitals.get(fold_name(text))

    def capitals_of(self, state: str) -> tuple[str, ...]:
        """The capitals of a state, given by its main name."""
        return self._seats.get(state, ())

    def longest_at(self, tokens: Sequence[str], i: int) -> tuple[int, str] | None:
        """The longest place name that starts at token `i`, a direction word before it included: its end and its text."""
        start = i + 1 if tokens[i].lower() in DIRECTIONS and i + 1 < len(tokens) else i
        found = self._names.longest_at(tokens, start) or (self._names.longest_at(tokens, i) if start > i else None)
        return (found[0], " ".join(tokens[i : found[0]])) if found else None

    def _add(self, spellings: Sequence[str], code: str | None) -> None:
        one = self._same.get(fold_name(spellings[0]), fold_name(spellings[0]))
        for spelling in spellings:
            folded = fold_name(spelling)
            if folded not in self._plain:
                self._names.add(spelling, one)
            self._same.setdefault(folded, one)
        self._spelled.setdefault(one, spellings[0])
        if code:
            self._countries[one].add(code)

    def _add_capitals(self, state: State) -> None:
        if state.capitals:
            self._add(state.capitals, state.code)
            self._wider[self._one(state.capitals[0])].add(self._one(state.name))

    def _add_state(self, state: State) -> None:
        for name in (state.name, *state.names):
            self._states.setdefault(fold_name(name), state.name)
        for capital in state.capitals:
            self._capitals.setdefault(fold_name(capital), state.name)
        self._seats[state.name] = state.capitals
        if not state.is_territory:
            for word in (*state.adjectives, *state.people):
                self._nations.setdefault(fold_name(word), state.name)

    def _bare(self, text: str) -> str:
        """A place by its one name, without a direction; but South Sudan is no part of Sudan."""
        one = self._one(text)
        return one if one in self._spelled else self._one(undirected(text))

    def _one(self, text: str) -> str:
        folded = fold_name(text)
        return self._same.get(folded, folded)


def read_places(folder: Path = FOLDER) -> PlaceLexicon:
    """The places that ship with truce, checked; LexiconError names file, entry and fault of a bad one."""
    within: list[Inside] = []
    plain: list[str] = []
    for name, group in read_groups("places", folder=folder).items():
        plain += group.get("words", ())
        for outer, inner in group.get("within", {}).items():
            for line in inner:
                spellings = tuple(part.strip() for part in line.split("|"))
                if not all(cut_atoms(spelling) for spelling in spellings):
                    raise LexiconError(FILE, f"{name}.{outer}", f"«{line}» holds an empty name")
                within.append((group.get("country"), outer, spellings))
    return PlaceLexicon(read_states(folder), within, plain=plain)


def undirected(text: str) -> str:
    """A place without `the` and a direction: `the northern Gaza Strip` is `Gaza Strip`."""
    words = text.split()
    while len(words) > 1 and (words[0].lower() == "the" or words[0].lower() in DIRECTIONS):
        words = words[1:]
    return " ".join(words)
