"""Actors without a name: those who speak, and groups that act."""

from __future__ import annotations

from collections.abc import Iterator

from truce.extraction.actors.mentions import ARTICLES, POSSESSIVES, SUBJECTS, Mention
from truce.extraction.claims.spotting import Cue
from truce.extraction.phrases import phrase_head
from truce.extraction.reading import Reading
from truce.lexicons import Lexicons
from truce.records import ActorKind

PLURALS = frozenset({"NNS", "NNPS"})
NOUNS = frozenset({"NN", "NNS", "NNP", "NNPS"})
BEFORE_NOUN = NOUNS | {"JJ", "JJR", "JJS", "POS", "HYPH", "VBN", "CD"}
ALWAYS_MANY = frozenset({"police", "people"})
ARMED = frozenset(
    {"militant", "rebel", "insurgent", "extremist", "guerrilla", "armed", "jihadist", "islamist", "separatist", "terrorist"}
)
# Nouns that, with the name of a medium, mean the medium: `Norland's N news agency`, `an N correspondent`.
OF_MEDIA = frozenset(
    "agency newspaper daily channel station network television radio tv magazine correspondent reporter journalist witness "
    "photographer website service".split()
)
NOBODY = frozenset({"side", "sides", "group", "speakers", "some", "others", "people"})
FOUGHT = frozenset({"against"})
BOMBERS = frozenset({"bomber"})
GROUPS = frozenset({ActorKind.ARMED_GROUP, ActorKind.MILITARY, ActorKind.GOVERNMENT})


def find_unnamed(reading: Reading, named: list[Mention], cues: list[Cue], lexicons: Lexicons) -> list[Mention]:
    """Mentions of unnamed speakers and of groups that act, in order; named ones are given to keep clear of them."""
    taken = {word for mention in named for word in range(mention.first, mention.last)}
    found: list[Mention] = []
    for mention in [*unnamed_speakers(reading, named, cues, lexicons), *groups(reading, taken, lexicons)]:
        words = set(range(mention.first, mention.last))
        if not any(set(range(other.first, other.last)) & words for other in found):
            found.append(mention)
    return sorted(found, key=lambda mention: mention.first)


def unnamed_speakers(reading: Reading, named: list[Mention], cues: list[Cue], lexicons: Lexicons) -> Iterator[Mention]:
    """Speakers of claims who are not named: `a security source`, `two police officials`."""
    taken = {word for mention in named for word in range(mention.first, mention.last)}
    media = {word for mention in named if mention.kind is ActorKind.MEDIA for word in range(mention.first, mention.last)}
    for cue in cues:
        first, last = cue.speaker_start, cue.speaker_end
        if last <= first:
            continue
        head = phrase_head(reading, first, last)
        if any(mention.kind is ActorKind.PERSON and mention.covers(last - 1) for mention in named):
            continue
        if head in taken or reading.tags[head] not in NOUNS or reading.names[head] in ("PERSON", "DATE", "LOC"):
            continue
        if reading.lower[head] in OF_MEDIA and media & set(range(first, last)):
            continue
        if named_here := unknown_person(reading, head, lexicons):
            yield named_here
            continue
        if reading.lower[head] in lexicons.cues.documents and (body := body_of_statement(reading, first, head, lexicons)):
            yield body
            continue
        if reading.lower[head] in lexicons.cues.documents | NOBODY or not is_somebody(reading, head, lexicons):
            continue
        if (
            is_taken_up(reading, first, last, head)
            or is_apposition(reading, first, taken)
            or "social" in reading.lower[first:head]
        ):
            continue
        yield describe(reading, (first, last, head), lexicons, rule="actors.speaker")


def unknown_person(reading: Reading, head: int, lexicons: Lexicons) -> Mention | None:
    """A speaker of two names or more whom neither parse nor gazetteer knows for a person."""
    if reading.tags[head] != "NNP" or not reading.words[head][:1].isupper():
        return None
    first = last = head
    while first > 0 and reading.tags[first - 1] == "NNP" and reading.words[first - 1][:1].isupper():
        first -= 1
    while last + 1 < len(reading.tags) and reading.tags[last + 1] == "NNP":
        last += 1
    words = reading.lower[first : last + 1]
    known = any(
        lexicons.cues.can_speak(word) or lexicons.actor_nouns.kind_of([word]) or word in lexicons.cues.documents for word in words
    )
    if len(words) < 2 or known or any(reading.names[word] for word in range(first, last + 1) if reading.names[word] != "LOC"):
        return None
    text = reading.span(first, last + 1).text
    if text.isupper() or lexicons.places.is_place(text) or lexicons.actors.state_of_demonym(reading.words[first]):
        return None
    return Mention(first, last + 1, text, ActorKind.PERSON, "actors.speaking-name")


