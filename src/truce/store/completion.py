"""Names for the completion of a shell, without SQLModel: it must answer while somebody types."""

from __future__ import annotations

import sqlite3
from pathlib import Path

NAMES = """
    SELECT DISTINCT name FROM (
        SELECT name FROM actors_in_use UNION ALL
        SELECT l.name FROM aliases l JOIN actors_in_use u ON u.id = l.actor_id
    ) WHERE lower(substr(name, 1, length(:beginning))) = lower(:beginning) ORDER BY name LIMIT :limit
"""
MOST = 500  # names a shell can show


def actor_names(path: Path | str, beginning: str = "") -> list[str]:
    """Names and aliases of actors that begin so, in any case; none where there is no database to ask."""
    try:
        connection = sqlite3.connect(f"{Path(path).absolute().as_uri()}?mode=ro", uri=True, timeout=0.2)
    except sqlite3.Error:
        return []
    try:
        return [name for (name,) in connection.execute(NAMES, {"beginning": beginning, "limit": MOST})]
    except (sqlite3.Error, UnicodeEncodeError):
        return []
    finally:
        connection.close()
