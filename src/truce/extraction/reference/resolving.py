"""Look up who is meant by the words for a speaker."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from truce.extraction.cast import Cast
from truce.extraction.phrases import NOUNS, phrase_head
from truce.extraction.reading import Reading
from truce.extraction.reference.appositions import name_beside
from truce.extraction.reference.bodies import as_spoken
from truce.extraction.reference.descriptions import described
from truce.extraction.reference.persons import Persons, name_run
from truce.extraction.reference.pronouns import antecedent
from truce.extraction.reference.referents import (
    PLURAL_TAGS,
    POSSESSIVES,
    PRONOUNS,
    SINGULAR_PERSON,
    THING,
    Referent,
    Sort,
    content_words,
    plain_name,
    sort_of,
)
from truce.lexicons import Lexicons

BRACKETED = re.compile(r"\s*\((?:the\s+)?[A-Z][\w.&-]{1,9}\)")
MODIFIER = re.compile(r"^(?:[\w’'.-]+-(?:based|backed|run|led|linked|aligned|controlled)\s+)+")
LONGEST_OFFICE = 10  # words of an office told before its holder is named
NEXT = 2  # sentences within which somebody introduced without a name is named


@dataclass
class References:
    """Those an article names, findable by any words that stand for them."""

    reading: Reading
    cast: Cast
    lexicons: Lexicons
    persons: Persons
    mentions: list[Referent]  # in the order of the text
    acronyms: dict[str, str]
    speakers: tuple[tuple[int, int], ...] = ()  # the words for all speakers of the article, in order
    spoken: list[Referent] = field(default_factory=list)  # speakers of claims, in the order they were told

    def resolve(self, first: int, last: int, *, answers: bool = False) -> Referent:
        """Who the words `first` to `last` (not included) stand for; call in the order of the text.

        `answers` says that they deny or reject something, so that whoever just accused them is not meant.
        """
        found = self.look_up(first, last, answers=answers)
        self.spoken.append(found)
        return found

    def look_up(self, first: int, last: int, *, answers: bool = False) -> Referent:
        """As `resolve`, without remembering that they spoke."""
        reading = self.reading
        head = phrase_head(reading, first, last)
        if reading.lower[head] in PRONOUNS and last - first <= 2:
            return self.pronoun(first, last, head, answers=answers)
        joined = self.joined_at(first, last)
        if joined is not None:
            return self.pair(first, joined, last)
        person = self.person_in(first, last)
        if person is not None:
            return Referent(person, Sort.PERSON, reading.lower[head], first, last, spoke=True)
        beside = name_beside(reading, first, last, head, self.lexicons)
        if beside is not None:
            return self.named_beside(first, last, beside)
        return self.describe(first, last, head)

    def taken_up(self, found: Referent, first: int, last: int) -> Referent:
        """Someone named elsewhere, meant by the words `first` to `last`."""
        if not found.spoke and found.sort in (Sort.PERSON, Sort.BODY):
            found = as_spoken(self, found)
        name = self.persons.of(found.name) if found.sort is Sort.PERSON else self.acronyms.get(found.name, found.name)
        return Referent(name, found.sort, found.head, first, last, spoke=True, plural=found.plural, source=found.named)

    def pronoun(self, first: int, last: int, head: int, *, answers: bool) -> Referent:
        """Whom a pronoun stands for; itself where nobody fits."""
        reading, lower = self.reading, self.reading.lower[head]
        found = antecedent(self, lower, first, answers=answers)
        if found is None and lower in SINGULAR_PERSON and reading.sentence_of[first] == 0:
            found = self.surname_after(first)
        if found is not None:
            return self.taken_up(found, first, last)
        sort = Sort.BODY if lower in THING else Sort.PERSON
        return Referent(plain_name(reading, first, last), sort, lower, first, last, spoke=True)

    def pair(self, first: int, joined: int, last: int) -> Referent:
        """Two who speak together, persons by their full names, bodies as written."""
        names = []
        for start, end in ((first, joined), (joined + 1, last)):
            name = self.person_in(start, end) or plain_name(self.reading, start, end)
            names.append(BRACKETED.sub("", self.full_form(name)))
        return Referent(f"{names[0]} and {names[1]}", Sort.PEOPLE, "and", first, last, spoke=True, plural=True)

    def named_beside(self, first: int, last: int, beside: tuple[int, int]) -> Referent:
        """Whoever is named in brackets or between commas beside a description."""
        person = self.person_in(*beside)
        head = phrase_head(self.reading, *beside)
        name = person or self.full_form(plain_name(self.reading, *beside))
        sort = Sort.PERSON if person else sort_of(self.reading, head, self.lexicons.cues)
        return Referent(name, sort, self.reading.lemmas[head], first, last, spoke=True, source=beside)

    def joined_at(self, first: int, last: int) -> int | None:
        """Where `and` joins two who speak together, None in a phrase for one."""
        return next((word for word in range(first + 1, last - 1) if joins(self.reading, word, first, last)), None)

    def describe(self, first: int, last: int, head: int) -> Referent:
        """Who is meant by a name that is no person's, or by a description."""
        reading = self.reading
        opening, name = reading.lower[first], plain_name(reading, first, last)
        found, state = None, self.state_of_capital(first, last)
        is_name = (reading.tags[head] in ("NNP", "NNPS") or bool(reading.names[head])) and not self.is_title(first, last)
        if state is not None:
            return Referent(state, Sort.STATE, reading.lemmas[head], first, last, spoke=True)
        if opening in POSSESSIVES:
            owner = antecedent(self, POSSESSIVES[opening], first)
            name = f"{owner.name}’s {reading.span(first + 1, last).text}" if owner else name
        elif is_name:
            name = self.full_form(name)
        else:
            found = described(self, first, last, head)
        if found is not None:
            return self.taken_up(found, first, last)
        sort = sort_of(reading, head, self.lexicons.cues)
        plural = reading.tags[head] in PLURAL_TAGS
        return Referent(self.spell_out(name), sort, reading.lemmas[head], first, last, spoke=True, plural=plural)

    def is_title(self, first: int, last: int) -> bool:
        """Whether a phrase is all titles: `the Secretary-General`."""
        owner = next((word + 1 for word in range(first, last) if self.reading.tags[word] == "POS"), first)
        words = [word for word in self.reading.lower[owner:last] if word not in ("the", "-")]
        return bool(words) and all(word in self.lexicons.reference.titles for word in words)

    def state_of_capital(self, first: int, last: int) -> str | None:
        """The state whose government is meant by the bare name of its capital."""
        if any(
            self.reading.names[word] != "LOC" and not self.reading.tags[word].startswith("NNP") for word in range(first, last)
        ):
            return None
        name = self.reading.span(first, last).text
        state = self.lexicons.actors.state_of_capital(name)
        return state.name if state and name.lower() not in self.lexicons.reference.shared_capitals else None

    def first_named_after(self, word: int, described_by: frozenset[str] | None) -> Referent | None:
        """The person whom the next sentences name as speaker for the first time, where only a description stood before.

        `described_by` are words of which one must describe him too; None where any will do.
        """
        here = self.reading.sentence_of[word]
        for first, last in self.speakers:
            sentence = self.reading.sentence_of[first]
            if first <= word or sentence == here:
                continue
            if sentence > here + NEXT:
                return None
            person = self.person_in(first, last)
            if person is None or any(mention.name == person and mention.last <= word for mention in self.mentions):
                return None
            portrait = self.persons.portrait(person)
            if described_by is None:
                another = stems(portrait - self.lexicons.reference.titles)
                shared = not another or bool(another & stems(frozenset(self.reading.lower[word : word + LONGEST_OFFICE])))
            else:
                shared = bool(described_by & stems(portrait))
            return Referent(person, Sort.PERSON, "", first, last) if shared else None
        return None

    def surname_after(self, word: int) -> Referent | None:
        """Whom the next sentence calls by a bare surname, as if known, where a text opens with a pronoun."""
        here = self.reading.sentence_of[word]
        for mention in self.mentions:
            if mention.sort is Sort.PERSON and mention.subject and self.reading.sentence_of[mention.first] == here + 1:
                return mention if " " not in mention.name else None
        return None

    def full_form(self, name: str) -> str:
        """The longer name in the article that a shorter one is a part of: `the Observatory`, `WFP`."""
        bare = name.replace(".", "")
        if bare in self.acronyms:
            return self.acronyms[bare]
        if bare.isupper() and (known := self.cast.actor_of(name)) is not None:
            spelt = [mention.text for mention in known.mentions if mention.text[:1].isupper() and not mention.text.isupper()]
            return max(spelt, key=len, default=name)
        words = content_words(MODIFIER.sub("", name))
        if not words or (len(words) == 1 and words[0] not in self.lexicons.cues.bodies):
            return name
        best, longest = name, len(words)
        for mention in self.mentions:
            longer = content_words(mention.name)
            if mention.sort is not Sort.PERSON and words[-1] in longer and longest < len(longer) <= len(words) + 4:
                best, longest = (mention.name, len(longer)) if set(words) < set(longer) else (best, longest)
        return best

    def spell_out(self, name: str) -> str:
        """A name without a bracketed acronym, and with those spelt out that the article explains: `AU officials`."""
        bare = BRACKETED.sub("", name) or name
        parts = bare.split()
        if len(parts) > 1 and parts[0].replace(".", "") in self.acronyms:
            return " ".join([self.acronyms[parts[0].replace(".", "")], *parts[1:]])
        return bare

    def person_in(self, first: int, last: int) -> str | None:
        """The full name of the person whom a phrase names, None when it names none."""
        known = self.persons.full.get(plain_name(self.reading, first, last).lower())
        if known is not None and self.reading.words[last - 1][:1].isupper():
            return known
        run = name_run(self.reading, first, last, self.lexicons)
        if run is None:
            return None
        start, end, titled = run
        text = self.reading.span(start, end).text
        known = self.persons.full.get(text.lower())
        if known is not None:
            return known
        is_person = any(self.reading.names[word] == "PERSON" for word in range(start, end))
        return text if is_person or (titled and end - start >= 2) else None


def stems(words: frozenset[str]) -> frozenset[str]:
    """Beginnings of words, so that `Libya` and `Libyan` meet."""
    return frozenset(word[:5] for word in words if len(word) > 2)


def joins(reading: Reading, word: int, first: int, last: int) -> bool:
    """Whether a word joins two noun phrases of their own: `the army and the police`, not `police and medical sources`."""
    if reading.lower[word] != "and" or (reading.names[word] and reading.names[word] == reading.names[word - 1]):
        return False
    names = ("PERSON", "ORG", "LOC")
    both_named = reading.names[word - 1] in names and any(reading.names[later] in names for later in range(word + 1, last))
    return (both_named or reading.tags[word + 1] == "DT") and reading.tags[word - 1] in NOUNS
