"""Where paragraphs are, and where a dateline ends."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from truce.language.paragraphs import find_paragraphs


@pytest.mark.parametrize(
    "dateline",
    [
        "BEIRUT (AP) — ",
        "BEIRUT, Oct. 30 (AP) — ",
        "BEIRUT, Oct. 30, 2024 (AP) — ",
        "KABUL, Afghanistan (AP) _ ",
        "KABUL, 7 March 2012 (Reuters) - ",
        "GAZA CITY, Gaza Strip — ",
        "GAZA/JERUSALEM, Nov. 2 (Reuters) - ",
        "BOGOTA, 22 SEP 88 (EFE) -- ",
        "Geneva (AFP) – ",
        "San Salvador, Nov. 3 (AP) - ",
        "DERA'A, Syria: ",
    ],
)
def test_a_dateline_ends_where_the_story_begins(dateline: str) -> None:
    (paragraph,) = find_paragraphs(f"{dateline}Two farmers died on Monday.")
    assert paragraph.dateline_end == len(dateline)


@pytest.mark.parametrize(
    "text",
    [
        "NATO said on Monday that its ships had left.",
        "U.N. officials — all of them foreigners — were flown out.",
        "A truce – the third this year – broke down.",
        "Beirut, Oct. 30 was a day of mourning.",
        "Ann Berg (left) - the mayor - spoke.",
    ],
)
def test_a_sentence_has_no_dateline(text: str) -> None:
    (paragraph,) = find_paragraphs(text)
    assert paragraph.dateline_end == paragraph.start


def test_lines_are_paragraphs_unless_broken_at_a_fixed_width() -> None:
    assert len(find_paragraphs("Shells hit a mill.\nTwo men died.\n\nNobody came.")) == 3
    wrapped = (
        "Shells hit a mill in the upper valley on Tuesday and killed\nits owner, two of his sons and a passing driver, the\n"
        "district governor told reporters who had come by bus from\nthe coast, where nothing had been heard of the fighting for\n"
        "more than a month.\n\nNobody came."
    )
    assert len(find_paragraphs(wrapped)) == 2


@given(st.text(alphabet=st.characters(codec="utf-8"), max_size=200))
def test_paragraphs_hold_all_that_is_no_blank(text: str) -> None:
    paragraphs = find_paragraphs(text)
    held = "".join(text[paragraph.start : paragraph.end] for paragraph in paragraphs)
    assert "".join(held.split()) == "".join(text.split())
    assert all(paragraph.start <= paragraph.dateline_end <= paragraph.end for paragraph in paragraphs)
