"""Whether words and tenses say that a date lies ahead of the day of writing."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from truce.extraction.dates.expressions import Expression
from truce.extraction.dates.laying import Layout
from truce.lexicons.calendar import CalendarLexicon

if TYPE_CHECKING:
    from spacy.tokens import Token

VERBAL = frozenset({"VB", "VBD", "VBG", "VBN", "VBP", "VBZ", "MD"})
NEAR = 4  # words around a date in which `upcoming` and `deadline` speak of it
HIGHEST = 6  # steps up the tree to the verb that a date belongs to
PRESENT_BE = frozenset({"is", "are", "am", "’s", "'s", "'re", "’re"})
GOVERNORS = frozenset({"acl", "advcl", "xcomp", "ccomp", "csubj", "obj", "obl", "nmod"})


def lies_ahead(expression: Expression, layout: Layout, calendar: CalendarLexicon) -> bool:
    """Whether a date is still to come: `will meet on Sunday`, `talks scheduled for May`, `to resume Monday`."""
    token = layout.token_at(expression.start)
    if said_right_before(token):
        return False
    if any(word in calendar.ahead_words for word in words_before(token)):
        return not is_past(governor(token))
    verb = governor(token)
    return verb is not None and points_ahead(verb, calendar)


def words_before(token: Token) -> list[str]:
    """The few words before a date in its own sentence, in lower case."""
    first = max(token.i - NEAR, token.sent.start)
    return [word.lower_ for word in token.doc[first : token.i]]


def said_right_before(token: Token) -> bool:
    """Whether the date follows a verb of the past at once, or after `on`: `said Friday`, `met on Sunday`."""
    before = token.nbor(-1) if token.i else None
    if before is not None and before.lower_ in ("on", "late", "early", "earlier", "in") and before.i:
        before = before.nbor(-1)
    return before is not None and before.tag_ == "VBD"


def governor(token: Token) -> Token | None:
    """The verb whose time a date tells."""
    for _ in range(HIGHEST):
        if token.tag_ in VERBAL and token.dep_ not in ("aux", "aux:pass", "amod"):
            return token
        cop = next((child for child in token.children if child.dep_ == "cop"), None)
        if cop is not None:
            return token
        if token.head.i == token.i:
            return token if token.tag_ in VERBAL else None
        token = token.head
    return None


def auxiliaries(verb: Token) -> list[Token]:
    """The helping verbs and marks of a verb."""
    return [child for child in verb.children if child.dep_ in ("aux", "aux:pass", "cop", "mark")]


def is_past(verb: Token | None) -> bool:
    """Whether a verb speaks of what has happened."""
    if verb is None:
        return False
    helpers = {helper.lower_ for helper in auxiliaries(verb)}
    return (verb.tag_ == "VBD" and not helpers) or bool(helpers & {"had", "did"})


def points_ahead(verb: Token, calendar: CalendarLexicon) -> bool:
    """Whether a verb speaks of what is to come."""
    helpers = auxiliaries(verb)
    words = {helper.lower_.lstrip("'’") for helper in helpers}
    if words & {"have", "had", "has", "having"} and verb.tag_ in ("VBN", "VBD"):
        return False
    if words & calendar.modals:
        return True
    if verb.tag_ in ("VB", "NN", "JJ", "VBN") and "to" in words:
        return is_planned(verb, calendar)
    if verb.tag_ == "VBG" and any(helper.lower_ in PRESENT_BE for helper in helpers):
        return True
    if verb.tag_ in ("VBZ", "VBP") and verb.lemma_ in calendar.ahead_verbs:
        return not any(child.dep_ == "nsubj" and child.lower_ in ("who", "which", "that") for child in verb.children)
    return False


def is_planned(verb: Token, calendar: CalendarLexicon) -> bool:
    """Whether `to meet` is still to come: it is, unless what governs it tells that it was done."""
    head = verb.head
    if head.i == verb.i:
        return True
    if head.lemma_ in calendar.done_verbs or head.lower_ in calendar.done_verbs:
        return head.lemma_ == "be"
    return verb.dep_ in ("xcomp", "acl", "ccomp", "csubj", "root", "ROOT") or points_ahead(head, calendar)


ELECTION_NEAR = re.compile(r"\belections?\b|\bvote\b|\bpolls?\b", re.I)
