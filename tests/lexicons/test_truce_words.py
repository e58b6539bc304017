from __future__ import annotations

from pathlib import Path

import pytest

from truce.errors import LexiconError
from truce.lexicons.truce_words import WordTable, read_truce_words
from truce.records import TruceStatus

GROUPS = """
[names]
source = "a test"
truces = ["truce"]
[above]
source = "a test"
"""


def write(folder: Path, more: str) -> Path:
    (folder / "truce_words.toml").write_text(GROUPS + more, encoding="utf-8")
    return folder


def test_every_status_but_those_of_terms_has_verbs() -> None:
    lexicon = read_truce_words()
    means = {"sign": "agreed", "violate": "violated", "reject": "rejected", "extend": "extended", "observe": "in_force"}
    assert {verb: str(lexicon.verbs.statuses(verb)[0]) for verb in means} == means


def test_a_verb_with_a_particle_means_what_both_mean_together() -> None:
    verbs = read_truce_words().verbs
    assert verbs.statuses("call", "off") == (TruceStatus.ENDED,)
    assert verbs.statuses("call", "for") == (TruceStatus.CALLED_FOR,)
    assert verbs.statuses("call", "the") == ()


def test_a_table_gives_nothing_for_a_word_that_it_lacks() -> None:
    table = WordTable([("hold", TruceStatus.IN_FORCE)])
    assert table.statuses("hold") == (TruceStatus.IN_FORCE,)
    assert table.statuses("dance") == ()
    assert table.joined("hold", "up") == ()
    assert len(table) == 1


def test_names_with_hyphens_are_held_without_them() -> None:
    lexicon = read_truce_words()
    assert ("cease", "fire") in lexicon.truces
    assert ("cessation", "of", "hostilities") in lexicon.truces


@pytest.mark.parametrize(
    ("more", "entry"),
    [
        ('[dreamt_of]\nsource = "a test"\nverbs = ["dream"]\n', "dreamt_of"),
        ('[agreed]\nsource = "a test"\nadverbs = ["gladly"]\n', "agreed.adverbs"),
        ('[agreed]\nsource = "a test"\nverbs = ["Sign"]\n', "agreed.verbs: Sign"),
        ('[agreed]\nsource = "a test"\nverbs = "sign"\n', "agreed.verbs"),
        ('[agreed]\nverbs = ["sign"]\n', "agreed"),
    ],
)
def test_a_bad_entry_is_refused_by_name(tmp_path: Path, more: str, entry: str) -> None:
    with pytest.raises(LexiconError) as refused:
        read_truce_words(write(tmp_path, more))
    assert (refused.value.path, refused.value.entry) == ("truce_words.toml", entry)


def test_a_file_without_names_is_refused(tmp_path: Path) -> None:
    (tmp_path / "truce_words.toml").write_text('[above]\nsource = "a test"\n', encoding="utf-8")
    with pytest.raises(LexiconError, match="names"):
        read_truce_words(tmp_path)
