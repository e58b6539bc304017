"""What a person types into a search, made safe for FTS5."""

from __future__ import annotations

import re
from collections.abc import Iterable

TERM = re.compile(
    r"""
    "([^"]*)"        # words in quotation marks stand together
    | ([^\s"]+)      # else each word stands for itself
    """,
    re.VERBOSE,
)
MATCHES_NOTHING = '""'


def words_query(typed: str, *, column: str | None = None) -> str:
    """All words, in any order; `"cease fire"` as a phrase, `Hezb*` as a beginning. Nothing else is special.

    >>> words_query('truce "senior official" Leban* AND')
    '"truce" "senior official" "Leban"* "AND"'
    """
    terms = []
    for phrase, word in TERM.findall(typed):
        is_beginning = len(word) > 1 and word.endswith("*")
        terms.append(quoted(phrase or word.removesuffix("*")) + ("*" if is_beginning else ""))
    query = " ".join(term for term in terms if re.search(r"\w", term)) or MATCHES_NOTHING
    return f"{column} : ({query})" if column else query


def any_phrase(phrases: Iterable[str]) -> str:
    """Any one of several phrases."""
    return " OR ".join(quoted(phrase) for phrase in phrases if re.search(r"\w", phrase)) or MATCHES_NOTHING


def quoted(words: str) -> str:
    """Words as a string of FTS5."""
    return '"' + words.replace('"', '""').replace("\0", " ") + '"'
