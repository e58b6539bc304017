"""Which phrases a word of harm befalls."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

from truce.extraction.casualties.groups import Group, Sort
from truce.extraction.casualties.harm import Harm, Side
from truce.extraction.casualties.link import Link, members
from truce.extraction.casualties.scene import Member, Scene, is_victim
from truce.extraction.casualties.subjects import subject_of
from truce.extraction.casualties.turns import find_turns
from truce.records import Outcome

PART_REACH = 16  # words from a verb to `including`
SKIPPED = frozenset({"RB", "RP", "UH"})
TOLL_REACH = 34  # words from `toll` to its number
TOLL_PREPOSITIONS = frozenset("to at of above over beyond past now near from : than -".split())
REMAINS = frozenset({"bodies", "body", "corpses", "corpse", "remains", "lives", "life", "deaths"})
OVERRIDING = frozenset({"ordinal", "composition", "severity"})  # set phrases that are surer than a word of harm by itself
LIFE_TAKERS = frozenset({"claim", "cost", "take", "lose", "end"})


def link_victims(scene: Scene) -> list[Link]:
    """All pairs of a word of harm and a phrase it befalls, in order of the phrases, one for each outcome."""
    links: dict[tuple[int, str, bool], Link] = {}
    for harm in scene.harms:
        for link in FINDERS[harm.side](scene, harm):
            links.setdefault(key_of(link), link)
    for link in [*find_turns(scene, [*links.values()])]:
        links[key_of(link)] = link if link.rule in OVERRIDING else links.get(key_of(link), link)
    return sorted(links.values(), key=lambda link: (link.group.start, link.harm.first))


def key_of(link: Link) -> tuple[int, str, bool]:
    """What makes two links one: the phrase and its outcome; `20 hostages` are so by name, whatever else befalls them."""
    return link.group.first, link.harm.outcome, link.rule == "sum" and link.harm.outcome is Outcome.ABDUCTED


def without_repeats(links: list[Link]) -> list[Link]:
    """Links without those that only say by name what another says of the same people: `freed 20 [hostages]`."""
    harmed = {link.group.first for link in links if link.rule not in ("sum", "described") and link.harm.side is not Side.FLED}
    kept = []
    for link in links:
        is_name = link.rule == "sum" and link.harm.outcome is Outcome.ABDUCTED
        is_fled = link.harm.side is Side.FLED
        is_missing = link.rule == "described" and link.harm.outcome is Outcome.MISSING
        is_loose = link.rule == "toll" and link.harm.outcome is Outcome.CASUALTIES  # a casualty count of 12 dead
        if is_loose and any(other.group.first == link.group.first for other in links if other is not link):
            continue
        if not ((is_name or is_missing or is_fled) and link.group.first in harmed):
            kept.append(link)
    return kept


def right_victims(scene: Scene, harm: Harm) -> Iterator[Link]:
    """`killed two soldiers and a medic`, `kidnapped and killed two men`."""
    group = object_of(scene, harm) or shared_object(scene, harm)
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


def shared_object(scene: Scene, harm: Harm) -> Group | None:
    """The object of a verb joined to this one: `[kidnapped] and killed two men`."""
    reading, word = scene.reading, harm.last
    if word >= scene.end or reading.lower[word] not in ("and", "or"):
        return None
    other = next((one for one in scene.harms if one.first in (word + 1, word + 2)), None)
    return object_of(scene, other) if other is not None and other.outcome is not harm.outcome else None


def left_victims(scene: Scene, harm: Harm) -> Iterator[Link]:
    """`two soldiers and a medic were killed`."""
    group = subject_of(scene, harm)
    if group is None or group.last > harm.start:
        return
    listed = scene.list_before(group, scene.start)
    listed += scene.list_after(group, harm.start)[1:]
    yield from members(scene, harm, listed, "subject-verb")
    yield from tail_parts(scene, harm, listed)


def tail_parts(scene: Scene, harm: Harm, listed: list[Member]) -> Iterator[Link]:
    """Parts named behind the verb: `ten people were killed, including a girl`, `was killed, along with two others`."""
    counted = next((one.group for one in reversed(listed) if one.group.sort in (Sort.COUNTED, Sort.BARE)), None)
    for group in scene.groups:
        if group.first < harm.last:
            continue
        if group.first > harm.last + PART_REACH or any(harm.last <= other.first < group.first for other in scene.harms):
            return
        before = scene.words(max(harm.last, group.first - 3), group.first)
        is_part, is_more = (
            before.endswith(("including", "among them", "among them ,", "among them were")),
            before.endswith(("along with", "as well as", "together with")),
        )
        if (is_part and counted) or is_more:
            for member in scene.list_after(group, scene.end):
                if is_victim(member.group, harm, scene.reading):
                    yield Link(member.group, harm, "part" if is_part else "along-with", counted if is_part else None)
            return
        if group.quantity is not None and not group.quantity.is_one and group.human is not False:
            return


def either_victims(scene: Scene, harm: Harm) -> Iterator[Link]:
    """`killed two`, `two killed`, `left two dead`: what stands right beside decides."""
    among = among_start(scene, harm)
    if among is not None:
        for link in left_victims(scene, replace(harm, start=among)):
            yield replace(link, harm=harm, rule="among")
        return
    if harm.lemma in ("dead", "missing", "homeless", "unaccounted", "lifeless", "hospitalized", "hospitalised", "captive"):
        yield from state_victims(scene, harm)
        return
    group = object_of(scene, harm)
    before = scene.ending_within(harm.start)
    if group is not None and is_victim(group, harm, scene.reading):
        yield from members(scene, harm, scene.list_after(group, scene.end), "verb-object")
    elif before is not None and is_victim(before, harm, scene.reading) and (group is None):
        listed = scene.list_before(before, scene.start)
        yield from members(scene, harm, [inner_count(member) for member in listed], "participle")
        yield from tail_parts(scene, harm, listed)
    elif group is None and is_passive(scene, harm):
        yield from left_victims(scene, harm)
    elif group is None and shared_object(scene, harm) is not None:
        yield from right_victims(scene, harm)


def among_start(scene: Scene, harm: Harm) -> int | None:
    """Where `was among the dead`, `were among the militants killed` begins."""
    reading, word = scene.reading, harm.start - 1
    if word > scene.start and reading.tags[word] in ("NNS", "NN"):
        word -= 1
    if word - 2 < scene.start or reading.lower[word] not in ("the", "those") or reading.lower[word - 1] != "among":
        return None
    return word - 2 if reading.lower[word - 2] in ("was", "were", "is", "are") else None


def inner_count(member: Member) -> Member:
    """`two of the 30 men snatched`: thirty were."""
    group = member.group
    if group.inner is None:
        return member
    return Member(replace(group, quantity=group.inner, first=group.inner.outer, core=group.inner.end), member.link)


def is_passive(scene: Scene, harm: Harm) -> bool:
    """Whether the parse shows a verb without auxiliaries as a passive."""
    reading = scene.reading
    if reading.deps[harm.first] in ("acl", "acl:relcl") and reading.tags[harm.first] == "VBN":
        return True
    head = reading.heads[harm.first]
    verbs = {harm.first} | ({head} if reading.deps[harm.first] == "conj" else set())
    return any(
        reading.deps[word] in ("aux:pass", "nsubj:pass") and reading.heads[word] in verbs
        for word in range(scene.start, harm.first)
    )


def state_victims(scene: Scene, harm: Harm) -> Iterator[Link]:
    """`left two dead`, `two dead`, `among the dead were two`."""
    reading = scene.reading
    before = scene.ending(harm.start)
    if before is not None and is_victim(before, harm, scene.reading):
        listed = scene.list_before(before, scene.start, is_left=True)
        if reading.tags[harm.first] not in ("NNS",) or before.quantity:
            yield from members(scene, harm, listed, "state")
            yield from tail_parts(scene, harm, listed)
        return
    if harm.start > scene.start and reading.lower[harm.start - 1] in ("the", "those"):
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
        if (
            reading.names[word] != "DATE"
            and reading.tags[word] not in ("IN", "NNP", "DT", "JJ", "RB", "POS", "VBN")
            and word > harm.last
        ):
            break
        if reading.names[word] != "DATE" and word == harm.last and reading.tags[word] not in ("IN", "RB"):
            break
        word += 1
    if word < reach and reading.lower[word] == "of":
        group = scene.at(word + 1)
        if group is not None:
            yield from members(scene, harm, scene.list_after(group, scene.end), "noun-of")
        return
    if word < reach - 1 and reading.lower[word] in ("and", "or") and reading.lower[word + 1] in scene.lexicon.events:
        yield from of_victims(scene, replace(harm, last=word + 2))  # kidnapping and murder of a lawyer
        return
    yield from owner(scene, harm)
    if reading.lower[harm.first] in scene.lexicon.sums:
        yield from sum_victims(scene, harm)


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
    among = among_start(scene, harm)
    if among is not None:
        for link in left_victims(scene, replace(harm, start=among)):
            yield replace(link, harm=harm, rule="among")
        return
    reading, word = scene.reading, harm.last
    lower = reading.lower[harm.first]
    if lower in ("lives", "life"):
        verb = life_taker(scene, harm.first)
        if verb is None:
            return
        harm = replace(harm, first=verb, last=verb + 1)
    if word < scene.end and reading.lower[word] == "of" and lower in REMAINS:
        group = scene.at(word + 1)
        if group is not None:
            yield from members(scene, harm, scene.list_after(group, scene.end), "noun-of")
            return
    yield from counted_by_noun(scene, harm, word - 1)


def life_taker(scene: Scene, word: int) -> int | None:
    """The verb that takes lives: `claimed more than 70 lives`, `cost the lives of eight`; not `saved 12 lives`."""
    reading = scene.reading
    for before in range(word - 1, max(scene.start, word - 7) - 1, -1):
        if reading.tags[before].startswith("VB"):
            return before if reading.lemmas[before] in LIFE_TAKERS else None
    return None


def counted_by_noun(scene: Scene, harm: Harm, noun: int) -> Iterator[Link]:
    """`12 fatalities`: the phrase that counts the noun of harm."""
    lower = scene.reading.lower[noun]
    group = scene.holding(noun)
    if group is None:
        group = next((one for one in scene.groups if one.last == noun and one.quantity), None)
    if group is None or group.quantity is None or (group.head is not None and noun not in (group.head, group.last)):
        return
    if group.quantity.is_one and lower not in ("casualty", "fatality"):
        return
    if group.of and group.quantity.value is None:
        return  # many of the bodies
    if harm.outcome in (Outcome.ABDUCTED, Outcome.DISPLACED) and (group.of or group.quantity.low == 1):
        return
    yield Link(group, harm, "sum")


def toll_victims(scene: Scene, harm: Harm) -> Iterator[Link]:
    """`the death toll rose to 43`, `put the toll at 43`, `a toll of 59`, `raising to 43 the number of dead`."""
    before = (
        scene.ending(harm.first - 1)
        if harm.first > scene.start and scene.reading.lower[harm.first - 1] in ("the", "its")
        else None
    )
    if before is not None and before.quantity is not None and scene.reading.lower[before.first - 1] in ("to", "at"):
        yield Link(before, harm, "toll")
        return
    for group in toll_numbers(scene, harm):
        yield Link(group, harm, "toll")


def toll_numbers(scene: Scene, harm: Harm) -> list[Group]:
    """The numbers that a toll reached: the first that a preposition or a verb of counting leads to, and from which."""
    reading, first = scene.reading, harm.last
    found: list[Group] = []
    for group in scene.groups:
        if (
            not first <= group.first < first + TOLL_REACH
            or group.quantity is None
            or group.quantity.is_one
            or group.human is False
        ):
            continue
        before, lower = group.first - 1, reading.lower[group.first - 1]
        if found and lower not in ("to", "from"):
            break
        leads = lower in TOLL_PREPOSITIONS or reading.lemmas[before] in scene.lexicon.toll_verbs or group.first == first
        if lower == "by" or not leads:
            continue
        found.append(group)
        if lower != "from":
            break
    return found


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
