"""The one table of what a map file may hold. The reader, its hints, the JSON Schema and the writer all come from it."""

from __future__ import annotations

from argmap.model import BASES, STATUSES

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Final

# what the values of such fields look like, to the reader, to the schema and to readers of other formats
COLOR: Final = "#([0-9A-Fa-f]{3}|[0-9A-Fa-f]{6})"
LANGUAGE: Final = "[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*"


class Field:
    """One key of one kind of record.

    `kind` names what its value is (a method of the reader, a fragment of the schema, a shape for the writer);
    `attribute` is the field of the model, "" where the value becomes something else.
    """

    __slots__ = ("attribute", "choices", "key", "kind", "meaning", "required")

    def __init__(
        self,
        key: str,
        kind: str,
        meaning: str,
        *,
        attribute: str | None = None,
        required: bool = False,
        choices: tuple[str, ...] = (),
    ) -> None:
        self.key = key
        self.kind = kind
        self.meaning = meaning
        self.attribute = key if attribute is None else attribute
        self.required = required
        self.choices = choices


_QUOTE = Field("quote", "texts", "verbatim passage of the source, or a list of passages")
_AT = Field("at", "places", 'where the quotation stands: the number of a paragraph, or a place such as "p. 12"')
_SOURCE = Field("source", "source", "the id of the source that is quoted, when there are several")
_ALLOW = Field("allow", "words", "codes of warnings and hints that are silenced here")

SOURCE: Final = (
    Field("title", "text", "title of the text"),
    Field("author", "text", "who wrote it"),
    Field("year", "text", "when it appeared"),
    Field("publisher", "text", "who published it"),
    Field("url", "text", "where it can be read"),
    Field("file", "text", "UTF-8 text beside the map that quotations are compared with"),
    Field("note", "text", "anything else about the source"),
    Field("skip", "count", "how many title paragraphs at the beginning are not numbered"),
)
GROUP: Final = (
    Field("title", "text", "title of the group", required=True),
    Field("color", "color", 'hexadecimal CSS colour, such as "#00805D"'),
    Field("note", "text", "anything else about the group"),
)
CLAIM: Final = (
    Field("text", "text", "one sentence that somebody could accept or deny", required=True),
    Field("supports", "claims", "claims that this claim supports alone", attribute=""),
    Field("attacks", "claims", "claims that this claim attacks alone", attribute=""),
    Field("undercuts", "links", "links that this claim undercuts alone: even if the premises hold, it does not follow",
          attribute=""),
    Field("group", "group", "the id of the group it belongs to"),
    Field("tags", "words", "free words"),
    Field("status", "choice", "what the author takes it for", choices=STATUSES),
    Field("credence", "fraction", "how probable it is, from 0 to 1"),
    Field("implicit", "flag", "true if the text leaves it unsaid"),
    Field("kind", "text", "a word shown on the card: fact, value, definition, policy, ..."),
    _QUOTE,
    _AT,
    _SOURCE,
    Field("by", "text", "who says it"),
    Field("note", "text", "anything else about the claim"),
    Field("url", "text", "where to read more"),
    _ALLOW,
)  # fmt: skip
LINK: Final = (
    Field("id", "id", "what other places call the link; needed only where something refers to it"),
    Field("from", "claims", "the premises; several work only together", attribute="premises", required=True),
    Field("supports", "claim", "the claim that the premises support", attribute=""),
    Field("attacks", "claim", "the claim that the premises attack", attribute=""),
    Field("undercuts", "link", "the link that the premises undercut", attribute=""),
    Field("scheme", "text", "pattern or rule of the inference"),
    Field("cue", "text", 'the words that mark it in the text, such as "thus"'),
    Field("basis", "choice", "how sure the reading is", choices=BASES),
    Field("strength", "fraction", "how strong the step is, from 0 to 1"),
    Field("note", "text", "anything else about the link"),
    _QUOTE,
    _AT,
    _SOURCE,
    _ALLOW,
)
EXPECT: Final = (
    Field("stands", "claims", "claims expected to stand"),
    Field("falls", "claims", "claims expected to fall"),
    Field("contested", "claims", "claims expected to be contested"),
)
STEP: Final = (
    Field("show", "elements", "claims, or links, that this step shows"),
    Field("say", "text", "what the speaker says"),
)
MAP: Final = (
    Field("title", "text", "title of the map", required=True),
    Field("description", "text", "what the map is about"),
    Field("authors", "texts", "who made the map"),
    Field("date", "text", "when"),
    Field("license", "text", "under which license"),
    Field("language", "language", "language of the texts, a BCP 47 tag such as en or pt-BR"),
    Field("thesis", "claims", "the main claims; without it, every claim that bears on no other"),
    Field("source", "one_source", "the text that is mapped", attribute=""),
    Field("sources", "many_sources", "the texts that are mapped, by id", attribute=""),
    Field("groups", "groups", "parts of the map, by id: a title, or title, color and note"),
    Field("claims", "all_claims", "the claims, by id: a text, or text and more", attribute="", required=True),
    Field("links", "all_links", "steps with several premises, or with more to say about them", attribute=""),
    Field("expect", "expect", "what the evaluation should say; `argmap check` tests it"),
    Field("steps", "steps", "a presentation of the map in steps"),
)

RECORDS: Final = {
    "map": MAP,
    "claim": CLAIM,
    "link": LINK,
    "group": GROUP,
    "source": SOURCE,
    "step": STEP,
    "expectation": EXPECT,
}
"""What each kind of record is called in messages, and its keys."""

TABLES: Final = {name: {row.key: row for row in rows} for name, rows in RECORDS.items()}
REQUIRED: Final = {name: tuple(row.key for row in rows if row.required) for name, rows in RECORDS.items()}

MEANT: Final = {
    "premises": "from",
    "premise": "from",
    "reasons": "from",
    "because": "from",
    "to": "supports",
    "target": "supports",
    "pro": "supports",
    "con": "attacks",
    "contra": "attacks",
    "opposes": "attacks",
    "objects": "attacks",
    "rebuts": "attacks",
    "refutes": "attacks",
    "against": "attacks",
    "claim": "text",
    "statement": "text",
    "content": "text",
    "label": "text",
    "name": "title",
    "author": "authors",
    "lang": "language",
    "colour": "color",
    "main": "thesis",
    "conclusion": "thesis",
    "quotation": "quote",
    "paragraph": "at",
    "page": "at",
    "comment": "note",
    "notes": "note",
    "probability": "credence",
    "weight": "strength",
    "assumed": "implicit",
    "arguments": "links",
    "nodes": "claims",
    "edges": "links",
}
"""Keys that people write from habit, and the key that means it here."""
