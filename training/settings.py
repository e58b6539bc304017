"""Learn the weights by which places and scopes are told: `python settings.py CORPORA`.

From the annotated passages in CORPORA/annotated-news, every fifth left aside, two small linear models are fitted and
written beside the modules that use them:

- local_places.json: which place that a figure's sentence names is where the harm was done, if any. A choice among the
  places and none; all mentions that bear the right name count as right (marginal likelihood).
- scopes.json: whether a figure counts one incident or runs over a period. The passages hold few running tolls and all
  come from one desk, so the weights are pulled towards what the annotation guidelines say of each word, and the
  threshold is lowered by half a unit.

Prints the share of right choices on the passages learned from and on those left aside.
"""

from __future__ import annotations

import gzip
import json
import re
import sys
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from scipy.optimize import minimize

from truce.extraction.body import find_body
from truce.extraction.casualties import local_places, scopes
from truce.extraction.casualties.atlas import draw_atlas
from truce.extraction.casualties.drafts import Draft, find_drafts
from truce.extraction.casualties.places import find_mentions
from truce.extraction.casualties.setting import find_headlines
from truce.extraction.reading import read_article
from truce.language.pipeline import parse
from truce.lexicons import load_lexicons
from truce.pipeline import extract
from truce.records import Article

ASIDE = 5  # every fifth passage is kept to watch for overfitting
FEWEST_PLACES, FEWEST_SCOPES = 3, 2  # examples that a feature must have
PLACE_PENALTY, SCOPE_PENALTY = 4.0, 2.0
SCOPE_SHIFT = 0.5
ARTICLES = frozenset({"the", "a", "an"})

# Where the words between a place and the figure open another clause, the place seldom holds for the figure.
PLACE_PRIORS = {
    f"{side}&link={word}": -1.0
    for side in ("left", "right")
    for word in ("as", "while", "before", "ahead", "although", "because", "since")
} | {"left&link=after": -2.0}
# What the guidelines say of each mark of a running toll.
SCOPE_PRIORS = {
    "since": 3.0, "phrase": 2.5, "span": 2.0, "spans-of": 1.5, "conflict": 1.2, "by-conflict": 1.5, "fights": 0.5,
    "very-many": 2.5, "many": 0.8, "displaced": 2.5, "kept": 2.0, "still-kept": 4.0, "ordinal": 3.0, "toll": 0.3,
    "day&displaced": -3.0, "day": -1.0, "one": -1.5, "single": -1.5, "perfect": 0.4, "perfect&undated": 0.5, "since-before": 1.0,
}  # fmt: skip


@dataclass(frozen=True)
class Choice:
    """Options, each a bag of features, of which those in `right` are right."""

    options: tuple[tuple[str, ...], ...]
    right: frozenset[int]


def main(corpora: Path) -> None:
    """Fit both models, write and measure them."""
    passages = read_passages(corpora / "annotated-news" / "passages.jsonl.gz")
    learned = [passage for number, passage in enumerate(passages) if number % ASIDE != ASIDE - 1]
    aside = passages[ASIDE - 1 :: ASIDE]
    for name, read, fit, path in (
        ("places", place_choices, fit_places, local_places.WEIGHTS),
        ("scopes", scope_choices, fit_scopes, scopes.WEIGHTS),
    ):
        choices = [choice for passage in learned for choice in read(passage)]
        weights = fit(choices)
        path.write_text(json.dumps(weights, indent=0, sort_keys=True) + "\n", encoding="utf-8")
        kept = [choice for passage in aside for choice in read(passage)]
        shares = accuracy(weights, choices), accuracy(weights, kept)
        print(f"{name}: {shares[0]:.3f} of {len(choices)} learned, {shares[1]:.3f} of {len(kept)} aside")


def read_passages(path: Path) -> list[dict[str, object]]:
    """The annotated passages in order."""
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]


def matched(passage: Mapping[str, object]) -> Iterator[tuple[Draft, dict[str, object]]]:
    """The figures drafted in a passage, each with the annotation of the same outcome and bounds that overlaps most."""
    text, gold = str(passage["text"]), passage["casualties"]
    doc = parse(text)
    reading = read_article(doc, find_body(text))
    rows = gold if isinstance(gold, list) else []
    for draft in find_drafts(reading, load_lexicons().casualty_words):
        span, quantity = reading.span(draft.first, draft.last), draft.group.quantity
        bounds = (quantity.low, quantity.high) if quantity else (1, 1)
        same = [
            (min(span.end, row["evidence"]["end"]) - max(span.start, row["evidence"]["start"]), number)
            for number, row in enumerate(rows)
            if row["outcome"] == draft.harm.outcome and (row["low"], row["high"]) == bounds
        ]
        best = max(same, default=(0, 0))
        if best[0] > 0:
            yield draft, rows[best[1]]


