"""Where a report names a ceasefire, or takes one up that it named before."""

from __future__ import annotations

from dataclasses import dataclass, replace

from truce.extraction.phrases import NOUNS
from truce.extraction.reading import Reading, Sentence
from truce.lexicons.truce_words import TruceLexicon

FAR = 4  # sentences over which `the deal` still takes up a truce
LONGEST_NAME = 5  # words
BEFORE = NOUNS | {"JJ", "JJS", "JJR", "CD", "HYPH", "FW", "VBN", "VBG", "POS", "RB", "AFX", "NNP"}
DEFINITE = frozenset({"the", "this", "that", "their", "its", "such", "these", "those", "any", "a", "an", "no"})
# Verbs that make even `an agreement` one on the truce just named.
REACHING = frozenset(
    """
    seal sealed sealing reach reached reaching sign signed signing strike struck clinch clinched conclude concluded brokered
    """.split()
)
TAKING_UP = frozenset({"the", "this", "that", "their", "these", "those", "its", "such", "any"})


@dataclass(frozen=True, slots=True)
class Naming:
    """The words `first` to `last` name a truce; its noun phrase runs from `start` to `end` with the main word `head`."""

    first: int
    last: int
    start: int
    end: int
    head: int
    is_truce: bool = False  # a ceasefire by name, rather than a peace settlement
    is_taken_up: bool = False


def find_namings(reading: Reading, lexicon: TruceLexicon) -> list[Naming]:
    """The namings of headline and story, in order."""
    found: list[Naming] = []
    named_in = -FAR - 1
    for number, sentence in enumerate(reading.sentences):
        word = sentence.start
        while word < sentence.end:
            last, is_truce = named_at(reading, sentence, word, lexicon)
            taken_up = False
            if last == word and reading.lower[word] in lexicon.taken_up and reading.tags[word] in ("NN", "NNS"):
                near = number - named_in <= FAR
                if (near and is_taken_up(reading, word)) or is_reached(reading, sentence, word, lexicon):
                    last, taken_up = word + 1, True
            if last > word:
                naming = replace(phrase_of(reading, sentence, word, last), is_truce=is_truce, is_taken_up=taken_up)
                if not is_other_thing(reading, naming, lexicon):
                    found.append(naming)
                    named_in = number
                word = max(last, naming.end)
            else:
                word += 1
    return found


def named_at(reading: Reading, sentence: Sentence, word: int, lexicon: TruceLexicon) -> tuple[int, bool]:
    """The end of a truce's name that starts at a word, and whether it is a ceasefire; the word itself where none does."""
    if reading.tags[word] == "HYPH" or not reading.lower[word][:1].isalpha():
        return word, False
    name: list[str] = []
    for last in range(word, min(sentence.end, word + LONGEST_NAME + 2)):
        if reading.words[last] in ("-", "‑", "–"):
            continue
        name += reading.lower[last].replace("-", " ").split()
        if tuple(name) in lexicon.truces:
            return last + 1, True
        if len(name) == 2 and name[0] == "peace" and name[1] in lexicon.settlements:
            return last + 1, False
        if len(name) >= LONGEST_NAME:
            break
    return word, False


def is_taken_up(reading: Reading, word: int) -> bool:
    """Whether a word such as `deal` takes up a truce: behind `the` or `this`, with little between."""
    before = word - 1
    while before > 0 and word - before <= 4 and reading.tags[before] in ("JJ", "CD", "HYPH", "NN", "NNP", "POS", "VBN", "JJS"):
        before -= 1
    return reading.lower[before] in TAKING_UP or reading.tags[word] == "NNS" or reading.lower[before - 1] in REACHING


def is_reached(reading: Reading, sentence: Sentence, word: int, lexicon: TruceLexicon) -> bool:
    """Whether a deal is one on peace though nothing named it before: reached, in a sentence that speaks of fighting."""
    if is_of_other_matter(reading, word):
        return False
    around = reading.lower[max(sentence.start, word - 6) : min(sentence.end, word + 6)]
    return any(each in REACHING for each in around) and any(
        each in lexicon.fighting for each in reading.lower[sentence.start : sentence.end]
    )


def is_of_other_matter(reading: Reading, word: int) -> bool:
    """Whether a noun before it, or `no`, makes a deal one on something else: `a power-sharing deal`, `no agreement`."""
    before = word - 1
    while before >= 0 and reading.tags[before] in ("JJ", "HYPH", "VBN") and reading.words[before][:1].islower():
        if reading.lower[before] == "-" or "-" in reading.lower[before]:
            return True
        before -= 1
    return before >= 0 and (reading.tags[before] in ("NN", "NNS", "VBG") or reading.lower[before] == "no")


def phrase_of(reading: Reading, sentence: Sentence, first: int, last: int) -> Naming:
    """The noun phrase around a name: `a fragile 60-day ceasefire agreement`."""
    start, end = first, last
    while start > sentence.start and (reading.tags[start - 1] in BEFORE or reading.lower[start - 1] in DEFINITE):
        start -= 1
        if reading.lower[start] in DEFINITE:
            break
    while end < sentence.end and goes_on(reading, sentence, end):
        end += 1
    return Naming(first, last, start, end, end - 1)


def goes_on(reading: Reading, sentence: Sentence, word: int) -> bool:
    """Whether a word still belongs to a noun phrase: not the verb of `the accord calls for`."""
    after = word + 1
    if reading.lower[word] in ("calls", "call") and after < sentence.end and reading.lower[after] in ("for", "on"):
        return False
    if reading.tags[word] == "VBZ" and reading.lower[word] in ("offers", "talks", "proposals", "efforts"):
        return after >= sentence.end or reading.tags[after] in (",", ".", "IN", ":", "VBD", "VBZ")
    return reading.tags[word] in ("NN", "NNS") or (reading.tags[word] == "HYPH" and after < sentence.end)


def is_other_thing(reading: Reading, naming: Naming, lexicon: TruceLexicon) -> bool:
    """Whether the phrase is about something else that bears the truce's name: `truce monitors`, `a trade truce`."""
    behind, before = range(naming.last, naming.end), range(naming.start, naming.first)
    return any(reading.lower[word] in lexicon.other_things for word in behind) or any(
        reading.lower[word] in lexicon.unarmed for word in before
    )
