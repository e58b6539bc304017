from __future__ import annotations

from pathlib import Path

import pytest

from truce.errors import LexiconError
from truce.lexicons.actor_nouns import read_actor_nouns
from truce.records import ActorKind


@pytest.mark.parametrize(
    ("phrase", "kind"),
    [
        ("coastal infantry division", ActorKind.MILITARY),
        ("masked gunmen", ActorKind.ARMED_GROUP),
        ("interior ministry", ActorKind.GOVERNMENT),
        ("state news agency", ActorKind.MEDIA),
        ("private aid agency", ActorKind.NGO),
        ("hospital officials", ActorKind.OTHER),
        ("witnesses", ActorKind.OTHER),
        ("old wooden bridge", None),
    ],
)
def test_the_last_noun_tells_the_kind(phrase: str, kind: ActorKind | None) -> None:
    assert read_actor_nouns().kind_of(phrase.split()) is kind


def test_ranks_and_offices_are_kept_apart() -> None:
    nouns = read_actor_nouns()
    assert "col" in nouns.ranks
    assert "spokeswoman" in nouns.offices
    assert "village" not in nouns.ranks | nouns.offices


@pytest.mark.parametrize(
    ("text", "entry"),
    [
        ('[army]\nsource = "a test"\n', "army"),
        ('[army]\nsource = "a test"\nkind = "host"\nmany = ["host"]\n', "army"),
        ('[army]\nsource = "a test"\nkind = "military"\nmany = ["Host"]\n', "army.Host"),
        ('[army]\nkind = "military"\nmany = ["host"]\n', "army"),
    ],
)
def test_a_bad_entry_is_refused_by_name(tmp_path: Path, text: str, entry: str) -> None:
    (tmp_path / "actor_nouns.toml").write_text(text, encoding="utf-8")
    with pytest.raises(LexiconError) as refused:
        read_actor_nouns(tmp_path)
    assert refused.value.entry == entry
