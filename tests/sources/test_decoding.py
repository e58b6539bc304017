"""Text is decoded as it was meant, and what was guessed is said."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from truce.sources.decoding import decode
from truce.sources.markup import decode_html
from truce.sources.mojibake import mend

QUOTED = "The mayor’s office said “nobody was hurt” – not one."


@pytest.mark.parametrize(
    ("text", "encoding", "declared", "note"),
    [
        ("Plain words.", "ascii", None, None),
        (QUOTED, "utf-8", None, None),
        (QUOTED, "utf-8", "iso-8859-1", None),  # what the bytes are goes before what is declared
        (QUOTED, "utf-8-sig", None, None),
        (QUOTED, "utf-16", None, "utf-16, marked"),
        (QUOTED, "cp1252", None, "cp1252, sniffed"),
        (QUOTED, "cp1252", "iso-8859-1", "cp1252, declared"),  # as browsers read it
        ("Don’t stay — he said “go”.", "mac-roman", None, "mac-roman, sniffed"),
        ("The café in Besançon is open, naïve or not.", "latin-1", None, "cp1252, sniffed"),
        ("Перемирие соблюдается, сообщили в штабе в понедельник вечером.", "koi8-r", "koi8-r", "koi8-r, declared"),
    ],
)
def test_bytes_become_the_text_that_was_meant(text: str, encoding: str, declared: str | None, note: str | None) -> None:
    decoded = decode(text.encode(encoding), declared=declared)
    assert decoded is not None
    assert (decoded.text, decoded.note) == (text, note)


def test_a_byte_lost_here_and_there_leaves_the_rest_as_it_is() -> None:
    raw = (QUOTED * 6).encode() + b"\xe2\x80"
    decoded = decode(raw)
    assert decoded is not None
    assert decoded.text.startswith(QUOTED * 6)
    assert decoded.note == "utf-8, 1 bytes unreadable"


@pytest.mark.parametrize("raw", [b"\0\1\2\3", b"abc\0def", b"\x01" * 20, b"\xff\xfe\x00\xd8"])
def test_what_is_no_text_is_not_decoded(raw: bytes) -> None:
    assert decode(raw) is None


@given(st.text(st.characters(exclude_categories=["Cc", "Cs"], exclude_characters="\ufeff"), max_size=200))
def test_any_text_in_utf8_comes_back(text: str) -> None:
    decoded = decode(text.encode())
    assert decoded is not None
    assert decoded.text == text


@given(st.binary(max_size=100), st.sampled_from([None, "utf-8", "latin-1", "no-such", "utf-16", "idna", "hex"]))
def test_no_bytes_raise(raw: bytes, declared: str | None) -> None:
    decode(raw, declared=declared)


@pytest.mark.parametrize(
    ("content_type", "meta"),
    [
        ("text/html; charset=windows-1251", ""),
        ("text/html", '<meta charset="windows-1251">'),
        (None, "<meta http-equiv=x content='charset=cp1251'>"),
    ],
)
def test_a_page_is_in_the_encoding_that_is_sent_or_declared(content_type: str | None, meta: str) -> None:
    decoded = decode_html(f"<html><head>{meta}</head>Мост открыт</html>".encode("cp1251"), content_type)
    assert decoded is not None
    assert "Мост открыт" in decoded.text


@pytest.mark.parametrize(
    ("broken", "mended"),
    [
        ("the armyâ€™s guns", "the army’s guns"),
        ("CafÃ© owners", "Café owners"),
        ("CafÃ© owners in 'SÃ£o TomÃ©'", "Café owners in 'São Tomé'"),
    ],
)
def test_mojibake_is_mended(broken: str, mended: str) -> None:
    assert mend(broken) == mended


@pytest.mark.parametrize("text", ["Plain.", QUOTED, "São Tomé’s – naïve", "Ã", "price: £5", "â€œlostâ€ for good", "Ünal Ã–"])
def test_what_is_not_surely_broken_or_not_surely_mended_stays(text: str) -> None:
    assert mend(text) == text


@given(st.text(max_size=100))
def test_mending_gives_text_for_any_text(text: str) -> None:
    assert isinstance(mend(text), str)
