"""An ingest that is killed, or finds the disk full or the database locked, and is started again ends as if nothing had been."""

from __future__ import annotations

import json
import os
import runpy
import shutil
import signal
import sqlite3
import subprocess
import sys
import time
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from truce.errors import StoreError
from truce.pipeline import ingest, ingest_each
from truce.store import Store

SCRIPT = Path(__file__).with_name("ingesting.py")
content = runpy.run_path(str(SCRIPT))["content"]
STRIKE = (
    "BEIRUT (AFP) — Israeli strikes killed at least 12 civilians in Tyre on Tuesday, Lebanon's health ministry said.\n\n"
    "Hezbollah leader Naim Qassem said his group would accept a ceasefire if Israel withdrew its troops from the south. "
    "Rescue crews searched a collapsed school for survivors until midnight, and the road along the coast stayed closed."
)
REPORTS = [
    {"id": "strike", "url": "https://news.example/strike?utm_source=feed", "published": "2024-10-02", "text": STRIKE},
    {"id": "copy", "url": "https://other.example/1", "published": "2024-10-02", "text": f"Dozens flee the coast\n\n{STRIKE}"},
    {"id": "cut", "url": "https://third.example/1", "published": "2024-10-03", "text": STRIKE.partition(" Rescue")[0]},
    {"id": "strike", "url": "https://news.example/strike", "published": "2024-10-02", "text": STRIKE.replace("12", "19")},
    {"id": "truce", "published": "2024-11-27", "text": "Israel and Hezbollah agreed to a 60-day ceasefire, Nabih Berri said."},
    {"id": "french", "published": "2024-11-27", "text": "Le cessez-le-feu est entré en vigueur mercredi matin au Liban. " * 4},
]


