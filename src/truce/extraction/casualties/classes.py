"""Which class of people the victims are: combatants, civilians, children, journalists."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from truce.extraction.cast import Cast
from truce.extraction.casualties.bearers import Bearer
from truce.extraction.casualties.counting import HYPHENS
from truce.extraction.casualties.drafts import Draft, Told
from truce.extraction.casualties.groups import NOUNS, Group, Sort
from truce.extraction.casualties.unanimous import class_of_all
from truce.extraction.reading import Reading
from truce.language.numbers import find_quantities
from truce.lexicons import Lexicons
from truce.lexicons.casualty_words import CasualtyLexicon
from truce.records import ActorKind, Ground, VictimClass

FIGHTING = frozenset({ActorKind.ARMED_GROUP, ActorKind.MILITARY})
ADULT_AGE = 18  # Convention on the Rights of the Child, article 1
RESTATED = 2  # sentences, and figures, over which a person is named after being told of
APPOSITION = 14  # words of a description that trails a name
LEADERS = frozenset({"leader", "leaders", "head", "heads", "chief", "chiefs"})
HEADS = LEADERS - {"chief", "chiefs"}
MEMBERS = frozenset({"member", "members"})
STAFF = frozenset({"staff", "staffer", "staffers", "employee", "employees", "worker", "workers", "colleague", "colleagues"})
MEN = frozenset({"man", "men"})
RELATIVES = frozenset(
    "brother brothers son sons relative relatives father cousin cousins nephew nephews niece uncle in-law".split()
)
ASSAILANTS = frozenset({"attacker", "attackers", "assailant", "assailants"})
FIGHTERS = frozenset(
    "militant militants rebel rebels insurgent insurgents guerrilla guerrillas militia jihadist jihadists separatists".split()
)
EMPTY_ADJECTIVES = frozenset(
    "the a an top senior slain former late new old key other prominent leading wanted deputy 's ’s his its".split()
)


def find_own_classes(
    drafts: Sequence[Draft], bearers: Sequence[Bearer], *, cast: Cast, lexicons: Lexicons
) -> tuple[Told[VictimClass | None], ...]:
    """For each figure the class that the victims' own words tell, None where they tell none."""
    judge = Judge(cast, lexicons)
    return tuple(judge.told(draft, bearer) for draft, bearer in zip(drafts, bearers, strict=True))


def carry_classes(  # noqa: PLR0913 - what is carried rests on all that was found before
    drafts: Sequence[Draft],
    bearers: Sequence[Bearer],
    parts: Sequence[Told[int | None]],
    own: Sequence[Told[VictimClass | None]],
    *,
    sides: Sequence[Told[str | None]],
    lexicons: Lexicons,
) -> tuple[Told[VictimClass], ...]:
    """For each figure the class of its victims: by their own words, else by what is told of them beside."""
    told = [
        class_of_staff(draft, bearer, side, lexicons) or kind
        for draft, bearer, side, kind in zip(drafts, bearers, sides, own, strict=True)
    ]
    for number, found in enumerate(told):
        if found.value is None:
            told[number] = (
                class_of_all(drafts[number], lexicons.casualty_words)
                or carried(drafts, bearers, told, number=number, whole=parts[number].value)
                or found
            )
    return tuple(Told(one.value or VictimClass.UNSPECIFIED, one.grounds) for one in told)


def class_of_staff(draft: Draft, bearer: Bearer, side: Told[str | None], lexicons: Lexicons) -> Told[VictimClass | None] | None:
    """Staff of a relief or world body are aid workers: `UNRWA said 222 of its staff had been killed`."""
    group = bearer.group
    if group is None or group.head is None or side.value is None or draft.reading.lower[group.head] not in STAFF:
        return None
    entry = lexicons.actors.find(side.value)
    if entry is None or entry.kind not in (ActorKind.IGO, ActorKind.NGO):
        return None
    return Told(VictimClass.AID_WORKER, tuple(Ground("victim_class", ground.span) for ground in side.grounds))


