"""Where the content of a claim begins, behind its cue or before it."""

from __future__ import annotations

from truce.extraction.claims.cue import Cue
from truce.extraction.claims.marks import is_quote_end, is_quote_start
from truce.extraction.phrases import (
    NOUNS,
    is_time,
    phrase_end,
    short_phrase_end,
    skip_time,
    starts_phrase,
)
from truce.extraction.reading import FINITE, Reading, Sentence
from truce.lexicons.cues import Takes

# Words that open an adverbial, not a content: «said as he left», «said while visiting».
ADVERBIAL = frozenset(
    "as when while after before because since following during amid without despite although though until where once upon".split()
)
# Prepositions that name a channel, place or day between cue and content.
BESIDE = frozenset("on in at via through during from before after to by over with".split())
# Nouns that carry a clause of their own: `responded to reports that`.
TOLD_OF = frozenset(
    "report reports claim claims suggestion suggestions allegation allegations accusation accusations news fears rumors".split()
)
LONGEST_HEARER = 6  # words of one spoken to: `told the daily Dawn that`
OPENING_LINKS = frozenset(
    "but and however meanwhile separately elsewhere also so yet still moreover furthermore nevertheless instead".split()
)


def has_content_before(reading: Reading, sentence: Sentence, cue: Cue) -> bool:
    """Whether a clause or a quotation stands before speaker and cue, set off by a comma or closed by a mark."""
    mark = cue.outer_start - 1
    if mark < sentence.start:
        return mark >= 0 and is_quote_end(reading, mark) and reading.sentence_of[mark] >= 0
    while mark > sentence.start and reading.lower[mark] in ("the", "a"):
        mark -= 1
    if is_quote_end(reading, mark):
        return True
    if reading.words[mark] not in (",", "–", "—", "--", "-"):
        return False
    first = sentence.start
    if (
        reading.tags[first] in ("IN", "VBG", "TO", "WRB")
        or reading.lower[first] in ADVERBIAL | OPENING_LINKS
        or is_time(reading, first)
    ):
        comma = next((word for word in range(first, mark) if reading.words[word] == ","), mark)
        if comma < mark or reading.lower[first] in ADVERBIAL or reading.tags[first] in ("VBG", "TO"):
            first = comma + 1
    return any(reading.tags[word] in FINITE or reading.tags[word] in ("VBN", "VB") for word in range(first, mark))


def content_start(reading: Reading, sentence: Sentence, cue: Cue) -> tuple[int | None, bool]:
    """Where the content behind a cue begins, and whether `that`, a colon or a quotation mark shows it."""
    marked = marked_start(reading, sentence, cue)
    if marked is not None:
        return marked, True
    word = skip_beside(reading, sentence, cue, cue.end)
    if (
        word is not None
        and cue.end < word < sentence.end - 1
        and reading.words[word] == ","
        and opens_clause(reading, cue, word + 1)
    ):
        word += 1
    if word is None or word >= sentence.end or reading.words[word][0] in ",.;)?!" or reading.words[word] in ("-", "–", "—", "--"):
        return None, False
    return word, False


def opens_clause(reading: Reading, cue: Cue, word: int) -> bool:
    """Whether a comma behind cue and day comes before what was said: `said Monday, the road was open`."""
    sentence = reading.sentence_at(cue.start)
    return (
        cue.outer_start <= sentence.start + 2
        and starts_phrase(reading, word)
        and any(reading.tags[later] in FINITE or reading.lower[later].endswith("ed") for later in range(word + 1, sentence.end))
    )


def marked_start(reading: Reading, sentence: Sentence, cue: Cue) -> int | None:
    """Where `that`, a colon or a quotation mark opens the content, with nothing but hearer, place and day before it."""
    hearer = any(frame.hearer for frame in cue.frames)
    for word in range(cue.end, min(sentence.end, cue.end + 30)):
        if reading.lower[word] == "that" and reading.lower[word - 1] in TOLD_OF and word > cue.end:
            return None
        if hearer and reading.lower[word] == "that" and reading.tags[word] == "IN" and word - cue.end <= LONGEST_HEARER:
            return word + 1
        if reading.lower[word] == "that" and reading.tags[word] in ("IN", "WDT", "DT", "WP") and word + 1 < sentence.end:
            if is_beside(reading, cue.end, word, hearer=hearer) and not (
                reading.tags[word] == "DT" and word == cue.end and reading.tags[word + 1] in NOUNS and noun_only(cue)
            ):
                return word + 1
            return None
        if reading.words[word] == ":" and word + 1 < sentence.end:
            return word + 1
        if is_quote_start(reading, word):
            return word if is_beside(reading, cue.end, word, hearer=hearer) else None
        if reading.tags[word] in FINITE:
            return None
    return None


