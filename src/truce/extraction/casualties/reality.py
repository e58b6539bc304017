"""Whether a sentence says that harm has happened."""

from __future__ import annotations

from truce.extraction.casualties.groups import Group
from truce.extraction.casualties.harm import Harm, Side
from truce.extraction.casualties.scene import Scene

ANYONE = frozenset({"anyone", "anybody", "everyone", "everybody", "someone", "somebody", "nobody", "one"})
FAR_SUBJECT = 8  # words between people and a verb that may hold captives or talks
RELATIVES = frozenset({"which", "when", "where", "who", "after"})
TELLING = frozenset("say tell report announce confirm add state claim".split())
CLAUSE_OPENERS = frozenset({"that", "reports", "report", "claims", "claim", "allegations", "having", "killing", "any"})
REACH = 24  # words from a denial to what it denies
DISEASE_REACH = 6  # words from `died` to its cause
LOOSE_CAPTURE = frozenset({"hold", "seize", "free", "release", "rescue", "hijack"})
DEGREES = frozenset("seriously badly critically severely gravely only just yet".split())  # not seriously wounded
REPORTED = frozenset(
    """say believe report know think appear claim seem feel presume estimate find allege confirm see understand accuse
    admit""".split()
)


def is_real(scene: Scene, harm: Harm, group: Group) -> bool:
    """Whether this harm to these people is told as a fact: not denied, feared, planned, forecast or supposed."""
    return not (
        is_negated(scene, harm, group)
        or is_modal(scene, harm, group)
        or is_aim(scene, harm)
        or is_feared(scene, harm, group)
        or is_conditional(scene, harm)
        or is_denied(scene, harm)
        or is_no_captive(scene, harm, group)
        or is_disaster(scene, harm, group)
        or is_anyone(scene, harm, group)
    )


def is_negated(scene: Scene, harm: Harm, group: Group) -> bool:
    """`no soldiers`, `were not killed`, `without killing anyone`."""
    reading, lexicon = scene.reading, scene.lexicon
    if any(
        reading.lower[word] in lexicon.negations and reading.lower[word + 1] not in DEGREES
        for word in range(harm.start, harm.first)
    ):
        return True
    if harm.start > scene.start and reading.lower[harm.start - 1] in ("without", "not"):
        return True
    if (
        group.first > scene.start and reading.lower[group.first - 1] in ("no", "not", "without", "neither", "nor")
    ) or reading.lower[group.first] in ("no", "none", "neither"):
        return True
    return (
        any(reading.lower[word] in lexicon.negations for word in range(max(scene.start, harm.start - 2), harm.start))
        and group.first < harm.start
    )


def is_modal(scene: Scene, harm: Harm, group: Group) -> bool:
    """`could kill`, `will be killed`, `would have died`; but `may have been killed` is no fact either."""
    reading = scene.reading
    if harm.side is Side.TOLL and any(reading.tags[word] == "MD" for word in range(harm.last, group.first)):
        return True
    if harm.side in (Side.SUM, Side.OF) and is_object_of_modal(scene, min(group.first, harm.first)):
        return True
    before = range(max(scene.start, harm.start - 1), harm.first)
    if any(
        reading.tags[word] == "MD" or reading.lower[word] in scene.lexicon.modals
        for word in before
        if reading.lower[word] != "may" or reading.tags[word] == "MD"
    ):
        return True
    head = reading.heads[harm.first]
    if reading.deps[harm.first] == "conj" and reading.tags[harm.first] in ("VB", "VBN") and scene.start <= head < harm.first:
        return harm.start == harm.first and any(reading.tags[word] == "MD" for word in range(max(scene.start, head - 4), head))
    return False


def is_object_of_modal(scene: Scene, word: int) -> bool:
    """Whether the verb right before takes `could`, `may`: `could face thousands of casualties`."""
    reading = scene.reading
    for before in range(word - 1, max(scene.start, word - 4) - 1, -1):
        if reading.tags[before] == "VB":
            return any(reading.tags[other] == "MD" for other in range(max(scene.start, before - 3), before))
        if reading.tags[before].startswith("VB"):
            return False
    return False


def is_aim(scene: Scene, harm: Harm) -> bool:
    """`to kill` in all but `is said to have killed`."""
    reading = scene.reading
    if harm.side in (Side.OF, Side.SUM, Side.TOLL):
        return False
    if is_said(scene, harm):
        return False
    group = [reading.lower[word] for word in range(harm.start, harm.first)]
    if "to" in group:
        is_supposed = any(reading.tags[word] == "MD" for word in range(scene.start, harm.start))
        return "have" not in group or is_supposed
    if reading.tags[harm.first] == "VB":
        head = reading.heads[harm.first]
        if reading.deps[harm.first] == "conj" and scene.start <= head < harm.first:
            return reading.tags[head] == "VB" and any(
                reading.lower[word] == "to" for word in range(max(scene.start, head - 2), head)
            )
        return not is_headline_verb(scene, harm)
    return False


