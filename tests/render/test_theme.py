"""Every theme can be read: contrasts on every surface, in light and dark."""

from __future__ import annotations

from dataclasses import asdict

import pytest

from argmap.render.theme import DASHES, GROUP_COLORS, SIGNS, THEMES, Theme, contrast

ALL = [(name, shade) for name, shades in THEMES.items() for shade in shades]


@pytest.mark.parametrize(("name", "shade"), ALL)
def test_text_and_lines_can_be_told_from_every_surface(name: str, shade: str) -> None:
    theme: Theme = THEMES[name][shade]
    for surface in (theme.background, theme.card, theme.frame):
        for text in sorted(set(asdict(theme)) - {"background", "card", "frame", "frame_line", "border", "hit"}):
            assert contrast(surface, getattr(theme, text)) >= 4.5, text
        for line in ("border", "frame_line"):
            assert contrast(surface, getattr(theme, line)) >= 3, line
    assert contrast(theme.hit, theme.ink) >= 4.5


def test_relations_differ_without_colour() -> None:
    assert len(set(DASHES.values())) == len(set(SIGNS.values())) == 3


def test_the_custom_properties_are_named_after_the_fields() -> None:
    assert THEMES["default"]["light"].properties()["--frame-line"] == "#8A9099"


def test_group_colours_can_be_told_from_the_surfaces_and_from_each_other() -> None:
    assert len(set(GROUP_COLORS)) == len(GROUP_COLORS)
    for shade in ("light", "dark"):
        theme = THEMES["default"][shade]
        for color in GROUP_COLORS:
            assert min(contrast(color, surface) for surface in (theme.background, theme.card, theme.frame)) >= 3
