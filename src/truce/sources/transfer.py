"""The body of an answer as it was sent, unpacked within bounds."""

from __future__ import annotations

import zlib
from collections.abc import Callable

from truce.errors import FetchError

PIECE = 1 << 16  # bytes handed to a decompressor, or taken from one, at a time


def unpack(url: str, body: bytes, encodings: str, *, limit: int) -> bytes:
    """The body without its Content-Encoding; FetchError where it grows past `limit` bytes or is damaged."""
    for encoding in reversed([part.strip().lower() for part in encodings.split(",") if part.strip()]):
        unpacker = UNPACKERS.get(encoding)
        if unpacker is None:
            raise FetchError(url, f"the answer is packed as «{encoding}», which truce does not read")
        body = unpacker(url, body, limit)
    return body


def unpack_nothing(url: str, body: bytes, limit: int) -> bytes:
    """The body as it is."""
    return body


def unpack_deflate(url: str, body: bytes, limit: int) -> bytes:
    """Unpack gzip or zlib, also several members one after the other and raw deflate."""
    for window in (zlib.MAX_WBITS | 32, -zlib.MAX_WBITS):
        try:
            return inflate(url, body, limit, window)
        except zlib.error as error:
            if window < 0:
                raise FetchError(url, "the packed answer is damaged") from error
    return body


def inflate(url: str, body: bytes, limit: int, window: int) -> bytes:
    """Inflate member after member, never holding more than the limit."""
    out = bytearray()
    rest = body
    while rest:
        member = zlib.decompressobj(window)
        while rest and not member.eof:
            out += member.decompress(rest, PIECE)
            check_size(url, out, limit)
            rest = member.unconsumed_tail
        if not member.eof:
            out += member.flush()
            check_size(url, out, limit)
            break
        rest = member.unused_data
        if rest and not rest.startswith(b"\x1f\x8b"):
            break  # padding after the last member
    return bytes(out)


def unpack_brotli(url: str, body: bytes, limit: int) -> bytes:
    """Unpack Brotli."""
    import brotli

    unpacker = brotli.Decompressor()
    out = bytearray()
    try:
        out += unpacker.process(body, output_buffer_limit=PIECE)
        while not unpacker.is_finished():
            check_size(url, out, limit)
            piece = unpacker.process(b"", output_buffer_limit=PIECE)
            if not piece:
                break
            out += piece
    except brotli.error as error:
        raise FetchError(url, "the packed answer is damaged") from error
    check_size(url, out, limit)
    return bytes(out)


def check_size(url: str, out: bytearray, limit: int) -> None:
    """Refuse what grows past the limit."""
    if len(out) > limit:
        raise FetchError(url, f"the answer unpacks to more than {limit:,} bytes")


UNPACKERS: dict[str, Callable[[str, bytes, int], bytes]] = {
    "identity": unpack_nothing,
    "gzip": unpack_deflate,
    "x-gzip": unpack_deflate,
    "deflate": unpack_deflate,
    "br": unpack_brotli,
}