@pytest.fixture(scope="module")
def reports(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder of reports: a copy, a cut copy, a new version of the first, one that is not in English, one that is damaged."""
    folder = tmp_path_factory.mktemp("sources") / "reports"
    folder.mkdir()
    lines = [json.dumps(report) for report in REPORTS]
    (folder / "a.jsonl").write_text("\n".join([*lines[:4], "{", *lines[4:]]), encoding="utf-8")
    (folder / "b.txt").write_text("KABUL, May 7 — Gunmen wounded three teachers in Herat, police said.", encoding="utf-8")
    return folder


def disturbed(folder: Path, reports: Path, *arguments: str) -> Any:
    """What the script prints."""
    shutil.copytree(reports, folder / "reports")
    command = [sys.executable, str(SCRIPT), str(folder), *arguments]
    done = subprocess.run(command, capture_output=True, text=True, env=os.environ | {"OPENBLAS_NUM_THREADS": "1"}, check=False)
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


@pytest.mark.skipif(not hasattr(os, "fork"), reason="needs processes that begin as a copy of another")
def test_a_killed_ingest_started_again_ends_as_if_nothing_had_been(tmp_path: Path, reports: Path) -> None:
    found = disturbed(tmp_path, reports, "killed", "5", "6")
    assert found["faults"] == [[]] * 6
    for database in found["disturbed"]:
        assert database == found["undisturbed"]
    assert len(found["undisturbed"]["articles"]) == 7
    assert found["undisturbed"]["copies"]
    assert min(found["stored before"]) < 7  # some were killed before the end


@pytest.mark.skipif(not hasattr(os, "fork"), reason="needs processes that begin as a copy of another")
def test_an_ingest_that_found_the_disk_full_ends_as_if_nothing_had_been(tmp_path: Path, reports: Path) -> None:
    found = disturbed(tmp_path, reports, "full")
    assert found["faults"] == [[]]
    assert found["stored before"][0] < 7
    assert found["disturbed"] == [found["undisturbed"]]


SMALL_DISK = """
set -e
mount -t tmpfs -o size=1m none "$1"
export TRUCE_DB="$1/reports.db"
"$2" -m truce ingest "$3" > "$4/first" 2>&1 && exit 9
mount -o remount,size=64m "$1"
"$2" -m truce ingest "$3" > "$4/second" 2>&1 || test $? = 3
"$2" -m truce verify
cp "$TRUCE_DB" "$4/after.db"
"""


@pytest.mark.skipif(sys.platform != "linux", reason="mounts a small disk, as only Linux lets anybody do")
def test_an_ingest_onto_a_disk_that_is_too_small_goes_on_when_it_has_grown(tmp_path: Path, reports: Path) -> None:
    disk = tmp_path / "disk"
    disk.mkdir()
    apart = ["unshare", "--mount", *([] if os.geteuid() == 0 else ["--user", "--map-root-user"])]
    if shutil.which("unshare") is None or subprocess.run([*apart, "true"], capture_output=True, check=False).returncode:
        pytest.skip("NOT TESTED: a full disk. This machine lets nobody mount a file system (unshare --mount)")
    arguments = [str(disk), sys.executable, str(reports), str(tmp_path)]
    done = subprocess.run([*apart, "sh", "-c", SMALL_DISK, "sh", *arguments], capture_output=True, text=True, check=False)
    if "mount" in done.stderr:
        pytest.skip(f"NOT TESTED: a full disk. This machine lets nobody mount a file system ({done.stderr.strip()})")
    first = (tmp_path / "first").read_text(encoding="utf-8")
    assert done.returncode == 0, done.stderr + first
    assert "disk" in first
    assert "Traceback" not in first
    with Store.open(tmp_path / "undisturbed.db") as store:
        ingest([str(reports)], store)
    assert content(tmp_path / "after.db") == content(tmp_path / "undisturbed.db")


def test_an_ingest_that_found_the_database_locked_ends_as_if_nothing_had_been(tmp_path: Path, reports: Path) -> None:
    with Store.open(tmp_path / "undisturbed.db") as store:
        ingest([str(reports)], store)
    path = tmp_path / "locked.db"
    with Store.open(path, patience=0.05) as store, closing(sqlite3.connect(path, isolation_level=None)) as other:
        outcomes = ingest_each([str(reports)], store)
        next(outcomes)
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(StoreError, match="another program is writing"):
            list(outcomes)
        other.execute("ROLLBACK")
        assert store.articles().total == 1
        ingest([str(reports)], store)
        assert store.verify() == ()
    assert content(path) == content(tmp_path / "undisturbed.db")


WORKING = """
import multiprocessing, os, signal, sys
from truce.pipeline import open_extractor
from truce.records import Article
if __name__ == "__main__":
    with open_extractor(2) as submit:
        for found in [submit(Article(id="a", text="Shells killed two in Tyre.")) for _ in range(2)]:
            found()
        print(*[child.pid for child in multiprocessing.active_children()], flush=True)
        os.kill(os.getpid(), signal.SIGKILL)
"""


def is_running(number: str) -> bool:
    """Whether a process is there and has not ended."""
    try:
        return Path(f"/proc/{number}/stat").read_text(encoding="utf-8").rpartition(")")[2].split()[0] != "Z"
    except OSError:
        return False


@pytest.mark.skipif(sys.platform != "linux", reason="looks into /proc")
def test_a_killed_ingest_leaves_no_worker_behind(tmp_path: Path) -> None:
    (tmp_path / "working.py").write_text(WORKING, encoding="utf-8")
    with (tmp_path / "out").open("w+", encoding="utf-8") as out:
        ended = subprocess.run([sys.executable, str(tmp_path / "working.py")], stdout=out, check=False)
        out.seek(0)
        workers = out.read().split()
    assert ended.returncode == -signal.SIGKILL
    assert workers
    patience = time.monotonic() + 60
    while any(map(is_running, workers)) and time.monotonic() < patience:
        time.sleep(0.05)
    assert [number for number in workers if is_running(number)] == []
