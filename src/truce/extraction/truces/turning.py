"""What the words over a deciding word make of it: denial, wish, attempt, refusal, terms, doubt."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from itertools import pairwise

from truce.extraction.reading import Reading, Sentence
from truce.extraction.truces.naming import Naming
from truce.extraction.truces.signals import REACH, STOPS, VERBS, Signal
from truce.lexicons.truce_words import TruceLexicon
from truce.records import TruceStatus

NEGATIONS = frozenset({"not", "n't", "n’t", "never", "no", "without", "neither", "nor", "cannot"})
WOULD = frozenset({"would", "could", "may", "might"})
WILL = frozenset({"will", "'ll", "’ll", "shall"})
ANYONE = frozenset({"anyone", "whoever", "anybody"})
# What is said of those who would accept.
READY = frozenset(
    {
        "ready",
        "willing",
        "willingness",
        "readiness",
        "open",
        "prepared",
        "consider",
        "accept",
        "insist",
        "demand",
        "say",
        "offer",
        "agree",
        "only",
    }
)
TWO_WORD_TERMS = frozenset(
    {
        ("only", "when"),
        ("as", "long"),
        ("so", "long"),
        ("must", "first"),
        ("only", "after"),
        ("in", "exchange"),
        ("in", "return"),
        ("on", "condition"),
        ("specific", "conditions"),
        ("certain", "conditions"),
        ("contingent", "on"),
    }
)
UP = frozenset({"xcomp", "acl", "advcl", "ccomp", "conj"})
# What is not yet: these become conditional under terms.
TO_COME = frozenset(TruceStatus) - {TruceStatus.VIOLATED, TruceStatus.ENDED, TruceStatus.REJECTED, TruceStatus.CONDITIONAL}
DONE = frozenset({TruceStatus.IN_FORCE, TruceStatus.AGREED, TruceStatus.EXTENDED})
NOT_REACHED = frozenset({TruceStatus.AGREED, TruceStatus.EXTENDED, TruceStatus.PROPOSED, TruceStatus.NEGOTIATING})
AIMING = frozenset({"about", "at", "of", "to", "toward", "towards", "for", "on"})
OBEYING = frozenset({"respect", "implement", "observe", "honor", "honour", "obey", "uphold", "follow"})
ACCEPTING = frozenset({"accept", "agree", "agree on", "agree to"})
PERSUADING = frozenset({"persuade", "convince"})
ADVERSE = frozenset({TruceStatus.VIOLATED, TruceStatus.REJECTED, TruceStatus.ENDED})


@dataclass(frozen=True, slots=True)
class Scene:
    """A deciding word with all that can turn its meaning."""

    status: TruceStatus
    cue: str
    does: bool  # the truce itself is the subject: `the truce holds`
    is_infinite: bool
    over: frozenset[str]
    before: tuple[str, ...]
    modal: str
    is_denied: bool
    has_terms: bool
    is_passive: bool
    is_aimed_at: bool  # `serious about reaching a deal`


Turning = tuple[str, Callable[[Scene, TruceLexicon], bool], TruceStatus]

# The first that fits decides.
TURNINGS: tuple[Turning, ...] = (
    ("no-longer", lambda scene, _: scene.status in DONE and {"no", "longer"} <= set(scene.before), TruceStatus.ENDED),
    (
        "on-terms",
        lambda scene, words: (
            scene.has_terms and scene.status in TO_COME and bool(scene.modal or scene.over & (words.trying | READY))
        ),
        TruceStatus.CONDITIONAL,
    ),
    (
        "could-accept",
        lambda scene, _: (
            scene.status is TruceStatus.AGREED and scene.cue in ACCEPTING and scene.modal in WOULD and not scene.does
        ),
        TruceStatus.CONDITIONAL,
    ),
    ("persuaded", lambda scene, _: scene.status is TruceStatus.IN_FORCE and bool(scene.over & PERSUADING), TruceStatus.AGREED),
    ("anyone", lambda scene, _: scene.status is TruceStatus.VIOLATED and bool(ANYONE & set(scene.before)), TruceStatus.IN_FORCE),
    (
        "failed",
        lambda scene, _: scene.status is TruceStatus.IN_FORCE and not scene.does and bool(scene.over & {"fail", "failure"}),
        TruceStatus.VIOLATED,
    ),
    ("denied-by", lambda scene, _: scene.status is TruceStatus.VIOLATED and bool(scene.over & {"deny"}), TruceStatus.IN_FORCE),
    ("refused", lambda scene, words: scene.status not in ADVERSE and bool(scene.over & words.refusing), TruceStatus.REJECTED),
    ("denied", lambda scene, _: scene.is_denied and scene.status in NOT_REACHED, TruceStatus.REJECTED),
    (
        "denied",
        lambda scene, _: scene.is_denied and scene.status in (TruceStatus.VIOLATED, TruceStatus.ENDED),
        TruceStatus.IN_FORCE,
    ),
    ("disobeyed", lambda scene, _: scene.is_denied and scene.is_passive and scene.cue in OBEYING, TruceStatus.VIOLATED),
    (
        "denied",
        lambda scene, _: scene.is_denied and scene.status is TruceStatus.IN_FORCE and not scene.does and not scene.is_passive,
        TruceStatus.REJECTED,
    ),
    ("would", lambda scene, _: scene.modal in WOULD and scene.status is TruceStatus.CALLED_FOR, TruceStatus.PROPOSED),
    (
        "hoped",
        lambda scene, _: scene.status is TruceStatus.AGREED and "hope" in scene.over and not scene.does,
        TruceStatus.NEGOTIATING,
    ),
    ("wished", lambda scene, words: scene.status in DONE and bool(scene.over & words.wishing), TruceStatus.CALLED_FOR),
    (
        "would",
        lambda scene, _: scene.modal == "would" and scene.status is TruceStatus.IN_FORCE and scene.does,
        TruceStatus.PROPOSED,
    ),
    ("will", lambda scene, _: scene.modal in WILL and scene.status is TruceStatus.IN_FORCE and scene.does, TruceStatus.AGREED),
    ("aimed-at", lambda scene, _: scene.status is TruceStatus.AGREED and scene.is_aimed_at, TruceStatus.NEGOTIATING),
    (
        "tried",
        lambda scene, words: scene.status is TruceStatus.AGREED and scene.is_infinite and bool(scene.over & words.trying),
        TruceStatus.NEGOTIATING,
    ),
)


def turned(reading: Reading, naming: Naming, signal: Signal, lexicon: TruceLexicon) -> tuple[TruceStatus, str]:
    """The status after all that stands over the deciding word, and the name of what turned it, "" for nothing."""
    if signal.channel in ("lead", "phrase"):
        return signal.status, ""
    if reading.lemmas[signal.word] == "negotiate" and reading.tags[signal.word] == "VBN":
        return TruceStatus.AGREED, "done"
    scene = read_scene(reading, naming, signal, lexicon)
    for name, fits, status in TURNINGS:
        if fits(scene, lexicon):
            return status, name
    return signal.status, ""


def read_scene(reading: Reading, naming: Naming, signal: Signal, lexicon: TruceLexicon) -> Scene:
    """What stands over a deciding word."""
    sentence, cue = reading.sentence_at(naming.first), signal.word
    first = min(cue, naming.start)
    over = words_over(reading, sentence, first) if signal.channel != "participle" else []
    reach = 6 if signal.channel in ("compound", "noun") else 3
    before = reading.lower[max(sentence.start, cue - 5) : cue]
    near = {*reading.lower[max(sentence.start, first - reach) : first], *before[-3:], *reading.lower[naming.start : naming.first]}
    return Scene(
        status=signal.status,
        cue=reading.lemmas[cue],
        does=signal.channel in ("subject", "right", "participle"),
        is_infinite=reading.tags[cue] in ("VB", "VBG", "VBN"),
        over=frozenset({reading.lemmas[word] for word in over} | {reading.lower[word] for word in over}),
        before=before,
        modal=next((word for word in before[-4:] if word in WOULD | WILL), ""),
        is_denied=bool(near & NEGATIONS),
        has_terms=has_terms(reading, sentence, max(naming.end, cue), lexicon),
        is_passive=reading.tags[cue] == "VBN",
        is_aimed_at=reading.tags[cue] == "VBG" and bool(before) and before[-1] in AIMING,
    )


def has_terms(reading: Reading, sentence: Sentence, after: int, lexicon: TruceLexicon) -> bool:
    """Whether a clause of condition follows, or stands before."""
    words = reading.lower[after : sentence.end]
    return (
        any(word in ("if", "unless") for word in reading.lower[sentence.start : after])
        or any(word in lexicon.terms for word in words)
        or any(pair in TWO_WORD_TERMS for pair in pairwise(words))
    )


def words_over(reading: Reading, sentence: Sentence, word: int) -> list[int]:
    """The verbs and nouns over a word: those right before it in the clause, and those the parse hangs it on."""
    found = []
    for before in range(word - 1, max(sentence.start, word - 1 - REACH) - 1, -1):
        tag = reading.tags[before]
        if reading.lower[before] in STOPS or (tag in ("VBD", "VBZ", "VBP") and before < word - 4):
            break
        if reading.lower[before] == "time" and reading.lower[before + 1] != "to":
            continue
        if tag in VERBS or tag in ("NN", "NNS", "MD", "JJ"):
            found.append(before)
    parent = word
    for _ in range(4):
        if reading.deps[parent] not in UP or reading.heads[parent] >= parent:
            break
        parent = reading.heads[parent]
        found.append(parent)
    return found
