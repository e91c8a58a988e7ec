"""What the evaluation is tested with: small maps in one line, random maps, the worked cases, and two naive oracles."""

from __future__ import annotations

import json
import random
from itertools import product
from pathlib import Path

import pytest

from argmap.model import ArgMap, Claim, Link

CASES = Path(__file__).resolve().parents[2].parent / "shared" / "cases" / "semantics"
KINDS = {"support": "supports", "attack": "attacks", "undercut": "undercuts"}
STATES = {"in": "stands", "out": "falls", "undec": "contested"}
LINK_STATES = {"in": "live", "out": "dead", "undec": "contested"}


def build(claims: str, *links: str, **fields) -> ArgMap:
    """Return a map from words: build("p q=open", "r: p+q supports c"). A claim may carry `=status` and `~credence`."""
    made = []
    for word in claims.split():
        name, _, credence = word.partition("~")
        name, _, status = name.partition("=")
        made.append(
            Claim(id=name, text=f"Claim {name}.", status=status, credence=float(credence) if credence else None)
        )
    steps = []
    for line in links:
        name, _, rest = line.partition(": ")
        premises, kind, target = rest.split()
        name, _, strength = name.partition("~")
        steps.append(
            Link(
                id=name,
                premises=tuple(premises.split("+")),
                kind=kind,
                target=target,
                named=True,
                strength=float(strength) if strength else None,
            )
        )
    return ArgMap(title="Test", claims=tuple(made), links=tuple(steps), **fields)


def random_map(rng: random.Random, claims: int = 6, links: int = 9) -> ArgMap:
    """Return a map with circles, shared premises, undercuts of undercuts, and all statuses."""
    names = [f"c{i}" for i in range(rng.randint(1, claims))]
    made = tuple(
        Claim(id=name, text=name, status=rng.choice(["", "", "", "given", "open", "rejected"])) for name in names
    )
    rows = []
    count = rng.randint(0, links)
    for i in range(count):
        kind = rng.choice(["supports", "supports", "attacks", "attacks", "undercuts"])
        others = [f"l{j}" for j in range(count) if j != i]
        if kind == "undercuts" and not others:
            kind = "attacks"
        target = rng.choice(others if kind == "undercuts" else names)
        premises = tuple(rng.sample(names, min(len(names), rng.choice([1, 1, 1, 2, 2, 3]))))
        rows.append(Link(id=f"l{i}", premises=premises, kind=kind, target=target, named=True))
    return ArgMap(title="Random", claims=made, links=tuple(rows))


def random_maps(count: int, seed: int = 0, **sizes: int):
    """Yield random maps; the same for the same seed."""
    rng = random.Random(seed)  # noqa: S311 - a seeded run, not a secret
    for _ in range(count):
        yield random_map(rng, **sizes)


def cases(file: str) -> list[dict]:
    """Return the worked cases of one file; none where the folder is not beside the repository."""
    path = CASES / file
    return json.loads(path.read_text(encoding="utf-8"))["cases"] if path.exists() else []


def worked(file: str):
    """Return a decorator that runs a test once per worked case, or skips it where the cases are not at hand."""
    found = cases(file)
    absent = pytest.mark.skip(reason="the folder shared/ with the worked cases is not beside this repository")
    params = [pytest.param(case, id=case["id"]) for case in found] or [pytest.param({}, marks=absent)]
    return pytest.mark.parametrize("case", params)


def case_map(case: dict) -> ArgMap:
    """Return the map of a case of maps_wellfounded.json."""
    return ArgMap(
        title=case["title"],
        claims=tuple(Claim(id=name, text=name, status=status) for name, status in case["claims"].items()),
        links=tuple(
            Link(id=name, premises=tuple(link["premises"]), kind=KINDS[link["kind"]], target=link["target"], named=True)
            for name, link in case["links"].items()
        ),
    )


def framework(arguments, attacks) -> ArgMap:
    """Return an abstract framework as a map of given claims; attacks are [attacker or list of them, target]."""
    return ArgMap(
        title="Framework",
        claims=tuple(Claim(id=name, text=name, status="given") for name in arguments),
        links=tuple(
            Link(id=f"attack {i}", premises=(a,) if isinstance(a, str) else tuple(a), kind="attacks", target=b)
            for i, (a, b) in enumerate(attacks)
        ),
    )


