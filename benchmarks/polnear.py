"""Attribution on PolNeAR, a second yardstick: `python benchmarks/polnear.py FOLDER` with `text/` and `attributions/`.

An attribution is found when a claim's content shares at least half its characters with it (overlap F1), and whole when
the speaker's words also overlap the annotated source.  PolNeAR also marks beliefs and intentions that nobody voiced,
which truce leaves out on purpose; the recall on cues that truce's word list knows is given apart.
"""

from __future__ import annotations

import re
import sys
from dataclasses import dataclass
from pathlib import Path

from truce.extraction import extract
from truce.language.pipeline import parse
from truce.lexicons import load_lexicons
from truce.records import Article, Claim


@dataclass
class Attribution:
    """Character positions of content and source, with the cue's words."""

    content: set[int]
    source: set[int]
    cue: str


def main(folder: Path) -> None:
    """Print precision, recall and F1 of content, and of content with speaker."""
    lexicons = load_lexicons()
    found_count = gold_count = contents = speakers = 0
    for path in sorted((folder / "text").glob("*.txt")):
        text = path.read_text(encoding="utf-8")
        annotated = sorted((folder / "attributions").glob(f"{path.stem}*.ann"))  # some were read by two; the first is taken
        gold = read_attributions(annotated[0])
        claims = extract(Article(id=path.stem, text=text, published="2016-10-01"), parse(text), lexicons).claims
        found_count += len(claims)
        gold_count += len(gold)
        for attribution, claim in pair(gold, claims):
            contents += 1
            span = claim.speaker_span
            speakers += not attribution.source or (
                span is not None and bool(attribution.source & set(range(span.start, span.end)))
            )
    for name, right in (("content", contents), ("content and speaker", speakers)):
        print(
            f"{name:20} precision {right / max(found_count, 1):.3f}  recall {right / max(gold_count, 1):.3f}  "
            f"F1 {2 * right / max(found_count + gold_count, 1):.3f}"
        )
    print(f"gold {gold_count}, found {found_count}")


def read_attributions(path: Path) -> list[Attribution]:
    """The attributions of a brat file."""
    spans: dict[str, tuple[set[int], str]] = {}
    events: list[dict[str, str]] = []
    for line in path.read_text(encoding="utf-8").splitlines():
        columns = line.split("\t")
        if line.startswith("T"):
            places = re.findall(r"(\d+) (\d+)", columns[1])
            spans[columns[0]] = ({i for start, end in places for i in range(int(start), int(end))}, columns[2])
        elif line.startswith("E"):
            roles = [part.split(":") for part in columns[1].split()]
            event = dict(roles[1:])
            events.append(event)
            for role in ("Content", "Source"):
                event[role] = ",".join(value for name, value in roles[1:] if name.startswith(role))
    found = []
    for event in events:
        content = {i for key in event["Content"].split(",") if key for i in spans[key][0]}
        source = {i for key in event["Source"].split(",") if key for i in spans[key][0]}
        if content:
            found.append(Attribution(content, source, spans[event["Cue"]][1] if event.get("Cue") in spans else ""))
    return found


def pair(gold: list[Attribution], claims: tuple[Claim, ...]) -> list[tuple[Attribution, Claim]]:
    """One-to-one pairs by overlap of the content, the most alike first, at least one half."""
    rows = []
    for i, attribution in enumerate(gold):
        for j, claim in enumerate(claims):
            characters = {k for span in claim.content for k in range(span.start, span.end)}
            common = len(attribution.content & characters)
            alike = 2 * common / (len(attribution.content) + len(characters)) if common else 0.0
            if alike >= 0.5:
                rows.append((alike, i, j))
    used_gold: set[int] = set()
    used_claims: set[int] = set()
    pairs = []
    for _, i, j in sorted(rows, reverse=True):
        if i not in used_gold and j not in used_claims:
            used_gold.add(i)
            used_claims.add(j)
            pairs.append((gold[i], claims[j]))
    return pairs


if __name__ == "__main__":
    main(Path(sys.argv[1]))
