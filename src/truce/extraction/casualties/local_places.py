"""The place that a figure's own sentence gives it, chosen by weights learned from annotated news."""

from __future__ import annotations

import json
from bisect import bisect_left
from collections.abc import Sequence
from functools import cache
from math import exp
from pathlib import Path

from truce.extraction.casualties.atlas import Atlas
from truce.extraction.casualties.drafts import Draft
from truce.extraction.casualties.places import DATELINE, Mention
from truce.extraction.reading import FINITE, Reading
from truce.records import Outcome

WEIGHTS = Path(__file__).with_name("local_places.json")
STEPS = (1, 3, 6, 10, 16, 25)  # words
LINKS = frozenset("as while when where before after because although since and but to that which who ahead".split())
LONGEST_PATH = 12  # arcs of the parse
NEXT_TO = 8  # words between a place and the one around it
FRAME = 5  # words before which a place at the head of a sentence frames all of it


@cache
def load_weights() -> dict[str, float]:
    """How far each feature speaks for a place; `null` and its kin speak for none."""
    weights: dict[str, float] = json.loads(WEIGHTS.read_text(encoding="utf-8"))
    return weights


def find_local_place(atlas: Atlas, draft: Draft) -> Mention | None:
    """The mention in a figure's sentence where the harm was done, None where the sentence does not tell it."""
    weights = load_weights()
    chances: dict[str, float] = {}
    best: dict[str, tuple[float, Mention]] = {}
    for mention in candidates(atlas, draft):
        chance = exp(sum(weights.get(feature, 0.0) for feature in features(atlas, draft, mention)))
        chances[mention.key] = chances.get(mention.key, 0.0) + chance
        if mention.key not in best or chance > best[mention.key][0]:
            best[mention.key] = chance, mention
    if not chances:
        return None
    key = max(chances, key=lambda each: chances[each])
    none = exp(sum(weights.get(feature, 0.0) for feature in no_place_features(atlas, draft)))
    return narrowed(atlas, draft, best[key][1]) if chances[key] > none else None


def narrowed(atlas: Atlas, draft: Draft, place: Mention) -> Mention:
    """The narrower place that the same clause names within a place: `in Baghdad, a bomb in the district of Karrada`."""
    for other in atlas.strong_by_sentence.get(place.sentence, ()):
        if other.key == place.key or atlas.lies_in(other, place) is False or is_elsewhere(draft, other):
            continue
        if (other.key, place.key) in atlas.inside and abs(other.first - place.first) <= NEXT_TO:
            return other
        is_frame = place.first - draft.scene.start <= FRAME and place.last <= draft.first
        low, high = sorted((other.first, draft.harm.first))
        rivals = [one for one in atlas.strong_by_sentence[place.sentence] if low < one.first < high and one is not place]
        if is_frame and atlas.rank(other) > atlas.rank(place) and not rivals:
            return other
    return place


def candidates(atlas: Atlas, draft: Draft) -> list[Mention]:
    """The places named in a figure's sentence."""
    return [
        mention
        for mention in atlas.at(draft.scene.number)
        if can_be_local(atlas, mention) and not is_elsewhere(draft, mention)
        if mention.lead != "from" or draft.harm.outcome in (Outcome.DISPLACED, Outcome.ABDUCTED, Outcome.MISSING)
    ]


def is_elsewhere(draft: Draft, mention: Mention) -> bool:
    """Whether `elsewhere` stands between a figure and a place, or behind the figure when the place is no frame for both."""
    lower = draft.reading.lower
    if "elsewhere" in lower[draft.last : max(draft.last, mention.first)]:
        return True
    behind = lower[draft.last : min(draft.scene.end, draft.last + NEXT_TO)]
    return "elsewhere" in behind and mention.first - draft.scene.start > FRAME


def can_be_local(atlas: Atlas, mention: Mention) -> bool:
    """Whether a mention can be where harm was done: no nation, dateline, speaker, nor where it is told or the hurt were taken."""
    if mention.label in ("NORP", DATELINE) or atlas.hangs_on(mention) in atlas.cues or atlas.is_aside(mention):
        return False
    if mention.first in atlas.spoken and not atlas.is_of_witness(mention):
        return False
    return not atlas.words.treated & set(atlas.reading.lower[mention.last : mention.last + 1])


def no_place_features(atlas: Atlas, draft: Draft) -> list[str]:
    """What speaks for the sentence telling no place."""
    named = candidates(atlas, draft)
    has_strong = any(mention in atlas.strong_by_sentence.get(draft.scene.number, ()) for mention in named)
    return ["null", f"null&strong={has_strong}", f"null&n={min(len(named), 3)}"]


