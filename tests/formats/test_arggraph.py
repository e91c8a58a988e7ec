from __future__ import annotations

from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

from argmap.formats import arggraph
from argmap.model import ArgMap, Claim, Link
from argmap.source import SourceText
from tests.support.growth import assert_linear

if TYPE_CHECKING:
    from collections.abc import Callable

    from argmap.formats.reading import Reading

FERRY = """\
<?xml version='1.0' encoding='UTF-8'?>
<!DOCTYPE arggraph SYSTEM "arggraph.dtd">
<arggraph id="x1" topic_id="ferry"
          stance="pro">
  <edu id="e1"><![CDATA[The ferry should run]]></edu>
  <edu id="e2"><![CDATA[at night.]]></edu>
  <edu id="e3" implicit="true"><![CDATA[People want to go home & to bed.]]></edu>
  <edu id="e4">The crew is tired.</edu>
  <edu id="e5">They sleep by day.</edu>
  <edu id="e6">Nobody checks.</edu>
  <edu id="e7">Nothing.</edu>
  <joint id="j1"/>
  <adu id="a1" type="pro"/><adu id="a2" type="pro"/><adu id="a3" type="opp"/>
  <adu id="a4" type="pro"/><adu id="a5" type="opp"/>
  <edge id="c1" src="e1" trg="j1" type="seg"/><edge id="c2" src="e2" trg="j1" type="seg"/>
  <edge id="c0" src="j1" trg="a1" type="seg"/>
  <edge id="c3" src="e3" trg="a2" type="seg"/><edge id="c4" src="e4" trg="a3" type="seg"/>
  <edge id="c5" src="e5" trg="a4" type="seg"/><edge id="c6" src="e6" trg="a5" type="seg"/>
  <edge id="c7" src="a2" trg="a1" type="exa"/>
  <edge id="c8" src="a3" trg="a1" type="reb"/>
  <edge id="c9" src="a4" trg="c8" type="und"/>
  <edge id="c10" src="a5" trg="c9" type="und"/>
  <edge id="c11" src="a5" trg="c8" type="add"/>
  <edge id="c12" src="a5" trg="c99" type="add"/>
  <edge id="c13" src="a5" trg="a1" type="odd"/>
</arggraph>
"""


def read(text: str) -> Reading:
    return arggraph.read(SourceText(text, "m.xml"))


def test_units_take_their_text_from_segments_and_edges_may_lead_to_edges() -> None:
    reading = read(FERRY)
    argmap = reading.argmap
    assert argmap.title == "ferry"
    assert [(claim.text, claim.implicit) for claim in argmap.claims] == [
        ("The ferry should run at night.", False),
        ("People want to go home & to bed.", True),
        ("The crew is tired.", False),
        ("They sleep by day.", False),
        ("Nobody checks.", False),
    ]
    rebuttal = "crew-tired+nobody-checks attacks ferry-should-run-night"
    assert [(link.id, link.scheme) for link in argmap.links] == [
        ("people-want-go-home supports ferry-should-run-night", "example"),
        (rebuttal, ""),
        (f"sleep-day undercuts {rebuttal}", ""),
        (f"nobody-checks undercuts sleep-day undercuts {rebuttal}", ""),
    ]
    assert [(problem.span.line + 1, problem.code) for problem in reading.problems] == [
        (3, "AM502"),
        (11, "AM502"),
        (24, "AM507"),
        (25, "AM502"),
    ]


def test_edges_onto_added_premises_bear_on_the_whole_step() -> None:
    units = "".join(f'<edu id="e{n}">{name}.</edu><adu id="a{n}"/>' for n, name in enumerate("TPQRU"))
    segments = "".join(f'<edge id="s{n}" src="e{n}" trg="a{n}" type="seg"/>' for n in range(5))
    reading = read(
        f"<arggraph>{units}{segments}"
        '<edge id="c4" src="a4" trg="c2" type="und"/><edge id="c3" src="a3" trg="c2" type="add"/>'
        '<edge id="c1" src="a1" trg="a0" type="sup"/><edge id="c2" src="a2" trg="c1" type="add"/>'
        '<edge id="x" src="a2" trg="y" type="add"/><edge id="y" src="a2" trg="x" type="add"/></arggraph>'
    )
    assert [link.id for link in reading.argmap.links] == ["u undercuts p+r+q supports t", "p+r+q supports t"]
    assert sorted(problem.code for problem in reading.problems) == ["AM503", "AM507", "AM507"]


def test_chains_of_joints_and_of_added_premises_take_linear_time() -> None:
    def chain(count: int) -> Callable[[], object]:
        rows = [f"<edu id='e{n}'>t</edu><edge id='s{n}' src='e{n}' trg='j{n}' type='seg'/>" for n in range(count)]
        rows += [f"<edge id='t{n}' src='j{n}' trg='j{n + 1}' type='seg'/>" for n in range(count)]
        rows += [f"<edge id='c{n}' src='u' trg='c{n + 1}' type='add'/>" for n in range(count)]
        source = SourceText(
            f"<arggraph>{''.join(rows)}<adu id='a'/><adu id='u'/><edge id='t' src='j{count}' trg='a' type='seg'/>"
            f"<edge id='c{count}' src='u' trg='a' type='sup'/></arggraph>"
        )
        return lambda: arggraph.read(source)

    assert_linear(chain, 10_000)


def test_numbers_are_no_names_but_names_that_look_like_numbers_come_back() -> None:
    argmap = ArgMap(
        title="x",
        claims=(Claim(id="a1", text="A."), Claim(id="own.a1", text="B."), Claim(id="c1", text="C.")),
        links=(Link(id="c2", premises=("a1",), kind="supports", target="c1", named=True),),
    )
    assert read("\n".join(arggraph.write(argmap))).argmap == argmap
    assert read(FERRY).argmap.claims[0].id == "ferry-should-run-night"


def test_sides_are_counted_from_the_thesis() -> None:
    argmap = read(FERRY).argmap
    root = ET.fromstring("\n".join(arggraph.write(argmap)))  # noqa: S314 - we wrote it ourselves
    assert [unit.get("type") for unit in root.iter("adu")] == ["pro", "pro", "opp", "pro", "opp"]
    kinds = [edge.get("type") for edge in root.iter("edge")]
    assert kinds == ["seg"] * 5 + ["sup", "reb", "add", "und", "und"]


def test_entities_of_the_file_are_refused_and_nothing_is_fetched() -> None:
    bomb = (
        '<!DOCTYPE arggraph [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;">]><arggraph id="x">&b;</arggraph>'
    )
    reading = read(f"\n{bomb}")
    assert reading.argmap is None
    assert [(problem.code, str(problem.span)) for problem in reading.problems] == [("AM501", "m.xml:2:32")]
    outside = '<!DOCTYPE arggraph [<!ENTITY a SYSTEM "file:///etc/passwd">]><arggraph id="x">&a;</arggraph>'
    assert "declares an entity" in read(outside).problems[0].message
    undeclared = read('<!DOCTYPE arggraph SYSTEM "x.dtd"><arggraph id="x"><edu id="e1">&a;</edu></arggraph>')
    assert undeclared.argmap is None


def test_deep_nesting_and_other_roots_are_errors() -> None:
    assert read("<a>" * 100_000).problems[0].code == "AM505"
    assert "<svg>" in read("<svg/>").problems[0].message
