"""The pyvis network of a map: cards and junctions are its nodes, curves its edges. The only module that knows pyvis."""

from __future__ import annotations

import sys
from functools import cache
from importlib import import_module, resources
from types import ModuleType
from typing import TYPE_CHECKING, Any

from argmap.layout.signs import NEAR, reaches

if TYPE_CHECKING:
    from collections.abc import Mapping

    from argmap.layout.geometry import Curve, Picture
    from argmap.model import ArgMap

OPTIONS: Mapping[str, Any] = {
    "autoResize": False,  # the page watches the size itself, without a timer
    "physics": {"enabled": False},
    "layout": {"improvedLayout": False},
    "interaction": {"hover": True, "dragNodes": False, "selectable": False, "tooltipDelay": 1_000_000},
}


NOT_NEEDED = ("networkx", "jsonpickle", "IPython", "IPython.display")  # what pyvis imports and a page never uses


@cache
def network_class() -> type[Any]:
    """Return pyvis.network.Network, without the imports that cost more CPU than the rest of a build.

    pyvis imports IPython for the one class IFrame, which only its notebook methods use, networkx for from_nx, and
    jsonpickle for options that are not a dict. While pyvis loads, stand-ins take the places of those that nobody has
    imported yet; used later, a stand-in finds the real thing, so that stock pyvis keeps working in the same process.
    """
    stand_ins = {name: _stand_in(name) for name in NOT_NEEDED if name not in sys.modules}
    sys.modules |= stand_ins
    try:
        from pyvis.network import Network
    finally:
        for name, module in stand_ins.items():
            if sys.modules.get(name) is module:
                del sys.modules[name]
    return Network  # type: ignore[no-any-return]  # pyvis ships no types


def _stand_in(name: str) -> ModuleType:
    """Return a module that imports the real one when something is first asked of it."""
    module = ModuleType(name)
    if name == "IPython.display":
        module.IFrame = lambda *args, **options: import_module(name).IFrame(*args, **options)  # type: ignore[attr-defined]  # pyvis imports it by name
    else:
        module.__getattr__ = lambda attribute: getattr(import_module(name), attribute)  # type: ignore[method-assign]  # this is how PEP 562 names it
    return module


def vis_script() -> str:
    """Return vis-network's code from pyvis's own files, without the comment that names its source map."""
    library = resources.files("pyvis") / "templates" / "lib"
    folder = max(entry.name for entry in library.iterdir() if entry.name.startswith("vis-9.1"))
    text = (library / folder / "vis-network.min.js").read_text("utf-8")
    return text.partition("//# sourceMappingURL")[0].rstrip()


def network(argmap: ArgMap, picture: Picture) -> Any:  # noqa: ANN401 - pyvis ships no types
    """Return the pyvis Network of a picture; ids are "c:" + claim and "l:" + link, positions are centres. O(size).

    Nodes and edges are appended directly: pyvis's add_node and add_edge look for each id in a list, which is quadratic,
    and give every node a colour and a label that our own drawing does not use. What pyvis keeps stays consistent.
    """
    net = network_class()(directed=True, cdn_resources="in_line", notebook=False, heading=argmap.title)
    for box in picture.boxes:
        x, y = box.x + box.width / 2, box.y + box.height / 2
        node = {"id": f"c:{box.id}", "x": _px(x), "y": _px(y), "width": _px(box.width), "height": _px(box.height)}
        net.nodes.append(node | {"lines": list(box.lines)})
    net.nodes.extend({"id": f"l:{dot.link}", "x": _px(dot.x), "y": _px(dot.y)} for dot in picture.junctions)
    net.node_map.update((node["id"], node) for node in net.nodes)
    net.node_ids.extend(net.node_map)
    net.edges.extend(_edges(argmap, picture))
    net.options = dict(OPTIONS)
    return net


def _edges(argmap: ArgMap, picture: Picture) -> list[dict[str, Any]]:
    """Return one edge a curve. A trunk starts at its link's junction; a leg without an arrow ends there."""
    reach = reaches(picture)
    return [
        {
            "from": f"c:{curve.leg}" if curve.leg else f"l:{curve.link}",
            "to": _end(argmap, curve),
            "link": curve.link,
            "arrow": curve.arrow,
            "points": [_px(number) for point in curve.points for number in point],
        }
        | ({"reach": _px(reach[curve.link])} if curve.arrow and reach[curve.link] != NEAR else {})
        for curve in picture.curves
    ]


def _end(argmap: ArgMap, curve: Curve) -> str:
    target = argmap.link(curve.link).target
    return f"l:{curve.link}" if not curve.arrow else f"{'c' if argmap.is_claim(target) else 'l'}:{target}"


def _px(number: float) -> float | int:
    """Round to a tenth of a pixel, without a needless ".0".

    >>> _px(3.04), _px(2.26)
    (3, 2.3)
    """
    rounded = round(float(number), 1)
    return int(rounded) if rounded.is_integer() else rounded
