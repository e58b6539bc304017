"""A text becomes a document that is the text, character for character."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from truce.language.pipeline import parse, parse_many

NEWS_PIECES = st.sampled_from(
    [
        "BEIRUT (AP) — ",
        "\n\n",
        "  ",
        "“",
        "”",
        '"',
        "Two soldiers died.",
        " He said",
        "\t",
        "\u00a0",
        "•",
        "\r\n",
        "Jan. 5",
        "’s",
        "—",
    ]
)


@settings(max_examples=60, deadline=None)
@given(st.lists(st.one_of(NEWS_PIECES, st.text(max_size=20)), max_size=12).map("".join))
def test_any_text_comes_back_whole(text: str) -> None:
    doc = parse(text)
    assert doc.text == text
    assert all(text[token.idx : token.idx + len(token)] == token.text for token in doc)


def test_texts_come_back_in_order() -> None:
    texts = ["First text.", "", "Third.\n\nWith two paragraphs."]
    assert [doc.text for doc in parse_many(texts)] == texts


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("TYRE, Lebanon (AP) — Shells fell on Friday. Nobody was hurt.", ["Shells fell on Friday.", "Nobody was hurt."]),
        ("He refused. “We will not leave,” he said.", ["He refused.", "“We will not leave,” he said."]),
        ('The road is closed. "We wait here," she said.', ["The road is closed.", '"We wait here," she said.']),
        ("Talks resume in Cairo\n\nEnvoys met on Monday.", ["Talks resume in Cairo", "Envoys met on Monday."]),
    ],
)
def test_sentences_end_where_a_reader_ends_them(text: str, sentences: list[str]) -> None:
    found = [sentence.text.strip() for sentence in parse(text).sents]
    assert [sentence for sentence in found if not sentence.endswith("—")] == sentences


def test_hard_wrapped_lines_do_not_end_a_sentence() -> None:
    line = "The commander of the northern front told reporters who had gathered at\n"
    text = (
        line
        + "the bridge that his men had pulled back and that nobody had been hurt in\n" * 3
        + "the withdrawal on the day before.\n"
    )
    assert len(list(parse(text).sents)) == 1


LEMMAS = [
    ("Troops ramped up the raids.", "ramped", "ramp"),
    ("Both sides violated the truce.", "violated", "violate"),
    ("Jets struck the camp.", "struck", "strike"),
    ("Militants shot the guard.", "shot", "shoot"),
    ("The army has withdrawn its tanks.", "withdrawn", "withdraw"),
    ("Fighters were killed there.", "killed", "kill"),
    ("Rebels fled the town.", "fled", "flee"),
    ("Gunmen were besieging the city.", "besieging", "besiege"),
    ("The group had said so.", "said", "say"),
    ("They were planning an attack.", "planning", "plan"),
    ("Aircraft dropped bombs.", "dropped", "drop"),
    ("The envoy denies the report.", "denies", "deny"),
    ("Two men died of their wounds.", "died", "die"),
    ("Hostages were freed.", "freed", "free"),
    ("Snipers were hitting houses.", "hitting", "hit"),
]


@pytest.mark.parametrize(("text", "word", "lemma"), LEMMAS)
def test_verbs_have_their_dictionary_form(text: str, word: str, lemma: str) -> None:
    assert next(token.lemma_ for token in parse(text) if token.text == word) == lemma


def test_the_parse_finds_who_said_and_where() -> None:
    doc = parse("Lebanese Prime Minister Omar Haddad said on Tuesday that the strike near Tyre killed four people.")
    said = next(token for token in doc if token.text == "said")
    assert any(child.dep_ == "nsubj" for child in said.children)
    assert {"Omar Haddad", "Tyre"} <= {entity.text for entity in doc.ents}
