"""Who said what: every act of communication that the article reports."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from truce.extraction.body import Body
from truce.extraction.cast import Cast
from truce.extraction.claims.content import find_content
from truce.extraction.claims.fitting import fit_frame
from truce.extraction.reading import read_article
from truce.extraction.claims.spotting import Shape, spot_cues
from truce.extraction.reference import read_references
from truce.lexicons import Lexicons
from truce.records import Claim, DateMention, Mode, Span

if TYPE_CHECKING:
    from spacy.tokens import Doc


def find_claims(doc: Doc, body: Body, cast: Cast, dates: tuple[DateMention, ...], lexicons: Lexicons) -> tuple[Claim, ...]:
    """The claims of headline and story, in order."""
    reading = read_article(doc, body)
    found = []
    references = read_references(reading, lexicons.cues)
    for _, group in groupby(spot_cues(reading, lexicons.cues), key=lambda cue: reading.sentence_of[cue.start]):
        cues = list(group)
        for cue in cues:
            content = find_content(reading, cue, cues)
            if content and (cue.shape is Shape.ACCORDING or fit_frame(reading, cue, content, lexicons.cues)):
                sp = reading.span(cue.speaker_start, cue.speaker_end) if cue.has_speaker else None
                found.append(
                    Claim(
                        references.resolve(cue.speaker_start, cue.speaker_end).name if sp else None,
                        sp,
                        reading.span(cue.start, cue.end),
                        tuple(Span(a, b, doc.text[a:b]) for a, b in content),
                        Mode.INDIRECT,
                        rule=f"claims.{cue.shape}",
                    )
                )
    return tuple(found)
