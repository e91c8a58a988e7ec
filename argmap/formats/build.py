"""Puts a map together from what a reader finds, in whatever order it finds it, and keeps the map legal.

A reader knows things by keys of its own format (node ids, titles, numbers); they need be neither legal ids nor there
yet. What cannot stand in a map (a link to nothing, a claim that supports itself) is left out with a problem.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, Final

from argmap.formats.ids import Ids
from argmap.formats.naming import Parts, nameless, written
from argmap.formats.reading import DANGLING, GUESSED, LEFT_OUT, NOTHING, SYNTAX, Reading, reading
from argmap.model import ArgMap, Claim, Expect, Group, Link
from argmap.source import NOWHERE, Span

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterable, Mapping

    from argmap.formats.notes import Notes
    from argmap.model import Kind


@dataclass(slots=True)
class _Found:
    """A claim, link or group as the reader found it; `fields` are those of the model."""

    fields: dict[str, Any]
    name: str
    span: Span


@dataclass(slots=True)
class _FoundLink(_Found):
    key: Hashable
    premises: tuple[Hashable, ...]
    kind: Kind
    target: Hashable


class Builder:
    """Collects claims, groups and links by the keys of a format; `finish` makes the map.

    >>> from argmap.formats.notes import Notes
    >>> builder = Builder(Notes("rain.txt"))
    >>> builder.claim(1, "It rains.")
    >>> builder.link([2], "supports", 1)
    >>> builder.claim(2, "The street is wet.")
    >>> rain = builder.finish(title="Rain")
    >>> [link.id for link in rain.argmap.links]
    ['street-wet supports rains']
    """

    def __init__(self, notes: Notes) -> None:
        self.notes = notes
        self._claims: dict[Hashable, _Found] = {}
        self._groups: dict[Hashable, _Found] = {}
        self._links: list[_FoundLink] = []

    def has_claim(self, key: Hashable) -> bool:
        """Return whether a claim of that key was found."""
        return key in self._claims

    def claim(self, key: Hashable, text: str, name: str = "", span: Span = NOWHERE, **fields: Any) -> None:  # noqa: ANN401 - the fields of Claim
        """Add a claim. `name` is the id it should have, if the format has ids; `group` in the fields is a key."""
        self._claims[key] = _Found({"text": text, **fields}, name, span)

    def change(self, key: Hashable, **fields: Any) -> None:  # noqa: ANN401 - the fields of Claim
        """Change fields of a claim that was added."""
        self._claims[key].fields.update(fields)

    def group(self, key: Hashable, title: str, name: str = "", span: Span = NOWHERE, **fields: Any) -> None:  # noqa: ANN401 - the fields of Group
        """Add a group."""
        self._groups[key] = _Found({"title": title, **fields}, name, span)

    def link(
        self,
        premises: Iterable[Hashable],
        kind: Kind,
        target: Hashable,
        key: Hashable = None,
        name: str = "",
        span: Span = NOWHERE,
        **fields: Any,  # noqa: ANN401 - the fields of Link
    ) -> None:
        """Add a link from the claims of these keys to the claim (or, for an undercut, the link) of that key."""
        found = _FoundLink(fields, name, span, key, tuple(dict.fromkeys(premises)), kind, target)
        self._links.append(found)

    def finish(self, title: str, thesis: Iterable[Hashable] = (), about: Mapping[str, Any] | None = None) -> Reading:
        """Return the reading: the map, with legal and unique ids, and all that was noted.

        `thesis` holds keys. `about` holds further fields of the map; where they name claims and links, it is by ids
        of the file. `about["order"]` may hold ids of `claims` and `links` in their order, if the file has another.
        """
        if not self._claims:
            if not self.notes.has(SYNTAX):  # then that is why
                self.notes.add(NOTHING, "there is no claim in it")
            return reading(None, self.notes)
        ids = Ids()
        links = self._sound_links()
        names = {key: self._claim_id(ids, found) for key, found in self._claims.items()}
        taken = Ids()
        groups = {key: self._id(taken, found, found.fields["title"], "group") for key, found in self._groups.items()}
        claims = [self._claim(names[key], found, groups) for key, found in self._claims.items()]
        argmap = ArgMap(
            title=title,
            claims=tuple(claims),
            groups=tuple(Group(id=groups[key], **found.fields) for key, found in self._groups.items()),
            thesis=tuple(names[key] for key in thesis if key in names),
            links=self._links_of(links, names, ids),
        )
        found = reading(self._with_about(argmap, dict(about or {})), self.notes)
        return self._placed(found, links, names) if found.problems else found

    def _placed(self, found: Reading, links: list[_FoundLink], names: dict[Hashable, str]) -> Reading:
        """Return the reading with problems that know which claim or link they are about."""
        made = found.argmap.links if found.argmap else ()
        elements = {link.span: row.id for link, row in zip(links, made, strict=bool(made))}
        elements |= {row.span: names[key] for key, row in self._claims.items()}
        elements.pop(NOWHERE, "")
        problems = (replace(row, element=row.element or elements.get(row.span, "")) for row in found.problems)
        return replace(found, problems=tuple(problems))

    def _with_about(self, argmap: ArgMap, about: dict[str, Any]) -> ArgMap:
        """Return the map with further fields; names of what is not there are left out."""
        order = about.pop("order", None)
        thesis = about.pop("thesis", ()) or argmap.thesis
        steps = about.pop("steps", ())
        expect = about.pop("expect", Expect())
        if not (about or thesis or steps or order or expect != Expect()):
            return argmap
        argmap = replace(
            argmap,
            thesis=self._known(argmap, thesis),
            expect=Expect(**{word: self._known(argmap, getattr(expect, word)) for word in _LABELS}),
            steps=tuple(replace(step, show=self._known(argmap, step.show)) for step in steps),
            **about,
        )
        return _ordered(argmap, order) if isinstance(order, dict) else argmap

    def _known(self, argmap: ArgMap, names: Iterable[str]) -> tuple[str, ...]:
        known = []
        for name in names:
            if argmap.is_claim(name) or argmap.is_link(name):
                known.append(name)
            else:
                self.notes.add(DANGLING, f"'{name}' is named but is not there; it was left out")
        return tuple(known)

    @staticmethod
    def _id(ids: Ids, found: _Found, text: str, fallback: str) -> str:
        return ids.keep(found.name, fallback) if found.name else ids.of(text, fallback)

    def _claim_id(self, ids: Ids, found: _Found) -> str:
        if not found.fields["text"].strip():
            self.notes.add(GUESSED, "a claim without a text", found.span, "it is called '(no text)'; write its text")
            found.fields["text"] = "(no text)"
        return self._id(ids, found, found.fields["text"], "claim")

    def _claim(self, name: str, found: _Found, groups: dict[Hashable, str]) -> Claim:
        fields = found.fields
        if "group" in fields:
            fields = fields | {"group": groups.get(fields["group"], "")}
        return Claim(id=name, **fields)

    def _sound_links(self) -> list[_FoundLink]:
        """Return the links that have both ends, without the others and what undercuts those. O(links)."""
        links = [link for link in self._links if self._has_ends(link)]
        known = {link.key for link in links if link.key is not None}
        pending: dict[Hashable, list[_FoundLink]] = {}
        for link in links:
            if link.kind == "undercuts":
                pending.setdefault(link.target, []).append(link)
        if not pending:
            return links
        gone = [link for target, rows in pending.items() if target not in known for link in rows]
        for link in gone:  # the list grows while it is read
            self.notes.add(DANGLING, "it undercuts a step that is not there; it was left out", link.span)
            gone += pending.pop(link.key, ()) if link.key is not None else ()
        dropped = set(map(id, gone))
        return [link for link in links if id(link) not in dropped]

    def _has_ends(self, link: _FoundLink) -> bool:
        missing = [key for key in link.premises if key not in self._claims]
        if link.kind != "undercuts" and link.target not in self._claims:
            missing.append(link.target)
        for key in missing:
            self.notes.add(DANGLING, f"a link refers to '{key}', which is not there; the link was left out", link.span)
        if not missing and not link.premises:
            self.notes.add(LEFT_OUT, "a step without premises was left out", link.span)
        if not missing and link.target in link.premises and link.kind != "undercuts":
            self.notes.add(LEFT_OUT, f"a claim that {link.kind[:-1]}s itself: the link was left out", link.span)
            return False
        return not missing and bool(link.premises)

    @staticmethod
    def _links_of(found: list[_FoundLink], names: dict[Hashable, str], ids: Ids) -> tuple[Link, ...]:
        """Return the links with the ids of the file, or those that links have when nobody names them."""
        place = {link.key: at for at, link in enumerate(found) if link.key is not None}
        rows = [
            Parts(
                tuple([names[key] for key in link.premises]),
                link.kind,
                place[link.target] if link.kind == "undercuts" else names[link.target],
            )
            for link in found
        ]
        wanted = [link.name for link in found]
        fresh = written(rows, wanted, ids) if any(wanted) else nameless(rows, frozenset(names.values()))
        return tuple(
            Link(
                id=name,
                premises=row.premises,
                kind=row.kind,
                target=fresh[row.target][0] if isinstance(row.target, int) else row.target,
                named=named,
                **link.fields,
            )
            for link, row, (name, named) in zip(found, rows, fresh, strict=True)
        )


_LABELS: Final = ("stands", "falls", "contested")


def _ordered(argmap: ArgMap, order: Mapping[str, object]) -> ArgMap:
    """Return the map with claims and links in that order; what is not named comes last."""
    claims, links = _places(order.get("claims")), _places(order.get("links"))
    return replace(
        argmap,
        claims=tuple(sorted(argmap.claims, key=lambda claim: claims.get(claim.id, len(claims)))),
        links=tuple(sorted(argmap.links, key=lambda link: links.get(link.id, len(links)))),
    )


def _places(rows: object) -> dict[str, int]:
    return {row: index for index, row in enumerate(rows) if isinstance(row, str)} if isinstance(rows, list) else {}
