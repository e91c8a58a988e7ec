"""Formats that are only read: what each file of theirs means as a map, and what it cannot mean."""

from __future__ import annotations

from importlib import import_module
from textwrap import dedent
from typing import TYPE_CHECKING

import pytest

from argmap.formats import aml, apx, argmap_yaml, argunet, brat, gsn, rationale, yed
from argmap.source import SourceText
from tests.formats.conftest import FIXTURES

if TYPE_CHECKING:
    from collections.abc import Callable

    from argmap.formats.reading import Reading

    Read = Callable[[str, str], Reading]


def ids(reading: Reading) -> list[str]:
    return [link.id for link in reading.argmap.links]


def told(reading: Reading) -> list[tuple[int, str]]:
    return [(problem.span.line + 1, problem.code) for problem in reading.problems]


def test_gsn_supports_jointly_and_challenges_relations(read_fixture: Read) -> None:
    reading = read_fixture("gsn", "night-trains.gsn.yaml")
    argmap = reading.argmap
    assert (argmap.title, argmap.description) == ("Night trains", "Are night trains safe enough to run again?")
    assert ids(reading) == [
        "S1+C1 supports G1",
        "G2+G3+J1 supports S1",
        "Sn1 supports G2",
        "CG1 attacks Sn1",
        "CG2 undercuts G2+G3+J1 supports S1",
    ]
    kinds = [claim.kind for claim in argmap.claims]
    assert kinds[:5] == ["goal", "strategy", "goal", "goal", "solution"]
    assert kinds[5:] == ["context", "justification", "counter-goal", "counter-goal"]
    assert argmap.claim("G3").status == "open"
    drill = argmap.claim("Sn1")
    assert (drill.url, drill.note, drill.tags) == (
        "https://example.org/drill",
        "layer2: Kept by the fire brigade.",
        ("evidence",),
    )
    assert not reading.problems


def test_gsn_that_is_wrong_or_incomplete_is_told() -> None:
    text = """\
        A lone thing:
          nodeType: CounterSolution
          text: [no, text]
          supportedBy: [G9, G1]
        G1: {inContextOf: C1, acp: {ACP1: C1}, defeated: true}
        C1: null
        G1: {text: Again}
        X1: {text: What?, challenges: [G7, G1 -> C1]}
        module: {name: M, uses: [other.yaml]}
        """
    reading = gsn.read(SourceText(dedent(text), "m.yaml"))
    assert [(claim.text, claim.kind) for claim in reading.argmap.claims] == [
        ("(no text)", "counter-solution"),
        ("(no text)", "goal"),
        ("(no text)", "context"),
        ("What?", ""),
    ]
    assert reading.argmap.claim("G1").note == "in the context of: C1"
    assert reading.argmap.claim("G1").status == "rejected"
    codes = [code for _, code in told(reading)]
    assert sorted(codes) == ["AM502"] * 3 + ["AM503"] * 2 + ["AM507"] * 3 + ["AM509"] * 3
    assert gsn.read(SourceText("- G1\n")).argmap is None


def test_reasons_and_objections_of_argmap_yaml(read_fixture: Read) -> None:
    reading = read_fixture("argmap_yaml", "umbrella.yml")
    rain = "barometer-falling+falling-barometer-means-rain supports rain"
    assert ids(reading) == [
        "rain+whoever-out-rain-needs supports should-take-umbrella",
        rain,
        f"barometer-broken-week undercuts {rain}",
        "umbrella-heavy attacks should-take-umbrella",
    ]
    links = reading.argmap.links
    assert (links[0].strength, links[1].note) == (0.8, "label: by rule of thumb")
    assert [claim.id for claim in reading.argmap.claims if claim.implicit] == [
        "falling-barometer-means-rain",
        "whoever-out-rain-needs",
    ]
    assert reading.argmap.claim("umbrella-heavy").note == "It is made of oak."
    assert not reading.problems


