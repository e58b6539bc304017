"""Words of harm in a sentence, with the side on which their victims stand."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from truce.extraction.reading import Reading
from truce.lexicons.casualty_words import CasualtyLexicon
from truce.records import Outcome

BE = frozenset({"be", "get", "become"})
HAVE = frozenset({"have"})
ADVERBS = frozenset({"RB", "RBR"})
PASSIVE_TAGS = frozenset({"VBN", "VBD", "JJ", "NNP", "NN", "VB"})
PARTICLES = frozenset({"dead", "down", "hostage", "captive", "prisoner", "missing", "away", "wounded", "injured", "apart"})
BRIDGES = frozenset(
    "also reportedly then later allegedly still already just even apparently instead both all confirmed believed reported".split()
)
GOING = frozenset({"go", "remain", "seek", "fall", "suffer", "sustain"})  # went missing, sought refuge
TAKING = frozenset({"take", "hold", "be"})
OF_PEOPLE = frozenset(
    """kill wound injure murder assassinate behead kidnap abduct massacre killing assassination abduction kidnapping
    beheading""".split()
)
LOOSE_COUNTS = frozenset({"dozens", "scores", "hundreds", "thousands", "several", "many", "others", "more"})
MISREAD = {"shot": "shoot", "sustained": "sustain", "suffered": "suffer"}  # often tagged as nouns and adjectives
FORMS = {
    **dict.fromkeys(("fled", "flees", "fleeing"), "flee"),
    **{form: form.removesuffix("ed") for form in ("killed", "wounded", "kidnapped", "abducted")},
    "kidnapped": "kidnap",
    "injured": "injure",
    "displaced": "displace",
    "slain": "slay",
}
LIVES = frozenset({"life", "lives"})


class Side(StrEnum):
    """Where the victims of a word of harm stand."""

    RIGHT = "right"  # killed two men
    LEFT = "left"  # two men were killed, died
    EITHER = "either"  # two men dead; left dead two men
    OF = "of"  # the killing of two men; their deaths
    SUM = "sum"  # two deaths: the noun counts them
    TOLL = "toll"  # the death toll rose to two
    LIVES = "lives"  # claimed two lives, the lives of two men
    FLED = "fled"  # two men fled: only with a count


@dataclass(frozen=True, slots=True)
class Harm:
    """The words `first` to `last` (not included); the verb group that they end begins at `start`."""

    first: int
    last: int
    start: int
    outcome: Outcome
    side: Side
    lemma: str
    strict: bool = False
    is_passive: bool = False

    @property
    def is_of_people(self) -> bool:
        """Whether nothing but people comes to this harm, so that an unknown noun must mean them."""
        return self.lemma in OF_PEOPLE


def find_harms(reading: Reading, start: int, end: int, lexicon: CasualtyLexicon) -> list[Harm]:
    """The words of harm of a sentence in order."""
    found: list[Harm] = []
    word = start
    while word < end:
        harm = harm_at(reading, word, start, end, lexicon)
        if harm is not None:
            found.append(harm)
            word = max(harm.last, word + 1)
        else:
            word += 1
    return join_outcomes(reading, found)


def harm_at(reading: Reading, word: int, start: int, end: int, lexicon: CasualtyLexicon) -> Harm | None:
    """The word of harm that begins here."""
    return (
        toll_at(reading, word, end, lexicon)
        or verb_with_word(reading, word, start, end, lexicon)
        or verb_at(reading, word, start, end, lexicon)
        or noun_at(reading, word, end, lexicon)
    )


def toll_at(reading: Reading, word: int, end: int, lexicon: CasualtyLexicon) -> Harm | None:
    """`death toll`, `number of people killed`."""
    if reading.lower[word] not in lexicon.toll_openings:
        return None
    for length in (4, 3, 2, 1):
        if word + length <= end:
            outcome = lexicon.tolls.get(tuple(reading.lower[word : word + length]))
            if outcome:
                return Harm(word, word + length, word, outcome, Side.TOLL, "toll")
    return None


def verb_with_word(reading: Reading, word: int, start: int, end: int, lexicon: CasualtyLexicon) -> Harm | None:
    """`shot dead`, `gunned down`, `taken hostage`, with nothing or a short phrase between."""
    lemma = MISREAD.get(reading.lower[word], reading.lemmas[word])
    if not reading.tags[word].startswith(("VB", "NN", "JJ")) or lemma not in lexicon.with_verbs:
        return None
    is_close = lemma in ("leave", "find", "lose", "report", "remain", "go")
    if lemma == "lose" and word + 1 < end and reading.tags[word + 1] == "PRP$":
        is_close = False  # lost their lives
    reach = min(end, word + (2 if is_close else 3))
    for other in range(word + 1, reach):
        particle = reading.lower[other]
        outcome = lexicon.with_words.get((lemma, particle))
        between = ("JJ", "RB") if lemma in ("suffer", "sustain") else ("TO", "IN", "RB", "PRP$", "RP")
        if outcome is None or (other > word + 1 and reading.tags[other - 1] not in between):
            continue
        if particle in LIVES:
            return Harm(word, other + 1, verb_start(reading, word, start), outcome, Side.LIVES, lemma)
        return verb_harm(reading, (word, other + 1), start, outcome=outcome)
    return None


def verb_at(reading: Reading, word: int, start: int, end: int, lexicon: CasualtyLexicon) -> Harm | None:
    """A verb of harm, active or passive; one that falls to its subject (`died`)."""
    tag, lemma, lower = reading.tags[word], lemma_at(reading, word), reading.lower[word]
    if lower in lexicon.states and lower in (
        "dead",
        "missing",
        "homeless",
        "unaccounted",
        "lifeless",
        "hospitalized",
        "hospitalised",
        "captive",
    ):
        if is_before_noun(reading, word, end):
            return None
        return Harm(word, word + 1, verb_start(reading, word, start), lexicon.states[lower], Side.EITHER, lower)
    if not is_verb(reading, word, end, lexicon):
        return None
    is_perfect = tag == "VBN" and "have" in reading.lemmas[max(start, word - 3) : word]
    if (lemma in lexicon.falls and (tag != "VBN" or is_perfect)) or lemma in ("die", "perish", "succumb"):
        side = Side.FLED if lemma == "flee" else Side.LEFT
        if lemma in lexicon.falls:
            return Harm(word, word + 1, verb_start(reading, word, start), lexicon.falls[lemma], side, lemma)
    outcome = lexicon.verbs.get(lemma) or lexicon.strict.get(lemma)
    if outcome is None:
        return None
    return verb_harm(reading, (word, word + 1), start, outcome=outcome, strict=lemma in lexicon.strict)


def lemma_at(reading: Reading, word: int) -> str:
    """The lemma of a verb; by its form where taggers may take it for an adjective, or lemmatizers know it badly."""
    return FORMS.get(reading.lower[word], reading.lemmas[word])


def is_verb(reading: Reading, word: int, end: int, lexicon: CasualtyLexicon) -> bool:
    """Whether a word is used as a verb: by its tag, or by its form in a headline in capitals."""
    tag, lower = reading.tags[word], reading.lower[word]
    if tag.startswith("VB"):
        return not (tag in ("VBN", "VBG") and reading.deps[word] == "amod" and is_before_noun(reading, word, end))
    if tag in ("JJ", "NN", "NNP", "NNS", "NNPS"):
        if lower in (
            "killed",
            "wounded",
            "injured",
            "kills",
            "wounds",
            "injures",
            "kidnapped",
            "abducted",
            "displaced",
            "slain",
            "hurt",
        ):
            return not is_before_noun(reading, word, end) or lower in ("kills", "injures") or not has_opening(reading, word)
        return lower == "kill" and tag == "NNP"
    return False


def has_opening(reading: Reading, word: int) -> bool:
    """Whether a determiner, adjective or number stands right before."""
    return word > 0 and reading.tags[word - 1] in ("DT", "JJ", "CD", "PRP$", "RB", "IN", "POS", "CC", "TO", ",")


def is_before_noun(reading: Reading, word: int, end: int) -> bool:
    """Whether the word describes the noun behind it: `the dead attacker`."""
    if word + 1 >= end or reading.lower[word + 1] in LOOSE_COUNTS:
        return False
    return reading.tags[word + 1] in ("NN", "NNS", "NNP", "NNPS", "JJ") and reading.names[word + 1] != "DATE"


def verb_harm(reading: Reading, words: tuple[int, int], start: int, *, outcome: Outcome, strict: bool = False) -> Harm:
    """The word of harm with its side by the auxiliaries before it, from the word `start` on."""
    first, last = words
    tag, lemma = reading.tags[first], reading.lemmas[first]
    begin = verb_start(reading, first, start)
    auxiliaries = [reading.lemmas[word] for word in range(begin, first)]
    last_auxiliary = next((word for word in reversed(auxiliaries) if word in BE | HAVE), None)
    is_form = tag in ("VBN", "VBD", "JJ", "NN", "NNP") and reading.lower[first] not in ("kills", "wounds", "injures", "kill")
    if is_form and lemma in GOING:
        side, passive = Side.LEFT, False
    elif is_form and last_auxiliary in BE:
        side, passive = Side.LEFT, True
    elif (tag == "VBG" and begin < first and "be" in auxiliaries) or (
        is_form and last_auxiliary in HAVE and "be" not in auxiliaries
    ):
        side, passive = Side.RIGHT, False
    elif is_form:
        side, passive = Side.EITHER, False
    elif tag == "VBG" and reading.lower[first] == "being":
        side, passive = Side.LEFT, True
    else:
        side, passive = Side.RIGHT, False
    return Harm(first, last, begin, outcome, side, lemma, strict, passive)


def verb_start(reading: Reading, word: int, start: int) -> int:
    """Where the verb group that ends with this word begins: its auxiliaries, adverbs and `to`."""
    first = word
    while first > start:
        before = first - 1
        tag, lemma = reading.tags[before], reading.lemmas[before]
        if (
            (lemma in BE | HAVE and tag.startswith("VB"))
            or tag in ("MD", "TO")
            or (lemma in ("remain", "go", "do", "lie") and tag.startswith("VB"))
            or tag in ADVERBS
            or reading.lower[before] in BRIDGES
        ):
            first = before
        elif lemma in (
            "say",
            "believe",
            "report",
            "know",
            "think",
            "feel",
            "presume",
            "estimate",
            "find",
            "fear",
            "confirm",
            "shoot",
        ) and tag in ("VBN", "JJ", "VBD"):
            if lemma == "shoot" or (
                before - 1 >= start and (reading.lemmas[before - 1] in BE | HAVE or reading.tags[before - 1] == "RB")
            ):
                first = before
            else:
                break
        else:
            break
    while first < word and (reading.tags[first] in ADVERBS and reading.lemmas[first] not in BE | HAVE):
        first += 1
    return first


def noun_at(reading: Reading, word: int, end: int, lexicon: CasualtyLexicon) -> Harm | None:
    """`the killing of`, `bodies of`, and nouns that count the victims: `12 deaths`."""
    tag, lower = reading.tags[word], reading.lower[word]
    if tag not in ("NN", "NNS", "NNP", "NNPS", "VBG", "JJ", "VBN"):
        return None
    is_vague = word > 0 and reading.lower[word - 1] in ("a", "an", "large", "small", "unknown", "unspecified", "huge")
    if lower in ("number", "numbers") and not is_vague and word + 2 < end and reading.lower[word + 1] == "of":
        return number_of(reading, word, end, lexicon)
    outcome = lexicon.events.get(lower)
    if outcome and tag != "JJ":
        return Harm(word, word + 1, word, outcome, Side.OF, lower)
    outcome = lexicon.sums.get(lower)
    if outcome:
        return Harm(word, word + 1, word, outcome, Side.SUM, lower)
    return None


def number_of(reading: Reading, word: int, end: int, lexicon: CasualtyLexicon) -> Harm | None:
    """`the number of people displaced`, `the number of election workers killed`, `the number of US fatalities`."""
    for other in range(word + 2, min(end, word + 9)):
        lower = reading.lower[other]
        outcome = lexicon.states.get(lower) or lexicon.sums.get(lower)
        if outcome is not None and lower not in ("hostage", "captive"):
            is_before = lexicon.states.get(lower) and is_before_noun(reading, other, end) and other + 2 < end
            return Harm(word, other + 2 if is_before else other + 1, word, outcome, Side.TOLL, "number")
        if reading.tags[other] in ("VBD", "VBZ", "VBP", "MD", ",") or (reading.tags[other] == "IN" and lower not in ("of", "in")):
            return None
    return None


def join_outcomes(reading: Reading, harms: list[Harm]) -> list[Harm]:
    """Harms with `killed and wounded` as one that does not tell them apart."""
    joined: list[Harm] = []
    for harm in harms:
        before = joined[-1] if joined else None
        if (
            before is not None
            and {before.outcome, harm.outcome} == {Outcome.KILLED, Outcome.INJURED}
            and harm.first == before.last + 1
            and reading.lower[before.last] in ("and", "or")
        ):
            joined[-1] = Harm(
                before.first,
                harm.last,
                before.start,
                Outcome.CASUALTIES,
                before.side if harm.side is Side.EITHER else harm.side,
                harm.lemma,
                False,
                before.is_passive,
            )
        else:
            joined.append(harm)
    return joined
