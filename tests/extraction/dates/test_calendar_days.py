"""Days, months and years of the calendar. All was written on Wednesday, 30 October 2024, unless a case says otherwise."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

Case = tuple[str, list[str | None]]

# A day in full, in every way that news writes it.
FULL_DAYS: list[Case] = [
    ("The bridge fell on [March 3, 2019].", ["2019-03-03"]),
    ("The bridge fell on [3 March 2019].", ["2019-03-03"]),
    ("The bridge fell on [3rd March 2019], officials said.", ["2019-03-03"]),
    ("The bridge fell on [March 3rd, 2019].", ["2019-03-03"]),
    ("The bridge fell on [the third of March 2019].", ["2019-03-03"]),
    ("The bridge fell on [the 3rd of March, 2019].", ["2019-03-03"]),
    ("The bridge fell on [Sunday, March 3, 2019].", ["2019-03-03"]),
    ("The bridge fell on [Sunday 3 March 2019].", ["2019-03-03"]),
    ("The treaty of [Sept. 17, 1978] still holds.", ["1978-09-17"]),
    ("The log entry of [2019-03-03] names two soldiers.", ["2019-03-03"]),
    ("The log entry of [2019/03/03] names two soldiers.", ["2019-03-03"]),
    ("The order of [25/12/2018] was never signed.", ["2018-12-25"]),
    ("The order of [12/25/2018] was never signed.", ["2018-12-25"]),
    ("The order of [25.12.2018] was never signed.", ["2018-12-25"]),
    ("The raid of [9/11] changed everything.", ["2001-09-11"]),
]

# A day of a month without a year: the past one, the coming one where words or tenses say so.
WITHOUT_YEAR: list[Case] = [
    ("Rebels seized the dam on [October 7].", ["2024-10-07"]),
    ("Rebels seized the dam on [Oct. 7].", ["2024-10-07"]),
    ("Rebels seized the dam on [7 October].", ["2024-10-07"]),
    ("Rebels seized the dam on [the seventh of October].", ["2024-10-07"]),
    ("Rebels seized the dam on [December 12].", ["2023-12-12"]),
    ("The truce has held since [August 2].", ["2024-08-02"]),
    ("Delegates will meet on [November 20].", ["2024-11-20"]),
    ("Delegates will meet on [March 3].", ["2025-03-03"]),
    ("The election is scheduled for [December 5].", ["2024-12-05"]),
    ("Observers must leave by [November 15].", ["2024-11-15"]),
    ("The deadline was extended to [Nov. 16].", ["2024-11-16"]),
    ("The truce lasted until [October 12].", ["2024-10-12"]),
    ("Two villages fell on [October 7] and [8], the army said.", ["2024-10-07", "2024-10-08"]),
    ("He flew home on [Friday, October 25].", ["2024-10-25"]),
    ("The court will rule on [Monday, Nov. 4].", ["2024-11-04"]),
]

# Months: the nearest that fits; early, mid and late fall to the month.
MONTHS: list[Case] = [
    ("Fighting broke out in [September].", ["2024-09"]),
    ("Fighting broke out in [mid-September].", ["2024-09"]),
    ("Fighting broke out in [late September].", ["2024-09"]),
    ("Fighting broke out in [early December].", ["2023-12"]),
    ("Fighting broke out at [the end of August].", ["2024-08"]),
    ("Fighting broke out in [September 2016].", ["2016-09"]),
    ("Fighting broke out in [Sept. 2016].", ["2016-09"]),
    ("Fighting broke out [last March].", ["2024-03"]),
    ("Elections will be held [next May].", ["2025-05"]),
    ("Elections will be held in [December].", ["2024-12"]),
    ("The camp closed in [May last year].", ["2023-05"]),
    ("The camp closed in [January of this year].", ["2024-01"]),
    ("The siege ended in [March] after a deal.", ["2024-03"]),
    ("The siege ended in [May] after a deal.", ["2024-05"]),
]

# Years, decades, and days far back.
YEARS: list[Case] = [
    ("The war of [1967] redrew the map.", ["1967"]),
    ("They fled in [1948] and never returned.", ["1948"]),
    ("The [2003] invasion cost many lives.", ["2003"]),
    ("Since [2011] the town has been empty.", ["2011"]),
    ("Elections are planned for [2026].", ["2026"]),
    ("The dam was built in [the 1970s].", ["1970/1979"]),
    ("The dam was built in [the late 1970s].", ["1970/1979"]),
    ("The fort dates from [early 1915].", ["1915"]),
    ("He ruled from [1982] on.", ["1982"]),
    ("[2009] was the worst year of the war.", ["2009"]),
    ("The sheikh was killed on [March 22, last year].", ["2023-03-22"]),
    ("The sheikh was killed on [22 March last year].", ["2023-03-22"]),
]

# Intervals are one expression.
RANGES: list[Case] = [
    ("Talks ran [from March 3 to March 7].", ["2024-03-03/2024-03-07"]),
    ("Talks ran [from March 3 to 7].", ["2024-03-03/2024-03-07"]),
    ("Talks were held [March 3-7, 2019], in Bern.", ["2019-03-03/2019-03-07"]),
    ("Some 400 people died [between 2003 and 2005].", ["2003/2005"]),
    ("Some 400 people died [between March and May].", ["2024-03/2024-05"]),
    ("The occupation of [1982-85] left scars.", ["1982/1985"]),
    ("The occupation of [1982-1985] left scars.", ["1982/1985"]),
    ("He served [from 1994 to 1998].", ["1994/1998"]),
    ("The sit-in lasted [from Monday to Friday].", ["2024-10-21/2024-10-25"]),
]

# Days that became a name: beside their event they mean no other year.
NAMED: list[Case] = [
    ("Nothing has been the same since Hamas attacked Israel on [October 7].", ["2023-10-07"]),
    ("Russia's invasion of [February 24] began before dawn.", ["2022-02-24"]),
    ("They stayed up for [New Year's Eve].", ["2023-12-31"]),
    ("The shrine was full on [Good Friday].", ["2024-03-29"]),
    ("Pilgrims will gather on [Christmas Day].", ["2024-12-25"]),
]

ALL = FULL_DAYS + WITHOUT_YEAR + MONTHS + YEARS + RANGES + NAMED


def bare(case: Case) -> Case:
    """`from` and `between` belong to no span, though the cases read better with them inside the brackets."""
    text, values = case
    for word in ("from ", "between "):
        text = text.replace(f"[{word}", f"{word}[")
    return text, values


@pytest.mark.parametrize(("marked", "values"), [bare(case) for case in ALL])
def test_calendar_dates_are_found_and_resolved(dates: Any, marks: Callable[[str], Any], marked: str, values: list[str]) -> None:
    expected = marks(marked)
    found = dates(expected.text)
    assert [mention.span for mention in found] == list(expected.spans)
    assert [mention.value for mention in found] == values


@pytest.mark.parametrize(
    ("marked", "published", "value"),
    [
        # around the turn of a year
        ("Rebels seized the dam on [December 30].", "2025-01-04", "2024-12-30"),
        ("Delegates will meet on [January 6].", "2024-12-20", "2025-01-06"),
        ("Fighting broke out in [December].", "2025-01-04", "2024-12"),
        ("Voting will begin in [February].", "2024-12-20", "2025-02"),
        # 29 February is a day in leap years only
        ("The plane vanished on [February 29].", "2023-03-10", "2020-02-29"),
        # near its own anniversary a named day without words for the event is this year's
        ("Shelling resumed on [October 7], villagers said.", "2024-10-09", "2024-10-07"),
        # publication known to the month or the year only: what is the same throughout is resolved
        ("The war of [1967] redrew the map.", "2024", "1967"),
        ("The market burned down in [June].", "2024-10", "2024-06"),
        ("The market burned down on [Tuesday].", "2024-10", None),
        ("The market burned down in [June].", "2024", None),
        # nobody knows when it was written
        ("The bridge fell on [March 3, 2019].", None, "2019-03-03"),
        ("The bridge fell on [March 3].", None, None),
        ("The bridge fell [yesterday].", None, None),
        # no such day
        ("The bridge fell on [February 30, 2019].", "2024-10-30", None),
    ],
)
def test_the_day_of_writing_decides(
    dates: Any, marks: Callable[[str], Any], marked: str, published: str | None, value: str | None
) -> None:
    expected = marks(marked)
    found = dates(expected.text, published)
    assert [(mention.span, mention.value) for mention in found] == [(expected.spans[0], value)]


def test_a_dateline_tells_its_day(dates: Any) -> None:
    found = dates("BEIRUT, Oct. 28 (AP) — Shelling killed two farmers on Monday.")
    assert [(mention.span.text, mention.value) for mention in found] == [("Oct. 28", "2024-10-28"), ("Monday", "2024-10-28")]
