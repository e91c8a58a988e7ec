from __future__ import annotations

import json
from time import process_time
from typing import TYPE_CHECKING

import pytest

from argmap.formats import aif, xaif
from argmap.model import ArgMap, Claim, Link, link_id
from argmap.source import SourceText
from tests.support.growth import assert_linear

if TYPE_CHECKING:
    from collections.abc import Callable

    from argmap.formats.reading import Reading


def read(value: object) -> Reading:
    return aif.read(SourceText(value if isinstance(value, str) else json.dumps(value, indent=1), "m.json"))


def node(key: object, kind: str, text: str = "Something.", **more: object) -> dict:
    return {"nodeID": key, "type": kind, "text": text, **more}


def edges(*ends: tuple[object, object]) -> list[dict]:
    return [{"edgeID": str(i), "fromID": a, "toID": b, "formEdgeID": None} for i, (a, b) in enumerate(ends)]


def told(reading: Reading) -> list[tuple[int, str]]:
    return [(problem.span.line + 1, problem.code) for problem in reading.problems]


def test_files_of_ova_2_have_other_keys() -> None:
    one, two = {"id": 1, "type": "I", "text": "It rains."}, {"id": 3, "type": "I", "text": "It is wet.", "x": "5"}
    step = {"id": 2, "type": "RA", "text": "Argument from Sign", "scheme": "72"}
    value = {
        "nodes": [one, step, two, 7],
        "edges": [{"from": one, "to": step}, {"from": {"id": 2.0}, "to": two}, {"from": 4, "to": 1}, "x"],
        "analysis": {"txt": "It rains. So it is wet."},
    }
    reading = read(value)
    assert [(link.id, link.scheme) for link in reading.argmap.links] == [("rains supports wet", "Argument from Sign")]
    assert sorted(code for _, code in told(reading)) == ["AM502", "AM502", "AM502", "AM507"]


def test_ids_that_became_fractions_are_the_numbers_that_they_were() -> None:
    nodes = [node(1.0, "I", "A."), node(2.0, "RA"), node(3.0, "I", "B.")]
    reading = read({"nodes": nodes, "edges": edges((1, 2), (2, 3))})
    assert [link.id for link in reading.argmap.links] == ["a supports b"]


def test_ova_says_who_analysed_and_where_the_text_is() -> None:
    inner = {"nodes": [node("1", "I", "A.")], "edges": []}
    who = {"firstname": "Ada", "surname": "Bee ", "url": "https://example.org/text"}
    found = xaif.read(SourceText(json.dumps({"AIF": inner, "OVA": who}))).argmap
    assert (found.authors, found.sources[0].url) == (("Ada Bee",), "https://example.org/text")
    bare = xaif.read(SourceText(json.dumps({"AIF": inner, "ova": []}))).argmap
    assert (bare.authors, bare.sources) == ((), ())


def test_real_files_are_more_than_claims_and_steps(read_fixture: Callable[[str, str], Reading]) -> None:
    reading = read_fixture("aif", "dialogue.aif.json")
    argmap = reading.argmap
    assert {claim.id: claim.text for claim in argmap.claims} == {
        "tide-out-low": "The tide is out & low.",
        "can-walk-island": "We can walk to the island.",
        "mud-deep": "The mud is deep.",
        "one-may-walk-over": "One may walk over.",
        "low-tides-last-hours": "Low tides last for hours.",
        "unsaid": "Unsaid",
    }
    assert argmap.claim("tide-out-low").by == "Mara"
    assert argmap.claim("unsaid").implicit
    walk = "tide-out-low+low-tides-last-hours supports can-walk-island"
    assert [(link.id, link.scheme) for link in argmap.links] == [
        (walk, ""),
        (f"mud-deep undercuts {walk}", "ConflictFromObstacle"),
        ("one-may-walk-over supports can-walk-island", "rephrase"),
        ("tide-out-low supports one-may-walk-over", ""),
        ("unsaid supports mud-deep", ""),
    ]
    assert told(reading) == [
        (1, "AM502"), (2, "AM509"), (10, "AM503"), (11, "AM502"), (14, "AM502"), (16, "AM502"), (17, "AM502"),
        (17, "AM503"), (24, "AM503"), (25, "AM503"), (26, "AM507"),
    ]  # fmt: skip


def test_numbers_and_texts_as_ids_name_the_same_node() -> None:
    reading = read(
        {"nodes": [node(1, "I", "A."), node("2", "I", "B."), node(3, "RA")], "edges": edges(("1", 3), ("3", 2))}
    )
    assert [link.id for link in reading.argmap.links] == ["a supports b"]
    assert not reading.problems


