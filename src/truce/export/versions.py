"""What changed between two versions of an article, as a plain dictionary."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from truce.answers import StoredArticle
from truce.export.answers import stored_article
from truce.export.guidelines import casualty_object, claim_object, truce_object
from truce.ledger.versions import Change, Comparison


def comparison_object(compared: Comparison, *, before: StoredArticle, after: StoredArticle) -> dict[str, Any]:
    """Both versions, whether only typography changed, and every figure, claim, truce and sentence that did."""
    return {
        "before": stored_article(before),
        "after": stored_article(after),
        "is_trivial": compared.is_trivial,
        "figures": [change_object(change, casualty_object) for change in compared.figures],
        "claims": [change_object(change, claim_object) for change in compared.claims],
        "truces": [change_object(change, truce_object) for change in compared.truces],
        "sentences": [{"change": each.edit.value, "before": each.before, "after": each.after} for each in compared.sentences],
    }


def change_object(change: Change[Any], finding: Callable[[Any], dict[str, Any]]) -> dict[str, Any]:
    """One finding that is new, gone or altered."""
    return {
        "change": change.kind.value,
        "fields": list(change.fields),
        "before": None if change.before is None else finding(change.before),
        "after": None if change.after is None else finding(change.after),
    }
