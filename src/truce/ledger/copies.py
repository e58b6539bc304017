"""The same story under another roof is one origin: likenesses between articles become origins with their copies.

    likenesses ─ put together of several? ─┬─ yes: `merged`, belongs to each of them and joins none
                                           └─ no: alike enough, by agency and time ─ one origin ─┬─ the first
                                                                                                 └─ its copies

What two texts share is a share of each: a story cut to a third is wholly in the other, which has a third of itself in it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from truce.origins import ComparedArticle, Copy, CopyKind, Likeness

# Shares of the shorter text that make two articles one story. Reports of one event by two hands were seen to share up to
# 0.25 (quotations, official titles), copies 0.65 and more.
ALIKE = 0.45
ALIKE_BY_AGENCY = 0.3  # where both credit one agency, within two days
ALIKE_FAR = 0.6  # where more than two weeks lie between them: a background paragraph is used again and again
NEAR_DAYS, FAR_DAYS = 2, 14
LEAST = 0.15  # shares below it are no likeness at all
FEWEST = 20  # shared shingles: 23 words, so that one sentence or quotation makes no copy of a brief report
RELATED = 0.3  # two texts that share less, either way, are no two pieces of one story
PART = 0.85  # a text of which less than this stands in the other is more than a copy of it
TWIN = 0.65  # two texts that share this much, both ways, are the same put together in the same way
WHOLE = 0.8  # a text of which this much stands in others has nothing of its own to be counted for


def likeness_of(one: ComparedArticle, other: ComparedArticle, shared: int) -> Likeness | None:
    """How much two articles share; None where it is too little to mean anything."""
    if shared < FEWEST:
        return None
    found = Likeness(one.id, other.id, shared / one.shingles, shared / other.shingles)
    return found if max(found.share, found.other_share) >= LEAST else None


def find_origins(reports: Iterable[ComparedArticle], likenesses: Iterable[Likeness]) -> tuple[Copy, ...]:
    """Which origin each article belongs to that shares one with another; the others are their own.

    The result does not depend on the order of what is given, and an older version joins others without being listed.
    """
    by_id = {report.id: report for report in sorted(reports, key=lambda report: report.id)}
    shares = shares_by_article(likenesses)
    merged = find_merged(by_id, shares)
    origins: dict[int, int] = {}
    copies: list[Copy] = []
    for members in join(by_id, shares, merged=merged):
        current = [by_id[id] for id in members if by_id[id].is_current]
        if current:
            origin = min(current, key=precedence)
            origins |= dict.fromkeys(members, origin.id)
            copies += copies_of(origin, current, shares=shares, merged=merged)
    copies += merged_copies(by_id, merged, origins)
    return tuple(sorted(copies, key=lambda copy: (copy.article_id, copy.kind == CopyKind.MERGED, copy.origin_id)))


def copies_of(
    origin: ComparedArticle,
    members: Sequence[ComparedArticle],
    *,
    shares: Mapping[int, Mapping[int, float]],
    merged: Mapping[int, Mapping[int, float]],
) -> list[Copy]:
    """An origin with its copies, each with its largest share in another of them; nothing for an article alone."""
    if len(members) == 1:
        return []
    fullest = max(members, key=lambda report: (report.shingles, -report.id))
    is_explained = explained(merged.get(fullest.id, {}))
    return [
        Copy(
            report.id,
            origin.id,
            CopyKind.ORIGIN if report is origin else CopyKind.COPY,
            max(shares[report.id].get(other.id, 0.0) for other in members if other is not report),
            report is fullest and not is_explained,
        )
        for report in members
    ]


def shares_by_article(likenesses: Iterable[Likeness]) -> dict[int, dict[int, float]]:
    """By each article the share of its words that stand in each other one."""
    shares: defaultdict[int, dict[int, float]] = defaultdict(dict)
    for each in likenesses:
        shares[each.id][each.other_id] = each.share
        shares[each.other_id][each.id] = each.other_share
    return shares


def find_merged(by_id: Mapping[int, ComparedArticle], shares: Mapping[int, Mapping[int, float]]) -> dict[int, dict[int, float]]:
    """The articles put together of several, each with the share that it has of each; the shorter are judged first.

    Two stories that share nothing stand in it. A long report of which two others took a half each looks alike; but what an
    article was put together of did not appear days after it.
    """
    merged: dict[int, dict[int, float]] = {}
    for whole in sorted((by_id[id] for id in shares), key=lambda report: (report.shingles, report.id)):
        parts = [
            id
            for id, share in sorted(shares[whole.id].items())
            if id not in merged
            and LEAST <= share < PART
            and shares[id][whole.id] >= ALIKE
            and by_id[id].shingles < whole.shingles
            and not is_later(by_id[id], whole)
        ]
        stories = components(parts, {id: related(id, shares) for id in parts})
        if len(stories) > 1:
            taken = shares[whole.id]
            fullest = [max(story, key=lambda id: (taken[id], -id)) for story in stories]
            merged[whole.id] = {id: taken[id] for id in fullest}
    return merged


def related(id: int, shares: Mapping[int, Mapping[int, float]]) -> dict[int, float]:
    """Those that share more with an article than a quotation."""
    return {other: share for other, share in shares[id].items() if max(share, shares[other][id]) >= RELATED}


def components(ids: Sequence[int], shares: Mapping[int, Mapping[int, float]]) -> list[list[int]]:
    """Articles that share any words, directly or through others of them."""
    waiting, found = dict.fromkeys(ids), []
    while waiting:
        group = [next(iter(waiting))]
        del waiting[group[0]]
        for id in group:
            near = [other for other in shares[id] if other in waiting]
            group += near
            for other in near:
                del waiting[other]
        found.append(group)
    return found


def join(
    by_id: Mapping[int, ComparedArticle], shares: Mapping[int, Mapping[int, float]], *, merged: Mapping[int, Mapping[int, float]]
) -> list[list[int]]:
    """The articles of each origin; one that was put together of several joins only what is as long as itself."""
    alike: dict[int, dict[int, float]] = {id: {} for id in sorted(shares)}
    for id, others in shares.items():
        for other, share in others.items():
            back = shares[other][id]
            is_joined = min(share, back) >= TWIN if id in merged or other in merged else True
            if is_joined and max(share, back) >= least_share(by_id[id], by_id[other]):
                alike[id][other] = share
    return [sorted(group) for group in components(list(alike), alike)]


def least_share(one: ComparedArticle, other: ComparedArticle) -> float:
    """How much two articles must share to be one story, by the agency that they credit and the days between them."""
    apart = days_between(one, other)
    if apart is not None and apart > FAR_DAYS:
        return ALIKE_FAR
    is_one_agency = one.agency is not None and other.agency is not None and one.agency.casefold() == other.agency.casefold()
    return ALIKE_BY_AGENCY if is_one_agency and apart is not None and apart <= NEAR_DAYS else ALIKE


def days_between(one: ComparedArticle, other: ComparedArticle) -> int | None:
    """The days between two articles, None where one of them has none."""
    if one.day is None or other.day is None:
        return None
    return abs((date.fromisoformat(one.day) - date.fromisoformat(other.day)).days)


def is_later(one: ComparedArticle, other: ComparedArticle) -> bool:
    """Whether an article appeared days later than another, as far as is known."""
    apart = days_between(one, other)
    return apart is not None and apart > NEAR_DAYS and (one.day or "") > (other.day or "")


def precedence(report: ComparedArticle) -> tuple[str, bool, int]:
    """What the origin among copies has least of: the day it appeared, being another's outlet than the agency's, its number."""
    agency, publisher = (report.agency or "").casefold(), (report.publisher or "").casefold()
    return (report.day or "9999", not (agency and publisher and agency in publisher), report.id)


def explained(parts: Mapping[int, float]) -> bool:
    """Whether an article is wholly put together of others."""
    return sum(parts.values()) >= WHOLE


def merged_copies(
    by_id: Mapping[int, ComparedArticle], merged: Mapping[int, Mapping[int, float]], origins: Mapping[int, int]
) -> list[Copy]:
    """The articles put together of several, a row for each origin that they have words of."""
    return [
        Copy(id, origins[part], CopyKind.MERGED, share, not explained(parts))
        for id, parts in merged.items()
        if by_id[id].is_current
        for part, share in parts.items()
        if part in origins and origins[part] != id
    ]
