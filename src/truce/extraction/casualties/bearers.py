"""The noun that tells who the victims are, where a count, `others` or a pronoun takes it up."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from truce.extraction.cast import Cast
from truce.extraction.casualties.drafts import Draft
from truce.extraction.casualties.groups import PERSONAL, Group, Sort
from truce.extraction.casualties.harm import Side
from truce.extraction.casualties.scene import Scene
from truce.extraction.reading import Reading
from truce.language.numbers import ordinal
from truce.records import ActorKind, Span

OTHERS = frozenset({"others", "other"})
# Nouns that say no more of the victims than a bare count does.
EMPTY = frozenset(
    """people person persons man men others other victim victims individual individuals body bodies corpse corpses
    dead wounded injured killed lives life casualty casualties fatality fatalities
    death deaths remains one ones injury injuries""".split()
)
MALE = frozenset({"he", "him", "his", "himself"})
NEAR = 2  # sentences over which a count is taken up
PERSON_NEAR = 3  # sentences over which `he` is still meant
HARM_NOUNS = frozenset(
    """body bodies corpse corpses dead wounded injured killed lives life casualty casualties fatality fatalities death deaths
    remains injury injuries missing displaced""".split()
)


@dataclass(frozen=True, slots=True)
class Bearer:
    """Who the victims of one figure are: `text` without the count, None where no noun tells it.

    `group` is the phrase, in its scene, whose noun tells it: the figure's own, or one before it that the figure takes
    up (`is_carried`); None where there is none.
    """

    text: str | None
    span: Span | None
    scene: Scene
    group: Group | None
    is_carried: bool = False


def find_bearers(drafts: Sequence[Draft], cast: Cast) -> tuple[Bearer, ...]:
    """For each figure who its victims are."""
    found: list[Bearer] = []
    for number in range(len(drafts)):
        found.append(bearer_of(drafts, number, found, cast))
    return tuple(found)


def bearer_of(drafts: Sequence[Draft], number: int, before: Sequence[Bearer], cast: Cast) -> Bearer:
    """Who the victims of the figure `number` are, given those before it."""
    draft = drafts[number]
    group, scene, reading = draft.group, draft.scene, draft.reading
    if group.sort is Sort.PRONOUN:
        return person_meant(draft, cast)
    if draft.harm.side is Side.TOLL:
        return told_by_toll(draft)
    if group.head is None or reading.lower[group.head] in PERSONAL or is_harm_noun(reading, group):
        taken_up = antecedent(drafts, number, before)
        written = own_words(scene, group) if group.head is not None and reading.lower[group.head] in PERSONAL else None
        if taken_up is None:
            return Bearer(written.text if written else None, written, scene, None)
        return Bearer(
            written.text if written else taken_up.text,
            written or taken_up.span,
            taken_up.scene,
            taken_up.group,
            is_carried=True,
        )
    span = own_words(scene, group)
    if is_empty(reading, group):
        taken_up = antecedent(drafts, number, before)
        if taken_up is not None and taken_up.group is not None and is_taken_up(draft, taken_up):
            return Bearer(span.text if span else None, span, taken_up.scene, taken_up.group, is_carried=True)
    return Bearer(span.text if span else None, span, scene, group)


def own_words(scene: Scene, group: Group) -> Span | None:
    """The victims' words without their count."""
    if group.last <= group.core:
        return None
    if group.last - group.core > 1 and scene.reading.lower[group.last - 1] in HARM_NOUNS:
        is_named = scene.reading.words[group.last - 2][:1].isupper() or scene.reading.tags[group.last - 2].startswith("NN")
        return scene.reading.span(group.core, group.last - 1) if is_named else None  # 1,754 Lebanese deaths; 71 new deaths
    return scene.reading.span(group.core, told_end(scene.reading, group))


def told_end(reading: Reading, group: Group) -> int:
    """Where the words for the victims end: behind `of the army`, not behind `from Tyre`."""
    if group.tail <= group.last or group.of:
        return group.last
    if reading.lower[group.last] == "of" or not any(reading.names[word] == "GPE" for word in range(group.last, group.tail)):
        return group.tail
    return group.last


def is_harm_noun(reading: Reading, group: Group) -> bool:
    """Whether the phrase counts deaths or bodies, and names nobody."""
    return group.head is not None and group.last - group.core == 1 and reading.lower[group.head] in HARM_NOUNS


def is_empty(reading: Reading, group: Group) -> bool:
    """Whether a phrase holds nothing but `others`, `the men`, `another`."""
    if group.head is None or group.last - group.core != 1:
        return False
    return reading.lower[group.head] in OTHERS or ordinal(reading.lower[group.head]) is not None


def is_taken_up(draft: Draft, taken_up: Bearer) -> bool:
    """Whether `others` are more of those named before: of several, in the same sentence."""
    group = taken_up.group
    return group is not None and taken_up.scene.number == draft.scene.number and group.is_plural


