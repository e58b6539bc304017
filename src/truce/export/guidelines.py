"""An extraction in the promised form: plain dictionaries with the keys of the extraction guidelines."""

from __future__ import annotations

from typing import Any

from truce.records import Actor, CasualtyFigure, Claim, DateMention, Extraction, Published, Span, TruceStatement, page_at


def to_object(extraction: Extraction) -> dict[str, Any]:
    """One article's findings as one JSON-ready object; in a paged report, each span has its `page`."""
    found = {
        "id": extraction.article.id,
        "published": published_object(extraction.published),
        "actors": [actor_object(actor) for actor in extraction.actors],
        "claims": [claim_object(claim) for claim in extraction.claims],
        "casualties": [casualty_object(figure) for figure in extraction.casualties],
        "dates": [date_object(date) for date in extraction.dates],
        "truces": [truce_object(truce) for truce in extraction.truces],
    }
    return dict(with_pages(found, extraction.article.pages))


def with_pages(value: Any, pages: tuple[int, ...]) -> Any:
    """An object whose every span has the `page`, from 1, on which it begins; as it is where the report has no pages.

    >>> with_pages({"span": {"start": 4, "end": 8, "text": "said"}}, (0, 400))
    {'span': {'start': 4, 'end': 8, 'text': 'said', 'page': 1}}
    """
    if not pages:
        return value
    if isinstance(value, list):
        return [with_pages(member, pages) for member in value]
    if not isinstance(value, dict):
        return value
    if value.keys() == {"start", "end", "text"}:
        return {**value, "page": page_at(pages, value["start"])}
    return {name: with_pages(member, pages) for name, member in value.items()}


def span_object(span: Span | None) -> dict[str, Any] | None:
    """A span as `{start, end, text}`, None where there is none."""
    return None if span is None else {"start": span.start, "end": span.end, "text": span.text}


def published_object(published: Published) -> dict[str, Any]:
    """The publication day with its basis and bounds."""
    return {
        "value": published.value,
        "basis": published.basis.value,
        "not_before": published.not_before,
        "not_after": published.not_after,
    }


def actor_object(actor: Actor) -> dict[str, Any]:
    """An actor with all mentions."""
    return {
        "name": actor.name,
        "kind": actor.kind.value,
        "role": actor.role,
        "affiliation": actor.affiliation,
        "mentions": [span_object(mention) for mention in actor.mentions],
    }


def claim_object(claim: Claim) -> dict[str, Any]:
    """A claim in the keys of the guidelines."""
    return {
        "speaker": claim.speaker,
        "speaker_span": span_object(claim.speaker_span),
        "cue": span_object(claim.cue),
        "content": [span_object(span) for span in claim.content],
        "mode": claim.mode.value,
        "said_on": claim.said_on,
    }


def casualty_object(figure: CasualtyFigure) -> dict[str, Any]:
    """A casualty figure in the keys of the guidelines."""
    return {
        "evidence": span_object(figure.evidence),
        "count": figure.count,
        "low": figure.low,
        "high": figure.high,
        "qualifier": figure.qualifier.value,
        "outcome": figure.outcome.value,
        "victims": figure.victims,
        "victim_class": figure.victim_class.value,
        "affiliation": figure.affiliation,
        "place": figure.place,
        "source": figure.source,
        "scope": figure.scope.value,
        "period": figure.period,
        "subset_of": figure.subset_of,
    }


def date_object(date: DateMention) -> dict[str, Any]:
    """A date expression and its EDTF value."""
    return {"span": span_object(date.span), "value": date.value}


def truce_object(truce: TruceStatement) -> dict[str, Any]:
    """A statement about a truce."""
    return {
        "status": truce.status.value,
        "span": span_object(truce.span),
        "parties": list(truce.parties),
        "duration": truce.duration,
        "conditions": truce.conditions,
    }