def test_argmap_yaml_in_markdown_with_keys_that_repeat() -> None:
    text = dedent(
        """\
        # Notes

        ``` {.argmap name="Two at once"}
        It snows.:
          r1:
            It is cold.:
          r1:
            It is white.:
          o1:
          strength: high
        ```

        ``` {.argmap}
        Another:
        ```
        """
    )
    reading = argmap_yaml.read(SourceText(text, "notes.md"))
    assert reading.argmap.title == "Two at once"
    assert ids(reading) == ["cold supports snows", "white supports snows"]
    assert reading.argmap.claims[0].note == "strength: high"
    assert told(reading) == [(9, "AM502"), (13, "AM502")]
    assert argmap_yaml.read(SourceText("- a\n")).argmap is None


def test_araucaria_links_and_refutes(read_fixture: Read) -> None:
    reading = read_fixture("aml", "lighthouse.aml")
    argmap = reading.argmap
    assert ids(reading) == [
        "smoke-rises attacks nobody-lighthouse",
        "lamp-out+when-somebody-lamp-burns supports nobody-lighthouse",
        "boat-gone supports nobody-lighthouse",
    ]
    assert argmap.links[1].scheme == "Argument from Sign"
    assert argmap.claim("smoke-rises").by == "Ole"
    assert argmap.claim("when-somebody-lamp-burns").implicit
    assert (argmap.authors, argmap.date, argmap.description) == (("Ida",), "2024-05-01", "Short.\nSource: A letter")
    assert told(reading) == [(4, "AM502"), (5, "AM502"), (14, "AM502")]


def test_roles_of_araucaria_are_notes() -> None:
    role = '<ROLE class="toulmin" element="datum"/><ROLE class="" element="evidence"/><ROLE class="x" element=""/>'
    reading = aml.read(SourceText(f"<ARG><AU><PROP><PROPTEXT>A.</PROPTEXT>{role}</PROP></AU></ARG>"))
    assert (reading.argmap.claims[0].note, reading.problems) == ("toulmin: datum\nevidence", ())


def test_a_gsn_element_that_is_only_its_text() -> None:
    reading = gsn.read(SourceText("G1: The brake is safe.\nG2: {text: B., supportedBy: G1}\n"))
    assert ([claim.text for claim in reading.argmap.claims], ids(reading)) == (
        ["The brake is safe.", "B."],
        ["G1 supports G2"],
    )
    assert told(reading) == [(1, "AM504")]


def test_keys_of_a_gsn_module_that_have_no_place_are_told() -> None:
    reading = gsn.read(SourceText("module: {name: M, owner: Ada}\nG1: {text: A.}\n"))
    assert [row.message for row in reading.problems] == ["'owner' of the module has no place in a map; it was left out"]


def test_rationale_scripts(read_fixture: Read) -> None:
    reading = read_fixture("rationale", "bakery.rtnl")
    why = "people-want-fresh-bread+bakery-should-sell-what supports bakery-should-open-sundays"
    assert ids(reading) == [
        why,
        f"people-also-want-cheap undercuts {why}",
        "nine-bakers-ten-sleep attacks bakery-should-open-sundays",
    ]
    sleepers = reading.argmap.claim("nine-bakers-ten-sleep")
    assert (sleepers.kind, sleepers.note) == ("Statistic", "Asked in May.")
    assert reading.argmap.claims[1].text == 'People want "fresh" bread on Sundays.'
    assert not reading.problems


def test_rationale_scripts_that_do_not_add_up() -> None:
    text = """\
        SetText("early")
        a = Create("Claim"); SetText("A.")
        b = CreateChild(a, "Claim")
        SetText("B.")
        r = CreateChild(zz, "CompoundReason")
        c = CreateChild(r, "Claim")
        SetText("C.")
        CreateChild(a, "CompoundObjection")
        """
    reading = rationale.read(SourceText(dedent(text), "m.rtnl"))
    assert ids(reading) == ["b supports a"]
    assert told(reading) == [(1, "AM502"), (3, "AM503"), (5, "AM502"), (5, "AM507"), (8, "AM502")]
    assert rationale.read(SourceText("nothing here")).argmap is None


