"""What changed between two versions of an article, or between two readings of one: figures, claims, truces, sentences."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, Generic, TypeVar

from rapidfuzz import fuzz

from truce.ledger.wording import SentenceChange, compare_wording, is_trivial, plain
from truce.records import CasualtyFigure, Claim, Extraction, TruceStatement

Finding = TypeVar("Finding")
ALIKE = 60  # of 100: words less alike than this are not one finding put otherwise

# The fields in which a finding may have changed; where its words stand is no change.
FIGURE_FIELDS = "count low high qualifier outcome victims victim_class affiliation place source scope period".split()
CLAIM_FIELDS = "speaker mode said_on stance addressee medium condition topics about".split()
TRUCE_FIELDS = "status parties duration conditions mediators in_force_on".split()


class ChangeKind(StrEnum):
    """What happened to a finding."""

    ADDED = "added"
    GONE = "gone"
    ALTERED = "altered"


@dataclass(frozen=True, slots=True)
class Change(Generic[Finding]):
    """A finding that is not as it was: one of both is None where it is new or gone; `fields` are those that differ."""

    kind: ChangeKind
    before: Finding | None
    after: Finding | None
    fields: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two extractions beside each other. `is_trivial` where the texts differ in blanks and the shape of marks only."""

    before: Extraction
    after: Extraction
    sentences: tuple[SentenceChange, ...]
    figures: tuple[Change[CasualtyFigure], ...]
    claims: tuple[Change[Claim], ...]
    truces: tuple[Change[TruceStatement], ...]

    @property
    def is_trivial(self) -> bool:
        """Whether the texts say the same in the same words."""
        return is_trivial(self.sentences)

    @property
    def is_same(self) -> bool:
        """Whether nothing changed that is looked at here."""
        return not (self.sentences or self.figures or self.claims or self.truces)


def compare(before: Extraction, after: Extraction) -> Comparison:
    """What changed from one extraction to another."""
    return Comparison(
        before,
        after,
        compare_wording(before.article.text, after.article.text) if before.article.text != after.article.text else (),
        match(before.casualties, after.casualties, FIGURE_FIELDS, figure_words),
        match(before.claims, after.claims, CLAIM_FIELDS, claim_words),
        match(before.truces, after.truces, TRUCE_FIELDS, truce_words),
    )


def figure_words(figure: CasualtyFigure) -> str:
    """The words that a figure rests on."""
    return plain(figure.evidence.text)


def claim_words(claim: Claim) -> str:
    """What was said."""
    return plain(" … ".join(span.text for span in claim.content))


def truce_words(truce: TruceStatement) -> str:
    """The words of a statement about a truce."""
    return plain(truce.span.text)


def match(
    before: Sequence[Finding], after: Sequence[Finding], fields: Sequence[str], words: Callable[[Finding], str]
) -> tuple[Change[Finding], ...]:
    """The findings that are new, gone or altered, in the order of the later ones, those gone last.

    Those that agree in all fields and words are the same. Of the others, each is the one most like it, by words and fields.
    """
    gone = list(before)
    fresh = []
    for finding in after:
        same = next((each for each in gone if words(each) == words(finding) and not differing(each, finding, fields)), None)
        if same is None:
            fresh.append(finding)
        else:
            gone.remove(same)
    changes: list[Change[Finding]] = []
    for finding in fresh:
        scored = [(likeness(each, finding, fields, words), -place) for place, each in enumerate(gone)]
        score, place = max(scored, default=(0.0, 0))
        if score < ALIKE:
            changes.append(Change(ChangeKind.ADDED, None, finding))
            continue
        was = gone.pop(-place)
        differ = differing(was, finding, fields)
        changes.append(Change(ChangeKind.ALTERED, was, finding, differ or ("words",)))
    return (*changes, *(Change(ChangeKind.GONE, each, None) for each in gone))


def differing(one: Any, other: Any, fields: Sequence[str]) -> tuple[str, ...]:
    """The fields in which two findings differ."""
    return tuple(field for field in fields if getattr(one, field) != getattr(other, field))


def likeness(one: Finding, other: Finding, fields: Sequence[str], words: Callable[[Finding], str]) -> float:
    """How alike two findings are, of 100: their words by two thirds, their fields by one; less where the first field says so.

    A figure of another outcome is another figure, whatever its words.
    """
    if getattr(one, "outcome", None) != getattr(other, "outcome", None):
        return 0.0
    alike = len(fields) - len(differing(one, other, fields))
    return (2 * fuzz.ratio(words(one), words(other)) + 100 * alike / len(fields)) / 3
