"""Dates on TimeBank, a second yardstick: `python benchmarks/timebank.py FOLDER` with the `.tml` files of TBAQ-cleaned/TimeBank.

A second argument takes the reports whose name does not begin with it: without `wsj_`, the business reports, whose
annotation reads `a year ago` as a quarter, what is left is news.

Compares what truce finds with the TIMEX3 of type DATE that name a day, week, month, season, quarter or year (not
PRESENT_REF and the like).  A match overlaps the gold expression; its value is right when both cover the same days.
"""

from __future__ import annotations

import re
import sys
from datetime import date, timedelta
from pathlib import Path
from xml.etree import ElementTree

from truce.edtf import bounds
from truce.extraction import extract
from truce.language.pipeline import parse
from truce.lexicons import load_lexicons
from truce.records import Article

SEASONS = {"SP": "21", "SU": "22", "FA": "23", "WI": "24"}
HALVES = {"Q1": ("01", "03"), "Q2": ("04", "06"), "Q3": ("07", "09"), "Q4": ("10", "12"), "H1": ("01", "06"), "H2": ("07", "12")}


def main(folder: Path, without: str = "._") -> None:
    """Print precision, recall and F1 of spans and of spans with value."""
    lexicons = load_lexicons()
    gold_count = found_count = spans_right = values_right = 0
    for path in sorted(folder.glob("*.tml")):
        if path.name.startswith(("._", without)):
            continue
        root = ElementTree.parse(path).getroot()
        created = next(root.iter("DCT")).find("TIMEX3")
        body = root.find("TEXT")
        if created is None or body is None:
            continue
        text, gold = read_text(body)
        article = Article(id=path.stem, text=text, published=(created.get("value") or "")[:10])
        found = extract(article, parse(text), lexicons).dates
        gold_count += len(gold)
        found_count += len(found)
        taken: set[int] = set()
        for start, end, value in gold:
            match = next((i for i, d in enumerate(found) if i not in taken and d.span.start < end and start < d.span.end), None)
            if match is None:
                continue
            taken.add(match)
            spans_right += 1
            values_right += covers_same_days(value, found[match].value)
    for name, right in (("span", spans_right), ("span and value", values_right)):
        precision, recall = right / max(found_count, 1), right / max(gold_count, 1)
        print(f"{name:15} precision {precision:.3f}  recall {recall:.3f}  F1 {2 * right / (found_count + gold_count):.3f}")
    print(f"gold {gold_count}, found {found_count}")


def read_text(body: ElementTree.Element) -> tuple[str, list[tuple[int, int, str]]]:
    """The running text and the DATE expressions with their values."""
    pieces: list[str] = []
    gold: list[tuple[int, int, str]] = []

    def walk(node: ElementTree.Element) -> None:
        start = sum(map(len, pieces))
        pieces.append(node.text or "")
        for child in node:
            walk(child)
            pieces.append(child.tail or "")
        value = node.get("value") or ""
        if node.tag == "TIMEX3" and node.get("type") == "DATE" and re.match(r"\d{2,4}", value):
            gold.append((start, sum(map(len, pieces)), value))

    walk(body)
    return "".join(pieces), sorted(gold)


def covers_same_days(gold: str, found: str | None) -> bool:
    """Whether a TIMEX3 value and an EDTF value name the same days."""
    if found is None:
        return False
    try:
        covered = bounds(found)
        first, last = timex_days(gold)
    except ValueError:
        return False
    return (covered.earliest, covered.latest) == (first, last)


def timex_days(value: str) -> tuple[date, date]:
    """The first and last day of a TIMEX3 value; ValueError where it names none."""
    week = re.fullmatch(r"(\d{4})-W(\d{2})(-WE)?", value)
    if week:
        first = date.fromisocalendar(int(week[1]), int(week[2]), 6 if week[3] else 1)
        return first, first + timedelta(days=1 if week[3] else 6)
    part = re.fullmatch(r"(\d{4})-([QH]\d)", value)
    if part and part[2] in HALVES:
        first_month, last_month = HALVES[part[2]]
        return bounds(f"{part[1]}-{first_month}").earliest, bounds(f"{part[1]}-{last_month}").latest
    season = re.fullmatch(r"(\d{4})-(SP|SU|FA|WI)", value)
    if season:
        value = f"{season[1]}-{SEASONS[season[2]]}"
    if re.fullmatch(r"\d{3}", value):
        value += "X"
    days = bounds(value[:10])
    return days.earliest, days.latest


if __name__ == "__main__":
    main(Path(sys.argv[1]), *sys.argv[2:])
