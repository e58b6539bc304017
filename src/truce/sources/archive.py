"""Raw answers kept as WARC, so that everything can be read again offline and by other tools."""

from __future__ import annotations

import io
import os
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any

from truce.errors import FetchError, StoreError
from truce.following import Place
from truce.sources.transfer import unpack

if TYPE_CHECKING:
    from truce.sources.messages import Answer

HOP_HEADERS = frozenset({"transfer-encoding", "connection", "keep-alive", "set-cookie"})


@dataclass(frozen=True, slots=True)
class Kept:
    """An answer read back from the archive, unpacked."""

    url: str
    body: bytes
    content_type: str | None
    fetched_at: datetime | None


@dataclass
class Archive:
    """The folder of WARC files. Each run writes a file of its own, so that a run cut short harms no other record."""

    folder: Path
    _file: IO[bytes] | None = field(default=None, init=False, repr=False)
    _path: Path | None = field(default=None, init=False, repr=False)

    def __enter__(self) -> Archive:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """End this run's file."""
        if self._file is not None:
            self._file.close()
            self._file = None

    def keep(self, answer: Answer) -> Place:
        """Write an answer as it was sent, and see it on the disk before anything else is tried."""
        record = response_record(answer)
        try:
            file = self.open_file()
            offset = file.tell()
            write_whole(file, record, offset)
        except OSError as error:
            raise StoreError(f"{self.folder}: the archive cannot be written ({error.strerror})") from error
        assert self._path is not None
        return Place(self._path.name, offset)

    def open_file(self) -> IO[bytes]:
        """This run's file, made at the first record."""
        if self._file is None:
            self.folder.mkdir(parents=True, exist_ok=True)
            stamp = datetime.now(UTC).strftime("%Y%m%d-%H%M%S-%f")
            self._path = self.folder / f"truce-{stamp}-{os.getpid()}.warc.gz"
            self._file = self._path.open("xb", buffering=0)
            write_whole(self._file, info_record(self._path.name), 0)
        return self._file

    def read(self, place: Place, *, limit: int) -> Kept:
        """An answer that was kept; StoreError where it is not there any more."""
        from warcio.archiveiterator import ArchiveIterator
        from warcio.exceptions import ArchiveLoadFailed

        path = self.folder / place.file
        try:
            with path.open("rb") as file:
                file.seek(place.offset)
                record = next(iter(ArchiveIterator(file)))
                url = record.rec_headers.get_header("WARC-Target-URI")
                stamp = record.rec_headers.get_header("WARC-Date")
                headers = record.http_headers
                sent = record.raw_stream.read()
        except (OSError, StopIteration, ArchiveLoadFailed) as error:
            raise StoreError(f"{path}: the kept answer at byte {place.offset} cannot be read; fetch the page again") from error
        packed = headers.get_header("Content-Encoding") if headers else None
        try:
            body = unpack(url, sent, packed or "", limit=limit)
        except FetchError as error:
            raise StoreError(str(error)) from error
        kind = headers.get_header("Content-Type") if headers else None
        return Kept(url, body, kind, datetime.fromisoformat(stamp.replace("Z", "+00:00")) if stamp else None)


def write_whole(file: IO[bytes], record: bytes, offset: int) -> None:
    """Write a record wholly or not at all: where the disk is full, half of it would spoil the file for other tools."""
    try:
        rest = memoryview(record)
        while rest:
            rest = rest[file.write(rest) :]
        os.fsync(file.fileno())
    except OSError:
        file.truncate(offset)
        file.seek(offset)
        raise


def response_record(answer: Answer) -> bytes:
    """A WARC response record, a gzip member of its own. Cookies and the marks of the transfer are left out."""
    from warcio.statusandheaders import StatusAndHeaders

    pairs = [(key, value) for key, value in answer.headers if key.lower() not in HOP_HEADERS | {"content-length"}]
    pairs.append(("Content-Length", str(len(answer.sent))))
    head = StatusAndHeaders(f"{answer.status} {answer.reason}".rstrip(), pairs, protocol="HTTP/1.1")
    moment = answer.fetched_at.strftime("%Y-%m-%dT%H:%M:%SZ")

    def write(writer: Any) -> None:
        record = writer.create_warc_record(
            answer.url, "response", payload=io.BytesIO(answer.sent), http_headers=head, warc_headers_dict={"WARC-Date": moment}
        )
        writer.write_record(record)

    return written(write)


def info_record(name: str) -> bytes:
    """The record that says who wrote the file."""
    facts = {"software": "truce", "format": "WARC File Format 1.1", "conformsTo": "https://iipc.github.io/warc-specifications/"}

    def write(writer: Any) -> None:
        writer.write_record(writer.create_warcinfo_record(name, facts))

    return written(write)


def written(write: Any) -> bytes:
    """The bytes that a WARC writer makes."""
    from warcio.warcwriter import WARCWriter

    buffer = io.BytesIO()
    write(WARCWriter(buffer, gzip=True, warc_version="1.1"))
    return buffer.getvalue()
