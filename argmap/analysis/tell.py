"""English for the evaluation: one sentence a claim, with outline numbers and short texts instead of ids."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from argmap.analysis.labels import Labelling, Verdict
    from argmap.model import ArgMap, Link

WIDTH = 70  # characters of a claim that are quoted


def short(text: str, width: int = WIDTH) -> str:
    """Return a text in at most width characters, cut between words, without its final full stop.

    >>> short("Animals suffer in zoos, whatever their keepers say.", 25)
    'Animals suffer in zoos…'
    """
    text = " ".join(text.split()).removesuffix(".")
    if len(text) <= width:
        return text
    head = text[:width].rpartition(" ")[0] or text[: width - 1]
    return head.rstrip(" ,;:") + "…"


def listed(words: Iterable[str]) -> str:
    """Return words as a list in English.

    >>> listed(["1", "2", "3"])
    '1, 2 and 3'
    """
    rows = list(words)
    return " and ".join([", ".join(rows[:-1]), rows[-1]] if len(rows) > 1 else rows)


class Teller:
    """Sentences about one evaluated map. A claim is quoted when it is first named, and then goes by its number."""

    def __init__(self, argmap: ArgMap, labelling: Labelling, numbers: Mapping[str, str]) -> None:
        self.argmap = argmap
        self.labelling = labelling
        self.numbers = numbers
        self.supports: dict[str, list[Link]] = {}
        self.counters: dict[str, list[Link]] = {}
        for link in argmap.links:
            (self.supports if link.kind == "supports" else self.counters).setdefault(link.target, []).append(link)
        self.known: set[str] = set()

    def name(self, claim: str) -> str:
        """Return the number of a claim, with its short text the first time."""
        if claim in self.known:
            return self.numbers[claim]
        self.known.add(claim)
        return f"{self.numbers[claim]} “{short(self.argmap.claim(claim).text)}”"

    def names(self, claims: Iterable[str]) -> str:
        """Return the names of several claims as a list in English."""
        return listed(self.name(claim) for claim in dict.fromkeys(claims)) or "nothing at all"

    def act(self, link: Link, verb: str) -> str:
        """Return what the premises of a link do, as "1.1 and 1.2 together support"; verb in the third person."""
        several = len(set(link.premises)) > 1
        return f"{self.names(link.premises)} {'together ' + verb.removesuffix('s') if several else verb}"

    def step(self, link: Link) -> str:
        """Return a name for a link: "the step from 1.1 to 1"."""
        if link.kind == "undercuts":
            aim = self.argmap.link(link.target)
            return f"the objection from {self.names(link.premises)} to the step from {self.names(aim.premises)}"
        word = "step" if link.kind == "supports" else "objection"
        return f"the {word} from {self.names(link.premises)} to {self.name(link.target)}"

    def claim(self, name: str) -> str:
        """Return why a decided claim has its label, as one sentence."""
        verdict = self.labelling.claims[name]
        return f"{self.name(name)} {verdict.label}: {self._BECAUSE[verdict.reason](self, name, verdict)}."

    def link(self, name: str) -> str:
        """Return why a decided link has its label, as one sentence."""
        link, verdict = self.argmap.link(name), self.labelling.links[name]
        head = self.step(link)
        if verdict.label == "dead":
            return f"{_upper(head)} is dead: {self._dead(verdict, link, 'it')}."
        parts = [f"{self.names(link.premises)} {'stand' if len(set(link.premises)) > 1 else 'stands'}"]
        return f"{_upper(head)} is live: {'; '.join([*parts, *self._answered(name, 'undercuts it')])}."

    def _accepted(self, _name: str, _verdict: Verdict) -> str:
        return "it is accepted here, whatever speaks for or against it"

    def _given(self, name: str, _verdict: Verdict) -> str:
        answered = self._answered(name, "attacks it")
        return "; ".join(["it is given", *answered]) if answered else "it is given, and nothing speaks against it"

    def _supported(self, name: str, verdict: Verdict) -> str:
        link = self.argmap.link(verdict.cause)
        parts = [self.act(link, "supports") + " it"]
        parts += self._answered(link.id, "undercuts that step")
        return "; ".join(parts + self._answered(name, "attacks it"))

    def _rejected(self, name: str, _verdict: Verdict) -> str:
        return "it is rejected here" if name in self.labelling.do else "the map rejects it"

    def _refuted(self, _name: str, verdict: Verdict) -> str:
        link = self.argmap.link(verdict.cause)
        return f"{self.act(link, 'refutes')} it{self._unanswered(link)}"

    def _not_given(self, _name: str, _verdict: Verdict) -> str:
        return "it is not given, and nothing supports it"

    def _unsupported(self, name: str, _verdict: Verdict) -> str:
        links = self.supports[name]
        if len(links) == 1:
            return self._only_reason(links[0])
        rows = []
        for link in links:
            head = f"the one from {self.names(link.premises)}"
            rows.append(f"{head} because {self._dead(self.labelling.links[link.id], link)}")
        count = {2: "neither of its two", 3: "none of its three"}.get(len(links), f"none of its {len(links)}")
        return f"{count} reasons holds: {'; '.join(rows)}"

    def _only_reason(self, link: Link) -> str:
        verdict = self.labelling.links[link.id]
        if verdict.reason == "premise":
            return f"its only reason needs {self.name(verdict.cause)}, {self._which(verdict.cause)}"
        head = f"its only reason, {self.names(link.premises)}, does not carry it"
        return f"{head}: {self._dead(verdict, link)}"

    def _circular(self, name: str, _verdict: Verdict) -> str:
        way, seen = [name], {name}
        while True:
            link = self.labelling.claims[way[-1]].cause
            way.append(self.labelling.links[link].cause)
            if way[-1] in seen:
                break
            seen.add(way[-1])
        start = way.index(way[-1])
        lead, loop = way[1 : start + 1], way[start + 1 :]
        via = ", which rests on ".join(self.name(claim) for claim in lead)
        ring = ", which rests on ".join(self.name(claim) for claim in loop)
        if lead:
            return f"it rests on {via}, and that is supported only by itself: it rests on {ring}"
        return "it is supported only by itself" + (f": it rests on {ring}" if len(loop) > 1 else "")

    _BECAUSE: Mapping[str, Callable[[Teller, str, Verdict], str]] = {
        "accepted": _accepted,
        "given": _given,
        "supported": _supported,
        "rejected": _rejected,
        "refuted": _refuted,
        "not given": _not_given,
        "unsupported": _unsupported,
        "circular": _circular,
    }

    def _which(self, claim: str) -> str:
        """Return why a claim falls, as a relative clause."""
        verdict = self.labelling.claims[claim]
        if verdict.reason == "refuted":
            link = self.argmap.link(verdict.cause)
            return f"which is refuted by {self.names(link.premises)}{self._unanswered(link)}"
        return {
            "rejected": "which is rejected",
            "not given": "which is neither given nor supported",
            "circular": "which rests only on itself",
        }.get(verdict.reason, "which has no support left")

    def _unanswered(self, link: Link) -> str:
        """Return a remark if nothing at all is said against a live objection."""
        answers = any(self.counters.get(name) for name in (link.id, *link.premises))
        return "" if answers else ", and nothing answers that"

    def _answered(self, name: str, verb: str) -> list[str]:
        """Return, for each dead attack on a claim or undercut of a link, why it is dead."""
        rows = []
        for link in self.counters.get(name, ()):
            verdict = self.labelling.links[link.id]
            if verdict.reason == "premise" and len(set(link.premises)) == 1:
                rows.append(f"{self.name(verdict.cause)}, which {verb}, falls")
            else:
                head = f"the objection from {self.names(link.premises)}"
                rows.append(f"{head} has no force, because {self._dead(verdict, link, 'it')}")
        return rows

    def _dead(self, verdict: Verdict, link: Link, called: str = "that step") -> str:
        """Return why a link is dead, as a clause."""
        if verdict.reason == "undercut":
            return f"{self.act(self.argmap.link(verdict.cause), 'undercuts')} {called}"
        if verdict.reason == "circular":
            return f"{self.name(verdict.cause)} rests only on itself"
        others = len(set(link.premises)) > 1
        return f"{self.name(verdict.cause)}{', which it needs,' if others else ''} falls"

    def brief(self, name: str) -> str:
        """Return why a claim has its label in a few words, with numbers only, fit to follow the label."""
        verdict = self.labelling.claims[name]
        if verdict.reason in {"supported", "refuted"}:
            premises = listed(
                self.numbers[premise] for premise in dict.fromkeys(self.argmap.link(verdict.cause).premises)
            )
            return f"{verdict.reason} by {premises}"
        return self._BRIEF[verdict.reason]

    _BRIEF: Mapping[str, str] = {
        "accepted": "accepted here",
        "given": "given",
        "rejected": "rejected",
        "not given": "not given, and nothing supports it",
        "unsupported": "no support left",
        "circular": "rests only on itself",
        "circle": "left open by a circle",
    }

    def head(self, name: str) -> str:
        """Return a name for a claim or link, fit to begin a sentence."""
        return self.name(name) if self.argmap.is_claim(name) else _upper(self.step(self.argmap.link(name)))

    def ring(self, items: Sequence[str]) -> str:
        """Return a circle of contested items as a clause; it begins with a claim if it holds one."""
        claims = [name for name in items if self.argmap.is_claim(name)]
        if not claims:
            return "undercuts cut each other: " + "; ".join(self.step(self.argmap.link(name)) for name in items)
        counters = [name for name in items if not self.argmap.is_claim(name) and self._counter(name)]
        if len(claims) == 2 and len(counters) == 2 and len(items) == 4:  # noqa: PLR2004 - two claims, two attacks
            return f"{self.names(claims)} attack each other, and nothing decides between them"
        start = items.index(claims[0])
        way = self._round([*items[start:], *items[:start]])
        return f"{way}: {self._verdict(len(counters), len(claims))}"

    def _counter(self, name: str) -> bool:
        return self.argmap.link(name).kind != "supports"

    def _round(self, items: Sequence[str]) -> str:
        """Return the steps of a circle that begins with a claim, in words."""
        parts = [self.name(items[0])]
        verbs = {"supports": "is supported by", "attacks": "is attacked by", "undercuts": "a step undercut by"}
        relation: list[str] = []
        for name in (*items[1:], items[0]):
            if not self.argmap.is_claim(name):
                relation.append(verbs[self.argmap.link(name).kind])
            else:
                which = "" if len(parts) == 1 else "which "
                parts.append(f"{which}{' '.join(relation)} {self.name(name)}")
                relation = []
        return parts[0] + " " + ", ".join(parts[1:])

    def _verdict(self, counters: int, claims: int) -> str:
        if counters % 2 == 0:
            return "nothing from outside decides which side is right"
        if claims == 1:
            return "it would stand only if it fell"
        return "the circle turns against itself, so none of them can be settled"


def _upper(text: str) -> str:
    return text[:1].upper() + text[1:]