def alternating(argmap: ArgMap, do=None) -> dict[str, str]:  # noqa: C901 - one definition, read in one place
    """Return all labels by the alternating fixpoint (Van Gelder 1989): the definition, as naively as possible."""
    do = do or {}

    def gamma(assumed: set) -> set:
        """Return the least model of the rules when the negations are read off `assumed`."""
        model: set = set()
        while True:
            new = set()
            for claim in argmap.claims:
                forced = do.get(claim.id) or ("falls" if argmap.status(claim.id) == "rejected" else None)
                if forced:
                    new |= {("stands", claim.id)} if forced == "stands" else set()
                elif ("hit", claim.id) not in assumed and (
                    argmap.status(claim.id) == "given"
                    or any(
                        link.kind == "supports" and link.target == claim.id and ("live", link.id) in model
                        for link in argmap.links
                    )
                ):
                    new.add(("stands", claim.id))
            for link in argmap.links:
                if ("cut", link.id) not in assumed and all(("stands", p) in model for p in link.premises):
                    new.add(("live", link.id))
                if ("live", link.id) in model and link.kind != "supports":
                    new.add(("hit" if link.kind == "attacks" else "cut", link.target))
            if new == model:
                return model
            model = new

    low: set = set()
    while True:
        high = gamma(low)
        if (higher := gamma(high)) == low:
            break
        low = higher
    found = {}
    for word, off, rows in (("stands", "falls", argmap.claims), ("live", "dead", argmap.links)):
        for row in rows:
            atom = (word, row.id)
            found[row.id] = word if atom in low else ("contested" if atom in high else off)
    return found


def argument_trees(argmap: ArgMap, most: int = 300):  # noqa: C901 - one definition, read in one place
    """Return the labels of the claims by the grounded extension of all argument trees, None if there are too many.

    An argument is a tree of links without a claim repeated on a branch; one that ends in an attack (undercut) defeats
    every argument that concludes its target (uses its target) anywhere.
    """
    trees: list[tuple] = []  # (kind, head, claims concluded, links used)
    by_head: dict[str, list] = {}

    def add(tree: tuple) -> bool:
        if tree in trees:
            return False
        trees.append(tree)
        if tree[0] == "claim":
            by_head.setdefault(tree[1], []).append(tree)
        return True

    for claim in argmap.claims:
        if argmap.status(claim.id) == "given":
            add(("claim", claim.id, frozenset([claim.id]), frozenset()))
    grown = True
    while grown:
        grown = False
        for link in argmap.links:
            for parts in product(*(list(by_head.get(premise, ())) for premise in link.premises)):
                claims = frozenset().union(*(part[2] for part in parts))
                used = frozenset([link.id]).union(*(part[3] for part in parts))
                if link.kind != "supports":
                    grown |= add((link.kind, link.target, claims, used))
                elif link.target not in claims and argmap.status(link.target) != "rejected":
                    grown |= add(("claim", link.target, claims | {link.target}, used))
                if len(trees) > most:
                    return None
    attackers = [
        [
            i
            for i, a in enumerate(trees)
            if (a[0] == "attacks" and a[1] in b[2]) or (a[0] == "undercuts" and a[1] in b[3])
        ]
        for b in trees
    ]
    inside: set[int] = set()
    outside: set[int] = set()
    while new := {i for i, row in enumerate(attackers) if i not in inside and set(row) <= outside}:
        inside |= new
        outside |= {j for j, row in enumerate(attackers) if inside & set(row)}
    labels = {}
    for claim in argmap.claims:
        mine = [i for i, tree in enumerate(trees) if tree[:2] == ("claim", claim.id)]
        states = {("stands" if i in inside else "falls" if i in outside else "contested") for i in mine}
        labels[claim.id] = next((word for word in ("stands", "contested") if word in states), "falls")
    return labels


def all_labels(labelling) -> dict[str, str]:
    """Return the labels of claims and links by id."""
    return {name: verdict.label for part in (labelling.claims, labelling.links) for name, verdict in part.items()}
