"""Let the grafted parser learn from its own steps: `python polish.py CORPORA SILVER PARSER OUT WORDS|SECONDSs`.

The student learned from the steps of the first parser. Here spaCy trains it for some more words (`470000`) or seconds
(`1200s`) at a low, falling rate, with the steps that the parser itself would take and documents of every length. What is
written lies half way between the weights before and after: better than either on the development trees.
"""

from __future__ import annotations

import random
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import spacy
from spacy.language import Language
from spacy.tokens import Doc
from spacy.training import Example
from spacy.util import fix_random_seed
from thinc.api import Adam, Model

import fast_products  # noqa: F401 - numpy multiplies
from conllu_trees import read_paragraphs
from prepare import EDITED_GENRES, tree_docs
from states import silver_paragraphs, silver_sentence

RATE, WARMING, DROPOUT = 0.0005, 0.05, 0.1
BATCH_WORDS = 1_500


def main(corpora: Path, silver: Path, parser: Path, out: Path, amount: str) -> None:
    """Write the polished pipeline."""
    fix_random_seed(0)
    nlp = spacy.load(parser)
    docs = training_docs(nlp, corpora, silver)
    optimizer = Adam(0.0, beta1=0.9, beta2=0.999, L2=0.01, L2_is_weight_decay=True, grad_clip=1.0, use_averages=True)
    before = [values.copy() for _, _, values in parameters(nlp)]
    start, words, done, losses = time.monotonic(), 0, 0.0, {}
    for batch in batches(docs):
        if done >= 1:
            break
        optimizer.learn_rate = RATE * min(done / WARMING + 0.01, 1.0) * (1 - done)
        examples = [Example(plain(nlp, doc), doc) for doc in batch]
        nlp.update(examples, drop=DROPOUT, sgd=optimizer, losses=losses)
        words += sum(map(len, batch))
        limit = float(amount.rstrip("s"))
        done = (time.monotonic() - start) / limit if amount.endswith("s") else words / limit
    with nlp.use_params(optimizer.averages):
        after = [values.copy() for _, _, values in parameters(nlp)]
    for (node, name, _), old, new in zip(parameters(nlp), before, after, strict=True):
        node.set_param(name, (old + new) / 2)
    nlp.to_disk(out)
    print(f"{words} words in {time.monotonic() - start:.0f} s: {losses}")


def parameters(nlp: Language) -> list[tuple[Model, str, np.ndarray]]:
    """All weights of the pipeline with their layer and name."""
    nodes = [node for _, component in nlp.pipeline for node in component.model.walk()]
    return [(node, name, node.get_param(name)) for node in nodes for name in node.param_names if node.has_param(name)]


def training_docs(nlp: Language, corpora: Path, silver: Path) -> list[Doc]:
    """Treebank and news as documents, mixed."""
    dice = random.Random(20240930)
    treebank = corpora / "ud-english" / "train.conllu.gz"
    paragraphs = list(read_paragraphs(treebank)) + list(read_paragraphs(treebank, EDITED_GENRES))
    news = [[silver_sentence(*item, nlp) for item in paragraph] for paragraph in silver_paragraphs(corpora, silver)]
    docs = [doc for group in (paragraphs, news) for doc in tree_docs(group, nlp.vocab, dice)]
    dice.shuffle(docs)
    return docs


def batches(docs: list[Doc]) -> Iterator[list[Doc]]:
    """The documents again and again, in groups of about `BATCH_WORDS` words."""
    group: list[Doc] = []
    while True:
        for doc in docs:
            group.append(doc)
            if sum(map(len, group)) >= BATCH_WORDS:
                yield group
                group = []


def plain(nlp: Language, doc: Doc) -> Doc:
    """The words of a document alone."""
    return Doc(nlp.vocab, words=[token.text for token in doc], spaces=[bool(token.whitespace_) for token in doc])


if __name__ == "__main__":
    main(*map(Path, sys.argv[1:5]), sys.argv[5])
