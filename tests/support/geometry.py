"""What can be measured of a Picture by arithmetic alone: overlaps, curves behind boxes, crossings, inversions."""

from __future__ import annotations

from itertools import combinations, pairwise
from math import hypot
from typing import TYPE_CHECKING

from argmap.layout.geometry import Box, bezier

if TYPE_CHECKING:
    from collections.abc import Iterator

    from argmap.layout.geometry import Curve, Frame, Junction, Picture, Point
    from argmap.model import ArgMap
    from argmap.order import Outline

STEPS = 12  # samples on one Bezier piece


def polyline(curve: Curve, steps: int = STEPS) -> list[Point]:
    """Return points on the curve, its start and tip included."""
    points = curve.points
    found = [points[0]]
    for at in range(0, len(points) - 1, 3):
        found += [bezier(points[at : at + 4], step / steps) for step in range(1, steps + 1)]
    return found


def assert_sound(picture: Picture, argmap: ArgMap) -> None:
    """Assert what holds for every picture of a map, whoever placed it, but for curves behind boxes."""
    assert [box.id for box in picture.boxes] == [claim.id for claim in argmap.claims]
    assert overlapping(picture) == []
    points = [point for curve in picture.curves for point in curve.points]
    for each in (*picture.boxes, *picture.frames):
        points += [(each.x, each.y), (each.x + each.width, each.y + each.height)]
    points += [(each.x, each.y) for each in picture.junctions]
    assert all(0 <= x <= picture.width and 0 <= y <= picture.height for x, y in points)
    boxes = {box.id: box for box in picture.boxes}
    junctions = {each.link: each for each in picture.junctions}
    for link in argmap.links:
        curves = [curve for curve in picture.curves if curve.link == link.id]
        assert [curve.leg for curve in curves if curve.leg] == list(dict.fromkeys(link.premises))
        assert [curve.arrow for curve in curves].count(True) == 1
        for curve in curves:
            start = curve.leg or link.id
            end = link.id if link.id in junctions and curve.leg else link.target
            for name, point in ((start, curve.points[0]), (end, curve.points[-1])):
                near = _gap(point, boxes[name]) if name in boxes else _far(point, junctions[name])
                assert near < 6, (link.id, name, point)
    for frame in picture.frames:
        inside = [box for box in picture.boxes if _within(box, frame)]
        assert inside
        assert {argmap.claim(box.id).group for box in inside} == {frame.group}
        assert not any(_cuts(box, frame) for box in picture.boxes if box not in inside)
        assert all(box.y - frame.y >= 18 for box in inside), "no room for the title"


def _gap(point: Point, box: Box) -> float:
    """Return how far a point is from the edge of a box."""
    x, y = point
    outside = max(box.x - x, x - box.x - box.width, 0) + max(box.y - y, y - box.y - box.height, 0)
    return outside or min(x - box.x, box.x + box.width - x, y - box.y, box.y + box.height - y)


def _far(point: Point, junction: Junction) -> float:
    return hypot(point[0] - junction.x, point[1] - junction.y)


def _within(box: Box, frame: Frame) -> bool:
    return (
        frame.x <= box.x
        and box.x + box.width <= frame.x + frame.width
        and frame.y <= box.y
        and box.y + box.height <= frame.y + frame.height
    )


def _cuts(box: Box, frame: Frame) -> bool:
    return overlap(box, Box("", frame.x, frame.y, frame.width, frame.height, ()))


def overlap(a: Box, b: Box) -> bool:
    """Return whether two boxes share any area; touching edges do not count."""
    return a.x < b.x + b.width and b.x < a.x + a.width and a.y < b.y + b.height and b.y < a.y + a.height


def overlapping(picture: Picture) -> list[tuple[str, str]]:
    """Return every pair of boxes that share area, by a sweep from left to right."""
    found, open_boxes = [], []
    for box in sorted(picture.boxes, key=lambda box: box.x):
        open_boxes = [other for other in open_boxes if other.x + other.width > box.x]
        found += [(other.id, box.id) for other in open_boxes if overlap(other, box)]
        open_boxes.append(box)
    return found


