"""The house keeps its promises: each kind of finding has its table, its form, its command and its page."""

from __future__ import annotations

import dataclasses
from pathlib import Path

import pytest
import typer

from truce.cli.app import app
from truce.export.answers import FIELDS, OBJECTS
from truce.records import Article, Extraction
from truce.render.screens import SCREENS
from truce.store.tables import Table

ROOT = Path(__file__).parents[1]
KINDS = [field.name for field in dataclasses.fields(Extraction) if field.name not in ("article", "published")]


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_of_finding_has_table_form_screen_command_and_docs(kind: str) -> None:
    assert kind in Table.metadata.tables
    assert kind in OBJECTS
    assert kind in FIELDS
    assert kind in SCREENS
    assert kind in getattr(typer.main.get_command(app), "commands", {})
    assert f"truce {kind}" in (ROOT / "docs" / "reference" / "cli.md").read_text(encoding="utf-8")
    assert (ROOT / "docs" / "explanation" / f"{kind}.md").exists()


@pytest.mark.parametrize("kind", KINDS)
def test_an_empty_extraction_has_none_of_them(kind: str) -> None:
    assert getattr(Extraction(Article("a", "")), kind) == ()


def test_the_seed_is_the_article_as_it_was_given() -> None:
    from hashlib import sha256

    (seed,) = (ROOT / "seeds").iterdir()
    assert seed.name == "000_88907226b0304b17.txt"
    assert sha256(seed.read_bytes()).hexdigest().startswith("331157d505279a79")
