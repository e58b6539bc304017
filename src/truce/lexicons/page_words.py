"""Read the lines that stand around a story on a saved page."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from truce.errors import LexiconError
from truce.lexicons.loading import FOLDER, read_groups

FILE = "page_words"
BEFORE = r"[\s•·*»›>|–—-]*"  # bullets, dashes and bars before the first letter
BEHIND = r"[\s»›>|:–—-]*"


@dataclass(frozen=True)
class PageLexicon:
    """For each kind of line a pattern that the whole line matches."""

    patterns: Mapping[str, re.Pattern[str]]

    def kind_of(self, line: str) -> str | None:
        """The kind of a line that is no part of the story, None for any other.

        >>> read_page_words().kind_of("• Advertisement")
        'advert'
        """
        return next((kind for kind, pattern in self.patterns.items() if pattern.fullmatch(line)), None)


def read_page_words(folder: Path = FOLDER) -> PageLexicon:
    """The lines that ship with truce; LexiconError names file, entry and fault of a bad one."""
    patterns = {}
    for kind, group in read_groups(FILE, folder=folder).items():
        lines = group.get("lines", [])
        for line in lines:
            try:
                re.compile(line)
            except re.error as error:
                raise LexiconError(f"{FILE}.toml", line, f"no regular expression: {error}") from error
        alternatives = "|".join(line.replace("…?", ".*").replace("…", ".+") for line in lines)
        patterns[kind] = re.compile(f"{BEFORE}(?:{alternatives}){BEHIND}", re.IGNORECASE)
    return PageLexicon(patterns)
