"""Parts of a map that fit on slides: nothing is left out, steps stay whole, and what follows elsewhere is said."""

from argmap import ArgMap, Claim, Link, outline
from argmap.layout.geometry import Box, Picture
from argmap.render.chapters import Chapter, chapters
from tests.support.debates import debate
from tests.support.evaluation import random_maps


def drawn(argmap: ArgMap) -> Picture:
    boxes = tuple(Box(claim.id, 0, 0, 1, 1, ()) for claim in argmap.claims)
    return Picture(0, 0, "left", boxes, (), (), (), "none")


def cut(argmap: ArgMap, most: int) -> tuple[Chapter, ...]:
    return chapters(argmap, drawn, lambda picture: len(picture.boxes) <= most)


def maps() -> list[ArgMap]:
    debates = [debate(2 * seed + 1, seed, groups=3) for seed in range(30)]
    return [*debates, *random_maps(150, seed=5), *random_maps(50, seed=6, claims=25, links=35)]


def test_the_parts_together_show_every_claim_and_every_step_by_which_one_hangs_on_another() -> None:
    for argmap in maps():
        order = outline(argmap)
        for most in (2, 5, 12):
            parts = cut(argmap, most)
            assert {claim.id for each in parts for claim in each.argmap.claims} == set(order)
            links = {link.id for each in parts for link in each.argmap.links}
            assert {order.via[name] for name in order if order.via[name]} <= links


def test_what_follows_elsewhere_has_a_part_of_its_own_later_on() -> None:
    for argmap in maps():
        parts = cut(argmap, 6)
        roots = [each.root for each in parts]
        assert len(roots) == len({(each.root, each.piece) for each in parts})
        said = [(at, name) for at, each in enumerate(parts) for name in each.more]
        assert len(said) == len({name for _, name in said})
        assert all(roots.index(name) > at for at, name in said)
        assert {root for root in roots[1:] if root != roots[0]} == {name for _, name in said}


def test_what_works_together_stays_together_and_all_else_is_cut_to_size() -> None:
    claims = tuple(Claim(id=f"c{n}", text="A claim.") for n in range(30))
    alone = [Link(id=f"l{n}", premises=(f"c{n}",), kind="supports", target="c0") for n in range(1, 20)]
    linked = Link(id="s", premises=tuple(f"c{n}" for n in range(20, 29)), kind="supports", target="c0")
    denied = Link(id="u", premises=("c29",), kind="undercuts", target="s")
    parts = cut(ArgMap(title="t", claims=claims, links=(*alone, linked, denied)), 6)
    assert [len(each.argmap.claims) for each in parts] == [6, 6, 6, 5, 11]
    assert {claim.id for claim in parts[-1].argmap.claims} == {"c0", *linked.premises, "c29"}
    assert [(each.piece, each.pieces) for each in parts] == [(n, 5) for n in range(1, 6)]