def test_undercuts_in_a_circle_get_numbers_for_names() -> None:
    graph = {
        "nodes": [node("a", "I", "A."), node("b", "I", "B."), node("x", "CA"), node("y", "CA")],
        "edges": edges(("a", "x"), ("x", "y"), ("b", "y"), ("y", "x")),
    }
    links = read(graph).argmap.links
    assert [(link.id, link.target, link.named) for link in links] == [
        ("link-1", "b undercuts link-1", True),
        ("b undercuts link-1", "link-1", False),
    ]


def test_what_undercuts_a_lost_step_is_lost_with_it() -> None:
    graph = {
        "nodes": [node("a", "I", "A."), node("x", "RA"), node("y", "CA"), node("z", "CA")],
        "edges": edges(("x", "a"), ("a", "y"), ("y", "x"), ("a", "z"), ("z", "y")),
    }
    reading = read(graph)
    assert reading.argmap.links == ()
    assert [problem.code for problem in reading.problems] == ["AM502"] * 3


def test_equal_steps_are_kept_apart() -> None:
    graph = {
        "nodes": [node("a", "I", "A."), node("b", "I", "B."), node("x", "RA"), node("y", "RA")],
        "edges": edges(("a", "x"), ("x", "b"), ("a", "y"), ("y", "b")),
    }
    assert [(link.id, link.named) for link in read(graph).argmap.links] == [("a supports b", False), ("link-1", True)]


def test_long_chains_of_undercuts_do_not_make_long_ids() -> None:
    count = 3000
    graph = {
        "nodes": [node("a", "I", "A."), node("b", "I", "B."), *(node(f"s{i}", "CA") for i in range(count))],
        "edges": edges(
            ("s0", "b"), *(("a", f"s{i}") for i in range(count)), *((f"s{i}", f"s{i - 1}") for i in range(1, count))
        ),
    }
    links = read(graph).argmap.links
    assert len(links) == count
    assert max(len(link.id) for link in links) <= 300


@pytest.mark.parametrize(
    ("value", "code", "place", "says"),
    [
        ("", "AM501", "m.json:1:1", "not JSON"),
        ('{"nodes": [', "AM501", "m.json:1:12", "not JSON"),
        ("[1]", "AM501", "m.json:1:1", "no list called 'nodes'"),
        ('{\n "nodes": {}}', "AM501", "m.json:1:1", "no list called 'nodes'"),
        ('{"nodes": [], "edges": []}', "AM508", "m.json:1:1", "no claims"),
        ('{"nodes": [{"nodeID": 1, "type": "I"}],\n "edges": 7}', "AM501", "m.json:2:11", "'edges' is not a list"),
        ("[" * 100_000, "AM505", "m.json:1:1", "too deep"),
        ('{"nodes": ' + "9" * 5000 + "}", "AM501", "m.json:1:1", "number is too long"),
    ],
)
def test_what_cannot_be_read_is_one_located_error(value: str, code: str, place: str, says: str) -> None:
    reading = read(value)
    error = next(problem for problem in reading.problems if problem.severity == "error")
    assert reading.argmap is None
    assert (error.code, str(error.span)) == (code, place)
    assert says in error.message


def test_raw_control_characters_are_read_and_replaced() -> None:
    reading = read('{"nodes": [{"nodeID": "1", "type": "I", "text": "a\x01b\nc"}], "edges": []}')
    assert reading.argmap.claims[0].text == "a\ufffdb\nc"
    assert [problem.code for problem in reading.problems] == ["AM509"]


def test_halves_of_characters_do_no_harm() -> None:
    reading = read('{"nodes": [{"nodeID": "1", "type": "I", "text": "\\ud800"}], "edges": []}')
    assert reading.argmap.claims[0].text.encode() == "\ufffd".encode()


def test_one_kind_of_problem_is_told_a_few_times_and_counted() -> None:
    reading = read({"nodes": [node("a", "I", "A.")], "edges": edges(*(("a", f"x{i}") for i in range(1000)))})
    assert len(reading.problems) == 21
    assert reading.problems[-1].message == "and 980 more of AM507, not listed"


DEMO = ArgMap(
    title="Buses",
    date="2024-03-01",
    claims=(
        Claim(id="ban", text="Ban cars."), Claim(id="smoke", text="Cars smoke."),
        Claim(id="roads", text="Buses need roads."),
    ),
    links=(
        Link(id="why", premises=("smoke",), kind="supports", target="ban", named=True, scheme="argument from sign"),
        Link(id=link_id(("roads",), "undercuts", "why"), premises=("roads",), kind="undercuts", target="why"),
    ),
)  # fmt: skip


