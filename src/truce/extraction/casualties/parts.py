"""Which figures are parts of another: `19 people, including 5 children`.

A part is said (`including`, `among them`, `of them`, `bringing the toll to`), or it is the article's own arithmetic:
figures behind a larger one that add up to it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from truce.extraction.casualties.bearers import Bearer
from truce.extraction.casualties.drafts import Draft, Told
from truce.extraction.casualties.groups import PERSONAL, Sort
from truce.extraction.casualties.harm import Side
from truce.extraction.reading import Reading
from truce.lexicons import Lexicons
from truce.records import ActorKind, Ground, Outcome, VictimClass

SPAN = 16  # figures behind a whole among which its parts are looked for
NEAR = 4  # sentences over which a part still belongs to the whole before it
RAISING = frozenset({"bring", "take", "raise", "push", "lift", "drive"})
FAR = 16  # sentences over which three or more figures may add up to one
OPENING = 8  # words
TAKING_UP = frozenset({"the", "this", "these", "that", "those", "their", "his", "her", "latest"})
JUST_TOLD = frozenset(
    {"deaths", "death", "attack", "attacks", "killings", "killing", "blast", "strike", "bombing", "that", "this"}
)
MORE = frozenset({"more", "another", "other", "others", "additional", "further"})
EVENTS = frozenset("attack bombing blast incident clash raid strike explosion airstrike shooting ambush operation bomb".split())
PLURAL_EVENTS = frozenset(
    """attacks bombings blasts incidents clashes raids strikes explosions airstrikes shootings ambushes operations bombs
    violence series wave string spate""".split()
)
APART = frozenset({"meanwhile", "elsewhere", "separately", "separate", "earlier", "last", "since"})
SINGLING = frozenset({"one", "first", "deadliest", "worst", "bloodiest", "second", "third", "another", "other", "biggest"})


@dataclass(frozen=True, slots=True)
class Counted:
    """One figure as it takes part in sums.

    `kind`, `side` (the key of a state) and `forces` (soldiers, police or fighters) are None where its words tell none.
    """

    draft: Draft
    bearer: Bearer
    kind: VictimClass | None
    side: str | None
    forces: str | None

    @property
    def is_open(self) -> bool:
        """Whether no noun says who the victims are: a bare count, or a nation."""
        group = self.bearer.group
        return group is None or group.head is None or self.side is not None

    @property
    def value(self) -> int:
        """The number itself, 1 for a single victim, 0 where nobody knows."""
        quantity = self.draft.group.quantity
        if self.draft.group.sort in (Sort.ONE, Sort.DEFINITE, Sort.NAMED, Sort.PRONOUN):
            return 1
        return (quantity.value or 0) if quantity is not None else 1

    @property
    def outcome(self) -> Outcome:
        """What befell the victims."""
        return self.draft.harm.outcome

    @property
    def sentence(self) -> int:
        """The sentence by its number."""
        return self.draft.scene.number


def find_parts(
    drafts: Sequence[Draft],
    bearers: Sequence[Bearer],
    kinds: Sequence[Told[VictimClass | None]],
    sides: Sequence[Told[str | None]],
    *,
    lexicons: Lexicons,
) -> tuple[Told[int | None], ...]:
    """For each figure the index of the one that already counts its victims; None where none does."""
    figures = [
        Counted(draft, bearer, kind.value, side_of(side.value, lexicons), forces_of(bearer, lexicons))
        for draft, bearer, kind, side in zip(drafts, bearers, kinds, sides, strict=True)
    ]
    wholes: dict[int, int] = {}
    for number in range(len(figures)):
        whole = said_whole(figures, number)
        if whole is not None:
            wholes[number] = whole
    for number in range(len(figures)):
        for part in adding_up(figures, number, wholes):
            wholes.setdefault(part, number)
    for number in range(len(figures)):
        for part in singled_out(figures, number, wholes):
            wholes.setdefault(part, number)
    for number in range(len(figures)):
        add_raised_toll(figures, number, wholes)
        whole = whole_of_others(figures, number, wholes)
        if whole is not None:
            wholes.setdefault(number, whole)
    return tuple(told(figures, number, wholes) for number in range(len(figures)))


def told(figures: Sequence[Counted], number: int, wholes: dict[int, int]) -> Told[int | None]:
    """The whole with the words of its figure; nothing where it would lead back to the part."""
    whole = wholes.get(number)
    seen = {number}
    above = whole
    while above is not None:
        if above in seen:
            return Told(None)
        seen.add(above)
        above = wholes.get(above)
    if whole is None:
        return Told(None)
    draft = figures[whole].draft
    return Told(whole, (Ground("subset_of", draft.reading.span(draft.first, draft.last)),))


def side_of(name: str | None, lexicons: Lexicons) -> str | None:
    """The state that an adjective or name stands for, so that `American` and `U.S.` are one."""
    if name is None:
        return None
    entry = lexicons.actors.state_of_demonym(name) or lexicons.actors.find(name)
    return entry.key if entry is not None and entry.kind is ActorKind.STATE else None


def forces_of(bearer: Bearer, lexicons: Lexicons) -> str | None:
    """The kind of forces that the victims' noun names."""
    group = bearer.group
    if group is None or group.head is None:
        return None
    return lexicons.casualty_words.alike.get(bearer.scene.reading.lower[group.head])


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


