"""To whom an article attributes each figure."""

from __future__ import annotations

from collections.abc import Sequence

from truce.extraction.casualties.drafts import Draft, Told
from truce.extraction.casualties.harm import Side
from truce.extraction.phrases import phrase_end, starts_phrase
from truce.extraction.reading import Reading
from truce.extraction.reference import POSSESSIVES, PRONOUNS
from truce.records import Claim, Ground, Stance

ACCORDING = "according to"
STATING = frozenset({Stance.ASSERTS, Stance.CONFIRMS, Stance.DENIES})
# Cues whose object is known already and not what is claimed: `condemned the killing of two men`.
OF_KNOWN = frozenset(
    """condemn denounce deplore mourn blame implicate criticize criticise praise welcome hail call term describe investigate
    demand urge ask request""".split()
)
RELATIVE = frozenset({"that", "which", "who", "whom", "where", "whose"})
LONGEST_NOTE = 14  # words of `, a spokesman for the governor`


def find_sources(drafts: Sequence[Draft], claims: Sequence[Claim]) -> list[Told[str] | None]:
    """The source of each figure as written, pronouns resolved; None where the article says it in its own voice."""
    by_sentence: dict[int, list[Claim]] = {}
    for claim in claims:
        for number in sentences_of(drafts[0].reading, claim) if drafts else ():
            by_sentence.setdefault(number, []).append(claim)
    return [source_of(draft, by_sentence.get(draft.scene.number, ())) for draft in drafts]


def sentences_of(reading: Reading, claim: Claim) -> range:
    """The numbers of the sentences that hold a claim's content."""
    numbers = [
        reading.sentence_of[reading.word_at(offset)]
        for span in claim.content
        for offset in (span.start, max(span.start, span.end - 1))
    ]
    numbers = [number for number in numbers if number >= 0]
    return range(min(numbers), max(numbers) + 1) if numbers else range(0)


def source_of(draft: Draft, claims: Sequence[Claim]) -> Told[str] | None:
    """The speaker of the claim that states the figure: the one that `according to` names behind it, else the innermost."""
    reading = draft.reading
    point = reading.starts[draft.harm.first]
    holding = [claim for claim in claims if holds(claim, point) and claim.speaker and states(draft, claim)]
    if not holding:
        return named_before(draft)
    behind = [claim for claim in holding if is_according(claim) and claim.cue and claim.cue.start > point]
    return speaker_of(reading, min(behind or holding, key=length_of))


def holds(claim: Claim, offset: int) -> bool:
    """Whether a claim's content holds a character."""
    return any(span.start <= offset < span.end for span in claim.content)


def length_of(claim: Claim) -> int:
    """The characters of a claim's content."""
    return sum(span.end - span.start for span in claim.content)


def is_according(claim: Claim) -> bool:
    """Whether a claim is told with `according to`."""
    return claim.cue is not None and claim.cue.text.lower().startswith(ACCORDING)


def states(draft: Draft, claim: Claim) -> bool:
    """Whether a claim states a figure and does not speak of it as known: `blamed them for the blast that killed two`."""
    reading, cue = draft.reading, claim.cue
    if cue is None:
        return True
    lemma = reading.lemmas[reading.word_at(cue.start)]
    if claim.stance in STATING and lemma not in OF_KNOWN and "responsibility" not in opening_words(claim):
        return True
    first = reading.word_at(claim.content[0].start)
    is_relative = any(
        reading.lower[word] in RELATIVE and reading.tags[word] in ("WDT", "WP", "WRB", "WP$", "IN") and word > first
        for word in range(max(first, draft.scene.start), draft.harm.first)
    )
    return not is_relative and (draft.harm.side is not Side.OF or lemma not in OF_KNOWN)


def opening_words(claim: Claim) -> str:
    """The first words of a claim's content in small letters."""
    return claim.content[0].text[:40].lower() if claim.content else ""


def speaker_of(reading: Reading, claim: Claim) -> Told[str] | None:
    """The speaker as written, with the office that `according to` gives; whom a pronoun stands for."""
    if claim.speaker is None or claim.speaker_span is None:
        return None
    written = claim.speaker_span.text
    opening = written.lower().split()[0]
    if written.lower() in PRONOUNS | {"who", "which"} or opening in POSSESSIVES:
        return Told(claim.speaker, (Ground("source", claim.speaker_span),))
    first, last = reading.word_at(claim.speaker_span.start), reading.word_at(claim.speaker_span.end - 1) + 1
    span = reading.span(first, with_office(reading, last)) if is_according(claim) else claim.speaker_span
    return Told(span.text, (Ground("source", span),))


def with_office(reading: Reading, last: int) -> int:
    """Where a name with the office behind it ends: `Ali Hassan, a spokesman for the governor`."""
    end = reading.sentence_at(last - 1).end
    if last + 1 >= end or reading.words[last] != "," or not starts_phrase(reading, last + 1):
        return last
    behind = phrase_end(reading, last + 1, min(end, last + 1 + LONGEST_NOTE))
    is_closed = behind >= end or reading.words[behind] in (",", ".", ";", ")")
    return behind if is_closed and behind > last + 1 else last


def named_before(draft: Draft) -> Told[str] | None:
    """The source that `according to` names at the head of the sentence, or right before the figure."""
    reading, scene = draft.reading, draft.scene
    for word in range(draft.first - 1, scene.start - 1, -1):
        if reading.lower[word : word + 2] != ("according", "to") or not starts_phrase(reading, word + 2):
            continue
        last = phrase_end(reading, word + 2, scene.end)
        if last < scene.end and reading.words[last] == "," and last <= draft.first:
            span = reading.span(word + 2, last)
            return Told(span.text, (Ground("source", span),))
    return None
