"""The best tree over scores of heads: greedy where that is a tree, else Chu and Liu, Edmonds."""

from __future__ import annotations

import numpy as np


def best_heads(scores: np.ndarray) -> np.ndarray:
    """The head of each word (0 is the root, with one child) from scores (words, 1 + words)."""
    greedy = scores.argmax(1)
    if (greedy == 0).sum() == 1 and not find_cycle(with_root(greedy)):
        return greedy
    square = np.full((len(scores) + 1, len(scores) + 1), -1e9)
    square[1:] = scores
    np.fill_diagonal(square, -1e9)
    heads = spanning_heads(square)
    roots = np.flatnonzero(heads[1:] == 0) + 1
    if len(roots) == 1:
        return heads[1:]
    trials = []
    for root in roots:
        single = square.copy()
        single[np.arange(len(single)) != root, 0] = -1e9
        trial = spanning_heads(single)
        trials.append((single[np.arange(1, len(single)), trial[1:]].sum(), trial))
    return max(trials, key=lambda pair: pair[0])[1][1:]


def with_root(heads: np.ndarray) -> np.ndarray:
    """Heads with a place for the root itself."""
    return np.concatenate([[0], heads])


def find_cycle(heads: np.ndarray) -> list[int]:
    """A cycle among the heads, if any."""
    state = np.zeros(len(heads), dtype=np.int8)
    state[0] = 2
    for start in range(1, len(heads)):
        path, node = [], start
        while state[node] == 0:
            state[node] = 1
            path.append(node)
            node = int(heads[node])
        if state[node] == 1:
            return path[path.index(node) :]
        state[path] = 2
    return []


def spanning_heads(scores: np.ndarray) -> np.ndarray:
    """The heads of the best spanning tree over scores (child, head); node 0 is the root."""
    heads = scores.argmax(1)
    heads[0] = 0
    cycle = find_cycle(heads)
    if not cycle:
        return heads
    inside = np.array(cycle)
    rest = np.array([node for node in range(len(scores)) if node not in set(cycle)])
    kept = scores[inside, heads[inside]]
    smaller = np.full((len(rest) + 1, len(rest) + 1), -1e9)
    smaller[:-1, :-1] = scores[np.ix_(rest, rest)]
    entering = scores[np.ix_(inside, rest)] - kept[:, None]
    smaller[-1, :-1] = entering.max(0)
    leaving = scores[np.ix_(rest, inside)]
    smaller[:-1, -1] = leaving.max(1)
    found = spanning_heads(smaller)
    for place, node in enumerate(rest[1:], start=1):
        heads[node] = inside[leaving[place].argmax()] if found[place] == len(rest) else rest[found[place]]
    outer = found[-1]
    heads[inside[entering[:, outer].argmax()]] = rest[outer]
    return heads
