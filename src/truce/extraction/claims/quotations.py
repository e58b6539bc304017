"""Quotations that go on without a new cue belong to the claim before them."""

from __future__ import annotations

from dataclasses import replace
from itertools import groupby

from truce.extraction.claims.cue import Cue, Range, Shape
from truce.extraction.claims.drafts import Draft
from truce.extraction.claims.marks import is_quote_end, is_quote_start
from truce.extraction.claims.particulars import mode_of
from truce.extraction.reading import QUOTE_MARKS, TERMINAL, Reading
from truce.records import Mode


def let_quotations_run_on(reading: Reading, drafts: list[Draft]) -> list[Draft]:
    """The drafts in order, with the quotations that follow without a cue of their own.

    They go on with a quotation, and with any claim in whose paragraph they stand; behind a claim in the reporter's words, a
    paragraph that is all quotation is a claim of its own, by the same speaker.
    """
    taken = {number for draft in drafts for number in quotations_in(reading, draft.content)}
    found = []
    for number, group in groupby(drafts, key=lambda draft: reading.sentence_of[draft.cue.start]):
        here = list(group)
        more = following_quotations(reading, number, taken)
        goes_on = last_to_quote(reading, here) or here[-1]
        beside = bool(more) and reading.sentences[number].paragraph == paragraph_at(reading, more[0])
        if not more:
            found += here
        elif beside or is_all_quoted(reading, goes_on):
            extended = replace(goes_on, content=join_ranges((*goes_on.content, *more)))
            found += [extended if draft is goes_on else draft for draft in here]
        else:
            found += [*here, uncued(reading, here[-1], more)]
    return found


def paragraph_at(reading: Reading, part: Range) -> int:
    """The paragraph in which a stretch of the text begins."""
    return reading.sentence_at(reading.word_at(part[0])).paragraph


def is_all_quoted(reading: Reading, draft: Draft) -> bool:
    """Whether a claim is in the speaker's own words, or only announces them before a colon."""
    sentence = reading.sentence_at(draft.cue.start)
    return reading.words[sentence.end - 1] == ":" or mode_of(reading, draft.content) is Mode.DIRECT


def uncued(reading: Reading, before: Draft, quotations: list[Range]) -> Draft:
    """A quotation without a cue, by the speaker of the claim before it."""
    first, speaker = reading.word_at(quotations[0][0]), before.cue
    cue = Cue(first, first, "", (), Shape.UNCUED, speaker.speaker_start, speaker.speaker_end, first, first)
    return Draft(cue, tuple(quotations))


def quotations_in(reading: Reading, content: tuple[Range, ...]) -> set[int]:
    """The numbers of the quotations that a content holds."""
    return {
        number
        for number, quotation in enumerate(reading.quotations)
        for start, end in content
        if start < quotation.end and quotation.start < end
    }


def last_to_quote(reading: Reading, drafts: list[Draft]) -> Draft | None:
    """The draft of a sentence whose quotation may run on: the last with one, or the last before a colon."""
    sentence = reading.sentence_at(drafts[0].cue.start)
    if reading.words[sentence.end - 1] == ":":
        return drafts[-1]
    quoting = [draft for draft in drafts if any(begins_or_ends_quoted(reading, part) for part in draft.content)]
    return quoting[-1] if quoting else None


def begins_or_ends_quoted(reading: Reading, part: Range) -> bool:
    """Whether a quotation opens or closes a stretch of content."""
    return is_quote_start(reading, reading.word_at(part[0])) or is_quote_end(reading, reading.word_at(part[1] - 1))


def following_quotations(reading: Reading, sentence: int, taken: set[int]) -> list[Range]:
    """The quotations that fill the sentences behind a sentence, up to the first that does not."""
    found: list[Range] = []
    end = reading.ends[reading.sentences[sentence].end - 1]
    for following in reading.sentences[sentence + 1 :]:
        if reading.ends[following.end - 1] <= end:
            continue  # within the quotation just taken
        number = reading.quoted[following.start]
        if number < 0 or number in taken or not is_quote_start(reading, following.start):
            break
        quotation = reading.quotations[number]
        last = reading.word_at(quotation.end - 1)
        if reading.sentence_of[last] < 0 or not fills_sentence(reading, last):
            break
        taken.add(number)
        found += quotation.parts
        end = quotation.end
    return found


def fills_sentence(reading: Reading, last: int) -> bool:
    """Whether nothing but a full stop follows a quotation in its last sentence."""
    sentence = reading.sentence_at(last)
    return all(reading.words[word] in QUOTE_MARKS or reading.words[word][0] in TERMINAL for word in range(last + 1, sentence.end))


def join_ranges(ranges: tuple[Range, ...]) -> tuple[Range, ...]:
    """Ranges in order, each once."""
    return tuple(dict.fromkeys(sorted(ranges)))
