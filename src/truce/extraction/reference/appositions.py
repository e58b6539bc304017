"""The name that stands beside a description: `an army spokesman (Major Ann Lee)`, `the official agency, NNA,`."""

from __future__ import annotations

from truce.extraction.phrases import NOUNS, phrase_end, phrase_head
from truce.extraction.reading import Reading
from truce.lexicons import Lexicons

PARTICLES = frozenset({"al", "el", "ul", "bin", "ibn", "de", "da", "von", "van"})  # small words within names


def name_beside(reading: Reading, first: int, last: int, head: int, lexicons: Lexicons) -> tuple[int, int] | None:
    """The words of the name beside a description whose main noun is no name; None where there is none."""
    if reading.names[head] in ("PERSON", "ORG") or reading.tags[head] not in ("NN", "NNS"):
        return name_at_end(reading, first, last, lexicons)
    return name_in_brackets(reading, head, last) or name_behind(reading, last)


def name_in_brackets(reading: Reading, head: int, last: int) -> tuple[int, int] | None:
    """The name in brackets behind the main noun, within the phrase or right behind it."""
    sentence = reading.sentence_at(head)
    opening = next((word for word in range(head + 1, min(last + 1, sentence.end)) if reading.words[word] == "("), None)
    if opening is None:
        return None
    closing = next((word for word in range(opening + 1, min(opening + 9, sentence.end)) if reading.words[word] == ")"), None)
    if closing is None or closing == opening + 1 or not is_name(reading, opening + 1, closing):
        return None
    return opening + 1, closing


def name_behind(reading: Reading, last: int) -> tuple[int, int] | None:
    """The name between commas right behind a phrase."""
    sentence = reading.sentence_at(last - 1)
    if last + 1 >= sentence.end or reading.words[last] not in (",", "–", "—", "-"):
        return None
    start = last + 1
    end = phrase_end(reading, start, sentence.end)
    if end <= start or end >= sentence.end or not is_name(reading, start, end):
        return None
    closed = reading.words[end] == reading.words[last]
    return (start, end) if closed and not (end + 1 < sentence.end and reading.tags[end + 1] == "CC") else None


def name_at_end(reading: Reading, first: int, last: int, lexicons: Lexicons) -> tuple[int, int] | None:
    """The name that a common noun introduces: `the rebel group Northern Front`, `local newspaper Dawn`."""
    for noun in range(last - 2, first, -1):
        if reading.tags[noun] == "NN" and not reading.names[noun] and reading.lower[noun] in lexicons.reference.bodies:
            start = noun + 3 if reading.lower[noun + 1 : noun + 3] == ("known", "as") else noun + 1
            if start < last and reading.names[start] == "ORG" and is_name(reading, start, last):
                return start, last
    return None


def is_name(reading: Reading, first: int, last: int) -> bool:
    """Whether all content words of a stretch are of a name."""
    head = phrase_head(reading, first, last)
    if reading.names[head] == "LOC" and last - first == 1:
        return False
    words = [word for word in range(first, last) if reading.tags[word] in NOUNS | {"JJ"}]
    return bool(words) and all(reading.words[word][:1].isupper() or reading.lower[word] in PARTICLES for word in words)
