"""Bytes become text in the encoding that they are really in."""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass

BINARY_SAMPLE = 8_192  # bytes looked at for what no text holds
# Control characters that no text file holds; tab, line breaks, form feed and escape are left out.
CONTROL = frozenset(range(32)) - frozenset(b"\t\n\v\f\r\x1b")
MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
# What the HTML standard reads under these names, because that is what pages mean by them.
MEANT = {"ascii": "cp1252", "iso8859-1": "cp1252", "iso8859-9": "cp1254", "gb2312": "gb18030", "gbk": "gb18030"}
# UTF-8 with a byte lost here and there (a cut file, a clumsy tool) is still UTF-8: at least so many right marks a wrong one.
RIGHT_FOR_WRONG = 10
# What stands beside a letter in English set in an old encoding: accented letters within words, and typographic marks.
IN_WORD = re.compile(r"(?<=[A-Za-z])[à-öø-ÿœŒÀ-ÖØ-Þ’](?=[a-z])|(?<=[A-Za-z])[éèáóüñçãêâîôû](?![A-Za-z])")
TYPOGRAPHIC = re.compile(r"[‘’“”–—…•£€©®\u00a0·«»°]")


@dataclass(frozen=True, slots=True)
class Decoded:
    """A text with the encoding that it was read in and `how` that was known: `utf-8`, `marked`, `declared`, `sniffed`.

    `lost` counts the bytes that no encoding explains; each stands as U+FFFD in the text.
    """

    text: str
    encoding: str
    how: str = "utf-8"
    lost: int = 0

    @property
    def note(self) -> str | None:
        """What to say of it, None for plain UTF-8."""
        if self.lost:
            return f"{self.encoding}, {self.lost} bytes unreadable"
        return None if self.encoding == "utf-8" else f"{self.encoding}, {self.how}"


def decode(raw: bytes, *, declared: str | None = None) -> Decoded | None:
    """The text of the bytes, None where no encoding gives text.

    A byte order mark comes first, then UTF-8, then what is declared, then what the bytes look like.
    """
    for mark, encoding in MARKS:
        if raw.startswith(mark):
            return attempt(raw, encoding, "marked")
    if is_binary(raw):
        return None
    if utf8 := attempt(raw, "utf-8", "utf-8"):
        return utf8
    if damaged := read_damaged(raw):
        return damaged
    if declared and (named := attempt(raw, declared, "declared")):
        return named
    return sniff(raw)


def is_binary(raw: bytes) -> bool:
    """Whether the bytes hold control characters that no text has; UTF-16 and UTF-32 count unless they bear a mark."""
    return any(byte in CONTROL for byte in raw[:BINARY_SAMPLE])


def attempt(raw: bytes, encoding: str, how: str) -> Decoded | None:
    """The bytes in this encoding, None where it is unknown or does not fit."""
    try:
        name = codecs.lookup(encoding.strip()).name
        name = MEANT.get(name, name) if how == "declared" else name
        text = raw.decode(name)
    except (LookupError, UnicodeError, ValueError):
        return None
    return Decoded(text, name.removesuffix("-sig"), how)


def read_damaged(raw: bytes) -> Decoded | None:
    """The bytes as UTF-8 with some lost, None where they are no UTF-8 at all."""
    text = raw.decode("utf-8", errors="replace")
    lost = text.count("\ufffd") - raw.count(b"\xef\xbf\xbd")
    right = sum(character > "\x7f" for character in text) - text.count("\ufffd")
    return Decoded(text, "utf-8", lost=lost) if right >= RIGHT_FOR_WRONG * lost else None


def sniff(raw: bytes) -> Decoded | None:
    """The bytes in the legacy encoding that they look most like, None where they look like none.

    English is tried first in the two encodings that English was written in; a general guesser, made for any language,
    mistakes a curly quote or two for a letter of another alphabet.
    """
    readings = [reading for name in ("cp1252", "mac-roman") if (reading := attempt(raw, name, "sniffed"))]
    likeliest = max(readings, key=lambda reading: explained(reading.text), default=None)
    if likeliest and explained(likeliest.text) >= 0.7:
        return likeliest
    import charset_normalizer

    best = charset_normalizer.from_bytes(raw).best()
    return attempt(raw, best.encoding, "sniffed") if best else None


def explained(text: str) -> float:
    """The share of the characters beyond ASCII that stand where English would have them."""
    beyond = sum(character > "\x7f" for character in text)
    fitting = len(TYPOGRAPHIC.findall(text)) + len(IN_WORD.findall(text.replace("’", "'")))
    return fitting / beyond if beyond else 1.0
