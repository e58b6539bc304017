"""The wheel, installed into an environment made from nothing, does what the README says in an empty folder."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import venv
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]


def run(*command: str | Path, cwd: Path) -> str:
    """Run a command without any of this environment's paths; what it prints."""
    clean = {name: value for name, value in os.environ.items() if name not in ("PYTHONPATH", "TRUCE_DB", "VIRTUAL_ENV")}
    ran = subprocess.run([str(part) for part in command], cwd=cwd, env=clean, capture_output=True, text=True, check=False)
    assert ran.returncode == 0, f"{command}:\n{ran.stdout}\n{ran.stderr}"
    return ran.stdout


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel, built from a copy of what git would build it from."""
    out = tmp_path_factory.mktemp("dist")
    run(sys.executable, "-m", "pip", "wheel", "--quiet", "--no-deps", "--wheel-dir", out, ROOT, cwd=out)
    (built,) = out.glob("truce-*.whl")
    return built


@pytest.fixture(scope="module")
def scripts(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of commands of a fresh environment that holds the wheel and what it depends on."""
    home = tmp_path_factory.mktemp("fresh") / "venv"
    venv.create(home, with_pip=True)
    scripts = home / ("Scripts" if os.name == "nt" else "bin")
    run(scripts / "python", "-m", "pip", "install", "--quiet", "--disable-pip-version-check", wheel, cwd=home)
    return scripts


def test_the_three_commands_run_from_an_empty_folder(scripts: Path, tmp_path: Path) -> None:
    shutil.copytree(ROOT / "seeds", tmp_path / "seeds")
    assert "1 new" in run(scripts / "truce", "ingest", "seeds/", cwd=tmp_path)
    assert "Naim Qassem" in run(scripts / "truce", "claims", "--actor", "Hezbollah", cwd=tmp_path)
    assert "Baalbek" in run(scripts / "truce", "casualties", "--since", "2024-09", cwd=tmp_path)
    assert sorted(path.name for path in (tmp_path / "data").iterdir())[0] == "truce.db"


def test_the_wheel_holds_model_words_and_licence(wheel: Path) -> None:
    from zipfile import ZipFile

    with ZipFile(wheel) as archive:
        names = archive.namelist()
    assert "truce/language/model/parser/model" in names
    assert "truce/lexicons/cues.toml" in names
    assert "truce/py.typed" in names
    assert any(name.endswith("licenses/LICENSE") for name in names)
    assert not any(name.startswith(("tests/", "training/", "seeds/")) for name in names)


REACHES_OUT = """
import sys
def refuse(event, arguments):
    if event in ("socket.connect", "socket.getaddrinfo"):
        raise RuntimeError(f"truce reached for the network: {arguments}")
sys.addaudithook(refuse)
from truce.__main__ import main
main()
"""


def test_ingest_and_queries_reach_for_no_network(tmp_path: Path) -> None:
    for command in (["ingest", str(ROOT / "seeds")], ["claims"], ["verify"]):
        run(sys.executable, "-c", REACHES_OUT, "--db", tmp_path / "truce.db", *command, cwd=tmp_path)
