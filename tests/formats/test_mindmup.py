from __future__ import annotations

import json
from typing import TYPE_CHECKING

from argmap.formats import mindmup
from argmap.model import ArgMap, Claim, Link
from argmap.source import SourceText
from tests.formats.test_aif import DEMO

if TYPE_CHECKING:
    from argmap.formats.reading import Reading


def read(value: object) -> Reading:
    return mindmup.read(SourceText(json.dumps(value), "m.mup"))


def idea(title: str, *below: dict, **attr: object) -> dict:
    return {"title": title, "attr": attr, "ideas": {str(rank): row for rank, row in enumerate(below, 1)}}


def group(side: str, *below: dict, **more: object) -> dict:
    return idea("group", *below, group=side, contentLocked=True, **more)


def whole(*below: dict, **more: object) -> dict:
    return {"formatVersion": 3, "id": "root", **idea("Title", *below), **more}


def test_groups_are_links_and_groups_in_groups_undercut() -> None:
    tree = idea(
        "A.\n",
        group("supporting", idea("B.", styleNames=["attr_implicit_claim"]), idea("C.", note={"text": "N."}),
              group("opposing", idea("D."))),
        group("opposing", idea("E.", idea("F."))),
    )  # fmt: skip
    reading = read(whole(tree))
    argmap = reading.argmap
    assert argmap.title == "Title"
    assert [link.id for link in argmap.links] == [
        "b+c supports a",
        "d undercuts b+c supports a",
        "e attacks a",
        "f supports e",
    ]
    assert (argmap.claim("b").implicit, argmap.claim("c").note) == (True, "N.")
    assert [problem.code for problem in reading.problems] == ["AM503"]


def test_ranks_are_numbers_and_the_left_side_comes_last() -> None:
    value = whole()
    value["ideas"] = {rank: idea(rank) for rank in ("10", "-1", "2", "x", "1.5")}
    assert [claim.text for claim in read(value).argmap.claims] == ["1.5", "2", "10", "-1", "x"]


def test_what_has_no_place_in_a_map_is_told() -> None:
    value = whole(
        idea("A.", icon={"url": "x"}), group("opposing", idea("B.")), links=[{"ideaIdFrom": 1, "ideaIdTo": 2}]
    )
    value["ideas"]["9"] = 5
    reading = read(value)
    assert [claim.text for claim in reading.argmap.claims] == ["A.", "B."]
    assert [problem.code for problem in reading.problems] == ["AM502"] * 4


def test_older_files_are_one_tree_with_its_root_on_top() -> None:
    value = {"formatVersion": 2, "id": 1, **idea("A.", group("supporting", idea("B.")))}
    reading = read(value)
    assert ([link.id for link in reading.argmap.links], reading.problems) == (["b supports a"], ())


def test_labels_of_lines_are_notes_of_reasons_and_other_groups_are_guessed() -> None:
    strong = group(
        "supporting", idea("B.", idea("C.", parentConnector={"label": "so"})), parentConnector={"label": "1"}
    )
    reading = read(whole(idea("A.", strong, group("neutral", idea("D.")))))
    assert [(link.id, link.note) for link in reading.argmap.links] == [
        ("b supports a", "1"),
        ("c supports b", ""),
        ("d supports a", ""),
    ]
    assert [(problem.code, problem.message) for problem in reading.problems] == [
        ("AM502", "the label 'so' of the line above an idea was left out"),
        ("AM503", "an idea beneath an idea, without a group, was read as support"),
        ("AM503", "a group of the kind 'neutral' was read as supporting"),
    ]


def test_a_claim_in_two_places_keeps_its_reasons_in_one() -> None:
    claims = tuple(Claim(id=name, text=f"{name}.") for name in "abc")
    links = (
        Link(id="x", premises=("b", "c"), kind="supports", target="a", named=True),
        Link(id="y", premises=("c",), kind="undercuts", target="x", named=True),
        Link(id="z", premises=("a",), kind="attacks", target="b", named=True),
    )
    argmap = ArgMap(title="t", claims=claims, links=links)
    text = "\n".join(mindmup.write(argmap))
    assert text.count('"same"') == 2
    assert mindmup.read(SourceText(text)).argmap == argmap


def test_deep_maps_do_not_make_deep_files() -> None:
    size = 1000
    claims = tuple(Claim(id=f"c{i}", text=f"C{i}.") for i in range(size))
    links = tuple(
        Link(id=f"l{i}", premises=(f"c{i}",), kind="supports", target=f"c{i - 1}", named=True) for i in range(1, size)
    )
    argmap = ArgMap(title="t", claims=claims, links=links)
    text = "\n".join(mindmup.write(argmap))
    assert mindmup.read(SourceText(text)).argmap == argmap
    assert json.loads(text)["formatVersion"] == 3


def test_undercuts_in_a_circle_stand_beside_the_trees() -> None:
    links = tuple(
        Link(id=name, premises=("smoke",), kind="undercuts", target=target, named=True) for name, target in ("xy", "yx")
    )
    argmap = ArgMap(title="t", claims=DEMO.claims, links=links)
    assert mindmup.read(SourceText("\n".join(mindmup.write(argmap)))).argmap == argmap
