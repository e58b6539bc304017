"""The day a page was published, with the day it was last changed."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING

from truce.records import Basis
from truce.sources.markup import all_paragraphs
from truce.sources.metadata.heads import Heads
from truce.sources.metadata.linked_data import Item, as_texts
from truce.sources.pages import split_address

if TYPE_CHECKING:
    from lxml.html import HtmlElement

# Lines around a headline in which bylines stand, and the longest line that is one.
LINES_ABOVE, LINES_BELOW, BYLINE = 4, 10, 120
EARLIEST = date(1990, 1, 1)  # the first year of the web; an older day on a page is the story's, not the page's
PUBLISHED_NAMES = (
    "article:published_time", "article:published", "og:published_time", "og:article:published_time", "article.published",
    "datepublished", "parsely-pub-date", "sailthru.date", "cxenseparse:recs:publishtime", "dc.date.issued", "dcterms.issued",
    "dc.date.published", "dcterms.created", "dc.date.created", "originalpublicationdate", "pubdate", "publish-date",
    "publish_date", "published_time", "publication_date", "article_date_original", "ptime", "pdate", "datecreated",
    "dcsext.articlefirstpublished", "rnews:datepublished", "shareaholic:article_published_time", "citation_publication_date",
    "release_date", "iso-8601-publish-date",
)  # fmt: skip
LOOSE_NAMES = ("dc.date", "dc:date", "dcterms.date", "date", "displaydate", "created")
MODIFIED_NAMES = (
    "article:modified_time", "article:modified", "og:modified_time", "datemodified", "dcterms.modified", "dc.date.modified",
    "last-modified", "lastmod", "og:updated_time", "rnews:datemodified", "iso-8601-updated-date",
    "shareaholic:article_modified_time",
)  # fmt: skip
ISO_DAY = re.compile(r"(?<!\d)((?:19|20)\d{2})[-/.](\d{1,2})[-/.](\d{1,2})(?!\d)")
UTC_MOMENT = re.compile(r"\d{4}(?:-\d{2}-\d{2}|\d{4})T\d{2}:?\d{2}(?::?\d{2})?(?:\.\d+)?(?:Z|[+-]00:?00)$")
WESTMOST, EASTMOST = -10, 13  # hours from UTC at which newsrooms are: Honolulu, Auckland in summer
LOCAL = re.compile(r"T\d{2}:\d{2}.*[+-](?!00:?00)\d{2}:?\d{2}$")  # a time with an offset other than UTC
EPOCH = re.compile(r"([1-9]\d{8,9})(?:\d{3})?(?:\.\d+)?")  # seconds or milliseconds since 1970, in UTC
COMPACT_DAY = re.compile(r"(?<!\d)((?:19|20)\d{2})(\d{2})(\d{2})(?:T?\d{4,6})?(?!\d)")
# /2024/10/30/, /2024-10-30-, /20241030/, /2024/oct/30/
URL_DAY = re.compile(
    r"""[/_-] (?P<year>(?:19|20)\d{2})
        (?: (?P<mark>[/_-]) (?P<month>\d{1,2}|[a-z]{3,9}) (?P=mark) (?P<day>\d{1,2})
          | (?P<compact_month>\d{2}) (?P<compact_day>\d{2})
        ) (?![\d])""",
    re.VERBOSE | re.IGNORECASE,
)
# 30 October 2024, 30th of Oct. 2024, 30-Oct-2024; Oct. 30, 2024; October 30 2024
WRITTEN_DAY = re.compile(
    r"""\b (?: (?P<before>\d{1,2}) (?:st|nd|rd|th)? (?:[ ]of)? [ -]+ )?
        (?P<month>(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}) \.? ,?
        (?(before) [ -]+ | [ -]+ (?P<after>\d{1,2}) (?:st|nd|rd|th)? ,? [ -]+ )
        (?P<year>(?:19|20)\d{2}) \b""",
    re.VERBOSE | re.IGNORECASE,
)
# 30.10.2024, whose day comes first everywhere; 03/10/2024 is one day in London and another in New York
DOTTED_DAY = re.compile(r"(?<![\d.])(\d{1,2})\.[ ]?(\d{1,2})\.[ ]?((?:19|20)\d{2})(?!\d)")
MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
UPDATED = re.compile(r"\b(?:date)?(?:updat|modif)\w+|\b(?:edited|last)\b", re.IGNORECASE)
PUBLISHED_MARK = re.compile(
    r"publi(?:sh|cation)|pub-?date|posted|created|entry-date|dateline|byline|timestamp|article-?date|post-?date", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Days:
    """ISO days, None where the page does not say; `basis` is what the first rests on."""

    published: str | None = None
    modified: str | None = None
    basis: Basis = Basis.UNKNOWN


def find_days(tree: HtmlElement, heads: Heads, story: Item | None, *, title: str | None, latest: date) -> Days:
    """The days of a page, none later than `latest`, the day when it was fetched or is read.

    A day is taken as it is written, in the time zone that it is written in. What the page's metadata call its
    publication comes first, a marked time element next, then the address, then a date printed beside the headline.
    """
    published, basis = find_published(tree, heads, story, title, latest)
    modified = find_modified(tree, heads, story, latest)
    if modified and published and modified < published:
        modified = None
    return Days(published.isoformat() if published else None, modified.isoformat() if modified else None, basis)


def find_published(
    tree: HtmlElement, heads: Heads, story: Item | None, title: str | None, latest: date
) -> tuple[date | None, Basis]:
    """The day of publication with what it rests on."""
    on_address = day_in_address(heads.canonical, latest)
    times = time_elements(tree, of="published")
    if told := told_texts(heads, story, latest):
        days = [day for text in told if (day := read_day(text, latest))]
        if on_address in days:
            return on_address, Basis.METADATA
        return own_day(told, times, [on_address, day_beside_title(tree, title, latest)], latest), Basis.METADATA
    timed = first_day(times, latest)
    if timed and not (on_address and abs(timed - on_address) > timedelta(days=1)):
        return timed, Basis.METADATA
    if on_address:
        return on_address, Basis.URL
    if loose := first_day((heads.values.get(name) for name in LOOSE_NAMES), latest):
        return loose, Basis.METADATA
    if printed := day_beside_title(tree, title, latest):
        return printed, Basis.DATELINE
    return guess_published(tree, heads, latest)


def told_texts(heads: Heads, story: Item | None, latest: date) -> list[str]:
    """What the metadata call the publication, the surest first, as far as a day can be read in it."""
    said = as_texts(story.get("datePublished")) if story else []
    created = as_texts(story.get("dateCreated")) if story else []
    texts = [*said, *(heads.values.get(name) for name in PUBLISHED_NAMES), *created]
    return [text for text in texts if text and read_day(text, latest)]


def own_day(told: list[str], times: list[str], shown: list[date | None], latest: date) -> date | None:
    """The day in the newsroom's own time, which is the one that the page shows.

    Metadata often tell the moment in UTC, where it may be the next day already. Then the day is the newsroom's if a text
    of the metadata or a marked time element says it in local time, or the address or a line beside the headline shows it,
    and it can be that of the moment.
    """
    first = read_day(told[0], latest)
    if LOCAL.search(told[0]) or (possible_days := days_anywhere(told[0])) is None:
        return first
    texts = [text for text in (*told, *times) if not UTC_MOMENT.search(text)]
    local = [read_day(text, latest) for text in texts if LOCAL.search(text)]
    naive = [read_day(text, latest) for text in texts if not LOCAL.search(text)]
    return next((day for day in (*local, *shown, *naive) if day in possible_days), first)


def days_anywhere(text: str) -> frozenset[date] | None:
    """The days on which a moment that is told in UTC can fall somewhere on earth; None where no such moment is told.

    >>> sorted(day.day for day in days_anywhere("2024-10-30T02:25:54Z"))
    [29, 30]
    """
    match = UTC_MOMENT.search(text)
    if match is None:
        return None
    try:
        moment = datetime.fromisoformat(match[0])
    except ValueError:
        return None
    return frozenset((moment + timedelta(hours=hours)).date() for hours in (WESTMOST, 0, EASTMOST))


def find_modified(tree: HtmlElement, heads: Heads, story: Item | None, latest: date) -> date | None:
    """The day of the last change that the page tells of."""
    texts = [
        *(as_texts(story.get("dateModified")) if story else []),
        *(heads.values.get(name) for name in MODIFIED_NAMES),
        *time_elements(tree, of="modified"),
    ]
    return first_day(texts, latest)


def read_day(text: str | None, latest: date | None = None) -> date | None:
    """The calendar day in a machine's or a writer's date, as it stands there; None for none or an impossible one.

    With `latest`, the day must be one on which a page can have been published: not later, nor before there were any.

    >>> read_day("2024-10-30T23:50:00+03:00")
    datetime.date(2024, 10, 30)
    >>> read_day("Wed, 30 Oct 2024 23:50:00 GMT")
    datetime.date(2024, 10, 30)
    """
    if not text:
        return None
    if match := ISO_DAY.search(text) or COMPACT_DAY.search(text):
        year, month, day = (int(part) for part in match.groups())
    elif match := EPOCH.fullmatch(text.strip()):
        found = datetime.fromtimestamp(int(match[1]), UTC).date()
        year, month, day = found.year, found.month, found.day
    elif match := WRITTEN_DAY.search(text):
        month = MONTHS.index(match["month"][:3].lower()) + 1
        year, day = int(match["year"]), int(match["before"] or match["after"])
    elif match := DOTTED_DAY.search(text):
        day, month, year = (int(part) for part in match.groups())
    else:
        return None
    return possible(year, month, day, latest=latest)


def possible(year: int, month: int, day: int, *, latest: date | None) -> date | None:
    """The day, None where there is no such day, or the web could not have shown it."""
    try:
        found = date(year, month, day)
    except ValueError:
        return None
    return found if latest is None or EARLIEST <= found <= latest + timedelta(days=1) else None


def day_in_address(url: str | None, latest: date) -> date | None:
    """The day that stands in an address."""
    for match in URL_DAY.finditer(split_address(url).path):
        month, day = match["month"] or match["compact_month"], match["day"] or match["compact_day"]
        if not month.isdigit():
            if month[:3].lower() not in MONTHS:
                continue
            month = str(MONTHS.index(month[:3].lower()) + 1)
        if found := possible(int(match["year"]), int(month), int(day), latest=latest):
            return found
    return None


def time_elements(tree: HtmlElement, *, of: str) -> list[str]:
    """What the time elements say that are marked as the publication's or the change's, or else stand in the story's head."""
    found = []
    for element in tree.iter("time", "span", "div", "p", "abbr", "meta"):
        prop = (element.get("itemprop") or element.get("property") or "").lower()
        is_time = element.tag == "time"
        if not is_time and not prop.startswith("date"):
            continue
        marks = f"{prop} {element.get('class') or ''} {parent_marks(element)} {(element.text or '')[:40]}"
        if (of == "modified") == bool(UPDATED.search(marks)) and (
            of == "modified" or PUBLISHED_MARK.search(marks) or element.get("pubdate") is not None
        ):
            found.append(element.get("datetime") or element.get("content") or element.get("title") or element.text_content())
    return found


