"""What else a sentence tells of a claim: its mode, day, hearer, channel, condition, topics, whom it is about."""

from __future__ import annotations

import re

from truce.extraction.cast import Cast
from truce.extraction.claims.cue import Range, Shape
from truce.extraction.claims.drafts import Draft
from truce.extraction.claims.endings import CHANNELS, NEUTRAL
from truce.extraction.claims.openings import marked_start
from truce.extraction.phrases import NOUNS, is_time, phrase_end, phrase_head, short_phrase_end, starts_phrase
from truce.extraction.reading import FINITE, Reading
from truce.lexicons.cues import CueLexicon, Takes, Topic
from truce.records import DateMention, Mode

# Verbs that carry on a statement, its day with it.
CARRYING_ON = frozenset({"add", "continue", "conclude", "go"})
CHANNEL_PREPOSITIONS = frozenset({"in", "on", "at", "via", "through", "over", "by", "during", "with", "to"})
CONDITION = re.compile(
    r"""
    \b(?:
        (?:only\ |even\ )?if                  # would stop if the siege ended
      | unless                                # will go on unless they leave
      | provided(?:\ that)? | providing\ that
      | as\ long\ as | so\ long\ as
      | on\ (?:the\ )?condition(?:\ that)?
      | on\ condition
      | until                                 # no talks until they disarm
    )\s[^,;”"]{3,200}
    """,
    re.VERBOSE | re.IGNORECASE,
)
NO_CONDITION = re.compile(r"\b(?:as|even|what|ask(?:s|ed)?|know|whether or)\s+if\b|\bcondition of anonymity", re.IGNORECASE)


def mode_of(reading: Reading, content: tuple[Range, ...]) -> Mode:
    """Whether a content is all in quotation marks, in part, or not at all."""
    inside = outside = False
    for start, end in content:
        for word in range(reading.word_at(start), reading.word_at(end - 1) + 1):
            if not any(character.isalnum() for character in reading.words[word]):
                continue
            if reading.quoted[word] >= 0:
                inside = True
            else:
                outside = True
    if inside and outside:
        return Mode.MIXED
    return Mode.DIRECT if inside else Mode.INDIRECT


def date_of_saying(reading: Reading, draft: Draft, dates: tuple[DateMention, ...]) -> DateMention | None:
    """The date in the claim's own sentence that dates the saying, not what was said."""
    sentence = reading.sentence_at(draft.cue.start)
    low, high = reading.starts[sentence.start], reading.ends[sentence.end - 1]
    near = [date for date in dates if low <= date.span.start < high and date.value and not within(date.span.start, draft.content)]
    for date in near:
        word = reading.word_at(date.span.start)
        if word >= draft.cue.start and follows_cue(reading, draft, word):
            return date
        if word < draft.cue.start and leads_to_cue(reading, draft, word):
            return date
    inner = [date for date in dates if date.value and within(date.span.start, draft.content)]
    return next((date for date in inner if is_beside_noun(reading, draft, reading.word_at(date.span.start))), None)


def is_beside_noun(reading: Reading, draft: Draft, word: int) -> bool:
    """Whether a day within a content stands right behind the noun that was told: `claimed responsibility on Friday for`."""
    first, last = reading.word_at(draft.start), reading.word_at(draft.end - 1) + 1
    if (
        draft.frame is None
        or draft.frame.stance not in NEUTRAL
        or Takes.NOUN not in draft.frame.takes
        or draft.start < draft.cue.start
    ):
        return False
    if any(reading.tags[place] in FINITE for place in range(first, last)) or word == first:
        return False
    between = range(first, word - 1 if reading.lower[word - 1] in ("on", "in", "late", "early") else word)
    return len(between) > 0 and all(reading.tags[place] in NOUNS | {"DT", "JJ", "CD"} for place in between)


def within(offset: int, content: tuple[Range, ...]) -> bool:
    """Whether a place lies in a content."""
    return any(start <= offset < end for start, end in content)


def follows_cue(reading: Reading, draft: Draft, word: int) -> bool:
    """Whether no other verb stands between cue and date: `said on Friday`, `said in a statement late Sunday`."""
    first = draft.cue.outer_end if draft.cue.shape is Shape.INVERTED else draft.cue.end
    starts = [reading.word_at(start) for start, _ in draft.content if reading.word_at(start) >= first]
    if starts and word > starts[0]:
        behind = reading.word_at(draft.end - 1)
        first = behind + 1
        if word - first > 8:
            return False
    return not any(
        reading.tags[between] in FINITE
        or reading.lower[between] in ("after", "since", "when", "before")
        or (reading.tags[between] == "VBG" and reading.words[between - 1] == ",")
        for between in range(first, word)
    )


