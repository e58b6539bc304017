"""The teacher: a biaffine parser over BiLSTMs that reads words and their letters (Dozat and Manning 2017).

It is several times larger and slower than what ships, and only makes the trees that the shipped parser learns from.
"""

from __future__ import annotations

import torch
from torch import Tensor, nn
from torch.nn import functional

from teacher_data import MASK, UNKNOWN, Batch, Numbers

WIDTH = 448  # of one direction of an LSTM
LAYERS = 3
DROPOUT = 0.33
GENRE_DROPOUT = 0.1
WORD_DROPOUT = 0.12


class Shared(nn.Module):
    """Dropout with one mask for all words of a sentence."""

    def __init__(self, rate: float) -> None:
        super().__init__()
        self.rate = rate

    def forward(self, values: Tensor) -> Tensor:
        """Values (sentences, words, width) with some columns of a sentence put out."""
        if not self.training:
            return values
        kept = torch.rand(values.shape[0], 1, values.shape[2], device=values.device) >= self.rate
        return values * kept / (1 - self.rate)


class Reader(nn.Module):
    """From forms to vectors of words in their sentence."""

    def __init__(self, numbers: Numbers, words: Tensor, letters: Tensor) -> None:
        super().__init__()
        self.register_buffer("words", words)
        self.register_buffer("letters", letters)
        self.word = nn.Embedding(len(numbers.words) + 2, 256)
        self.letter = nn.Embedding(len(numbers.letters) + 2, 64, padding_idx=UNKNOWN)
        self.grams = nn.ModuleList(nn.Conv1d(64, 128, size, padding=size // 2) for size in (3, 5))
        self.genre = nn.Embedding(len(numbers.genres) + 2, 32)
        self.root = nn.Parameter(torch.zeros(1, 1, 256 + 256 + 32))
        sizes = [256 + 256 + 32, *[2 * WIDTH] * (LAYERS - 1)]
        self.layers = nn.ModuleList(nn.LSTM(size, WIDTH, batch_first=True, bidirectional=True) for size in sizes)
        self.drop = Shared(DROPOUT)

    def forward(self, forms: Tensor, genres: Tensor, mask: Tensor) -> list[Tensor]:
        """The vectors of each layer (sentences, 1 + words, width); the first place is the root."""
        words = self.words[forms]
        if self.training:
            words = words.masked_fill(torch.rand(words.shape, device=words.device) < WORD_DROPOUT, UNKNOWN)
            genres = genres.masked_fill(torch.rand(genres.shape, device=genres.device) < GENRE_DROPOUT, UNKNOWN)
        genre = self.genre(genres)[:, None].expand(-1, forms.shape[1], -1)
        inputs = torch.cat([self.word(words), self.spell(forms), genre], dim=-1)
        values = torch.cat([self.root.expand(len(forms), -1, -1), inputs], dim=1)
        lengths = mask.sum(1).cpu() + 1
        found = []
        for layer in self.layers:
            packed = nn.utils.rnn.pack_padded_sequence(self.drop(values), lengths, batch_first=True, enforce_sorted=False)
            values, _ = nn.utils.rnn.pad_packed_sequence(layer(packed)[0], batch_first=True)
            found.append(self.drop(values))
        return found

    def spell(self, forms: Tensor) -> Tensor:
        """Vectors from the letters of forms (sentences, words, 256)."""
        unique, places = torch.unique(forms, return_inverse=True)
        letters = self.letter(self.letters[unique]).transpose(1, 2)
        return torch.cat([functional.gelu(gram(letters)).amax(2) for gram in self.grams], dim=-1)[places]


class Perceptron(nn.Module):
    """One layer between the reader and a scorer."""

    def __init__(self, size: int) -> None:
        super().__init__()
        self.inner = nn.Linear(2 * WIDTH, size)
        self.drop = Shared(DROPOUT)

    def forward(self, values: Tensor) -> Tensor:
        """Values (sentences, words, size)."""
        return self.drop(functional.leaky_relu(self.inner(values), 0.1))


class Teacher(nn.Module):
    """Scores of heads, relations and tags, and of masked words while it only reads."""

    def __init__(self, numbers: Numbers, words: Tensor, letters: Tensor) -> None:
        super().__init__()
        self.reader = Reader(numbers, words, letters)
        self.arc_head, self.arc_child = Perceptron(512), Perceptron(512)
        self.relation_head, self.relation_child = Perceptron(128), Perceptron(128)
        self.arc = nn.Parameter(torch.zeros(513, 512))
        self.relation = nn.Parameter(torch.zeros(len(numbers.relations) + 2, 129, 129))
        nn.init.normal_(self.arc, std=0.02)
        self.kind = nn.Linear(2 * WIDTH, len(numbers.kinds) + 2)
        self.tag = nn.Linear(2 * WIDTH, len(numbers.tags) + 2)
        self.guess = nn.Linear(2 * WIDTH, 256)
        self.guess_bias = nn.Parameter(torch.zeros(len(numbers.words) + 2))

    def arcs(self, vectors: Tensor, mask: Tensor) -> Tensor:
        """Log probabilities of the heads (sentences, words, 1 + words)."""
        heads, children = self.arc_head(vectors), self.arc_child(vectors[:, 1:])
        scores = with_one(children) @ self.arc @ heads.transpose(1, 2)
        allowed = functional.pad(mask, (1, 0), value=True)[:, None]
        return functional.log_softmax(scores.masked_fill(~allowed, -1e4), dim=-1)

    def relations(self, vectors: Tensor, heads: Tensor) -> Tensor:
        """Log probabilities of the relations, given the heads (sentences, words, relations)."""
        chosen = self.relation_head(vectors).gather(1, heads[..., None].expand(-1, -1, 128))
        scores = torch.einsum("bwi,rij,bwj->bwr", with_one(self.relation_child(vectors[:, 1:])), self.relation, with_one(chosen))
        return functional.log_softmax(scores, dim=-1)

    def loss(self, batch: Batch) -> Tensor:
        """How far the scores are from the trees of a batch, per word."""
        layers = self.reader(batch.forms, batch.genres, batch.mask)
        top, lower = layers[-1], layers[-2][:, 1:]
        parts = [
            (self.arcs(top, batch.mask), batch.heads, 1.0),
            (self.relations(top, batch.heads), batch.relations, 1.0),
            (functional.log_softmax(self.kind(lower), -1), batch.kinds, 0.3),
            (functional.log_softmax(self.tag(lower), -1), batch.tags, 0.3),
        ]
        return sum(share * functional.nll_loss(scores[batch.mask], gold[batch.mask]) for scores, gold, share in parts)

    def reading_loss(self, batch: Batch, *, hidden: float = 0.2) -> Tensor:
        """How badly the hidden words of a batch are guessed."""
        hide = (torch.rand(batch.forms.shape, device=batch.forms.device) < hidden) & batch.mask
        top = self.reader(batch.forms.masked_fill(hide, MASK), batch.genres, batch.mask)[-1][:, 1:]
        scores = self.guess(top[hide]) @ self.reader.word.weight.T + self.guess_bias
        return functional.cross_entropy(scores, self.reader.words[batch.forms[hide]])


def with_one(values: Tensor) -> Tensor:
    """The values with a column of ones."""
    return torch.cat([values, torch.ones_like(values[..., :1])], dim=-1)
