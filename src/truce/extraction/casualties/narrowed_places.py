"""The narrower place that an article tells elsewhere for the event of a figure: `in Iraq`, then `the blast in Samarra`."""

from __future__ import annotations

from collections.abc import Iterator

from truce.extraction.casualties.places import Mention
from truce.extraction.casualties.plot import Plot

BEHIND = 5  # sentences behind a figure in which its event can be told more narrowly
FOLLOWING = 1  # sentences behind a figure that still tell of its event without naming it
OPENING = 5  # words in which `The blast` opens a sentence
PROVINCE, TOWN = 2, 3  # ranks


def narrower_place(plot: Plot, index: int, place: Mention) -> Mention | None:
    """The place within a figure's place that is tied most strongly to its event, the nearest of equals; None for none."""
    number = plot.number(index)
    ties = (
        (tie(plot, index, place, other), -abs(other.sentence - number), -other.first, other) for other in near(plot, index, place)
    )
    best = max(ties, key=lambda each: each[:3], default=None)
    return best[3] if best is not None and best[0] > 0 else None


def near(plot: Plot, index: int, place: Mention) -> Iterator[Mention]:
    """The places that can be narrower: around the figure, of the same figure told again, and of the main event."""
    atlas, number = plot.atlas, plot.number(index)
    around = set(range(number - 1, number + BEHIND + 1))
    around |= {plot.number(other) for other in plot.again(index) if plot.local[other] is not None}
    if plot.main is not None:
        around.add(plot.main.sentence)
        if place.key == plot.main.key:
            around |= plot.main_sentences
    for there in sorted(around - atlas.headlines):
        yield from atlas.strong_by_sentence.get(there, ())


def tie(plot: Plot, index: int, place: Mention, other: Mention) -> int:
    """How strongly another place is tied to a figure's event and lies within its place; 0 for not at all."""
    atlas, number, there = plot.atlas, plot.number(index), other.sentence
    lies_in = atlas.lies_in(other, place)
    if other.key == place.key or lies_in is False or other.is_country or atlas.are_apart(place.sentence, there):
        return 0
    is_main = plot.main is not None and other.key == plot.main.key
    if lies_in and is_main and atlas.agree(atlas.taken_up(number), plot.main_events):
        return 3
    is_told_next = is_event_told_next(plot, number, place, other)
    if lies_in is None and not is_told_next and not is_narrower(plot, place, other):
        return 0
    placed = [
        one
        for one in plot.by_sentence.get(there, ())
        if one != index and (found := plot.local[one]) is not None and found.key == other.key
    ]
    if any(plot.is_again(index, one) for one in placed):
        return 4
    if any(plot.conflict(index, one) for one in placed) or atlas.is_set_apart(there):
        return 0
    return 3 if is_told_next else tie_by_distance(plot, number, place, other, lies_in=bool(lies_in))


def tie_by_distance(plot: Plot, number: int, place: Mention, other: Mention, *, lies_in: bool) -> int:
    """How strongly a place is tied to a sentence by how near it stands and whether it takes up a known event."""
    atlas, there = plot.atlas, other.sentence
    is_paragraph = atlas.paragraph(there) == atlas.paragraph(number) or there == number + 1
    is_near = -1 <= there - number <= 2 and is_paragraph
    if atlas.taken_up(there) and (is_near or (lies_in and 0 <= there - number <= BEHIND)):
        return 2
    if plot.main is not None and place.key == plot.main.key and atlas.agree(atlas.taken_up(there), plot.main_events):
        return 1
    is_wide = atlas.rank(place) <= PROVINCE and not is_of_several(plot, number)
    if is_wide and 1 <= there - number <= FOLLOWING and (is_near or not atlas.has_paragraphs):
        return 1
    return int(lies_in and 1 <= there - number <= BEHIND)


def is_narrower(plot: Plot, place: Mention, other: Mention) -> bool:
    """Whether a place is of a narrower kind; within a town only a quarter or camp is."""
    atlas = plot.atlas
    if atlas.rank(other) <= atlas.rank(place):
        return False
    return atlas.rank(place) < TOWN or atlas.rank(other) >= atlas.NARROWEST


def is_event_told_next(plot: Plot, number: int, place: Mention, other: Mention) -> bool:
    """Whether one of the next sentences says where the event was: `The blast occurred near the park`."""
    atlas, there = plot.atlas, other.sentence
    return (
        1 <= there - number <= 2
        and opens_with_event(plot, there)
        and (not atlas.events(number) or atlas.agree(atlas.taken_up(there), atlas.events(number)))
        and atlas.rank(place) < atlas.NARROWEST
        and atlas.places.state_of_capital(other.key) is None
    )


def opens_with_event(plot: Plot, number: int) -> bool:
    """Whether a sentence begins with an event known before: `The blast occurred in`."""
    atlas, reading = plot.atlas, plot.atlas.reading
    sentence = reading.sentences[number]
    for word in range(sentence.start, min(sentence.start + OPENING, sentence.end)):
        if reading.lower[word] in atlas.words.families and reading.tags[word].startswith("NN"):
            return atlas.is_definite(word, sentence.start)
    return False


def is_of_several(plot: Plot, number: int) -> bool:
    """Whether a sentence tells of several events at once: `separate attacks`, `a series of bombings`."""
    reading, sentence = plot.atlas.reading, plot.atlas.reading.sentences[number]
    return plot.atlas.is_set_apart(number) or any(
        reading.tags[word] == "NNS" and reading.lower[word] in plot.atlas.words.families
        for word in range(sentence.start, sentence.end)
    )
