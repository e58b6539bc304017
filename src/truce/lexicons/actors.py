"""Who takes part in wars and their news: the gazetteer of actors.

    states.toml, bodies.toml, actors/*.toml, offices/*.toml  ->  entries  ->  checked  ->  ActorLexicon

A group's table holds one table for each kind of actor, and a line for each actor. Bodies that every state has (its
army, its health ministry) are not written out: `bodies.toml` names them once, and their names are made from the state's.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path

from truce.errors import LexiconError
from truce.lexicons.actor_entries import ActorEntry, Office, read_entries
from truce.lexicons.bodies import Body, BodyNames, read_bodies
from truce.lexicons.gazetteer import Gazetteer, fold_name
from truce.lexicons.leaders import Placed, with_leaders
from truce.lexicons.loading import FOLDER
from truce.lexicons.states import State, read_states
from truce.records import ActorKind

__all__ = ["ActorEntry", "ActorLexicon", "Office", "read_actors"]

POSSESSIVE = re.compile(r"(['’]s?)(?=\s)")


class ActorLexicon:
    """All actors by key and by name."""

    def __init__(self, entries: Iterable[ActorEntry], states: Sequence[State], bodies: Sequence[Body]) -> None:
        self.entries = {entry.key: entry for entry in entries}
        self._states = {state.key: state for state in states}
        self._bodies = BodyNames(states, bodies, leader_names(self.entries, self._states))
        self._own = {f"{entry.affiliation}.{entry.body}": entry.key for entry in self.entries.values() if entry.body}
        self._own |= {f"{state.key}.military": state.speaks_for for state in states if state.speaks_for}
        self._made: dict[str, ActorEntry] = {}
        self._names: Gazetteer[ActorEntry] = Gazetteer()
        self._shared: Gazetteer[ActorEntry] = Gazetteer()
        self._belongs: dict[str, set[str]] = defaultdict(set)
        for entry in self.entries.values():
            self._names.add_all({entry.name, *entry.aliases}, entry)
            self._shared.add_all(entry.ambiguous, entry)
            for affiliation in {entry.affiliation, *(office.affiliation for office in entry.offices)} - {None, entry.key}:
                self._belongs[str(affiliation)].add(entry.key)
        actors = [state for state in states if not state.is_territory]
        self._demonyms = {fold_name(word): state.key for state in actors for word in (*state.people, *state.adjectives)}
        self._capitals = {fold_name(city): state.key for state in actors for city in state.capitals}

    def by_key(self, key: str) -> ActorEntry:
        """The actor of this key; KeyError where there is none."""
        return self.entries.get(key) or self._body(key)

    def find(self, text: str, *, country: str | None = None, day: str | None = None) -> ActorEntry | None:
        """The actor of exactly this name, without a leading `the` or a trailing `'s`.

        Of several actors of one name, the only one of that country, or the only one in office or alive on that day.
        """
        name = bare_name(text)
        found = self._names.values(name)
        if found:
            return found[0]
        tokens = POSSESSIVE.sub(r" \1", name).split()
        made = self._bodies.longest_at(tokens, 0) if tokens else None
        if made and made[0] == len(tokens):
            return self.by_key(made[1])
        return only_one(self.candidates(name), country=country, day=day)

    def candidates(self, text: str) -> tuple[ActorEntry, ...]:
        """Every actor that may be meant by a name which several share."""
        return self._shared.values(bare_name(text))

    def longest_at(self, tokens: Sequence[str], i: int) -> tuple[int, ActorEntry] | None:
        """The longest name of one actor that starts at token `i`: the index after its last token, and the actor."""
        named = self._names.longest_at(tokens, i)
        made = self._bodies.longest_at(tokens, i)
        if made and (named is None or made[0] > named[0]):
            return made[0], self.by_key(made[1])
        return (named[0], named[1][0]) if named else None

    def suggest(self, text: str, n: int = 3) -> list[str]:
        """The `n` names nearest to a misspelt one, best first."""
        from rapidfuzz import fuzz, process

        names = {alias: entry.name for entry in self.entries.values() for alias in (entry.name, *entry.aliases)}
        folded = {alias: fold_name(alias) for alias in names}
        near = process.extract(fold_name(text), folded, scorer=fuzz.WRatio, limit=4 * n, score_cutoff=60)
        return list(dict.fromkeys(names[alias] for _, _, alias in near))[:n]

    def members(self, key: str) -> frozenset[str]:
        """The keys of all who speak for an actor: its bodies and people, and theirs; not its own key."""
        found: set[str] = set()
        waiting = [key]
        while waiting:
            below = self._members_below(waiting.pop()) - found - {key}
            found |= below
            waiting += below
        return frozenset(found)

    def offices_on(
        self, *, title: str | None = None, affiliation: str | None = None, day: str | None = None
    ) -> tuple[tuple[ActorEntry, Office], ...]:
        """Every office, with its holder, of this title and affiliation that may have been held on this day."""
        return tuple(
            (entry, office)
            for entry in self.entries.values()
            for office in entry.offices
            if (title is None or fold_name(office.title) == fold_name(title))
            and (affiliation is None or office.affiliation == affiliation)
            and (day is None or office.may_hold_on(day))
        )

    def state_of_demonym(self, text: str) -> ActorEntry | None:
        """The state that `Lebanese`, `Iraqis` or `Afghan` belongs to."""
        return self._state(self._demonyms, text)

    def demonym(self, key: str) -> str | None:
        """The usual adjective of a state: `Lebanese`."""
        state = self._states.get(key)
        return state.adjectives[0] if state and state.adjectives else None

    def state_of_capital(self, text: str) -> ActorEntry | None:
        """The state whose government is meant by the name of its capital: `Khartoum`."""
        return self._state(self._capitals, text)

    def _state(self, words: dict[str, str], text: str) -> ActorEntry | None:
        name = bare_name(text)
        key = words.get(fold_name(name)) if name[:1].isupper() else None
        return self.entries[key] if key else None

    def _members_below(self, key: str) -> set[str]:
        return {self._own.get(body, body) for body in self._bodies.keys_of(key)} | self._belongs[key]

    def _body(self, key: str) -> ActorEntry:
        if key in self._own:
            return self.entries[self._own[key]]
        if key not in self._made:
            self._made[key] = to_body(key, *self._bodies.parts(key))
        return self._made[key]


def read_actors(folder: Path = FOLDER) -> ActorLexicon:
    """The actors that ship with truce, checked; LexiconError names file, entry and fault of a bad one."""
    states, bodies = read_states(folder), read_bodies(folder)
    placed = [("states.toml", to_entry(state)) for state in states if not state.is_territory]
    placed += [(path.name, entry) for path in sorted((folder / "actors").glob("*.toml")) for entry in read_entries(path)]
    placed = with_leaders(folder, placed)
    check_names(placed)
    check_affiliations(placed, states, bodies)
    return ActorLexicon([entry for _, entry in placed], states, bodies)


def to_entry(state: State) -> ActorEntry:
    """A state as an actor."""
    return ActorEntry(
        key=state.key, name=state.name, kind=ActorKind.STATE, aliases=state.names, wikidata=state.wikidata, country=state.code
    )


def to_body(key: str, state: State, body: Body) -> ActorEntry:
    """A body of a state or of a territory as an actor."""
    adjective = state.adjectives[0] if state.adjectives else state.name
    affiliation = state.speaks_for if state.is_territory else state.key
    return ActorEntry(key=key, name=f"{adjective} {body.nouns[0]}", kind=body.kind, affiliation=affiliation, country=state.code)


def leader_names(entries: Mapping[str, ActorEntry], states: Mapping[str, State]) -> Iterator[tuple[str, str]]:
    """Every bare surname that is a name of a leader, with the key of the state led."""
    for entry in entries.values():
        if entry.kind == ActorKind.PERSON and entry.affiliation is not None and entry.affiliation in states:
            for name in (*entry.aliases, *entry.ambiguous):
                if " " not in name:
                    yield name, entry.affiliation


def check_names(placed: Sequence[Placed]) -> None:
    """Refuse a key or a name that leads to two actors, unless the name is said to be ambiguous."""
    keys: set[str] = set()
    names: dict[str, str] = {}
    for file, entry in placed:
        if entry.key in keys:
            raise LexiconError(file, entry.key, "the key is used twice")
        keys.add(entry.key)
        for name in (entry.name, *entry.aliases):
            if names.setdefault(fold_name(name), entry.key) != entry.key:
                other = names[fold_name(name)]
                raise LexiconError(
                    file, entry.key, f"{name} is also a name of {other}; put it in the `aliases_ambiguous` of both"
                )
    for file, entry in placed:
        for name in entry.ambiguous:
            if owner := names.get(fold_name(name)):
                raise LexiconError(file, entry.key, f"{name} is said to be ambiguous, but is a name of {owner} alone")


def check_affiliations(placed: Sequence[Placed], states: Sequence[State], bodies: Sequence[Body]) -> None:
    """Refuse an affiliation that leads nowhere or in a circle, and a body that no state has."""
    known = {entry.key: entry for _, entry in placed}
    made = {f"{state.key}.{body.key}" for state in states for body in bodies}
    for state in states:
        if state.speaks_for is not None and state.speaks_for not in known:
            raise LexiconError("states.toml", state.key, f"it speaks for {state.speaks_for}, the key of no actor")
    for file, entry in placed:
        for affiliation in (entry.affiliation, *(office.affiliation for office in entry.offices)):
            if affiliation is not None and affiliation not in known and affiliation not in made:
                raise LexiconError(file, entry.key, f"its affiliation {affiliation} is the key of no actor")
        if entry.body is not None and f"{entry.affiliation}.{entry.body}" not in made:
            raise LexiconError(file, entry.key, f"{entry.affiliation} has no body {entry.body} in bodies.toml")
        if follows_itself(entry, known):
            raise LexiconError(file, entry.key, "its affiliation leads back to itself")


def follows_itself(entry: ActorEntry, known: dict[str, ActorEntry]) -> bool:
    """Whether going from affiliation to affiliation comes back."""
    seen = {entry.key}
    while (above := entry.affiliation) is not None and above in known:
        if above in seen:
            return True
        seen.add(above)
        entry = known[above]
    return False


def bare_name(text: str) -> str:
    """A name as the lexicon holds it: `the Taliban's` is `Taliban`."""
    name = text.strip()
    if name[:4].lower() == "the ":
        name = name[4:].lstrip()
    return re.sub(r"['’](?:s|S)?$", "", name)


def only_one(entries: Sequence[ActorEntry], *, country: str | None, day: str | None) -> ActorEntry | None:
    """The one actor of that country who was in office, or at least alive, on that day."""
    left = [entry for entry in entries if country is None or entry.country == country]
    if day is not None and len(left) > 1:
        left = [entry for entry in left if entry.died is None or day[: len(entry.died)] <= entry.died]
        in_office = [entry for entry in left if any(office.may_hold_on(day) for office in entry.offices)]
        left = in_office or left
    return left[0] if len(left) == 1 else None
