"""The screen of each kind of answer, by the name of its command."""

from __future__ import annotations

from typing import Any

from truce.render.actors import ACTORS
from truce.render.articles import ARTICLES
from truce.render.casualties import CASUALTIES
from truce.render.claims import CLAIMS
from truce.render.copies import COPIES
from truce.render.dates import DATES
from truce.render.tables import Screen
from truce.render.truces import TRUCES

SCREENS: dict[str, Screen[Any]] = {
    "claims": CLAIMS,
    "casualties": CASUALTIES,
    "dates": DATES,
    "truces": TRUCES,
    "articles": ARTICLES,
    "copies": COPIES,
    "actors": ACTORS,
}
