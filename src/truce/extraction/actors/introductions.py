"""What an article says of a person beside the name: office and whom it is held for."""

from __future__ import annotations

from dataclasses import dataclass

from truce.extraction.actors.mentions import ARTICLES, POSSESSIVES, Mention
from truce.extraction.phrases import NOUNS
from truce.extraction.reading import Reading
from truce.lexicons import Lexicons
from truce.records import ActorKind

BEFORE_NAME = NOUNS | {"JJ", "POS", "HYPH", "VBN", "CC", "NNPS", "AFX"}
JOINING = frozenset({"of", "for", "from", "in", "at", "with", "to", "by"})
# What ministers are ministers of: no body of its own in `Defense Secretary N`.
PORTFOLIOS = frozenset(
    "defense defence foreign interior health finance energy information justice state education trade transport labor labour "
    "treasury prime economy agriculture culture tourism oil security affairs".split()
)
# Nouns that take up the body named before: `the group's spokesman`.
TAKING_UP = frozenset(
    {"group", "movement", "organisation", "organization", "party", "militia", "agency", "ministry", "body", "front"}
)
HOLDING = frozenset(ActorKind) - {ActorKind.PERSON, ActorKind.STATE, ActorKind.MEDIA}
ADDRESSES = frozenset({"mr", "mrs", "ms", "dr", "sir", "lady", "lord"})
LONGEST = 14  # words of a description that trails a name


@dataclass(frozen=True, slots=True)
class Introduction:
    """Role and affiliation as the article words them, each with the words `(first, last)` it stands in."""

    role: str | None = None
    role_words: tuple[int, int] | None = None
    affiliation: str | None = None
    affiliation_words: tuple[int, int] | None = None


def introduce(reading: Reading, person: Mention, named: list[Mention], lexicons: Lexicons) -> Introduction:
    """What stands before and behind a person's name: `Lebanese Prime Minister N`, `N, the leader of Hezbollah`."""
    return before_name(reading, person, named, lexicons) or behind_name(reading, person, named, lexicons) or Introduction()


def before_name(reading: Reading, person: Mention, named: list[Mention], lexicons: Lexicons) -> Introduction | None:
    """`Hezbollah leader N`, `Gen. N`; with a comma between, `Hezbollah's new leader, N,`."""
    floor = reading.sentence_at(person.first).start
    last = person.first
    if (
        last - 1 > floor
        and reading.words[last - 1] == ","
        and closes(reading, person.last)
        and ends_office(reading, last - 2, lexicons)
    ):
        last -= 1
    first = last
    persons = {word for other in named if other.kind is ActorKind.PERSON for word in range(other.first, other.last)}
    while (
        first > floor
        and first - 1 not in persons
        and (
            reading.tags[first - 1] in BEFORE_NAME
            or reading.lower[first - 1].rstrip(".") in lexicons.actor_nouns.ranks
            or is_of_office(reading, first - 1, lexicons)
        )
    ):
        first -= 1
    return split_title(reading, first, last, named, lexicons)


def is_of_office(reading: Reading, word: int, lexicons: Lexicons) -> bool:
    """Whether a word is the `of` of `Secretary of State`, `Chief of Staff`."""
    return word > 0 and reading.lower[word] == "of" and reading.lower[word - 1] in lexicons.actor_nouns.offices


def closes(reading: Reading, word: int) -> bool:
    """Whether an aside ends here."""
    return word < len(reading.words) and reading.words[word] in (",", ".", "–", "—", ";", ")")


def ends_office(reading: Reading, word: int, lexicons: Lexicons) -> bool:
    """Whether a phrase with an office as its main noun ends with this word: `Hezbollah's new leader`."""
    return reading.lower[word] in lexicons.actor_nouns.offices and reading.tags[word] in NOUNS


def split_title(reading: Reading, first: int, last: int, named: list[Mention], lexicons: Lexicons) -> Introduction | None:
    """The words before a name, parted into whose office it is and the office."""
    while first < last and (reading.lower[first] in ARTICLES or reading.tags[first] == "CC"):
        first += 1
    offices = [
        word
        for word in range(first, last)
        if reading.lower[word].rstrip(".") in lexicons.actor_nouns.offices | lexicons.actor_nouns.ranks
    ]
    if not offices or all(reading.lower[word].rstrip(".") in ADDRESSES for word in range(first, last)):
        return None
    owners = (other for other in reversed(named) if first <= other.first and other.last <= offices[-1])
    owner = next((other for other in owners if not set(reading.lower[other.first : other.last]) <= PORTFOLIOS), None)
    if owner is None and first + 1 < last and reading.words[first + 1] in POSSESSIVES and reading.lower[first] in TAKING_UP:
        before = (other for other in reversed(named) if other.last <= first and other.kind in HOLDING)
        owner = next(before, None)
        start = first + 2
    else:
        start = owner.last if owner else first
    whose, words = (owner.name, (owner.first, owner.last)) if owner else (None, None)
    if owner is None:
        state = next((word for word in range(first, offices[-1]) if reading.names[word] == "NORP"), None)
        entry = lexicons.actors.state_of_demonym(reading.words[state]) if state is not None else None
        if state is not None:
            whose, words, start = (entry.name if entry else reading.words[state]), (state, state + 1), state + 1
    while start < last and (reading.words[start] in POSSESSIVES or reading.tags[start] == "CC"):
        start += 1
    if start >= last:
        return None
    return Introduction(reading.span(start, last).text, (start, last), whose, words)


def behind_name(reading: Reading, person: Mention, named: list[Mention], lexicons: Lexicons) -> Introduction | None:
    """`N, the leader of Hezbollah`, `N, 34, a doctor at the clinic`, `N of the UN Relief and Works Agency`."""
    ceiling = min(reading.sentence_at(person.first).end, person.last + LONGEST)
    word = person.last
    if word < ceiling and reading.lower[word] == "of":
        owner = next((other for other in named if word < other.first <= word + 2), None)
        return Introduction(None, None, owner.name, (owner.first, owner.last)) if owner else None
    if word >= ceiling or reading.words[word] not in (",", "(", "–", "—", "-"):
        return None
    word += 1
    if word + 1 < ceiling and reading.tags[word] == "CD":
        word += 2
    first = word
    while word < ceiling and (
        reading.tags[word] in BEFORE_NAME or reading.lower[word] in ARTICLES or reading.tags[word] in ("PRP$", "DT")
    ):
        word += 1
    role = split_title(reading, first, word, named, lexicons)
    if role is None or role.affiliation or word >= ceiling or reading.lower[word] not in JOINING:
        return role
    owner = next((other for other in named if word < other.first <= word + 4 and other.last <= ceiling + 4), None)
    if owner is None:
        return role
    return Introduction(role.role, role.role_words, owner.name, (owner.first, owner.last))
