"""`python -m truce`, the same as `truce`."""

from __future__ import annotations


def main() -> None:
    """Run the command line."""
    from truce.cli.app import app
    from truce.cli.terminal import prepare_streams

    prepare_streams()
    app(prog_name="truce")


if __name__ == "__main__":
    main()
