"""What holds of dates in any text whatever."""

from __future__ import annotations

from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st

from truce.edtf import bounds
from truce.extraction.body import find_body
from truce.extraction.dates import find_dates
from truce.language.pipeline import parse
from truce.lexicons import load_lexicons
from truce.records import Basis, DateMention, Published

PIECES = st.sampled_from(
    [
        "on", "since", "Monday", "last", "next", "October 7", "7 October", "Oct.", "31", "2024", "March 3-7", "the", "week",
        "two years ago", "yesterday", "mid-", "from", "to", "between", "and", "1990s", "'", "’s", ",", ".", "\n\n", "—", "(", ")",
        "will", "said", "9/11", "30.02.2019", "0", "summer", "Easter", "quarter", "first", "of", "BEIRUT (AP) —", "\u2028",
    ]
)  # fmt: skip


def dates_in(text: str, written: str) -> tuple[DateMention, ...]:
    return find_dates(parse(text), find_body(text), Published(written, Basis.GIVEN, written, written), load_lexicons())


@settings(max_examples=150, deadline=None)
@given(
    st.one_of(st.lists(PIECES, max_size=24).map(" ".join), st.text(max_size=120)), st.dates(date(1950, 1, 1), date(2090, 1, 1))
)
def test_any_text_gives_true_spans_in_order_with_valid_values(text: str, day: date) -> None:
    end = 0
    for mention in dates_in(text, day.isoformat()):
        assert text[mention.span.start : mention.span.end] == mention.span.text
        assert mention.span.start >= end
        assert mention.span.text.strip() == mention.span.text != ""
        end = mention.span.end
        if mention.value is not None:
            assert bounds(mention.value).earliest <= bounds(mention.value).latest


@settings(max_examples=60, deadline=None)
@given(st.dates(date(1970, 1, 1), date(2069, 12, 31)), st.dates(date(1970, 1, 1), date(2069, 12, 31)))
def test_a_day_in_full_means_itself_whenever_it_was_written(told: date, written: date) -> None:
    for text in (
        f"The bridge fell on {told:%B} {told.day}, {told.year}.",
        f"The bridge fell on {told.day} {told:%B} {told.year}.",
    ):
        assert [mention.value for mention in dates_in(text, written.isoformat())] == [told.isoformat()]


@settings(max_examples=60, deadline=None)
@given(st.dates(date(1980, 1, 1), date(2069, 12, 31)), st.integers(0, 6))
def test_a_weekday_told_as_past_lies_within_the_week_before(written: date, weekday: int) -> None:
    name = date(2024, 1, 1 + weekday).strftime("%A")
    (mention,) = dates_in(f"Guards fired on the crowd on {name}.", written.isoformat())
    told = date.fromisoformat(str(mention.value))
    assert told.weekday() == weekday
    assert 0 <= (written - told).days <= 6
