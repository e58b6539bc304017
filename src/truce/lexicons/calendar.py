"""Read the words for days, months and seasons, with the days that are known without an article."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from dateutil.easter import easter
from dateutil.relativedelta import relativedelta, weekday

from truce.errors import LexiconError
from truce.lexicons.loading import FOLDER, read_groups

FILE = "calendar"
GROUPS = frozenset(["words", "numbers", "ahead", "years", "names", "holidays", "elections", "events"])
RULES = ("date", "easter", "islamic", "hebrew", "weekday")
ISLAMIC_YEARS = range(1343, 1501)  # what the tables of hijridate hold: 1924 to 2077


@dataclass(frozen=True, slots=True)
class Holiday:
    """A feast that names a day, or a few, in every year; `value` is what its rule takes."""

    names: tuple[str, ...]
    rule: str
    value: Any
    days: int = 1

    def falls(self, year: int) -> list[tuple[date, date]]:
        """The first and last day of every time that the feast begins in this year; none where nobody can tell."""
        if self.rule == "islamic":
            return islamic_days(year, self.value)
        first = RULE_DAYS[self.rule](year, self.value)
        return [(first, first + timedelta(days=self.days - 1))]

    @property
    def is_long(self) -> bool:
        """Whether the feast is a whole month, as Ramadan is."""
        return self.rule == "islamic" and len(self.value) == 1


@dataclass(frozen=True, slots=True)
class Election:
    """Elections that recur by rule: the `weekday` on or after `start` in every `every`th year from `year` on."""

    names: tuple[str, ...]
    year: int
    every: int
    start: tuple[int, int]
    weekday: int
    words: frozenset[str]

    def day(self, year: int) -> date | None:
        """The election day of a year; None in a year without one."""
        if (year - self.year) % self.every:
            return None
        return date(year, *self.start) + relativedelta(weekday=weekday(self.weekday)(1))


@dataclass(frozen=True, slots=True)
class Event:
    """A day that became a name: beside one of `words`, its day and month alone mean no other year."""

    name: str
    day: date
    words: tuple[str, ...]


@dataclass(frozen=True, eq=False)
class CalendarLexicon:
    """Words by their number (January 1, Monday 0, spring 21), feasts, elections, events; words of dates still ahead."""

    months: Mapping[str, int]
    weekdays: Mapping[str, int]
    seasons: Mapping[str, int]
    short_forms: frozenset[str]
    cardinals: Mapping[str, int]
    ordinals: Mapping[str, int]
    decades: Mapping[str, int]
    holidays: tuple[Holiday, ...]
    not_before: frozenset[str]
    elections: tuple[Election, ...]
    events: tuple[Event, ...]
    ahead_words: frozenset[str]
    ahead_verbs: frozenset[str]
    ahead_nouns: frozenset[str]
    ahead_prepositions: frozenset[str]
    done_verbs: frozenset[str]
    modals: frozenset[str]
    names_after: frozenset[str]
    names_before: frozenset[str]
    years_after: frozenset[str]
    counts_after: frozenset[str]
    counted: frozenset[str]
    months_after: frozenset[str]
    perhaps_months_after: frozenset[str]
    months_and_words: frozenset[str]
    months_and_names: frozenset[str]

    def holiday(self, name: str) -> Holiday | None:
        """The feast of this name, None where it is none."""
        plain = name.replace("’", "'").casefold()
        return next((feast for feast in self.holidays if plain in map(str.casefold, feast.names)), None)


def read_calendar(folder: Path = FOLDER) -> CalendarLexicon:
    """The calendar that ships with truce; LexiconError names file, entry and fault of a bad one."""
    groups = read_groups(FILE, folder=folder)
    if missing := GROUPS - set(groups):
        raise LexiconError(f"{FILE}.toml", sorted(missing)[0], "the group is missing")
    words, numbers, ahead, years = (groups[name] for name in ("words", "numbers", "ahead", "years"))
    weekdays = number_words(words, "weekdays", first=0, length=7)
    return CalendarLexicon(
        months=number_words(words, "months", first=1, length=12),
        weekdays=weekdays,
        seasons=number_words(words, "seasons", first=21, length=4),
        short_forms=frozenset(word.lower() for name in ("months", "weekdays") for forms in words[name] for word in forms[1:]),
        cardinals={word: number for number, word in enumerate(numbers["cardinals"], start=1)},
        ordinals={word: number for number, word in enumerate(numbers["ordinals"], start=1)},
        decades=dict(numbers["decades"]),
        holidays=tuple(read_holiday(entry, weekdays) for entry in groups["holidays"]["entries"]),
        not_before=frozenset(groups["holidays"]["not_before"]),
        elections=tuple(read_election(entry, weekdays) for entry in groups["elections"]["entries"]),
        events=tuple(read_event(entry) for entry in groups["events"]["entries"]),
        ahead_words=frozenset(ahead["words"]),
        ahead_verbs=frozenset(ahead["verbs"]),
        ahead_nouns=frozenset(ahead["nouns"]),
        ahead_prepositions=frozenset(ahead["prepositions"]),
        done_verbs=frozenset(ahead["done"]),
        modals=frozenset(ahead["modals"]),
        names_after=frozenset(groups["names"]["after"]),
        names_before=frozenset(groups["names"]["before"]),
        years_after=frozenset(years["after"]),
        counts_after=frozenset(years["counts_after"]),
        counted=frozenset(years["units"]),
        months_after=frozenset(years["months_after"]),
        perhaps_months_after=frozenset(years["perhaps"]),
        months_and_words=frozenset(years["months_and_words"]),
        months_and_names=frozenset(years["months_and_names"]),
    )


def number_words(group: Mapping[str, Any], name: str, *, first: int, length: int) -> dict[str, int]:
    """Every word of a list of lists, in lower case, with the number of its list."""
    lists = group.get(name, [])
    if len(lists) != length:
        raise LexiconError(f"{FILE}.toml", f"words.{name}", f"{length} lists of words are needed, {len(lists)} are there")
    return {word.lower(): number for number, forms in enumerate(lists, start=first) for word in forms}


def read_holiday(entry: Mapping[str, Any], weekdays: Mapping[str, int]) -> Holiday:
    """One feast, its rule checked by trying a year."""
    names = tuple(entry.get("names", ()))
    rules = [rule for rule in RULES if rule in entry]
    if not names or len(rules) != 1:
        raise LexiconError(f"{FILE}.toml", str(names), f"a holiday has names and one of {', '.join(RULES)}")
    value = entry[rules[0]]
    if rules[0] == "weekday":
        value = (value[0], weekdays.get(str(value[1]).lower(), 0), value[2])
    feast = Holiday(names, rules[0], value, entry.get("days", 1))
    try:
        feast.falls(2024)
    except (ValueError, TypeError, IndexError) as error:
        raise LexiconError(f"{FILE}.toml", names[0], f"its rule gives no day: {error}") from error
    return feast


def read_election(entry: Mapping[str, Any], weekdays: Mapping[str, int]) -> Election:
    """One kind of election."""
    try:
        month, day = (int(part) for part in entry["from"].split("-"))
        return Election(
            tuple(entry["names"]), entry["year"], entry["every"], (month, day), weekdays[entry["weekday"].lower()],
            frozenset(entry["words"]),
        )  # fmt: skip
    except (KeyError, ValueError, AttributeError) as error:
        raise LexiconError(f"{FILE}.toml", str(entry.get("names")), f"the election lacks or misstates {error}") from error


def read_event(entry: Mapping[str, Any]) -> Event:
    """One day that became a name."""
    try:
        return Event(entry["name"], date.fromisoformat(entry["day"]), tuple(entry["words"]))
    except (KeyError, ValueError) as error:
        raise LexiconError(f"{FILE}.toml", str(entry.get("name")), f"the event lacks or misstates {error}") from error


def fixed_day(year: int, value: str) -> date:
    """The day of a `month-day` in a year."""
    month, day = (int(part) for part in value.split("-"))
    return date(year, month, day)


def easter_day(year: int, offset: int) -> date:
    """So many days after Easter Sunday of the western churches."""
    return easter(year) + timedelta(days=offset)


def nth_weekday(year: int, value: tuple[int, int, int]) -> date:
    """The nth such weekday of a month; -1 counts from its end."""
    month, day, number = value
    edge = date(year, month, 1) if number > 0 else date(year, month, 1) + relativedelta(day=31)
    found: date = edge + relativedelta(weekday=weekday(day)(number))
    return found


def hebrew_day(year: int, value: list[int]) -> date:
    """The day of the Hebrew calendar that falls in a year; months count from Nisan."""
    from pyluach.dates import HebrewDate

    month, number = value
    days = [HebrewDate(year + offset, month, number).to_pydate() for offset in (3760, 3761)]
    found: date = next((day for day in days if day.year == year), days[0])
    return found


def islamic_days(year: int, value: list[int]) -> list[tuple[date, date]]:
    """The months, or the days of a month, of the Islamic calendar that begin in a year; a short year may see two."""
    from hijridate import Hijri

    month, *day = value
    found = []
    for hijri_year in range(max(year - 582, ISLAMIC_YEARS.start), min(year - 576, ISLAMIC_YEARS.stop)):
        start = Hijri(hijri_year, month, day[0] if day else 1)
        first = date(*start.to_gregorian().datetuple())
        if first.year == year:
            found.append((first, first if day else first + timedelta(days=start.month_length() - 1)))
    return found


RULE_DAYS: dict[str, Callable[[int, Any], date]] = {
    "date": fixed_day,
    "easter": easter_day,
    "weekday": nth_weekday,
    "hebrew": hebrew_day,
}
