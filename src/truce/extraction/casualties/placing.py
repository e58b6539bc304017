"""Where each figure's harm was done: in its own sentence, in one that tells of the same event, or in the main event."""

from __future__ import annotations

from collections.abc import Sequence

from truce.extraction.casualties.atlas import Atlas
from truce.extraction.casualties.carried_places import carry_place
from truce.extraction.casualties.drafts import Draft, Told
from truce.extraction.casualties.local_places import find_local_place
from truce.extraction.casualties.narrowed_places import narrower_place
from truce.extraction.casualties.places import TAKEN_UP, Mention
from truce.extraction.casualties.plot import Plot
from truce.records import Ground, Scope

DEEPEST = 3  # steps from a country to a quarter


def find_places(atlas: Atlas, drafts: Sequence[Draft], scopes: Sequence[Scope]) -> list[Told[str] | None]:
    """The place of each figure, None where the article names none."""
    return [told_by(atlas, place) if place is not None else None for place, _ in place_figures(atlas, drafts, scopes)]


def place_figures(atlas: Atlas, drafts: Sequence[Draft], scopes: Sequence[Scope]) -> list[tuple[Mention | None, str]]:
    """The mention that tells each figure's place, with the name of the rule that found it.

    own sentences ─ what is carried ─ what is told more narrowly elsewhere ─ the main place ─ headlines after the story
    """
    plot = Plot(atlas, drafts, scopes, [find_local_place(atlas, draft) for draft in drafts])
    found, rules = list(plot.local), ["local"] * len(drafts)
    for index, place in enumerate(plot.local):
        if place is None:
            carried = carry_place(plot, index, found)
            found[index], rules[index] = carried if carried is not None else (None, "none")
    narrowed = [narrow(plot, index, place) for index, place in enumerate(found)]
    rules = [f"{rule}+narrower" if narrowed[index] is not found[index] else rule for index, rule in enumerate(rules)]
    found = [follow_main(plot, index, narrowed) for index in range(len(drafts))]
    return [(found[origin], rules[origin]) for origin in (story_figure(plot, index) for index in range(len(drafts)))]


def narrow(plot: Plot, index: int, place: Mention | None) -> Mention | None:
    """The narrowest place of an incident, step by step."""
    for _ in range(DEEPEST if not plot.is_toll(index) else 0):
        narrower = narrower_place(plot, index, place) if place is not None else None
        if narrower is None:
            return place
        place = narrower
    return place


def follow_main(plot: Plot, index: int, found: Sequence[Mention | None]) -> Mention | None:
    """The place of a figure; where that is the main place, the narrower one that was found for the main figure."""
    main, place = plot.main, found[index]
    is_carried = place is not None and plot.local[index] is None and not plot.is_toll(index)
    if main is None or place is None or not is_carried or place.key != main.key:
        return place
    own = [found[other] for other in plot.by_sentence.get(main.sentence, ()) if plot.local[other] is main]
    return next((each for each in own if each is not None), place)


def story_figure(plot: Plot, index: int) -> int:
    """For a figure of the headline the first of the story that gives the same count and outcome; else the figure itself."""
    if plot.number(index) not in plot.atlas.headlines:
        return index
    mine = plot.drafts[index]
    for other, draft in enumerate(plot.drafts):
        first, second = mine.group.quantity, draft.group.quantity
        is_same = draft.harm.outcome is mine.harm.outcome and (first.low if first else 1) == (second.low if second else 1)
        if is_same and plot.number(other) not in plot.atlas.headlines:
            return other
    return index


def told_by(atlas: Atlas, place: Mention) -> Told[str]:
    """A place with the words that tell it; two that stand side by side are told together: `Khost and Paktia`."""
    last = place.last
    for other in atlas.strong_by_sentence.get(place.sentence, ()):
        between = atlas.reading.lower[place.last : other.first]
        if between == ("and",) and not (place.is_country or other.is_country or TAKEN_UP in (place.label, other.label)):
            last = other.last
    span = atlas.reading.span(place.first, last)
    return Told(span.text if last > place.last else place.text, (Ground("place", span),))
