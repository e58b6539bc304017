"""The form under which two writings of a name are one."""

from __future__ import annotations

import re

from truce.lexicons.actors import bare_name
from truce.lexicons.gazetteer import cut_atoms

ARTICLE = re.compile(r"[Aa]n?\s+(?=\w)")


def fold(name: str) -> str:
    """An actor's name in small letters without accents, marks, articles and `'s`; marks alone stand for themselves.

    >>> fold("the Dr. É. Holm's"), fold("an envoy"), fold("—")
    ('dr e holm', 'envoy', '—')
    """
    return fold_place(shown_name(name)) or name.strip().casefold()


def shown_name(name: str) -> str:
    """An actor's name as a list shows it: without article and `'s`."""
    bare = bare_name(name)
    return bare_name(ARTICLE.sub("", bare, count=1)) if ARTICLE.match(bare) else bare


def fold_place(name: str) -> str:
    """A place's name in small letters without accents and marks; marks alone stand for themselves."""
    return " ".join(small for _, small in cut_atoms(name) if small[0].isalnum()) or name.strip().casefold()
