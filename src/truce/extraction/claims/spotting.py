"""Spot the cues: verbs and phrases that say somebody said something, each with the words for who did.

A verb of the lexicon is a cue when it reports an act of speech that took place: not one denied, planned or only possible,
not a noun, not one within somebody else's quotation.
"""

from __future__ import annotations

from truce.extraction.claims.cue import Cue, Shape
from truce.extraction.claims.speaking import find_speaker, skip_aside
from truce.extraction.phrases import (
    NOUNS,
    is_time,
    phrase_end,
    starts_phrase,
)
from truce.extraction.reading import FINITE, QUOTE_MARKS, Reading, Sentence
from truce.lexicons.cues import CueLexicon, Frame
from truce.records import Stance

CONDITIONS = frozenset({"if", "unless", "whether", "until"})
NOBODY = frozenset({"no", "nobody", "none", "neither"})


def spot_cues(reading: Reading, lexicon: CueLexicon) -> list[Cue]:
    """The cues of an article, in order."""
    found: list[Cue] = []
    for sentence in reading.sentences:
        here: list[Cue] = []
        for word in range(sentence.start, sentence.end):
            if reading.quoted[word] >= 0 and is_within_speech(reading, word):
                continue
            cue = spot_phrase(reading, sentence, word, lexicon) or spot_verb(reading, sentence, word, lexicon, here)
            if cue is not None and not is_act(reading, sentence, cue, lexicon):
                cue = None
            if cue is not None and not (here and here[-1].end > cue.start):
                here.append(cue)
        found += here
    return found


def is_act(reading: Reading, sentence: Sentence, cue: Cue, lexicon: CueLexicon) -> bool:
    """Whether somebody spoke: not `no group has claimed it`, `if it declares`, `denied army reports that`."""
    if not cue.has_speaker or cue.shape is Shape.ACCORDING:
        return True
    if cue.shape is Shape.BY and cue.start > sentence.start and reading.lower[cue.start - 1] in CONDITIONS | {"when", "once"}:
        return False
    first = cue.speaker_start
    if reading.lower[first] in NOBODY or (first > sentence.start and reading.lower[first - 1] in CONDITIONS):
        return False
    if cue.shape is not Shape.FINITE or first == sentence.start:
        return True
    before = first - 1
    denied = reading.tags[before].startswith("VB") and any(
        frame.stance in (Stance.DENIES, Stance.REJECTS) for frame in lexicon.frames.get(reading.lemmas[before], ())
    )
    return not denied


def is_within_speech(reading: Reading, word: int) -> bool:
    """Whether a word stands in a quotation of more than a name or a scare word."""
    quotation = reading.quotations[reading.quoted[word]]
    return quotation.end - quotation.start > 3 and quotation.start < reading.starts[word]


def spot_phrase(reading: Reading, sentence: Sentence, word: int, lexicon: CueLexicon) -> Cue | None:
    """A phrase of attribution at a word: `according to X`."""
    for phrase in lexicon.phrases:
        end = word + len(phrase)
        if reading.lower[word] != phrase[0] or reading.lower[word:end] != phrase or end >= sentence.end:
            continue
        if not starts_phrase(reading, end):
            continue
        last = phrase_end(reading, end, sentence.end)
        if last > end:
            return Cue(word, end, " ".join(phrase), (), Shape.ACCORDING, end, last, word, skip_aside(reading, last, sentence.end))
    return None


def spot_verb(reading: Reading, sentence: Sentence, word: int, lexicon: CueLexicon, earlier: list[Cue]) -> Cue | None:
    """A verb of reporting at a word, with its speaker."""
    frames = lexicon.frames.get(reading.lemmas[word])
    if frames is None:
        return None
    tag = reading.tags[word]
    if (not tag.startswith("VB") and not reads_as_verb(reading, sentence, word)) or is_adjective(reading, sentence, word):
        return None
    if reading.lower[word] in ("state", "states") and not is_stating(reading, sentence, word):
        return None
    end, frames = fit_frames(reading, sentence, word, frames)
    if not frames:
        return None
    return find_speaker(
        reading, sentence, Cue(word, end, reading.lemmas[word], frames, Shape.FINITE, word, word, word, end), lexicon, earlier
    )


def is_stating(reading: Reading, sentence: Sentence, word: int) -> bool:
    """Whether `state` or `states` is the verb: something is stated behind it."""
    after = word + 1
    if after >= sentence.end:
        return False
    return (
        reading.lower[after] in ("that", ":", ",") or reading.words[after] in QUOTE_MARKS or reading.tags[after] in ("DT", "PRP")
    )


