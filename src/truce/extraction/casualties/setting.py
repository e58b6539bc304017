"""Where, when, by whose count and over how long: the setting of each figure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from truce.extraction.body import Body, StretchKind
from truce.extraction.casualties.atlas import draw_atlas
from truce.extraction.casualties.drafts import Draft
from truce.extraction.casualties.periods import find_periods
from truce.extraction.casualties.places import find_mentions
from truce.extraction.casualties.placing import find_places
from truce.extraction.casualties.scopes import find_scopes
from truce.extraction.casualties.sources import find_sources
from truce.extraction.reading import Reading
from truce.lexicons import Lexicons
from truce.records import Claim, DateMention, Ground, Published, Scope


@dataclass(frozen=True, slots=True)
class Setting:
    """What surrounds one figure; `period` is EDTF, None is what the article does not tell."""

    place: str | None = None
    source: str | None = None
    scope: Scope = Scope.INCIDENT
    period: str | None = None
    grounds: tuple[Ground, ...] = ()


def find_settings(  # noqa: PLR0913 - a setting rests on all that was found before it
    reading: Reading,
    body: Body,
    drafts: Sequence[Draft],
    *,
    claims: tuple[Claim, ...],
    dates: tuple[DateMention, ...],
    published: Published,
    lexicons: Lexicons,
) -> list[Setting]:
    """The setting of each figure, the figures given in the order of the text.

    figures ─┬─ scopes ─┬─ places
             └─ sources └─ periods
    """
    if not drafts:
        return []
    sources = find_sources(drafts, claims)
    scopes = find_scopes(drafts, lexicons.setting_words)
    mentions = find_mentions(reading, lexicons.places, lexicons.setting_words)
    atlas = draw_atlas(
        reading,
        mentions,
        claims,
        headlines=find_headlines(reading, body),
        places=lexicons.places,
        words=lexicons.setting_words,
    )
    spans = [scope.value for scope in scopes]
    places = find_places(atlas, drafts, spans)
    named = [place.value if place else None for place in places]
    periods = find_periods(atlas, drafts, spans, named, dates=dates, claims=claims, published=published)
    return [
        Setting(
            place=place.value if place else None,
            source=source.value if source else None,
            scope=scope.value,
            period=period.value if period else None,
            grounds=tuple(ground for told in (place, source, scope, period) if told for ground in told.grounds),
        )
        for place, source, scope, period in zip(places, sources, scopes, periods, strict=True)
    ]


def find_headlines(reading: Reading, body: Body) -> frozenset[int]:
    """The numbers of the sentences that stand in headlines."""
    return frozenset(
        number
        for number, sentence in enumerate(reading.sentences)
        if body.kind_at(reading.starts[sentence.start]) is StretchKind.HEADLINE
    )
