"""`truce reextract`: stored articles are read again after an upgrade."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterable
from typing import TYPE_CHECKING, Annotated, Any

import typer

from truce.answers import Query
from truce.cli.options import FILTERS, DatabaseOption, WorkersOption, database, open_store, with_options
from truce.cli.outcomes import SOME_FAILED, progress
from truce.cli.terminal import say

if TYPE_CHECKING:
    from truce.reextraction import Reread

HELP = """Read stored articles again, and say what is found otherwise than before.

Without anything else, those whose findings are by another version of the extractor, as after an upgrade; the filters narrow
them. What was read before an interruption is not read again. Merged and split actors stay so.

\b
Example:
  truce reextract --since 2024-09 --workers 2
"""
OPTIONS: dict[str, tuple[Any, Any]] = {
    "articles": (
        Annotated[
            list[str] | None,
            typer.Argument(metavar="ARTICLE...", help="Only these, whatever read them: numbers, names or addresses."),
        ],
        None,
    ),
    "changed_rules": (
        Annotated[bool, typer.Option("--changed-rules", help="Those that another version of the extractor read: the default.")],
        False,
    ),
    "is_all": (Annotated[bool, typer.Option("--all", help="Also those that this very version read.")], False),
    "copies": (Annotated[bool, typer.Option("--copies", help="Also work out anew which of all articles are copies.")], False),
    "is_listed": (Annotated[bool, typer.Option("--changes", help="Print each finding that changed.")], False),
    **{name: FILTERS[name] for name in ("actor", "about", "since", "until", "place", "source", "search")},
    "workers": (WorkersOption, 1),
    "db": (DatabaseOption, None),
}


def add_to(app: typer.Typer) -> None:
    """Add the command to the app."""
    short = "Read stored articles again after an upgrade."
    app.command("reextract", help=HELP, short_help=short)(with_options(OPTIONS, reextract, reextract))


def reextract(ctx: typer.Context, values: dict[str, Any]) -> None:
    """Read articles again, say what changed, exit 3 if some failed."""
    from truce.copying import update_copies
    from truce.reextraction import Choice, reextract_each

    if values["changed_rules"] and values["is_all"]:
        raise typer.BadParameter("say --changed-rules or --all, not both", param_hint="--all")
    query = Query(**{name: values[name] for name in FILTERS if name in values})
    choice = Choice(tuple(values["articles"] or ()), query, is_all=values["is_all"])
    with open_store(database(ctx)) as store:
        counts = report(reextract_each(choice, store, workers=values["workers"]), is_listed=values["is_listed"])
        regrouped = update_copies(store, is_whole=True) if values["copies"] else None
    print_counts(counts, database(ctx))
    if regrouped is not None:
        typer.echo(f"copies   worked out anew, {regrouped:,} articles have others of their origin")
    if counts["failed"]:
        raise typer.Exit(SOME_FAILED)


def report(rereads: Iterable[Reread], *, is_listed: bool) -> Counter[str]:
    """Count what changed, name each article in which something did; print the changes themselves if asked."""
    counts: Counter[str] = Counter()
    with progress(lambda: 0) as step:
        for reread in rereads:
            step(reread.article.name)
            counts.update(["read", "failed" if reread.failure else "changed" if reread.is_changed else "as before"])
            if reread.failure is not None:
                say(f"truce: {reread.failure}")
            elif reread.is_changed:
                counts.update(changes_of(reread))
                print_reread(reread, is_listed=is_listed)
    return counts


def changes_of(reread: Reread) -> Counter[str]:
    """How many figures, claims and truces were added, gone and altered: `figures added`."""
    compared = reread.compared
    if compared is None:
        return Counter()
    counts = Counter(f"figures {change.kind.value}" for change in compared.figures)
    counts.update(f"claims {change.kind.value}" for change in compared.claims)
    counts.update(f"truces {change.kind.value}" for change in compared.truces)
    return counts


def print_reread(reread: Reread, *, is_listed: bool) -> None:
    """One line for an article in which something changed, the changes below it if asked."""
    told = ", ".join(f"{name} {count}" for name, count in changes_of(reread).items())
    typer.echo(f"{reread.article.id} {reread.article.name}: {told or 'dates, actors or the day of publication'}")
    if is_listed and reread.compared is not None:
        from truce.cli.terminal import open_console
        from truce.render.versions import print_findings

        print_findings(open_console(), reread.compared)
        sys.stdout.flush()


def print_counts(counts: Counter[str], db: str) -> None:
    """How many articles were read again, in how many of them something changed, and what."""
    if not counts["read"]:
        typer.echo(f"{db}: nothing to read again; every article was read by this version")
        return
    articles = ", ".join(f"{counts[name]:,} {name}" for name in ("changed", "as before", "failed"))
    typer.echo(f"{db}: {counts['read']:,} read again: {articles}")
    for kind in ("figures", "claims", "truces"):
        changed = [f"{counts[f'{kind} {change}']:,} {change}" for change in ("added", "gone", "altered")]
        typer.echo(f"{kind:8} {', '.join(changed)}")
