"""Which stretches of a page are its story."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from truce.extraction.body import StretchKind, find_body

SEED = Path(__file__).parents[2] / "seeds" / "000_88907226b0304b17.txt"
STORY = "Shells hit a mill in the upper valley on Tuesday, killing its owner and two of his sons, the district governor said."
MORE = "Villagers carried the dead down to the road, where a lorry of the Red Crescent waited for them until the evening."


def kinds_of(text: str) -> list[tuple[str, str]]:
    """Each stretch as its kind and its words."""
    return [(stretch.kind.value, text[stretch.start : stretch.end]) for stretch in find_body(text).stretches]


def test_the_users_article_tells_once() -> None:
    text = SEED.read_text(encoding="utf-8")
    told = [words for kind, words in kinds_of(text) if kind in ("headline", "story")]
    assert [words.split()[0] for words in told] == [
        "Hezbollah",
        "Hezbollah's",
        "Hezbollah’s",
        "Qassem,",
        "Israeli",
        "Lebanese",
        "With",
        "On",
    ]
    assert [kind for kind, _ in kinds_of(text)][:5] == ["navigation", "navigation", "navigation", "headline", "story"]
    assert [kind for kind, _ in kinds_of(text)].count("repeat") == 1
    assert [kind for kind, _ in kinds_of(text)].count("advert") == 2


# A line of its own around the story, and what it is.
@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("HOME» World» Africa", "navigation"),
        ("Home | News | World", "navigation"),
        ("Skip to main content", "navigation"),
        ("Share on Facebook", "navigation"),
        ("Sign up for our morning newsletter", "navigation"),
        ("Read more: Who owns the mills of the valley", "navigation"),
        ("RELATED ARTICLES", "navigation"),
        ("Most read", "navigation"),
        ("(c) 2019 The Valley Post", "navigation"),
        ("Advertisement", "advert"),
        ("Story continues below this advertisement", "advert"),
        ("ADVERTISEMENT", "advert"),
        ("Photo: A mill in the valley (Reuters)", "caption"),
        ("A mill in the valley, seen from the road (AP Photo/Ann Berg)", "caption"),
        ("File photo of a mill", "caption"),
        ("By Ann Berg", "credit"),
        ("By Ann Berg and Tom Lind, Valley Post", "credit"),
        ("Updated 3 March 2019 10:15 GMT", "credit"),
        ("(Reporting by Ann Berg; editing by Tom Lind)", "credit"),
        ("-------", "credit"),
        ("JERUSALEM 1996-08-31", "dateline"),
    ],
)
def test_lines_around_a_story_are_no_part_of_it(line: str, kind: str) -> None:
    text = f"Mill shelled in the valley\n\n{line}\n\n{STORY}\n\n{MORE}"
    assert kinds_of(text) == [
        ("headline", "Mill shelled in the valley"), (kind, line), ("story", STORY), ("story", MORE),
    ]  # fmt: skip


# A sentence of the story stays one, though it begins as such a line does.
@pytest.mark.parametrize(
    "sentence",
    [
        "More from the upper villages came down to the road that night.",
        "Photographs of the mill were shown in court on Monday by the lawyers of the miller's family.",
        "By Tuesday the rebels held both bridges.",
        "Home to nine thousand people, the town has had no water for a week.",
        "Share prices fell when news of the shelling reached the capital.",
        "Video of the attack showed soldiers running from the mill.",
        "Search parties combed the river bank.",
        "“Advertisements for recruits hang in every shop,” she said.",
    ],
)
def test_sentences_of_the_story_are_kept(sentence: str) -> None:
    text = f"Mill shelled in the valley\n\n{STORY}\n\n{sentence}\n\n{MORE}"
    assert ("story", sentence) in kinds_of(text)


def test_a_headline_that_comes_back_tells_only_once() -> None:
    text = f"Mill in the valley shelled\n\nMILL IN THE VALLEY SHELLED!\n\n{STORY}\n\nMill in the valley shelled"
    assert [kind for kind, _ in kinds_of(text)] == ["headline", "repeat", "story", "repeat"]


def test_a_paragraph_that_comes_back_tells_only_once() -> None:
    assert [kind for kind, _ in kinds_of(f"{STORY}\n\n{MORE}\n\n{STORY}")] == ["story", "story", "repeat"]


def test_short_lines_may_come_back() -> None:
    text = f"{STORY}\n\nNobody answered.\n\n{MORE}\n\nNobody answered."
    assert [kind for kind, _ in kinds_of(text)] == ["story"] * 4


def test_a_text_without_headline_has_none() -> None:
    assert kinds_of(f"{STORY}\n\n{MORE}") == [("story", STORY), ("story", MORE)]
    assert kinds_of(STORY) == [("story", STORY)]


@pytest.mark.parametrize(
    "dateline",
    [
        "BEIRUT (AP) — ",
        "BEIRUT, Oct. 30 (AP) — ",
        "GAZA CITY, Gaza Strip, Nov. 2, 2012 (Reuters) - ",
        "KABUL, 7 March 2012 – ",
        "Geneva, May 3 (AFP) - ",
    ],
)
def test_a_dateline_is_cut_from_its_paragraph(dateline: str) -> None:
    text = dateline + STORY
    assert kinds_of(text) == [("dateline", dateline), ("story", STORY)]
    assert find_body(text).tells(len(dateline))
    assert not find_body(text).tells(0)


@pytest.mark.parametrize("text", ["", "   \n\n ", "\ufeff", "Advertisement"])
def test_a_page_without_a_story_tells_nothing(text: str) -> None:
    assert not any(
        find_body(text).tells(offset) for offset in range(len(text)) if not text[offset].isspace() and text != "\ufeff"
    )


LINES = st.sampled_from(
    [STORY, MORE, "Advertisement", "Mill shelled in the valley", "By Ann Berg", "Home | News", "• one", "", "BEIRUT (AP) — "]
)


@settings(max_examples=200, deadline=None)
@given(st.one_of(st.lists(LINES, max_size=12).map("\n".join), st.text(max_size=300)))
def test_stretches_stand_in_order_and_hold_every_letter(text: str) -> None:
    stretches = find_body(text).stretches
    assert all(first.end <= second.start for first, second in pairwise(stretches))
    held = {offset for stretch in stretches for offset in range(stretch.start, stretch.end)}
    assert all(text[offset].isspace() for offset in range(len(text)) if offset not in held)
    assert all(isinstance(stretch.kind, StretchKind) and stretch.start < stretch.end for stretch in stretches)
