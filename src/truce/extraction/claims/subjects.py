"""The speaker that stands to the left of a verb: its subject, the noun it describes, one it shares with another verb."""

from __future__ import annotations

from dataclasses import replace

from truce.extraction.claims.cue import Cue, Shape
from truce.extraction.phrases import (
    DETERMINERS,
    NOUNS,
    is_nominal,
    phrase_end,
    phrase_head,
    phrase_start,
)
from truce.extraction.reading import ABBREVIATED_TITLES, FINITE, Reading, Sentence

DESCRIBING = frozenset({"who", "that", "which", "where", "whose"})
# Messages, and what is done with them by those who speak through them.
MESSAGES = frozenset(
    "statement statements letter letters message messages tweet tweets post communique release video note".split()
)
ISSUING = frozenset("issue release send publish post put write sign circulate distribute make read give unleash".split())
CHARGES = frozenset({"charge", "claim", "allegation", "accusation", "charges", "claims", "allegations", "accusations"})
RELATIVES = frozenset({"who", "which", "that", "whom"})


def left_speaker(reading: Reading, sentence: Sentence, cue: Cue, left: int, earlier: list[Cue]) -> Cue | None:
    """The speaker to the left of the verb: its subject, the noun it describes, or the one it shares with another verb."""
    participle = reading.tags[cue.start] == "VBG" and left == cue.start - 1
    if left < sentence.start:
        return shared_speaker(reading, sentence, cue, earlier) if participle else None
    lower, word = reading.lower[left], reading.words[left]
    issuer = issuer_speaker(reading, sentence, cue, left) if reading.tags[cue.start] == "VBG" else None
    if issuer is not None:
        return issuer
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
        restricted = not reading.names[far] and all(reading.quoted[word] < 0 for word in range(last, left + 1))
        return replace(cue, speaker_start=first, speaker_end=left + 1 if restricted else last, outer_start=first)
    if (is_nominal(reading, left) and reading.tags[left] != "POS") or (word.isupper() and len(word) > 1):
        first = behind_charge(reading, phrase_start(reading, left, sentence.start), left)
        start, end = named_before(reading, sentence, first, left + 1)
        outer = behind_abbreviation(reading, sentence, min(start, first))
        return replace(cue, speaker_start=start, speaker_end=end, outer_start=outer)
    return parsed_speaker(reading, sentence, cue) or described_speaker(reading, sentence, cue, left)


def behind_abbreviation(reading: Reading, sentence: Sentence, first: int) -> int:
    """Where a name begins with its abbreviated title, which a full stop parts from it: `Capt. | Ann Lee`."""
    title = first - 2
    if title >= sentence.start and reading.words[first - 1] == "." and f"{reading.words[title]}." in ABBREVIATED_TITLES:
        return title
    return first


def described_speaker(reading: Reading, sentence: Sentence, cue: Cue, left: int) -> Cue | None:
    """The speaker before a clause that runs up to the verb, by words alone: `a nurse who treated the wounded said`."""
    for pronoun in range(left, sentence.start, -1):
        if reading.words[pronoun] in (",", ";", ":") or reading.lower[pronoun] == "that":
            return None
        if reading.lower[pronoun] == "who" and is_nominal(reading, pronoun - 1):
            first = phrase_start(reading, pronoun - 1, sentence.start)
            return replace(cue, speaker_start=first, speaker_end=left + 1, outer_start=first)
    return None


def issuer_speaker(reading: Reading, sentence: Sentence, cue: Cue, left: int) -> Cue | None:
    """The one who sent the message that speaks: `the group issued a statement saying`."""
    first = phrase_start(reading, left, sentence.start)
    verb = first - 1
    if reading.lower[phrase_head(reading, first, left + 1)] not in MESSAGES:
        return None
    if verb <= sentence.start or reading.lemmas[verb] not in ISSUING:
        return None
    subject = inherited_subject(reading, sentence, verb + 1)
    if subject is None:
        return None
    first, last = phrase_around(reading, sentence, subject)
    return replace(cue, shape=Shape.PARTICIPLE, speaker_start=first, speaker_end=last, outer_start=cue.start)


def behind_charge(reading: Reading, first: int, left: int) -> int:
    """Where the speaker begins behind the noun that he denies: `a charge | Norland denies`."""
    charge = next((word for word in range(first, left) if reading.lower[word] in CHARGES), None)
    if charge is None or reading.tags[charge + 1] not in ("NNP", "DT", "PRP"):
        return first
    return charge + 1


def modified_subject(reading: Reading, sentence: Sentence, cue: Cue, left: int) -> int | None:
    """The subject by the parse, where a clause that describes it stands before the verb: `doctors who treated him said`."""
    subject = reading.subjects.get(cue.start)
    if subject is None or not sentence.start <= subject < left or reading.tags[subject] not in NOUNS:
        return None
    first = phrase_start(reading, left, sentence.start) if is_nominal(reading, left) else left
    last = phrase_end(reading, subject, sentence.end)
    if last >= first or any(reading.words[word] in (",", ";") for word in range(subject, left)):
        return None
    describes = reading.lower[last] in DESCRIBING or reading.tags[last] in ("VBN", "VBG", "VBD")
    tied = reading.tags[last] == "IN" and hangs_on(reading, left, subject)
    return subject if describes or tied else None


def hangs_on(reading: Reading, word: int, noun: int) -> bool:
    """Whether a word describes a noun before it, by the parse: `a driver on the scene`."""
    while noun < word and reading.deps[word] in ("nmod", "compound", "flat", "conj", "nmod:poss", "appos"):
        word = reading.heads[word]
    return word == noun


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
        subject = reading.subjects.get(word, reading.subjects.get(reading.heads[word]))
        if subject is None and reading.tags[word] in ("VBD", "VBZ", "VBP") and is_nominal(reading, word - 1):
            subject = phrase_head(reading, phrase_start(reading, word - 1, sentence.start), word)
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
    named = name_before_comma(reading, sentence, left)
    if named is not None:
        return replace(cue, speaker_start=named, speaker_end=left, outer_start=named)
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


def name_before_comma(reading: Reading, sentence: Sentence, left: int) -> int | None:
    """Where the name between the last two commas before a verb begins: `the agency in charge of roads, NRA, said`."""
    opening = next((word for word in range(left - 1, max(sentence.start, left - 6), -1) if reading.words[word] == ","), None)
    if opening is None or opening + 1 >= left or reading.words[left] != ",":
        return None
    named = all(reading.names[word] in ("ORG", "PERSON") for word in range(opening + 1, left))
    return opening + 1 if named and not reading.names[opening - 1] else None


def named_beside(reading: Reading, sentence: Sentence, first: int, last: int, left: int) -> tuple[int, int]:
    """The name between commas behind a description, `the mayor, Ann Lee, said`; else the description itself."""
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
            and reading.names[head] != "LOC"
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
