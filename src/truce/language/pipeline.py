"""The only door to spaCy: an article's text becomes a parsed document.

The parser sees one paragraph at a time and never a line break, a run of blanks or a dateline: those are put back
afterwards as tokens of their own, so that the document's text is the article's, character for character.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from truce.language.paragraphs import find_paragraphs
from truce.language.sentences import sentence_starts

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc, Token

MODEL = Path(__file__).with_name("model")
BATCH = 64  # paragraphs parsed at a time
LONGEST = 2_000  # words in one parsed piece; a longer paragraph (a table, a wall of text) is cut


@cache
def load_model() -> Language:
    """The trained pipeline that ships with truce, loaded once."""
    import spacy

    import truce.language.lemmas  # noqa: F401 - registers the lemmatizer that the model names

    nlp = spacy.load(MODEL)
    use_fast_products(nlp)
    return nlp


def use_fast_products(nlp: Language) -> None:
    """Let a loaded pipeline multiply its matrices with numpy, nearly twice as fast as thinc's own way, to the same parse."""
    from thinc.backends import NumpyOps, Ops

    class FastOps(NumpyOps):  # type: ignore[misc] # compiled, without types
        """Thinc's operations with numpy's matrix product."""

        gemm = Ops.gemm

    fast = FastOps()
    for _, part in nlp.pipeline:
        if (model := getattr(part, "model", None)) is not None:
            for layer in model.walk():
                layer.ops = fast


def parse(text: str) -> Doc:
    """One text, parsed; `parse(text).text == text` always holds."""
    return next(parse_many([text]))


def parse_many(texts: Iterable[str]) -> Iterator[Doc]:
    """The texts, parsed, in order: sentences, tags, lemmas, Universal Dependencies and names."""
    nlp = load_model()
    for text in texts:
        bounds = [
            (start, end)
            for paragraph in find_paragraphs(text)
            for start, end in ((paragraph.start, paragraph.dateline_end), (paragraph.dateline_end, paragraph.end))
            if start < end
        ]
        pieces = [piece for start, end in bounds for piece in cut_pieces(nlp, text, start, end)]
        parsed = nlp.pipe((doc for _, doc in pieces), batch_size=BATCH)
        yield join_pieces(nlp, text, [(starts, doc) for (starts, _), doc in zip(pieces, parsed, strict=True)])


def cut_pieces(nlp: Language, text: str, start: int, end: int) -> Iterator[tuple[list[int], Doc]]:
    """The words of a stretch without its blanks, as documents to parse, with the offset of each word."""
    from spacy.tokens import Doc

    tokens = [token for token in nlp.make_doc(text[start:end]) if not token.is_space]
    for first in range(0, len(tokens), LONGEST):
        part = tokens[first : first + LONGEST]
        starts = [start + token.idx for token in part]
        ends = [begin + len(token) for begin, token in zip(starts, part, strict=True)]
        spaces = [follows > ends[i] for i, follows in enumerate(starts[1:])] + [False]
        words = [token.text for token in part]
        yield starts, Doc(nlp.vocab, words=words, spaces=spaces, sent_starts=sentence_starts(words, spaces))


def join_pieces(nlp: Language, text: str, pieces: list[tuple[list[int], Doc]]) -> Doc:
    """One document over the whole text, with the blanks between the pieces as tokens without a part in any tree."""
    from spacy.tokens import Doc

    words: list[str] = []
    spaces: list[bool] = []
    tokens: list[Token | None] = []
    heads: list[int] = []
    position = 0

    def fill(until: int) -> None:
        """Add what stands between two words: one blank belongs to the word before it, the rest is a token."""
        nonlocal position
        gap = text[position:until]
        if gap.startswith(" ") and words and not spaces[-1] and tokens[-1] is not None:
            spaces[-1] = True
            gap = gap[1:]
        if gap:
            words.append(gap)
            spaces.append(False)
            tokens.append(None)
            heads.append(max(len(words) - 2, 0))
        position = until

    for starts, doc in pieces:
        places = []
        for offset, token in zip(starts, doc, strict=True):
            fill(offset)
            places.append(len(words))
            words.append(token.text)
            spaces.append(False)
            tokens.append(token)
            heads.append(-1)
            position = offset + len(token)
        for token, place in zip(doc, places, strict=True):
            heads[place] = places[token.head.i]
    fill(len(text))
    return Doc(
        nlp.vocab,
        words=words,
        spaces=spaces,
        tags=[token.tag_ if token else "_SP" for token in tokens],
        pos=[token.pos_ if token else "SPACE" for token in tokens],
        lemmas=[token.lemma_ if token else word for token, word in zip(tokens, words, strict=True)],
        heads=heads,
        deps=[token.dep_ if token else "dep" for token in tokens],
        ents=[f"{token.ent_iob_}-{token.ent_type_}" if token and token.ent_type_ else "O" for token in tokens],
    )
