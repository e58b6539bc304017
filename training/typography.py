"""Set treebank sentences as a newsroom would: curly marks, real dashes, headline capitals."""

from __future__ import annotations

from dataclasses import replace

from conllu_trees import Sentence, TreeToken

SMALL_WORDS = frozenset("a an the and or but nor of in on at to for by with from as into over".split())


def curl(group: list[Sentence]) -> list[Sentence]:
    """The sentences with curly quotation marks and apostrophes, and typographic dashes."""
    opened = False
    made: list[Sentence] = []
    for sentence in group:
        words: Sentence = []
        for token in sentence:
            form = token.form
            if form == '"':
                opened = not opened
                words.append(replace(token, form="“" if opened else "”", tag="``" if opened else "''"))
                continue
            form = form.replace("'", "’")
            words.append(replace(token, form={"--": "—", "``": "“", "’’": "”"}.get(form, form)))
        made.append(words)
    return made


def retitle(sentence: Sentence) -> Sentence:
    """The sentence in headline capitals: Every Word But the Small Ones."""
    return [capital(token, first=index == 0) for index, token in enumerate(sentence)]


def capital(token: TreeToken, *, first: bool) -> TreeToken:
    """The word with a capital, unless it is one of the small words inside the line."""
    if (not first and token.form.lower() in SMALL_WORDS) or token.form.startswith(("'", "’")):
        return token
    return replace(token, form=token.form[:1].upper() + token.form[1:])
