"""Date expressions as rows."""

from __future__ import annotations

from truce.answers import Stored
from truce.records import DateMention
from truce.render.cells import quoted, read_days
from truce.render.tables import Column, Screen, article_column

Row = Stored[DateMention]

COLUMNS: tuple[Column[Row], ...] = (
    Column("date", lambda found: read_days(found.record.value) if found.record.value else "?", "cyan"),
    article_column(),
    Column("evidence", lambda found: quoted(found.record.span.text), is_long=True),
)
DATES: Screen[Row] = Screen(wide=COLUMNS, narrow=COLUMNS)
