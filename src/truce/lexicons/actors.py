"""Who takes part in wars and their news: the gazetteer of actors.

    states.toml, bodies.toml, actors/*.toml  ->  entries  ->  checked  ->  ActorLexicon

A group's table holds one table for each kind of actor, and a line for each actor. Bodies that every state has (its
army, its health ministry) are not written out: `bodies.toml` names them once, and their names are made from the state's.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from truce.errors import LexiconError
from truce.lexicons.bodies import Body, BodyNames, read_bodies
from truce.lexicons.gazetteer import Gazetteer, fold_name
from truce.lexicons.loading import FOLDER, read_groups
from truce.lexicons.states import State, read_states
from truce.records import ActorKind

FIELDS = frozenset(
    ["name", "aliases", "aliases_ambiguous", "affiliation", "role", "wikidata", "offices", "country", "died", "body"]
)
WIKIDATA = re.compile(r"Q[1-9]\d*")
POSSESSIVE = re.compile(r"(['’]s?)(?=\s)")
DAY = re.compile(r"\d{4}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?)?")  # 2024, 2024-10, 2024-10-29
OFFICE = re.compile(
    r"""
    (?P<title>[^@/]+?)             # secretary-general
    (?:@(?P<affiliation>\w+))?     # @hezbollah, where it is not the person's own affiliation
    [ ](?P<since>[\d-]*|\.\.)      # 2024-10-29, nothing where nobody is sure
    /(?P<until>[\d-]*|\.\.)        # the same; .. while the office is still held
    """,
    re.VERBOSE,
)


@dataclass(frozen=True, slots=True)
class Office:
    """An office and its tenure; the days are ISO of the precision that is sure, None where open or not sure."""

    title: str
    since: str | None
    until: str | None
    affiliation: str | None

    def may_hold_on(self, day: str) -> bool:
        """Whether the office may have been held on an ISO day, as far as the tenure is known.

        >>> Office("prime minister", "2021-09-10", "2025-02", "lebanon").may_hold_on("2025-02-27")
        True
        """
        begun = self.since is None or day[: len(self.since)] >= self.since
        return begun and (self.until is None or day[: len(self.until)] <= self.until)


@dataclass(frozen=True, slots=True)
class ActorEntry:
    """An actor that the lexicon knows.

    `affiliation` is the key of the state or group that it belongs to or speaks for, `country` an ISO alpha-2 code,
    `died` an ISO day; None where there is none or nobody is sure. `ambiguous` are names shared with other actors.
    """

    key: str
    name: str
    kind: ActorKind
    aliases: tuple[str, ...] = ()
    affiliation: str | None = None
    role: str | None = None
    wikidata: str | None = None
    offices: tuple[Office, ...] = ()
    country: str | None = None
    died: str | None = None
    ambiguous: tuple[str, ...] = ()


class ActorLexicon:
    """All actors by key and by name."""

    def __init__(
        self, entries: Iterable[ActorEntry], states: Sequence[State], bodies: Sequence[Body], own: dict[str, str]
    ) -> None:
        """`own` leads from a made key, `israel.military`, to the entry that stands for that body."""
        self.entries = {entry.key: entry for entry in entries}
        self._states = {state.key: state for state in states}
        self._bodies = BodyNames(states, bodies)
        self._own = own
        self._made: dict[str, ActorEntry] = {}
        self._names: Gazetteer[ActorEntry] = Gazetteer()
        self._shared: Gazetteer[ActorEntry] = Gazetteer()
        for entry in self.entries.values():
            self._names.add_all({entry.name, *entry.aliases}, entry)
            self._shared.add_all(entry.ambiguous, entry)
        self._demonyms = {fold_name(word): state.key for state in states for word in (*state.adjectives, *state.people)}
        self._capitals = {fold_name(city): state.key for state in states for city in state.capitals}
        self._belongs: dict[str, set[str]] = defaultdict(set)
        for entry in self.entries.values():
            for affiliation in {entry.affiliation, *(office.affiliation for office in entry.offices)} - {None, entry.key}:
                self._belongs[str(affiliation)].add(entry.key)

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
        from rapidfuzz import fuzz, process  # noqa: PLC0415 - needed only after a misspelling

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
        key = words.get(fold_name(text)) if text[:1].isupper() else None
        return self.entries[key] if key else None

    def _members_below(self, key: str) -> set[str]:
        made = self._bodies.keys_of(key) if key in self._states else ()
        return self._belongs[key] | {self._own.get(body, body) for body in made}

    def _body(self, key: str) -> ActorEntry:
        if key in self._own:
            return self.entries[self._own[key]]
        if key not in self._made:
            state, body = self._bodies.parts(key)
            adjective = state.adjectives[0] if state.adjectives else state.name
            self._made[key] = ActorEntry(
                key=key, name=f"{adjective} {body.name}", kind=body.kind, affiliation=state.key, country=state.code
            )
        return self._made[key]


def read_actors(folder: Path = FOLDER) -> ActorLexicon:
    """The actors that ship with truce, checked; LexiconError names file, entry and fault of a bad one."""
    states, bodies = read_states(folder), read_bodies(folder)
    placed: list[tuple[str, ActorEntry]] = [("states.toml", to_entry(state)) for state in states]
    own: dict[str, str] = {}
    for path in sorted((folder / "actors").glob("*.toml")):
        for key, kind, group, fields in read_lines(path):
            entry = read_entry(path.name, key, kind, {"country": group.get("country"), **fields})
            placed.append((path.name, entry))
            if "body" in fields:
                own[f"{entry.affiliation}.{fields['body']}"] = key
    check(placed, {f"{state.key}.{body.key}" for state in states for body in bodies}, own)
    return ActorLexicon([entry for _, entry in placed], states, bodies, own=own)


def to_entry(state: State) -> ActorEntry:
    """A state as an actor."""
    return ActorEntry(
        key=state.key, name=state.name, kind=ActorKind.STATE, aliases=state.names, wikidata=state.wikidata, country=state.code
    )


def read_lines(path: Path) -> Iterator[tuple[str, str, dict[str, Any], dict[str, Any]]]:
    """Each actor of a file: its key, the word for its kind, its group, its fields."""
    for name, group in read_groups(path.stem, folder=path.parent).items():
        for kind, actors in group.items():
            if not isinstance(actors, dict):
                continue
            if kind not in set(ActorKind):
                raise LexiconError(path.name, f"{name}.{kind}", f"no kind of actor; one of {', '.join(ActorKind)}")
            for key, fields in actors.items():
                yield key, kind, group, fields


def read_entry(file: str, key: str, kind: str, fields: dict[str, Any]) -> ActorEntry:
    """One actor from its line, or LexiconError."""
    if unknown := set(fields) - FIELDS:
        raise LexiconError(file, key, f"unknown field {', '.join(sorted(unknown))}; known are {', '.join(sorted(FIELDS))}")
    if not str(fields.get("name", "")).strip():
        raise LexiconError(file, key, "an actor has a `name`")
    wikidata, died, affiliation = fields.get("wikidata"), fields.get("died"), fields.get("affiliation")
    if wikidata is not None and not WIKIDATA.fullmatch(wikidata):
        raise LexiconError(file, key, f"the Wikidata id {wikidata} is not of the form Q42")
    if died is not None and not DAY.fullmatch(died):
        raise LexiconError(file, key, f"the day {died} is not of the form 2024, 2024-10 or 2024-10-29")
    offices = tuple(read_office(file, key, affiliation, line) for line in fields.get("offices", ()))
    return ActorEntry(
        key=key,
        name=fields["name"],
        kind=ActorKind(kind),
        aliases=tuple(fields.get("aliases", ())),
        affiliation=affiliation,
        role=fields.get("role") or (offices[-1].title if offices else None),
        wikidata=wikidata,
        offices=offices,
        country=fields.get("country"),
        died=died,
        ambiguous=tuple(fields.get("aliases_ambiguous", ())),
    )


def read_office(file: str, key: str, affiliation: str | None, line: str) -> Office:
    """An office as `title since/until`, with `@key` after the title where it is of another affiliation."""
    match = OFFICE.fullmatch(line)
    days = [match["since"], match["until"]] if match else []
    if not match or any(day not in ("", "..") and not DAY.fullmatch(day) for day in days):
        raise LexiconError(file, key, f"the office «{line}» is not like «prime minister 2021-09-10/2025-02», with .. while held")
    since, until = (None if day in ("", "..") else day for day in days)
    if since and until and until < since[: len(until)]:
        raise LexiconError(file, key, f"the office «{line}» ends before it begins")
    return Office(match["title"], since, until, match["affiliation"] or affiliation)


def check(placed: Sequence[tuple[str, ActorEntry]], made: set[str], own: dict[str, str]) -> None:
    """Refuse what only shows across entries: keys and names used twice, affiliations that lead nowhere or in a circle."""
    known: dict[str, ActorEntry] = {}
    names: dict[str, str] = {}
    for file, entry in placed:
        if entry.key in known:
            raise LexiconError(file, entry.key, "the key is used twice")
        known[entry.key] = entry
        for name in (entry.name, *entry.aliases):
            holder = names.setdefault(fold_name(name), entry.key)
            if holder != entry.key:
                raise LexiconError(file, entry.key, f"{name} is also a name of {holder}; move it to `aliases_ambiguous` of both")
    for file, entry in placed:
        for affiliation in (entry.affiliation, *(office.affiliation for office in entry.offices)):
            if affiliation is not None and affiliation not in known and affiliation not in made:
                raise LexiconError(file, entry.key, f"its affiliation {affiliation} is the key of no actor")
        for name in entry.ambiguous:
            if fold_name(name) in names:
                raise LexiconError(file, entry.key, f"{name} is said to be ambiguous, but {names[fold_name(name)]} has it alone")
        if follows_itself(entry, known):
            raise LexiconError(file, entry.key, "its affiliation leads back to itself")
    for body, key in own.items():
        if body not in made:
            raise LexiconError("actors", key, f"{body} is no body of a state that states.toml and bodies.toml name")


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
