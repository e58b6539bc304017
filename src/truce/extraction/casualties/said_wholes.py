"""The whole of a part, where words name it: `including`, `among them`, `of them`, `bringing the toll to`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from truce.extraction.casualties.counted import NEAR, SPAN, Counted
from truce.extraction.casualties.groups import PERSONAL, Sort
from truce.extraction.casualties.harm import Side
from truce.extraction.reading import Reading
from truce.records import Outcome, VictimClass

OF_THEM = (("of", "them"), ("of", "whom"), ("of", "those"))
RAISING = frozenset({"bring", "take", "raise", "push", "lift", "drive"})
TAKING_UP = frozenset({"the", "this", "these", "that", "those", "their", "his", "her", "latest"})
JUST_TOLD = frozenset(
    {"deaths", "death", "attack", "attacks", "killings", "killing", "blast", "strike", "bombing", "that", "this"}
)


def said_whole(figures: Sequence[Counted], number: int) -> int | None:
    """The whole that the words name."""
    ways = (named_whole, whole_of_them, whole_of_dead, whole_of_condition)
    return next((whole for way in ways if (whole := way(figures, number)) is not None), None)


def named_whole(figures: Sequence[Counted], number: int) -> int | None:
    """The whole in the same sentence: `including`, `among them`."""
    draft = figures[number].draft
    whole = draft.link.whole
    if whole is None:
        return larger_count(figures, number)
    for other in nearest(figures, number):
        candidate = figures[other].draft
        is_whole = candidate.scene is draft.scene and candidate.group.first == whole.first
        if is_whole and candidate.harm.outcome is draft.harm.outcome:
            return other
    return None


def larger_count(figures: Sequence[Counted], number: int) -> int | None:
    """`released 50 of the 60 people kidnapped`, `rose from 1.7 million to 1.9 million`: the larger count beside it."""
    draft = figures[number].draft
    for other in nearest(figures, number):
        candidate = figures[other].draft
        if candidate.scene is not draft.scene:
            continue
        if draft.group.inner is not None and candidate.group.quantity is draft.group.inner:
            return other if candidate.group.head == draft.group.head and draft.group.quantity is not draft.group.inner else None
        is_toll = draft.harm.side is Side.TOLL and candidate.harm is draft.harm
        if is_toll and figures[other].value > figures[number].value and other > number:
            return other
    return None


def nearest(figures: Sequence[Counted], number: int) -> Iterator[int]:
    """The figures around one, those before it first, the nearest first."""
    yield from range(number - 1, max(-1, number - SPAN - 1), -1)
    yield from range(number + 1, min(len(figures), number + SPAN))


def whole_of_them(figures: Sequence[Counted], number: int) -> int | None:
    """`five of them`, `three of the soldiers`, `several of whom`: part of the larger figure that is taken up."""
    figure = figures[number]
    group, reading = figure.draft.group, figure.draft.reading
    if group.first >= 2 and reading.lower[group.first - 2 : group.first] in OF_THEM:
        return larger_before(figures, number)  # 250 hostages, of whom 97 are still held
    if not group.of or group.head is None:
        return None
    count = group.quantity.last if group.quantity is not None else group.first
    is_pronoun = reading.lower[group.head] in PERSONAL or reading.lower[count : count + 2] in OF_THEM
    for other in range(number - 1, max(-1, number - SPAN - 1), -1):
        whole = figures[other]
        if figure.sentence - whole.sentence > (1 if is_pronoun else NEAR):
            return None
        if whole.outcome is not figure.outcome or 0 < whole.value <= figure.value:
            continue
        other_head = whole.bearer.group.head if whole.bearer.group is not None else None
        if is_pronoun:
            is_same = figure.bearer.group is whole.bearer.group or reading.lower[group.head] not in PERSONAL
            return other if whole.draft.group.is_plural and is_same else None
        if other_head is not None and reading.lemmas[other_head] == reading.lemmas[group.head]:
            return other
    return None


def larger_before(figures: Sequence[Counted], number: int) -> int | None:
    """The nearest larger figure of the same outcome in the sentence."""
    figure = figures[number]
    for other in range(number - 1, max(-1, number - SPAN - 1), -1):
        whole = figures[other]
        if whole.draft.scene is figure.draft.scene and whole.outcome is figure.outcome and whole.value > figure.value:
            return other
    return None


def larger_beside(figures: Sequence[Counted], number: int) -> int | None:
    """A larger figure of the same outcome right behind, in the same sentence."""
    if number + 1 >= len(figures):
        return None
    figure, other = figures[number], figures[number + 1]
    is_beside = other.sentence == figure.sentence and other.outcome is figure.outcome and other.value > figure.value
    return number + 1 if is_beside else None


def whole_of_dead(figures: Sequence[Counted], number: int) -> int | None:
    """`among the dead were two guards`, `the victims included`, `one of the dead`: part of the count before it."""
    figure = figures[number]
    draft, reading = figure.draft, figure.draft.reading
    opening = reading.lower[draft.scene.start : draft.last + 3]
    words = set(opening)
    is_told = draft.link.rule in ("among", "composition") or (
        "among" in words and bool(words & {"dead", "killed", "victims", "wounded", "injured", "casualties"})
    )
    is_told = is_told or (bool(words & {"toll", "victims", "dead"}) and bool(words & {"included", "include", "includes"}))
    is_told = is_told or opening[:2] in (("the", "victims"), ("the", "dead"), ("the", "wounded"))
    if not is_told:
        return None
    if draft.link.rule == "composition" and (beside := larger_beside(figures, number)) is not None:
        return beside  # 18 of the 41 killed were civilians
    for other in range(number - 1, max(-1, number - SPAN - 1), -1):
        whole = figures[other]
        if figure.sentence - whole.sentence > NEAR:
            return None
        if whole.sentence < figure.sentence and whole.outcome is figure.outcome and whole.value > figure.value:
            return other
    return None


def whole_of_condition(figures: Sequence[Counted], number: int) -> int | None:
    """`five are in critical condition`: part of the wounded counted before."""
    figure = figures[number]
    if figure.draft.link.rule != "in-hospital":
        return None
    for other in range(number - 1, max(-1, number - SPAN - 1), -1):
        whole = figures[other]
        if figure.sentence - whole.sentence > 2 * NEAR:
            return None
        if whole.outcome is Outcome.INJURED and whole.value > figure.value and whole.draft.link.rule != "in-hospital":
            return other
    return None


def add_raised_toll(figures: Sequence[Counted], number: int, wholes: dict[int, int]) -> None:
    """Make a figure, or the whole that it is itself a part of, a part of the toll that it raised."""
    toll = raised_toll(figures, number)
    if toll is None:
        return
    top = number
    while top in wholes and wholes[top] != toll:
        top = wholes[top]
    if top != toll and toll not in wholes:
        wholes[top] = toll


def raised_toll(figures: Sequence[Counted], number: int) -> int | None:
    """`killed two soldiers, bringing the toll to 80`: the two are part of the toll behind them."""
    figure = figures[number]
    for other in range(number + 1, min(len(figures), number + SPAN)):
        toll = figures[other]
        if toll.sentence > figure.sentence + 1:
            return None
        if toll.draft.harm.side is not Side.TOLL or toll.outcome is not figure.outcome or toll.value <= figure.value:
            continue
        scene = toll.draft.scene
        raising = [word for word in range(scene.start, toll.draft.last) if scene.reading.lemmas[word] in RAISING]
        if raising and toll.sentence == figure.sentence and figure.draft.first < raising[-1]:
            return other
        if raising and toll.sentence == figure.sentence + 1 and takes_up_deaths(scene.reading, scene.start):
            return other
    return None


def takes_up_deaths(reading: Reading, start: int) -> bool:
    """Whether a sentence opens with what was just told: `The latest deaths brought the toll to nine`."""
    opening = reading.lower[start : start + 4]
    return bool(TAKING_UP & set(opening[:2])) and bool(JUST_TOLD & set(opening))


def whole_of_known(figures: Sequence[Counted], number: int, wholes: dict[int, int]) -> int | None:
    """`A bomb killed 13 people. The son was killed`: somebody known, not told of before, in the count before."""
    figure = figures[number]
    group, reading = figure.draft.group, figure.draft.reading
    if number in wholes or group.sort is not Sort.DEFINITE or group.head is None or reading.lower[group.first] != "the":
        return None
    for before in range(number - 1, max(-1, number - NEAR), -1):
        whole = figures[before]
        head = whole.draft.group.head
        if figure.sentence - whole.sentence > NEAR or (head is not None and reading.lower[head] == reading.lower[group.head]):
            return None
        if whole.outcome is figure.outcome and figure.sentence > whole.sentence:
            fits = whole.value > 1 and whole.kind in (None, VictimClass.UNSPECIFIED, figure.kind)
            return before if fits else None
    return None


def whole_of_others(figures: Sequence[Counted], number: int, wholes: dict[int, int]) -> int | None:
    """`The toll included 15 in a bakery. Raids killed 12 others`: others than a part, of the same whole."""
    figure = figures[number]
    head = figure.draft.group.head
    if number in wholes or head is None or figure.draft.reading.lower[head] not in ("others", "other"):
        return None
    for before in range(number - 1, max(-1, number - NEAR), -1):
        part = figures[before]
        if figure.sentence - part.sentence > 1:
            return None
        whole = wholes.get(before)
        if part.outcome is figure.outcome and whole is not None:
            counted = sum(figures[other].value for other, its in wholes.items() if its == whole)
            return whole if counted + figure.value <= figures[whole].value else None
    return None
