"""Who said what: every act of communication that the article reports."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from truce.extraction.body import Body
from truce.extraction.cast import Cast
from truce.extraction.claims.content import find_content
from truce.extraction.claims.cue import Cue
from truce.extraction.claims.drafts import Draft
from truce.extraction.claims.finishing import Setting, finish_claim
from truce.extraction.claims.fitting import fit_draft
from truce.extraction.claims.headlines import find_headline_claims
from truce.extraction.claims.quotations import let_quotations_run_on
from truce.extraction.claims.spotting import spot_cues
from truce.extraction.reading import Reading, read_article
from truce.extraction.reference import read_references
from truce.lexicons import Lexicons
from truce.lexicons.cues import CueLexicon
from truce.records import Claim, DateMention, Stance

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
    references = read_references(reading, cast, lexicons, speakers=speakers)
    setting = Setting(reading, cast, dates, lexicons.cues)
    claims: list[Claim] = []
    for draft in drafts:
        cue = draft.cue
        who = references.resolve(cue.speaker_start, cue.speaker_end, answers=is_answer(draft)) if cue.has_speaker else None
        claims.append(finish_claim(setting, draft, who, claims))
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


def is_answer(draft: Draft) -> bool:
    """Whether a claim turns something away that another must have said before."""
    return draft.frame is not None and draft.frame.stance in (Stance.DENIES, Stance.REJECTS)


def order_of(claim: Claim) -> tuple[int, int]:
    """Claims stand in the order of their first words; of two that begin together, the longer comes first."""
    spans = [span for span in (claim.speaker_span, claim.cue, *claim.content) if span is not None]
    return min(span.start for span in spans), -max(span.end for span in spans)
