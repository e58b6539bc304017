"""Files and folders are walked in order; whatever cannot be read is a value, and the rest goes on."""

from __future__ import annotations

import io
import sys
import time
from pathlib import Path
from types import SimpleNamespace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from truce.errors import InputError
from truce.records import Article
from truce.sources.files import count_inputs, read_articles
from truce.sources.pages import Page
from truce.sources.readers import read_page

ENGLISH = "The truce held on Sunday, the council said, and nobody was hurt at the bridge.\n"


def read(*paths: Path | str) -> list[Article | InputError]:
    return list(read_articles([str(path) for path in paths]))


def names(found: list[Article | InputError]) -> list[str]:
    return [entry.id if isinstance(entry, Article) else f"! {Path(entry.path).name}" for entry in found]


def test_a_folder_is_walked_in_sorted_order_without_hidden_files(tmp_path: Path) -> None:
    for name in ("b.txt", "a/2.txt", "a/1.txt", "c/d/3.txt", ".hidden/4.txt", ".DS_Store", "Thumbs.db"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(ENGLISH)
    assert names(read(tmp_path)) == ["1", "2", "b", "3"]
    assert count_inputs([str(tmp_path)]) == 4


def test_the_pictures_that_a_browser_saves_beside_a_page_are_left_out(tmp_path: Path) -> None:
    (tmp_path / "Talks_files").mkdir()
    (tmp_path / "Talks_files" / "menu.html").write_text("<html><body><p>Menu</p></body></html>")
    (tmp_path / "Talks.html").write_text(
        f"<html><body><article><h1>Talks go on</h1><p>{ENGLISH * 20}</p></article></body></html>"
    )
    (tmp_path / "Old_files").mkdir()
    (tmp_path / "Old_files" / "kept.txt").write_text(ENGLISH)
    assert names(read(tmp_path)) == ["kept", "Talks"]


def test_a_link_to_a_folder_above_does_not_go_round(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(ENGLISH)
    (tmp_path / "round").symlink_to(tmp_path)
    assert names(read(tmp_path)) == ["a"]


@pytest.mark.parametrize(
    ("raw", "reason"),
    [
        (b"", "no text"),
        (b" \r\n\t\n", "no text"),
        (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "picture"),
        (b"\x7fELF\x02\x01\x01\0\0\0\0", "binary"),
        (b"\xff\xfe\x00\xd8\x00\xd8\x41\x00", "encoding"),
        (b"ID3\x03\0\0\0\0\0\x21", "sound or film"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 40, "Office"),
        (b"%PDF-1.4 and nothing more", "damaged PDF"),
        (b"PK\x03\x04 and nothing more", "damaged ZIP"),
        (b'{"text": "cut of', "not JSON"),
        (b"[]", "no text"),
        (b"<!doctype html><html><body></body></html>", "no story"),
        (b'<?xml version="1.0"?><rss version="2.0"><channel><title>Empty</title></channel></rss>', "no entries"),
        (b'<?xml version="1.0"?><kml><Placemark/></kml>', "XML"),
    ],
)
def test_what_cannot_be_read_says_why_in_one_line_and_the_rest_goes_on(tmp_path: Path, raw: bytes, reason: str) -> None:
    (tmp_path / "1").write_bytes(raw)
    (tmp_path / "2.txt").write_text(ENGLISH)
    failed, read_after = read(tmp_path)
    assert isinstance(failed, InputError)
    assert reason in failed.reason
    assert "\n" not in str(failed)
    assert isinstance(read_after, Article)


def test_a_path_that_is_not_there_is_a_failure() -> None:
    [failed] = read("/nowhere/at/all.txt")
    assert isinstance(failed, InputError)
    assert failed.reason == "there is no such file or folder"


@pytest.mark.parametrize("text", [ENGLISH, "  spaces\t\r\nkept \n\n", "tab\there\f", "“curly” — dashes…\r"])
def test_a_text_file_is_taken_character_for_character(tmp_path: Path, text: str) -> None:
    (tmp_path / "a.txt").write_bytes(text.encode())
    [article] = read(tmp_path / "a.txt")
    assert isinstance(article, Article)
    assert article.text == text


@pytest.mark.parametrize(
    ("name", "raw", "reader"),
    [
        ("page.txt", f"<html><body><article><h1>Truce</h1><p>{ENGLISH * 20}</p></article></body></html>".encode(), "trafilatura"),
        ("list.html", b'{"id": "x", "text": "The truce held on Sunday, the council said."}', "json"),
        ("plain.json", b"The truce held on Sunday, the council said.", "text"),
        ("marks.txt", b"# Not a heading here\n\n**Bold** [words](https://a.example/b), said the council.", "text"),
        ("marks.md", b"# A heading here\n\n**Bold** [words](https://a.example/b), said the council.", "markdown"),
    ],
)
def test_bytes_decide_what_a_file_is_and_a_text_file_stays_as_it_is(tmp_path: Path, name: str, raw: bytes, reader: str) -> None:
    (tmp_path / name).write_bytes(raw)
    [article] = read(tmp_path / name)
    assert isinstance(article, Article)
    assert (article.reader or "").startswith(reader)


def test_standard_input_is_a_file_too(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", SimpleNamespace(buffer=io.BytesIO(ENGLISH.encode())))
    [article] = read("-")
    assert isinstance(article, Article)
    assert (article.id, article.path, article.text) == ("stdin", "-", ENGLISH)


def test_the_fetcher_hands_over_the_same_record() -> None:
    raw = (
        f"<html><head><title>Truce at the ford</title></head><body><h1>Truce at the ford</h1><p>{ENGLISH * 20}</p></body></html>"
    )
    [article] = read_page(
        Page(raw.encode(), url="https://ford.example/2024/03/09/truce", content_type="text/html; charset=utf-8")
    )
    assert isinstance(article, Article)
    assert (article.id, article.url) == ("ford.example/2024/03/09/truce", "https://ford.example/2024/03/09/truce")
    assert (article.published, article.published_basis) == ("2024-03-09", "url")
    assert article.path is None


@settings(max_examples=150, deadline=None)
@given(
    st.one_of(
        st.binary(max_size=400),
        st.text(max_size=400).map(lambda text: text.encode("utf-8", "replace")),
        st.builds(
            lambda sign, rest: sign + rest,
            st.sampled_from(
                [b"%PDF-1.7\n", b"PK\x03\x04", b"\x1f\x8b\x08", b"WARC/1.0\r\n", b"<html>", b"<?xml version='1.0'?><feed>"]
            ),
            st.binary(max_size=200),
        ),
        st.builds(
            lambda sign, rest: sign + rest.encode("utf-8", "replace"),
            st.sampled_from([b'{"text": ', b"[{", b"---\ntitle: ", b"From: a@b.example\nMIME-Version: 1.0\n", b"<html><p>"]),
            st.text(max_size=200),
        ),
    )
)
def test_no_bytes_whatever_raise(raw: bytes) -> None:
    found = list(read_page(Page(raw, path="any")))
    assert found
    assert all(isinstance(entry, Article | InputError) for entry in found)


@pytest.mark.parametrize(
    "raw",
    [
        b"---\na: b\n" + b"\n" * 30_000,
        b'{"a":' * 50_000,
        b"# a\n" + b"[" * 60_000,
        b"<html><head><title>" + b"a - " * 20_000 + b"</title><body><h1>Truce at the ford</h1>",
        b"<html><body>" + b"<div>" * 50_000 + b"x",
        b"<!-- x" * 20_000,
        b"a: " * 20_000,
    ],
    ids=["front matter", "braces", "brackets", "title", "divs", "comments", "header"],
)
def test_what_is_made_to_be_slow_is_not(raw: bytes) -> None:
    began = time.monotonic()
    assert list(read_page(Page(raw, path="any")))
    assert time.monotonic() - began < 20
