"""Counts in English words: `at least 1,754`, `dozens`, `between 5 and 7` become bounds with a qualifier.

Works on the words of a sentence in small letters, so that whoever has tokens needs no second reading of the text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache

from truce.lexicons.number_words import NumberLexicon, read_number_words
from truce.records import Qualifier

FIGURE = re.compile(
    r"""
    (?P<whole>\d{1,3}(?:,\d{3})+ | \d{1,3}(?:[.]\d{3}){2,} | \d{1,9})   # 1,754   1.200.000   43
    (?P<part>[.]\d{1,3})?                                               # 1.7 (million)
    (?P<scale>m|mn|bn|k)?                                               # 1.7m
    (?P<open>[+])?                                                      # 100+
    """,
    re.VERBOSE,
)
SHORT_SCALES = {"m": 1_000_000, "mn": 1_000_000, "bn": 1_000_000_000, "k": 1_000}
ORDINAL = re.compile(r"(\d{1,4})(?:st|nd|rd|th)")
SMALL_ORDINALS = "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth".split()
NUMBER_WORDS = frozenset(
    """one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen
    nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred thousand million billion""".split()
)
TENS = frozenset("twenty thirty forty fifty sixty seventy eighty ninety".split())
UNITS = frozenset("one two three four five six seven eight nine".split())
HYPHENS = frozenset("-‐‑–")
LONGEST_PHRASE = 5  # words of the longest qualifier or vague phrase
LARGEST = 10**12  # beyond any count of people


@dataclass(frozen=True, slots=True)
class Quantity:
    """A count by the words `first` to `last` (not included); its qualifier begins at `outer` and may end at `end`.

    `low` and `high` are None where open. `is_one` marks `a`, `an` and `another`.
    """

    outer: int
    first: int
    last: int
    end: int
    low: int | None
    high: int | None
    qualifier: Qualifier = Qualifier.EXACT
    is_one: bool = False

    @property
    def value(self) -> int | None:
        """The number itself, before it is bound."""
        return self.low if self.low is not None else self.high


@cache
def number_lexicon() -> NumberLexicon:
    """The number words that ship with truce, read once."""
    return read_number_words()


def find_quantities(words: Sequence[str], *, start: int = 0, stop: int | None = None) -> list[Quantity]:
    """The counts among the words (in small letters) from `start` to `stop`, in order, none within another.

    >>> [(q.low, q.high, q.qualifier.value) for q in find_quantities("at least 1,754 died and dozens fled".split())]
    [(1754, None, 'at_least'), (24, None, 'vague')]
    """
    lexicon = number_lexicon()
    stop = len(words) if stop is None else stop
    found: list[Quantity] = []
    word = start
    while word < stop:
        word = skip_qualifiers(words, word, stop, lexicon)
        bare = read_count(words, word, stop, lexicon)
        if bare is None:
            word += 1
            continue
        bare = join_range(words, bare, start, stop, lexicon)
        floor = found[-1].end if found else start
        quantity = bind(words, bare, floor, stop, lexicon)
        found.append(quantity)
        word = max(quantity.end, word + 1)
    return found


def read_count(words: Sequence[str], word: int, stop: int, lexicon: NumberLexicon) -> Quantity | None:
    """The count that begins with this word, not yet bound by a qualifier."""
    return (
        vague_count(words, word, stop, lexicon)
        or multiple(words, word, stop, lexicon)
        or number(words, word, stop, lexicon)
        or indefinite(words, word, lexicon)
    )


def skip_qualifiers(words: Sequence[str], word: int, stop: int, lexicon: NumberLexicon) -> int:
    """The word of a count that qualifiers from here on lead to, else this word: `as many as 300`, `another 12`."""
    if words[word] not in lexicon.openings:
        return word
    for length in range(min(LONGEST_PHRASE, stop - word - 1), 0, -1):
        if tuple(words[word : word + length]) in lexicon.before:
            target = skip_qualifiers(words, word + length, stop, lexicon)
            count = read_count(words, target, stop, lexicon)
            if count is not None and not (count.is_one and words[word] in lexicon.indefinite):
                return target
    return word


def vague_count(words: Sequence[str], word: int, stop: int, lexicon: NumberLexicon) -> Quantity | None:
    """`dozens`, `tens of thousands`, `a number of`, `half a dozen`."""
    if words[word] not in lexicon.vague_openings:
        return None
    for length in range(min(LONGEST_PHRASE, stop - word), 0, -1):
        phrase = tuple(words[word : word + length])
        if phrase in lexicon.vague:
            low = lexicon.vague[phrase]
            last = word + length
            if phrase == ("several",) and last < stop and words[last] in lexicon.multiples:
                return Quantity(word, word, last + 1, last + 1, 3 * lexicon.multiples[words[last]], None, Qualifier.VAGUE)
            if phrase[-1] in ("number", "numbers"):
                if last >= stop or words[last] != "of":
                    continue
                last += 1
            return Quantity(word, word, last, last, low, None, Qualifier.VAGUE)
        if phrase in lexicon.fixed:
            return Quantity(word, word, word + length, word + length, lexicon.fixed[phrase], None, Qualifier.VAGUE)
    return None


def multiple(words: Sequence[str], word: int, stop: int, lexicon: NumberLexicon) -> Quantity | None:
    """`two dozen`, `a few hundred`, `a million`."""
    last, times = word + 1, None
    if words[word] == "half" and words[last : last + 1] and words[last] in ("a", "one"):
        return half_of(words, word, stop, lexicon)
    if words[word] == "a" and last + 1 < stop and words[last] == "few":
        last, times = last + 1, 3
    elif words[word] in ("a", "an", "one"):
        times = 1
    elif words[word] in NUMBER_WORDS or words[word].isdecimal():
        times = small_number(words[word])
    if times is None or last >= stop or words[last] not in lexicon.multiples:
        return None
    scale = words[last]
    if scale not in ("dozen", "score") and words[word] not in ("a", "an"):
        return None  # a plain number
    is_loose = scale in ("dozen", "score") or words[last - 1] == "few"
    value = times * lexicon.multiples[scale]
    qualifier = Qualifier.VAGUE if is_loose else Qualifier.EXACT
    return Quantity(word, word, last + 1, last + 1, value, None if is_loose else value, qualifier)


def half_of(words: Sequence[str], word: int, stop: int, lexicon: NumberLexicon) -> Quantity | None:
    """`half a million`."""
    scale = lexicon.multiples.get(words[word + 2]) if word + 2 < stop else None
    if scale is None or scale < 1000:
        return None
    return Quantity(word, word, word + 3, word + 3, scale // 2, scale // 2)


def number(words: Sequence[str], word: int, stop: int, lexicon: NumberLexicon) -> Quantity | None:
    """A figure or number words, with a scale behind: `1.7 million`, `twenty-three`, `30-thousand`, `300 000`."""
    value: float | None
    match = FIGURE.fullmatch(words[word])
    last, is_open = word + 1, False
    if match:
        whole = re.sub(r"[.,]", "", match["whole"])
        value, is_open = int(whole) + float(match["part"] or 0), bool(match["open"])
        value *= SHORT_SCALES.get(match["scale"] or "", 1)
        value, last = add_scales(words, value, last, stop, lexicon)
        if last == word + 1 and match["part"]:
            return None
    elif words[word] in NUMBER_WORDS or "-" in words[word]:
        value, last = spelled(words, word, stop)
    else:
        return None
    if value is None or not 1 <= value < LARGEST:
        return None
    whole_value = round(value)
    if is_open or (last < stop and words[last] == "+"):
        end = last if is_open else last + 1
        return Quantity(word, word, last, end, whole_value, None, Qualifier.AT_LEAST)
    return Quantity(word, word, last, last, whole_value, whole_value)


def add_scales(words: Sequence[str], value: float, last: int, stop: int, lexicon: NumberLexicon) -> tuple[float, int]:
    """A figure with what multiplies it: `1.7 million`, `30-thousand`, `300 000`."""
    following = last + 1 if last + 1 < stop and words[last] in HYPHENS else last
    if following < stop and words[following] in lexicon.scales:
        return value * lexicon.scales[words[following]], following + 1
    if last < stop and value < 1000 and re.fullmatch(r"\d{3}", words[last]) and value == int(value):
        return value * 1000 + int(words[last]), last + 1
    return value, last


def spelled(words: Sequence[str], word: int, stop: int) -> tuple[float | None, int]:
    """The value of number words in a row, and where they end; the longest row that makes one number."""
    row: list[str] = []
    ends: list[int] = []
    position = word
    while position < stop:
        if words[position] in NUMBER_WORDS or (not row and all(part in NUMBER_WORDS for part in words[position].split("-"))):
            row.append(words[position].replace("-", " "))
        elif (words[position] in HYPHENS or words[position] == "and") and row and joins(words, position, stop):
            row.append("and" if words[position] == "and" else "")
        else:
            break
        position += 1
        ends.append(position)
    while row:
        value = small_number(" ".join(part for part in row if part)) if row[-1] not in ("", "and") else None
        if value is not None:
            return value, ends[len(row) - 1]
        row.pop()
    return None, word + 1


def joins(words: Sequence[str], position: int, stop: int) -> bool:
    """Whether a hyphen or `and` stands within a number: `twenty-three`, `a hundred and five`."""
    if position + 1 >= stop or words[position + 1] not in NUMBER_WORDS:
        return False
    if words[position] == "and":
        return words[position - 1] in ("hundred", "thousand")
    return (words[position - 1] in TENS and words[position + 1] in UNITS) or words[position + 1] in (
        "thousand",
        "million",
        "hundred",
    )


@cache
def small_number(text: str) -> int | None:
    """The number that words or digits stand for, None where they make none."""
    from text_to_num import text2num

    if text.isdecimal():
        return int(text) if len(text) < 10 else None
    try:
        return int(text2num(text, "en"))
    except ValueError:
        return None


def indefinite(words: Sequence[str], word: int, lexicon: NumberLexicon) -> Quantity | None:
    """`a`, `an`, `another`: one."""
    if words[word] not in lexicon.indefinite:
        return None
    return Quantity(word, word, word + 1, word + 1, 1, 1, is_one=True)


def join_range(words: Sequence[str], count: Quantity, start: int, stop: int, lexicon: NumberLexicon) -> Quantity:
    """The count with its other end, where it is a range: `5 to 7`, `between 5 and 7`, `200-300`, `five or six`."""
    if count.qualifier is not Qualifier.EXACT or count.is_one or count.end + 1 >= stop:
        return count
    link = words[count.end]
    between = count.first > start and words[count.first - 1] == "between"
    if count.first > start and words[count.first - 1] == "from":
        return count  # from 40 to 43: two counts
    if not (link in ("to", "or") or link in HYPHENS or (between and link == "and")):
        return count
    other = number(words, count.end + 1, stop, lexicon)
    if other is None or other.qualifier is not Qualifier.EXACT or other.low is None or count.low is None:
        return count
    low = count.low
    if other.low > low and words[other.last - 1] in lexicon.scales and low < lexicon.scales[words[other.last - 1]] <= other.low:
        low *= lexicon.scales[words[other.last - 1]] if low < 1000 and words[count.last - 1] not in lexicon.scales else 1
    if low >= other.low or (link == "to" and not between and other.low > 20 * low):
        return count
    outer = count.first - 1 if between else count.first
    return Quantity(outer, count.first, other.last, other.end, low, other.low, Qualifier.RANGE)


def bind(words: Sequence[str], count: Quantity, floor: int, stop: int, lexicon: NumberLexicon) -> Quantity:
    """The count with the qualifier before or behind it."""
    before = qualifier_before(words, count.outer, floor, lexicon)
    after = qualifier_after(words, count.end, stop, lexicon)
    if count.qualifier is Qualifier.RANGE:
        return replace(count, outer=before[0]) if before else count
    if before is None and after is None:
        return count
    if before is not None and before[1] is Qualifier.EXACT:
        beyond = qualifier_before(words, before[0], floor, lexicon)  # at least another 12
        before = beyond or before
    outer = before[0] if before else count.outer
    end = after[1] if after and (before is None or before[1] is Qualifier.EXACT) else count.end
    kind = before[1] if before and before[1] is not Qualifier.EXACT else (after[0] if after else Qualifier.EXACT)
    return replace(bound(count, kind), outer=outer, end=end)


def bound(count: Quantity, kind: Qualifier) -> Quantity:
    """The count with bounds after its qualifier; a vague word keeps its low bound unless a lower word binds it."""
    value = count.value
    if count.is_one and kind is not Qualifier.EXACT:
        return count
    if kind is Qualifier.EXACT or value is None:
        return count
    if count.qualifier is Qualifier.VAGUE:
        return replace(count, qualifier=kind) if kind in (Qualifier.AT_LEAST, Qualifier.MORE_THAN) else count
    if kind in (Qualifier.AT_LEAST, Qualifier.MORE_THAN):
        return replace(count, low=value, high=None, qualifier=kind)
    if kind is Qualifier.UP_TO:
        return replace(count, low=None, high=value, qualifier=kind)
    return replace(count, qualifier=kind)


def qualifier_before(words: Sequence[str], word: int, floor: int, lexicon: NumberLexicon) -> tuple[int, Qualifier] | None:
    """The longest qualifier that ends right before this word: where it begins, and its kind."""
    for length in range(min(LONGEST_PHRASE, word - floor), 0, -1):
        kind = lexicon.before.get(tuple(words[word - length : word]))
        if kind is not None:
            return word - length, kind
    return None


def qualifier_after(words: Sequence[str], word: int, stop: int, lexicon: NumberLexicon) -> tuple[Qualifier, int] | None:
    """The longest qualifier that begins with this word: its kind, and where it ends."""
    for length in range(min(3, stop - word), 0, -1):
        kind = lexicon.after.get(tuple(words[word : word + length]))
        if kind is not None:
            return kind, word + length
    return None


def ordinal(word: str) -> int | None:
    """The number of an ordinal.

    >>> ordinal("21st"), ordinal("third"), ordinal("north")
    (21, 3, None)
    """
    match = ORDINAL.fullmatch(word)
    if match:
        return int(match[1])
    return SMALL_ORDINALS.index(word) + 1 if word in SMALL_ORDINALS else None


def quantities_in(text: str) -> Iterator[tuple[str, int | None, int | None, str]]:
    """Counts of a plain text, for looking at them: the words, low, high and qualifier."""
    words = re.findall(r"[\w.,'’+]*[\w+]|[-–]", text.lower())
    for found in find_quantities(words):
        yield " ".join(words[found.first : found.last]), found.low, found.high, found.qualifier.value
