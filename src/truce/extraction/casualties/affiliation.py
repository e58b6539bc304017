"""The nation or group that victims belong to: by noun, adjective or possession."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property

from truce.extraction.cast import Cast
from truce.extraction.casualties.bearers import Bearer
from truce.extraction.casualties.classes import is_restated
from truce.extraction.casualties.drafts import Draft, Told
from truce.extraction.casualties.groups import Group, Sort
from truce.extraction.reading import Reading
from truce.lexicons import Lexicons
from truce.records import Actor, ActorKind, Ground

OWNERS = frozenset({"its", "their", "his", "her"})
BELONGING = frozenset({ActorKind.ARMED_GROUP, ActorKind.MILITARY, ActorKind.IGO, ActorKind.NGO})
BRANCHES = frozenset({"marine", "marines", "navy", "army", "police"})
FORCES = frozenset("forces personnel members fighters troops tank convoy".split())
SIDES = frozenset("coalition government opposition separatist loyalist u.s.-led nato-led pro-government pro-russian".split())
NEAR = 6  # sentences over which a bare noun takes up those named before
# Nouns that say too little to be taken up by: `two men`, `people`.
LOOSE = frozenset("people person persons man men woman women child children others civilian civilians resident residents".split())


def find_own_affiliations(
    drafts: Sequence[Draft], bearers: Sequence[Bearer], *, cast: Cast, lexicons: Lexicons
) -> tuple[Told[str | None], ...]:
    """For each figure whom its victims belong to by their own words, None where these do not say it."""
    finder = Finder(cast, lexicons)
    return tuple(finder.own(draft.reading, bearer) for draft, bearer in zip(drafts, bearers, strict=True))


def carry_affiliations(  # noqa: PLR0913 - what is carried rests on all that was found before
    drafts: Sequence[Draft],
    bearers: Sequence[Bearer],
    parts: Sequence[Told[int | None]],
    own: Sequence[Told[str | None]],
    *,
    cast: Cast,
    lexicons: Lexicons,
) -> tuple[Told[str | None], ...]:
    """For each figure whom its victims belong to: by their own words, else by what is told of them beside."""
    finder = Finder(cast, lexicons)
    told: list[Told[str | None]] = []
    for number, (draft, bearer) in enumerate(zip(drafts, bearers, strict=True)):
        found = own[number]
        if found.value is None and number and is_restated(draft, drafts[number - 1]):
            found = told[number - 1]
        whole = parts[number].value
        if found.value is None and whole is not None and whole < number and may_hand_down(drafts, bearers, whole, number):
            found = told[whole]
        if found.value is None:
            found = finder.taken_up(draft, bearer, [*zip(drafts, bearers, told, strict=False)]) or found
        told.append(found)
    return tuple(told)


def may_hand_down(drafts: Sequence[Draft], bearers: Sequence[Bearer], whole: int, part: int) -> bool:
    """Whether a whole tells whom its parts belong to: a nation that names it only does so in the next sentence."""
    group = bearers[whole].group
    is_nation = group is not None and group.head is not None and drafts[whole].reading.names[group.head] == "NORP"
    return not is_nation or drafts[part].scene.number - drafts[whole].scene.number <= 1


class Finder:
    """Finds belonging in the words of a phrase."""

    def __init__(self, cast: Cast, lexicons: Lexicons) -> None:
        self.cast, self.lexicons = cast, lexicons
        self.alike = lexicons.casualty_words.alike
        self.peoples = lexicons.casualty_words.peoples

    @cached_property
    def forces(self) -> tuple[tuple[int, int, str], ...]:
        """Every mention of an actor by a noun of forces, as start, end and the noun's kind, in order: `Turkish soldiers`."""
        found = []
        for actor in self.cast.actors:
            for mention in actor.mentions:
                kind = self.alike.get(mention.text.rsplit(maxsplit=1)[-1].lower())
                if actor.kind is ActorKind.PERSON or (actor.kind is ActorKind.ARMED_GROUP and kind != "fighters"):
                    continue
                if kind is not None:
                    found.append((mention.start, mention.end, kind))
        return tuple(sorted(found))

    def taken_up(
        self, draft: Draft, bearer: Bearer, before: Sequence[tuple[Draft, Bearer, Told[str | None]]]
    ) -> Told[str | None] | None:
        """Whom those of the same noun belonged to, told of shortly before: `Iraqi soldiers … three soldiers`."""
        reading, group = draft.reading, bearer.group
        if group is None or group.head is None or reading.lower[group.head] in LOOSE:
            return None
        kind = self.kind_of(reading, group)
        best: tuple[int, Told[str | None]] | None = None
        for other, other_bearer, told in reversed(before):
            if draft.scene.number - other.scene.number > NEAR:
                break
            head = other_bearer.group.head if other_bearer.group is not None else None
            if told.value is None or other_bearer.group is None or head is None:
                continue
            if self.kind_of(reading, other_bearer.group) == kind:
                best = (reading.starts[head], told)
                break
        named = self.named_before(draft, reading.starts[group.first], kind, floor=best[0] if best else 0)
        return named or (best[1] if best else None)

    def kind_of(self, reading: Reading, group: Group) -> str:
        """The kind of forces that a phrase names, else its noun."""
        head = group.head if group.head is not None else group.last - 1
        lower = reading.lower[head]
        if lower in ("member", "members") and head > group.core and reading.lower[head - 1] == "service":
            return "soldiers"
        return self.alike.get(lower) or reading.lemmas[head]

    def named_before(self, draft: Draft, start: int, kind: str, *, floor: int) -> Told[str | None] | None:
        """The nation or group in the last mention of such forces between `floor` and `start`."""
        reading = draft.reading
        for first, last, other in reversed(self.forces):
            if first >= start or other != kind:
                continue
            word, end = reading.word_at(first), reading.word_at(last - 1) + 1
            if first < floor or draft.scene.number - reading.sentence_of[word] > NEAR:
                return None
            for position in range(word, end):
                state = self.lexicons.actors.state_of_demonym(reading.words[position])
                is_last = position + 1 == end
                name = (position, position + 1, reading.words[position]) if state and not is_last else None
                name = name or self.name_at(reading, position, end)
                if name is not None and name[2].lower() != reading.lower[end - 1]:
                    return Told(name[2], (Ground("affiliation", reading.span(name[0], name[1])),))
        return None

    def own(self, reading: Reading, bearer: Bearer) -> Told[str | None]:
        """What the phrase itself tells, or the article of the person it names."""
        group = bearer.group
        if group is None or group.head is None:
            return Told(None)
        found = self.in_words(reading, group) or self.owner(reading, group)
        if found is not None:
            first, last, value = found
            return Told(value, (Ground("affiliation", reading.span(first, last)),))
        if group.sort is Sort.NAMED:
            return self.of_person(reading, group)
        return Told(None)

    def in_words(self, reading: Reading, group: Group) -> tuple[int, int, str] | None:
        """`Lebanese civilians`, `a Hezbollah commander`, `members of Islamic Jihad`, `28 Israelis`."""
        found = None
        word, end = group.first, max(group.last, group.tail)
        while word < end:
            name = self.name_at(reading, word, end)
            if name is not None and not self.is_victim_name(reading, group, word):
                if found is None or reading.tags[found[1]] == "POS":
                    found = name  # Syria's National Defense Forces
                word = name[1]
            else:
                word += 1
        return found

    def is_victim_name(self, reading: Reading, group: Group, word: int) -> bool:
        """Whether a word is part of the victim's own name."""
        return reading.names[word] == "PERSON"

    def name_at(self, reading: Reading, word: int, end: int) -> tuple[int, int, str] | None:
        """The nation or group that a name beginning here stands for."""
        lower = reading.lower[word]
        if lower in SIDES:
            is_forces = any(
                reading.lower[other] in self.alike or reading.lower[other] in FORCES for other in range(word + 1, end)
            )
            return (word, word + 1, reading.words[word]) if is_forces else None
        if lower in BRANCHES or not (any(letter.isupper() for letter in reading.words[word][:4]) or lower in ("al", "ash")):
            return None
        people = lower if lower in self.peoples else singular(lower)
        if people in self.peoples:
            return word, word + 1, self.peoples[people] or singular(reading.words[word])
        if word + 1 < end and self.lexicons.actors.state_of_demonym(two := " ".join(reading.words[word : word + 2])) is not None:
            return word, word + 2, two  # South Sudanese
        state = self.lexicons.actors.state_of_demonym(reading.words[word])
        known = self.lexicons.actors.longest_at(reading.words[word:end], 0)
        if known is not None and known[1].kind in BELONGING and known[0] > 1:
            last = word + known[0]
            while last > word + 1 and reading.words[last - 1].islower():
                last -= 1  # Taliban insurgents
            return word, last, reading.span(word, last).text
        if state is not None:
            return word, word + 1, self.adjective(reading.words[word], state.key)
        if known is not None and known[1].kind in BELONGING:
            return word, word + known[0], reading.span(word, word + known[0]).text
        if known is not None and known[1].kind is ActorKind.STATE:
            return word, word + known[0], self.of_state(reading, word, word + known[0], known[1].key)
        if reading.names[word] in ("NORP", "ORG"):
            last = word + 1
            while last < end and reading.names[last] == reading.names[word] and reading.tags[last] != "POS":
                last += 1
            name = reading.span(word, last).text
            return word, last, singular(name) if reading.names[word] == "NORP" else name
        return None

    def adjective(self, word: str, key: str) -> str:
        """`Israeli` for `Israelis`; an adjective stays as written."""
        one = singular(word)
        if one != word and self.lexicons.actors.state_of_demonym(one) is None:
            return self.lexicons.actors.demonym(key) or word
        return one

    def of_state(self, reading: Reading, first: int, last: int, key: str) -> str:
        """A state as written where it stands before a noun (`U.S.`); its adjective where it owns (`Iraq's`)."""
        name = reading.span(first, last).text
        if last < len(reading.tags) and reading.tags[last] == "POS":
            return self.lexicons.actors.demonym(key) or name
        return name

    def owner(self, reading: Reading, group: Group) -> tuple[int, int, str] | None:
        """Who `its` stands for in `two of its soldiers`."""
        for word in range(group.first, group.last):
            if reading.lower[word] in ("its", "their"):
                return self.whose(reading, word)
        return None

    def whose(self, reading: Reading, word: int) -> tuple[int, int, str] | None:
        """The army, group or state named last before `its` in the sentence: its nation, else its name."""
        start = reading.sentence_at(word).start
        for other in range(word - 1, start - 1, -1):
            actor = self.cast.actor_at(reading.starts[other], reading.ends[other])
            if actor is None or actor.kind is ActorKind.PERSON:
                continue
            first = other
            while first > start and self.cast.actor_at(reading.starts[first - 1], reading.ends[first - 1]) is actor:
                first -= 1
            state = self.lexicons.actors.state_of_demonym(reading.words[first])
            if state is not None:
                return first, first + 1, reading.words[first]  # the Israeli army … its soldiers
            named = self.name_at(reading, first, other + 1)
            return named or (first, other + 1, reading.span(first, other + 1).text)
        return None

    def of_person(self, reading: Reading, group: Group) -> Told[str | None]:
        """What the article says elsewhere of the person that the phrase names."""
        actor = self.cast.actor_at(reading.starts[group.first], reading.ends[group.last - 1])
        if actor is None or actor.affiliation is None:
            return Told(None)
        grounds = tuple(Ground("affiliation", ground.span) for ground in actor.grounds if ground.field == "affiliation")
        return Told(self.as_adjective(actor), grounds)

    def as_adjective(self, actor: Actor) -> str | None:
        """A person's state by its adjective, any other body by its name."""
        entry = self.lexicons.actors.find(actor.affiliation or "")
        if entry is not None and entry.kind is ActorKind.STATE:
            return self.lexicons.actors.demonym(entry.key) or actor.affiliation
        return actor.affiliation


def singular(word: str) -> str:
    """`Palestinian` for `Palestinians`."""
    return word[:-1] if word.endswith("s") and not word.endswith("ss") and len(word) > 4 else word
