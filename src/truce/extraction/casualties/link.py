"""A phrase with the word of harm that befell it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from truce.extraction.casualties.groups import Group, Sort
from truce.extraction.casualties.harm import Harm
from truce.extraction.casualties.scene import Member, Scene, is_victim


@dataclass(frozen=True, slots=True)
class Link:
    """A phrase befallen by a word of harm; `whole` is the phrase of which it is said to be a part."""

    group: Group
    harm: Harm
    rule: str
    whole: Group | None = None


def members(scene: Scene, harm: Harm, listed: list[Member], rule: str) -> Iterator[Link]:
    """The victims of a list, each part with the phrase it is a part of."""
    whole: Group | None = None
    in_parts = False
    for member in listed:
        group = member.group
        in_parts = in_parts or member.link == "part"
        if not in_parts and group.sort in (Sort.COUNTED, Sort.BARE):
            whole = group
        if is_victim(group, harm, scene.reading):
            yield Link(group, harm, rule, whole if in_parts else None)
