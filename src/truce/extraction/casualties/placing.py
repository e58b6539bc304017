"""Where each figure's harm was done: in its own sentence, in one that tells of the same event, or in the main event."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from truce.extraction.casualties.atlas import GLOBAL, Atlas
from truce.extraction.casualties.drafts import Draft, Told
from truce.extraction.casualties.harm import Side
from truce.extraction.casualties.local_places import find_local_place
from truce.extraction.casualties.places import TAKEN_UP, Mention
from truce.extraction.phrases import NOUNS
from truce.records import Ground, Scope

REACH = 6  # sentences of one paragraph over which a place is carried
CLOSE = 3  # sentences over which it is carried where paragraphs tell nothing
FAR = 8  # sentences beyond which only the main event is still meant
FEWEST_AGAIN = 10  # a smaller count that comes again need not be the same
DEEPEST = 3  # steps from a country to a quarter
FOLLOWING = 1  # sentences behind a figure that still tell of its event
LEADING = 3  # sentences of a story in which its main event is told
OF_INCIDENTS = frozenset({"event", "paragraph", "main"})  # what a toll of a whole war does not share
FRAME = 5  # words before which a place opens its sentence
AUTHORITIES = frozenset("police officials authorities government security army military soldiers forces troops".split())


@dataclass
class Placing:
    """The figures of one article with the places found for them so far; `told` names the rule that found each."""

    atlas: Atlas
    drafts: Sequence[Draft]
    scopes: Sequence[Scope]
    found: list[Mention | None] = field(default_factory=list)
    told: list[str] = field(default_factory=list)
    local: list[Mention | None] = field(default_factory=list)  # by their own sentences

    def run(self) -> None:
        """Own sentences first, then what is carried, then what is told more narrowly elsewhere."""
        self.found = [find_local_place(self.atlas, draft) for draft in self.drafts]
        self.told = ["local" if place else "" for place in self.found]
        self.local = list(self.found)
        for index, place in enumerate(self.local):
            if place is None:
                self.carry(index)
        for index in range(len(self.drafts)):
            self.narrow(index)
        for index in range(len(self.drafts)):
            self.follow_main(index)
        for index in range(len(self.drafts)):
            self.follow_story(index)

    def follow_main(self, index: int) -> None:
        """Let what happened at the main place have the narrower one that was found for the main figure."""
        main, place = self.main, self.found[index]
        if main is None or place is None or place.key != main.key or self.local[index] is not None or self.is_toll(index):
            return
        for other, own in enumerate(self.local):
            if own is main and self.found[other] is not None:
                self.found[index] = self.found[other]
                return

    def follow_story(self, index: int) -> None:
        """Let a figure of the headline have the place that the story gives the same figure."""
        if self.number(index) not in self.atlas.headlines:
            return
        for other, draft in enumerate(self.drafts):
            first, second = self.drafts[index].group.quantity, draft.group.quantity
            if (
                self.number(other) not in self.atlas.headlines
                and draft.harm.outcome is self.drafts[index].harm.outcome
                and (first.low if first else 1) == (second.low if second else 1)
            ):
                self.found[index], self.told[index] = self.found[other], f"headline:{self.told[other]}"
                return

    def narrow(self, index: int) -> None:
        """Step from the place of an incident to narrower ones that the article tells for it."""
        place = self.found[index]
        for _ in range(DEEPEST):
            place = self.narrower(index, place) if place is not None and not self.is_toll(index) else None
            if place is None:
                return
            self.found[index], self.told[index] = place, f"{self.told[index].split('+')[0]}+narrower"

    def carry(self, index: int) -> None:
        """Give a figure without a place of its own the place of its event."""
        rules: tuple[tuple[str, Callable[[int], Mention | None]], ...] = (
            ("subject", self.of_subject),
            ("mate", self.of_sentence_mate),
            ("again", self.of_same_figure),
            ("headline", self.of_headline),
            ("toll", self.of_whole_conflict),
            ("event", self.of_event_taken_up),
            ("paragraph", self.of_paragraph),
            ("main", self.of_main_event),
            ("next", self.of_next_sentence),
            ("frame", self.of_frame),
            ("speaker", self.of_speaker),
            ("country", self.of_country),
        )
        for name, rule in rules:
            if self.is_toll(index) and name in OF_INCIDENTS:
                continue
            place = rule(index)
            if place is not None:
                self.found[index], self.told[index] = place, name
                return

    def number(self, index: int) -> int:
        """The sentence of a figure."""
        return self.drafts[index].scene.number

    def is_toll(self, index: int) -> bool:
        """Whether a figure is a running toll."""
        return self.scopes[index] is Scope.CUMULATIVE

    def of_subject(self, index: int) -> Mention | None:
        """A town of which the sentence tells: `Kilis has come under fire that killed two`."""
        atlas, number = self.atlas, self.number(index)
        if atlas.strong_by_sentence.get(number) or number in atlas.headlines:
            return None
        for mention in atlas.at(number):
            subject = atlas.reading.deps[mention.last - 1] in ("nsubj", "nsubj:pass") and not mention.is_country
            if subject and mention.label == "LOC" and mention.first not in atlas.spoken and not mention.is_owner:
                return mention
        return None

    def of_sentence_mate(self, index: int) -> Mention | None:
        """The place of the nearest figure of the same sentence."""
        mates = [
            other
            for other, place in enumerate(self.local)
            if place is not None and self.number(other) == self.number(index) and self.scopes[other] is self.scopes[index]
        ]
        if not mates:
            return None
        here = self.drafts[index].first
        return self.local[min(mates, key=lambda other: abs(self.drafts[other].first - here))]

    def of_same_figure(self, index: int) -> Mention | None:
        """The place of the same count and outcome told again."""
        number = self.number(index)
        same = [
            other
            for other, place in enumerate(self.local)
            if place is not None
            and self.is_again(index, other)
            and not self.atlas.are_apart(number, self.number(other))
            and (self.atlas.has_paragraphs or abs(self.number(other) - number) <= CLOSE)
        ]
        return self.local[min(same, key=lambda other: abs(self.number(other) - number))] if same else None

    def is_again(self, one: int, other: int) -> bool:
        """Whether two figures give the same count and outcome, or the same one victim."""
        mine, yours = self.drafts[one], self.drafts[other]
        if one == other or mine.harm.outcome is not yours.harm.outcome or self.scopes[one] is not self.scopes[other]:
            return False
        first, second = mine.group.quantity, yours.group.quantity
        if all(each is None or each.is_one for each in (first, second)):
            return bool(victim_words(mine) & victim_words(yours))
        if (
            first is None
            or second is None
            or first.low != second.low
            or {"more", "another", "other", "others"} & added_words(mine, yours)
        ):
            return False
        return (first.low or 0) >= FEWEST_AGAIN or bool(victim_words(mine) & victim_words(yours))

    def of_headline(self, index: int) -> Mention | None:
        """For a figure of the headline: where the story begins, else what the headline names."""
        if self.number(index) not in self.atlas.headlines:
            return None
        named = [mention for mention in self.atlas.at(self.number(index)) if mention.label != TAKEN_UP]
        return self.main or (named[0] if named else None)

    @property
    def main(self) -> Mention | None:
        """Where the main event took place: the first place of action that the story tells."""
        for number in self.atlas.story[:LEADING]:
            place = self.place_of(number)
            if place is not None:
                return place
        return None

    def place_of(self, number: int) -> Mention | None:
        """The place that a sentence tells: its last figure's, else the narrowest of its places of action."""
        own = [place for other, place in enumerate(self.local) if place is not None and self.number(other) == number]
        if own:
            return own[-1]
        strong = self.atlas.strong_by_sentence.get(number, ())
        inner = [one for one in strong if not any((other.key, one.key) in self.atlas.inside for other in strong)]
        at = [one for one in inner or strong if one.lead in ("in", "near", "at", "outside", "inside")]
        return max(at or inner or strong, key=lambda one: (not one.is_country, -one.first), default=None)

    def before(self, index: int) -> list[int]:
        """The sentences before a figure that tell a place in the same country, the nearest first."""
        number = self.number(index)
        return [
            other
            for other in range(number - 1, max(-1, number - 40), -1)
            if self.place_of(other) is not None and not self.atlas.are_apart(number, other)
        ]

    def of_whole_conflict(self, index: int) -> Mention | None:
        """For a running toll: the country or part of the country told last, or that the sentence names by its people."""
        if not self.is_toll(index):
            return None
        number, atlas = self.number(index), self.atlas
        if index and self.is_toll(index - 1) and self.number(index - 1) == number and self.found[index - 1] is not None:
            return self.found[index - 1]
        near = [
            mention
            for other in range(number, max(-1, number - CLOSE - 1), -1)
            if not atlas.are_apart(number, other)
            for mention in atlas.strong_by_sentence.get(other, ())
            if mention.first < self.drafts[index].first and (mention.is_country or atlas.rank(mention) == 2)
        ]
        if near and near[0].sentence == number:
            return near[0]
        own = self.of_victims(index) or (self.of_paragraph(index) if atlas.has_paragraphs else None)
        if own is not None:
            return own
        if near:
            return near[0]
        return self.main_country if atlas.has_paragraphs else None

    def of_victims(self, index: int) -> Mention | None:
        """The country of the victims, where something happens in it: `1,200 Iraqis`."""
        group = self.drafts[index].group
        nations = [
            one for one in self.atlas.at(self.number(index)) if one.label == "NORP" and group.first <= one.first < group.tail
        ]
        keys = {one.key for one in nations if one.state not in GLOBAL}
        return next((mention for mention in self.atlas.strong if mention.key in keys), None)

    @property
    def main_country(self) -> Mention | None:
        """The country where most of what the story tells happens."""
        countries = [mention for mention in self.atlas.strong if mention.is_country]
        often = Counter(mention.key for mention in countries)
        return max(countries, key=lambda each: often[each.key], default=None)

    def of_event_taken_up(self, index: int) -> Mention | None:
        """The place of the last event that `the blast` can mean."""
        number, atlas = self.number(index), self.atlas
        known = atlas.taken_up(number)
        if not known:
            return None
        for other in self.before(index):
            if not atlas.has_paragraphs and number - other > CLOSE + 1:
                return None
            if atlas.agree(known, atlas.events(other)):
                return self.place_of(other)
        return None

    def of_paragraph(self, index: int) -> Mention | None:
        """The place that the paragraph told last."""
        number, atlas = self.number(index), self.atlas
        if atlas.is_set_apart(number) and not atlas.taken_up(number):
            return None
        reach = REACH
        for other in self.before(index):
            if number - other <= reach and atlas.paragraph(other) == atlas.paragraph(number):
                return self.place_of(other)
        return None

    def of_main_event(self, index: int) -> Mention | None:
        """Where the main event took place, in a story of several paragraphs."""
        number, main = self.number(index), self.main
        if not self.atlas.has_paragraphs or self.is_of_known(index):
            return None
        near = next((other for other in self.before(index) if number - other <= FAR), None)
        nearest = self.place_of(near) if near is not None else None
        if main is None or self.atlas.are_apart(number, main.sentence) or (main.is_country and nearest is not None):
            return nearest
        return main

    def is_of_known(self, index: int) -> bool:
        """Whether a figure only names a death that readers know of, no event with it: `the death of their leader`."""
        draft = self.drafts[index]
        is_one = draft.group.quantity is None or draft.group.quantity.is_one
        return draft.harm.side is Side.OF and is_one and not self.atlas.events(self.number(index))

    def of_next_sentence(self, index: int) -> Mention | None:
        """The place that the next sentences tell of the same event: `The attack took place in Tyre`."""
        number, atlas = self.number(index), self.atlas
        for other in range(number + 1, min(number + CLOSE, len(atlas.reading.sentences))):
            place = self.place_of(other)
            is_told = atlas.taken_up(other) and not atlas.is_set_apart(other)
            if place is not None and is_told and not atlas.are_apart(number, other):
                return place
        return None

    def of_frame(self, index: int) -> Mention | None:
        """The place that opens a sentence: `In Zabul, officials said`."""
        number, reading = self.number(index), self.atlas.reading
        for mention in self.atlas.at(number):
            is_first = mention.first - self.drafts[index].scene.start <= FRAME and reading.words[mention.last] == ","
            if is_first and mention.lead in ("in", "near", "outside") and not mention.is_owner:
                return mention
        return None

    def of_speaker(self, index: int) -> Mention | None:
        """The town or country of the police or doctors who tell it: `police in Najaf`, `Iraqi police`."""
        number, reading = self.number(index), self.atlas.reading
        for mention in self.atlas.at(number):
            if self.atlas.is_of_witness(mention) and not mention.is_owner:
                return mention
        for mention in self.atlas.at(number):
            behind = reading.lower[mention.last : mention.last + 2]
            if mention.label == "NORP" and AUTHORITIES & set(behind) and not self.is_toll(index):
                return mention
        return None

    def of_country(self, index: int) -> Mention | None:
        """The country that a story of several paragraphs is about."""
        main = self.main_country if self.atlas.has_paragraphs else None
        return main if main is not None and not self.atlas.are_apart(self.number(index), main.sentence) else None

    def narrower(self, index: int, place: Mention) -> Mention | None:
        """The narrowest place that the article tells for the same event."""
        best: tuple[tuple[int, int], Mention] | None = None
        for other in self.atlas.strong:
            strength = self.ties(index, place, other)
            if strength:
                key = strength, -abs(other.sentence - self.number(index))
                best = max(best, (key, other), key=lambda each: each[0]) if best else (key, other)
        return best[1] if best else None

    def ties(self, index: int, place: Mention, other: Mention) -> int:
        """How strongly another place is tied to a figure's event and lies within its place; 0 for not at all."""
        atlas, number, there = self.atlas, self.number(index), other.sentence
        if other.key == place.key or there in atlas.headlines:
            return 0
        lies_in = atlas.lies_in(other, place)
        if lies_in is False or other.is_country or atlas.are_apart(place.sentence, there):
            return 0
        is_main = self.main is not None and other.key == self.main.key
        if lies_in and is_main and atlas.agree(atlas.taken_up(number), self.main_events):
            return 3
        is_told_next = (
            1 <= there - number <= 2
            and self.opens_with_event(there)
            and (not atlas.events(number) or atlas.agree(atlas.taken_up(there), atlas.events(number)))
            and atlas.rank(place) < atlas.NARROWEST
            and atlas.places.state_of_capital(other.key) is None
        )
        is_wide = atlas.rank(place) <= 2 and not self.is_of_several(number)
        if lies_in is None and atlas.rank(other) <= atlas.rank(place) and not is_told_next:
            return 0
        if lies_in is None and atlas.rank(place) >= 3 and atlas.rank(other) < 5 and not is_told_next:
            return 0
        placed = [
            one
            for one, found in enumerate(self.local)
            if found is not None and one != index and found.sentence == there and found.key == other.key
        ]
        if any(self.is_again(index, one) for one in placed):
            return 4
        if any(self.conflict(index, one) for one in placed) or atlas.is_set_apart(there):
            return 0
        if is_told_next:
            return 3
        is_near = -1 <= there - number <= 2 and (atlas.paragraph(there) == atlas.paragraph(number) or there == number + 1)
        if atlas.taken_up(there) and (is_near or (lies_in and 0 <= there - number <= 5)):
            return 2
        if self.main is not None and place.key == self.main.key and atlas.agree(atlas.taken_up(there), self.main_events):
            return 1
        if is_wide and 1 <= there - number <= FOLLOWING and (is_near or not atlas.has_paragraphs):
            return 1
        return 1 if lies_in and there > number and (is_near or there - number <= 5) else 0

    def is_of_several(self, number: int) -> bool:
        """Whether a sentence tells of several events at once: `separate attacks`, `a series of bombings`."""
        reading, sentence = self.atlas.reading, self.atlas.reading.sentences[number]
        return self.atlas.is_set_apart(number) or any(
            reading.tags[word] == "NNS" and reading.lower[word] in self.atlas.words.families
            for word in range(sentence.start, sentence.end)
        )

    def opens_with_event(self, number: int) -> bool:
        """Whether a sentence begins with an event known before: `The blast occurred in`."""
        reading, start = self.atlas.reading, self.atlas.reading.sentences[number].start
        for word in range(start, min(start + 5, self.atlas.reading.sentences[number].end)):
            if reading.lower[word] in self.atlas.words.families and reading.tags[word].startswith("NN"):
                return self.atlas.is_definite(word, start)
        return False

    @property
    def main_events(self) -> frozenset[str]:
        """The kinds of event that headline and first sentences name."""
        numbers = [*self.atlas.headlines, *self.atlas.story[: LEADING - 1]]
        return frozenset(event for number in numbers for event in self.atlas.events(number))

    def conflict(self, one: int, other: int) -> bool:
        """Whether two figures cannot tell of one event: the same outcome with other counts, of one incident each."""
        first, second = self.drafts[one].group.quantity, self.drafts[other].group.quantity
        if self.scopes[one] is not self.scopes[other]:
            return True
        if self.drafts[one].harm.outcome is not self.drafts[other].harm.outcome:
            return False
        return first is None or second is None or first.low != second.low


