"""Words that look like dates and are none."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

# Durations and ages.
DURATIONS = [
    "The mediators want a 60-day truce.",
    "The siege lasted two weeks.",
    "Fighting has raged for three years.",
    "They waited more than two years for a ruling.",
    "The ceasefire would hold for an initial six months.",
    "A 14-year-old boy and his sister, 9, were among the wounded.",
    "She was 71 years old and had lived there for decades.",
    "The envoy has spent years in the region.",
    "Rescuers dug for 36 hours.",
    "He served a five-year term and was freed.",
    "They had marched for days without water.",
]

# Times of day, and words of time that name no day.
VAGUE = [
    "The blast shook the town at 7:30 a.m.",
    "Shells fell this morning, residents said.",
    "Shells fell overnight, residents said.",
    "The road is open now.",
    "The army recently took two hills.",
    "Clashes have spread in recent weeks.",
    "Over the past few weeks many families have left.",
    "In the last 24 hours six villages were hit.",
    "Soldiers patrol the market every Friday.",
    "Shops close each December.",
    "Once again the power failed at noon.",
    "At the time nobody answered.",
    "The army will soon withdraw.",
    "He has long been a critic of the plan.",
    "In the coming days aid may arrive.",
    "Some day the river will carry boats again.",
    "It is daily bread for the militias.",
]

# Names that hold a date.
NAMES = [
    "The October 7 Martyrs Brigade claimed the raid.",
    "Crowds filled Black Friday sales.",
    "She writes for the Sunday Times.",
    "The March 14 alliance boycotted the vote.",
    "The September 11 Museum closed its doors.",
    "Fans remember Bloody Sunday.",
    "The Friday prayers passed quietly.",
    "Theresa May backed the plan.",
    "April Jones, a nurse, treated the wounded.",
    "The spokesman, August Berg, declined to answer.",
    "They streamed the film on Russia Today.",
]

# Numbers and words that only look like years, months and seasons.
NUMBERS = [
    "About 2000 people fled.",
    "Some 1,990 soldiers took part.",
    "The army sent 1950 troops.",
    "UN Resolution 1701 forbids it.",
    "The convoy drove 2010 kilometres.",
    "The village lies at 1980 metres.",
    "Prices rose by 1999 percent.",
    "They may return, and some might march on the capital.",
    "Soldiers march past the palace.",
    "Rents fall when armies leave.",
    "A spring burst under the shelled road.",
    "A second lieutenant lost his leg.",
    "Call 2024-555 for help.",
    "The form of 05/06/2018 was lost.",  # the order of day and month is not sure
    "Some 10/7 of the grain was lost.",
    "The score was 9-11 at the break.",
]


@pytest.mark.parametrize("text", DURATIONS + VAGUE + NAMES + NUMBERS)
def test_what_names_no_date_gives_none(dates: Any, text: str) -> None:
    assert [mention.span.text for mention in dates(text)] == []


# Beside what is none, the date itself is still found, and its span holds nothing else.
MIXED = [
    ("The 60-day truce began on [Monday].", ["2024-10-28"]),
    ("At 7:30 a.m. on [Monday] the sirens wailed.", ["2024-10-28"]),
    ("Nothing has moved since [October 7].", ["2024-10-07"]),
    ("The 14-year-old was buried [yesterday].", ["2024-10-29"]),
    ("About 2000 people fled in [2000].", ["2000"]),
    ("The Sunday Times reported it on [Tuesday].", ["2024-10-29"]),
]


@pytest.mark.parametrize(("marked", "values"), MIXED)
def test_spans_hold_the_date_alone(dates: Any, marks: Callable[[str], Any], marked: str, values: list[str]) -> None:
    expected = marks(marked)
    assert [(mention.span, mention.value) for mention in dates(expected.text)] == list(zip(expected.spans, values, strict=True))


def test_the_page_around_a_story_gives_no_dates(dates: Any) -> None:
    text = (
        "Home | World | Politics\n\nShells hit a mill in the valley\n\nAdvertisement\n\n"
        "Photo: A mill in the valley, March 2 (Reuters)\n\nPublished on 28 October 2024\n\n"
        "Shells hit a mill in the valley on Tuesday, killing its owner, the district governor said in a statement.\n\n"
        "Shells hit a mill in the valley\n\nRead more: What happened on October 7\n\n(c) 2024 The Valley Post"
    )
    assert [mention.span.text for mention in dates(text)] == ["Tuesday"]
