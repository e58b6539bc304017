"""Rows as a Markdown table."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TextIO

from truce.render.tables import Cell, Row, Screen, to_text

ACTIVE = re.compile(r"([\\`*_\[\]<>|#~])")  # what Markdown would take for markup


def write_markdown(screen: Screen[Row], rows: Sequence[Row], stream: TextIO) -> None:
    """A table of the wide screen: the header, then a line a row."""
    columns = screen.wide
    lines = [[column.heading for column in columns], ["---:" if column.justify == "right" else "---" for column in columns]]
    lines += [[escaped(column.cell(row)) for column in columns] for row in rows]
    for line in lines:
        stream.write(f"| {' | '.join(line)} |\n")


def escaped(cell: Cell) -> str:
    """The words of a cell on one line, as words.

    >>> escaped("19 *killed* | Tyre")
    '19 \\\\*killed\\\\* \\\\| Tyre'
    """
    return ACTIVE.sub(r"\\\1", " ".join(to_text(cell).plain.split()))
