"""Which words are the content of a claim: before its cue, behind it, around it.

Sentence ends, commas, quotation marks and the other cues of the sentence bound a content; the parse is asked little.
"""

from __future__ import annotations

from truce.extraction.claims.spotting import Cue, Shape
from truce.extraction.phrases import (
    NOUNS,
    is_nominal,
    is_time,
    phrase_end,
    phrase_start,
    short_phrase_end,
    skip_time,
    starts_phrase,
)
from truce.extraction.reading import CLOSING, FINITE, QUOTE_MARKS, TERMINAL, Reading, Sentence
from truce.lexicons.cues import Takes

Range = tuple[int, int]  # offsets into the article

# Words that open an adverbial, not a content: «said as he left», «said while visiting».
ADVERBIAL = frozenset(
    "as when while after before because since following during amid without despite although though until where once upon".split()
)
# Prepositions that name a channel, place or day between cue and content.
BESIDE = frozenset("on in at via through during from before after to by over with".split())
CONNECTORS = frozenset("and but while whereas although though as after before when since because yet".split())
REFUSALS = frozenset("decline refuse give provide offer elaborate".split())
# ", a move that ...": the reporter's own remark on what was said.
REMARKS = frozenset(
    "move step sign charge claim allegation accusation figure day statement comment demand proposal term reference decision blow".split()
)
OPENING_LINKS = frozenset(
    "but and however meanwhile separately elsewhere also so yet still moreover furthermore nevertheless instead".split()
)


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
    if cue.shape in (Shape.FINITE, Shape.QUOTED) and not noun_only(cue) and has_content_before(reading, sentence, cue):
        weak = first is None or (
            not strong and (is_adverbial(reading, first) or reading.words[cue.end] == "," or only_tail(reading, cue, first))
        )
        if weak or is_quote_end(reading, cue.outer_start - 1):
            return content_around(reading, sentence, cue, cues, first)
    if first is None:
        return content_of_relative(reading, sentence, cue, None, cues)
    return content_of_relative(reading, sentence, cue, first, cues)


def is_adverbial(reading: Reading, word: int) -> bool:
    """Whether the words from here only say when, where or why it was said."""
    return (
        reading.lower[word] in ADVERBIAL
        or (reading.tags[word] in ("IN", "VBG", "RB") and reading.lower[word] != "that")
        or is_time(reading, word)
    )


def only_tail(reading: Reading, cue: Cue, first: int) -> bool:
    """Whether no verb follows, so that what follows can be no clause: `..., officials said Friday in Gaza`."""
    sentence = reading.sentence_at(cue.start)
    return not any(reading.tags[word] in FINITE for word in range(first, sentence.end))


def is_quote_end(reading: Reading, word: int) -> bool:
    """Whether the word closes a quotation."""
    if word < 0 or reading.quoted[word] < 0 or reading.words[word] not in QUOTE_MARKS:
        return False
    return any(end == reading.ends[word] for _, end in reading.quotations[reading.quoted[word]].parts)


def is_quote_start(reading: Reading, word: int) -> bool:
    """Whether the word opens a quotation."""
    if word >= len(reading.words) or reading.quoted[word] < 0:
        return False
    return any(start == reading.starts[word] for start, _ in reading.quotations[reading.quoted[word]].parts)


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
    if word is None or word >= sentence.end or reading.words[word][0] in ",.;)?!" or reading.words[word] in ("-", "–", "—", "--"):
        return None, False
    return word, False


def marked_start(reading: Reading, sentence: Sentence, cue: Cue) -> int | None:
    """Where `that`, a colon or a quotation mark opens the content, with nothing but hearer, place and day before it."""
    hearer = any(frame.hearer for frame in cue.frames)
    for word in range(cue.end, min(sentence.end, cue.end + 30)):
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
        if word + 1 >= sentence.end or not starts_phrase(reading, word + 1):
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
    if last >= sentence.end:
        return word if any(Takes.NOUN in frame.takes for frame in cue.frames) and cue.lemma != "tell" else None
    if reading.tags[last] == "TO" or reading.lower[last] == "not":
        return last if cue.lemma == "tell" else word
    if reading.lower[last] in after or reading.lower[last] in ("that", "how", "if", "whether", "about"):
        return last if reading.lower[last] in ("how", "if", "whether") else last + 1
    while last < sentence.end and reading.lower[last] in BESIDE | {"of"} and reading.tags[last] in ("IN", "TO"):
        last = skip_time(reading, short_phrase_end(reading, last + 1, sentence.end), sentence.end)
    if last < sentence.end and (starts_phrase(reading, last) or reading.lower[last] == "that"):
        return last + 1 if reading.lower[last] == "that" and reading.tags[last] == "IN" else last
    return None


