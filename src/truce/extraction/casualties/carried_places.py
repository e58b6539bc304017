"""The place of a figure whose own sentence gives none: that of its event, told before, behind, or as the main one."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from truce.extraction.casualties.atlas import GLOBAL
from truce.extraction.casualties.harm import Side
from truce.extraction.casualties.places import TAKEN_UP, Mention
from truce.extraction.casualties.plot import Plot

REACH = 6  # sentences of one paragraph over which a place is carried
CLOSE = 3  # sentences over which it is carried where paragraphs tell nothing
FAR = 8  # sentences beyond which only the main event is still meant
FRAME = 5  # words before which a place opens its sentence
WIDE = 2  # the rank of provinces, the narrowest that a toll of a whole war is told of
AUTHORITIES = frozenset("police officials authorities government security army military soldiers forces troops".split())


def carry_place(plot: Plot, index: int, found: Sequence[Mention | None]) -> tuple[Mention, str] | None:
    """The place that the rest of the article gives a figure, with the name of the rule; `found` holds those before it."""
    if plot.is_toll(index) and (before := of_toll_before(plot, index, found)) is not None:
        return before, "toll"
    if is_of_known(plot, index) and not plot.is_toll(index):
        return None
    for name, rule in OF_TOLLS if plot.is_toll(index) else OF_INCIDENTS:
        place = rule(plot, index)
        if place is not None:
            return place, name
    return None


def of_toll_before(plot: Plot, index: int, found: Sequence[Mention | None]) -> Mention | None:
    """The place of the toll right before it in the same sentence."""
    is_same = index > 0 and plot.is_toll(index - 1) and plot.number(index - 1) == plot.number(index)
    return found[index - 1] if is_same else None


def of_subject(plot: Plot, index: int) -> Mention | None:
    """A town of which the sentence tells: `Kilis has come under fire that killed two`."""
    atlas, number = plot.atlas, plot.number(index)
    if atlas.strong_by_sentence.get(number) or number in atlas.headlines:
        return None
    for mention in atlas.at(number):
        is_subject = atlas.reading.deps[mention.last - 1] in ("nsubj", "nsubj:pass") and not mention.is_country
        if is_subject and mention.label == "LOC" and mention.first not in atlas.spoken and not mention.is_owner:
            return mention
    return None


def of_sentence_mate(plot: Plot, index: int) -> Mention | None:
    """The place of the nearest figure of the same sentence."""
    here = plot.drafts[index].first
    mates = [
        (abs(plot.drafts[other].first - here), other, place)
        for other in plot.by_sentence[plot.number(index)]
        if (place := plot.local[other]) is not None and plot.scopes[other] is plot.scopes[index]
    ]
    return min(mates, key=lambda each: each[:2])[2] if mates else None


def of_same_figure(plot: Plot, index: int) -> Mention | None:
    """The place of the same count and outcome told again."""
    number, atlas = plot.number(index), plot.atlas
    same = [
        (distance, other, place)
        for other in plot.again(index)
        if (place := plot.local[other]) is not None
        and not atlas.are_apart(number, plot.number(other))
        and ((distance := abs(plot.number(other) - number)) <= CLOSE or atlas.has_paragraphs)
    ]
    return min(same, key=lambda each: each[:2])[2] if same else None


def of_headline(plot: Plot, index: int) -> Mention | None:
    """For a figure of the headline: where the story begins, else what the headline names."""
    if plot.number(index) not in plot.atlas.headlines:
        return None
    named = [mention for mention in plot.atlas.at(plot.number(index)) if mention.label != TAKEN_UP]
    return plot.main or (named[0] if named else None)


def of_whole_conflict(plot: Plot, index: int) -> Mention | None:
    """For a running toll: the country, or part of it, told last or named by the victims; else the story's country."""
    number, atlas = plot.number(index), plot.atlas
    near = [
        mention
        for other in range(number, max(-1, number - CLOSE - 1), -1)
        if not atlas.are_apart(number, other)
        for mention in atlas.strong_by_sentence.get(other, ())
        if mention.first < plot.drafts[index].first and (mention.is_country or atlas.rank(mention) == WIDE)
    ]
    if near and near[0].sentence == number:
        return near[0]
    own = of_victims(plot, index) or (of_paragraph(plot, index) if atlas.has_paragraphs else None)
    if own is not None or near:
        return own or near[0]
    return plot.main_country if atlas.has_paragraphs else None


def of_victims(plot: Plot, index: int) -> Mention | None:
    """The country of the victims, where something happens in it: `1,200 Iraqis`."""
    group = plot.drafts[index].group
    named = [one for one in plot.atlas.at(plot.number(index)) if one.label == "NORP" and group.first <= one.first < group.tail]
    keys = {one.key for one in named if one.state not in GLOBAL}
    return next((mention for mention in plot.atlas.strong if mention.key in keys), None) if keys else None


