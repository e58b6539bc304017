"""The orders that a list may stand in."""

from __future__ import annotations

from truce.errors import StoreError

# The newest articles first, the findings of one in the order of its text. What has no date comes last.
BY_ARTICLE = "a.date_start DESC, a.id"  # NULL is the least to SQLite

# By kind and name: expressions of SQL, before which `-` turns the order round.
ORDERS: dict[str, dict[str, tuple[str, ...]]] = {
    "articles": {
        "published": ("f.date_start",),
        "title": ("f.title",),
        "publisher": ("f.publisher",),
        "words": ("f.words",),
        "ingested": ("f.ingested_at", "f.id"),
    },
    "claims": {"date": ("f.date_start",), "speaker": ("f.speaker",), "stance": ("f.stance",), "mode": ("f.mode",)},
    "casualties": {
        "date": ("f.date_start",),
        "count": ("coalesce(f.low, f.high)",),
        "outcome": ("f.outcome",),
        "place": ("f.place",),
        "source": ("f.source",),
    },
    "dates": {"date": ("f.date_start",), "value": ("f.value",)},
    "truces": {"date": ("f.date_start",), "status": ("f.status",)},
    "actors": {},
}
ACTOR_ORDERS = ("articles", "claims", "figures", "name", "kind")


def sort_names(kind: str) -> tuple[str, ...]:
    """The orders that a kind of finding may stand in, each also with `-` before it."""
    return ACTOR_ORDERS if kind == "actors" else tuple(ORDERS[kind])


def check_order(kind: str, sort: str) -> tuple[str, bool]:
    """The name of an order and whether it is turned round; StoreError for one that there is not."""
    name, is_reversed = sort.removeprefix("-"), sort.startswith("-")
    if name not in sort_names(kind):
        raise StoreError(f"{kind} cannot be sorted by «{name}»; use {', '.join(sort_names(kind))}, or one with - before it")
    return name, is_reversed


def order_by(kind: str, sort: str | None) -> str:
    """The ORDER BY of a query; rows without the value come last either way."""
    tail = BY_ARTICLE if kind == "articles" else f"{BY_ARTICLE}, f.position"
    if sort is None:
        return tail
    name, is_reversed = check_order(kind, sort)
    turn = " DESC" if is_reversed else " ASC NULLS LAST"
    head = ", ".join(f"{column}{turn}" for column in ORDERS[kind][name])
    return f"{head}, {tail}"
