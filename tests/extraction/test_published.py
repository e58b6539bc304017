"""The publication day of articles that bear none, or bear it in words."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from truce.edtf import bounds
from truce.extraction.body import find_body
from truce.extraction.dates import find_dates
from truce.extraction.published import find_published
from truce.language.pipeline import parse
from truce.lexicons import load_lexicons
from truce.records import Article, Basis, Published

SEED = Path(__file__).parents[2] / "seeds" / "000_88907226b0304b17.txt"


def published(text: str, given: str | None = None, basis: Basis = Basis.GIVEN) -> Published:
    article = Article(id="case", text=text, published=given, published_basis=basis)
    return find_published(article, parse(text), find_body(text), load_lexicons())


def test_the_users_article() -> None:
    found = published(SEED.read_text(encoding="utf-8"))
    assert (found.value, found.basis) == ("2024-10-30~", Basis.INFERRED)
    assert (found.not_before, found.not_after) == ("2024-10-29", "2024-11-05")
    said = " ".join(found.reasons)
    for words in ("Naim Qassem", "Hassan Nasrallah", "elections on November 5", "Najib Mikati", "Biden", "Wednesday"):
        assert words in said


def test_the_dates_of_the_users_article_are_resolved_against_it() -> None:
    text = SEED.read_text(encoding="utf-8")
    found = find_dates(parse(text), find_body(text), published(text), load_lexicons())
    assert [(mention.span.text, mention.value) for mention in found] == [
        ("Wednesday", "2024-10-30"),
        ("November 5", "2024-11-05"),
        ("September", "2024-09"),
    ]


@pytest.mark.parametrize(
    ("given", "basis", "not_before", "not_after"),
    [
        ("2019-03-03", Basis.GIVEN, "2019-03-03", "2019-03-03"),
        ("2019-03-03", Basis.URL, "2019-03-03", "2019-03-03"),
        ("2019-03", Basis.METADATA, "2019-03-01", "2019-03-31"),
    ],
)
def test_a_given_day_stands_whatever_the_text_says(given: str, basis: Basis, not_before: str, not_after: str) -> None:
    found = published("President Joe Biden said on Monday that the talks went on.", given, basis)
    assert found == Published(given, basis, not_before, not_after)


# A dateline, or a line of its own above the story, tells the day.
@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("BEIRUT, Oct. 30, 2024 (AP) — Shells killed two farmers on Wednesday.", "2024-10-30"),
        ("KABUL, 7 March 2012 (Reuters) - Six soldiers died in a blast.", "2012-03-07"),
        ("BOGOTA, 22 SEP 88 (EFE) -- Guerrillas burned down two bridges.", "1988-09-22"),
        ("JERUSALEM 1996-08-31\n\nThe cabinet met for six hours on Friday to discuss the army's plan.", "1996-08-31"),
        ("Mill shelled\n\nPublished: 3 March 2019 10:15 GMT\n\nShells hit a mill on Sunday, the mayor said.", "2019-03-03"),
        ("Mill shelled in the valley\n\nMarch 3, 2019\n\nShells hit a mill on Sunday, the mayor said.", "2019-03-03"),
        ("Mill shelled in the valley\nBy Ann Berg\nSun, 03 Mar 2019\nShells hit a mill on Sunday, the mayor said.", "2019-03-03"),
    ],
)  # fmt: skip
def test_a_dateline_tells_the_day(text: str, day: str) -> None:
    found = published(text)
    assert (found.value, found.basis, found.not_before, found.not_after) == (day, Basis.DATELINE, day, day)


def test_a_day_above_the_story_that_the_story_looks_back_on_is_not_its_own() -> None:
    found = published(
        "The fall of the mill\n\nMarch 3, 2019\n\nThe miller lost his sons that day. A court freed the gunners on 5 May 2021."
    )
    assert (found.value, found.basis, found.not_before) == (None, Basis.UNKNOWN, "2021-05-05")


def test_an_hour_beside_a_given_day_is_left_out() -> None:
    assert published("Shells hit a mill.", "2019-03-03T10:15:00Z") == Published(
        "2019-03-03", Basis.GIVEN, "2019-03-03", "2019-03-03"
    )


def test_a_dateline_without_a_year_takes_it_from_what_the_text_says() -> None:
    found = published("PARIS, May 16 (AP) — The new French president, Emmanuel Macron, said he would fly to Mali.")
    assert (found.value, found.basis) == ("2017-05-16~", Basis.DATELINE)


# One day is left: its bounds, and what in the text leads to it.
@pytest.mark.parametrize(
    ("text", "day", "not_before", "not_after"),
    [
        (  # a leader's death that is the news itself, and its weekday
            "A strike killed Hamas leader Yahya Sinwar, the army said on Thursday.",
            "2024-10-17~", "2024-10-16", "2024-10-22",
        ),
        (
            "Israeli Prime Minister Yitzhak Rabin was shot dead at a peace rally late on Saturday, police said.",
            "1995-11-04~", "1995-11-04", "1995-11-10",
        ),
        (  # an election ahead, a leader new in office, and a weekday between the two
            "Hezbollah's new leader, Naim Qassem, said on Thursday that the front would hold. Envoys want a deal "
            "before the US election on November 5.",
            "2024-10-31~", "2024-10-29", "2024-11-05",
        ),
        (  # an office that was held for a few weeks
            "Prime Minister Liz Truss said on Tuesday, October 4, that arms for Ukraine would keep coming. "
            "The British leader spoke in Birmingham.",
            "2022-10-04~", "2022-10-04", "2022-10-27",
        ),
        (  # the day in full in the report's first words, where the office leaves no other year
            "French President Francois Hollande said on Saturday, November 14, that France was at war.",
            "2015-11-14~", "2015-11-14", "2016-11-14",
        ),
    ],
)  # fmt: skip
def test_the_day_is_inferred_where_only_one_is_left(text: str, day: str, not_before: str, not_after: str) -> None:
    found = published(text)
    assert (found.value, found.basis) == (day, Basis.INFERRED)
    assert (found.not_before, found.not_after) == (not_before, not_after)
    assert found.reasons
    assert all(ground.span.text == text[ground.span.start : ground.span.end] for ground in found.grounds)


# Bounds without a day: no value, basis unknown.
@pytest.mark.parametrize(
    ("text", "not_before", "not_after"),
    [
        # who holds an office and speaks
        ("British Prime Minister Theresa May said on Thursday that raids would go on.", "2016-07-13", "2019-07-26"),
        ("The rebels must disarm, said Colombian President Alvaro Uribe.", "2002-08-07", "2010-08-09"),
        ("UN chief Ban Ki-moon is in Goma to meet survivors.", "2007-01-01", "2017-01-02"),
        ("Angela Merkel, the German chancellor, told reporters that talks had begun.", "2005-11-22", "2021-12-10"),
        # an office held more than once
        ("Israeli Prime Minister Benjamin Netanyahu said the army would stay.", "1996-06-18", None),
        ("Prime Minister Benjamin Netanyahu told President Joe Biden's envoy that Israel agreed.", "2021-01-20", "2025-01-22"),
        # two of one name
        ("U.S. President Bush said on Monday that no deal was near.", "1989-01-20", "2009-01-22"),
        # only named: nobody is called so before taking office, but may be spoken of long after
        ("The mural shows President Barack Obama shaking hands with a nurse.", "2009-01-20", None),
        # new, former, elected and not yet sworn in, about to go
        ("The new French president, Emmanuel Macron, said on Sunday he would visit Mali.", "2017-05-14", "2018-05-15"),
        ("Former British prime minister Tony Blair said on Monday that he would help.", "2007-06-27", None),
        ("President-elect Barack Obama said on Friday that he would close the camp.", "2008-11-03", "2009-01-20"),
        ("Outgoing British Prime Minister Rishi Sunak said on Monday that aid would come.", "2024-01-04", "2024-07-07"),
        # the dead
        ("He vowed to avenge the death of Imad Mughniyeh.", "2008-02-12", None),
        ("The camp trained men of the slain al-Qaida leader Osama bin Laden.", "2011-05-02", None),
        # days that the text looks back on, or ahead to
        ("The dam was bombed on 3 March 2019, and nobody has rebuilt it.", "2019-03-03", None),
        ("Since 2011 nobody has lived in the village.", "2011-01-01", None),
        ("Delegates will meet in Bern on June 5, 2019, the ministry said on Monday.", None, "2019-06-05"),
        # a war by its sides and its beginning
        ("The Rapid Support Forces took a base. War in Sudan broke out on April 15.", "2023-04-15", "2024-04-15"),
        # a truce by its sides and its beginning
        ("Hezbollah said Israel had broken the ceasefire that took effect on November 27.", "2024-11-27", "2025-11-28"),
        # an anniversary
        ("Thousands gathered to mark the first anniversary of the October 7 attack on Israel.", "2024-09-06", "2024-11-07"),
        # a name that nobody used before
        ("He praised the Abraham Accords in a speech.", "2020-08-13", None),
        # an election of which only some years are possible
        ("President Barack Obama spoke in Ohio. The US presidential election is on November 6.", "2011-11-06", "2012-11-06"),
    ],
)  # fmt: skip
def test_bounds_are_given_where_no_day_can_be_told(text: str, not_before: str | None, not_after: str | None) -> None:
    found = published(text)
    assert (found.value, found.basis) == (None, Basis.UNKNOWN)
    assert (found.not_before, found.not_after) == (not_before, not_after)


# Nothing may be inferred.
@pytest.mark.parametrize(
    "text",
    [
        "The army said on Wednesday that it had shelled a village. Three people died.",
        "The war began in March. Talks resumed in June, and a truce was signed on Friday.",
        "Rebels shelled the town on Friday, 13 May, killing four.",
        "BEIRUT, Oct. 30 (AP) — Shells killed two farmers on Wednesday.",
        # other offices of those who are known, and others of their name
        "The vice president of the football club, Joe Bidenson, resigned on Monday.",
        "The chess club's president, Ann Clinton, opened the hall.",
        "Peruvian President Santos Blair said on Monday that the mine was closed.",
        "The opposition leader met the deputy foreign minister on Sunday.",
        # a death that is planned, denied or another's
        "They plotted to kill Hassan Nasrallah, the indictment says.",
        "The group denied that Hassan Nasrallah was dead.",
        "A son of Hassan Nasrallah was buried on Monday.",
        "An aide to Qassem Soleimani was killed in the raid.",
        "Hassan Nasrallah was mourned by none; the death of Ali Nasrallah, a clerk, was.",
        "Rashid Karami, the prime minister of Lebanon, spoke.",
        "An appeals court upheld Saddam Hussein's death sentence on Tuesday.",
        # goals may be told long before
        "The panel urged them to leave by 2008.",
        "A 60-day truce would begin next week.",
        "",
        "2000 people marched.",
    ],
)
def test_nothing_is_inferred_from_what_tells_no_day(text: str) -> None:
    found = published(text)
    assert (found.value, found.basis, found.not_before, found.not_after) == (None, Basis.UNKNOWN, None, None)


@pytest.mark.parametrize(
    ("text", "not_after"),
    [
        ("In 1982, President Ronald Reagan sent marines to Beirut.", None),
        ("Then-President Bill Clinton flew to Belfast.", None),
        ("Former US president Jimmy Carter said on Monday that he had met both sides.", None),
    ],
)
def test_a_look_back_sets_no_upper_bound(text: str, not_after: str | None) -> None:
    found = published(text)
    assert found.not_before is not None
    assert (found.value, found.not_after) == (None, not_after)


def test_what_does_not_fit_together_dates_nothing_by_itself() -> None:
    """A digest of several years: either witness may mislead, so only what both leave open is kept."""
    found = published(
        "U.S. President Ronald Reagan said on Monday that he was hopeful. U.S. President Joe Biden said so on Tuesday."
    )
    assert (found.value, found.basis) == (None, Basis.UNKNOWN)
    assert found.not_before == "1981-01-20"
    assert found.not_after == "2025-01-22"


def test_dates_are_resolved_where_the_inferred_day_allows() -> None:
    text = "A strike killed Hamas leader Yahya Sinwar, the army said on Thursday. Talks had stalled in August."
    found = find_dates(parse(text), find_body(text), published(text), load_lexicons())
    assert [mention.value for mention in found] == ["2024-10-17", "2024-08"]


def test_dates_stay_open_where_the_bounds_leave_two_readings() -> None:
    text = "British Prime Minister Theresa May said on Thursday that raids had begun in March."
    found = find_dates(parse(text), find_body(text), published(text), load_lexicons())
    assert [mention.value for mention in found] == [None, None]


WORDS = st.sampled_from(
    [
        "President", "Prime Minister", "the new", "former", "Joe Biden", "Naim Qassem", "Hezbollah", "said", "was killed",
        "the death of", "Nasrallah", "US elections", "on November 5", "before", "on Wednesday", "in 2019", "since", "will",
        "3 March 2019", "BEIRUT, Oct. 30 (AP) —", "Gaza", "the war began", "in October", ",", ".", "\n\n", "’s", "-elect",
    ]
)  # fmt: skip


@settings(max_examples=120, deadline=None)
@given(st.one_of(st.lists(WORDS, max_size=20).map(" ".join), st.text(max_size=100)))
def test_any_text_gives_valid_days_within_their_bounds(text: str) -> None:
    found = published(text)
    low = date.fromisoformat(found.not_before) if found.not_before else date.min
    high = date.fromisoformat(found.not_after) if found.not_after else date.max
    assert low <= high
    assert (found.value is None) == (found.basis is Basis.UNKNOWN)
    if found.value is not None:
        assert low <= bounds(found.value).earliest <= bounds(found.value).latest <= high
        assert found.reasons
    for ground in found.grounds:
        assert text[ground.span.start : ground.span.end] == ground.span.text != ""
