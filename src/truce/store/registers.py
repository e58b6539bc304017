"""Actors and places across articles, as the lexicons and the database know them."""

from __future__ import annotations

from dataclasses import dataclass

from truce.lexicons import Lexicons
from truce.store.actor_rows import ActorRows
from truce.store.place_rows import PlaceRows


@dataclass(frozen=True, slots=True)
class Registers:
    """Both registers; they remember ids, so `forget` when a transaction fails."""

    actors: ActorRows
    places: PlaceRows

    def forget(self) -> None:
        """Ask the database anew: rows that were made may be gone."""
        self.actors.forget()
        self.places.forget()


def read_registers(lexicons: Lexicons) -> Registers:
    """The registers over the lexicons that ship with truce, or others."""
    return Registers(ActorRows(lexicons.actors), PlaceRows(lexicons.places, lexicons.actors))
