from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from argmap.source import SourceText, Span, paragraphs


def test_lines_end_with_any_line_end():
    assert SourceText("a\r\nb\rc\nd").lines == ("a", "b", "c", "d")
    assert SourceText("a\u2028b\x85c\x0cd\n").lines == ("a\u2028b\x85c\x0cd", "")
    assert SourceText("").lines == ("",)


def test_a_line_beyond_the_end_is_empty():
    text = SourceText("a\nb")
    assert (text.line(1), text.line(2), text.line(-1)) == ("b", "", "")


@given(text=st.text("ab\n\r", max_size=30), start=st.integers(0, 30))
def test_a_span_points_at_its_character(text, start):
    source = SourceText(text, "x")
    span = source.span(start)
    if start < len(text) and text[start] not in "\r\n":
        assert source.line(span.line)[span.column : span.end_column] == text[start]


def test_a_span_is_cut_at_the_end_of_its_line():
    assert SourceText("abc\ndef", "x").span(1, 6) == Span("x", 0, 1, 3)


def test_paragraphs_are_runs_of_lines_that_are_not_blank():
    text = "\n \nTitle\n\n  one\ttwo \r\nthree\n\t\n\nfour"
    assert list(paragraphs(text)) == ["Title", "one two three", "four"]
    assert list(paragraphs(text, 2)) == ["four"]
    assert list(paragraphs(text, 9)) == []
