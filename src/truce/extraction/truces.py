"""Where a ceasefire stands, statement by statement."""

from __future__ import annotations

from typing import TYPE_CHECKING

from truce.extraction.body import Body
from truce.extraction.cast import Cast
from truce.lexicons import Lexicons
from truce.records import Claim, DateMention, Published, TruceStatement

if TYPE_CHECKING:
    from spacy.tokens import Doc


def find_truces(
    doc: Doc,
    body: Body,
    cast: Cast,
    *,
    dates: tuple[DateMention, ...],
    claims: tuple[Claim, ...],
    published: Published,
    lexicons: Lexicons,
) -> tuple[TruceStatement, ...]:
    """Every statement about a ceasefire's course, in order."""
    return ()
