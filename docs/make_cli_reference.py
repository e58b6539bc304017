"""Write docs/reference/cli.md from the help of each command: `python docs/make_cli_reference.py [--check]`.

With --check nothing is written; exit 1 if the page is not what the commands say now.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from pathlib import Path

PAGE = Path(__file__).parent / "reference" / "cli.md"
HEAD = """# The command line

Made from `truce COMMAND --help` by `python docs/make_cli_reference.py`.
"""


def main(*options: str) -> int:
    """Write the page, or say whether it is in step."""
    made = HEAD + "".join(f"\n## {title}\n\n```text\n{text}\n```\n" for title, text in sections())
    if "--check" not in options:
        PAGE.write_text(made, encoding="utf-8")
        return 0
    if PAGE.exists() and PAGE.read_text(encoding="utf-8") == made:
        return 0
    print(f"{PAGE}: not in step with --help; run python docs/make_cli_reference.py", file=sys.stderr)
    return 1


def sections() -> Iterator[tuple[str, str]]:
    """Title and help text of the app and of each of its commands."""
    os.environ.update(COLUMNS="100", NO_COLOR="1", TERM="dumb")
    os.environ.pop("TRUCE_DB", None)
    import typer

    from truce.cli.app import app

    yield from walk(typer.main.get_command(app), "truce", None)


def walk(command: object, name: str, parent: object) -> Iterator[tuple[str, str]]:
    """A command's help, then that of the commands below it."""
    own = name.rpartition(" ")[2]
    context = command.make_context(own, [], parent=parent, resilient_parsing=True)  # type: ignore[attr-defined]
    yield name, "\n".join(line.rstrip() for line in context.get_help().splitlines()).strip()
    for below, each in getattr(command, "commands", {}).items():
        yield from walk(each, f"{name} {below}", context)


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
