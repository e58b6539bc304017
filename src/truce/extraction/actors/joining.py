"""Shorter names, nouns alone and descriptions given to the one actor that each can mean."""

from __future__ import annotations

from truce.extraction.actors.mentions import Mention
from truce.extraction.actors.telling import content_words
from truce.lexicons.gazetteer import fold_name
from truce.records import ActorKind

NAMED_BY_NOUN = frozenset({"police", "government", "authorities", "cabinet", "parliament", "ministry", "administration"})
ANYBODYS = frozenset({"government", "army", "military", "troops", "forces", "force", "units", "ministry", "administration"})


def join_shorter(parted: dict[str, list[Mention]]) -> None:
    """Give `the Ministry of Health` to the one named body whose name holds these words: `Norland Ministry of Health`."""
    for key in [key for key in parted if key.startswith("body ") and len(key.split()) > 2]:
        words = f" {key.removeprefix('body ')} "
        fuller = [
            other
            for other, group in parted.items()
            if other != key
            and group[0].kind is parted[key][0].kind
            and any(mention.is_named and words in f" {fold_name(mention.name)} " for mention in group)
        ]
        if len(fuller) == 1:
            parted[fuller[0]] += parted.pop(key)


def join_acronyms(parted: dict[str, list[Mention]]) -> None:
    """Give `the International Committee of the Red Cross` to the one body called by its initials, `the ICRC`."""
    for key in [key for key in parted if key.startswith("body ")]:
        group = parted[key]
        initials = {spelt(mention.name) for mention in group if mention.is_named}
        short = [
            other
            for other, others in parted.items()
            if other != key
            and group[0].kind in (others[0].kind, ActorKind.OTHER)
            and any(mention.is_named and mention.name in initials for mention in others)
        ]
        if len(short) == 1:
            parted[short[0]] += parted.pop(key)


def spelt(name: str) -> str:
    """The initials of a name of three capital words or more, as its acronym has them; "" of any other."""
    capitals = [word[0] for word in name.split() if word[:1].isupper()]
    return "".join(capitals) if len(capitals) > 2 else ""  # two letters stand for too much


def join_officials(parted: dict[str, list[Mention]]) -> None:
    """Give `officials` to the officials that the report spoke of last: `Afghan officials`, `hospital officials`."""
    unnamed = [key for key in parted if key.startswith("unnamed ")]
    for key in [key for key in unnamed if len(key.split()) == 2 and key.endswith("s")]:
        noun = key.split()[-1]
        kept = []
        for mention in parted.pop(key):
            before = [other for other in unnamed if other in parted and other.split()[-1] == noun and len(other.split()) > 2]
            before = [other for other in before if parted[other][0].first < mention.first]
            if before:
                parted[max(before, key=lambda other: parted[other][0].first)].append(mention)
            else:
                kept.append(mention)
        if kept:
            parted[key] = kept


def join_tails(parted: dict[str, list[Mention]]) -> None:
    """Give `the security cabinet` to the one named body whose name ends so."""
    for key in [key for key in parted if key.startswith("unnamed ") and len(key.split()) > 2]:
        tail = key.removeprefix("unnamed ")
        fitting = [
            other
            for other, group in parted.items()
            if other != key
            and group[0].kind is parted[key][0].kind
            and any(fold_name(each.name).endswith(f" {tail}") for each in group)
        ]
        if len(fitting) == 1 and parted[key][0].kind is not ActorKind.PERSON:
            parted[fitting[0]] += parted.pop(key)


def join_bare(bare: list[Mention], parted: dict[str, list[Mention]]) -> None:
    """Give each bare mention to the one actor of its kind; where there are several, the mention is nobody's."""
    for mention in bare:
        noun = content_words(mention.name)[-1]
        fitting = [
            key
            for key, group in parted.items()
            if group[0].kind is mention.kind
            and not key.startswith("bare")
            and (noun not in NAMED_BY_NOUN or any(other.name.lower().endswith(noun) for other in group))
        ]
        if (same := f"unnamed {noun.removesuffix('s')} armed-men") in parted:
            parted[same].append(mention)
        elif len(fitting) == 1:
            parted[fitting[0]].append(mention)
        elif mention.speaks or (not fitting and noun not in ANYBODYS):
            parted[f"bare {noun}"].append(mention)


def join_taken_up(parted: dict[str, list[Mention]]) -> None:
    """Give `the freed hostages` to the one group of hostages that the report spoke of before."""
    unnamed = sorted((key for key in parted if key.startswith("unnamed ")), key=lambda key: parted[key][0].first)
    for key in unnamed:
        group = parted[key]
        if not all(mention.name.lower().startswith(("the ", "these ", "those ")) for mention in group):
            continue
        noun = key.split()[-1]
        before = [
            other
            for other in unnamed
            if other != key and other in parted and other.split()[-1] == noun and parted[other][0].first < group[0].first
        ]
        if len(before) == 1 and noun.endswith("s"):
            parted[before[0]] += parted.pop(key)
