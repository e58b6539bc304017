"""An article laid out for finding claims: words, tags, sentences, paragraphs, quotations."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from typing import TYPE_CHECKING

from truce.extraction.body import Body
from truce.language.quotes import Quotation, find_quotations
from truce.records import Span

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

TERMINAL = frozenset(".!?…")
CLOSING = frozenset("”\"'’»)]") | {"''"}
QUOTE_MARKS = frozenset("“”\"„«»‘’'‟`") | {"''", "``"}
CAPITAL_NAMES = frozenset({"WHO", "US", "IT"})  # bodies and states that a parser may take for pronouns
# Verbs of reporting that are nothing else.
PLAIN_VERBS = frozenset("says said accuse accuses denies deny alleges insists argues warns condemns rejects announces".split())
NOUNS_IN_LY = frozenset({"tally", "ally", "family", "assembly", "supply", "monopoly"})  # no adverbs, whatever their ending
WARNED_OF = frozenset({"of", "that", "against"})
# Titles before a name, whose full stop ends no sentence.
ABBREVIATED_TITLES = frozenset(
    "Gen. Lt. Col. Maj. Capt. Sgt. Brig. Adm. Cmdr. Mr. Mrs. Ms. Dr. Prof. Sen. Rep. Gov. Rev. Msgr. St. Pvt. Cpl.".split()
)
SHORTEST_TOWN = 4  # letters of a town in capitals
LONGEST_SPEAKER_LINE = 4  # words, the colon among them
BEGINS = 3  # spaCy's code for the first word of a name
FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})


@dataclass(frozen=True, slots=True)
class Sentence:
    """Words `start` to `end` (not included) of the document, blanks around them left out."""

    start: int
    end: int
    paragraph: int


@dataclass(frozen=True)
class Reading:
    """The words of an article as plain lists, one entry for each token of the document."""

    text: str
    words: tuple[str, ...]
    lower: tuple[str, ...]
    tags: tuple[str, ...]
    lemmas: tuple[str, ...]
    starts: tuple[int, ...]
    ends: tuple[int, ...]
    heads: tuple[int, ...]
    deps: tuple[str, ...]
    subjects: dict[int, int]  # a verb's subject, by the parse
    names: tuple[str, ...]  # the kind of name each word belongs to, "" for none
    name_starts: tuple[int, ...]  # 1 where a name begins
    sentences: tuple[Sentence, ...]
    sentence_of: tuple[int, ...]  # -1 for words outside the story
    quotations: tuple[Quotation, ...]
    capitals: frozenset[str]  # words with a capital within a sentence
    quoted: tuple[int, ...]  # the quotation a word stands in, its marks included; -1 for none

    def span(self, first: int, last: int) -> Span:
        """The words `first` to `last` (not included) as a span."""
        start, end = self.starts[first], self.ends[last - 1]
        return Span(start, end, self.text[start:end])

    def sentence_at(self, word: int) -> Sentence:
        """The sentence that holds a word of the story."""
        return self.sentences[self.sentence_of[word]]

    def word_at(self, offset: int) -> int:
        """The word that holds the character, or the last one before it."""
        return max(bisect_right(self.starts, offset) - 1, 0)


def read_article(doc: Doc, body: Body) -> Reading:
    """Lay out a parsed article."""
    quotations = find_quotations(doc.text)
    tokens = list(doc)  # made once: going over a document makes them anew each time
    starts = tuple(token.idx for token in tokens)
    sentences = join_sentences(doc, body)
    sentence_of = [-1] * len(tokens)
    for number, sentence in enumerate(sentences):
        sentence_of[sentence.start : sentence.end] = [number] * (sentence.end - sentence.start)
    subjects = {token.head.i: token.i for token in reversed(tokens) if token.dep_ in ("nsubj", "nsubj:pass", "nsubj:outer")}
    return Reading(
        text=doc.text,
        words=tuple(token.text for token in tokens),
        lower=tuple(token.lower_ for token in tokens),
        tags=tuple(mended_tag(doc, token) for token in tokens),
        lemmas=tuple(token.lemma_.lower() for token in tokens),
        starts=starts,
        ends=tuple(token.idx + len(token) for token in tokens),
        heads=tuple(token.head.i for token in tokens),
        deps=tuple(token.dep_ for token in tokens),
        subjects=subjects,
        names=tuple(token.ent_type_ for token in tokens),
        name_starts=tuple(int(token.ent_iob == BEGINS) for token in tokens),
        sentences=sentences,
        sentence_of=tuple(sentence_of),
        quotations=quotations,
        capitals=frozenset(token.text for token in tokens if token.text[:1].isupper() and not token.is_sent_start),
        quoted=quoted_words(starts, quotations),
    )


def mended_tag(doc: Doc, token: Token) -> str:
    """The tag of a word, put right where its neighbours leave no doubt: `he firmly denies`, `, warning of`."""
    if token.text in CAPITAL_NAMES:
        return "NNP"
    if token.lower_ in PLAIN_VERBS and not token.tag_.startswith("VB"):
        return "VBZ" if token.lower_.endswith("s") else "VBD" if token.lower_ == "said" else "VBP"
    if (token.tag_ == "RB" and token.lower_ in NOUNS_IN_LY) or is_gerund_subject(doc, token):
        return "NN"
    if token.i == 0 or token.tag_ not in ("NN", "NNS"):
        return token.tag_
    before = doc[token.i - 1]
    if token.lower_ == "warning" and before.text == "," and token.i + 1 < len(doc) and doc[token.i + 1].lower_ in WARNED_OF:
        return "VBG"
    while before.i > 0 and (before.tag_ == "RB" or before.text in QUOTE_MARKS):
        before = doc[before.i - 1]
    return "VBZ" if token.tag_ == "NNS" and before.lower_ in ("he", "she", "it") else token.tag_


def is_gerund_subject(doc: Doc, token: Token) -> bool:
    """Whether a word in -ing is the subject of the verb right behind it: `Shelling killed 12 people`."""
    is_last = token.i + 1 == len(doc)
    return token.tag_ == "VBG" and token.dep_ == "nsubj" and not is_last and doc[token.i + 1].tag_ in FINITE


def join_sentences(doc: Doc, body: Body) -> tuple[Sentence, ...]:
    """The sentences of the story; one that ends without a full stop is joined with the next of its paragraph."""
    found: list[Sentence] = []
    for sentence in body.story_sentences(doc):
        first, last = sentence.start, sentence.end
        while first < last and doc[first].is_space:
            first += 1
        while last > first and doc[last - 1].is_space:
            last -= 1
        if first == last:
            continue
        first = behind_dateline(doc, first, last)
        paragraph = body.paragraph_at(doc[first].idx)
        number = -1 if paragraph is None else paragraph
        joined = bool(found) and found[-1].paragraph == number and found[-1].end == first
        if joined and (not is_closed(doc, found[-1]) or is_speaker_line(doc, found[-1], first)):
            found[-1] = Sentence(found[-1].start, last, number)
        else:
            found.append(Sentence(first, last, number))
    return tuple(found)


def behind_dateline(doc: Doc, first: int, last: int) -> int:
    """Where a sentence begins behind a town in capitals without a dash: `JALALABAD, Norland | A bomb`."""
    word = first
    while word < last and (doc[word].text == "/" or (doc[word].text.isupper() and len(doc[word].text) >= SHORTEST_TOWN)):
        word += 1
    if word == first or word + 3 >= last:
        return first
    town = doc[first]
    if town.ent_type_ != "LOC" and not (town.text.title() in doc.text and doc.text.count(town.text) == 1):
        return first
    if doc[word].text == "," and doc[word + 1].text.istitle() and doc[word + 2].text[:1].isupper():
        word += 2
    return word if (doc[word].text[:1].isupper() and not doc[word].text.isupper()) or doc[word].text == "A" else first


def is_speaker_line(doc: Doc, sentence: Sentence, following: int) -> bool:
    """Whether a sentence is only a name before a colon, and no quotation follows: `UN: aid is blocked`."""
    short = sentence.end - sentence.start <= LONGEST_SPEAKER_LINE
    return short and doc[sentence.end - 1].text == ":" and doc[following].text not in QUOTE_MARKS


def is_closed(doc: Doc, sentence: Sentence) -> bool:
    """Whether a sentence ends with a full stop, a question, or such a mark within closing quotation marks."""
    last = sentence.end - 1
    if doc[last].text in ABBREVIATED_TITLES or (doc[last].text == "." and doc[last - 1].text + "." in ABBREVIATED_TITLES):
        return False
    while last > sentence.start and doc[last].text in CLOSING:
        last -= 1
    return doc[last].text[-1] in TERMINAL or (doc[last].text == ":" and last == sentence.end - 1)


def quoted_words(starts: tuple[int, ...], quotations: tuple[Quotation, ...]) -> tuple[int, ...]:
    """For each word the number of the quotation it stands in, -1 for none."""
    quoted = [-1] * len(starts)
    for number, quotation in enumerate(quotations):
        for start, end in quotation.parts:
            for word in range(max(bisect_right(starts, start) - 1, 0), len(starts)):
                if starts[word] >= end:
                    break
                if starts[word] >= start and quoted[word] < 0:
                    quoted[word] = number
    return tuple(quoted)
