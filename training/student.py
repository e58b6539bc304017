"""Train the parser that ships, in PyTorch: `python student.py STATES OUT.npz --seed 1 --epochs 40`.

The network is that of `parser.cfg`, layer by layer (hashed embeddings, maxout windows, taggers, transition parser), so that
`graft.py` can set the weights into spaCy. What is gained is speed: a minute on a GPU stands for hours of `spacy train`.
STATES is what `states.py` wrote. With `--seconds` the rate falls with the time, not with the epochs.
"""

from __future__ import annotations

import argparse
import copy
import random
import time
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
from torch import Tensor, nn
from torch.nn import functional

WIDTH, DEPTH, HIDDEN, PIECES, STATE_PIECES, FEATURES = 160, 6, 96, 3, 2, 8
GAP = DEPTH  # empty places between documents, as spaCy leaves them
ROWS = (12_000, 1_500, 3_000, 2_500)
BATCH_WORDS = 12_000
WARMING = 0.03
AVERAGE = 0.998  # the share that the running average of the weights keeps at each step


@dataclass(frozen=True, slots=True)
class Documents:
    """All documents end to end on the device, with where each begins and ends among the words and the states."""

    words: Tensor
    tags: Tensor
    kinds: Tensor
    features: Tensor
    golds: Tensor
    word_ends: np.ndarray
    state_ends: np.ndarray


@dataclass(frozen=True, slots=True)
class Batch:
    """Places of words (-1 in the gaps), and states that look at places of the batch (-1 where nothing is)."""

    words: Tensor
    tags: Tensor
    kinds: Tensor
    features: Tensor
    golds: Tensor


def read_documents(files: list[Path], device: str) -> tuple[Documents, np.ndarray, list[int], tuple[int, int, int]]:
    """The documents of array files, the hashes of their forms (forms, tables, 4), the first document of each file and, at
    the end, how many there are; and the numbers of tags, parts of speech and actions."""
    forms: dict[str, int] = {}
    hashes: list[np.ndarray] = []
    columns: dict[str, list[np.ndarray]] = {}
    for file in files:
        arrays = np.load(file)
        numbers = np.zeros(len(arrays["forms"]), dtype=np.int64)
        for place, (form, rows) in enumerate(zip(arrays["forms"].tolist(), arrays["rows"], strict=True)):
            if form not in forms:
                forms[form] = len(forms)
                hashes.append(rows)
            numbers[place] = forms[form]
        columns.setdefault("words", []).append(numbers[arrays["words"]])
        for name in ("tags", "kinds", "features", "golds", "lengths", "states"):
            columns.setdefault(name, []).append(arrays[name])
        sizes = tuple(int(size) for size in arrays["sizes"])
    joined = {name: np.concatenate(parts) for name, parts in columns.items()}
    found = Documents(
        *(torch.from_numpy(joined[name].astype(np.int64)).to(device) for name in ("words", "tags", "kinds", "features", "golds")),
        word_ends=np.cumsum([0, *joined["lengths"].astype(np.int64)]),
        state_ends=np.cumsum([0, *joined["states"].astype(np.int64)]),
    )
    bounds = np.cumsum([0, *map(len, columns["lengths"])]).tolist()
    return found, np.stack(hashes), bounds, (sizes[0], sizes[1], sizes[2])


def plan_batches(documents: Documents, numbers: range, dice: random.Random) -> list[list[int]]:
    """The numbers of documents, mixed, in groups of about `BATCH_WORDS` words."""
    order = list(numbers)
    dice.shuffle(order)
    groups: list[list[int]] = [[]]
    words = 0
    for number in order:
        length = documents.word_ends[number + 1] - documents.word_ends[number]
        if words + length > BATCH_WORDS:
            groups.append([])
            words = 0
        groups[-1].append(number)
        words += length
    return groups


def gather(documents: Documents, numbers: list[int]) -> Batch:
    """The documents side by side with gaps between them."""
    device = documents.words.device
    first = torch.from_numpy(documents.word_ends[numbers]).to(device)
    lengths = torch.from_numpy(documents.word_ends[np.array(numbers) + 1] - documents.word_ends[numbers]).to(device)
    starts = torch.cumsum(lengths + GAP, 0) - lengths  # the place of the first word of each document
    total = int(starts[-1] + lengths[-1]) + GAP
    owner = torch.repeat_interleave(torch.arange(len(numbers), device=device), lengths)
    within = torch.arange(len(owner), device=device) - torch.repeat_interleave(torch.cumsum(lengths, 0) - lengths, lengths)
    places, source = starts[owner] + within, first[owner] + within
    words = torch.full((total,), -1, device=device)
    words[places] = documents.words[source]
    tags, kinds = torch.full_like(words, -1), torch.full_like(words, -1)
    tags[places], kinds[places] = documents.tags[source], documents.kinds[source]
    first_state = torch.from_numpy(documents.state_ends[numbers]).to(device)
    counts = torch.from_numpy(documents.state_ends[np.array(numbers) + 1] - documents.state_ends[numbers]).to(device)
    owner = torch.repeat_interleave(torch.arange(len(numbers), device=device), counts)
    within = torch.arange(len(owner), device=device) - torch.repeat_interleave(torch.cumsum(counts, 0) - counts, counts)
    source = first_state[owner] + within
    features = documents.features[source]
    features = torch.where(features >= 0, features + starts[owner][:, None], -1)
    return Batch(words, tags, kinds, features, documents.golds[source])


