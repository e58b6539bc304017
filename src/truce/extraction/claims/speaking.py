"""Find who speaks at a verb of reporting, or that nobody does.

The speaker is sought among the words beside the verb first, then in the parse: long arcs of a small parser are wrong more
often than neighbours are.
"""

from __future__ import annotations

from dataclasses import replace

from truce.extraction.claims.cue import Cue, Shape
from truce.extraction.claims.marks import is_quote_end
from truce.extraction.claims.subjects import aside_speaker, left_speaker
from truce.extraction.phrases import (
    DATE_PREPOSITIONS,
    NOUNS,
    is_nominal,
    is_time,
    phrase_end,
    phrase_start,
    skip_time,
    starts_phrase,
)
from truce.extraction.reading import FINITE, QUOTE_MARKS, Reading, Sentence
from truce.lexicons.cues import CueLexicon

NEGATIONS = frozenset({"not", "n't", "n’t", "never", "neither", "nor", "no", "cannot", "nobody", "none"})
UNREAL = frozenset(
    {"would", "could", "might", "may", "should", "must", "can", "shall", "will", "’ll", "'ll", "wo", "ca", "’d", "'d"}
)
HAVE_BE = frozenset({"have", "be", "do", "’s", "'s", "’ve", "'ve", "get"})
QUOTES = frozenset({"quote", "quotes", "quoted", "quoting"})
QUOTING = frozenset({"quote", "cite", "report", "describe"})
# Verbs that may stand before their subject: `"...," said X`.
INVERTING = frozenset(
    (
        "say report write note add warn announce state declare explain ask read shout cry reply continue insist argue tweet post"
    ).split()
)
# Words whose infinitive is only planned: `the decision to reject`, `whether to admit`.
PLANNED = frozenset(
    "whether how what decision plan plans bid effort efforts attempt move refusal right chance deal ability".split()
)
# Deeds whose purpose to say something is the saying: `took to the streets to demand`.
CARRIED_OUT = frozenset(
    "go call phone telephone ring march gather rally meet issue release appear speak write come continue use take post".split()
)
# Prepositions before a word in -ing that is no act of its own.
TALKED_ABOUT = frozenset({"of", "by", "without", "from", "about", "against", "for", "to"})
TELLERS = frozenset({"tell", "warn", "inform", "urge", "ask", "advise", "notify", "remind", "assure"})


def find_speaker(reading: Reading, sentence: Sentence, cue: Cue, lexicon: CueLexicon, earlier: list[Cue]) -> Cue | None:
    """The cue with its speaker, or None when nobody says it, or it was not said."""
    verb, tag = cue.start, reading.tags[cue.start]
    if is_inverted(reading, sentence, cue):
        first = skip_time(reading, cue.end, sentence.end)
        last = phrase_end(reading, first, sentence.end)
        if last > first:
            return replace(
                cue,
                shape=Shape.INVERTED,
                speaker_start=first,
                speaker_end=last,
                outer_end=skip_aside(reading, last, sentence.end),
            )
    left, negated, unreal, passive, infinitive = skip_auxiliaries(reading, sentence, verb)
    if negated or unreal:
        return None
    if tag == "VBG" and reading.lower[verb - 1] == "as" and verb - 1 > sentence.start:
        return quoted_speaker(reading, sentence, cue)
    if tag == "VBG" and is_no_act(reading, sentence, verb):
        return None
    if passive and tag != "VBG":
        return passive_speaker(reading, sentence, cue, left)
    if infinitive:
        return purpose_speaker(reading, sentence, cue, left)
    if is_reduced(reading, sentence, cue):
        return agent_speaker(reading, sentence, cue)
    return left_speaker(reading, sentence, cue, left, earlier)


def is_no_act(reading: Reading, sentence: Sentence, verb: int) -> bool:
    """Whether a word in -ing is a noun or only talked about: `her reporting`, `accused of denying`, `by highlighting`."""
    if verb == sentence.start:
        return False
    if reading.lemmas[verb - 1] in ("begin", "start", "stop", "consider", "avoid", "risk", "keep"):
        return True
    return reading.tags[verb - 1] in ("PRP$", "POS", "DT", "CD") or reading.lower[verb - 1] in TALKED_ABOUT


