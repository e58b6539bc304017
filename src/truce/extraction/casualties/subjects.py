"""The people that a verb is said of: right before it, by the parse, or the noun that it describes."""

from __future__ import annotations

from dataclasses import replace

from truce.extraction.casualties.groups import Group, Sort
from truce.extraction.casualties.harm import Harm
from truce.extraction.casualties.scene import Scene, is_victim

SUBJECTS = frozenset({"nsubj", "nsubj:pass", "nsubj:outer"})
INSERTION_ENDS = frozenset({",", "-", "--", "—", "–", ")"})
OPENERS = frozenset({"that", ",", "said", "says", "when", "after"})


def subject_of(scene: Scene, harm: Harm) -> Group | None:
    """The phrase that a verb is said of: right before it, by the parse, or the noun that the verb describes."""
    adjacent = scene.ending(harm.start)
    if adjacent is not None and is_victim(adjacent, harm, scene.reading):
        if disagrees(scene, adjacent, harm):
            return owner_of(scene, adjacent)
        return ruling(scene, adjacent) or adjacent
    if adjacent is not None and is_misread_name(scene, adjacent, harm):
        return replace(adjacent, human=True, sort=Sort.NAMED)
    if harm.start - 1 > scene.start and scene.reading.lower[harm.start - 1] in INSERTION_ENDS:
        inserted = scene.ending(harm.start - 1)
        if inserted is not None and is_victim(inserted, harm, scene.reading):
            listed = scene.list_before(inserted, scene.start)
            if len(listed) > 1 or listed[0].group is not inserted:
                return inserted
    return parsed_subject(scene, harm) or named_aside(scene, harm)


def is_misread_name(scene: Scene, group: Group, harm: Harm) -> bool:
    """Whether what was read as a place must be a person: `N was killed`, no preposition before N."""
    reading, before = scene.reading, group.first - 1
    if not (harm.is_passive and harm.is_of_people) or reading.lower[harm.start] not in ("was", "is", "has", "had"):
        return False
    is_place = group.head is not None and reading.names[group.head] == "LOC" and reading.tags[group.head] == "NNP"
    is_free = before < scene.start or reading.tags[before] in ("IN", ",", ":", "VBD", "VBZ", "``", "CC")
    return (
        is_place and is_free and (before < scene.start or reading.lower[before] in ("that", ",", "said", "says", "when", "after"))
    )


def parsed_subject(scene: Scene, harm: Harm) -> Group | None:
    """The phrase that the parse gives a verb as its subject, or as the noun that it describes."""
    reading = scene.reading
    verbs = {harm.first, harm.last - 1}
    head = reading.heads[harm.first]
    if reading.deps[harm.first] in ("acl", "acl:relcl"):
        described = scene.holding(head)
        if described is not None and described.last <= harm.start:
            return described
    if reading.deps[harm.first] in ("xcomp", "conj", "aux:pass", "ccomp", "cop", "aux") and scene.start <= head < scene.end:
        verbs.add(head)
    for word in range(harm.start - 1, scene.start - 1, -1):
        if reading.deps[word] in SUBJECTS and reading.heads[word] in verbs:
            if reading.tags[word] in ("WP", "WDT"):
                described = scene.ending(word) or (scene.ending(word - 1) if reading.lower[word - 1] == "," else None)
                if described is not None:
                    return described
            group = scene.holding(word)
            if group is not None:
                return group
    return None


def named_aside(scene: Scene, harm: Harm) -> Group | None:
    """A name between commas right before the verb: `an adviser to the ministry, N, was shot`."""
    word = harm.start - 1
    if word <= scene.start or scene.reading.lower[word] not in INSERTION_ENDS:
        return None
    group = scene.ending(word)
    is_aside = group is not None and group.sort is Sort.NAMED and scene.reading.lower[group.first - 1] in INSERTION_ENDS
    return group if is_aside else None


def ruling(scene: Scene, group: Group) -> Group | None:
    """The people whose phrase a noun that names none belongs to: `one official in the provincial government`."""
    if group.human or group.quantity is not None or group.first <= scene.start + 1:
        return None
    before = scene.ending(group.first - 1)
    is_tied = scene.reading.lower[group.first - 1] in ("in", "of", "at", "for", "from", "with", "to")
    return before if is_tied and before is not None and before.human else None


def disagrees(scene: Scene, group: Group, harm: Harm) -> bool:
    """Whether several people stand before a verb in the singular: `a brother of one of the two ministers has been killed`."""
    is_many = group.quantity is not None and (group.quantity.low or 2) > 1 and not group.quantity.is_one
    return is_many and group.head is not None and scene.reading.lower[harm.start] in ("has", "was", "is")


def owner_of(scene: Scene, group: Group) -> Group | None:
    """The one person whose phrase ends in another: `a brother of one of [the two ministers]`."""
    word = group.first
    for other in reversed(scene.groups):
        if other.last > word:
            continue
        between = scene.words(other.last, word)
        if between not in ("of", "of one of", "to", "for") and not (other.tail >= group.last):
            return None
        if other.human and not other.is_plural and other.sort is not Sort.COUNTED:
            return other
        word = other.first
    return None
