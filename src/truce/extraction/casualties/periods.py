"""On which day an incident fell, and over which days a running toll counts, as EDTF."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import timedelta
from functools import cached_property

from truce.edtf import bounds
from truce.extraction.casualties.atlas import Atlas
from truce.extraction.casualties.drafts import Draft, Told
from truce.extraction.casualties.spells import find_spell
from truce.extraction.reading import FINITE
from truce.records import Claim, DateMention, Ground, Published, Scope, Span

BACK = 40  # sentences before a figure among which its event is sought
REACH = 5  # sentences of one paragraph over which a day is carried
CLOSE = 3  # sentences over which it is carried where the story tells no main day
FEWEST_AGAIN = 3
LONGEST = timedelta(days=7)  # of what still says on which days an incident fell
FRAME = 2  # words before which a day opens its sentence
LEADING = 3  # sentences of a story in which its main event is told
COSTLIEST = 2.6  # what may stand between a date and the word of harm that it dates
PER_WORD, PER_VERB, PER_HARM, LEFT = 0.04, 0.9, 0.8, 0.2
NO_DAY = frozenset({"since", "until", "till", "before", "by", "from"})  # behind these a date bounds something else
OF_SAYING = frozenset({"said", "says", "announced", "told", "reported", "added", "confirmed"})


Kind = tuple[str, int, Scope, str | None]  # outcome, count, scope and place


@dataclass(frozen=True, slots=True)
class Dated:
    """A date of an event, by its words `first` to `last` (not included)."""

    value: str
    span: Span
    first: int
    last: int
    sentence: int
    is_bound: bool = False  # until Friday


@dataclass
class Dating:
    """The figures of one article with the periods found for them so far; `told` names the rule that found each."""

    atlas: Atlas
    drafts: Sequence[Draft]
    scopes: Sequence[Scope]
    places: Sequence[str | None]
    dates: Sequence[Dated]
    published: Published
    found: list[Told[str] | None] = field(default_factory=list)
    told: list[str] = field(default_factory=list)
    local: list[Told[str] | None] = field(default_factory=list)  # by their own sentences
    _dates: dict[int, list[Dated]] = field(default_factory=dict, repr=False)
    _figures: dict[int, list[int]] = field(default_factory=dict, repr=False)

    def __post_init__(self) -> None:
        for date in self.dates:
            self._dates.setdefault(date.sentence, []).append(date)
        for index in range(len(self.drafts)):
            self._figures.setdefault(self.number(index), []).append(index)

    def incidents(self, number: int) -> list[int]:
        """The figures of incidents in a sentence."""
        return [index for index in self._figures.get(number, ()) if not self.is_toll(index)]

    def run(self) -> None:
        """Own sentences first, then what is carried."""
        self.found = [self.of_own_sentence(index) for index in range(len(self.drafts))]
        self.told = ["local" if each else "" for each in self.found]
        self.local = list(self.found)
        for index, told in enumerate(self.local):
            if told is None:
                self.carry(index)

    def number(self, index: int) -> int:
        """The sentence of a figure."""
        return self.drafts[index].scene.number

    def is_toll(self, index: int) -> bool:
        """Whether a figure is a running toll."""
        return self.scopes[index] is Scope.CUMULATIVE

    def of_own_sentence(self, index: int) -> Told[str] | None:
        """The period that a figure's sentence tells."""
        if self.is_toll(index):
            return find_spell(self.drafts[index], self.dates, self.published)
        return self.of_day(index)

    def of_day(self, index: int) -> Told[str] | None:
        """The date of the sentence that stands nearest to the word of harm, verbs and other harm between weighed."""
        draft = self.drafts[index]
        costs = [(self.cost(draft, date), date) for date in self.at(self.number(index))]
        best = min(costs, key=lambda each: each[0], default=None)
        return self.with_next_day(best[1]) if best is not None and best[0] <= COSTLIEST else None

    def with_next_day(self, date: Dated) -> Told[str]:
        """A day, or two that follow each other: `on Saturday and Sunday`."""
        for other in self.at(date.sentence):
            first, second = sorted((date, other), key=lambda each: each.first)
            if (
                second.first - first.last == 1
                and self.atlas.reading.lower[first.last] in ("and", "to")
                and is_next(first, second)
            ):
                span = Span(first.span.start, second.span.end, self.atlas.reading.text[first.span.start : second.span.end])
                return Told(f"{first.value}/{second.value}", (Ground("period", span),))
        return told_by(date)

    def at(self, number: int) -> list[Dated]:
        """The dates of events in a sentence."""
        return self._dates.get(number, [])

    def cost(self, draft: Draft, date: Dated) -> float:
        """What stands between a date and the word of harm."""
        reading = draft.reading
        before = reading.lower[max(draft.scene.start, date.first - 2) : date.first]
        opens_when = reading.lower[date.last : date.last + 2] in ((",", "when"), (",", "in"))
        if NO_DAY & set(before) and not (opens_when and draft.harm.first > date.last):
            return COSTLIEST + 1
        is_left = date.last <= draft.first
        gap = range(date.last, draft.first) if is_left else range(draft.last, date.first)
        words = [reading.lower[word] for word in gap]
        verbs = sum(reading.tags[word] in FINITE and word not in self.atlas.cues for word in gap) - ("when" in words)
        harms = sum(harm.first in gap for harm in draft.scene.harms)
        if is_left:
            verbs += sum(reading.tags[word] in ("WDT", "WP") for word in gap)  # the day of a raid by men who had killed two
        if is_left and date.first - draft.scene.start <= FRAME:
            verbs, harms = max(0, verbs - 1), 0  # a day at the head of a sentence holds for all of it
        return PER_WORD * len(gap) + PER_VERB * max(0, verbs) + PER_HARM * harms + LEFT * is_left

    def carry(self, index: int) -> None:
        """Give an incident without a day of its own the day of its event."""
        if self.is_toll(index):
            self.found[index] = self.of_same_figure(index)
            return
        rules: tuple[tuple[str, Callable[[int], Told[str] | None]], ...] = (
            ("mate", self.of_sentence_mate),
            ("again", self.of_same_figure),
            ("headline", self.of_headline),
            ("event", self.of_event_taken_up),
            ("paragraph", self.of_paragraph),
            ("main", self.of_main_event),
        )
        for name, rule in rules:
            told = rule(index)
            if told is not None:
                self.found[index], self.told[index] = told, name
                return

    def of_sentence_mate(self, index: int) -> Told[str] | None:
        """The day of another incident of the same sentence."""
        mates = [
            other for other in self.incidents(self.number(index)) if self.local[other] is not None and not self.is_bound(other)
        ]
        here = self.drafts[index].first
        return self.local[min(mates, key=lambda other: abs(self.drafts[other].first - here))] if mates else None

    def is_bound(self, index: int) -> bool:
        """Whether the day of a figure bounds something else first: `the first since 2017, when`."""
        told = self.local[index]
        spans = {ground.span for ground in told.grounds} if told is not None else set()
        return any(date.is_bound and date.span in spans for date in self.at(self.number(index)))

    def of_same_figure(self, index: int) -> Told[str] | None:
        """The day of the same count and outcome told again at the same place."""
        kind = self.kind(index)
        for other in self._alike.get(kind, ()) if kind is not None else ():
            if other != index and self.local[other] is not None:
                return self.local[other]
        return None

    def kind(self, index: int) -> Kind | None:
        """What figures of one event share; None for counts so small that they come by chance."""
        quantity = self.drafts[index].group.quantity
        if quantity is None or (quantity.low or 0) < FEWEST_AGAIN:
            return None
        return self.drafts[index].harm.outcome, quantity.low or 0, self.scopes[index], self.places[index]

    @cached_property
    def _alike(self) -> dict[Kind, list[int]]:
        found: dict[Kind, list[int]] = {}
        for index in range(len(self.drafts)):
            kind = self.kind(index)
            if kind is not None:
                found.setdefault(kind, []).append(index)
        return found

    def of_headline(self, index: int) -> Told[str] | None:
        """For a figure of the headline: the day of the main event."""
        return self.main if self.number(index) in self.atlas.headlines else None

    @cached_property
    def main(self) -> Told[str] | None:
        """The day of the main event: the first that the story tells, of a figure before any other."""
        for number in self.atlas.story[:LEADING]:
            figures = [self.local[other] for other in self.incidents(number)]
            told = next((each for each in figures if each is not None and is_exact(each.value)), None)
            if told is not None:
                return told
        telling = [number for number in self.atlas.story[:LEADING] if self.atlas.events(number) or number in self._figures]
        dated = [date for number in telling for date in self.at(number) if is_exact(date.value)]
        of_event = [date for date in dated if self.is_of_event(date)]
        free = [date for date in dated if not date.is_bound]
        return told_by((of_event or free)[0]) if of_event or free else None

    def is_of_event(self, date: Dated) -> bool:
        """Whether a date stands before the noun of an event: `Friday's attacks`."""
        return any(word in self.atlas.words.families for word in self.atlas.reading.lower[date.last : date.last + 3])

    def of_event_taken_up(self, index: int) -> Told[str] | None:
        """The day of the last event that `the blast` can mean."""
        number, atlas = self.number(index), self.atlas
        known = atlas.taken_up(number)
        for other in range(number - 1, max(-1, number - BACK - 1), -1) if known else ():
            day = self.day_of(other)
            if day is not None and atlas.agree(known, atlas.events(other)):
                return day
        return None

    def day_of(self, number: int) -> Told[str] | None:
        """The day that a sentence tells: its last incident's, else its first date."""
        own = [told for other in self.incidents(number) if (told := self.local[other]) and is_exact(told.value)]
        dates = [date for date in self.at(number) if is_exact(date.value) and not date.is_bound]
        return own[-1] if own else told_by(dates[0]) if dates else None

    def of_paragraph(self, index: int) -> Told[str] | None:
        """The day that the paragraph told last."""
        number, atlas = self.number(index), self.atlas
        for other in range(number - 1, max(-1, number - REACH - 1), -1):
            if atlas.paragraph(other) != atlas.paragraph(number):
                return None
            told = self.day_of(other)
            if told is not None:
                return told
        return None

    def of_main_event(self, index: int) -> Told[str] | None:
        """The day of the main event, in a story of several paragraphs; else the day told last."""
        if not self.atlas.has_paragraphs:
            return None
        number = self.number(index)
        before = (self.day_of(other) for other in range(number - 1, max(-1, number - CLOSE - 1), -1))
        return self.main or next((told for told in before if told is not None), None)


