"""Which files of a folder or an archive are reports, and in which order they come."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from pathlib import Path, PurePosixPath

from truce.errors import InputError
from truce.sources.pages import STDIN

# Beside a saved page `Truce talks.html`, browsers put its pictures and scripts into `Truce talks_files` or `….fld`.
COMPANIONS = ("_files", ".files", "_elemei", "-Dateien", ".fld")


def walk(path: str) -> Iterator[str | InputError]:
    """The files below a path in sorted order, a file or `-` itself. Hidden ones and a saved page's pictures are left out."""
    if path == STDIN:
        yield path
    elif Path(path).is_dir():
        yield from walk_folder(Path(path))
    elif Path(path).exists():
        yield path
    else:
        yield InputError(path, "there is no such file or folder")


def walk_folder(folder: Path) -> Iterator[str | InputError]:
    """The files below a folder; a folder that is linked to is not followed, so that none is walked twice."""
    try:
        entries = sorted(folder.iterdir())
    except OSError as error:
        yield InputError(str(folder), f"the folder cannot be read ({error.strerror})")
        return
    names = {entry.name for entry in entries}
    for entry in entries:
        if is_left_out(entry.name) or (entry.is_dir() and has_page(entry.name, names)):
            continue
        if entry.is_dir():
            if not entry.is_symlink():
                yield from walk_folder(entry)
        else:
            yield str(entry)


def is_left_out(name: str) -> bool:
    """Whether a path is none of a user's files: hidden, or what an operating system leaves behind."""
    parts = PurePosixPath(name).parts
    return any(
        (part.startswith(".") and part not in (".", "..")) or part in ("__MACOSX", "Thumbs.db", "desktop.ini") for part in parts
    )


def is_companion(name: str, names: Collection[str]) -> bool:
    """Whether a path in an archive lies in the folder that a browser put beside a saved page."""
    parts = PurePosixPath(name).parts
    return any(has_page("/".join(parts[: depth + 1]), names) for depth in range(len(parts) - 1))


def has_page(folder: str, names: Collection[str]) -> bool:
    """Whether a folder is named after a saved page beside it."""
    for ending in COMPANIONS:
        if folder.endswith(ending):
            stem = folder.removesuffix(ending)
            return any(f"{stem}{page}" in names for page in (".html", ".htm", ".xhtml"))
    return False
