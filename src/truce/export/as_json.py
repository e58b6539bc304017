"""Objects as JSON: one array, an object a line; or JSON Lines."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any, TextIO


def write_json(objects: Iterable[dict[str, Any]], stream: TextIO) -> None:
    """One array of objects, each on a line of its own, so that it can be read, searched and compared by line.

    >>> import sys
    >>> write_json([{"id": 1}, {"id": 2}], sys.stdout)
    [{"id": 1},
     {"id": 2}]
    """
    opening = "["
    for each in objects:
        stream.write(f"{opening}{to_line(each)}")
        opening = ",\n "
    stream.write("[]\n" if opening == "[" else "]\n")


def write_jsonl(objects: Iterable[dict[str, Any]], stream: TextIO) -> None:
    """One object a line."""
    for each in objects:
        stream.write(f"{to_line(each)}\n")


def to_line(each: dict[str, Any]) -> str:
    """An object on one line, letters of every script as they are."""
    return json.dumps(each, ensure_ascii=False)
