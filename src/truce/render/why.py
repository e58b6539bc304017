"""Why each thing was found: the rule behind it and the words that each of its fields rests on."""

from __future__ import annotations

from itertools import groupby

from rich.console import Console
from rich.text import Text

from truce.records import Article, Extraction, Ground, Published
from truce.render.cells import one_line, published_days
from truce.render.notes import Note, notes_of


def print_why(console: Console, extraction: Extraction) -> None:
    """Print the reasons for the publication day, then every finding of every kind with rule and grounds."""
    print_published(console, extraction.published)
    for kind, notes in groupby(notes_of(extraction), key=lambda note: note.kind):
        console.print(Text(f"\n{kind}s", "bold underline"))
        for number, note in enumerate(notes, start=1):
            print_finding(console, number, note, extraction.article)


def print_published(console: Console, published: Published) -> None:
    """Print the publication day, its basis, and each reason that led to it."""
    console.print(Text("publication day", "bold underline"))
    day = published_days(published) or "unknown"
    is_sure = published.not_before == published.not_after
    bounds = "" if is_sure else f", not before {published.not_before or '?'}, not after {published.not_after or '?'}"
    console.print(Text(f"  {day} ({published.basis.value}{bounds})"))
    for reason in published.reasons:
        console.print(Text(f"  - {one_line(reason)}"))


def print_finding(console: Console, number: int, note: Note, article: Article) -> None:
    """Print one finding: what, on which words, by which rule; then its fields with theirs."""
    console.print(Text(f"{number:3} {note.summary}"))
    rule = f"  rule: {note.rule}" if note.rule else ""
    page = f", page {article.page_of(note.start)}" if article.pages else ""
    console.print(Text(f"    “{one_line(note.evidence)}” at {note.start}{page}{rule}", "dim"))
    if note.grounds:
        console.print(Text(f"    {'; '.join(map(ground_words, note.grounds))}", "dim"))


def ground_words(ground: Ground) -> str:
    """`place: “Baalbek” at 1531`."""
    return f"{ground.field.replace('_', ' ')}: “{one_line(ground.span.text)}” at {ground.span.start}"
