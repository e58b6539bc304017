"""How many were killed or hurt, who, where, when and by whose count."""

from __future__ import annotations

from typing import TYPE_CHECKING

from truce.extraction.body import Body
from truce.extraction.cast import Cast
from truce.extraction.casualties.linking import Link, link_victims
from truce.extraction.casualties.reality import is_real
from truce.extraction.casualties.scene import Scene, find_scenes
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
    """Every casualty figure that the article states as having happened, in order."""
    reading = read_article(doc, body)
    drafts = [
        (scene, link)
        for scene in find_scenes(reading, lexicons.casualty_words)
        for link in link_victims(scene)
        if is_real(scene, link.harm, link.group)
    ]
    settings = find_settings(reading, drafts, claims=claims, dates=dates, published=published, lexicons=lexicons)
    found = [figure(scene, link, setting) for (scene, link), setting in zip(drafts, settings, strict=True)]
    return tuple(sorted(found, key=lambda one: one.evidence.start))


def figure(scene: Scene, link: Link, setting: Setting) -> CasualtyFigure:
    """The record of one word of harm with those it befalls, in its setting."""
    group, harm, quantity = link.group, link.harm, link.group.quantity
    first = min(group.start, harm.first)
    last = max(group.last, harm.last)
    return CasualtyFigure(
        evidence=scene.reading.span(first, last),
        count=scene.reading.span(quantity.first, quantity.last).text if quantity else None,
        low=quantity.low if quantity else 1,
        high=quantity.high if quantity else 1,
        qualifier=quantity.qualifier if quantity else Qualifier.EXACT,
        outcome=harm.outcome,
        victims=scene.reading.span(group.core, group.last).text if group.last > group.core else None,
        place=setting.place,
        source=setting.source,
        scope=setting.scope,
        period=setting.period,
        grounds=setting.grounds,
        rule=f"casualties.{link.rule}",
    )
