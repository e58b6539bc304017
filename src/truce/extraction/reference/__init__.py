"""Find the fullest name that an article gives to whoever a few of its words stand for.

Find first, resolve after: a pronoun, a bare surname, an acronym, `the minister`, `the group` or `it` is looked up among those
named before it, the nearest speaker first. What stays ambiguous stays as written.
"""

from __future__ import annotations

from truce.extraction.cast import Cast
from truce.extraction.reading import Reading
from truce.extraction.reference.mentions import collect_acronyms, collect_mentions
from truce.extraction.reference.persons import Persons
from truce.extraction.reference.referents import POSSESSIVES, PRONOUNS, Referent
from truce.extraction.reference.resolving import References
from truce.lexicons import Lexicons

__all__ = ["POSSESSIVES", "PRONOUNS", "References", "Referent", "read_references"]


def read_references(
    reading: Reading, cast: Cast, lexicons: Lexicons, *, speakers: tuple[tuple[int, int], ...] = ()
) -> References:
    """Those an article names, ready to be looked up; `speakers` are the words for all its speakers, in order."""
    persons = Persons()
    mentions = collect_mentions(reading, cast, persons, lexicons)
    return References(
        reading, cast, lexicons, persons=persons, mentions=mentions, acronyms=collect_acronyms(reading), speakers=speakers
    )
