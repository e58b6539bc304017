"""The database: articles, findings and the words they rest on, in one SQLite file.

store.py         the one class that others use
opening.py       a file becomes an engine; migrations/ brings older ones forward; failures.py says what is wrong
tables.py        every table                       computed_tables.py, sessions.py    those that can be worked out again; sessions
in   saving.py   one article, one transaction      evidence.py, identity.py, days.py    what is checked and worked out
     writing.py  its findings; claim_keys.py       registers.py, actor_rows.py, place_rows.py    whom and where names mean
out  queries.py  what matches                      filters.py, voices.py, place_ids.py, full_text.py, ordering.py, lookup.py
     assembling.py  records with their words       translate_articles.py, translate_findings.py    rows and records
     summaries.py   actors across articles         completion.py    names, fast
     origins.py  how often the same is told        copies.py        what is known of copies
all  verifying.py   is everything as stored?       decisions.py, separations.py    what a person decided about actors
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from truce.store.store import Store as Store

__all__ = ["Store"]


def __getattr__(name: str) -> Any:
    """`Store`, imported when it is first asked for: SQLModel takes longer than a completion of the shell may."""
    if name != "Store":
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from truce.store.store import Store

    return Store
