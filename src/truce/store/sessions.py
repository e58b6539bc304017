"""Sessions over the database, with the lexicons at hand."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Engine, text
from sqlmodel import Session

from truce.lexicons import Lexicons
from truce.store import computed_tables  # noqa: F401 - every table is to be known to whoever has a session


class ReportSession(Session):
    """A session; the lexicons are read only when a name is asked for that the database does not know."""

    def __init__(self, engine: Engine, lexicons: Lexicons) -> None:
        super().__init__(engine)
        self.lexicons = lexicons


def run(session: Session, statement: str, **values: Any) -> Any:
    """The rows of a plain statement, their columns by name."""
    return session.connection().execute(text(statement), values)
