"""A file becomes an engine: looked at first, made or brought forward where that is due.

missing ── create ──┐
older   ── backup ──┴─> migrations, in one transaction ─> engine
newer, another program's, no database ─> StoreError
"""

from __future__ import annotations

import os
import sqlite3
from pathlib import Path

from sqlalchemy import URL, Connection, Engine, create_engine, event

from truce.errors import StoreError
from truce.store.failures import plain_failures

SCHEMA_VERSION = 4  # the number of the last step in migrations/versions
APPLICATION_ID = 0x74727563  # "truc" in ASCII, in the header of the file
PATIENCE = 10.0  # seconds to wait for another program that is writing
MIGRATIONS = Path(__file__).parent / "migrations"


def open_engine(path: Path, *, create: bool = True, patience: float = PATIENCE) -> Engine:
    """An engine over a database of the present schema. StoreError says in one sentence why there is none."""
    try:
        is_folder, is_there = path.is_dir(), path.exists()
    except OSError as error:
        raise StoreError(f"{path}: this path cannot be looked at ({error.strerror}); name another with --db") from error
    if is_folder:
        raise StoreError(f"{path}: this is a folder; name a database file with --db")
    if not is_there:
        if not create:
            raise StoreError(f"{path}: there is no database yet; make one with `truce ingest PATH`, or name another with --db")
        make_folder(path.parent)
    engine = make_engine(path, patience)
    with plain_failures(path):
        try:
            bring_forward(engine, path)
        except BaseException:
            engine.dispose()
            raise
    return engine


def make_folder(folder: Path) -> None:
    """Make the folder of a new database."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise StoreError(f"{folder}: this folder cannot be made ({error.strerror}); name another database with --db") from error


def make_engine(path: Path, patience: float) -> Engine:
    """An engine whose transactions are SQLite's own; writing ones take the lock when they begin, not half-way."""

    def connect() -> sqlite3.Connection:
        uri = path.absolute().as_uri() + ("?immutable=1" if is_sealed(path) else "")
        connection = sqlite3.connect(uri, uri=True, timeout=patience, isolation_level=None, check_same_thread=False)
        connection.executescript("PRAGMA foreign_keys = ON; PRAGMA synchronous = NORMAL;")
        return connection

    def begin(connection: Connection) -> None:
        mode = connection.get_execution_options().get("begin", "DEFERRED")
        if mode is not None:  # what cannot run within a transaction asks for none
            connection.exec_driver_sql(f"BEGIN {mode}")

    engine = create_engine(URL.create("sqlite", database=str(path)), creator=connect)
    event.listen(engine, "begin", begin)
    return engine


def is_sealed(path: Path) -> bool:
    """Whether nobody can be writing: neither file nor folder can be written, and no log of an open database lies beside."""
    return (
        path.exists()
        and not os.access(path.parent, os.W_OK)
        and not os.access(path, os.W_OK)
        and not path.with_name(path.name + "-wal").exists()
    )


def bring_forward(engine: Engine, path: Path) -> None:
    """Migrate a new or older file; refuse a newer one and one of another program."""
    if (found := look_at(engine, path)) == SCHEMA_VERSION:
        return
    if found:
        copy_aside(engine, path, found)
    else:
        with engine.execution_options(begin=None).connect() as connection:
            connection.exec_driver_sql("PRAGMA journal_mode = WAL")
    with engine.execution_options(begin="IMMEDIATE").begin() as connection:
        if version_of(connection) == found:  # nobody else did it in the meantime
            migrate(connection)


def look_at(engine: Engine, path: Path) -> int:
    """The schema version of the file, 0 for an empty one."""
    with engine.connect() as connection:
        version = version_of(connection)
        is_empty = connection.exec_driver_sql("SELECT count(*) FROM sqlite_schema").scalar_one() == 0
        application = connection.exec_driver_sql("PRAGMA application_id").scalar_one()
    if not is_empty and application != APPLICATION_ID:
        raise StoreError(f"{path}: this database was made by another program; name another with --db")
    if version > SCHEMA_VERSION:
        raise StoreError(
            f"{path}: a newer truce wrote this database (schema {version}, this one knows {SCHEMA_VERSION}); upgrade truce"
        )
    return version


def version_of(connection: Connection) -> int:
    """The schema version that stands in the header of the file."""
    return int(connection.exec_driver_sql("PRAGMA user_version").scalar_one())


def copy_aside(engine: Engine, path: Path, version: int) -> None:
    """Keep the file as it is beside itself before it is migrated: `truce.db.schema-1`."""
    aside = path.with_name(f"{path.name}.schema-{version}")
    if aside.exists():
        return  # made by an earlier try; the first copy is the safe one
    with engine.execution_options(begin=None).connect() as connection:
        try:
            connection.exec_driver_sql("VACUUM INTO ?", (str(aside),))
        except BaseException:
            aside.unlink(missing_ok=True)
            raise


def migrate(connection: Connection) -> None:
    """Run every step that is due, within the caller's transaction."""
    from alembic import command  # takes longer than a query, needed once in a file's life
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS).replace("%", "%%"))
    config.attributes["connection"] = connection
    command.upgrade(config, "head")
    connection.exec_driver_sql(f"PRAGMA application_id = {APPLICATION_ID}")
    connection.exec_driver_sql(f"PRAGMA user_version = {SCHEMA_VERSION}")
