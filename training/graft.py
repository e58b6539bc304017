"""Set the weights of a student into spaCy: `python graft.py PARSER STUDENT.npz OUT`.

PARSER is the first parser, whose labels and settings the student shares; only its largest table has more rows now.
"""

from __future__ import annotations

import sys
from pathlib import Path

import numpy as np
import spacy
from spacy.language import Language
from thinc.api import Model

import truce.language.lemmas  # noqa: F401 - registers the lemmatizer of a shipped pipeline

TRAINED = ("tok2vec", "tagger", "morphologizer", "parser")


def main(parser: Path, student: Path, out: Path) -> None:
    """Write the pipeline with the student's weights."""
    weights = dict(np.load(student))
    first = spacy.load(parser, exclude=["ner", "lemmatizer"])
    config = first.config
    config["components"]["tok2vec"]["model"]["embed"]["rows"] = [len(weights[f"tables.{number}"]) for number in range(4)]
    config["nlp"]["pipeline"] = list(TRAINED)
    config["components"] = {name: config["components"][name] for name in TRAINED}
    nlp = spacy.util.load_model_from_config(config, vocab=first.vocab)
    for name in TRAINED[1:]:
        nlp.get_pipe(name).from_bytes(first.get_pipe(name).to_bytes(exclude=["vocab", "model"]), exclude=["vocab", "model"])
    graft(nlp, weights)
    nlp.to_disk(out)


def graft(nlp: Language, weights: dict[str, np.ndarray]) -> None:
    """Set the weights into the pipeline (in place)."""
    weights = {name: np.ascontiguousarray(values, dtype=np.float32) for name, values in weights.items()}
    shared, parser = nlp.get_pipe("tok2vec").model, nlp.get_pipe("parser").model
    for number, node in enumerate(nodes(shared, "hashembed")):
        node.set_param("E", weights[f"tables.{number}"])
    names = ["mix", *(f"windows.{number}" for number in range(len(nodes(shared, "maxout")) - 1))]
    for name, maxout, norm in zip(names, nodes(shared, "maxout"), nodes(shared, "layernorm"), strict=True):
        maxout.set_param("W", weights[f"{name}.W"])
        maxout.set_param("b", weights[f"{name}.b"])
        norm.set_param("G", weights[f"{name}.norm.weight"])
        norm.set_param("b", weights[f"{name}.norm.bias"])
    for layer, node in (
        ("tag", nodes(nlp.get_pipe("tagger").model, "softmax")[0]),
        ("kind", nodes(nlp.get_pipe("morphologizer").model, "softmax")[0]),
        ("narrow", nodes(parser.get_ref("tok2vec"), "linear")[0]),
        ("upper", parser.get_ref("upper")),
    ):
        node.set_param("W", weights[f"{layer}.weight"])
        node.set_param("b", weights[f"{layer}.bias"])
    lower = parser.get_ref("lower")
    lower.set_param("W", weights["lower"])
    lower.set_param("b", weights["lower_b"])
    lower.set_param("pad", weights["pad"][None])


def nodes(model: Model, name: str) -> list[Model]:
    """The layers of a model that have this name, in the order of their work."""
    return [node for node in model.walk() if node.name == name]


if __name__ == "__main__":
    main(*map(Path, sys.argv[1:4]))
