"""Figures before their attributes are told: a phrase, its word of harm, and the words that hold both."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Generic, TypeVar

from truce.extraction.casualties.groups import Group
from truce.extraction.casualties.harm import Harm, Side
from truce.extraction.casualties.link import Link
from truce.extraction.casualties.linking import link_victims, without_repeats
from truce.extraction.casualties.reality import is_real
from truce.extraction.casualties.scene import Scene, find_scenes
from truce.extraction.reading import Reading
from truce.lexicons.casualty_words import CasualtyLexicon
from truce.records import Ground

Value = TypeVar("Value")


@dataclass(frozen=True, slots=True)
class Draft:
    """One figure to be: its evidence is the words `first` to `last` (not included) of the article.

    Drafts stand in the order of the records; each attribute is found by a function that is handed all of them.
    """

    scene: Scene
    link: Link
    first: int
    last: int

    @property
    def group(self) -> Group:
        """The victims' phrase."""
        return self.link.group

    @property
    def harm(self) -> Harm:
        """The word of harm."""
        return self.link.harm

    @property
    def reading(self) -> Reading:
        """The article."""
        return self.scene.reading


@dataclass(frozen=True, slots=True)
class Told(Generic[Value]):
    """The value of one attribute with the words that it rests on."""

    value: Value
    grounds: tuple[Ground, ...] = ()


def find_drafts(reading: Reading, lexicon: CasualtyLexicon) -> tuple[Draft, ...]:
    """Every figure that the article states as having happened, in the order of the evidence."""
    drafts = [draft(scene, link) for scene in find_scenes(reading, lexicon) for link in real_links(scene)]
    return tuple(sorted(drafts, key=lambda one: one.first))


def real_links(scene: Scene) -> list[Link]:
    """The links of a sentence that it tells as facts, each once."""
    return without_repeats([link for link in link_victims(scene) if is_real(scene, link.harm, link.group)])


def draft(scene: Scene, link: Link) -> Draft:
    """The link with the shortest run of words that holds count, victims and outcome."""
    group, harm = link.group, link.harm
    first = min(group.start, harm.first)
    if harm.side is Side.EITHER and scene.start < group.first < harm.first and scene.reading.lemmas[group.first - 1] == "leave":
        first = group.first - 1
    return Draft(scene, link, first, max(group.last, harm.last))
