"""Where the content of a claim ends: at its quotation, the next claim, the reporter's own remark."""

from __future__ import annotations

from truce.extraction.claims.cue import Cue, Range, Shape
from truce.extraction.claims.marks import is_quote_end, is_quote_start
from truce.extraction.claims.openings import ADVERBIAL, is_tail, noun_only
from truce.extraction.phrases import is_time, phrase_end, phrase_head
from truce.extraction.reading import CLOSING, FINITE, TERMINAL, Reading, Sentence
from truce.lexicons.cues import Takes
from truce.records import Stance

# Stances whose noun is told rather than judged, so that a day behind it is the day of telling.
NEUTRAL = frozenset({Stance.ASSERTS, Stance.CONFIRMS, Stance.HOPES})
CHANNELS = frozenset(
    "statement interview broadcast speech post message letter briefing report email tweet video conference address".split()
)
LONGEST_CHANNEL = 14  # words
NEXT_CLAUSE = 5  # words within which the verb of a next clause stands
LEAST_CLAUSE = 2  # words behind the `as` of a headline
CONTRASTS = frozenset("but while whereas although though".split())
# Words of a span of time before `after` and `before`: `two days after the army said`.
SPELLS = frozenset("hours days weeks months day a an hour minutes week month year years shortly soon just one two three".split())
CONNECTORS = frozenset("and but while whereas although though as after before when since because yet".split())
REFUSALS = frozenset("decline refuse give provide offer elaborate".split())
# ", a move that ...": the reporter's own remark on what was said.
REMARKS = frozenset(
    (
        "move step sign charge claim allegation accusation figure day statement comment demand proposal term reference "
        "decision blow"
    ).split()
)


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
    last = cut_day(reading, cue, first, last)
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


def cut_day(reading: Reading, cue: Cue, first: int, last: int) -> int:
    """Leave out the day behind a noun that was announced: `claimed responsibility for the raid | on Tuesday`."""
    neutral = cue.takes_noun and all(frame.stance in NEUTRAL for frame in cue.frames if Takes.NOUN in frame.takes)
    if not neutral or any(reading.tags[word].startswith("VB") or reading.quoted[word] >= 0 for word in range(first, last)):
        return last
    end = last
    while end > first + 1 and (reading.words[end - 1] in TERMINAL or is_time(reading, end - 1)):
        end -= 1
    if end == last or not any(is_time(reading, word) for word in range(end, last)):
        return last
    return end - 1 if end > first + 1 and reading.lower[end - 1] in ("on", "in") else end


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
    for other in cues:
        if other.start > cue.start and other.start >= first:
            cut = cut_before(reading, sentence, cue, other, first)
            if cut is not None:
                return cut
    return sentence.end


def cut_before(reading: Reading, sentence: Sentence, cue: Cue, other: Cue, first: int) -> int | None:
    """Where a later claim ends the content that begins at `first`; None where it stands within that content."""
    if other.shape in (Shape.PARTICIPLE, Shape.SHARED):
        cut = back_to_link(reading, first, other.start)
        goes_on = other.speaker_start == cue.speaker_start or other.shape is Shape.PARTICIPLE
        return (cut if cut > first else sentence.end) if goes_on else None
    if cue.shape is Shape.RELATIVE and other.shape is Shape.FINITE and other.speaker_start == cue.speaker_start:
        return other.start if other.start > first else None
    mark = other.outer_start - 1
    if other.shape in (Shape.ACCORDING, Shape.INVERTED) or (other.shape is Shape.FINITE and is_tail(reading, sentence, other)):
        if mark > first and (reading.words[mark] == "," or is_quote_end(reading, mark)):
            return mark if reading.words[mark] == "," else mark + 1
        return None
    if other.shape is Shape.RELATIVE:
        pronoun = other.speaker_end
        return pronoun if pronoun > first and reading.words[pronoun] == "," else None
    if opens_subordinate(reading, sentence, cue) and mark > first and reading.words[mark] == ",":
        return mark
    return connector_before(reading, first, other.outer_start)


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
                or reading.tags[word + 1] == "VBN"
                or (reading.tags[word + 1] == "RB" and word + 2 < last and reading.tags[word + 2] in FINITE)
            )
        ):
            return word
        if reading.tags[word] in FINITE and cue.speaker_start <= reading.subjects.get(word, -1) < cue.speaker_end:
            return word
    return last


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
            linked = (
                reading.words[word - 1] in (",", ";")
                or reading.lower[word] in CONTRASTS
                or (reading.lower[word] in ("after", "before") and reading.lower[word - 1] in SPELLS)
            )
            if not linked and not (word == place - 1 and reading.lower[word] == "and" and reading.tags[place] == "PRP"):
                return None
            cut = word
            while cut - 1 > first and (reading.words[cut - 1] in (",", ";") or reading.lower[cut - 1] in SPELLS):
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
        if not verb_seen and opens_time_clause(reading, word, last) and is_noun_content(reading, cue, last - 1, last):
            return word
        if (
            (verb_seen or not cue.takes_noun)
            and reading.lower[word] == "as"
            and is_headline(reading, cue)
            and last - word > LEAST_CLAUSE
        ):
            return word
        if reading.tags[word] == "CC" and not verb_seen and cue.takes_noun and is_next_deed(reading, word, last):
            return word
        if reading.tags[word] == "CC" and reading.lower[word] in ("but", "and") and falls_silent(reading, word + 1, last):
            return word
        if reading.words[word] == "," and is_meanwhile(reading, word + 1, last, noun_content=not verb_seen):
            return word
        if reading.words[word] == "," and is_channel(reading, word + 1, last):
            return word
        if reading.words[word] == "," and is_remark(
            reading, word + 1, last, noun_content=not verb_seen and is_noun_content(reading, cue, word, last)
        ):
            return word
    return last


