"""A figure as it takes part in sums: its number, outcome, class and side."""

from __future__ import annotations

from dataclasses import dataclass

from truce.extraction.casualties.bearers import Bearer
from truce.extraction.casualties.drafts import Draft
from truce.extraction.casualties.groups import Sort
from truce.lexicons import Lexicons
from truce.records import ActorKind, Outcome, Qualifier, VictimClass

SPAN = 16  # figures behind a whole among which its parts are looked for
NEAR = 4  # sentences over which a part still belongs to the whole before it
FAR = 16  # sentences over which three figures may add up to one


@dataclass(frozen=True, slots=True)
class Counted:
    """One figure as it takes part in sums.

    `kind`, `side` (the key of a state) and `forces` (soldiers, police or fighters) are None where its words tell none.
    """

    draft: Draft
    bearer: Bearer
    kind: VictimClass | None
    side: str | None
    forces: str | None

    @property
    def is_open(self) -> bool:
        """Whether no noun says who the victims are: a bare count, or a nation."""
        group = self.bearer.group
        return group is None or group.head is None or self.side is not None

    @property
    def is_vague(self) -> bool:
        """Whether nobody can sum it: `several`, `dozens`."""
        quantity = self.draft.group.quantity
        return quantity is not None and quantity.qualifier is Qualifier.VAGUE

    @property
    def value(self) -> int:
        """The number itself, 1 for a single victim, 0 where nobody knows."""
        quantity = self.draft.group.quantity
        if self.draft.group.sort in (Sort.ONE, Sort.DEFINITE, Sort.NAMED, Sort.PRONOUN):
            return 1
        return (quantity.value or 0) if quantity is not None else 1

    @property
    def outcome(self) -> Outcome:
        """What befell the victims."""
        return self.draft.harm.outcome

    @property
    def sentence(self) -> int:
        """The sentence by its number."""
        return self.draft.scene.number


def side_of(name: str | None, lexicons: Lexicons) -> str | None:
    """The state that an adjective or name stands for, so that `American` and `U.S.` are one."""
    if name is None:
        return None
    entry = lexicons.actors.state_of_demonym(name) or lexicons.actors.find(name)
    return entry.key if entry is not None and entry.kind is ActorKind.STATE else None


def forces_of(bearer: Bearer, lexicons: Lexicons) -> str | None:
    """The kind of forces that the victims' noun names."""
    group = bearer.group
    if group is None or group.head is None:
        return None
    return lexicons.casualty_words.alike.get(bearer.scene.reading.lower[group.head])
