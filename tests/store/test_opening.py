"""A database is opened, made, brought forward or refused."""

from __future__ import annotations

import os
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest
from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from sqlalchemy import create_engine

from truce.errors import StoreError
from truce.store import Store
from truce.store.opening import MIGRATIONS, SCHEMA_VERSION
from truce.store.tables import Table


def pragma(path: Path, name: str) -> object:
    with closing(sqlite3.connect(path)) as connection:
        return connection.execute(f"PRAGMA {name}").fetchone()[0]


def make_version(path: Path, version: int) -> None:
    """A file as an older truce left it."""
    engine = create_engine(f"sqlite:///{path}")
    with engine.begin() as connection:
        config = Config()
        config.set_main_option("script_location", str(MIGRATIONS))
        config.attributes["connection"] = connection
        command.upgrade(config, str(version))
        connection.exec_driver_sql("INSERT INTO actors (name, kind, folded, is_split) VALUES ('Tarn', 'state', 'tarn', 0)")
        connection.exec_driver_sql("PRAGMA application_id = 0x74727563")
        connection.exec_driver_sql(f"PRAGMA user_version = {version}")
    engine.dispose()


def test_a_new_database_is_made_with_its_folder(tmp_path: Path) -> None:
    path = tmp_path / "new folder #1" / "truce 100%?.db"
    with Store.open(path) as store:
        assert store.articles().total == 0
    assert pragma(path, "user_version") == SCHEMA_VERSION
    assert pragma(path, "journal_mode") == "wal"
    assert sorted(file.name for file in path.parent.iterdir()) == [path.name]


def test_the_migrations_make_what_the_tables_say(path: Path) -> None:
    Store.open(path).close()
    engine = create_engine(f"sqlite:///{path}")
    with engine.connect() as connection:
        context = MigrationContext.configure(connection)
        differences = [each for each in compare_metadata(context, Table.metadata) if "_search" not in str(each)]
    engine.dispose()
    assert differences == []


def test_the_last_step_has_the_number_that_the_store_expects() -> None:
    steps = sorted(int(file.name.split("_")[1]) for file in (MIGRATIONS / "versions").glob("version_*.py"))
    assert steps == list(range(1, SCHEMA_VERSION + 1))


def test_an_older_file_is_brought_forward_after_a_copy(path: Path) -> None:
    make_version(path, 1)
    with Store.open(path) as store:
        assert store.verify() == ()
    assert pragma(path, "user_version") == SCHEMA_VERSION
    copy = path.with_name("reports.db.schema-1")
    assert pragma(copy, "user_version") == 1
    with closing(sqlite3.connect(path)) as connection:
        assert connection.execute("SELECT name FROM actors").fetchall() == [("Tarn",)]


def test_a_step_that_fails_leaves_the_older_file_as_it_was(path: Path) -> None:
    make_version(path, 1)
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("CREATE VIEW evidence AS SELECT 1")  # in the way of what step 2 makes
        connection.commit()
    before = path.read_bytes()
    with pytest.raises(Exception, match="evidence"):
        Store.open(path)
    assert pragma(path, "user_version") == 1
    assert path.read_bytes()[100:] == before[100:]


@pytest.mark.parametrize("content", [b"no database at all, but a text that is long enough" * 40, b"\x00" * 5000])
def test_what_is_no_database_is_refused(path: Path, content: bytes) -> None:
    path.write_bytes(content)
    with pytest.raises(StoreError, match=r"reports\.db: this file is not a database"):
        Store.open(path)
    assert path.read_bytes() == content


def test_a_newer_file_is_refused(path: Path) -> None:
    Store.open(path).close()
    with closing(sqlite3.connect(path)) as connection:
        connection.execute(f"PRAGMA user_version = {SCHEMA_VERSION + 1}")
    with pytest.raises(StoreError, match=f"schema {SCHEMA_VERSION + 1}, this one knows {SCHEMA_VERSION}.*upgrade truce"):
        Store.open(path)


def test_another_programs_database_is_refused(path: Path) -> None:
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("CREATE TABLE bookmarks (id INTEGER)")
        connection.commit()
    with pytest.raises(StoreError, match="another program"):
        Store.open(path)


def test_a_folder_is_refused(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="folder"):
        Store.open(tmp_path)


def test_a_missing_file_is_not_made_unless_asked(path: Path) -> None:
    with pytest.raises(StoreError, match="truce ingest"):
        Store.open(path, create=False)
    assert not path.exists()


def test_a_folder_that_cannot_be_made_is_said(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    with pytest.raises(StoreError, match="cannot be made"):
        Store.open(tmp_path / "file" / "truce.db")


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write everywhere")
def test_a_sealed_folder_can_be_read_and_not_written(path: Path) -> None:
    Store.open(path).close()
    path.chmod(0o444)
    path.parent.chmod(0o555)
    try:
        with Store.open(path) as store:
            assert (store.claims().total, store.verify()) == (0, ())
            with pytest.raises(StoreError, match="cannot be written"):
                store.begin_run("1")
    finally:
        path.parent.chmod(0o755)


def test_two_programs_that_open_a_new_file_at_once_make_one(path: Path) -> None:
    script = f"from truce.store import Store; Store.open({str(path)!r}).close()"
    both = [subprocess.Popen([sys.executable, "-c", script], stderr=subprocess.PIPE) for _ in range(3)]
    errors = [each.communicate()[1] for each in both]
    assert [each.returncode for each in both] == [0, 0, 0], errors
    with Store.open(path) as store:
        assert store.verify() == ()


def loaded_after(script: str, *names: str) -> list[str]:
    """Which of these modules a script loads."""
    ask = f"{script}\nimport sys\nprint(*[name for name in {names!r} if name in sys.modules])"
    run = subprocess.run([sys.executable, "-c", ask], capture_output=True, text=True, check=True)
    return run.stdout.split()


def test_queries_load_neither_parser_nor_reader_nor_migrations(path: Path) -> None:
    Store.open(path).close()
    script = f"""
from truce.store import Store
from truce.answers import Query
with Store.open({str(path)!r}) as store:
    store.claims(Query(actor="Hezbollah", since="2024-09", search="truce"))
    store.casualties(Query(place="Lebanon"))
    store.actors(), store.articles(), store.verify()
"""
    assert loaded_after(script, "spacy", "trafilatura", "alembic", "lxml", "numpy") == []


def test_completion_does_not_load_the_database_layer(path: Path) -> None:
    Store.open(path).close()
    script = f"from truce.store.completion import actor_names; actor_names({str(path)!r}, 'He')"
    assert loaded_after(script, "sqlmodel", "sqlalchemy", "spacy", "pydantic") == []
