"""Archives are bounded in size, count, ratio and depth, and no path leaves them."""

from __future__ import annotations

import gzip
import io
import zipfile

import pytest

from truce.errors import InputError
from truce.records import Article
from truce.sources import zipped
from truce.sources.pages import Page
from truce.sources.readers import read_page

ENGLISH = b"The truce held on Sunday, the council said, and nobody was hurt at the bridge.\n"


def archive(members: dict[str, bytes]) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as opened:
        for name, raw in members.items():
            opened.writestr(name, raw)
    return buffer.getvalue()


def read(raw: bytes, path: str = "news.zip") -> list[Article | InputError]:
    return list(read_page(Page(raw, path=path)))


def reasons(found: list[Article | InputError]) -> list[str]:
    return [entry.reason for entry in found if isinstance(entry, InputError)]


def test_members_are_read_in_order_and_named_after_their_place() -> None:
    found = read(
        archive(
            {
                "b.txt": ENGLISH,
                "a/1.jsonl": b'{"id": "x", "text": "Calm, said the council."}',
                "__MACOSX/._b.txt": b"\0",
                "a/": b"",
            }
        )
    )
    assert [(entry.id, entry.path) for entry in found if isinstance(entry, Article)] == [
        ("x", "news.zip!a/1.jsonl"),
        ("b", "news.zip!b.txt"),
    ]


def test_archives_within_archives_are_read_to_a_depth() -> None:
    raw = archive({"deep.txt": ENGLISH})
    for level in range(2):
        raw = archive({f"{level}.zip": raw})
    [article] = read(raw)
    assert article.path == "news.zip!1.zip!0.zip!deep.txt"
    [failed] = read(archive({"2.zip": raw}))
    assert isinstance(failed, InputError)
    assert "archives within archives" in failed.reason


@pytest.mark.parametrize(
    "name", ["../outside.txt", "/etc/outside.txt", "a/../../outside.txt", "C:/outside.txt", "..\\outside.txt"]
)
def test_a_path_that_leaves_the_archive_is_left_alone(name: str) -> None:
    found = read(archive({name: ENGLISH, "inside.txt": ENGLISH}))
    assert reasons(found) == ["its path leads out of the archive; it was left alone"]
    assert [entry.id for entry in found if isinstance(entry, Article)] == ["inside"]


def test_a_bomb_is_given_up_while_it_unpacks() -> None:
    found = read(archive({"bomb.txt": b" " * (40 * 2**20), "story.txt": ENGLISH}))
    assert len(found) == 2
    assert "200 times its size" in reasons(found)[0]


def test_a_member_larger_than_it_may_be_is_given_up(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(zipped, "LARGEST", 2**20)
    raw = bytes(range(32, 127)) * 12_000
    assert "more than 1 MB" in reasons(read(archive({"large.txt": raw})))[0]


def test_all_members_together_are_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(zipped, "LARGEST_WHOLE", 2 * len(ENGLISH))
    found = read(archive({f"{place}.txt": ENGLISH for place in range(4)}))
    assert [isinstance(entry, Article) for entry in found] == [True, True, False, False]


def test_too_many_members_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(zipped, "MOST_MEMBERS", 3)
    assert "more than 3" in reasons(read(archive({f"{place}.txt": ENGLISH for place in range(4)})))[0]


def test_a_size_that_the_archive_lies_about_does_not_matter() -> None:
    raw = bytearray(archive({"story.txt": b" " * (20 * 2**20)}))
    place = raw.rindex(b"PK\x01\x02") + 24
    raw[place : place + 4] = (10).to_bytes(4, "little")
    [failed] = read(bytes(raw))
    assert isinstance(failed, InputError)


def test_an_encrypted_member_says_what_to_do() -> None:
    raw = bytearray(archive({"story.txt": ENGLISH}))
    for sign, flags in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        raw[raw.index(sign) + flags] |= 1
    assert "password" in reasons(read(bytes(raw)))[0]


def test_a_packed_file_is_what_is_in_it() -> None:
    [article] = read(gzip.compress(ENGLISH), "story.txt.gz")
    assert isinstance(article, Article)
    assert (article.id, article.path, article.text) == ("story", "story.txt", ENGLISH.decode())


@pytest.mark.parametrize("raw", [gzip.compress(ENGLISH)[:30], gzip.compress(b" " * (40 * 2**20)), b"\x1f\x8b\x08\x00"])
def test_a_packed_file_that_is_damaged_or_a_bomb_is_a_failure(raw: bytes) -> None:
    assert len(reasons(read(raw, "story.gz"))) == 1
