"""Whether a figure counts one incident or runs over a period, weighed by what its clause says."""

from __future__ import annotations

import json
from collections.abc import Sequence
from functools import cache
from pathlib import Path

from truce.extraction.casualties.drafts import Draft, Told
from truce.extraction.casualties.groups import ordinal_at
from truce.extraction.casualties.harm import Side
from truce.extraction.phrases import WEEKDAYS
from truce.extraction.reading import FINITE
from truce.lexicons.setting_words import SettingLexicon
from truce.records import Ground, Outcome, Scope

WEIGHTS = Path(__file__).with_name("scopes.json")
REACH = 26  # words behind a figure that still belong to it
JOINT = 6  # words between two figures that are told in one breath
MANY, VERY_MANY = 300, 1000  # counts that one incident seldom reaches
DAYS = WEEKDAYS | {"today", "yesterday", "overnight", "morning", "night", "evening", "afternoon"}
BEGINNING = frozenset("began started erupted broke was were".split())  # verbs of `since the war began`
ONE = frozenset({"a", "an", "one"})


@cache
def load_weights() -> dict[str, float]:
    """How far each feature speaks for a running toll; `always` is what speaks for it where nothing else does."""
    weights: dict[str, float] = json.loads(WEIGHTS.read_text(encoding="utf-8"))
    return weights


def find_scopes(drafts: Sequence[Draft], words: SettingLexicon) -> list[Told[Scope]]:
    """The scope of each figure, a running toll with the words that tell it."""
    weights = load_weights()
    scopes: list[Told[Scope]] = []
    for index, draft in enumerate(drafts):
        found = scope_features(draft, words)
        is_toll = sum(weights.get(name, 0.0) for name in ("always", *found)) > 0
        if not is_toll and index and scopes[-1].value is Scope.CUMULATIVE and is_joined(drafts[index - 1], draft):
            scopes.append(scopes[-1])
            continue
        best = max(found, key=lambda name: weights.get(name, 0.0), default=None)
        span = found[best] if is_toll and best is not None else None
        grounds = (Ground("scope", draft.reading.span(*span)),) if span is not None else ()
        scopes.append(Told(Scope.CUMULATIVE if is_toll else Scope.INCIDENT, grounds))
    return scopes


def is_joined(before: Draft, draft: Draft) -> bool:
    """Whether a figure goes on from the one before: `has killed 40 people and wounded another 90`."""
    gap = range(before.last, draft.first)
    if before.scene.number != draft.scene.number or len(gap) > JOINT:
        return False
    words = [draft.reading.lower[word] for word in gap]
    return "and" in words and not DAYS & set(words)


def scope_features(draft: Draft, words: SettingLexicon) -> dict[str, tuple[int, int] | None]:
    """What speaks for or against a running toll, each with the words that it rests on, if any."""
    found: dict[str, tuple[int, int] | None] = {}
    clause = clause_of(draft)
    for word in clause:
        for name, length in marks_at(draft, word, words):
            found.setdefault(name, (word, word + length))
    found |= count_features(draft)
    found |= harm_features(draft, words)
    if "day" in found and "displaced" in found:
        found["day&displaced"] = None
    if "day" in found and "span" in found:
        found["day&span"] = None
    if "perfect" in found and not {"day", "one"} & set(found):
        found["perfect&undated"] = None
        found |= {f"perfect&{name}": None for name in ("fights", "conflict") if name in found}
    return found


def clause_of(draft: Draft) -> range:
    """The words that belong to a figure: to the next verb of another clause behind it, to the one before it."""
    reading, scene = draft.reading, draft.scene
    first, last = draft.first, min(scene.end, draft.last + REACH)
    while first > scene.start and draft.first - first < REACH:
        first -= 1
    for word in range(draft.last, last):
        is_aside = reading.tags[word] == "VBG" and reading.words[word - 1] == "," and not is_harm(draft, word)
        is_verb = reading.tags[word] in FINITE and reading.lower[word] not in BEGINNING
        if is_aside or (is_verb and not reading.deps[word].startswith("acl")):
            return range(first, word)
    return range(first, last)


