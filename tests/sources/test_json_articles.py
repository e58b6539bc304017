"""JSON and JSON Lines in the field names of the tools that write them; a bad line is a failure with its number."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from truce.errors import InputError
from truce.records import Article
from truce.sources.fields import given_day
from truce.sources.pages import Page
from truce.sources.readers import read_page

TEXT = "The truce held on Sunday, the council said."


def read(raw: bytes | str, path: str = "news.jsonl") -> list[Article | InputError]:
    return list(read_page(Page(raw.encode() if isinstance(raw, str) else raw, path=path)))


def one(**fields: Any) -> Article:
    [article] = read(json.dumps({"text": TEXT, **fields}))
    assert isinstance(article, Article)
    return article


@pytest.mark.parametrize("text", [TEXT, "  \n" + TEXT + "\t\r\n\n", "“Talks”\u2028go on\u00a0— " + TEXT, "a\u0301 and á " + TEXT])
@pytest.mark.parametrize("ascii_only", [True, False])
def test_the_text_is_taken_as_it_stands(text: str, ascii_only: bool) -> None:
    [article] = read(json.dumps({"text": text}, ensure_ascii=ascii_only))
    assert isinstance(article, Article)
    assert article.text == text


@pytest.mark.parametrize(
    ("raw", "lines"),
    [
        ('{"text": "Calm, he said."}\nnot json\n{"text": "Calm, she said."}', [2]),
        ('not json but {\n{"text": "Calm, he said."}', None),  # opens like prose: it is a text file
        ('{"text": ""}\n{"text": 5}\n{"texts": "x"}\n[1]\n"x"\nnull', [1, 2, 3, 4, 5, 6]),
        ('\n\n{"text": "Calm, he said."}\n\n{"text": 1}\n', [5]),
        ('\ufeff{"text": "Calm, he said."}\r\n{"text": "Calm, she said."}\r\n', []),
        ('{"text": "cut\n{"text": "Calm, she said."}', [1]),
        (r'{"text": "half a character \ud800 here"}' + '\n{"text": "Calm, she said."}', [1]),
    ],
)
def test_a_line_that_cannot_be_read_says_which_it_is(raw: str, lines: list[int] | None) -> None:
    found = read(raw)
    if lines is None:
        assert [type(entry) for entry in found] == [Article]
    else:
        assert [entry.line for entry in found if isinstance(entry, InputError)] == lines


def test_ids_are_given_or_made_from_name_and_line() -> None:
    found = read(f'{{"text": "{TEXT}"}}\n{{"id": 7, "text": "{TEXT}"}}\n{{"id": "c", "text": "{TEXT}"}}')
    assert [entry.id for entry in found if isinstance(entry, Article)] == ["news-1", "7", "c"]


def test_a_json_file_holds_one_article_or_a_list_perhaps_under_a_name() -> None:
    entries = [{"text": TEXT, "title": "A"}, {"text": TEXT, "title": "B"}]
    for value, titles in ((entries[0], ["A"]), (entries, ["A", "B"]), ({"status": "ok", "articles": entries}, ["A", "B"])):
        for indent in (None, 2):
            found = read(json.dumps(value, indent=indent), "news.json")
            assert [entry.title for entry in found if isinstance(entry, Article)] == titles


@pytest.mark.parametrize(
    ("value", "day"),
    [
        ("2024-10-30", "2024-10-30"),
        ("2024-10-30T23:50:00+03:00", "2024-10-30"),
        ("2024-10-30 05:00:00", "2024-10-30"),
        ("2024-10", "2024-10"),
        ("1987", "1987"),
        ("2024-10-30~", "2024-10-30~"),
        ("Wed, 30 Oct 2024 01:00:00 GMT", "2024-10-30"),
        ("1730289600", "2024-10-30"),
        ("1730289600000", "2024-10-30"),
        ("30/10/2024", None),
        ("2024-02-31", None),
        ("yesterday", None),
    ],
)
def test_a_day_is_read_from_how_tools_write_it(value: str, day: str | None) -> None:
    assert given_day(value) == day


@pytest.mark.parametrize(
    ("fields", "name", "value"),
    [
        ({"published": None}, "published", None),
        ({"date_publish": "None", "date_modify": "2024-10-31 10:00:00"}, "modified", "2024-10-31"),
        ({"publish_date": 1730289600}, "published", "2024-10-30"),
        ({"author": "A. Haddad; J. Berg"}, "authors", ("A. Haddad", "J. Berg")),
        ({"authors": [{"name": "A. Haddad"}, None, ""]}, "authors", ("A. Haddad",)),
        ({"source": {"id": None, "name": "Harbour News"}}, "publisher", "Harbour News"),
        ({"source": "https://a.example/x", "source-hostname": "Harbour News"}, "publisher", "Harbour News"),
        ({"source": "https://a.example/x"}, "url", "https://a.example/x"),
        ({"url": "urn:report:5"}, "url", "urn:report:5"),
        ({"title": ["Calm"]}, "title", "Calm"),
        ({"title": {"a": 1}}, "title", None),
        ({"categories": ["World", "War"]}, "section", "World"),
    ],
)
def test_fields_are_read_under_their_many_names(fields: dict[str, Any], name: str, value: Any) -> None:
    assert getattr(one(**fields), name) == value


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=20),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
)
KEYS = st.sampled_from(["text", "body", "title", "url", "published", "authors", "source", "html", "id", "date", "categories"])


@given(st.lists(st.dictionaries(KEYS, JSON, max_size=5), max_size=3))
def test_no_value_raises(entries: list[dict[str, Any]]) -> None:
    for raw in (json.dumps(entries), "\n".join(json.dumps(entry) for entry in entries)):
        assert all(isinstance(entry, Article | InputError) for entry in read(raw))
