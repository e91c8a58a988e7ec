"""argmap's own map file, written from a map; reading it is the work of `argmap.document`."""

from __future__ import annotations

from argmap import document
from argmap.document.fields import CLAIM, EXPECT, GROUP, LINK, MAP, SOURCE, STEP
from argmap.formats.reading import Reading
from argmap.yamltext import Block, Entry, Flow, Raw, lines

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from argmap.document.fields import Field
    from argmap.model import ArgMap, Claim, Link
    from argmap.source import SourceText
    from argmap.yamltext import Value

_APART = ("claims", "links", "groups", "expect", "steps")  # a blank line stands above these
_ALONE = ("id", "premises", "kind", "target", "named")  # what a link written on a claim can say


def read(source: SourceText) -> Reading:
    """Read a map file."""
    found = document.parse(source.text, source.path)
    return Reading(found.argmap, found.problems)


def dumps(argmap: ArgMap) -> str:
    r"""Return a map as the text of a map file. `loads(dumps(argmap)) == argmap` for every valid map.

    >>> from argmap.model import ArgMap, Claim, Link
    >>> claims = (Claim(id="wet", text="The street is wet."), Claim(id="rain", text="It has rained.", tags=("fact",)))
    >>> links = (Link(id="rain supports wet", premises=("rain",), kind="supports", target="wet"),)
    >>> print(dumps(ArgMap(title="Rain", claims=claims, links=links)), end="")
    title: Rain
    <BLANKLINE>
    claims:
      wet: The street is wet.
      rain:
        text: It has rained.
        supports: wet
        tags: [fact]
    """
    return "".join(f"{line}\n" for line in write(argmap))


def write(argmap: ArgMap) -> Iterator[str]:
    """Yield a map as the lines of a map file, as a person would like to read it. O(size).

    Links of one premise that have nothing more to say stand on their claims, as far as the order of the links allows.
    """
    parts = _parts(argmap)
    entries = []
    for field in MAP:
        value = parts[field.key] if field.key in parts else _value(field, getattr(argmap, field.attribute))
        if value is None or (isinstance(value, Block) and not value.entries and field.key != "source"):
            continue
        entry = Entry(field.key, value)
        entry.above = [""] if field.key in _APART else []
        entries.append(entry)
    yield from lines(Block(entries))


def _divide(argmap: ArgMap) -> tuple[dict[str, dict[str, list[str]]], list[Link]]:
    """Return the targets of the links that can stand on their claims (by claim and kind), and the other links.

    A reader meets the links on claims first, in the order of the claims and their keys; so only the links at the
    beginning can stand there, as long as their order is that one.
    """
    place = {claim.id: index for index, claim in enumerate(argmap.claims)}
    found: dict[str, dict[str, list[str]]] = {}
    latest, kind = -1, ""
    for index, link in enumerate(argmap.links):
        home = link.premises[0]
        bare = len(link.premises) == 1 and not link.named and not _more(link)
        again = place[home] == latest and link.kind != kind and link.kind in found[home]
        if not bare or place[home] < latest or again:
            return found, list(argmap.links[index:])
        latest, kind = place[home], link.kind
        found.setdefault(home, {}).setdefault(link.kind, []).append(link.target)
    return found, []


def gathered(argmap: ArgMap) -> ArgMap:
    """Return a map with its links in an order in which as many as possible can stand on their claims. O(n log n).

    The reading order, and with it every number, stays as it is; so does the order of all other links.
    """
    from dataclasses import replace

    from argmap.order import outline, reasons

    place = {claim.id: index for index, claim in enumerate(argmap.claims)}
    held: set[str] = set()  # claims with a link before that cannot stand on them: what they bear on first stays first
    front: list[Link] = []
    rest: list[Link] = []
    kinds: dict[str, list[str]] = {}
    for link in argmap.links:
        if len(link.premises) == 1 and not link.named and not _more(link) and link.premises[0] not in held:
            front.append(link)
            kinds.setdefault(link.premises[0], []).append(link.kind)
        else:
            rest.append(link)
            held.update(link.premises)
    front.sort(key=lambda link: (place[link.premises[0]], kinds[link.premises[0]].index(link.kind)))
    fresh = replace(argmap, links=(*front, *rest))
    same = reasons(fresh) == reasons(argmap) and outline(fresh) == outline(argmap)
    return fresh if same else argmap


