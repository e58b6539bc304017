"""Completion answers with names, or with nothing, never with an error."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from truce.records import ActorKind
from truce.store import Store
from truce.store.completion import actor_names


def test_names_and_aliases_begin_as_typed(store: Store, save: Any, report: Any) -> None:
    save(
        report("Grey Banner and Greta Holm talked.")
        .actor("Grey Banner", ActorKind.ARMED_GROUP)
        .actor("Greta Holm", ActorKind.PERSON)
    )
    assert actor_names(store.path, "gre") == ["Greta Holm", "Grey Banner"]
    assert actor_names(store.path, "Banner of") == ["Banner of the Coast"]
    assert actor_names(store.path, "%") == []


@pytest.mark.parametrize("content", [None, b"", b"not a database" * 99])
def test_without_a_database_there_are_no_names(path: Path, content: bytes | None) -> None:
    if content is not None:
        path.write_bytes(content)
    assert actor_names(path, "a") == []
    assert path.exists() == (content is not None)


def test_half_a_character_is_no_error(store: Store) -> None:
    assert actor_names(store.path, "\ud83d") == []