class Maxout(nn.Module):
    """A maxout layer with a normed result, as thinc has it."""

    def __init__(self, size: int, rate: float) -> None:
        super().__init__()
        self.W = nn.Parameter(torch.empty(WIDTH, PIECES, size))
        self.b = nn.Parameter(torch.zeros(WIDTH, PIECES))
        self.norm = nn.LayerNorm(WIDTH, eps=1e-8)
        self.rate = rate
        nn.init.uniform_(self.W, -((6 / (size + WIDTH * PIECES)) ** 0.5), (6 / (size + WIDTH * PIECES)) ** 0.5)

    def forward(self, values: Tensor) -> Tensor:
        """Values (places, WIDTH)."""
        scores = functional.linear(values, self.W.reshape(WIDTH * PIECES, -1), self.b.reshape(-1))
        return functional.dropout(self.norm(scores.view(-1, WIDTH, PIECES).amax(-1)), self.rate, self.training)


class Student(nn.Module):
    """The shared layers, both taggers and the parser."""

    def __init__(self, hashes: np.ndarray, sizes: tuple[int, int, int], *, dropout: float, blind: float) -> None:
        super().__init__()
        rows = np.stack([hashes[:, table] % size for table, size in enumerate(ROWS)], axis=1).astype(np.int64)
        self.register_buffer("rows", torch.from_numpy(rows), persistent=False)
        self.tables = nn.ParameterList(torch.empty(size, WIDTH).uniform_(-0.1, 0.1) for size in ROWS)
        self.mix = Maxout(len(ROWS) * WIDTH, dropout)
        self.windows = nn.ModuleList(Maxout(3 * WIDTH, dropout) for _ in range(DEPTH))
        self.tag, self.kind = nn.Linear(WIDTH, sizes[0]), nn.Linear(WIDTH, sizes[1])
        self.narrow = nn.Linear(WIDTH, HIDDEN)
        self.lower = nn.Parameter(torch.randn(FEATURES, HIDDEN, STATE_PIECES, HIDDEN) * (1 / (FEATURES * HIDDEN)) ** 0.5)
        self.lower_b = nn.Parameter(torch.zeros(HIDDEN, STATE_PIECES))
        self.pad = nn.Parameter(torch.randn(FEATURES, HIDDEN, STATE_PIECES) * 0.1)
        self.upper = nn.Linear(HIDDEN, sizes[2])
        for layer in (self.tag, self.kind, self.upper):
            nn.init.zeros_(layer.weight)
            nn.init.zeros_(layer.bias)
        self.dropout, self.blind = dropout, blind

    def vectors(self, words: Tensor) -> Tensor:
        """The vectors of the words (places, WIDTH); gaps hold what spaCy computes there."""
        rows = self.rows[words.clamp(min=0)]
        embedded = []
        for table, weights in enumerate(self.tables):
            values = functional.embedding_bag(rows[:, table], weights, mode="sum")
            if self.training:
                seen = torch.rand(len(words), 1, device=words.device) >= self.blind * (2.0 if table == 0 else 0.5)
                values = functional.dropout(values * seen, self.dropout, True)
            embedded.append(values)
        values = self.mix(torch.cat(embedded, dim=1)) * (words >= 0)[:, None]
        for window in self.windows:
            before = functional.pad(values[:-1], (0, 0, 1, 0))
            after = functional.pad(values[1:], (0, 0, 0, 1))
            values = values + window(torch.cat([before, values, after], dim=1))
        return values

    def actions(self, vectors: Tensor, features: Tensor) -> Tensor:
        """The scores of the actions in states that look at these places (states, actions)."""
        narrow = self.narrow(vectors)
        missing = features < 0
        padded = functional.pad(narrow, (0, 0, 0, 1))
        looked = functional.embedding(features.where(~missing, len(narrow)), padded, padding_idx=len(narrow))
        weights = self.lower.permute(1, 2, 0, 3).reshape(HIDDEN * STATE_PIECES, FEATURES * HIDDEN)
        hidden = functional.linear(looked.flatten(1), weights, self.lower_b.reshape(-1))
        hidden = hidden + missing.to(hidden.dtype) @ self.pad.reshape(FEATURES, -1)
        hidden = hidden.view(-1, HIDDEN, STATE_PIECES).amax(-1)
        return self.upper(functional.dropout(hidden, 0.1, self.training))

    def loss(self, batch: Batch) -> Tensor:
        """The sum of what tags, parts of speech and actions lose."""
        vectors = self.vectors(batch.words)
        scores = functional.log_softmax(self.actions(vectors, batch.features).float(), dim=-1)
        right = scores.gather(1, batch.golds.clamp(min=0)).masked_fill(batch.golds < 0, -1e4)
        tags = functional.cross_entropy(self.tag(vectors).float(), batch.tags, ignore_index=-1, label_smoothing=0.03)
        kinds = functional.cross_entropy(self.kind(vectors).float(), batch.kinds, ignore_index=-1, label_smoothing=0.03)
        return -torch.logsumexp(right, 1).mean() + 0.25 * tags + 0.25 * kinds


