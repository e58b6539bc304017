from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from truce.extraction.cast import Cast, folded
from truce.records import Actor, ActorKind, Span

TEXT = "General Ana Berg said the Norland army shot. Berg denied it. The army did not answer."


def span(words: str, after: int = 0) -> Span:
    start = TEXT.index(words, after)
    return Span(start, start + len(words), words)


BERG = Actor("Ana Berg", ActorKind.PERSON, (span("Ana Berg"), span("Berg", 30)))
ARMY = Actor("Norland army", ActorKind.MILITARY, (span("Norland army"), span("army", 50)))
NORLAND = Actor("Norland", ActorKind.STATE, (span("Norland"),))
CAST = Cast((BERG, NORLAND, ARMY))


def test_a_place_in_the_text_leads_to_who_is_named_there() -> None:
    assert CAST.actor_at(8, 16) is BERG
    assert CAST.actor_at(45, 49) is BERG


def test_the_longest_mention_wins() -> None:
    start = TEXT.index("Norland")
    assert CAST.actor_at(start, start + 3) is ARMY


def test_where_nobody_is_named_there_is_nobody() -> None:
    assert CAST.actor_at(0, 7) is None
    assert CAST.actor_at(17, 21) is None
    assert Cast().actor_at(0, 100) is None


def test_touching_is_not_overlapping() -> None:
    assert CAST.actor_at(0, 8) is None
    assert CAST.actor_at(16, 17) is None


def test_words_lead_to_the_fullest_name() -> None:
    assert CAST.name_of("Berg") == "Ana Berg"
    assert CAST.name_of("the army") == "Norland army"
    assert CAST.name_of("The army’s") == "Norland army"


def test_words_for_nobody_stay_as_written() -> None:
    assert CAST.actor_of("Carla") is None
    assert CAST.name_of("Carla") == "Carla"


def test_words_for_two_lead_to_neither() -> None:
    other = Actor("Otto Berg", ActorKind.PERSON, (span("Berg", 30),))
    assert Cast((BERG, other)).actor_of("Berg") is None


def test_names_are_compared_without_article_and_ending() -> None:
    assert folded("The United Nations'") == "united nations"
    assert folded("the") == "the"


PLACES = st.lists(st.tuples(st.integers(0, 60), st.integers(1, 20)), max_size=12)


@given(PLACES, st.integers(0, 80), st.integers(1, 30))
def test_looking_up_gives_what_looking_at_each_mention_gives(places: list[tuple[int, int]], start: int, length: int) -> None:
    actors = tuple(
        Actor(str(number), ActorKind.OTHER, (Span(first, first + size, "x" * size),))
        for number, (first, size) in enumerate(places)
    )
    end = start + length
    overlapping = [
        each.mentions[0].end - each.mentions[0].start
        for each in actors
        if each.mentions[0].start < end and start < each.mentions[0].end
    ]
    found = Cast(actors).actor_at(start, end)
    assert (found is None) == (not overlapping)
    if found is not None:
        assert found.mentions[0].end - found.mentions[0].start == max(overlapping)
