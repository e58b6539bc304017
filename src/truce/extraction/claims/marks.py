"""Whether a word opens or closes a quotation."""

from __future__ import annotations

from truce.extraction.reading import QUOTE_MARKS, Reading


def is_quote_end(reading: Reading, word: int) -> bool:
    """Whether the word closes a quotation."""
    if word < 0 or reading.quoted[word] < 0 or reading.words[word] not in QUOTE_MARKS:
        return False
    return any(end == reading.ends[word] for _, end in reading.quotations[reading.quoted[word]].parts)


def is_quote_start(reading: Reading, word: int) -> bool:
    """Whether the word opens a quotation."""
    if word >= len(reading.words) or reading.quoted[word] < 0:
        return False
    return any(start == reading.starts[word] for start, _ in reading.quotations[reading.quoted[word]].parts)
