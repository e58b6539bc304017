"""How fast truce is: `python benchmarks/speed.py [--repeat N]`.

One core, one process.  Words a second of the bare language pipeline and of the whole extraction, with their ratio
measured in one run; then the start-up of `truce --help` as a ratio to that of a bare interpreter.
"""

from __future__ import annotations

import os

for name in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS"):
    os.environ.setdefault(name, "1")

import argparse
import statistics
import subprocess
import sys
import time
from pathlib import Path

from truce.extraction import extract
from truce.language.pipeline import load_model, parse, parse_many
from truce.lexicons import load_lexicons
from truce.records import Article

SEED = Path(__file__).parent.parent / "seeds" / "000_88907226b0304b17.txt"


def main() -> None:
    """Print the figures."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--repeat", type=int, default=5, help="how often each measure is taken; the median is printed")
    arguments.add_argument("--copies", type=int, default=20, help="copies of the seed article in one measure")
    options = arguments.parse_args()
    show_extraction(options.repeat, options.copies)
    show_start(options.repeat)


def show_extraction(repeat: int, copies: int) -> None:
    """Words a second without and with finding, in turn, so that a drifting machine slows both."""
    text = SEED.read_text(encoding="utf-8")
    words = copies * sum(not token.is_space for token in parse(text))
    article, lexicons = Article(id="seed", text=text, published="2024-10-30"), load_lexicons()
    extract(article, parse(text), lexicons)
    load_model()
    bare, whole = [], []
    for _ in range(repeat):
        start = time.process_time()
        docs = list(parse_many([text] * copies))
        middle = time.process_time()
        for doc in docs:
            extract(article, doc, lexicons)
        end = time.process_time()
        bare.append(middle - start)
        whole.append(end - start)
    ratio = statistics.median(b / w for b, w in zip(bare, whole, strict=True))
    print(f"bare pipeline     {words / statistics.median(bare):8,.0f} words a second")
    print(f"whole extraction  {words / statistics.median(whole):8,.0f} words a second, {ratio:.2f} of the bare pipeline's speed")


def show_start(repeat: int) -> None:
    """Seconds to `truce --help`, beside those of an interpreter that does nothing."""
    helped = [seconds([sys.executable, "-m", "truce", "--help"]) for _ in range(repeat)]
    nothing = [seconds([sys.executable, "-c", "pass"]) for _ in range(repeat)]
    ratio = statistics.median(h / n for h, n in zip(helped, nothing, strict=True))
    print(f"truce --help      {statistics.median(helped):8.2f} seconds, {ratio:.1f} times a bare interpreter")


def seconds(command: list[str]) -> float:
    """How long a command runs, its output thrown away."""
    start = time.perf_counter()
    subprocess.run(command, stdout=subprocess.DEVNULL, check=True)
    return time.perf_counter() - start


if __name__ == "__main__":
    main()
