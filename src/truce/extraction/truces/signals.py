"""The words around a truce's name that speak for where it stands."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from truce.extraction.reading import Reading, Sentence
from truce.extraction.truces.naming import Naming
from truce.lexicons.truce_words import TruceLexicon, WordTable
from truce.records import TruceStatus

STOPS = frozenset({",", ";", ":", "–", "—", "--", "(", ")", "but", "while", "although"})
VERBS = ("VB", "VBD", "VBG", "VBN", "VBP", "VBZ")
# How much a word counts by where it stands; found by trying on passages other than those measured on.
PHRASE, COMPOUND, STEPS, PARTICIPLE, NEAR, MARK = 3.6, 3.0, (3.0, 2.0, 1.4, 1.0), 2.4, 1.6, 0.9
TOOK_EFFECT = 3.4
LED = 1.7
FADING = 0.25  # for each word between
TIMES = frozenset({"before", "after", "since", "during", "following"})  # what stands before them happened to something else
OBJECTS = frozenset({"obj", "nsubj:pass", "iobj", "xcomp"})
OPENING = frozenset({"DT", "CD", "NN", "NNS", "NNP", "JJ", "JJR", "PRP$"})
REACH = 7  # words looked at on either side


@dataclass(frozen=True, slots=True)
class Signal:
    """A word that speaks for a status, how strongly, and by which way it was found."""

    status: TruceStatus
    word: int
    weight: float
    channel: str


def find_signals(reading: Reading, sentence: Sentence, naming: Naming, lexicon: TruceLexicon) -> Iterator[Signal]:
    """All that speaks for a status: nouns behind the name, what governs it, what describes it, what stands near."""
    for word in range(naming.last, naming.end):
        yield from looked_up(reading, lexicon.nouns, word, COMPOUND, channel="compound")
    for word in range(naming.start, naming.first):
        yield from looked_up(reading, lexicon.marks, word, MARK, channel="mark")
        if reading.tags[word] in ("VBN", "VBD"):
            yield from looked_up(reading, lexicon.verbs, word, NEAR, channel="mark")
    yield from phrases_beside(reading, sentence, naming, lexicon)
    yield from leading(reading, naming)
    yield from governing(reading, sentence, naming, lexicon)
    yield from describing(reading, sentence, naming, lexicon)
    yield from near_before(reading, sentence, naming, lexicon)
    yield from near_behind(reading, sentence, naming, lexicon)


def phrases_beside(reading: Reading, sentence: Sentence, naming: Naming, lexicon: TruceLexicon) -> Iterator[Signal]:
    """Phrases of several words near the name: `is on the verge of collapse`, `there is no point in a truce`."""
    before = range(max(sentence.start, naming.start - REACH), naming.start)
    for word in (*before, *range(naming.end, min(sentence.end, naming.end + REACH))):
        for phrase, status in lexicon.phrases:
            if reading.lower[word : word + len(phrase)] == phrase:
                yield Signal(status, word, PHRASE, "phrase")


def leading(reading: Reading, naming: Naming) -> Iterator[Signal]:
    """What the word before the phrase takes for granted: `after a truce`, `despite the ceasefire`, `part of a peace deal`."""
    lead = naming.start - 1
    if lead < 0:
        return
    if reading.lower[lead] in ("since", "following") or (reading.lower[lead] == "after" and naming.is_truce):
        yield Signal(TruceStatus.AGREED, lead, LED, "lead")
    elif reading.lower[lead] in ("under", "despite", "amid"):
        status = TruceStatus.IN_FORCE if naming.is_truce else TruceStatus.AGREED
        yield Signal(status, lead, LED, "lead")
    elif reading.lower[lead - 1 : lead + 1] == ("part", "of"):
        yield Signal(TruceStatus.AGREED, lead, LED, "lead")


def looked_up(reading: Reading, table: WordTable, word: int, weight: float, *, channel: str) -> Iterator[Signal]:
    """The signals of one word in one table of the lexicon."""
    following = reading.lower[word + 1] if word + 1 < len(reading.lower) else ""
    for status in table.statuses(reading.lemmas[word], following) or table.statuses(reading.lower[word], following):
        yield Signal(status, word, weight, channel)


def governing(reading: Reading, sentence: Sentence, naming: Naming, lexicon: TruceLexicon) -> Iterator[Signal]:
    """What the parse hangs the name on, upwards: `violation of`, `call for`, `signed`, `collapsed`."""
    word = naming.head
    for weight in STEPS:
        parent, dep = reading.heads[word], reading.deps[word]
        if parent == word or not sentence.start <= parent < sentence.end:
            return
        if calls_for(reading, parent) and parent >= naming.end:
            yield Signal(TruceStatus.AGREED, parent, weight, "subject")
        elif dep.startswith("obl"):
            preposition = reading.lower[naming.start - 1] if word == naming.head and naming.start else ""
            verbs = lexicon.verbs.joined(reading.lemmas[parent], preposition) or lexicon.verbs.joined(
                reading.lower[parent], preposition
            )
            yield from (Signal(status, parent, weight, "object") for status in verbs)
        elif reading.tags[parent] not in VERBS:
            yield from looked_up(reading, lexicon.nouns, parent, weight, channel="noun")
        elif dep == "nsubj":
            if word == naming.head and ends_another(reading, parent):
                yield Signal(TruceStatus.AGREED, parent, weight, "subject")
            elif word == naming.head:
                yield from looked_up(reading, lexicon.courses, parent, weight, channel="subject")
        elif dep in OBJECTS:
            yield from looked_up(reading, lexicon.verbs, parent, weight, channel="object")
        else:
            return
        if dep in ("ccomp", "advcl", "parataxis"):
            return
        word = parent


def calls_for(reading: Reading, word: int) -> bool:
    """Whether a word begins `calls for`, which parsers often take for a noun behind `the accord`."""
    return reading.lower[word] in ("calls", "call") and reading.lower[word + 1 : word + 2] in (("for",), ("on",))


def ends_another(reading: Reading, verb: int) -> bool:
    """Whether a verb of ending has an object: what a peace deal ends is a war."""
    return (
        reading.lemmas[verb] in ("end", "fail") and reading.tags[verb + 1 : verb + 2] != () and reading.tags[verb + 1] in OPENING
    )


def describing(reading: Reading, sentence: Sentence, naming: Naming, lexicon: TruceLexicon) -> Iterator[Signal]:
    """Participles and relative clauses behind the name: `signed last week`, `that took effect in May`."""
    for word in range(naming.end, min(sentence.end, naming.end + 2 * REACH)):
        if takes_effect(reading, word):
            yield Signal(TruceStatus.IN_FORCE, word, TOOK_EFFECT, "participle")
        if reading.heads[word] != naming.head or reading.tags[word] not in VERBS:
            continue
        if ends_another(reading, word):
            yield Signal(TruceStatus.AGREED, word, PARTICIPLE / 2, "participle")
        elif reading.deps[word].startswith("acl"):
            table = lexicon.verbs if reading.tags[word] == "VBN" else lexicon.courses
            yield from looked_up(reading, table, word, PARTICIPLE, channel="participle")


def takes_effect(reading: Reading, word: int) -> bool:
    """Whether a word ends `that took effect`, `which went into effect`."""
    if reading.lower[word] != "effect" or word < 3:
        return False
    verb = next((before for before in (word - 1, word - 2) if reading.lemmas[before] in ("take", "go", "come")), None)
    return verb is not None and reading.lower[verb - 1] in ("that", "which")


def near_before(reading: Reading, sentence: Sentence, naming: Naming, lexicon: TruceLexicon) -> Iterator[Signal]:
    """Words before the name, whatever the parse says, as far as the last comma."""
    if naming.start and reading.lower[naming.start - 1] in TIMES:
        return
    for step, word in enumerate(range(naming.start - 1, max(sentence.start, naming.start - 1 - REACH) - 1, -1)):
        if reading.lower[word] in STOPS:
            return
        weight = NEAR / (1 + FADING * step)
        if reading.tags[word] in VERBS:
            yield from looked_up(reading, lexicon.verbs, word, weight, channel="left")
        elif reading.tags[word] in ("NN", "NNS"):
            yield from looked_up(reading, lexicon.nouns, word, weight, channel="left")


def near_behind(reading: Reading, sentence: Sentence, naming: Naming, lexicon: TruceLexicon) -> Iterator[Signal]:
    """Words behind the name, whatever the parse says, as far as the next comma."""
    for step, word in enumerate(range(naming.end, min(sentence.end, naming.end + REACH))):
        if reading.lower[word] in STOPS:
            return
        weight = NEAR / (1 + FADING * step)
        if calls_for(reading, word):
            yield Signal(TruceStatus.AGREED, word, COMPOUND, "subject")
        elif reading.tags[word] in ("VBN", "VBD") and (step == 0 or "be" in reading.lemmas[max(naming.end, word - 3) : word]):
            yield from looked_up(reading, lexicon.verbs, word, weight, channel="right")
        if reading.tags[word] not in VERBS:
            continue
        if ends_another(reading, word):
            yield Signal(TruceStatus.AGREED, word, weight, "right")
        else:
            yield from looked_up(reading, lexicon.courses, word, weight, channel="right")
