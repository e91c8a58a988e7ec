"""Both graph views: their shape, stock NetworkX algorithms on them, and stock file formats."""

from __future__ import annotations

from io import BytesIO

import networkx as nx
import pytest

from argmap.diagnostics import UsageError
from argmap.graph import VIEWS, to_networkx
from argmap.model import ArgMap, Claim, Link
from tests.support.evaluation import build, random_maps

RESERVED = {
    "id",
    "label",
    "source",
    "target",
    "key",
    "type",
    "weight",
    "start",
    "end",
    "viz",
    "name",
    "from",
    "to",
    "pid",
}


@pytest.fixture
def vote() -> ArgMap:
    return ArgMap(
        title="Vote",
        claims=(
            Claim(id="vote", text="Voting should be <compulsory> & “free”.", group="g"),
            Claim(
                id="turnout", text="High turnout.", tags=("empirical", "old"), kind="fact", at=(3, "p. 12"), credence=1
            ),
            Claim(id="raises", text="It raises turnout.", quote=("one", "two"), implicit=True, source="s"),
            Claim(id="sample", text="Quantity, not quality."),
        ),
        links=(
            Link(id="r", premises=("turnout", "raises"), kind="supports", target="vote", named=True, strength=0.5),
            Link(id="sample undercuts r", premises=("sample",), kind="undercuts", target="r"),
            Link(id="sample attacks vote", premises=("sample",), kind="attacks", target="vote"),
        ),
    )


def test_the_argument_view_loses_nothing(vote):
    graph = vote.to_networkx()
    assert isinstance(graph, nx.MultiDiGraph)
    assert list(graph.nodes) == [*(c.id for c in vote.claims), *(link.id for link in vote.links)]
    assert [graph.nodes[node]["kind"] for node in graph] == ["claim"] * 4 + ["supports", "undercuts", "attacks"]
    assert set(graph.predecessors("r")) == {"turnout", "raises", "sample undercuts r"}
    assert list(graph.successors("sample undercuts r")) == ["r"]
    assert graph.edges["turnout", "r", "premise"] == {"role": "premise"}
    assert graph.nodes["turnout"]["tags"] == "empirical | old"
    assert graph.nodes["turnout"]["at"] == "3 | p. 12"
    assert graph.nodes["turnout"]["credence"] == 1.0
    assert graph.nodes["turnout"]["claim_kind"] == "fact"
    assert graph.nodes["raises"]["implicit"] is True
    assert graph.nodes["vote"]["status"] == "open"
    assert graph.nodes["raises"]["number"] == "1.2"
    assert graph.nodes["r"]["premises"] == 2
    assert graph.graph == {"title": "Vote", "language": "en", "view": "arguments", "theses": "vote"}


def test_the_claims_view_has_one_keyed_edge_per_premise_and_link(vote):
    graph = vote.to_networkx(view="claims")
    assert list(graph.nodes) == [c.id for c in vote.claims]
    assert list(graph.edges) == [
        ("turnout", "vote", "r"),
        ("raises", "vote", "r"),
        ("sample", "vote", "sample undercuts r"),
        ("sample", "vote", "sample attacks vote"),
    ]
    assert graph.edges["sample", "vote", "sample undercuts r"]["undercut"] == "r"
    assert graph.edges["turnout", "vote", "r"]["strength"] == 0.5


def test_undercuts_in_a_circle_bear_on_no_claim():
    argmap = build("a b", "x: a undercuts y", "y: b undercuts x")
    assert list(argmap.to_networkx(view="claims").edges) == []
    assert argmap.to_networkx().number_of_edges() == 4


@pytest.mark.parametrize("view", VIEWS)
def test_values_are_plain_and_names_are_free(vote, view):
    graph = to_networkx(vote, view)
    rows = [graph.graph, *(values for _, values in graph.nodes(data=True)), *(v for *_, v in graph.edges(data=True))]
    for values in rows:
        assert not RESERVED & set(values)
        assert {type(value) for value in values.values()} <= {str, int, float, bool}


def sample_maps(vote):
    return [vote, *random_maps(40, seed=61)]


def content(graph):
    return dict(graph.nodes(data=True)), sorted(
        (u, v, k, tuple(sorted(d.items()))) for u, v, k, d in graph.edges(data=True, keys=True)
    )


@pytest.mark.parametrize("view", VIEWS)
def test_graphml_round_trip(vote, view):
    for argmap in sample_maps(vote):
        graph, stream = to_networkx(argmap, view), BytesIO()
        nx.write_graphml(graph, stream)
        stream.seek(0)
        back = nx.read_graphml(stream, force_multigraph=True)
        assert content(back) == content(graph)
        assert graph.graph.items() <= back.graph.items()


@pytest.mark.parametrize("view", VIEWS)
def test_node_link_json_round_trip(vote, view):
    for argmap in sample_maps(vote):
        graph = to_networkx(argmap, view)
        back = nx.node_link_graph(nx.node_link_data(graph, edges="edges"), edges="edges")
        assert nx.utils.graphs_equal(back, graph)


@pytest.mark.parametrize("view", VIEWS)
def test_gexf_round_trip(vote, view):
    for argmap in sample_maps(vote):
        graph, stream = to_networkx(argmap, view), BytesIO()
        nx.write_gexf(graph, stream)
        stream.seek(0)
        back = nx.read_gexf(stream)
        assert list(back.nodes) == list(graph.nodes)
        for node, values in graph.nodes(data=True):
            assert values.items() <= back.nodes[node].items()
        edges = [(u, v, d) for u, v, d in graph.edges(data=True)]
        again = [(u, v, d) for u, v, d in back.edges(data=True)]
        assert len(edges) == len(again)
        for (u, v, values), (u2, v2, values2) in zip(edges, again, strict=True):
            assert (u, v) == (u2, v2)
            assert values.items() <= values2.items()


@pytest.mark.parametrize("view", VIEWS)
def test_stock_algorithms_mean_something(vote, view):
    graph = to_networkx(vote, view)
    assert nx.ancestors(graph, "vote") >= {"turnout", "raises", "sample"}
    assert [node for node, degree in graph.out_degree() if not degree] == ["vote"]
    assert nx.is_directed_acyclic_graph(graph)
    assert list(nx.topological_sort(graph))[-1] == "vote"
    assert nx.number_weakly_connected_components(graph) == 1
    assert nx.dag_longest_path_length(graph) == (3 if view == "arguments" else 1)
    assert max(nx.in_degree_centrality(graph).items(), key=lambda row: row[1])[0] in {"vote", "r"}


def test_unknown_views_are_refused(vote):
    with pytest.raises(UsageError, match="the views arguments and claims, not 'links'"):
        to_networkx(vote, "links")
