"""The lexicon of agencies is sound, and an unsound one is refused with file, entry and fault."""

from __future__ import annotations

from pathlib import Path

import pytest

from truce.errors import LexiconError
from truce.lexicons.agencies import read_agencies


@pytest.mark.parametrize(
    ("name", "agency"),
    [("Agence France-Presse", "AFP"), ("the associated press", "AP"), ("(REUTERS)", "Reuters"), ("ap", None), ("spa", None)],
)
def test_an_agency_is_found_by_any_of_its_names(name: str, agency: str | None) -> None:
    assert read_agencies().find(name) == agency


@pytest.mark.parametrize(
    ("toml", "fault"),
    [
        ("[a]\nagencies = []", "source"),
        ('[a]\nsource = "s"\nagencies = [{aliases = ["X"]}]', "needs a `name`"),
        ('[a]\nsource = "s"\nagencies = [{name = "X"}, {name = "Y", aliases = ["X"]}]', "already X's"),
        ('[a]\nsource = "s"\nagencies = [{name = "X"}]\nlines = [{agency = "X", pattern = "("}]', "sound `pattern`"),
        ('[a]\nsource = "s"\nagencies = [{name = "X"}]\nlines = [{agency = "Z", pattern = "z"}]', "name of an agency"),
    ],
)
def test_an_unsound_lexicon_is_refused(tmp_path: Path, toml: str, fault: str) -> None:
    (tmp_path / "agencies.toml").write_text(toml)
    with pytest.raises(LexiconError, match=fault):
        read_agencies(tmp_path)
