"""The words of figures and documents: those of the page, in the language of the map where we have it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from argmap.render.assets import strings

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from argmap.model import ArgMap, Link
    from argmap.order import Outline

OURS: Final = "doc_"  # the names of texts begin so that only figures and documents use, and no page


def on_arrows(language: str) -> Mapping[str, str]:
    """Return what stands on an arrow of each kind, where colours and dashes have no key: nothing on a support.

    >>> on_arrows("de")["undercuts"]
    'aber das folgt nicht'
    """
    texts = strings(language)
    undercut = texts["steps_undercut"]
    return {"supports": "", "attacks": texts["attacks_word"], "undercuts": undercut[:1].lower() + undercut[1:]}


class Words:
    """The words for one map.

    >>> from argmap.model import ArgMap
    >>> from argmap.order import outline
    >>> argmap = ArgMap(title="Wetter", language="de", claims=())
    >>> words = Words(argmap, outline(argmap))
    >>> words("implied"), words("paragraph", number=3), words.listed(["1.1", "1.2", "1.3"])
    ('(unausgesprochen)', 'Absatz 3', '1.1, 1.2 und 1.3')
    """

    def __init__(self, argmap: ArgMap, order: Outline) -> None:
        self._argmap, self._order = argmap, order
        self._texts: Mapping[str, str] = strings(argmap.language)
        self._leaving: dict[str, list[Link]] = {}
        for link in argmap.links:
            for premise in link.premises:
                self._leaving.setdefault(premise, []).append(link)

    def __call__(self, name: str, **values: object) -> str:
        """Return a text by its name in the files of strings, filled in."""
        return self._texts[name].format(**values)

    def listed(self, rows: Sequence[str]) -> str:
        """Return a list as one reads it aloud."""
        return self("why_list", some=", ".join(rows[:-1]), last=rows[-1]) if len(rows) > 1 else "".join(rows)

    def numbers(self, claims: Sequence[str], without: str = "") -> str:
        """Return the numbers of claims as a list."""
        return self.listed([self._order.numbers[name] for name in claims if name != without])

    def lead(self, link: Link, name: str = "") -> str:
        """Return what stands before the text of a premise: "because:", with its name "because (together with 1.2):"."""
        steps = ""
        if link.kind == "undercuts" and self._argmap.is_link(link.target):
            steps = " + ".join(self._order.numbers[name] for name in self._argmap.link(link.target).premises)
        together = f" ({self.together(link, name)})" if name and len(link.premises) > 1 else ""
        return self("doc_lead", word=self(f"{link.kind}_word", steps=steps) + together)

    def together(self, link: Link, name: str) -> str:
        """Return with which other premises a premise of a link works, "" if with none."""
        others = self.numbers(link.premises, without=name)
        return self("doc_together", others=others) if others else ""

    def read(self, link: Link) -> str:
        """Return a link in words, with numbers: "1.1 and 1.2 support 1"."""
        many = "many" if len(link.premises) > 1 else "one"
        return self(f"doc_link_{link.kind}_{many}", premises=self.numbers(link.premises), **self._aim(link))

    def also(self, name: str) -> list[str]:
        """Return what a claim does besides that by which it stands in the outline: "also supports 2"."""
        links = [link for link in self._leaving.get(name, ()) if link.id != self._order.via[name]]
        told = ((self(f"doc_also_{link.kind}", **self._aim(link)), self.together(link, name)) for link in links)
        return [", ".join(filter(None, row)) for row in told]

    def place(self, at: int | str) -> str:
        """Return where a quotation stands."""
        return self("paragraph", number=at) if isinstance(at, int) else at

    def _aim(self, link: Link) -> dict[str, str]:
        if link.kind != "undercuts" or not self._argmap.is_link(link.target):
            return {"target": self._order.numbers.get(link.target, "?"), "step": "?"}
        hit = self._argmap.link(link.target)
        target = self._order.numbers.get(self._argmap.target_claim(hit), "?")
        return {"step": self("doc_step", premises=self.numbers(hit.premises), target=target)}
