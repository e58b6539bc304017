"""Noun phrases by the words beside a cue, so that one wrong arc of the parse does not lose a speaker."""

from __future__ import annotations

from truce.extraction.reading import Reading

NOUNS = frozenset({"NN", "NNS", "NNP", "NNPS"})
NOMINAL = NOUNS | {"CD", "PRP", "JJ", "JJR", "JJS", "POS", "HYPH", "FW", "$", "AFX", "ADD", "SYM"}
DETERMINERS = frozenset({"DT", "PRP$", "PDT"})
# Prepositions that tie a noun to the one before it: «officials in Gaza», «a spokesman for the army».
TYING = frozenset({"of", "in", "for", "from", "at", "with", "to", "near", "inside", "across", "within"})
# Words of time that may stand between speaker and cue, or between cue and content.
WEEKDAYS = frozenset({"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"})
TIMES = WEEKDAYS | frozenset(
    (
        "today yesterday tonight earlier later recently now then previously early late again also meanwhile afterwards afterward "
        "repeatedly initially originally last this week month year night morning afternoon evening january february march april "
        "may june july august september october november december"
    ).split()
)
CLOSE_TO = frozenset({"close", "familiar", "loyal", "opposed", "allied", "linked"})  # `a source close to the talks`
DATE_PREPOSITIONS = frozenset(
    {"on", "in", "late", "early", "since", "during", "earlier", "later", "last", "over", "by", "at", "before"}
)


def is_nominal(reading: Reading, word: int) -> bool:
    """Whether a word can be part of a noun phrase."""
    return reading.tags[word] in NOMINAL or (reading.tags[word] == "DT" and reading.lower[word] not in ("the", "a", "an"))


def is_time(reading: Reading, word: int) -> bool:
    """Whether a word belongs to an expression of time."""
    lower = reading.lower[word]
    return reading.names[word] == "DATE" or (lower in TIMES and (lower not in ("may", "march") or reading.tags[word] == "NNP"))


def phrase_start(reading: Reading, last: int, floor: int) -> int:
    """Where the noun phrase that ends with the word `last` begins, not before `floor`."""
    first = last
    if reading.tags[last] == "PRP":
        return last
    while first > floor:
        before = first - 1
        step = step_left(reading, before, first, floor, last)
        if step is None:
            break
        first = step
    while first < last and (reading.tags[first] in ("IN", "CC", ",") or reading.lower[first] in ("but", "and")):
        first += 1
    return first


def step_left(reading: Reading, before: int, first: int, floor: int, last: int) -> int | None:
    """The new first word of a phrase when the word before it belongs to it too, None when it does not."""
    tag, opened = reading.tags[before], reading.tags[first] in DETERMINERS
    if tag == "-RRB-":
        return None if opened else opening_bracket(reading, before, floor)
    if reading.words[before] == "(":
        return None
    if tag == "IN" or reading.lower[before] in TYING:
        return step_over_tie(reading, before, floor)
    if tag == "CC" and reading.names[before] and reading.names[before] == reading.names[first]:
        return before
    if tag == "CC":
        return step_over_and(reading, before, first, floor, last)
    if opened:
        return before if tag in ("PDT",) or reading.lower[before] in ("both", "all", "half") else None
    if tag in NOMINAL or tag in DETERMINERS or reading.tags[before] in ("RBS", "``", "''"):
        return None if reading.words[before] in ("“", "”", '"', "''", "``") else before
    return before if tag in ("VBN", "VBG", "VBD", "VB", "RB") and is_modifier(reading, before, first, floor) else None


def opening_bracket(reading: Reading, closing: int, floor: int) -> int | None:
    """Where the bracket that ends at a word opens, None where that is too far back."""
    return next((word for word in range(closing - 1, max(floor, closing - 8) - 1, -1) if reading.tags[word] == "-LRB-"), None)


def step_over_tie(reading: Reading, tie: int, floor: int) -> int | None:
    """The word before a preposition that ties two nouns: `officials | in Gaza`."""
    if reading.lower[tie] not in TYING or tie - 1 < floor:
        return None
    if is_nominal(reading, tie - 1) and reading.tags[tie - 1] != "POS" and not is_time(reading, tie - 1):
        return tie - 1
    if reading.lower[tie - 1] in CLOSE_TO and tie - 2 >= floor and reading.tags[tie - 2] in NOUNS:
        return tie - 2
    return tie - 2 if is_participle_after_noun(reading, tie - 1, floor) else None


def is_modifier(reading: Reading, word: int, first: int, floor: int) -> bool:
    """Whether a participle or an adverb describes the noun behind it: `masked gunmen`, `US-led forces`."""
    if reading.tags[first] in NOMINAL and reading.deps[word] in ("amod", "compound", "advmod") and reading.heads[word] > word:
        return True
    return word - 1 >= floor and reading.tags[word - 1] == "HYPH"


def is_participle_after_noun(reading: Reading, word: int, floor: int) -> bool:
    """Whether a word is a participle that describes the noun before it: «forces aligned with», «reports circulating in»."""
    if word - 1 < floor or reading.tags[word] not in ("VBN", "VBG") or reading.deps[word] not in ("acl", "amod", "acl:relcl"):
        return False
    return reading.tags[word - 1] in NOUNS and reading.heads[word] < word


