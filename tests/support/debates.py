"""Maps of any size with the shape of real ones: a growing tree of linked and single reasons, cross links, groups."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING

from argmap.model import ArgMap, Claim, Group, Link, link_id

if TYPE_CHECKING:
    from argmap.model import Kind

WORDS = """the of to and a in is that public schools cities money health people should would more less fewer better
costs because traffic evidence children parents responsibility government transport growth prices fairness""".split()  # noqa: SIM905 - prose reads better


def sentence(rng: random.Random, least: int = 5, most: int = 20) -> str:
    """Return a sentence of random words."""
    return " ".join(rng.choice(WORDS) for _ in range(rng.randint(least, most))).capitalize() + "."


def debate(size: int, seed: int = 1, *, groups: int = 0, cross: float = 0.15, undercut: float = 0.1) -> ArgMap:
    """Return a map of `size` claims. `cross`: further links, and `undercut`: links that undercut, as shares."""
    rng = random.Random(seed)  # noqa: S311 - reproducible, not secret
    names = [f"c{at}" for at in range(size)]
    group = {names[0]: "g0" if groups else ""}
    links: dict[str, Link] = {}

    def add(premises: tuple[str, ...], kind: Kind, target: str) -> None:
        name = link_id(premises, kind, target)
        links.setdefault(name, Link(id=name, premises=premises, kind=kind, target=target))

    at = 1
    while at < size:
        above = names[max(0, at - 40) + int(rng.random() ** 1.3 * min(at, 40))]
        premises = tuple(names[at : at + (rng.randint(2, 3) if rng.random() < 0.35 else 1)])
        at += len(premises)
        for premise in premises:
            group[premise] = f"g{rng.randrange(groups)}" if groups and rng.random() < 0.15 else group[above]
        if links and rng.random() < undercut:
            add(premises, "undercuts", rng.choice(list(links)))
        else:
            add(premises, "attacks" if rng.random() < 0.25 else "supports", above)
    for _ in range(int(size * cross)):
        target, premise = sorted(rng.sample(range(size), 2))
        add((names[premise],), rng.choice(("supports", "attacks")), names[target])
    claims = (Claim(id=name, text=sentence(rng), group=group[name], implicit=rng.random() < 0.1) for name in names)
    titles = (Group(id=f"g{at}", title=sentence(rng, 2, 5)) for at in range(groups))
    return ArgMap(title="Debate", claims=tuple(claims), links=tuple(links.values()), groups=tuple(titles))
