"""Put the trained parts together into the pipeline that ships: `python assemble.py PARSER NAMES OUT`.

Tags, parse and names come from the two trained pipelines. Lemmas come from rules and exception lists (the English
tables of spacy-lookups-data, after WordNet), chosen by part of speech: they know `ramped` and `violated`, which
edit trees learned from a small treebank do not.
"""

from __future__ import annotations

import shutil
import sys
from pathlib import Path

import spacy
from spacy.lookups import Lookups, load_lookups

LEMMA_TABLES = ["lemma_rules", "lemma_exc", "lemma_index"]
# Verb and noun forms of war reporting that the tables lack or get wrong.
ADDED_EXCEPTIONS = {
    "verb": {"shelled": ["shell"], "shelling": ["shell"], "said": ["say"], "bombed": ["bomb"], "bombing": ["bomb"]},
}


def main(parser: Path, names: Path, out: Path) -> None:
    """Write the assembled pipeline."""
    nlp = spacy.load(parser)
    finder = spacy.load(names)
    finder.replace_listeners("tok2vec", "ner", ["model.tok2vec"])
    nlp.add_pipe("ner", source=finder)
    lemmatizer = nlp.add_pipe("lemmatizer", config={"mode": "rule", "overwrite": True})
    lemmatizer.initialize(lookups=lemma_lookups())
    nlp.meta["name"], nlp.meta["version"] = "truce_news", "1.0.0"
    nlp.meta["description"] = "Small English news pipeline: sentences, tags, lemmas, Universal Dependencies, names."
    nlp.meta["license"] = "CC BY-SA 4.0"
    nlp.meta["performance"] = {}
    if out.exists():
        shutil.rmtree(out)
    nlp.to_disk(out)
    size = sum(path.stat().st_size for path in out.rglob("*") if path.is_file())
    print(f"{out}: {size / 1e6:.1f} MB, {', '.join(nlp.pipe_names)}")


def lemma_lookups() -> Lookups:
    """The English lemma tables with the additions above."""
    lookups = load_lookups("en", LEMMA_TABLES)
    exceptions = lookups.get_table("lemma_exc")
    for kind, forms in ADDED_EXCEPTIONS.items():
        exceptions[kind] = {**exceptions[kind], **forms}
    return lookups


if __name__ == "__main__":
    main(*map(Path, sys.argv[1:4]))
