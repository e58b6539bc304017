"""Weekdays and what counts from the day of writing or from the story. Written on Wednesday, 30 October 2024."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

# A bare weekday is the nearest at or before the day of writing, unless words or tenses put it ahead.
WEEKDAYS = [
    ("Gunmen stormed the office on [Monday].", "2024-10-28"),
    ("Gunmen stormed the office on [Wednesday].", "2024-10-30"),
    ("Gunmen stormed the office on [Thursday].", "2024-10-24"),
    ("The minister said [Tuesday] that the border was closed.", "2024-10-29"),
    ("Gunmen stormed the office late [Saturday].", "2024-10-26"),
    ("Gunmen stormed the office [last Friday].", "2024-10-25"),
    ("Gunmen stormed the office [last Wednesday].", "2024-10-23"),
    ("The minister will fly to Oslo on [Thursday].", "2024-10-31"),
    ("The minister will fly to Oslo on [Monday].", "2024-11-04"),
    ("The minister is to meet rebel envoys on [Sunday].", "2024-11-03"),
    ("Talks resume on [Friday] in Oslo.", "2024-11-01"),
    ("Talks are scheduled for [Tuesday].", "2024-11-05"),
    ("The hostages are expected to be freed by [Saturday].", "2024-11-02"),
    ("The cabinet meets [next Monday].", "2024-11-04"),
    ("A court was due to rule on [Friday].", "2024-11-01"),
    ("The bill would be re-introduced on [Monday].", "2024-11-04"),
    ("The envoy arrives [this Friday].", "2024-11-01"),
    ("The envoy arrived [this past Friday].", "2024-10-25"),
    ("Aid trucks crossed on [Monday of last week].", "2024-10-21"),
    ("Aid trucks will cross on [Monday next week].", "2024-11-04"),
    ("[Sunday]'s raid left the clinic in ruins.", "2024-10-27"),
    ("They met on [Tuesday] night to bury the dead.", "2024-10-29"),
]

# Days, weeks, months and years that count from the day of writing.
COUNTED = [
    ("The clinic was hit [yesterday].", "2024-10-29"),
    ("The clinic reopened [today].", "2024-10-30"),
    ("The clinic will reopen [tomorrow].", "2024-10-31"),
    ("The clinic was hit [the day before yesterday].", "2024-10-28"),
    ("The clinic was hit [last night].", "2024-10-29"),
    ("The clinic was hit [two days ago].", "2024-10-28"),
    ("The clinic was hit [10 days ago].", "2024-10-20"),
    ("The clinic was hit [a week ago].", "2024-10-21/2024-10-27"),
    ("The clinic was hit [two years ago].", "2022"),
    ("The clinic was hit [about two years ago].", "2022~"),
    ("The clinic was hit [six months ago].", "2024-04"),
    ("The clinic was hit [a decade ago].", "2014~"),
    ("The clinic was hit [last week].", "2024-10-21/2024-10-27"),
    ("The clinic was hit [this week].", "2024-10-28/2024-11-03"),
    ("The clinic was hit [earlier this week].", "2024-10-28/2024-11-03"),
    ("The clinic will reopen [next week].", "2024-11-04/2024-11-10"),
    ("The clinic was hit over [the weekend].", "2024-10-26/2024-10-27"),
    ("The clinic was hit [last month].", "2024-09"),
    ("The clinic was hit [earlier this month].", "2024-10"),
    ("The clinic will reopen [next month].", "2024-11"),
    ("The clinic was hit [this year].", "2024"),
    ("The clinic was hit [last year].", "2023"),
    ("The clinic will reopen [next year].", "2025"),
    ("The clinic was hit [earlier this year].", "2024"),
    ("The clinic was hit [last summer].", "2024-22"),
    ("The clinic was hit in [the spring of 2015].", "2015-21"),
    ("The clinic was hit in [the winter of 2015].", "2015-12/2016-02"),
    ("Aid fell in [the third quarter of 2023].", "2023-07/2023-09"),
]


@pytest.mark.parametrize(("marked", "value"), WEEKDAYS + COUNTED)
def test_days_that_count_from_the_day_of_writing(dates: Any, marks: Callable[[str], Any], marked: str, value: str) -> None:
    expected = marks(marked)
    assert [(mention.span, mention.value) for mention in dates(expected.text)] == [(expected.spans[0], value)]


# What counts from the story needs a day that the story has told.
FROM_THE_STORY = [
    ("The siege began on [March 3, 2019]. [The previous day] a bridge had been blown up.", ["2019-03-03", "2019-03-02"]),
    ("The siege began on [March 3, 2019]. [The following day] the well ran dry.", ["2019-03-03", "2019-03-04"]),
    ("The siege began on [March 3, 2019]. [Three days later] the well ran dry.", ["2019-03-03", "2019-03-06"]),
    ("The siege began on [March 3, 2019]. [Two days earlier] a bridge had been blown up.", ["2019-03-03", "2019-03-01"]),
    ("The siege began on [March 3, 2019]. [A year later] it was over.", ["2019-03-03", "2020"]),
    ("The siege began in [2019]. It ended [the following year].", ["2019", "2020"]),
    ("He was shot on [Sunday] and died [a day later].", ["2024-10-27", "2024-10-28"]),
    ("He was shot on [Sunday]; [the day before], his brother had fled.", ["2024-10-27", "2024-10-26"]),
    ("They fled [three days later].", [None]),
]


@pytest.mark.parametrize(("marked", "values"), FROM_THE_STORY)
def test_days_that_count_from_the_story(dates: Any, marks: Callable[[str], Any], marked: str, values: list[str | None]) -> None:
    expected = marks(marked)
    found = dates(expected.text)
    assert [mention.span for mention in found] == list(expected.spans)
    assert [mention.value for mention in found] == values


def test_a_day_in_brackets_explains_the_weekday(dates: Any) -> None:
    found = dates("Guards fired on the crowd on Thursday (October 17), wounding six.")
    assert [mention.value for mention in found] == ["2024-10-17", "2024-10-17"]


def test_the_rule_is_named(dates: Any) -> None:
    assert [mention.rule for mention in dates("Guards fired on Monday, three days after a truce of March 2019.")] == [
        "dates.weekday",
        "dates.calendar",
    ]
