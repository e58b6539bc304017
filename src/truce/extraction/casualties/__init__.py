"""How many were killed or hurt, who, where, when and by whose count."""

from __future__ import annotations

from typing import TYPE_CHECKING

from truce.extraction.body import Body
from truce.extraction.cast import Cast
from truce.extraction.casualties.affiliation import carry_affiliations, find_own_affiliations
from truce.extraction.casualties.bearers import find_bearers
from truce.extraction.casualties.classes import carry_classes, find_own_classes
from truce.extraction.casualties.drafts import find_drafts
from truce.extraction.casualties.figures import Victims, to_figure
from truce.extraction.casualties.parts import find_parts
from truce.extraction.casualties.setting import find_settings
from truce.extraction.reading import read_article
from truce.lexicons import Lexicons
from truce.records import CasualtyFigure, Claim, DateMention, Published

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
    settings = find_settings(reading, body, drafts, claims=claims, dates=dates, published=published, lexicons=lexicons)
    bearers = find_bearers(drafts, cast)
    own_classes = find_own_classes(drafts, bearers, cast=cast, lexicons=lexicons)
    own_affiliations = find_own_affiliations(drafts, bearers, cast=cast, lexicons=lexicons)
    parts = find_parts(drafts, bearers, own_classes, own_affiliations, lexicons=lexicons)
    classes = carry_classes(drafts, bearers, parts, own_classes, sides=own_affiliations, lexicons=lexicons)
    affiliations = carry_affiliations(drafts, bearers, parts, own_affiliations, cast=cast, lexicons=lexicons)
    victims = [Victims(*told) for told in zip(bearers, classes, affiliations, parts, strict=True)]
    return tuple(to_figure(*parts) for parts in zip(drafts, victims, settings, strict=True))
