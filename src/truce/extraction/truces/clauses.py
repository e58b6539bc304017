"""The clause that states something of a truce."""

from __future__ import annotations

from truce.extraction.reading import Reading
from truce.extraction.truces.course import Verdict
from truce.extraction.truces.naming import Naming
from truce.records import Span

CLAUSES = frozenset({"ccomp", "advcl", "parataxis", "acl:relcl", "ROOT", "conj"})
MARKS = frozenset(",;:.–—") | {"--"}


def clause_of(reading: Reading, naming: Naming, verdict: Verdict) -> Span:
    """The smallest clause around name and cue, without the marks at its ends."""
    sentence = reading.sentence_at(naming.first)
    inner = {naming.start, naming.end - 1} | ({verdict.cue} if verdict.cue is not None else set())
    root = naming.head
    for _ in range(12):
        parent = reading.heads[root]
        if (reading.deps[root] in CLAUSES and reading.tags[root].startswith(("VB", "MD"))) or parent == root:
            break
        root = parent
    words = [word for word in range(sentence.start, sentence.end) if word == root or hangs_on(reading, word, root)]
    inside = {word for word in words if sentence.start <= word < sentence.end} | inner
    first, last = min(inside), max(inside)
    while first < min(inner) and (
        reading.words[first] in MARKS or reading.lower[first] in ("that", "and", "but", "after", "as", "while")
    ):
        first += 1
    while last > max(inner) and reading.words[last] in MARKS:
        last -= 1
    return reading.span(first, last + 1)


def hangs_on(reading: Reading, word: int, root: int) -> bool:
    """Whether the parse hangs a word somewhere below another."""
    for _ in range(30):
        parent = reading.heads[word]
        if parent == word:
            return False
        if parent == root:
            return True
        word = parent
    return False