def step_over_and(reading: Reading, conjunction: int, first: int, floor: int, last: int) -> int | None:
    """Step over `and` where the parse, too, joins the nouns at its sides."""
    before = conjunction - 1
    if before < floor or reading.lower[conjunction] not in ("and", "or") or not (is_nominal(reading, before)):
        return None
    joined = any(
        reading.deps[word] in ("conj", "compound", "amod") and floor <= reading.heads[word]
        for word in range(first, last + 1)
        if (reading.deps[word] == "conj" and reading.heads[word] <= before)
    )
    if joined or (reading.tags[before] == "JJ" and reading.tags[first] == "JJ"):
        return before
    return None


def phrase_end(reading: Reading, first: int, ceiling: int) -> int:
    """The end (not included) of the noun phrase that begins with the word `first`, before `ceiling`."""
    last = first
    while last < ceiling:
        tag, lower = reading.tags[last], reading.lower[last]
        if (
            tag in NOMINAL
            or (
                tag in DETERMINERS
                and (last == first or reading.tags[last - 1] in ("IN", "CC", "TO", "PDT") or reading.lower[last - 1] in TYING)
            )
            or (
                lower in TYING
                and last > first
                and last + 1 < ceiling
                and starts_phrase(reading, last + 1)
                and not is_time(reading, last + 1)
            )
            or (last > first and tag in ("CC", "IN") and reading.names[last] and reading.names[last] == reading.names[last - 1])
        ):
            last += 1
        elif tag == "CC" and last > first and last + 1 < ceiling and lower == "and" and starts_phrase(reading, last + 1):
            if not any(
                reading.deps[word] == "conj" and first <= reading.heads[word] < last
                for word in range(last + 1, min(last + 7, ceiling))
            ):
                break
            last += 1
        elif (
            tag in ("VBN", "VBG")
            and last + 1 < ceiling
            and reading.tags[last + 1] in NOUNS
            and reading.deps[last] in ("amod", "compound")
        ):
            last += 1
        elif tag == "-LRB-" and last > first:
            closing = next((word for word in range(last + 1, min(ceiling, last + 8)) if reading.tags[word] == "-RRB-"), None)
            if closing is None:
                break
            last = closing + 1
        else:
            break
    while last > first + 1 and (is_time(reading, last - 1) and reading.tags[last - 1] != "POS"):
        last -= 1
    while last > first + 1 and (
        reading.tags[last - 1] in ("IN", "TO", "CC", "DT") and reading.lower[last - 1] not in ("some", "all", "both")
    ):
        last -= 1
    return last


def starts_phrase(reading: Reading, word: int) -> bool:
    """Whether a noun phrase can begin at a word."""
    return reading.tags[word] in NOUNS | DETERMINERS | {"PRP", "CD", "JJ", "JJR", "JJS", "EX", "$", "WP", "RBS", "FW"}


def phrase_head(reading: Reading, first: int, last: int) -> int:
    """The main noun of the phrase `first` to `last` (not included): the last one before what describes it."""
    head = first
    for word in range(first, last):
        tag = reading.tags[word]
        if tag in NOUNS or tag in ("PRP", "CD", "JJ") or (tag == "DT" and word == first):
            head = word
        elif word > first and (tag in ("IN", "-LRB-", "VBN", "VBG", ",", "CC", "WDT", "WP") or reading.lower[word] in TYING):
            if tag in ("VBN", "VBG") and reading.deps[word] in ("amod", "compound"):
                continue
            if tag in ("CC", "IN") and reading.names[word] and reading.names[word] == reading.names[word - 1]:
                continue
            if tag == "CC" and (reading.tags[word - 1] == "JJ" or reading.names[word - 1] == "NORP") and word + 1 < last:
                continue
            break
    return head


def skip_time(reading: Reading, word: int, ceiling: int) -> int:
    """The first word from here that belongs to no expression of time and is no adverb."""
    while word < ceiling:
        if (
            (reading.lower[word] in ("on", "in", "late", "early") and word + 1 < ceiling and is_time(reading, word + 1))
            or is_time(reading, word)
            or (reading.tags[word] == "RB" and not (word + 1 < ceiling and reading.tags[word + 1] == "CD"))
        ):
            word += 1
        else:
            break
    return word


def short_phrase_end(reading: Reading, first: int, ceiling: int) -> int:
    """The end of a noun phrase up to its first noun that another phrase can follow: `Telegram | it was`, `Geneva | the`."""
    word = first
    while word < ceiling:
        tag = reading.tags[word]
        if word > first and (
            tag in ("DT", "PRP", "PRP$", "EX")
            or (tag == "CD" and reading.tags[word - 1] == "NNS")
            or (reading.names[word] != reading.names[word - 1] and reading.tags[word - 1] in NOUNS and tag in ("CD", "NNP", "JJ"))
        ):
            break
        if tag not in NOUNS and tag not in ("DT", "JJ", "POS", "PRP$", "CD", "HYPH", "PRP", "VBN"):
            break
        word += 1
        if tag == "PRP":
            break
    return word