def whole_of_them(figures: Sequence[Counted], number: int) -> int | None:
    """`five of them`, `three of the soldiers`, `several of whom`: part of the larger figure that is taken up."""
    figure = figures[number]
    group, reading = figure.draft.group, figure.draft.reading
    if not group.of or group.head is None:
        return None
    is_pronoun = reading.lower[group.head] in PERSONAL
    for other in range(number - 1, max(-1, number - SPAN - 1), -1):
        whole = figures[other]
        if figure.sentence - whole.sentence > (1 if is_pronoun else NEAR):
            return None
        if whole.outcome is not figure.outcome or 0 < whole.value <= figure.value:
            continue
        other_head = whole.bearer.group.head if whole.bearer.group is not None else None
        if is_pronoun:
            return other if whole.draft.group.is_plural and figure.bearer.group is whole.bearer.group else None
        if other_head is not None and reading.lemmas[other_head] == reading.lemmas[group.head]:
            return other
    return None


def whole_of_dead(figures: Sequence[Counted], number: int) -> int | None:
    """`among the dead were two guards`, `the victims included`, `one of the dead`: part of the count before it."""
    figure = figures[number]
    draft, reading = figure.draft, figure.draft.reading
    opening = reading.lower[draft.scene.start : draft.last + 3]
    words = set(opening)
    is_told = draft.link.rule == "among" or (
        "among" in words and bool(words & {"dead", "killed", "victims", "wounded", "injured", "casualties"})
    )
    is_told = is_told or (bool(words & {"toll", "victims", "dead"}) and bool(words & {"included", "include", "includes"}))
    is_told = is_told or opening[:2] in (("the", "victims"), ("the", "dead"), ("the", "wounded"))
    if not is_told:
        return None
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


def adding_up(figures: Sequence[Counted], number: int, wholes: dict[int, int]) -> tuple[int, ...]:
    """The figures behind a larger one of the same outcome that add up to it."""
    whole = figures[number]
    if whole.value < 2 or is_singled(whole.draft):
        return ()
    total = 0
    found: list[int] = []
    for other in range(number + 1, min(len(figures), number + SPAN + 1)):
        part = figures[other]
        if part.outcome is not whole.outcome or not is_summand(figures, other, wholes.get(other), number):
            continue
        if part.sentence == whole.sentence or not is_compatible(whole, part):
            continue
        if part.sentence - whole.sentence > (FAR if len(found) > 1 else 2 * NEAR):
            break
        if opens_apart(part.draft) or (not found and is_more(figures, other)):
            break
        if any(is_same_person(figures[before].draft, part.draft) for before in found):
            continue
        total += part.value
        found.append(other)
        if total >= whole.value:
            break
    return tuple(found) if total == whole.value and len(found) > 1 else ()


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
    return draft.reading.lower[draft.scene.start] in APART | {"also", "hours", "later"}


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
