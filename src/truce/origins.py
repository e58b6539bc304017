"""Records of which articles share words, and of which origin they are."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class CopyKind(StrEnum):
    """What an article is to its origin; `merged` where it was put together of several."""

    ORIGIN = "origin"
    COPY = "copy"
    MERGED = "merged"


@dataclass(frozen=True, slots=True)
class ComparedArticle:
    """What is known of an article when it is compared; `day` is the ISO day it appeared, None where nobody knows.

    `shingles` is the number of different runs of words of its text. Of the versions of one article one `is_current`.
    """

    id: int
    shingles: int
    agency: str | None = None
    publisher: str | None = None
    day: str | None = None
    is_current: bool = True


@dataclass(frozen=True, slots=True)
class Likeness:
    """Two articles that share words: `share` of the first one's shingles, `other_share` of the other one's."""

    id: int
    other_id: int
    share: float
    other_share: float


@dataclass(frozen=True, slots=True)
class Copy:
    """That an article belongs to an origin; `share` of its words stand in another article of that origin.

    When each origin is counted once, the article that `is_counted` stands for it: the fullest, not always the first.
    """

    article_id: int
    origin_id: int
    kind: CopyKind
    share: float
    is_counted: bool
