"""Published and modified are told apart, each as the page writes it, and what it rests on is said."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from truce.records import Basis
from truce.sources.markup import parse_html
from truce.sources.metadata import read_metadata
from truce.sources.metadata.days import Days, read_day

LATEST = date(2026, 1, 1)
TITLE = "<h1>Shells hit covered market</h1>"


def days(head: str, body: str = "", url: str | None = None) -> Days:
    tree = parse_html(f"<html><head>{head}</head><body>{body}<p>Shells fell on the market, the governor said.</p></body></html>")
    return read_metadata(tree, url, latest=LATEST).days


def meta(name: str, content: str) -> str:
    return f'<meta property="{name}" content="{content}">'


def time(prop: str, day: str) -> str:
    return f'<time itemprop="{prop}" datetime="{day}">x</time>'


def ld(**fields: str) -> str:
    told = "".join(f', "{name}": "{value}"' for name, value in fields.items())
    return (
        f'<script type="application/ld+json">{{"@type": "NewsArticle", "headline": "Shells hit covered market"{told}}}</script>'
    )


URL = "https://a.example/2024/11/03/x"
EVENING = "2024-11-03T20:00-05:00"
UTC = "2024-11-04T01:00:00+00:00"
LONG = "The war began on October 7, 2023, and went on for the whole of the winter, the governor said, and then it went on and on."


@pytest.mark.parametrize(
    ("head", "body", "url", "published", "modified", "basis"),
    [
        (ld(datePublished="2024-11-03", dateModified="2024-11-05"), "", None, "2024-11-03", "2024-11-05", Basis.METADATA),
        (meta("article:published_time", "2024-11-03T23:30:00-05:00"), "", None, "2024-11-03", None, Basis.METADATA),
        (meta("article:published_time", "2024-11-03T00:30:00+03:00"), "", None, "2024-11-03", None, Basis.METADATA),
        (ld(datePublished="2024-11-03", dateModified="2024-11-01"), "", None, "2024-11-03", None, Basis.METADATA),
        # two that call themselves published: the address decides
        (ld(datePublished="2024-11-04T01:00Z") + meta("pubdate", "2024-11-03"), "", URL, "2024-11-03", None, Basis.METADATA),
        # one moment, in UTC and in the newsroom's own time
        (ld(datePublished="2024-11-04T01:00Z") + meta("pubdate", EVENING), "", None, "2024-11-03", None, Basis.METADATA),
        (meta("article:published_time", UTC), time("datePublished", EVENING), None, "2024-11-03", None, Basis.METADATA),
        (meta("pubdate", UTC) + meta("sailthru.date", "2024-11-03 20:00"), "", None, "2024-11-03", None, Basis.METADATA),
        (ld(datePublished="20241104T010000Z"), "", URL, "2024-11-03", None, Basis.METADATA),
        (meta("pubdate", UTC), f"{TITLE}<p>November 3, 2024 / Updated 8 hours ago</p>", None, "2024-11-03", None, Basis.METADATA),
        # the address cannot have the day of that moment: at 15 hours it is the same day from there to the west
        (ld(datePublished="2024-11-04T15:00Z"), "", URL, "2024-11-04", None, Basis.METADATA),
        # nor does a moment in the newsroom's own time give way
        (ld(datePublished="2024-11-04T01:00+02:00"), "", URL, "2024-11-04", None, Basis.METADATA),
        # only the change is told: that is not the publication
        (meta("article:modified_time", "2024-11-05"), "", URL, "2024-11-03", "2024-11-05", Basis.URL),
        ("", "", "https://a.example/world/2024/nov/03/x", "2024-11-03", None, Basis.URL),
        ("", "", "https://a.example/20241103-market", "2024-11-03", None, Basis.URL),
        ("", f'{TITLE}<time class="published" datetime="2024-11-03T08:00">x</time>', None, "2024-11-03", None, Basis.METADATA),
        ("", TITLE + time("datePublished", "2024-11-03") + time("dateModified", "2024-11-05"), None, "2024-11-03", "2024-11-05",
         Basis.METADATA),
        ("", f"{TITLE}<p>Sunday, November 3, 2024</p>", None, "2024-11-03", None, Basis.DATELINE),
        ("", f"<p>3 Nov. 2024</p>{TITLE}", None, "2024-11-03", None, Basis.DATELINE),
        # none of these is a publication
        ("", f"{TITLE}<p>{LONG}</p>", None, None, None, Basis.UNKNOWN),
        (ld(datePublished="2031-01-01"), "", None, None, None, Basis.UNKNOWN),
        (ld(datePublished="soon"), "", None, None, None, Basis.UNKNOWN),
        ("", "", "https://a.example/2024/13/45/x", None, None, Basis.UNKNOWN),
    ],
)  # fmt: skip
def test_the_days_of_a_page(
    head: str, body: str, url: str | None, published: str | None, modified: str | None, basis: Basis
) -> None:
    assert days(head, body, url) == Days(published, modified, basis)


def test_the_days_of_another_story_on_the_page_are_not_taken() -> None:
    other = '{"@type": "NewsArticle", "headline": "Ferry line to reopen", "datePublished": "2024-01-01", "url": "https://a.example/ferry"}'
    this = '{"@type": "NewsArticle", "headline": "Shells hit", "datePublished": "2024-11-03", "url": "https://www.a.example/market/"}'
    page = f'<script type="application/ld+json">[{other}, {this}]</script>'
    assert days(page, url="https://a.example/market?from=home").published == "2024-11-03"


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2024-10-30", "2024-10-30"),
        ("2024-10-30T23:59:59Z", "2024-10-30"),
        ("20241030", "2024-10-30"),
        ("2024/10/3", "2024-10-03"),
        ("Oct. 30, 2024", "2024-10-30"),
        ("30th of October 2024", "2024-10-30"),
        ("Wed, 30 Oct 2024 10:00:00 GMT", "2024-10-30"),
        ("October 2024", None),
        ("30/10/2024", None),
        ("2024-02-30", None),
        ("12024-10-30", None),
        ("30.10.2024, 19:00", "2024-10-30"),
        ("03/10/2024", None),  # the third of October or the tenth of March
        ("127.10.2024", None),
        ("5 killed in May 2024", None),
        ("", None),
    ],
)
def test_a_day_is_read_from_how_it_is_written(text: str, day: str | None) -> None:
    assert read_day(text) == (date.fromisoformat(day) if day else None)


@given(
    st.dates(date(1990, 1, 1), date(2025, 12, 31)),
    st.sampled_from(["%Y-%m-%d", "%d %B %Y", "%b. %d, %Y", "%Y%m%d", "%A, %B %d, %Y at 9:15 pm"]),
)
def test_any_day_comes_back_from_the_usual_ways_to_write_it(day: date, form: str) -> None:
    assert read_day(day.strftime(form), LATEST) == day


@given(st.text(max_size=60))
def test_no_text_raises(text: str) -> None:
    read_day(text)