def test_simple_reasons_of_rationale_are_claims_with_their_links() -> None:
    text = """\
        a = Create("Contention");
        SetText("Zoos should close.");
        b = CreateChild(a, "Reason");
        SetText("Animals suffer.");
        c = CreateChild(b, "Objection");
        SetText("They are fed.");
        i = CreateChild(b, "Inference");
        d = CreateChild(i, "Objection");
        SetText("Suffering may be worth it.");
        e = CreateChild(c, "Objection");
        """
    reading = rationale.read(SourceText(dedent(text), "m.rtnl"))
    assert ids(reading) == [
        "animals-suffer supports zoos-should-close",
        "fed attacks animals-suffer",
        "suffering-may-worth undercuts animals-suffer supports zoos-should-close",
    ]
    assert [(row.message, row.element) for row in reading.problems] == [
        ("an objection without claims was left out", "")
    ]


def test_rationale_texts_of_several_lines_and_further_arguments() -> None:
    text = 'a = Create("Claim", 10, 20);\nSetText("It;\nrains.", 3);\nSetText(a, "It \\"rains\\"\nhard.");\n'
    found = rationale.read(SourceText(text, "m.rtnl")).argmap
    assert [(claim.text, claim.kind) for claim in found.claims] == [('It "rains"\nhard.', "")]


def test_a_variable_of_rationale_is_what_it_was_last() -> None:
    text = """\
        x = Create("Claim"); SetText("A.");
        x = CreateChild(x, "CompoundReason");
        x = CreateChild(x, "Claim"); SetText("B.");
        x = CreateChild(x, "CompoundObjection");
        x = CreateChild(x, "Claim"); SetText("C.");
        """
    assert ids(rationale.read(SourceText(dedent(text)))) == ["b supports a", "c attacks b"]


def test_reasons_for_inferences_of_rationale_add_their_claims_however_deep() -> None:
    text = """\
        a = Create("Claim"); SetText("A.");
        r = CreateChild(a, "CompoundReason"); SetText("Thus.");
        b = CreateChild(r, "Claim"); SetText("B.");
        s = CreateChild(r, "CompoundReason");
        c = CreateChild(s, "Claim"); SetText("C.");
        i = CreateChild(s, "Inference");
        t = CreateChild(i, "CompoundReason");
        d = CreateChild(t, "Claim"); SetText("D.");
        """
    reading = rationale.read(SourceText(dedent(text), "m.rtnl"))
    assert ids(reading) == ["b+c+d supports a"]
    assert reading.argmap.links[0].note == "Thus."
    assert told(reading) == [(4, "AM503"), (7, "AM503")]


def test_brat_links_claims_by_their_stance(read_fixture: Read) -> None:
    reading = read_fixture("brat", "glass.ann")
    argmap = reading.argmap
    assert [(claim.text, claim.kind) for claim in argmap.claims] == [
        ("Glass should be kept.", "major claim"),
        ("Glass is useful.", "claim"),
        ("Glass lasts for ever.", "premise"),
        ("Glass cuts.", "claim"),
    ]
    assert argmap.thesis == (argmap.claims[0].id,)
    assert argmap.claims[0].quote == ("Glass should be kept.", "We ought to keep the glass.")
    assert ids(reading) == [
        "glass-useful supports glass-should-kept",
        "glass-cuts attacks glass-should-kept",
        "glass-lasts-ever supports glass-useful",
        "glass-cuts attacks glass-useful",
    ]
    assert argmap.claims[2].note == "As the saying goes."
    assert told(reading) == [
        (2, "AM503"),
        (8, "AM502"),
        (9, "AM507"),
        (12, "AM507"),
        (13, "AM502"),
        (15, "AM502"),
    ]


def test_brat_with_spaces_for_tabs_and_names_of_other_corpora() -> None:
    text = (
        "T1 own_claim 0 9 It rains.\nT2\tdata 10 15;20 25\tClouds gather.\nT3  data 30 40  Sun shines.\n"
        "R1  supports   Arg1:T2\tArg2:T1 \nR2\tcontradicts Arg1:T3 Arg2:T1\nR3\tPartial_Attack Arg1:T3 Arg2:T2\t\n"
        "#1 AnnotatorNotes T1  sure\n"
    )
    reading = brat.read(SourceText(text, "m.ann"))
    assert ids(reading) == [
        "clouds-gather supports rains",
        "sun-shines attacks rains",
        "sun-shines attacks clouds-gather",
    ]
    assert (reading.argmap.claims[0].note, reading.problems) == ("sure", ())


