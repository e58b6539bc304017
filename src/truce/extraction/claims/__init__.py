"""Who said what: every act of communication that the article reports."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from truce.extraction.body import Body
from truce.extraction.cast import Cast
from truce.extraction.claims.content import find_content
from truce.extraction.claims.drafts import Draft
from truce.extraction.claims.fitting import fit_draft
from truce.extraction.claims.headlines import find_headline_claims
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
from truce.extraction.claims.quotations import let_quotations_run_on
from truce.extraction.claims.spotting import Cue, Shape, spot_cues
from truce.extraction.reading import Reading, read_article
from truce.extraction.reference import Referent, read_references
from truce.lexicons import Lexicons
from truce.lexicons.cues import CueLexicon
from truce.records import Claim, DateMention, Ground, Span, Stance

if TYPE_CHECKING:
    from spacy.tokens import Doc


def find_claims(doc: Doc, body: Body, cast: Cast, dates: tuple[DateMention, ...], lexicons: Lexicons) -> tuple[Claim, ...]:
    """The claims of headline and story, in order, the outer before the one within it.

    words ─ cues with speakers ─ contents that fit them ─ quotations that run on ─ names of speakers ─ particulars
    """
    reading = read_article(doc, body)
    drafts = draft_claims(reading, lexicons.cues) + find_headline_claims(reading, lexicons.cues)
    drafts = let_quotations_run_on(reading, sorted(drafts, key=lambda draft: draft.cue.start))
    speakers = tuple((draft.cue.speaker_start, draft.cue.speaker_end) for draft in drafts if draft.cue.has_speaker)
    references = read_references(reading, lexicons.cues, speakers=speakers)
    claims: list[Claim] = []
    for draft in drafts:
        cue = draft.cue
        who = references.resolve(cue.speaker_start, cue.speaker_end) if cue.has_speaker else None
        claims.append(finish_claim(reading, draft, who, claims, cast=cast, dates=dates, lexicon=lexicons.cues))
    return tuple(sorted(claims, key=order_of))


def draft_claims(reading: Reading, lexicon: CueLexicon) -> list[Draft]:
    """The cues of an article with the contents that fit them; a content ends where the next cue that fits begins."""
    found = []
    for _, group in groupby(spot_cues(reading, lexicon), key=lambda cue: reading.sentence_of[cue.start]):
        cues: list[Cue] = list(group)
        kept = [cue for cue in cues if fit_draft(reading, cue, find_content(reading, cue, cues), lexicon)]
        drafts = (fit_draft(reading, cue, find_content(reading, cue, kept), lexicon) for cue in kept)
        found += [draft for draft in drafts if draft is not None]
    return found


def finish_claim(
    reading: Reading,
    draft: Draft,
    who: Referent | None,
    before: list[Claim],
    *,
    cast: Cast,
    dates: tuple[DateMention, ...],
    lexicon: CueLexicon,
) -> Claim:
    """The record of a draft whose speaker is known, with all that its sentence tells of it."""
    cue, text = draft.cue, reading.text
    speaker = who.name if who else None
    grounds = [Ground("speaker", reading.span(*who.named))] if who else []
    date = date_of_saying(reading, draft, dates)
    said_on = date.value if date else carried_day(reading, draft, speaker, before)
    if date:
        grounds.append(Ground("said_on", date.span))
    addressee, medium = find_addressee(reading, draft), find_medium(reading, draft, lexicon)
    condition = find_condition(reading, draft.content)
    grounds += [Ground(name, reading.span(*words)) for name, words in (("addressee", addressee), ("medium", medium)) if words]
    if condition:
        grounds.append(Ground("condition", Span(*condition, text[slice(*condition)])))
    return Claim(
        speaker=speaker,
        speaker_span=reading.span(cue.speaker_start, cue.speaker_end) if cue.has_speaker else None,
        cue=reading.span(cue.start, cue.end),
        content=tuple(Span(start, end, text[start:end]) for start, end in draft.content),
        mode=mode_of(reading, draft.content),
        said_on=said_on,
        stance=draft.frame.stance if draft.frame else Stance.ASSERTS,
        addressee=reading.span(*addressee).text if addressee else None,
        medium=reading.span(*medium).text if medium else None,
        condition=text[slice(*condition)] if condition else None,
        topics=find_topics(reading, draft.content, lexicon.topics),
        about=find_about(reading, draft.content, cast, speaker),
        grounds=tuple(grounds),
        rule=f"claims.{cue.shape}",
    )


def carried_day(reading: Reading, draft: Draft, speaker: str | None, before: list[Claim]) -> str | None:
    """The day of the statement that a claim plainly continues: `adding that`, `he continued`, or the same verb's second half."""
    if not before or before[-1].speaker != speaker or before[-1].cue is None:
        return None
    if draft.cue.shape in (Shape.PARTICIPLE, Shape.SHARED):
        same = reading.sentence_of[reading.word_at(before[-1].cue.start)] == reading.sentence_of[draft.cue.start]
        return before[-1].said_on if same else None
    return before[-1].said_on if draft.cue.lemma in CARRYING_ON else None


def order_of(claim: Claim) -> tuple[int, int]:
    """Claims stand in the order of their first words; of two that begin together, the longer comes first."""
    spans = [span for span in (claim.speaker_span, claim.cue, *claim.content) if span is not None]
    return min(span.start for span in spans), -max(span.end for span in spans)