def carried(
    drafts: Sequence[Draft],
    bearers: Sequence[Bearer],
    told: Sequence[Told[VictimClass | None]],
    *,
    number: int,
    whole: int | None,
) -> Told[VictimClass | None] | None:
    """The class of victims whose own words tell none."""
    draft, bearer = drafts[number], bearers[number]
    if whole is not None and told[whole].value not in (None, VictimClass.UNSPECIFIED):
        return told[whole]  # five soldiers, including two Americans
    if (
        is_relative(draft, bearer)
        and number
        and told[number - 1].value is VictimClass.CIVILIAN
        and is_listed(drafts[number - 1], draft)
    ):
        return told[number - 1]  # a professor and his son
    if is_nationality(draft, bearer) and number + 1 < len(drafts):
        following = drafts[number + 1]
        if is_listed(draft, following):
            return told[number + 1]  # one American and one British soldier
    for other in range(number - 1, max(-1, number - RESTATED - 1), -1):
        earlier = drafts[other]
        if told[other].value is None or draft.scene.number - earlier.scene.number > RESTATED:
            continue
        if is_restated(draft, earlier) or is_same_noun(draft, bearer, bearers[other]):
            return told[other]
    return None


def is_beside_one(draft: Draft, bearer: Bearer) -> bool:
    """Whether `others` stand beside a single person, so that they need not be of that kind: `a nun and four others`."""
    group = bearer.group
    if not bearer.is_carried or group is None or group.quantity is None:
        return False
    return draft.group.quantity is not None and group.quantity.low == 1


def is_listed(one: Draft, other: Draft) -> bool:
    """Whether two figures stand side by side in one list."""
    return one.scene is other.scene and one.harm is other.harm and other.group.first <= one.group.tail + 2


def is_relative(draft: Draft, bearer: Bearer) -> bool:
    """Whether the victims are somebody's kin."""
    group = bearer.group
    return group is not None and group.head is not None and draft.reading.lower[group.head] in RELATIVES


def is_nationality(draft: Draft, bearer: Bearer) -> bool:
    """Whether a phrase names a nation and nothing else: `one American`."""
    group = bearer.group
    if group is None or group.head is None:
        return False
    lower = draft.reading.lower[group.head]
    return lower in ("coalition", "government") or (draft.reading.names[group.head] == "NORP" and not lower.endswith("s"))


def is_restated(draft: Draft, earlier: Draft) -> bool:
    """Whether a name tells who the one person before it was: `killed a rebel leader. Police say N was shot`."""
    if not is_name(draft) or draft.harm.outcome is not earlier.harm.outcome:
        return False
    one = earlier.group.sort in (Sort.ONE, Sort.DEFINITE) and not earlier.group.is_plural
    return one and draft.scene.number > earlier.scene.number


def is_name(draft: Draft) -> bool:
    """Whether the victim is a name: by the parse, or by capitals alone."""
    group, reading = draft.group, draft.reading
    if group.sort is Sort.NAMED:
        return True
    return group.sort is Sort.DEFINITE and all(reading.tags[word] == "NNP" for word in range(group.core, group.last))


def is_same_noun(draft: Draft, bearer: Bearer, before: Bearer) -> bool:
    """Whether a phrase takes up one before by its noun: `the slain leader`."""
    group, other = bearer.group, before.group
    if group is None or other is None or group.head is None or other.head is None or group.sort is not Sort.DEFINITE:
        return False
    return draft.reading.lower[group.head] == draft.reading.lower[other.head]


