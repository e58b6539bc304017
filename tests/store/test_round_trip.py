"""What was stored is read back as it was, field by field."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields, replace
from itertools import count
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from truce.records import (
    Actor,
    ActorKind,
    Article,
    Basis,
    CasualtyFigure,
    Claim,
    DateMention,
    Extraction,
    Ground,
    Mode,
    Outcome,
    Published,
    Qualifier,
    Scope,
    Span,
    Stance,
    TruceStatement,
    TruceStatus,
    VictimClass,
)
from truce.store import Store
from truce.store.tables import Table

# The table of each kind of finding; a new field of Extraction needs one.
TABLES = {
    "article": "articles",
    "published": "articles",
    "actors": "mentions",
    "claims": "claims",
    "casualties": "casualties",
    "dates": "dates",
    "truces": "truces",
}
NAMES = st.one_of(
    st.sampled_from(["Lebanon", "the army", "Ana Brisk", "Lebanese", "UN", "“", "Tyre, Lebanon"]), st.text(max_size=8)
)
MAYBE = st.none() | NAMES
EDTF = st.none() | st.sampled_from(["2024", "2024-09/..", "2024-10-30~", "../2020", "2024-13", "soon"])
NUMBERS = st.none() | st.integers(0, 2**62)
RULES = st.sampled_from(["", "claims.verb"])


def spans(text: str) -> st.SearchStrategy[Span]:
    edges = st.tuples(st.integers(0, len(text)), st.integers(0, len(text))).map(sorted)
    return edges.map(lambda edge: Span(edge[0], edge[1], text[edge[0] : edge[1]]))


def grounds(text: str) -> st.SearchStrategy[tuple[Ground, ...]]:
    return st.lists(st.builds(Ground, st.sampled_from(["place", "cue", "value"]), spans(text)), max_size=2).map(tuple)


def listed(strategy: st.SearchStrategy[Any], most: int = 3) -> st.SearchStrategy[tuple[Any, ...]]:
    return st.lists(strategy, max_size=most).map(tuple)


@st.composite
def extractions(draw: st.DrawFn) -> Extraction:
    text = draw(st.text(max_size=40))
    span, ground = spans(text), grounds(text)
    figures = draw(
        listed(
            st.builds(
                CasualtyFigure,
                span,
                MAYBE,
                NUMBERS,
                NUMBERS,
                st.sampled_from(Qualifier),
                st.sampled_from(Outcome),
                victims=MAYBE,
                victim_class=st.sampled_from(VictimClass),
                affiliation=MAYBE,
                place=MAYBE,
                source=MAYBE,
                scope=st.sampled_from(Scope),
                period=EDTF,
                grounds=ground,
                rule=RULES,
            )
        )
    )
    wholes = st.none() | st.integers(0, max(0, len(figures) - 1))
    return Extraction(
        article=draw(
            st.builds(
                Article,
                id=NAMES,
                text=st.just(text),
                title=MAYBE,
                publisher=MAYBE,
                published=EDTF,
                published_basis=st.sampled_from(Basis),
                modified=EDTF,
                language=MAYBE,
                authors=listed(NAMES),
                section=MAYBE,
                agency=MAYBE,
                reader=MAYBE,
                raw_sha256=MAYBE,
            )
        ),
        published=draw(
            st.builds(
                Published,
                value=EDTF,
                basis=st.sampled_from(Basis),
                not_before=EDTF,
                not_after=EDTF,
                reasons=listed(NAMES),
                grounds=ground,
            )
        ),
        actors=draw(
            listed(
                st.builds(
                    Actor,
                    name=NAMES,
                    kind=st.sampled_from(ActorKind),
                    mentions=listed(span),
                    role=MAYBE,
                    affiliation=MAYBE,
                    key=st.none() | st.sampled_from(["lebanon", "no_such_key"]),
                    grounds=ground,
                    rule=RULES,
                )
            )
        ),
        claims=draw(
            listed(
                st.builds(
                    Claim,
                    speaker=MAYBE,
                    speaker_span=st.none() | span,
                    cue=st.none() | span,
                    content=listed(span),
                    mode=st.sampled_from(Mode),
                    said_on=EDTF,
                    stance=st.sampled_from(Stance),
                    addressee=MAYBE,
                    medium=MAYBE,
                    condition=MAYBE,
                    topics=listed(NAMES),
                    about=listed(NAMES),
                    grounds=ground,
                    rule=RULES,
                )
            )
        ),
        casualties=tuple(replace(figure, subset_of=draw(wholes)) for figure in figures),
        dates=draw(listed(st.builds(DateMention, span, EDTF, grounds=ground, rule=RULES))),
        truces=draw(
            listed(
                st.builds(
                    TruceStatement,
                    st.sampled_from(TruceStatus),
                    span,
                    parties=listed(NAMES),
                    duration=MAYBE,
                    conditions=MAYBE,
                    mediators=listed(NAMES),
                    in_force_on=EDTF,
                    grounds=ground,
                    rule=RULES,
                )
            )
        ),
    )


@pytest.fixture(scope="module")
def shared(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    with Store.open(tmp_path_factory.mktemp("round") / "trip.db") as store:
        yield store


numbers = count(1)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(found=extractions())
def test_any_extraction_comes_back_equal(shared: Store, found: Extraction) -> None:
    address = f"https://news.example/{next(numbers)}"
    found = replace(found, article=replace(found.article, url=address, path=address))
    shared.save(found, extractor_version="1")
    assert shared.extraction(address) == found


def test_what_was_stored_by_any_extraction_is_whole(shared: Store) -> None:
    assert shared.articles().total > 0
    assert shared.verify() == ()


def test_every_field_of_an_extraction_has_a_table() -> None:
    assert {field.name for field in fields(Extraction)} == set(TABLES)
    assert set(TABLES.values()) <= set(Table.metadata.tables)


def test_reading_leaves_the_file_as_it_is(shared: Store, tmp_path: Path) -> None:
    before = shared.path.read_bytes()
    shared.claims()
    shared.verify()
    assert shared.path.read_bytes() == before
