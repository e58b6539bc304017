"""The record of a figure, put together from what each finder told of it."""

from __future__ import annotations

from dataclasses import dataclass

from truce.extraction.casualties.bearers import Bearer
from truce.extraction.casualties.drafts import Draft, Told
from truce.extraction.casualties.setting import Setting
from truce.records import CasualtyFigure, Ground, Qualifier, VictimClass


@dataclass(frozen=True, slots=True)
class Victims:
    """Who the victims of one figure are."""

    bearer: Bearer
    kind: Told[VictimClass]
    affiliation: Told[str | None]
    whole: Told[int | None]

    @property
    def grounds(self) -> tuple[Ground, ...]:
        """The words that each part rests on."""
        written = (Ground("victims", self.bearer.span),) if self.bearer.span else ()
        return (*written, *self.kind.grounds, *self.affiliation.grounds, *self.whole.grounds)


def to_figure(draft: Draft, victims: Victims, setting: Setting) -> CasualtyFigure:
    """The record of one draft."""
    reading, quantity = draft.reading, draft.group.quantity
    count = reading.span(quantity.first, quantity.last) if quantity else None
    grounds = (Ground("count", count),) if count else ()
    return CasualtyFigure(
        evidence=reading.span(draft.first, draft.last),
        count=count.text if count else None,
        low=quantity.low if quantity else 1,
        high=quantity.high if quantity else 1,
        qualifier=quantity.qualifier if quantity else Qualifier.EXACT,
        outcome=draft.harm.outcome,
        victims=victims.bearer.text,
        victim_class=victims.kind.value,
        affiliation=victims.affiliation.value,
        place=setting.place,
        source=setting.source,
        scope=setting.scope,
        period=setting.period,
        subset_of=victims.whole.value,
        grounds=(*grounds, *victims.grounds, *setting.grounds),
        rule=f"casualties.{draft.link.rule}",
    )
