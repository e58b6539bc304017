"""The database: articles, findings and the words they rest on, in one SQLite file."""

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
