"""Set phrases of casualty reporting, in which no verb of harm rules its victims."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from truce.extraction.casualties.groups import Group, Sort, ordinal_at
from truce.extraction.casualties.harm import Harm, Side, verb_start
from truce.extraction.casualties.link import Link, members
from truce.extraction.casualties.scene import Scene, is_victim
from truce.language.numbers import Quantity, ordinal
from truce.records import Outcome

CONDITIONS = frozenset("critical serious stable grave".split())
SEVERELY = frozenset("critically seriously severely badly gravely slightly lightly fatally".split())
NAMING = frozenset({"be", "include"})
SEIZING = frozenset({"take", "hold", "seize"})
CAPTIVE = frozenset({"hostage", "captive", "prisoner"})
DRIVING = frozenset({"drive", "force", "uproot", "displace", "chase"})
FORCING = frozenset({"force", "cause", "drive", "prompt", "lead", "send"})
CARRYING = frozenset("take rush bring carry airlift evacuate transfer admit wheel fly hospitalize".split())
OPENERS = frozenset({",", "-", "–", "—", "--", "("})
STRUCK = {
    "dead": Outcome.KILLED,
    "killed": Outcome.KILLED,
    "victims": Outcome.KILLED,
    "fatalities": Outcome.KILLED,
    "wounded": Outcome.INJURED,
    "injured": Outcome.INJURED,
}
HOMES = frozenset("home homes house houses village villages land lands".split())
HOSPITALS = frozenset({"hospital", "hospitals", "clinic", "clinics"})


def find_turns(scene: Scene, links: Sequence[Link]) -> Iterator[Link]:
    """All victims told of by a set phrase; `links` are those that verbs and nouns of harm rule."""
    yield from described_victims(scene)
    yield from lost_victims(scene)
    yield from in_hospital(scene)
    yield from carried_to_hospital(scene)
    yield from severity_parts(scene, links)
    yield from named_victims(scene)
    yield from taken_hostage(scene)
    yield from driven_out(scene)
    yield from ordinal_victims(scene)
    yield from composition(scene)
    yield from parts_of_them(scene, links)


def described_victims(scene: Scene) -> Iterator[Link]:
    """`280 injured people`, `a kidnapped worker`, `the dead attacker`: the word of harm stands within the phrase."""
    for group in scene.groups:
        if group.head is None or (group.is_plural and group.quantity is None) or group.sort is Sort.PRONOUN:
            continue
        for word in range(group.core, group.head):
            lower = scene.reading.lower[word]
            outcome = scene.lexicon.states.get(lower)
            if outcome is None or lower in ("killed", "hurt"):
                continue
            harm = Harm(word, word + 1, word, outcome, Side.SUM, lower)
            if is_victim(group, harm, scene.reading):
                yield Link(group, harm, "described")


def lost_victims(scene: Scene) -> Iterator[Link]:
    """`lost 12 men`, `lost her son`."""
    reading = scene.reading
    for word in range(scene.start, scene.end - 1):
        if reading.lemmas[word] == "lose" and reading.tags[word].startswith("VB"):
            group = scene.at(word + 1)
            if (
                group is not None
                and group.human
                and group.head is not None
                and reading.lower[group.head] not in ("lives", "life", "members", "leaders")
            ):
                harm = Harm(
                    word, word + 1, verb_start(reading, word, scene.start), Outcome.KILLED, Side.RIGHT, "lose", strict=True
                )
                yield from members(scene, harm, scene.list_after(group, scene.end), "lost")


def in_hospital(scene: Scene) -> Iterator[Link]:
    """`five are in critical condition and six in serious condition`, `112 people remain in hospital`."""
    reading = scene.reading
    for word in range(scene.start, scene.end - 2):
        if reading.lower[word] != "in" or not (
            (reading.lower[word + 1] in CONDITIONS and reading.lower[word + 2] in ("condition", "conditions"))
            or reading.lower[word + 1] in ("hospital", "hospitals", "intensive")
        ):
            continue
        last = word
        while (last > scene.start and reading.lemmas[last - 1] in ("be", "remain", "still", "lie")) or reading.tags[
            last - 1
        ] == "RB":
            last -= 1
        group = scene.ending(last)
        if group is not None and group.quantity is not None and is_victim(group, None, scene.reading):
            yield Link(group, Harm(word, word + 2, last, Outcome.INJURED, Side.LEFT, "condition"), "in-hospital")


def carried_to_hospital(scene: Scene) -> Iterator[Link]:
    """`a dozen people were rushed to hospital`."""
    reading = scene.reading
    for word in range(scene.start, scene.end - 2):
        if reading.lemmas[word] not in CARRYING or reading.tags[word] not in ("VBN", "VBD"):
            continue
        reach = range(word + 1, min(word + 6, scene.end))
        if reading.lower[word + 1] not in ("to", "into") or not any(reading.lower[other] in HOSPITALS for other in reach):
            continue
        start = verb_start(reading, word, scene.start)
        group = scene.ending(start)
        is_counted = group is not None and group.quantity is not None and group.human
        if group is not None and group.head is not None and reading.lower[group.head] in ("bodies", "body", "corpses", "dead"):
            continue
        if start < word and group is not None and is_counted and is_victim(group, None, scene.reading):
            last = next(other for other in reach if reading.lower[other] in HOSPITALS) + 1
            yield Link(group, Harm(word, last, start, Outcome.INJURED, Side.LEFT, "hospital"), "to-hospital")


def severity_parts(scene: Scene, links: Sequence[Link]) -> Iterator[Link]:
    """`30 people were injured, five of them critically`: part of those wounded before the comma."""
    reading = scene.reading
    wounded = [link for link in links if link.harm.outcome is Outcome.INJURED]
    for group in scene.groups:
        if group.quantity is None or group.last >= scene.end or reading.lower[group.last] not in SEVERELY:
            continue
        before = [link for link in wounded if max(link.group.last, link.harm.last) <= group.first]
        if group.first > scene.start and reading.lower[group.first - 1] in OPENERS and before:
            whole = before[-1]
            yield Link(group, replace(whole.harm, side=Side.LEFT), "severity", whole.group)


def named_victims(scene: Scene) -> Iterator[Link]:
    """`among the victims are a mayor and seven guards`, `the victims included`."""
    reading = scene.reading
    for word in range(scene.start + 1, scene.end - 2):
        if reading.lower[word] != "victims" or reading.lower[word - 1] not in ("the", "those"):
            continue
        after = word + 1
        if reading.lemmas[after] not in NAMING:
            continue
        is_listed = reading.lemmas[after] == "include" or (word - 2 >= scene.start and reading.lower[word - 2] == "among")
        group = scene.at(after + 1)
        if group is None or not is_listed:
            continue
        harm = Harm(word, word + 1, word, Outcome.KILLED, Side.RIGHT, "victims", strict=True)
        yield from members(scene, harm, scene.list_after(group, scene.end), "among")


def composition(scene: Scene) -> Iterator[Link]:
    """`14 of the dead were children`, `of the wounded, three were soldiers`: who some of those counted before were."""
    reading = scene.reading
    for group in scene.groups:
        if group.quantity is None or group.quantity.value is None or group.last + 1 >= scene.end:
            continue
        told = struck_word(scene, group)
        if told is None:
            continue
        word, outcome = told
        verb = max(word + 1, group.last)
        if reading.lower[verb : verb + 1] not in (("were",), ("was",), ("are",), ("is",)):
            continue
        start = verb + 1
        while start < scene.end and reading.lower[start] in ("believed", "thought", "said", "reported", "to", "be", "all"):
            start += 1
        noun = next((one for one in scene.groups if one.first == start), None)
        if noun is None or not noun.human or noun.head is None:
            continue
        harm = Harm(verb, verb + 1, verb, outcome, Side.LEFT, "composition")
        who = replace(noun, first=group.first, core=noun.core, quantity=group.quantity, sort=Sort.COUNTED)
        yield Link(who, harm, "composition")


def struck_word(scene: Scene, group: Group) -> tuple[int, Outcome] | None:
    """The word for those struck that a count is taken from: `14 of [the dead]`, `of [the wounded], three`."""
    reading = scene.reading
    count = group.quantity.end if group.quantity is not None else group.last
    if reading.lower[count : count + 1] == ("of",):
        for word in range(count + 1, min(count + 4, scene.end)):
            outcome = STRUCK.get(reading.lower[word])
            if outcome is not None:
                return word, outcome
    opening = reading.lower[scene.start : scene.start + 4]
    if opening[:2] in (("of", "the"), ("of", "those")) and group.first <= scene.start + 5 and len(opening) > 2:
        outcome = STRUCK.get(opening[2])
        return (scene.start + 2, outcome) if outcome is not None and group.first > scene.start + 2 else None
    return None


def parts_of_them(scene: Scene, links: Sequence[Link]) -> Iterator[Link]:
    """`a toll of 34 dead, 21 of them civilians`: part of those counted right before."""
    reading = scene.reading
    linked = {link.group.first for link in links}
    for group in scene.groups:
        if group.quantity is None or group.first in linked or not group.of or group.first <= scene.start:
            continue
        behind = reading.lower[group.quantity.last : group.quantity.last + 2]
        if behind not in (("of", "them"), ("of", "whom")) or reading.lower[group.first - 1] not in OPENERS:
            continue
        before = [link for link in links if link.group.last <= group.first and link.group.quantity is not None]
        if not before:
            continue
        whole, verb = before[-1], group.quantity.last + 2
        if group.core > group.quantity.last + 1:
            yield Link(group, whole.harm, "part", whole.group)
        elif reading.lower[verb : verb + 1] in (("were",), ("was",), ("are",)):
            noun = scene.at(verb + 1)
            if noun is not None and noun.human and noun.is_plural:
                who = replace(noun, first=group.first, quantity=group.quantity, sort=Sort.COUNTED)
                yield Link(who, whole.harm, "part", whole.group)


def taken_hostage(scene: Scene) -> Iterator[Link]:
    """`taking 31 policemen hostage`."""
    reading = scene.reading
    for word in range(scene.start, scene.end - 2):
        if reading.lemmas[word] not in SEIZING or not reading.tags[word].startswith("VB"):
            continue
        group = scene.at(word + 1)
        if group is None:
            continue
        listed = scene.list_after(group, scene.end)
        last = listed[-1].group.last
        if last < scene.end and reading.lower[last] in CAPTIVE:
            start = verb_start(reading, word, scene.start)
            harm = Harm(word, word + 1, start, Outcome.ABDUCTED, Side.RIGHT, "hostage")
            yield from members(scene, harm, listed, "taken-hostage")


def driven_out(scene: Scene) -> Iterator[Link]:
    """`drove two million people from their homes`, `forced 5,000 to flee`."""
    reading = scene.reading
    for group in scene.groups:
        word = group.first - 1
        if group.quantity is None or group.quantity.is_one or word < scene.start or group.last + 1 >= scene.end:
            continue
        verb, behind = reading.lemmas[word], reading.lower[group.last : group.last + 3]
        from_home = verb in DRIVING and behind[0] in ("from", "out") and any(each in HOMES for each in behind)
        to_flee = verb in FORCING and behind[:2] in (("to", "flee"), ("to", "leave"), ("into", "exile"), ("from", "their"))
        if (from_home or to_flee) and is_victim(group, None, scene.reading):
            start = verb_start(reading, word, scene.start)
            yield Link(group, Harm(word, word + 1, start, Outcome.DISPLACED, Side.RIGHT, verb), "driven-out")


def ordinal_victims(scene: Scene) -> Iterator[Link]:
    """`the 21st victim to die`, `the sixth soldier killed this year`: the running toll that an ordinal implies."""
    reading = scene.reading
    for group in scene.groups:
        if group.quantity is not None or group.sort is not Sort.DEFINITE or not group.human or group.head is None:
            continue
        value = ordinal_at(reading, group)
        if value is None or value < 2 or reading.lower[group.first] != "the":
            continue
        outcome = death_behind(scene, group.last)
        if outcome is not None:
            word = next(other for other in range(group.first, group.last) if ordinal(reading.lower[other]) == value)
            quantity = Quantity(word, word, word + 1, word + 1, value, value)
            last, kind = outcome
            core = min(word + 1, group.head)
            harm = Harm(last - 1, last, group.last, kind, Side.SUM, "ordinal")
            yield Link(replace(group, quantity=quantity, core=core, sort=Sort.COUNTED), harm, "ordinal")


def death_behind(scene: Scene, word: int) -> tuple[int, Outcome] | None:
    """Where `to be killed`, `to die`, `killed` ends behind an ordinal victim, with its outcome."""
    reading = scene.reading
    while word < scene.end and reading.lower[word] in ("to", "be", "have", "been"):
        word += 1
    if word >= scene.end:
        return None
    outcome = scene.lexicon.verbs.get(reading.lemmas[word]) or scene.lexicon.falls.get(reading.lemmas[word])
    return (word + 1, outcome) if outcome is not None else None
