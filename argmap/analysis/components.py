"""Strongly connected components of a network, what counts first: the order in which a map can be computed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.strong import strong

if TYPE_CHECKING:
    from argmap.analysis.network import Network


def components(net: Network) -> list[list[int]]:
    """Return the components of the items, each after everything that it depends on. O(claims + links).

    Items depend on what speaks for or against them.
    """
    return strong([[*net.reasons[x], *net.against[x]] for x in range(len(net.names))])
