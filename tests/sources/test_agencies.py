"""The agency behind a text is told from byline, dateline, credit line or signature, never from a mention."""

from __future__ import annotations

import pytest

from truce.sources.agencies import find_agency

BODY = (
    "Seven people were killed at the market, the governor said.\n\nTalks are to begin on Monday.\n\nThe road is open again.\n\n"
)


@pytest.mark.parametrize(
    ("text", "agency"),
    [
        ("MARWA (AP) — Seven people were killed.", "AP"),
        ("Headline of the day\n\nMARWA, Tasil (AP) — Seven people were killed.", "AP"),
        ("MARWA, Nov 3 (Reuters) - Seven people were killed.", "Reuters"),
        ("MARWA, Oct. 7 (Xinhua) -- Seven people were killed.", "Xinhua"),
        ("Marwa (AFP) – Seven people were killed.", "AFP"),
        ("MARWA (Associated Press) — Seven people were killed.", "AP"),
        ("MARWA/TASIL, March 2 (Reuters) - Seven people were killed.", "Reuters"),
        ("By Reuters\n\nSeven people were killed.", "Reuters"),
        (BODY + "AFP", "AFP"),
        (BODY + "— Agence France-Presse", "AFP"),
        (BODY + "Source: Anadolu Agency", "Anadolu"),
        (BODY + "© 2024 AFP", "AFP"),
        (BODY + "Copyright 2024 The Associated Press. All rights reserved.", "AP"),
        (BODY + "(Reporting by Lina Sabra; Editing by Jon Berg)", "Reuters"),
        (BODY + "Additional reporting by Lina Sabra; Writing by Mo Rask; Editing by Jon Berg", "Reuters"),
        (BODY + "Associated Press writer Lina Sabra in Marwa contributed to this report.", "AP"),
    ],
)
def test_an_agency_signs_its_text(text: str, agency: str) -> None:
    assert find_agency(text) == agency


@pytest.mark.parametrize(
    "text",
    [
        "The army (AP reported) withdrew.",
        "A spokesman told Reuters that the truce held.",
        "Seven were killed, according to an AFP tally.\n\nThe ministry (Reuters, Monday) has not answered.",
        BODY + "With inputs from AFP",
        BODY + "The Associated Press contributed to this report.",
        BODY + "The ministry told AFP on Monday that it knew of no breach.",
        BODY + "Reporting by our own staff is free to read; support it.",
        "",
        "Ana\n\nPA system silent in Marwa",
    ],
)
def test_a_mention_or_a_contribution_makes_no_agency_report(text: str) -> None:
    assert find_agency(text) is None


@pytest.mark.parametrize(
    ("authors", "publisher", "agency"),
    [
        (("Reuters",), "The Harbour Post", "Reuters"),
        (("Lina Sabra", "Associated Press"), None, "AP"),
        (("AP Diplomatic Writer",), None, "AP"),
        (("the Associated Press",), None, "AP"),
        ((), "Anadolu Agency", "Anadolu"),
        (("AFP",), "Xinhua", "AFP"),
        (("Petra Rask",), "The Harbour Post", None),
        (("Ana Saba",), "Ansa Hotel", None),
    ],
)
def test_bylines_come_before_the_publisher(authors: tuple[str, ...], publisher: str | None, agency: str | None) -> None:
    assert find_agency(BODY, authors, publisher) == agency
