"""Headlines that attribute by a colon: `Five killed in raid: officials`, `UN: aid blocked`."""

from __future__ import annotations

from truce.extraction.claims.cue import Cue, Shape
from truce.extraction.claims.drafts import Draft
from truce.extraction.phrases import phrase_end, phrase_head
from truce.extraction.reading import FINITE, TERMINAL, Reading, Sentence
from truce.lexicons.cues import CueLexicon

LONGEST_SPEAKER = 6  # words
LONGEST_ACRONYM = 5  # letters


def find_headline_claims(reading: Reading, lexicon: CueLexicon) -> list[Draft]:
    """The claims of sentences without a full stop that a colon parts into speaker and content."""
    found = []
    for sentence in reading.sentences:
        if reading.words[sentence.end - 1][-1] in TERMINAL or sentence.end - sentence.start < 4:
            continue
        for colon in range(sentence.start + 1, sentence.end - 1):
            if reading.words[colon] == ":" and reading.quoted[colon] < 0:
                draft = read_colon(reading, sentence, colon, lexicon)
                if draft is not None:
                    found.append(draft)
                break
    return found


def read_colon(reading: Reading, sentence: Sentence, colon: int, lexicon: CueLexicon) -> Draft | None:
    """The claim around one colon, None when neither side names a speaker."""
    behind = is_speaking_noun(reading, colon + 1, sentence.end, lexicon) and colon - sentence.start > LONGEST_SPEAKER // 2
    if behind or (is_speaker(reading, colon + 1, sentence.end, lexicon) and has_verb(reading, sentence.start, colon)):
        return draft_at(reading, colon, (colon + 1, sentence.end), (sentence.start, colon))
    if is_speaker(reading, sentence.start, colon, lexicon) and has_verb(reading, colon + 1, sentence.end):
        return draft_at(reading, colon, (sentence.start, colon), (colon + 1, sentence.end))
    return None


def draft_at(reading: Reading, colon: int, speaker: tuple[int, int], content: tuple[int, int]) -> Draft:
    """A draft from the words of speaker and content."""
    cue = Cue(colon, colon + 1, ":", (), Shape.COLON, *speaker, min(speaker[0], colon), max(speaker[1], colon + 1))
    return Draft(cue, ((reading.starts[content[0]], reading.ends[content[1] - 1]),))


def is_speaker(reading: Reading, first: int, last: int, lexicon: CueLexicon) -> bool:
    """Whether the words are one noun phrase that names someone or something that can speak."""
    if not 0 < last - first <= LONGEST_SPEAKER or phrase_end(reading, first, last) != last:
        return False
    head = phrase_head(reading, first, last)
    if reading.words[head].isupper() and reading.names[head] == "LOC" and len(reading.words[head]) > 3:
        return False  # a dateline
    if last - first == 1 and reading.words[head].isupper() and 2 <= len(reading.words[head]) <= LONGEST_ACRONYM:
        return True
    if reading.names[head] in ("PERSON", "ORG") or (reading.names[head] == "LOC" and last - first <= 2):
        return True
    return lexicon.can_speak(reading.lower[head]) or lexicon.can_speak(reading.lemmas[head])


def is_speaking_noun(reading: Reading, first: int, last: int, lexicon: CueLexicon) -> bool:
    """Whether a headline ends with nothing but nouns, the last of which can speak: `: officials`, `: rights monitor`."""
    return 0 < last - first <= LONGEST_SPEAKER // 2 and lexicon.can_speak(reading.lower[last - 1])


def has_verb(reading: Reading, first: int, last: int) -> bool:
    """Whether the words can be a statement, in the grammar of headlines too."""
    return last - first >= 2 and any(
        reading.tags[word] in FINITE or reading.tags[word] in ("VBN", "VB", "VBG") for word in range(first, last)
    )
