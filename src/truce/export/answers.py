"""The answer to a query in the promised form: the keys of the extraction guidelines, with `id` and `article` before them."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from truce.answers import Stored, StoredActor, StoredArticle, StoredCopy
from truce.export.guidelines import casualty_object, claim_object, date_object, published_object, truce_object, with_pages
from truce.records import CasualtyFigure, Claim, DateMention, TruceStatement


def stored_object(found: Stored[Any]) -> dict[str, Any]:
    """The number of a finding and of its article."""
    return {"id": found.id, "article": found.article.id}


def told(found: Stored[Any]) -> dict[str, Any]:
    """In how many articles the same is said, and of how many independent origins these are."""
    return {"reports": found.reports, "origins": found.origins}


def stored_claim(found: Stored[Claim]) -> dict[str, Any]:
    """A claim, then what goes beyond the guidelines: what the speaker does by it, to whom, where, if what, on what."""
    claim = found.record
    return {
        **stored_object(found),
        **with_pages(claim_object(claim), found.article.pages),
        "stance": claim.stance.value,
        "addressee": claim.addressee,
        "medium": claim.medium,
        "condition": claim.condition,
        "topics": list(claim.topics),
        "about": list(claim.about),
        **told(found),
    }


def stored_casualty(found: Stored[CasualtyFigure]) -> dict[str, Any]:
    """A casualty figure; `subset_of` is the place of a figure among all those of its article, from 0."""
    return {
        **stored_object(found),
        **with_pages(casualty_object(found.record), found.article.pages),
        **told(found),
    }


def stored_date(found: Stored[DateMention]) -> dict[str, Any]:
    """A date expression."""
    return {**stored_object(found), **with_pages(date_object(found.record), found.article.pages)}


def stored_truce(found: Stored[TruceStatement]) -> dict[str, Any]:
    """A statement about a truce, then who mediates and the day from which it holds."""
    truce = found.record
    return {
        **stored_object(found),
        **with_pages(truce_object(truce), found.article.pages),
        "mediators": list(truce.mediators),
        "in_force_on": truce.in_force_on,
    }


def stored_article(article: StoredArticle) -> dict[str, Any]:
    """An article without its text."""
    return {
        "id": article.id,
        "title": article.title,
        "url": article.url,
        "path": article.path,
        "publisher": article.publisher,
        "published": published_object(article.published),
        "modified": article.modified,
        "language": article.language,
        "words": article.words,
        "agency": article.agency,
        "version": article.version,
        "origin": article.origin,
    }


def stored_copy(copy: StoredCopy) -> dict[str, Any]:
    """An article that shares its origin with others, after what it is to that origin."""
    shared = {"origin": copy.origin, "kind": copy.kind.value, "share": copy.share, "is_counted": copy.is_counted}
    return {**shared, **{name: value for name, value in stored_article(copy.article).items() if name != "origin"}}


def stored_actor(actor: StoredActor) -> dict[str, Any]:
    """An actor across articles, with the number of articles, claims, figures and truces that it has a part in."""
    return {
        "id": actor.id,
        "name": actor.name,
        "kind": actor.kind.value,
        "role": actor.role,
        "affiliation": actor.affiliation,
        "aliases": list(actor.aliases),
        "articles": actor.articles,
        "claims": actor.claims,
        "figures": actor.figures,
        "truces": actor.truces,
        "wikidata": actor.wikidata,
    }


OBJECTS: dict[str, Callable[[Any], dict[str, Any]]] = {
    "claims": stored_claim,
    "casualties": stored_casualty,
    "dates": stored_date,
    "truces": stored_truce,
    "articles": stored_article,
    "copies": stored_copy,
    "actors": stored_actor,
}
# The fields of each kind in their order, for forms that have a header above no rows too. A promise to those who read them.
FIELDS: dict[str, tuple[str, ...]] = {
    "claims": tuple(
        "id article speaker speaker_span cue content mode said_on stance addressee medium condition topics about "
        "reports origins".split()
    ),
    "casualties": tuple(
        "id article evidence count low high qualifier outcome victims victim_class affiliation place source scope period "
        "subset_of reports origins".split()
    ),
    "dates": tuple("id article span value".split()),
    "truces": tuple("id article status span parties duration conditions mediators in_force_on".split()),
    "articles": tuple("id title url path publisher published modified language words agency version origin".split()),
    "copies": tuple(
        "origin kind share is_counted id title url path publisher published modified language words agency version".split()
    ),
    "actors": tuple("id name kind role affiliation aliases articles claims figures truces wikidata".split()),
}
