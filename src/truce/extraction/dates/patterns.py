"""The patterns of date expressions, made from the words of the calendar."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from truce.lexicons.calendar import CalendarLexicon

YEAR = r"(?:1[5-9]|20)\d\d"
DAY = r"(?:0?[1-9]|[12]\d|3[01])"
NUMBERED = r"(?:st|nd|rd|d|th)?"
DASH = r"[-–—]"
# What cannot follow the day of a month: a time, a larger number, a share, a unit of money or length.
NO_DAY = (
    r"(?![\d:%°/]|[.,]\d|\s?(?:a\.?m\b|p\.?m\b|percent|per\s+cent|km\b|kilomet|years?\b|million|billion|thousand|dead\b|GMT))"
)
PARTS = r"(?:(?:very\s+)?(?:early|mid|late|mid-to-late)(?:[\s-]+in)?[\s-]+(?:the\s+)?)"


@dataclass(frozen=True, eq=False)
class Patterns:
    """Compiled patterns: `trigger` finds the word that an expression turns on, the rest read what stands around it."""

    trigger: re.Pattern[str]
    day_before: re.Pattern[str]
    day_after: re.Pattern[str]
    year_after: re.Pattern[str]
    short_year: re.Pattern[str]
    year_words: re.Pattern[str]
    before_month: re.Pattern[str]
    before_weekday: re.Pattern[str]
    before_season: re.Pattern[str]
    which: re.Pattern[str]
    edge: re.Pattern[str]
    amount: re.Pattern[str]
    second_day: re.Pattern[str]


def words_of(table: dict[str, int] | object) -> str:
    """The words of a table as alternatives, the longest first, each as written at the start of a name."""
    assert isinstance(table, dict)
    return "|".join(sorted((re.escape(word) for word in table), key=len, reverse=True))


def named(table: object) -> str:
    """Words written as names: `October`, `OCTOBER`."""
    assert isinstance(table, dict)
    forms = [form for word in table for form in (word.capitalize(), word.upper())]
    return "|".join(sorted(forms, key=len, reverse=True))


@cache
def make_patterns(calendar: CalendarLexicon) -> Patterns:
    """The patterns for the words of this calendar; made once."""
    months, weekdays = named(calendar.months), named(calendar.weekdays)
    ordinals, cardinals = words_of(calendar.ordinals), words_of(calendar.cardinals)
    feasts = "|".join(
        sorted(
            (re.escape(name).replace("'", "['’]") for feast in calendar.holidays for name in feast.names), key=len, reverse=True
        )
    )
    return Patterns(
        trigger=re.compile(
            rf"""
            (?<![\w$€£@\#])(?:
                (?P<feast>(?:{feasts})(?!\w))
              | (?P<month>{months})(?!\w)
              | (?P<weekday>{weekdays})(?!\w)
              | (?P<iso>{YEAR}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])(?![\w-])
                  | {YEAR}/\d\d?/\d\d?(?![\w/]) )             # 2024-10-30, 2024/10/30
              | (?P<numeric>\d\d?(?P<mark>[/.])\d\d?(?P=mark){YEAR}(?![\w/]))  # 30/10/2024, 30.10.2024
              | (?P<nine_eleven>9/11(?![\w/]))
              | (?P<decade>(?:1[5-9]|20)\d0[’']?s(?!\w) | [’'‘]\d0s(?!\w) | (?<=[Tt]he[ ])[3-9]0s(?!\w))
              | (?P<year>{YEAR})(?![\w:%°]|[.,/]\d|{DASH}\d{{3}}\b|-\w*[A-Za-z])
              | (?i:
                    (?P<deictic>today|yesterday|tomorrow)
                  | (?P<unit>days?|nights?|evening|morning|weeks?|weekends?|fortnight|months?|years?|decades?)
                  | (?P<season>{words_of(calendar.seasons)})
                  | (?P<era>{words_of(calendar.decades)})
                )(?!\w)
            )
            """,
            re.VERBOSE,
        ),
        # [3 to] 7 October: what stands before the month.
        day_before=re.compile(
            rf"""
            (?<![\w$€£.,:/-])
            (?:(?:the\s+)?(?P<first>{DAY}){NUMBERED}\s*(?P<to>{DASH}|to|through|until|till)\s*)?
            (?: (?:the\s+)?(?P<day>{DAY}){NUMBERED} | the\s+(?P<word>{ordinals}) )
            (?:\s+(?:day\s+)?of)?\s+\Z
            """,
            re.VERBOSE,
        ),
        # October 7[-9]: what stands behind it.
        day_after=re.compile(
            rf"""
            \.?\s+(?:the\s+)?(?:(?P<day>{DAY}){NUMBERED}(?!\w){NO_DAY}
            (?:\s*(?P<to>{DASH}|to|through|until|till)\s*(?P<last>{DAY}){NUMBERED}(?!\w){NO_DAY})?
            |(?P<word>{ordinals})(?!\w))
            """,
            re.VERBOSE,
        ),
        year_after=re.compile(rf"(?:\.?,?\s+(?:of\s+)?|\.?,)(?P<year>{YEAR})(?![\w%:]|[.,]\d)"),
        short_year=re.compile(r"\.?,?\s+(?P<mark>[’'‘])?(?P<year>\d\d)(?=\s*(?:[()—–,;]|--|-\s|\Z))"),
        # May last year, March of that year.
        year_words=re.compile(
            r"\s+(?:of\s+)?(?P<which>last|this|next|that|the\s+same|the\s+previous|the\s+following)\s+year(?!\w)"
        ),
        before_month=re.compile(
            rf"""
            (?:(?P<part>{PARTS}|(?:the\s+)?(?:start|beginning|end|middle)\s+of\s+)
             |(?P<which>last|next|this|this\s+past|this\s+coming|past|coming|every|each)\s+
            )\Z
            """,
            re.VERBOSE | re.IGNORECASE,
        ),
        before_weekday=re.compile(
            r"\b(?P<which>last|next|this\s+past|this\s+coming|this|coming|past|following|previous|that|every|each|most|a|one|of|the)\s+\Z",
            re.IGNORECASE,
        ),
        before_season=re.compile(
            rf"""
            (?<!\w)(?P<part>{PARTS})?
            (?:(?P<which>last|next|this\s+past|this\s+coming|this|that|the\s+previous|the\s+following|the\s+same|the|past|every|each)\s+)?
            \Z
            """,
            re.VERBOSE | re.IGNORECASE,
        ),
        # last week, earlier this month, the previous day: what stands before a unit in the singular.
        which=re.compile(
            r"""
            (?<!\w)
            (?P<part>(?:earlier|later|early|late)\s+(?:on\s+)?)?
            (?P<article>the\s+)?
            (?P<which>last|next|this\s+past|this\s+coming|this|that\s+same|that|previous|following|very\s+same|same|very\s+next
                |current|coming|past|preceding)\s+
            \Z
            """,
            re.VERBOSE | re.IGNORECASE,
        ),
        # earlier in the week, at the end of the year.
        edge=re.compile(
            r"""
            (?<!\w)
            (?:(?P<time>earlier|later|early|late)\s+in\s+the\s+
             |(?:the\s+)?(?:very\s+)?(?P<part>start|beginning|end|middle|close|first\s+half|second\s+half)\s+of\s+
              (?P<which>the|this|last|next|the\s+previous|the\s+following)\s+
            )\Z
            """,
            re.VERBOSE | re.IGNORECASE,
        ),
        amount=re.compile(
            rf"""
            (?<![\w.,-])
            (?P<loose>(?:more|less|fewer)\s+than\s+|over\s+|at\s+least\s+|up\s+to\s+|some\s+|well\s+over\s+|as\s+(?:many|long)\s+as\s+)?
            (?P<about>nearly\s+|almost\s+|about\s+|around\s+|roughly\s+|approximately\s+|close\s+to\s+)?
            (?P<count>\d{{1,3}}|{cardinals}|an?|a\s+couple\s+of)\s+\Z
            """,
            re.VERBOSE | re.IGNORECASE,
        ),
        # October 7 [and 8]
        second_day=re.compile(
            rf"(?:\s+(?:and|or)|,)\s+(?P<day>{DAY}){NUMBERED}(?=\s*(?:[.,;:)]|\Z|\s(?:in|at|when|that|as|and)\s))"
        ),
    )
