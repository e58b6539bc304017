"""Whatever is changed in the file behind the program's back is found."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from typing import Any

import pytest

from truce.records import ActorKind, TruceStatus
from truce.store import Store


@pytest.fixture
def stored(store: Store, save: Any, report: Any) -> Store:
    """Two versions of one article, with a finding of every kind."""
    for text in (
        "Ivo Marek said on Monday that two died in Kamen. A truce holds.",
        "Marek said on Monday two died. A truce holds.",
    ):
        one = report(text, path="a.txt", published="2024-05-08", authors=("A. Writer",))
        one.actor("Ivo Marek", ActorKind.PERSON, "Marek", affiliation="Grey Banner")
        one.claim("Ivo Marek", "said", "two died", topics=("toll",), about=("Ostrova",)).date("Monday", "2024-05-06")
        one.figure("two died", 2, place="Kamen").figure("two", 1, subset_of=0)
        save(one.truce(TruceStatus.IN_FORCE, "A truce holds", parties=("Grey Banner",)))
    return store


def change(store: Store, *statements: str) -> None:
    """Change the file as another program might, its triggers set aside."""
    with closing(sqlite3.connect(store.path)) as connection:
        triggers = connection.execute("SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'").fetchall()
        for name, _ in triggers:
            connection.execute(f"DROP TRIGGER {name}")
        for statement in statements:
            connection.execute(statement)
        for _, sql in triggers:
            connection.execute(sql)
        connection.commit()


def test_what_was_stored_has_no_fault(stored: Store) -> None:
    assert stored.verify() == ()


@pytest.mark.parametrize(
    ("statement", "faults"),
    [
        ("UPDATE articles SET text = replace(text, 'two', 'ten') WHERE id = 1", {"hash", "evidence", "search"}),
        ("UPDATE articles SET text_sha256 = 'x' WHERE id = 2", {"hash"}),
        ("UPDATE evidence_spans SET start = start + 1 WHERE kind = 'casualties' AND record_id = 1", {"evidence"}),
        ("""UPDATE evidence_spans SET "end" = 4000 WHERE kind = 'dates' AND record_id = 1""", {"span", "evidence"}),
        ("UPDATE evidence_spans SET start = -1 WHERE kind = 'truces' AND record_id = 1", {"span", "evidence"}),
        ("UPDATE evidence_spans SET field = 'cue' WHERE kind = 'mentions'", {"evidence"}),
        ("DELETE FROM evidence_spans WHERE kind = 'truces' AND record_id = 2", {"evidence"}),
        ("DELETE FROM dates WHERE id = 1", {"lost span", "evidence"}),
        ("UPDATE claims SET position = 7 WHERE id = 1", {"evidence"}),
        ("UPDATE claims SET speaker_id = 999 WHERE id = 1", {"foreign key"}),
        ("UPDATE casualties SET subset_of_id = 999 WHERE id = 2", {"foreign key"}),
        ("UPDATE casualties SET outcome = 'hurt' WHERE id = 1", {"value"}),
        ("UPDATE claims SET topics = '{}' WHERE id = 1", {"value"}),
        ("UPDATE articles SET authors = 'A. Writer' WHERE id = 1", {"value"}),
        ("UPDATE articles SET is_current = 1", {"version"}),
        ("UPDATE articles SET is_current = 0", {"version"}),
        ("UPDATE articles SET title = 'Calm' WHERE id = 2", {"search"}),
        ("UPDATE claims SET speaker = 'Ana Brisk' WHERE id = 2", {"search"}),
    ],
)
def test_a_change_is_found(stored: Store, statement: str, faults: set[str]) -> None:
    change(stored, statement)
    found = stored.verify()
    assert {fault.kind for fault in found} - {"search"} == faults - {"search"}
    assert faults <= {fault.kind for fault in found}
    assert all(fault.message and "\n" not in fault.message for fault in found)


def test_the_search_is_mended_as_the_message_says(stored: Store) -> None:
    change(stored, "UPDATE articles SET title = 'Calm' WHERE id = 2")
    (fault,) = stored.verify()
    change(stored, fault.message.partition("mend it with: ")[2])
    assert stored.verify() == ()


def test_a_fault_is_named_by_table_and_row(stored: Store) -> None:
    change(stored, "UPDATE casualties SET outcome = 'hurt' WHERE id = 2")
    (fault,) = stored.verify()
    assert (fault.table, fault.row) == ("casualties", 2)
    assert fault.message == "casualties 2: outcome is «hurt», which it cannot be"
