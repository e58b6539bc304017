"""Find the fullest name that an article gives to whoever a few of its words stand for.

Find first, resolve after: a pronoun, a bare surname, an acronym, `the minister`, `the group` or `it` is looked up among those
named before it, the nearest speaker first. What stays ambiguous stays as written.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from enum import StrEnum

from truce.extraction.phrases import NOUNS, phrase_head, phrase_start
from truce.extraction.reading import Reading
from truce.lexicons.cues import CueLexicon

SINGULAR_PERSON = frozenset({"he", "she", "him", "her", "himself", "herself"})
THING = frozenset({"it", "itself"})
PLURAL = frozenset({"they", "them", "both", "themselves"})
POSSESSIVES = {"his": "he", "her": "she", "its": "it", "their": "they"}
PRONOUNS = SINGULAR_PERSON | THING | PLURAL
# Words before a name that are no part of it.
TITLES = frozenset(
    """president vice prime minister premier chancellor king queen prince princess sheikh ayatollah imam pope secretary state general gen gen. lt lt.
    lieutenant colonel col col. major maj maj. captain capt capt. sgt sergeant brigadier brig brig. admiral adm adm. commander chief chairman chairwoman
    chairperson speaker senator sen sen. representative rep rep. congressman governor gov gov. mayor ambassador envoy spokesman spokeswoman spokesperson director
    mr mr. mrs mrs. ms ms. dr dr. professor prof prof. judge justice lawmaker legislator official leader foreign defense defence interior health
    finance energy information deputy former acting special senior top head officer police army military mp sir lord lady rebel coordinator negotiator
    adviser advisor commissioner high attorney prosecutor analyst expert activist witness resident survivor correspondent lawyer doctor bishop archbishop
    cardinal reverend rev rev. cleric mullah maulana hojatoleslam mediator ex-president designate prime-minister-designate minister-designate""".split()
)
# Definite descriptions by what they can stand for.
BODIES = frozenset(
    """group organization organisation agency movement party militia faction body coalition alliance union company ministry government army military
    office newspaper paper station network channel watchdog observatory committee commission council force court department mission broadcaster charity""".split()
)
OFFICES = frozenset(
    "minister president premier leader official officer commander general secretary chief spokesman spokeswoman spokesperson envoy".split()
) | frozenset(
    "governor mayor ambassador secretary-general diplomat lawmaker senator analyst expert head director chairman doctor judge negotiator mediator pope king".split()
)
COUNTRIES = frozenset({"country", "nation", "state", "kingdom", "republic"})
DOCUMENTS = frozenset({"statement", "report", "document", "letter", "study", "communique", "communiqué", "text", "declaration"})
# Bodies that a longer phrase names by whose they are: the army of which state, the ministry of what.
OWN_NAMED = frozenset({"government", "army", "military", "ministry", "office", "court", "force", "police"})
SAME_BODIES = {name: frozenset({"army", "military"}) for name in ("army", "military")}
# Offices that one person holds: where a story opens with the office, the next sentence gives the name.
UNIQUE_OFFICES = frozenset(
    "leader head ambassador commander president minister king chief chairman governor premier director secretary justice musician".split()
)
FAR = 8  # sentences beyond which nobody is still meant by a pronoun


class Sort(StrEnum):
    """What a mention can be taken up by: `he`, `they` or `it`."""

    PERSON = "person"
    PEOPLE = "people"
    BODY = "body"
    DOCUMENT = "document"
    STATE = "state"


@dataclass(frozen=True, slots=True)
class Referent:
    """Someone named by the words `first` to `last` (not included), with the fullest name known so far."""

    name: str
    sort: Sort
    head: str
    first: int
    last: int
    spoke: bool = False
    subject: bool = False
    source: tuple[int, int] | None = None

    @property
    def named(self) -> tuple[int, int]:
        """The words that the name rests on."""
        return self.source or (self.first, self.last)


@dataclass
class References:
    """Those an article names, findable by any words that stand for them."""

    reading: Reading
    lexicon: CueLexicon
    mentions: list[Referent] = field(default_factory=list)  # in the order of the text
    spoken: list[Referent] = field(default_factory=list)  # speakers of claims, in the order they were told
    persons: dict[str, str] = field(default_factory=dict)  # a part of a name in lower case: the full name
    acronyms: dict[str, str] = field(default_factory=dict)
    introductions: dict[str, str] = field(default_factory=dict)  # a person's name: the words that stood before it
    speakers: tuple[tuple[int, int], ...] = ()  # the words for all speakers of the article, in order
    capitals: dict[str, str] = field(default_factory=dict)  # a capital that stands for its state

    def resolve(self, first: int, last: int) -> Referent:
        """Who the words `first` to `last` (not included) stand for; call in the order of the text."""
        found = self.look_up(first, last)
        self.spoken.append(found)
        return found

    def look_up(self, first: int, last: int) -> Referent:
        """As `resolve`, without remembering that they spoke."""
        reading = self.reading
        head = phrase_head(reading, first, last)
        lower = reading.lower[head]
        if lower in PRONOUNS and last - first <= 2:
            found = self.antecedent(lower, first) or self.first_named_after(first, lower)
            if found is not None:
                return Referent(found.name, found.sort, found.head, first, last, spoke=True, source=found.named)
            return Referent(
                plain_name(reading, first, last), Sort.BODY if lower in THING else Sort.PERSON, lower, first, last, spoke=True
            )
        joined = self.joined_at(first, last)
        if joined is not None:
            sides = self.look_up(first, joined), self.look_up(joined + 1, last)
            return Referent(f"{sides[0].name} and {sides[1].name}", Sort.PEOPLE, reading.lemmas[head], first, last, spoke=True)
        person = self.person_in(first, last)
        if person is not None:
            return Referent(person, Sort.PERSON, lower, first, last, spoke=True)
        return self.describe(first, last, head)

    def joined_at(self, first: int, last: int) -> int | None:
        """Where `and` joins two who speak together, None in a phrase for one."""
        for word in range(first + 1, last - 1):
            if reading_joins(self.reading, word, first, last):
                return word
        return None

    def describe(self, first: int, last: int, head: int) -> Referent:
        """Who is meant by a name that is no person's, or by a description."""
        reading = self.reading
        name, lower = plain_name(reading, first, last), reading.lower[head]
        sort = sort_of(reading, head, self.lexicon)
        opening = reading.lower[first]
        found = None
        if opening in POSSESSIVES:
            owner = self.antecedent(POSSESSIVES[opening], first)
            if owner is not None:
                name = f"{owner.name}’s {reading.span(first + 1, last).text}"
        elif reading.tags[head] in ("NNP", "NNPS") or reading.names[head]:
            name = self.full_form(name)
        elif opening in ("the", "this", "that") or last - first == 1:
            found = self.described(first, last, head)
        if found is None and lower in UNIQUE_OFFICES and opening not in PRONOUNS:
            found = self.first_named_after(first, "he")
        if found is not None:
            return Referent(found.name, found.sort, found.head, first, last, spoke=True, source=found.named)
        return Referent(self.spell_out(name), sort, reading.lemmas[head], first, last, spoke=True)

    def first_named_after(self, word: int, pronoun: str) -> Referent | None:
        """The person whom the next sentences name as speaker for the first time, where a story opens with his office alone."""
        if pronoun not in SINGULAR_PERSON:
            return None
        here = self.reading.sentence_of[word]
        for first, last in self.speakers:
            sentence = self.reading.sentence_of[first]
            if first <= word or sentence == here:
                continue
            if sentence > here + 2:
                return None
            person = self.person_in(first, last)
            if person is None:
                return None
            known = any(mention.name == person and mention.last <= word for mention in self.mentions)
            return None if known else Referent(person, Sort.PERSON, "", first, last)
        return None

    # What a name's shorter forms stand for.

    def full_form(self, name: str) -> str:
        """The longer name in the article that a shorter one is a part of: `the Observatory`, `WFP`."""
        if name.replace(".", "") in self.acronyms:
            return self.acronyms[name.replace(".", "")]
        if name in self.capitals:
            return self.capitals[name]
        words = content_words(name)
        if not words:
            return name
        best = name
        for mention in self.mentions:
            longer = content_words(mention.name)
            if mention.sort is Sort.PERSON or len(longer) <= len(content_words(best)) or words[-1] not in longer:
                continue
            if (
                len(words) >= 1
                and set(words) < set(longer)
                and len(longer) <= len(words) + 4
                and (len(words) > 1 or is_known_short(words[0], self.lexicon))
            ):
                best = mention.name
        return best

    def spell_out(self, name: str) -> str:
        """A name with a bracketed acronym taken off."""
        return re.sub(r"\s*\([A-Z][\w.&-]{1,9}\)", "", name) or name

    def person_in(self, first: int, last: int) -> str | None:
        """The full name of the person whom a phrase names, None when it names none."""
        run = name_run(self.reading, first, last)
        if run is None:
            return None
        start, end, titled = run
        text = " ".join(self.reading.words[start:end]) if end - start > 1 else self.reading.words[start]
        text = self.reading.span(start, end).text
        known = self.persons.get(text.lower())
        if known is not None:
            return known
        is_person = any(self.reading.names[word] == "PERSON" for word in range(start, end))
        if is_person or (titled and end - start >= 2):
            return text
        return None

    # Who is meant by a pronoun or a description.

    def antecedent(self, pronoun: str, word: int) -> Referent | None:
        """Whom a pronoun stands for: the last one who spoke, else the last subject, of a sort it can take up."""
        sorts = pronoun_sorts(pronoun)
        here = self.reading.sentence_of[word]
        for sentence in range(here, max(-1, here - FAR), -1):
            candidates = [
                mention
                for mention in (*self.spoken, *self.mentions)
                if self.reading.sentence_of[mention.first] == sentence and mention.last <= word
            ]
            candidates = [
                mention
                for mention in candidates
                if (mention.sort in sorts and mention.head not in PRONOUNS | {""}) or (mention.spoke and mention.sort in sorts)
            ]
            if sentence == here:
                candidates = [mention for mention in candidates if mention.subject or mention.spoke]
            spoke = [mention for mention in candidates if mention.spoke]
            if spoke:
                return spoke[-1]
            subjects = [mention for mention in candidates if mention.subject]
            if subjects:
                return subjects[0]
            if candidates and pronoun in SINGULAR_PERSON and sentence < here:
                return candidates[0]
        return None

    def described(self, first: int, last: int, head: int) -> Referent | None:
        """Whom `the minister`, `the group` or `the statement` stands for."""
        reading, noun = self.reading, self.reading.lemmas[head]
        words = set(content_words(reading.span(first, last).text))
        here = reading.sentence_of[first]
        before = sorted(
            (mention for mention in (*self.mentions, *self.spoken) if mention.last <= first), key=lambda mention: mention.first
        )
        fuller = self.fuller_description(first, last, noun, words, before)
        if fuller is not None:
            return fuller
        spoke = [mention for mention in self.spoken if mention.last <= first and here - reading.sentence_of[mention.first] <= FAR]
        specific = any(reading.names[word] for word in range(first, last)) or any(
            reading.tags[word] == "IN" for word in range(first, last)
        )
        if reading.lower[first] not in ("the", "this", "that"):
            return None
        if noun in OFFICES or (noun in self.lexicon.people and reading.tags[head] == "NN" and noun not in self.lexicon.bodies):
            return self.holder(first, last, noun, spoke) if not has_tie(reading, first, last) else None
        if noun in DOCUMENTS and not specific:
            return next(
                (
                    mention
                    for mention in reversed(spoke)
                    if mention.sort is not Sort.PERSON and here - reading.sentence_of[mention.first] <= 3
                ),
                None,
            )
        if noun in BODIES and noun not in OWN_NAMED and not specific:
            pool = [mention for mention in spoke if mention.sort is Sort.BODY]
            near = [
                mention
                for mention in before
                if mention.sort is Sort.BODY and mention.subject and here - reading.sentence_of[mention.first] <= 3
            ]
            return (pool or near or [None])[-1]
        return None

    def fuller_description(self, first: int, last: int, noun: str, words: set[str], before: list[Referent]) -> Referent | None:
        """The nearest longer phrase with the same main noun: `the military` after `the Lebanese military`."""
        nouns = SAME_BODIES.get(noun, frozenset({noun}))
        rest = words - {noun, *nouns} - {f"{each}s" for each in nouns}
        bare = self.reading.lower[first] != "the"
        for mention in reversed(before):
            longer = content_words(mention.name)
            if self.reading.sentence_of[first] - self.reading.sentence_of[mention.first] > 3 * FAR or (
                mention.sort is Sort.PERSON and mention.head != noun
            ):
                continue
            if (
                mention.head in nouns
                and rest <= set(longer)
                and not any(word.isdigit() for word in longer)
                and longer[:1] != ["other"]
            ):
                if len(longer) > len(words) and not (bare and noun not in nouns):
                    return mention if not bare else None
                if mention.source is not None:
                    return mention
            inside = next((place for place, word in enumerate(longer) if word in nouns), None)
            if noun in OWN_NAMED and inside is not None and inside > 0 and not bare and rest <= set(longer):
                cut = re.match(rf".*?\b(?:{'|'.join(nouns)})\b", mention.name, re.IGNORECASE)
                if cut:
                    return Referent(cut.group(), Sort.BODY, noun, mention.first, mention.last)
        return None

    def holder(self, first: int, last: int, noun: str, spoke: list[Referent]) -> Referent | None:
        """The last person who spoke, for `the minister`; for `the Lebanese leader`, one whom the text calls Lebanese."""
        reading = self.reading
        marks = [reading.lower[word][:5] for word in range(first + 1, last) if reading.names[word]]
        persons = [mention for mention in reversed(spoke) if mention.sort is Sort.PERSON]
        for mention in persons[:1] if not marks else persons[:3]:
            introduction = self.introductions.get(mention.name, "")
            if all(mark in introduction for mark in marks):
                return mention
        return None