def antecedent(drafts: Sequence[Draft], number: int, before: Sequence[Bearer]) -> Bearer | None:
    """Those counted last, in this sentence or the one before, that a bare count or `others` goes on counting."""
    draft = drafts[number]
    within = nearest_phrase(draft)
    for other in range(number - 1, -1, -1):
        earlier = drafts[other]
        distance = draft.scene.number - earlier.scene.number
        if distance > NEAR - 1 or paragraph(draft) != paragraph(earlier):
            break
        if before[other].group is None or earlier.group.sort is Sort.PRONOUN or is_other_part(draft, earlier):
            continue
        if within is not None and distance == 0 and within.first > earlier.group.first:
            break
        if distance and within is not None:
            break
        return before[other]
    if within is None:
        return None
    span = own_words(draft.scene, within)
    return Bearer(span.text if span else None, span, draft.scene, within)


def is_other_part(draft: Draft, earlier: Draft) -> bool:
    """Whether a figure before is only a part, and this one goes on counting the whole: `ten, including a boy, and 15 hurt`."""
    is_part = earlier.link.whole is not None or earlier.link.rule == "composition"
    return is_part and earlier.harm is not draft.harm


def paragraph(draft: Draft) -> int:
    """The paragraph of a figure."""
    return draft.reading.sentences[draft.scene.number].paragraph


def nearest_phrase(draft: Draft) -> Group | None:
    """The last people named before the figure in its sentence who were done to, harmed or not: `fired on police, killing two`."""
    reading, scene = draft.reading, draft.scene
    for group in reversed(scene.groups):
        if group.last > draft.group.first or not group.human or not group.is_plural or group.head is None:
            continue
        lower = reading.lower[group.head]
        if lower in EMPTY or lower in PERSONAL:
            continue
        if group.quantity is not None or is_done_to(draft, group):
            return group
    return None


def is_done_to(draft: Draft, group: Group) -> bool:
    """Whether people stand behind a verb, and the word of harm is a participle that sums up: `…, killing two`."""
    reading, scene = draft.reading, draft.scene
    if reading.tags[draft.harm.first] != "VBG" or reading.tags[group.first - 1] not in ("IN", "VBD", "VBN", "VBG", "VBZ", "VBP"):
        return False
    return any(reading.tags[word] in ("VBD", "VBZ", "VBP", "VBN") for word in range(scene.start, group.first))


def told_by_toll(draft: Draft) -> Bearer:
    """The people that a toll counts, where its own words name them: `the number of election workers killed`."""
    scene, harm = draft.scene, draft.harm
    group = draft.group
    if group.head is not None and not is_harm_noun(draft.reading, group):
        span = own_words(scene, group)
        return Bearer(span.text if span else None, span, scene, group)
    for phrase in scene.groups:
        if harm.first < phrase.first and phrase.last <= harm.last and phrase.human and phrase.head is not None:
            span = scene.reading.span(phrase.first, phrase.last)
            return Bearer(span.text, span, scene, phrase)
    return Bearer(None, None, scene, None)


def person_meant(draft: Draft, cast: Cast) -> Bearer:
    """The person whom `he` or `her` stands for: the one named last before it, those who open a sentence first."""
    reading, word = draft.reading, draft.group.first
    number = draft.scene.number
    for sentence in range(number, max(-1, number - PERSON_NEAR), -1):
        scope = reading.sentences[sentence]
        last = min(scope.end, word)
        named = [
            (first, actor)
            for first in range(scope.start, last)
            if reading.names[first] == "PERSON"
            and (first == scope.start or reading.names[first - 1] != "PERSON")
            and (actor := cast.actor_at(reading.starts[first], reading.ends[first])) is not None
            and actor.kind is ActorKind.PERSON
        ]
        if named:
            first, actor = named[0] if sentence != number else named[-1]
            end = first
            while end < last and reading.names[end] == "PERSON":
                end += 1
            group = Group(first, first, end, end, end - 1, Sort.NAMED, human=True)
            return Bearer(actor.name, reading.span(first, end), draft.scene, group, is_carried=True)
        described = one_person(draft, scope.start, last)
        if described is not None:
            span = own_words(draft.scene, described) if sentence == number else None
            return Bearer(span.text if span else None, span, draft.scene, described, is_carried=True)
    span = reading.span(draft.group.first, draft.group.last)
    return Bearer(span.text, span, draft.scene, None)


def one_person(draft: Draft, start: int, end: int) -> Group | None:
    """The one unnamed person that a stretch speaks of: `a soldier`."""
    for group in reversed(draft.scene.groups):
        if start <= group.first and group.last <= end and group.human and not group.is_plural and group.head is not None:
            return group
    return None
