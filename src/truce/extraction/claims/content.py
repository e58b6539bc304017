"""Which words are the content of a claim: before its cue, behind it, around it.

Sentence ends, commas, quotation marks and the other cues of the sentence bound a content; the parse is asked little.
"""

from __future__ import annotations

from truce.extraction.claims.cue import Cue, Range, Shape
from truce.extraction.claims.endings import range_after
from truce.extraction.claims.marks import is_quote_end, is_quote_start
from truce.extraction.claims.openings import OPENING_LINKS, content_start, has_content_before, is_adverbial, noun_only
from truce.extraction.phrases import (
    NOUNS,
    is_nominal,
    is_time,
    phrase_start,
    skip_time,
)
from truce.extraction.reading import FINITE, Reading, Sentence

PARENTHETIC = frozenset({"say", "add", "note", "argue", "explain", "tell", "warn", "insist", "state", "report"})


def find_content(reading: Reading, cue: Cue, cues: list[Cue]) -> tuple[Range, ...]:
    """The content of a cue as ranges of the text, in order; empty where it has none.

    `cues` are all those of the same sentence.
    """
    sentence = reading.sentence_at(cue.start)
    if cue.shape is Shape.ACCORDING:
        return content_of_according(reading, sentence, cue, cues)
    if cue.shape is Shape.INVERTED:
        return content_around(reading, sentence, cue, cues, None)
    if cue.shape is Shape.BY:
        return content_of_passive(reading, sentence, cue, cues)
    first, strong = content_start(reading, sentence, cue)
    if is_parenthesis(reading, sentence, cue):
        return content_around(reading, sentence, cue, cues, None)
    if cue.shape in (Shape.FINITE, Shape.QUOTED) and not noun_only(cue) and has_content_before(reading, sentence, cue):
        weak = first is None or (
            not strong and (is_adverbial(reading, first) or reading.words[cue.end] == "," or only_tail(reading, cue, first))
        )
        if weak or is_quote_end(reading, cue.outer_start - 1):
            return content_around(reading, sentence, cue, cues, first)
    if first is None:
        return content_of_relative(reading, sentence, cue, None, cues)
    return content_of_relative(reading, sentence, cue, first, cues)


def is_parenthesis(reading: Reading, sentence: Sentence, cue: Cue) -> bool:
    """Whether speaker and cue stand between commas within what was said: `The test, the army said, was a success`."""
    before, after = cue.outer_start - 1, cue.end
    if cue.shape is not Shape.FINITE or cue.lemma not in PARENTHETIC or before <= sentence.start or after + 1 >= sentence.end:
        return False
    if reading.words[before] != "," or reading.words[after] != ",":
        return False
    if any(reading.tags[word] in ("VBG", "TO") or reading.lower[word] in ("in", "on", "at") for word in (sentence.start,)):
        return False
    goes_on = any(reading.tags[word] in FINITE for word in range(after + 1, sentence.end))
    return goes_on and reading.lower[after + 1] not in ("but", "and", "adding", "saying", "citing", "quoting")


def only_tail(reading: Reading, cue: Cue, first: int) -> bool:
    """Whether no verb follows, so that what follows can be no clause: `..., officials said Friday in Gaza`."""
    sentence = reading.sentence_at(cue.start)
    return not any(reading.tags[word] in FINITE for word in range(first, sentence.end))


def content_around(reading: Reading, sentence: Sentence, cue: Cue, cues: list[Cue], first: int | None) -> tuple[Range, ...]:
    """The content before a cue, with what goes on behind it."""
    which = cue.outer_start - 2 >= sentence.start and reading.tags[cue.outer_start - 2] in ("WDT", "WP")
    before = () if which else range_before(reading, sentence, cue, cues)
    after = range_going_on(reading, sentence, cue, cues, first)
    return tuple(part for part in (*before, *after) if part[1] > part[0])


def range_before(reading: Reading, sentence: Sentence, cue: Cue, cues: list[Cue]) -> tuple[Range, ...]:
    """The clause or quotation before a cue."""
    last = cue.outer_start - 1
    while last > sentence.start and reading.lower[last] in ("the", "a"):
        last -= 1
    first = sentence.start
    if is_quote_end(reading, last):
        quotation = reading.quotations[reading.quoted[last]]
        if quotation.start < reading.starts[sentence.start]:
            return quotation.parts
        end = reading.ends[last]
    else:
        while last > first and reading.words[last] in (",", "–", "—", "--", "-"):
            last -= 1
        end = reading.ends[last]
    first = skip_links(reading, clause_start(reading, sentence, cue, cues), last)
    return ((reading.starts[first], end),)


