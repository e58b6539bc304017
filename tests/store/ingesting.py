"""Ingests the same reports into many databases, each run in a process of its own that is stopped at a random point.

Run by `test_interruptions.py`: `python ingesting.py FOLDER killed SEED POINTS`, or `… full`. What was loaded once, parser
and lexicons, every run has from its parent. Prints one line of JSON: the content of the undisturbed database, and of each
that was disturbed and then finished.
"""

from __future__ import annotations

import json
import os
import random
import resource
import signal
import sqlite3
import sys
import time
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any

from sqlalchemy import Engine, event

from truce.errors import StoreError
from truce.pipeline import extract, ingest
from truce.records import Article
from truce.sources.files import read_articles
from truce.store import Store

ROOM = 60_000  # bytes that a file may grow to when the disk is full: less than the reports take
Content = dict[str, list[list[Any]]]


def content(path: Path) -> Content:
    """Every row of every table, without what no two runs share: moments and the numbers of runs."""
    found: Content = {}
    with closing(sqlite3.connect(path)) as connection:
        tables = "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE '%_search_%' ORDER BY name"
        for (table,) in connection.execute(tables).fetchall():
            columns = [row[1] for row in connection.execute(f"PRAGMA table_info({table})")]
            kept = [name for name in columns if not name.endswith("_at") and name != "run_id"]
            if table != "runs":
                rows = connection.execute(f"SELECT {', '.join(map(quoted, kept))} FROM {table}")
                found[table] = sorted((list(row) for row in rows), key=repr)
    return found


def quoted(name: str) -> str:
    """A column's name that may be a word of SQL: `end`."""
    return f'"{name}"'


def faults(path: Path) -> list[str]:
    """What `truce verify` finds."""
    with Store.open(path) as store:
        return [fault.message for fault in store.verify()]


def run(path: Path, reports: Path, prepare: Callable[[], None] = lambda: None) -> int:
    """Ingest in a process of its own; the number of that process."""
    child = os.fork()
    if child:
        return child
    try:
        prepare()
        with Store.open(path, patience=1) as store:
            ingest([str(reports)], store)
        os._exit(0)
    except StoreError as error:
        print(error, file=sys.stderr, flush=True)
        os._exit(7)
    except BaseException as error:
        print(repr(error), file=sys.stderr, flush=True)
        os._exit(1)


def ended(child: int) -> int:
    """How a process ended: its exit code, or minus the signal."""
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])


def kill_at(statement: int) -> Callable[[], None]:
    """Kill the process before its n-th statement of SQL."""
    seen = 0

    def count(*_: Any) -> None:
        nonlocal seen
        seen += 1
        if seen == statement:
            os.kill(os.getpid(), signal.SIGKILL)

    return lambda: event.listen(Engine, "before_cursor_execute", count)


def count_statements(path: Path, reports: Path) -> int:
    """How many statements an undisturbed run makes."""
    out = path.with_suffix(".count")

    def count(*_: Any) -> None:
        with out.open("ab") as counts:
            counts.write(b".")

    assert ended(run(path, reports, lambda: event.listen(Engine, "before_cursor_execute", count))) == 0
    return out.stat().st_size


def killed(folder: Path, reports: Path, seed: int, points: int) -> list[Path]:
    """Databases whose ingest was killed: before a random statement; after a random time; again and again."""
    draw = random.Random(seed)
    start = time.perf_counter()
    statements = count_statements(folder / "counted.db", reports)
    seconds = time.perf_counter() - start
    paths = [folder / f"killed-{number}.db" for number in range(points)]
    for number, path in enumerate(paths):
        if number % 3 == 0:
            assert ended(run(path, reports, kill_at(draw.randint(1, statements)))) == -signal.SIGKILL
        elif number % 3 == 1:
            child = run(path, reports)
            time.sleep(draw.uniform(0.02, seconds))
            os.kill(child, signal.SIGKILL)
            ended(child)
        else:
            for _ in range(4):
                ended(run(path, reports, kill_at(draw.randint(1, statements // 2))))
    return paths


def filled(folder: Path, reports: Path) -> list[Path]:
    """A database whose disk was full half-way: no file could grow any more."""
    path = folder / "filled.db"
    Store.open(path).close()
    assert ended(run(path, reports, lambda: limit_to(path))) == 7
    return [path]


def limit_to(path: Path) -> None:
    """Let no file grow beyond what the database is now, and a little for its log."""
    most = path.stat().st_size + ROOM
    resource.setrlimit(resource.RLIMIT_FSIZE, (most, most))


def main(folder: Path, mode: str, *numbers: str) -> None:
    """Disturb, finish, print what is in each database."""
    reports = folder / "reports"
    for report in read_articles([str(reports)]):
        if isinstance(report, Article):
            extract(report)
    undisturbed = folder / "undisturbed.db"
    assert ended(run(undisturbed, reports)) == 0
    paths = killed(folder, reports, *map(int, numbers)) if mode == "killed" else filled(folder, reports)
    before = [len(content(path).get("articles", [])) if path.exists() else 0 for path in paths]
    assert [ended(run(path, reports)) for path in paths] == [0] * len(paths)
    told = {"faults": [faults(path) for path in paths], "stored before": before}
    print(json.dumps({"undisturbed": content(undisturbed), "disturbed": [content(path) for path in paths], **told}))


if __name__ == "__main__":
    main(Path(sys.argv[1]), *sys.argv[2:])
