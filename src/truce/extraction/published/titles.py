"""The title that stands beside a name, and whether the office is still held."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from truce.extraction.published.names import Mention, Words, has_word, is_anothers
from truce.lexicons.offices import Holder, Office, OfficeLexicon, fold

REACH = 110  # characters beside a name in which its title stands
LEAD = 6  # words before a title that say whose it is, and whether it is still held


class Held(StrEnum):
    """How a text speaks of an office: as held, newly held, about to begin or to end, long over, held at another time."""

    NOW = "now"
    NEW = "new"
    FORMER = "former"
    COMING = "coming"
    LEAVING = "leaving"
    THEN = "then"


STATUS = {
    word: held
    for held, words in {
        Held.FORMER: "former ex onetime ousted deposed toppled overthrown late slain assassinated",
        Held.THEN: "then",
        Held.NEW: "new newly",
        Held.COMING: "incoming designate elect",
        Held.LEAVING: "outgoing departing",
    }.items()
    for word in words.split()
}
# Words that make another office of a title, or none: the deputy leader, a presidential candidate, the opposition leader.
OTHERS = frozenset(
    "vice deputy assistant under candidate hopeful nominee opposition party shadow first second third future would rival "
    "association company club university bank senate federation parliamentary presumptive self".split()
)
NEUTRAL = frozenset(
    "the a an its their his her our this of and acting interim caretaker current top supreme political military elected "
    "appointed named chosen overall longtime veteran embattled hardline reclusive secretive de facto "
    "country nation government".split()
)
WEEKDAYS = frozenset("monday tuesday wednesday thursday friday saturday sunday".split())
RANK = (
    r"(?:(?:gen|general|lt|lieutenant|maj|major|col|colonel|brig|brigadier|adm|admiral|field|marshal|sheikh|sayyed|sayyid|mr|mrs|ms|"
    r"dr|ayatollah|sir|lord|dame|mullah|hojatoleslam|hojjatoleslam|prince)\b\.?[ ]+){0,3}"
)
OF = r"(?P<of>[ ]+(?:of|for|to)[ ]+(?:the[ ]+)?[A-Z][\w.-]*(?:[ ]+(?:of[ ]+)?[A-Z][\w.-]*)*)?"
CLAUSE = re.compile(r"[,;:!?()“”\"—–\n]|(?<=[a-z]{2})\.(?=\s)")
POSSESSIVE = re.compile(r"['’]s?\Z")


@dataclass(frozen=True, slots=True)
class Title:
    """A title beside a name: who of that name held it, how the text speaks of it, where title and lead begin and end."""

    holders: tuple[Holder, ...]
    held: Held
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Lead:
    """The words that lead up to a title: its first offset, the words that qualify, and the status they give."""

    start: int
    words: tuple[str, ...]
    held: Held


def find_title(mention: Mention, text: str, words: Words, offices: OfficeLexicon) -> Title | None:
    """The title before or behind a name that makes an office of it; None where there is none, or it is another's."""
    found: list[Title] = []
    for office in dict.fromkeys(holder.office for holder in mention.named.holders):
        for place in (title_before, title_behind):
            title = place(mention, office, text)
            if title is None:
                continue
            lead, start, end, of = title
            if is_own(office, lead, offices) and is_sure(office, f"{' '.join(lead.words)} {of}", mention, words):
                holders = tuple(holder for holder in mention.named.holders if holder.office is office)
                found.append(Title(holders, lead.held, start, end))
            break
    if not found:
        return None
    together = tuple(holder for title in found if title.held is found[0].held for holder in title.holders)
    return Title(together, found[0].held, found[0].start, found[0].end)


Place = tuple[Lead, int, int, str]


