"""What changed between two versions of an article, as lines: - what is gone, + what is new, ~ what is altered."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Any

from rich.console import Console
from rich.text import Text

from truce.ledger.versions import Change, ChangeKind, Comparison
from truce.ledger.wording import Edit, SentenceChange
from truce.records import Extraction
from truce.render.cells import one_line, published_days
from truce.render.notes import Note, casualty_note, claim_note, truce_note

MARKS = {ChangeKind.ADDED: ("+", "green"), ChangeKind.GONE: ("-", "red"), ChangeKind.ALTERED: ("~", "yellow")}
EDITS = {
    Edit.ADDED: ("+", "green"),
    Edit.REMOVED: ("-", "red"),
    Edit.ALTERED: ("~", "yellow"),
    Edit.MOVED: (">", "cyan"),
    Edit.TYPOGRAPHY: ("≈", "dim"),
}


def print_comparison(console: Console, compared: Comparison, *, numbers: tuple[int, int]) -> None:
    """Print both versions' heads, then the findings and sentences that changed; `numbers` are those of the versions."""
    for number, extraction in zip(numbers, (compared.before, compared.after), strict=True):
        console.print(Text(version_line(number, extraction), "bold"))
    if compared.is_same:
        console.print(Text("\nNothing changed."))
    elif compared.sentences and compared.is_trivial:
        console.print(Text("\nOnly blanks and the shape of marks changed."))
    print_findings(console, compared)
    print_section(console, "sentences", [line for change in compared.sentences for line in sentence_lines(change)])


def print_findings(console: Console, compared: Comparison) -> None:
    """Print the findings that changed, kind by kind."""
    for heading, changes, note in (
        ("figures", compared.figures, casualty_note),
        ("claims", compared.claims, claim_note),
        ("truces", compared.truces, truce_note),
    ):
        print_section(console, heading, [line for change in changes for line in change_lines(change, note)])


def version_line(number: int, extraction: Extraction) -> str:
    """`version 2, 2024-10-03, modified 2024-10-04: Strikes on Tyre`."""
    article = extraction.article
    modified = f", modified {article.modified}" if article.modified else ""
    days = published_days(extraction.published)
    return f"version {number}{f', {days}' if days else ''}{modified}: {one_line(article.title or article.id)}"


def print_section(console: Console, heading: str, lines: Sequence[Text]) -> None:
    """Print lines below a heading; nothing where there are none."""
    if lines:
        console.print(Text(f"\n{heading}", "bold underline"))
    for line in lines:
        console.print(line)


def change_lines(change: Change[Any], note: Callable[[Any], Note]) -> Iterator[Text]:
    """A finding that changed, with the words it rests on; one that was altered as it was and as it is."""
    mark, style = MARKS[change.kind]
    if change.kind is ChangeKind.ALTERED:
        yield Text(f"  {mark} {', '.join(change.fields).replace('_', ' ')}", style)
        yield Text(f"      was {finding_words(note(change.before))}")
        yield Text(f"      is  {finding_words(note(change.after))}")
        return
    yield Text(f"  {mark} {finding_words(note(change.before or change.after))}", style)


def finding_words(note: Note) -> str:
    """A finding in words with its evidence."""
    return f"{note.summary}: “{one_line(note.evidence)}”"


def sentence_lines(change: SentenceChange) -> Iterator[Text]:
    """A sentence that changed; one put otherwise as it was and as it is."""
    mark, style = EDITS[change.edit]
    if change.edit in (Edit.ALTERED, Edit.TYPOGRAPHY):
        yield Text(f"  {mark} was {one_line(change.before or '')}", style)
        yield Text(f"    is  {one_line(change.after or '')}", style)
        return
    yield Text(f"  {mark} {one_line(change.after or change.before or '')}", style)
