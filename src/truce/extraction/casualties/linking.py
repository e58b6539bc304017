"""Which phrases a word of harm befalls."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from truce.extraction.casualties.groups import NOUNS, Group, Sort
from truce.extraction.casualties.harm import Harm, Side
from truce.extraction.casualties.scene import Scene, is_victim

SUBJECTS = frozenset({"nsubj", "nsubj:pass", "nsubj:outer"})
SKIPPED = frozenset({"RB", "RP", "UH"})
TOLL_REACH = 22  # words from `toll` to its number
LIFE_TAKERS = frozenset({"claim", "cost", "take", "lose", "end"})


@dataclass(frozen=True, slots=True)
class Link:
    """A phrase befallen by a word of harm; `whole` is the phrase of which it is said to be a part."""

    group: Group
    harm: Harm
    rule: str
    whole: Group | None = None


def link_victims(scene: Scene) -> list[Link]:
    """All pairs of a word of harm and a phrase it befalls, in order of the phrases, one for each outcome."""
    links: dict[tuple[int, str], Link] = {}
    for harm in scene.harms:
        for link in FINDERS[harm.side](scene, harm):
            links.setdefault((link.group.first, harm.outcome), link)
    return sorted(links.values(), key=lambda link: (link.group.start, link.harm.first))


def members(scene: Scene, harm: Harm, listed: list[tuple[Group, bool]], rule: str) -> Iterator[Link]:
    """The victims of a list, each part with the phrase it is a part of."""
    whole: Group | None = None
    for group, is_part in listed:
        if not is_part and whole is None or not is_part and group.sort is Sort.COUNTED and is_victim(group) and group is listed[0][0]:
            whole = group
        if not is_victim(group, strict=harm.strict):
            continue
        part_of = whole if is_part or (whole is not None and group is not whole and in_parts(listed, group)) else None
        yield Link(group, harm, rule, part_of if part_of is not group else None)


def in_parts(listed: list[tuple[Group, bool]], group: Group) -> bool:
    """Whether a phrase stands behind `including` in its list."""
    for other, is_part in listed:
        if is_part:
            return True
        if other is group:
            return False
    return False


def right_victims(scene: Scene, harm: Harm) -> Iterator[Link]:
    """`killed two soldiers and a medic`."""
    group = object_of(scene, harm)
    if group is not None:
        yield from members(scene, harm, scene.list_after(group, scene.end), "verb-object")


def object_of(scene: Scene, harm: Harm) -> Group | None:
    """The phrase right behind a verb, an adverb between at most."""
    word = harm.last
    while word < scene.end and scene.reading.tags[word] in SKIPPED and scene.at(word) is None:
        word += 1
    if word >= scene.end:
        return None
    return scene.at(word)


def left_victims(scene: Scene, harm: Harm) -> Iterator[Link]:
    """`two soldiers and a medic were killed`."""
    group = subject_of(scene, harm)
    if group is None or group.last > harm.start:
        return
    listed = scene.list_before(group, scene.start)
    listed += [one for one in scene.list_after(group, harm.start)[1:]]
    yield from members(scene, harm, listed, "subject-verb")
    yield from tail_parts(scene, harm, listed)


def tail_parts(scene: Scene, harm: Harm, listed: list[tuple[Group, bool]]) -> Iterator[Link]:
    """Parts named behind the verb: `ten people were killed, including a girl`."""
    counted = next((group for group, _ in reversed(listed) if is_victim(group) and group.sort in (Sort.COUNTED, Sort.BARE)), None)
    if counted is None:
        return
    for group in scene.groups:
        if harm.last <= group.first <= harm.last + 14 and is_victim(group):
            before = scene.words(max(harm.last, group.first - 3), group.first)
            if before.endswith(("including", "among them", "among them ,")):
                for other, _ in scene.list_after(group, scene.end):
                    if is_victim(other):
                        yield Link(other, harm, "part", counted)
                return


def subject_of(scene: Scene, harm: Harm) -> Group | None:
    """The phrase that a verb is said of: right before it, by the parse, or the noun that the verb describes."""
    adjacent = scene.ending(harm.start)
    if adjacent is not None and is_victim(adjacent):
        return adjacent
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


def either_victims(scene: Scene, harm: Harm) -> Iterator[Link]:
    """`killed two`, `two killed`, `left two dead`: what stands right beside decides."""
    if harm.lemma in ("dead", "missing", "homeless", "unaccounted", "lifeless", "hospitalized", "hospitalised", "captive"):
        yield from state_victims(scene, harm)
        return
    group = object_of(scene, harm)
    before = scene.ending(harm.start)
    if group is not None and is_victim(group, strict=harm.strict):
        yield from members(scene, harm, scene.list_after(group, scene.end), "verb-object")
    elif before is not None and is_victim(before, strict=harm.strict) and (group is None):
        listed = scene.list_before(before, scene.start)
        yield from members(scene, harm, listed, "participle")
        yield from tail_parts(scene, harm, listed)
    elif group is None and is_passive(scene, harm):
        yield from left_victims(scene, harm)


def is_passive(scene: Scene, harm: Harm) -> bool:
    """Whether the parse shows a verb without auxiliaries as a passive."""
    reading = scene.reading
    if reading.deps[harm.first] in ("acl", "acl:relcl") and reading.tags[harm.first] == "VBN":
        return True
    head = reading.heads[harm.first]
    verbs = {harm.first} | ({head} if reading.deps[harm.first] == "conj" else set())
    return any(reading.deps[word] in ("aux:pass", "nsubj:pass") and reading.heads[word] in verbs for word in range(scene.start, harm.first))


def state_victims(scene: Scene, harm: Harm) -> Iterator[Link]:
    """`left two dead`, `two dead`, `among the dead were two`."""
    reading = scene.reading
    before = scene.ending(harm.start)
    if before is not None and is_victim(before):
        listed = scene.list_before(before, scene.start)
        if reading.tags[harm.first] not in ("NNS",) or before.quantity:
            yield from members(scene, harm, listed, "state")
            yield from tail_parts(scene, harm, listed)
        return
    if harm.start > scene.start and reading.lower[harm.start - 1] in ("the", "those") :
        word = harm.last
        if word < scene.end and reading.lower[word] in ("were", "was", "included", "include", "are", "is"):
            group = scene.at(word + 1)
            if group is not None:
                yield from members(scene, harm, scene.list_after(group, scene.end), "among")
        return
    if harm.start < harm.first:
        yield from left_victims(scene, harm)


def of_victims(scene: Scene, harm: Harm) -> Iterator[Link]:
    """`the killing of two men`, `Nasrallah's death`, `her death`."""
    reading, word = scene.reading, harm.last
    reach = min(scene.end, word + 6)
    while word < reach and reading.lower[word] != "of":
        if reading.names[word] != "DATE" and reading.tags[word] not in ("IN", "NNP", "DT", "JJ", "RB", "POS", "VBN") and word > harm.last:
            break
        if reading.names[word] != "DATE" and word == harm.last and reading.tags[word] not in ("IN", "RB"):
            break
        word += 1
    if word < reach and reading.lower[word] == "of":
        group = scene.at(word + 1)
        if group is not None:
            yield from members(scene, harm, scene.list_after(group, scene.end), "noun-of")
        return
    yield from owner(scene, harm)


def owner(scene: Scene, harm: Harm) -> Iterator[Link]:
    """The victim before a noun of harm: `Nasrallah's death`, `his killing`."""
    reading = scene.reading
    phrase = scene.holding(harm.first)
    if phrase is None or reading.lower[harm.first] in ("loss", "losses") or reading.tags[harm.first] in ("NNS", "NNPS"):
        return
    before = harm.first - 1
    while before > phrase.first and reading.tags[before] in ("JJ",):
        before -= 1
    if reading.lower[before] in ("his", "her"):
        yield Link(Group(before, before, before + 1, before + 1, before, Sort.PRONOUN, human=True), harm, "owner")
    elif reading.tags[before] == "POS" and before > phrase.first:
        head = before - 1
        human = reading.names[head] == "PERSON" or reading.lower[head] in scene.lexicon.people
        if human and reading.tags[head] in ("NN", "NNP"):
            sort = Sort.NAMED if reading.names[head] == "PERSON" else Sort.DEFINITE
            yield Link(Group(phrase.first, phrase.first, before, before, head, sort, None, False, True), harm, "owner")


def sum_victims(scene: Scene, harm: Harm) -> Iterator[Link]:
    """`two deaths`, `12 fatalities`, `claimed 70 lives`, `the bodies of seven`."""
    reading, word = scene.reading, harm.last
    lower = reading.lower[harm.first]
    if word < scene.end and reading.lower[word] == "of" and lower in ("bodies", "body", "corpses", "corpse", "remains", "lives", "life", "deaths"):
        group = scene.at(word + 1)
        if group is not None:
            yield from members(scene, harm, scene.list_after(group, scene.end), "noun-of")
            return
    group = scene.holding(harm.first)
    if group is None:
        group = next((one for one in scene.groups if one.last == harm.first and one.quantity), None)
    if group is None or group.quantity is None or (group.head is not None and group.head != harm.first and group.last != harm.first):
        return
    if group.quantity.is_one and lower not in ("casualty", "fatality", "hostage"):
        return
    if lower in ("lives", "life"):
        verb = group.first - 1
        if verb < scene.start or reading.lemmas[verb] not in LIFE_TAKERS:
            return
    yield Link(group, harm, "sum")


def toll_victims(scene: Scene, harm: Harm) -> Iterator[Link]:
    """`the death toll rose to 43`, `put the toll at 43`, `a toll of 59`."""
    group = toll_number(scene, harm.last, min(scene.end, harm.last + TOLL_REACH))
    if group is not None:
        yield Link(group, harm, "toll")


def toll_number(scene: Scene, first: int, last: int) -> Group | None:
    """The number that a toll reached: the first that a preposition or a verb of counting leads to."""
    reading = scene.reading
    for group in scene.groups:
        if not (first <= group.first < last) or group.quantity is None or group.quantity.is_one or group.human is False:
            continue
        before = reading.lower[group.first - 1]
        if before == "by":
            continue
        if before in ("to", "at", "of", "above", "over", "beyond", "past", "is", "was", "now", "reached", "hit", ":", "near", "from") or reading.lemmas[group.first - 1] in scene.lexicon.toll_verbs or (group.first > first and group.quantity.outer == group.first and reading.lower[group.first] in ("above", "over", "more", "at", "nearly", "about", "around", "some")):
            return group
    return None


def lives_victims(scene: Scene, harm: Harm) -> Iterator[Link]:
    """`two men lost their lives`."""
    if harm.last - harm.first == 2 and scene.reading.lower[harm.first + 1] in ("lives", "life"):
        return
    yield from left_victims(scene, harm)


def fled_victims(scene: Scene, harm: Harm) -> Iterator[Link]:
    """`two thousand people fled`: only those counted."""
    for link in left_victims(scene, harm):
        if link.group.quantity is not None and not link.group.quantity.is_one:
            yield link


FINDERS: dict[Side, Callable[[Scene, Harm], Iterator[Link]]] = {
    Side.RIGHT: right_victims,
    Side.LEFT: left_victims,
    Side.EITHER: either_victims,
    Side.OF: of_victims,
    Side.SUM: sum_victims,
    Side.TOLL: toll_victims,
    Side.LIVES: lives_victims,
    Side.FLED: fled_victims,
}
