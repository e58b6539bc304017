"""Spot the cues: verbs and phrases that say somebody said something, each with the words for who did.

A verb of the lexicon is a cue when it reports an act of speech that took place: not one denied, planned or only possible,
not a noun, not one within somebody else's quotation. Its speaker is sought among the words beside it first, then in the
parse: long arcs of a small parser are wrong more often than neighbours are.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum

from truce.extraction.phrases import (
    DATE_PREPOSITIONS,
    DETERMINERS,
    NOUNS,
    is_nominal,
    is_time,
    phrase_end,
    phrase_head,
    phrase_start,
    skip_time,
    starts_phrase,
)
from truce.extraction.reading import FINITE, QUOTE_MARKS, Reading, Sentence
from truce.lexicons.cues import CueLexicon, Frame

NEGATIONS = frozenset({"not", "n't", "n’t", "never", "neither", "nor", "no", "cannot", "nobody", "none"})
UNREAL = frozenset(
    {"would", "could", "might", "may", "should", "must", "can", "shall", "will", "’ll", "'ll", "wo", "ca", "’d", "'d"}
)
RELATIVES = frozenset({"who", "which", "that", "whom"})
HAVE_BE = frozenset({"have", "be", "do", "’s", "'s", "’ve", "'ve", "get"})
QUOTING = frozenset({"quote", "cite", "report", "describe"})
# Verbs that may stand before their subject: `"...," said X`.
INVERTING = frozenset(
    "say report write note add warn announce state declare explain ask read shout cry reply continue insist argue tweet post".split()
)
TELLERS = frozenset({"tell", "warn", "inform", "urge", "ask", "advise", "notify", "remind", "assure"})


class Shape(StrEnum):
    """How cue and speaker stand to each other."""

    FINITE = "finite"  # X said
    INVERTED = "inverted"  # said X
    PARTICIPLE = "participle"  # X ..., saying
    SHARED = "shared"  # X did this and said
    RELATIVE = "relative"  # X, who said
    BY = "by"  # claimed by X
    QUOTED = "quoted"  # X was quoted as saying
    TOLD = "told"  # Y was told: nobody says by whom
    ACCORDING = "according"  # according to X
    COLON = "colon"  # X: ...


@dataclass(frozen=True, slots=True)
class Cue:
    """A cue with its speaker: words `start` to `end` are the cue, `speaker_start` to `speaker_end` the speaker.

    `outer_start` and `outer_end` bound cue and speaker together with the auxiliaries and asides between them.
    """

    start: int
    end: int
    lemma: str
    frames: tuple[Frame, ...]
    shape: Shape
    speaker_start: int
    speaker_end: int
    outer_start: int
    outer_end: int

    @property
    def has_speaker(self) -> bool:
        """Whether the sentence says who spoke."""
        return self.speaker_end > self.speaker_start


def spot_cues(reading: Reading, lexicon: CueLexicon) -> list[Cue]:
    """The cues of an article, in order."""
    found: list[Cue] = []
    for sentence in reading.sentences:
        here: list[Cue] = []
        for word in range(sentence.start, sentence.end):
            if reading.quoted[word] >= 0 and is_within_speech(reading, word):
                continue
            cue = spot_phrase(reading, sentence, word, lexicon) or spot_verb(reading, sentence, word, lexicon, here)
            if cue is not None and not (here and here[-1].end > cue.start):
                here.append(cue)
        found += here
    return found


def is_within_speech(reading: Reading, word: int) -> bool:
    """Whether a word stands in a quotation of more than a name or a scare word."""
    quotation = reading.quotations[reading.quoted[word]]
    return quotation.end - quotation.start > 3 and quotation.start < reading.starts[word]


def spot_phrase(reading: Reading, sentence: Sentence, word: int, lexicon: CueLexicon) -> Cue | None:
    """A phrase of attribution at a word: `according to X`."""
    for phrase in lexicon.phrases:
        end = word + len(phrase)
        if reading.lower[word] != phrase[0] or reading.lower[word:end] != phrase or end >= sentence.end:
            continue
        if not starts_phrase(reading, end):
            continue
        last = phrase_end(reading, end, sentence.end)
        if last > end:
            return Cue(word, end, " ".join(phrase), (), Shape.ACCORDING, end, last, word, skip_aside(reading, last, sentence.end))
    return None


def skip_aside(reading: Reading, word: int, ceiling: int) -> int:
    """Where the description of a speaker ends that follows the name between commas."""
    if (
        word + 2 < ceiling
        and reading.words[word] == ","
        and (reading.tags[word + 1] in ("DT", "WP", "WDT", "CD", "VBG") or reading.deps[word + 1] in ("appos",))
    ):
        for after in range(word + 1, min(ceiling, word + 25)):
            if reading.words[after] == ",":
                return after
        if ceiling - word < 25:
            return ceiling
    return word


def spot_verb(reading: Reading, sentence: Sentence, word: int, lexicon: CueLexicon, earlier: list[Cue]) -> Cue | None:
    """A verb of reporting at a word, with its speaker."""
    frames = lexicon.frames.get(reading.lemmas[word])
    if frames is None:
        return None
    tag = reading.tags[word]
    if not tag.startswith("VB") and not reads_as_verb(reading, sentence, word):
        return None
    end, frames = fit_frames(reading, sentence, word, frames)
    if not frames:
        return None
    return find_speaker(
        reading, sentence, Cue(word, end, reading.lemmas[word], frames, Shape.FINITE, word, word, word, end), lexicon, earlier
    )


def reads_as_verb(reading: Reading, sentence: Sentence, word: int) -> bool:
    """Whether a word taken for a noun is a verb after all: `an army tally reports at least 12 deaths`."""
    if word + 1 >= sentence.end or word == sentence.start:
        return False
    if reading.tags[word] == "NNS" and reading.tags[word - 1] in NOUNS:
        for before in range(word - 1, sentence.start - 1, -1):
            if reading.words[before] in (",", ";", ":", "—", "–"):
                break
            if reading.tags[before] in FINITE:
                return False
        return reading.tags[word + 1] in ("DT", "PRP", "PRP$", "EX", "TO") or reading.lower[word + 1] in (
            "that",
            "at",
            "it",
            "more",
            "no",
            "he",
            "she",
        )
    if reading.tags[word] in ("JJ", "NN") and reading.lower[word].endswith("ed"):
        return reading.tags[word - 1] in NOUNS | {"PRP", "WDT", "WP"} and starts_phrase(reading, word + 1)
    return False


def fit_frames(reading: Reading, sentence: Sentence, word: int, frames: tuple[Frame, ...]) -> tuple[int, tuple[Frame, ...]]:
    """The frames whose particle, preposition or object stands in the sentence, and where the cue with its particle ends."""
    following = reading.lower[word + 1 : min(sentence.end, word + 12)]
    kept: list[Frame] = []
    end = word + 1
    for frame in frames:
        if frame.particle:
            parts = tuple(frame.particle.split())
            if following[: len(parts)] != parts:
                continue
            end = word + 1 + len(parts)
        if frame.needs_preposition:
            place = next((step for step, after in enumerate(following[:4]) if after in frame.after), None)
            if place is None or any(
                reading.tags[word + 1 + step] not in ("RB", "RP") and not is_time(reading, word + 1 + step)
                for step in range(place)
            ):
                continue
            end = max(end, word + 2 + place) if place == 0 else end
        if frame.needs_as and "as" not in following:
            continue
        if following and following[0] in frame.not_before:
            continue
        if frame.objects and (following[:1] == ("no",) or not has_object(reading, sentence, word + 1, frame.objects)):
            continue
        kept.append(frame)
    if any(frame.objects or frame.particle for frame in kept) and not any(frame.objects for frame in kept if not frame.objects):
        kept.sort(key=lambda frame: not (frame.objects or frame.particle))
    return end, tuple(kept)


def has_object(reading: Reading, sentence: Sentence, first: int, objects: frozenset[str]) -> bool:
    """Whether one of the nouns stands as the object that begins at a word, or as subject of the passive before it."""
    for word in range(first, min(sentence.end, first + 9)):
        if reading.lower[word] in objects:
            return True
        if reading.tags[word] in FINITE or reading.words[word] in (",", ";", ":"):
            break
    for word in range(max(sentence.start, first - 8), first - 1):
        if reading.lower[word] in objects and first < sentence.end and reading.lower[first] == "by":
            return True
    return False


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
    if passive and tag != "VBG":
        return passive_speaker(reading, sentence, cue, left)
    if infinitive:
        return infinitive_speaker(reading, sentence, cue, earlier)
    if is_reduced(reading, sentence, cue):
        return agent_speaker(reading, sentence, cue)
    return left_speaker(reading, sentence, cue, left, lexicon, earlier)


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
        if reading.words[word] in (",", ".", ";", ":", "—", "–") or reading.tags[word] in ("IN", "WP", "WDT", "CC"):
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


def quoted_speaker(reading: Reading, sentence: Sentence, cue: Cue) -> Cue | None:
    """The speaker of `X was quoted as saying` or `quoted X as saying`."""
    for word in range(cue.start - 2, max(sentence.start, cue.start - 20) - 1, -1):
        if reading.lemmas[word] not in QUOTING or not reading.tags[word].startswith("VB"):
            continue
        if word + 1 < cue.start - 1 and starts_phrase(reading, word + 1):
            last = phrase_end(reading, word + 1, cue.start - 1)
            return replace(
                cue,
                shape=Shape.QUOTED,
                speaker_start=word + 1,
                speaker_end=last,
                outer_start=phrase_before(reading, sentence, word),
            )
        left = skip_auxiliaries(reading, sentence, word)[0]
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


def infinitive_speaker(reading: Reading, sentence: Sentence, cue: Cue, earlier: list[Cue]) -> Cue | None:
    """The speaker of an infinitive that tells what was done: `went on to say`, `used loudspeakers to call on`."""
    return None


def is_reduced(reading: Reading, sentence: Sentence, cue: Cue) -> bool:
    """Whether a participle only describes the noun before it: `the truce announced last week`, `an attack claimed by`."""
    verb = cue.start
    if reading.tags[verb] not in ("VBN", "VBD") or cue.end >= sentence.end:
        return False
    if agent_speaker(reading, sentence, cue) is not None:
        return True
    if (
        reading.tags[verb] == "VBN"
        and reading.deps[verb] == "amod"
        and reading.tags[verb - 1] not in NOUNS
        and reading.tags[cue.end] in ("NN", "NNS", "JJ")
    ):
        return True
    return reading.tags[verb] == "VBN" and reading.deps[verb] in ("acl", "amod") and not is_active(reading, sentence, cue)


def is_active(reading: Reading, sentence: Sentence, cue: Cue) -> bool:
    """Whether an object, a clause or a quotation follows a verb in -ed, so that it cannot be passive."""
    if cue.end >= sentence.end:
        return True
    if reading.words[cue.end] in QUOTE_MARKS or reading.words[cue.end] in (",", ".", ":") or reading.lower[cue.end] == "that":
        return True
    if any((frame.after and reading.lower[cue.end] in frame.after) or frame.particle for frame in cue.frames):
        return True
    return starts_phrase(reading, cue.end) and not is_time(reading, cue.end)


def left_speaker(
    reading: Reading, sentence: Sentence, cue: Cue, left: int, lexicon: CueLexicon, earlier: list[Cue]
) -> Cue | None:
    """The speaker to the left of the verb: its subject, the noun it describes, or the one it shares with another verb."""
    participle = reading.tags[cue.start] == "VBG" and left == cue.start - 1
    if left < sentence.start:
        return shared_speaker(reading, sentence, cue, earlier) if participle else None
    lower, word = reading.lower[left], reading.words[left]
    if lower in RELATIVES and not word.isupper() and reading.tags[left] in ("WP", "WDT", "IN", "DT"):
        return relative_speaker(reading, sentence, cue, left)
    if participle:
        if is_nominal(reading, left) and word not in (",",) and reading.deps[cue.start] in ("acl", "amod", "nmod", "compound"):
            first = phrase_start(reading, left, sentence.start)
            return replace(cue, shape=Shape.RELATIVE, speaker_start=first, speaker_end=left + 1, outer_start=first)
        if is_nominal(reading, left) and left - 1 >= sentence.start and absolute_start(reading, sentence, left) is not None:
            first = phrase_start(reading, left, sentence.start)
            return replace(cue, shape=Shape.FINITE, speaker_start=first, speaker_end=left + 1, outer_start=first)
        return shared_speaker(reading, sentence, cue, earlier)
    if reading.tags[left] == "CC":
        return shared_speaker(reading, sentence, cue, earlier)
    if word in (",", ")", "—", "–", "-", "--"):
        return aside_speaker(reading, sentence, cue, left, earlier)
    far = modified_subject(reading, sentence, cue, left)
    if far is not None:
        first, last = phrase_around(reading, sentence, far)
        return replace(cue, speaker_start=first, speaker_end=last, outer_start=first)
    if (is_nominal(reading, left) and reading.tags[left] != "POS") or (word.isupper() and len(word) > 1):
        first = phrase_start(reading, left, sentence.start)
        start, end = named_before(reading, sentence, first, left + 1)
        return replace(cue, speaker_start=start, speaker_end=end, outer_start=min(start, first))
    return parsed_speaker(reading, sentence, cue)


def modified_subject(reading: Reading, sentence: Sentence, cue: Cue, left: int) -> int | None:
    """The subject by the parse, where a clause that describes it stands between it and the verb: `doctors who treated him said`."""
    subject = reading.subjects.get(cue.start)
    if subject is None or not sentence.start <= subject < left or reading.tags[subject] not in NOUNS:
        return None
    first = phrase_start(reading, left, sentence.start) if is_nominal(reading, left) else left
    last = phrase_end(reading, subject, sentence.end)
    if last >= first or any(reading.words[word] in (",", ";") for word in range(subject, left)):
        return None
    opener = reading.lower[last]
    describes = opener in ("who", "that", "which", "where", "whose") or reading.tags[last] in ("VBN", "VBG", "VBD")
    return subject if describes else None


def absolute_start(reading: Reading, sentence: Sentence, left: int) -> int | None:
    """Where `with X saying` begins, None when the words before a participle are nothing of the kind."""
    first = phrase_start(reading, left, sentence.start)
    return first if first > sentence.start and reading.lower[first - 1] == "with" else None


def relative_speaker(reading: Reading, sentence: Sentence, cue: Cue, pronoun: int) -> Cue | None:
    """The speaker before `who`, `which` or `that`."""
    last = pronoun - 1
    if last >= sentence.start and reading.words[last] in (",", "-", "—", "–"):
        last -= 1
    if last < sentence.start or not is_nominal(reading, last):
        return parsed_speaker(reading, sentence, cue)
    first = phrase_start(reading, last, sentence.start)
    return replace(cue, shape=Shape.RELATIVE, speaker_start=first, speaker_end=last + 1, outer_start=first)


def shared_speaker(reading: Reading, sentence: Sentence, cue: Cue, earlier: list[Cue]) -> Cue | None:
    """The speaker that a verb shares with a verb before it: the one of the claim before, else the subject of the clause."""
    shape = Shape.PARTICIPLE if reading.tags[cue.start] == "VBG" else Shape.SHARED
    subject = inherited_subject(reading, sentence, cue.start)
    previous = earlier[-1] if earlier and earlier[-1].has_speaker and earlier[-1].shape not in (Shape.BY, Shape.TOLD) else None
    if previous is not None and (subject is None or subject < previous.start or shares_with(reading, cue, previous, subject)):
        return replace(
            cue, shape=shape, speaker_start=previous.speaker_start, speaker_end=previous.speaker_end, outer_start=cue.start
        )
    if subject is None:
        return None
    first, last = phrase_around(reading, sentence, subject)
    return replace(cue, shape=shape, speaker_start=first, speaker_end=last, outer_start=cue.start)


def shares_with(reading: Reading, cue: Cue, previous: Cue, subject: int) -> bool:
    """Whether a verb goes on with the claim before it, though that claim's content has a subject of its own."""
    if reading.tags[cue.start] == "VBG":
        return True
    left = cue.start - 1
    while left > previous.end and reading.tags[left] != "CC":
        left -= 1
    comma = left > previous.end and reading.words[left - 1] == ","
    return comma or (reading.tags[cue.start] == reading.tags[previous.start] and reading.tags[subject] != "PRP")


