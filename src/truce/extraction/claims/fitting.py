"""Whether cue, speaker and content fit together: which frame of the verb is used, if any."""

from __future__ import annotations

from truce.extraction.claims.cue import Cue, Range, Shape
from truce.extraction.claims.drafts import Draft
from truce.extraction.claims.marks import is_quote_start
from truce.extraction.phrases import is_time, phrase_head, short_phrase_end
from truce.extraction.reading import FINITE, QUOTE_MARKS, Reading
from truce.lexicons.cues import CueLexicon, Frame, Takes

# Verbs that things do not do: whoever is their subject spoke.
SURE = frozenset("say tell add vow pledge accuse condemn deny announce denounce reiterate tweet quote urge".split())
PURE = frozenset({"say", "add", "tell"})  # verbs that take nothing but clauses and quotations
PERSONAL = frozenset(
    {
        "he",
        "she",
        "they",
        "we",
        "i",
        "it",
        "who",
        "others",
        "some",
        "many",
        "several",
        "both",
        "all",
        "most",
        "another",
        "one",
        "none",
    }
)
# Endings of nouns for people: «forecasters», «historian», «journalists», «refugees», «fishermen».
PERSON_ENDINGS = (
    "er",
    "ers",
    "or",
    "ors",
    "ist",
    "ists",
    "ian",
    "ians",
    "man",
    "men",
    "woman",
    "women",
    "ee",
    "ees",
    "eer",
    "eers",
    "ants",
    "crats",
)
RINGS = frozenset({"on", "to", "in", "into", "at", "from", "because", "after", "before"})  # `called the mayor on Monday`
REFLEXIVE = frozenset({"itself", "themselves", "himself", "herself", "himselves"})


def fit_draft(reading: Reading, cue: Cue, content: tuple[Range, ...], lexicon: CueLexicon) -> Draft | None:
    """The draft of a cue that its content fits; None for a cue without content, or with one that its verb cannot take."""
    if not content:
        return None
    if cue.shape is Shape.ACCORDING:
        return Draft(cue, content)
    frame = fit_frame(reading, cue, content, lexicon)
    return Draft(cue, content, frame) if frame else None


def fit_frame(reading: Reading, cue: Cue, content: tuple[Range, ...], lexicon: CueLexicon) -> Frame | None:
    """The frame of the cue's verb that its content and speaker fit, None when they fit none."""
    takes = kinds_of_content(reading, cue, content)
    able = speaker_can_speak(reading, cue, lexicon)
    for frame in cue.frames:
        if not takes & frame.takes:
            continue
        if not able and (frame.doubtful or cue.lemma not in SURE):
            continue
        if Takes.NAMING in frame.takes and not is_naming(reading, cue, reading.word_at(content[-1][1] - 1)):
            continue
        return frame
    return None


def kinds_of_content(reading: Reading, cue: Cue, content: tuple[Range, ...]) -> frozenset[Takes]:
    """The ways of standing that a content can be read as."""
    first, last = reading.word_at(content[0][0]), reading.word_at(content[-1][1] - 1)
    begin = reading.word_at(content[-1][0])
    opens_quoted = any(is_quote_start(reading, reading.word_at(start)) for start, _ in content)
    if opens_quoted or (reading.words[last] in QUOTE_MARKS and begin < cue.end):
        return (
            frozenset({Takes.QUOTE, Takes.CLAUSE, Takes.NOUN, Takes.NAMING, Takes.ORDER})
            if begin >= cue.end
            else frozenset({Takes.QUOTE, Takes.CLAUSE})
        )
    if begin < cue.start:
        if cue.shape is Shape.BY:
            return frozenset({Takes.NOUN})
        set_off = reading.words[cue.outer_start - 1] == "," and any(reading.tags[word] in FINITE for word in range(first, last))
        noun = begin == first and noun_before(cue)
        return frozenset({Takes.NOUN, Takes.CLAUSE} if noun and set_off else {Takes.NOUN} if noun else {Takes.CLAUSE})
    if reading.lower[begin - 1] == "that":
        return frozenset({Takes.CLAUSE, Takes.THAT_CLAUSE})
    if reading.lower[begin] == "to" or (reading.lower[begin] == "not" and reading.tags[begin + 1] == "TO"):
        return frozenset({Takes.INFINITIVE, Takes.CLAUSE} if cue.lemma in ("claim", "profess") else {Takes.INFINITIVE})
    found = {Takes.NOUN, Takes.NAMING}
    pure = cue.lemma in PURE
    if any(is_verb_of_clause(reading, word, begin, pure=pure) for word in range(begin, last + 1)):
        found.add(Takes.CLAUSE)
    if any(reading.lower[word] == "to" for word in range(begin + 1, min(last, begin + 30))):
        found.add(Takes.ORDER)
    return frozenset(found)


