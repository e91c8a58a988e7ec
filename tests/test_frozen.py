"""Our frozen classes behave as those of the standard library do, wherever anybody can look."""

from __future__ import annotations

import copy
import dataclasses
import inspect
import pickle

import pytest
from hypothesis import given
from hypothesis import strategies as st

import argmap.frozen
from argmap.model import ArgMap, Claim, Group, Link
from argmap.source import Span

FIELDS = st.fixed_dictionaries({"a": st.integers(0, 2), "b": st.text("xy", max_size=1)})


def twins():
    made = []
    for home in (dataclasses, argmap.frozen):

        @home.dataclass(frozen=True, slots=True, order=True)
        class Point:
            a: int
            b: str = ""
            c: tuple = home.field(default=(), compare=False, repr=False)

            def double(self) -> int:
                return 2 * self.a

        made.append(Point)
    return made


STANDARD, OURS = twins()


@given(one=FIELDS, other=FIELDS)
def test_equality_order_hash_and_repr_are_the_same(one, other):
    mine, yours = OURS(**one), OURS(**other)
    their, other_one = STANDARD(**one), STANDARD(**other)
    for compare in ("__eq__", "__lt__", "__le__", "__gt__", "__ge__", "__ne__"):
        assert getattr(mine, compare)(yours) == getattr(their, compare)(other_one)
    assert hash(mine) == hash(their)
    assert repr(mine) == repr(their)
    assert mine != their
    assert mine.double() == their.double()
    assert OURS(**one, c=(1,)) == mine


def test_signatures_are_the_same():
    assert list(inspect.signature(OURS).parameters) == list(inspect.signature(STANDARD).parameters)
    assert OURS.__match_args__ == STANDARD.__match_args__
    assert Claim.__match_args__ == ()
    with pytest.raises(TypeError):
        Claim("a", "b")
    with pytest.raises(TypeError):
        Claim(id="a")


def test_nothing_can_be_changed():
    point = Span()
    with pytest.raises(dataclasses.FrozenInstanceError, match="cannot assign to field 'line'"):
        point.line = 3
    with pytest.raises(dataclasses.FrozenInstanceError):
        del point.line
    with pytest.raises(AttributeError):
        point.other = 3
    assert not hasattr(point, "__dict__")


def test_the_tools_of_the_standard_library_work():
    claim = Claim(id="a", text="A.", tags=("x",))
    assert dataclasses.is_dataclass(Claim)
    assert dataclasses.replace(claim, text="B.") == Claim(id="a", text="B.", tags=("x",))
    assert [row.name for row in dataclasses.fields(Group)] == ["id", "title", "color", "note"]
    assert dataclasses.asdict(Group(id="g", title="G")) == {"id": "g", "title": "G", "color": "", "note": ""}
    argmap = ArgMap(title="T", claims=(claim,))
    assert dataclasses.replace(argmap, claims=()).is_claim("a") is False
    with pytest.raises(ValueError, match="_claims"):
        dataclasses.replace(argmap, _claims={})


def test_copies_are_equal():
    link = Link(id="l", premises=("a",), kind="supports", target="b", named=True)
    for same in (copy.copy(link), copy.deepcopy(link), pickle.loads(pickle.dumps(link))):  # noqa: S301 - our own bytes
        assert same == link
    argmap = ArgMap(title="T", claims=(Claim(id="a", text="A."),))
    assert pickle.loads(pickle.dumps(argmap)).claim("a").text == "A."  # noqa: S301 - our own bytes
