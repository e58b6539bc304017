"""Whom a pronoun stands for: the last one who spoke, else the last subject, of a sort it can take up."""

from __future__ import annotations

from typing import TYPE_CHECKING

from truce.extraction.reference.referents import PLURAL, PRONOUNS, Referent, Sort, content_words, pronoun_sorts

if TYPE_CHECKING:
    from truce.extraction.reference.resolving import References

FAR = 8  # sentences beyond which nobody is still meant by a pronoun
MALE, FEMALE = frozenset({"he", "him", "himself"}), frozenset({"she", "her", "herself"})


def antecedent(references: References, pronoun: str, word: int, *, answers: bool = False) -> Referent | None:
    """Whom a pronoun at a word stands for, None where nobody near fits."""
    reading = references.reading
    here = reading.sentence_of[word]
    accuser = references.spoken[-1] if answers and references.spoken and pronoun in PLURAL else None
    for sentence in range(here, max(-1, here - FAR), -1):
        candidates = [
            mention
            for mention in (*references.spoken, *references.mentions)
            if reading.sentence_of[mention.first] == sentence
            and mention.last <= word
            and fits(references, mention, pronoun)
            and not (accuser and (mention.name == accuser.name or mention.last == accuser.last))
        ]
        found = choose(candidates, pronoun, same_sentence=sentence == here)
        if found is not None:
            return found
    return None


def fits(references: References, mention: Referent, pronoun: str) -> bool:
    """Whether a pronoun can take up a mention."""
    if mention.sort not in pronoun_sorts(pronoun) or (mention.head in PRONOUNS | {""} and not mention.spoke):
        return False
    known = gender_of(references, mention) if mention.sort is Sort.PERSON else None
    return known is None or pronoun in known


def gender_of(references: References, mention: Referent) -> frozenset[str] | None:
    """The pronouns that the words for a person allow, None where they do not tell."""
    lexicon = references.lexicons.reference
    words = set(references.persons.portrait(mention.name)) | set(content_words(mention.name)[-1:]) | {mention.head}
    is_male, is_female = bool(words & lexicon.male), bool(words & lexicon.female)
    if is_male == is_female:
        return None
    return MALE if is_male else FEMALE


def choose(candidates: list[Referent], pronoun: str, *, same_sentence: bool) -> Referent | None:
    """The likeliest of those named in one sentence."""
    if same_sentence:
        candidates = [mention for mention in candidates if mention.subject or mention.spoke]
    if pronoun in PLURAL:
        people = [mention for mention in candidates if mention.sort is Sort.PEOPLE]
        candidates = people if any(mention.spoke or mention.subject for mention in people) else candidates
    spoke = [mention for mention in candidates if mention.spoke]
    if spoke:
        return spoke[-1]
    subjects = [mention for mention in candidates if mention.subject]
    if subjects:
        return subjects[0]
    people = [mention for mention in candidates if mention.sort in (Sort.PERSON, Sort.PEOPLE)]
    return people[0] if people and not same_sentence else None