def place_choices(passage: Mapping[str, object]) -> Iterator[Choice]:
    """For each figure its sentence's places, none first; left out where the right place is told elsewhere."""
    lexicons, text = load_lexicons(), str(passage["text"])
    found = list(matched(passage))
    if not found:
        return
    reading = found[0][0].reading
    atlas = draw_atlas(
        reading,
        find_mentions(reading, lexicons.places, lexicons.setting_words),
        extract(Article(id="passage", text=text)).claims,
        headlines=find_headlines(reading, find_body(text)),
        places=lexicons.places,
        words=lexicons.setting_words,
    )
    for draft, row in found:
        mentions = local_places.candidates(atlas, draft)
        right = frozenset(
            number for number, mention in enumerate(mentions, 1) if row["place"] and same_name(str(row["place"]), mention.text)
        )
        strong = atlas.strong_by_sentence.get(draft.scene.number, ())
        if row["place"] and not right and any(mention in strong for mention in mentions):
            continue
        options = [local_places.no_place_features(atlas, draft), *(local_places.features(atlas, draft, one) for one in mentions)]
        yield Choice(tuple(map(tuple, options)), right or frozenset({0}))


def scope_choices(passage: Mapping[str, object]) -> Iterator[Choice]:
    """For each figure an incident, without features, or a running toll."""
    for draft, row in matched(passage):
        features = ("always", *scopes.scope_features(draft, load_lexicons().setting_words))
        yield Choice(((), features), frozenset({int(row["scope"] == "cumulative")}))


def fit_places(choices: Sequence[Choice]) -> dict[str, float]:
    """The weights of places."""
    return fit(choices, PLACE_PRIORS, fewest=FEWEST_PLACES, penalty=PLACE_PENALTY)


def fit_scopes(choices: Sequence[Choice]) -> dict[str, float]:
    """The weights of scopes; `always` is free, and raised a little at the end."""
    weights = fit(choices, SCOPE_PRIORS, fewest=FEWEST_SCOPES, penalty=SCOPE_PENALTY, free=("always",))
    return weights | {"always": round(weights["always"] + SCOPE_SHIFT, 3)}


def fit(
    choices: Sequence[Choice], priors: Mapping[str, float], *, fewest: int, penalty: float, free: Sequence[str] = ()
) -> dict[str, float]:
    """The weights under which the right options are likeliest, pulled towards the priors."""
    counts = Counter(feature for choice in choices for option in choice.options for feature in option)
    names = sorted({name for name, count in counts.items() if count >= fewest} | set(priors))
    places = {name: number for number, name in enumerate(names)}
    rows = [[places[name] for name in option if name in places] for choice in choices for option in choice.options]
    matrix = np.zeros((len(rows), len(names)))
    for number, row in enumerate(rows):
        matrix[number, row] = 1.0
    sizes = [len(choice.options) for choice in choices]
    starts = np.concatenate([[0], np.cumsum(sizes)[:-1]])
    owner = np.repeat(np.arange(len(choices)), sizes)
    right = np.array([number in choice.right for choice in choices for number in range(len(choice.options))])
    centre = np.array([priors.get(name, 0.0) for name in names])
    pull = np.array([0.01 if name in free else penalty for name in names])

    def loss(weights: np.ndarray) -> tuple[float, np.ndarray]:
        scores = matrix @ weights
        chances = np.exp(scores - np.maximum.reduceat(scores, starts)[owner])
        total, good = np.add.reduceat(chances, starts), np.add.reduceat(chances * right, starts)
        off = weights - centre
        slope = matrix.T @ (chances / total[owner] - chances * right / good[owner])
        return float(np.log(total / good).sum() + 0.5 * (pull * off * off).sum()), slope + pull * off

    found = minimize(loss, centre, jac=True, method="L-BFGS-B", options={"maxiter": 1000}).x
    return {name: round(float(found[number]), 3) for name, number in places.items() if abs(found[number]) >= 0.0005}


def accuracy(weights: Mapping[str, float], choices: Sequence[Choice]) -> float:
    """The share of choices in which the likeliest option is right."""
    scores = ([sum(weights.get(name, 0.0) for name in option) for option in choice.options] for choice in choices)
    best = (max(range(len(each)), key=each.__getitem__) for each in scores)
    return sum(number in choice.right for number, choice in zip(best, choices, strict=True)) / len(choices)


def same_name(gold: str, found: str) -> bool:
    """Whether two names agree: two thirds of their words, or one the end of the other."""
    one, other = name_words(gold), name_words(found)
    shared = sum(min(one.count(word), other.count(word)) for word in set(one))
    return 3 * shared >= len(one) + len(other) or one[-len(other) :] == other or other[-len(one) :] == one


def name_words(name: str) -> list[str]:
    """The words of a name in small letters, without articles and endings of possession."""
    return [word for word in re.findall(r"\w+", name.casefold().replace("’", "'").replace("'s", "")) if word not in ARTICLES]


if __name__ == "__main__":
    main(Path(sys.argv[1]))
