"""Score what truce finds in annotated articles: `python benchmarks/score.py DEV [--show KIND]`.

DEV is a folder with `articles.jsonl` and `gold.jsonl`; the scorer `score.py` stands in it or in its parent folder.
Prints the scorer's figures and fails nothing.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
from pathlib import Path


def main(folder: Path, *options: str) -> None:
    """Extract with the command that users have, then score."""
    scorer = next((path for path in (folder / "score.py", folder.parent / "score.py") if path.exists()), None)
    if scorer is None or not (folder / "gold.jsonl").exists():
        print(f"{folder}: no annotated articles here (articles.jsonl, gold.jsonl, score.py); give DEV=<folder>")
        return
    with tempfile.TemporaryDirectory() as scratch:
        found = Path(scratch) / "found.jsonl"
        with found.open("w", encoding="utf-8") as out:
            subprocess.run(
                [sys.executable, "-m", "truce", "extract", str(folder / "articles.jsonl"), "--format", "jsonl"],
                stdout=out,
                check=False,
            )
        subprocess.run([sys.executable, str(scorer), str(folder / "gold.jsonl"), str(found), *options], check=False)


if __name__ == "__main__":
    main(Path(sys.argv[1]), *sys.argv[2:])