def read_references(
    reading: Reading, lexicon: CueLexicon, *, speakers: tuple[tuple[int, int], ...] = (), capitals: dict[str, str] | None = None
) -> References:
    """The names of an article, ready to be looked up."""
    references = References(reading, lexicon, speakers=speakers, capitals=capitals or {})
    collect_acronyms(reading, references)
    collect_mentions(reading, references)
    return references


def reading_joins(reading: Reading, word: int, first: int, last: int) -> bool:
    """Whether a word joins two noun phrases of their own: `the army and the police`, not `police and medical sources`."""
    if reading.lower[word] != "and" or (reading.names[word] and reading.names[word] == reading.names[word - 1]):
        return False
    names = ("PERSON", "ORG", "LOC")
    both_named = reading.names[word - 1] in names and any(reading.names[later] in names for later in range(word + 1, last))
    return (both_named or reading.tags[word + 1] == "DT") and reading.tags[word - 1] in NOUNS


def has_tie(reading: Reading, first: int, last: int) -> bool:
    """Whether a phrase says itself whose office it is: `the governor of the province`, `the region's head`."""
    return any(reading.tags[word] in ("IN", "POS") for word in range(first, last))


def collect_acronyms(reading: Reading, references: References) -> None:
    """Acronyms with the name in the article whose initials they are: `WHO`, `IDF`, `ICRC`."""
    wanted = {
        word.replace(".", "")
        for word in reading.words
        if 2 <= len(word.replace(".", "")) <= 6 and word.replace(".", "").isupper() and word[0].isalpha()
    }
    for acronym in sorted(wanted - {"US", "AM", "PM", "TV"}):
        if not acronym.isalpha():
            continue
        between = r"[\w’'-]*[\s-]+(?:(?:of|for|the|and|in|on|to|de)\s+)*"
        match = re.search(r"\b" + between.join(acronym) + r"[\w’-]*[a-z][\w’-]*", reading.text)
        if match:
            references.acronyms[acronym] = match.group()


