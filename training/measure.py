"""Measure the pipeline that ships, from raw text: `python measure.py CORPORA [MODEL]`.

Trees: labelled attachment (LAS, punctuation aside, relations with their subtypes), tags, lemmas and sentence
boundaries on `ud-english/test`, given to the pipeline as running paragraphs.  Names: F on `ner-news/dev`.  Speed:
words a second on one core over the same paragraphs, the whole pipeline.  Size: megabytes on disk.
"""

from __future__ import annotations

import os

os.environ.setdefault("OMP_NUM_THREADS", "1")
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")

import sys
import time
from pathlib import Path

import spacy
from spacy.scorer import Scorer
from spacy.tokens import Doc
from spacy.training import Example

import truce.language.pipeline as door
from conllu_trees import Sentence, read_paragraphs
from prepare import name_docs, read_lines, tree_doc

GUM_GENRES = frozenset("news interview bio voyage academic textbook speech court vlog essay letter podcast".split())
BARS = {
    "open genres": {"las": 0.86, "upos": 0.965},
    "news": {"las": 0.83, "sentences": 0.94},
    "names": {"f": 0.90},
    "speed": {"words_per_second": 3500},
    "size": {"megabytes": 30},
}


def main(corpora: Path, model: Path) -> None:
    """Print a line for each yardstick, with its bar where there is one."""
    door.MODEL = model
    test = corpora / "ud-english" / "test.conllu.gz"
    for name, genres in (
        ("all", None),
        ("open genres", GUM_GENRES),
        ("news", frozenset({"news"})),
        ("web", frozenset({"web"})),
    ):
        show(name, score_trees(list(read_paragraphs(test, genres))))
    show("names", score_names(corpora))
    show("speed", {"words_per_second": measure_speed(list(read_paragraphs(test)))})
    files = [path for path in model.rglob("*") if path.is_file()]
    show("size", {"megabytes": sum(path.stat().st_size for path in files) / 1e6})


def score_trees(paragraphs: list[list[Sentence]]) -> dict[str, float]:
    """LAS, UAS, part-of-speech and lemma accuracy, sentence F over paragraphs parsed from their raw text."""
    gold = [tree_doc(paragraph, door.load_model().vocab) for paragraph in paragraphs]
    examples = [Example(found, right) for found, right in zip(door.parse_many([doc.text for doc in gold]), gold, strict=True)]
    trees = Scorer.score_deps(examples, "dep", head_attr="head", getter=tree_value, ignore_labels=("punct",))
    sentences = Scorer.score_spans(examples, "sents", getter=lambda doc, _: list(doc.sents))
    return {
        "las": trees["dep_las"],
        "uas": trees["dep_uas"],
        "upos": Scorer.score_token_attr(examples, "pos")["pos_acc"],
        "xpos": Scorer.score_token_attr(examples, "tag")["tag_acc"],
        "lemma": Scorer.score_token_attr(examples, "lemma")["lemma_acc"],
        "sentences": sentences["sents_f"],
        "words": float(sum(map(len, gold))),
    }


def tree_value(token: spacy.tokens.Token, attribute: str) -> object:
    """A token's relation by name, so that unknown ones never count as equal."""
    return token.dep if attribute == "dep" else getattr(token, attribute)


def score_names(corpora: Path) -> dict[str, float]:
    """F of the names with span and label right, and of each label."""
    gold = list(name_docs(read_lines(corpora / "ner-news" / "dev.jsonl.gz"), door.load_model()))
    texts = [doc.text for doc in gold]
    examples = [Example(found, right) for found, right in zip(door.parse_many(texts), gold, strict=True)]
    scores = Scorer.score_spans(examples, "ents")
    kinds = {label.lower(): row["f"] for label, row in sorted(scores["ents_per_type"].items())}
    return {"f": scores["ents_f"], "precision": scores["ents_p"], "recall": scores["ents_r"], **kinds}


def measure_speed(paragraphs: list[list[Sentence]]) -> float:
    """Words a second over articles of forty paragraphs, best of three."""
    docs: list[Doc] = [tree_doc(paragraph, door.load_model().vocab) for paragraph in paragraphs]
    texts = ["\n\n".join(doc.text for doc in docs[start : start + 40]) for start in range(0, len(docs), 40)]
    best = 0.0
    for _ in range(3):
        start = time.process_time()
        words = sum(sum(not token.is_space for token in doc) for doc in door.parse_many(texts))
        best = max(best, words / (time.process_time() - start))
    return best


def show(name: str, scores: dict[str, float]) -> None:
    """One line: the figures, and for each bar whether it holds."""
    figures = "  ".join(f"{key} {value:.4f}" if value < 1.5 else f"{key} {value:,.1f}" for key, value in scores.items())
    held = [f"{key} {bar}: {'held' if holds(key, scores[key], bar) else 'MISSED'}" for key, bar in BARS.get(name, {}).items()]
    print(f"{name:12} {figures}" + (f"   [{'; '.join(held)}]" if held else ""), flush=True)


def holds(key: str, value: float, bar: float) -> bool:
    """Whether a figure reaches its bar: megabytes from below, all others from above."""
    return value <= bar if key == "megabytes" else value >= bar


if __name__ == "__main__":
    here = Path(__file__).parent
    main(Path(sys.argv[1]), Path(sys.argv[2]) if len(sys.argv) > 2 else here.parent / "src" / "truce" / "language" / "model")
