"""How many were killed or hurt, who, where, when and by whose count."""

from __future__ import annotations

from typing import TYPE_CHECKING

from truce.extraction.body import Body
from truce.extraction.cast import Cast
from truce.lexicons import Lexicons
from truce.records import CasualtyFigure, Claim, DateMention, Published

if TYPE_CHECKING:
    from spacy.tokens import Doc


def find_casualties(
    doc: Doc,
    body: Body,
    cast: Cast,
    *,
    dates: tuple[DateMention, ...],
    claims: tuple[Claim, ...],
    published: Published,
    lexicons: Lexicons,
) -> tuple[CasualtyFigure, ...]:
    """Every casualty figure that the article states as having happened, in order."""
    return ()
