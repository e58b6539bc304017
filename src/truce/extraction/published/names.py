"""Where a text names people that the lexicon of offices or of deaths knows."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache

from truce.extraction.body import Body
from truce.lexicons.offices import Named, fold

WORD = re.compile(r"[^\W_]+")
FORENAME = re.compile(r"(?P<word>[A-Z][\w.'’-]*)[ ](?:al-)?\Z")
# Capitals before a bare surname that are no forename.
BEFORE_SURNAME = frozenset(
    "president minister premier chancellor king pope secretary envoy leader chief general gen commander sheikh sayyed mr mrs ms "
    "dr ayatollah sir lord prince colonel col marshal mullah secretary-general ambassador director speaker emir".split()
)
WITHIN_NAME = frozenset({"", " ", "-", "'", "’", ". ", ".", ", "})  # what may stand between the words of a name


@dataclass(frozen=True, slots=True)
class Mention:
    """A name at `start` to `end` of the text, in the stretch `floor` to `ceiling`."""

    start: int
    end: int
    named: Named
    floor: int
    ceiling: int


def find_mentions(text: str, body: Body, names_ending: Callable[[str], tuple[Named, ...]]) -> list[Mention]:
    """Every known name in headline and story, in order, the longest at each place."""
    found: list[Mention] = []
    for stretch in body.stretches:
        if body.tells(stretch.start):
            for mention in mentions_between(text, stretch.start, stretch.end, names_ending):
                if found and mention.start <= found[-1].start:
                    found.pop()  # the Saddam of Saddam Hussein
                found.append(mention)
    return found


def mentions_between(text: str, start: int, end: int, names_ending: Callable[[str], tuple[Named, ...]]) -> Iterator[Mention]:
    """The known names in `text[start:end]`."""
    words = [(match.start(), match.end()) for match in WORD.finditer(text, start, end)]
    folded = [fold(text[first:last]) for first, last in words]
    for i, (_, last) in enumerate(words):
        for named in names_ending(folded[i]):
            begin = i + 1 - len(named.words)
            if begin < 0 or tuple(folded[begin : i + 1]) != named.words or not text[words[begin][0]].isupper():
                continue
            if is_one_name(text, words[begin : i + 1]) and not runs_on(text, last):
                yield Mention(words[begin][0], last, named, start, end)
                break


def is_one_name(text: str, words: list[tuple[int, int]]) -> bool:
    """Whether nothing but blanks, hyphens and points stands between the words."""
    return all(text[words[i][1] : words[i + 1][0]] in WITHIN_NAME for i in range(len(words) - 1))


def runs_on(text: str, end: int) -> bool:
    """Whether the name goes on behind: the Rabin of `Rabin-Perez`."""
    return text[end : end + 1] == "-" and text[end + 1 : end + 2].isupper()


def is_anothers(mention: Mention, text: str) -> bool:
    """Whether a bare surname is the end of a longer name that is not known: the Nasrallah of `Ali Nasrallah`."""
    if mention.named.is_full or len(mention.named.words) > 1:
        return False
    before = FORENAME.search(text, mention.floor, mention.start)
    return (
        before is not None
        and before["word"].rstrip(".").lower() not in BEFORE_SURNAME
        and before["word"][-2:] not in ("'s", "’s")
    )


class Words:
    """Tells whether a word stands anywhere in headline or story, as it is written."""

    def __init__(self, text: str, body: Body) -> None:
        told = "\n".join(text[stretch.start : stretch.end] for stretch in body.stretches if body.tells(stretch.start))
        self.stands = cache(lambda word: has_word(told, word))


def has_word(text: str, word: str) -> bool:
    """Whether a word or phrase stands in a text, not within another word.

    >>> has_word("the UN's envoy", "UN"), has_word("UNESCO", "UN")
    (True, False)
    """
    return re.search(rf"(?<!\w){re.escape(word)}(?!\w)", text) is not None
