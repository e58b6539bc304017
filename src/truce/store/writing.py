"""The findings of one article become rows."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Any

from sqlmodel import Session, col, delete

from truce.records import Actor, ActorKind, CasualtyFigure, Claim, DateMention, Extraction, Span, TruceStatement
from truce.store.actor_rows import is_state
from truce.store.days import Days, days_of, finding_days
from truce.store.evidence import spans_of
from truce.store.folding import fold, fold_place
from truce.store.naming import speaks_by_role
from truce.store.registers import Registers
from truce.store.separations import Separations
from truce.store.tables import (
    AffiliationRow,
    AliasRow,
    CasualtyRow,
    ClaimRow,
    ClaimSubjectRow,
    DateRow,
    EvidenceSpanRow,
    MentionRow,
    TrucePartyRow,
    TruceRow,
)
from truce.store.translate_findings import from_actor, from_casualty, from_claim, from_date, from_truce

POSSESSIVE = re.compile(r"['’]s?\s")
# Of these an article tells only which country they are of, not that they speak for it.
OF_A_COUNTRY = frozenset([ActorKind.ARMED_GROUP, ActorKind.NGO, ActorKind.MEDIA, ActorKind.OTHER])


def erase_findings(session: Session, article_id: int) -> None:
    """Take out what was found in an article before; the spans go with their findings by trigger."""
    for table in (EvidenceSpanRow, ClaimRow, CasualtyRow, DateRow, TruceRow, MentionRow, AffiliationRow, AliasRow):
        session.exec(delete(table).where(col(table.article_id) == article_id))


class Writer:
    """Writes the findings of one article, each name led to the row of its actor or place."""

    def __init__(self, session: Session, article_id: int, days: Days, *, registers: Registers, apart: Separations) -> None:
        self.session, self.article_id, self.days = session, article_id, days
        self.actors, self.places, self.apart = registers.actors, registers.places, apart
        self._here: dict[str, int] = {}  # actors by the names of this article

    def write(self, extraction: Extraction) -> None:
        """All findings, actors first: the others' names are looked up among them."""
        self._write_spans("articles", [(self.article_id, extraction.published)])
        self._write_actors(extraction.actors)
        self._write_claims(extraction.claims)
        self._write_casualties(extraction.casualties, extraction.claims)
        self._write_dates(extraction.dates)
        self._write_truces(extraction.truces)
        self.session.flush()

    def _write_actors(self, actors: Sequence[Actor]) -> None:
        rows = [
            from_actor(actor, article_id=self.article_id, position=position, actor_id=self._acting(actor))
            for position, actor in enumerate(actors)
        ]
        self._add("mentions", rows, actors)
        self._learn_names(actors, rows)
        self._write_affiliations(actors, rows)

    def _acting(self, actor: Actor) -> int:
        keyed = self.actors.keyed(self.session, actor.key) if actor.key else None
        found = self.actors.named(self.session, actor.name, kind=actor.kind) if keyed is None else keyed
        found = self.apart.apply(found, actor.name)
        return self._here.setdefault(fold(actor.name), found)

    def _learn_names(self, actors: Sequence[Actor], rows: Sequence[MentionRow]) -> None:
        """Remember under what other names an actor stands here, where only one is called so."""
        called: defaultdict[str, set[int]] = defaultdict(set)
        aliases: dict[tuple[int, str], str] = {}
        for actor, row in zip(actors, rows, strict=True):
            for mention in actor.mentions:
                called[fold(mention.text)].add(row.actor_id)
                if is_another_name(mention, actor):
                    aliases.setdefault((row.actor_id, fold(mention.text)), " ".join(mention.text.split()))
        for folded, ids in called.items():
            if len(ids) == 1:
                self._here.setdefault(folded, *ids)
        self.session.add_all(
            AliasRow(actor_id=actor_id, article_id=self.article_id, name=name, folded=folded)
            for (actor_id, folded), name in aliases.items()
        )

    def _write_affiliations(self, actors: Sequence[Actor], rows: Sequence[MentionRow]) -> None:
        for actor, row in zip(actors, rows, strict=True):
            above = self._actor(actor.affiliation)
            if above is not None and above != row.actor_id:
                self.session.add(self._affiliation(actor, row.actor_id, above))

    def _affiliation(self, actor: Actor, actor_id: int, above: int) -> AffiliationRow:
        """That an actor belongs to another, as this article tells it, and so for this article only."""
        of_state = is_state(self.session, above)
        is_voice = actor.kind not in (OF_A_COUNTRY if of_state else ()) and (
            actor.kind is not ActorKind.PERSON or speaks_by_role(actor.role, self.actors.words, of_state=of_state)
        )
        return AffiliationRow(
            actor_id=actor_id, affiliation_id=above, article_id=self.article_id, role=actor.role, speaks_for=is_voice
        )

    def _write_claims(self, claims: Sequence[Claim]) -> None:
        rows = [
            from_claim(
                claim,
                article_id=self.article_id,
                position=position,
                days=finding_days(claim.said_on, self.days),
                speaker_id=self._actor(claim.speaker),
            )
            for position, claim in enumerate(claims)
        ]
        self._add("claims", rows, claims)
        self.session.add_all(
            ClaimSubjectRow(claim_id=id_of(row), position=position, name=name, actor_id=self._actor(name))
            for row, claim in zip(rows, claims, strict=True)
            for position, name in enumerate(claim.about)
        )

    def _write_casualties(self, figures: Sequence[CasualtyFigure], claims: Sequence[Claim]) -> None:
        rows = [
            from_casualty(figure, article_id=self.article_id, position=position, days=finding_days(figure.period, self.days))
            for position, figure in enumerate(figures)
        ]
        for figure, row in zip(figures, rows, strict=True):
            row.affiliation_id, row.source_id = self._actor(figure.affiliation), self._actor(source_of(figure, claims))
            row.place_id = self._place(figure.place)
        self._add("casualties", rows, figures)
        for figure, row in zip(figures, rows, strict=True):
            row.subset_of_id = None if figure.subset_of is None else id_of(rows[figure.subset_of])

    def _write_dates(self, dates: Sequence[DateMention]) -> None:
        rows = [
            from_date(date, article_id=self.article_id, position=position, days=days_of(date.value))
            for position, date in enumerate(dates)
        ]
        self._add("dates", rows, dates)

    def _write_truces(self, truces: Sequence[TruceStatement]) -> None:
        rows = [
            from_truce(truce, article_id=self.article_id, position=position, days=finding_days(truce.in_force_on, self.days))
            for position, truce in enumerate(truces)
        ]
        self._add("truces", rows, truces)
        self.session.add_all(
            TrucePartyRow(truce_id=id_of(row), part=part, position=position, name=name, actor_id=self._actor(name))
            for row, truce in zip(rows, truces, strict=True)
            for part, names in (("party", truce.parties), ("mediator", truce.mediators))
            for position, name in enumerate(names)
        )

    def _actor(self, written: str | None) -> int | None:
        """Whoever a name stands for, as this article uses it; None for one without a letter."""
        if written is None or not fold(written):
            return None
        known = self._here.get(fold(written))
        return self.apart.apply(self.actors.named(self.session, written) if known is None else known, written)

    def _place(self, written: str | None) -> int | None:
        return self.places.named(self.session, written) if written and fold_place(written) else None

    def _add(self, kind: str, rows: Sequence[Any], findings: Sequence[Any]) -> None:
        self.session.add_all(rows)
        self.session.flush()
        self._write_spans(kind, zip(map(id_of, rows), findings, strict=True))

    def _write_spans(self, kind: str, findings: Iterable[tuple[int, Any]]) -> None:
        self.session.add_all(
            EvidenceSpanRow(
                article_id=self.article_id,
                kind=kind,
                record_id=record_id,
                field=placed.field,
                position=placed.position,
                start=placed.span.start,
                end=placed.span.end,
                is_ground=placed.is_ground,
            )
            for record_id, record in findings
            for placed in spans_of(record)
        )