def named_runs(reading: Reading) -> list[tuple[int, int]]:
    """Runs of words that the parse took for one name."""
    runs: list[tuple[int, int]] = []
    word, count = 0, len(reading.words)
    while word < count:
        kind = reading.names[word]
        if kind in ("PERSON", "ORG", "LOC") and reading.sentence_of[word] >= 0:
            last = word + 1
            while last < count and reading.names[last] == kind and reading.name_starts[last] == 0:
                last += 1
            runs.append((word, last))
            word = last
        else:
            word += 1
    return runs


def collect_mentions(reading: Reading, references: References) -> None:
    """All named mentions in order, and the persons by every part of their name."""
    subjects = set(reading.subjects.values())
    for first, last in named_runs(reading):
        kind = reading.names[first]
        quoted = reading.quoted[first] >= 0
        start = first
        if kind in ("PERSON", "ORG"):
            start = next((word + 1 for word in range(last - 2, first - 1, -1) if reading.lower[word] in TITLES), first)
        if kind == "PERSON" or (kind == "ORG" and start > first and last - start >= 2 and reading.lower[last - 1] not in BODIES):
            name = reading.span(start, last).text
            remember_person(references, name)
            opening = phrase_start(reading, last - 1, reading.sentence_at(first).start)
            known = references.introductions.get(name, "")
            references.introductions[name] = f"{known} {reading.span(opening, start).text.lower()}" if opening < start else known
            sort = Sort.PERSON
        else:
            name, sort = plain_name(reading, first, last), Sort.STATE if kind == "LOC" else Sort.BODY
        if quoted:
            continue
        subject = any(word in subjects for word in range(first, last))
        references.mentions.append(Referent(name, sort, reading.lemmas[last - 1], first, last, subject=subject))
    for noun in sorted(subjects):
        if (
            reading.sentence_of[noun] >= 0
            and reading.quoted[noun] < 0
            and not reading.names[noun]
            and reading.tags[noun] in NOUNS
        ):
            start = noun
            while (
                start - 1 >= 0
                and reading.sentence_of[start - 1] == reading.sentence_of[noun]
                and reading.heads[start - 1] in range(start, noun + 1)
                and reading.tags[start - 1] in NOUNS | {"JJ", "DT", "CD", "POS", "PRP$", "HYPH"}
            ):
                start -= 1
            last = noun + 1
            name = reading.span(start, last).text
            if references.lexicon.can_speak(reading.lower[noun]):
                references.mentions.append(
                    Referent(name, sort_of(reading, noun, references.lexicon), reading.lemmas[noun], start, last, subject=True)
                )
    references.mentions.sort(key=lambda mention: mention.first)


