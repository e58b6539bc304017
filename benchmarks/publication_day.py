"""Publication days inferred from text alone: `python benchmarks/publication_day.py FOLDER [--every N] [--show]`.

FOLDER holds `.tml` files whose day is known (TempEval-3: TE3-Silver-data, TBAQ-cleaned/TimeBank). The text goes in without
its day; what truce says of it is compared. A bound is right when the day lies within it, a value when it is the day or
the one after or before, since agencies file around midnight.
"""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from xml.etree import ElementTree

from truce.extraction.body import find_body
from truce.extraction.published import find_published
from truce.language.pipeline import parse
from truce.lexicons import load_lexicons
from truce.records import Article, Published


def main() -> None:
    """Print how many reports are bounded, how many wrongly, and how far off the days are."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--every", type=int, default=1, help="take every Nth report")
    parser.add_argument("--show", action="store_true", help="print what is wrong, with its reasons")
    options = parser.parse_args()
    lexicons, counts, widths, misses = load_lexicons(), Counter[str](), list[int](), list[int]()
    for name, text, day in read_reports(options.folder, options.every):
        found = find_published(Article(id=name, text=text), parse(text), find_body(text), lexicons)
        counts["reports"] += 1
        counts[bounded(found)] += 1
        wrong = not within(day, found)
        counts["bounds wrong"] += wrong
        if found.not_before and found.not_after:
            widths.append((date.fromisoformat(found.not_after) - date.fromisoformat(found.not_before)).days)
        if found.value:
            misses.append((date.fromisoformat(found.value.rstrip("~")) - day).days)
        if options.show and (wrong or (found.value and abs(misses[-1]) > 1)):
            print(name, day, found.value, found.not_before, found.not_after, *found.reasons, sep="\n    ")
    print(", ".join(f"{label} {count}" for label, count in counts.items()))
    print(f"days from first to last where both are known: median {sorted(widths)[len(widths) // 2] if widths else '-'}")
    print(f"days inferred {len(misses)}, within a day of the truth {sum(abs(miss) <= 1 for miss in misses)}")


def read_reports(folder: Path, every: int) -> Iterator[tuple[str, str, date]]:
    """Name, text and day of every Nth report whose day is known."""
    for path in sorted(folder.glob("*.tml"))[::every]:
        if path.name.startswith("._"):
            continue
        root = ElementTree.parse(path).getroot()
        created, body = next(root.iter("DCT")).find("TIMEX3"), root.find("TEXT")
        if created is None or body is None:
            continue
        try:
            yield path.stem, "".join(body.itertext()).strip(), date.fromisoformat((created.get("value") or "")[:10])
        except ValueError:
            continue  # a day that is no day


def bounded(found: Published) -> str:
    """How many sides of the day are known."""
    return ("no bound", "one bound", "two bounds")[bool(found.not_before) + bool(found.not_after)]


def within(day: date, found: Published) -> bool:
    """Whether the day lies within the bounds."""
    return (found.not_before or "") <= day.isoformat() <= (found.not_after or "9999")


if __name__ == "__main__":
    main()
