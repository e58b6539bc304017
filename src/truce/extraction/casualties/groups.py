"""Phrases that can stand for victims: a count with its noun, `a soldier`, `his wife`, a name, a bare number.

Cut out by tags and words, so that one wrong arc of the parse does not lose a figure.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import StrEnum

from truce.extraction.casualties.counting import HYPHENS, counts_people
from truce.extraction.reading import Reading
from truce.language.numbers import Quantity, find_quantities, ordinal
from truce.lexicons.casualty_words import CasualtyLexicon

NOUNS = frozenset({"NN", "NNS", "NNP", "NNPS"})
INNER = NOUNS | {"JJ", "JJR", "JJS", "POS", "HYPH", "AFX", "FW", "NFP"}
DETERMINERS = frozenset("the this that these those all both its his her their our my your whose each every some any no".split())
POSSESSIVES = frozenset({"its", "his", "her", "their", "our", "my", "your", "whose"})
VERBS = frozenset({"VBN", "VBD", "VBG", "VB", "VBZ", "VBP"})
PERSONAL = frozenset({"them", "us", "those", "these", "whom"})
PRONOUNS = frozenset({"he", "she", "him", "her", "himself", "herself"})
QUOTES = frozenset({'"', "“", "”", "''", "``"})
COLLECTIVE = frozenset("staff personnel police crew family troops military army people media clergy".split())
WOUNDS = frozenset({"injuries", "injury", "wounds", "burns", "serious", "minor", "slight", "severe", "light"})
TAKEN = frozenset({"hostage", "captive", "prisoner"})  # took 31 police hostage
TIMES = frozenset(
    """monday tuesday wednesday thursday friday saturday sunday today yesterday tomorrow tonight overnight morning evening
    afternoon night last earlier later""".split()
)


class Sort(StrEnum):
    """How a phrase stands for people."""

    COUNTED = "counted"  # 19 civilians, several of them
    BARE = "bare"  # 19
    ONE = "one"  # a soldier, another
    DEFINITE = "definite"  # the soldier, his wife, Russian major general
    NAMED = "named"  # Hassan Nasrallah
    PRONOUN = "pronoun"  # he, her


@dataclass(frozen=True, slots=True)
class Group:
    """The words `first` to `last` (not included); the victims without their count begin at `core`.

    `head` is the main noun, None for a bare number; `tail` is where what belongs to the phrase ends (`of the army`).
    """

    first: int
    core: int
    last: int
    tail: int
    head: int | None
    sort: Sort
    quantity: Quantity | None = None
    is_plural: bool = False
    human: bool | None = None  # None: nobody knows the noun
    of: bool = False  # three of the soldiers
    inner: Quantity | None = None  # three of the 20 soldiers

    @property
    def start(self) -> int:
        """The first word that the evidence holds: the count, not its qualifier or a determiner before it."""
        return self.quantity.first if self.quantity else self.first


def find_groups(reading: Reading, start: int, end: int, lexicon: CasualtyLexicon) -> list[Group]:
    """The phrases of a sentence that can stand for people, in order, none within another."""
    quantities = {quantity.outer: quantity for quantity in find_quantities(reading.lower, start=start, stop=end)}
    quantities |= {quantity.first: quantity for quantity in [*quantities.values()]}
    finder = Finder(reading, start, end, lexicon, quantities)
    return list(finder.phrases())


@dataclass(frozen=True)
class Finder:
    """One sentence with its counts."""

    reading: Reading
    start: int
    end: int
    lexicon: CasualtyLexicon
    quantities: dict[int, Quantity]

    def phrases(self) -> Iterator[Group]:
        """Every phrase in order."""
        word = self.start
        while word < self.end:
            found = self.phrase_at(word)
            if found is not None:
                yield found
            word = found.last if found is not None else word + 1

    def phrase_at(self, word: int) -> Group | None:
        """The phrase that begins with this word."""
        reading, lower = self.reading, self.reading.lower[word]
        if lower in PRONOUNS and reading.tags[word] in ("PRP", "PRP$") and not (lower == "her" and self.opens_noun(word + 1)):
            return Group(word, word, word + 1, word + 1, word, Sort.PRONOUN, human=True)
        if lower == "themselves" or (lower == "dead" and word > self.start and reading.lower[word - 1] == "shot"):
            return None
        core, quantity = word, self.quantities.get(word)
        determiner = None
        if quantity is None and lower in DETERMINERS:
            determiner, core = lower, word + 1
            quantity = self.quantities.get(core) if core < self.end else None
            if quantity is not None and (quantity.is_one or self.joins_number(quantity.last - 1)):
                quantity = None
        if quantity is not None:
            return self.counted(word, quantity) if counts_people(reading, quantity, self.start, self.end) else None
        opening = core if core < self.end else word
        if reading.tags[opening] not in INNER | {"VBN", "VBG", "CD", "RBS"} or reading.lower[opening] in HYPHENS:
            return None
        if determiner is None and self.is_harm(opening) and reading.tags[opening] in VERBS and reading.deps[opening] != "amod":
            return None
        last = self.run_end(core)
        head = self.head(core, last)
        if head is None:
            return self.nth(word, core) if determiner == "the" else None
        sort = Sort.DEFINITE
        if reading.names[head] == "PERSON" or (
            determiner is None and reading.tags[head] == "NNP" and reading.names[head] == "PERSON"
        ):
            sort = Sort.NAMED
        human = self.is_human(head)
        if human is None and reading.tags[head] == "NNP":
            is_titled = any(reading.lower[other].rstrip(".") in self.lexicon.people for other in range(core, head))
            human = True if is_titled else None  # Brigadier N
        is_plural = reading.tags[head] in ("NNS", "NNPS") or (sort is Sort.DEFINITE and reading.lower[head] in COLLECTIVE)
        group = Group(word, word, last, last, head, sort, None, is_plural, human)
        return self.with_tail(group)

    def nth(self, first: int, word: int) -> Group | None:
        """One of several, by number alone: `the third was killed`, `wounding the other`."""
        reading = self.reading
        is_alone = word + 1 >= self.end or reading.tags[word + 1] in ("VBD", "VBZ", ".", ",", "IN", "CC")
        if word >= self.end or not is_alone or not (ordinal(reading.lower[word]) or reading.lower[word] == "other"):
            return None
        return Group(first, first, word + 1, word + 1, word, Sort.DEFINITE, human=True)

    def counted(self, first: int, quantity: Quantity) -> Group | None:
        """The phrase that a count opens."""
        reading, core = self.reading, quantity.end
        while core < self.end and reading.lower[core] in ("more", "additional") and not quantity.is_one:
            core += 1
        of = core < self.end and reading.lower[core] == "of" and reading.lower[quantity.first] not in ("a", "an")
        after, inner = self.behind_of(core + 1) if of else (core, None)
        if of and after < self.end and reading.lower[after] in PERSONAL:
            return self.of_them(first, after, quantity)
        last = self.joined_end(after) if after < self.end else after
        head = self.head(after, last) if last > after else None
        if head is None:
            return self.without_noun(first, after, quantity, of=of)
        if of and not self.is_human(head) and reading.tags[head] not in ("NNS", "NNPS"):
            return Group(first, quantity.end, quantity.end, quantity.end, None, Sort.BARE, quantity, True)
        plural = reading.tags[head] in ("NNS", "NNPS") or not quantity.is_one
        sort = Sort.ONE if quantity.is_one else Sort.COUNTED
        human = self.is_human(head)
        if human is False and not quantity.is_one and reading.words[head][:1].isupper() and reading.names[head] == "LOC":
            human = None  # 21 Samburu
        return self.with_tail(Group(first, after if of else core, last, last, head, sort, quantity, plural, human, of, inner))

    def behind_of(self, word: int) -> tuple[int, Quantity | None]:
        """Where the noun behind `of the` begins, and the count within: `two of the 19 soldiers`."""
        lower = self.reading.lower
        while word < self.end and lower[word] in DETERMINERS | {"whom"} and lower[word] not in PERSONAL:
            word += 1
        inner = self.quantities.get(word)
        return (inner.end, inner) if inner is not None and not inner.is_one else (word, None)

    def without_noun(self, first: int, word: int, quantity: Quantity, *, of: bool) -> Group | None:
        """A count with no noun behind it: `19`, `another`, `a third`."""
        lower = self.reading.lower[word] if word < self.end else ""
        if of and lower in PERSONAL | {"the", "those", "which"}:
            return None
        if quantity.is_one and ordinal(lower):
            return Group(first, word, word + 1, word + 1, word, Sort.ONE, quantity, human=True)
        if quantity.is_one and self.reading.lower[quantity.first] != "another":
            return None
        return Group(first, quantity.end, quantity.end, quantity.end, None, Sort.BARE, quantity, True)

    def of_them(self, first: int, word: int, quantity: Quantity) -> Group:
        """`five of them`, with the noun that says who these were: `five of them civilians`."""
        last = self.run_end(word + 1) if word + 1 < self.end else word + 1
        if last > word + 1 and self.is_plural_human(last - 1):
            return Group(first, word + 1, last, last, last - 1, Sort.COUNTED, quantity, True, True, True)
        return Group(first, word, word + 1, word + 1, word, Sort.COUNTED, quantity, True, True, True)

    def run_end(self, word: int) -> int:
        """Where the run of adjectives and nouns that begins here ends."""
        reading, position, seen_noun = self.reading, word, False
        while position < self.end and not self.begins_other(position, word) and self.continues(position, seen_noun=seen_noun):
            seen_noun = seen_noun or (reading.tags[position] in NOUNS and not self.joins_number(position))
            position += 1
        while position > word and reading.tags[position - 1] in ("HYPH", "POS", ":", "``", "RB", ","):
            position -= 1
        return position

    def continues(self, position: int, *, seen_noun: bool) -> bool:
        """Whether a word goes on with a run of adjectives and nouns."""
        reading, tag, lower = self.reading, self.reading.tags[position], self.reading.lower[position]
        following = reading.tags[position + 1] if position + 1 < self.end else ""
        if self.is_harm(position):
            return self.is_premodifier(position, seen_noun)
        if tag in ("VBN", "VBG") and reading.lower[position - 1] not in HYPHENS:
            return not seen_noun and self.is_noun_like(position + 1)
        if tag == "RBS" and lower == "most":
            return following in ("JJ", "VBN")
        if tag == "RB":
            return not seen_noun and following in ("JJ", "VBN")
        if tag == "CD":
            return self.joins_number(position) or reading.tags[position - 1] == "NNP"
        if tag in INNER or lower in HYPHENS or (tag == "VBN" and self.is_joined(position)):
            return True
        return lower in QUOTES and self.is_noun_like(position + 1)

    def is_harm(self, position: int) -> bool:
        """Whether a word may tell of harm, so that it ends a run unless a noun follows."""
        lower = self.reading.lower[position]
        return (
            lower in self.lexicon.states
            or self.reading.lemmas[position] in self.lexicon.verbs
            or lower in ("kills", "wounds", "injures", "kill", "left")
            or lower in ("sustained", "suffered")
            or (lower in ("taken", "held") and position + 1 < self.end and self.reading.lower[position + 1] in TAKEN)
            or (lower == "shot" and position + 1 < self.end and self.reading.lower[position + 1] in ("dead", "down", "and"))
        )

    def joined_end(self, word: int) -> int:
        """Where a run ends, a second noun without a count of its own in it: `30 civilians and policemen`."""
        last = self.run_end(word)
        if last + 1 >= self.end or last == word or self.reading.lower[last] not in ("and", "or"):
            return last
        other = self.run_end(last + 1)
        if other == last + 1 or self.reading.tags[last + 1] not in INNER or not self.is_plural_human(last - 1):
            return last
        return other if self.is_plural_human(other - 1) else last

    def is_plural_human(self, word: int) -> bool:
        """Whether a word is a noun for several people."""
        return self.reading.tags[word] in ("NNS", "NNPS") and bool(self.is_human(word))

    def begins_other(self, position: int, first: int) -> bool:
        """Whether a count or a time begins here, so that a run from `first` on ends."""
        if self.joins_number(position):
            return False
        if position > first and position in self.quantities:
            return True
        if position > first and self.reading.lower[position] in TAKEN and self.reading.tags[position - 1] in NOUNS:
            return True
        if position > first and self.reading.lower[position] in ("early", "late") and self.reading.tags[position - 1] in NOUNS:
            return True
        is_time = self.reading.names[position] == "DATE" or self.reading.lower[position] in TIMES
        return is_time and not (position > first and self.reading.lower[position - 1] in HYPHENS)

    def joins_number(self, position: int) -> bool:
        """Whether a number is part of a word: `a two-year-old boy`."""
        reading = self.reading
        following = reading.lower[position + 1] if position + 1 < self.end else ""
        return following in HYPHENS and reading.starts[position + 1] == reading.ends[position]

    def is_joined(self, position: int) -> bool:
        """Whether a word hangs on the one before it by a hyphen: `NATO-led`."""
        reading = self.reading
        return reading.lower[position - 1] in HYPHENS and reading.ends[position - 1] == reading.starts[position]

    def is_premodifier(self, position: int, seen_noun: bool) -> bool:
        """Whether a word of harm stands before its noun: `280 injured people`, `a kidnapped worker`."""
        if seen_noun or position + 1 >= self.end or self.reading.lower[position + 1] in TAKEN | WOUNDS:
            return False
        return self.is_noun_like(position + 1) and position + 1 not in self.quantities

    def is_noun_like(self, position: int) -> bool:
        """Whether a word can stand within a phrase before or as its noun."""
        return (
            position < self.end
            and self.reading.tags[position] in NOUNS | {"JJ", "JJR", "JJS"}
            and self.reading.names[position] != "DATE"
        )

    def opens_noun(self, position: int) -> bool:
        """Whether a noun with its adjectives or numbers begins here."""
        return self.is_noun_like(position) or (position < self.end and self.reading.tags[position] in ("CD", "VBN", "VBG"))

    def head(self, first: int, last: int) -> int | None:
        """The main noun of the run: its last one."""
        for word in range(last - 1, first - 1, -1):
            if (
                self.is_aged(word)
                or self.reading.tags[word] in NOUNS
                or (self.reading.tags[word] == "JJ" and self.reading.words[word][:1].isupper() and word == last - 1)
                or self.reading.lower[word] in self.lexicon.people
                or self.reading.names[word] == "NORP"
            ):
                return word
        return None

    def is_aged(self, word: int) -> bool:
        """Whether a word ends an age that stands for a person: `the 34-year-old`."""
        lower = self.reading.lower
        return (
            lower[word] == "old" and word - 2 >= self.start and lower[word - 1] in HYPHENS and lower[word - 2].startswith("year")
        )

    def is_human(self, head: int) -> bool | None:
        """Whether a noun means people; None where nobody knows it."""
        reading, lower = self.reading, self.reading.lower[head]
        if reading.names[head] == "PERSON" or lower in self.lexicon.people or reading.lemmas[head] in self.lexicon.people:
            return True
        if reading.names[head] == "NORP" or self.is_aged(head):
            return True
        if lower in self.lexicon.things or reading.lemmas[head] in self.lexicon.things or reading.names[head] in ("LOC", "DATE"):
            return False
        return None

    def with_tail(self, group: Group) -> Group:
        """The phrase with an `of` phrase behind it: `members of the security forces`."""
        reading, position = self.reading, group.last
        while position + 1 < self.end and reading.lower[position] in ("of", "from"):
            after = position + 1
            while after < self.end and (reading.lower[after] in DETERMINERS or after in self.quantities):
                after = self.quantities[after].end if after in self.quantities else after + 1
            last = self.run_end(after) if after < self.end else after
            if last + 1 < self.end and reading.lower[last] == "and" and after < last:
                other = self.run_end(last + 1)
                last = other if other > last + 1 and self.is_plural_human(other - 1) else last  # the army and local police
            if last == after and reading.lower[after - 1] not in ("one", "two", "three", "some", "many", "most", "several"):
                break
            position = last
        return replace(group, tail=position)


def ordinal_at(reading: Reading, group: Group) -> int | None:
    """The number of `the 21st victim`."""
    for word in range(group.first, group.last):
        value = ordinal(reading.lower[word])
        if value is not None:
            return value
    return None