def content_around(reading: Reading, sentence: Sentence, cue: Cue, cues: list[Cue], first: int | None) -> tuple[Range, ...]:
    """The content before a cue, with what goes on behind it."""
    before = range_before(reading, sentence, cue, cues)
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
    """The rest of a content that its cue interrupts: `"We left," he said, "at dawn."`"""
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
    if cue.shape is Shape.FINITE and noun_only(cue) and before > sentence.start:
        if reading.lower[before] in ("which", "that", "whom") or (first is None and reading.tags[before] in NOUNS):
            last = before - 1 if reading.lower[before] in ("which", "that", "whom") else before
            if reading.words[last] == ",":
                last -= 1
            if is_nominal(reading, last):
                parts.append((reading.starts[phrase_start(reading, last, sentence.start)], reading.ends[last]))
    if first is not None:
        parts.append(range_after(reading, sentence, cue, cues, first))
    return tuple(part for part in parts if part[1] > part[0])


def range_after(reading: Reading, sentence: Sentence, cue: Cue, cues: list[Cue], first: int) -> Range:
    """The content that begins with the word `first`, up to the end of its clause, quotation or sentence."""
    if is_quote_start(reading, first):
        quotation = reading.quotations[reading.quoted[first]]
        last = reading.word_at(quotation.parts[0][1] - 1)
        if is_complete_quote(reading, sentence, first, last):
            return reading.starts[first], quotation.parts[0][1]
    last = cut_at_cues(reading, sentence, cue, cues, first)
    last = cut_relative(reading, cue, first, last)
    last = cut_remarks(reading, cue, first, last)
    while last > first + 1 and (
        reading.words[last - 1] in TERMINAL or reading.words[last - 1] in (",", ";", "-", "–", "—", "--")
    ):
        last -= 1
    end = reading.ends[last - 1]
    number = reading.quoted[last - 1]
    if number >= 0:
        quotation = reading.quotations[number]
        if quotation.start >= reading.starts[first] and quotation.parts[0][1] > end:
            end = quotation.parts[0][1]
    return reading.starts[first], end


def is_complete_quote(reading: Reading, sentence: Sentence, first: int, last: int) -> bool:
    """Whether a quotation is a whole utterance, so that what follows it is the reporter's."""
    inner = last - 1
    while inner > first and reading.words[inner] in CLOSING:
        inner -= 1
    if reading.words[inner][-1] in ".!?," or last + 1 >= sentence.end:
        return True
    has_verb = any(reading.tags[word] in FINITE for word in range(first, last))
    return has_verb and (
        reading.tags[last + 1] in ("IN", "CC", ".", "WRB", "RB", "VBG", "CD", "DT") or reading.words[last + 1] in (",", ".", ";")
    )


def cut_at_cues(reading: Reading, sentence: Sentence, cue: Cue, cues: list[Cue], first: int) -> int:
    """Where the next claim of the sentence that does not stand within this one begins; else the sentence's end."""
    end = sentence.end
    for other in cues:
        if other.start <= cue.start or other.start < first or other is cue:
            continue
        place = other.outer_start if other.shape not in (Shape.PARTICIPLE, Shape.SHARED) else other.start
        if other.shape in (Shape.PARTICIPLE, Shape.SHARED):
            cut = back_to_link(reading, first, place)
            if other.speaker_start == cue.speaker_start or other.shape is Shape.PARTICIPLE:
                return min(end, cut) if cut > first else end
            continue
        if other.shape in (Shape.ACCORDING, Shape.INVERTED) or (
            other.shape is Shape.FINITE and is_tail(reading, sentence, other)
        ):
            mark = place - 1
            if mark > first and (reading.words[mark] == "," or is_quote_end(reading, mark)):
                return mark if reading.words[mark] == "," else mark + 1
            continue
        if other.shape is Shape.RELATIVE:
            pronoun = other.speaker_end
            if pronoun > first and reading.words[pronoun] == ",":
                return pronoun
            continue
        if opens_subordinate(reading, sentence, cue) and place - 1 > first and reading.words[place - 1] == ",":
            return place - 1
        cut = connector_before(reading, first, place)
        if cut is not None:
            return cut
    return end


def opens_subordinate(reading: Reading, sentence: Sentence, cue: Cue) -> bool:
    """Whether the cue stands in a clause that `although` or `while` opens at the head of the sentence."""
    before = cue.outer_start - 1
    return before >= sentence.start and reading.lower[before] in ADVERBIAL and before <= sentence.start + 1


