"""The body of an answer as it was sent, unpacked within bounds."""

from __future__ import annotations

import zlib
from collections.abc import Callable, Iterator

from truce.errors import FetchError

PIECE = 1 << 16  # bytes handed to a decompressor, or taken from one, at a time
LAYERS = 4  # encodings over each other; real servers use one
GZIP = b"\x1f\x8b"


class CutOffError(ValueError):
    """Packed bytes that end before their end."""


def unpack(url: str, body: bytes, encodings: str, *, limit: int, cut: bool = False) -> bytes:
    """The body without its Content-Encoding; FetchError where it grows past `limit` bytes or is damaged.

    With `cut`, what fits into the limit is taken, and so is what could be unpacked of a body that is cut off.
    """
    layers = [part.strip().lower() for part in encodings.split(",") if part.strip()]
    if len(layers) > LAYERS:
        raise FetchError(url, f"the answer is packed {len(layers)} times over")
    for encoding in reversed(layers):
        if encoding not in UNPACKERS:
            raise FetchError(url, f"the answer is packed as «{encoding}», which truce does not read")
        if body:
            body = gather(url, UNPACKERS[encoding](body), limit, cut=cut)
    return body


def gather(url: str, pieces: Iterator[bytes], limit: int, *, cut: bool) -> bytes:
    """The pieces as one, never holding more than a piece beyond the limit."""
    out = bytearray()
    try:
        for piece in pieces:
            out += piece
            if len(out) > limit:
                if cut:
                    break
                raise FetchError(url, f"the answer unpacks to more than {limit:,} bytes")
    except CutOffError as error:
        if not cut:
            raise FetchError(url, "the packed answer is cut off") from error
    except zlib.error as error:
        raise FetchError(url, "the packed answer is damaged") from error
    return bytes(out[:limit])


def unpack_nothing(body: bytes) -> Iterator[bytes]:
    """The body as it is."""
    yield body


def unpack_deflate(body: bytes) -> Iterator[bytes]:
    """Unpack gzip or zlib, also several members one after the other, and the raw deflate that some servers send."""
    window = zlib.MAX_WBITS | 32 if is_wrapped(body) else -zlib.MAX_WBITS
    rest = body
    while rest:
        member = zlib.decompressobj(window)
        while rest and not member.eof:
            yield member.decompress(rest, PIECE)
            rest = member.unconsumed_tail
        if not member.eof:
            yield member.flush(PIECE)
            if not member.eof:
                raise CutOffError
        rest = member.unused_data if member.unused_data.startswith(GZIP) else b""  # else padding after the last member


def is_wrapped(body: bytes) -> bool:
    """Whether packed bytes have the head of gzip or zlib."""
    try:
        zlib.decompressobj(zlib.MAX_WBITS | 32).decompress(body[:PIECE], 1)
    except zlib.error:
        return body.startswith(GZIP)
    return True


def unpack_brotli(body: bytes) -> Iterator[bytes]:
    """Unpack Brotli."""
    import brotli

    unpacker = brotli.Decompressor()
    try:
        yield unpacker.process(body, output_buffer_limit=PIECE)
        while not unpacker.is_finished():
            piece = unpacker.process(b"", output_buffer_limit=PIECE)
            if not piece:
                raise CutOffError
            yield piece
    except brotli.error as error:
        raise zlib.error(str(error)) from error


UNPACKERS: dict[str, Callable[[bytes], Iterator[bytes]]] = {
    "identity": unpack_nothing,
    "gzip": unpack_deflate,
    "x-gzip": unpack_deflate,
    "deflate": unpack_deflate,
    "br": unpack_brotli,
}
