"""The news agencies whose texts run under other outlets' names."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from truce.errors import LexiconError
from truce.lexicons.loading import FOLDER, read_groups

FILE = "agencies"


@dataclass(frozen=True, slots=True)
class AgencyLexicon:
    """Agencies by every name that bylines and credit lines give them, with the closing lines that sign their reports."""

    aliases: dict[str, str]
    signatures: tuple[tuple[re.Pattern[str], str], ...]

    def find(self, name: str) -> str | None:
        """The agency of this name, None where it is none.

        >>> read_agencies().find("the Associated Press")
        'AP'
        """
        bare = re.sub(r"^the\s+", "", name.strip(" .()[]—–-"), flags=re.IGNORECASE)
        return self.aliases.get(bare) or (self.aliases.get(bare.casefold()) if len(bare) > 4 else None)

    def signed(self, line: str) -> str | None:
        """The agency that signs its reports with such a line, None where none does."""
        return next((agency for pattern, agency in self.signatures if pattern.search(line)), None)

    @property
    def pattern(self) -> str:
        """A regular expression for any of the names, the longest first."""
        return "|".join(re.escape(alias) for alias in sorted(self.aliases, key=len, reverse=True))


@cache
def read_agencies(folder: Path = FOLDER) -> AgencyLexicon:
    """The agencies that ship with truce, or those of another folder. Raises LexiconError with file, entry and fault."""
    aliases: dict[str, str] = {}
    signatures: list[tuple[re.Pattern[str], str]] = []
    for key, group in read_groups(FILE, folder=folder).items():
        for entry in group.get("agencies", ()):
            if not entry.get("name"):
                raise LexiconError(f"{FILE}.toml", key, f"an agency needs a `name`: {entry}")
            for alias in (entry["name"], *entry.get("aliases", ())):
                if aliases.setdefault(alias, entry["name"]) != entry["name"]:
                    raise LexiconError(f"{FILE}.toml", entry["name"], f"«{alias}» is already {aliases[alias]}'s")
        signatures.extend(read_signature(key, entry) for entry in group.get("lines", ()))
    folded = {alias.casefold(): name for alias, name in aliases.items() if len(alias) > 4}
    unknown = sorted({agency for _, agency in signatures} - set(aliases.values()))
    if unknown:
        raise LexiconError(f"{FILE}.toml", unknown[0], "a signature's `agency` must be the name of an agency")
    return AgencyLexicon({**folded, **aliases}, tuple(signatures))


def read_signature(key: str, entry: dict[str, str]) -> tuple[re.Pattern[str], str]:
    """A closing line's pattern with its agency."""
    try:
        return re.compile(entry["pattern"], re.IGNORECASE), entry["agency"]
    except (KeyError, re.error) as error:
        raise LexiconError(f"{FILE}.toml", key, f"a signature needs `agency` and a sound `pattern`: {error}") from error
