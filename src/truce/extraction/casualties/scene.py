"""One sentence laid out for finding figures: its phrases, its words of harm, and what joins phrases to lists."""

from __future__ import annotations

import re
from dataclasses import dataclass

from truce.extraction.casualties.groups import Group, Sort, find_groups
from truce.extraction.casualties.harm import Harm, find_harms
from truce.extraction.reading import Reading
from truce.lexicons.casualty_words import CasualtyLexicon

# Between two members of one list: a comma, `and`, `as well as`.
JOINT = re.compile(
    r"(?:,\s*\d{1,3}\s*)?(?:[,;]|--|—|–)?\s*"
    r"(?:and|or|as well as|along with|together with|plus|and also|and then|but also|&)?\s*(?:also)?\s*"
)
# Between a sum and a part of it.
PART = re.compile(
    r"(?:[,;]|--|—|–|\()?\s*(?:and|some)?\s*"
    r"(?:including|among them|among whom|of them|of whom|among which|with|comprising|them|mostly|notably)\s*"
    r"(?:at least|are|were|was|is)?\s*"
)
PLACE_TAGS = frozenset({"IN", "DT", "JJ", "NN", "NNS", "NNP", "NNPS", "POS", "HYPH", "CD", "RB", "TO"})
# Words of set phrases that tell of harm without a word of harm: `lost 12 men`, `drove them from their homes`.
TURNS = frozenset("lost lose losing hospital hospitals condition victims homes flee hostage prey".split())
LONGEST_INSERTION = 12  # words between two members of a list: «in Tyre on Monday and»
VERBS = frozenset({"VBD", "VBZ", "VBP", "MD", "VB", "VBN", "VBG"})


@dataclass(frozen=True, slots=True)
class Member:
    """A phrase in a list, joined to the one before it as "list", "comma" or "part"; "" opens the list."""

    group: Group
    link: str


@dataclass(frozen=True)
class Scene:
    """A sentence, words `start` to `end` (not included)."""

    reading: Reading
    lexicon: CasualtyLexicon
    number: int
    start: int
    end: int
    groups: tuple[Group, ...]
    harms: tuple[Harm, ...]

    def words(self, first: int, last: int) -> str:
        """The words from `first` to `last` (not included) in small letters."""
        return " ".join(self.reading.lower[first:last])

    def link(self, one: Group, other: Group) -> str | None:
        """How two neighbouring phrases are joined: "list", "part", or not at all."""
        for end in dict.fromkeys((one.tail, one.last)):
            if end > other.first:
                continue
            between = self.words(end, other.first)
            if between in (",", "-", "--", "—", "–"):
                return "comma"
            if between and JOINT.fullmatch(between):
                return "list"
            if between and PART.fullmatch(between):
                return "part"
        return self.far_link(one, other)

    def far_link(self, one: Group, other: Group) -> str | None:
        """A list that goes on after words of place and time: `five in Tyre on Monday and 17 in Sidon`."""
        if other.quantity is None or other.first - one.last > LONGEST_INSERTION or other.first <= one.last:
            return None
        last = other.first - 1
        if self.reading.lower[last] == "," and other.sort is Sort.BARE and self.reading.tags[one.last] == "IN":
            behind = self.reading.tags[other.last] if other.last < self.end else ""
            inner = range(one.last, last)
            return "list" if behind == "IN" and all(self.reading.tags[word] in PLACE_TAGS for word in inner) else None
        if self.reading.lower[last] in ("and", "including") and self.reading.tags[one.last] in ("IN", "TO", "NNP"):
            inner = range(one.last, last)
            if all(
                self.reading.tags[word] in PLACE_TAGS or (word == last - 1 and self.reading.lower[word] == ",") for word in inner
            ):
                return "list" if self.reading.lower[last] == "and" else "part"
        return None

    def at(self, word: int) -> Group | None:
        """The phrase that begins with this word."""
        return next((group for group in self.groups if group.first == word), None)

    def holding(self, word: int) -> Group | None:
        """The phrase that holds this word."""
        return next((group for group in self.groups if group.first <= word < group.last), None)

    def ending(self, word: int) -> Group | None:
        """The phrase that ends right before this word, adverbs between at most; the outer one of two."""
        while word > self.start and self.reading.tags[word - 1] in ("RB", "RBR"):
            word -= 1
        return next((group for group in self.groups if word in (group.tail, group.last)), None)

    def ending_within(self, word: int) -> Group | None:
        """The counted phrase that ends right before this word, also within a longer one: `the bodies of [five men]`."""
        ends = (group for group in reversed(self.groups) if word in (group.tail, group.last))
        inner = next((group for group in ends if group.quantity is not None and not group.quantity.is_one and group.human), None)
        return inner or self.ending(word)

    def list_after(self, group: Group, ceiling: int) -> list[Member]:
        """The phrase with those joined behind it, up to `ceiling`; each says how it is joined."""
        found = [Member(group, "")]
        position = self.groups.index(group)
        for other in self.groups[position + 1 :]:
            if other.first < found[-1].group.tail:
                continue
            link = self.link(found[-1].group, other)
            if (
                link is None
                and other.human is not True
                and other.quantity is None
                and other.first - found[-1].group.last < LONGEST_INSERTION
            ):
                continue  # a place between two members
            if link is None or other.tail > ceiling or self.begins_clause(other):
                break
            found.append(Member(other, link))
        return without_appositions(found, self.reading)

    def list_before(self, group: Group, floor: int, *, is_left: bool = False) -> list[Member]:
        """The phrase with those joined before it, none of them ruled by a verb or preposition of its own."""
        found = [Member(group, "")]
        position = self.groups.index(group)
        for other in reversed(self.groups[:position]):
            first = found[0].group
            if other.tail > first.first and other.last <= first.first and other.tail >= first.tail:
                if first.quantity is not None and first.human and not other.human:
                    break  # the fate of [four workers]
                found = [Member(other, "")] if len(found) == 1 else found  # one member with what belongs to it
                continue
            link = self.link(other, first)
            is_aside = link == "comma" and other.human is False
            if link is None or other.first < floor or is_aside or self.is_of_them(other):
                break
            found[0] = Member(first, link)
            found.insert(0, Member(other, ""))
        while len(found) > 1 and self.is_ruled(found[0].group, is_left=is_left):
            found.pop(0)
            found[0] = Member(found[0].group, "")
        return without_appositions(found, self.reading)

    def is_of_them(self, group: Group) -> bool:
        """Whether a phrase counts some of those before it: `three of them soldiers`."""
        if group.quantity is None:
            return False
        return self.reading.lower[group.quantity.last : group.quantity.last + 2] in (("of", "them"), ("of", "whom"))

    def begins_clause(self, group: Group) -> bool:
        """Whether a phrase is the subject of what follows it: `and five others were wounded`, `and 19 wounded`."""
        word = group.tail
        while word < self.end and self.reading.tags[word] in ("RB",):
            word += 1
        if word >= self.end:
            return False
        tag = self.reading.tags[word]
        if tag in ("VBD", "VBZ", "VBP", "MD"):
            return True
        is_harm = any(word in (harm.start, harm.first) for harm in self.harms)
        return is_harm and tag in ("VBN", "JJ", "NNP", "NN", "VBG")

    def is_ruled(self, group: Group, *, is_left: bool) -> bool:
        """Whether a verb or preposition before a phrase takes it as its own; `left two dead` does not."""
        word = group.first - 1
        if word < self.start or (is_left and self.reading.lemmas[word] in ("leave", "find", "report")):
            return False
        reading = self.reading
        if any(harm.last == group.first for harm in self.harms):
            return True
        return reading.tags[word] in VERBS | {"IN", "TO"} and reading.lower[word] not in (
            "that",
            "while",
            "as",
            "when",
            "after",
            "because",
            "where",
            "said",
            "says",
            "say",
            "although",
            "though",
            "since",
            "before",
            "including",
            "whereas",
            "if",
            "than",
            "reported",
            "reports",
        )


