"""What `truce` promises to programs that import it."""

from __future__ import annotations

import subprocess
import sys

import truce

PROMISED = {
    "Actor Article CasualtyFigure Claim DateMention EvidenceError Extraction FetchError Found InputError LexiconError "
    "Published Query Span Store StoreError Stored StoredArticle TruceError TruceStatement extract ingest"
}


def test_the_public_names_are_these() -> None:
    assert {" ".join(sorted(truce.__all__))} == PROMISED


def test_every_public_name_is_there() -> None:
    assert all(getattr(truce, name).__name__ == name for name in truce.__all__)


def test_a_name_that_is_not_there_is_an_attribute_error() -> None:
    assert not hasattr(truce, "summarise")


def test_import_alone_loads_nothing_heavy() -> None:
    program = "import sys, truce; assert not {'spacy', 'sqlmodel', 'typer', 'trafilatura', 'rich'} & set(sys.modules)"
    assert subprocess.run([sys.executable, "-c", program], check=False).returncode == 0


def test_text_goes_in_and_findings_come_out() -> None:
    found = truce.extract("Shelling killed 12 people in Tyre, the health ministry said.")
    (figure,) = found.casualties
    assert (figure.low, figure.outcome.value, figure.evidence.text) == (12, "killed", "killed 12 people")
    (claim,) = found.claims
    assert claim.content[0].text == "Shelling killed 12 people in Tyre"
