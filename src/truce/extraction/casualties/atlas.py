"""The places of one article laid out by its sentences: which tell of events, which lie in which."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import ClassVar

from truce.extraction.casualties.places import DATELINE, TAKEN_UP, Mention
from truce.extraction.reading import Reading
from truce.lexicons.places import DIRECTIONS, PlaceLexicon
from truce.lexicons.setting_words import ANY, SettingLexicon
from truce.records import Claim

# Prepositions behind which something happens at a place.
AT = frozenset(
    """in near at outside inside around across throughout on along within north south east west northeast northwest southeast
    southwest""".split()
)
DEFINITE = frozenset("the that this those these both its their".split())
WITHIN_PHRASE = frozenset({"JJ", "NN", "NNP", "NNPS", "POS", "VBN", "HYPH", "CD", "NNS"})
GLOBAL = frozenset({"United States", "United Kingdom", "France", "Russia"})  # their forces and envoys act in the wars of others
TAKEN_FAR = 12  # words of `taken to a hospital in the city of`
BESIDE = 5  # words of `police in the northern city of`
NOUN_NEAR = 4  # words of `another roadside bomb`
TELLING = 6  # words of `told reporters in Geneva`
NEAR = 3  # sentences over which the country last named still holds
# Between a place and the one that it lies in: `in`, a comma, `, a town in`, `, the capital of`.
LIES_IN = re.compile(r",?(?: (?:a|an|the|of|in))* in(?: the)?|,|, the of")


@dataclass(frozen=True)
class Atlas:
    """One article: its mentions of places in order, the numbers of its headlines.

    `spoken` are the words of speakers, `cues` those of cues, `tellings` those that say where and to whom it was told.
    """

    reading: Reading
    mentions: Sequence[Mention]
    places: PlaceLexicon
    words: SettingLexicon
    spoken: frozenset[int]
    cues: frozenset[int]
    tellings: frozenset[int]
    headlines: frozenset[int]
    NARROWEST: ClassVar[int] = 5  # the rank of quarters and camps
    _marks: dict[int, tuple[frozenset[str], frozenset[str], bool]] = field(default_factory=dict, repr=False)

    def at(self, number: int) -> Sequence[Mention]:
        """The mentions of one sentence."""
        return self._by_sentence.get(number, ())

    def paragraph(self, number: int) -> int:
        """The paragraph of a sentence."""
        return self.reading.sentences[number].paragraph

    @cached_property
    def _by_sentence(self) -> dict[int, list[Mention]]:
        found: dict[int, list[Mention]] = defaultdict(list)
        for mention in self.mentions:
            found[mention.sentence].append(mention)
        return found

    @cached_property
    def frequency(self) -> Counter[str]:
        """How often each place is mentioned."""
        return Counter(mention.key for mention in self.mentions)

    @cached_property
    def has_paragraphs(self) -> bool:
        """Whether the story is told in several paragraphs, so that its first is what it is about."""
        return (
            len({sentence.paragraph for number, sentence in enumerate(self.reading.sentences) if number not in self.headlines})
            > 2
        )

    @cached_property
    def story(self) -> tuple[int, ...]:
        """The numbers of the sentences below the headlines."""
        return tuple(number for number in range(len(self.reading.sentences)) if number not in self.headlines)

    # Events.

    def events(self, number: int) -> frozenset[str]:
        """The kinds of event that a sentence names."""
        return self._read_events(number)[0]

    def taken_up(self, number: int) -> frozenset[str]:
        """The kinds of event that a sentence takes up as known: `the blast`, `Sunday's attack`."""
        return self._read_events(number)[1]

    def is_set_apart(self, number: int) -> bool:
        """Whether a sentence turns to something else: `elsewhere`, `another attack`."""
        return self._read_events(number)[2]

    def _read_events(self, number: int) -> tuple[frozenset[str], frozenset[str], bool]:
        if number not in self._marks:
            reading, sentence = self.reading, self.reading.sentences[number]
            named, known, apart = set(), set(), False
            for word in range(sentence.start, sentence.end):
                lower = reading.lower[word]
                apart = apart or self._turns(word, sentence.end)
                family = self.words.families.get(lower)
                if family is None or not reading.tags[word].startswith("NN"):
                    continue
                named.add(family)
                if self.is_definite(word, sentence.start):
                    known.add(family)
            self._marks[number] = frozenset(named), frozenset(known), apart
        return self._marks[number]

    def _turns(self, word: int, end: int) -> bool:
        """Whether `elsewhere`, or `another` with the noun of an event, begins here."""
        lower = self.reading.lower
        if lower[word] in self.words.anew or " ".join(lower[word : word + 2]) in self.words.anew:
            return True
        behind = lower[word + 1 : min(end, word + 1 + NOUN_NEAR)]
        return lower[word] in self.words.next_ones and any(each in self.words.families for each in behind)

    def is_definite(self, word: int, floor: int) -> bool:
        """Whether a noun is said as known."""
        reading, first = self.reading, word
        while first > floor and reading.tags[first - 1] in WITHIN_PHRASE:
            first -= 1
        opening = reading.lower[first - 1] if first > floor else ""
        return opening in DEFINITE or (first < word and reading.names[first] == "DATE")

    def agree(self, one: frozenset[str], other: frozenset[str]) -> bool:
        """Whether two sentences can tell of one event: a kind that both name, or an event of any kind."""
        return bool(one & other) or (ANY in one and bool(other)) or (ANY in other and bool(one))

    # Places.

    def is_strong(self, mention: Mention) -> bool:
        """Whether something happens there: behind a preposition of place, no speaker's, not where something is said."""
        is_goal = mention.lead in ("to", "toward", "towards")
        if is_goal or self.is_aside(mention) or any(word in self.spoken for word in range(mention.first, mention.last)):
            return False
        if mention.label == TAKEN_UP:
            return mention.lead in AT
        if mention.label in (DATELINE, "NORP"):
            return False
        behind = self.reading.lower[mention.last : mention.last + 3]
        if mention.sentence in self.headlines and any(word in self.words.families for word in behind):
            return True
        if mention.is_owner and not (mention.lead in AT and behind[:1] in (("'s",), ("’s",))):
            return False
        if mention.lead not in AT and not mention.kind:
            return False
        return self.hangs_on(mention) not in self.cues

    def is_aside(self, mention: Mention) -> bool:
        """Whether a mention says where something was told, or where the hurt were taken or somebody went."""
        if mention.first in self.tellings:
            return True
        reading, start = self.reading, self.reading.sentences[mention.sentence].start
        before = range(max(start, mention.first - TAKEN_FAR), mention.first)
        for word in before:
            behind = reading.lower[word + 1 : mention.first]
            if reading.lower[word] in self.words.taken and "to" in behind[:3] and not {"after", "when", "as"} & set(behind):
                return True
        return False

    def is_of_witness(self, mention: Mention) -> bool:
        """Whether it is the place of police, doctors or others who tell what happened around them: `police in Najaf`."""
        lower = self.reading.lower
        before = {lower[word] for word in range(max(0, mention.first - BESIDE), mention.first) if word in self.spoken}
        return mention.label in ("LOC", "") and mention.lead in ("in", "near") and bool(before & self.words.witnesses)

    def hangs_on(self, mention: Mention) -> int:
        """The word that a mention depends on, nouns between left out."""
        reading, word, steps = self.reading, mention.last - 1, 0
        while mention.first <= reading.heads[word] < mention.last and reading.heads[word] != word and steps < 8:
            word, steps = reading.heads[word], steps + 1
        return reading.heads[word]

    @cached_property
    def strong(self) -> tuple[Mention, ...]:
        """The mentions where something happens."""
        return tuple(mention for mention in self.mentions if self.is_strong(mention))

    @cached_property
    def strong_by_sentence(self) -> dict[int, tuple[Mention, ...]]:
        """The same by sentence."""
        found: dict[int, tuple[Mention, ...]] = {}
        for mention in self.strong:
            found[mention.sentence] = (*found.get(mention.sentence, ()), mention)
        return found

    @cached_property
    def inside(self) -> frozenset[tuple[str, str]]:
        """Pairs of places that the article says lie one in the other, the inner first."""
        pairs = set()
        for one, other in zip(self.mentions, self.mentions[1:], strict=False):
            if one.sentence == other.sentence and one.key != other.key and other.first - one.last <= 8:
                pair = self.inner_and_outer(one, other)
                if pair is not None:
                    pairs.add((pair[0].key, pair[1].key))
        return frozenset(pairs)

    def inner_and_outer(self, one: Mention, other: Mention) -> tuple[Mention, Mention] | None:
        """Two neighbouring mentions of which the words between say that one lies in the other."""
        reading = self.reading
        gap = " ".join(reading.lower[one.last : other.first])
        if one.last < other.first and reading.tags[one.last] == "POS" and not gap.count(","):
            return (other, one) if other.first - one.last <= 5 else None
        words = gap.split()
        is_kind_of = words == ["of"] and bool(one.kind) and one.kind == reading.lower[one.last - 1]
        if is_kind_of:  # Karrada district of Baghdad, Baghdad district of Karrada
            return (other, one) if self.is_better_known(one, other) else (one, other)
        if words and words[-1] == "of" and words[-2:-1] and words[-2] in self.words.kinds:
            return (other, one) if self.is_better_known(one, other) else (one, other)
        directed = [word for word in words if word not in DIRECTIONS | self.words.kinds]
        if LIES_IN.fullmatch(" ".join(directed)) or (directed[-1:] == ["of"] and "in" in directed):
            return (other, one) if self.rank(one) < self.rank(other) else (one, other)
        return None

    def is_better_known(self, one: Mention, other: Mention) -> bool:
        """Whether the first of two places is the one around, as in `the Gaza City quarter of Zeitoun`."""
        if one.is_country or self.places.state_of_capital(one.key) is not None or one.key.split()[-1] in self.words.kinds:
            return not other.is_country
        return self.frequency[one.key] > self.frequency[other.key]

    def rank(self, mention: Mention) -> float:
        """How narrow a place is: countries, parts of them, provinces, towns, quarters."""
        if mention.is_country:
            return 1 if mention.text.split()[0].lower() in DIRECTIONS else 0
        if mention.kind in self.words.innermost_kinds:
            return self.NARROWEST
        if mention.kind in self.words.wide_kinds and mention.kind != "area":
            return 2
        if self.places.state_of_capital(mention.key) is not None:
            return 3
        return 4 if mention.kind else 3.5

    def lies_in(self, inner: Mention, outer: Mention) -> bool | None:
        """Whether one place lies in another; None where neither the article nor the lexicon says it."""
        if inner.key == outer.key:
            return None
        if (inner.key, outer.key) in self.inside:
            return True
        if (outer.key, inner.key) in self.inside or (inner.is_country and not outer.is_country):
            return False
        if outer.text.split()[0].lower() in DIRECTIONS and not inner.is_country:
            return None  # a capital lies in its country, but in which part of it?
        return self.places.contains(outer.text, inner.text)

    # Countries.

    @cached_property
    def _countries(self) -> dict[int, frozenset[str]]:
        found: dict[int, set[str]] = defaultdict(set)
        for mention in self.mentions:
            state = mention.state or self.places.state_of_capital(mention.key)
            if state is not None and state not in GLOBAL and (mention.first not in self.spoken or not self.has_paragraphs):
                found[mention.sentence].add(self.places.country_of(state) or state)
        return {number: frozenset(states) for number, states in found.items()}

    def countries(self, number: int) -> frozenset[str]:
        """The countries of which a sentence names land, people or capital."""
        return self._countries.get(number, frozenset())

    def are_apart(self, number: int, other: int) -> bool:
        """Whether two sentences tell of different countries; the second may take its country from those before it."""
        mine = self.countries(number)
        theirs = next((found for step in range(NEAR + 1) if (found := self.countries(other - step))), frozenset())
        return bool(mine and theirs and not mine & theirs)


