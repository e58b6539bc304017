"""Write running text for pretraining: `python pretrain_texts.py CORPORA OUT.jsonl`.

Neighbouring sentences of the news corpus are joined to paragraphs of six, some with curly marks; the texts of the
treebanks follow.  No annotation is read, and nothing of the held-out parts.
"""

from __future__ import annotations

import json
import random
import re
import sys
from collections.abc import Iterator
from pathlib import Path

from conllu_trees import read_paragraphs
from prepare import CURLY_SHARE, read_lines

PARAGRAPH = 6  # sentences


def main(corpora: Path, out: Path) -> None:
    """Write one paragraph a line."""
    dice = random.Random(20240930)
    texts = list(news_paragraphs(corpora)) + list(treebank_paragraphs(corpora))
    dice.shuffle(texts)
    with out.open("w", encoding="utf-8") as lines:
        for text in texts:
            if dice.random() < CURLY_SHARE:
                text = re.sub(r'"(?=\w)', "“", text).replace('"', "”").replace("'", "’")
            lines.write(json.dumps({"text": text}, ensure_ascii=False) + "\n")


def news_paragraphs(corpora: Path) -> Iterator[str]:
    """Runs of neighbouring news sentences."""
    run: list[str] = []
    last = -2
    for row in read_lines(corpora / "ner-news" / "train.jsonl.gz"):
        if run and (row["id"] != last + 1 or len(run) == PARAGRAPH):
            yield " ".join(run)
            run = []
        run.append(row["text"])
        last = row["id"]
    yield " ".join(run)


def treebank_paragraphs(corpora: Path) -> Iterator[str]:
    """The treebank's paragraphs as text."""
    for paragraph in read_paragraphs(corpora / "ud-english" / "train.conllu.gz"):
        yield "".join(token.form + " " * token.space_after for sentence in paragraph for token in sentence).strip()


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
