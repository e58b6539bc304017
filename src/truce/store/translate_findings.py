"""Findings as rows, and from their rows with the words that these rest on."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from truce.records import (
    Actor,
    ActorKind,
    CasualtyFigure,
    Claim,
    DateMention,
    Ground,
    Mode,
    Outcome,
    Qualifier,
    Scope,
    Span,
    Stance,
    TruceStatement,
    TruceStatus,
    VictimClass,
)
from truce.store.claim_keys import claim_key
from truce.store.days import Days
from truce.store.evidence import Placed
from truce.store.tables import CasualtyRow, ClaimRow, DateRow, MentionRow, TruceRow


class Words:
    """The spans of one finding by field, with their words cut from the article."""

    def __init__(self, spans: Iterable[Placed]) -> None:
        """Spans in the order of their positions."""
        self._fields: defaultdict[str, list[Span]] = defaultdict(list)
        grounds: list[Ground] = []
        for placed in spans:
            if placed.is_ground:
                grounds.append(Ground(placed.field, placed.span))
            else:
                self._fields[placed.field].append(placed.span)
        self.grounds = tuple(grounds)

    def one(self, field: str) -> Span | None:
        """The span of a field, None where it has none."""
        spans = self._fields.get(field)
        return spans[0] if spans else None

    def the(self, field: str) -> Span:
        """The span of a field that is never without; an empty one where the database has lost it (see verify)."""
        return self.one(field) or Span(0, 0, "")

    def all(self, field: str) -> tuple[Span, ...]:
        """Every span of a field, in order."""
        return tuple(self._fields.get(field, ()))


def from_actor(actor: Actor, *, article_id: int, position: int, actor_id: int) -> MentionRow:
    """An actor of one article as a row."""
    return MentionRow(
        article_id=article_id,
        position=position,
        actor_id=actor_id,
        name=actor.name,
        kind=actor.kind.value,
        role=actor.role,
        affiliation=actor.affiliation,
        key=actor.key,
        rule=actor.rule,
    )


def to_actor(row: MentionRow, words: Words) -> Actor:
    """An actor as one article presents it."""
    return Actor(
        name=row.name,
        kind=ActorKind(row.kind),
        mentions=words.all("mentions"),
        role=row.role,
        affiliation=row.affiliation,
        key=row.key,
        grounds=words.grounds,
        rule=row.rule,
    )


def from_claim(claim: Claim, *, article_id: int, position: int, days: Days, speaker_id: int | None) -> ClaimRow:
    """A claim as a row; whom it is about goes to `claim_subjects`."""
    return ClaimRow(
        article_id=article_id,
        position=position,
        speaker=claim.speaker,
        speaker_id=speaker_id,
        mode=claim.mode.value,
        stance=claim.stance.value,
        said_on=claim.said_on,
        addressee=claim.addressee,
        medium=claim.medium,
        condition=claim.condition,
        topics=list(claim.topics),
        content_key=claim_key(" … ".join(span.text for span in claim.content)),
        date_start=days.start,
        date_end=days.end,
        date_basis=days.basis,
        rule=claim.rule,
    )


def to_claim(row: ClaimRow, words: Words, about: Sequence[str]) -> Claim:
    """A claim; `about` are the names from `claim_subjects`."""
    return Claim(
        speaker=row.speaker,
        speaker_span=words.one("speaker_span"),
        cue=words.one("cue"),
        content=words.all("content"),
        mode=Mode(row.mode),
        said_on=row.said_on,
        stance=Stance(row.stance),
        addressee=row.addressee,
        medium=row.medium,
        condition=row.condition,
        topics=tuple(row.topics),
        about=tuple(about),
        grounds=words.grounds,
        rule=row.rule,
    )


def from_casualty(figure: CasualtyFigure, *, article_id: int, position: int, days: Days) -> CasualtyRow:
    """A casualty figure as a row, not yet led to other rows: actors, place, the figure that it is part of."""
    return CasualtyRow(
        article_id=article_id,
        position=position,
        count=figure.count,
        low=figure.low,
        high=figure.high,
        qualifier=figure.qualifier.value,
        outcome=figure.outcome.value,
        victims=figure.victims,
        victim_class=figure.victim_class.value,
        affiliation=figure.affiliation,
        place=figure.place,
        source=figure.source,
        scope=figure.scope.value,
        period=figure.period,
        date_start=days.start,
        date_end=days.end,
        date_basis=days.basis,
        rule=figure.rule,
    )


def to_casualty(row: CasualtyRow, words: Words, positions: Mapping[int, int]) -> CasualtyFigure:
    """A casualty figure; `positions` lead from the id of a figure to its index in the article's list."""
    return CasualtyFigure(
        evidence=words.the("evidence"),
        count=row.count,
        low=row.low,
        high=row.high,
        qualifier=Qualifier(row.qualifier),
        outcome=Outcome(row.outcome),
        victims=row.victims,
        victim_class=VictimClass(row.victim_class),
        affiliation=row.affiliation,
        place=row.place,
        source=row.source,
        scope=Scope(row.scope),
        period=row.period,
        subset_of=None if row.subset_of_id is None else positions.get(row.subset_of_id),
        grounds=words.grounds,
        rule=row.rule,
    )


def from_date(date: DateMention, *, article_id: int, position: int, days: Days) -> DateRow:
    """A date expression as a row."""
    return DateRow(
        article_id=article_id,
        position=position,
        value=date.value,
        date_start=days.start,
        date_end=days.end,
        date_basis=days.basis,
        rule=date.rule,
    )


def to_date(row: DateRow, words: Words) -> DateMention:
    """A date expression."""
    return DateMention(span=words.the("span"), value=row.value, grounds=words.grounds, rule=row.rule)


def from_truce(truce: TruceStatement, *, article_id: int, position: int, days: Days) -> TruceRow:
    """A statement about a truce as a row; parties and mediators go to `truce_parties`."""
    return TruceRow(
        article_id=article_id,
        position=position,
        status=truce.status.value,
        duration=truce.duration,
        conditions=truce.conditions,
        in_force_on=truce.in_force_on,
        date_start=days.start,
        date_end=days.end,
        date_basis=days.basis,
        rule=truce.rule,
    )


def to_truce(row: TruceRow, words: Words, names: Mapping[str, Sequence[str]]) -> TruceStatement:
    """A statement about a truce; `names` are those of `truce_parties` by their part."""
    return TruceStatement(
        status=TruceStatus(row.status),
        span=words.the("span"),
        parties=tuple(names.get("party", ())),
        duration=row.duration,
        conditions=row.conditions,
        mediators=tuple(names.get("mediator", ())),
        in_force_on=row.in_force_on,
        grounds=words.grounds,
        rule=row.rule,
    )