def victim_words(draft: Draft) -> frozenset[str]:
    """The nouns and names of one victim."""
    reading, group = draft.reading, draft.group
    words = range(group.first, group.last)
    return frozenset(reading.lemmas[word] for word in words if reading.tags[word] in NOUNS and reading.names[word] != "NORP")


def added_words(*drafts: Draft) -> set[str]:
    """The words of counts and victims."""
    return {word for draft in drafts for word in draft.reading.lower[draft.group.first : draft.group.last]}


def find_places(atlas: Atlas, drafts: Sequence[Draft], scopes: Sequence[Scope]) -> list[Told[str] | None]:
    """The place of each figure, None where the article names none."""
    placing = Placing(atlas, drafts, scopes)
    placing.run()
    return [told_by(atlas, place) if place is not None else None for place in placing.found]


def told_by(atlas: Atlas, place: Mention) -> Told[str]:
    """A place with the words that tell it; two that stand side by side are told together: `Khost and Paktia`."""
    last = place.last
    for other in atlas.strong_by_sentence.get(place.sentence, ()):
        between = atlas.reading.lower[place.last : other.first]
        if between == ("and",) and not (place.is_country or other.is_country or TAKEN_UP in (place.label, other.label)):
            last = other.last
    span = atlas.reading.span(place.first, last)
    return Told(span.text if last > place.last else place.text, (Ground("place", span),))
