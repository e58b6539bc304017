"""`truce extract`: findings without a database."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from enum import StrEnum
from typing import Annotated

import typer

from truce.cli.ingest import PathsArgument
from truce.cli.options import WorkersOption
from truce.cli.outcomes import SOME_FAILED
from truce.cli.terminal import open_console, say
from truce.errors import InputError
from truce.records import Extraction

HELP = """Print what these articles say, without a database, in the form of the extraction guidelines.

Reads text, JSON and JSON Lines (an article a line: id, text, title, url, publisher, published) and every form that ingest
reads. Offsets are into the text as given.

\b
Example:
  truce extract seeds/ --format table
"""


class ExtractFormat(StrEnum):
    """How findings are written."""

    JSONL = "jsonl"
    JSON = "json"
    TABLE = "table"


FormatOption = Annotated[ExtractFormat, typer.Option("--format", help="An object a line, one array, or tables.")]


def add_to(app: typer.Typer) -> None:
    """Add the command to the app."""
    app.command("extract", help=HELP, short_help="Print findings, without a database.")(extract)


def extract(paths: PathsArgument, form: FormatOption = ExtractFormat.JSONL, workers: WorkersOption = 1) -> None:
    """Print findings; exit 3 if some inputs failed."""
    from truce.pipeline import extract_each

    failures: list[InputError] = []
    write(only_found(extract_each(paths, workers=workers), failures), form)
    if failures:
        raise typer.Exit(SOME_FAILED)


def only_found(results: Iterable[Extraction | InputError], failures: list[InputError]) -> Iterator[Extraction]:
    """The findings; failures are said and collected."""
    for result in results:
        if isinstance(result, InputError):
            failures.append(result)
            say(f"truce: {result}")
        else:
            yield result


def write(found: Iterator[Extraction], form: ExtractFormat) -> None:
    """Write findings in the form asked for, each as soon as it is there."""
    from truce.export.as_json import write_json, write_jsonl
    from truce.export.guidelines import to_object

    if form is ExtractFormat.TABLE:
        from truce.render.extraction import print_extraction

        console = open_console()
        for extraction in found:
            print_extraction(console, extraction)
        return
    writer = write_json if form is ExtractFormat.JSON else write_jsonl
    writer(map(to_object, found), sys.stdout)
