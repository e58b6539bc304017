"""What became of many inputs, as they come in: a bar on a terminal, a line for each failure, a summary at the end."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager

import typer

from truce.answers import Saved
from truce.cli.terminal import say
from truce.pipeline import Outcome, Summary

SOME_FAILED = 3


def keep_count(outcomes: Iterable[Outcome], *, expected: Callable[[], int]) -> Summary:
    """Let the work be done, say each failure when it happens, and count; `expected` is asked only where a bar is shown."""
    counts: Counter[Saved] = Counter()
    failures = []
    with progress(expected) as step:
        for outcome in outcomes:
            counts.update([outcome.saved] if outcome.saved else [])
            if outcome.failure is not None:
                failures.append(outcome.failure)
                say(f"truce: {outcome.failure}")
            step(outcome.origin)
    return Summary(counts, tuple(failures))


def print_summary(summary: Summary, db: str) -> None:
    """One line: how many were new, updated, unchanged, failed, and where they are."""
    counted = [f"{summary.counts[saved]:,} {saved.value}" for saved in Saved]
    failed = f"{len(summary.failures):,} failed"
    typer.echo(f"{db}: {', '.join([*counted, failed])}")


@contextmanager
def progress(expected: Callable[[], int]) -> Iterator[Callable[[str], None]]:
    """A bar on a terminal, nothing elsewhere; call what it gives after each input, with the input's name."""
    if not sys.stderr.isatty():
        yield lambda _: None
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    columns = (BarColumn(), MofNCompleteColumn(), TimeRemainingColumn(), TextColumn("{task.description}", markup=False))
    with Progress(*columns, console=Console(stderr=True, markup=False), transient=True, redirect_stdout=False) as bar:
        task = bar.add_task("", total=expected() or None)

        def step(origin: str) -> None:
            bar.update(task, advance=1, description=origin)

        yield step
