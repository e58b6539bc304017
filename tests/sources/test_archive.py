"""Raw answers are kept, and read again."""

from __future__ import annotations

import errno
import gzip
import os
from pathlib import Path
from typing import Any

import pytest

from truce.errors import StoreError
from truce.sources.archive import Archive


def test_a_full_disk_spoils_no_record_before(site: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, fetcher: Any) -> None:
    answer = fetcher()[0].fetch(site.page("/a", "first"))
    with Archive(tmp_path) as archive:
        archive.keep(answer)
        [path] = tmp_path.iterdir()
        before = path.read_bytes()

        def no_space(_: int) -> None:
            raise OSError(errno.ENOSPC, "No space left on device")

        with monkeypatch.context() as full, pytest.raises(StoreError, match="No space left"):
            full.setattr(os, "fsync", no_space)
            archive.keep(answer)
        assert path.read_bytes() == before
        place = archive.keep(answer)
    assert Archive(tmp_path).read(place, limit=100).body == b"first"


def test_what_was_sent_is_kept_and_read_again(site: Any, tmp_path: Path, fetcher: Any, body: Any) -> None:
    packed = gzip.compress("Ceasefire talks resumed – “soon”.".encode())
    made, _ = fetcher()
    answers = [
        made.fetch(site.page("/a", packed, Content_Encoding="gzip", Set_Cookie="id=7")),
        made.fetch(site.page("/b", "second")),
    ]
    with Archive(tmp_path / "archive") as archive:
        places = [archive.keep(answer) for answer in answers]
    kept = [Archive(tmp_path / "archive").read(place, limit=10_000) for place in places]
    assert [one.body for one in kept] == [body(answer) for answer in answers]
    assert [one.url for one in kept] == [answer.url for answer in answers]
    assert kept[0].content_type == "text/html; charset=utf-8"

    from warcio.archiveiterator import ArchiveIterator

    with (tmp_path / "archive" / places[0].file).open("rb") as file:
        kinds = [record.rec_type for record in ArchiveIterator(file)]
    assert kinds == ["warcinfo", "response", "response"]
    assert b"id=7" not in (tmp_path / "archive" / places[0].file).read_bytes()
