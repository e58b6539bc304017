"""Whether a sentence says that harm has happened."""

from __future__ import annotations

from truce.extraction.casualties.groups import Group
from truce.extraction.casualties.harm import Harm, Side
from truce.extraction.casualties.scene import Scene

GOVERNED = frozenset({"xcomp", "ccomp", "advcl", "acl", "conj", "obj", "obl", "nmod", "parataxis", "acl:relcl"})
REPORTED = frozenset(
    """say believe report know think appear claim seem feel presume estimate find allege confirm see understand accuse
    admit""".split()
)


def is_real(scene: Scene, harm: Harm, group: Group) -> bool:
    """Whether this harm to these people is told as a fact: not denied, feared, planned, forecast or supposed."""
    return not (
        is_negated(scene, harm, group)
        or is_modal(scene, harm)
        or is_aim(scene, harm)
        or is_feared(scene, harm, group)
        or is_conditional(scene, harm)
    )


def is_negated(scene: Scene, harm: Harm, group: Group) -> bool:
    """`no soldiers`, `were not killed`, `without killing anyone`."""
    reading, lexicon = scene.reading, scene.lexicon
    if any(reading.lower[word] in lexicon.negations for word in range(harm.start, harm.first)):
        return True
    if (
        group.first > scene.start and reading.lower[group.first - 1] in ("no", "not", "without", "neither", "nor")
    ) or reading.lower[group.first] in ("no", "none", "neither"):
        return True
    return (
        any(reading.lower[word] in lexicon.negations for word in range(max(scene.start, harm.start - 2), harm.start))
        and group.first < harm.start
    )


def is_modal(scene: Scene, harm: Harm) -> bool:
    """`could kill`, `will be killed`, `would have died`; but `may have been killed` is no fact either."""
    reading = scene.reading
    before = range(max(scene.start, harm.start - 1), harm.first)
    if any(
        reading.tags[word] == "MD" or reading.lower[word] in scene.lexicon.modals
        for word in before
        if reading.lower[word] != "may" or reading.tags[word] == "MD"
    ):
        return True
    head = reading.heads[harm.first]
    if reading.deps[harm.first] == "conj" and reading.tags[harm.first] == "VB" and scene.start <= head < harm.first:
        return any(reading.tags[word] == "MD" for word in range(max(scene.start, head - 4), head))
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
        return "have" not in group
    if reading.tags[harm.first] == "VB":
        head = reading.heads[harm.first]
        if reading.deps[harm.first] == "conj" and scene.start <= head < harm.first:
            return reading.tags[head] == "VB" and any(
                reading.lower[word] == "to" for word in range(max(scene.start, head - 2), head)
            )
        return harm.first > scene.start and reading.lower[harm.first - 1] not in ("helped", "did", "strikes", "attacks")
    return False


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
        if group.first <= word < group.last:
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
