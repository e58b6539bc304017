"""The commands that list what is stored: claims, casualties, dates, truces, articles."""

from __future__ import annotations

import typer

from truce.answers import Found, Stored
from truce.cli.options import Asked, Format, open_store, query_options
from truce.cli.results import print_found
from truce.cli.terminal import open_console
from truce.records import TruceStatement

CLAIMS = """List who said what.

\b
Example:
  truce claims --actor Hezbollah
"""
CASUALTIES = """List casualty figures as the articles state them. They are never added up.

--since and --until compare with what a figure is about: its own period, else the day of its article.

\b
Example:
  truce casualties --since 2024-09 --outcome killed
"""
DATES = """List the days, months and years that the articles name, resolved.

\b
Example:
  truce dates --since 2024-10
"""
TRUCES = """Show the course of each ceasefire, conflict by conflict and day by day.

\b
Example:
  truce truces --actor Hezbollah
"""
ARTICLES = """List the stored articles.

--origins lists the stories that several articles have, the origin before its copies.

\b
Example:
  truce articles --search "ceasefire Lebanon"
"""


def add_to(app: typer.Typer) -> None:
    """Add the commands to the app."""
    app.command("claims", help=CLAIMS, short_help="List who said what.")(query_options("claims")(claims))
    app.command("casualties", help=CASUALTIES, short_help="List casualty figures.")(query_options("casualties")(casualties))
    app.command("dates", help=DATES, short_help="List the dates that articles name.")(query_options("dates")(dates))
    app.command("truces", help=TRUCES, short_help="Show the course of each ceasefire.")(query_options("truces")(truces))
    app.command("articles", help=ARTICLES, short_help="List the stored articles.")(query_options("articles")(articles))


def claims(asked: Asked) -> None:
    """Who said what."""
    with open_store(asked.db) as store:
        print_found("claims", store.claims(asked.query), asked)


def casualties(asked: Asked) -> None:
    """Casualty figures."""
    with open_store(asked.db) as store:
        print_found("casualties", store.casualties(asked.query), asked)


def dates(asked: Asked) -> None:
    """Date expressions."""
    with open_store(asked.db) as store:
        print_found("dates", store.dates(asked.query), asked)


def truces(asked: Asked) -> None:
    """Statements about truces: as a course in a table, one by one in every other form or where an order is asked for."""
    with open_store(asked.db) as store:
        found = store.truces(asked.query)
    table = print_course if asked.format is Format.TABLE and asked.query.sort is None else None
    print_found("truces", found, asked, table=table)


def print_course(found: Found[Stored[TruceStatement]]) -> None:
    """Print the course of each ceasefire."""
    from truce.ledger.truces import find_courses
    from truce.render.truces import print_courses

    print_courses(open_console(), find_courses(found.rows))


def articles(asked: Asked) -> None:
    """Articles; or the stories that several of them have."""
    with open_store(asked.db) as store:
        if asked.origins:
            print_found("copies", store.copies(asked.query), asked)
        else:
            print_found("articles", store.articles(asked.query), asked)
