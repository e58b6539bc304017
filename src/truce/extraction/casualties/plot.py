"""The figures of one article as events: which are one and the same, and what the main event is."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from truce.extraction.casualties.atlas import Atlas
from truce.extraction.casualties.drafts import Draft
from truce.extraction.casualties.places import Mention
from truce.extraction.phrases import NOUNS
from truce.records import Outcome, Scope

BACK = 40  # sentences before a figure among which its event is sought
FEWEST_AGAIN = 10  # a smaller count that comes again need not be the same
LEADING = 3  # sentences of a story in which its main event is told
ADDED = frozenset({"more", "another", "other", "others"})
AT_PLACE = frozenset({"in", "near", "at", "outside", "inside"})


@dataclass(frozen=True)
class Plot:
    """The figures in order; `local` is the place that a figure's own sentence gives it, None where it gives none."""

    atlas: Atlas
    drafts: Sequence[Draft]
    scopes: Sequence[Scope]
    local: Sequence[Mention | None]
    _told: dict[int, Mention | None] = field(default_factory=dict, repr=False)

    def number(self, index: int) -> int:
        """The sentence of a figure."""
        return self.drafts[index].scene.number

    def is_toll(self, index: int) -> bool:
        """Whether a figure is a running toll."""
        return self.scopes[index] is Scope.CUMULATIVE

    @cached_property
    def by_sentence(self) -> dict[int, list[int]]:
        """The figures of each sentence."""
        found: dict[int, list[int]] = defaultdict(list)
        for index in range(len(self.drafts)):
            found[self.number(index)].append(index)
        return dict(found)

    @cached_property
    def _alike(self) -> dict[tuple[Outcome, Scope, int | None], list[int]]:
        found: dict[tuple[Outcome, Scope, int | None], list[int]] = defaultdict(list)
        for index in range(len(self.drafts)):
            found[self._kind(index)].append(index)
        return dict(found)

    def _kind(self, index: int) -> tuple[Outcome, Scope, int | None]:
        quantity = self.drafts[index].group.quantity
        return self.drafts[index].harm.outcome, self.scopes[index], quantity.low if quantity else 1

    def again(self, index: int) -> list[int]:
        """The other figures that give the same count and outcome, or the same one victim."""
        return [other for other in self._alike[self._kind(index)] if self.is_again(index, other)]

    def is_again(self, one: int, other: int) -> bool:
        """Whether two figures give the same count and outcome, or the same one victim."""
        if one == other or self._kind(one) != self._kind(other):
            return False
        mine, yours = self.drafts[one], self.drafts[other]
        first, second = mine.group.quantity, yours.group.quantity
        shared = bool(victim_words(mine) & victim_words(yours))
        if all(each is None or each.is_one for each in (first, second)):
            return shared
        if first is None or second is None or ADDED & (words_of(mine) | words_of(yours)):
            return False
        return shared or (first.low or 0) >= FEWEST_AGAIN

    def conflict(self, one: int, other: int) -> bool:
        """Whether two figures cannot tell of one event: a toll and an incident, or one outcome with two counts."""
        if self.scopes[one] is not self.scopes[other]:
            return True
        first, second = self.drafts[one], self.drafts[other]
        if first.harm.outcome is not second.harm.outcome:
            return False
        counts = first.group.quantity, second.group.quantity
        return counts[0] is None or counts[1] is None or counts[0].low != counts[1].low

    def place_of(self, number: int) -> Mention | None:
        """The place that a sentence tells: its last figure's, else the first of its places of action, an inner one first."""
        if number not in self._told:
            own = [place for index in self.by_sentence.get(number, ()) if (place := self.local[index]) is not None]
            self._told[number] = own[-1] if own else self._acted_at(number)
        return self._told[number]

    def _acted_at(self, number: int) -> Mention | None:
        strong = self.atlas.strong_by_sentence.get(number, ())
        inner = [one for one in strong if not any((other.key, one.key) in self.atlas.inside for other in strong)] or strong
        at = [one for one in inner if one.lead in AT_PLACE]
        return max(at or inner, key=lambda one: (not one.is_country, -one.first), default=None)

    def before(self, index: int, reach: int = BACK) -> Iterator[int]:
        """The sentences before a figure that tell a place in the same country, the nearest first."""
        number = self.number(index)
        for other in range(number - 1, max(-1, number - reach - 1), -1):
            if self.place_of(other) is not None and not self.atlas.are_apart(number, other):
                yield other

    @cached_property
    def main(self) -> Mention | None:
        """Where the main event took place: the first place of action that the story tells."""
        places = (self.place_of(number) for number in self.atlas.story[:LEADING])
        return next((place for place in places if place is not None), None)

    @cached_property
    def main_events(self) -> frozenset[str]:
        """The kinds of event that headline and first sentences name."""
        numbers = [*self.atlas.headlines, *self.atlas.story[: LEADING - 1]]
        return frozenset(event for number in numbers for event in self.atlas.events(number))

    @cached_property
    def main_sentences(self) -> frozenset[int]:
        """The sentences with a place of action that take up the main event."""
        taken_up, told = self.atlas.taken_up, self.atlas.strong_by_sentence
        return frozenset(number for number in told if self.atlas.agree(taken_up(number), self.main_events))

    @cached_property
    def main_country(self) -> Mention | None:
        """The country where most of what the story tells happens."""
        countries = [mention for mention in self.atlas.strong if mention.is_country]
        often = Counter(mention.key for mention in countries)
        return max(countries, key=lambda each: often[each.key], default=None)


def victim_words(draft: Draft) -> frozenset[str]:
    """The nouns and names of the victims, those of nations, groups and places left out."""
    reading = draft.reading
    return frozenset(
        reading.lemmas[word]
        for word in range(draft.group.first, draft.group.last)
        if reading.tags[word] in NOUNS and reading.names[word] not in ("NORP", "ORG", "LOC")
    )


def words_of(draft: Draft) -> frozenset[str]:
    """The words of count and victims."""
    return frozenset(draft.reading.lower[draft.group.first : draft.group.last])
