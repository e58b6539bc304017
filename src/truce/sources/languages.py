"""The language that a text is written in, told offline from the text alone."""

from __future__ import annotations

ENGLISH = "en"
SAMPLE = 20_000  # characters; more of a text changes no verdict and costs time
# How much likelier (natural logarithm) another language must be before it is believed. English headlines, names and
# credit lines that are mistaken for another language stay below 13; six words of any other language lie above 20.
CLEAR = 20.0


def detect_language(text: str) -> str | None:
    """The language as an ISO 639 code (`en`, `fr`), or None where the text is too short or too odd to tell.

    A headline of names alone (`Hamas`) tells nothing, which is not the same as being in another language:

    >>> detect_language("At least 12 people were killed on Wednesday.")
    'en'
    >>> detect_language("Au moins douze personnes ont été tuées mercredi.")
    'fr'
    >>> detect_language("Hamas") is None
    True
    """
    import py3langid

    scores = dict(py3langid.rank(text[:SAMPLE]))
    likeliest = max(scores, key=lambda language: scores[language])
    if likeliest == ENGLISH:
        return ENGLISH
    return str(likeliest) if scores[likeliest] - scores[ENGLISH] >= CLEAR else None


def is_foreign(language: str | None) -> bool:
    """Whether a text in this language is stored and searchable but not extracted; an untold language is read as English."""
    return language is not None and language.split("-")[0].lower() != ENGLISH
