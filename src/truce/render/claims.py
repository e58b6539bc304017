"""Claims as rows: who said what, how, when."""

from __future__ import annotations

from rich.text import Text

from truce.answers import Stored
from truce.records import Claim, Mode
from truce.render.cells import claim_days, one_line
from truce.render.tables import Column, Screen, article_column, told, told_column

Row = Stored[Claim]
QUOTING = {Mode.DIRECT: ", quoted", Mode.MIXED: ", partly quoted", Mode.INDIRECT: ""}


def content(found: Row) -> str:
    """What was said, with dots where cue and speaker stood within it."""
    return " … ".join(one_line(span.text) for span in found.record.content)


def cue(found: Row) -> str:
    """The verb, or `according to`."""
    return one_line(found.record.cue.text) if found.record.cue else ""


def stance(found: Row) -> str:
    """What the speaker does by it, and whether in so many words."""
    return f"{found.record.stance.value}{QUOTING[found.record.mode]}"


def says(found: Row) -> Text:
    """Cue and content in one cell, of how many origins it is where several articles have it."""
    times = f"  (origins: {told(found)})" if found.reports > 1 else ""
    return Text.assemble((cue(found), "italic"), "  ", content(found), (times, "dim"))


WHEN: Column[Row] = Column("when", lambda found: claim_days(found.record, found.article.published), "cyan")
SPEAKER: Column[Row] = Column("speaker", lambda found: one_line(found.record.speaker or "?"), "bold", is_long=True)

CLAIMS: Screen[Row] = Screen(
    wide=(
        WHEN,
        SPEAKER,
        Column("stance", stance),
        Column("cue", cue, "italic", is_long=True),
        told_column(),
        article_column(),
        Column("content", content, is_long=True),
    ),
    narrow=(WHEN, SPEAKER, Column("says", says, is_long=True), article_column()),
)
