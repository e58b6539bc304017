"""`truce fetch`: pages from the web go into the database."""

from __future__ import annotations

import sys
from typing import Annotated

import typer

from truce.cli.options import DatabaseOption, WorkersOption, database, read_day
from truce.cli.outcomes import SOME_FAILED, keep_count, print_summary
from truce.cli.terminal import say

HELP = """Fetch pages, and what feeds and sitemaps name; store every article with all that is found in it.

Each answer is kept beside the database in archive/ (WARC) before it is read. robots.txt is obeyed, a host is given a pause
between two requests, and a page that has not changed is not sent again. A run that was cut short goes on where it stood.

\b
Example:
  truce fetch https://news.example/world/report.html
"""
UrlsArgument = Annotated[
    list[str] | None,
    typer.Argument(
        metavar="URL...", help="Addresses of pages, feeds and sitemaps; - reads them from standard input, one a line."
    ),
]
FeedsOption = Annotated[bool, typer.Option("--feeds", help="Fetch what the lists of `truce feeds list` name.")]
SinceOption = Annotated[
    str | None,
    typer.Option(
        metavar="DATE", callback=read_day, help="Of feeds and sitemaps, only reports from this time on, and those without a day."
    ),
]
LimitOption = Annotated[int, typer.Option(metavar="N", min=0, help="Of feeds and sitemaps, at most so many pages; 0 is all.")]
PauseOption = Annotated[float, typer.Option(metavar="SECONDS", min=0, help="Between two requests to one host, at least.")]
PrivateOption = Annotated[
    bool, typer.Option("--allow-private", help="Also fetch from private, loopback and link-local addresses.")
]


def add_to(app: typer.Typer) -> None:
    """Add the command to the app."""
    app.command("fetch", help=HELP)(fetch)


def fetch(
    ctx: typer.Context,
    urls: UrlsArgument = None,
    feeds: FeedsOption = False,
    since: SinceOption = None,
    limit: LimitOption = 0,
    pause: PauseOption = 2.0,
    allow_private: PrivateOption = False,
    workers: WorkersOption = 1,
    db: DatabaseOption = None,
) -> None:
    """Fetch and store, say what became of each page, exit 3 if some failed."""
    from truce.fetching import Wanted, fetch_each
    from truce.sources.messages import Manners
    from truce.store import Store

    addresses = read_addresses(urls or [])
    if not addresses and not feeds:
        raise typer.BadParameter("name an address, or say --feeds", param_hint="URL...")
    wanted = Wanted(addresses, feeds=feeds, since=first_day(since), limit=limit)
    manners = Manners(pause=pause, allow_private=allow_private)
    with Store.open(database(ctx)) as store:
        if feeds and not store.fetches.feeds():
            say("No feeds are followed yet; `truce feeds add URL` adds one.")
        outcomes = fetch_each(wanted, store, manners=manners, workers=workers)
        summary = keep_count(outcomes, expected=lambda: 0 if feeds else len(addresses))
        say_waiting(sum(feed.waiting for feed in store.fetches.feeds()) if feeds else 0)
    print_summary(summary, database(ctx))
    if summary.failures:
        raise typer.Exit(SOME_FAILED)


def read_addresses(urls: list[str]) -> tuple[str, ...]:
    """The addresses, each once; those of standard input where `-` stands."""
    found: list[str] = []
    for url in urls:
        found += (line.strip() for line in sys.stdin) if url == "-" else [url]
    return tuple(dict.fromkeys(url for url in found if url and not url.startswith("#")))


def first_day(since: str | None) -> str | None:
    """The first day of an EDTF value, as ISO text."""
    from truce.edtf import bounds

    return bounds(since).earliest.isoformat() if since else None


def say_waiting(count: int) -> None:
    """Say how many pages of followed lists are still to be fetched."""
    if count:
        say(f"{count:,} {'page waits' if count == 1 else 'pages wait'} for the next `truce fetch --feeds`.")
