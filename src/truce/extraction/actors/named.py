"""Actors that a mention names: by the gazetteer first, then by the names that the parse found."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from truce.extraction.actors.mentions import ARTICLES, POSSESSIVES, Mention, plain
from truce.extraction.actors.parts import has_part
from truce.extraction.reading import Reading, Sentence
from truce.lexicons import Lexicons
from truce.lexicons.actors import ActorEntry
from truce.records import ActorKind

Run = tuple[int, int, str]  # first word, the one after the last, kind of name
NICKNAME_MARKS = frozenset({'"', "“", "”", "'", "‘", "’", "``", "''"})
NAME_TAGS = frozenset({"NNP", "NNPS"})
# Sentences that name those who made the report, not those in it: `(Reporting by …; Editing by …)`.
CREDIT = re.compile(
    r"""
    \b(?:report(?:ing|ed)|writing|written|edit(?:ing|ed)|compiled|translated|photos?|graphics?)
      (?:\s+and\s+\w+)?(?:\s+reporting)?\s+by\s+[A-Z]
    | ^(?:\S+\s+){1,4}(?:reports|has\s+more)(?:\s+(?:from|for)\b.{0,60})?\.?\s*$   # N N reports from Cairo.
    | \bcontributed\s+(?:\w+\s+)?to\s+this\s+(?:report|story|article)
    | ^\s*by\s+[A-Z][\w.-]+(?:\s+[A-Z][\w.-]+){1,3}\s*$    # by N N, a line of its own
    """,
    re.VERBOSE | re.IGNORECASE,
)
UNITED_NATIONS = frozenset({"UN", "U.N.", "U.N"})
NO_BODY = frozenset(
    {
        "internet",
        "telegram",
        "facebook",
        "twitter",
        "youtube",
        "whatsapp",
        "x",
        "gmt",
        "instagram",
        "covid-19",
        "tv",
        "new year",
        "christmas",
        "easter",
        "ramadan",
    }
)
FAITHS = frozenset(
    {"muslim", "muslims", "christian", "christians", "sunni", "sunnis", "shiite", "shiites", "jew", "jews", "allah"}
)
PARTICLES = frozenset("de del della di da al el bin ibn abu abdul van der den von ould ben bint la le du dos".split())
LONGEST_NAME = 5  # words
GOVERNING = frozenset({"administration", "government", "regime", "cabinet"})
PLACE_PREPOSITIONS = frozenset(
    {"in", "near", "at", "outside", "into", "from", "around", "inside", "of", "to", "toward", "towards"}
)
# Nouns that a longer name goes on from: `Committee of the Red Cross`, `Office for the Coordination of …`.
GOES_ON = frozenset(
    """
    committee office organization organisation commission council union front movement army forces force observatory
    ministry agency department league association society party fund programme program network mission institute centre
    center court bank federation confederation board bureau conference authority coalition assembly house school university
    network council commissioner
    """.split()
)
# Nouns for several members of a group: `Taliban militants` are the Taliban, `a Hamas official` is a person.
MEMBERS = frozenset({ActorKind.ARMED_GROUP, ActorKind.MILITARY})


def find_named(reading: Reading, lexicons: Lexicons) -> list[Mention]:
    """Every mention of a named actor in headline and story, in order."""
    runs = named_runs(reading)
    found: list[Mention] = []
    for sentence in reading.sentences:
        if is_credit(reading, sentence):
            continue
        word = sentence.start
        while word < sentence.end:
            mentions = list(mentions_at(reading, word, runs, lexicons)) if may_start(reading, word) else []
            found += mentions
            word = max([word + 1, *(mention.last for mention in mentions)])
    return sorted(found + surnames(reading, found, lexicons), key=lambda mention: mention.first)


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


def is_credit(reading: Reading, sentence: Sentence) -> bool:
    """Whether a sentence names only those who made the report."""
    text = reading.span(sentence.start, sentence.end).text
    return len(text) < 400 and CREDIT.search(text) is not None


def may_start(reading: Reading, word: int) -> bool:
    """Whether a name can start at a word: at a capital letter, or at a body's noun (`the ministry of health of …`)."""
    return (
        reading.words[word][:1].isupper()
        or reading.words[word][:3] in ("al-", "al ", "ex-")
        or (
            reading.tags[word] in ("NN", "NNS", "JJ")
            and word + 1 < len(reading.words)
            and reading.lower[word + 1] in ("of", "in", "forces")
        )
    )


