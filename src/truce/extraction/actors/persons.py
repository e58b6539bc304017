"""Persons by the names that the parse found, by their office, by their surname alone."""

from __future__ import annotations

from collections.abc import Iterator

from truce.extraction.actors.bodies import body_mentions, is_body_name
from truce.extraction.actors.known import known_mention
from truce.extraction.actors.mentions import ARTICLES, NAME_TAGS, POSSESSIVES, Mention, Run
from truce.extraction.actors.titles import cut_titles, is_title
from truce.extraction.reading import Reading
from truce.lexicons import Lexicons
from truce.records import ActorKind

NICKNAME_MARKS = frozenset({'"', "“", "”", "'", "‘", "’", "``", "''"})
FAITHS = frozenset(
    {"muslim", "muslims", "christian", "christians", "sunni", "sunnis", "shiite", "shiites", "jew", "jews", "allah"}
)
PARTICLES = frozenset("de del della di da al el bin ibn abu abdul van der den von ould ben bint la le du dos".split())
LONGEST_NAME = 5  # words
GOVERNING = frozenset({"administration", "government", "regime", "cabinet"})


def person_mentions(reading: Reading, run: Run, lexicons: Lexicons) -> Iterator[Mention]:
    """A person's name without the titles before it; nothing where the name is rather a place."""
    first, last = cut_titles(reading, run[0], nickname_end(reading, run[1]), lexicons)
    while last - first > 1 and reading.words[last - 1] in POSSESSIVES:
        last -= 1
    text = reading.span(first, last).text
    if not (text[:1].isupper() or text.startswith("al")) or not any(mark.isalpha() for mark in text):
        return
    if state := state_behind(reading, first, last, lexicons):
        yield state
        return
    if is_no_person(reading, first, last, lexicons):
        return
    if (entry := lexicons.actors.find(text)) and entry.kind is not ActorKind.PERSON:
        yield known_mention(reading, first, last, entry, lexicons)
        return
    if lexicons.actor_nouns.kind_of([reading.lower[last - 1]]):
        if last - first > 1:
            yield from body_mentions(reading, run, lexicons)
        return
    if led := led_government(reading, (first, last, "PERSON"), lexicons):
        yield led
        return
    yield Mention(first, last, text, ActorKind.PERSON, "actors.person", entry)


def state_behind(reading: Reading, first: int, last: int, lexicons: Lexicons) -> Mention | None:
    """The state at the end of what the parse took for a name: `Mainly Muslim Chad`; None where there is none."""
    if first + 1 >= last or not any(reading.tags[word] in ("RB", "JJ", "VBN") for word in range(first, last - 1)):
        return None
    known = lexicons.actors.longest_at(reading.words, last - 1)
    if known is None or known[1].kind is not ActorKind.STATE:
        return None
    return known_mention(reading, last - 1, last, known[1], lexicons)


def led_government(reading: Reading, run: Run, lexicons: Lexicons) -> Mention | None:
    """The government named after who leads it: `the Karzai government`; None where a place is meant."""
    first, last, _ = run
    after = last + 1 if last < len(reading.words) and reading.words[last] in POSSESSIVES else last
    text = reading.span(first, last).text
    if after >= len(reading.words) or reading.lower[after] not in GOVERNING or lexicons.places.is_place(text):
        return None
    if not text[:1].isupper() or is_body_name(reading, first, last, lexicons) or lexicons.actors.state_of_capital(text):
        return None
    return Mention(first, after + 1, reading.span(first, after + 1).text, ActorKind.GOVERNMENT, "actors.led-government")


def is_no_person(reading: Reading, first: int, last: int, lexicons: Lexicons) -> bool:
    """Whether what the parse took for a person is a place, a people, a rank alone or a town at the head of a report."""
    text = reading.span(first, last).text
    if (
        lexicons.places.is_place(text)
        or lexicons.actors.state_of_demonym(text)
        or all(is_title(word, lexicons) for word in reading.lower[first:last])
    ):
        return True
    if (last - first == 1 and reading.tags[first] not in NAME_TAGS) or reading.lower[last - 1] in FAITHS:
        return True
    opens = reading.sentence_at(first).start == first
    return opens and text.isupper() and len(text) > 3