def is_harm(draft: Draft, word: int) -> bool:
    """Whether a word is one of harm."""
    return any(harm.first == word for harm in draft.scene.harms)


def marks_at(draft: Draft, word: int, words: SettingLexicon) -> list[tuple[str, int]]:
    """What begins at a word, each with its length."""
    reading = draft.reading
    lower, tag = reading.lower[word], reading.tags[word]
    found = [("phrase", len(phrase)) for phrase in words.running if reading.lower[word : word + len(phrase)] == phrase]
    before = reading.lower[max(draft.scene.start, word - 8) : word]
    if lower == "since" and not words.superlatives & set(before):
        is_frame = word - draft.scene.start <= 2 and tag == "IN"
        found.append(("since" if word >= draft.harm.start or is_frame else "since-before", 1))
    if lower in words.span_openers:
        behind = reading.lower[word + 1 : word + 4]
        length = next((n for n, each in enumerate(behind, 1) if each in words.spans), 0)
        if length and behind[0] != "day":
            found.append((f"span={lower}", length + 1))
            found.append(("span", length + 1))
    if lower == "over" and reading.lower[word + 2 : word + 3] and reading.lower[word + 2] in words.spans:
        found.append(("span", 3))  # over 48 hours
    if lower in words.spans and reading.lower[word + 1 : word + 2] == ("of",):
        found.append(("spans-of", 2))
    if lower in words.conflicts and tag.startswith("NN"):
        found.append(("conflict", 1))
    if lower in words.fights and tag.startswith("NN"):
        found.append(("fights", 1))
    if lower in DAYS:
        found.append(("day", 1))
    if lower in words.families and tag == "NN" and opens_with_one(draft, word):
        found.append(("one", 1))
    return found


def opens_with_one(draft: Draft, word: int) -> bool:
    """Whether a noun of an event is one new event: `a car bomb`."""
    reading, first = draft.reading, word
    while first > draft.scene.start and reading.tags[first - 1] in ("JJ", "NN", "HYPH", "VBN", "NNP"):
        first -= 1
    return first > draft.scene.start and reading.lower[first - 1] in ONE


def count_features(draft: Draft) -> dict[str, tuple[int, int] | None]:
    """What the count itself says."""
    quantity = draft.group.quantity
    if ordinal_at(draft.reading, draft.group) is not None:
        return {"ordinal": (draft.group.first, draft.group.last)}
    if quantity is None or quantity.is_one:
        return {"single": None}
    size = quantity.low or quantity.high or 0
    span = (quantity.first, quantity.last)
    if size >= VERY_MANY:
        return {"very-many": span}
    return {"many": span} if size >= MANY else {}


def harm_features(draft: Draft, words: SettingLexicon) -> dict[str, tuple[int, int] | None]:
    """What the word of harm says: its outcome, tense, what did it."""
    reading, harm = draft.reading, draft.harm
    found: dict[str, tuple[int, int] | None] = {}
    if harm.outcome is Outcome.DISPLACED:
        found["displaced"] = (harm.first, harm.last)
    if harm.side is Side.TOLL:
        found["toll"] = (harm.first, harm.last)
    if any(reading.lower[word] in ("has", "have", "had") for word in range(max(draft.scene.start, harm.start - 2), harm.first)):
        found["perfect"] = None
    if harm.outcome is Outcome.ABDUCTED and (harm.lemma in words.keeping or harm.side is Side.SUM):
        is_still = harm.lemma in words.keeping and reading.tags[harm.first] in ("VBG", "VBZ", "VBP")
        found["still-kept" if is_still else "kept"] = (harm.first, harm.last)
    subject = reading.subjects.get(harm.first)
    if subject is not None and reading.lower[subject] in words.conflicts | {"fighting", "violence"}:
        found["by-conflict"] = (subject, subject + 1)
    return found