def opens_time_clause(reading: Reading, word: int, last: int) -> bool:
    """Whether `after meeting` or `before leaving` tells when a noun was announced or rejected."""
    return reading.lower[word] in ("after", "before", "while") and word + 1 < last and reading.tags[word + 1] == "VBG"


def is_headline(reading: Reading, cue: Cue) -> bool:
    """Whether a sentence ends without a full stop."""
    sentence = reading.sentence_at(cue.start)
    last = sentence.end - 1
    while last > sentence.start and reading.words[last] in CLOSING:
        last -= 1
    return reading.words[last][-1] not in TERMINAL


def is_noun_content(reading: Reading, cue: Cue, comma: int, last: int) -> bool:
    """Whether what stands before a comma is a noun that was rejected or announced, not the subject of a clause that goes on."""
    if not cue.takes_noun:
        return False
    resumed = any(
        reading.words[word] == "," and (reading.tags[word + 1] in FINITE or reading.tags[word + 1] == "RB")
        for word in range(comma + 1, last - 1)
    )
    return noun_only(cue) or not resumed


def is_next_deed(reading: Reading, link: int, last: int) -> bool:
    """Whether `and` leads to another deed, of the speaker or of others: `accused them of the raid | and has imposed a fine`."""
    word = link + 2 if link + 1 < last and reading.tags[link + 1] == "RB" else link + 1
    if word + 1 < last and reading.tags[word] in ("VBD", "VBZ", "VBP"):
        return True
    behind = range(word, min(word + NEXT_CLAUSE, last))
    verb = next((place for place in behind if reading.tags[place] in FINITE), None)
    if reading.words[link - 1] != "," or verb is None:
        return False
    return not any(
        reading.tags[place] in ("WDT", "WP", "IN", "VBN") or reading.lower[place] == "that" for place in range(word, verb)
    )


def falls_silent(reading: Reading, word: int, last: int) -> bool:
    """Whether the speaker then says no more: `but did not elaborate`, `but gave no details`."""
    while word < last - 1 and (reading.tags[word] == "RB" or reading.lemmas[word] == "have"):
        word += 1
    if word + 1 >= last:
        return False
    if reading.lemmas[word] == "do" and reading.lower[word + 1] in ("not", "n't", "n’t"):
        return True
    return reading.lemmas[word] in REFUSALS and reading.tags[word] in FINITE and reading.lower[word + 1] in ("no", "to", "few")


def is_meanwhile(reading: Reading, word: int, last: int, *, noun_content: bool) -> bool:
    """Whether the reporter tells what went on meanwhile: `, even as shells fell`, and behind a noun `, as shells fell`."""
    if reading.lower[word : word + 2] in (("even", "as"), ("even", "while")):
        return True
    return noun_content and reading.lower[word] == "as" and any(reading.tags[later] in FINITE for later in range(word, last))


def is_channel(reading: Reading, word: int, last: int) -> bool:
    """Whether a channel follows, and then at most a day: `, in a broadcast late Thursday`."""
    if reading.lower[word] not in ("in", "on", "at", "via") or last - word > LONGEST_CHANNEL:
        return False
    end = phrase_end(reading, word + 1, last)
    noun = phrase_head(reading, word + 1, end) if end > word + 1 else word
    return reading.lower[noun] in CHANNELS and not any(reading.tags[place] in FINITE for place in range(word, last))


def is_remark(reading: Reading, word: int, last: int, *, noun_content: bool) -> bool:
    """Whether the words behind a comma are the reporter's: `a move that ...`, or anything that follows a bare noun."""
    if reading.lower[word] in ("a", "an", "the") and any(
        reading.lemmas[later] in REMARKS for later in range(word + 1, min(word + 3, last))
    ):
        return True
    many_of = reading.lower[word + 1 : word + 3] in (("of", "whom"), ("of", "which"))
    return noun_content and (
        many_of
        or (reading.tags[word] in ("VBG", "WDT", "WP", "WRB") and reading.lower[word] not in ("including", "excluding"))
        or reading.lower[word] in ("which", "who", "although", "but", "while", "whose")
    )
