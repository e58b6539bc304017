"""People with the office that they hold, held or are to hold: `President Biden`, `Hezbollah's new leader, Naim Qassem`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, timedelta

from truce.extraction.dates.laying import Layout
from truce.extraction.published.acting import is_acting
from truce.extraction.published.evidence import Evidence, written
from truce.extraction.published.names import Mention, Words
from truce.extraction.published.titles import Held, Title, find_title
from truce.extraction.published.windows import LAST, YEAR, Windows, since, union
from truce.lexicons import Lexicons
from truce.lexicons.offices import Holder, Tenure

HALF_YEAR = timedelta(days=183)
GRACE = timedelta(days=2)  # reports of the last day in office still call its holder by it
Found = tuple[Title, Mention, bool]


def find_holders(
    mentions: Iterable[Mention], layout: Layout, words: Words, *, lexicons: Lexicons, dead: frozenset[str]
) -> Iterator[Evidence]:
    """What each person named with an office tells of the day: once for each person, office and way of holding it.

    Of those in `dead`, whose death the text tells, only the beginning of the office counts.
    """
    best: dict[tuple[str, tuple[str, ...], Held], Found] = {}
    for mention in mentions:
        title = find_title(mention, layout.text, words, lexicons.offices)
        if title is None:
            continue
        acts = (
            title.held is Held.NOW
            and not any(holder.name in dead for holder in title.holders)
            and is_acting(title, mention, layout, lexicons.cues)
        )
        key = (title.holders[0].name, title.holders[0].office.titles, title.held)
        if key not in best or (acts and not best[key][2]):
            best[key] = (title, mention, acts)
    for title, mention, acts in best.values():
        windows = windows_of(title, acts=acts)
        if windows:
            start, end = min(title.start, mention.start), max(title.end, mention.end)
            yield Evidence(windows, reason_of(title, windows, layout.text[start:end], acts=acts), start, end)


def windows_of(title: Title, *, acts: bool) -> Windows:
    """The days on which somebody could be spoken of in this way."""
    tenures = [tenure for holder in title.holders for tenure in holder.tenures]
    if title.held is Held.FORMER:
        return union(stretch for holder in title.holders for stretch in after_tenures(holder))
    if title.held is Held.NEW:
        return union((tenure.since, min(tenure.until or LAST, tenure.since + YEAR)) for tenure in tenures)
    if title.held is Held.COMING:
        return union(
            (tenure.since - timedelta(days=holder.office.waits), tenure.since)
            for holder in title.holders
            for tenure in holder.tenures
        )
    if title.held is Held.LEAVING:
        return union((tenure.until - HALF_YEAR, tenure.until + GRACE) for tenure in tenures if tenure.until)
    if acts:
        return union((tenure.since, tenure.until + GRACE if tenure.until else LAST) for tenure in tenures)
    return since(min(tenure.since for tenure in tenures))


def after_tenures(holder: Holder) -> Iterator[tuple[date, date]]:
    """The days on which someone has held an office and does not hold it."""
    following: list[Tenure | None] = [*holder.tenures[1:], None]
    for tenure, later in zip(holder.tenures, following, strict=True):
        if tenure.over is not None:
            yield tenure.over, later.since if later else LAST


def reason_of(title: Title, windows: Windows, words: str, *, acts: bool) -> str:
    """Why the words bound the day, for a person."""
    quoted = f"«{' '.join(words.split())}»"
    tenures = [tenure for holder in title.holders for tenure in holder.tenures]
    if acts:
        return f"{quoted} speaks or acts in office: {' or '.join(map(spoken, tenures))}"
    if title.held is Held.NOW:
        return f"{quoted} was not called so before {written(min(tenure.since for tenure in tenures))}"
    said = {
        Held.NEW: "is new in office",
        Held.FORMER: "no longer holds the office",
        Held.COMING: "is yet to take office",
        Held.LEAVING: "is about to leave office",
        Held.THEN: "held the office then",
    }
    days = " or ".join(between(start, None if end >= LAST else end) for start, end in windows.stretches)
    return f"{quoted} {said[title.held]}: {days}"


def spoken(tenure: Tenure) -> str:
    """A tenure in words."""
    return between(tenure.since, tenure.until)


def between(start: date, end: date | None) -> str:
    """Days in words; None where they run on."""
    return f"from {written(start)}" + (f" to {written(end)}" if end else "")
