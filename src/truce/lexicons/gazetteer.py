"""Finds the longest known name that starts at a word.

Names are compared by *atoms*: runs of letters or digits, without hyphens and apostrophes, so that `al-Qaeda`,
`al Qaeda` and any way of cutting them into tokens are one. Accents do not count. Capitals do: a name's capital letter
must stand in the text (or the whole word in capitals, as in headlines), its small letters may be either.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from typing import Any, Generic, TypeVar

Value = TypeVar("Value")
Atom = tuple[str, str]  # as written without accents; the same in small letters

INITIALS = re.compile(r"(?:[A-Z]\.){2,}|(?:[A-Z]\.)+[A-Z](?![a-z])")  # U.S., U.N, J.D.
ATOMS = re.compile(
    r"""
    [^\W_]+           # letters or digits: Hezbollah, 14, Müller
    | [^\w\s'’‘ʿʾ`´-]  # any other mark stands for itself, so that no name runs over a comma
    """,
    re.VERBOSE,
)
# In a headline all in capitals these may be plain words.
SHARED = frozenset(["IS", "US", "WHO", "IT", "AS", "IN", "AN", "AU", "PA"])
# Letters that do not fall apart into a plain one and an accent.
LETTERS = str.maketrans("ıłŁøØđĐəƏ", "ilLoOdDeE") | {0xDF: "ss", 0xE6: "ae"}
NO_WORD: tuple[Atom, ...] = (("\n", "\n"),)


@lru_cache(maxsize=1 << 16)
def cut_atoms(text: str) -> tuple[Atom, ...]:
    """The atoms of a token or of a whole name; a line break or tab is one that no name holds.

    >>> [atom for atom, _ in cut_atoms("al-Qa’ida in the U.S.")]
    ['al', 'Qa', 'ida', 'in', 'the', 'US']
    """
    if not text.isascii():
        marks = unicodedata.normalize("NFKD", text.translate(LETTERS))
        text = "".join(mark for mark in marks if not unicodedata.combining(mark))
    if text.isspace():
        return NO_WORD
    if "." in text:
        text = INITIALS.sub(lambda match: match.group().replace(".", ""), text)
    return tuple((atom, atom.lower()) for atom in ATOMS.findall(text))


def fold_name(name: str) -> str:
    """The one form under which two spellings of a name are compared, whatever their capitals."""
    return " ".join(small for _, small in cut_atoms(name))


class Gazetteer(Generic[Value]):
    """Names in a tree of atoms, each leading to one or more values."""

    def __init__(self) -> None:
        self._root: dict[str, Any] = {}

    def add(self, name: str, value: Value) -> None:
        """Make `name` lead to `value`; a name may lead to several."""
        atoms = cut_atoms(name)
        node = self._root
        for _, small in atoms:
            node = node.setdefault(small, {})
        node.setdefault("", []).append((tuple(atom for atom, _ in atoms), value))

    def add_all(self, names: Iterable[str], value: Value) -> None:
        """Make each name lead to `value`."""
        for name in names:
            self.add(name, value)

    def values(self, name: str) -> tuple[Value, ...]:
        """What exactly this name leads to, as it is written."""
        atoms = cut_atoms(name)
        node = self._root
        for _, small in atoms:
            if (below := node.get(small)) is None:
                return ()
            node = below
        return tuple(value for pattern, value in node.get("", ()) if fits(pattern, [atom for atom, _ in atoms]))

    def matches_at(self, tokens: Sequence[str], i: int) -> Iterator[tuple[int, tuple[Value, ...]]]:
        """Every name that starts at token `i`, shortest first, as the index after its last token with its values."""
        node = self._root
        written: list[str] = []
        for j in range(i, len(tokens)):
            atoms = cut_atoms(tokens[j])
            if not atoms and not written:
                return
            for atom, small in atoms:
                if (below := node.get(small)) is None:
                    return
                node = below
                written.append(atom)
            if atoms and (found := node.get("")):
                values = tuple(value for pattern, value in found if fits(pattern, written))
                if values and not (len(written) == 1 and written[0] in SHARED and is_shouted(tokens, i)):
                    yield j + 1, values

    def longest_at(self, tokens: Sequence[str], i: int) -> tuple[int, tuple[Value, ...]] | None:
        """The longest name that starts at token `i`, as the index after its last token with its values."""
        best = None
        for best in self.matches_at(tokens, i):  # noqa: B007 - the last one is the longest
            pass
        return best


def fits(pattern: Sequence[str], written: Sequence[str]) -> bool:
    """Whether the capitals of a text fit those of a name: `Army` and `ARMY` fit `army`, `army` does not fit `Army`."""
    return len(pattern) == len(written) and all(
        word == atom or word == atom.upper() or (atom.islower() and word.lower() == atom)
        for atom, word in zip(pattern, written, strict=True)
    )


def is_shouted(tokens: Sequence[str], i: int) -> bool:
    """Whether a word next to token `i` is all in capitals and too long for an acronym, as in headlines of old."""
    beside = [tokens[k] for k in (i - 1, i + 1) if 0 <= k < len(tokens)]
    return any(len(token) > 3 and token.isalpha() and token.isupper() for token in beside)
