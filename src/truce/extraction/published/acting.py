"""Whether someone speaks or acts in the article's own days, not in a look back."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from truce.extraction.dates.laying import Layout
from truce.extraction.published.names import Mention
from truce.extraction.published.titles import Title
from truce.lexicons.cues import CueLexicon

if TYPE_CHECKING:
    from spacy.tokens import Token

BEHIND = 6  # words behind a name within which its verb stands
STAFF = re.compile(
    r"['’]s?[ ](?:[\w-]+[ ]){0,3}?"
    r"(?:adviser|advisor|envoy|government|administration|office|cabinet|aide|spokes\w+|negotiator)s?\b"
)
LOOKS_BACK = re.compile(
    r"\b(?:1[89]|20)\d\d\b|\bago\b|\bat the time\b|\bthen[- ]|\bmemoirs?\b|\bhistor\w+|\bfirst term\b", re.IGNORECASE
)
EXPLAINED = re.compile(r",[^,.;:]{1,90},[ ]+")
SAID_BEFORE = re.compile(r"\b(?:said|says|added|told|according to|from|by|with|met)[ ]+\Z")
NEWS_DAY = re.compile(r"\b(?:on (?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|yesterday|today|earlier this week)\b", re.IGNORECASE)


def is_acting(title: Title, mention: Mention, layout: Layout, cues: CueLexicon) -> bool:
    """Whether a person in office says or does something here: `President Biden said`, `the prime minister's envoy`."""
    first, last = layout.sentence(mention.start)
    sentence = layout.text[first:last]
    if LOOKS_BACK.search(sentence):
        return False
    recent = NEWS_DAY.search(sentence) is not None
    if STAFF.match(layout.text, mention.end):
        return True
    before = SAID_BEFORE.search(layout.text, max(first, title.start - 16), title.start)
    if before and (recent or before.group().startswith(("said", "says", "added", "according"))):
        return True
    at = max(title.end, mention.end)
    if layout.text[at : at + 2] == ", " and title.end > mention.end:
        at += 2
    elif explained := EXPLAINED.match(layout.text, at, last):
        at = explained.end()
    return acts_behind(layout, at, last, cues=cues, recent=recent)


def acts_behind(layout: Layout, at: int, last: int, *, cues: CueLexicon, recent: bool) -> bool:
    """Whether a verb of saying, of the present, or of a day just past follows."""
    token = layout.token_at(at)
    index = token.i if token.idx >= at else token.i + 1
    if index + 1 < len(layout.doc) and layout.doc[index].text == "," and layout.doc[index + 1].tag_ in ("VBD", "VBZ"):
        index += 1  # The prime minister, Saad Hariri, resigned
    for word in layout.doc[index : index + BEHIND]:
        if word.idx >= last or word.text in (".", ";", ":", ",", "’s", "'s", "and"):
            return False
        if word.tag_ in ("VBZ", "VBP", "MD"):
            return True
        if word.tag_ == "VBD":
            return recent or is_saying(word, cues)
    return False


def is_saying(word: Token, cues: CueLexicon) -> bool:
    """Whether a verb reports speech."""
    return word.lemma_.lower() in cues.frames
