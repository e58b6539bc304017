"""Every record that flows through truce, from the article to the finding.

Records are frozen; tuples stand where JSON has lists, and None means that the article does not say. The words are
those of the output: field, table, module and command share them. Offsets are code points of `Article.text`,
half-open, and `Span.text` is always `article.text[start:end]`.
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, field
from enum import StrEnum


class Outcome(StrEnum):
    """What befell the victims; `casualties` when dead and wounded are not told apart."""

    KILLED = "killed"
    INJURED = "injured"
    CASUALTIES = "casualties"
    MISSING = "missing"
    DISPLACED = "displaced"
    ABDUCTED = "abducted"


class Qualifier(StrEnum):
    """How a count binds: `at_least 12` has no upper bound, `up_to 12` no lower one."""

    EXACT = "exact"
    AT_LEAST = "at_least"
    MORE_THAN = "more_than"
    UP_TO = "up_to"
    ABOUT = "about"
    RANGE = "range"
    VAGUE = "vague"


class VictimClass(StrEnum):
    """Who the victims were, in the classes that casualty recorders keep apart."""

    CIVILIAN = "civilian"
    COMBATANT = "combatant"
    CHILD = "child"
    WOMAN = "woman"
    HEALTH_WORKER = "health_worker"
    JOURNALIST = "journalist"
    AID_WORKER = "aid_worker"
    PEACEKEEPER = "peacekeeper"
    LEADER = "leader"
    UNSPECIFIED = "unspecified"


class Scope(StrEnum):
    """One attack, battle or day; or a toll that runs over a period."""

    INCIDENT = "incident"
    CUMULATIVE = "cumulative"


class Mode(StrEnum):
    """Whether a claim is in quotation marks, not at all, or in part."""

    DIRECT = "direct"
    INDIRECT = "indirect"
    MIXED = "mixed"


class Stance(StrEnum):
    """What the speaker does by saying it."""

    ASSERTS = "asserts"
    CONFIRMS = "confirms"
    DENIES = "denies"
    ACCUSES = "accuses"
    WARNS = "warns"
    DEMANDS = "demands"
    PROMISES = "promises"
    OFFERS = "offers"
    ACCEPTS = "accepts"
    REJECTS = "rejects"
    HOPES = "hopes"


class ActorKind(StrEnum):
    """What an actor is."""

    PERSON = "person"
    ARMED_GROUP = "armed_group"
    STATE = "state"
    GOVERNMENT = "government"
    MILITARY = "military"
    IGO = "igo"
    NGO = "ngo"
    MEDIA = "media"
    OTHER = "other"


class TruceStatus(StrEnum):
    """Where a ceasefire stands, after the ETH/PRIO ceasefire data and PLOVER."""

    CALLED_FOR = "called_for"
    PROPOSED = "proposed"
    NEGOTIATING = "negotiating"
    CONDITIONAL = "conditional"
    AGREED = "agreed"
    IN_FORCE = "in_force"
    EXTENDED = "extended"
    VIOLATED = "violated"
    REJECTED = "rejected"
    ENDED = "ended"


class Basis(StrEnum):
    """What a publication day rests on."""

    GIVEN = "given"
    METADATA = "metadata"
    URL = "url"
    DATELINE = "dateline"
    INFERRED = "inferred"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A stretch of an article: `text` is `article.text[start:end]`."""

    start: int
    end: int
    text: str

    def overlaps(self, other: Span) -> bool:
        """Whether the two share at least one character."""
        return self.start < other.end and other.start < self.end


@dataclass(frozen=True, slots=True)
class Ground:
    """The words that one field of a finding rests on, as `Ground("place", Span(...))`."""

    field: str
    span: Span


@dataclass(frozen=True, slots=True)
class Published:
    """The day an article appeared, as EDTF, with its basis and bounds; `reasons` say how an inferred day was found."""

    value: str | None = None
    basis: Basis = Basis.UNKNOWN
    not_before: str | None = None
    not_after: str | None = None
    reasons: tuple[str, ...] = ()
    grounds: tuple[Ground, ...] = ()


