"""Where marks and letters tell that a sentence starts, or that none can."""

from __future__ import annotations

import re

QUOTES = frozenset('“”"„«»')
OPENING = frozenset("“„«")
BRACKETS = frozenset(")]")
CLOSING_MARKS = QUOTES | BRACKETS
LINE_MARKS = frozenset(";•*|")
RUNNING_MARKS = frozenset({",", ":"})
LEANING = frozenset(".,;:!?…)]%")
SENTENCE_ENDS = frozenset({".", "!", "?", "...", "…"})
CAPTION_WORDS = frozenset({"Image", "Images", "Photo", "Photos", "Picture", "Credit"})
MONTH = "(?:January|February|March|April|May|June|July|August|September|October|November|December)"
DATE_LINE = re.compile(rf"(?:[A-Z][a-z]+day ,? ?)?(?:{MONTH} \d{{1,2}} ,? ?|\d{{1,2}} {MONTH} ,? ?)\d{{4}}")
LONGEST_DATE = 7  # words
LONGEST_HEADLINE = 25  # words


def sentence_starts(words: list[str], spaces: list[bool]) -> list[bool | int | None]:
    """Where marks and letters forbid or force a sentence start; None leaves it to the parser.

    An opening quotation mark belongs to the sentence that it opens, a closing one to the sentence that it ends. A
    capital behind a full stop and a closing mark starts a sentence. Elsewhere no sentence starts but behind a mark of
    punctuation that is neither comma nor colon, and none starts with a small letter, with a mark that leans on the word
    before it, or with a note number (`[12]`). A long run of words without any stop is a list, whose lines need no mark.
    """
    is_list = len(words) > LONGEST_HEADLINE and SENTENCE_ENDS.isdisjoint(words)
    starts: list[bool | int | None] = [None for _ in words]
    for place in range(1, len(words)):
        starts[place] = sentence_start(words, spaces, place, is_list=is_list)
    for place in range(1, len(words)):
        date = date_line_before(words, place)
        if date is not None:
            starts[date] = starts[place] = True
    return starts


def sentence_start(words: list[str], spaces: list[bool], place: int, *, is_list: bool) -> bool | None:
    """Whether a sentence starts at this place behind the first word, as far as marks and letters tell."""
    word, before = words[place], words[place - 1]
    if is_caption_word(words, place):
        return True
    if opens(words, spaces, place - 1):
        return False
    end = last_before_marks(words, place) if before in CLOSING_MARKS else before
    ended = end in SENTENCE_ENDS
    if opens(words, spaces, place):
        return True if ended else (False if end in RUNNING_MARKS else None)
    if word in LEANING or word in QUOTES:
        return None if spaces[place - 1] else False
    if is_note(words, place):
        return False
    if ended:
        return True if end == "." and before in QUOTES and spaces[place - 1] and word[0].isupper() else None
    runs_on = word[0].islower() or end in RUNNING_MARKS or before in BRACKETS or has_no_mark(words, place - 1)
    return False if runs_on and not is_list and before not in LINE_MARKS else None


def opens(words: list[str], spaces: list[bool], place: int) -> bool:
    """Whether a quotation opens with this word: with the blanks around it, a mark may do other than its shape says.

    A straight mark opens where a blank stands before it and none after; a curly one closes where it is the other way.
    """
    word = words[place]
    leans_left = place > 0 and not spaces[place - 1]
    return (word in OPENING and not (leans_left and spaces[place])) or (word == '"' and not leans_left and not spaces[place])


def has_no_mark(words: list[str], place: int) -> bool:
    """Whether a word ends without any mark; the number of a note behind a full stop is as good as one."""
    word = words[place]
    return word[-1].isalnum() and not (word.isdigit() and place > 0 and words[place - 1] in SENTENCE_ENDS)


def is_note(words: list[str], place: int) -> bool:
    """Whether the number of a note begins here: `[12]`."""
    return words[place] == "[" and place + 2 < len(words) and words[place + 1].isdigit() and words[place + 2] == "]"


def last_before_marks(words: list[str], place: int) -> str:
    """The word before a place, closing quotation marks, brackets and note numbers (`[12]`, `(Reuters)`) left out."""
    place -= 1
    while place > 0 and words[place] in CLOSING_MARKS:
        if words[place] in BRACKETS and place > 2 and words[place - 2] in "([":
            place -= 2
        place -= 1
    return words[place]


def is_caption_word(words: list[str], place: int) -> bool:
    """Whether the credit of a picture begins here: `A street in Tyre Image: Omar Haddad`."""
    return words[place] in CAPTION_WORDS and words[place + 1 : place + 2] == [":"] and words[place - 1] not in OPENING


def date_line_before(words: list[str], place: int) -> int | None:
    """Where a date of its own begins that ends here, a sentence behind it: `Updated: May 4, 2015 Two bombs fell`."""
    if not words[place - 1].isdigit() or not words[place][0].isupper():
        return None
    first = max(place - LONGEST_DATE, 0)
    colons = [start + 1 for start in range(first, place) if words[start] == ":"]
    start = colons[-1] if colons else 0
    if place - start > LONGEST_DATE:
        return None
    return start if DATE_LINE.fullmatch(" ".join(words[start:place])) else None
