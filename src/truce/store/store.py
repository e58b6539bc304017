"""The database of reports, opened once and asked many times."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from functools import cached_property
from pathlib import Path
from types import TracebackType
from typing import Self

from sqlalchemy import Engine

from truce.answers import Decision, Fault, Found, Query, Saved, Stored, StoredActor, StoredArticle, StoredCopy
from truce.lexicons import Lexicons, load_lexicons
from truce.records import Article, CasualtyFigure, Claim, DateMention, Extraction, Published, TruceStatement
from truce.store.assembling import assemble_extraction, read_casualties, read_claims, read_dates, read_truces
from truce.store.completion import actor_names
from truce.store.copies import CopyShelf
from truce.store.decisions import Apart, list_decisions, merge_actors, split_actor, undo_decision
from truce.store.failures import plain_failures
from truce.store.fetches import Fetches
from truce.store.lookup import find_article
from truce.store.opening import PATIENCE, open_engine
from truce.store.origins import find_copies
from truce.store.queries import find_all_versions, find_articles, find_findings, find_versions
from truce.store.registers import Registers, read_registers
from truce.store.saving import Maker, check, find_same, now, save_article, stands
from truce.store.sessions import ReportSession
from truce.store.summaries import summarize_actor, summarize_actors
from truce.store.tables import CasualtyRow, ClaimRow, DateRow, RunRow, TruceRow
from truce.store.verifying import find_faults

EVERYTHING = Query()


class Store:
    """Articles with their findings in one SQLite file; `Store.open` makes one, `with` closes it.

    Every question is answered from the file alone. StoreError says in one sentence what is wrong with file or disk.
    """

    def __init__(self, path: Path, engine: Engine, lexicons: Lexicons) -> None:
        self.path = path
        self._engine = engine
        self._lexicons = lexicons
        self._run_id: int | None = None

    @classmethod
    def open(
        cls, path: Path | str, create: bool = True, *, patience: float = PATIENCE, lexicons: Lexicons | None = None
    ) -> Store:
        """The database at a path, made where there is none (unless `create` is false), brought forward where it is older.

        `patience` is how many seconds to wait for another program that is writing.
        """
        return cls(Path(path), open_engine(Path(path), create=create, patience=patience), lexicons or load_lexicons())

    def close(self) -> None:
        """Let go of the file; what was written is in it, without side files."""
        self._engine.dispose()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self.close()

    def save(self, extraction: Extraction, *, extractor_version: str) -> Saved:
        """Store an article with all that was found in it, in one transaction: wholly or not at all.

        Raises EvidenceError, and stores nothing, when a span's words do not stand in the text.
        """
        check(extraction)
        with self._writing() as session:
            return save_article(session, extraction, self._registers, maker=Maker(extractor_version, self._run_id))

    def save_unextracted(self, article: Article, reason: str, *, extractor_version: str) -> Saved:
        """Store an article in which nothing was looked for, searchable, with the reason: `the language is French`."""
        bare = Extraction(article, Published(article.published, article.published_basis))
        with self._writing() as session:
            maker = Maker(extractor_version, self._run_id)
            return save_article(session, bare, self._registers, maker=maker, reason=reason)

    def is_current(self, article: Article, extractor_version: str) -> bool:
        """Whether saving this article, found by this extractor, would change nothing; so that it need not be parsed."""
        with self._reading() as session:
            return stands(find_same(session, article), article, extractor_version)

    def claims(self, query: Query = EVERYTHING) -> Found[Stored[Claim]]:
        """Claims that match."""
        with self._reading() as session:
            return find_findings(session, query, ClaimRow, read_claims)

    def casualties(self, query: Query = EVERYTHING) -> Found[Stored[CasualtyFigure]]:
        """Casualty figures that match; `subset_of` is an index into the figures of the same article."""
        with self._reading() as session:
            return find_findings(session, query, CasualtyRow, read_casualties)

    def dates(self, query: Query = EVERYTHING) -> Found[Stored[DateMention]]:
        """Date expressions that match."""
        with self._reading() as session:
            return find_findings(session, query, DateRow, read_dates)

    def truces(self, query: Query = EVERYTHING) -> Found[Stored[TruceStatement]]:
        """Statements about truces that match."""
        with self._reading() as session:
            return find_findings(session, query, TruceRow, read_truces)

    def actors(self, query: Query = EVERYTHING) -> Found[StoredActor]:
        """Actors across the articles that match, with counts."""
        with self._reading() as session:
            return summarize_actors(session, query)

    def actor(self, reference: str | int) -> StoredActor:
        """The actor of this name, alias or number, those merged into it included; StoreError where there is none."""
        with self._reading() as session:
            return summarize_actor(session, reference)

    def articles(self, query: Query = EVERYTHING) -> Found[StoredArticle]:
        """Articles that match, without their texts."""
        with self._reading() as session:
            return find_articles(session, query)

    def copies(self, query: Query = EVERYTHING) -> Found[StoredCopy]:
        """The articles of each origin that has several, where one of them matches, the origin before its copies."""
        with self._reading() as session:
            return find_copies(session, query)

    def extraction(self, reference: str | int) -> Extraction:
        """Everything found in the article of this number, name, address, path or unique beginning of a name."""
        with self._reading() as session:
            return assemble_extraction(session, find_article(session, str(reference)))

    def versions(self, reference: str | int) -> tuple[StoredArticle, ...]:
        """Every version of an article in their order, the one that queries show last."""
        with self._reading() as session:
            return find_versions(session, find_article(session, str(reference)).identity)

    def stored_versions(self, query: Query = EVERYTHING, *, not_by: str | None = None) -> tuple[StoredArticle, ...]:
        """Every version of the articles that match, in the order in which they were stored.

        With `not_by` only those whose findings are not by this version of the extractor.
        """
        with self._reading() as session:
            return find_all_versions(session, query, not_by=not_by)

    def verify(self) -> tuple[Fault, ...]:
        """Everything that is not as it was stored: spans, hashes, foreign keys, search index, values; none is good."""
        with self._reading() as session:
            return find_faults(session)

    def actor_names(self, beginning: str = "") -> list[str]:
        """Names and aliases of actors that begin so, for completion; `truce.store.completion` gives them faster."""
        return actor_names(self.path, beginning)

    def merge_actors(self, actor: str | int, other: str | int, *, note: str | None = None) -> Decision:
        """Let `other` be `actor` from now on, in every article; names or numbers."""
        with self._writing() as session:
            return merge_actors(session, actor, other, note=note)

    def split_actor(
        self,
        actor: str | int,
        *,
        written: str | None = None,
        article: str | int | None = None,
        name: str | None = None,
        note: str | None = None,
    ) -> Decision:
        """Take an actor out of its merges; or let what is `written` so, or in this article, be another actor: `name`."""
        apart = Apart(written=written, article=None if article is None else str(article), name=name)
        with self._writing() as session:
            return split_actor(session, actor, apart, note=note)

    def undo_decision(self, number: int) -> Decision:
        """Take a decision back."""
        with self._writing() as session:
            return undo_decision(session, number)

    def decisions(self) -> tuple[Decision, ...]:
        """Every decision, those taken back too, in order."""
        with self._reading() as session:
            return list_decisions(session)

    def begin_run(self, extractor_version: str) -> int:
        """Note that an ingest begins; what is saved until `end_run` bears its number."""
        with self._writing() as session:
            row = RunRow(started_at=now(), extractor_version=extractor_version)
            session.add(row)
            session.flush()
            self._run_id = row.id
        return self._run_id or 0

    def end_run(self, counts: Mapping[Saved, int], *, failed: int = 0) -> None:
        """Note how the ingest, or the re-extraction, ended."""
        with self._writing() as session:
            row = session.get_one(RunRow, self._run_id)
            row.ended_at, row.failed = now(), failed
            row.new, row.updated, row.unchanged = (counts.get(saved, 0) for saved in Saved)
            session.add(row)
        self._run_id = None

    @property
    def fetches(self) -> Fetches:
        """The lists that are followed and the addresses that were fetched."""
        return Fetches(self._reading, self._writing)

    def has_uncompared(self) -> bool:
        """Whether some article was not yet compared with those before it."""
        with self._reading() as session:
            return bool(CopyShelf(session).waiting(1))

    @contextmanager
    def copy_shelf(self) -> Iterator[CopyShelf]:
        """What is known of copies, in one transaction; see `truce.copying`."""
        with self._writing() as session:
            yield CopyShelf(session)

    @cached_property
    def _registers(self) -> Registers:
        return read_registers(self._lexicons)

    @contextmanager
    def _reading(self) -> Iterator[ReportSession]:
        with plain_failures(self.path), ReportSession(self._engine, self._lexicons) as session:
            yield session

    @contextmanager
    def _writing(self) -> Iterator[ReportSession]:
        """A transaction that has the lock from its start; on failure nothing remains of it."""
        writing = self._engine.execution_options(begin="IMMEDIATE")
        try:
            with plain_failures(self.path), ReportSession(writing, self._lexicons) as session:
                yield session
                session.commit()
        except BaseException:
            if "_registers" in self.__dict__:
                self._registers.forget()
            raise
