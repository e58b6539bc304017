"""Where a truce stands, by the words around its name."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass

from truce.extraction.reading import Reading, Sentence
from truce.extraction.truces.naming import Naming
from truce.extraction.truces.signals import VERBS, Signal, find_signals
from truce.extraction.truces.turning import ADVERSE, has_terms, turned
from truce.lexicons.truce_words import TruceLexicon
from truce.records import TruceStatus

ACCEPTING = frozenset({"agree", "accept", "approve", "endorse", "sign", "adopt"})

GUARDING = frozenset({"deal", "prevent", "avoid", "monitor", "investigate", "deter", "address", "avert", "report"})
OUTLOOKS = frozenset({"prospect", "potential", "chance", "outlook", "possibility", "fate", "future"})
UNSURE = frozenset({"uncertain", "unclear", "unknown", "doubtful", "unsure"})
DENIALS = frozenset({"not", "n't", "n’t", "no", "never", "nothing", "nobody", "neither", "cannot"})
MUST = frozenset({"must", "should", "need", "needs", "insist", "insists", "insisted", "demand", "demands", "demanded"})


@dataclass(frozen=True, slots=True)
class Verdict:
    """The status of a truce in one clause, with the word that decides; None where the name alone does."""

    status: TruceStatus
    cue: int | None
    rule: str


def judge(reading: Reading, naming: Naming, lexicon: TruceLexicon) -> Verdict | None:
    """Where the truce of a naming stands; None where the clause says nothing of it."""
    sentence = reading.sentence_at(naming.first)
    if is_awaited(reading, naming):
        return Verdict(TruceStatus.CONDITIONAL, naming.start - 1, "truces.conditional-until")
    if is_uncertain(reading, naming, lexicon):
        return None
    signals = without_guarded(reading, without_lesser(list(find_signals(reading, sentence, naming, lexicon))))
    if is_supposed(reading, sentence, naming):
        accepts = next((signal for signal in signals if signal.status is TruceStatus.AGREED and signal.channel == "object"), None)
        return Verdict(TruceStatus.CONDITIONAL, accepts.word, "truces.conditional-if-accepted") if accepts else None
    sums: dict[TruceStatus, float] = defaultdict(float)
    for signal in signals:
        sums[signal.status] = max(sums[signal.status], signal.weight) + 0.2 * min(sums[signal.status], signal.weight)
    if not sums:
        return judge_bare(reading, naming, lexicon)
    status = max(sums, key=lambda each: sums[each])
    if status is TruceStatus.PROPOSED and (taken := accepted(reading, signals, lexicon)):
        return Verdict(TruceStatus.AGREED, taken, "truces.agreed-to-proposal")
    best = max((signal for signal in signals if signal.status is status), key=lambda signal: signal.weight)
    if status is TruceStatus.AGREED and best.channel in ("subject", "right") and is_proposal(reading, naming, lexicon):
        return Verdict(TruceStatus.PROPOSED, best.word, "truces.proposed-terms")
    status, turning = turned(reading, naming, best, lexicon)
    rule = f"truces.{best.status.replace('_', '-')}-{best.channel}"
    return Verdict(status, best.word, f"{rule}-{turning}" if turning else rule)


def without_lesser(signals: list[Signal]) -> list[Signal]:
    """The signals, those dropped that are about the talks or the offer rather than the truce: `hold ceasefire talks`."""
    if not any(signal.channel == "compound" for signal in signals):
        return signals
    return [
        signal
        for signal in signals
        if signal.channel == "compound" or signal.status in ADVERSE or signal.status is TruceStatus.AGREED
    ]


def without_guarded(reading: Reading, signals: list[Signal]) -> list[Signal]:
    """The signals, the breaches dropped that are only watched for or prevented, and those of what was no more than an offer."""
    offered = any(signal.channel == "compound" and signal.status is TruceStatus.PROPOSED for signal in signals)
    return [
        signal
        for signal in signals
        if signal.status is not TruceStatus.VIOLATED
        or not (
            (offered and signal.channel == "object") or (signal.channel in ("noun", "left") and is_guarded(reading, signal.word))
        )
    ]


def is_guarded(reading: Reading, word: int) -> bool:
    """Whether something is to be done about a breach, should there be one: `set up to deal with violations of`."""
    before = reading.lemmas[max(0, word - 5) : word]
    return not GUARDING.isdisjoint(before) and ("to" in before or "for" in before)


def is_uncertain(reading: Reading, naming: Naming, lexicon: TruceLexicon) -> bool:
    """Whether a sentence says no more than that nobody knows: `prospects for a truce remain uncertain`."""
    sentence = reading.sentence_at(naming.first)
    before = reading.lemmas[max(sentence.start, naming.start - 3) : naming.start]
    behind = reading.lower[naming.end : min(sentence.end, naming.end + 3)]
    return not OUTLOOKS.isdisjoint(before) and not UNSURE.isdisjoint(behind)


def judge_bare(reading: Reading, naming: Naming, lexicon: TruceLexicon) -> Verdict | None:
    """What a name says of itself where no word around it does: `the peace plan`, `the ceasefire agreement between …`."""
    sentence = reading.sentence_at(naming.first)
    if not naming.is_taken_up and has_terms(reading, sentence, naming.end, lexicon):
        return Verdict(TruceStatus.CONDITIONAL, None, "truces.conditional-terms")
    if "no" in reading.lower[max(0, naming.start - 1) : naming.first]:
        return Verdict(TruceStatus.VIOLATED, None, "truces.no-truce")
    if naming.is_taken_up:
        return None
    if is_proposal(reading, naming, lexicon):
        return Verdict(TruceStatus.PROPOSED, naming.last - 1, "truces.proposal")
    if reading.lower[naming.head] in lexicon.settlements:
        return Verdict(TruceStatus.AGREED, naming.head, "truces.agreement")
    return None


def is_proposal(reading: Reading, naming: Naming, lexicon: TruceLexicon) -> bool:
    """Whether the name itself is that of a proposal: `peace plan`, `truce offer`."""
    return any(TruceStatus.PROPOSED in lexicon.nouns.statuses(reading.lemmas[word]) for word in range(naming.first, naming.end))


def accepted(reading: Reading, signals: list[Signal], lexicon: TruceLexicon) -> int | None:
    """The verb by which a proposal was accepted: `agreed on a plan for a truce`."""
    return next(
        (signal.word for signal in signals if signal.status is TruceStatus.AGREED and reading.lemmas[signal.word] in ACCEPTING),
        None,
    )


def is_supposed(reading: Reading, sentence: Sentence, naming: Naming) -> bool:
    """Whether the truce is only supposed: `if the ceasefire holds`."""
    word = naming.start - 1
    while word >= sentence.start and reading.words[word] not in (",", ";", ":"):
        if reading.lower[word] == "if" or (reading.lower[word] == "once" and word == naming.start - 1):
            return True
        word -= 1
    return False


def is_awaited(reading: Reading, naming: Naming) -> bool:
    """Whether something has to come first: `will fight on until a ceasefire`, `must leave before any truce`."""
    before = reading.lower[naming.start - 1] if naming.start else ""
    follows = reading.tags[min(naming.end, len(reading.tags) - 1)]
    if before == "without":
        return any(word in DENIALS for word in reading.lower[max(0, naming.start - 8) : naming.start - 1])
    if before in ("until", "till", "unless", "pending"):
        return follows not in (*VERBS, "MD")
    sentence = reading.sentence_at(naming.first)
    return before == "before" and any(word in MUST for word in reading.lower[sentence.start : naming.start])