def is_adjective(reading: Reading, sentence: Sentence, word: int) -> bool:
    """Whether a word in -ed only describes the noun behind it: `four alleged fighters`, `the reported deaths`."""
    if word == sentence.start or word + 1 >= sentence.end or reading.tags[word] not in ("VBN", "VBD"):
        return False
    if reading.lower[word - 1] in ("better", "best", "well", "ill", "worse"):
        return True
    return (
        reading.tags[word - 1] in ("CD", "DT", "JJ", "PRP$")
        and reading.tags[word + 1] in ("NN", "NNS")
        and (reading.lower[word - 1] not in ("all", "both", "some", "many", "others"))
    )


def reads_as_verb(reading: Reading, sentence: Sentence, word: int) -> bool:
    """Whether a word taken for a noun is a verb after all: `an army tally reports at least 12 deaths`."""
    if word + 1 >= sentence.end or word == sentence.start or reading.lower[word - 1] in ("amid", "that", "despite"):
        return False
    if reading.tags[word] == "NNS" and reading.tags[word - 1] in NOUNS:
        for before in range(word - 1, sentence.start - 1, -1):
            if reading.words[before] in (",", ";", ":", "—", "–"):
                break
            if reading.tags[before] in FINITE:
                return False
        if reading.lower[word] == "calls" and reading.lower[word + 1] == "for":
            return reading.deps[word] == "ROOT"
        if reading.lower[word] in ("quotes", "cites") and reading.tags[word + 1] in ("CD", "NNP", "JJ", "NNS"):
            return True
        return reading.tags[word + 1] in ("DT", "PRP", "PRP$", "EX", "TO") or reading.lower[word + 1] in (
            "that",
            "at",
            "it",
            "more",
            "no",
            "he",
            "she",
        )
    if reading.lower[word] == "report" and reading.tags[word - 1] == "NNS":
        return reading.tags[word + 1] in ("VBG", "DT", "CD", "PRP") or reading.lower[word + 1] == "that"
    if reading.tags[word] in ("JJ", "NN") and reading.lower[word].endswith("ed"):
        return reading.tags[word - 1] in NOUNS | {"PRP", "WDT", "WP"} and starts_phrase(reading, word + 1)
    return False


def fit_frames(reading: Reading, sentence: Sentence, word: int, frames: tuple[Frame, ...]) -> tuple[int, tuple[Frame, ...]]:
    """The frames whose particle, preposition or object stands in the sentence, and where the cue with its particle ends."""
    following = reading.lower[word + 1 : min(sentence.end, word + 12)]
    kept: list[Frame] = []
    end = word + 1
    for frame in frames:
        if frame.particle:
            parts = tuple(frame.particle.split())
            if following[: len(parts)] != parts:
                continue
            end = word + 1 + len(parts)
        if frame.needs_preposition:
            place = next((step for step, after in enumerate(following[:4]) if after in frame.after), None)
            if (
                place is None
                or is_day(reading, sentence, word + 2 + place)
                or any(
                    reading.tags[word + 1 + step] not in ("RB", "RP") and not is_time(reading, word + 1 + step)
                    for step in range(place)
                )
            ):
                continue
            end = max(end, word + 2 + place) if place == 0 else end
        if frame.needs_as and "as" not in following:
            continue
        if following[:3] == ("not", "to", "be") and reading.lemmas[word] == "ask":
            continue
        behind = 1 if reading.tags[word + 1 : word + 2] == ("RB",) else 0
        if following[behind : behind + 1] and following[behind] in frame.not_before and reading.tags[word - 1] != "PRP":
            continue
        if frame.objects and (following[:1] == ("no",) or not has_object(reading, sentence, word + 1, frame.objects)):
            continue
        kept.append(frame)
    if any(frame.objects or frame.particle for frame in kept) and not any(frame.objects for frame in kept if not frame.objects):
        kept.sort(key=lambda frame: not (frame.objects or frame.particle))
    return end, tuple(kept)


def is_day(reading: Reading, sentence: Sentence, word: int) -> bool:
    """Whether a day stands where a content should: `called on Monday`."""
    return word < sentence.end and is_time(reading, word)


def has_object(reading: Reading, sentence: Sentence, first: int, objects: frozenset[str]) -> bool:
    """Whether one of the nouns stands as the object that begins at a word, or as subject of the passive before it."""
    for word in range(first, min(sentence.end, first + 9)):
        if reading.lower[word] in objects:
            return True
        if reading.tags[word] in FINITE or reading.words[word] in (",", ";", ":"):
            break
        if reading.tags[word] == "IN" and reading.lower[word] != "of":
            break
    for word in range(max(sentence.start, first - 8), first - 1):
        if reading.lower[word] in objects and first < sentence.end and reading.lower[first] == "by":
            return True
    return False