def parent_marks(element: HtmlElement) -> str:
    """The class of the element around, with the words just before."""
    parent = element.getparent()
    if parent is None:
        return ""
    before = element.getprevious()
    words = (before.tail or before.text or "") if before is not None and isinstance(before.tag, str) else (parent.text or "")
    return f"{parent.get('class') or ''} {words[-40:]}"


def day_beside_title(tree: HtmlElement, title: str | None, latest: date) -> date | None:
    """The full date that is printed in a short line just above or below the headline, as bylines do."""
    if not title:
        return None
    lines = all_paragraphs(tree)
    place = next((i for i, line in enumerate(lines) if line == title), None)
    if place is None:
        return None
    near = [*lines[place + 1 : place + LINES_BELOW], *reversed(lines[max(place - LINES_ABOVE, 0) : place])]
    return first_day((UPDATED.split(line)[0] for line in near if len(line) <= BYLINE), latest)


def guess_published(tree: HtmlElement, heads: Heads, latest: date) -> tuple[date | None, Basis]:
    """The day by htmldate's rules over the page's markup, None where those find none."""
    from htmldate import find_date

    text = find_date(tree, extensive_search=False, original_date=True, url=heads.canonical, max_date=latest.isoformat())
    return (date.fromisoformat(text), Basis.METADATA) if text else (None, Basis.UNKNOWN)


def first_day(texts: Iterable[str | None], latest: date) -> date | None:
    """The day in the first of these texts that has one."""
    return next((day for text in texts if (day := read_day(text, latest))), None)
