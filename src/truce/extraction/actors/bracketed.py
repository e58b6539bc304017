"""Names that their own acronym in brackets marks out: `the Council for Trade and Labour (CTL)`."""

from __future__ import annotations

import re

from truce.extraction.actors.mentions import Run
from truce.extraction.reading import Reading

ACRONYM = re.compile(r"[A-Z](?:[A-Z]|\.|-){1,8}")
LINKING = frozenset(
    {"of", "for", "and", "the", "in", "on", "to", "de", "du", "des", "la", "le", "les", "el", "y", "et", "&", "-"}
)
LONGEST = 12  # words


def bracketed_runs(reading: Reading) -> dict[int, Run]:
    """Names before a bracket whose capitals spell the acronym in it, by their first word."""
    found: dict[int, Run] = {}
    for sentence in reading.sentences:
        for bracket in range(sentence.start + 2, sentence.end - 2):
            if reading.words[bracket] == "(" and reading.words[bracket + 2] == ")":
                first = spelt_from(reading, bracket, sentence.start)
                if first is not None:
                    found[first] = (first, bracket, "ORG")
    return found


def spelt_from(reading: Reading, bracket: int, floor: int) -> int | None:
    """The first word of the name before a bracket that spells the acronym in it; None where none does."""
    acronym = reading.words[bracket + 1]
    if not ACRONYM.fullmatch(acronym):
        return None
    letters = [letter.lower() for letter in acronym if letter.isalpha()]
    initials: list[str] = []
    for word in range(bracket - 1, max(floor, bracket - LONGEST) - 1, -1):
        written = reading.words[word]
        if reading.lower[word] in LINKING:
            continue
        if not written[:1].isupper():
            return None
        initials.insert(0, written[0].lower())
        if initials == letters and len(letters) > 2:
            return word
        if len(initials) > len(letters):
            return None
    return None
