"""`truce diff`: what changed between two versions of an article."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from enum import StrEnum
from typing import Annotated

import typer

from truce.answers import StoredArticle
from truce.cli.options import ArticleArgument, DatabaseOption, database, open_store
from truce.cli.terminal import open_console
from truce.errors import StoreError

HELP = """Show which figures, claims, truces and sentences changed from one version of an article to the next.

A version is what was read from the same address, or the same file, with another text. Without --from and --to, the version
that is shown everywhere is compared with the one before it.

\b
Example:
  truce diff https://news.example/strikes-on-tyre
"""


class DiffFormat(StrEnum):
    """How the changes are shown."""

    TEXT = "text"
    JSON = "json"


FromOption = Annotated[int | None, typer.Option("--from", metavar="N", min=1, help="The number of the earlier version.")]
ToOption = Annotated[int | None, typer.Option("--to", metavar="N", min=1, help="The number of the later version.")]
FormatOption = Annotated[DiffFormat, typer.Option("--format", help="Lines for a person, or one object.")]


def add_to(app: typer.Typer) -> None:
    """Add the command to the app."""
    app.command("diff", help=HELP, short_help="Show what changed between versions of an article.")(diff)


def diff(
    ctx: typer.Context,
    article: ArticleArgument,
    earlier: FromOption = None,
    later: ToOption = None,
    form: FormatOption = DiffFormat.TEXT,
    db: DatabaseOption = None,
) -> None:
    """Show what changed between two versions."""
    from truce.ledger.versions import compare

    with open_store(database(ctx)) as store:
        before, after = choose(store.versions(article), earlier=earlier, later=later)
        compared = compare(store.extraction(before.id), store.extraction(after.id))
    if form is DiffFormat.JSON:
        from truce.export.as_json import write_jsonl
        from truce.export.versions import comparison_object

        write_jsonl([comparison_object(compared, before=before, after=after)], sys.stdout)
        return
    from truce.render.versions import print_comparison

    print_comparison(open_console(), compared, numbers=(before.version, after.version))


def choose(versions: Sequence[StoredArticle], *, earlier: int | None, later: int | None) -> tuple[StoredArticle, StoredArticle]:
    """The two versions that are meant: `versions` has the one that is shown everywhere last."""
    name = versions[-1].name
    by_number = {each.version: each for each in versions}
    if missing := [str(number) for number in (earlier, later) if number is not None and number not in by_number]:
        raise StoreError(f"{name} has no version {missing[0]}; it has {', '.join(map(str, sorted(by_number)))}")
    if len(versions) == 1:
        raise StoreError(f"{name} has one version only, nothing to compare it with")
    after = by_number[later] if later is not None else next(each for each in reversed(versions) if each.version != earlier)
    before = (
        by_number[earlier]
        if earlier is not None
        else max((each for each in versions if each is not after), key=lambda each: (each.version < after.version, each.version))
    )
    return before, after