class Judge:
    """Tells classes by the words for the victims."""

    def __init__(self, cast: Cast, lexicons: Lexicons) -> None:
        self.cast, self.lexicons = cast, lexicons
        self.words: CasualtyLexicon = lexicons.casualty_words

    def told(self, draft: Draft, bearer: Bearer) -> Told[VictimClass | None]:
        """The class of one figure's victims with the words that tell it, None where its words tell none."""
        group, reading = bearer.group, draft.reading
        if group is None:
            return Told(None)
        for kind, first, last in self.readings(reading, group):
            if kind is VictimClass.CIVILIAN and is_beside_one(draft, bearer):
                return Told(None)
            if kind is not None:
                grounds = (Ground("victim_class", reading.span(first, last)),) if kind is not VictimClass.UNSPECIFIED else ()
                return Told(kind, grounds)
        return Told(None)

    def readings(self, reading: Reading, group: Group) -> Iterator[tuple[VictimClass | None, int, int]]:
        """What the phrase tells, then what stands beside it, each with its words."""
        if group.sort is Sort.NAMED:
            yield self.by_title(reading, group), group.first, group.last
            yield from self.by_apposition(reading, group)
            yield self.by_role(reading, group), group.first, group.last
            return
        yield self.by_phrase(reading, group), group.first, group.tail

    def by_phrase(self, reading: Reading, group: Group) -> VictimClass | None:
        """The class of a phrase by its nouns; unspecified where they are of more than one."""
        kinds = {self.of_noun(reading, word, group) for word in heads(reading, group)}
        if len(kinds) > 1:
            return VictimClass.UNSPECIFIED
        return kinds.pop() if kinds else None

    def of_noun(self, reading: Reading, word: int, group: Group) -> VictimClass | None:
        """The class of one noun in its phrase."""
        lower = reading.lower[word]
        phrase = [reading.lower[other] for other in range(group.core, max(group.tail, group.last))]
        age = age_in(reading, group.first, group.last)
        if age is not None and age < ADULT_AGE:
            return VictimClass.CHILD
        if any(each.startswith(("peacekeep", "peace-keep")) for each in phrase):
            return VictimClass.PEACEKEEPER
        for pair in pairwise(phrase[: word + 1 - group.core]):
            if kind := self.words.pairs.get(pair):
                return kind
        if lower in MEN and word > group.core and reading.lower[word - 1] in self.words.makers:
            return VictimClass.COMBATANT
        if lower in RELATIVES and reading.lower[group.last : group.last + 1] == ("of",):
            return VictimClass.CIVILIAN
        if lower in ASSAILANTS:
            return self.of_assailants(reading, word, group)
        if lower in self.words.weak or lower in LEADERS:
            return self.of_weak(reading, word, group)
        kind = self.words.classes.get(lower)
        if kind is None and self.is_fighting_name(reading, word):
            return VictimClass.COMBATANT
        if kind is VictimClass.COMBATANT and any(each in self.words.unmakers for each in phrase):
            return VictimClass.CIVILIAN
        return None if kind is VictimClass.CHILD and age is not None else kind

    def of_assailants(self, reading: Reading, word: int, group: Group) -> VictimClass | None:
        """Attackers are combatants where there are several and this sentence or the one before speaks of fighters."""
        if not group.is_plural:
            return None
        number = reading.sentence_of[word]
        scope = range(reading.sentences[max(number - 1, 0)].start, reading.sentences[number].end)
        fights = any(reading.lower[other] in FIGHTERS or self.is_fighting_name(reading, other) for other in scope)
        return VictimClass.COMBATANT if fights else None

    def of_weak(self, reading: Reading, word: int, group: Group) -> VictimClass | None:
        """The class of `members`, `leader`, `officials`: by what they are members of."""
        lower = reading.lower[word]
        others = [other for other in range(group.core, max(group.tail, group.last)) if other != word]
        if any(reading.lower[other] in self.words.makers for other in others):
            return VictimClass.LEADER if lower in HEADS and self.is_political(reading, others) else VictimClass.COMBATANT
        if lower in MEMBERS and any(reading.lower[other] in self.words.councils for other in others):
            return VictimClass.CIVILIAN
        if lower in MEMBERS and any(reading.lower[other] in ("family", "families", "clan", "tribe") for other in others):
            return None
        if lower in HEADS:
            return self.of_head(reading, others)
        if any(self.is_fighting_name(reading, other) for other in others):
            return VictimClass.COMBATANT
        kind = self.words.classes.get(lower)
        if lower in LEADERS and others:
            return VictimClass.CIVILIAN  # a village chief
        return kind if kind is not VictimClass.COMBATANT else None

    def is_political(self, reading: Reading, others: list[int]) -> bool:
        """Whether a leader is one of a named group, not of its fighters: `Hamas leader`, not `senior Taliban commander`."""
        return not any(
            reading.lower[other] in self.words.makers and (reading.words[other].islower() or reading.lower[other] in FIGHTERS)
            for other in others
        )

    def of_head(self, reading: Reading, others: list[int]) -> VictimClass | None:
        """The class of a leader of people who do not fight: political where a body's name or `party` says so."""
        lowers = {reading.lower[other] for other in others}
        if (
            lowers & self.words.councils
            or "political" in lowers
            or any(self.is_fighting_name(reading, other) for other in others)
        ):
            return VictimClass.LEADER
        told = [other for other in others if reading.lower[other] not in EMPTY_ADJECTIVES]
        if told and all(self.lexicons.actors.state_of_demonym(reading.words[other]) for other in told):
            return VictimClass.LEADER  # the Palestinian leader
        return VictimClass.CIVILIAN if told else None

    def is_fighting_name(self, reading: Reading, word: int) -> bool:
        """Whether a word belongs to the name of an armed group or an army."""
        if not reading.words[word][:1].isupper():
            return False
        entry = self.lexicons.actors.find(reading.words[word])
        if entry is not None:
            return entry.kind in FIGHTING
        actor = self.cast.actor_at(reading.starts[word], reading.ends[word])
        return actor is not None and actor.kind in FIGHTING and actor.name.startswith(reading.words[word])

    def by_title(self, reading: Reading, group: Group) -> VictimClass | None:
        """The class by what stands before a name: `Major General N`, `former prime minister N`."""
        first = title_start(reading, group)
        last = name_start(reading, group)
        if first == last:
            return None
        title = Group(first, first, last, last, last - 1, Sort.DEFINITE)
        return self.by_office(reading, title) or self.of_noun(reading, last - 1, title)

    def by_office(self, reading: Reading, group: Group) -> VictimClass | None:
        """A political head by office."""
        words = " ".join(reading.lower[group.core : group.last])
        if any(words.endswith(title) for title in self.words.titles):
            return VictimClass.LEADER
        return None

    def by_apposition(self, reading: Reading, group: Group) -> Iterator[tuple[VictimClass | None, int, int]]:
        """The class by what trails a name: `N, 40, an officer in the secret service,`."""
        end = reading.sentences[reading.sentence_of[group.head or group.first]].end
        word = group.last
        if word >= end or reading.lower[word] not in (",", "(", "-", "–", "—", "--"):
            return
        word += 1
        if word + 1 < end and reading.words[word].isdecimal():
            word += 2
        first = word
        if first >= end or (
            reading.lower[first] not in ("a", "an", "the", "one", "who") and reading.tags[first] not in ("NN", "JJ")
        ):
            return
        last = first
        while last < min(end, first + APPOSITION) and reading.lower[last] not in (",", ")", "who", "was", "were", "is"):
            last += 1
        head = first
        while head + 1 < last and reading.tags[head + 1] in NOUNS | {"JJ", "POS", "HYPH"}:
            head += 1
        if head < last and reading.tags[head] in NOUNS:
            phrase = Group(first, first, head + 1, last, head, Sort.DEFINITE)
            yield self.by_office(reading, phrase) or self.of_noun(reading, head, phrase), first, last

    def by_role(self, reading: Reading, group: Group) -> VictimClass | None:
        """The class by the role that the article gives the person elsewhere."""
        actor = self.cast.actor_at(reading.starts[group.first], reading.ends[group.last - 1])
        if actor is None or actor.role is None:
            return None
        role = actor.role.lower()
        if any(role.endswith(title) for title in self.words.titles):
            return VictimClass.LEADER
        words = role.split()
        kind = self.words.classes.get(words[-1].rstrip("."))
        if words[-1] in LEADERS:
            return VictimClass.COMBATANT if any(word in self.words.makers for word in words[:-1]) else VictimClass.LEADER
        return None if words[-1] in self.words.weak else kind


