"""Newspapers and stations that only the noun beside them tells: `the daily Norland Post`, `the Norlander newspaper`."""

from __future__ import annotations

from truce.extraction.actors.mentions import Mention
from truce.extraction.reading import Reading, Sentence
from truce.lexicons import Lexicons
from truce.records import ActorKind

BEHIND = frozenset({"newspaper", "daily", "weekly", "magazine", "broadcaster", "website"})  # the Norlander newspaper
BEFORE = frozenset({"newspaper", "daily", "weekly", "magazine", "broadcaster"})  # the newspaper Norlander
AGENCY = ("news", "agency")
LINKING = frozenset({"of", "de", "al", "el", "la", "le", "-"})
LONGEST = 5  # words


def press_mention(reading: Reading, word: int, lexicons: Lexicons) -> Mention | None:
    """The medium whose name begins at a word; None where no noun for media stands beside it."""
    sentence = reading.sentence_at(word)
    last = name_end(reading, word, sentence)
    if last == word or (word > sentence.start and is_capital(reading, word - 1)):
        return None
    text = reading.span(word, last).text
    if lexicons.actors.state_of_demonym(text) or lexicons.places.is_place(text) or lexicons.actors.find(text):
        return None
    if lexicons.actor_nouns.kind_of([reading.lower[last - 1]]) or not (
        stands_behind(reading, last) or stands_before(reading, word)
    ):
        return None
    return Mention(word, last, text, ActorKind.MEDIA, "actors.press")


def name_end(reading: Reading, first: int, sentence: Sentence) -> int:
    """The end of a run of capitals; the first word itself where it begins none."""
    last = first
    while last < min(sentence.end, first + LONGEST) and is_capital(reading, last):
        last += 1
        if last + 1 < sentence.end and reading.lower[last] in LINKING and is_capital(reading, last + 1):
            last += 1
    return last


def is_capital(reading: Reading, word: int) -> bool:
    """Whether a word is written like part of a name."""
    return (
        reading.words[word][:1].isupper()
        and reading.tags[word] in ("NNP", "NNPS", "NN", "JJ", "FW")
        and reading.names[word] != "DATE"
    )


def stands_behind(reading: Reading, last: int) -> bool:
    """Whether the noun follows the name, and nothing that it would describe follows the noun: `newspaper editor`."""
    if reading.lower[last : last + 2] == AGENCY:
        return True
    if reading.lower[last : last + 1] == () or reading.lower[last] not in BEHIND:
        return False
    follows = last + 1
    return follows >= len(reading.words) or reading.tags[follows] not in ("NN", "NNS", "NNP", "JJ")


def stands_before(reading: Reading, first: int) -> bool:
    """Whether the noun stands right before the name."""
    return first > 0 and (reading.lower[first - 1] in BEFORE or reading.lower[max(0, first - 2) : first] == AGENCY)
