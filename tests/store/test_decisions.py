"""What a person decides about actors holds, survives re-extraction, and can be taken back."""

from __future__ import annotations

from typing import Any

import pytest

from truce.answers import DecisionKind, Query
from truce.errors import StoreError
from truce.records import ActorKind, TruceStatus
from truce.store import Store


def article(report: Any, name: str, speaker: str) -> Any:
    """A report of one person's words and of a count of hers."""
    made = report(f"{speaker} said two died. A truce holds.", name=name, published="2024-05-01")
    made.actor(speaker, ActorKind.PERSON, role="spokeswoman", affiliation="Grey Banner")
    made.claim(speaker, "said", "two died", about=(speaker,)).figure("two died", 2, source=speaker)
    return made.truce(TruceStatus.IN_FORCE, "A truce holds", parties=(speaker,))


@pytest.fixture
def people(store: Store, save: Any, report: Any) -> Store:
    """Two articles quote an Edda Holm, one a Dr E. Holm."""
    save(*(article(report, name, speaker) for name, speaker in [("a", "Edda Holm"), ("b", "Edda Holm"), ("c", "Dr E. Holm")]))
    return store


def counts(store: Store) -> dict[str, tuple[int, int, int, int]]:
    return {row.name: (row.articles, row.claims, row.figures, row.truces) for row in store.actors(Query(search="holm")).rows}


def test_merged_actors_are_one_everywhere(people: Store) -> None:
    made = people.merge_actors("Edda Holm", "Dr E. Holm", note="same office")
    assert (made.kind, made.actor, made.other, made.note) == (DecisionKind.MERGE, "Edda Holm", "Dr E. Holm", "same office")
    assert counts(people) == {"Edda Holm": (3, 3, 3, 3)}
    assert people.actors(Query(search="edda")).rows[0].aliases == ("Dr E. Holm",)
    for name in ("Edda Holm", "dr e holm"):
        assert people.claims(Query(actor=name, exact=True)).total == 3
        assert people.truces(Query(actor=name)).total == 3
    assert people.claims(Query(actor="Grey Banner")).total == 3
    assert people.verify() == ()


def test_a_merge_is_taken_back(people: Store) -> None:
    before = counts(people)
    made = people.merge_actors("Edda Holm", "Dr E. Holm")
    undone = people.undo_decision(made.id)
    assert undone.undone_at is not None
    assert counts(people) == before
    assert [decision.id for decision in people.decisions()] == [made.id]


def test_a_merge_survives_a_new_extraction(people: Store, report: Any) -> None:
    people.merge_actors("Edda Holm", "Dr E. Holm")
    people.save(article(report, "c", "Dr E. Holm").extraction(), extractor_version="2")
    assert counts(people) == {"Edda Holm": (3, 3, 3, 3)}


def test_merges_chain_and_come_apart_one_by_one(people: Store, save: Any, report: Any) -> None:
    save(article(report, "d", "Holm of Kamen"))
    people.merge_actors("Dr E. Holm", "Holm of Kamen")
    second = people.merge_actors("Edda Holm", "Dr E. Holm")
    assert counts(people) == {"Edda Holm": (4, 4, 4, 4)}
    people.undo_decision(second.id)
    assert counts(people) == {"Edda Holm": (2, 2, 2, 2), "Dr E. Holm": (2, 2, 2, 2)}


def test_an_actor_is_split_from_its_merge_and_the_split_taken_back(people: Store) -> None:
    people.merge_actors("Edda Holm", "Dr E. Holm")
    number = next(row.id for row in people.actors(Query(article="c")).rows)
    with pytest.raises(StoreError, match="say what is written so"):
        people.split_actor("Grey Banner")
    made = people.split_actor("Dr E. Holm")
    assert (made.kind, made.actor, made.other) == (DecisionKind.SPLIT, "Dr E. Holm", None)
    assert counts(people)["Dr E. Holm"] == (1, 1, 1, 1)
    people.undo_decision(made.id)
    assert counts(people) == {"Edda Holm": (3, 3, 3, 3)}
    assert number == people.actors(Query(search="edda")).rows[0].id


def test_two_people_of_one_name_are_told_apart_by_article(people: Store, report: Any) -> None:
    made = people.split_actor("Edda Holm", article="b", name="Edda Holm of Lida")
    assert (made.actor, made.other, made.article) == ("Edda Holm", "Edda Holm of Lida", "b")
    apart = {"Edda Holm": (1, 1, 1, 1), "Edda Holm of Lida": (1, 1, 1, 1), "Dr E. Holm": (1, 1, 1, 1)}
    assert counts(people) == apart
    assert [row.article.name for row in people.claims(Query(actor="Edda Holm of Lida")).rows] == ["b"]
    assert [row.article.name for row in people.claims(Query(actor="Edda Holm")).rows] == ["a"]
    people.save(article(report, "b", "Edda Holm").extraction(), extractor_version="2")
    assert counts(people) == apart
    assert people.claims(Query(actor="Grey Banner")).total == 3
    people.undo_decision(made.id)
    assert counts(people) == {"Edda Holm": (2, 2, 2, 2), "Dr E. Holm": (1, 1, 1, 1)}
    assert people.verify() == ()


def test_an_actor_is_told_apart_by_what_is_written(store: Store, save: Any, report: Any) -> None:
    for name, written in [("a", "Banner of the Coast"), ("b", "Grey Banner")]:
        made = report(f"{written} said no.", name=name).actor("Grey Banner", ActorKind.ARMED_GROUP, written)
        save(made.claim(written, "said", "no"))
    store.split_actor("Grey Banner", written="Banner of the Coast", name="Banner of the Coast")
    assert [row.article.name for row in store.claims(Query(actor="Grey Banner")).rows] == ["b"]
    assert store.split_actor("Grey Banner", article="b").other == "Grey Banner (2)"


def test_what_cannot_be_decided_is_said(people: Store, save: Any, report: Any) -> None:
    with pytest.raises(StoreError, match="did you mean Edda Holm"):
        people.merge_actors("Eda Holm", "Dr E. Holm")
    with pytest.raises(StoreError, match="there is no actor 999"):
        people.merge_actors(999, "Dr E. Holm")
    with pytest.raises(StoreError, match="one actor already"):
        people.merge_actors("Edda Holm", "edda holm")
    with pytest.raises(StoreError, match="nothing that is written so"):
        people.split_actor("Edda Holm", article="c")
    with pytest.raises(StoreError, match="no decision 5 that holds"):
        people.undo_decision(5)
    made = people.merge_actors("Edda Holm", "Dr E. Holm")
    people.undo_decision(made.id)
    with pytest.raises(StoreError, match="no decision 1 that holds"):
        people.undo_decision(made.id)


def test_a_name_that_two_bear_asks_for_the_number(store: Store, save: Any, report: Any) -> None:
    for name, speaker in [("a", "Edda Holm"), ("b", "Karl Holm")]:
        save(report(f"{speaker} left. Holm said no.", name=name).actor(speaker, ActorKind.PERSON, speaker, "Holm"))
    with pytest.raises(StoreError, match=r"may be any of \d+ Edda Holm, \d+ Karl Holm; give the number"):
        store.merge_actors("Holm", "Edda Holm")
    numbers = [row.id for row in store.actors(Query(sort="name")).rows]
    store.merge_actors(numbers[0], str(numbers[1]))
    assert [row.name for row in store.actors().rows] == ["Edda Holm"]
