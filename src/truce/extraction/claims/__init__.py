"""Who said what."""

from __future__ import annotations

from typing import TYPE_CHECKING

from truce.extraction.body import Body
from truce.extraction.cast import Cast
from truce.lexicons import Lexicons
from truce.records import Claim, DateMention

if TYPE_CHECKING:
    from spacy.tokens import Doc


def find_claims(doc: Doc, body: Body, cast: Cast, dates: tuple[DateMention, ...], lexicons: Lexicons) -> tuple[Claim, ...]:
    """Every act of communication that the article reports, in order."""
    return ()
