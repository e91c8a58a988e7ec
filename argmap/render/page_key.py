"""The key of the page: the encodings that a map uses, and no others."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.order import rebuts
from argmap.render.theme import group_color

if TYPE_CHECKING:
    from argmap.layout.geometry import Picture
    from argmap.model import ArgMap
    from argmap.order import Outline


def key_entries(argmap: ArgMap, picture: Picture, order: Outline, *, rebuttals: bool = False) -> tuple[str, ...]:
    """Return the names of the encodings in use, in the order of the key. `rebuttals`: the theme colours them apart."""
    links, claims = argmap.links, argmap.claims
    kinds = {link.kind for link in links}
    used = {
        "thesis": len(claims) > 1,
        "supports": "supports" in kinds,
        "attacks": "attacks" in kinds,
        "rebuttal": rebuttals and any(rebuts(argmap, link, order) for link in links),
        "undercuts": "undercuts" in kinds,
        "linked": any(len(link.premises) > 1 for link in links),
        "implied": any(claim.implicit for claim in claims),
        "quote": any(claim.quote for claim in claims),
        "strength": any(link.strength is not None for link in links),
        "frame": bool(picture.frames),
    }
    return tuple(name for name, present in used.items() if present)


def strips(argmap: ArgMap, picture: Picture) -> tuple[dict[str, str], ...]:
    """Return title and colour of the groups that have no frame, and whose cards therefore have a coloured edge."""
    framed = {frame.group for frame in picture.frames}
    used = {claim.group for claim in argmap.claims} - framed
    return tuple(
        {"title": group.title, "color": group_color(group.color, index)}
        for index, group in enumerate(argmap.groups)
        if group.id in used
    )