def remember_person(references: References, name: str) -> None:
    """Let every part of a person's name lead to the longest form; a surname two people share leads to none."""
    parts = name.split()
    if len(parts) == 1:
        references.persons.setdefault(name.lower(), name)
        return
    for size in range(1, len(parts) + 1):
        for form in {" ".join(parts[-size:]).lower(), " ".join(parts[:size]).lower()}:
            known = references.persons.get(form)
            if known is None or (
                len(known) < len(name) and (name.lower().endswith(known.lower()) or known.lower() in name.lower())
            ):
                references.persons[form] = name


def name_run(reading: Reading, first: int, last: int) -> tuple[int, int, bool] | None:
    """The words of a phrase that name a person, its titles left out; whether titles stood before them."""
    head = phrase_head(reading, first, last)
    end = head + 1
    while end < last and reading.tags[end] in ("NNP", "NNPS", "HYPH") and reading.names[end] == reading.names[head]:
        end += 1
    start = end
    while (
        start > first
        and (reading.tags[start - 1] in ("NNP", "NNPS", "HYPH", "FW") or reading.names[start - 1] == "PERSON")
        and reading.lower[start - 1] not in TITLES
    ):
        start -= 1
    if start == end or (
        reading.names[end - 1] == "ORG"
        and reading.names[start] == "ORG"
        and not (start > first and reading.lower[start - 1] in TITLES)
    ):
        return None
    if any(reading.names[word] == "PERSON" for word in range(start, end)):
        while start < end - 1 and reading.names[start] not in ("PERSON",):
            start += 1
    if start > first and start < end:  # a title may stand within the run
        start = next((word + 1 for word in range(end - 2, start - 1, -1) if reading.lower[word] in TITLES), start)
    titled = start > first and (reading.lower[start - 1] in TITLES or reading.lemmas[start - 1] in TITLES)
    return start, end, titled


