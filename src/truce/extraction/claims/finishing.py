"""Turn a draft whose speaker is known into a claim, with all that its sentence tells of it."""

from __future__ import annotations

from dataclasses import dataclass

from truce.extraction.cast import Cast
from truce.extraction.claims.cue import Shape
from truce.extraction.claims.drafts import Draft
from truce.extraction.claims.particulars import (
    CARRYING_ON,
    date_of_saying,
    find_about,
    find_addressee,
    find_condition,
    find_medium,
    find_topics,
    mode_of,
)
from truce.extraction.reading import Reading
from truce.extraction.reference import Referent
from truce.lexicons.cues import CueLexicon
from truce.records import Claim, DateMention, Ground, Span, Stance


@dataclass(frozen=True, slots=True)
class Setting:
    """What an article's claims are read against."""

    reading: Reading
    cast: Cast
    dates: tuple[DateMention, ...]
    lexicon: CueLexicon


def finish_claim(setting: Setting, draft: Draft, who: Referent | None, before: list[Claim]) -> Claim:
    """The record of a draft; `who` is its speaker and `before` are the claims told before it."""
    reading, cue, lexicon = setting.reading, draft.cue, setting.lexicon
    speaker = who.name if who else None
    grounds = [Ground("speaker", reading.span(*who.named))] if who else []
    date = date_of_saying(reading, draft, setting.dates)
    if date:
        grounds.append(Ground("said_on", date.span))
    addressee, medium = find_addressee(reading, draft), find_medium(reading, draft, lexicon)
    grounds += [Ground(name, reading.span(*words)) for name, words in (("addressee", addressee), ("medium", medium)) if words]
    condition = find_condition(reading, draft.content)
    if condition:
        grounds.append(Ground("condition", spot(reading, *condition)))
    return Claim(
        speaker=speaker,
        speaker_span=reading.span(cue.speaker_start, cue.speaker_end) if stands_by(reading, draft) else None,
        cue=reading.span(cue.start, cue.end) if cue.end > cue.start else None,
        content=tuple(spot(reading, start, end) for start, end in draft.content),
        mode=mode_of(reading, draft.content),
        said_on=date.value if date else carried_day(reading, draft, speaker, before),
        stance=draft.frame.stance if draft.frame else Stance.ASSERTS,
        addressee=reading.span(*addressee).text if addressee else None,
        medium=reading.span(*medium).text if medium else None,
        condition=spot(reading, *condition).text if condition else None,
        topics=find_topics(reading, draft.content, lexicon.topics),
        about=find_about(reading, draft.content, setting.cast, speaker),
        grounds=tuple(grounds),
        rule=f"claims.{cue.shape}",
    )


def stands_by(reading: Reading, draft: Draft) -> bool:
    """Whether the words for the speaker stand in the claim's own sentence."""
    return draft.cue.has_speaker and draft.cue.shape is not Shape.UNCUED


def spot(reading: Reading, start: int, end: int) -> Span:
    """A stretch of the article by its offsets."""
    return Span(start, end, reading.text[start:end])


def carried_day(reading: Reading, draft: Draft, speaker: str | None, before: list[Claim]) -> str | None:
    """The day of the statement that a claim plainly continues: `adding that`, `he continued`, the same verb's second half."""
    if not before or before[-1].speaker != speaker or before[-1].cue is None:
        return None
    if draft.cue.shape in (Shape.PARTICIPLE, Shape.SHARED):
        same = reading.sentence_of[reading.word_at(before[-1].cue.start)] == reading.sentence_of[draft.cue.start]
        return before[-1].said_on if same else None
    return before[-1].said_on if draft.cue.lemma in CARRYING_ON else None