def test_we_write_what_aifdb_writes() -> None:
    value = json.loads("\n".join(aif.write(DEMO)))
    stamp = "2024-03-01 00:00:00"
    assert [(row["nodeID"], row["type"], row["text"], row["timestamp"]) for row in value["nodes"]] == [
        ("1", "I", "Ban cars.", stamp),
        ("2", "I", "Cars smoke.", stamp),
        ("3", "I", "Buses need roads.", stamp),
        ("4", "RA", "argument from sign", stamp),
        ("5", "CA", "Default Conflict", stamp),
    ]
    assert [tuple(row.values()) for row in value["edges"]] == [
        ("1", "2", "4", None),
        ("2", "4", "1", None),
        ("3", "3", "5", None),
        ("4", "5", "4", None),
    ]
    assert value["locutions"] == []


def test_xaif_has_a_place_for_each_node_and_none_for_two() -> None:
    value = json.loads("\n".join(xaif.write(DEMO)))
    assert {"AIF", "text", "dialog", "OVA"} <= value.keys()
    places = {row["nodeID"]: (row["x"], row["y"]) for row in value["OVA"]["nodes"]}
    assert len(set(places.values())) == len(value["AIF"]["nodes"]) == len(places)
    assert places["1"][1] < places["4"][1] < places["2"][1]
    assert all(row["visible"] for row in value["OVA"]["edges"])


def test_a_file_of_ours_that_was_edited_elsewhere_still_shows_what_it_says() -> None:
    value = json.loads("\n".join(aif.write(DEMO)))
    value["nodes"][0]["text"] = "Ban all cars."
    value["nodes"][1]["argmap"] = {"id": 7, "credence": "much", "tags": ["x"], "colour": 1, "status": "so"}
    value["argmap"]["thesis"] = ["gone"]
    reading = read(value)
    assert [(claim.id, claim.text) for claim in reading.argmap.claims] == [
        ("ban", "Ban all cars."),
        ("cars-smoke", "Cars smoke."),
        ("roads", "Buses need roads."),
    ]
    assert reading.argmap.claims[1].tags == ("x",)
    assert sorted(problem.code for problem in reading.problems) == ["AM502"] * 3 + ["AM507"]


def test_the_other_kind_of_aif_is_read_with_a_word() -> None:
    value = {"AIF": {"nodes": [node("1", "I", "A.")], "edges": None, "locutions": None}, "OVA": []}
    assert [problem.code for problem in read(value).problems] == ["AM504"]
    assert not xaif.read(SourceText(json.dumps(value))).problems
    plain = xaif.read(SourceText(json.dumps(value["AIF"])))
    assert [problem.code for problem in plain.problems] == ["AM504"]
    assert plain.argmap.claims


def test_the_analysed_text_of_xaif_is_left_out_and_told() -> None:
    value = {"AIF": {"nodes": [node("1", "I", "A.")], "edges": []}, "text": {"txt": "So <span>A</span>."}, "OVA": []}
    reading = xaif.read(SourceText(json.dumps(value)))
    assert [problem.message.partition(" has")[0] for problem in reading.problems] == ["the text that is analysed"]


def test_steps_for_steps_are_followed_in_linear_time() -> None:
    def chain(count: int) -> Callable[[], Reading]:
        steps = [node(f"s{number}", "RA") for number in range(count)]
        ends = [("a", "s0"), *((f"s{number}", f"s{number + 1}") for number in range(count - 1)), (f"s{count - 1}", "b")]
        text = json.dumps({"nodes": [node("a", "I", "A."), node("b", "I", "B."), *steps], "edges": edges(*ends)})
        return lambda: read(text)

    assert [link.id for link in chain(100)().argmap.links] == ["a supports b"]
    assert_linear(chain, 10_000)


@pytest.mark.parametrize("shape", ["one step", "steps for steps"])
def test_steps_that_multiply_are_bounded(shape: str) -> None:
    count = 3_000
    claims = [node(number, "I", f"C{number}.") for number in range(2 * count)]
    if shape == "one step":
        steps = [node("s", "RA")]
        ends = [*((number, "s") for number in range(count)), *(("s", number) for number in range(count, 2 * count))]
    else:
        steps = [node(f"s{number}", "RA") for number in range(count + 1)]
        ends = [
            end
            for number in range(count)
            for end in ((f"s{number}", f"s{number + 1}"), (number, f"s{number}"), (f"s{number}", count + number))
        ]
    start = process_time()
    reading = read({"nodes": [*claims, *steps], "edges": edges(*ends)})
    assert process_time() - start < 10
    assert reading.argmap is None
    assert "AM505" in [problem.code for problem in reading.problems]
