"""The signs of logic and mathematics, arrows and Greek letters, by the commands with which pdflatex sets them."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Mapping

_MATH: Final = (
    "→ rightarrow ← leftarrow ↔ leftrightarrow ↑ uparrow ↓ downarrow ⇒ Rightarrow ⇐ Leftarrow ⇔ Leftrightarrow "
    "⟶ longrightarrow ⟵ longleftarrow ⟹ Longrightarrow ⟺ Longleftrightarrow ↦ mapsto ↛ nrightarrow "
    "∀ forall ∃ exists ∄ nexists ∧ wedge ∨ vee ⊻ veebar ⊢ vdash ⊣ dashv ⊨ vDash ⊬ nvdash ⊭ nvDash ⊤ top ⊥ bot "
    "□ Box ◇ Diamond ∴ therefore ∵ because ≡ equiv ≢ not\\equiv ≈ approx ∼ sim ≅ cong ≠ neq ≤ leq ≥ geq ≪ ll ≫ gg "
    "∈ in ∉ notin ∋ ni ⊂ subset ⊃ supset ⊆ subseteq ⊇ supseteq ∪ cup ∩ cap ∅ varnothing ∖ setminus "
    "⊕ oplus ⊗ otimes ∘ circ ∙ bullet ∞ infty ∑ sum ∏ prod ∫ int √ surd ∂ partial ∇ nabla ∝ propto ∣ mid ∥ parallel "
    "⟨ langle ⟩ rangle ⌈ lceil ⌉ rceil ⌊ lfloor ⌋ rfloor ⌜ ulcorner ⌝ urcorner ★ bigstar ✓ checkmark ✗ times "
    "■ blacksquare ◆ blacklozenge ▲ blacktriangle △ triangle ▼ blacktriangledown ● bullet ○ circ "
    "α alpha β beta γ gamma δ delta ε varepsilon ζ zeta η eta θ theta ι iota κ kappa λ lambda μ mu ν nu ξ xi π pi "
    "ρ rho σ sigma ς varsigma τ tau υ upsilon φ varphi χ chi ψ psi ω omega ϕ phi ϵ epsilon "
    "Γ Gamma Δ Delta Θ Theta Λ Lambda Ξ Xi Π Pi Σ Sigma Υ Upsilon Φ Phi Ψ Psi Ω Omega"
).split()
_DIGITS: Final = "0123456789"
_LETTERS: Final = "ℂC ℕN ℙP ℚQ ℝR ℤZ".split()
_TEXT: Final = {
    "\u2010": "{-}", "\u2011": "\\mbox{-}", "\u2012": r"\textendash{}", "\u2022": r"\textbullet{}",
    "\u20ac": r"\texteuro{}", "\u2122": r"\texttrademark{}", "\u2030": r"\textperthousand{}",
    "\u2032": r"\ensuremath{{}'}", "\u2033": r"\ensuremath{{}''}", "\u2039": r"\guilsinglleft{}",
    "\u203a": r"\guilsinglright{}", "\u201a": r"\quotesinglbase{}", "\u2116": r"\textnumero{}",
    "\u2212": r"\ensuremath{-}", "\u00d7": r"\texttimes{}", "\u00f7": r"\textdiv{}", "\u00b1": r"\textpm{}",
    "\u00ac": r"\textlnot{}", "\u00b0": r"\textdegree{}", "\u00b5": r"\textmu{}", "\u00b6": r"\textparagraph{}",
    "\u00a3": r"\textsterling{}", "\u00a5": r"\textyen{}", "\u00a2": r"\textcent{}", "\u00a9": r"\textcopyright{}",
    "\u00ae": r"\textregistered{}", "\u00bd": r"\textonehalf{}", "\u00bc": r"\textonequarter{}",
    "\u00be": r"\textthreequarters{}", "\u00aa": r"\textordfeminine{}", "\u00ba": r"\textordmasculine{}",
    "\u00b9": r"\textonesuperior{}", "\u00b2": r"\texttwosuperior{}", "\u00b3": r"\textthreesuperior{}",
    "\u00a4": r"\textcurrency{}", "\u00a6": r"\textbrokenbar{}", "\u00a8": r"\textasciidieresis{}",
    "\u00af": r"\textasciimacron{}", "\u00b4": r"\textasciiacute{}", "\u00b8": r"\c{ }", "\u017f": "s",
    "\u0126": r"\rlap{\raisebox{.5ex}{\kern.04em-\kern-.04em-}}H", "\u0127": r"\rlap{\raisebox{.75ex}{\kern-.06em-}}h",
    "\u0166": r"\rlap{\raisebox{.1ex}{\kern.2em-}}T", "\u0167": r"\rlap{\kern.02em-}t", "\u0138": "k",
    "\u013f": r"L\kern-.15em\textperiodcentered\kern-.15em{}",
    "\u0140": r"l\kern-.15em\textperiodcentered\kern-.15em{}",
    "\u0149": r"\textquoteright{}n",
    "\u2020": r"\textdagger{}", "\u2021": r"\textdaggerdbl{}", "\ufb01": "fi", "\ufb02": "fl",
}  # fmt: skip

PACKAGES: Final = r"\usepackage{amssymb}"
SIGNS: Final[Mapping[str, str]] = MappingProxyType(
    {char: f"\\ensuremath{{\\{name}}}" for char, name in zip(_MATH[::2], _MATH[1::2], strict=True)}
    | {row[0]: f"\\ensuremath{{\\mathbb{{{row[1]}}}}}" for row in _LETTERS}
    | {chr(0x2080 + int(digit)): f"\\ensuremath{{_{digit}}}" for digit in _DIGITS}
    | {chr(0x2070 + int(digit)): f"\\ensuremath{{^{digit}}}" for digit in _DIGITS if digit not in "123"}
    | _TEXT
)
