"""What holds for the claims of any text."""

from __future__ import annotations

from collections.abc import Callable

from hypothesis import given, settings
from hypothesis import strategies as st

from truce.extraction import extract
from truce.language.pipeline import parse
from truce.lexicons import load_lexicons
from truce.records import Article, Claim, Extraction, Mode, Span

WORDS = (
    "The army|said|that|he|the raid was over|according to|police|told|reporters|who|denied|it|adding|on Monday|Ann Lister|to|by"
)
MORE = "called for|a truce|if|was quoted|as saying|calling|and|“We left,” she said."
MARKS = ["“", "”", '"', "''", "``", "‘", "’", "«", "»", "„", ",", ".", ":", " ", "(", ")", "—", "\n\n"]
PIECES = st.sampled_from([*WORDS.split("|"), *MORE.split("|"), *MARKS])


def spans_of(claim: Claim) -> list[Span]:
    spans = [*claim.content, *(ground.span for ground in claim.grounds)]
    return spans + [span for span in (claim.cue, claim.speaker_span) if span is not None]


def start_of(claim: Claim) -> int:
    return min(span.start for span in (claim.cue, claim.speaker_span, *claim.content) if span is not None)


def check(text: str) -> None:
    claims = extract(Article(id="any", text=text, published="2024-10-30"), parse(text), load_lexicons()).claims
    for claim in claims:
        assert claim.content
        assert all(text[span.start : span.end] == span.text and span.text.strip() for span in spans_of(claim))
        assert list(claim.content) == sorted(claim.content)
        assert all(before.end <= after.start for before, after in zip(claim.content, claim.content[1:], strict=False))
    assert [start_of(claim) for claim in claims] == sorted(start_of(claim) for claim in claims)


@settings(max_examples=60)
@given(st.lists(PIECES, max_size=25))
def test_spans_are_true_and_in_order_for_any_run_of_pieces(pieces: list[str]) -> None:
    check(" ".join(pieces))


@settings(max_examples=40)
@given(st.text(max_size=80))
def test_nothing_raises_for_any_characters(text: str) -> None:
    check(text)


def test_one_unpaired_mark_costs_no_other_claim(find: Callable[..., Extraction]) -> None:
    sound = "The army said the road was open.\n\n“It is mined,” a driver said."
    broken = 'He bought a 12" gun.\n\n' + sound
    expected = [(claim.speaker, claim.mode) for claim in find(sound).claims]
    assert expected == [("army", Mode.INDIRECT), ("a driver", Mode.DIRECT)]
    assert [(claim.speaker, claim.mode) for claim in find(broken).claims] == expected


def test_navigation_and_repeated_headlines_claim_nothing(find: Callable[..., Extraction]) -> None:
    story = (
        "Army says raid is over\n\nThe army said on Monday that the raid was over, and that nobody had been hurt in the valley."
    )
    page = "• HOME»\n  • World»\n\n" + story.replace("\n\n", "\n\nAdvertisement\nArmy says raid is over\n\n", 1)
    assert [claim.cue.text for claim in find(page).claims if claim.cue] == ["says", "said"]
