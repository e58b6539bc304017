"""Sentences as the teacher reads them: treebank trees and plain words, as rows of form numbers on one device."""

from __future__ import annotations

import gzip
import random
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import torch
from torch import Tensor

from conllu_trees import read_sentence

LETTERS = 18  # of a form, from both its ends
PLAIN = str.maketrans({"“": '"', "”": '"', "’": "'", "‘": "'", "—": "-", "–": "-"})
UNKNOWN, MASK = 0, 1  # the first two numbers of every vocabulary
NEWS = "news"  # the genre as which world news is read


@dataclass(frozen=True, slots=True)
class Tree:
    """The words of a sentence; heads count from 1, 0 is the root; plain words have no tree."""

    genre: str
    words: list[str]
    heads: list[int] = field(default_factory=list)
    relations: list[str] = field(default_factory=list)
    kinds: list[str] = field(default_factory=list)
    tags: list[str] = field(default_factory=list)


def read_trees(path: Path) -> Iterator[Tree]:
    """The trees of a treebank file with their genre: GUM's own, or the section of EWT."""
    genre = ""
    with gzip.open(path, "rt", encoding="utf-8") as file:
        blocks = file.read().split("\n\n")
    for block in blocks:
        lines = block.splitlines()
        for line in lines:
            if line.startswith("# meta::genre"):
                genre = line.split("=")[1].strip()
            elif line.startswith("# sent_id") and "GUM_" not in line:
                genre = line.split("=")[1].strip().split("-")[0]
        tokens = read_sentence([line.split("\t") for line in lines if not line.startswith("#")])
        if tokens:
            yield Tree(
                genre,
                [token.form for token in tokens],
                [0 if token.head is None else token.head + 1 for token in tokens],
                [token.relation for token in tokens],
                [token.kind for token in tokens],
                [token.tag for token in tokens],
            )


def read_words(path: Path) -> Iterator[tuple[str, Tree]]:
    """The sentences of a file of words, a number and the words a line, without trees."""
    with gzip.open(path, "rt", encoding="utf-8") as file:
        for line in file:
            number, words = line.rstrip("\n").split("\t")
            yield number, Tree(NEWS, words.split(" "))


@dataclass(frozen=True, slots=True)
class Numbers:
    """What stands for what: forms, their words, letters and shapes, and the labels of the trees."""

    forms: dict[str, int]
    words: dict[str, int]
    letters: dict[str, int]
    genres: dict[str, int]
    relations: dict[str, int]
    kinds: dict[str, int]
    tags: dict[str, int]


def number_all(trees: list[Tree], plain: list[Tree], *, least: int = 2) -> Numbers:
    """The vocabularies: labels of the trees; words seen `least` times in trees and plain words together."""
    forms = sorted({word for tree in [*trees, *plain] for word in tree.words})
    counts = Counter(word_of(word) for tree in [*trees, *plain] for word in tree.words)
    return Numbers(
        forms=numbered(forms),
        words=numbered(sorted(word for word, count in counts.items() if count >= least)),
        letters=numbered(sorted({letter for form in forms for letter in form.translate(PLAIN)})),
        genres=numbered(sorted({tree.genre for tree in trees} | {NEWS})),
        relations=numbered(sorted({label for tree in trees for label in tree.relations})),
        kinds=numbered(sorted({label for tree in trees for label in tree.kinds})),
        tags=numbered(sorted({label for tree in trees for label in tree.tags})),
    )


def numbered(items: list[str]) -> dict[str, int]:
    """Numbers from 2 on."""
    return {item: number for number, item in enumerate(items, start=2)}


def word_of(form: str) -> str:
    """The form in small letters with plain marks; figures all alike."""
    return "".join("0" if letter.isdigit() else letter for letter in form.translate(PLAIN).lower())


def form_tables(numbers: Numbers) -> tuple[Tensor, Tensor]:
    """For each form: its word (forms), and its first and last letters (forms, LETTERS)."""
    size = len(numbers.forms) + 2
    words = torch.zeros(size, dtype=torch.long)
    letters = torch.zeros(size, LETTERS, dtype=torch.long)
    words[MASK] = MASK
    letters[MASK, 0] = MASK
    for form, number in numbers.forms.items():
        plain = form.translate(PLAIN)
        words[number] = numbers.words.get(word_of(form), UNKNOWN)
        kept = plain if len(plain) <= LETTERS else plain[: LETTERS // 2] + plain[-LETTERS // 2 :]
        letters[number, : len(kept)] = torch.tensor([numbers.letters.get(letter, UNKNOWN) for letter in kept])
    return words, letters


@dataclass(frozen=True, slots=True)
class Batch:
    """Sentences side by side, padded: (sentences, words); `mask` is true where there is a word."""

    forms: Tensor
    genres: Tensor
    mask: Tensor
    heads: Tensor
    relations: Tensor
    kinds: Tensor
    tags: Tensor
    rows: list[int]


def batches(trees: list[Tree], numbers: Numbers, device: str, *, words: int) -> list[Batch]:
    """The sentences in batches of about `words` words, alike in length, on the device."""
    order = sorted(range(len(trees)), key=lambda row: len(trees[row].words))
    found, rows, longest = [], [], 0
    for row in order:
        longest = len(trees[row].words)
        if rows and longest * (len(rows) + 1) > words:
            found.append(batch(trees, rows, numbers, device))
            rows = []
        rows.append(row)
    if rows:
        found.append(batch(trees, rows, numbers, device))
    return found


def batch(trees: list[Tree], rows: list[int], numbers: Numbers, device: str) -> Batch:
    """The rows as one batch."""
    width = max(len(trees[row].words) for row in rows)

    def padded(values: list[list[int]]) -> Tensor:
        return torch.tensor([row + [0] * (width - len(row)) for row in values], device=device)

    chosen = [trees[row] for row in rows]
    return Batch(
        forms=padded([[numbers.forms.get(word, UNKNOWN) for word in tree.words] for tree in chosen]),
        genres=torch.tensor([numbers.genres.get(tree.genre, UNKNOWN) for tree in chosen], device=device),
        mask=padded([[1] * len(tree.words) for tree in chosen]).bool(),
        heads=padded([tree.heads for tree in chosen]),
        relations=padded([[numbers.relations.get(label, UNKNOWN) for label in tree.relations] for tree in chosen]),
        kinds=padded([[numbers.kinds.get(label, UNKNOWN) for label in tree.kinds] for tree in chosen]),
        tags=padded([[numbers.tags.get(label, UNKNOWN) for label in tree.tags] for tree in chosen]),
        rows=rows,
    )


def shuffled_batches(trees: list[Tree], numbers: Numbers, device: str, *, words: int, seed: int) -> Iterator[Batch]:
    """Batches without end, in an order that the seed gives."""
    dice = random.Random(seed)
    made = batches(trees, numbers, device, words=words)
    while True:
        dice.shuffle(made)
        yield from made