def test_argunet_groups_and_theses(read_fixture: Read) -> None:
    reading = read_fixture("argunet", "canal.argunet.graphml")
    argmap = reading.argmap
    assert (argmap.title, argmap.description, argmap.language) == ("The canal", "First part", "en")
    assert [(group.id, group.title, group.color) for group in argmap.groups] == [("boats", "Boats", "#c0c0c0")]
    assert [(claim.text, claim.kind, claim.group) for claim in argmap.claims] == [
        ("Freight", "argument", "boats"),
        ("Trains are cheaper.", "argument", "boats"),
        ("The canal should be dug.", "thesis", ""),
    ]
    assert argmap.claims[0].note == "(1) Barges are cheap. [premise]\n(2) The canal pays. [conclusion]"
    assert ids(reading) == ["freight supports canal-should-dug", "trains-cheaper attacks freight"]
    assert sorted(code for _, code in told(reading)) == ["AM502", "AM502", "AM503", "AM507"]


def test_yed_shapes_and_properties(read_fixture: Read) -> None:
    reading = read_fixture("yed", "harvest.yed.graphml")
    argmap = reading.argmap
    assert [(claim.text, claim.note) for claim in argmap.claims] == [
        ("The harvest was good.", ""),
        ("Bread will be cheap.", "CHEAP"),
        ("Mills charge more.", ""),
        ("Mills are idle.", ""),
    ]
    assert ids(reading) == [
        "harvest-good supports bread-cheap",
        "mills-charge-more undercuts harvest-good supports bread-cheap",
        "mills-idle attacks mills-charge-more",
        "mills-idle supports bread-cheap",
    ]
    assert [code for _, code in told(reading)] == ["AM502", "AM503", "AM503"]


YED = """\
<graphml xmlns:y="http://www.yworks.com/xml/graphml">
<key attr.name="known" for="node" id="d1"/><key for="node" id="d2" yfiles.type="nodegraphics"/>
<key for="edge" id="d3" yfiles.type="edgegraphics"/>
<graph>
<node id="g"><data key="d2"><y:NodeLabel>Moral</y:NodeLabel></data><graph>
<node id="h"><data key="d2"><y:NodeLabel>Near</y:NodeLabel></data><graph>
<node id="a"><data key="d1">true</data>
<data key="d2"><y:NodeLabel>&lt;html&gt;Ash &lt;b&gt;&amp;amp;&lt;/b&gt; oak.</y:NodeLabel></data></node>
</graph></node>
<node id="b"><data key="d2"><y:NodeLabel>C.</y:NodeLabel></data></node>
</graph></node>
<node id="t"><data key="d2"><y:NodeLabel>T.</y:NodeLabel></data></node>
<edge id="1" source="a" target="t"><data key="d3"><y:EdgeLabel>Pro</y:EdgeLabel></data></edge>
<edge id="2" source="b" target="t"><data key="d3"><y:EdgeLabel>because</y:EdgeLabel></data></edge>
<edge id="3" source="b" target="a"><data key="d3"><y:EdgeLabel>contra</y:EdgeLabel></data></edge>
<edge id="4" source="g" target="t"/>
</graph></graphml>
"""


def test_yed_drawings_without_the_shapes_of_aif() -> None:
    reading = yed.read(SourceText(YED, "m.graphml"))
    argmap = reading.argmap
    assert [(claim.text, claim.group) for claim in argmap.claims] == [
        ("Ash & oak.", "near"),
        ("C.", "moral"),
        ("T.", ""),
    ]
    assert [(group.id, group.title) for group in argmap.groups] == [("moral", "Moral"), ("near", "Near")]
    assert [(link.id, link.note) for link in argmap.links] == [
        ("ash-oak supports t", ""),
        ("c supports t", "because"),
        ("c attacks ash-oak", ""),
    ]
    assert [row.message for row in reading.problems] == [
        "the group 'Near' is within the group 'Moral'; that was left out",
        "the property 'known' has no place in a map; it was left out",
        "an edge with the label 'because' was read as support",
        "an edge from or to a group was left out",
    ]


