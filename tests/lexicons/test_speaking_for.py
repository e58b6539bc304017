"""Words for those who speak for somebody are read, or refused with file, entry and fault."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from truce.errors import LexiconError
from truce.lexicons.loading import FOLDER
from truce.lexicons.speaking_for import read_speaking_words


@pytest.mark.parametrize(
    ("noun", "of_state", "speaks"),
    [
        ("official", True, True),
        ("Officials", True, True),
        ("police", True, True),
        ("residents", True, False),
        ("soldiers", True, False),
        ("rebels", True, False),
        ("rebels", False, True),
        ("movement", False, True),
        ("", False, False),
    ],
)
def test_who_is_called_so_speaks(noun: str, of_state: bool, speaks: bool) -> None:
    assert read_speaking_words().speaks(noun, of_state=of_state) is speaks


@pytest.mark.parametrize(
    ("change", "fault"),
    [
        (('"official"', '"Official"'), "entry «people»: `words` is a list of words in small letters"),
        (("[papers]", "[paper]"), "entry «paper, papers»: the groups are"),
        (('source = "Usage of AFP, AP, Reuters and the BBC"\nwords = ["former"', 'words = ["former"'), "entry «no_longer»"),
        (("[people]", "[people"), "the file"),
    ],
)
def test_a_bad_file_is_refused_with_its_fault(tmp_path: Path, change: tuple[str, str], fault: str) -> None:
    shutil.copy(FOLDER / "speaking_for.toml", tmp_path)
    path = tmp_path / "speaking_for.toml"
    text = path.read_text(encoding="utf-8")
    assert change[0] in text
    path.write_text(text.replace(*change, 1), encoding="utf-8")
    with pytest.raises(LexiconError, match=r"speaking_for\.toml") as refused:
        read_speaking_words(tmp_path)
    assert fault in str(refused.value)
