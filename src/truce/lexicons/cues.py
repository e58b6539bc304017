"""Read the verbs and phrases of reporting.

Each group of `cues.toml` says what its verbs do (`stance`) and how their content may stand (`takes`); a verb may be in
several groups, and its first frame that fits the sentence is the one taken.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Any

from truce.errors import LexiconError
from truce.lexicons.loading import FOLDER, read_groups
from truce.records import Stance


class Takes(StrEnum):
    """How the content of a cue may stand."""

    CLAUSE = "clause"
    THAT_CLAUSE = "that-clause"
    QUOTE = "quote"
    NOUN = "noun"
    INFINITIVE = "infinitive"
    ORDER = "order"
    NAMING = "naming"


@dataclass(frozen=True, slots=True)
class Frame:
    """One way to use a verb of reporting.

    `particle` belongs to the verb (`rule out`), `after` are the prepositions between verb and content (`called for`),
    `objects` the only nouns that make the verb one of saying; empty where any will do. `not_before` are words that make it
    another verb (`charged with`).
    """

    group: str
    stance: Stance
    takes: frozenset[Takes]
    particle: str = ""
    after: frozenset[str] = frozenset()
    objects: frozenset[str] = frozenset()
    not_before: frozenset[str] = frozenset()
    needs_preposition: bool = False
    needs_as: bool = False
    hearer: bool = False
    doubtful: bool = False


@dataclass(frozen=True)
class Topic:
    """A subject of claims: beginnings of words, and whole phrases, that show it."""

    name: str
    stems: tuple[str, ...]
    phrases: tuple[str, ...]


@dataclass(frozen=True)
class CueLexicon:
    """Verbs of reporting by lemma, phrases of attribution, and the nouns that can speak."""

    frames: dict[str, tuple[Frame, ...]]
    phrases: tuple[tuple[str, ...], ...]
    people: frozenset[str]
    bodies: frozenset[str]
    documents: frozenset[str]
    media: frozenset[str]
    not_said: frozenset[str]
    topics: tuple[Topic, ...]

    def can_speak(self, noun: str) -> bool:
        """Whether a noun, in lower case, names someone or something that can speak.

        >>> read_cues().can_speak("spokeswoman"), read_cues().can_speak("earthquake")
        (True, False)
        """
        return noun in self.people or noun in self.bodies or noun in self.documents


def read_cues(*, folder: Path = FOLDER) -> CueLexicon:
    """The cues and topics that ship with truce, or those of another folder.

    Raises LexiconError with file, entry and fault when a group is not what it should be.
    """
    frames: dict[str, list[Frame]] = defaultdict(list)
    words: dict[str, frozenset[str]] = {}
    phrases: list[tuple[str, ...]] = []
    for key, group in read_groups("cues", folder=folder).items():
        if key == "speakers":
            words |= {part: word_set(key, group, part) for part in ("people", "bodies", "documents")}
        elif key == "media":
            words["media"] = word_set(key, group, "nouns")
        elif key == "not-said":
            words["not_said"] = word_set(key, group, "verbs")
        elif "phrases" in group:
            phrases += [tuple(phrase.split()) for phrase in sorted(word_set(key, group, "phrases"))]
        else:
            for lemma, frame in read_frames(key, group):
                frames[lemma].append(frame)
    for part in ("people", "bodies", "documents", "media", "not_said"):
        if part not in words:
            raise LexiconError("cues.toml", part, "the group is missing")
    return CueLexicon(
        frames={lemma: tuple(sorted(kept, key=only_quotes)) for lemma, kept in frames.items()},
        phrases=tuple(phrases),
        topics=read_topics(folder=folder),
        **words,
    )


def only_quotes(frame: Frame) -> bool:
    """Whether a frame takes nothing but quotations: it comes after those that tell more of the verb."""
    return frame.takes == {Takes.QUOTE}


def read_frames(key: str, group: dict[str, Any]) -> list[tuple[str, Frame]]:
    """The verbs of one group with their frame, by lemma."""
    try:
        stance = Stance(group.get("stance", ""))
        takes = frozenset(Takes(name) for name in group.get("takes", []))
    except ValueError as error:
        raise LexiconError("cues.toml", key, f"{error}; stance and takes are words that the head of the file explains") from error
    if not takes:
        raise LexiconError("cues.toml", key, "a group of verbs says in `takes` how their content may stand")
    found = []
    for verb in group.get("verbs", []):
        if not isinstance(verb, str) or verb != verb.lower() or not verb.strip():
            raise LexiconError("cues.toml", f"{key}: {verb}", "a verb is a lemma in lower case, with its particle if it has one")
        lemma, _, particle = verb.partition(" ")
        frame = Frame(
            group=key,
            stance=stance,
            takes=takes,
            particle=particle,
            after=word_set(key, group, "after"),
            objects=word_set(key, group, "objects"),
            not_before=word_set(key, group, "not_before"),
            needs_preposition=bool(group.get("needs_preposition")),
            needs_as=bool(group.get("needs_as")),
            hearer=bool(group.get("hearer")),
            doubtful=bool(group.get("doubtful")),
        )
        found.append((lemma, frame))
    if not found:
        raise LexiconError("cues.toml", key, "a group of cues has `verbs`, `phrases` or `nouns`")
    return found


def read_topics(*, folder: Path = FOLDER) -> tuple[Topic, ...]:
    """What claims can be about, in the order of `topics.toml`."""
    return tuple(
        Topic(
            key,
            tuple(sorted(stems_of("topics.toml", key, group, "stems"))),
            tuple(sorted(stems_of("topics.toml", key, group, "phrases"))),
        )
        for key, group in read_groups("topics", folder=folder).items()
    )


def word_set(key: str, group: dict[str, Any], part: str) -> frozenset[str]:
    """The words of one list in a group of `cues.toml`, in lower case."""
    return stems_of("cues.toml", key, group, part)


def stems_of(file: str, key: str, group: dict[str, Any], part: str) -> frozenset[str]:
    """The words of one list in a group, which must be text in lower case."""
    entries = group.get(part, [])
    for entry in entries if isinstance(entries, list) else [entries]:
        if not isinstance(entry, str) or entry != entry.lower() or not entry.strip():
            raise LexiconError(file, f"{key}: {entry}", f"`{part}` lists words in lower case")
    return frozenset(entries)
