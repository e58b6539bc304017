"""Rows as a table: as wide as the terminal, or a line a row where there is none."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from rich import box
from rich.console import Console
from rich.table import Table
from rich.text import Text

from truce.answers import Stored
from truce.records import page_at

Row = TypeVar("Row")
Cell = str | Text
NARROW = 120  # columns of a terminal; below it, what belongs together stands in one cell


@dataclass(frozen=True, slots=True)
class Column(Generic[Row]):
    """One column: its heading, what stands in it, how. `is_long` gives way when the terminal is narrow."""

    heading: str
    cell: Callable[[Row], Cell]
    style: str = ""
    justify: Any = "left"
    is_long: bool = False


@dataclass(frozen=True, slots=True)
class Screen(Generic[Row]):
    """How rows of one kind are shown: columns for a wide terminal, for files and pipes; fewer for a narrow one."""

    wide: tuple[Column[Row], ...]
    narrow: tuple[Column[Row], ...]


def article_column() -> Column[Stored[Any]]:
    """The number of the article that a finding stands in, for `truce show`; in a paged report with the page."""
    return Column("article", article_place, justify="right")


def article_place(found: Stored[Any]) -> str:
    """`12`, or `12 p. 3` in a paged report."""
    record = found.record
    span = getattr(record, "evidence", None) or getattr(record, "span", None) or next(iter(getattr(record, "content", ())), None)
    page = page_at(found.article.pages, span.start) if span else None
    return f"{found.article.id} p. {page}" if page else str(found.article.id)


def told_column() -> Column[Stored[Any]]:
    """Of how many independent origins the same is told, with the number of articles where that is another."""
    return Column("origins", told, justify="right")


def told(found: Stored[Any]) -> str:
    """`1`; `2 of 5 reports`."""
    return f"{found.origins}" if found.reports == found.origins else f"{found.origins} of {found.reports} reports"


def print_table(console: Console, screen: Screen[Row], rows: Sequence[Row]) -> None:
    """Print rows on a terminal, or a line each into a file or pipe, nothing cut off either way."""
    if console.is_terminal:
        columns = screen.narrow if console.width < NARROW else screen.wide
        console.print(to_table(columns, rows, leading=1), crop=False)
        return
    write_lines(console, screen.wide, rows)


def to_table(columns: Sequence[Column[Row]], rows: Sequence[Row], *, leading: int = 0) -> Table:
    """A table for a terminal; words are never cut, long cells wrap."""
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False, padding=(0, 1), leading=leading, header_style="bold")
    for column in columns:
        table.add_column(
            column.heading,
            style=column.style,
            justify=column.justify,
            overflow="fold",
            ratio=None,
            no_wrap=not column.is_long,
        )
    for row in rows:
        table.add_row(*(to_text(column.cell(row)) for column in columns))
    return table


def write_lines(console: Console, columns: Sequence[Column[Row]], rows: Sequence[Row]) -> None:
    """A line a row, columns below one another, two blanks between them, the last not padded."""
    from rich.cells import cell_len

    lines = [[column.heading for column in columns]]
    lines += [[to_text(column.cell(row)).plain for column in columns] for row in rows]
    widths = [max(cell_len(line[place]) for line in lines) for place in range(len(columns))]
    for line in lines:
        cells = (cell + " " * (width - cell_len(cell)) for cell, width in zip(line, widths, strict=True))
        console.file.write("  ".join(cells).rstrip() + "\n")


def to_text(cell: Cell) -> Text:
    """A cell whose words are never read as markup."""
    return cell if isinstance(cell, Text) else Text(cell)
