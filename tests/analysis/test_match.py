"""Matching claims: by id, by text, one to one."""

from __future__ import annotations

import random
from itertools import permutations

import pytest

from argmap.analysis.assign import assign
from argmap.analysis.match import match, similarity
from argmap.model import ArgMap, Claim


def texts(**rows: str) -> ArgMap:
    return ArgMap(title="", claims=tuple(Claim(id=name, text=text) for name, text in rows.items()))


def test_the_assignment_is_the_best_of_all():
    rng = random.Random(1)  # noqa: S311 - a seeded run, not a secret
    for _ in range(300):
        size, others = rng.randint(1, 5), rng.randint(1, 5)
        weights = {
            (i, j): rng.choice([0.5, 0.7, rng.random() + 0.01])
            for i in range(size)
            for j in range(others)
            if rng.random() < 0.6
        }
        found = assign(weights)
        assert len({i for i, _ in found}) == len({j for _, j in found}) == len(found)
        columns = [*range(others), *[-1] * size]
        best = max(sum(weights.get(pair, 0.0) for pair in enumerate(row)) for row in permutations(columns, size))
        assert sum(weights[pair] for pair in found) == pytest.approx(best)


def test_a_huge_block_is_assigned_greedily():
    weights = {(i, j): 0.5 + (i == j) * 0.1 for i in range(310) for j in range(i, min(310, i + 3))}
    assert assign(weights) == [(i, i) for i in range(310)]


def test_same_ids_match_whatever_the_wording():
    found = match(texts(a="Zoos should close.", b="B."), texts(a="Close them!", c="C."))
    assert (dict(found.pairs), found.left, found.right) == ({"a": "a"}, ("b",), ("c",))


def test_an_id_that_was_given_to_another_text_does_not_count():
    found = match(texts(c1="Zoos should close.", c2="Pain is bad."), texts(c1="Pain is bad!", c2="Zoos should close."))
    assert dict(found.pairs) == {"c1": "c2", "c2": "c1"}


def test_texts_match_where_ids_differ_and_the_threshold_counts():
    one = texts(a="Compulsory voting raises turnout.", b="Turnout matters.", c="Cats sleep.")
    other = texts(x="Turnout matters a lot.", y="Turnout is raised by compulsory voting.", z="Quite another thing.")
    found = match(one, other)
    assert dict(found.pairs) == {"a": "y", "b": "x"}
    assert found.left == ("c",)
    assert found.right == ("z",)
    assert found.similarity["a"] == similarity(one.claim("a").text, other.claim("y").text) > 0.6
    assert match(one, other, threshold=0.99).pairs == {}


def test_empty_maps_match_nothing():
    assert match(texts(), texts(a="A.")).right == ("a",)
