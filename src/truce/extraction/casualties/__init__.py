"""How many were killed or hurt, who, where, when and by whose count."""

from __future__ import annotations

from typing import TYPE_CHECKING

from truce.extraction.body import Body
from truce.extraction.cast import Cast
from truce.extraction.casualties.drafts import Draft, find_drafts
from truce.extraction.casualties.setting import Setting, find_settings
from truce.extraction.reading import read_article
from truce.lexicons import Lexicons
from truce.records import CasualtyFigure, Claim, DateMention, Published, Qualifier

if TYPE_CHECKING:
    from spacy.tokens import Doc


def find_casualties(  # noqa: PLR0913 - the order of the rooms gives each what it needs
    doc: Doc,
    body: Body,
    cast: Cast,
    *,
    dates: tuple[DateMention, ...],
    claims: tuple[Claim, ...],
    published: Published,
    lexicons: Lexicons,
) -> tuple[CasualtyFigure, ...]:
    """Every casualty figure that the article states as having happened, in order.

    words ─ scenes ─ links ─ drafts ─┬─ victims: parts, class, affiliation
                                     └─ setting: place, source, scope, period
    """
    reading = read_article(doc, body)
    drafts = find_drafts(reading, lexicons.casualty_words)
    settings = find_settings(reading, drafts, claims=claims, dates=dates, published=published, lexicons=lexicons)
    return tuple(figure(draft, setting) for draft, setting in zip(drafts, settings, strict=True))


def figure(draft: Draft, setting: Setting) -> CasualtyFigure:
    """The record of one draft in its setting."""
    group, reading, quantity = draft.group, draft.reading, draft.group.quantity
    return CasualtyFigure(
        evidence=reading.span(draft.first, draft.last),
        count=reading.span(quantity.first, quantity.last).text if quantity else None,
        low=quantity.low if quantity else 1,
        high=quantity.high if quantity else 1,
        qualifier=quantity.qualifier if quantity else Qualifier.EXACT,
        outcome=draft.harm.outcome,
        victims=reading.span(group.core, group.last).text if group.last > group.core else None,
        place=setting.place,
        source=setting.source,
        scope=setting.scope,
        period=setting.period,
        grounds=setting.grounds,
        rule=f"casualties.{draft.link.rule}",
    )
