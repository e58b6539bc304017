"""Which body, group or newspaper a description takes up."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import TYPE_CHECKING

from truce.extraction.phrases import phrase_head
from truce.extraction.reference.appositions import name_beside
from truce.extraction.reference.referents import PLURAL_TAGS, PRONOUNS, Referent, Sort, content_words, plain_name
from truce.records import ActorKind

if TYPE_CHECKING:
    from truce.extraction.reference.resolving import References

DEFINITE = frozenset({"the", "this", "that", "these", "those"})
SAME_BODIES = {name: frozenset({"army", "military"}) for name in ("army", "military")}
NEAR, FAR, VERY_FAR = 3, 8, 24  # sentences back to a subject, to a speaker, to a fuller form
NEXT = 2  # sentences within which a body introduced without a name is named


def body_of_kind(references: References, first: int, last: int, kinds: frozenset[ActorKind]) -> Referent | None:
    """The body that `the group` or `the newspaper` takes up: the nearest speaker or subject of a fitting kind."""
    reading = references.reading
    here, plural = reading.sentence_of[first], reading.tags[last - 1] in PLURAL_TAGS
    capitals = (reading.words[word] for word in range(first, last) if reading.words[word][:1].isupper())
    taken = {word[:5] for name in capitals for word in content_words(name)}
    kinds = narrowed(references, first, last, kinds)
    fitting = [
        mention
        for mention in before_word(references, first)
        if here - reading.sentence_of[mention.first] <= FAR
        and (mention.sort is Sort.BODY or plural)
        and kind_of(references, mention) in kinds
        and not taken & {word[:5] for word in content_words(mention.name)}
    ]
    spoke = [mention for mention in fitting if mention.spoke]
    near = [m for m in fitting if (m.subject or m.spoke) and here - reading.sentence_of[m.first] <= NEAR]
    last_one = [m for m in fitting if here - reading.sentence_of[m.first] <= 1]
    return next((pool[-1] for pool in (near, spoke, last_one) if pool), None)


def narrowed(references: References, first: int, last: int, kinds: frozenset[ActorKind]) -> frozenset[ActorKind]:
    """The kinds left when the words before the noun tell more: `the rights group`, `the militant group`; none for a name."""
    reading = references.reading
    names = {reading.names[word] for word in range(first, last) if "-" not in "".join(reading.words[word : word + 2])}
    plain = all(reading.tags[word] in ("DT", "JJ", "NN", "NNS") for word in range(first, last))
    is_bare = plain or ActorKind.ARMED_GROUP in kinds or ActorKind.MEDIA in kinds
    if not is_bare or names & {"ORG", "LOC"} or ("NORP" in names and ActorKind.ARMED_GROUP not in kinds):
        return frozenset()
    return narrowed_by_words(references, first, last, kinds)


def narrowed_by_words(references: References, first: int, last: int, kinds: frozenset[ActorKind]) -> frozenset[ActorKind]:
    """The kinds left by the words that tell helpers from fighters."""
    words, lexicon = set(content_words(references.reading.span(first, last).text)), references.lexicons.reference
    if words & {"news", "press"}:
        return kinds & {ActorKind.MEDIA}
    if words & lexicon.helping:
        return kinds & {ActorKind.NGO}
    return kinds & {ActorKind.ARMED_GROUP} if words & lexicon.fighting else kinds


def named_body_after(references: References, word: int, kinds: frozenset[ActorKind]) -> Referent | None:
    """The body of a fitting kind that the next speakers name for the first time, where only its kind was told before."""
    reading = references.reading
    here = reading.sentence_of[word]
    for first, last in references.speakers:
        sentence = reading.sentence_of[first]
        if first <= word or sentence == here:
            continue
        head = phrase_head(reading, first, last)
        named = any(reading.names[place] for place in range(first, last))
        if sentence > here + NEXT or reading.lower[head] in PRONOUNS or not named:
            return None
        mention = Referent(plain_name(reading, first, last), Sort.BODY, reading.lemmas[head], first, last)
        words = set(content_words(mention.name))
        known = any(other.last <= word and words <= set(content_words(other.name)) for other in references.mentions)
        return mention if kind_of(references, mention) in kinds and not known else None
    return None


def kind_of(references: References, mention: Referent) -> ActorKind | None:
    """What kind of actor a mention is, as the cast or its last noun tells; None where nothing does."""
    if mention.sort not in (Sort.BODY, Sort.PEOPLE):
        return None
    span = references.reading.span(*mention.named)
    actor = references.cast.actor_at(span.start, span.end)
    if actor is not None and actor.kind is not ActorKind.PERSON:
        return actor.kind
    return references.lexicons.actor_nouns.kind_of(content_words(mention.name))


def fuller_description(references: References, first: int, last: int, head: int) -> Referent | None:
    """The nearest longer phrase with the same main noun: `the military` after `the Lebanese military`."""
    reading, own_named = references.reading, references.lexicons.reference.own_named
    noun, here = reading.lemmas[head], reading.sentence_of[first]
    nouns = SAME_BODIES.get(noun, frozenset({noun}))
    words = content_words(reading.span(first, last).text)
    rest = set(words) - {*nouns} - {f"{each}s" for each in nouns}
    is_bare = reading.lower[first] not in DEFINITE
    plural = reading.tags[head] in PLURAL_TAGS
    for mention in reversed(list(before_word(references, first))):
        longer = content_words(mention.name)
        if here - reading.sentence_of[mention.first] > VERY_FAR or not rest <= set(longer):
            continue
        rival = noun in own_named and kind_of(references, mention) is ActorKind.ARMED_GROUP
        same = not rival and mention.head in nouns and mention.plural == plural and longer[:1] != ["other"]
        if same and not any(word.isdigit() for word in longer):
            if len(longer) > len(words):
                return None if is_bare else as_spoken(references, mention)
            if mention.source is not None:
                return mention
        if noun in own_named and kind_of(references, mention) is ActorKind.ARMED_GROUP:
            continue
        if noun in own_named and not is_bare and mention.sort is not Sort.PERSON:
            cut = re.match(rf".+?\b(?:{'|'.join(nouns)})\b", mention.name, re.IGNORECASE)
            if cut:
                return Referent(cut.group(), Sort.BODY, noun, mention.first, mention.last)
    return None


def as_spoken(references: References, mention: Referent) -> Referent:
    """A mention as it was resolved when it spoke, or by the name that stands beside it: `the general, Ann Lee,`."""
    reading = references.reading
    spoken = next((spoken for spoken in references.spoken if spoken.first <= mention.first < spoken.last), None)
    if spoken is not None:
        return spoken
    head = phrase_head(reading, mention.first, mention.last)
    beside = name_beside(reading, mention.first, mention.last, head, references.lexicons)
    return mention if beside is None else references.named_beside(mention.first, mention.last, beside)


def before_word(references: References, word: int) -> Iterable[Referent]:
    """All mentions and speakers before a word, in order."""
    return sorted((m for m in (*references.mentions, *references.spoken) if m.last <= word), key=place_of)


def place_of(mention: Referent) -> tuple[int, bool]:
    """Where a mention stands; of two readings of the same words the resolved one comes last."""
    return mention.first, mention.spoke
