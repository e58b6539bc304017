"""The lexicon of offices is sound, and an unsound one is refused with file, entry and fault."""

from __future__ import annotations

from datetime import date
from itertools import pairwise
from pathlib import Path

import pytest

from truce.errors import LexiconError
from truce.lexicons import load_lexicons
from truce.lexicons.offices import Holder, OfficeLexicon, fold, name_words, read_offices

GOOD = """
[norland]
source = "s"
of = ["Norland", "Norlander"]
offices = [{ titles = ["premier"], holders = ["Ann Berg 2001-02-03/2005-06", "Tom Lind 2005-06/.."] }]
"""


def holders_of(offices: OfficeLexicon, name: str) -> tuple[Holder, ...]:
    words = name_words(name)
    return next((named.holders for named in offices.names_ending(words[-1]) if named.words == words), ())


@pytest.mark.parametrize(
    ("name", "title", "day"),
    [
        ("Naim Qassem", "leader", date(2024, 10, 29)),
        ("Hassan Nasrallah", "leader", date(1992, 2, 16)),
        ("Joe Biden", "president", date(2021, 1, 20)),
        ("Najib Mikati", "prime minister", date(2005, 4, 19)),
        ("Volodymyr Zelenskiy", "president", date(2019, 5, 20)),
        ("François Hollande", "president", date(2012, 5, 15)),
    ],
)
def test_a_holder_is_found_by_every_spelling(name: str, title: str, day: date) -> None:
    begun = [holder.tenures[0].since for holder in holders_of(load_lexicons().offices, name) if title in holder.office.titles]
    assert begun == [day]


def test_a_surname_leads_to_all_who_bear_it() -> None:
    names = {holder.name for holder in holders_of(load_lexicons().offices, "Bush")}
    assert names == {"George Bush", "George W. Bush"}


def test_tenures_of_one_person_in_one_office_follow_each_other() -> None:
    offices = load_lexicons().offices
    holders = {holder for word in list(offices._by_last) for named in offices.names_ending(word) for holder in named.holders}
    assert len(holders) > 400
    for holder in holders:
        for tenure, later in pairwise(holder.tenures):
            assert tenure.until is not None, holder.name
            assert tenure.over is not None, holder.name
            assert tenure.over <= later.since, holder.name


def test_a_tenure_known_to_the_month_covers_all_of_it(tmp_path: Path) -> None:
    (tmp_path / "offices").mkdir()
    (tmp_path / "offices" / "north.toml").write_text(GOOD)
    offices = read_offices(tmp_path)
    (berg,), (lind,) = holders_of(offices, "Berg"), holders_of(offices, "Tom Lind")
    assert (berg.tenures[0].until, berg.tenures[0].over) == (date(2005, 6, 30), date(2005, 6, 1))
    assert (lind.tenures[0].since, lind.tenures[0].until) == (date(2005, 6, 1), None)


@pytest.mark.parametrize(
    ("old", "new", "fault"),
    [
        ('source = "s"', "", "source"),
        ('of = ["Norland", "Norlander"]', 'state = "norland"', "key of no state"),
        ('of = ["Norland", "Norlander"]', "", "a `state`, or words in `of`"),
        ("2001-02-03/2005-06", "2001-02-03", "it is not like"),
        ("2001-02-03/2005-06", "2001-02-30/2005-06", "2001-02-30"),
        ("2001-02-03/2005-06", "2009/2005-06", "ends before it begins"),
        ('titles = ["premier"]', "titles = []", "an office has"),
        ("offices = [", 'spellings = { "Eve Dahl" = ["Eva Dahl"] }\noffices = [', "Eve Dahl has spellings and holds no office"),
        ("offices = [", "posts = []\noffices = [", "unknown field posts"),
    ],
)
def test_an_unsound_lexicon_is_refused(tmp_path: Path, old: str, new: str, fault: str) -> None:
    (tmp_path / "offices").mkdir()
    (tmp_path / "offices" / "north.toml").write_text(GOOD.replace(old, new))
    with pytest.raises(LexiconError, match=fault):
        read_offices(tmp_path)


@pytest.mark.parametrize("text", ["Çavuşoğlu", "İstanbul", "straße", "ﬁn", "Ωmega", "日本"])
def test_folding_keeps_the_length(text: str) -> None:
    assert len(fold(text)) == len(text)
