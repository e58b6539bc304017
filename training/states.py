"""Write down what the shipped parser is to learn: `python states.py CORPORA SILVER PARSER OUT [PART PARTS]`.

Gold paragraphs and silver news become documents; the first parser (PARSER, trained by `parser.cfg`) walks through each of
them. At every state the words that it looks at and the actions that cost nothing are recorded; half of the steps are the
parser's own, wrong ones included, so that the student learns to go on after an error (Goldberg and Nivre 2012).
`student.py` learns from OUT, an array file.
"""

from __future__ import annotations

import gzip
import json
import random
import sys
from collections.abc import Iterator
from pathlib import Path
from types import SimpleNamespace

import numpy as np
import spacy
from spacy.language import Language
from spacy.ml.parser_model import ParserStepModel
from spacy.tokens import Doc
from spacy.training import Example

import fast_products  # noqa: F401 - numpy multiplies
import truce.language.lemmas  # noqa: F401 - registers the lemmatizer of a shipped pipeline
from conllu_trees import Sentence, TreeToken, read_paragraphs
from prepare import EDITED_GENRES, plain_tree_docs, read_lines, tree_docs

GOLD_COPIES = 3
SILVER_COPIES = 2
FEATURES = 8  # words that the parser looks at in a state
GOLDS = 4  # actions without cost that are kept of a state
OWN_STEPS = 0.6
BATCH = 200  # documents
LONGEST = 250  # words of a document; a longer one is left out
LEAST_SURE = 0.85  # silver sentences below it are left out


COLUMNS = {
    "words": np.int32,
    "tags": np.int8,
    "kinds": np.int8,
    "lengths": np.int16,
    "states": np.int16,
    "features": np.int16,
    "golds": np.int8,
}


def main(corpora: Path, silver: Path, parser: Path, out: Path, part: int = 0, parts: int = 1) -> None:
    """Write the states of one part of the documents, of those for training and of those for development."""
    nlp = spacy.load(parser, exclude=["ner", "lemmatizer"])
    dice = random.Random(20240930 + part)
    treebank = corpora / "ud-english"
    paragraphs = list(read_paragraphs(treebank / "train.conllu.gz")) + list(
        read_paragraphs(treebank / "train.conllu.gz", EDITED_GENRES)
    )
    docs = [doc for _ in range(GOLD_COPIES) for doc in tree_docs(paragraphs[part::parts], nlp.vocab, dice)]
    news = [
        [silver_sentence(text, tree, nlp) for text, tree in paragraph]
        for paragraph in list(silver_paragraphs(corpora, silver))[part::parts]
    ]
    docs += [doc for _ in range(SILVER_COPIES) for doc in tree_docs(news, nlp.vocab, dice)]
    dev = list(plain_tree_docs(read_paragraphs(treebank / "dev.conllu.gz"), nlp.vocab))[part::parts]
    out.mkdir(parents=True, exist_ok=True)
    save(nlp, [doc for doc in docs if len(doc) <= LONGEST], out / f"train.{part:02}.npz")
    save(nlp, dev, out / f"dev.{part:02}.npz")


def silver_paragraphs(corpora: Path, silver: Path) -> Iterator[list[tuple[str, dict]]]:
    """The news with its silver trees, neighbouring sentences in one paragraph."""
    with gzip.open(silver, "rt", encoding="utf-8") as lines:
        trees = {record["id"]: record for record in map(json.loads, lines) if record["sure"] >= LEAST_SURE}
    paragraph: list[tuple[str, dict]] = []
    last = -2
    for row in read_lines(corpora / "ner-news" / "train.jsonl.gz"):
        if paragraph and (row["id"] != last + 1 or row["id"] not in trees):
            yield paragraph
            paragraph = []
        if row["id"] in trees:
            paragraph.append((row["text"], trees[row["id"]]))
            last = row["id"]
    yield paragraph


def silver_sentence(text: str, tree: dict, nlp: Language) -> Sentence:
    """The words of a text with their silver tree."""
    tokens = [token for token in nlp.make_doc(text) if not token.is_space]
    columns = zip(tokens, tree["heads"], *(tree[name].split() for name in ("relations", "kinds", "tags")), strict=True)
    return [
        TreeToken(
            form=token.text,
            lemma="_",
            kind=kind,
            tag=tag,
            head=head - 1 if head else None,
            relation=relation,
            space_after=bool(token.whitespace_) or place == len(tokens) - 1,
        )
        for place, (token, head, relation, kind, tag) in enumerate(columns)
    ]


