"""Put the trained parts together into the pipeline that ships: `python assemble.py CORPORA PARSER NAMES OUT`.

Tags, parse and names come from the two trained pipelines. Lemmas come from lists (the treebanks' own forms, the exceptions of
WordNet in spacy-lookups-data) and rules: they know `ramped` and `violated`, which edit trees learned from a small
treebank do not.
"""

from __future__ import annotations

import shutil
import sys
from pathlib import Path

import spacy
from spacy.lookups import Lookups, load_lookups

from conllu_trees import read_paragraphs
from truce.language.lemmas import lists_from

LEMMA_TABLES = ["lemma_rules", "lemma_exc", "lemma_index"]
CLOSED_CLASSES = frozenset("ADP AUX CCONJ DET PART PRON SCONJ".split())
CORRECTIONS = {"fled": "flee", "ranged": "range", "stricken": "strike"}  # verbs that the lists trace elsewhere
LISTED_CLASSES = CLOSED_CLASSES | frozenset("ADJ ADV NOUN NUM PROPN VERB".split())


def main(corpora: Path, parser: Path, names: Path, out: Path) -> None:
    """Write the assembled pipeline."""
    nlp = spacy.load(parser)
    finder = spacy.load(names)
    if any(node.name == "tok2vec-listener" for node in finder.get_pipe("ner").model.walk()):  # not in one that ships already
        finder.replace_listeners("tok2vec", "ner", ["model.tok2vec"])
    nlp.add_pipe("ner", source=finder)
    lemmatizer = nlp.add_pipe("truce_lemmatizer", name="lemmatizer")
    lemmatizer.initialize(lookups=lemma_lookups(corpora / "ud-english" / "train.conllu.gz"))
    nlp.meta["name"], nlp.meta["version"] = "truce_news", "1.1.0"
    nlp.meta["description"] = "Small English news pipeline: sentences, tags, lemmas, Universal Dependencies, names."
    nlp.meta["license"] = "CC BY-SA 4.0"
    nlp.meta["performance"] = {}
    nlp.config["paths"].update(train=None, dev=None)  # where it was trained is nobody's business but that machine's
    if out.exists():
        shutil.rmtree(out)
    nlp.to_disk(out)
    size = sum(path.stat().st_size for path in out.rglob("*") if path.is_file())
    print(f"{out}: {size / 1e6:.1f} MB, {', '.join(nlp.pipe_names)}")


def lemma_lookups(treebank: Path) -> Lookups:
    """The English lemma tables, with the forms that the treebank lists under one lemma."""
    lookups = load_lookups("en", LEMMA_TABLES)
    exceptions = lookups.get_table("lemma_exc")
    exceptions["verb"] = {  # `install` before `instal`
        form: sorted(lemmas, key=len, reverse=True) for form, lemmas in exceptions["verb"].items()
    }
    tokens = (
        (token.form, token.kind, token.lemma)
        for paragraph in read_paragraphs(treebank)
        for sentence in paragraph
        for token in sentence
        if token.kind in LISTED_CLASSES and token.lemma != "_"
    )
    lists: dict[str, dict[str, str]] = {}
    for kind, form, lemma in lists_from(tokens, closed=CLOSED_CLASSES):
        lists.setdefault(kind, {})[form] = lemma
    for kind in LISTED_CLASSES - CLOSED_CLASSES:  # what the rules find anyway need not be listed
        lists[kind] = {form: lemma for form, lemma in lists[kind].items() if form != lemma.lower() or lemma != form}
    lists["VERB"].update(CORRECTIONS)
    lookups.add_table("lemma_lists", lists)
    return lookups


if __name__ == "__main__":
    main(*map(Path, sys.argv[1:5]))
