"""What an article says of all victims of a figure: `12 people, all civilians`, `the dead were all children`."""

from __future__ import annotations

from truce.extraction.casualties.drafts import Draft, Told
from truce.extraction.reading import Reading
from truce.lexicons.casualty_words import CasualtyLexicon
from truce.records import Ground, Outcome, VictimClass

ASIDE = frozenset({",", "-", "–", "—", "--", "("})
FILLERS = frozenset("of them whom the were was be being believed said to are is".split())
LONGEST = 5  # words from `all` to its noun
AFTER = 2  # sentences behind a figure in which its victims are still meant
DEAD = frozenset({"dead", "victims", "killed", "fatalities", "slain", "bodies"})
WOUNDED = frozenset({"wounded", "injured", "victims", "casualties"})


def class_of_all(draft: Draft, lexicon: CasualtyLexicon) -> Told[VictimClass | None] | None:
    """The class that the sentence, or one of the two behind it, gives to all the victims."""
    reading = draft.reading
    end = draft.scene.end
    if draft.last + 1 < end and reading.lower[draft.last] in ASIDE and reading.lower[draft.last + 1] == "all":
        return noun_behind(reading, draft.last + 2, end, lexicon)
    if draft.harm.outcome not in (Outcome.KILLED, Outcome.INJURED):
        return None
    nouns = DEAD if draft.harm.outcome is Outcome.KILLED else WOUNDED
    here = reading.sentences[draft.scene.number]
    for sentence in reading.sentences[draft.scene.number + 1 : draft.scene.number + 1 + AFTER]:
        if sentence.paragraph != here.paragraph:
            return None
        opening = reading.lower[sentence.start : sentence.start + 6]
        if "all" in opening and "not" not in opening and nouns & set(opening):
            word = sentence.start + max(place for place, each in enumerate(opening) if each in nouns or each == "all") + 1
            return noun_behind(reading, word, sentence.end, lexicon)
    return None


def noun_behind(reading: Reading, word: int, end: int, lexicon: CasualtyLexicon) -> Told[VictimClass | None] | None:
    """The class of the first noun of people behind a word, over fillers and adjectives."""
    for position in range(word, min(word + LONGEST, end)):
        kind = lexicon.classes.get(reading.lower[position])
        if kind is not None:
            return Told(kind, (Ground("victim_class", reading.span(position, position + 1)),))
        if reading.lower[position] not in FILLERS and reading.tags[position] not in ("JJ", "NN", "NNP"):
            return None
    return None
