"""The form under which two writings of a name are one."""

from __future__ import annotations

from truce.lexicons.actors import bare_name
from truce.lexicons.gazetteer import cut_atoms


def fold(name: str) -> str:
    """An actor's name in small letters without accents, marks, `the` and `'s`; marks alone stand for themselves.

    >>> fold("the Dr. É. Holm's"), fold("—")
    ('dr e holm', '—')
    """
    return fold_place(bare_name(name)) or name.strip().casefold()


def fold_place(name: str) -> str:
    """A place's name in small letters without accents and marks; marks alone stand for themselves."""
    return " ".join(small for _, small in cut_atoms(name) if small[0].isalnum()) or name.strip().casefold()
