"""Print what the layout costs and how well it does. Run from the repository: python tests/bench/layout_quality.py [MAP]

For the map (maps/programme-1928.yaml unless another is named) and for random ones: sibling pairs that stand against
reading order, crossings, overlaps, curves behind boxes, size, frames, CPU (of the engine's processes too); then how
many pairs of boxes change sides when a word or a claim is added.
"""

from __future__ import annotations

import random
import resource
import sys
from dataclasses import replace
from itertools import combinations
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2]))

from argmap.layout import LayoutOptions, layout
from argmap.model import ArgMap, Claim, Link
from argmap.order import outline
from tests.support.debates import debate
from tests.support.geometry import behind_boxes, crossings, inversions, overlapping

FEW = 500  # claims, up to which crossings are counted


def cpu() -> float:
    """Return the seconds that this process and its children have computed."""
    used = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    return sum(each.ru_utime + each.ru_stime for each in used)


def row(name: str, argmap: ArgMap, **options: object) -> None:
    """Print one line of figures."""
    start = cpu()
    picture = layout(argmap, LayoutOptions(**options))  # type: ignore[arg-type]  # names from the command line
    spent = cpu() - start
    wrong, pairs = inversions(picture, outline(argmap))
    crossed = str(crossings(picture, argmap)) if len(argmap.claims) <= FEW else "-"
    behind = len(behind_boxes(picture, argmap))
    what = " ".join(f"{key}={value}" for key, value in options.items())
    print(
        f"{name:<14} {what:<42} {picture.engine:<13} {picture.orientation:<4} inverted {wrong:>3}/{pairs:<4} "
        f"crossings {crossed:>4}  overlaps {len(overlapping(picture))}  behind {behind:>3}  "
        f"{picture.width:>6.0f} x {picture.height:<6.0f} frames {len(picture.frames):>2}  CPU {spent:.3f} s"
    )


def moved(before: ArgMap, after: ArgMap, **options: object) -> tuple[int, int]:
    """Return how many pairs of boxes change sides, of how many that stand clearly apart."""
    first = layout(before, LayoutOptions(**options))  # type: ignore[arg-type]  # names from the command line
    second = layout(after, LayoutOptions(**{**options, "orientation": first.orientation}))  # type: ignore[arg-type]  # names from the command line
    wrong = total = 0
    places = {box.id: (box.x, box.y) for box in second.boxes}
    for a, b in combinations(first.boxes, 2):
        for was, now in zip((a.x - b.x, a.y - b.y), zip(places[a.id], places[b.id], strict=True), strict=True):
            if abs(was) > 30:
                total += 1
                wrong += was * (now[0] - now[1]) < 0
    return wrong, total


def stability(change: str, **options: object) -> None:
    """Print how much moves, over 24 maps."""
    wrong = total = 0
    for size in (20, 40, 80):
        for seed in range(8):
            argmap = debate(size, seed)
            at = random.Random(seed).randrange(size)  # noqa: S311 - reproducible, not secret
            if change == "word":
                claims = list(argmap.claims)
                claims[at] = replace(claims[at], text=claims[at].text + " again")
                edited = replace(argmap, claims=tuple(claims))
            else:
                link = Link(id="new link", premises=("new",), kind="supports", target=f"c{at}")
                claims = [*argmap.claims, Claim(id="new", text="Something new has to be said.")]
                edited = replace(argmap, claims=tuple(claims), links=(*argmap.links, link))
            found = moved(argmap, edited, **options)
            wrong, total = wrong + found[0], total + found[1]
    what = " ".join(f"{key}={value}" for key, value in options.items())
    print(f"one {change} more, {what:<15}: {wrong} of {total} pairs changed sides ({wrong / total:.2%})")


def main() -> None:
    """Print everything."""
    from argmap import load

    path = Path(sys.argv[1]) if len(sys.argv) > 1 else Path(__file__).parents[2] / "maps" / "programme-1928.yaml"
    argmap = load(path)
    for orientation in ("up", "left"):
        for order in ("crossings", "file"):
            for groups in ("none", "fit", "all"):
                row(path.stem, argmap, orientation=orientation, order=order, groups=groups)
    row(path.stem, argmap, engine="tree", orientation="left")
    for size in (30, 100, 300, 1000, 3000, 5000):
        row(f"random {size}", debate(size, 1, groups=5))
    for change in ("word", "claim"):
        for order in ("crossings", "file"):
            stability(change, order=order)
        stability(change, engine="tree")


if __name__ == "__main__":
    main()
