"""The help: plain, with an example that works, and the reference made from it."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import typer

from truce.cli.app import app

Run = Callable[..., Any]

ROOT = Path(__file__).parents[2]


def examples() -> list[str]:
    """The example of each command."""

    def walk(command: object) -> list[str]:
        own = re.findall(r"Example:\n\s+(truce .+)", getattr(command, "help", None) or "")
        return own + [line for each in getattr(command, "commands", {}).values() for line in walk(each)]

    return walk(typer.main.get_command(app))


def test_every_command_has_one_example() -> None:
    def count(command: object) -> int:
        below = getattr(command, "commands", {}).values()
        return sum(map(count, below)) + 1

    assert len(examples()) == count(typer.main.get_command(app)) - 1


NEEDS = {  # examples that change or reach something: what stands in for it
    "fetch": "the network",
    "feeds": "the network",
}


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An empty folder with the seeds in it, ingested, as the README has it."""
    folder = tmp_path_factory.mktemp("home")
    shutil.copytree(ROOT / "seeds", folder / "seeds")
    subprocess.run([sys.executable, "-m", "truce", "ingest", "seeds/"], cwd=folder, check=True, capture_output=True)
    return folder


@pytest.mark.parametrize("example", [line for line in examples() if line.split()[1] not in NEEDS])
def test_the_examples_run(folder: Path, example: str) -> None:
    command = example.replace("truce", f"{sys.executable} -m truce", 1)
    ran = subprocess.run(["/bin/sh", "-c", command], cwd=folder, capture_output=True, text=True, check=False)
    assert ran.returncode in (0, 1), ran.stderr
    assert "Traceback" not in ran.stderr
    assert "Usage" not in ran.stderr


def test_the_reference_is_in_step_with_the_help() -> None:
    made = [sys.executable, str(ROOT / "docs" / "make_cli_reference.py"), "--check"]
    ran = subprocess.run(made, capture_output=True, text=True, check=False)
    assert ran.returncode == 0, ran.stderr


def test_help_is_plain(truce: Run) -> None:
    out = truce("--help").out
    assert not set(out) & set("╭─│╰")
    assert "truce casualties --since 2024-09" in out


def test_the_version_is_that_of_the_package(truce: Run) -> None:
    from importlib.metadata import version

    assert truce("--version").out == f"truce {version('truce')}\n"


def test_shells_complete_the_names_of_actors(db: str) -> None:
    asked = {"_TRUCE_COMPLETE": "complete_bash", "COMP_WORDS": f"truce --db {db} claims --actor Naj", "COMP_CWORD": "5"}
    import os

    ran = subprocess.run(
        [sys.executable, "-m", "truce"], env={**os.environ, **asked}, capture_output=True, text=True, check=False
    )
    assert "Najib Mikati" in ran.stdout