def inherited_subject(reading: Reading, sentence: Sentence, verb: int) -> int | None:
    """The subject of the nearest finite verb before a verb, but for those within `who` and `which` clauses."""
    if reading.deps[verb] in ("conj", "advcl", "acl", "xcomp"):
        above = reading.heads[verb]
        subject = reading.subjects.get(above)
        if (
            above < verb
            and subject is not None
            and sentence.start <= subject < above
            and reading.tags[subject] not in ("WDT", "WP", "DT")
        ):
            return subject
    for word in range(verb - 1, sentence.start, -1):
        if reading.tags[word] not in FINITE and reading.tags[word] != "VBN":
            continue
        subject = reading.subjects.get(word)
        if subject is None and reading.tags[word] == "MD":
            continue
        if subject is not None and sentence.start <= subject < word and reading.tags[subject] not in ("WDT", "WP", "IN", "EX"):
            return subject
    return None


def phrase_around(reading: Reading, sentence: Sentence, noun: int) -> tuple[int, int]:
    """The noun phrase around its main noun."""
    last = phrase_end(reading, noun, sentence.end)
    return phrase_start(reading, noun, sentence.start), max(last, noun + 1)


def aside_speaker(reading: Reading, sentence: Sentence, cue: Cue, left: int, earlier: list[Cue]) -> Cue | None:
    """The speaker before an aside: `X, a spokesman for the army, said`, `X (the army) said`."""
    subject = reading.subjects.get(cue.start)
    if subject is not None and sentence.start <= subject < left and reading.tags[subject] not in ("WDT", "WP"):
        first, last = phrase_around(reading, sentence, subject)
        if last <= left:
            start, end = named_beside(reading, sentence, first, last, left)
            return replace(cue, speaker_start=start, speaker_end=end, outer_start=min(first, start))
    mark = reading.words[left]
    partner = "(" if mark == ")" else mark
    for opening in range(left - 1, max(sentence.start, left - 40), -1):
        if reading.words[opening] != partner:
            continue
        if opening - 1 >= sentence.start and is_nominal(reading, opening - 1):
            first = phrase_start(reading, opening - 1, sentence.start)
            start, end = named_beside(reading, sentence, first, opening, left)
            return replace(cue, speaker_start=start, speaker_end=end, outer_start=min(first, start))
        break
    if mark == ",":
        return shared_speaker(reading, sentence, cue, earlier)
    return None