def noun_only(cue: Cue) -> bool:
    """Whether a cue takes no clause."""
    return not any({Takes.CLAUSE, Takes.THAT_CLAUSE, Takes.QUOTE} & frame.takes for frame in cue.frames)


def is_beside(reading: Reading, first: int, last: int, *, hearer: bool) -> bool:
    """Whether the words between cue and content name only the hearer, the channel, the place or the day."""
    word = first
    if hearer and word < last and starts_phrase(reading, word):
        word = phrase_end(reading, word, last)
    while word < last:
        if is_time(reading, word) or reading.tags[word] in ("RB", "VBN", "VBD", "JJ") or reading.words[word] in (",", "(", ")"):
            word += 1
        elif reading.tags[word] in ("IN", "TO", "RP") and word + 1 < last and starts_phrase(reading, word + 1):
            word = max(phrase_end(reading, word + 1, last), word + 2)
        elif (reading.tags[word] == "IN" and word + 1 < last and is_time(reading, word + 1)) or (
            word > first and reading.tags[word] in ("CD", "NNP", "NN", "POS", "HYPH")
        ):
            word += 1
        else:
            return False
    return True


def skip_beside(reading: Reading, sentence: Sentence, cue: Cue, word: int) -> int | None:
    """The first word of an unmarked content, behind particle, preposition, day, channel and hearer."""
    after = frozenset().union(*(frame.after for frame in cue.frames)) if cue.frames else frozenset()
    hearer = any(frame.hearer for frame in cue.frames)
    word = skip_time(reading, word, sentence.end)
    for preposition in sorted(after, key=len, reverse=True):
        parts = tuple(preposition.split())
        if reading.lower[word : word + len(parts)] == parts:
            return skip_time(reading, word + len(parts), sentence.end)
    if hearer and word < sentence.end and starts_phrase(reading, word) and reading.tags[word] != "EX":
        return skip_hearer(reading, sentence, cue, word, after)
    for _ in range(3):
        if word >= sentence.end or reading.lower[word] not in BESIDE or reading.tags[word] not in ("IN", "TO", "RP"):
            break
        if word + 1 >= sentence.end or not starts_phrase(reading, word + 1) or reading.lower[word + 1] in ("least", "most"):
            break
        last = short_phrase_end(reading, word + 1, sentence.end)
        last = skip_time(reading, last, sentence.end)
        if last < sentence.end and (starts_phrase(reading, last) or reading.lower[last] in BESIDE or reading.tags[last] == "TO"):
            word = last
        else:
            break
    return word


def skip_hearer(reading: Reading, sentence: Sentence, cue: Cue, word: int, after: frozenset[str]) -> int | None:
    """The content behind the one spoken to; an order holds him: `warned foreigners to leave`."""
    last = short_phrase_end(reading, word, sentence.end)
    last = skip_time(reading, last, sentence.end)
    if last < sentence.end and reading.words[last] == "," and is_time(reading, last - 1):
        last += 1
    unheard = reading.tags[last] in FINITE or reading.tags[last] in ("VBG", "VBN") if last < sentence.end else False
    if unheard and cue.lemma not in ("tell", "inform"):
        return word
    if last >= sentence.end:
        return word if cue.takes_noun and cue.lemma != "tell" else None
    if reading.tags[last] == "TO" or reading.lower[last] == "not":
        return last if cue.lemma == "tell" else word
    if reading.lower[last] in after or reading.lower[last] in ("that", "how", "if", "whether", "about"):
        return last if reading.lower[last] in ("how", "if", "whether") else last + 1
    while last < sentence.end and reading.lower[last] in BESIDE | {"of"} and reading.tags[last] in ("IN", "TO"):
        last = skip_time(reading, short_phrase_end(reading, last + 1, sentence.end), sentence.end)
    if last < sentence.end and (starts_phrase(reading, last) or reading.lower[last] == "that"):
        return last + 1 if reading.lower[last] == "that" and reading.tags[last] == "IN" else last
    return None


def is_adverbial(reading: Reading, word: int) -> bool:
    """Whether the words from here only say when, where or why it was said."""
    return (
        reading.lower[word] in ADVERBIAL
        or (reading.tags[word] in ("IN", "VBG", "RB") and reading.lower[word] != "that")
        or is_time(reading, word)
    )


def is_tail(reading: Reading, sentence: Sentence, cue: Cue) -> bool:
    """Whether speaker and cue end their sentence, behind a comma."""
    first, _ = content_start(reading, sentence, cue)
    return has_content_before(reading, sentence, cue) and (first is None or is_adverbial(reading, first))