def features(atlas: Atlas, draft: Draft, mention: Mention) -> list[str]:
    """What speaks for and against a mention."""
    own = own_features(atlas, mention)
    role = own[0].removeprefix("lead=")
    side, gap = side_and_gap(draft, mention)
    reading, country = atlas.reading, "country" if mention.is_country else "other"
    is_barred = any(reading.tags[word] in FINITE and word not in atlas.cues for word in gap)
    has_cue = any(word in atlas.cues for word in gap)
    has_harm = any(harm.first in gap for harm in draft.scene.harms if harm is not draft.harm)
    rivals = sum(other.first in gap for other in atlas.strong_by_sentence.get(mention.sentence, ()) if other is not mention)
    hangs = governor(atlas, draft, mention)
    link = next((reading.lower[word] for word in reversed(gap) if reading.lower[word] in LINKS), "none")
    step = str(next((limit for limit in STEPS if len(gap) <= limit), 99))
    found = [
        *own,
        side,
        *(
            f"{side}&{each}"
            for each in (role, step, country, f"rivals={min(rivals, 2)}", f"barred={is_barred}", f"cue={has_cue}", f"link={link}")
        ),
        f"{side}&harm={has_harm}",
        f"hangs={hangs}",
        f"hangs={hangs}&{role}",
        f"hangs={hangs}&{country}",
        f"path={path_length(reading, draft, mention)}",
    ]
    if draft.harm.outcome in (Outcome.DISPLACED, Outcome.ABDUCTED, Outcome.MISSING):
        found.append(f"{draft.harm.outcome}&{role}")
    return found + relation_features(atlas, mention)


def own_features(atlas: Atlas, mention: Mention) -> list[str]:
    """What a mention shows by itself; its role comes first."""
    words = atlas.words
    kind = "inner" if mention.kind in words.inner_kinds else "wide" if mention.kind else "bare"
    found = [
        f"lead={'owner' if mention.is_owner else mention.lead or 'none'}",
        f"kind={kind}",
        f"label={mention.label or 'unnamed'}",
        f"often={min(atlas.frequency[mention.key], 4)}",
    ]
    if mention.is_country:
        found.append("country")
    if any(word in atlas.spoken for word in range(mention.first, mention.last)):
        found.append("speaker")
    if any(atlas.reading.deps[word] in ("nsubj", "nsubj:pass") for word in range(mention.first, mention.last)):
        found.append("subject" if mention.is_country else "subject&other")
    return found


def side_and_gap(draft: Draft, mention: Mention) -> tuple[str, range]:
    """On which side of the figure a mention stands, and the words between them."""
    if mention.first >= draft.last:
        return "right", range(draft.last, mention.first)
    if mention.last <= draft.first:
        return "left", range(mention.last, draft.first)
    return "within", range(0)


def governor(atlas: Atlas, draft: Draft, mention: Mention) -> str:
    """What a mention hangs on by the parse: the word of harm, its victims, an event, a cue, another verb or noun."""
    reading = atlas.reading
    word = mention.last - 1
    for _ in range(mention.last - mention.first):
        if not mention.first <= reading.heads[word] < mention.last or reading.heads[word] == word:
            break
        word = reading.heads[word]
    relation, head = reading.deps[word].split(":")[0], reading.heads[word]
    if head == word:
        return "root"
    for _ in range(3):
        is_stop = (
            reading.lower[head] in atlas.words.families or draft.group.first <= head < draft.group.last or head in atlas.cues
        )
        if is_stop or reading.deps[head] not in ("nmod", "appos", "compound", "flat", "amod"):
            break
        head = reading.heads[head]
    return f"{relation}>{governor_kind(atlas, draft, head)}"


def governor_kind(atlas: Atlas, draft: Draft, head: int) -> str:
    """What a word is to the figure."""
    if draft.harm.first <= head < draft.harm.last:
        return "harm"
    if draft.group.first <= head < draft.group.tail:
        return "group"
    if head in atlas.cues:
        return "cue"
    if head in atlas.spoken:
        return "speaker"
    if atlas.reading.lower[head] in atlas.words.families:
        return "event"
    return "verb" if atlas.reading.tags[head].startswith("VB") else "noun"


def path_length(reading: Reading, draft: Draft, mention: Mention) -> int:
    """The arcs of the parse between a mention and the word of harm, at most `LONGEST_PATH`."""
    above = ancestors(reading, draft.harm.first)
    steps, word = 0, mention.last - 1
    while word not in above and steps < LONGEST_PATH and reading.heads[word] != word:
        steps += 0 if mention.first <= reading.heads[word] < mention.last else 1
        word = reading.heads[word]
    return min(steps + above.get(word, LONGEST_PATH), LONGEST_PATH)


def ancestors(reading: Reading, word: int) -> dict[int, int]:
    """A word and all above it in the parse, with the arcs between."""
    found = {word: 0}
    while reading.heads[word] not in found:
        found[reading.heads[word]] = found[word] + 1
        word = reading.heads[word]
    return found


def relation_features(atlas: Atlas, mention: Mention) -> list[str]:
    """Whether a neighbouring mention says where this place lies, or lies in it."""
    found = []
    index = bisect_left(atlas.mentions, mention.first, key=lambda each: each.first)
    for other in neighbours(atlas.mentions, index):
        if other.sentence != mention.sentence or abs(other.first - mention.first) > 12:
            continue
        pair = atlas.inner_and_outer(*sorted((mention, other), key=lambda each: each.first))
        if pair is not None:
            found.append("inner" if pair[0] is mention else "outer")
        elif mention.lead in ("north", "south", "east", "west", "near", "outside") and other.last <= mention.first:
            found.append("measured-from")
    return found


def neighbours(mentions: Sequence[Mention], index: int) -> list[Mention]:
    """The mentions right before and right behind one."""
    return [mentions[i] for i in (index - 1, index + 1) if 0 <= i < len(mentions)]
