"""The places an article names, each with what stands around its name."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from truce.extraction.phrases import TIMES
from truce.extraction.reading import Reading
from truce.lexicons.gazetteer import fold_name
from truce.lexicons.places import DIRECTIONS, PlaceLexicon
from truce.lexicons.setting_words import SettingLexicon

# Prepositions that can lead to the name of a place.
LEADS = frozenset(
    """in near at outside inside around across throughout within off along on from to into toward towards over through between by
    of for against north south east west northeast northwest southeast southwest""".split()
)
IN_PLACE = frozenset({"in", "near", "outside", "inside"})  # behind these even a word taken for another name is a place
NAMED = frozenset({"LOC", "ORG", "PERSON"})
NAME_TAGS = frozenset({"NNP", "NNPS"})
BEFORE_KIND = frozenset({"JJ", "DT", "NNP", "NN", "POS", "VBN", "HYPH", "RB", "JJS"})
TAKEN_UP, DATELINE = "taken-up", "dateline"
# Behind the town: `, 24 Oct 88 (REUTER) --`.
DATELINE_MARK = re.compile(r"[^.!?\n]{0,60}(?:\)|\d)\s*(?:--|—|–)")
PARTS = frozenset("north south east west northeast northwest southeast southwest".split())
REACH_BACK = 6  # sentences over which `the city` can mean one named before
MEANT = 12  # mentions among which it is sought


@dataclass(frozen=True, slots=True)
class Mention:
    """A place named by the words `first` to `last` (not included); `key` is its name as names are compared.

    `lead` is the preposition before it, "" where none stands; `kind` the noun that tells what it is, "" where none
    does; `label` the kind of name that the words were taken for, `taken-up` for words like `the city`, `dateline` for
    a town in capitals that opens a story. `is_owner`: an ending of possession or another noun follows, as in
    `Baghdad's mayor` and `Gaza officials`.
    """

    first: int
    last: int
    text: str
    key: str
    sentence: int
    lead: str = ""
    kind: str = ""
    label: str = ""
    is_owner: bool = False
    state: str | None = None  # the state that this is, by its main name

    @property
    def is_country(self) -> bool:
        """Whether this is a whole state, or a part of one that only a direction names."""
        return self.state is not None


OLDEST = 2  # figures of an age


@dataclass(frozen=True)
class PlaceFinder:
    """One article with the words that tell places."""

    reading: Reading
    places: PlaceLexicon
    words: SettingLexicon

    def find(self) -> list[Mention]:
        """Every mention of a place in headline and story, in order."""
        found = list(self.named())
        known = {mention.key for mention in found if mention.label in ("LOC", "") or mention.lead == "in"}
        found += [
            one for one in self.unlabelled(known) if not any(one.first < each.last and each.first < one.last for each in found)
        ]
        found.sort(key=lambda mention: mention.first)
        taken_up = list(self.taken_up(found))
        return sorted([*found, *taken_up], key=lambda mention: mention.first)

    def named(self) -> Iterator[Mention]:
        """Mentions by name."""
        word = 0
        while word < len(self.reading.words):
            last = self.name_end(word) if self.reading.sentence_of[word] >= 0 else None
            mention = self.mention(word, last) if last is not None else None
            if mention is not None:
                yield mention
            word = max(word + 1, last or 0, mention.last if mention else 0)

    def unlabelled(self, known: set[str]) -> Iterator[Mention]:
        """Names of people and bodies that the article uses as places elsewhere: `fled Khan Younis`."""
        word = 0
        while word < len(self.reading.words):
            last = (
                self.name_end(word)
                if self.reading.names[word] in ("ORG", "PERSON") and self.reading.sentence_of[word] >= 0
                else None
            )
            if last is not None and fold_name(self.reading.span(word, last).text) in known:
                mention = self.mention(word, last, is_known=True)
                if mention is not None:
                    yield mention
            word = max(word + 1, last or 0)

    def name_end(self, word: int) -> int | None:
        """Where the name that begins with a word ends, None where none begins."""
        reading, label = self.reading, self.reading.names[word]
        if label in NAMED or label == "NORP":
            last = word + 1
            while last < len(reading.words) and reading.names[last] == label and not reading.name_starts[last]:
                last += 1
            return last
        if reading.tags[word] not in NAME_TAGS or label:
            return None
        known = self.places.longest_at(reading.words, word)
        if known is not None:
            return known[0]
        before = reading.lower[word - 1] if word else ""
        last = word + 1
        while last < len(reading.words) and reading.tags[last] in NAME_TAGS and not reading.names[last]:
            last += 1
        after = reading.lower[last] if last < len(reading.words) else ""
        return last if before in IN_PLACE | {"of"} or after in self.words.kinds or self.is_camp(last) else None

    def is_camp(self, word: int) -> bool:
        """Whether `refugee camp` stands here."""
        return self.reading.lower[word : word + 2] == ("refugee", "camp")

    def mention(self, first: int, last: int, *, is_known: bool = False) -> Mention | None:
        """The mention by these words, None where they can name no place."""
        reading = self.reading
        while last > first + 1 and reading.tags[last - 1] == "POS":
            last -= 1
        while first < last - 1 and reading.lower[first] == "the":
            first += 1
        start = first
        while start > 0 and reading.lower[start - 1] in DIRECTIONS:
            start -= 1
        kind, end = self.kind(first, last)
        lead, kind_before = self.lead(start)
        kind = kind_before or kind
        name = reading.span(first, last).text
        if self.has_age(last) or not self.can_be_place(name, reading.names[first], lead, kind, is_known=is_known):
            return None
        if reading.names[first] == "NORP" and kind != "border":
            return self.nation(first, last)
        if not lead and not kind and reading.tags[last - 1] in ("JJ", "NNS") and reading.names[first] == "LOC":
            return None
        if end > last:
            start = first  # Paktia province: a direction before it says where in the country
        text, key = reading.span(start, end).text, fold_name(name)
        state = self.places.state_called(name) if not kind or kind in ("strip", "state") else None
        label = DATELINE if self.opens_story(first, name) else "" if reading.names[first] == "NORP" else reading.names[first]
        is_owner = self.is_owner(end, bool(kind_before or kind))
        return Mention(start, end, text, key, reading.sentence_of[first], lead, kind, label, is_owner, state)

    def has_age(self, word: int) -> bool:
        """Whether an age stands behind a name, which is then a person's: `Dina Haddad, 40, an engineer`."""
        comma, age, closing = (*self.reading.lower[word : word + 3], "", "", "")[:3]
        return comma == "," and age.isdecimal() and len(age) <= OLDEST and closing in (",", ".")

    def kind(self, first: int, last: int) -> tuple[str, int]:
        """The noun behind a name that tells what it is, and where the name with it ends."""
        reading, words = self.reading, self.words
        after = reading.lower[last] if last < len(reading.words) else ""
        if self.is_camp(last):
            return "camp", last + 2
        if after in words.kinds:
            return after, last + (after in words.named_kinds)
        beyond = reading.lower[last + 1] if last + 1 < len(reading.words) else ""
        if beyond in words.kinds and reading.tags[last] in ("JJ", "NN"):
            return beyond, last
        inner = reading.lower[last - 1]
        return (inner, last) if inner in words.kinds and last - first > 1 else ("", last)

    def lead(self, start: int) -> tuple[str, str]:
        """The preposition before a name, and the noun of a place between them: `in the northern city of`."""
        reading, before, kind = self.reading, start - 1, ""
        while before > 0 and (
            reading.names[before] == "NORP" or reading.tags[before] in ("JJ", "HYPH", "VBN") or reading.tags[before + 1] == "HYPH"
        ):
            before -= 1  # Indian Kashmir, war-torn Baghdad
        if before >= 0 and reading.tags[before] == "DT":
            before -= 1
        if before > 0 and reading.lower[before] == "of" and reading.lower[before - 1] in self.words.kinds:
            kind = reading.lower[before - 1]
            before -= 2
            while before >= 0 and reading.tags[before] in BEFORE_KIND:
                before -= 1
        lead = reading.lower[before] if before >= 0 else ""
        return (lead if lead in LEADS else ""), kind

    def can_be_place(self, name: str, label: str, lead: str, kind: str, *, is_known: bool) -> bool:
        """Whether a name of this kind can be a place where it stands."""
        lower = name.lower()
        if lower in self.words.peoples | self.words.parts_of_the_world or lower.split()[-1] in self.words.facilities:
            return False
        if label == "NORP":
            return not kind or (kind == "border" and bool(lead))
        if label in ("LOC", "") or is_known:
            return True
        return (
            lead in IN_PLACE or kind in self.words.innermost_kinds or (label == "ORG" and (bool(kind) or lead in ("from", "at")))
        )

    def nation(self, first: int, last: int) -> Mention | None:
        """The state that an adjective names: `Iraqi police`."""
        name = self.reading.span(first, last).text
        state = self.places.state_of_nation(name)
        if state is None or self.reading.tags[last - 1] not in ("JJ", "NNP"):
            return None
        number = self.reading.sentence_of[first]
        return Mention(first, last, state, fold_name(state), number, label="NORP", is_owner=True, state=state)

    def opens_story(self, first: int, name: str) -> bool:
        """Whether a town in capitals stands where a report begins: `TYRE, Lebanon A strike`."""
        reading = self.reading
        start = reading.sentence_at(first).start
        before = [word for word in reading.words[start:first] if any(map(str.isalpha, word))]
        if first == start and DATELINE_MARK.match(reading.text, reading.ends[first]):
            return True
        return name.isupper() and len(name) > 3 and first - start <= 4 and all(word.isupper() for word in before)

    def is_owner(self, end: int, has_kind: bool) -> bool:
        """Whether an ending of possession or a noun follows a name."""
        reading = self.reading
        if end >= len(reading.words):
            return False
        is_time = reading.names[end] == "DATE" or reading.lower[end] in TIMES
        tag = reading.tags[end]
        return tag == "POS" or (tag in ("NN", "NNS", "NNP", "NNPS") and not has_kind and not is_time)

    def taken_up(self, named: Sequence[Mention]) -> Iterator[Mention]:
        """`the capital`, `the city`, `there`: mentions of the last place that such words can mean."""
        reading, position = self.reading, 0
        taken = {word for mention in named for word in range(mention.first, mention.last)}
        for word, lower in enumerate(reading.lower):
            while position < len(named) and named[position].first <= word:
                position += 1
            is_there = (lower == "there" and reading.tags[word] == "RB") or self.is_part(word)
            if reading.sentence_of[word] < 0 or word in taken or not (is_there or lower in self.words.taken_up):
                continue
            first = word if is_there else self.opening(word)
            if first is None:
                continue
            meant = self.meant(lower, word, named[max(0, position - MEANT) : position], named)
            if meant is not None:
                before = reading.lower[first - 1] if first else ""
                lead = "in" if is_there else before if before in LEADS else ""
                yield replace(
                    meant,
                    first=first,
                    last=word + 1,
                    sentence=reading.sentence_of[word],
                    lead=lead,
                    label=TAKEN_UP,
                    is_owner=False,
                )

    def is_part(self, word: int) -> bool:
        """Whether a word means a part of the country told before: `in the south`."""
        reading = self.reading
        behind = reading.lower[word + 1 : word + 2]
        return reading.lower[word] in PARTS and reading.lower[max(0, word - 2) : word] == ("in", "the") and behind != ("of",)

    def opening(self, word: int) -> int | None:
        """Where `the city` begins, None where its words are no taking up: `the city of Mosul`, `the capital market`."""
        reading = self.reading
        following = reading.lower[word + 1] if word + 1 < len(reading.words) else ""
        if reading.tags[word] != "NN" or following == "of":
            return None
        if following and reading.tags[word + 1] in ("NNP", "NN", "NNS", "POS") and reading.names[word + 1] != "DATE":
            return None
        first = word
        while first > 0 and (reading.names[first - 1] in ("NORP", "LOC") or reading.tags[first - 1] in ("JJ", "POS")):
            first -= 1
        if first < word and (reading.tags[word - 1] == "POS" or reading.names[first] in ("NORP", "LOC")):
            return first  # Somalia's capital
        return first - 1 if first and reading.lower[first - 1] in ("the", "that", "this") else None

    def meant(self, lower: str, word: int, before: Sequence[Mention], named: Sequence[Mention]) -> Mention | None:
        """The place that is taken up."""
        here = self.reading.sentence_of[word]
        near = [mention for mention in reversed(before) if here - mention.sentence <= REACH_BACK]
        if lower == "capital":
            return self.capital(near, named)
        for mention in near:
            is_actor = not (mention.lead or mention.kind) and self.reading.deps[mention.last - 1].startswith("nsubj")
            if mention.label not in ("LOC", "") or (is_actor and not mention.is_country):
                continue
            if lower in PARTS | {"country", "nation"}:
                if mention.is_country:
                    return mention
            elif not mention.is_country or lower in ("territory", "there", "area"):
                return mention
        return None

    def capital(self, near: Sequence[Mention], named: Sequence[Mention]) -> Mention | None:
        """The capital that the article names, of the last state named before; else the last capital named before."""
        for mention in near:
            if self.places.state_of_capital(mention.key) is not None and mention.label in ("LOC", ""):
                return mention
            if mention.state is not None:
                keys = {fold_name(city) for city in self.places.capitals_of(mention.state)}
                found = next((other for other in named if other.key in keys), None)
                if found is not None:
                    return found
        return None


def find_mentions(reading: Reading, places: PlaceLexicon, words: SettingLexicon) -> list[Mention]:
    """Every place that headline and story name or take up, in order."""
    return PlaceFinder(reading, places, words).find()


def within(mentions: list[Mention], first: int, last: int) -> list[Mention]:
    """The mentions whose sentence lies between two numbers, both included."""
    low = bisect_left(mentions, first, key=lambda each: each.sentence)
    high = bisect_left(mentions, last + 1, key=lambda each: each.sentence)
    return mentions[low:high]
