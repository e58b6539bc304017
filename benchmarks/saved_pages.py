"""Reading saved pages, beside the libraries alone: `python benchmarks/saved_pages.py HTMLDATE BENCHMARK`.

HTMLDATE is a checkout of adbar/htmldate (its `tests/` hold 1,000 pages with their day), BENCHMARK one of
scrapinghub/article-extraction-benchmark (`ground-truth.json` and 181 pages with the text of their story). Neither is
part of truce. Prints what was read and refused, days and text against the gold, and how often the headline is another
than trafilatura's; anything raised ends the run.
"""

from __future__ import annotations

import gzip
import json
import logging
import re
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import htmldate
import trafilatura

from truce.records import Article
from truce.sources.languages import is_foreign
from truce.sources.pages import Page
from truce.sources.readers import read_page

LATEST = "2024-12-31"  # the youngest page of both is of November 2023
SHINGLE = 4  # words, as the benchmark itself compares texts
SHOWN = 40  # characters of a headline that are compared


def main(dated: Path, texts: Path) -> None:
    """Read every page of both collections."""
    logging.disable(logging.CRITICAL)
    days, titles = Counter[str](), Counter[str]()
    for url, gold, raw in dated_pages(dated / "tests"):
        article = read(raw, url)
        compare_titles(titles, article, raw, url)
        page = raw.decode("utf-8", "replace")
        alone = htmldate.find_date(page, original_date=True, url=url, max_date=LATEST)
        for language in ("all", "English") if article and not is_foreign(article.language) else ("all",):
            count_day(days, f"days, {language}: truce", article.published if article else None, gold)
            count_day(days, f"days, {language}: htmldate", alone, gold)
    shares = Counter[str]()
    for url, story, raw in story_pages(texts):
        article = read(raw, url)
        compare_titles(titles, article, raw, url)
        alone = trafilatura.extract(raw, url=url, include_comments=False) or ""
        body = article.text.removeprefix(article.title or "") if article else ""
        add_shares(shares, "text: truce", body, story)
        add_shares(shares, "text: trafilatura", alone, story)
    for name, count in sorted((days + titles).items()):
        print(f"{name:45} {count}")
    for name in ("text: truce", "text: trafilatura"):
        pages = shares[f"{name} pages"]
        print(f"{name:45} precision {shares[name + ' p'] / pages:.3f}  recall {shares[name + ' r'] / pages:.3f}")


def dated_pages(folder: Path) -> Iterator[tuple[str, str, bytes]]:
    """Address, day and bytes of each dated page."""
    for gold in ("eval_default.json", "eval_mediacloud_2020.json"):
        for url, entry in json.loads((folder / gold).read_text(encoding="utf-8")).items():
            for place in ("eval", "test_set", "cache"):
                if (path := folder / place / entry["file"]).exists():
                    yield url, str(entry["date"]), path.read_bytes()
                    break


def story_pages(folder: Path) -> Iterator[tuple[str, str, bytes]]:
    """Address, story and bytes of each page with its text."""
    for name, entry in json.loads((folder / "ground-truth.json").read_text(encoding="utf-8")).items():
        yield entry["url"], entry["articleBody"], gzip.decompress((folder / "html" / f"{name}.html.gz").read_bytes())


def read(raw: bytes, url: str) -> Article | None:
    """The article of a page, None where it was refused."""
    [found] = read_page(Page(raw, url=url))
    return found if isinstance(found, Article) else None


def compare_titles(counts: Counter[str], article: Article | None, raw: bytes, url: str) -> None:
    """Count a page read or refused, and an English headline that is another than trafilatura's."""
    counts["pages"] += 1
    counts["pages refused"] += article is None
    if article and not is_foreign(article.language):
        alone = trafilatura.extract_metadata(raw.decode("utf-8", "replace"), default_url=url).title or ""
        counts["headlines, English"] += 1
        counts["headlines, English: not trafilatura's"] += (article.title or "")[:SHOWN] != alone[:SHOWN]


def count_day(counts: Counter[str], name: str, found: str | None, gold: str) -> None:
    """Count a day as right, wrong or not told."""
    counts[f"{name} {'right' if found == gold else 'wrong' if found else 'not told'}"] += 1


def add_shares(shares: Counter[Any], name: str, found: str, gold: str) -> None:
    """Add the precision and recall of a text's shingles."""
    ours, theirs = shingles(found), shingles(gold)
    common = sum((ours & theirs).values())
    shares[f"{name} pages"] += 1
    shares[f"{name} p"] += common / max(sum(ours.values()), 1)
    shares[f"{name} r"] += common / max(sum(theirs.values()), 1)


def shingles(text: str) -> Counter[tuple[str, ...]]:
    """The runs of words of a text, counted."""
    words = re.findall(r"\w+", text)
    return Counter(tuple(words[i : i + SHINGLE]) for i in range(max(1, len(words) - SHINGLE + 1)))


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
