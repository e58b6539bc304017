"""The article that a person means by a number, a name, an address or the beginning of one."""

from __future__ import annotations

import re

from sqlmodel import Session, col, select

from truce.errors import StoreError
from truce.store.identity import canonical_url
from truce.store.tables import ArticleRow

NUMBER = re.compile(r"[0-9]{1,18}")  # what a database can count to
SHOWN = 5  # candidates that a message names


def find_article(session: Session, reference: str) -> ArticleRow:
    """The one article that is meant; StoreError where there is none or more than one.

    A number is the store's. A name, address or path is the latest version's. A beginning must be nobody else's.
    """
    wanted = reference.strip()
    if NUMBER.fullmatch(wanted) and (row := session.get(ArticleRow, int(wanted))) is not None:
        return row
    for rows in (whole_matches(session, wanted), beginnings(session, wanted)):
        if len(rows) == 1:
            return rows[0]
        if rows:
            names = ", ".join(f"{row.id} {row.name}" for row in rows[:SHOWN])
            more = " and others" if len(rows) > SHOWN else ""
            raise StoreError(f"«{reference}» may be any of {names}{more}; give the number")
    raise StoreError(f"«{reference}» is the number, name or address of no stored article; `truce articles` lists them")


def whole_matches(session: Session, wanted: str) -> list[ArticleRow]:
    """The current articles of exactly this name, address or path."""
    is_called = (
        (col(ArticleRow.name) == wanted)
        | (col(ArticleRow.url) == wanted)
        | (col(ArticleRow.path) == wanted)
        | (col(ArticleRow.canonical_url) == (canonical_url(wanted) or "-"))
    )
    return list(session.exec(select(ArticleRow).where(col(ArticleRow.is_current), is_called)).all())


def beginnings(session: Session, wanted: str) -> list[ArticleRow]:
    """The current articles whose name begins so, case and all."""
    if not wanted:
        return []
    begins = col(ArticleRow.name).startswith(wanted, autoescape=True)
    rows = session.exec(select(ArticleRow).where(col(ArticleRow.is_current), begins).order_by(col(ArticleRow.name)))
    return [row for row in rows if row.name.startswith(wanted)]