def heads(reading: Reading, group: Group) -> list[int]:
    """The main noun of a phrase, and those joined to it within the phrase."""
    if group.head is None:
        return []
    found = [group.head]
    for word in range(group.core + 1, group.last - 1):
        if reading.lower[word] in ("and", "or") and reading.tags[word - 1] in ("NNS", "NNPS"):
            found.append(word - 1)
    return found


def age_in(reading: Reading, first: int, last: int) -> int | None:
    """The age that a phrase gives: `an eight-year-old girl`, `20-year-old`."""
    for word in range(first, last):
        if "year-old" in reading.lower[word]:
            quantity = find_quantities([reading.lower[word].split("-year")[0]])
            return quantity[0].value if quantity else None
        if reading.lower[word] in ("year", "month") and word + 2 < last and reading.lower[word + 1] in HYPHENS:
            back = word - 1
            while back > first and reading.lower[back] in HYPHENS:
                back -= 1
            quantity = find_quantities([reading.lower[back]])
            if reading.lower[word] == "month":
                return 0
            return quantity[0].value if quantity else None
    return None


def name_start(reading: Reading, group: Group) -> int:
    """Where the name itself begins within its phrase, behind titles."""
    head = group.head if group.head is not None else group.last - 1
    while head > group.first and reading.names[head - 1] == "PERSON":
        head -= 1
    return head


def title_start(reading: Reading, group: Group) -> int:
    """Where the words before a name begin."""
    return group.core