def mentions_at(reading: Reading, word: int, runs: dict[int, Run], lexicons: Lexicons) -> Iterator[Mention]:
    """The mention that starts at a word, if any; a name with an office before it may give two."""
    known = lexicons.actors.longest_at(reading.words, word)
    run = runs.get(word)
    if known and not (run and run[1] > known[0] and run[2] in ("PERSON", "ORG") and outweighs(reading, run, known[1])):
        yield known_mention(reading, word, known[0], known[1], lexicons)
    elif run and run[2] == "PERSON":
        yield from person_mentions(reading, run, lexicons)
    elif run and run[2] in ("ORG", "LOC") and is_described_person(reading, run[0], run[1], lexicons):
        yield Mention(run[0], run[1], reading.span(run[0], run[1]).text, ActorKind.PERSON, "actors.described-person")
    elif (
        run
        and run[2] in ("ORG", "LOC")
        and is_titled(reading, word, lexicons)
        and not is_body_name(reading, run[0], run[1], lexicons)
    ):
        yield from titled_mentions(reading, word, lexicons)
    elif run and run[2] == "ORG":
        yield from body_mentions(reading, run, lexicons)
    elif run and run[2] == "LOC" and (state := lexicons.actors.state_of_capital(reading.span(run[0], run[1]).text)):
        acts = has_part(reading, run[0], run[1], is_capital=True)
        yield Mention(run[0], run[1], state.name, state.kind, "actors.capital", state, acts=acts)
    elif is_titled(reading, word, lexicons):
        yield from titled_mentions(reading, word, lexicons)
    elif run and run[2] == "NORP" and reading.tags[run[1] - 1] in ("NNPS", "NNS"):
        yield from people_mentions(reading, run)


def named_runs(reading: Reading) -> dict[int, Run]:
    """The names of the parse by their first word."""
    runs: dict[int, Run] = {}
    word, count = 0, len(reading.words)
    while word < count:
        label = reading.names[word]
        last = word + 1
        if label:
            while last < count and reading.names[last] == label and not reading.name_starts[last]:
                last += 1
            first = word
            if last - first > 1 and reading.lower[max(0, word - 2) : word + 1] == ("secretary", "of", "state"):
                first, label = word + 1, "PERSON"
            runs[first] = (first, last, label)
        word = last
    return runs


def outweighs(reading: Reading, run: Run, entry: ActorEntry) -> bool:
    """Whether a longer name of the parse is rather meant than the shorter one of the gazetteer at its beginning."""
    rest = [word for word in range(*run[:2]) if reading.tags[word] in NAME_TAGS]
    return len(rest) > 1 and entry.kind in (ActorKind.STATE, ActorKind.PERSON)


def known_mention(reading: Reading, first: int, last: int, entry: ActorEntry, lexicons: Lexicons) -> Mention:
    """A mention of an actor of the gazetteer; `Taliban fighters` are the Taliban."""
    acts = takes_part(reading, first, last, entry, lexicons)
    if entry.kind is ActorKind.IGO and members_end(reading, last, lexicons) > last:
        return Mention(first, last + 1, plain(reading, first, last + 1), ActorKind.MILITARY, "actors.troops", is_named=False)
    name = entry.name if entry.kind is ActorKind.STATE else plain(reading, first, last)
    if entry.kind is ActorKind.ARMED_GROUP:
        last = members_end(reading, last, lexicons)
    return Mention(first, last, name, entry.kind, "actors.gazetteer", entry, acts=acts)


def takes_part(reading: Reading, first: int, last: int, entry: ActorEntry, lexicons: Lexicons) -> bool:
    """Whether a known actor is more than a place or a description: `in Syria`, `a Syrian government building`."""
    if entry.kind is ActorKind.STATE:
        return has_part(reading, first, last)
    if entry.kind is not ActorKind.GOVERNMENT or "." not in entry.key:
        return True
    follows = reading.tags[last] in ("NN", "NNS") if last < len(reading.tags) else False
    if follows and lexicons.actor_nouns.kind_of([reading.lower[last]]) is not ActorKind.MILITARY:
        return False
    return follows or has_part(reading, first, last)


