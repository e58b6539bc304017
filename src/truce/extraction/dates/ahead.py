"""Whether words and tenses put a date before the day of writing, or ahead of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from truce.extraction.dates.expressions import Expression, Time
from truce.extraction.dates.laying import Layout
from truce.lexicons.calendar import CalendarLexicon

if TYPE_CHECKING:
    from spacy.tokens import Token

VERBAL = frozenset({"VB", "VBD", "VBG", "VBN", "VBP", "VBZ", "MD"})
NOUNS = frozenset({"NN", "NNS", "NNP", "NNPS"})
NEAR = 4  # words before a date in which `upcoming` and `deadline` speak of it
LIMIT = 6  # words between `before` and the date that it limits
CLAUSE = 8  # words before `before` in which the verb stands
HIGHEST = 6  # steps up the tree to the verb that a date belongs to
PRESENT_BE = frozenset({"is", "are", "am", "s", "re", "m"})
BEING = PRESENT_BE | {"was", "were"}
HAD = frozenset({"have", "had", "has", "having", "ve"})
RUN = frozenset({"be", "re", "-"})  # what stands between `would` and `introduced` in `would be re-introduced`
PARTS_OF_DAY = frozenset("morning mornings afternoon afternoons evening evenings night nights noon midday midnight".split())
HAVING = frozenset({"have", "had", "has", "having", "did", "was", "were", "ve"})
PUT_OFF = [[verb, "to"] for verb in ("extended", "postponed", "delayed", "moved", "prolonged", "set")]
BESIDE = frozenset({"on", "late", "early", "earlier", "in", "last"})


def time_of(expression: Expression, layout: Layout, calendar: CalendarLexicon) -> Time:
    """Where a date lies: `will meet on Sunday`, `talks set for May` are ahead, `met on Sunday` and `since May` past."""
    token = layout.token_at(expression.start)
    before = words_before(token)
    if "since" in before[-2:] or follows_past_verb(token, calendar):
        return Time.PAST
    if follows_announced(token, calendar) or is_limit(token, calendar):
        return Time.AHEAD
    verb, through_event = governor(head_of(expression, layout), calendar)
    time = Time.OPEN if verb is None else time_of_verb(verb, calendar)
    if through_event:
        return Time.PAST if time is Time.PAST else Time.OPEN
    if time is Time.PAST and (calendar.ahead_prepositions & set(before[-1:]) or before[-2:] in PUT_OFF):
        return Time.OPEN  # it lasted until May, it gave them until May: the nearer of the two
    if time is Time.OPEN:
        if calendar.ahead_words & set(before):
            return Time.AHEAD
        if calendar.ahead_prepositions & set(before[-1:]):
            return Time.AHEAD
    return time


def words_before(token: Token) -> list[str]:
    """The few words before a date in its own sentence, in lower case."""
    first = max(token.i - NEAR, token.sent.start)
    return [word.lower_ for word in token.doc[first : token.i]]


def follows_past_verb(token: Token, calendar: CalendarLexicon) -> bool:
    """Whether the date follows a verb of the past at once, or after `on`: `said Friday`, `met on Sunday`."""
    index = token.i - 1
    while index > 0 and token.doc[index].lower_ in BESIDE:
        index -= 1
    if index < 0 or token.doc[index].tag_ != "VBD" or token.doc[index].lower_ in calendar.ahead_words:
        return False
    return "be" not in {word.lower_ for word in token.doc[max(index - 3, 0) : index]}  # would be re-introduced on Sunday


def follows_announced(token: Token, calendar: CalendarLexicon) -> bool:
    """Whether a verb of the present that announces stands right before: `talks resume on Sunday`, tagged as it may be."""
    index = token.i - 1
    while index > 0 and token.doc[index].lower_ in ("on", "in", "at"):
        index -= 1
    if index < 1:
        return False
    word, subject = token.doc[index].lower_, token.doc[index - 1].tag_
    return (word in calendar.ahead_verbs and subject in ("NNS", "NNPS")) or (
        subject in NOUNS and word.endswith("s") and word[:-1] in calendar.ahead_verbs and token.doc[index].tag_ == "VBZ"
    )


def is_limit(token: Token, calendar: CalendarLexicon) -> bool:
    """Whether a date ends what may or will be: `might be reached before the elections on Sunday`, whatever the parse."""
    index = next((i for i in range(token.i - 1, max(token.i - LIMIT, token.sent.start) - 1, -1) if is_before(token.doc[i])), None)
    if index is None:
        return False
    clause = [word.lower_ for word in token.doc[max(index - CLAUSE, token.sent.start) : index]]
    return bool(calendar.modals & set(clause)) and not HAD & set(clause)


def is_before(word: Token) -> bool:
    """Whether a word says that something comes before what follows: `before`, `ahead of`."""
    return word.lower_ == "before" or (word.lower_ == "ahead" and word.i + 1 < len(word.doc) and word.nbor().lower_ == "of")


def head_of(expression: Expression, layout: Layout) -> Token:
    """The word of an expression by which it hangs on the rest: the `Day` of `Christmas Day`."""
    first = token = layout.token_at(expression.start)
    while token.idx < expression.end:
        if not expression.start <= token.head.idx < expression.end:
            return token
        if token.i + 1 == len(token.doc):
            break
        token = token.doc[token.i + 1]
    return first


def governor(token: Token, calendar: CalendarLexicon) -> tuple[Token | None, bool]:
    """The verb whose time a date tells, and whether the date belongs to an event named by a noun on the way to it.

    `to respond to the attack on Sunday` says nothing of Sunday; `will attend the summit on Sunday` does.
    """
    through_event = False
    for _ in range(HIGHEST):
        if token.tag_ in VERBAL and token.dep_ not in ("aux", "aux:pass", "amod") and not is_participle(token):
            return token, through_event
        if any(child.dep_ == "cop" for child in token.children):
            return token, False
        if token.head.i == token.i:
            return None, False
        if token.dep_.startswith(("nmod", "compound")) and token.head.tag_ in NOUNS:
            through_event = token.head.lower_ not in calendar.ahead_nouns and token.head.lower_ not in PARTS_OF_DAY
        token = token.head
    return None, False


def is_participle(token: Token) -> bool:
    """Whether a form in -ing takes its time from the verb above: `is to resume trading on Sunday`."""
    return token.tag_ == "VBG" and token.head.i != token.i and not helpers(token) - {"to"}


def helpers(verb: Token) -> set[str]:
    """The helping verbs and marks of a verb, in lower case: by the parse, and in an unbroken run before it."""
    found = {
        child.lower_.lstrip("'’")
        for child in verb.children
        if child.dep_ in ("aux", "aux:pass", "cop", "mark") and child.i < verb.i
    }
    index = verb.i - 1
    while index >= verb.sent.start and (verb.doc[index].tag_ in ("MD", "RB", "HYPH", "AFX") or verb.doc[index].lower_ in RUN):
        found.add(verb.doc[index].lower_.lstrip("'’"))
        index -= 1
    return found


def time_of_verb(verb: Token, calendar: CalendarLexicon) -> Time:
    """Whether a verb speaks of what is to come, or of what has been."""
    words = helpers(verb)
    if verb.i > 1 and verb.nbor(-1).lower_ == "to" and verb.nbor(-2).lower_ in calendar.ahead_words:  # was due to rule
        return Time.AHEAD
    if words & HAD and not (words & {"will", "to"}):
        return Time.PAST
    if words & calendar.modals:
        return Time.AHEAD
    if "to" in words and verb.tag_ not in ("VBD", "VBZ"):
        return time_of_infinitive(verb, calendar)
    if verb.tag_ == "VBG":
        return Time.AHEAD if words & PRESENT_BE else Time.PAST if words & HAVING else Time.OPEN
    if verb.lower_ in calendar.ahead_words and words & BEING and not words & HAD:
        return Time.AHEAD if words & PRESENT_BE else Time.OPEN  # is scheduled, was expected
    if verb.tag_ in ("VBD", "VBN") or words & HAVING:
        return Time.PAST
    if verb.tag_ in ("VBZ", "VBP") and verb.lemma_ in calendar.ahead_verbs:
        relative = any(child.dep_.startswith("nsubj") and child.lower_ in ("who", "which", "that") for child in verb.children)
        return Time.OPEN if relative else Time.AHEAD
    return Time.OPEN


def time_of_infinitive(verb: Token, calendar: CalendarLexicon) -> Time:
    """`To meet` is still to come, unless what governs it tells that it was done."""
    head = verb.head
    if head.i == verb.i:
        return Time.AHEAD
    if head.lemma_ in calendar.done_verbs or head.lower_ in calendar.done_verbs:
        return Time.AHEAD if time_of_verb(head, calendar) is Time.AHEAD else Time.PAST
    if verb.dep_ == "advcl":  # met on Sunday to discuss; to discuss it on Monday, they will meet
        return time_of_verb(head, calendar)
    return Time.AHEAD