def title_before(mention: Mention, office: Office, text: str) -> Place | None:
    """`Lebanese Prime Minister Najib Mikati`, `Hezbollah's new leader, Naim Qassem`."""
    floor = max(mention.floor, mention.start - REACH)
    match = before_pattern(office.titles).search(text, floor, mention.start)
    if match is None:
        return None
    lead = read_lead(text, floor, match.start("title"), bool(match["status"]))
    return (lead, lead.start, mention.end, match["of"] or "") if lead else None


def title_behind(mention: Mention, office: Office, text: str) -> Place | None:
    """`Naim Qassem, the new leader of Hezbollah,`."""
    if is_anothers(mention, text):
        return None
    ceiling = min(mention.ceiling, mention.end + REACH)
    match = behind_pattern(office.titles).match(text, mention.end, ceiling)
    if match is None:
        return None
    lead = read_lead(text, match.start("lead"), match.start("title"), bool(match["status"]))
    if lead is None or lead.start > match.start("lead"):  # an aide to the president
        return None
    return lead, mention.start, match.end(), match["of"] or ""


def read_lead(text: str, floor: int, end: int, coming: bool) -> Lead | None:
    """The words right before a title, back to one that belongs to something else; None where they make another office."""
    before = text[floor:end]
    cut = max((match.end() for match in CLAUSE.finditer(before)), default=0)
    start, held, kept = end, Held.COMING if coming else Held.NOW, list[str]()
    for match in list(re.finditer(r"[^\s-]+", before[cut:]))[-LEAD:][::-1]:
        word = POSSESSIVE.sub("", match.group())
        small = fold(word)
        if small in OTHERS:
            return None
        if small in STATUS and (word.islower() or not kept or small not in ("new", "late")):  # New Zealand's leader
            held = STATUS[small] if held is Held.NOW else held
        elif small in WEEKDAYS or not (small in NEUTRAL or word[:1].isupper()):
            break
        kept.append(word)
        if small not in ("of", "and"):
            start = floor + cut + match.start()
    return Lead(start, tuple(reversed(kept)), held)


def is_own(office: Office, lead: Lead, offices: OfficeLexicon) -> bool:
    """Whether the words before a title name no state but the office's own."""
    own = {fold(word) for word in office.of}
    return not any(offices.adjectives.get(fold(word)) and fold(word) not in own for word in lead.words)


def is_sure(office: Office, beside: str, mention: Mention, words: Words) -> bool:
    """Whether state or group stands beside the title, or need not: the name is full, or theirs stands elsewhere."""
    if any(has_word(beside, word) for word in office.of):
        return True
    if office.is_generic:
        return False
    return mention.named.is_full or any(words.stands(word) for word in office.of) or named_in_full(office, mention, words)


def named_in_full(office: Office, mention: Mention, words: Words) -> bool:
    """Whether a holder who is called by a surname here is named in full somewhere."""
    return any(words.stands(holder.name) for holder in mention.named.holders if holder.office is office)


@cache
def before_pattern(titles: tuple[str, ...]) -> re.Pattern[str]:
    """A title that ends where a name begins."""
    return re.compile(
        rf"(?<!\w)(?i:(?P<title>{any_of(titles)})(?P<status>[- ](?:elect|designate))?){OF},?[ ]+"
        rf"(?i:{RANK})(?:(?:[Aa]l|[Ee]l)-)?\Z"
    )


@cache
def behind_pattern(titles: tuple[str, ...]) -> re.Pattern[str]:
    """A title that explains the name before it."""
    return re.compile(
        rf",[ ]+(?:who[ ]is[ ]+)?(?P<lead>(?:[\w'’.-]+[ ]+){{0,5}}?)"
        rf"(?i:(?P<title>{any_of(titles)})(?P<status>[- ](?:elect|designate))?){OF}(?![\w-])"
    )


def any_of(titles: tuple[str, ...]) -> str:
    """The titles as alternatives, the longest first, with any blanks between their words."""
    return "|".join(re.escape(title).replace(r"\ ", r"[ -]+") for title in sorted(titles, key=len, reverse=True))
