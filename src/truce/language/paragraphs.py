"""Where the paragraphs of a raw text are."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise

# BEIRUT (AP) —, GAZA CITY, Oct. 7 (Reuters) -, KABUL, Afghanistan —: a town in capitals, then agency or day, then a dash.
DATELINE = re.compile(
    r"""
    [ \t"“]*
    (?:[A-Z][A-Z'’.-]+(?:[ ][A-Z'’.-]{2,})*            # the town, in capitals
       (?:[,/][ ]?(?:[A-Z][\w'’.-]*[ ]?){1,3}          # its country or a second town
       )?
       (?:,?[ ]\(?(?:[A-Z][a-z]{2,8}\.?[ ]\d{1,2}       # the day, perhaps with its year
                    |\d{1,2}[ ][A-Z][A-Za-z]{2,8}\.?)(?:,?[ ](?:[12]\d)?\d\d)?\)?)?
       (?:[ ]*\([A-Z][\w/ .-]{1,30}\))?                 # the agency
     |
       [A-Z][\w'’-]+(?:[ ,]+[A-Z][\w'’.-]+){0,3}        # a town in ordinary letters,
       (?:,[ ](?:[A-Z][a-z]{2,8}\.?[ ]\d{1,2}|\d{1,2}[ ][A-Z][A-Za-z]{2,8}\.?)(?:,?[ ](?:[12]\d)?\d\d)?)?[ ]  # perhaps a day,
       \((?:AP|AFP|Reuters|REUTERS|Xinhua|UPI|CNN|EFE|DPA|dpa|ANSA|IRIN|Bloomberg)\)  # and always a known agency
    )
    [ ]*(?:--|—|–|-|_|:)[ \t]+
    """,
    re.VERBOSE,
)
# A collection that breaks its lines at a fixed width: most lines end within this many characters of the longest.
WRAP_SLACK = 18
WRAP_WIDTHS = range(40, 101)


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A run of text without a paragraph break: `text[start:end]`; a dateline, if any, ends at `dateline_end`."""

    start: int
    end: int
    dateline_end: int


def find_paragraphs(text: str) -> list[Paragraph]:
    """The paragraphs of a text, in order, without the blanks around them.

    A line break ends a paragraph, unless the text is broken at a fixed width, where only an empty line or an
    indented one does.
    """
    pattern = r"\n[ \t\r]*\n\s*|\n(?=[ \t]{2,})" if is_hard_wrapped(text) else r"\s*\n\s*"
    found, position = [], 0
    for match in [*re.finditer(pattern, text), None]:
        end = match.start() if match else len(text)
        start = position
        while start < end and text[start].isspace():
            start += 1
        while end > start and text[end - 1].isspace():
            end -= 1
        if start < end:
            dateline = DATELINE.match(text, start, end)
            found.append(Paragraph(start, end, dateline.end() if dateline else start))
        position = match.end() if match else len(text)
    return found


def is_hard_wrapped(text: str) -> bool:
    """Whether the lines are broken at a fixed width, so that a line break is only a blank.

    >>> is_hard_wrapped("One line.\\nAnother paragraph.")
    False
    """
    lines = [line.rstrip() for line in text.split("\n")]
    inner = [line for line, following in pairwise(lines) if line and following]
    if len(inner) < 4:
        return False
    widest = max(len(line) for line in inner)
    if widest not in WRAP_WIDTHS:
        return False
    full = sum(len(line) >= widest - WRAP_SLACK for line in inner)
    broken = sum(not line.endswith((".", "!", "?", "”", '"', ":")) for line in inner)
    return full >= 0.7 * len(inner) and broken >= 0.6 * len(inner)
