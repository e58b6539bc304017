"""Parts by the article's own arithmetic: figures behind a larger one that add up to it, or fit into it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from truce.extraction.casualties.counted import FAR, NEAR, SPAN, Counted
from truce.extraction.casualties.drafts import Draft
from truce.extraction.casualties.groups import Sort
from truce.records import VictimClass

OPENING = 8  # words
MORE = frozenset({"more", "another", "other", "others", "additional", "further"})
EVENTS = frozenset("attack bombing blast incident clash raid strike explosion airstrike shooting ambush operation bomb".split())
PLURAL_EVENTS = frozenset(
    """attacks bombings blasts incidents clashes raids strikes explosions airstrikes shootings ambushes operations bombs
    violence series wave string spate""".split()
)
APART = frozenset({"meanwhile", "elsewhere", "separately", "separate", "earlier", "last", "since"})
SINGLING = frozenset({"one", "first", "deadliest", "worst", "bloodiest", "second", "third", "another", "other", "biggest"})


def adding_up(figures: Sequence[Counted], number: int, wholes: dict[int, int]) -> tuple[int, ...]:
    """The figures behind a larger one of the same outcome that add up to it, with the parts that it has already."""
    whole = figures[number]
    if whole.value < 2 or whole.is_vague or is_singled(whole.draft):
        return ()
    earlier = [part for part, its in wholes.items() if its == number and part < number]
    total = sum(figures[part].value for part in earlier)
    found: list[int] = []
    for other in range(number + 1, min(len(figures), number + SPAN + 1)):
        part = figures[other]
        if part.outcome is not whole.outcome or part.is_vague or not is_summand(figures, other, wholes.get(other), number):
            continue
        if is_told_with(whole, part) or not is_compatible(whole, part):
            continue
        if opens_apart(part.draft) or (not found and is_more(figures, other)):
            break
        if any(is_same_person(figures[before].draft, part.draft) for before in found):
            continue
        total += part.value
        found.append(other)
        if total >= whole.value:
            break
    is_sum = total == whole.value and len(found) + len(earlier) > 1
    return tuple(found) if is_sum and is_near(figures, number, found) else ()


def is_near(figures: Sequence[Counted], number: int, parts: Sequence[int]) -> bool:
    """Whether parts stand near enough to their whole: the more of them, the less is their sum a chance."""
    first, last = figures[parts[0]].sentence, figures[parts[-1]].sentence
    start = figures[number].sentence
    if len(parts) > 3:
        return True
    return first - start <= 2 * NEAR and last - start <= (FAR if len(parts) > 2 else 2 * NEAR)


def is_told_with(whole: Counted, part: Counted) -> bool:
    """Whether two figures stand side by side under one word of harm: `killed two soldiers and two guards`."""
    return part.sentence == whole.sentence and (part.draft.harm is whole.draft.harm or whole.value == part.value)


def is_summand(figures: Sequence[Counted], part: int, whole: int | None, number: int) -> bool:
    """Whether a figure counts by itself: it belongs to no other, or is said to be some `of the` whole."""
    return whole is None or (whole == number and figures[part].draft.group.of)


def is_more(figures: Sequence[Counted], number: int) -> bool:
    """Whether victims are others than those of the whole: `two more policemen`, not `one killed and another wounded`."""
    draft = figures[number].draft
    if not set(draft.reading.lower[draft.group.first : draft.group.last]) & MORE:
        return False
    before = figures[number - 1]
    return before.draft.scene is not draft.scene or before.outcome is figures[number].outcome


def is_same_person(one: Draft, other: Draft) -> bool:
    """Whether `the soldier` takes up the soldier of a figure before."""
    if other.group.sort is not Sort.DEFINITE or one.group.head is None or other.group.head is None:
        return False
    return one.reading.lower[one.group.head] == other.reading.lower[other.group.head]


def opens_apart(draft: Draft) -> bool:
    """Whether a sentence turns to another event: `Also in Baghdad`, `Separately`."""
    return draft.reading.lower[draft.scene.start] in (APART - {"earlier", "last"}) | {"also", "hours", "later"}


def is_compatible(whole: Counted, part: Counted) -> bool:
    """Whether the part can be of the same people: of their class, forces and state, as far as both tell one."""
    if whole.side is not None and part.side is not None and whole.side != part.side:
        return False
    if whole.forces is not None and part.forces is not None and whole.forces != part.forces:
        return False
    if whole.kind in (None, VictimClass.UNSPECIFIED):
        return True
    return part.kind is whole.kind or (part.kind is None and part.is_open)


def singled_out(figures: Sequence[Counted], number: int, wholes: dict[int, int]) -> Iterator[int]:
    """`Attacks killed 20 people. In the deadliest, a bomb killed 12`: parts of a summary, while they fit into it."""
    whole = figures[number]
    scene = whole.draft.scene
    sums_up = set(scene.reading.lower[scene.start : scene.end]) & PLURAL_EVENTS and not is_singled(whole.draft)
    if whole.value < 2 or not sums_up:
        return
    left = whole.value
    for other in range(number + 1, min(len(figures), number + SPAN)):
        part = figures[other]
        if part.outcome is not whole.outcome or other in wholes or part.sentence == whole.sentence:
            continue
        fits = part.value < left or (part.value == left and left < whole.value)
        if part.sentence - whole.sentence > NEAR or not fits or not is_compatible(whole, part) or not is_singled(part.draft):
            return
        left -= part.value
        yield other


def is_singled(draft: Draft) -> bool:
    """Whether a sentence tells of one of several events: `In the deadliest attack`, `Another bomb`, `The first blast`."""
    reading, scene = draft.reading, draft.scene
    opening = range(scene.start, min(scene.start + OPENING, scene.end))
    if any(reading.lower[word] in APART for word in opening):
        return False
    return any(
        reading.lower[word] in SINGLING
        and any(reading.lemmas[other] in EVENTS for other in range(word + 1, min(word + 4, scene.end)))
        for word in range(scene.start, min(draft.last, scene.end))
    )