def is_kin(group: Group, reading: Reading) -> bool:
    """Whether a phrase names somebody beside the one before it: `a farmer, his wife and two children`."""
    return group.sort is Sort.DEFINITE and reading.lower[group.first] in ("his", "her", "their")


def without_appositions(listed: list[Member], reading: Reading) -> list[Member]:
    """A list without what only says again who a member is: `Raul Reyes, a top rebel commander`, `the brother, Victor,`."""
    kept: list[Member] = []
    is_list = any(member.link == "list" for member in listed)
    for member in listed:
        if member.link == "comma" and kept:
            before = kept[-1].group
            counted = member.group.sort in (Sort.COUNTED, Sort.BARE)
            alike = (before.sort is member.group.sort or is_kin(member.group, reading)) and is_list
            is_other = (
                member.group.sort is Sort.ONE and before.sort is Sort.COUNTED and is_list
            )  # two guards, a medic and a nurse
            if not is_other and not (counted and before.sort not in (Sort.NAMED, Sort.DEFINITE, Sort.PRONOUN)) and not alike:
                continue
        kept.append(member)
    return kept


def find_scenes(reading: Reading, lexicon: CasualtyLexicon) -> list[Scene]:
    """The sentences of an article that hold a word of harm."""
    scenes = []
    for number, sentence in enumerate(reading.sentences):
        harms = find_harms(reading, sentence.start, sentence.end, lexicon)
        words = reading.lower[sentence.start : sentence.end]
        if harms or any(word in TURNS or word in lexicon.states for word in words):
            groups = find_groups(reading, sentence.start, sentence.end, lexicon)
            scenes.append(Scene(reading, lexicon, number, sentence.start, sentence.end, tuple(groups), tuple(harms)))
    return scenes


def is_victim(group: Group, harm: Harm | None, reading: Reading) -> bool:
    """Whether a phrase can stand for those harmed: counted people, one person, a name."""
    if group.human is False:
        return False
    strict = harm is not None and harm.strict
    if group.sort is Sort.BARE:
        return not strict or (harm is not None and harm.is_passive)
    if group.sort is Sort.COUNTED:
        return bool(group.human) or (not strict and group.is_plural)
    if group.is_plural:
        return False
    return bool(group.human) or (harm is not None and harm.is_of_people and may_be_people(group, reading))


def may_be_people(group: Group, reading: Reading) -> bool:
    """Whether a noun that nobody knows may mean people: a name, or one with an article and nothing that belongs to it."""
    if group.tail > group.last or group.head is None:
        return False
    return group.first < group.core or reading.words[group.head][:1].isupper() or reading.tags[group.first] in ("DT", "PRP$")
