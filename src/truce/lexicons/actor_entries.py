"""One actor of the gazetteer, read from its line in a file."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from truce.errors import LexiconError
from truce.lexicons.loading import read_groups
from truce.records import ActorKind

FIELDS = frozenset(
    ["name", "aliases", "aliases_ambiguous", "affiliation", "role", "wikidata", "offices", "country", "died", "body"]
)
GROUP_FIELDS = frozenset(["source", "country", "affiliation"])
WIKIDATA = re.compile(r"Q[1-9]\d*")
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
    `died` an ISO day; None where there is none or nobody is sure. `ambiguous` are names shared with other actors,
    `body` the key in bodies.toml of the body of its state that this one is.
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
    body: str | None = None


def read_entries(path: Path) -> Iterator[ActorEntry]:
    """The actors of one file, in its order, or LexiconError."""
    for name, group in read_groups(path.stem, folder=path.parent).items():
        usual: dict[str, Any] = {field: group[field] for field in ("country", "affiliation") if field in group}
        for kind, actors in group.items():
            if kind in GROUP_FIELDS:
                continue
            if kind not in set(ActorKind) or not isinstance(actors, dict):
                raise LexiconError(path.name, f"{name}.{kind}", f"no kind of actor; the kinds are {', '.join(ActorKind)}")
            for key, fields in actors.items():
                yield read_entry(path.name, key, kind, {**usual, **fields})


def read_entry(file: str, key: str, kind: str, fields: dict[str, Any]) -> ActorEntry:
    """One actor from its fields, or LexiconError."""
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
        affiliation=affiliation or None,
        role=fields.get("role") or (offices[-1].title if offices else None),
        wikidata=wikidata,
        offices=offices,
        country=fields.get("country"),
        died=died,
        ambiguous=tuple(fields.get("aliases_ambiguous", ())),
        body=fields.get("body"),
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
    return Office(match["title"], since, until, match["affiliation"] or affiliation or None)
