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
        ("“The shelling has stopped.” Nobody was hurt.", ["“The shelling has stopped.”", "Nobody was hurt."]),
        ("“The talks are over,” Omar Haddad said.", ["“The talks are over,” Omar Haddad said."]),
        ("The truce ended in May. [12] Talks go on.", ["The truce ended in May. [12]", "Talks go on."]),
        ("(The army denies it.) Nobody was hurt.", ["(The army denies it.)", "Nobody was hurt."]),
        ("Gen. Omar Haddad met envoys of the U.S. government.", ["Gen. Omar Haddad met envoys of the U.S. government."]),
        ("Monday, May 4, 2015 Two bombs went off.", ["Monday, May 4, 2015", "Two bombs went off."]),
        ("A street in Tyre Image: Omar Haddad.", ["A street in Tyre", "Image: Omar Haddad."]),
        ("The army – and its allies – left on Jan. 5.", ["The army – and its allies – left on Jan. 5."]),
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


def test_the_parse_finds_who_said_and_where() -> None:
    doc = parse("Lebanese Prime Minister Omar Haddad said on Tuesday that the strike near Tyre killed four people.")
    said = next(token for token in doc if token.text == "said")
    assert any(child.dep_ == "nsubj" for child in said.children)
    assert {"Omar Haddad", "Tyre"} <= {entity.text for entity in doc.ents}


CURLY = "“The army’s shells killed four people in Tyre,” said Omar Haddad, the mayor — “it’s a disaster.”"


def test_curly_marks_change_nothing_in_the_parse() -> None:
    plain = CURLY.replace("“", '"').replace("”", '"').replace("’", "'")
    assert [(token.dep_, token.head.i) for token in parse(CURLY)] == [(token.dep_, token.head.i) for token in parse(plain)]


def test_a_dateline_is_no_part_of_the_sentence_behind_it() -> None:
    doc = parse("BEIRUT (AP) — Two shells killed a farmer near the border, the health ministry said.")
    sentence = next(sentence for sentence in doc.sents if "farmer" in sentence.text)
    assert sentence.text.startswith("Two shells")
    killed = next(token for token in doc if token.text == "killed")
    assert [child.text for child in killed.children if child.dep_ in ("nsubj", "obj")] == ["shells", "farmer"]


def test_the_passive_names_its_victims() -> None:
    doc = parse("At least 12 civilians were killed by shelling in the old town on Sunday.")
    killed = next(token for token in doc if token.text == "killed")
    assert {child.dep_: child.text for child in killed.children}["nsubj:pass"] == "civilians"
