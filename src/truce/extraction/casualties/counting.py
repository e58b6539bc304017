"""Whether a number counts people: no year, day, age, amount, time or part of a word."""

from __future__ import annotations

from truce.extraction.reading import Reading
from truce.language.numbers import Quantity, number_lexicon

HYPHENS = frozenset({"-", "–", "‑"})
MONTHS = frozenset(
    """january february march april may june july august september october november december
    jan feb mar apr jun jul aug sep sept oct nov dec""".split()
)
YEARS = range(1900, 2100)
OLDEST = 120  # years
CURRENCIES = frozenset({"$", "€", "£", "no.", "#"})
# What has a number for a name: `Resolution 1701`, `Flight 103`, `the Group of 7`.
NUMBERED = frozenset({"resolution", "flight", "chapter", "article", "g", "unit", "number", "group", "aged"})
DATING = frozenset({"in", "since", "of", "from", "until", "by", "during", "late", "early", "mid", ","})


def counts_people(reading: Reading, quantity: Quantity, start: int, end: int) -> bool:
    """Whether a number of the sentence from `start` to `end` can count people."""
    if quantity.is_one:
        return True
    following = reading.lower[quantity.last] if quantity.last < end else ""
    before = reading.lower[quantity.outer - 1] if quantity.outer > start else ""
    return not (
        is_amount(reading, quantity, before, following)
        or is_day(reading, quantity, before, following)
        or is_clock(reading, quantity, before, following)
        or (before == "," and is_age(reading, quantity, following, start))
    )


def is_amount(reading: Reading, quantity: Quantity, before: str, following: str) -> bool:
    """Money, miles, a number that names something, or one that is part of a word."""
    if following in number_lexicon().units or before in CURRENCIES or following == "%" or before in NUMBERED:
        return True
    if following in HYPHENS or following == "o'clock":
        return True
    return before in HYPHENS and reading.ends[quantity.outer - 1] == reading.starts[quantity.outer]


def is_day(reading: Reading, quantity: Quantity, before: str, following: str) -> bool:
    """A day of a month or a year."""
    word, value = reading.words[quantity.first], quantity.value
    if before in MONTHS or (following in MONTHS and value is not None and value <= 31 and quantity.last - quantity.first == 1):
        return True
    if not word.isdecimal():
        return False
    is_date = reading.names[quantity.first] == "DATE"
    if len(word) == 4 and value in YEARS and (is_date or before in DATING):
        return True
    is_noun = quantity.last < len(reading.tags) and reading.tags[quantity.last].startswith(("NN", "JJ"))
    return is_date and not (is_noun and reading.names[quantity.last] != "DATE")


def is_clock(reading: Reading, quantity: Quantity, before: str, following: str) -> bool:
    """A time of day: `10:30`."""
    is_plain = ":" in (following, before) and reading.words[quantity.first].isdecimal()
    return is_plain and quantity.last < len(reading.starts) and reading.starts[quantity.last] == reading.ends[quantity.first]


def is_age(reading: Reading, quantity: Quantity, following: str, start: int) -> bool:
    """The age of the person named before: `a woman, 61, and`."""
    value = quantity.value
    is_plain = quantity.last - quantity.first == 1 and reading.words[quantity.first].isdecimal()
    if not is_plain or value is None or value > OLDEST or quantity.first - 2 < start:
        return False
    return following in (",", ".", ")", "") and reading.tags[quantity.first - 2] in ("NN", "NNP")
