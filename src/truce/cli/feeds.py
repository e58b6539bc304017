"""`truce feeds`: the feeds and sitemaps that `truce fetch --feeds` follows."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from truce.cli.options import DatabaseOption, Format, database, open_store
from truce.cli.terminal import open_console, say
from truce.errors import FetchError, InputError
from truce.following import Feed, StoredFeed

if TYPE_CHECKING:
    from truce.store import Store

STDIN = STDOUT = "-"
HELP = """Follow RSS and Atom feeds and news sitemaps; `truce fetch --feeds` fetches what they name.

\b
Example:
  truce feeds add https://news.example/rss.xml && truce fetch --feeds --since "last week"
"""
ADD = """Follow feeds or sitemaps from now on. Nothing is fetched yet.

\b
Example:
  truce feeds add https://news.example/rss.xml
"""
LIST = """List what is followed, with how many pages it named and how many of them wait to be fetched.

\b
Example:
  truce feeds list --format csv
"""
REMOVE = """Follow these no longer, by address or number. What was fetched stays.

\b
Example:
  truce feeds remove https://news.example/rss.xml
"""
IMPORT = """Follow every feed of an OPML file, as feed readers export it.

\b
Example:
  truce feeds import subscriptions.opml
"""
EXPORT = """Write what is followed as OPML, which every feed reader imports.

\b
Example:
  truce feeds export subscriptions.opml
"""
UrlsArgument = Annotated[list[str], typer.Argument(metavar="URL...", help="Addresses of feeds and sitemaps.")]
ReferencesArgument = Annotated[list[str], typer.Argument(metavar="FEED...", help="Addresses, or numbers of `truce feeds list`.")]
TitleOption = Annotated[str | None, typer.Option(metavar="NAME", help="What to call it; else what it calls itself.")]
FormatOption = Annotated[Format, typer.Option("--format", help="How to write the list.")]
OpmlArgument = Annotated[str, typer.Argument(metavar="OPML", help="The file; - is standard input.")]
OutArgument = Annotated[str, typer.Argument(metavar="[FILE]", help="Where to write; - is standard output.")]


def add_to(app: typer.Typer) -> None:
    """Add the commands to the app."""
    group = typer.Typer(help=HELP, no_args_is_help=True, rich_markup_mode=None)
    group.command("add", help=ADD)(add)
    group.command("list", help=LIST)(list_feeds)
    group.command("remove", help=REMOVE)(remove)
    group.command("import", help=IMPORT)(import_opml)
    group.command("export", help=EXPORT)(export_opml)
    app.add_typer(group, name="feeds")


def add(ctx: typer.Context, urls: UrlsArgument, title: TitleOption = None, db: DatabaseOption = None) -> None:
    """Follow addresses; one that is none is wrong usage, and nothing is followed then."""
    from truce.sources.messages import clean_url

    try:
        feeds = [Feed(clean_url(url), title) for url in urls]
    except FetchError as error:
        raise typer.BadParameter(str(error)) from error
    follow(ctx, feeds)


def follow(ctx: typer.Context, feeds: Sequence[Feed]) -> None:
    """Follow feeds and say how many of them are new."""
    from truce.store import Store

    with Store.open(database(ctx)) as store:
        new = store.fetches.add_feeds(feeds)
        total = len(store.fetches.feeds())
    known = f", {len(feeds) - new:,} known already" if new < len(feeds) else ""
    typer.echo(f"{database(ctx)}: {new:,} added{known}; {total:,} followed")


def list_feeds(ctx: typer.Context, form: FormatOption = Format.TABLE, db: DatabaseOption = None) -> None:
    """Print what is followed."""
    with open_store(database(ctx)) as store:
        feeds = store.fetches.feeds()
    if feeds or form is not Format.TABLE:
        write_feeds(feeds, form)
    else:
        say("No feeds are followed yet; `truce feeds add URL` adds one.")


def write_feeds(feeds: Sequence[StoredFeed], form: Format) -> None:
    """The feeds in the form asked for."""
    from truce.export.feeds import FIELDS, feed_object

    if form in (Format.TABLE, Format.MARKDOWN):
        from truce.render.feeds import FEEDS
        from truce.render.markdown import write_markdown
        from truce.render.tables import print_table

        if form is Format.TABLE:
            print_table(open_console(), FEEDS, feeds)
        else:
            write_markdown(FEEDS, feeds, sys.stdout)
    elif form is Format.CSV:
        from truce.export.as_csv import write_csv

        write_csv(map(feed_object, feeds), FIELDS, sys.stdout)
    else:
        from truce.export.as_json import write_json, write_jsonl

        (write_json if form is Format.JSON else write_jsonl)(map(feed_object, feeds), sys.stdout)


def remove(ctx: typer.Context, references: ReferencesArgument, db: DatabaseOption = None) -> None:
    """Follow feeds no longer."""
    with open_store(database(ctx)) as store:
        for reference in references:
            feed = remove_one(store, reference)
            waiting = f", {feed.waiting:,} waiting forgotten" if feed.waiting else ""
            typer.echo(f"{feed.url}: followed no longer{waiting}")


def remove_one(store: Store, reference: str) -> StoredFeed:
    """Follow a feed no longer, by its number or by any spelling of its address."""
    from truce.sources.messages import clean_url

    return store.fetches.remove_feed(reference if reference.isdecimal() else clean_url(reference))


def import_opml(ctx: typer.Context, path: OpmlArgument, db: DatabaseOption = None) -> None:
    """Follow the feeds of an OPML file; an outline without a good address is left out and said, exit 3."""
    from truce.cli.outcomes import SOME_FAILED
    from truce.sources.feeds import read_opml
    from truce.sources.messages import clean_url

    good: list[Feed] = []
    failures = 0
    for feed in read_opml(path, read_bytes(path)):
        try:
            good.append(Feed(clean_url(feed.url), feed.title))
        except FetchError as error:
            failures += 1
            say(f"truce: {error}")
    follow(ctx, good)
    if failures:
        raise typer.Exit(SOME_FAILED)


def read_bytes(path: str) -> bytes:
    """The bytes of a file or of standard input."""
    if path == STDIN:
        return sys.stdin.buffer.read()
    try:
        return Path(path).read_bytes()
    except OSError as error:
        raise InputError(path, f"it cannot be read ({error.strerror or error})") from error


def export_opml(ctx: typer.Context, out: OutArgument = STDOUT, db: DatabaseOption = None) -> None:
    """Write OPML to a file or to standard output."""
    from truce.sources.feeds import write_opml

    with open_store(database(ctx)) as store:
        text = write_opml(tuple(Feed(feed.url, feed.title) for feed in store.fetches.feeds()))
    if out == STDOUT:
        typer.echo(text, nl=False)
        return
    try:
        Path(out).write_text(text, encoding="utf-8")
    except OSError as error:
        raise InputError(out, f"it cannot be written ({error.strerror or error})") from error
