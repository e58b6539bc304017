"""Feasts, elections and days that became names fall where the calendar has them."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from truce.errors import LexiconError
from truce.lexicons import load_lexicons
from truce.lexicons.calendar import read_calendar
from truce.lexicons.loading import FOLDER


@pytest.mark.parametrize(
    ("feast", "year", "first", "last"),
    [
        ("Christmas Day", 2024, "2024-12-25", "2024-12-25"),
        ("Good Friday", 2024, "2024-03-29", "2024-03-29"),
        ("Easter Monday", 2019, "2019-04-22", "2019-04-22"),
        ("Thanksgiving", 2024, "2024-11-28", "2024-11-28"),
        ("Memorial Day", 2024, "2024-05-27", "2024-05-27"),
        ("Yom Kippur", 1973, "1973-10-06", "1973-10-06"),
        ("Eid al-Fitr", 2024, "2024-04-10", "2024-04-10"),
        ("Ramadan", 2024, "2024-03-11", "2024-04-09"),
        ("New Year’s Eve", 2023, "2023-12-31", "2023-12-31"),
    ],
)
def test_a_feast_falls_on_its_day(feast: str, year: int, first: str, last: str) -> None:
    found = load_lexicons().calendar.holiday(feast)
    assert found is not None
    assert (date.fromisoformat(first), date.fromisoformat(last)) in found.falls(year)


@pytest.mark.parametrize(
    ("year", "day"), [(2024, "2024-11-05"), (2020, "2020-11-03"), (2016, "2016-11-08"), (1988, "1988-11-08"), (2023, None)]
)
def test_the_united_states_vote_on_a_tuesday_by_rule(year: int, day: str | None) -> None:
    found = load_lexicons().calendar.elections[0].day(year)
    assert found == (date.fromisoformat(day) if day else None)


@pytest.mark.parametrize(
    ("old", "new", "fault"),
    [
        ('["May"],', "", "12 lists of words are needed, 11 are there"),
        ('names = ["Good Friday"], easter = -2', 'names = ["Good Friday"]', "has names and one of"),
        ('date = "12-24"', 'date = "12-34"', "its rule gives no day"),
        ('day = "2023-10-07"', 'day = "2023-10-37"', "lacks or misstates"),
        ("[names]", "[nouns]", "the group is missing"),
    ],
)
def test_an_unsound_calendar_is_refused(tmp_path: Path, old: str, new: str, fault: str) -> None:
    good = (FOLDER / "calendar.toml").read_text(encoding="utf-8")
    assert old in good
    (tmp_path / "calendar.toml").write_text(good.replace(old, new, 1), encoding="utf-8")
    with pytest.raises(LexiconError, match=fault):
        read_calendar(tmp_path)