def is_inverted(reading: Reading, sentence: Sentence, cue: Cue) -> bool:
    """Whether the speaker follows: `"...," said X` or `..., reported X`."""
    before = cue.start - 1
    if reading.tags[cue.start] not in ("VBD", "VBZ", "VBP", "VBN") or before < sentence.start or cue.end >= sentence.end:
        return False
    if cue.lemma not in INVERTING:
        return False
    first = skip_time(reading, cue.end, sentence.end)
    if first >= sentence.end or reading.tags[first] not in NOUNS | {"DT", "JJ", "PRP", "CD", "PRP$", "JJS", "NNP"}:
        return False
    mark = reading.words[before]
    if mark not in (",", "—", "–", "--") and not (
        mark in QUOTE_MARKS and reading.quoted[before] >= 0 and reading.quoted[cue.start] < 0
    ):
        return False
    if mark == "," and not any(
        reading.tags[word] in FINITE or reading.tags[word] == "VBN" for word in range(sentence.start, before)
    ):
        return False
    last = phrase_end(reading, first, sentence.end)
    if last <= first:
        return False
    for word in range(last, min(sentence.end, last + 12)):
        marked = reading.words[word] in (",", ".", ";", ":", "—", "–") or reading.tags[word] in ("WP", "WDT", "CC")
        if marked or reading.lower[word] in ("as", "after", "before", "while", "when", "since", "because", "that"):
            break
        if reading.tags[word] in FINITE or reading.tags[word] == "TO":
            return False
    return True


def skip_auxiliaries(reading: Reading, sentence: Sentence, verb: int) -> tuple[int, bool, bool, bool, bool]:
    """The last word before the verb's auxiliaries, adverbs and times; whether it is negated, unreal, passive, an infinitive."""
    negated = unreal = passive = infinitive = False
    word = verb - 1
    while word >= sentence.start:
        lower, tag = reading.lower[word], reading.tags[word]
        if lower in NEGATIONS:
            negated = True
        elif lower in UNREAL and tag == "MD":
            unreal = True
        elif tag == "TO":
            infinitive = True
            word -= 1
            break
        elif reading.lemmas[word] in HAVE_BE and (tag.startswith("VB") or tag in ("MD", "POS")):
            passive = passive or reading.lemmas[word] in ("be", "get")
            if tag == "POS" and reading.tags[verb] != "VBN":
                break
        elif (
            tag in ("RB", "RBR", "RP")
            or lower in ("also", "both", "then", "later", "earlier", "all", "each")
            or is_time(reading, word)
        ) or (lower in DATE_PREPOSITIONS and is_time(reading, word + 1)):
            pass
        else:
            break
        word -= 1
    return word, negated, unreal, passive, infinitive


def skip_aside(reading: Reading, word: int, ceiling: int) -> int:
    """Where the description of a speaker ends that follows the name between commas."""
    if word + 2 >= ceiling or reading.words[word] != ",":
        return word
    if reading.tags[word + 1] not in ("DT", "WP", "WDT", "CD", "VBG") and reading.deps[word + 1] != "appos":
        return word
    end = next((after for after in range(word + 1, min(ceiling, word + 25)) if reading.words[after] == ","), None)
    if end is None and ceiling - word >= 25:
        return word
    told = reading.tags[word + 1] not in ("WP", "WDT") and any(
        reading.tags[place] in FINITE for place in range(word + 1, end or ceiling)
    )
    return word if told else end or ceiling


def quoted_speaker(reading: Reading, sentence: Sentence, cue: Cue) -> Cue | None:
    """The speaker of `X was quoted as saying` or `quoted X as saying`."""
    for word in range(cue.start - 2, max(sentence.start, cue.start - 20) - 1, -1):
        if reading.lower[word] not in QUOTES and (reading.lemmas[word] not in QUOTING or not reading.tags[word].startswith("VB")):
            continue
        if word + 1 < cue.start - 1 and starts_phrase(reading, word + 1) and reading.lower[word + 1] != "by":
            last = phrase_end(reading, word + 1, cue.start - 1)
            return replace(
                cue,
                shape=Shape.QUOTED,
                speaker_start=word + 1,
                speaker_end=last,
                outer_start=phrase_before(reading, sentence, word),
            )
        left = skip_auxiliaries(reading, sentence, word)[0]
        if left >= sentence.start and reading.words[left] in (",", ")"):
            found = aside_speaker(reading, sentence, replace(cue, start=word), left, [])
            return found and replace(found, start=cue.start, shape=Shape.QUOTED)
        if left >= sentence.start and is_nominal(reading, left):
            first = phrase_start(reading, left, sentence.start)
            return replace(cue, shape=Shape.QUOTED, speaker_start=first, speaker_end=left + 1, outer_start=first)
    return None


def phrase_before(reading: Reading, sentence: Sentence, verb: int) -> int:
    """Where the subject that stands before a verb begins."""
    left = skip_auxiliaries(reading, sentence, verb)[0]
    return phrase_start(reading, left, sentence.start) if left >= sentence.start and is_nominal(reading, left) else verb


