"""The lines of printed pages become paragraphs again, with the offset at which each page begins."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable

# A line that opens something new: a bullet, a number, a heading in capitals.
OPENING = re.compile(r"^(?:[•●▪■◦‣*–—-]\s|\(?\d{1,2}[.)]\s|\(?[a-z]\)\s)")
CLOSED = re.compile(r"[.!?:;][\"”’)\]]*$")
HYPHEN = re.compile(r"(?<=[a-z])[-\u00ad\u2010]$")
FULL_LINE = 0.75  # of the widest line: a shorter one, if its sentence is closed, ends a paragraph
RUNNING = 0.5  # of the pages: a first or last line on so many is a running head or foot
EDGE = 3  # lines at the top and bottom of a page in which heads and feet stand


def join_pages(pages: Iterable[str]) -> tuple[str, tuple[int, ...]]:
    """The text of a document from the text of its pages, and where in it each page begins.

    Lines that the page's width broke are joined, words that it hyphenated too, running heads and page numbers are left
    out, and a sentence that runs over the page's end stays whole.
    """
    texts = list(pages)
    lines = [[line.strip() for line in text.splitlines()] for text in texts]
    running = find_running(lines)
    width = widest([line for page in lines for line in page])
    text, starts = "", []
    for page in lines:
        kept = [line for place, line in enumerate(page) if not (is_edge(place, page) and fold(line) in running)]
        body = join_lines(kept, width)
        if text and body:
            runs_on = not CLOSED.search(text) and body[0].islower()
            text = HYPHEN.sub("", text) if runs_on and HYPHEN.search(text) else text + (" " if runs_on else "\n\n")
        starts.append(len(text))
        text += body
    return text, tuple(starts)


def join_lines(lines: list[str], width: int) -> str:
    """The paragraphs of a page, an empty line between them."""
    paragraphs: list[str] = []
    previous = ""
    for line in lines:
        if line and previous and paragraphs and not is_break(previous, line, width, in_item=bool(OPENING.match(paragraphs[-1]))):
            joined = (
                HYPHEN.sub("", paragraphs[-1]) if HYPHEN.search(paragraphs[-1]) and line[0].islower() else f"{paragraphs[-1]} "
            )
            paragraphs[-1] = joined + line
        elif line:
            paragraphs.append(line)
        previous = line
    return "\n\n".join(" ".join(paragraph.split()) for paragraph in paragraphs)


def is_break(line: str, following: str, width: int, *, in_item: bool) -> bool:
    """Whether a paragraph ends between two lines; in an item of a list, with any sentence that ends at a line's end."""
    if OPENING.match(following) or (in_item and CLOSED.search(line) and following[:1].isupper()):
        return True
    is_short = len(line) < FULL_LINE * width
    return is_short and (bool(CLOSED.search(line)) or not following[:1].islower())


def widest(lines: list[str]) -> int:
    """The width of the column: nine of ten lines are no longer."""
    lengths = sorted(len(line) for line in lines if line)
    return lengths[int(0.9 * (len(lengths) - 1))] if lengths else 0


def find_running(pages: list[list[str]]) -> set[str]:
    """The folded lines that stand at the edge of so many pages that they are heads or feet."""
    if len(pages) < 3:
        return set()
    seen = Counter(
        line for page in pages for line in {fold(line) for place, line in enumerate(page) if line and is_edge(place, page)}
    )
    return {line for line, count in seen.items() if count > max(2, RUNNING * len(pages))}


def is_edge(place: int, page: list[str]) -> bool:
    """Whether a line is among the first or last of its page."""
    return place < EDGE or place >= len(page) - EDGE


def fold(line: str) -> str:
    """A line for comparing heads and feet: the number of the page does not count."""
    return re.sub(r"\d+", "0", line).casefold()
