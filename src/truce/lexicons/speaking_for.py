"""Words for those who speak for somebody: `an Israeli official`, `a spokesman for the army`."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path

from truce.errors import LexiconError
from truce.lexicons.loading import FOLDER, read_groups

NAME = "speaking_for"
GROUPS = frozenset(["people", "bodies", "papers", "at_home", "of_groups", "not_of_the_state", "no_longer"])


@dataclass(frozen=True, slots=True)
class SpeakingWords:
    """`nouns` in small letters, singular or plural; those `at_home` also when they are `in` a state.

    Nouns `of_groups` speak only for what is no state. Nobody speaks for a state with a word that is `not_of_the_state`
    before his noun, nor for anyone as who he is `no_longer`.
    """

    nouns: frozenset[str]
    at_home: frozenset[str]
    of_groups: frozenset[str]
    not_of_the_state: frozenset[str]
    no_longer: frozenset[str]

    def speaks(self, noun: str, *, of_state: bool = True) -> bool:
        """Whether who is called this speaks for somebody.

        >>> read_speaking_words().speaks("officials"), read_speaking_words().speaks("residents")
        (True, False)
        """
        forms = {noun.lower(), noun.lower().removesuffix("s")}
        return bool(forms & self.nouns) or (not of_state and bool(forms & self.of_groups))


@cache
def read_speaking_words(folder: Path = FOLDER) -> SpeakingWords:
    """The words that ship with truce, checked; LexiconError names file, entry and fault of a bad one."""
    groups = read_groups(NAME, folder=folder)
    if set(groups) != GROUPS:
        raise LexiconError(f"{NAME}.toml", ", ".join(sorted(set(groups) ^ GROUPS)), f"the groups are {', '.join(sorted(GROUPS))}")
    words: dict[str, frozenset[str]] = {}
    for name, group in groups.items():
        listed = group.get("words", [])
        if not listed or any(not isinstance(word, str) or word != word.lower().strip() or not word for word in listed):
            raise LexiconError(f"{NAME}.toml", name, "`words` is a list of words in small letters")
        words[name] = frozenset(listed)
    return SpeakingWords(
        nouns=words["people"] | words["bodies"] | words["papers"],
        at_home=words["at_home"],
        of_groups=words["of_groups"],
        not_of_the_state=words["not_of_the_state"],
        no_longer=words["no_longer"],
    )
