"""Objects as CSV that a spreadsheet opens without harm."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Sequence
from typing import Any, TextIO

JOINT = " | "  # between the members of a list
SPANS = frozenset({"evidence", "span", "speaker_span", "cue", "content", "mentions"})  # fields that hold spans
# A spreadsheet takes what begins so for a formula, and runs it: https://owasp.org/www-community/attacks/CSV_Injection
FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")


def write_csv(objects: Iterable[dict[str, Any]], names: Sequence[str], stream: TextIO) -> None:
    """A header, then a row for each object; `names` are the fields, so that the header stands above no rows too.

    A span is three columns: its words, where they start, where they end. Members of a list stand between bars. A text
    that a spreadsheet would run as a formula is given an apostrophe.

    >>> import sys
    >>> write_csv([{"id": 1, "cue": {"start": 4, "end": 8, "text": "said"}, "topics": ["aid", "-"]}],
    ...           ["id", "cue", "topics"], sys.stdout)
    id,cue,cue_start,cue_end,topics
    1,said,4,8,aid | -
    """
    writer = csv.writer(stream, lineterminator="\n")
    writer.writerow(column for name in names for column in columns_of(name))
    for each in objects:
        writer.writerow(harmless(cell) for name in names for cell in cells_of(name, each[name]))


def columns_of(name: str) -> tuple[str, ...]:
    """The columns of one field."""
    if name in SPANS:
        return (name, f"{name}_start", f"{name}_end")
    if name == "published":
        return (name, "published_basis", "published_not_before", "published_not_after")
    return (name,)


def cells_of(name: str, value: Any) -> tuple[Any, ...]:
    """What stands in the columns of one field."""
    if name in SPANS:
        spans = value if isinstance(value, list) else [] if value is None else [value]
        return tuple(joined(span[part] for span in spans) for part in ("text", "start", "end"))
    if name == "published":
        return tuple(value[part] for part in ("value", "basis", "not_before", "not_after"))
    return (joined(value) if isinstance(value, list) else value,)


def joined(members: Iterable[Any]) -> Any:
    """The members of a list in one cell; the only one as it is."""
    found = list(members)
    return found[0] if len(found) == 1 else JOINT.join(map(str, found))


def harmless(cell: Any) -> Any:
    """A cell that no spreadsheet runs."""
    return f"'{cell}" if isinstance(cell, str) and cell.startswith(FORMULA_STARTS) else cell