def ends(curve: Curve, argmap: ArgMap) -> tuple[str, ...]:
    """Return the ids of the claims or links that a curve may touch."""
    link = argmap.link(curve.link)
    return (curve.leg or link.id, link.target, link.id)


def behind_boxes(picture: Picture, argmap: ArgMap, slack: float = 1.0) -> list[tuple[str, str, str]]:
    """Return (link, leg, box) for every curve that runs more than `slack` pixels inside a box that is not its end."""
    found = []
    columns: dict[int, list[Box]] = {}
    for box in picture.boxes:
        for column in range(int(box.x // 200), int((box.x + box.width) // 200) + 1):
            columns.setdefault(column, []).append(box)
    for curve in picture.curves:
        own = ends(curve, argmap)
        hit = {
            box.id: None
            for x, y in polyline(curve)
            for box in columns.get(int(x // 200), ())
            if box.x + slack < x < box.x + box.width - slack and box.y + slack < y < box.y + box.height - slack
        }
        found += [(curve.link, curve.leg, name) for name in hit if name not in own]
    return found


def crossings(picture: Picture, argmap: ArgMap) -> int:
    """Return in how many points curves of different links cross. Curves that share an end may meet near it."""
    lines = [(curve.link, {*ends(curve, argmap)}, polyline(curve, 6)) for curve in picture.curves]
    bounds = [_bounds(points) for _, _, points in lines]
    total = 0
    for (a, b), (c, d) in combinations(list(zip(lines, bounds, strict=True)), 2):
        if a[0] == c[0] or not _meet(b, d):
            continue
        shared = bool(a[1] & c[1])
        for point in _crossing_points(a[2], c[2], d):
            near = any(abs(point[0] - x) + abs(point[1] - y) < 12 for x, y in (a[2][0], a[2][-1], c[2][0], c[2][-1]))
            total += not (shared and near)
    return total


def _bounds(points: list[Point]) -> tuple[float, float, float, float]:
    xs, ys = zip(*points, strict=True)
    return min(xs), min(ys), max(xs), max(ys)


def _meet(a: tuple[float, ...], b: tuple[float, ...]) -> bool:
    return a[0] <= b[2] and b[0] <= a[2] and a[1] <= b[3] and b[1] <= a[3]


def _crossing_points(one: list[Point], other: list[Point], within: tuple[float, ...]) -> Iterator[Point]:
    for p, q in pairwise(one):
        if _meet(_bounds([p, q]), within):
            for r, s in pairwise(other):
                if point := _crossing(p, q, r, s):
                    yield point


def _crossing(p: Point, q: Point, r: Point, s: Point) -> Point | None:
    dx, dy, ex, ey = q[0] - p[0], q[1] - p[1], s[0] - r[0], s[1] - r[1]
    det = dx * ey - dy * ex
    if not det:
        return None
    t = ((r[0] - p[0]) * ey - (r[1] - p[1]) * ex) / det
    u = ((r[0] - p[0]) * dy - (r[1] - p[1]) * dx) / det
    return (p[0] + t * dx, p[1] + t * dy) if 0 <= t < 1 and 0 <= u < 1 else None


def inversions(picture: Picture, outline: Outline) -> tuple[int, int]:
    """Return how many pairs of siblings stand against reading order, of how many; siblings in one row only."""
    up = picture.orientation == "up"
    place = {}
    for box in picture.boxes:
        place[box.id] = (box.x, box.y) if up else (box.y, box.x)
    wrong = total = 0
    for children in (outline.roots, *outline.children.values()):
        for one, other in combinations(children, 2):
            if abs(place[one][1] - place[other][1]) < 20:
                total += 1
                wrong += place[one][0] > place[other][0]
    return wrong, total
