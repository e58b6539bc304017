"""An article with its evidence lit: in colour by kind on a terminal, as notes below each paragraph elsewhere."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from rich.console import Console
from rich.text import Text

from truce.language.paragraphs import find_paragraphs
from truce.records import Extraction, Span
from truce.render.cells import one_line
from truce.render.notes import Note, notes_of

OBEYED = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069]")  # what a terminal obeys
# Painted in this order: what comes later lies on top. Content is underlined, so that what stands in it keeps its colour.
STYLES = {
    "content": "underline",
    "truce": "green",
    "actor": "yellow",
    "date": "cyan",
    "casualty figure": "bold red",
    "speaker": "bold magenta",
    "cue": "italic magenta",
}


@dataclass(frozen=True, slots=True)
class Light:
    """A stretch of the text that is lit as one kind of evidence."""

    kind: str
    span: Span


def print_lit(console: Console, extraction: Extraction) -> None:
    """Print the text of an article with all evidence in it and a legend."""
    if console.color_system is not None:
        console.print(legend())
        console.print()
        console.print(lit_text(extraction), soft_wrap=False)
        return
    print_with_notes(console, extraction)


def legend() -> Text:
    """Which colour means what."""
    return Text("  ").join(Text(kind, style) for kind, style in STYLES.items())


def lit_text(extraction: Extraction) -> Text:
    """The text with every piece of evidence in the colour of its kind; what a terminal would obey is made visible."""
    text = Text(plain(extraction.article.text))
    lights = sorted(lights_of(extraction), key=lambda light: list(STYLES).index(light.kind))
    for light in lights:
        text.stylize(STYLES[light.kind], light.span.start, light.span.end)
    return text


def lights_of(extraction: Extraction) -> Iterator[Light]:
    """Every stretch that is evidence of something."""
    for claim in extraction.claims:
        yield from (Light("content", span) for span in claim.content)
        yield from (Light("speaker", span) for span in (claim.speaker_span,) if span)
        yield from (Light("cue", span) for span in (claim.cue,) if span)
    yield from (Light("casualty figure", figure.evidence) for figure in extraction.casualties)
    yield from (Light("date", date.span) for date in extraction.dates)
    yield from (Light("truce", truce.span) for truce in extraction.truces)
    yield from (Light("actor", span) for actor in extraction.actors for span in actor.mentions)


def print_with_notes(console: Console, extraction: Extraction) -> None:
    """Print the text, below each paragraph a line for each finding that begins in it."""
    text = extraction.article.text
    waiting = sorted(notes_of(extraction), key=lambda note: (note.start, note.kind))
    for paragraph in find_paragraphs(text):
        console.print(Text(plain(text[paragraph.start : paragraph.end])))
        while waiting and waiting[0].start < paragraph.end:
            print_note(console, waiting.pop(0))
        console.print()


def print_note(console: Console, note: Note) -> None:
    """One finding as a line in the margin."""
    console.print(Text(f"    | {note.kind}: {note.summary}  “{one_line(note.evidence)}”"))


def plain(text: str) -> str:
    """The text, character for character, with nothing in it that a terminal obeys."""
    return OBEYED.sub("\N{REPLACEMENT CHARACTER}", text)
