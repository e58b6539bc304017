"""To whom an article attributes each figure."""

from __future__ import annotations

from collections.abc import Sequence

from truce.extraction.casualties.drafts import Draft, Told
from truce.extraction.reference import POSSESSIVES, PRONOUNS
from truce.records import Claim, Ground


def find_sources(drafts: Sequence[Draft], claims: Sequence[Claim]) -> list[Told[str] | None]:
    """The source of each figure as written, pronouns resolved; None where the article says it in its own voice."""
    return [source_of(draft, claims) for draft in drafts]


def source_of(draft: Draft, claims: Sequence[Claim]) -> Told[str] | None:
    """The speaker of the innermost claim that holds the figure."""
    reading = draft.reading
    point = reading.starts[draft.harm.first]
    holding = [
        (sum(span.end - span.start for span in claim.content), claim)
        for claim in claims
        if claim.speaker and any(span.start <= point < span.end for span in claim.content)
    ]
    if not holding:
        return None
    return speaker_of(min(holding, key=lambda each: each[0])[1])


def speaker_of(claim: Claim) -> Told[str] | None:
    """The speaker as written; whom a pronoun stands for."""
    if claim.speaker is None or claim.speaker_span is None:
        return None
    written = claim.speaker_span.text
    opening = written.lower().split()[0]
    is_pronoun = written.lower() in PRONOUNS | {"who", "which"} or opening in POSSESSIVES
    return Told(claim.speaker if is_pronoun else written, (Ground("source", claim.speaker_span),))