def test_colours_of_argunet_that_have_a_name_are_tags() -> None:
    text = (FIXTURES / "canal.argunet.graphml").read_text("utf-8")
    table = """<arg:colorTable><arg:color colorIndex="0" description="Family 1"/>
        <arg:color colorIndex="1" description="To add, enter a name!"/>
        <arg:color colorIndex="5" description="Economy"/></arg:colorTable>"""
    text = text.replace("<arg:map>", f"<arg:map>{table}").replace('id="2"', 'id="2" colorIndex="5"')
    text = text.replace('id="5"', 'id="5" colorIndex="0"').replace('id="6"', 'id="6" colorIndex="1"')
    found = argunet.read(SourceText(text, "m.graphml")).argmap
    assert [claim.tags for claim in found.claims] == [("Economy",), (), ()]


TGF = "a First one\nb\nb\n#\na b\nb a support\na b\na\nb c\nb b\n#\nb a x\n"
ICCMA = "# c\np af 3\n1 2\n3 3\nx\n2 9\np af 4\n"
APX = """\
% c
arg(a).arg(b).
arg(x1, 0.5)
att(a,b).
support(b, x1, 2).
text(a, Rain (heavy), says
she, att(b).).
text(q, z).
att(a).
att(a,q).
"""


def test_apx_of_other_hands() -> None:
    text = (
        'argument(f(x, y)). arg("two words"). % both\narg(c).  % alone\n\tatt(f(x,y), c).att(c,"two words").\n'
        'pref(a, b).\nattack( c , f(x, y) )\ntext("two words", It pours (twice).).\n'
    )
    reading = apx.read(SourceText(text, "m"))
    assert [claim.text for claim in reading.argmap.claims] == ["f(x,y)", "It pours (twice).", "c"]
    assert ids(reading) == ["f-x-y attacks c", "c attacks two-words", "c attacks f-x-y"]
    assert [row.message for row in reading.problems] == [
        "`pref(a, b).` is no argument, attack or support; it was left out"
    ]


def test_a_claim_that_attacks_itself_is_told_as_that() -> None:
    reading = apx.read(SourceText("arg(a).\narg(b).\natt(a,a).\n", "m"))
    assert [row.message for row in reading.problems] == [
        "a claim attacks itself, which no map can say; the link was left out"
    ]


@pytest.mark.parametrize(
    ("module", "text", "claims", "links", "codes"),
    [
        (
            "tgf",
            TGF,
            ["First one", "b"],
            ["a attacks b", "b supports a", "b attacks a"],
            ["AM502", "AM502", "AM502", "AM504", "AM504", "AM504", "AM507"],
        ),
        (
            "iccma",
            ICCMA,
            ["Argument 1", "Argument 2", "Argument 3"],
            ["1 attacks 2"],
            ["AM502", "AM502", "AM504", "AM507"],
        ),
        (
            "apx",
            APX,
            ["Rain (heavy), says\nshe, att(b).", "b", "x1"],
            ["a attacks b", "b supports x1"],
            ["AM502", "AM502", "AM507", "AM507"],
        ),
    ],
)
def test_abstract_frameworks(module: str, text: str, claims: list[str], links: list[str], codes: list[str]) -> None:
    reading = import_module(f"argmap.formats.{module}").read(SourceText(text, "m"))
    assert [claim.text for claim in reading.argmap.claims] == claims
    assert ids(reading) == links
    assert sorted(code for _, code in told(reading)) == sorted(codes)


@pytest.mark.parametrize(
    ("module", "text"),
    [("iccma", ""), ("iccma", "1 2\n"), ("iccma", "p af 99999999\n"), ("apx", "hello"), ("apx", "arg(a"),
     ("tgf", "#\n"), ("brat", "hello\n"), ("argunet", "<graphml/>"), ("yed", "<graph/>"), ("aml", "<AML/>")],
)  # fmt: skip
def test_what_is_none_of_it_is_an_error(module: str, text: str) -> None:
    reading = import_module(f"argmap.formats.{module}").read(SourceText(text, "m"))
    assert reading.argmap is None
    assert any(problem.severity == "error" for problem in reading.problems)
