"""Find what stands between quotation marks of every kind.

Pairs are sought paragraph by paragraph. A quotation that is not closed runs on where the next paragraph opens with a mark
again, as newspapers print it; else the mark is taken for a slip, and costs that quotation alone.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from truce.language.paragraphs import Paragraph, find_paragraphs

# Marks that open only, close only, or do either, as the blanks around them tell.
OPENERS = "“„«‟"
CLOSERS = "”»"
DOUBLES = re.compile(
    r"""
    ``            # opening, as tokenised collections write it
    | ''          # closing, likewise; where no `` stands in the text, either
    | ["“”„«»‟＂]  # “so”, „so“, «so», "so"
    """,
    re.VERBOSE,
)
# ‘retake’, 'retake': opens before a word that no letter precedes, closes behind a word or its punctuation.
SINGLES = re.compile(
    r"""
    (?<![\w.,!?’'])[‘'‹](?=[\w“"(\[])      # the opening mark
    (?P<words>[^\n“”"«»]{2,600}?)
    (?:
        (?<=[,.!?])['’›](?!\w)             # closed behind punctuation: 'We left,'
      | (?<=[\w)\]])['’›](?![\w])          # or behind a word: 'retake'
    )
    """,
    re.VERBOSE,
)
LONGEST_SINGLE = 600  # characters; beyond it an apostrophe was taken for a mark


@dataclass(frozen=True, slots=True)
class Quotation:
    """What stands in one pair of quotation marks, the marks included, one part for each paragraph it runs over."""

    parts: tuple[tuple[int, int], ...]

    @property
    def start(self) -> int:
        """Where the opening mark stands."""
        return self.parts[0][0]

    @property
    def end(self) -> int:
        """Where the closing mark ends."""
        return self.parts[-1][1]


def find_quotations(text: str) -> tuple[Quotation, ...]:
    """The quotations of a text in order; those inside another quotation are not told apart from it.

    >>> [text[q.start:q.end] for text in ['He said “no,” then "yes".'] for q in find_quotations(text)]
    ['“no,”', '"yes"']
    """
    found: list[Quotation] = []
    running: list[tuple[int, int]] = []  # parts of a quotation still open at the end of its paragraph
    for paragraph in find_paragraphs(text):
        pairs, opened = pair_doubles(text, paragraph, runs_on=bool(running))
        if running:
            if pairs and pairs[0][0] == paragraph.start:
                found.append(Quotation((*running, pairs.pop(0))))
            elif opened == paragraph.start:
                running.append((opened, paragraph.end))
                continue
            running = []
        found += [Quotation((pair,)) for pair in pairs]
        found += [Quotation((pair,)) for pair in pair_singles(text, paragraph, pairs)]
        if opened is not None:
            running = [(opened, paragraph.end)]
    return tuple(sorted(found, key=lambda quotation: quotation.start))


def pair_doubles(text: str, paragraph: Paragraph, *, runs_on: bool) -> tuple[list[tuple[int, int]], int | None]:
    """The pairs of double marks in a paragraph, and where a last one opened that nothing closes.

    Where a quotation `runs_on` from the paragraph before, a first mark that can only close it closes it.
    """
    pairs: list[tuple[int, int]] = []
    opened: int | None = None
    for number, match in enumerate(DOUBLES.finditer(text, paragraph.start, paragraph.end)):
        side = side_of(text, match, paragraph)
        if opened is not None and text[opened] == "„" and match.group() == "“":
            side = -1  # „so“
        if opened is None:
            if runs_on and number == 0 and side < 0:
                pairs.append((paragraph.start, match.end()))
            if side >= 0:
                opened = match.start()
        elif side > 0:
            opened = match.start()  # a second opening mark: the first was a slip
        elif match.end() - opened > 2:
            pairs.append((opened, match.end()))
            opened = None
    return pairs, opened


def side_of(text: str, match: re.Match[str], paragraph: Paragraph) -> int:
    """1 for a mark that opens, -1 for one that closes, 0 where only its neighbours can tell."""
    mark = match.group()
    if mark in OPENERS or mark == "``":
        return 1
    if mark in CLOSERS or (mark == "''" and "``" in text):
        return -1
    before = text[match.start() - 1] if match.start() > paragraph.start else " "
    after = text[match.end()] if match.end() < paragraph.end else " "
    opens = (before.isspace() or before in "([—–-") and not after.isspace()
    closes = not before.isspace() and (after.isspace() or after in ".,;:!?)]—–-’'")
    return int(opens) - int(closes)


def pair_singles(text: str, paragraph: Paragraph, taken: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """The pairs of single marks in a paragraph that stand outside its double ones."""
    if "'" not in text[paragraph.start : paragraph.end] and "‘" not in text[paragraph.start : paragraph.end]:
        return []
    return [
        match.span()
        for match in SINGLES.finditer(text, paragraph.start, paragraph.end)
        if match.end() - match.start() <= LONGEST_SINGLE
        and not any(start < match.end() and match.start() < end for start, end in taken)
    ]
