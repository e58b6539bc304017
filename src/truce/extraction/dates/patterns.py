"""The patterns of date expressions, made from the words of the calendar."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from truce.lexicons.calendar import CalendarLexicon

YEAR = r"(?:1[5-9]|20)\d\d"
DAY = r"(?:0?[1-9]|[12]\d|3[01])"
NUMBERED = r"(?:st|nd|rd|d|th)?(?!\w)"
DASH = r"[-–—]"
# What cannot follow the day of a month: a time, a larger number, a share, a unit of time or length, an outcome.
NO_DAY = (
    r"(?![\d%°/]|[.,:]\d|\s?(?:a\.?m\b|p\.?m\b|percent|per\s+cent|km\b|kilomet|years?\b|million|billion|thousand|dead\b|GMT))"
)
PART = r"(?:(?:very\s+)?(?:early|mid|late|mid-to-late)(?:[\s-]+in)?[\s-]+(?:the\s+)?)"
EDGE = r"(?:(?:the\s+)?(?:very\s+)?(?:start|beginning|end|middle|close|first\s+half|second\s+half)\s+of\s+)"


@dataclass(frozen=True, eq=False)
class Patterns:
    """Compiled patterns: `trigger` finds the word that an expression turns on, the rest read what stands around it."""

    trigger: re.Pattern[str]
    day_before: re.Pattern[str]
    day_after: re.Pattern[str]
    second_day: re.Pattern[str]
    year_after: re.Pattern[str]
    short_year: re.Pattern[str]
    second_year: re.Pattern[str]
    year_words: re.Pattern[str]
    before_month: re.Pattern[str]
    before_weekday: re.Pattern[str]
    before_season: re.Pattern[str]
    which: re.Pattern[str]
    edge: re.Pattern[str]
    amount: re.Pattern[str]


def alternatives(words: Iterable[str]) -> str:
    """The words as alternatives of a pattern, the longest first."""
    return "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))


def as_names(words: Iterable[str]) -> str:
    """Words as they are written for names: `October`, `OCTOBER`."""
    return alternatives(form for word in words for form in (word.capitalize(), word.upper()))


@cache
def make_patterns(calendar: CalendarLexicon) -> Patterns:
    """The patterns for the words of this calendar; made once."""
    ordinals, cardinals = alternatives(calendar.ordinals), alternatives(calendar.cardinals)
    return Patterns(
        trigger=trigger_pattern(calendar),
        # [3 to] 7 October: what stands before the month.
        day_before=re.compile(
            rf"""
            (?<![\w$€£.,:/-])
            (?:(?:the\s+)?(?P<first>{DAY}){NUMBERED}\s*(?:{DASH}|to|through|until|till)\s*)?
            (?: (?:the\s+)?(?P<day>{DAY}){NUMBERED} | the\s+(?P<word>{ordinals}) )
            (?:\s+(?:day\s+)?of)?\s+\Z
            """,
            re.VERBOSE,
        ),
        # October 7[-9]: what stands behind it.
        day_after=re.compile(
            rf"""
            \.?\s+(?:the\s+)?
            (?: (?P<day>{DAY}){NUMBERED}{NO_DAY}
                (?:\s*(?:{DASH}|to|through|until|till)\s*(?P<last>{DAY}){NUMBERED}{NO_DAY})?
              | (?P<word>{ordinals})(?!\w)
            )
            """,
            re.VERBOSE,
        ),
        # October 7 [and 8]
        second_day=re.compile(
            rf"(?:\s+(?:and|or)|,)\s+(?P<day>{DAY}){NUMBERED}(?=\s*(?:[.,;:)](?!\d)|\Z|\s(?:in|at|when|that|as|and)\s))"
        ),
        year_after=re.compile(rf"(?:\.?,?\s+(?:of\s+)?|\.?,)(?P<year>{YEAR})(?![\w%:]|[.,]\d)"),
        # 22 Sep [88]
        short_year=re.compile(r"\.?,?\s+(?P<mark>[’'‘])?(?P<year>\d\d)(?=\s*(?:[()—–,;]|--|-\s|\Z))"),
        # 1982[-85]
        second_year=re.compile(rf"\s?(?:{DASH}|/)\s?(?P<year>\d\d)(?!\w)"),
        # May [last year], March [of that year]
        year_words=re.compile(
            r",?\s+(?:of\s+)?(?P<which>last|this|next|that|the\s+(?:same|previous|following|next))\s+year(?!\w)"
        ),
        before_month=re.compile(
            rf"(?<!\w)(?:(?P<part>{PART}|{EDGE})|(?P<which>last|next|this|this\s+past|this\s+coming|past|coming|every|each)\s+)\Z",
            re.IGNORECASE,
        ),
        before_weekday=re.compile(
            r"\b(?P<which>last|next|this\s+past|this\s+coming|this|coming|past|the\s+following|the\s+previous|that|every|each|most|a|one)\s+\Z",
            re.IGNORECASE,
        ),
        before_season=re.compile(
            rf"""
            (?<!\w)(?P<part>{PART})?
            (?:(?P<which>last|next|this\s+past|this\s+coming|this|that|the\s+previous|the\s+following|the\s+same|the|every|each)\s+)?
            \Z
            """,
            re.VERBOSE | re.IGNORECASE,
        ),
        # [last] week, [earlier this] month, [the previous] day: what stands before a unit in the singular.
        which=re.compile(
            r"""
            (?<!\w)(?:(?:earlier|later|early|late)\s+(?:on\s+)?)?
            (?P<article>the\s+)?
            (?P<which>last|next|this\s+past|this\s+coming|this|that\s+same|that|previous|following|very\s+same|same|very\s+next
                |current|coming|past|preceding)\s+
            \Z
            """,
            re.VERBOSE | re.IGNORECASE,
        ),
        # [earlier in the] week, [the end of the] year
        edge=re.compile(
            rf"""
            (?<!\w)(?:(?:earlier|later|early|late)\s+in\s+the\s+
              | {EDGE}(?:the|(?P<which>this|last|next|the\s+previous|the\s+following))\s+
            )\Z
            """,
            re.VERBOSE | re.IGNORECASE,
        ),
        # [about two] years ago
        amount=re.compile(
            rf"""
            (?<![\w.,-])
            (?P<loose>(?:more|less|fewer)\s+than\s+|(?:well\s+)?over\s+|under\s+|at\s+least\s+|up\s+to\s+|some\s+
                |as\s+(?:many|long)\s+as\s+)?
            (?P<about>nearly\s+|almost\s+|about\s+|around\s+|roughly\s+|approximately\s+|close\s+to\s+)?
            (?P<count>\d{{1,3}}|{cardinals}|an?|a\s+couple\s+of)\s+\Z
            """,
            re.VERBOSE | re.IGNORECASE,
        ),
    )


def trigger_pattern(calendar: CalendarLexicon) -> re.Pattern[str]:
    """The words that an expression can turn on, each kind in a group of its own."""
    feasts = alternatives(name for feast in calendar.holidays for name in feast.names).replace("'", "['’]")
    quarters = alternatives(word for word, number in calendar.ordinals.items() if number <= 4)
    return re.compile(
        rf"""
        (?<![\w$€£@\#])(?:
            (?P<feast>(?:{feasts})(?!\w))
          | (?P<month>(?:{as_names(calendar.months)})(?!\w))
          | (?P<weekday>(?:{as_names(calendar.weekdays)})(?!\w))
          | (?P<iso>{YEAR}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])(?![\w-])     # 2024-10-30
              | {YEAR}/\d\d?/\d\d?(?![\w/]))                                      # 2024/10/30
          | (?P<numeric>\d\d?/\d\d?/{YEAR}(?![\w/]) | \d\d?\.\d\d?\.{YEAR}(?![\w.]))  # 10/30/2024, 30.10.2024
          | (?P<nine_eleven>9/11(?![\w/]))
          | (?P<decade>(?:1[5-9]|20)\d0[’']?s(?!\w)                               # 1990s
              | [’'‘]\d0s(?!\w)                                                   # '90s
              | (?<=[Tt]he[ ])[3-9]0s(?!\w))                                      # the 90s
          | (?P<year>{YEAR}(?![\w:%°]|[.,/]\d|{DASH}\d{{3}}\b|-\w*[A-Za-z]))
          | (?i: (?P<deictic>(?:today|yesterday|tomorrow)(?!\w))
               | (?P<quarter>(?:{quarters})[\s-]quarter(?!\w))
               | (?P<unit>(?:days?|nights?|evening|morning|weeks?|weekends?|fortnight|months?|years?|decades?)(?!\w))
               | (?P<season>(?:{alternatives(calendar.seasons)})(?!\w))
               | (?P<era>(?:{alternatives(calendar.decades)})(?!\w))
            )
        )
        """,
        re.VERBOSE,
    )
