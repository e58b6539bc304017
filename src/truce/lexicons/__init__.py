"""The words we know, as data: one TOML file a kind, each with the module that loads and checks it."""

from __future__ import annotations

from functools import cache, cached_property
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from truce.lexicons.actor_nouns import ActorNounLexicon
    from truce.lexicons.actors import ActorLexicon
    from truce.lexicons.agencies import AgencyLexicon
    from truce.lexicons.calendar import CalendarLexicon
    from truce.lexicons.casualty_words import CasualtyLexicon
    from truce.lexicons.cues import CueLexicon
    from truce.lexicons.dated_facts import DatedFacts
    from truce.lexicons.offices import OfficeLexicon
    from truce.lexicons.page_words import PageLexicon
    from truce.lexicons.places import PlaceLexicon
    from truce.lexicons.reference import ReferenceLexicon
    from truce.lexicons.setting_words import SettingLexicon
    from truce.lexicons.truce_words import TruceLexicon


class Lexicons:
    """All word lists; each is read when it is first asked for, and kept."""

    @cached_property
    def actors(self) -> ActorLexicon:
        """States, governments, armies, groups, bodies, media, leaders with office and tenure."""
        from truce.lexicons.actors import read_actors

        return read_actors()

    @cached_property
    def agencies(self) -> AgencyLexicon:
        """News agencies by the names that reports and credit lines give them."""
        from truce.lexicons.agencies import read_agencies

        return read_agencies()

    @cached_property
    def actor_nouns(self) -> ActorNounLexicon:
        """Nouns that tell what an unnamed actor is, and words before a person's name."""
        from truce.lexicons.actor_nouns import read_actor_nouns

        return read_actor_nouns()

    @cached_property
    def places(self) -> PlaceLexicon:
        """Countries, capitals, regions and towns."""
        from truce.lexicons.places import read_places

        return read_places()

    @cached_property
    def cues(self) -> CueLexicon:
        """Verbs and phrases of reporting."""
        from truce.lexicons.cues import read_cues

        return read_cues()

    @cached_property
    def reference(self) -> ReferenceLexicon:
        """Titles, offices and other words by which somebody named before is taken up."""
        from truce.lexicons.reference import read_reference

        return read_reference()

    @cached_property
    def casualty_words(self) -> CasualtyLexicon:
        """Outcomes, victims and their classes."""
        from truce.lexicons.casualty_words import read_casualty_words

        return read_casualty_words()

    @cached_property
    def setting_words(self) -> SettingLexicon:
        """Nouns of events and places, and what tells where and over how long harm was done."""
        from truce.lexicons.setting_words import read_setting_words

        return read_setting_words()

    @cached_property
    def truce_words(self) -> TruceLexicon:
        """Names of ceasefires and the words for their course."""
        from truce.lexicons.truce_words import read_truce_words

        return read_truce_words()

    @cached_property
    def page_words(self) -> PageLexicon:
        """Lines that stand around a story on a saved page."""
        from truce.lexicons.page_words import read_page_words

        return read_page_words()

    @cached_property
    def calendar(self) -> CalendarLexicon:
        """Days that are known without an article: elections, holidays, anniversaries."""
        from truce.lexicons.calendar import read_calendar

        return read_calendar()

    @cached_property
    def offices(self) -> OfficeLexicon:
        """Who held which office, and when."""
        from truce.lexicons.offices import read_offices

        return read_offices()

    @cached_property
    def dated_facts(self) -> DatedFacts:
        """Deaths, elections, outbreaks of war and names that came up, each with its day."""
        from truce.lexicons.dated_facts import read_dated_facts

        return read_dated_facts()


@cache
def load_lexicons() -> Lexicons:
    """The lexicons that ship with truce."""
    return Lexicons()
