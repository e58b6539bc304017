"""Bodies that the parse took for names: committees, newspapers, armies."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from truce.extraction.actors.known import known_mention, members_end
from truce.extraction.actors.mentions import NAME_TAGS, POSSESSIVES, SUBJECTS, Mention, Run, head_of, plain
from truce.extraction.actors.parts import has_part
from truce.extraction.actors.titles import cut_titles
from truce.extraction.reading import Reading
from truce.lexicons import Lexicons
from truce.records import ActorKind

# Bodies that reports name mostly as places; they take part when they do or say something.
FACILITIES = frozenset(
    """
    hospital hospitals university hotel school mosque church college airport prison camp stadium theatre theater clinic base
    barracks cemetery cathedral checkpoint palace restaurant market
    """.split()
)
# Parts of countries, some of which share their noun with bodies: `in Huila Department`.
REGION_NOUNS = frozenset({"department", "province", "district", "governorate", "county", "region", "state", "territory"})
IN_PLACES = frozenset({"in", "near", "into", "outside", "across", "around", "throughout"})
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
# Nouns that a longer name goes on from: `Committee of the Red Cross`, `Office for the Coordination of …`.
GOES_ON = frozenset(
    """
    committee office organization organisation commission council union front movement army forces force observatory
    ministry agency department league association society party fund programme program network mission institute centre
    center court bank federation confederation board bureau conference authority coalition assembly house school university
    network council commissioner
    """.split()
)


def body_mentions(reading: Reading, run: Run, lexicons: Lexicons) -> Iterator[Mention]:
    """A named body, cut where an office and a person's name follow within the same run."""
    first, last = run[0], long_name_end(reading, run[0], run[1])
    opens = reading.sentence_at(first).start == first
    while last - first > 1 and reading.tags[first] in ("JJ", "DT", "RB", "IN", "PDT", "VBN"):
        if known := lexicons.actors.longest_at(reading.words, first + 1):
            yield known_mention(reading, first + 1, known[0], known[1], lexicons)
            return
        if reading.words[first][:1].isupper() and not opens and not lexicons.actors.state_of_demonym(reading.words[first]):
            break
        first += 1
    start, _ = cut_titles(reading, first, last, lexicons)
    if first < start < last and not is_body_name(reading, start, last, lexicons):
        person = reading.span(start, last).text
        yield Mention(start, last, person, ActorKind.PERSON, "actors.titled-person", lexicons.actors.find(person))
        return
    while last - first > 1 and reading.words[last - 1] in POSSESSIVES:
        last -= 1
    text = plain(reading, first, last)
    if last - first == 1 and reading.tags[first] in ("NNS", "NNPS") and lexicons.actor_nouns.kind_of([reading.lower[first]]):
        return
    if lexicons.places.is_place(text) or not any(mark.isalpha() for mark in text) or text.lower() in NO_BODY:
        return
    if is_region(reading, first, last):
        return
    kind = told_kind(reading, first, last, lexicons)
    end = members_end(reading, last, lexicons)
    if kind is None and end > last:
        group = plain(reading, first, end)
        yield Mention(first, end, group, ActorKind.ARMED_GROUP, "actors.named-group", is_named=False)
        return
    if is_facility(reading, first, last):
        acts = reading.deps[head_of(reading, first, last)] in SUBJECTS
    else:
        acts = kind is not None or is_introduced(reading, first, last, lexicons) or has_part(reading, first, last)
    yield Mention(first, end, text, kind or ActorKind.OTHER, "actors.body" if kind else "actors.unknown-body", None, acts=acts)


def told_kind(reading: Reading, first: int, last: int, lexicons: Lexicons) -> ActorKind | None:
    """The kind that a body's name tells, or the noun before it; None where neither does."""
    if reading.words[first] in UNITED_NATIONS:
        return ActorKind.IGO
    if kind := kind_of_name(reading.lower[first:last], lexicons):
        return kind
    if lexicons.agencies.find(plain(reading, first, last)):
        return ActorKind.MEDIA
    return described_kind(reading, first, lexicons)


def is_introduced(reading: Reading, first: int, last: int, lexicons: Lexicons) -> bool:
    """Whether a report introduces a body with its acronym in brackets: `the Council for Trade and Labour (CTL)`."""
    return reading.words[last : last + 1] == ("(",) and is_body_name(reading, first, last, lexicons)


def is_region(reading: Reading, first: int, last: int) -> bool:
    """Whether a name is that of a part of a country: `in Huila Department`."""
    return reading.lower[last - 1] in REGION_NOUNS and first > 0 and reading.lower[first - 1] in IN_PLACES


def is_facility(reading: Reading, first: int, last: int) -> bool:
    """Whether a name is that of a hospital, a hotel, a school: `Mosul University`, `the University of Mosul`."""
    cut = next((word for word in range(first + 1, last) if reading.lower[word] == "of"), last)
    return reading.lower[cut - 1] in FACILITIES or reading.lower[last - 1] in FACILITIES


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


def is_body_name(reading: Reading, first: int, last: int, lexicons: Lexicons) -> bool:
    """Whether some word of a name is a noun for bodies or groups."""
    return any(
        reading.lower[word] in GOES_ON
        or reading.lower[word] in FACILITIES
        or reading.lower[word] in lexicons.cues.bodies
        or lexicons.actor_nouns.kind_of([reading.lower[word]])
        for word in range(first, last)
    )
