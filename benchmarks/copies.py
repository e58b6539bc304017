"""How well copies are told from reports of the same event: `python benchmarks/copies.py [--articles N] [--texts FILE]`.

Makes a database of N articles (100,000 unless told otherwise): originals of invented words, events that two hands report
with the same facts and the same quotation, and copies that were cut, re-headlined, re-paragraphed, edited lightly, given
another agency line, or put together of two. With --texts the originals are the texts of a JSON Lines file instead. Then
truce works out the copies, as after an ingest. Prints recall by kind of copy, precision over all pairs that truce takes for
one story, time, memory and what the file grew by.
"""

from __future__ import annotations

import argparse
import json
import random
import resource
import sqlite3
import sys
import tempfile
import time
from collections import Counter, defaultdict
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass, replace
from datetime import date, timedelta
from hashlib import sha256
from itertools import accumulate, combinations
from pathlib import Path

from truce.copying import update_copies
from truce.store import Store

COPIED = 0.4  # of all articles
TWICE = 0.2  # of the originals are an event that another hand reports too
KINDS = ("cut", "re-headlined", "re-paragraphed", "edited", "other agency", "put together")
FIRST_DAY = date(2024, 1, 1)
AGENCIES = ("Reuters", "AFP", "AP", "Xinhua", None, None)
GLUE = "the of to in and that on for with after from by at as near over under between against during".split()
STOCK = [
    "said in a statement on",
    "according to the ministry of health",
    "who spoke on condition of anonymity",
    "could not immediately be reached for comment",
    "at least two people were killed and",
    "since the war began in October",
    "there was no immediate comment from",
    "told reporters at a news conference in",
    "in the north of the country",
    "the two sides have traded accusations of",
    "a ceasefire that took effect on",
    "the United Nations Security Council",
]
ARTICLE = """INSERT INTO articles (id, name, title, agency, publisher, authors, words, published, published_basis,
    published_reasons, date_start, date_end, date_basis, given_basis, status, identity, version, is_current, text,
    text_sha256, evidence_sha256, extractor_version, ingested_at, updated_at, pages)
    VALUES (?, ?, ?, ?, ?, '[]', ?, ?, 'given', '[]', ?, ?, 'published', 'given', 'extracted',
    ?, 1, 1, ?, ?, '', '1', '', '', '[]')
"""


@dataclass(frozen=True, slots=True)
class Made:
    """An article that was made: its paragraphs, of which stories it is, and how it was copied."""

    title: str
    paragraphs: tuple[str, ...]
    stories: frozenset[int]
    kind: str
    agency: str | None
    day: date
    dateline: str = ""

    def text(self) -> str:
        """The text as a page gives it."""
        return "\n\n".join([self.title, self.dateline + self.paragraphs[0], *self.paragraphs[1:]])


