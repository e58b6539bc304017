"""Whether a sentence gives a named state a part, or only names it as a place."""

from __future__ import annotations

from truce.extraction.actors.mentions import POSSESSIVES, SUBJECTS, head_of
from truce.extraction.reading import Reading

OBJECTS = frozenset({"obj", "iobj", "obl:agent"})
# Prepositions behind which a state is somebody: «talks with Iran», «an attack by Israel», «accused of arming».
WITH = frozenset({"by", "with", "against", "between", "among", "toward", "towards", "per"})
BORDERS = frozenset({"border", "borders", "frontier", "area", "boundary", "crossing"})
# Verbs whose object is a place: «scheduled to visit Jordan».
GOING = frozenset({"visit", "enter", "leave", "reach", "tour", "flee", "cross", "secure", "depart", "exit", "inhabit", "border"})
# Words before a name that make it a region: «in central Somalia», «all Iraq».
REGIONS = frozenset(
    """
    south north east west central southern northern eastern western southeastern southwestern northeastern northwestern
    upper lower south-east south-west north-east north-west neighboring neighbouring nearby all across mainland
    """.split()
)
# Nouns of places and times: «Somalia's capital» names Somalia as a place.
PLACES = frozenset(
    """
    capital city town border coast south north east west region province village district area airport port territory soil
    people part population city town frontier airspace water economy history outskirt suburb side southeast northwest
    northeast southwest civil war conflict ambassador embassy streets future
    """.split()
)
FOLLOWING = frozenset({"conj", "appos", "flat", "list"})
CLAUSE_OPENERS = frozenset({"that", "because", "after", "before", "while", "as", "although", "if", "since", "until", "though"})
STEPS = 6  # how far a chain of «A, B and C» is followed


def has_part(reading: Reading, first: int, last: int, *, is_capital: bool = False) -> bool:
    """Whether the words `first` to `last` stand for somebody who acts, suffers or is dealt with.

    A capital stands for its government only as the subject of an active verb.
    """
    sentence = reading.sentence_at(first)
    if sentence.end - sentence.start < 3:
        return False
    word = head_of(reading, first, last)
    before = first - 1 if first and reading.lower[first - 1] == "the" else first
    lead = reading.lower[before - 1] if before else ""
    tied = before > 0 and reading.tags[before - 1] in ("IN", "TO")
    if is_capital:
        if last < len(reading.words) and reading.words[last] in (",", "("):
            return False
        return reading.deps[word] == "nsubj" and not tied and (not before or reading.tags[before - 1] not in ("NN", "JJ", "NNP"))
    if lead in REGIONS:
        return False
    if last < len(reading.words) and reading.words[last] in POSSESSIVES:
        return owns_deed(reading, last + 1)
    if lead in WITH:
        return before < 2 or reading.lower[before - 2] not in BORDERS
    for _ in range(STEPS):
        if reading.deps[word] not in FOLLOWING or reading.heads[word] == word:
            break
        word = reading.heads[word]
        if lead in ("and", "or", ",") and is_dealt_with(reading, word):
            return True
    if tied:
        return reading.deps[word] in SUBJECTS and lead in CLAUSE_OPENERS
    if reading.deps[word] in SUBJECTS:
        return True
    return reading.deps[word] in OBJECTS and reading.lemmas[reading.heads[word]] not in GOING


def is_dealt_with(reading: Reading, word: int) -> bool:
    """Whether the first of several names stands behind `between`, `with` or `against`, and no border is meant."""
    before = word - 1
    while before > 0 and reading.lower[before] in ("the", "both"):
        before -= 1
    return before > 0 and reading.lower[before] in WITH and reading.lower[before - 1] not in BORDERS


def owns_deed(reading: Reading, word: int) -> bool:
    """Whether what follows `Israel's` is something done or said rather than a place, a person or a body."""
    end = word
    while end < len(reading.words) and reading.tags[end] in ("JJ", "NN", "NNS", "VBN", "VBG", "HYPH", "RB", "JJS"):
        end += 1
    return (
        end > word
        and (end >= len(reading.words) or reading.tags[end] not in ("NNP", "NNPS"))
        and reading.lemmas[end - 1] not in PLACES
    )
