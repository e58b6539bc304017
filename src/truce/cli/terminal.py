"""The two streams: results go to stdout, talk goes to stderr."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from rich.console import Console

UNLIMITED = 1_000_000  # columns; nothing is wrapped or cut where nobody looks at a terminal


def say(sentence: str) -> None:
    """Talk to the person, beside the results."""
    print(sentence, file=sys.stderr)


def prepare_streams() -> None:
    """Write UTF-8 into files and pipes; what a terminal cannot show, it shows as `?` rather than fail.

    Half a character, which JSON can spell and UTF-8 cannot, goes out as JSON spells it.
    """
    for stream in (sys.stdout, sys.stderr):
        if not hasattr(stream, "reconfigure"):
            continue
        if stream.isatty():
            stream.reconfigure(errors="replace")
        else:
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")


def open_console() -> Console:
    """A console on stdout: colour on a terminal only, and not where NO_COLOR says so."""
    from rich.console import Console

    if sys.stdout.isatty():
        return Console(highlight=False, markup=False, emoji=False)
    return Console(highlight=False, markup=False, emoji=False, force_terminal=False, no_color=True, width=UNLIMITED)


def close_quietly() -> None:
    """Let go of a pipe that nobody reads any more, so that Python does not complain of it at its end."""
    try:
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, sys.stdout.fileno())
    except (OSError, ValueError):
        pass