@torch.no_grad()
def judge(student: Student, documents: Documents, numbers: range) -> dict[str, float]:
    """The shares of right actions, tags and parts of speech."""
    student.eval()
    counts = np.zeros(6)
    for group in plan_batches(documents, numbers, random.Random(0)):
        batch = gather(documents, group)
        vectors = student.vectors(batch.words)
        chosen = student.actions(vectors, batch.features).argmax(1)
        counts[0] += int((batch.golds == chosen[:, None]).any(1).sum())
        counts[1] += len(chosen)
        for place, (layer, gold) in enumerate(((student.tag, batch.tags), (student.kind, batch.kinds))):
            counts[2 + 2 * place] += int(((layer(vectors).argmax(1) == gold) & (gold >= 0)).sum())
            counts[3 + 2 * place] += int((gold >= 0).sum())
    student.train()
    return {"actions": counts[0] / counts[1], "tags": counts[2] / counts[3], "kinds": counts[4] / counts[5]}


def train(student: Student, documents: Documents, parts: tuple[range, range], chosen: argparse.Namespace) -> Student:
    """Train on the first part and return the running average of the weights; the second part is for a look now and then."""
    average = copy.deepcopy(student)
    optimizer = torch.optim.AdamW(student.parameters(), lr=0.0, betas=(0.9, 0.98), weight_decay=chosen.decay)
    dice = random.Random(chosen.seed)
    steps, done, start, looks = 0, 0.0, time.monotonic(), 0
    while done < 1:
        groups = plan_batches(documents, parts[0], dice)
        for group in groups:
            for setting in optimizer.param_groups:
                setting["lr"] = chosen.rate * max(min(done / WARMING, 1.0) * (1 - done), 1e-3)
            optimizer.zero_grad(set_to_none=True)
            loss = student.loss(gather(documents, group))
            loss.backward()
            torch.nn.utils.clip_grad_norm_(student.parameters(), 1.0)
            optimizer.step()
            follow(average, student, min(AVERAGE, steps / (steps + 10)))
            steps += 1
            passed = time.monotonic() - start
            done = passed / chosen.seconds if chosen.seconds else steps / len(groups) / chosen.epochs
            if done >= 1:
                break
        if done >= looks / 8:
            looks = int(done * 8) + 1
            found = judge(average, documents, parts[1])
            print(
                f"{steps} steps, epoch {steps / len(groups):.1f}, {passed:.0f} s, loss {float(loss.detach()):.4f}, {found}",
                flush=True,
            )
    print(chosen, f"{steps} steps in {passed:.0f} s:", judge(average, documents, parts[1]), flush=True)
    return average


@torch.no_grad()
def follow(average: Student, student: Student, kept: float) -> None:
    """Move the averaged weights towards the present ones."""
    mine, theirs = list(average.parameters()), list(student.parameters())
    torch._foreach_lerp_(mine, theirs, 1 - kept)


def main() -> None:
    """Train and write the averaged weights."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("states", type=Path)
    parser.add_argument("out", type=Path)
    for name, kind, value in (("seed", int, 1), ("epochs", float, 40), ("seconds", float, 0), ("dropout", float, 0.2),
                              ("blind", float, 0.03), ("rate", float, 0.002), ("decay", float, 0.02)):  # fmt: skip
        parser.add_argument(f"--{name}", type=kind, default=value)
    parser.add_argument("--weights", type=Path, help="go on from these")
    chosen = parser.parse_args()
    device = "cuda" if torch.cuda.is_available() else "cpu"
    torch.manual_seed(chosen.seed)
    torch.set_float32_matmul_precision("high")
    files = [*sorted(chosen.states.glob("train.*.npz")), *sorted(chosen.states.glob("dev.*.npz"))]
    documents, hashes, bounds, sizes = read_documents(files, device)
    middle = bounds[len(files) // 2]
    student = Student(hashes, sizes, dropout=chosen.dropout, blind=chosen.blind).to(device)
    if chosen.weights:
        student.load_state_dict(
            {name: torch.from_numpy(value.astype(np.float32)) for name, value in np.load(chosen.weights).items()}
        )
    average = train(student, documents, (range(middle), range(middle, bounds[-1])), chosen)
    weights = {name: value.cpu().numpy().astype(np.float16) for name, value in average.state_dict().items()}
    np.savez(chosen.out, **weights)


if __name__ == "__main__":
    main()
