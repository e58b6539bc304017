"""Read a lexicon file, or refuse it with file, entry and fault."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

from truce.errors import LexiconError

FOLDER = Path(__file__).parent


def read_groups(name: str, *, folder: Path = FOLDER) -> dict[str, dict[str, Any]]:
    """The groups of `name`.toml by their key; each group must be a table that says its `source`.

    Raises LexiconError when the file is not TOML, or a group lacks its source.
    """
    path = folder / f"{name}.toml"
    try:
        groups = tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, tomllib.TOMLDecodeError) as error:
        raise LexiconError(path.name, "the file", str(error)) from error
    for key, group in groups.items():
        if not isinstance(group, dict) or not str(group.get("source", "")).strip():
            raise LexiconError(path.name, key, "a group is a table with a `source` that says where its words come from")
    return groups
