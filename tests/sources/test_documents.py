"""Printed pages become paragraphs again; what a document lacks or needs is said in a sentence."""

from __future__ import annotations

import io
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from truce.errors import InputError
from truce.sources.pages import Page
from truce.sources.paper import join_pages
from truce.sources.readers import read_page

PAGES = Path(__file__).with_name("pages")


@pytest.mark.parametrize(
    ("pages", "text"),
    [
        (["The truce held in the\nvalley on Sunday.\n"], "The truce held in the valley on Sunday."),
        (["Four of the wound-\ned were children."], "Four of the wounded were children."),
        (["The cease-\nFire held."], "The cease- Fire held."),
        (["One wide line of words that ends here.\nShort.\nAnother wide line of words begins here"], None),
        (["First paragraph is here.\n\nSecond paragraph is here."], "First paragraph is here.\n\nSecond paragraph is here."),
        (["In the north:\n• two dead\n• nine wounded"], "In the north:\n\n• two dead\n\n• nine wounded"),
        (["The sentence runs", "on to the next page."], "The sentence runs on to the next page."),
        (["The sentence ends.", "Another begins."], "The sentence ends.\n\nAnother begins."),
        (["", "All is on page two."], "All is on page two."),
    ],
)
def test_lines_are_joined_to_paragraphs(pages: list[str], text: str | None) -> None:
    joined, _ = join_pages(pages)
    if text is None:
        assert joined.split("\n\n")[1].startswith("Another")
    else:
        assert joined == text


def test_running_heads_and_page_numbers_are_left_out() -> None:
    pages = [
        f"River Watch 12/2024\nStory {word} goes on.\nPage {place}" for place, word in enumerate(("one", "two", "three", "four"))
    ]
    assert join_pages(pages)[0] == "\n\n".join(f"Story {word} goes on." for word in ("one", "two", "three", "four"))


@given(st.lists(st.text(max_size=60), max_size=6))
def test_pages_begin_in_order_within_the_text(pages: list[str]) -> None:
    text, starts = join_pages(pages)
    assert len(starts) == len(pages)
    assert all(0 <= start <= len(text) for start in starts)
    assert list(starts) == sorted(starts)


def test_a_scanned_document_says_what_to_do() -> None:
    from pypdf import PdfWriter

    writer = PdfWriter()
    writer.add_blank_page(200, 200)
    buffer = io.BytesIO()
    writer.write(buffer)
    [failed] = read_page(Page(buffer.getvalue(), path="scan.pdf"))
    assert isinstance(failed, InputError)
    assert "ocrmypdf" in failed.reason


def test_a_locked_document_says_so() -> None:
    from pypdf import PdfReader, PdfWriter

    writer = PdfWriter(clone_from=PdfReader(PAGES / "sitrep.pdf"))
    writer.encrypt("secret", algorithm="AES-256")
    buffer = io.BytesIO()
    writer.write(buffer)
    [failed] = read_page(Page(buffer.getvalue(), path="locked.pdf"))
    assert isinstance(failed, InputError)
    assert "password" in failed.reason


@pytest.mark.parametrize(("module", "name"), [("pypdf", "sitrep.pdf"), ("docx", "flash.docx")])
def test_a_missing_library_is_named_with_how_to_get_it(monkeypatch: pytest.MonkeyPatch, module: str, name: str) -> None:
    monkeypatch.setitem(sys.modules, module, None)
    [failed] = read_page(Page((PAGES / name).read_bytes(), path=name))
    assert isinstance(failed, InputError)
    assert "pip install 'truce[documents]'" in failed.reason


@pytest.mark.parametrize("name", ["sitrep.pdf", "flash.docx"])
def test_a_document_cut_anywhere_is_a_failure_or_an_article_never_a_crash(name: str) -> None:
    raw = (PAGES / name).read_bytes()
    for length in range(8, len(raw), max(1, len(raw) // 25)):
        assert list(read_page(Page(raw[:length], path=name)))
