"""The persons an article names, with every part of their names and the words that describe them."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field

from truce.extraction.phrases import NOUNS, phrase_end, phrase_head, phrase_start, starts_phrase
from truce.extraction.reading import Reading
from truce.extraction.reference.referents import content_words
from truce.lexicons import Lexicons

NAME_TAGS = frozenset({"NNP", "NNPS", "HYPH", "FW"})


@dataclass
class Persons:
    """Persons by any part of their names; a part that two share leads to the one named first."""

    full: dict[str, str] = field(default_factory=dict)  # a part of a name in lower case: the full name
    portraits: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))  # a full name: the words that describe it

    def remember(self, name: str) -> None:
        """Let every part of a name lead to its longest form."""
        parts = name.split()
        if len(parts) == 1:
            self.full.setdefault(name.lower(), name)
            return
        for size in range(1, len(parts) + 1):
            for form in {" ".join(parts[-size:]).lower(), " ".join(parts[:size]).lower()}:
                known = self.full.get(form)
                if known is None or (len(known) < len(name) and known.lower() in name.lower()):
                    self.full[form] = name

    def of(self, name: str) -> str:
        """The longest form of a name."""
        return self.full.get(name.lower(), name)

    def describe(self, name: str, words: str) -> None:
        """Keep the words that describe a person."""
        self.portraits[self.of(name)] |= set(content_words(words))

    def portrait(self, name: str) -> frozenset[str]:
        """The words that describe a person anywhere in the article."""
        full = self.of(name)
        return frozenset(word for known, words in self.portraits.items() if self.of(known) == full for word in words)


def bare_start(reading: Reading, first: int, last: int, lexicons: Lexicons) -> int:
    """Where the name itself begins in a run of words that titles may open."""
    titles = lexicons.reference.titles
    return next((word + 1 for word in range(last - 2, first - 1, -1) if reading.lower[word] in titles), first)


def name_run(reading: Reading, first: int, last: int, lexicons: Lexicons) -> tuple[int, int, bool] | None:
    """The words of a phrase that name a person, its titles left out; whether titles stood before them."""
    titles = lexicons.reference.titles
    head = phrase_head(reading, first, last)
    end = head + 1
    while end < last and reading.tags[end] in ("NNP", "NNPS", "HYPH") and reading.names[end] == reading.names[head]:
        end += 1
    start = end
    while (
        start > first
        and (reading.tags[start - 1] in NAME_TAGS or reading.names[start - 1] == "PERSON" or is_capital_noun(reading, start - 1))
        and reading.lower[start - 1] not in titles
    ):
        start -= 1
    is_titled = start > first and reading.lower[start - 1] in titles
    if start == end or (reading.names[end - 1] == "ORG" and reading.names[start] == "ORG" and not is_titled):
        return None
    if any(reading.names[word] == "PERSON" for word in range(start, end)):
        while start < end - 1 and reading.names[start] != "PERSON":
            start += 1
    start = bare_start(reading, start, end, lexicons) if start > first else start
    is_titled = start > first and (reading.lower[start - 1] in titles or reading.lemmas[start - 1] in titles)
    return start, end, is_titled


def description_of(reading: Reading, first: int, last: int) -> str:
    """The words that describe the person named by a run: a title before it, an apposition before or behind it."""
    sentence = reading.sentence_at(first)
    opening = phrase_start(reading, last - 1, sentence.start)
    opening = next((word + 1 for word in range(first - 1, opening - 1, -1) if is_other(reading, word)), opening)
    found = [reading.span(opening, first).text] if opening < first else []
    if opening - 2 >= sentence.start and reading.words[opening - 1] == "," and reading.tags[opening - 2] in NOUNS:
        before = phrase_start(reading, opening - 2, sentence.start)
        found.append(reading.span(before, opening - 1).text)
    if last + 1 < sentence.end and reading.words[last] == "," and starts_phrase(reading, last + 1):
        behind = phrase_end(reading, last + 1, sentence.end)
        if behind > last + 1 and behind < sentence.end and not reading.names[phrase_head(reading, last + 1, behind)]:
            found.append(reading.span(last + 1, behind).text)
    return " ".join(found)


def is_other(reading: Reading, word: int) -> bool:
    """Whether a word before a name belongs to somebody else: `President Ann Lee and`."""
    return reading.tags[word] == "CC" or reading.names[word] == "PERSON"


def is_capital_noun(reading: Reading, word: int) -> bool:
    """Whether a noun within a sentence is written like a name that the parse did not know."""
    first = reading.sentence_at(word).start
    return word > first and reading.tags[word] == "NN" and reading.words[word][:1].isupper() and not reading.words[word].isupper()
