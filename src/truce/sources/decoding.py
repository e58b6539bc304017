"""Bytes become text in the encoding that they are really in."""

from __future__ import annotations

import codecs
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


@dataclass(frozen=True, slots=True)
class Decoded:
    """A text with the encoding that it was read in and `how` that was known: `utf-8`, `marked`, `declared`, `sniffed`."""

    text: str
    encoding: str
    how: str = "utf-8"

    @property
    def note(self) -> str | None:
        """What to say of it, None for plain UTF-8."""
        return None if self.encoding == "utf-8" else f"{self.encoding}, {self.how}"


def decode(raw: bytes, *, declared: str | None = None) -> Decoded | None:
    """The text of the bytes, None where no encoding gives text.

    A byte order mark comes first, then UTF-8, then what is declared, then what the bytes look like. Nothing is ever
    replaced: a wrong byte means a wrong encoding.
    """
    for mark, encoding in MARKS:
        if raw.startswith(mark):
            return attempt(raw, encoding, "marked")
    if is_binary(raw):
        return None
    if utf8 := attempt(raw, "utf-8", "utf-8"):
        return utf8
    if declared and (named := attempt(raw, declared, "declared")):
        return named
    return sniff(raw)


def is_binary(raw: bytes) -> bool:
    """Whether the bytes hold control characters that no text has; UTF-16 and UTF-32 count unless they bear a mark."""
    return any(byte in CONTROL for byte in raw[:BINARY_SAMPLE])


def attempt(raw: bytes, encoding: str, how: str) -> Decoded | None:
    """The bytes in this encoding, None where it is unknown or does not fit."""
    try:
        name = codecs.lookup(encoding).name
        name = MEANT.get(name, name) if how == "declared" else name
        text = raw.decode(name)
    except (LookupError, UnicodeDecodeError, UnicodeError):
        return None
    return Decoded(text, name.removesuffix("-sig"), how)


def sniff(raw: bytes) -> Decoded | None:
    """The bytes in the legacy encoding that they look most like, None where they look like none."""
    import charset_normalizer  # noqa: PLC0415 - only for the few texts that need it

    best = charset_normalizer.from_bytes(raw).best()
    return attempt(raw, best.encoding, "sniffed") if best else None
