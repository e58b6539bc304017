"""Names of one article lead to the right actors of all."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Any

import pytest

from truce.answers import Query
from truce.records import Actor, ActorKind, Extraction, Span
from truce.store import Store
from truce.store.folding import fold
from truce.store.writing import is_another_name


@pytest.mark.parametrize(
    ("mention", "name", "kind", "is_name"),
    [
        ("Marek", "Ivo Marek", ActorKind.PERSON, True),
        ("Mr. Marek", "Ivo Marek", ActorKind.PERSON, True),
        ("ODG", "Ostrova Defence Guard", ActorKind.MILITARY, True),
        ("Orchard Watch", "Growers' Union", ActorKind.NGO, True),
        ("Ivo Marek", "Ivo Marek", ActorKind.PERSON, False),
        ("He", "Ivo Marek", ActorKind.PERSON, False),
        ("Prime Minister", "Ivo Marek", ActorKind.PERSON, False),
        ("Ostrova's prime minister", "Ivo Marek", ActorKind.PERSON, False),
        ("the guard", "Ostrova Defence Guard", ActorKind.MILITARY, False),
        ("Officials", "Ostrovan officials", ActorKind.GOVERNMENT, True),
        ("Soldiers", "Ostrova Defence Guard", ActorKind.MILITARY, False),
    ],
)
def test_which_mentions_are_names_to_look_up(mention: str, name: str, kind: ActorKind, is_name: bool) -> None:
    span = Span(0, len(mention), mention)
    assert is_another_name(span, Actor(name, kind, (span,))) is is_name


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("the Grey Banner", "Grey Banner"),
        ("an envoy", "the envoy"),
        ("GREY BANNER", "Grey Banner’s"),
        ("Dr. José Åkesson", "Dr Jose Akesson"),
        ("al-Qasr", "Al Qasr"),
        ("U.N. officials", "UN officials"),
    ],
)
def test_two_writings_of_one_name(one: str, other: str) -> None:
    assert fold(one) == fold(other)


@pytest.mark.parametrize(("one", "other"), [("A. Writer", "Writer"), ("Ana Brisk", "Anna Brisk"), ("—", ""), ("Tarn 2", "Tarn")])
def test_two_names(one: str, other: str) -> None:
    assert fold(one) != fold(other)


def test_a_surname_is_whoever_this_article_calls_so(store: Store, save: Any, report: Any) -> None:
    for name, person in [("a", "Edda Holm"), ("b", "Karl Holm")]:
        made = report(f"{person} left. Holm said no.", name=name).actor(person, ActorKind.PERSON, person, "Holm")
        save(made.claim("Holm", "said", "no"))
    for person in ("Edda Holm", "Karl Holm"):
        assert store.claims(Query(actor=person)).total == 1
    assert store.claims(Query(actor="Holm")).total == 2


def test_a_name_that_two_of_an_article_share_stays_as_written(store: Store, save: Any, report: Any) -> None:
    both = report("Edda Holm and Karl Holm left. Holm said no.")
    both.actor("Edda Holm", ActorKind.PERSON, "Edda Holm", "Holm").actor("Karl Holm", ActorKind.PERSON, "Karl Holm", "Holm")
    save(both.claim("Holm", "said", "no"))
    assert [store.claims(Query(actor=name, exact=True)).total for name in ("Edda Holm", "Karl Holm", "Holm")] == [0, 0, 1]


def test_the_lexicons_key_wins_over_the_name(store: Store, save: Any, report: Any) -> None:
    save(
        report("The guard said no.")
        .actor("the guard", ActorKind.MILITARY, "The guard", key="odg")
        .claim("the guard", "said", "no")
    )
    assert [row.name for row in store.actors().rows] == ["Ostrova Defence Guard"]
    assert store.claims(Query(actor="Ostrova")).total == 1


def test_an_actor_that_the_lexicon_learns_later_keeps_its_row(
    store: Store, save: Any, report: Any, coast: Any, tmp_path: Path
) -> None:
    save(report("Salt Front said no.", name="early").claim("Salt Front", "said", "no"))
    number = store.actors().rows[0].id
    words = shutil.copytree(coast.folder, tmp_path / "words")
    lexicon = words / "actors" / "coast.toml"
    lexicon.write_text(lexicon.read_text().replace('"Banner of the Coast"', '"Banner of the Coast", "Salt Front"'))
    with Store.open(store.path, lexicons=type(coast)(words)) as later:
        made = report("Grey Banner said no.", name="late").claim("Grey Banner", "said", "no")
        later.save(made.extraction(), extractor_version="1")
        row = later.actors().rows[0]
    assert (row.id, row.name, row.claims) == (number, "Grey Banner", 2)
    assert row.aliases == ("Banner of the Coast", "Salt Front")


def test_what_nobody_names_any_more_is_unknown_again(store: Store, save: Any, report: Any) -> None:
    wrong = report("Calm on Monday, officials said.").claim("Calm on Monday", "said", "officials")
    save(wrong)
    assert store.actor_names("calm") == ["Calm on Monday"]
    store.save(Extraction(wrong.article), extractor_version="2")
    assert store.actor_names("calm") == []
    assert store.claims(Query(actor="Calm on Monday")).unknown_actor == "Calm on Monday"


def test_a_claim_is_about_an_actor_under_any_name(store: Store, save: Any, report: Any) -> None:
    save(report("She blamed Tarns.").claim("She", "blamed", "Tarns", about=("Tarns",)))
    assert store.claims(Query(about="Tarnland")).total == 1
    assert store.claims(Query(about="Ostrova")).total == 0


def test_what_the_lexicon_takes_back_no_longer_holds(store: Store, save: Any, report: Any, coast: Any, tmp_path: Path) -> None:
    made = report("Ivo Marek said no.").claim("Ivo Marek", "said", "no")
    save(made)
    words = shutil.copytree(coast.folder, tmp_path / "words")
    lexicon = words / "actors" / "coast.toml"
    lexicon.write_text(
        lexicon.read_text().replace('aliases = ["Marek"], offices = ["leader 2020-03/.."]', 'affiliation = "tarnland"')
    )
    assert [store.claims(Query(actor=name)).total for name in ("Marek", "Grey Banner", "Tarnland")] == [1, 1, 0]
    with Store.open(store.path, lexicons=type(coast)(words)) as later:
        later.save(made.extraction(), extractor_version="2")
        assert [later.claims(Query(actor=name)).total for name in ("Marek", "Grey Banner", "Tarnland")] == [0, 0, 1]
