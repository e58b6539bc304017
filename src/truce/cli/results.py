"""An answer goes to stdout in the form asked for; what there is to say about it goes to stderr."""

from __future__ import annotations

import sys
from collections.abc import Callable
from typing import Any

from truce.answers import Found
from truce.cli.options import Asked, Format
from truce.cli.terminal import open_console, say

NOUNS = {
    "claims": ("claim", "claims"),
    "casualties": ("casualty figure", "casualty figures"),
    "dates": ("date", "dates"),
    "truces": ("statement about a truce", "statements about truces"),
    "articles": ("article", "articles"),
    "copies": ("article of a shared origin", "articles of shared origins"),
    "actors": ("actor", "actors"),
}


def print_found(kind: str, found: Found[Any], asked: Asked, *, table: Callable[[Found[Any]], None] | None = None) -> None:
    """Print an answer; `table` replaces the usual table of this kind."""
    if found.rows or asked.format is not Format.TABLE:
        (table or write_form(kind, asked.format))(found)
    sys.stdout.flush()
    say_more(kind, found, asked)


def write_form(kind: str, form: Format) -> Callable[[Found[Any]], None]:
    """What writes an answer of this kind in this form."""
    from truce.export.answers import FIELDS, OBJECTS

    if form in (Format.TABLE, Format.MARKDOWN):
        from truce.render.markdown import write_markdown
        from truce.render.screens import SCREENS
        from truce.render.tables import print_table

        screen = SCREENS[kind]
        if form is Format.TABLE:
            return lambda found: print_table(open_console(), screen, found.rows)
        return lambda found: write_markdown(screen, found.rows, sys.stdout)
    if form is Format.CSV:
        from truce.export.as_csv import write_csv

        return lambda found: write_csv(map(OBJECTS[kind], found.rows), FIELDS[kind], sys.stdout)
    from truce.export.as_json import write_json, write_jsonl

    write = write_json if form is Format.JSON else write_jsonl
    return lambda found: write(map(OBJECTS[kind], found.rows), sys.stdout)


def say_more(kind: str, found: Found[Any], asked: Asked) -> None:
    """Say what was left out, what may have been meant, and that nothing was found."""
    if found.unknown_actor is not None:
        near = f"; did you mean {', '.join(found.nearest)}?" if found.nearest else "; `truce actors` lists those that are"
        say(f"No actor is called «{found.unknown_actor}»{near}")
    elif not found.rows and not found.undated:
        say(f"No {NOUNS[kind][1]} match.")
    if found.undated:
        say(f"{counted(kind, found.undated)} without any date left out.")
    if len(found.rows) < found.total:
        hint = "" if asked.is_limit_given else "; --limit 0 shows all"
        say(f"{len(found.rows):,} of {counted(kind, found.total)}{hint}.")


def counted(kind: str, count: int) -> str:
    """A number with the name of what is counted.

    >>> counted("casualties", 1), counted("claims", 1200)
    ('1 casualty figure', '1,200 claims')
    """
    one, many = NOUNS[kind]
    return f"{count:,} {one if count == 1 else many}"