def passive_speaker(reading: Reading, sentence: Sentence, cue: Cue, left: int) -> Cue | None:
    """The speaker of a passive: the one after `by`; the hearer of `was told` stands before it, and the speaker unsaid."""
    agent = agent_speaker(reading, sentence, cue)
    if agent is not None:
        return agent
    if (
        cue.lemma in TELLERS
        and cue.end < sentence.end
        and (reading.tags[cue.end] in ("TO", "IN") or reading.lower[cue.end] == "that")
    ):
        if left >= sentence.start and is_nominal(reading, left):
            return replace(cue, shape=Shape.TOLD, outer_start=phrase_start(reading, left, sentence.start))
        if left >= sentence.start and reading.tags[left] in ("IN", "CC"):
            return replace(cue, shape=Shape.TOLD, outer_start=left)
    return None


def agent_speaker(reading: Reading, sentence: Sentence, cue: Cue) -> Cue | None:
    """The speaker after `by`: `claimed on Tuesday by the group`."""
    for word in range(cue.end, min(sentence.end - 1, cue.end + 6)):
        if (
            reading.lower[word] == "by"
            and starts_phrase(reading, word + 1)
            and reading.tags[word + 1] != "CD"
            and not is_time(reading, word + 1)
        ):
            last = phrase_end(reading, word + 1, sentence.end)
            if last > word + 1:
                return replace(cue, shape=Shape.BY, speaker_start=word + 1, speaker_end=last, outer_end=last)
        if not is_time(reading, word) and reading.tags[word] != "RB" and reading.lower[word] not in DATE_PREPOSITIONS:
            break
    return None


def purpose_speaker(reading: Reading, sentence: Sentence, cue: Cue, left: int) -> Cue | None:
    """The speaker of an infinitive that tells what was done: `went on to say`, `called the station to say`."""
    if reading.lower[left] in PLANNED:
        return None
    for verb in range(left, max(sentence.start, left - 12), -1):
        if reading.words[verb] in (",", ";", ":") or reading.tags[verb] in ("TO", "MD", "CC"):
            return None
        if not reading.tags[verb].startswith("VB"):
            continue
        if reading.lemmas[verb] not in CARRIED_OUT or reading.tags[verb] not in ("VBD", "VBZ", "VBN"):
            return None
        before, negated, unreal, passive, infinitive = skip_auxiliaries(reading, sentence, verb)
        if negated or unreal or passive or infinitive:
            return None
        found = left_speaker(reading, sentence, replace(cue, start=verb, end=verb + 1), before, [])
        return found and replace(found, start=cue.start, end=cue.end)
    return None


def is_reduced(reading: Reading, sentence: Sentence, cue: Cue) -> bool:
    """Whether a participle only describes the noun before it: `the truce announced last week`, `an attack claimed by`."""
    verb = cue.start
    if reading.tags[verb] not in ("VBN", "VBD") or cue.end >= sentence.end:
        return False
    if agent_speaker(reading, sentence, cue) is not None:
        return True
    if is_nominal(reading, verb - 1) and is_quote_end(reading, phrase_start(reading, verb - 1, sentence.start) - 1):
        return False  # “...,” the agency posted
    if (
        reading.tags[verb] == "VBN"
        and reading.deps[verb] == "amod"
        and reading.tags[verb - 1] not in NOUNS
        and reading.tags[cue.end] in ("NN", "NNS", "JJ")
    ):
        return True
    after = skip_time(reading, cue.end, sentence.end)
    if cue.end < after < sentence.end and reading.tags[after] in FINITE and verb > sentence.start:
        return is_nominal(reading, verb - 1) and not is_active(reading, sentence, cue)
    return reading.tags[verb] == "VBN" and reading.deps[verb] in ("acl", "amod") and not is_active(reading, sentence, cue)


def is_active(reading: Reading, sentence: Sentence, cue: Cue) -> bool:
    """Whether an object, a clause or a quotation follows a verb in -ed, so that it cannot be passive."""
    if cue.end >= sentence.end:
        return True
    if reading.words[cue.end] in QUOTE_MARKS or reading.words[cue.end] in (",", ".", ":") or reading.lower[cue.end] == "that":
        return True
    if any(frame.needs_preposition for frame in cue.frames):
        return True
    if any((frame.after and reading.lower[cue.end] in frame.after) or frame.particle for frame in cue.frames):
        return True
    return starts_phrase(reading, cue.end) and not is_time(reading, cue.end)
