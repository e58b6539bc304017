"""Where a truce stands, by the words around its name."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from truce.extraction.reading import Reading, Sentence
from truce.extraction.truces.naming import Naming
from truce.lexicons.truce_words import TruceLexicon, Words
from truce.records import TruceStatus

NEGATIONS = frozenset({"not", "n't", "n’t", "never", "no", "without", "neither", "nor", "cannot"})
MODALS = frozenset({"would", "could", "may", "might", "should", "must"})
STOPS = frozenset({",", ";", ":", "–", "—", "--", "(", ")", "but", "while", "although"})
VERBS = ("VB", "VBD", "VBG", "VBN", "VBP", "VBZ")
# How much a word counts by where it stands; found by trying on passages other than those measured on.
COMPOUND, STEPS, PARTICIPLE, NEAR, MARK = 3.0, (3.0, 2.0, 1.4, 1.0), 2.4, 1.6, 0.9
REACH = 7  # words looked at on either side


@dataclass(frozen=True, slots=True)
class Signal:
    """A word that speaks for a status, and how strongly."""

    status: TruceStatus
    word: int
    weight: float
    channel: str


@dataclass(frozen=True, slots=True)
class Verdict:
    """The status of a truce in one clause, the word that decides, and the words over it that changed its meaning."""

    status: TruceStatus
    cue: int | None
    rule: str


def judge(reading: Reading, naming: Naming, lexicon: TruceLexicon) -> Verdict | None:
    """Where the truce of a naming stands; None where the clause says nothing of it."""
    sentence = reading.sentence_at(naming.first)
    signals = [signal for signal in find_signals(reading, sentence, naming, lexicon)]
    sums: dict[TruceStatus, float] = defaultdict(float)
    for signal in signals:
        sums[signal.status] = max(sums[signal.status], signal.weight) + 0.2 * min(sums[signal.status], signal.weight)
    if not sums:
        if naming.is_taken_up:
            return None
        status = TruceStatus.IN_FORCE if naming.is_truce else TruceStatus.AGREED
        return Verdict(status, None, "truces.bare-name")
    status = max(sums, key=lambda each: sums[each])
    best = max((signal for signal in signals if signal.status is status), key=lambda signal: signal.weight)
    return turn(reading, sentence, naming, best, lexicon)


def find_signals(reading: Reading, sentence: Sentence, naming: Naming, lexicon: TruceLexicon) -> Iterator[Signal]:
    """All that speaks for a status: nouns behind the name, what governs it, what describes it, what stands near."""
    for word in range(naming.last, naming.end):
        yield from looked_up(reading, lexicon.nouns, lexicon, word, COMPOUND, "compound")
    for word in range(naming.start, naming.first):
        yield from looked_up(reading, lexicon.marks, lexicon, word, MARK, "mark")
        if reading.tags[word] in ("VBN", "VBD"):
            yield from looked_up(reading, lexicon.verbs, lexicon, word, NEAR, "mark")
    yield from governing(reading, sentence, naming, lexicon)
    yield from describing(reading, sentence, naming, lexicon)
    yield from near(reading, sentence, naming, lexicon)


def looked_up(reading: Reading, words: Words, lexicon: TruceLexicon, word: int, weight: float, channel: str) -> Iterator[Signal]:
    """The signals of one word in one table of the lexicon."""
    following = reading.lower[word + 1] if word + 1 < len(reading.lower) else ""
    for status in lexicon.statuses(words, reading.lemmas[word], following):
        yield Signal(status, word, weight, channel)


def governing(reading: Reading, sentence: Sentence, naming: Naming, lexicon: TruceLexicon) -> Iterator[Signal]:
    """What the parse hangs the name on, upwards: `violation of`, `call for`, `signed`, `collapsed`."""
    word = naming.head
    for weight in STEPS:
        parent, dep = reading.heads[word], reading.deps[word]
        if parent == word or not sentence.start <= parent < sentence.end:
            return
        if reading.tags[parent] in VERBS:
            if dep == "nsubj":
                if not (has_object(reading, parent) and reading.lemmas[parent] in ("end", "fail")):
                    yield from looked_up(reading, lexicon.courses, lexicon, parent, weight, "subject")
            elif dep in ("obj", "nsubj:pass", "obl", "iobj", "xcomp", "obl:agent"):
                yield from looked_up(reading, lexicon.verbs, lexicon, parent, weight, "object")
            else:
                return
        else:
            yield from looked_up(reading, lexicon.nouns, lexicon, parent, weight, "noun")
        if dep in ("ccomp", "advcl", "parataxis"):
            return
        word = parent


def has_object(reading: Reading, verb: int) -> bool:
    """Whether a verb has an object by the parse, or a noun phrase right behind it."""
    after = reading.tags[verb + 1] if verb + 1 < len(reading.tags) else ""
    return after in ("DT", "CD", "NN", "NNS", "NNP", "JJ", "PRP$")


def describing(reading: Reading, sentence: Sentence, naming: Naming, lexicon: TruceLexicon) -> Iterator[Signal]:
    """Participles and relative clauses behind the name: `signed last week`, `that took effect in May`."""
    for word in range(naming.end, min(sentence.end, naming.end + 2 * REACH)):
        if reading.heads[word] != naming.head or reading.tags[word] not in VERBS:
            continue
        if reading.deps[word].startswith("acl"):
            words = lexicon.verbs if reading.tags[word] == "VBN" else lexicon.courses
            yield from looked_up(reading, words, lexicon, word, PARTICIPLE, "participle")


def near(reading: Reading, sentence: Sentence, naming: Naming, lexicon: TruceLexicon) -> Iterator[Signal]:
    """Words beside the name, whatever the parse says, as far as the next comma."""
    for step, word in enumerate(range(naming.start - 1, max(sentence.start, naming.start - 1 - REACH) - 1, -1)):
        if reading.lower[word] in STOPS:
            break
        words = lexicon.verbs if reading.tags[word] in VERBS else lexicon.nouns if reading.tags[word] in ("NN", "NNS") else None
        if words is not None:
            yield from looked_up(reading, words, lexicon, word, NEAR / (1 + 0.25 * step), "left")
    for step, word in enumerate(range(naming.end, min(sentence.end, naming.end + REACH))):
        if reading.lower[word] in STOPS:
            break
        if reading.tags[word] in VERBS:
            passive = reading.tags[word] == "VBN" and any(
                reading.lemmas[before] in ("be", "get") for before in range(max(naming.end, word - 3), word)
            )
            if passive or (reading.tags[word] == "VBN" and step == 0):
                yield from looked_up(reading, lexicon.verbs, lexicon, word, NEAR / (1 + 0.25 * step), "right")
            elif not (reading.lemmas[word] in ("end", "fail") and has_object(reading, word)):
                yield from looked_up(reading, lexicon.courses, lexicon, word, NEAR / (1 + 0.25 * step), "right")


def turn(reading: Reading, sentence: Sentence, naming: Naming, signal: Signal, lexicon: TruceLexicon) -> Verdict:
    """The status after all that stands over the deciding word: denial, wish, attempt, refusal."""
    status, cue = signal.status, signal.word
    rule = f"truces.{status.replace('_', '-')}-{signal.channel}"
    over = words_over(reading, sentence, min(cue, naming.start))
    denied = (
        any(reading.lower[word] in NEGATIONS for word in range(max(sentence.start, cue - 3), cue))
        or "no" in reading.lower[naming.start : naming.first]
    )
    lemmas = {reading.lemmas[word] for word in over} | {reading.lower[word] for word in over}
    if lemmas & lexicon.refusing and status not in (TruceStatus.VIOLATED, TruceStatus.REJECTED, TruceStatus.ENDED):
        return Verdict(TruceStatus.REJECTED, cue, f"{rule}-refused")
    if denied and status in (TruceStatus.AGREED, TruceStatus.EXTENDED, TruceStatus.PROPOSED, TruceStatus.NEGOTIATING):
        return Verdict(TruceStatus.REJECTED, cue, f"{rule}-denied")
    if denied and status in (TruceStatus.VIOLATED, TruceStatus.ENDED):
        return Verdict(TruceStatus.IN_FORCE, cue, f"{rule}-denied")
    if denied and status is TruceStatus.IN_FORCE and signal.channel in ("object", "left"):
        return Verdict(TruceStatus.REJECTED, cue, f"{rule}-denied")
    if status in (TruceStatus.IN_FORCE, TruceStatus.AGREED, TruceStatus.EXTENDED) and lemmas & lexicon.wishing:
        if status is TruceStatus.AGREED and "hope" in lemmas:
            return Verdict(TruceStatus.NEGOTIATING, cue, f"{rule}-hoped")
        return Verdict(TruceStatus.CALLED_FOR, cue, f"{rule}-wished")
    if status is TruceStatus.AGREED and lemmas & lexicon.trying and reading.tags[cue] in ("VB", "VBG", "VBN"):
        return Verdict(TruceStatus.NEGOTIATING, cue, f"{rule}-tried")
    return Verdict(status, cue, rule)


def words_over(reading: Reading, sentence: Sentence, word: int) -> list[int]:
    """The verbs and nouns over a word: those right before it in the clause, and those the parse hangs it on."""
    found = []
    for before in range(word - 1, max(sentence.start, word - 1 - REACH) - 1, -1):
        if reading.lower[before] in STOPS or reading.tags[before] in ("VBD", "VBZ", "VBP") and before < word - 4:
            break
        if reading.tags[before] in VERBS or reading.tags[before] in ("NN", "NNS", "MD", "JJ"):
            found.append(before)
    parent = word
    for _ in range(3):
        if reading.deps[parent] not in ("xcomp", "acl", "advcl", "ccomp", "conj") or reading.heads[parent] >= parent:
            break
        parent = reading.heads[parent]
        found.append(parent)
    return found
