"""The field names under which other tools keep an article's metadata."""

from __future__ import annotations

import json
import re
from typing import Any

from truce.sources.metadata.days import read_day
from truce.sources.pages import Known

Fields = dict[str, Any]

# Ours first; then trafilatura, newspaper4k, news-please, fundus, and what News API and front matters say.
TEXT = ("text", "maintext", "plaintext", "raw_text", "content", "body", "articleBody")
TITLE = ("title", "headline", "title_page", "title_rss")
URL = ("canonical_link", "canonical_url", "url", "source_url", "link", "permalink", "original_url")
PUBLISHER = (
    "publisher",
    "sitename",
    "source-hostname",
    "meta_site_name",
    "source_domain",
    "hostname",
    "site_name",
    "outlet",
    "source",
)
PUBLISHED = (
    "published",
    "date",
    "publish_date",
    "date_publish",
    "publishing_date",
    "publishedAt",
    "published_at",
    "pubdate",
    "datePublished",
)
MODIFIED = ("modified", "date_modify", "updated", "lastmod", "last_modified", "dateModified")
AUTHORS = ("authors", "author", "byline", "creator")
SECTION = ("section", "category", "categories", "articleSection")
IDS = ("id", "filename")
NOTHING = frozenset({"", "none", "null", "nan", "nat", "unknown"})  # what tools write for a value that is not there
EDTF = re.compile(r"\d{4}(?:-\d{2}(?:-\d{2})?)?[~?%]?")


def to_known(fields: Fields) -> Known:
    """What the fields tell of their article; raises ValueError for a value that cannot be what its name says."""
    return Known(
        id=first_words(fields, IDS),
        title=first_words(fields, TITLE),
        url=find_url(fields),
        publisher=next((name for key in PUBLISHER if (name := words(fields, key)) and not name.startswith("http")), None)
        or nested_source(fields),
        published=first_day(fields, PUBLISHED),
        modified=first_day(fields, MODIFIED),
        section=first_words(fields, SECTION),
        authors=all_names(fields),
    )


def words(fields: Fields, name: str) -> str | None:
    """A field as words: a string, a number, or the first string of a list; None where it is absent or says nothing."""
    value = fields.get(name)
    if isinstance(value, list):
        value = next((item for item in value if isinstance(item, str)), None)
    if isinstance(value, int | float) and not isinstance(value, bool):
        value = str(value)
    if value is None or isinstance(value, dict | bool):
        return None
    return value.strip() if value.strip().lower() not in NOTHING else None


def first_words(fields: Fields, names: tuple[str, ...]) -> str | None:
    """The first of these fields that says something."""
    return next((found for name in names if (found := words(fields, name))), None)


def find_url(fields: Fields) -> str | None:
    """The address, the canonical one first; under `source` it stands in what trafilatura writes. Else what `url` says."""
    told = (words(fields, name) for name in (*URL, "source"))
    return next((url for url in told if url and re.match(r"https?://", url)), None) or words(fields, "url")


def nested_source(fields: Fields) -> str | None:
    """The publisher where it is an object with a name: News API's `source`, fundus's `source_info`."""
    page = fields.get("html")
    for value in (fields.get("source"), fields.get("publisher"), page.get("source_info") if isinstance(page, dict) else None):
        if isinstance(value, dict):
            return first_words(value, ("name", "publisher", "title"))
    return None


def all_names(fields: Fields) -> tuple[str, ...]:
    """The authors, given as a list or as one string with `;` or `,` between them."""
    for name in AUTHORS:
        value = fields.get(name)
        if isinstance(value, str):
            value = re.split(r"\s*;\s*|\s*,\s+|\s+and\s+", value)
        if isinstance(value, list):
            value = [item.get("name") if isinstance(item, dict) else item for item in value]
            found = [item.strip() for item in value if isinstance(item, str) and item.strip().lower() not in NOTHING]
            if found:
                return tuple(dict.fromkeys(found))
    return ()


def first_day(fields: Fields, names: tuple[str, ...]) -> str | None:
    """The first of these fields that holds a day; raises ValueError where it holds something that is none."""
    for name in names:
        if value := words(fields, name):
            if day := given_day(value):
                return day
            raise ValueError(f"`{name}` is {json.dumps(value, ensure_ascii=False)[:60]}, which is not a day like 2024-10-30")
    return None


def given_day(value: str) -> str | None:
    """A day as ISO or EDTF from how tools write it, None where it is none; of a time the day is kept, as it stands there.

    >>> given_day("2024-10-30T23:50:00+03:00"), given_day("2024-09"), given_day("1730289600")
    ('2024-10-30', '2024-09', '2024-10-30')
    """
    if EDTF.fullmatch(value):
        return value if len(value) != 10 or read_day(value) else None
    day = read_day(value)
    return day.isoformat() if day else None