def leads_to_cue(reading: Reading, draft: Draft, word: int) -> bool:
    """Whether the date stands beside the speaker or opens the clause: `On Thursday, the army said`, `officials Friday said`."""
    cue = draft.cue
    if cue.speaker_end <= word < cue.start:
        return not any(
            reading.tags[between] in FINITE or reading.tags[between] in ("WP", "WDT") for between in range(cue.speaker_end, word)
        )
    if word >= cue.outer_start or cue.shape in (Shape.ACCORDING, Shape.INVERTED, Shape.PARTICIPLE, Shape.SHARED):
        return False
    between = range(word, cue.outer_start)
    if (
        any(reading.tags[place] in FINITE or reading.tags[place] in ("WP", "WDT", "VBG") for place in between)
        or len(between) > 12
    ):
        return False
    sentence = reading.sentence_at(cue.start)
    if reading.lower[sentence.start] in ("in", "at", "on", "during") and any(
        reading.lower[place] in CHANNELS for place in range(sentence.start, word)
    ):
        return not any(reading.tags[place].startswith("VB") for place in range(sentence.start, word))
    first = word
    while first > sentence.start and (
        is_time(reading, first - 1)
        or reading.tags[first - 1] in ("IN", "RB", "DT", "CC", "VBN", "NN", "JJ")
        or reading.words[first - 1] == ","
    ):
        first -= 1
    return first == sentence.start


def find_addressee(reading: Reading, draft: Draft) -> tuple[int, int] | None:
    """The words for whom it was said to: `told reporters`, `urged both sides to stop`, `said to the council`."""
    cue, frame = draft.cue, draft.frame
    if cue.shape is Shape.TOLD:
        return (
            (cue.outer_start, phrase_end(reading, cue.outer_start, cue.start))
            if starts_phrase(reading, cue.outer_start)
            else None
        )
    if frame is None or cue.shape is Shape.BY or cue.end >= len(reading.words):
        return None
    sentence = reading.sentence_at(cue.start)
    word = cue.end
    if frame.hearer and word < sentence.end and starts_phrase(reading, word):
        marked = marked_start(reading, sentence, cue)
        last = phrase_end(reading, word, sentence.end) if marked is not None else short_phrase_end(reading, word, sentence.end)
        return (word, last) if last > word else None
    if Takes.ORDER in frame.takes and word < sentence.end and starts_phrase(reading, word) and is_ordered(reading, draft, word):
        return word, phrase_end(reading, word, sentence.end)
    if word + 1 < sentence.end and reading.lower[word] == "to" and starts_phrase(reading, word + 1):
        return word + 1, phrase_end(reading, word + 1, sentence.end)
    return None


def is_ordered(reading: Reading, draft: Draft, word: int) -> bool:
    """Whether `to` and a verb follow the noun phrase at a word."""
    last = phrase_end(reading, word, len(reading.words))
    return last < len(reading.words) and reading.tags[last] == "TO" and reading.starts[last] < draft.end


def find_medium(reading: Reading, draft: Draft, lexicon: CueLexicon) -> tuple[int, int] | None:
    """The words for the channel: `in a statement`, `on Telegram`, `at a news conference`."""
    cue = draft.cue
    sentence = reading.sentence_at(cue.start)
    for word in range(sentence.start, sentence.end - 1):
        if (
            within(reading.starts[word], draft.content)
            or reading.lower[word] not in CHANNEL_PREPOSITIONS
            or not starts_phrase(reading, word + 1)
        ):
            continue
        if not (word < cue.outer_start or cue.end <= word or cue.speaker_end <= word < cue.start):
            continue
        last = phrase_end(reading, word + 1, sentence.end)
        head = phrase_head(reading, word + 1, last)
        if reading.lower[head] in lexicon.media and reading.tags[head] in NOUNS:
            return word + 1, last
    return None


def find_condition(reading: Reading, content: tuple[Range, ...]) -> tuple[int, int] | None:
    """Where the condition of a content stands, as offsets: `if specific conditions are met`."""
    for start, end in content:
        match = CONDITION.search(reading.text, start, end)
        if match and not NO_CONDITION.search(reading.text, max(start, match.start() - 8), min(end, match.end())):
            stop = match.end()
            while stop > match.start() and (reading.text[stop - 1].isspace() or reading.text[stop - 1] in ".,"):
                stop -= 1
            return match.start(), stop
    return None


def find_topics(reading: Reading, content: tuple[Range, ...], topics: tuple[Topic, ...]) -> tuple[str, ...]:
    """The topics that the words of a content show, in the order of the lexicon."""
    text = " ".join(reading.text[start:end] for start, end in content).lower()
    words = set(re.findall(r"[\w-]+", text))
    return tuple(
        topic.name
        for topic in topics
        if any(word.startswith(topic.stems) for word in words)
        or any(phrase in text and re.search(rf"\b{re.escape(phrase)}\b", text) for phrase in topic.phrases)
    )


def find_about(reading: Reading, content: tuple[Range, ...], cast: Cast, speaker: str | None) -> tuple[str, ...]:
    """The actors named in a content, but for the speaker, each once."""
    found: dict[str, None] = {}
    for start, end in content:
        for actor in cast.actors:
            if actor.name != speaker and any(start <= mention.start and mention.end <= end for mention in actor.mentions):
                found.setdefault(actor.name)
    return tuple(found)
