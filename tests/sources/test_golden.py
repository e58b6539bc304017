"""Each form of saved news, read from a page, is the article that stands beside it in `.expected.json`."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest

from truce.errors import InputError
from truce.records import Article
from truce.sources.files import count_inputs, read_articles

PAGES = Path(__file__).with_name("pages")
NAMES = sorted(path.name for path in PAGES.iterdir() if not path.name.endswith(".expected.json"))


def as_expected(found: Article | InputError) -> dict[str, Any]:
    """What is held of an article: every field that says something, its reader without the library's version."""
    if isinstance(found, InputError):
        return {"error": str(found).removeprefix(str(PAGES)).lstrip("/")}
    fields = {name: getattr(found, name) for name in Article.__dataclass_fields__ if name not in ("path", "raw_sha256", "text")}
    told = {name: list(value) if isinstance(value, tuple) else value for name, value in fields.items() if value not in (None, ())}
    return {**told, "reader": re.sub(r" \d+(\.\d+)+", "", found.reader or ""), "text": found.text.split("\n")}


@pytest.mark.parametrize("name", NAMES)
def test_a_page_of_each_form_is_read(name: str) -> None:
    found = [as_expected(article) for article in read_articles([str(PAGES / name)])]
    assert found == json.loads((PAGES / f"{name}.expected.json").read_text(encoding="utf-8"))


def test_every_page_has_its_pair() -> None:
    assert {f"{name}.expected.json" for name in NAMES} == {path.name for path in PAGES.glob("*.expected.json")}


@pytest.mark.parametrize("name", NAMES)
def test_the_pages_of_a_document_begin_in_its_text(name: str) -> None:
    for article in read_articles([str(PAGES / name)]):
        if isinstance(article, Article) and article.pages:
            assert article.pages[0] == 0
            assert list(article.pages) == sorted(article.pages)
            assert article.pages[-1] <= len(article.text)


def test_a_character_knows_its_page() -> None:
    [report] = read_articles([str(PAGES / "sitrep.pdf")])
    assert isinstance(report, Article)
    assert report.page_of(report.text.index("three drivers")) == 1
    assert report.page_of(report.text.index("61 were women")) == 2
    assert report.page_of(report.text.index("18 November")) == 3


def test_a_report_without_pages_says_so() -> None:
    assert Article(id="a", text="Calm.").page_of(2) is None


def test_the_line_of_a_file_is_counted() -> None:
    assert count_inputs([str(PAGES / "lines.jsonl")]) == 7
    assert count_inputs([str(PAGES / "newsroom.html"), "nowhere.txt"]) == 2