def save(nlp: Language, docs: list[Doc], path: Path) -> None:
    """Walk the documents and write forms, tags and states as arrays."""
    docs = sorted(docs, key=len)
    forms: dict[str, int] = {}
    columns: dict[str, list[np.ndarray]] = {name: [] for name in COLUMNS}
    tags = {label: number for number, label in enumerate(nlp.get_pipe("tagger").labels)}
    kinds = {label.removeprefix("POS="): number for number, label in enumerate(nlp.get_pipe("morphologizer").labels)}
    for start in range(0, len(docs), BATCH):
        batch = docs[start : start + BATCH]
        columns["words"] += [np.array([forms.setdefault(token.text, len(forms)) for token in doc]) for doc in batch]
        columns["tags"] += [np.array([tags.get(token.tag_, -1) for token in doc]) for doc in batch]
        columns["kinds"] += [np.array([kinds.get(token.pos_, -1) for token in doc]) for doc in batch]
        columns["lengths"].append(np.array([len(doc) for doc in batch]))
        features, golds, states = walk(nlp, batch, seed=start)
        columns["features"].append(features.astype(np.int16))
        columns["golds"].append(golds.astype(np.int8))
        columns["states"].append(states)
    arrays = {name: np.concatenate(columns[name]).astype(kind) for name, kind in COLUMNS.items()}
    sizes = np.array([len(tags), len(kinds), nlp.get_pipe("parser").moves.n_moves])
    np.savez(path, **arrays, sizes=sizes, forms=np.array(list(forms), dtype=str), rows=form_rows(nlp, list(forms)))
    print(f"{path}: {len(docs)} documents, {len(arrays['words'])} words, {len(arrays['features'])} states", flush=True)


def walk(nlp: Language, docs: list[Doc], *, seed: int) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """The states of the documents in order: the words looked at (states, FEATURES), the actions (states, GOLDS), -1 where
    none, and the number of states of each document."""
    parser = nlp.get_pipe("parser")
    chance = np.random.default_rng(seed)
    plain = [
        Doc(nlp.vocab, words=[token.text for token in doc], spaces=[bool(token.whitespace_) for token in doc]) for doc in docs
    ]
    for doc in plain:
        nlp.get_pipe("tok2vec")(doc)
    model = parser.model.predict(plain)
    states, golds, _ = parser.moves.init_gold_batch([Example(made, gold) for made, gold in zip(plain, docs, strict=True)])
    offsets = np.cumsum([0, *map(len, plain)])[:-1]
    looking = SimpleNamespace(state2vec=SimpleNamespace(nF=FEATURES))
    places = list(range(len(states)))
    steps: list[tuple[np.ndarray, np.ndarray, np.ndarray]] = []
    while states:
        ids = ParserStepModel.get_token_ids(looking, states)
        ids = np.where(ids >= 0, ids - offsets[places][:, None], -1)
        scores = np.array(model.predict(states), dtype=np.float32)
        free = parser.get_batch_loss(states, golds, np.zeros_like(scores), {}) <= 0
        first = np.argsort(~free, axis=1, kind="stable")[:, :GOLDS]
        steps.append((np.array(places), ids, np.where(np.take_along_axis(free, first, 1), first, -1)))
        led = chance.random(len(states)) >= OWN_STEPS
        scores[led] = np.where(free[led], scores[led], -1e9)
        parser.transition_states(states, scores)
        kept = [row for row, state in enumerate(states) if not state.is_final()]
        states, golds, places = ([items[row] for row in kept] for items in (states, golds, places))
    owners, features, actions = (np.concatenate(parts) for parts in zip(*steps, strict=True))
    order = np.argsort(owners, kind="stable")
    return features[order], actions[order], np.bincount(owners, minlength=len(docs))


def form_rows(nlp: Language, forms: list[str]) -> np.ndarray:
    """The rows of the four hashed tables that each form reads (forms, 4 tables, 4 rows), as hashes before the modulo."""
    model = nlp.get_pipe("tok2vec").model
    lexemes = [nlp.vocab[form] for form in forms]
    attributes = [[lexeme.norm, lexeme.prefix, lexeme.suffix, lexeme.shape] for lexeme in lexemes]
    keys = np.array(attributes, dtype=np.uint64)
    tables = [node for node in model.walk() if node.name == "hashembed"]
    hashed = [model.ops.hash(np.ascontiguousarray(keys[:, i]), table.attrs["seed"]) for i, table in enumerate(tables)]
    return np.stack(hashed, axis=1)


if __name__ == "__main__":
    main(*map(Path, sys.argv[1:5]), *map(int, sys.argv[5:]))
