"""Whether a sentence gives a named state a part, or only names it as a place."""

from __future__ import annotations

from truce.extraction.actors.mentions import POSSESSIVES, SUBJECTS, head_of
from truce.extraction.reading import Reading

OBJECTS = frozenset({"obj", "iobj", "obl:agent"})
# Prepositions behind which a state is somebody: «talks with Iran», «an attack by Israel», «accused of arming».
WITH = frozenset({"by", "with", "against", "between", "among", "toward", "towards", "per"})
BORDERS = frozenset({"border", "borders", "frontier", "area", "boundary", "crossing"})
# Verbs whose object is a place: «scheduled to visit Jordan».
GOING = frozenset(
    """
    visit enter leave reach tour flee cross secure depart exit inhabit border unite divide split rip tear rock shake plague
    engulf grip ravage devastate destabilize destabilise stabilize stabilise rebuild reconstruct rule govern run plunge
    defend liberate sweep roil traverse
    """.split()
)
# Words before a name that make it a region: «in central Somalia», «all Iraq».
REGIONS = frozenset(
    """
    south north east west central southern northern eastern western southeastern southwestern northeastern northwestern
    upper lower south-east south-west north-east north-west neighboring neighbouring nearby all across mainland
    """.split()
)
# Nouns of places and times: «Somalia's capital» names Somalia as a place.
PLACES = frozenset(
    """
    capital city town border coast south north east west region province village district area airport port territory soil
    people part population city town frontier airspace water economy history outskirt suburb side southeast northwest
    northeast southwest civil war conflict ambassador embassy streets future
    """.split()
)
# Nouns of what is done or said: «Israel's offensive», «Iran's claim».
DEEDS = frozenset(
    """
    attack strike offensive raid bombing shelling assault war support claim demand response decision policy vow threat call
    plan offer aid help invasion blockade siege campaign crackdown move pledge promise warning withdrawal use right word view
    stance position reply report role effort strategy tactic interest concern fear denial refusal approval proposal arrest
    release killing push advance retreat blow fire barrage airstrike request complaint bid veto vote visit security defense
    defence border-crossing apology remark comment reaction account incursion operation bombardment action conduct failure
    """.split()
)
DEED_ENDINGS = ("tion", "sion", "ment", "ance", "ence")
# What comes from somebody: «opposition from China», «under pressure from Egypt».
COMING = frozenset(
    """
    opposition support pressure criticism resistance condemnation aid help backing threat fire word demand objection protest
    assurance guarantee reply response request praise invitation approval attack aggression
    """.split()
)
FOLLOWING = frozenset({"conj", "appos", "flat", "list"})
CLAUSE_OPENERS = frozenset({"that", "because", "after", "before", "while", "as", "although", "if", "since", "until", "though"})
SHORTEST = 3  # words of a sentence in which somebody can do something
STEPS = 6  # how far a chain of «A, B and C» is followed


def has_part(reading: Reading, first: int, last: int, *, is_capital: bool = False) -> bool:
    """Whether the words `first` to `last` stand for somebody who acts, suffers or is dealt with.

    A capital stands for its government only as the subject of an active verb.
    """
    sentence = reading.sentence_at(first)
    if sentence.end - sentence.start < SHORTEST:
        return False
    before = first - 1 if first and reading.lower[first - 1] == "the" else first
    lead = reading.lower[before - 1] if before else ""
    if is_capital:
        return capital_acts(reading, first, last, before)
    if lead in REGIONS:
        return False
    if last < len(reading.words) and reading.words[last] in POSSESSIVES:
        return owns_deed(reading, last + 1)
    if describes(reading, first, last):
        return False
    if lead in WITH:
        return before < 2 or reading.lower[before - 2] not in BORDERS
    return comes_from(reading, before - 1) or has_place_in_clause(reading, head_of(reading, first, last), before)


def capital_acts(reading: Reading, first: int, last: int, before: int) -> bool:
    """Whether a capital stands for its government: the subject of an active verb, with no word that makes it a town."""
    if last < len(reading.words) and reading.words[last] in (",", "("):
        return False
    lead = reading.tags[before - 1] if before else ""
    return reading.deps[head_of(reading, first, last)] == "nsubj" and lead not in ("IN", "TO", "NN", "JJ", "NNP")


def has_place_in_clause(reading: Reading, word: int, before: int) -> bool:
    """Whether a word, or the first of the names that it follows, is the subject or the object of a deed.

    `before` is the word behind the last one that leads up to the name.
    """
    lead = reading.lower[before - 1] if before else ""
    for _ in range(STEPS):
        if reading.deps[word] not in FOLLOWING or reading.heads[word] == word:
            break
        word = reading.heads[word]
        if lead in ("and", "or", ",") and is_dealt_with(reading, word):
            return True
        if word > 0 and (reading.lower[word - 1] in REGIONS or reading.tags[word - 1] == "IN"):
            return False
    if before > 0 and reading.tags[before - 1] in ("IN", "TO"):
        return reading.deps[word] in SUBJECTS and lead in CLAUSE_OPENERS
    if reading.deps[word] in SUBJECTS:
        return True
    return reading.deps[word] in OBJECTS and reading.lemmas[reading.heads[word]] not in GOING


def describes(reading: Reading, first: int, last: int) -> bool:
    """Whether a state's name only describes the noun behind it: `US soldiers`, `US and Israeli officials`."""
    after = last
    joined = False
    while after + 1 < len(reading.words) and reading.lower[after] == "and" and reading.names[after + 1] == "NORP":
        after, joined = after + 2, True
    while after < len(reading.words) and reading.tags[after] in ("JJ", "VBN", "HYPH") and not reading.name_starts[after]:
        after += 1
    if after >= len(reading.words) or reading.tags[after] not in ("NN", "NNS", "NNP", "NNPS"):
        return False
    return joined or heads_phrase(reading, first, after)


def heads_phrase(reading: Reading, first: int, noun: int) -> bool:
    """Whether the parse hangs a name on a noun behind it, rather than on a verb."""
    word, steps = first, 0
    while steps < STEPS and reading.heads[word] != word:
        word, steps = reading.heads[word], steps + 1
        if reading.tags[word] not in ("NN", "NNS", "NNP", "NNPS", "JJ"):
            return False
        if word >= noun:
            return True
    return False


def is_dealt_with(reading: Reading, word: int) -> bool:
    """Whether the first of several names stands behind `between`, `with` or `against`, and no border is meant."""
    before = word - 1
    while before > 0 and reading.lower[before] in ("the", "both"):
        before -= 1
    if before > 0 and reading.lower[before] in WITH:
        return reading.lower[before - 1] not in BORDERS
    return comes_from(reading, before)


def comes_from(reading: Reading, preposition: int) -> bool:
    """Whether something that only somebody can give comes from whoever stands behind: `opposition from China`."""
    if preposition < 1 or reading.lower[preposition] != "from":
        return False
    return reading.lemmas[preposition - 1] in COMING and reading.tags[preposition - 1] in ("NN", "NNS")


def owns_deed(reading: Reading, word: int) -> bool:
    """Whether what follows `Israel's` is something done or said rather than a place, a person or a body."""
    end = word
    while end < len(reading.words) and reading.tags[end] in ("JJ", "NN", "NNS", "VBN", "VBG", "HYPH", "RB", "JJS"):
        end += 1
    return (
        end > word
        and (end >= len(reading.words) or reading.tags[end] not in ("NNP", "NNPS"))
        and (reading.lemmas[end - 1].endswith(DEED_ENDINGS) or not DEEDS.isdisjoint(reading.lemmas[word:end]))
        and reading.lemmas[end - 1] not in PLACES
    )
