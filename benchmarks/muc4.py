"""Victim counts and effects on MUC-4, a second yardstick: `python benchmarks/muc4.py MESSAGES KEYS`.

MESSAGES and KEYS are a message file and its answer key (TST3: `tst3-muc4`, `key-tst3.v2`).  Of each message with a
template, the set of (effect, number of victims) that the key gives with a definite number is compared with the set
that truce finds.  The messages are printed in capitals throughout; they are set in lower case first, with capitals
where a sentence starts, so that names are lost: a floor, not a measure of news as it is printed today.
"""

from __future__ import annotations

import re
import sys
from pathlib import Path

from truce.extraction import extract
from truce.language.pipeline import parse
from truce.lexicons import load_lexicons
from truce.records import Article, Outcome, Qualifier

EFFECTS = {"DEATH": Outcome.KILLED, "INJURY": Outcome.INJURED}
Counts = set[tuple[Outcome, int]]


def main(messages: Path, keys: Path) -> None:
    """Print precision, recall and F1 of the sets."""
    gold, lexicons = read_keys(keys), load_lexicons()
    right = found_count = gold_count = 0
    for name, text in read_messages(messages):
        if name not in gold:
            continue
        figures = extract(Article(id=name, text=text), parse(text), lexicons).casualties
        found = {
            (figure.outcome, figure.low)
            for figure in figures
            if figure.low is not None and figure.qualifier != Qualifier.VAGUE and figure.outcome in EFFECTS.values()
        }
        right += len(found & gold[name])
        found_count += len(found)
        gold_count += len(gold[name])
    precision, recall = right / max(found_count, 1), right / max(gold_count, 1)
    print(f"precision {precision:.3f}  recall {recall:.3f}  F1 {2 * right / max(found_count + gold_count, 1):.3f}")
    print(f"gold {gold_count}, found {found_count}, messages {len(gold)}")


def read_messages(path: Path) -> list[tuple[str, str]]:
    """The messages with their names, in lower case with capitals at sentence starts."""
    parts = re.split(r"(?m)^((?:TST|DEV)\d?-MUC\d-\d{4})\b.*$", path.read_text(encoding="latin-1"))
    return [(name, recase(text)) for name, text in zip(parts[1::2], parts[2::2], strict=True)]


def recase(text: str) -> str:
    """Sentence case for a text in capitals; brackets of the monitors are dropped to blanks of the same length."""
    text = re.sub(r"\[[^\]]*\]", lambda match: " " * len(match[0]), text).lower()
    return re.sub(r"(^|[.!?]\s+|\n\s*\n\s*|\"\s*)([a-z])", lambda match: match[1] + match[2].upper(), text)


def read_keys(path: Path) -> dict[str, Counts]:
    """The definite victim counts by message, only of messages with a template."""
    gold: dict[str, Counts] = {}
    for template in re.split(r"(?m)^0\.\s+MESSAGE: ID\s+", path.read_text(encoding="latin-1"))[1:]:
        name = template.split()[0]
        slots = {
            match[1]: match[2] for match in re.finditer(r"(?ms)^(\d+)\.\s+[A-Z :]+?(?:\s{2,})(.*?)(?=^\d+\.\s|\Z)", template)
        }
        if slots.get("1", "*").strip() in ("*", "OPTIONAL", ""):
            continue
        counts = {string: int(number) for number, string in re.findall(r"(\d+): *(\"[^\"]*\")", slots.get("21", ""))}
        effects = re.findall(r"(DEATH|INJURY)[^:\n]*: *(\"[^\"]*\")", slots.get("23", ""))
        gold.setdefault(name, set()).update((EFFECTS[effect], counts[string]) for effect, string in effects if string in counts)
    return gold


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
