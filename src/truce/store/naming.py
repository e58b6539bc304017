"""Whom a name that an article writes stands for, by the lexicon; or for whom the one so named speaks.

Lebanon's health ministry          the Lebanese health ministry itself
Israeli Prime Minister Ana Cohen   whoever the lexicon has under her name, else a person who speaks for Israel
a spokesman for the army of Chad   unnamed; speaks for the Chadian army
the army and the UN officials      unnamed; speaks for both
Syrian refugees                    nobody the lexicon knows, and nobody's voice
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from truce.lexicons.actors import ActorEntry, ActorLexicon
from truce.lexicons.speaking_for import SpeakingWords
from truce.records import ActorKind

TOKEN = re.compile(
    r"""
    ['’]s?(?=\s|$)               # the possessive: Lebanon 's, officials '
    | [,;:()—–]                  # what ends a noun phrase
    | (?:(?!['’]s?(?:\s|$))[^\s,;:()—–])+   # a word, with the apostrophes within: Sana'a, al-Qa’ida
    """,
    re.VERBOSE,
)
JOINED = re.compile(r",? and (?:the )?|, ")  # the army and the police, the UN
POSSESSIVES = frozenset(["'s", "’s", "'", "’"])
DETERMINERS = frozenset(["the", "a", "an", "two", "three", "several", "some", "one", "another", "other", "many"])
LINKS = frozenset(["of", "for", "from", "at", "with", "within", "inside"])
ENDS = LINKS | frozenset(
    ["in", "on", "to", "by", "who", "whose", "that", "which", "close", "familiar", "and", "or", ",", ";", ":", "(", "—", "–"]
)


@dataclass(frozen=True, slots=True)
class Named:
    """Who is meant, or else for whom those so named speak: several where a name joins several. None where nobody can tell."""

    entry: ActorEntry | None = None
    speaks_for: tuple[ActorEntry, ...] = ()


def identify(written: str, lexicon: ActorLexicon, words: SpeakingWords) -> Named:
    """What the lexicon makes of a name as written."""
    tokens = TOKEN.findall(written)
    entry = lexicon.find(written) or lexicon.state_of_demonym(written.strip()) or lexicon.state_of_capital(written.strip())
    entry = entry or person_at_end(tokens, lexicon)
    if entry:
        return Named(entry)
    if voice := voice_of(tokens, lexicon, words):
        return Named(speaks_for=(voice,))
    parts = [part for part in JOINED.split(written) if part.strip()]
    if len(parts) < 2:
        return Named()
    named = [identify(part, lexicon, words) for part in parts]
    return Named(speaks_for=tuple(dict.fromkeys(actor for one in named for actor in (one.entry, *one.speaks_for) if actor)))


def person_at_end(tokens: Sequence[str], lexicon: ActorLexicon) -> ActorEntry | None:
    """A known person with a title before the name: `President Ana Cohen`; not `supporters of Ana Cohen`."""
    for start in range(1, len(tokens)):
        if tokens[start - 1].lower() in ENDS or tokens[start - 1] in POSSESSIVES:
            return None
        found = lexicon.longest_at(tokens, start)
        if found and found[0] == len(tokens) and found[1].kind is ActorKind.PERSON:
            return found[1]
    return None


def voice_of(tokens: Sequence[str], lexicon: ActorLexicon, words: SpeakingWords) -> ActorEntry | None:
    """For whom somebody speaks who is named after them: `Israeli officials`, `a source at the WHO`; else None."""
    if words.no_longer & {part for token in tokens for part in token.lower().split("-")}:
        return None
    start = next((i for i, token in enumerate(tokens) if not is_before_name(token)), len(tokens))
    owner = owner_at(tokens, start, lexicon)
    if owner:
        return owner[1] if is_voice(tokens[owner[0] :], words, of_state=owner[1].kind is ActorKind.STATE) else None
    link = next((i for i, token in enumerate(tokens) if token.lower() in ENDS), len(tokens))
    if link == 0 or link >= len(tokens) - 1 or not words.speaks(tokens[link - 1]):
        return None
    if tokens[link].lower() not in LINKS and not (tokens[link].lower() == "in" and tokens[link - 1].lower() in words.at_home):
        return None
    rest = list(tokens[link + 1 :])
    while rest and rest[0].lower() in DETERMINERS:
        rest.pop(0)
    whole = owner_at(rest, 0, lexicon) if rest else None
    return whole[1] if whole and whole[0] == len(rest) else voice_of(rest, lexicon, words)


def is_before_name(token: str) -> bool:
    """Whether a word may stand before the name of an owner: `the`, `senior`, `two`."""
    return token.lower() in DETERMINERS or (token.islower() and token not in ENDS) or token.isdigit()


def owner_at(tokens: Sequence[str], start: int, lexicon: ActorLexicon) -> tuple[int, ActorEntry] | None:
    """The innermost owner named from here on, with the index after it: in `Lebanon's Hezbollah officials`, Hezbollah."""
    found, at = None, start
    while at < len(tokens):
        known = lexicon.longest_at(tokens, at) or demonym_at(tokens, at, lexicon)
        if known is None or (known[1].kind is ActorKind.PERSON and found):
            break
        end, entry = known
        at = end + 1 if end < len(tokens) and tokens[end] in POSSESSIVES else end
        found = (at, entry)
    return found


def demonym_at(tokens: Sequence[str], at: int, lexicon: ActorLexicon) -> tuple[int, ActorEntry] | None:
    """The state of a demonym of up to three words, with the index after it: `Lebanese`, `South Sudanese`."""
    for end in range(min(at + 3, len(tokens)), at, -1):
        if state := lexicon.state_of_demonym(" ".join(tokens[at:end])):
            return end, state
    return None


def speaks_by_role(role: str | None, words: SpeakingWords, *, of_state: bool) -> bool:
    """Whether a person of this role speaks for whom it belongs to: a state's minister does, its surgeon does not."""
    tokens = (role or "").lower().replace("-", " ").split()
    if words.no_longer.intersection(tokens):
        return False
    if not of_state:
        return True
    return any(map(words.speaks, tokens)) and not words.not_of_the_state.intersection(tokens)


def is_voice(rest: Sequence[str], words: SpeakingWords, *, of_state: bool) -> bool:
    """Whether what follows an owner is a speaker: `military officials`, `Energy Minister Dan Levi`; not `families`."""
    end = next((i for i, token in enumerate(rest) if token.lower() in ENDS), len(rest))
    noun = next((i for i in range(end - 1, -1, -1) if words.speaks(rest[i], of_state=of_state)), None)
    if noun is None or not all(token[:1].isupper() for token in rest[noun + 1 : end]):
        return False
    return not of_state or not words.not_of_the_state & {token.lower() for token in rest[:noun]}