def members_end(reading: Reading, last: int, lexicons: Lexicons) -> int:
    """The end of `Hamas militants` behind the group's name; where no such noun follows, the end of the name."""
    if (
        last < len(reading.words)
        and reading.tags[last] == "NNS"
        and lexicons.actor_nouns.kind_of([reading.lower[last]]) in MEMBERS
    ):
        return last + 1
    return last


def person_mentions(reading: Reading, run: Run, lexicons: Lexicons) -> Iterator[Mention]:
    """A person's name without the titles before it; nothing where the name is rather a place."""
    first, last = cut_titles(reading, run[0], nickname_end(reading, run[1]), lexicons)
    while last - first > 1 and reading.words[last - 1] in POSSESSIVES:
        last -= 1
    text = reading.span(first, last).text
    if not (text[:1].isupper() or text.startswith("al")) or not any(mark.isalpha() for mark in text):
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
    after = last + 1 if last < len(reading.words) and reading.words[last] in POSSESSIVES else last
    if after < len(reading.words) and reading.lower[after] in GOVERNING:
        yield Mention(first, after + 1, reading.span(first, after + 1).text, ActorKind.GOVERNMENT, "actors.led-government")
        return
    yield Mention(first, last, text, ActorKind.PERSON, "actors.person", entry)


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


def is_described_person(reading: Reading, first: int, last: int, lexicons: Lexicons) -> bool:
    """Whether age or office follows the name: `N N, 40,`, `N N, a spokesman`."""
    after = reading.lower[last : last + 5]
    if last - first < 2 or len(after) < 4 or after[0] != "," or is_body_name(reading, first, last, lexicons):
        return False
    if reading.lower[first] in ARTICLES or not all(reading.words[word][:1].isupper() for word in (first, last - 1)):
        return False
    is_aged = after[1].isdigit() and len(after[1]) == 2 and after[2] == ","
    return is_aged or (after[1] in ("a", "an") and any(word in lexicons.actor_nouns.offices for word in after[2:4]))


def is_titled(reading: Reading, word: int, lexicons: Lexicons) -> bool:
    """Whether an office or a rank stands right before a word that can begin a name."""
    before = word - 1
    if (
        before < 0
        or reading.tags[word] not in NAME_TAGS
        or not reading.words[word][:1].isupper()
        or reading.names[word] in ("DATE", "NORP")
    ):
        return False
    if is_title(reading.lower[word], lexicons) or not is_title(reading.lower[before], lexicons):
        return False
    return reading.sentence_of[before] == reading.sentence_of[word] and reading.tags[before] in ("NN", "NNP")


def titled_mentions(reading: Reading, first: int, lexicons: Lexicons) -> Iterator[Mention]:
    """The person whose name follows an office: `spokesman Attaullah Khogyani`, `envoy Staffan de Mistura`."""
    last, end = first, reading.sentence_at(first).end
    while (
        last < end
        and last - first < LONGEST_NAME
        and (
            (reading.tags[last] in NAME_TAGS and reading.words[last][:1].isupper())
            or (last > first and reading.lower[last] in PARTICLES)
        )
    ):
        last += 1
    if is_body_name(reading, first, last, lexicons) or lexicons.places.is_place(reading.span(first, last).text):
        return
    if lexicons.actors.state_of_demonym(reading.words[first]) or reading.lower[last - 1] in PARTICLES:
        return
    yield Mention(first, last, reading.span(first, last).text, ActorKind.PERSON, "actors.titled-person")


def is_body_name(reading: Reading, first: int, last: int, lexicons: Lexicons) -> bool:
    """Whether some word of a name is a noun for bodies or groups."""
    return any(
        reading.lower[word] in GOES_ON
        or reading.lower[word] in lexicons.cues.bodies
        or lexicons.actor_nouns.kind_of([reading.lower[word]])
        for word in range(first, last)
    )


