"""A session over the database that has the lexicons at hand."""

from __future__ import annotations

from sqlalchemy import Engine
from sqlmodel import Session

from truce.lexicons import Lexicons


class ReportSession(Session):
    """A session; the lexicons are read only when a name is asked for that the database does not know."""

    def __init__(self, engine: Engine, lexicons: Lexicons) -> None:
        super().__init__(engine)
        self.lexicons = lexicons
