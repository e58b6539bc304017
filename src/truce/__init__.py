"""truce: who said what, how many were killed or hurt, where, when, by whose count, with the words it rests on."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from truce.answers import Found as Found
    from truce.answers import Query as Query
    from truce.answers import Stored as Stored
    from truce.answers import StoredArticle as StoredArticle
    from truce.errors import EvidenceError as EvidenceError
    from truce.errors import FetchError as FetchError
    from truce.errors import InputError as InputError
    from truce.errors import LexiconError as LexiconError
    from truce.errors import StoreError as StoreError
    from truce.errors import TruceError as TruceError
    from truce.pipeline import extract as extract
    from truce.pipeline import ingest as ingest
    from truce.records import Actor as Actor
    from truce.records import Article as Article
    from truce.records import CasualtyFigure as CasualtyFigure
    from truce.records import Claim as Claim
    from truce.records import DateMention as DateMention
    from truce.records import Extraction as Extraction
    from truce.records import Published as Published
    from truce.records import Span as Span
    from truce.records import TruceStatement as TruceStatement
    from truce.store import Store as Store

__all__ = [
    "Actor",
    "Article",
    "CasualtyFigure",
    "Claim",
    "DateMention",
    "EvidenceError",
    "Extraction",
    "FetchError",
    "Found",
    "InputError",
    "LexiconError",
    "Published",
    "Query",
    "Span",
    "Store",
    "StoreError",
    "Stored",
    "StoredArticle",
    "TruceError",
    "TruceStatement",
    "extract",
    "ingest",
]

HOMES = {
    "truce.answers": ("Found", "Query", "Stored", "StoredArticle"),
    "truce.errors": ("EvidenceError", "FetchError", "InputError", "LexiconError", "StoreError", "TruceError"),
    "truce.pipeline": ("extract", "ingest"),
    "truce.records": (
        "Actor",
        "Article",
        "CasualtyFigure",
        "Claim",
        "DateMention",
        "Extraction",
        "Published",
        "Span",
        "TruceStatement",
    ),
    "truce.store": ("Store",),
}


def __getattr__(name: str) -> Any:
    """A public name, imported when it is first asked for: `import truce` alone loads nothing heavy."""
    from importlib import import_module

    for home, names in HOMES.items():
        if name in names:
            return getattr(import_module(home), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


def __dir__() -> list[str]:
    """The public names."""
    return sorted(__all__)