def of_event_taken_up(plot: Plot, index: int) -> Mention | None:
    """The place of the last event that `the blast` can mean."""
    number, atlas = plot.number(index), plot.atlas
    known = atlas.taken_up(number)
    if not known:
        return None
    for other in plot.before(index):
        if not atlas.has_paragraphs and number - other > CLOSE + 1:
            return None
        if atlas.agree(known, atlas.events(other)):
            return plot.place_of(other)
    return None


def of_paragraph(plot: Plot, index: int) -> Mention | None:
    """The place that the paragraph told last, unless the sentence turns to something else."""
    number, atlas = plot.number(index), plot.atlas
    if atlas.is_set_apart(number) and not atlas.taken_up(number):
        return None
    before = (other for other in plot.before(index, REACH) if atlas.paragraph(other) == atlas.paragraph(number))
    nearest = next(before, None)
    return plot.place_of(nearest) if nearest is not None else None


def of_main_event(plot: Plot, index: int) -> Mention | None:
    """Where the main event took place, in a story of several paragraphs; where that is a whole country, the place told last."""
    number, main = plot.number(index), plot.main
    if not plot.atlas.has_paragraphs or is_of_known(plot, index):
        return None
    near = next(plot.before(index, FAR), None)
    nearest = plot.place_of(near) if near is not None else None
    is_nearer = nearest is not None and not nearest.is_country
    if main is None or plot.atlas.are_apart(number, main.sentence) or (main.is_country and is_nearer):
        return nearest
    return main


def is_of_known(plot: Plot, index: int) -> bool:
    """Whether a figure only names a death that readers know of, no event with it: `the death of their leader`."""
    draft = plot.drafts[index]
    is_one = draft.group.quantity is None or draft.group.quantity.is_one
    return draft.harm.side is Side.OF and is_one and not plot.atlas.events(plot.number(index))


def of_next_sentence(plot: Plot, index: int) -> Mention | None:
    """The place that the next sentences tell of the same event: `The attack took place in Tyre`."""
    number, atlas = plot.number(index), plot.atlas
    if not atlas.events(number):
        return None
    for other in range(number + 1, min(number + CLOSE, len(atlas.reading.sentences))):
        place = plot.place_of(other)
        is_told = atlas.taken_up(other) and not atlas.is_set_apart(other)
        if place is not None and is_told and not atlas.are_apart(number, other):
            return place
    return None


def of_frame(plot: Plot, index: int) -> Mention | None:
    """The place that opens a sentence: `In Zabul, officials said`."""
    reading, scene = plot.atlas.reading, plot.drafts[index].scene
    for mention in plot.atlas.at(scene.number):
        is_first = mention.first - scene.start <= FRAME and reading.words[mention.last : mention.last + 1] == (",",)
        if is_first and mention.lead in ("in", "near", "outside") and not mention.is_owner:
            return mention
    return None


def of_speaker(plot: Plot, index: int) -> Mention | None:
    """The town or country of the police or doctors who tell it: `police in Najaf`, `Iraqi police`."""
    atlas, mentions = plot.atlas, plot.atlas.at(plot.number(index))
    near = next((mention for mention in mentions if atlas.is_of_witness(mention) and not mention.is_owner), None)
    if near is not None:
        return near
    return next(
        (
            mention
            for mention in mentions
            if mention.state is not None
            and mention.state not in GLOBAL
            and mention.is_owner
            and (not plot.is_toll(index) or mention.label != "NORP")
            and AUTHORITIES & set(atlas.reading.lower[mention.last : mention.last + 2])
        ),
        None,
    )


def of_country(plot: Plot, index: int) -> Mention | None:
    """The country that a story of several paragraphs is about."""
    main = plot.main_country if plot.atlas.has_paragraphs and not is_of_known(plot, index) else None
    return main if main is not None and not plot.atlas.are_apart(plot.number(index), main.sentence) else None


Rules = tuple[tuple[str, Callable[[Plot, int], Mention | None]], ...]
OF_INCIDENTS: Rules = (
    ("subject", of_subject),
    ("mate", of_sentence_mate),
    ("again", of_same_figure),
    ("headline", of_headline),
    ("event", of_event_taken_up),
    ("paragraph", of_paragraph),
    ("main", of_main_event),
    ("next", of_next_sentence),
    ("frame", of_frame),
    ("speaker", of_speaker),
    ("country", of_country),
)
OF_TOLLS: Rules = (
    ("subject", of_subject),
    ("mate", of_sentence_mate),
    ("again", of_same_figure),
    ("headline", of_headline),
    ("toll", of_whole_conflict),
    ("frame", of_frame),
    ("speaker", of_speaker),
    ("country", of_country),
)