def named_beside(reading: Reading, sentence: Sentence, first: int, last: int, left: int) -> tuple[int, int]:
    """The name between commas behind a description, `the mayor, Ann Lee, said`; else the description, or what stands before it."""
    mark = reading.words[left]
    opened = mark in (",", "–", "—", "-", "--") and last < left and reading.words[last] == mark
    if opened and not any(
        reading.names[word] in ("PERSON", "ORG") for word in range(first, last) if word == phrase_head(reading, first, last)
    ):
        start = last + 1
        while start < left and reading.tags[start] in DETERMINERS:
            start += 1
        head = phrase_head(reading, start, left) if start < left else start
        inside = phrase_end(reading, start, left) if start < left else start
        if (
            start < left
            and inside == left
            and (reading.names[head] in ("PERSON", "ORG") or reading.tags[head] == "NNP")
            and not reading.names[head] == "LOC"
        ):
            return start, left
    return first, last


def named_before(reading: Reading, sentence: Sentence, first: int, last: int) -> tuple[int, int]:
    """The name that opens the clause before a description without a second comma: `Ann Lee, a medic said`."""
    comma = first - 1
    if comma - 1 <= sentence.start or reading.words[comma] != "," or reading.tags[first] != "DT":
        return first, last
    if reading.names[comma - 1] != "PERSON" or reading.names[phrase_head(reading, first, last)]:
        return first, last
    start = phrase_start(reading, comma - 1, sentence.start)
    opens = (
        start == sentence.start
        or reading.tags[start - 1] == "CC"
        or (reading.words[start - 1] == "," and start - 2 == sentence.start)
    )
    return (start, comma) if opens else (first, last)


def parsed_speaker(reading: Reading, sentence: Sentence, cue: Cue) -> Cue | None:
    """The speaker by the parse alone."""
    subject = reading.subjects.get(cue.start)
    if subject is None or not sentence.start <= subject < sentence.end or reading.tags[subject] in ("WDT", "WP", "EX"):
        return None
    first, last = phrase_around(reading, sentence, subject)
    if subject > cue.start:
        return replace(cue, shape=Shape.INVERTED, speaker_start=first, speaker_end=last, outer_end=last)
    return replace(cue, speaker_start=first, speaker_end=min(last, cue.start), outer_start=first)
