"""The agency that stands behind a text, whoever publishes it."""

from __future__ import annotations

import re
from functools import cache

from truce.lexicons.agencies import read_agencies

FIRST, LAST = 6, 8  # paragraphs in which datelines, and in which credit lines stand
SHORT = 90  # characters; a credit line is no longer


def find_agency(text: str, authors: tuple[str, ...] = (), publisher: str | None = None) -> str | None:
    """The agency by byline, dateline, credit line or signature; else the publisher, where that is an agency itself.

    Not one that only contributed (`with inputs from AFP`): the text is then the outlet's own.

    >>> find_agency("CAIRO, March 3 (Xinhua) -- Talks went on.")
    'Xinhua'
    """
    paragraphs = [line.strip() for line in text.split("\n") if line.strip()]
    return (
        by_byline(authors, paragraphs[:FIRST])
        or by_dateline(paragraphs[:FIRST])
        or by_credit(paragraphs[-LAST:])
        or (read_agencies().find(publisher) if publisher else None)
    )


def by_byline(authors: tuple[str, ...], opening: list[str]) -> str | None:
    """The agency among the authors: by itself, or before a job as in `AP Diplomatic Writer`."""
    bylines = [line.removeprefix("By ") for line in opening if line.startswith("By ") and len(line) <= SHORT]
    for name in (*authors, *(piece for line in bylines for piece in re.split(r",| and | - |\|", line))):
        if found := read_agencies().find(name):
            return found
        job = re.match(
            r"(?P<agency>AP|AFP|Reuters|Associated Press)\s+(?:[A-Z]\w+\s+)*(?:Writer|Correspondent|Reporter|Staff|Editor)s?$",
            name,
        )
        if job:
            return read_agencies().find(job["agency"])
    return None


def by_dateline(opening: list[str]) -> str | None:
    """The agency in brackets before the dash of a dateline, `BEIRUT (AP) —`, or right after it, `Gaza - AFP -`."""
    for line in opening:
        if match := dateline().match(line):
            return read_agencies().find(match["agency"])
    return None


@cache
def dateline() -> re.Pattern[str]:
    """The beginning of a report with its agency."""
    return re.compile(
        rf"""
        [^.!?;:“”"()]{{0,60}}?                       # the town, perhaps with a country
        (?:[A-Z][a-z]{{2,8}}\.?\s\d{{1,2}}(?:,\s\d{{4}})?\s*)?  # the day; the stop of `Oct.` may stand in it
        (?:
           \(\s*(?P<agency>{read_agencies().pattern})(?:/[^)]{{0,30}})?\s*\)\s*(?:--|—|–|-|_|:|\s)
        )
        """,
        re.VERBOSE,
    )


def by_credit(closing: list[str]) -> str | None:
    """The agency in a closing line of its own: `AFP`, `— Reuters`, `Source: Xinhua`, `© AFP 2024`, or its signature."""
    for line in reversed(closing):
        if found := read_agencies().signed(line):
            return found
        if len(line) <= SHORT:
            bare = re.sub(
                r"^(?:source|credit|via|agency|copyright|©|\(c\))\s*[:\s]\s*|\s*\(?\d{4}\)?$|\.$", "", line, flags=re.IGNORECASE
            )
            if found := read_agencies().find(bare):
                return found
    return None
