"""Where, when, by whose count and over how long: the setting of each figure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from truce.extraction.casualties.drafts import Draft
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
    drafts: Sequence[Draft],
    *,
    claims: tuple[Claim, ...],
    dates: tuple[DateMention, ...],
    published: Published,
    lexicons: Lexicons,
) -> list[Setting]:
    """The setting of each figure, the figures given in the order of the text."""
    sources = find_sources(drafts, claims)
    return [Setting(source=source.value if source else None, grounds=source.grounds if source else ()) for source in sources]
