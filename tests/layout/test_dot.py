import re

from argmap.layout.cards import cards
from argmap.layout.dot import Order, dot_text, plan
from argmap.layout.options import DEFAULTS
from argmap.layout.wiring import wiring
from argmap.model import ArgMap, Claim, Group, Link
from argmap.order import outline
from tests.support.maps import HOSTILE_IDS, HOSTILE_TEXTS


def hostile() -> ArgMap:
    names = list(dict.fromkeys(HOSTILE_IDS))
    claims = [Claim(id=name, text=text, group="strict") for name, text in zip(names, HOSTILE_TEXTS, strict=False)]
    links = [Link(id=f"graph {name}", premises=(name,), kind="supports", target=names[0]) for name in names[1:]]
    group = Group(id="strict", title='"><TABLE>\\N</TABLE> & more')
    return ArgMap(title="}", claims=tuple(claims), links=tuple(links), groups=(group,))


def test_nothing_of_the_author_gets_into_the_text() -> None:
    argmap = hostile()
    order = outline(argmap)
    from argmap.layout.groups import whole

    what = plan(argmap, order, cards(argmap, order, DEFAULTS), wiring(argmap), whole(argmap, order))
    ranks = {name: (at, at) for at, name in enumerate(what.nodes)}
    for text in (dot_text(what, "up"), dot_text(what, "left", Order(ranks, (tuple(what.nodes[1:3]),)))):  # type: ignore[arg-type]  # the pair is long enough
        assert re.fullmatch(r"[A-Za-z0-9_=.,;:\[\]{}<>/\" \n-]+", text)
        assert set(re.findall(r"[a-z_]{2,}", text)) <= {
            "digraph", "phase", "rankdir", "nodesep", "ranksep", "node", "shape", "box", "fixedsize", "true", "label",
            "margin", "edge", "arrowhead", "none", "width", "height", "circle", "subgraph", "cluster_", "labeljust",
            "id", "weight", "minlen", "tailport", "headport", "style", "invis", "ln",
        }  # fmt: skip


def test_the_first_run_stops_early_and_the_second_keeps_the_order() -> None:
    argmap = hostile()
    order = outline(argmap)
    what = plan(argmap, order, cards(argmap, order, DEFAULTS), wiring(argmap), ())
    assert "phase=2" in dot_text(what, "up")
    second = dot_text(what, "up", Order(dict.fromkeys(what.nodes, (0, 0)), ((what.nodes[1], what.nodes[2]),)))
    assert "phase" not in second
    assert "n1->n2[minlen=0,style=invis];" in second
    assert "n2->ln2;" in second


def test_curves_end_on_the_sides_that_face_each_other() -> None:
    argmap = hostile()
    order = outline(argmap)
    what = plan(argmap, order, cards(argmap, order, DEFAULTS), wiring(argmap), ())
    down = {name: (at, at) for at, name in enumerate(what.nodes)}
    up = {name: (-at, at) for at, name in enumerate(what.nodes)}
    assert "tailport=s,headport=n" in dot_text(what, "up", Order(down, ()))
    assert "tailport=e,headport=w" in dot_text(what, "left", Order(down, ()))
    assert "tailport=n,headport=s" in dot_text(what, "up", Order(up, ()))
    assert "tailport=w,headport=e" in dot_text(what, "left", Order(up, ()))
    assert "port" not in dot_text(what, "up", Order(dict.fromkeys(what.nodes, (0, 0)), ()))
