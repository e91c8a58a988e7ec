"""A tree to a map: claims, links, everything that names something else looked up at the end."""

from __future__ import annotations

from argmap import limits
from argmap.document.places import Places
from argmap.document.records import Records
from argmap.document.resolve import Resolver
from argmap.model import KINDS, ArgMap, Claim, Expect, Group, Link, Source, Step, link_id
from argmap.yamltree import Mapping, Scalar, Sequence

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from argmap.diagnostics import Collector
    from argmap.document.fields import Field
    from argmap.model import Kind
    from argmap.yamltree import Node


class Assembler(Records):
    """Reads the whole map. What has errors is left out of the map, and told."""

    def __init__(self, collector: Collector, root: Node | None) -> None:
        super().__init__(collector)
        self.readers |= {
            "one_source": self.one_source,
            "many_sources": self.many_sources,
            "groups": self.groups,
            "all_claims": self.all_claims,
            "all_links": self.all_links,
            "expect": self.expect,
            "steps": self.steps,
        }
        self.places_of = Places(collector.source, root)
        self.claim_rows: dict[str, Claim] = {}
        self.claim_places: dict[str, int] = {}
        self.claim_links: list[tuple[Link, int]] = []  # links written on claims, with the place of their target
        self.list_links: list[tuple[Link, int]] = []
        self.source_rows: list[Source] = []
        self.group_rows: list[Group] = []

    def assemble(self, root: Node) -> ArgMap | None:
        """Return the map, or None if there is not even a mapping. The map is whole only if no error was told."""
        if not isinstance(root, Mapping):
            hint = "begin with a line `title: ...` and a line `claims:`"
            what = "a list" if isinstance(root, Sequence) else "a text"
            self.tell("AM103", f"a map file is a mapping and this is {what}", root.place, hint)
            return None
        values = self.record(root, "map", 0)
        drafts = self.claim_links + self.list_links
        if len(drafts) > limits.MAX_LINKS:
            message = f"the map has {len(drafts):,} links; at most {limits.MAX_LINKS:,} are read"
            self.tell("AM012", message, root.place, "divide the map into several")
            return None
        links = Resolver(self).resolve(drafts)
        kept = {name: value for name, value in values.items() if name not in {"source", "sources", "claims", "links"}}
        kept["thesis"] = tuple(name for name in kept.get("thesis", ()) if name in self.claim_rows)
        kept.setdefault("title", "")
        return ArgMap(claims=tuple(self.claim_rows.values()), links=links, sources=tuple(self.source_rows), **kept)

    # the parts of a map

    def one_source(self, node: Node, field: Field) -> bool | None:
        """Read the only source; its id is ""."""
        found = self.mapping(node, field.key, "a mapping with title, author, ...")
        if found is not None:
            self._both(field.key)
            self.source_rows.append(Source(**self.record(found, "source", node.place)))
        return True

    def many_sources(self, node: Node, field: Field) -> bool | None:
        """Read a mapping from ids to sources."""
        self._both(field.key)
        for name, place, value in self.entries(node, field.key, "a mapping from ids to sources", "source"):
            found = self.mapping(value, name, "a mapping with title, author, ...")
            if found is not None:
                self.source_rows.append(Source(id=name, **self.record(found, "source", place)))
        return True

    def _both(self, key: str) -> None:
        if self.source_rows:
            hint = "give the one under `source` an id and move it into `sources`"
            where = self.places_of.key("", key)
            self.collector.add("AM122", "the map has both `source` and `sources`", where, hint)

    def groups(self, node: Node, field: Field) -> tuple[Group, ...] | None:
        """Read a mapping from ids to titles or more."""
        for name, place, value in self.entries(node, field.key, "a mapping `id: title`", "group"):
            values: dict[str, Any]
            if isinstance(value, Mapping):
                values = self.record(value, "group", place)
            else:
                title = self.text(value, field)
                values = {} if title is None else {"title": title}
            self.group_rows.append(Group(**{"id": name, "title": name} | values))
        return tuple(self.group_rows)

    def all_claims(self, node: Node, field: Field) -> bool | None:
        """Read the claims, and the links written on them."""
        entries = self.entries(node, field.key, "a mapping `id: text`", "claim")
        if isinstance(node, Mapping) and not node.items:
            self.tell("AM104", "the map has no claims", node.place, "write at least one: `id: text`")
        if len(entries) > limits.MAX_CLAIMS:
            message = f"the map has {len(entries):,} claims; at most {limits.MAX_CLAIMS:,} are read"
            self.tell("AM012", message, node.place, "divide the map into several")
            entries = []
        for name, place, value in entries:
            self.element = name
            self.claim_places[name] = place
            self.places_of.add_claim(name, place, value)
            if type(value) is Scalar:
                text = self.text(value, field)
                self.claim_rows[name] = Claim(id=name, text=text or name)
            elif isinstance(value, Mapping):
                self._claim(name, place, value)
            else:
                self.wrong(value, name, "a text or a mapping with `text`")
                self.claim_rows[name] = Claim(id=name, text=name)
        self.element = ""
        return True

    def _claim(self, name: str, place: int, node: Mapping) -> None:
        values = self.record(node, "claim", place)
        for key in list(values):
            if key in KINDS:
                for index, target in enumerate(values.pop(key)):
                    self._link_on(name, node, key, target, index)
        self._match_places(values, node)
        values.setdefault("text", name)
        self.claim_rows[name] = Claim(id=name, **values)

    def _link_on(self, name: str, node: Mapping, kind: Kind, target: str, index: int) -> None:
        link = Link(id=link_id((name,), kind, target), premises=(name,), kind=kind, target=target)
        self.claim_links.append((link, node.place))
        self.places_of.add_link(link.id, node, (kind, index))

    def _match_places(self, values: dict[str, Any], node: Mapping) -> None:
        """Look whether there is one place for all quotations or one for each."""
        places, quotes = values.get("at", ()), values.get("quote", ())
        if quotes and len(places) > 1 and len(places) != len(quotes):
            place = next(key.place for key, _ in node.pairs() if key.value == "at")
            message = f"there are {len(quotes)} quotations and {len(places)} places"
            if len(quotes) == 1:
                message = f"there is one quotation and there are {len(places)} places"
            self.tell("AM121", message, place, "give one place for all, or one for each")

    def all_links(self, node: Node, field: Field) -> bool | None:
        """Read the list of links."""
        if not isinstance(node, Sequence):
            self.wrong(node, field.key, "a list", "begin each link with `- from: ...`")
            return True
        for item in node.items:
            if isinstance(item, Mapping):
                self._link(item)
            else:
                self.wrong(item, "links", "mappings", "write `- from: ...` and `supports: ...` on a line below")
        return True

    def _link(self, node: Mapping) -> None:
        before = len(self.references)
        called = next((value for key, value in node.pairs() if key.value == "id"), None)
        self.element = called.value if isinstance(called, Scalar) else ""
        values = self.record(node, "link", node.place)
        kinds = [kind for kind in KINDS if kind in values]
        self._match_places(values, node)
        if len(kinds) != 1 and not any(key.value in KINDS for key, _ in node.pairs()):
            hint = "add a line `supports: ...`, `attacks: ...` or `undercuts: ...`"
            self.tell("AM118", "the link does not say what it does", node.place, hint)
        elif len(kinds) > 1:
            names = " and ".join(f"`{kind}`" for kind in kinds)
            place = next(key.place for key, _ in node.pairs() if key.value == kinds[1])
            self.tell("AM119", f"the link has {names}", place, "write one link for each")
        premises, name = values.pop("from", ()), values.pop("id", "")
        if len(kinds) == 1 and premises:
            target = values.pop(kinds[0])
            link = Link(
                id=name or link_id(premises, kinds[0], target),
                premises=premises, kind=kinds[0], target=target, named=bool(name), **values,
            )  # fmt: skip
            self.list_links.append((link, called.place if called is not None else node.place))
            self.places_of.add_link(link.id, node)
            if not name:
                for reference in self.references[before:]:
                    reference.element = link.id
        self.element = ""

    def expect(self, node: Node, field: Field) -> Expect | None:
        """Read what is expected of the evaluation."""
        found = self.mapping(node, field.key, "a mapping with stands, falls or contested")
        if found is None:
            return None
        values = self.record(found, "expectation", node.place)
        label_of: dict[str, str] = {}
        for label, names in values.items():
            for index, name in enumerate(names):
                if label_of.setdefault(name, label) != label:
                    where = self.places_of.span("", "expect", label, index)
                    message = f"'{name}' is expected to be both `{label_of[name]}` and `{label}`"
                    self.collector.add("AM123", message, where, "delete one of the two")
        return Expect(**values)

    def steps(self, node: Node, field: Field) -> tuple[Step, ...] | None:
        """Read the presentation."""
        if not isinstance(node, Sequence):
            self.wrong(node, field.key, "a list", "begin each step with `- show: ...`")
            return None
        found: list[Step] = []
        for item in node.items:
            if isinstance(item, Mapping):
                values = self.record(item, "step", item.place)
                found.append(Step(**{"show": ()} | values))
            else:
                self.wrong(item, "steps", "mappings", "write `- show: ...`")
        return tuple(found)