def cut_titles(reading: Reading, first: int, last: int, lexicons: Lexicons) -> tuple[int, int]:
    """The name behind the last rank or office within a run of words."""
    for word in range(last - 2, first - 1, -1):
        if is_title(reading.lower[word], lexicons):
            return word + 1, last
    return first, last


def is_title(word: str, lexicons: Lexicons) -> bool:
    """Whether a word is a rank or an office before a name."""
    bare = word.rstrip(".")
    return bare in lexicons.actor_nouns.ranks or bare in lexicons.actor_nouns.offices


def body_mentions(reading: Reading, run: Run, lexicons: Lexicons) -> Iterator[Mention]:
    """A named body, cut where an office and a person's name follow within the same run."""
    first, last = run[0], long_name_end(reading, run[0], run[1])
    while last - first > 1 and reading.tags[first] in ("JJ", "DT", "RB", "IN", "PDT", "VBN"):
        first += 1
        if known := lexicons.actors.longest_at(reading.words, first):
            yield known_mention(reading, first, known[0], known[1], lexicons)
            return
    start, _ = cut_titles(reading, first, last, lexicons)
    if first < start < last and not is_body_name(reading, start, last, lexicons):
        person = reading.span(start, last).text
        yield Mention(start, last, person, ActorKind.PERSON, "actors.titled-person", lexicons.actors.find(person))
        return
    while last - first > 1 and reading.words[last - 1] in POSSESSIVES:
        last -= 1
    text = plain(reading, first, last)
    if lexicons.places.is_place(text) or not any(mark.isalpha() for mark in text) or text.lower() in NO_BODY:
        return
    kind = kind_of_name(reading.lower[first:last], lexicons)
    if reading.words[first] in UNITED_NATIONS:
        kind = ActorKind.IGO
    kind = kind or described_kind(reading, first, lexicons)
    end = members_end(reading, last, lexicons)
    if kind is None and end > last:
        group = plain(reading, first, end)
        yield Mention(first, end, group, ActorKind.ARMED_GROUP, "actors.named-group", is_named=False)
        return
    acts = kind is not None or has_part(reading, first, last)
    yield Mention(first, end, text, kind or ActorKind.OTHER, "actors.body" if kind else "actors.unknown-body", None, acts=acts)


def long_name_end(reading: Reading, first: int, last: int) -> int:
    """The end of a body's name that goes on: `the International Committee of the Red Cross`."""
    if reading.lemmas[last - 1] not in GOES_ON and reading.lower[last - 1] not in GOES_ON:
        return last
    sentence = reading.sentence_at(first)
    end = last
    while end + 1 < sentence.end and reading.lower[end] in ("of", "for", "and") and (end > last or reading.lower[end] != "and"):
        start = end + 2 if reading.lower[end + 1] == "the" else end + 1
        stop = start
        while stop < sentence.end and reading.tags[stop] in NAME_TAGS and reading.words[stop][:1].isupper():
            stop += 1
        if stop == start:
            break
        end = stop
    return end


def kind_of_name(words: Sequence[str], lexicons: Lexicons) -> ActorKind | None:
    """The kind that a name tells by its last noun, or by the last before `of` or `for`."""
    words = [word.rstrip(".") for word in words]
    cut = next((place for place, word in enumerate(words) if word in ("of", "for")), len(words))
    return lexicons.actor_nouns.kind_of(words[:cut]) or lexicons.actor_nouns.kind_of(words)


def described_kind(reading: Reading, first: int, lexicons: Lexicons) -> ActorKind | None:
    """What the noun right before a name says of it: `the militant group Ansar`, `newspaper Hurriyet`."""
    if first > 0 and reading.tags[first - 1] == "NN":
        return lexicons.actor_nouns.kind_of(reading.lower[max(0, first - 3) : first])
    return None


def people_mentions(reading: Reading, run: Run) -> Iterator[Mention]:
    """A people that takes part as such: `Palestinians`, `Israelis`."""
    if has_part(reading, run[0], run[1]):
        yield Mention(run[0], run[1], plain(reading, run[0], run[1]), ActorKind.OTHER, "actors.people")