def is_verb_of_clause(reading: Reading, word: int, begin: int, *, pure: bool) -> bool:
    """Whether a word can be the verb of a clause: a finite one, or one in -ed that only the tagger took for a participle.

    After a verb that takes nothing but clauses (`pure`) any verb will do.
    """
    tag = reading.tags[word]
    if tag in FINITE or (pure and word > begin and (tag == "VB" or (tag == "JJ" and reading.lower[word].endswith("ed")))):
        return True
    return (
        tag == "VBN"
        and (pure or reading.deps[word] != "amod")
        and (word == begin or reading.lower[word + 1 : word + 2] != ("by",))
    )


def noun_before(cue: Cue) -> bool:
    """Whether what stands before the cue is the noun it is said of: `a charge he denies`."""
    return cue.shape is Shape.FINITE and cue.takes_noun


def is_naming(reading: Reading, cue: Cue, last: int) -> bool:
    """Whether `call` gives its object a name: not the speaker himself (`calling itself`), and no ring (`called the mayor`)."""
    if cue.shape is Shape.BY or cue.end >= len(reading.words) or reading.lower[cue.end] in REFLEXIVE:
        return False
    if reading.tags[cue.start] == "VBN" and reading.lemmas[cue.start - 1] not in ("have", "also", "already"):
        return False
    if cue.lemma != "call" or (cue.outer_start and reading.tags[cue.outer_start - 1] in ("WP", "WDT", "IN")):
        return True
    end = short_phrase_end(reading, cue.end, last + 1)
    if end > last:
        return reading.tags[last] not in ("NN", "NNS", "NNP", "PRP") or reading.words[last] in QUOTE_MARKS
    return reading.lower[end] not in RINGS and not is_time(reading, end)


def speaker_can_speak(reading: Reading, cue: Cue, lexicon: CueLexicon) -> bool:
    """Whether the words for the speaker name someone, or something, that can speak."""
    if not cue.has_speaker:
        return cue.shape is Shape.TOLD
    if any(reading.names[word] in ("PERSON", "ORG") for word in range(cue.speaker_start, cue.speaker_end)):
        head = phrase_head(reading, cue.speaker_start, cue.speaker_end)
        if reading.names[head]:
            return True
    head = phrase_head(reading, cue.speaker_start, cue.speaker_end)
    lower = reading.lower[head]
    if is_capital_name(reading, head):
        return True
    if (
        reading.tags[head] in ("NNP", "NNPS")
        or reading.names[head]
        or lower in PERSONAL
        or reading.tags[head] in ("PRP", "CD", "DT")
        or (reading.tags[head] == "JJ" and reading.tags[cue.speaker_start] == "DT")
    ):
        return True
    return lexicon.can_speak(lower) or lexicon.can_speak(reading.lemmas[head]) or lower.endswith(PERSON_ENDINGS)


def is_capital_name(reading: Reading, word: int) -> bool:
    """Whether a word is written like a name, here or elsewhere within a sentence of the article."""
    if not reading.words[word][:1].isupper() or reading.tags[word] not in ("NN", "NNP", "NNS"):
        return False
    opens = reading.sentence_at(word).start == word
    return not opens or reading.words[word] in reading.capitals
