"""Dates of any precision: the days they cover, and what a person types."""

from __future__ import annotations

from datetime import date

import pytest

from truce.edtf import bounds, interval, overlaps, user_range, week_of

DAYS = [
    ("2024", "2024-01-01", "2024-12-31"),
    ("2024-02", "2024-02-01", "2024-02-29"),
    ("2023-02", "2023-02-01", "2023-02-28"),
    ("2024-10-30", "2024-10-30", "2024-10-30"),
    ("2024-10-30~", "2024-10-30", "2024-10-30"),
    ("2024-10?", "2024-10-01", "2024-10-31"),
    ("2024-22", "2024-06-01", "2024-08-31"),
    ("2023-24", "2023-12-01", "2024-02-29"),
    ("199X", "1990-01-01", "1999-12-31"),
    ("19XX", "1900-01-01", "1999-12-31"),
    ("2023-10-07/2024-11", "2023-10-07", "2024-11-30"),
    ("2024-10-XX", "2024-10-01", "2024-10-31"),
]


@pytest.mark.parametrize(("value", "first", "last"), DAYS)
def test_a_value_covers_its_days(value: str, first: str, last: str) -> None:
    covered = bounds(value)
    assert (covered.earliest.isoformat(), covered.latest.isoformat()) == (first, last)


def test_an_open_interval_runs_on() -> None:
    assert bounds("2024-09/..").latest == date.max
    assert bounds("../2024-09").earliest == date.min
    assert interval("2024-09", None) == "2024-09/.."
    assert interval("2024-09", "2024-10-02") == "2024-09/2024-10-02"


@pytest.mark.parametrize("value", ["", "soon", "2024-13", "2023-02-30", "2024-11/2024-09", "199X-04", "20240901x"])
def test_what_is_no_value_is_refused(value: str) -> None:
    with pytest.raises(ValueError, match=r".+"):
        bounds(value)


@pytest.mark.parametrize(
    ("a", "b", "shared"),
    [
        ("2024-09/..", "2024-11", True),
        ("2024-10-30", "2024-11", False),
        ("2024", "2024-12-31", True),
        ("../2024-08", "2024-09", False),
    ],
)
def test_intervals_overlap_or_do_not(a: str, b: str, shared: bool) -> None:
    assert overlaps(a, b) is overlaps(b, a) is shared


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("2024", "2024"),
        ("2024-09", "2024-09"),
        ("2024-09-15", "2024-09-15"),
        ("last month", "2024-10"),
        ("This  Week", "2024-11-04/2024-11-10"),
        ("last year", "2023"),
        ("yesterday", "2024-11-04"),
        ("2 weeks ago", "2024-10-22"),
        ("2024-09/..", "2024-09/.."),
    ],
)
def test_what_a_person_types(typed: str, meant: str) -> None:
    assert user_range(typed, date(2024, 11, 5)) == meant


def test_what_is_no_date_is_refused_in_one_sentence() -> None:
    with pytest.raises(ValueError, match="«sometime» is no date that truce reads; write 2024"):
        user_range("sometime", date(2024, 11, 5))


def test_a_week_runs_from_monday_to_sunday() -> None:
    assert week_of(date(2024, 11, 3)) == "2024-10-28/2024-11-03"