class Maker:
    """Makes originals of invented words, drawn as often as words are in English; the same seed makes the same."""

    def __init__(self, seed: int, texts: list[str]) -> None:
        self.random = random.Random(seed)
        self.texts, self.has_texts = texts, bool(texts)
        starts, ends = "b br d f g gr h k l m n p pr r s st t tr v z".split(), "an ar el en er il in is on or um ut".split()
        made = {
            self.random.choice(starts) + self.random.choice("aeiou") + self.random.choice(starts) + self.random.choice(ends)
            for _ in range(40_000)
        }
        self.words = sorted(made)
        self.random.shuffle(self.words)
        self.weights = list(accumulate(1 / rank for rank in range(1, len(self.words) + 1)))
        whole = self.weights[-1]
        self.vocabulary = [*self.words, *GLUE, *STOCK]
        small = [0.5 * whole / len(GLUE)] * len(GLUE) + [0.03 * whole / len(STOCK)] * len(STOCK)
        self.shares = [*self.weights, *(whole + each for each in accumulate(small))]

    def word(self) -> str:
        """A word; the n-th of the list about as often as 1/n (Zipf)."""
        return self.random.choices(self.words, cum_weights=self.weights)[0]

    def sentence(self) -> str:
        """Eight to thirty words, a third of them small ones, now and then a stock phrase of the news."""
        words = self.random.choices(self.vocabulary, cum_weights=self.shares, k=self.random.randint(8, 30))
        return " ".join(words).capitalize() + "."

    def paragraphs(self) -> tuple[str, ...]:
        """The paragraphs of a story; with --texts the lines of the next text."""
        if self.texts:
            text = self.texts.pop()
            return tuple(line.strip() for line in text.split("\n") if line.strip()) or ("Nothing.",)
        return tuple(
            " ".join(self.sentence() for _ in range(self.random.randint(1, 3))) for _ in range(self.random.randint(5, 14))
        )

    def original(self, story: int) -> Made:
        """A story of its own."""
        day = FIRST_DAY + timedelta(days=story % 365)
        agency = self.random.choice(AGENCIES)
        return Made(self.sentence(), self.paragraphs(), frozenset([story]), "original", agency, day, f"{self.word().upper()} — ")

    def second_hand(self, other: Made, story: int) -> Made:
        """Another report of the same event: its own words, but the same quotation and the same title of an office."""
        mine = self.original(story)
        quotation = self.random.choice(other.paragraphs).split(". ")[0]
        return replace(mine, paragraphs=(*mine.paragraphs[:2], f"“{quotation},” it said.", *mine.paragraphs[2:]), day=other.day)

    def copy(self, made: Made, other: Made) -> Made:
        """One kind of copy; `other` is what a story may be put together with."""
        kind = self.random.choice(KINDS)
        copied = replace(made, kind=kind, day=made.day + timedelta(days=self.random.randint(0, 1)))
        paragraphs = list(made.paragraphs)
        if kind == "cut":
            kept = max(2, round(len(paragraphs) * self.random.uniform(0.25, 0.75)))
            return replace(copied, paragraphs=tuple(paragraphs[:kept]), title=self.sentence())
        if kind == "re-headlined":
            return replace(copied, title=self.sentence(), dateline="")
        if kind == "re-paragraphed":
            sentences = [part for paragraph in paragraphs for part in paragraph.replace(". ", ".\n").split("\n")]
            return replace(copied, paragraphs=tuple(sentences))
        if kind == "edited":
            return replace(copied, paragraphs=tuple(self.edited(paragraph) for paragraph in paragraphs))
        if kind == "other agency":
            agency = self.random.choice([each for each in AGENCIES if each != made.agency])
            return replace(copied, agency=agency, dateline=f"{self.word().upper()} ({agency or 'Staff'}) — ")
        both = tuple(paragraphs) + other.paragraphs
        stories, day = made.stories | other.stories, max(copied.day, other.day)
        return replace(copied, paragraphs=both, stories=stories, title=self.sentence(), day=day)

    def edited(self, paragraph: str) -> str:
        """Six words of a hundred put otherwise, left out or added."""
        words = []
        for word in paragraph.split(" "):
            chance = self.random.random()
            words += (
                [self.word()] if chance < 0.03 else [] if chance < 0.045 else [word, self.word()] if chance < 0.06 else [word]
            )
        return " ".join(words) or paragraph


def make_articles(number: int, maker: Maker) -> Iterator[Made]:
    """So many articles, copies among the originals that they are of; an original is forgotten after a while."""
    recent: list[Made] = []
    story = made = 0
    while made < number and (maker.texts or not maker.has_texts):
        roll = maker.random.random()
        if recent and roll < COPIED:
            one = maker.random.choice(recent)
            article = maker.copy(one, maker.random.choice([each for each in recent if each is not one] or [one]))
        else:
            story += 1
            is_second = recent and not maker.has_texts and maker.random.random() < TWICE
            article = maker.second_hand(recent[-1], story) if is_second else maker.original(story)
            recent = [*recent[-400:], article]
        made += 1
        yield article


