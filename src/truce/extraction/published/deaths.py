"""Deaths that a text tells of: `the death of Hassan Nasrallah`, `Nasrallah was killed`, `the slain leader`."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import date, timedelta

from truce.extraction.published.evidence import Evidence, written
from truce.extraction.published.names import Mention, Words, is_anothers
from truce.extraction.published.windows import since, union
from truce.lexicons.offices import Named, name_words, surname

REACH = 90
LEADS_TO = (
    r"(?:[ ](?!and\b|by\b|in\b|at\b|near\b|with\b|for\b|son\b|wife\b|aide\b|family\b|brother\b|nephew\b)[\w.'’-]+){0,6},?[ ]+\Z"
)
# the death of [the leader] X, the slain [leader] X
IS_DEAD = re.compile(
    rf"\b(?:(?:death|killing|assassination|slaying|murder|funeral|burial|demise|martyrdom)s?[ ]of|late|slain|assassinated)"
    rf"{LEADS_TO}",
    re.IGNORECASE,
)
# a strike killed [the leader] X
WAS_KILLED = re.compile(rf"\b(?:killed|murdered|killing)(?!.*\b(?:of|to)\b){LEADS_TO}", re.IGNORECASE)
AFTER_PREPOSITION = re.compile(r"\b(?:of|to|for|with|by|from|near|on|against|and)[ ]+\Z", re.IGNORECASE)
# X's [violent] death
HIS_DEATH = re.compile(
    r"""
    ['’]s?[ ](?:[\w-]+[ ]){0,2}?
    (?: death(?![ ](?:sentence|penalty|row|threat|warrant|squad|toll|verdict)) | (?:killing|assassination|murder)(?![ ]of)
      | funeral | burial | demise | coffin
    )\b
    """,
    re.VERBOSE | re.IGNORECASE,
)
DIED = re.compile(
    r"""
    (?: (?:,[^,.;]{1,90},)?[ ]+(?:was|were|had[ ]been|has[ ]been|is)                        # X[, the leader,] was killed
        [ ]+(?:[\w-]+[ ]){0,2}?(?:killed|assassinated|murdered|dead|buried)\b
      | ,[ ]+who[ ]+(?:(?:was|were|had[ ]been|has[ ]been)[ ]+(?:killed|assassinated|murdered)|died)\b   # X, who died
      | ,[ ]+(?:killed|assassinated)[ ]+(?:in|by)\b                                        # X, killed in a strike
      | (?:,[^,.;]{1,90},)?[ ]+died\b
    )
    """,
    re.VERBOSE | re.IGNORECASE,
)
DOUBTED = re.compile(
    r"\b(?:attempt\w*|plot\w*|threat\w*|den(?:y|ied|ies)|rumou?rs?|alleged\w*|fear\w*|falsely|if)\b", re.IGNORECASE
)
UNTOLD = re.compile(
    r"\b(?:attempt\w*|tried|try\w*|plot\w*|plan\w*|threat\w*|vow\w*|want\w*|would|could|if|not|n['’]t|den(?:y|ied|ies)|rumou?rs?|"
    r"alleged\w*|will|fail\w*|unless|should|fear\w*|anniversary|falsely|wounded|injured|escaped|survived)\b",
    re.IGNORECASE,
)
NEWS = re.compile(r"\b(?:killed|kills|assassinated|died|dies|shot dead)\b", re.IGNORECASE)
WEEKDAY = re.compile(r"\b(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b")
LOOKS_BACK = re.compile(
    r"\b(?:1[89]|20)\d\d\b|\b(?:ago|anniversary|year|years|month|months|since|after|former|death|killing|assassination|who)\b"
)
WEEK = timedelta(days=6)
CLAUSE = re.compile(r"[.;:!?\n](?=\s|\Z)")


def death_names(deaths: Mapping[str, date]) -> dict[str, tuple[Named, ...]]:
    """The names of the dead by their last word: in full, and by surname."""
    found: dict[str, list[Named]] = {}
    for name in deaths:
        for words in dict.fromkeys((name_words(name), surname(name))):
            found.setdefault(words[-1], []).append(Named(words, (), len(words) > 1))
    return {last: tuple(sorted(named, key=lambda name: -len(name.words))) for last, named in found.items()}


def find_deaths(
    mentions: list[Mention], text: str, words: Words, *, deaths: Mapping[str, date], lead: tuple[int, int]
) -> Iterator[tuple[str, Evidence]]:
    """Each person whose death the text tells, with what it says of the day; once for each.

    A death that the lead, the story's first sentence, tells with a weekday is the news itself.
    """
    by_words = {name_words(name): name for name in deaths}
    named = {mention.named.words for mention in mentions}
    by_surname = {surname(name): name for name in deaths if surname(name) in named and words.stands(name)}
    told: set[str] = set()
    for mention in mentions:
        name = by_words.get(mention.named.words) or by_surname.get(mention.named.words)
        if name is None or name in told or is_anothers(mention, text) or not is_told_dead(mention, text):
            continue
        told.add(name)
        day = deaths[name]
        if lead[0] <= mention.start < lead[1] and is_news(text[lead[0] : lead[1]]):
            reason = f"the report's own news is that «{name}» died, on {written(day)}"
            yield name, Evidence(union([(day, day + WEEK)]), reason, mention.start, mention.end)
        else:
            yield name, Evidence(since(day), f"«{name}» is dead: since {written(day)}", mention.start, mention.end)


def is_news(sentence: str) -> bool:
    """Whether a sentence tells somebody's death as what has just happened."""
    told = NEWS.search(sentence) and WEEKDAY.search(sentence)
    return told is not None and LOOKS_BACK.search(sentence) is None


def is_told_dead(mention: Mention, text: str) -> bool:
    """Whether the words around a name say that its bearer died."""
    before = text[max(mention.floor, mention.start - REACH) : mention.start]
    before = before[max((match.end() for match in CLAUSE.finditer(before)), default=0) :]
    ceiling = min(mention.ceiling, mention.end + 140)
    if IS_DEAD.search(before) or HIS_DEATH.match(text, mention.end, ceiling):
        return DOUBTED.search(before) is None and not (is_possessor(mention, text) and IS_DEAD.search(before))
    if UNTOLD.search(before):
        return False
    died = DIED.match(text, mention.end, ceiling)
    if died:
        return UNTOLD.search(died.group()) is None and AFTER_PREPOSITION.search(before) is None
    return WAS_KILLED.search(before) is not None and not is_possessor(mention, text)


def is_possessor(mention: Mention, text: str) -> bool:
    """Whether something of the named person is spoken of: X's son."""
    return re.match(r"['’]s?\s+\w", text[mention.end : mention.end + 6]) is not None