def clause_start(reading: Reading, sentence: Sentence, cue: Cue, cues: list[Cue]) -> int:
    """Where the clause before a cue begins: the sentence's start, or behind the claim that stands before it."""
    first = sentence.start
    for other in cues:
        if other.start >= cue.start:
            break
        for word in range(cue.outer_start - 2, other.outer_end, -1):
            if (
                reading.lower[word] in ("and", "but", "while", "yet")
                and reading.tags[word] in ("CC", "IN")
                and reading.words[word - 1] in (",", ";")
            ):
                first = word + 1
                break
            if reading.words[word] == ";":
                first = word + 1
                break
    return first


def skip_links(reading: Reading, first: int, last: int) -> int:
    """Skip `But`, `Meanwhile,` and the like at the start of a clause."""
    while first < last and reading.lower[first] in OPENING_LINKS:
        first += 2 if reading.words[first + 1] == "," else 1
    return first


def range_going_on(reading: Reading, sentence: Sentence, cue: Cue, cues: list[Cue], first: int | None) -> tuple[Range, ...]:
    """The rest of a content that its cue interrupts: `"We left," he said, "at dawn."`."""
    word = cue.outer_end
    if first is not None and is_quote_start(reading, first) and first >= word:
        return (range_after(reading, sentence, cue, cues, first),)
    word = skip_time(reading, word, sentence.end)
    while word < sentence.end and reading.words[word] in (",", ":", ".", "—", "–", "--"):
        word += 1
    if word < sentence.end and is_quote_start(reading, word):
        return (range_after(reading, sentence, cue, cues, word),)
    interrupted = cue.outer_end < sentence.end and reading.words[cue.outer_end] == "," and word < sentence.end
    if interrupted and not is_adverbial(reading, word) and not is_quote_end(reading, cue.outer_start - 1):
        before = range(sentence.start, cue.outer_start)
        goes_on = reading.tags[word] in FINITE or (
            any(reading.tags[later] in FINITE for later in range(word, sentence.end))
            and not any(reading.tags[early] in FINITE for early in before)
        )
        if goes_on and not any(other.start == word for other in cues) and reading.tags[word] not in ("WP", "WDT", "CC"):
            return (range_after(reading, sentence, cue, cues, word),)
    return ()


def content_of_according(reading: Reading, sentence: Sentence, cue: Cue, cues: list[Cue]) -> tuple[Range, ...]:
    """The content of `according to`: the rest of the sentence when it opens it, else what stands before."""
    word = cue.outer_end
    opens = all(
        reading.lower[early] in OPENING_LINKS or reading.words[early] == "," or reading.tags[early] == "RB"
        for early in range(sentence.start, cue.start)
    )
    if opens:
        while word < sentence.end and reading.words[word] != ",":
            word += 1
        word += 1
        return (range_after(reading, sentence, cue, cues, word),) if word < sentence.end else ()
    return content_around(reading, sentence, cue, cues, None)


def content_of_passive(reading: Reading, sentence: Sentence, cue: Cue, cues: list[Cue]) -> tuple[Range, ...]:
    """What was claimed, demanded or announced by someone: the subject of the passive, with what follows the speaker."""
    last = cue.start - 1
    while last > sentence.start and not (is_nominal(reading, last) and not is_time(reading, last)):
        if (
            reading.tags[last] in ("VBD", "VBZ", "VBP", "VBN", "RB", "MD", "VB")
            or is_time(reading, last)
            or reading.words[last] in (",")
        ):
            last -= 1
        else:
            return ()
    first = phrase_start(reading, last, sentence.start)
    if first > sentence.start and reading.lower[first - 1] == "whose":
        first -= 1
    parts = [(reading.starts[first], reading.ends[last])]
    if cue.outer_end < sentence.end and reading.tags[cue.outer_end] == "TO":
        parts.append(range_after(reading, sentence, cue, cues, cue.outer_end))
    return tuple(parts)


def content_of_relative(reading: Reading, sentence: Sentence, cue: Cue, first: int | None, cues: list[Cue]) -> tuple[Range, ...]:
    """The content behind a cue, with the noun it is said of: `a strike, which Israel blamed on the group`."""
    parts: list[Range] = []
    before = cue.outer_start - 1
    of_noun = noun_only(cue) or (first is None and cue.takes_noun)
    if cue.shape is Shape.FINITE and of_noun and before > sentence.start:
        linked = reading.lower[before] in ("which", "that", "whom")
        last = before - 1 if linked else before
        if reading.words[last] == ",":
            last -= 1
        noun = last
        while noun > sentence.start and (is_time(reading, noun) or reading.lower[noun] in ("on", "in", "late", "early")):
            noun -= 1
        if (linked or (first is None and reading.tags[before] in NOUNS)) and is_nominal(reading, noun):
            parts.append((reading.starts[phrase_start(reading, noun, sentence.start)], reading.ends[last]))
    if first is not None:
        parts.append(range_after(reading, sentence, cue, cues, first))
    return tuple(part for part in parts if part[1] > part[0])
