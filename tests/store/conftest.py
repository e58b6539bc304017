"""Small extractions by hand, and a database to put them in."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from functools import cached_property
from pathlib import Path
from typing import Any

import pytest

from truce.lexicons import Lexicons
from truce.lexicons.actors import ActorLexicon, read_actors
from truce.lexicons.places import PlaceLexicon, read_places
from truce.records import (
    Actor,
    ActorKind,
    Article,
    Basis,
    CasualtyFigure,
    Claim,
    DateMention,
    Extraction,
    Mode,
    Outcome,
    Published,
    Qualifier,
    Span,
    TruceStatement,
    TruceStatus,
)
from truce.store import Store

WORDS = Path(__file__).parent / "words"


class CoastLexicons(Lexicons):
    """A small invented world: the states Ostrova, South Ostrova and Tarnland, and the armed group Grey Banner."""

    def __init__(self, folder: Path = WORDS) -> None:
        self.folder = folder

    @cached_property
    def actors(self) -> ActorLexicon:
        return read_actors(self.folder)

    @cached_property
    def places(self) -> PlaceLexicon:
        return read_places(self.folder)


class Report:
    """An extraction that grows finding by finding; words are looked up in the text, never counted."""

    def __init__(self, text: str, *, name: str = "report", published: str | None = None, **fields: Any) -> None:
        self.text = text
        self.article = Article(id=name, text=text, published=published, **fields)
        self.published = Published(published, Basis.GIVEN if published else Basis.UNKNOWN)
        self.found: dict[str, list[Any]] = {"actors": [], "claims": [], "casualties": [], "dates": [], "truces": []}

    def span(self, words: str) -> Span:
        """Where these words stand first."""
        start = self.text.index(words)
        return Span(start, start + len(words), words)

    def actor(self, name: str, kind: ActorKind, *mentions: str, **fields: Any) -> Report:
        """Someone who takes part; mentioned by name where nothing else is said."""
        spans = tuple(self.span(words) for words in mentions or (name,))
        return self._add("actors", Actor(name=name, kind=kind, mentions=spans, **fields))

    def claim(self, speaker: str, cue: str, content: str, **fields: Any) -> Report:
        """An act of communication, indirect."""
        return self._add("claims", Claim(speaker, None, self.span(cue), (self.span(content),), Mode.INDIRECT, **fields))

    def figure(self, evidence: str, low: int | None, **fields: Any) -> Report:
        """A casualty figure: killed, exactly so many."""
        fields = {"high": low, "qualifier": Qualifier.EXACT, "outcome": Outcome.KILLED, "count": str(low)} | fields
        return self._add("casualties", CasualtyFigure(evidence=self.span(evidence), low=low, **fields))

    def date(self, words: str, value: str | None) -> Report:
        """A date expression."""
        return self._add("dates", DateMention(self.span(words), value))

    def truce(self, status: TruceStatus, words: str, **fields: Any) -> Report:
        """A statement about a truce."""
        return self._add("truces", TruceStatement(status, self.span(words), **fields))

    def extraction(self) -> Extraction:
        """All of it as the extractor would hand it over."""
        return Extraction(self.article, self.published, **{kind: tuple(found) for kind, found in self.found.items()})

    def _add(self, kind: str, record: Any) -> Report:
        self.found[kind].append(record)
        return self


@pytest.fixture(scope="session")
def report() -> type[Report]:
    """The maker of small extractions."""
    return Report


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Where the test's database is."""
    return tmp_path / "reports.db"


@pytest.fixture(scope="session")
def coast() -> Lexicons:
    """The words of the invented world."""
    return CoastLexicons()


@pytest.fixture(scope="session")
def empty(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An empty database to copy: making one takes longer than most tests."""
    path = tmp_path_factory.mktemp("empty") / "empty.db"
    Store.open(path).close()
    return path


@pytest.fixture
def store(path: Path, coast: Lexicons, empty: Path) -> Iterator[Store]:
    """An empty database."""
    shutil.copy(empty, path)
    with Store.open(path, lexicons=coast) as opened:
        yield opened


@pytest.fixture
def save(store: Store) -> Callable[..., Any]:
    """`save(report, ...)` stores reports, as the extractor of version 1 found them."""

    def save_all(*reports: Report) -> list[str]:
        return [store.save(each.extraction(), extractor_version="1").value for each in reports]

    return save_all
