"""Fixtures for claims: the claim whose content a marked text shows, and how a case writes it."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from truce.records import Claim, Extraction

PUBLISHED = "2024-10-30"  # a Wednesday


def told(claim: Claim) -> str:
    """A claim as a case writes it: `speaker | cue | mode`."""
    return f"{claim.speaker} | {claim.cue.text if claim.cue else None} | {claim.mode}"


@pytest.fixture
def claim_in(marks: Callable[..., object], find: Callable[..., Extraction]) -> Callable[[str], Claim]:
    """`claim_in(text)` gives the claim whose content is exactly what stands in [brackets]."""

    def read(marked: str) -> Claim:
        case = marks(marked)
        found = find(case.text, PUBLISHED).claims  # type: ignore[attr-defined]
        same = [claim for claim in found if claim.content == case.spans]  # type: ignore[attr-defined]
        listed = [(told(claim), [span.text for span in claim.content]) for claim in found]
        assert same, f"no claim has this content; found {listed}"
        return same[0]

    return read


@pytest.fixture
def tell() -> Callable[[Claim], str]:
    """`tell(claim)` writes a claim as a case does."""
    return told
