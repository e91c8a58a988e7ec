"""The themes, in one place: the page's custom properties and the figures take their colours from here.

Relations are never told by colour alone: supports are solid with a plus, attacks dashed with a minus, undercuts dotted.
Every text colour reaches 4.5:1 on every surface (WCAG 2.2, 1.4.3), every line 3:1 (1.4.11); a test computes it.
"""

from __future__ import annotations

import re
from dataclasses import asdict, dataclass
from types import MappingProxyType
from typing import TYPE_CHECKING, Final, Literal

if TYPE_CHECKING:
    from collections.abc import Mapping

    from argmap.model import Kind

Shade = Literal["light", "dark"]

DASHES: Final[Mapping[Kind, tuple[float, ...]]] = MappingProxyType(
    {"supports": (), "attacks": (7.0, 4.0), "undercuts": (1.5, 3.5)}
)  # pixels on, pixels off
SIGNS: Final[Mapping[Kind, str]] = MappingProxyType({"supports": "+", "attacks": "\u2212", "undercuts": "\u2260"})
LINE_WIDTH: Final = 1.8  # pixels, of a link that tells no strength, or 0.5
BORDER_WIDTH: Final = 1.2  # pixels, of a card; twice that for a thesis
CORNER: Final = 6.0  # pixels, radius of a card's corners
IMPLICIT_DASH: Final = (5.0, 3.0)


GROUP_COLORS: Final = ("#3B7DD8", "#A87900", "#8A63D2", "#1F9484", "#C9527E", "#6B8E23", "#9A6F5F", "#66809A")
# of groups that chose no colour, in turn, at least 3:1 on every surface, light and dark; never the only sign of a group


@dataclass(frozen=True, slots=True, kw_only=True)
class Theme:
    """Colours as #RRGGBB. `rebuttal` colours an attack on a claim that itself attacks (Rationale's orange)."""

    background: str
    card: str
    ink: str
    muted: str
    border: str
    frame: str
    frame_line: str
    supports: str
    attacks: str
    undercuts: str
    rebuttal: str
    stands: str
    falls: str
    contested: str
    accent: str
    hit: str

    def properties(self) -> dict[str, str]:
        """Return the colours as CSS custom properties, `--background` to `--hit`."""
        return {f"--{name.replace('_', '-')}": value for name, value in asdict(self).items()}


_LIGHT: Final = {
    "background": "#FFFFFF", "card": "#FFFFFF", "ink": "#1A1C1E", "muted": "#55595F", "border": "#5F6368",
    "frame": "#F6F7F9", "frame_line": "#8A9099", "accent": "#1558D6", "hit": "#FFE58A",
}  # fmt: skip
_DARK: Final = {
    "background": "#14161A", "card": "#22262C", "ink": "#ECEEF1", "muted": "#B4B9C0", "border": "#9AA0A8",
    "frame": "#1B1E23", "frame_line": "#7A8089", "accent": "#8AB4F8", "hit": "#5C4B00",
}  # fmt: skip


def _relations(supports: str, attacks: str, undercuts: str, rebuttal: str = "", contested: str = "") -> dict[str, str]:
    return {
        "supports": supports, "attacks": attacks, "undercuts": undercuts, "rebuttal": rebuttal or attacks,
        "stands": supports, "falls": attacks, "contested": contested or undercuts,
    }  # fmt: skip


MONO: Final = "mono"  # the theme that needs no colours
THEMES: Final[Mapping[str, Mapping[Shade, Theme]]] = MappingProxyType(
    {
        "default": {
            "light": Theme(**_LIGHT, **_relations("#007A59", "#B84700", "#7B3294", contested="#6B5800")),
            "dark": Theme(**_DARK, **_relations("#4CC9A0", "#FF9A5C", "#D2A8E8", contested="#E3C04A")),
        },
        "classroom": {
            "light": Theme(**_LIGHT, **_relations("#1B7A2F", "#C62828", "#7B3294", "#A84E00", "#6B5800")),
            "dark": Theme(**_DARK, **_relations("#66D07E", "#FF8A80", "#D2A8E8", "#FFB74D", "#E3C04A")),
        },
        "cvd": {
            "light": Theme(**_LIGHT, **_relations("#0B62B0", "#A85200", "#4D4D4D", contested="#4D4D4D")),
            "dark": Theme(**_DARK, **_relations("#6CB6FF", "#FFB054", "#D0D0D0", contested="#D0D0D0")),
        },
        MONO: {
            "light": Theme(**_LIGHT, **_relations("#1A1C1E", "#1A1C1E", "#1A1C1E")),
            "dark": Theme(**_DARK, **_relations("#ECEEF1", "#ECEEF1", "#ECEEF1")),
        },
    }
)


def line_width(strength: float | None) -> float:
    """Return how wide the line of a link is drawn, in pixels: from half as wide to one and a half times.

    >>> line_width(None), line_width(0.0), line_width(1.0)
    (1.8, 0.9, 2.7)
    """
    return LINE_WIDTH if strength is None else LINE_WIDTH * (0.5 + strength)


def group_color(chosen: str, index: int) -> str:
    """Return the colour of a group: the one its author chose if it is #RRGGBB, else one by its place in the file.

    >>> group_color("#ABCDEF", 0), group_color("red;}", 9)
    ('#ABCDEF', '#A87900')
    """
    return chosen if re.fullmatch("#[0-9A-Fa-f]{6}", chosen) else GROUP_COLORS[index % len(GROUP_COLORS)]


def contrast(first: str, second: str) -> float:
    """Return the contrast ratio of two colours, 1 to 21 (WCAG 2.2, relative luminance).

    >>> round(contrast("#FFFFFF", "#007A59"), 2)
    5.35
    """
    lighter, darker = sorted((_luminance(first), _luminance(second)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(color: str) -> float:
    channels = [int(color[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels)  # noqa: PLR2004 - the constants of sRGB
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