def cut_relative(reading: Reading, cue: Cue, first: int, last: int) -> int:
    """End the content of `X, who said ..., did` where the main verb of X begins."""
    if cue.shape is not Shape.RELATIVE:
        return last
    closed = reading.words[cue.speaker_end] == ","
    for word in range(first + 1, last):
        if reading.quoted[word] >= 0:
            continue
        if (
            closed
            and reading.words[word] == ","
            and word + 1 < last
            and (
                reading.tags[word + 1] in FINITE
                or (reading.tags[word + 1] == "RB" and word + 2 < last and reading.tags[word + 2] in FINITE)
            )
        ):
            return word
        if reading.tags[word] in FINITE and cue.speaker_start <= reading.subjects.get(word, -1) < cue.speaker_end:
            return word
    return last


def is_tail(reading: Reading, sentence: Sentence, cue: Cue) -> bool:
    """Whether speaker and cue end their sentence, behind a comma."""
    first, _ = content_start(reading, sentence, cue)
    return has_content_before(reading, sentence, cue) and (first is None or is_adverbial(reading, first))


def back_to_link(reading: Reading, first: int, word: int) -> int:
    """Where the comma or conjunction stands before a verb that shares its speaker with the one before."""
    place = word
    while place > first + 1 and (
        reading.tags[place - 1] in ("CC", "RB", "TO", "MD")
        or reading.lemmas[place - 1] in ("have", "be")
        or reading.words[place - 1] == ","
        or is_time(reading, place - 1)
        or reading.lower[place - 1] in ("while", "by", "in", "with")
    ):
        place -= 1
    return place


def connector_before(reading: Reading, first: int, place: int) -> int | None:
    """Where `, but`, `while` or `after` opens the clause of the next claim; None when that claim stands within this one."""
    for word in range(place - 1, max(first, place - 9), -1):
        if reading.lower[word] in CONNECTORS and reading.tags[word] in ("CC", "IN", "WRB", "RB"):
            linked = reading.words[word - 1] in (",", ";") or reading.lower[word] in (
                "but",
                "while",
                "whereas",
                "although",
                "though",
                "after",
                "before",
            )
            if not linked and not (word == place - 1 and reading.lower[word] == "and" and reading.tags[place] == "PRP"):
                return None
            cut = word
            while cut - 1 > first and (
                reading.words[cut - 1] in (",", ";")
                or reading.lower[cut - 1]
                in ("hours", "days", "day", "a", "hour", "minutes", "week", "shortly", "soon", "just", "month")
            ):
                cut -= 1
            return cut
        if reading.tags[word] in FINITE:
            return None
        if reading.words[word] == ";":
            return word
    return None


def cut_remarks(reading: Reading, cue: Cue, first: int, last: int) -> int:
    """Leave out what the reporter adds behind a content: `but gave no details`, `, a move that ...`."""
    verb_seen = False
    for word in range(first, last - 1):
        quoted = reading.quoted[word] >= 0
        if reading.tags[word] in FINITE:
            verb_seen = True
        if word == first:
            continue
        if (
            quoted
            and is_quote_end(reading, word)
            and reading.words[word - 1][-1] == ","
            and reading.tags[word + 1] not in ("CC", "IN", "CD")
        ):
            return word + 1
        if quoted:
            continue
        if reading.tags[word] == "CC" and reading.lower[word] in ("but", "and") and falls_silent(reading, word + 1, last):
            return word
        if reading.words[word] == "," and is_remark(reading, word + 1, last, noun_content=not verb_seen):
            return word
    return last


def falls_silent(reading: Reading, word: int, last: int) -> bool:
    """Whether the speaker then says no more: `but did not elaborate`, `but gave no details`."""
    while word < last - 1 and (reading.tags[word] == "RB" or reading.lemmas[word] == "have"):
        word += 1
    if word + 1 >= last:
        return False
    if reading.lemmas[word] == "do" and reading.lower[word + 1] in ("not", "n't", "n’t"):
        return True
    return reading.lemmas[word] in REFUSALS and reading.tags[word] in FINITE and reading.lower[word + 1] in ("no", "to", "few")


def is_remark(reading: Reading, word: int, last: int, *, noun_content: bool) -> bool:
    """Whether the words behind a comma are the reporter's: `a move that ...`, or anything that follows a bare noun."""
    if reading.lower[word] in ("a", "an", "the") and any(
        reading.lemmas[later] in REMARKS for later in range(word + 1, min(word + 3, last))
    ):
        return True
    return noun_content and (
        reading.tags[word] in ("VBG", "WDT", "WP", "WRB")
        or reading.lower[word] in ("which", "who", "although", "but", "while", "whose")
    )