def is_headline_verb(scene: Scene, harm: Harm) -> bool:
    """Whether a bare verb tells what happened: `Strikes on a town kill four`, `helped kill`, `did kill`."""
    reading, before = scene.reading, harm.first - 1
    if before < scene.start or reading.lower[before] in ("helped", "did", "do"):
        return before >= scene.start
    clause = range(scene.start, harm.first)
    is_ruled = any(reading.tags[word] in ("MD", "TO", "VB", "VBD", "VBZ", "VBP") for word in clause)
    return not is_ruled and any(reading.tags[word] in ("NNS", "NNPS", "CC") for word in clause)


def is_said(scene: Scene, harm: Harm) -> bool:
    """`is believed to be holding`, `are said to have killed`: told as known."""
    reading = scene.reading
    for word in range(harm.start, harm.first):
        if reading.lower[word] == "to":
            return word > scene.start and reading.lemmas[word - 1] in REPORTED and reading.lower[word + 1] in ("be", "have")
    return False


def is_feared(scene: Scene, harm: Harm, group: Group) -> bool:
    """`feared dead`, `threatened to`, `a plot to kill`, `denied killing`."""
    reading, lexicon = scene.reading, scene.lexicon
    first = min(harm.start, group.first)
    for word in range(max(scene.start, first - 3), harm.last):
        lower = reading.lower[word]
        if group.first <= word < group.last or any(reading.lower[other] in RELATIVES for other in range(word, first)):
            continue
        if lower in lexicon.fears and not (
            lower in ("possible", "against", "escaped", "plan", "plans", "future", "potential") and word < first - 1
        ):
            return True
        if (
            reading.lemmas[word] in lexicon.denials
            and lower != "rule"
            and word < harm.first
            and reading.tags[harm.first] in ("VBG", "NN", "NNS")
        ):
            return True
    return False


def is_anyone(scene: Scene, harm: Harm, group: Group) -> bool:
    """`killing anyone`, `a soldier who is captured must be treated well`: nobody in particular."""
    reading = scene.reading
    if group.head is not None and reading.lower[group.head] in ANYONE:
        return True
    before = harm.start - 1
    in_relative = (
        before > scene.start and reading.lower[before] in ("who", "whoever") and reading.tags[harm.start] in ("VBZ", "VBP")
    )
    return in_relative and any(reading.tags[word] == "MD" for word in range(harm.last, scene.end))


def is_denied(scene: Scene, harm: Harm) -> bool:
    """`denied that it had killed two men`, `rejected reports that 80 died`."""
    reading = scene.reading
    for word in range(harm.start - 1, max(scene.start, harm.start - REACH) - 1, -1):
        lemma = reading.lemmas[word]
        if lemma in scene.lexicon.denials and reading.tags[word].startswith("VB"):
            opening = reading.lower[word + 1 : word + 6]
            return any(each in CLAUSE_OPENERS for each in opening)
        if lemma in TELLING and reading.tags[word].startswith("VB"):
            return False
    return False


def is_no_captive(scene: Scene, harm: Harm, group: Group) -> bool:
    """`held talks`, `released on bail`: words that take people captive only where the sentence speaks of captives."""
    if harm.lemma not in LOOSE_CAPTURE:
        return False
    reading = scene.reading
    if group.last < harm.start - FAR_SUBJECT:
        return True
    head = reading.lower[group.head] if group.head is not None else ""
    if "ex" in reading.lower[group.first : group.last]:
        return True  # ex-hostages
    if head in scene.lexicon.detained:
        return True
    if head in scene.lexicon.captives:
        return False
    sentence = reading.sentences[scene.number]
    floor = sentence.start
    if scene.number and reading.sentences[scene.number - 1].paragraph == sentence.paragraph:
        floor = reading.sentences[scene.number - 1].start
    return not any(
        reading.lower[word] in scene.lexicon.captives or reading.lower[word] in scene.lexicon.captors
        for word in range(floor, scene.end)
    )


def is_disaster(scene: Scene, harm: Harm, group: Group) -> bool:
    """`An earthquake killed 11,000`, `died of cancer`, `his burial`: harm outside the violence."""
    reading, lexicon = scene.reading, scene.lexicon
    if harm.lemma in ("bury", "exhume") and (group.quantity is None or group.quantity.is_one):
        return True
    words = reading.lower[scene.start : scene.end]
    behind = set(reading.lower[harm.last : harm.last + DISEASE_REACH])
    if (
        harm.lemma in ("die", "death", "deaths", "succumb", "perish")
        and behind & lexicon.causes
        and not behind & lexicon.violence
    ):
        return True
    causes = lexicon.causes.intersection(words)
    if causes and causes <= lexicon.weak_causes and not lexicon.armed.isdisjoint(words):
        return False
    return bool(causes) and lexicon.violence.isdisjoint(words)


def is_conditional(scene: Scene, harm: Harm) -> bool:
    """`if civilians are killed`, `whether anyone died`."""
    reading = scene.reading
    for word in range(harm.start - 1, max(scene.start, harm.start - 12) - 1, -1):
        if reading.lower[word] in scene.lexicon.conditions:
            head = reading.heads[word]
            return head == harm.first or (reading.deps[word] in ("mark", "advmod") and harm.start <= head < harm.last)
        if reading.lower[word] in (",", "that"):
            return False
    return False