def plain_name(reading: Reading, first: int, last: int) -> str:
    """The words of a phrase without `the` at their head."""
    if last - first > 1 and reading.lower[first] == "the":
        first += 1
    return reading.span(first, last).text


def content_words(name: str) -> list[str]:
    """The words of a name in lower case, without articles and possessive endings."""
    return [
        word
        for word in re.findall(r"[\w-]+", name.lower().replace("’s", "").replace("'s", ""))
        if word not in ("the", "a", "an", "of", "and")
    ]


def is_known_short(word: str, lexicon: CueLexicon) -> bool:
    """Whether one word can be a short form of a longer name: `the Observatory`, `the Ministry`."""
    return word in lexicon.bodies


def sort_of(reading: Reading, head: int, lexicon: CueLexicon) -> Sort:
    """What a phrase with this head can be taken up by."""
    lower, tag, name = reading.lower[head], reading.tags[head], reading.names[head]
    if lower in lexicon.documents:
        return Sort.DOCUMENT
    if name == "PERSON":
        return Sort.PERSON
    if lower in lexicon.people and lower not in lexicon.bodies:
        return Sort.PEOPLE if tag in ("NNS", "NNPS") or lower in ("police", "people") else Sort.PERSON
    if name == "LOC":
        return Sort.STATE
    if tag == "NNS" or lower in ("police",):
        return Sort.PEOPLE
    return Sort.BODY


def pronoun_sorts(pronoun: str) -> frozenset[Sort]:
    """What a pronoun can take up."""
    if pronoun in SINGULAR_PERSON:
        return frozenset({Sort.PERSON})
    if pronoun in THING:
        return frozenset({Sort.BODY, Sort.DOCUMENT, Sort.STATE})
    return frozenset({Sort.PEOPLE, Sort.BODY})
