from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from argmap.near import distance, nearest

WORDS = st.text("abc", max_size=6)


@given(one=WORDS, other=WORDS)
def test_distance_is_symmetric_and_bounded(one, other):
    assert distance(one, other, 9) == distance(other, one, 9)
    assert (distance(one, other, 9) == 0) == (one == other)
    assert distance(one, other, 2) == min(3, distance(one, other, 9))


@given(one=WORDS, other=WORDS)
def test_one_change_costs_one(one, other):
    assert distance(one + "x" + other, one + other, 9) == 1
    assert distance(one + "xy" + other, one + "yx" + other, 9) == 1


def test_short_words_are_near_to_nothing_but_themselves():
    assert nearest("c", ["a", "b"]) == ""
    assert nearest("B", ["a", "b"]) == "b"


def test_the_first_of_equals_is_taken_and_many_are_searched_by_first_letter():
    assert nearest("turnont", ["turnout", "turnous"]) == "turnout"
    many = [f"x{number:05}" for number in range(9_000)] + ["turnout"]
    assert nearest("turnuot", many) == "turnout"
