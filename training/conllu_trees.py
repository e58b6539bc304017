"""Read CoNLL-U files of the English treebanks as paragraphs of sentences."""

from __future__ import annotations

import gzip
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path


@dataclass(frozen=True, slots=True)
class TreeToken:
    """One word of a tree; `head` is 0-based within the sentence, None at the root."""

    form: str
    lemma: str
    kind: str
    tag: str
    head: int | None
    relation: str
    space_after: bool


Sentence = list[TreeToken]


def read_paragraphs(path: Path, genres: frozenset[str] | None = None) -> Iterator[list[Sentence]]:
    """Paragraphs in file order; with `genres`, of GUM documents of these genres only.

    Words of a multiword token (`don't`) stand apart when their forms make up its surface, as spaCy's own
    tokenizer has them; otherwise the first word takes the surface.
    """
    genre = ""
    paragraph: list[Sentence] = []
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        blocks = lines.read().split("\n\n")
    for block in blocks:
        lines = block.splitlines()
        if not lines:
            continue
        comments = [line for line in lines if line.startswith("#")]
        if any(line.startswith(("# newdoc", "# newpar")) for line in comments):
            if paragraph:
                yield paragraph
            paragraph = []
        if any(line.startswith("# newdoc") for line in comments):
            genre = next((line.split("=")[1].strip() for line in comments if line.startswith("# meta::genre")), "web")
        sentence = read_sentence([line.split("\t") for line in lines if not line.startswith("#")])
        if sentence and (genres is None or genre in genres):
            paragraph.append(sentence)
    if paragraph:
        yield paragraph


def read_sentence(rows: list[list[str]]) -> Sentence:
    """The words of one sentence, with the spaces of its running text."""
    tokens: Sentence = []
    surface_end, surface, surface_space, first = 0, "", True, 0
    for columns in rows:
        space = "SpaceAfter=No" not in columns[9]
        if "-" in columns[0]:
            start, end = columns[0].split("-")
            first, surface_end, surface, surface_space = int(start), int(end), columns[1], space
            continue
        if "." in columns[0]:
            continue
        index = int(columns[0])
        inside = index <= surface_end
        tokens.append(
            TreeToken(
                form=columns[1],
                lemma=columns[2],
                kind=columns[3],
                tag=columns[4],
                head=int(columns[6]) - 1 if columns[6] != "0" else None,
                relation="ROOT" if columns[7] == "root" else columns[7],
                space_after=(surface_space if index == surface_end else False) if inside else space,
            )
        )
        if inside and index == surface_end:
            settle_surface(tokens, first - 1, surface)
    return tokens


def settle_surface(tokens: Sentence, first: int, surface: str) -> None:
    """Make the forms of a multiword token add up to its surface (in place)."""
    forms = [token.form for token in tokens[first:]]
    if "".join(forms) == surface:
        return
    position = 0
    for offset, form in enumerate(forms):
        left = len(forms) - offset - 1
        width = len(surface) - position - left if not left else min(len(form), len(surface) - position - left)
        tokens[first + offset] = replace(tokens[first + offset], form=surface[position : position + max(width, 1)])
        position += max(width, 1)
