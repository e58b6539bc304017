"""Make silver trees for the world news: several teachers learn the treebank, then parse the news together.

`python silver.py train CORPORA WORDS OUT --seed 1 --reading 90 --learning 200` trains one teacher for so many seconds
(first it only reads and guesses hidden words, then it learns the trees); `python silver.py parse CORPORA WORDS OUT` lets
all teachers in OUT parse WORDS (a sentence number and its words a line, made by `prepare.py`) and writes
OUT/silver.jsonl.gz. Needs PyTorch; made for one GPU, on which seconds stand for epochs, so a second run gives other trees
in detail. That is why the trees are kept.
"""

from __future__ import annotations

import argparse
import gzip
import json
import math
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import torch
from torch import Tensor

from spanning_tree import best_heads
from teacher import Teacher
from teacher_data import Batch, Numbers, Tree, batches, form_tables, number_all, read_trees, read_words, shuffled_batches

BATCH_WORDS = 6_000
WARMING = 0.05  # the share of the time in which the rate rises
EDITED = frozenset("news interview bio voyage academic textbook speech court essay letter".split())


def main() -> None:
    """Train or parse, as the command line says."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("task", choices=["train", "parse"])
    for name in ("corpora", "words", "out"):
        parser.add_argument(name, type=Path)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--reading", type=float, default=90, help="seconds")
    parser.add_argument("--learning", type=float, default=200, help="seconds")
    parser.add_argument("--limit", type=int, default=None, help="sentences, for a trial")
    chosen = parser.parse_args()
    chosen.out.mkdir(parents=True, exist_ok=True)
    device = "cuda" if torch.cuda.is_available() else "cpu"
    torch.manual_seed(chosen.seed)
    torch.set_float32_matmul_precision("high")
    treebank = chosen.corpora / "ud-english"
    trees = list(read_trees(treebank / "train.conllu.gz"))[: chosen.limit]
    dev = list(read_trees(treebank / "dev.conllu.gz"))[: chosen.limit]
    plain = list(read_words(chosen.words))[: chosen.limit]
    numbers = number_all(trees, [tree for _, tree in plain] + [Tree(tree.genre, tree.words) for tree in dev])
    teacher = Teacher(numbers, *form_tables(numbers)).to(device)
    if chosen.task == "train":
        readable = trees + [tree for _, tree in plain]
        learn(
            teacher, shuffled_batches(readable, numbers, device, words=12_000, seed=chosen.seed), chosen.reading, "reading_loss"
        )
        learn(teacher, shuffled_batches(trees, numbers, device, words=BATCH_WORDS, seed=chosen.seed), chosen.learning, "loss")
        torch.save(teacher.state_dict(), chosen.out / f"teacher.{chosen.seed}.pt")
        report([teacher], dev, numbers, device, f"teacher {chosen.seed}")
    else:
        teachers = [load(teacher_file, numbers, device) for teacher_file in sorted(chosen.out.glob("teacher.*.pt"))]
        report(teachers, dev, numbers, device, f"{len(teachers)} teachers")
        write(teachers, plain, numbers, device, chosen.out / "silver.jsonl.gz")


def load(path: Path, numbers: Numbers, device: str) -> Teacher:
    """A teacher from its file."""
    teacher = Teacher(numbers, *form_tables(numbers)).to(device)
    teacher.load_state_dict(torch.load(path, map_location=device))
    return teacher.eval()


def learn(teacher: Teacher, supply: Iterator[Batch], seconds: float, task: str) -> None:
    """Train for so many seconds at a rate that rises, then falls to nothing; the weights are averaged at the end."""
    weights = [weight for weight in teacher.parameters() if weight.requires_grad]
    optimizer = torch.optim.AdamW(weights, lr=0.0, betas=(0.9, 0.95), weight_decay=1e-3)
    measure: Callable[[Batch], Tensor] = getattr(teacher, task)
    teacher.train()
    start, steps, done, total = time.monotonic(), 0, 0.0, 0.0
    while done < 1:
        rate = 2e-3 * min(done / WARMING, 1.0) * (1 - done)
        for group in optimizer.param_groups:
            group["lr"] = max(rate, 1e-6)
        optimizer.zero_grad(set_to_none=True)
        loss = measure(next(supply))
        loss.backward()
        torch.nn.utils.clip_grad_norm_(weights, 5.0)
        optimizer.step()
        steps += 1
        total += float(loss.detach()) if steps % 50 == 0 else 0.0
        done = (time.monotonic() - start) / seconds
        if steps % 500 == 0:
            print(f"{task} {steps} steps {time.monotonic() - start:.0f} s loss {total / 10:.3f}", flush=True)
            total = 0.0
    print(f"{task}: {steps} steps in {time.monotonic() - start:.0f} s", flush=True)


@torch.no_grad()
def parsed(teachers: list[Teacher], batch: Batch) -> Iterator[tuple[int, dict[str, object]]]:
    """The trees of a batch by all teachers together: the row, and heads, relations, kinds, tags, sureness."""
    for teacher in teachers:
        teacher.eval()
    layers = [teacher.reader(batch.forms, batch.genres, batch.mask) for teacher in teachers]
    arcs = mean([teacher.arcs(found[-1], batch.mask) for teacher, found in zip(teachers, layers, strict=True)])
    kinds = mean([torch.log_softmax(teacher.kind(found[-2][:, 1:]), -1) for teacher, found in zip(teachers, layers, strict=True)])
    tags = mean([torch.log_softmax(teacher.tag(found[-2][:, 1:]), -1) for teacher, found in zip(teachers, layers, strict=True)])
    scores, widths = arcs.cpu().numpy(), batch.mask.sum(1).tolist()
    found_heads = torch.zeros(batch.forms.shape, dtype=torch.long)
    for place, width in enumerate(widths):
        found_heads[place, :width] = torch.from_numpy(best_heads(scores[place, :width, : width + 1]))
    heads = found_heads.to(batch.forms.device)
    given = mean([teacher.relations(found[-1], heads) for teacher, found in zip(teachers, layers, strict=True)])
    chosen = given.argmax(-1)
    sure = (arcs.gather(2, heads[..., None])[..., 0] + given.amax(-1)).exp()
    rows = [tensor.cpu().tolist() for tensor in (heads, chosen, kinds.argmax(-1), tags.argmax(-1), sure)]
    for place, (row, width) in enumerate(zip(batch.rows, widths, strict=True)):
        cut = [values[place][:width] for values in rows]
        yield row, dict(zip(("heads", "relations", "kinds", "tags", "sure"), cut, strict=True))


def mean(scores: list[Tensor]) -> Tensor:
    """Log of the mean of probabilities given by their logs."""
    return torch.logsumexp(torch.stack(scores), 0) - math.log(len(scores))


def report(teachers: list[Teacher], dev: list[Tree], numbers: Numbers, device: str, name: str) -> None:
    """Print how many words of the development trees get their head and relation, by genre, on the treebank's words."""
    labels = {number: label for label, number in numbers.relations.items()}
    kinds = {number: label for label, number in numbers.kinds.items()}
    counts: dict[str, list[int]] = {}
    for made in batches(dev, numbers, device, words=BATCH_WORDS):
        for row, found in parsed(teachers, made):
            tree = dev[row]
            for group in ("all", tree.genre, *(["edited"] if tree.genre in EDITED else [])):
                count = counts.setdefault(group, [0, 0, 0, 0, 0])
                for place, relation in enumerate(tree.relations):
                    count[3] += kinds.get(found["kinds"][place]) == tree.kinds[place]
                    count[4] += 1
                    if relation != "punct":
                        right = found["heads"][place] == tree.heads[place]
                        count[0] += right and labels.get(found["relations"][place]) == relation
                        count[1] += right
                        count[2] += 1
    for group in ("all", "edited", "news", "weblog", "newsgroup"):
        if group in counts:
            las, uas, words, kind, everything = counts[group]
            print(f"{name} {group}: LAS {las / words:.4f} UAS {uas / words:.4f} UPOS {kind / everything:.4f}", flush=True)


def write(teachers: list[Teacher], plain: list[tuple[str, Tree]], numbers: Numbers, device: str, path: Path) -> None:
    """Write the trees without their words: number, heads, relations, kinds, tags, and the mean sureness."""
    names = {
        field: {number: label for label, number in getattr(numbers, field).items()} for field in ("relations", "kinds", "tags")
    }
    lines: dict[int, str] = {}
    for made in batches([tree for _, tree in plain], numbers, device, words=2 * BATCH_WORDS):
        for row, found in parsed(teachers, made):
            record = {"id": int(plain[row][0]), "heads": found["heads"]}
            for field, labels in names.items():
                record[field] = " ".join(labels.get(number, "_") for number in found[field])
            record["sure"] = round(sum(found["sure"]) / len(found["sure"]), 3)
            lines[row] = json.dumps(record, separators=(",", ":"))
    with gzip.open(path, "wt", encoding="utf-8", compresslevel=9) as file:
        file.writelines(lines[row] + "\n" for row in sorted(lines))
    print(f"{path}: {len(lines)} sentences", flush=True)


if __name__ == "__main__":
    main()
