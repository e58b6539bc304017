"""The actors of one article, findable by the place or the words that name them."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, field

from truce.records import Actor


@dataclass(frozen=True)
class Cast:
    """Who takes part in an article, in the order of first mention."""

    actors: tuple[Actor, ...] = ()
    _places: tuple[tuple[int, int, Actor], ...] = field(init=False, repr=False, compare=False)
    _starts: tuple[int, ...] = field(init=False, repr=False, compare=False)
    _longest: int = field(init=False, repr=False, compare=False)
    _names: dict[str, Actor | None] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        places = sorted(
            ((mention.start, mention.end, actor) for actor in self.actors for mention in actor.mentions),
            key=lambda place: place[:2],
        )
        object.__setattr__(self, "_places", tuple(places))
        object.__setattr__(self, "_starts", tuple(place[0] for place in places))
        object.__setattr__(self, "_longest", max((end - start for start, end, _ in places), default=0))
        names: dict[str, Actor | None] = {}
        for actor in self.actors:
            for name in {folded(actor.name), *(folded(mention.text) for mention in actor.mentions)}:
                names[name] = actor if names.get(name, actor) is actor else None
        object.__setattr__(self, "_names", names)

    def actor_at(self, start: int, end: int) -> Actor | None:
        """The actor with a mention that overlaps `text[start:end]`; the longest such mention wins, then the first."""
        best: tuple[int, Actor] | None = None
        index = bisect_right(self._starts, end - 1) - 1
        while index >= 0 and self._starts[index] > start - self._longest:
            first, last, actor = self._places[index]
            if last > start and (best is None or last - first >= best[0]):
                best = (last - first, actor)
            index -= 1
        return best[1] if best else None

    def actor_of(self, words: str) -> Actor | None:
        """The one actor that some mention calls by these words; None where none or two are called so."""
        return self._names.get(folded(words))

    def name_of(self, words: str) -> str:
        """The fullest name of whoever these words name; the words themselves where nobody is called so."""
        actor = self.actor_of(words)
        return actor.name if actor else words


def folded(name: str) -> str:
    """A name as names are compared: small letters, without an article before or `'s` behind it.

    >>> folded("The Lebanese army’s")
    'lebanese army'
    """
    words = name.casefold().replace("’", "'").split()
    if len(words) > 1 and words[0] in ("the", "a", "an"):
        words = words[1:]
    return " ".join(words).removesuffix("'s").removesuffix("'")