@dataclass(frozen=True, slots=True)
class Article:
    """A report as it came in. `text` is final: nobody strips, folds or cleans it again.

    `id` is the reader's name for it (a file's stem or the `id` of a JSON line). `published` and `modified` are ISO days
    or EDTF, None where nobody knows. `path` is where it was read, `reader` what turned the raw page into text. `pages`
    holds the offset at which each page of a paged document begins, empty where there are no pages.
    """

    id: str
    text: str
    title: str | None = None
    url: str | None = None
    publisher: str | None = None
    published: str | None = None
    published_basis: Basis = Basis.GIVEN
    modified: str | None = None
    language: str | None = None
    path: str | None = None
    authors: tuple[str, ...] = ()
    section: str | None = None
    agency: str | None = None
    reader: str | None = None
    raw_sha256: str | None = None
    pages: tuple[int, ...] = ()

    def page_of(self, offset: int) -> int | None:
        """The number of the page, from 1, on which this character stands; None where the report has no pages."""
        return page_at(self.pages, offset)


def page_at(pages: tuple[int, ...], offset: int) -> int | None:
    """The number of the page, from 1, on which a character stands, by where the pages begin; None where there are none.

    >>> page_at((0, 400, 900), 899), page_at((), 12)
    (2, None)
    """
    return bisect_right(pages, offset) or None


@dataclass(frozen=True, slots=True)
class Actor:
    """Someone who speaks, acts, suffers, mediates or negotiates; `name` is the lexicon's where it knows the actor."""

    name: str
    kind: ActorKind
    mentions: tuple[Span, ...]
    role: str | None = None
    affiliation: str | None = None
    key: str | None = None  # the lexicon's key, None for an actor that no lexicon knows
    grounds: tuple[Ground, ...] = ()
    rule: str = ""


@dataclass(frozen=True, slots=True)
class Claim:
    """One act of communication. `said_on` is EDTF; what stands below it goes beyond the guidelines."""

    speaker: str | None
    speaker_span: Span | None
    cue: Span | None
    content: tuple[Span, ...]
    mode: Mode
    said_on: str | None = None
    stance: Stance = Stance.ASSERTS
    addressee: str | None = None
    medium: str | None = None
    condition: str | None = None
    topics: tuple[str, ...] = ()
    about: tuple[str, ...] = ()
    grounds: tuple[Ground, ...] = ()
    rule: str = ""


@dataclass(frozen=True, slots=True)
class CasualtyFigure:
    """One count, outcome and group of victims, as one article states it at one place.

    `count` is the count as written, None for a bare or named victim. `low` and `high` are integers or None where open.
    `period` is EDTF. `subset_of` is the 0-based index, among this article's figures, of the one that already counts
    these victims.
    """

    evidence: Span
    count: str | None
    low: int | None
    high: int | None
    qualifier: Qualifier
    outcome: Outcome
    victims: str | None = None
    victim_class: VictimClass = VictimClass.UNSPECIFIED
    affiliation: str | None = None
    place: str | None = None
    source: str | None = None
    scope: Scope = Scope.INCIDENT
    period: str | None = None
    subset_of: int | None = None
    grounds: tuple[Ground, ...] = ()
    rule: str = ""


@dataclass(frozen=True, slots=True)
class DateMention:
    """An expression that names a day, month, season, year or interval; `value` is EDTF, None where unresolved."""

    span: Span
    value: str | None
    grounds: tuple[Ground, ...] = ()
    rule: str = ""


@dataclass(frozen=True, slots=True)
class TruceStatement:
    """One statement about a ceasefire's course; `duration` is ISO 8601 (`P60D`), `conditions` the terms as written."""

    status: TruceStatus
    span: Span
    parties: tuple[str, ...] = ()
    duration: str | None = None
    conditions: str | None = None
    mediators: tuple[str, ...] = ()
    in_force_on: str | None = None
    grounds: tuple[Ground, ...] = ()
    rule: str = ""


@dataclass(frozen=True, slots=True)
class Extraction:
    """Everything found in one article, each kind in the order of the text."""

    article: Article
    published: Published = field(default_factory=Published)
    actors: tuple[Actor, ...] = ()
    claims: tuple[Claim, ...] = ()
    casualties: tuple[CasualtyFigure, ...] = ()
    dates: tuple[DateMention, ...] = ()
    truces: tuple[TruceStatement, ...] = ()