def draw_atlas(  # noqa: PLR0913 - an atlas rests on all that was found before it
    reading: Reading,
    mentions: Sequence[Mention],
    claims: Sequence[Claim],
    *,
    headlines: frozenset[int],
    places: PlaceLexicon,
    words: SettingLexicon,
) -> Atlas:
    """The atlas of an article."""
    spoken: set[int] = set()
    cues: set[int] = set()
    for claim in claims:
        for span, found in ((claim.speaker_span, spoken), (claim.cue, cues)):
            if span is not None:
                found.update(range(reading.word_at(span.start), reading.word_at(span.end - 1) + 1))
    tellings = {word for claim in claims for word in words_of_telling(reading, claim)}
    return Atlas(reading, mentions, places, words, frozenset(spoken), frozenset(cues), frozenset(tellings), headlines)


def words_of_telling(reading: Reading, claim: Claim) -> list[int]:
    """The words right behind a cue that belong to no content: `told reporters in Geneva on Friday`."""
    if claim.cue is None:
        return []
    found = []
    cue = reading.word_at(claim.cue.end - 1)
    for word in range(cue + 1, min(cue + 1 + TELLING, len(reading.words))):
        offset = reading.starts[word]
        is_said = any(span.start <= offset < span.end for span in claim.content)
        if is_said or reading.words[word] in (",", ".", ";", ":") or reading.sentence_of[word] != reading.sentence_of[cue]:
            break
        found.append(word)
    return found