def fill(path: Path, articles: Iterator[Made]) -> list[Made]:
    """Put the articles into a new database; what is known of them, without their words."""
    Store.open(path).close()
    known = []
    with closing(sqlite3.connect(path)) as connection:
        for id, made in enumerate(articles, start=1):
            text, day = made.text(), made.day.isoformat()
            row = (id, f"a{id}", made.title, made.agency, None, len(text.split()), day, day, day, f"#a{id}", text)
            connection.execute(ARTICLE, (*row, sha256(text.encode()).hexdigest()))
            known.append(replace(made, title="", paragraphs=(), dateline=""))
        connection.commit()
    return known


def judge(path: Path, known: list[Made]) -> tuple[Counter[str], Counter[str]]:
    """Pairs found and missed by kind of copy; pairs that truce takes for one story, right or wrong."""
    origins: defaultdict[int, set[int]] = defaultdict(set)
    members: defaultdict[int, list[int]] = defaultdict(list)
    merged: defaultdict[int, list[int]] = defaultdict(list)
    with closing(sqlite3.connect(path)) as connection:
        for article, origin, kind in connection.execute("SELECT article_id, origin_id, kind FROM copies"):
            origins[article].add(origin)
            (merged if kind == "merged" else members)[origin].append(article)
    recall, precision = Counter[str](), Counter[str]()
    originals = {story: id for id, made in enumerate(known, start=1) if made.kind == "original" for story in made.stories}
    for id, made in enumerate(known, start=1):
        if made.kind != "original":
            for story in made.stories:
                original = originals[story]
                is_found = bool(origins[id] & (origins[original] | {original}))
                recall[f"{made.kind} {'found' if is_found else 'missed'}"] += 1
    pairs = [pair for group in members.values() for pair in combinations(sorted(group), 2)]
    pairs += [(article, origin) for origin, articles in merged.items() for article in articles]
    for one, other in pairs:
        precision["right" if known[one - 1].stories & known[other - 1].stories else "wrong"] += 1
    return recall, precision


def main() -> None:
    """Print the figures."""
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("--articles", type=int, default=100_000)
    arguments.add_argument("--texts", type=Path, help="a JSON Lines file with a `text` in each object, as originals")
    arguments.add_argument("--seed", type=int, default=7)
    options = arguments.parse_args()
    lines = options.texts.read_text(encoding="utf-8").splitlines() if options.texts else []
    maker = Maker(options.seed, [json.loads(line)["text"] for line in lines])
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "copies.db"
        start = time.perf_counter()
        known = fill(path, make_articles(options.articles, maker))
        before, size = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss, path.stat().st_size
        print(f"{len(known):,} articles made in {time.perf_counter() - start:.0f} s, {size >> 20} MB", flush=True)
        start = time.perf_counter()
        with Store.open(path) as store:
            update_copies(store)
        seconds = time.perf_counter() - start
        start = time.perf_counter()
        with Store.open(path) as store:
            update_copies(store)
        again = time.perf_counter() - start
        show(*judge(path, known))
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
        print(f"time       {seconds:.0f} s, {1000 * seconds / len(known):.1f} ms an article; with nothing new {again:.1f} s")
        print(f"memory     peak {peak >> 10} MB, of which {before >> 10} MB before the work began")
        print(f"file       {(path.stat().st_size - size) >> 20} MB more")


def show(recall: Counter[str], precision: Counter[str]) -> None:
    """Recall by kind and in all, precision in all."""
    for kind in KINDS:
        found, missed = recall[f"{kind} found"], recall[f"{kind} missed"]
        if found + missed:
            print(f"recall     {kind:15} {found / (found + missed):.4f}  ({found:,} of {found + missed:,})")
    found = sum(count for name, count in recall.items() if name.endswith("found"))
    print(f"recall     {'all':15} {found / max(1, recall.total()):.4f}")
    right, wrong = precision["right"], precision["wrong"]
    print(f"precision  {right / max(1, right + wrong):.4f}  ({wrong:,} of {right + wrong:,} pairs wrong)")


if __name__ == "__main__":
    sys.exit(main())
