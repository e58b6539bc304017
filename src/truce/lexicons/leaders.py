"""Persons of the actor gazetteer who are known by the offices that they held: presidents, ministers, chiefs of staff.

offices/*.toml says who held which office and when. Whoever held one of a state is a person of that state here, unless
actors/*.toml tells more of them.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from truce.lexicons.actor_entries import ActorEntry, Office
from truce.lexicons.gazetteer import fold_name
from truce.lexicons.loading import read_groups
from truce.records import ActorKind

Placed = tuple[str, ActorEntry]  # the file that an entry stands in, and the entry


def with_leaders(folder: Path, placed: Sequence[Placed]) -> list[Placed]:
    """The entries with those who held an office of a state: as new entries, or as offices of a person who has none told."""
    whole = list(placed)
    at = {fold_name(name): place for place, (_, entry) in enumerate(whole) for name in names_of(entry)}
    states = {entry.key for _, entry in placed if entry.kind is ActorKind.STATE}
    for path in sorted((folder / "offices").glob("*.toml")):
        for group in read_groups(path.stem, folder=path.parent).values():
            for leader in leaders_of(group) if group.get("state") in states else ():
                same = next((at[fold_name(name)] for name in names_of(leader) if fold_name(name) in at), None)
                if same is None:
                    at |= {fold_name(name): len(whole) for name in names_of(leader)}
                    whole.append((path.name, leader))
                elif whole[same][1].kind is ActorKind.PERSON and not whole[same][1].offices:
                    whole[same] = (whole[same][0], replace(whole[same][1], offices=leader.offices))
    return whole


def names_of(entry: ActorEntry) -> tuple[str, ...]:
    """Every name that leads to an entry, alone or among others."""
    return (entry.name, *entry.aliases, *entry.ambiguous)


def leaders_of(group: dict[str, Any]) -> Iterator[ActorEntry]:
    """Everyone in a group's offices, with all offices held."""
    offices: defaultdict[str, list[Office]] = defaultdict(list)
    for office in group.get("offices", ()):
        for line in office.get("holders", ()):
            name, _, tenure = line.rpartition(" ")
            since, _, until = tenure.partition("/")
            offices[name].append(
                Office(office["titles"][0], since or None, None if until in ("", "..") else until, group["state"])
            )
    for name, held in offices.items():
        spellings = tuple(each for each in group.get("spellings", {}).get(name, ()) if " " in each)
        yield ActorEntry(
            key=f"{group['state']}.{fold_name(name).replace(' ', '_')}",
            name=name,
            kind=ActorKind.PERSON,
            aliases=spellings,
            affiliation=group["state"],
            role=held[-1].title,
            offices=tuple(held),
        )