def is_exact(value: str) -> bool:
    """Whether a value tells the day, or the few days, of an event."""
    days = bounds(value)
    return days.latest - days.earliest <= LONGEST


def is_next(first: Dated, second: Dated) -> bool:
    """Whether two dates are days that follow each other."""
    if len(first.value) != len("2024-01-01") or len(second.value) != len("2024-01-01"):
        return False
    return bounds(second.value).earliest - bounds(first.value).earliest == timedelta(days=1)


def told_by(date: Dated) -> Told[str]:
    """The value of a date, resting on its words."""
    return Told(date.value, (Ground("period", date.span),))


def dates_of_events(atlas: Atlas, dates: Sequence[DateMention], claims: Sequence[Claim]) -> list[Dated]:
    """The resolved dates of an article, those left out that only say when somebody spoke."""
    reading = atlas.reading
    said = {ground.span.start for claim in claims for ground in claim.grounds if ground.field == "said_on"}
    found = []
    for date in dates:
        first = reading.word_at(date.span.start)
        if date.value is None or reading.sentence_of[first] < 0:
            continue
        if date.span.start in said and not hangs_on_event(atlas, first):
            continue
        before = first - 1 if reading.lower[first - 1] not in ("on", "late", "early") else first - 2
        if before >= 0 and (before in atlas.cues or reading.lower[before] in OF_SAYING):
            continue
        last = reading.word_at(date.span.end - 1) + 1
        is_bound = first > 0 and reading.lower[first - 1] in NO_DAY
        found.append(Dated(date.value, date.span, first, last, reading.sentence_of[first], is_bound))
    return found


def hangs_on_event(atlas: Atlas, word: int) -> bool:
    """Whether the parse ties a date to the noun of an event before it: `in one of two attacks on Sunday`."""
    reading = atlas.reading
    for _ in range(4):
        head = reading.heads[word]
        if head == word or head in atlas.cues or reading.tags[head].startswith("VB"):
            return False
        if reading.lower[head] in atlas.words.families and head < word:
            return True
        word = head
    return False


def find_periods(  # noqa: PLR0913 - a period rests on all that was found before it
    atlas: Atlas,
    drafts: Sequence[Draft],
    scopes: Sequence[Scope],
    places: Sequence[str | None],
    *,
    dates: Sequence[DateMention],
    claims: Sequence[Claim],
    published: Published,
) -> list[Told[str] | None]:
    """The period of each figure, None where the article does not tell it."""
    dating = Dating(atlas, drafts, scopes, places, dates_of_events(atlas, dates, claims), published)
    dating.run()
    return dating.found
