"""The reports in a ZIP archive or a gzip file, read without ever writing to disk."""

from __future__ import annotations

import zlib
from collections.abc import Iterator
from dataclasses import replace
from pathlib import PurePosixPath
from typing import BinaryIO
from zipfile import BadZipFile, ZipFile, ZipInfo

from truce.errors import InputError
from truce.sources.pages import Page
from truce.sources.walking import is_companion, is_left_out

MOST_MEMBERS = 10_000
LARGEST = 64 * 2**20  # bytes of one member, unpacked
LARGEST_WHOLE = 2 * 2**30  # bytes of all members, unpacked
HIGHEST_RATIO = 200  # unpacked to packed; text packs to a fifth, a page of blanks to a hundredth, a bomb to a thousandth
RATIO_FROM = 2**20  # bytes below which the ratio says nothing
CHUNK = 2**18


class TooLargeError(Exception):
    """A member that unpacks to more than it may; the message says what of."""


def unpack_zip(stream: BinaryIO, page: Page) -> Iterator[Page | InputError]:
    """The members of an archive as pages named `archive.zip!folder/member`, in sorted order.

    Sizes are those really unpacked, not those that the archive declares. A member whose path would leave the archive,
    one that is encrypted or larger than it may be, comes out as an error, and the rest goes on.
    """
    try:
        archive = ZipFile(stream)
        members = sorted((info for info in archive.infolist() if not info.is_dir()), key=lambda info: info.filename)
    except (BadZipFile, OSError, ValueError, NotImplementedError) as error:
        yield InputError(page.origin, f"it is a damaged ZIP archive ({error})")
        return
    if len(members) > MOST_MEMBERS:
        yield InputError(
            page.origin, f"it holds {len(members):,} files, more than {MOST_MEMBERS:,}; unpack it and ingest the folder"
        )
        return
    names = {info.filename for info in members}
    left = LARGEST_WHOLE
    with archive:
        for info in members:
            name = info.filename.replace("\\", "/")
            if is_left_out(name) or is_companion(name, names):
                continue
            member = read_member(archive, info, page, left)
            if isinstance(member, Page):
                left -= len(member.raw)
            yield member


def read_member(archive: ZipFile, info: ZipInfo, page: Page, left: int) -> Page | InputError:
    """One member as a page, or why it is not read."""
    origin = f"{page.origin}!{info.filename}"
    path = PurePosixPath(info.filename.replace("\\", "/"))
    if path.is_absolute() or ".." in path.parts or (path.parts and path.parts[0].endswith(":")):
        return InputError(origin, "its path leads out of the archive; it was left alone")
    if info.flag_bits & 1:
        return InputError(origin, "it is encrypted; unpack the archive with its password first")
    try:
        with archive.open(info) as packed:
            raw = read_bounded(packed, most=min(LARGEST, left), packed_size=info.compress_size)
    except TooLargeError as error:
        return InputError(origin, str(error))
    except (BadZipFile, OSError, ValueError, RuntimeError, EOFError, zlib.error, NotImplementedError) as error:
        return InputError(origin, f"it is damaged ({error})")
    return replace(page, raw=raw, path=origin)


def unpack_gzip(stream: BinaryIO, page: Page) -> Page | InputError:
    """What a gzip file holds, as a page of the same name without `.gz`."""
    import gzip

    try:
        packed = stream.seek(0, 2)
        stream.seek(0)
        with gzip.GzipFile(fileobj=stream) as unpacked:
            raw = read_bounded(unpacked, most=LARGEST, packed_size=packed)
    except TooLargeError as error:
        return InputError(page.origin, str(error))
    except (OSError, EOFError, zlib.error) as error:
        return InputError(page.origin, f"it is a damaged gzip file ({error})")
    path = page.path.removesuffix(".gz") if page.path else None
    return replace(page, raw=raw, path=path)


def read_bounded(packed: object, *, most: int, packed_size: int) -> bytes:
    """All bytes of an opened member; raises TooLargeError as soon as they are more, or packed tighter, than they may be."""
    chunks, size = [], 0
    while chunk := packed.read(CHUNK):  # type: ignore[attr-defined]
        size += len(chunk)
        if size > most:
            raise TooLargeError(f"it unpacks to more than {most >> 20} MB; unpack it yourself if you trust it")
        if size > RATIO_FROM and size > HIGHEST_RATIO * max(packed_size, 1):
            raise TooLargeError(f"it unpacks to more than {HIGHEST_RATIO} times its size, as archives made to do harm do")
        chunks.append(chunk)
    return b"".join(chunks)
