"""Finding: pure functions from a parsed article to what it says, one room for each key of the output."""

from __future__ import annotations

from typing import TYPE_CHECKING

from truce.extraction.actors import find_actors
from truce.extraction.body import find_body
from truce.extraction.casualties import find_casualties
from truce.extraction.claims import find_claims
from truce.extraction.dates import find_dates
from truce.extraction.published import find_published
from truce.extraction.truces import find_truces
from truce.lexicons import Lexicons
from truce.records import Article, Extraction

if TYPE_CHECKING:
    from spacy.tokens import Doc

# Raised with every change of a rule or a word list that can change what is found.
EXTRACTOR_VERSION = "1"


def extract(article: Article, doc: Doc, lexicons: Lexicons) -> Extraction:
    """Everything the article says, each value with the words it rests on.

    article.text ─ body ─ published ─ dates ─ actors ─ claims ─┬─ casualties
                                                               └─ truces
    """
    body = find_body(article.text)
    published = find_published(article, doc, body, lexicons)
    dates = find_dates(doc, body, published, lexicons)
    cast = find_actors(doc, body, lexicons)
    claims = find_claims(doc, body, cast, dates, lexicons)
    casualties = find_casualties(doc, body, cast, dates=dates, claims=claims, published=published, lexicons=lexicons)
    truces = find_truces(doc, body, cast, dates=dates, claims=claims, published=published, lexicons=lexicons)
    return Extraction(article, published, cast.actors, claims, casualties, dates, truces)