def body_of_statement(reading: Reading, first: int, head: int, lexicons: Lexicons) -> Mention | None:
    """The body that a document speaks for: `an army statement`, `a ministry report`."""
    body = head - 1
    if body < first or reading.tags[body] not in NOUNS or lexicons.actor_nouns.kind_of(reading.lower[first:head]) not in GROUPS:
        return None
    while first < body and reading.lower[first] in ARTICLES:
        first += 1
    return describe(reading, (first, head, body), lexicons, rule="actors.statement")


def is_taken_up(reading: Reading, first: int, last: int, head: int) -> bool:
    """Whether a phrase takes up one who was named before: `the minister`, `the pro-government group`, `his office`."""
    if reading.tags[first] not in ("DT", "PRP$") or reading.lower[first] in ("a", "an", "some", "another"):
        return False
    if not is_one(reading, head):
        return head == first + 1 and last == head + 1 and reading.lower[first] in ("these", "those", "both")
    return not any(reading.lower[word] in ("of", "for") or reading.words[word] in POSSESSIVES for word in range(first + 1, last))


def is_apposition(reading: Reading, first: int, taken: set[int]) -> bool:
    """Whether a phrase only describes the name before it: `N, a former director`."""
    return first >= 2 and reading.words[first - 1] == "," and first - 2 in taken


def is_somebody(reading: Reading, head: int, lexicons: Lexicons) -> bool:
    """Whether a noun can be a speaker at all."""
    return lexicons.cues.can_speak(reading.lower[head]) or lexicons.actor_nouns.kind_of([reading.lower[head]]) is not None


def is_one(reading: Reading, head: int) -> bool:
    """Whether a noun is in the singular."""
    return reading.tags[head] not in PLURALS and reading.lower[head] not in ALWAYS_MANY


def describe(reading: Reading, phrase: tuple[int, int, int], lexicons: Lexicons, *, rule: str) -> Mention:
    """The mention of a phrase: its first word, the one after its last, its main noun."""
    first, last, head = phrase
    before = [word.rstrip(".") for word in reading.lower[first : head + 1]]
    kind = lexicons.actor_nouns.kind_of(before)
    if (
        is_one(reading, head)
        and reading.lower[head] in (lexicons.actor_nouns.offices | lexicons.cues.people) - BOMBERS
        and reading.lower[head] != "source"
    ):
        kind = ActorKind.PERSON
    elif kind is None and ARMED & set(before):
        kind = ActorKind.ARMED_GROUP
    elif kind in (ActorKind.GOVERNMENT, ActorKind.OTHER, None) and {"military", "army"} & set(before[:-1]):
        kind = ActorKind.MILITARY
    elif kind is ActorKind.OTHER and {"government", "official"} & set(before[:-1]):
        kind = ActorKind.GOVERNMENT
    return Mention(
        first,
        last,
        reading.span(first, last).text,
        kind or ActorKind.OTHER,
        rule,
        is_named=False,
        speaks=rule in ("actors.speaker", "actors.statement"),
    )


def groups(reading: Reading, taken: set[int], lexicons: Lexicons) -> Iterator[Mention]:
    """Groups of armed men, soldiers and officials that are the subject or agent of a verb."""
    for sentence in reading.sentences:
        for head in range(sentence.start, sentence.end):
            if head in taken or reading.tags[head] not in NOUNS or reading.names[head] in ("PERSON", "DATE"):
                continue
            if head + 1 < sentence.end and reading.tags[head + 1] in NOUNS:
                continue
            first = phrase_begin(reading, head, sentence.start, taken)
            kind = lexicons.actor_nouns.kind_of(reading.lower[first : head + 1])
            if first > sentence.start and reading.tags[first - 1] == "PRP$":
                continue
            if (kind not in GROUPS and reading.lower[head] not in BOMBERS) or (
                is_one(reading, head) and reading.lower[head] in lexicons.actor_nouns.offices - BOMBERS
            ):
                continue
            if acts(reading, first, head):
                yield describe(reading, (first, head + 1, head), lexicons, rule="actors.group")


def phrase_begin(reading: Reading, head: int, floor: int, taken: set[int]) -> int:
    """Where the words that describe a noun begin."""
    first = head
    while (
        first > floor and first - 1 not in taken and reading.tags[first - 1] in BEFORE_NOUN and reading.names[first - 1] != "DATE"
    ):
        first -= 1
    while first < head and (
        reading.words[first] in POSSESSIVES
        or reading.tags[first] in ("VBN", "CD")
        or (reading.words[first].isupper() and len(reading.words[first]) > 3)
    ):
        first += 1
    return first


def acts(reading: Reading, first: int, head: int) -> bool:
    """Whether a group does something or is fought: subject or object of a verb, behind `by` or `against`."""
    before = first - 1
    if before >= 0 and reading.lower[before] in ARTICLES:
        before -= 1
    lead = reading.lower[before] if before >= 0 else ""
    return reading.deps[head] in SUBJECTS or lead == "by" or (is_fought(reading, first, head) and lead in FOUGHT)


def is_fought(reading: Reading, first: int, head: int) -> bool:
    """Whether a group is described closely enough to be told from others: `Palestinian guerrillas`."""
    return first < head and reading.tags[head] in PLURALS
