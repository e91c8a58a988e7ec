"""The source pane: passages where they stand, overlaps cut apart, what is quoted counted."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from argmap.model import ArgMap, Claim, Link, Source
from argmap.order import outline
from argmap.render.source_pane import source_pane

TEXT = "A Title\n\nOne two three\nfour five.\n\nSix seven two three eight.\n"

TITLED = (Source(title="T", skip=1),)


def pane(*claims, text=TEXT, sources=TITLED, links=()):
    argmap = ArgMap(title="", claims=claims, links=links, sources=sources)
    return source_pane(argmap, outline(argmap), {"": text} if text else {})


def claim(name, *quote, at=()):
    return Claim(id=name, text=f"{name}.", quote=quote, at=at)


def shown(part):
    return [
        (p.number, [(piece.text, "".join(q.element for q in piece.within)) for piece in p.pieces]) for p in part.text
    ]


def test_a_passage_is_marked_across_line_ends():
    (part,) = pane(claim("a", "three four"))
    assert shown(part) == [
        (0, [("A Title", "")]),
        (1, [("One two ", ""), ("three four", "a"), (" five.", "")]),
        (2, [("Six seven two three eight.", "")]),
    ]
    assert (part.quoted, part.total, part.share) == (1, 2, 20)


def test_overlapping_passages_are_cut_where_they_meet():
    (part,) = pane(claim("a", "One two three"), claim("b", "two three four"))
    assert shown(part)[1] == (
        1,
        [("One ", "a"), ("two three", "ab"), (" four", "b"), (" five.", "")],
    )
    ends = [(piece.text, [quote.element for quote in piece.ending]) for piece in part.text[1].pieces]
    assert ends[1:3] == [("two three", ["a"]), (" four", ["b"])]


def test_the_named_paragraph_is_preferred_and_others_are_found():
    (part,) = pane(claim("a", "two three", at=(2,)), claim("b", "seven", at=(1,)))
    assert [words for words, who in shown(part)[2][1] if who == "a"] == ["two three"]
    assert [words for words, who in shown(part)[2][1] if who == "b"] == ["seven"]


def test_what_is_not_in_the_text_is_listed():
    (part,) = pane(claim("a", "nowhere to be found"))
    assert [quote.text for quote in part.loose] == ["nowhere to be found"]


def test_without_the_text_the_quotations_are_listed_in_text_order():
    (part,) = pane(claim("a", "later", at=(9,)), claim("b", "early", at=(2,)), text="")
    assert [quote.text for quote in part.loose] == ["early", "later"]


def test_a_map_that_quotes_nothing_has_no_source_pane():
    assert pane(claim("a"), text="") == ()


def test_links_quote_too():
    link = Link(id="l", premises=("b",), kind="supports", target="a", quote=("four",))
    (part,) = pane(claim("a"), claim("b"), links=(link,))
    assert ("four", "l") in shown(part)[1][1]


@given(st.lists(st.tuples(st.integers(0, 40), st.integers(1, 20)), max_size=8))
def test_pieces_put_together_are_the_text(cuts):
    text = "".join(chr(97 + i % 26) for i in range(60))
    quotes = [text[start : start + length] for start, length in cuts]
    (part,) = pane(claim("a", *quotes), text=text, sources=())
    (only,) = part.text
    assert "".join(piece.text for piece in only.pieces) == text
    assert sum(len(piece.ending) for piece in only.pieces) == len(quotes)
