"""The page as text: golden, the same over hash seeds, small, and true to pyvis."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from argmap.layout import layout
from argmap.model import ArgMap, Claim, Link, link_id
from argmap.order import outline
from argmap.render.html import PageOptions, page, script_json
from argmap.render.network import network
from argmap.render.outline_rows import DEEPEST, outline_rows
from argmap.render.theme import THEMES
from tests.support.pages import debate

ROOT = Path(__file__).parents[2]
BUDGET = 560_000  # bytes, of a page of 30 claims


def data_of(text):
    return json.loads(text.split('id="am-data">')[1].split("</script>")[0])


def masked(text):
    """Return the page with the parts that have tests of their own, and all geometry, replaced."""
    data = data_of(text)
    for node in data["nodes"]:
        node.update({key: "#" for key in ("x", "y", "width", "height") if key in node})
    for edge in data["edges"]:
        edge["points"] = "#"
    data["picture"] = sorted(data["picture"])
    del data["strings"]
    text = re.sub(r"(?s)<style>.*?</style>", "<style></style>", text)
    text = re.sub(r"sha256-[\w+/=]+", "sha256-", text)
    text = re.sub(r'(?s)(<script type="text/plain" id="am-vis">).*?</script>', r"\1</script>", text)
    text = re.sub(r"(?s)<script>.*?</script>", "<script></script>", text)
    pretty = json.dumps(data, ensure_ascii=False, indent=1)
    return re.sub(r'(?s)(id="am-data">).*?</script>', lambda match: f"{match[1]}\n{pretty}\n</script>", text)


def test_the_page_is_as_it_was(golden):
    golden("page.html", masked(page(debate(), layout(debate()))))


def test_two_hash_seeds_give_the_same_bytes():
    code = (
        "import sys, hashlib; from argmap.layout import layout; from argmap.render.html import page;"
        "from tests.support.pages import debate;"
        "print(hashlib.sha256(page(debate(), layout(debate())).encode()).hexdigest())"
    )
    runs = [
        subprocess.run(
            [sys.executable, "-c", code],
            cwd=ROOT,
            env=os.environ | {"PYTHONHASHSEED": seed},
            capture_output=True,
            check=True,
        ).stdout
        for seed in ("0", "1")
    ]
    assert runs[0] == runs[1] != b""


@pytest.mark.parametrize("theme", THEMES)
def test_every_theme_gives_a_page(theme):
    text = page(debate(), layout(debate()), options=PageOptions(theme=theme))
    assert f'data-theme="{theme}"' in text
    assert THEMES[theme]["dark"].supports.lower() in text


def test_an_unknown_theme_is_refused():
    with pytest.raises(KeyError):
        page(debate(), layout(debate()), options=PageOptions(theme="neon"))


def wide(count, text="A claim of about the length that people write, {i} of many."):
    claims = tuple(Claim(id=f"c{i}", text=text.format(i=i)) for i in range(count))
    links = tuple(
        Link(id=link_id((f"c{i}",), "supports", f"c{(i - 1) // 3}"), premises=(f"c{i}",), kind="supports",
             target=f"c{(i - 1) // 3}")
        for i in range(1, count)
    )  # fmt: skip
    return ArgMap(title="Wide", claims=claims, links=links)


def test_a_page_of_thirty_claims_is_small():
    assert len(page(wide(30), layout(wide(30))).encode()) < BUDGET


def test_the_network_is_the_map():
    argmap = debate()
    net = network(argmap, layout(argmap))
    assert net.num_nodes() == len(net.nodes) == len(net.get_nodes()) == 8
    assert net.get_node("c:turnout")["lines"]
    assert {edge["from"] for edge in net.get_edges() if edge["link"] == "main"} == {"c:turnout", "c:raises", "l:main"}
    assert [edge["to"] for edge in net.get_edges() if edge["from"] == "c:sample"] == ["l:main"]
    for edge in net.edges:
        assert {edge["from"], edge["to"]} <= set(net.node_ids)


def run(code):
    return subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True
    ).stdout.strip()


def test_pyvis_is_imported_without_ipython_and_still_shows_in_notebooks():
    pytest.importorskip("IPython")
    code = (
        "import sys; from argmap.render.network import network_class; C = network_class();"
        "print('IPython' in sys.modules, end=' ');"
        "import pyvis.network; frame = pyvis.network.IFrame('x.html', 10, 10);"
        "import IPython.display; print(type(frame) is IPython.display.IFrame)"
    )
    assert run(code) == "False True"


def test_an_ipython_that_is_there_is_left_alone():
    pytest.importorskip("IPython")
    code = (
        "import IPython.display as display; from argmap.render.network import network_class; network_class();"
        "import sys, pyvis.network as p; print(sys.modules['IPython.display'] is display, p.IFrame is display.IFrame)"
    )
    assert run(code) == "True True"


def test_json_in_the_page_cannot_end_its_element():
    text = script_json({"a": "</script><!-- \u2028\u2029 & é"})
    assert not set("<>&\u2028\u2029") & set(text)
    assert json.loads(text) == {"a": "</script><!-- \u2028\u2029 & é"}


def test_every_claim_has_one_row_and_lists_close():
    for argmap in (debate(), wide(200), chain(500)):
        rows = outline_rows(argmap, outline(argmap))
        assert sorted(row.id for row in rows if not row.reference) == sorted(claim.id for claim in argmap.claims)
        assert sum(row.opens for row in rows) == sum(row.closes for row in rows)
        deepest = depth = 0
        for row in rows:
            depth += row.opens
            deepest = max(deepest, depth)
            depth -= row.closes
            assert depth >= 0
        assert deepest < DEEPEST


def chain(count):
    claims = tuple(Claim(id=f"c{i}", text=f"Claim {i}.") for i in range(count))
    links = tuple(
        Link(id=link_id((f"c{i}",), "attacks", f"c{i - 1}"), premises=(f"c{i}",), kind="attacks", target=f"c{i - 1}")
        for i in range(1, count)
    )
    return ArgMap(title="Deep", claims=claims, links=links)


def test_answers_to_objections_are_told_apart():
    argmap = chain(4)
    data = data_of(page(argmap, layout(argmap)))
    assert [link.get("rebuts", False) for link in data["links"]] == [False, True, True]