def _more(link: Link) -> bool:
    """Return whether a link says more than its premises, kind and target."""
    return any(getattr(link, field.attribute) not in ("", (), None) for field in LINK if _adds(field))


def _adds(field: Field) -> bool:
    return bool(field.attribute) and field.attribute not in _ALONE


def _parts(argmap: ArgMap) -> dict[str, Value | None]:
    """Return what stands under those keys of the map that are no plain fields; None or nothing in it: not written."""
    on_claims, listed = _divide(argmap)
    claims = (Entry(claim.id, _claim(claim, on_claims.get(claim.id, {}))) for claim in argmap.claims)
    groups = ((row.id, _record(GROUP, row) if row.color or row.note else row.title) for row in argmap.groups)
    only = next((source for source in argmap.sources if not source.id), None)
    return {
        "title": argmap.title or "Untitled",
        "language": argmap.language if argmap.language != "en" else None,
        "source": None if only is None else _record(SOURCE, only),
        "sources": Block(Entry(source.id, _record(SOURCE, source)) for source in argmap.sources if source.id),
        "groups": Block(Entry(name, value) for name, value in groups),
        "claims": Block(claims),
        "links": Block((Entry("", _link(link)) for link in listed), listed=True),
        "expect": _record(EXPECT, argmap.expect),
        "steps": Block((Entry("", _record(STEP, step)) for step in argmap.steps), listed=True),
    }


def _claim(claim: Claim, targets: dict[str, list[str]]) -> Value:
    """Return a claim: its text alone if it has nothing more."""
    block = _record(CLAIM, claim)
    links = [Entry(kind, names[0] if len(names) == 1 else Flow(names)) for kind, names in targets.items()]
    block.entries[1:1] = links
    return claim.text if len(block.entries) == 1 else block


def _link(link: Link) -> Block:
    block = _record(LINK, link)
    if not link.named:
        del block.entries[0]
    after = next(index for index, entry in enumerate(block.entries, 1) if entry.key == "from")
    block.entries.insert(after, Entry(link.kind, link.target))
    return block


def _record(table: tuple[Field, ...], row: object) -> Block:
    """Return the fields of a record that hold something, in the order of the table."""
    values = ((field, _value(field, getattr(row, field.attribute))) for field in table if field.attribute)
    return Block(Entry(field.key, value) for field, value in values if value is not None)


def _value(field: Field, value: object) -> Value | None:
    """Return a value in the shape that its kind of field has in a file, None if there is nothing to write."""
    if value is None or value in ("", ()) or isinstance(value, str):
        return value or None
    if isinstance(value, float):
        return Raw(number(value))
    if isinstance(value, int):  # a count, or true
        return Raw(str(value).lower()) if value else None
    assert isinstance(value, tuple)  # noqa: S101 - the model has no other kinds of value
    items: list[str | Raw] = [Raw(str(item)) if isinstance(item, int) else str(item) for item in value]
    if field.kind != "words" and len(items) == 1:
        return items[0]
    if field.kind == "texts":
        return Block((Entry("", item) for item in items), listed=True)
    return Flow(items)


def number(value: float) -> str:
    """Return a number as every YAML reads it.

    >>> number(1.0), number(0.25), number(1e-07)
    ('1', '0.25', '1.0e-07')
    """
    text = repr(value).removesuffix(".0")
    return text if "e" not in text or "." in text else text.replace("e", ".0e")
