"""An article laid out for dates: from a place in the text to the word, its tag, its sentence."""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

AFTER_YEAR = re.compile(r"\b(?:1[5-9]|20)\d\d(?:\s*,\s*|\s*,?\s*(?:and|or|to|through|until)\s+|\s?[-–—/]\s?)\Z")
NAMES = frozenset({"PERSON", "ORG", "LOC", "NORP"})


class Layout:
    """The words of a document by their offset."""

    def __init__(self, doc: Doc) -> None:
        self.doc = doc
        self.text = doc.text
        self._starts = [token.idx for token in doc]
        self._names = [(ent.start_char, ent.end_char, ent.label_) for ent in doc.ents if ent.label_ in NAMES]
        self._name_starts = [start for start, _, _ in self._names]

    def token_at(self, offset: int) -> Token:
        """The word that holds a character."""
        return self.doc[max(bisect_right(self._starts, offset) - 1, 0)]

    def tag_at(self, offset: int) -> str:
        """The part-of-speech tag of the word there."""
        return str(self.token_at(offset).tag_)

    def tag_before(self, offset: int) -> str:
        """The tag of the word before the one there."""
        index = self.token_at(offset).i
        return str(self.doc[index - 1].tag_) if index else ""

    def entity_at(self, offset: int) -> str:
        """The kind of name that holds the character, empty where none does."""
        index = bisect_right(self._name_starts, offset) - 1
        if index >= 0 and offset < self._names[index][1]:
            return self._names[index][2]
        return ""

    def within_name(self, start: int, end: int) -> bool:
        """Whether a name holds the words and runs on behind them."""
        index = bisect_right(self._name_starts, start) - 1
        if index < 0:
            return False
        first, last, _ = self._names[index]
        return first <= start and end < last and self.text[end:last].strip(" '’s.,-") != ""

    def counts(self, offset: int) -> bool:
        """Whether the number there counts a noun in the plural."""
        index = self.token_at(offset).i
        for token in self.doc[index + 1 : index + 4]:
            if token.tag_ in ("NNS", "NNPS"):
                return True
            if token.tag_ not in ("JJ", "NN", "NNP", "VBN", "HYPH"):
                return False
        return False

    def describes_singular(self, offset: int) -> bool:
        """Whether the number there describes a noun in the singular: the 2003 invasion."""
        index = self.token_at(offset).i
        for token in self.doc[index + 1 : index + 5]:
            if token.tag_ in ("NN", "NNP"):
                return True
            if token.tag_ not in ("JJ", "VBN", "VBG", "HYPH", ",", "``", "NNPS"):
                return False
        return False

    def follows_year(self, offset: int) -> bool:
        """Whether another year stands right before: 2008 and 2012."""
        return AFTER_YEAR.search(self.text, max(offset - 14, 0), offset) is not None

    def sentence(self, offset: int) -> tuple[int, int]:
        """Where the sentence that holds the character begins and ends."""
        span = self.token_at(offset).sent
        return span.start_char, span.end_char
