"""Read who held which office, and when.

offices/*.toml  ->  Holder, findable by the last word of each of its names
"""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from pathlib import Path
from typing import Any

from truce.edtf import bounds
from truce.errors import LexiconError
from truce.lexicons.loading import FOLDER, read_groups
from truce.lexicons.states import State, read_states

FIELDS = frozenset(["source", "state", "of", "offices", "spellings"])
OFFICE_FIELDS = frozenset(["titles", "holders", "generic", "waits"])
HALF_YEAR = 183  # days for which someone chosen may wait for the office, where nothing shorter is known
# Jean Chretien 1993-11-04/2003-12-12; `..` while the office is held.
HOLDER = re.compile(r"(?P<name>\D+?) (?P<since>\d{4}(?:-\d\d){0,2})/(?P<until>\d{4}(?:-\d\d){0,2}|\.\.)")
WORDS = re.compile(r"[^\W_]+")


@dataclass(frozen=True, slots=True)
class Tenure:
    """Days of holding an office: surely from `begun` or a little before, and until `ended` or a little before.

    `since` is the first day that may belong to it, `until` the last, None while it is held; `over` is the first day on
    which it may have ended.
    """

    since: date
    until: date | None
    over: date | None


@dataclass(frozen=True, slots=True)
class Office:
    """An office by the words that news has for it; `of` are the words for what it leads.

    `is_generic` says that the title alone (`leader`) tells nothing: one of the words of `of` must stand beside it. `waits`
    is how many days at most lie between being chosen and taking office.
    """

    titles: tuple[str, ...]
    of: tuple[str, ...]
    is_generic: bool = False
    waits: int = HALF_YEAR


@dataclass(frozen=True, slots=True)
class Holder:
    """A person who held an office; `tenures` in order."""

    name: str
    office: Office
    tenures: tuple[Tenure, ...]


@dataclass(frozen=True, slots=True)
class Named:
    """A name as its words in small letters, without accents, with whom it names; `is_full` for more than a surname."""

    words: tuple[str, ...]
    holders: tuple[Holder, ...]
    is_full: bool


class OfficeLexicon:
    """All holders of offices by name, and the words for the states of the world."""

    def __init__(self, named: Iterable[Named], states: Iterable[State]) -> None:
        self._by_last: dict[str, list[Named]] = defaultdict(list)
        for name in named:
            self._by_last[name.words[-1]].append(name)
        for names in self._by_last.values():
            names.sort(key=lambda name: -len(name.words))
        self.adjectives = {fold(word): state.key for state in states for word in state.adjectives if " " not in word}

    def names_ending(self, word: str) -> tuple[Named, ...]:
        """The names whose last word, folded, this is; the longest first."""
        return tuple(self._by_last.get(word, ()))


def read_offices(folder: Path = FOLDER) -> OfficeLexicon:
    """The offices that ship with truce; LexiconError names file, entry and fault of a bad one."""
    states = {state.key: state for state in read_states()}
    holders: list[tuple[Holder, tuple[str, ...]]] = []
    for path in sorted((folder / "offices").glob("*.toml")):
        for key, group in read_groups(path.stem, folder=path.parent).items():
            if unknown := set(group) - FIELDS:
                raise LexiconError(path.name, key, f"unknown field {', '.join(sorted(unknown))}")
            holders += read_group(path.name, key, group, states)
    return OfficeLexicon(name_holders(holders), states.values())


def read_group(
    file: str, key: str, group: Mapping[str, Any], states: Mapping[str, State]
) -> Iterator[tuple[Holder, tuple[str, ...]]]:
    """Every holder of a group's offices, with the other ways to write the name."""
    of = tuple(group.get("of", ()))
    if "state" in group:
        if group["state"] not in states:
            raise LexiconError(file, key, f"{group['state']} is the key of no state")
        state = states[group["state"]]
        of = (*words_for(state), *of)
    if not of:
        raise LexiconError(file, key, "a group has a `state`, or words in `of`")
    spellings = group.get("spellings", {})
    known: set[str] = set()
    for entry in group.get("offices", ()):
        if set(entry) - OFFICE_FIELDS or not entry.get("titles"):
            raise LexiconError(file, key, f"an office has {', '.join(sorted(OFFICE_FIELDS))}")
        office = Office(tuple(entry["titles"]), of, bool(entry.get("generic")), entry.get("waits", HALF_YEAR))
        tenures: dict[str, list[Tenure]] = defaultdict(list)
        for line in entry.get("holders", ()):
            name, tenure = read_holder(file, key, line)
            tenures[name].append(tenure)
        known |= set(tenures)
        for name, held in tenures.items():
            yield Holder(name, office, tuple(sorted(held, key=lambda tenure: tenure.since))), tuple(spellings.get(name, ()))
    if strange := set(spellings) - known:
        raise LexiconError(file, key, f"{sorted(strange)[0]} has spellings and holds no office")


def words_for(state: State) -> tuple[str, ...]:
    """The names and adjectives of a state, initials also with points: US, U.S."""
    words = (state.name, *state.names, *state.adjectives)
    return (*words, *("".join(f"{letter}." for letter in word) for word in words if word.isupper() and len(word) <= 3))


def read_holder(file: str, key: str, line: str) -> tuple[str, Tenure]:
    """A name and a tenure from `name since/until`."""
    match = HOLDER.fullmatch(line)
    try:
        if match is None:
            raise ValueError("it is not like «Najib Mikati 2021-09-10/2025-02-08», with .. while the office is held")
        since = bounds(match["since"]).earliest
        until = None if match["until"] == ".." else bounds(match["until"])
        if until is not None and until.latest < since:
            raise ValueError("it ends before it begins")
    except ValueError as error:
        raise LexiconError(file, key, f"«{line}»: {error}") from error
    return match["name"], Tenure(since, until.latest if until else None, until.earliest if until else None)


def name_holders(holders: Iterable[tuple[Holder, tuple[str, ...]]]) -> Iterator[Named]:
    """Every name with all who bear it: full names, spellings, and the bare surname of each."""
    bearers: dict[tuple[str, ...], list[Holder]] = defaultdict(list)
    full: set[tuple[str, ...]] = set()
    for holder, spellings in holders:
        names = [name_words(name) for name in (holder.name, *spellings)]
        full |= {words for words in names if len(words) > 1}
        for words in dict.fromkeys([*names, surname(holder.name)]):
            bearers[words].append(holder)
    for words, named in bearers.items():
        yield Named(words, tuple(named), words in full)


def surname(name: str) -> tuple[str, ...]:
    """The words of a bare surname: what follows the last blank, without an article or `Jr.`.

    >>> surname("Bashar al-Assad"), surname("Boutros Boutros-Ghali"), surname("Ferdinand Marcos Jr.")
    (('assad',), ('boutros', 'ghali'), ('marcos',))
    """
    last = name.removesuffix(" Jr.").split()[-1]
    return name_words(re.sub(r"\A(?:al|el|ul)-", "", last))


def name_words(name: str) -> tuple[str, ...]:
    """The words of a name, folded.

    >>> name_words("Ban Ki-moon")
    ('ban', 'ki', 'moon')
    """
    return tuple(WORDS.findall(fold(name)))


@lru_cache(maxsize=4096)
def fold_letter(letter: str) -> str:
    """One letter for a letter: small, without its accent."""
    plain = unicodedata.normalize("NFD", letter)[0].lower()
    return plain if len(plain) == 1 else letter


def fold(text: str) -> str:
    """A text in small letters without accents, one character for one."""
    return text.lower() if text.isascii() else "".join(map(fold_letter, text))
