"""The actors of one article, findable by the place or the words that name them."""

from __future__ import annotations

from dataclasses import dataclass

from truce.records import Actor


@dataclass(frozen=True)
class Cast:
    """Who takes part in an article, in the order of first mention."""

    actors: tuple[Actor, ...] = ()

    def actor_at(self, start: int, end: int) -> Actor | None:
        """The actor with a mention that overlaps `text[start:end]`; the longest such mention wins."""
        best: tuple[int, Actor] | None = None
        for actor in self.actors:
            for mention in actor.mentions:
                if mention.start < end and start < mention.end:
                    length = mention.end - mention.start
                    if best is None or length > best[0]:
                        best = (length, actor)
        return best[1] if best else None