def nickname_end(reading: Reading, last: int) -> int:
    """The end of a name that runs on behind a nickname: `Ernesto "Tito" Cruz`."""
    if last + 3 >= len(reading.words) or reading.words[last] not in NICKNAME_MARKS:
        return last
    closing = next((word for word in range(last + 1, last + 4) if reading.words[word] in NICKNAME_MARKS), None)
    if closing is None or closing + 1 >= len(reading.words) or reading.tags[closing + 1] != "NNP":
        return last
    end = closing + 1
    while end < len(reading.words) and reading.tags[end] == "NNP":
        end += 1
    return end


def is_titled(reading: Reading, word: int, lexicons: Lexicons) -> bool:
    """Whether an office or a rank stands right before a word that can begin a name."""
    before = word - 1
    if before < 0 or not is_name_word(reading, word) or reading.names[word] in ("DATE", "NORP"):
        return False
    if is_title(reading.lower[word], lexicons) or not is_title(reading.lower[before], lexicons):
        return False
    if reading.sentence_of[before] != reading.sentence_of[word]:
        return False
    return reading.tags[before] in ("NN", "NNP") or (reading.tags[before] == "JJ" and is_name_word(reading, word + 1))


def is_name_word(reading: Reading, word: int) -> bool:
    """Whether a word can begin or go on a person's name: a capital, and a name's tag on it or on the capital behind it."""
    if word >= len(reading.words) or not reading.words[word][:1].isupper():
        return False
    follows = word + 1
    return reading.tags[word] in NAME_TAGS or (
        reading.tags[word] == "NN" and follows < len(reading.words) and reading.tags[follows] == "NNP"
    )


def titled_mentions(reading: Reading, first: int, lexicons: Lexicons) -> Iterator[Mention]:
    """The person whose name follows an office: `spokesman Attaullah Khogyani`, `envoy Staffan de Mistura`."""
    last, end = first, reading.sentence_at(first).end
    while (
        last < end
        and last - first < LONGEST_NAME
        and (is_name_word(reading, last) or (last > first and reading.lower[last] in PARTICLES))
    ):
        last += 1
    last = nickname_end(reading, last)
    if is_body_name(reading, first, last, lexicons) or lexicons.places.is_place(reading.span(first, last).text):
        return
    if lexicons.actors.state_of_demonym(reading.words[first]) or reading.lower[last - 1] in PARTICLES:
        return
    yield Mention(first, last, reading.span(first, last).text, ActorKind.PERSON, "actors.titled-person")


def is_described_person(reading: Reading, first: int, last: int, lexicons: Lexicons) -> bool:
    """Whether age or office follows the name: `N N, 40,`, `N N, a spokesman`."""
    after = reading.lower[last : last + 5]
    if last - first < 2 or len(after) < 4 or after[0] != "," or is_body_name(reading, first, last, lexicons):
        return False
    if reading.lower[first] in ARTICLES or not all(reading.words[word][:1].isupper() for word in (first, last - 1)):
        return False
    is_aged = after[1].isdigit() and len(after[1]) == 2 and after[2] == ","
    return is_aged or (after[1] in ("a", "an") and any(word in lexicons.actor_nouns.offices for word in after[2:4]))


def surnames(reading: Reading, found: list[Mention], lexicons: Lexicons) -> list[Mention]:
    """Bare surnames that the parse took for no name, or for a place, of persons named in full elsewhere."""
    taken = {word for mention in found for word in range(mention.first, mention.last)}
    known = {
        reading.words[mention.last - 1]
        for mention in found
        if mention.kind is ActorKind.PERSON and mention.last - mention.first > 1
    }
    mentions = []
    for sentence in reading.sentences:
        for word in range(sentence.start, sentence.end):
            if reading.words[word] not in known or word in taken or reading.tags[word] not in NAME_TAGS:
                continue
            first = word
            while first > sentence.start and first - 1 not in taken and is_given_name(reading, first - 1, lexicons):
                first -= 1
            name = reading.span(first, word + 1).text
            mentions.append(Mention(first, word + 1, name, ActorKind.PERSON, "actors.surname"))
    return mentions


def is_given_name(reading: Reading, word: int, lexicons: Lexicons) -> bool:
    """Whether a word before a surname can be a given name."""
    written = reading.words[word]
    return (
        reading.tags[word] == "NNP"
        and written[:1].isupper()
        and written[1:].islower()
        and not is_title(written.lower(), lexicons)
    )
