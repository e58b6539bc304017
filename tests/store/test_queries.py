"""Every filter gives what it says and nothing else."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from truce.answers import Query
from truce.errors import StoreError
from truce.lexicons import Lexicons
from truce.records import ActorKind, Outcome, Scope, TruceStatus
from truce.store import Store

OSTROVA = (
    "BROD - Four farmers were killed in Kamen on Tuesday, Ostrova's health ministry said. Grey Banner leader Ivo Marek said "
    "his group wanted a truce. Since March 90 people have been displaced from southern Ostrova, an aid group counted. "
    "Rima Tolle, a surgeon, said the wards were full. Grey Banner and Tarnland are talking about a truce of ten days."
)
TARNLAND = (
    "Two soldiers were wounded near Mirel, the Tarnish army said. Tarnish officials said the border was quiet. "
    "A former Tarnish official doubted it."
)
VELD = "Rebels shelled Veld in 2019, killing a priest. The ministry said the road was shut. The ministry's Ola Brun agreed."


@pytest.fixture(scope="module")
def world(tmp_path_factory: pytest.TempPathFactory, coast: Lexicons, report: Any) -> Iterator[Store]:
    """Four reports: of Ostrova in May 2024, of Tarnland in June, of a country that no lexicon knows without a day, of snow."""
    ostrova = report(OSTROVA, name="ostrova", published="2024-05-08", publisher="Coast Post", agency="AFP")
    ostrova.actor("Ivo Marek", ActorKind.PERSON, role="leader", affiliation="Grey Banner")
    ostrova.actor("Grey Banner", ActorKind.ARMED_GROUP, affiliation="Ostrova")
    ostrova.actor("Rima Tolle", ActorKind.PERSON, role="surgeon", affiliation="Ostrova")
    ostrova.figure(
        "Four farmers were killed", 4, place="Kamen", source="Ostrova's health ministry", period="2024-05-07", victims="farmers"
    )
    ostrova.figure(
        "90 people have been displaced",
        90,
        place="southern Ostrova",
        source="an aid group",
        period="2024-03/..",
        scope=Scope.CUMULATIVE,
        outcome=Outcome.DISPLACED,
        affiliation="Ostrovan",
    )
    ostrova.claim("Ivo Marek", "said", "his group wanted a truce", topics=("ceasefire",), medium="Coast TV")
    ostrova.claim("Rima Tolle", "said", "the wards were full", about=("Ostrova",))
    ostrova.date("Tuesday", "2024-05-07").date("March", "2024-03")
    ostrova.truce(TruceStatus.NEGOTIATING, "talking about a truce", parties=("Grey Banner", "Tarnland"), conditions="ten days")

    tarnland = report(TARNLAND, name="tarnland", published="2024-06-02", publisher="Coast Post", url="https://post.example/tarn")
    tarnland.actor("Tarnish military", ActorKind.MILITARY, "the Tarnish army", affiliation="Tarnland")
    tarnland.figure("Two soldiers were wounded", 2, place="Mirel", source="the Tarnish army", outcome=Outcome.INJURED)
    tarnland.claim("Tarnish officials", "said", "the border was quiet").claim("A former Tarnish official", "doubted", "it")

    veld = report(VELD, name="veld")
    veld.actor("the ministry", ActorKind.GOVERNMENT, "The ministry", affiliation="Veld")
    veld.actor("Ola Brun", ActorKind.PERSON, role="spokeswoman", affiliation="Veld")
    veld.figure("killing a priest", 1, place="Veld", period="2019", affiliation="Veld", source="the ministry")
    veld.claim("the ministry", "said", "the road was shut").claim("Ola Brun", "agreed", "the road was shut")

    snow = report("The ministry said it would snow in Lida.", name="snow", published="2024-06-03")
    snow.actor("the ministry", ActorKind.GOVERNMENT, "The ministry").claim("the ministry", "said", "it would snow in Lida")
    with Store.open(tmp_path_factory.mktemp("world") / "reports.db", lexicons=coast) as store:
        for each in (ostrova, tarnland, veld, snow):
            store.save(each.extraction(), extractor_version="1")
        yield store


def speakers(store: Store, **asked: Any) -> list[str]:
    return sorted(row.record.speaker or "" for row in store.claims(Query(**asked)).rows)


def figures(store: Store, **asked: Any) -> list[int]:
    return sorted(row.record.low or 0 for row in store.casualties(Query(**asked)).rows)


def articles(store: Store, **asked: Any) -> list[str]:
    return sorted(row.name for row in store.articles(Query(**asked)).rows)


@pytest.mark.parametrize(
    ("actor", "claims"),
    [
        ("Grey Banner", ["Ivo Marek"]),
        ("banner of the COAST", ["Ivo Marek"]),  # an alias that only the lexicon has
        ("Ivo Marek", ["Ivo Marek"]),
        ("Marek", ["Ivo Marek"]),
        ("Tarnland", ["Tarnish officials"]),
        ("Tarnish", ["Tarnish officials"]),
        ("Tarnish military", []),
        ("Ostrova", []),  # neither its surgeon nor an armed group of its country speaks for it
        ("Veld", ["Ola Brun", "the ministry"]),  # this article's ministry, not that of the snow
        ("the ministry", ["the ministry", "the ministry"]),
    ],
)
def test_an_actor_is_asked_for_with_those_who_speak_for_it(world: Store, actor: str, claims: list[str]) -> None:
    assert speakers(world, actor=actor) == claims


@pytest.mark.parametrize(
    ("actor", "low"),
    [("Ostrova", [4, 90]), ("Tarnland", [2]), ("Tarnish army", [2]), ("Grey Banner", []), ("Veld", [1]), ("the ministry", [1])],
)
def test_figures_are_an_actors_whose_the_victims_are_or_who_counted(world: Store, actor: str, low: list[int]) -> None:
    assert figures(world, actor=actor) == low


def test_exactly_an_actor_is_nobody_who_speaks_for_it(world: Store) -> None:
    assert speakers(world, actor="Grey Banner", exact=True) == []
    assert figures(world, actor="Ostrova", exact=True) == [90]
    assert [row.name for row in world.actors(Query(actor="Grey Banner", exact=True)).rows] == ["Grey Banner"]


def test_truces_are_their_parties(world: Store) -> None:
    assert [world.truces(Query(actor=actor)).total for actor in ("Tarnland", "Grey Banner", "Ostrova")] == [1, 1, 0]


@pytest.mark.parametrize(("actor", "found"), [("Grey Banner", ["ostrova"]), ("Tarnland", ["tarnland"]), ("Veld", ["veld"])])
def test_articles_are_those_in_which_an_actor_takes_part(world: Store, actor: str, found: list[str]) -> None:
    assert articles(world, actor=actor) == found
    assert world.dates(Query(actor=actor)).total == (2 if actor == "Grey Banner" else 0)


def test_an_unknown_actor_gets_the_nearest_names_and_nothing_else(world: Store) -> None:
    for answer in (world.claims(Query(actor="Gray Banners")), world.actors(Query(actor="Gray Banners"))):
        assert (answer.rows, answer.total) == ((), 0)
        assert answer.unknown_actor == "Gray Banners"
        assert answer.nearest[0] == "Grey Banner"
    assert world.claims(Query(actor="Grey Banner")).unknown_actor is None


@pytest.mark.parametrize(
    ("asked", "low", "undated"),
    [
        ({"since": "2024-05"}, [2, 4, 90], 0),
        ({"since": "2024-05-08"}, [2, 90], 0),  # the day of the killing, not of the report
        ({"since": "2024-06-03"}, [90], 0),  # a toll that runs on
        ({"until": "2024-03"}, [1, 90], 0),
        ({"until": "2023"}, [1], 0),
        ({"since": "2019-06", "until": "2019-07"}, [1], 0),
        ({"since": "2020", "until": "2024-02-29"}, [], 0),
    ],
)
def test_days_overlap_or_they_do_not(world: Store, asked: dict[str, Any], low: list[int], undated: int) -> None:
    found = world.casualties(Query(**asked))
    assert sorted(row.record.low or 0 for row in found.rows) == low
    assert found.undated == undated


def test_what_has_no_day_is_left_out_and_counted(world: Store) -> None:
    found = world.claims(Query(since="2000"))
    assert (found.total, found.undated) == (5, 2)
    assert world.claims(Query(since="2000", actor="Veld")).undated == 2
    assert world.articles(Query(until="2030")).undated == 1
    assert world.claims(Query()).undated == 0


def test_bounds_inferred_for_the_day_stand_for_it(store: Store, save: Any, report: Any) -> None:
    undated = report("Two died.", name="bounds").figure("Two died", 2)
    undated.published = type(undated.published)(not_before="2024-10-29", not_after="2024-11-05")
    open_ended = report("Three died.", name="open").figure("Three died", 3)
    open_ended.published = type(undated.published)(not_before="2024-10-29")
    save(undated, open_ended)
    assert figures(store, since="2024-11") == [2, 3]
    assert figures(store, since="2024-11-06") == [3]
    assert figures(store, until="2024-10-28") == []


def test_a_day_that_is_none_is_said(world: Store) -> None:
    with pytest.raises(StoreError, match="«soon» is no date"):
        world.claims(Query(since="soon"))


@pytest.mark.parametrize(
    ("place", "low"),
    [
        ("Ostrova", [4, 90]),
        ("Kamen", [4]),
        ("Kammen", [4]),
        ("salt valley", [4]),
        ("Vale of Salt", [4]),  # a spelling that no article used
        ("southern Ostrova", [90]),
        ("Veld", [1]),
        ("Nowhere", []),
    ],
)
def test_a_place_within_a_wider_one_counts(world: Store, place: str, low: list[int]) -> None:
    assert figures(world, place=place) == low


def test_claims_and_articles_are_of_a_place_that_they_name(world: Store) -> None:
    assert speakers(world, place="Lida") == ["the ministry"]
    assert articles(world, place="Ostrova") == ["ostrova"]
    assert articles(world, place="Lida") == ["snow"]


@pytest.mark.parametrize(
    ("asked", "low"),
    [
        ({"outcome": "killed"}, [1, 4]),
        ({"outcome": "displaced"}, [90]),
        ({"scope": "cumulative"}, [90]),
        ({"source": "health ministry"}, [4]),
        ({"source": "aid group"}, [90]),
        ({"source": "Tarnish army"}, [2]),
        ({"source": "Tarnland"}, [2]),
        ({"source": "%"}, []),
        ({"about": "farmers"}, [4]),
        ({"about": "Ostrovan"}, [90]),
        ({"search": "priest"}, [1]),
        ({"article": "veld"}, [1]),
        ({"article": "https://post.example/tarn?utm_source=x"}, [2]),
        ({"actor": "Ostrova", "outcome": "killed", "place": "Ostrova", "since": "2024"}, [4]),
    ],
)
def test_other_filters_of_figures(world: Store, asked: dict[str, Any], low: list[int]) -> None:
    assert figures(world, **asked) == low


@pytest.mark.parametrize(
    ("asked", "claims"),
    [
        ({"about": "ceasefire"}, ["Ivo Marek"]),
        ({"about": "Ostrova"}, ["Rima Tolle"]),
        ({"about": "wards"}, ["Rima Tolle"]),
        ({"source": "Coast TV"}, ["Ivo Marek"]),
        ({"source": "afp"}, ["Ivo Marek", "Rima Tolle"]),
        ({"outcome": "injured"}, ["A former Tarnish official", "Tarnish officials"]),
        ({"search": "truce"}, ["Ivo Marek"]),
        ({"search": "marek"}, ["Ivo Marek"]),
        ({"article": "snow"}, ["the ministry"]),
    ],
)
def test_other_filters_of_claims(world: Store, asked: dict[str, Any], claims: list[str]) -> None:
    assert speakers(world, **asked) == claims


def test_other_filters_of_truces(world: Store) -> None:
    asked: list[dict[str, Any]] = [
        {"about": "Tarnland"},
        {"about": "ten days"},
        {"about": "talking"},
        {"about": "nothing"},
        {"search": "wards"},
    ]
    assert [world.truces(Query(**each)).total for each in asked] == [1, 1, 1, 0, 1]


def test_the_limit_leaves_the_total(world: Store) -> None:
    found = world.claims(Query(limit=2))
    assert (len(found.rows), found.total) == (2, 7)
    assert len(world.claims(Query(limit=0)).rows) == 7
    assert (len(world.actors(Query(limit=1)).rows), world.actors(Query(limit=1)).total) == (1, world.actors().total)


def test_the_newest_article_comes_first_and_its_findings_as_in_the_text(world: Store) -> None:
    names = [
        "the ministry",
        "Tarnish officials",
        "A former Tarnish official",
        "Ivo Marek",
        "Rima Tolle",
        "the ministry",
        "Ola Brun",
    ]
    assert [row.record.speaker for row in world.claims().rows] == names
    assert [row.name for row in world.articles().rows] == ["snow", "tarnland", "ostrova", "veld"]
    assert [row.record.low for row in world.casualties().rows] == [2, 4, 90, 1]


@pytest.mark.parametrize(
    ("sort", "low"), [("count", [1, 2, 4, 90]), ("-count", [90, 4, 2, 1]), ("date", [1, 90, 4, 2]), ("place", [4, 2, 1, 90])]
)
def test_figures_in_another_order(world: Store, sort: str, low: list[int]) -> None:
    assert [row.record.low for row in world.casualties(Query(sort=sort)).rows] == low


def test_what_is_missing_comes_last_in_both_orders(world: Store) -> None:
    for sort in ("published", "-published"):
        assert [row.name for row in world.articles(Query(sort=sort)).rows][-1] == "veld"


def test_an_order_that_there_is_not_is_said(world: Store) -> None:
    with pytest.raises(StoreError, match="claims cannot be sorted by «colour»; use date, speaker"):
        world.claims(Query(sort="colour"))
    with pytest.raises(StoreError, match="actors cannot be sorted"):
        world.actors(Query(sort="colour"))


def test_actors_are_counted_across_articles(world: Store) -> None:
    by_name = {row.name: row for row in world.actors().rows}
    ministry = by_name["ministry"]
    assert (ministry.articles, ministry.claims, ministry.figures, ministry.affiliation) == (2, 2, 1, None)
    marek = by_name["Ivo Marek"]
    assert (marek.kind, marek.role, marek.affiliation, marek.claims) == (
        ActorKind.PERSON,
        "leader",
        "Grey Banner",
        1,
    )
    assert by_name["Tarnland"].truces == 1
    assert "Ostrovan" in by_name["Ostrova"].aliases
    assert next(iter(by_name)) == "ministry"


@pytest.mark.parametrize(
    ("asked", "names"),
    [
        ({"search": "brun"}, {"Ola Brun"}),
        ({"article": "veld"}, {"Ola Brun", "ministry", "Veld"}),
        ({"actor": "Veld"}, {"Ola Brun", "ministry", "Veld"}),
        ({"since": "2024-06-03"}, {"ministry"}),
    ],
)
def test_actors_that_match(world: Store, asked: dict[str, Any], names: set[str]) -> None:
    assert {row.name for row in world.actors(Query(**asked)).rows} == names


def test_names_for_completion(world: Store) -> None:
    assert world.actor_names("ola") == ["Ola Brun"]
    assert {"Grey Banner", "Banner of the Coast"} <= set(world.actor_names())
    assert world.actor_names("GREY") == ["Grey Banner"]
    assert world.actor_names("xyz") == []


@pytest.mark.parametrize(
    ("reference", "name"),
    [("1", "ostrova"), ("veld", "veld"), ("tarnl", "tarnland"), ("http://post.example/tarn/", "tarnland"), (" snow ", "snow")],
)
def test_an_article_is_found_by_what_a_person_has_at_hand(world: Store, reference: str, name: str) -> None:
    assert world.extraction(reference).article.id == name


@pytest.mark.parametrize("reference", ["", "nothing", "99", "VELD", "%", "https://post.example"])
def test_an_article_that_is_not_there_is_said(world: Store, reference: str) -> None:
    with pytest.raises(StoreError, match="no stored article"):
        world.extraction(reference)


def test_a_beginning_of_several_names_is_said(store: Store, save: Any, report: Any) -> None:
    save(report("Calm.", name="veld"), report("Calm.", name="veldt"))
    assert store.extraction("veld").article.id == "veld"
    with pytest.raises(StoreError, match="1 veld, 2 veldt; give the number"):
        store.extraction("vel")


@pytest.mark.parametrize(
    ("published", "is_voice"),
    [("2021-04-30", False), ("2021-05-01", True), ("2024-04-30", True), ("2024-05-01", False), (None, True)],
)
def test_a_leader_speaks_for_a_state_while_in_office(
    store: Store, save: Any, report: Any, published: str | None, is_voice: bool
) -> None:
    brisk = report("Ana Brisk said the road would open.", published=published)
    brisk.actor("Ana Brisk", ActorKind.PERSON).claim("Ana Brisk", "said", "the road would open")
    save(brisk)
    assert speakers(store, actor="Ostrova") == (["Ana Brisk"] if is_voice else [])
    assert articles(store, actor="Ostrova") == (["report"] if is_voice else [])


def test_the_leader_of_the_opposition_does_not_speak_for_the_state(store: Store, save: Any, report: Any) -> None:
    save(report("Lev Dorn said no.", published="2024-01-01").claim("Lev Dorn", "said", "no"))
    assert speakers(store, actor="Ostrova") == []
    assert speakers(store, actor="Lev Dorn") == ["Lev Dorn"]


def test_a_state_with_a_direction_in_its_name_is_not_in_the_other(store: Store, save: Any, report: Any) -> None:
    save(report("Six died in South Ostrova.").figure("Six died", 6, place="South Ostrova"))
    assert figures(store, place="Ostrova") == []
    assert figures(store, place="South Ostrova") == [6]