def is_another_name(mention: Span, actor: Actor) -> bool:
    """Whether a mention is a name to look the actor up by, in any article.

    `Marek` is for Ivo Marek, `ODG` for a guard; `Ostrova's prime minister` and `He` are not, nor is `Officials`.
    """
    text, known = mention.text.strip(), fold(actor.name).split()
    folded = fold(text).split()
    if not text[:1].isupper() or folded == known or len(text) < 2 or POSSESSIVE.search(text):
        return False
    if set(folded) & set(known):
        return True
    is_proper = text.isupper() or (len(folded) > 1 and all(word[:1].isupper() for word in text.split()))
    return is_proper and actor.kind is not ActorKind.PERSON


def id_of(row: Any) -> int:
    """The id that a row got when it was written."""
    assert row.id is not None
    return int(row.id)


def source_of(figure: CasualtyFigure, claims: Sequence[Claim]) -> str | None:
    """Who gave a figure, by the name that the claim which tells it gives its speaker: `the ministry` is Norland's."""
    told = [ground.span for ground in figure.grounds if ground.field == "source"]
    speakers = (
        claim.speaker for claim in claims if claim.speaker_span and any(claim.speaker_span.overlaps(span) for span in told)
    )
    return next((speaker for speaker in speakers if speaker), figure.source)
