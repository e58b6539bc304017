"""What holds for the figures of any text."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from truce.extraction.actors import find_actors
from truce.extraction.body import find_body
from truce.extraction.casualties import find_casualties
from truce.language.pipeline import parse
from truce.lexicons import load_lexicons
from truce.records import CasualtyFigure, Published

MARKS = ["“", "”", "'s", "(", ")", ",", ".", "\n\n", "—", "-", "\u202e", "é", "停", "½", "1,754", "٣"]
WORDS = [
    *"""killed wounded dead died at least 12 two a the soldiers civilians people others of them including among were was and
    death toll rose to 43 bodies hostages Hezbollah commander his wife Lebanese in Tyre said ministry all missing fled homes
    Israeli strike 21st soldier to die not if could taken hostage more another each""".split(),
    *MARKS,
]
TEXTS = st.one_of(st.text(max_size=80), st.lists(st.sampled_from(WORDS), max_size=30).map(" ".join))


def figures_in(text: str) -> tuple[CasualtyFigure, ...]:
    """The figures of a text in which nobody claims anything and no day is named."""
    doc, body, lexicons = parse(text), find_body(text), load_lexicons()
    cast = find_actors(doc, body, lexicons)
    return find_casualties(doc, body, cast, dates=(), claims=(), published=Published(), lexicons=lexicons)


@settings(max_examples=80, deadline=None)
@given(TEXTS)
def test_spans_are_true_figures_in_order_and_wholes_exist(text: str) -> None:
    figures = figures_in(text)
    for number, figure in enumerate(figures):
        assert figure.rule.startswith("casualties.")
        assert figure.low is None or figure.high is None or figure.low <= figure.high
        assert figure.count is None or figure.count in figure.evidence.text
        assert figure.subset_of is None or (figure.subset_of != number and 0 <= figure.subset_of < len(figures))
        for span in (figure.evidence, *(ground.span for ground in figure.grounds)):
            assert span.start < span.end
            assert span.text == text[span.start : span.end]
    assert [figure.evidence.start for figure in figures] == sorted(figure.evidence.start for figure in figures)


@settings(max_examples=40, deadline=None)
@given(TEXTS)
def test_no_figure_is_a_part_of_itself_by_any_way(text: str) -> None:
    figures = figures_in(text)
    for number in range(len(figures)):
        seen, above = {number}, figures[number].subset_of
        while above is not None:
            assert above not in seen
            seen.add(above)
            above = figures[above].subset_of


@settings(max_examples=30, deadline=None)
@given(st.integers(1, 999_999), st.sampled_from(["soldiers", "civilians", "people", "villagers", "rebels"]))
def test_any_count_of_people_killed_is_read_as_written(count: int, noun: str) -> None:
    text = f"The strike killed {count:,} {noun} on Monday."
    (figure,) = figures_in(text)
    assert (figure.low, figure.high, figure.count, figure.victims) == (count, count, f"{count:,}", noun)
