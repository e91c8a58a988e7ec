"""Argdown text to Argdown's own model. Never raises for a bad text: it notes the problem and reads what it can."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from argmap.formats.argdown import relations
from argmap.formats.argdown.data import front_matter
from argmap.formats.argdown.inline import Content, content, rules, tags_of
from argmap.formats.argdown.lexer import Lexer, Piece
from argmap.formats.argdown.model import Argument, Document, End, Inference, Node, Relation, Section, Step
from argmap.formats.reading import LEFT_OUT, SYNTAX, TOLERATED
from argmap.source import Span

if TYPE_CHECKING:
    from argmap.formats.argdown.model import RelationType
    from argmap.formats.notes import Notes
    from argmap.source import SourceText

# mark -> type, and whether the parent is where the relation comes from
_RELATIONS: Final[dict[str, tuple[RelationType, bool]]] = {
    "+": ("support", False), "<+": ("support", False), "+>": ("support", True),
    "-": ("attack", False), "<-": ("attack", False), "->": ("attack", True),
    "_": ("undercut", False), "<_": ("undercut", False), "_>": ("undercut", True),
    "><": ("contradictory", True),
}  # fmt: skip
_INCLUDE = re.compile(r"@include\(([^)]*)\)")


def parse(source: SourceText, notes: Notes) -> Document:
    """Return what an Argdown text says. O(length)."""
    return _Parser(source, notes).document()


class _Parser:
    def __init__(self, source: SourceText, notes: Notes) -> None:
        self.source = source
        self.notes = notes
        self.found = Document()
        self.keep_tags = True
        self.untitled = 0
        self.section: Section | None = None
        self.above: list[tuple[int, End]] = []  # the elements that a relation may hang on, with their indents
        self.argument: Argument | None = None  # whose premise-conclusion structure is being read
        self.before: Argument | None = None  # the argument just above
        self.steps = 0  # inferences of that structure
        self.inference: Inference | None = None  # the one that waits for its conclusion
        self.reached: End | None = None  # the inference that the relations being read stand beneath

    def document(self) -> Document:
        lexer = Lexer(self.source, self.notes)
        pieces = lexer.pieces()
        self._front(lexer)
        readers = {kind: getattr(self, f"_{kind}") for kind in {piece.kind for piece in pieces}}
        for piece in pieces:
            readers[piece.kind](piece)
        self._close_structure()
        strict = _setting(self.found.front, "model", "mode") == "strict"
        relations.settle(self.found, strict=strict)
        return self.found

    def _front(self, lexer: Lexer) -> None:
        if not lexer.front.strip():
            return
        value, problems = front_matter(lexer.front)
        if isinstance(value, dict) and not problems:
            self.found.front = value
            self.keep_tags = _setting(value, "model", "removeTagsFromText") is not True
            return
        place = problems[0].span if problems else Span()
        where = Span(self.source.path, lexer.front_line + place.line, place.column, place.end_column)
        why = problems[0].message if problems else "it is not a mapping"
        self.notes.add(TOLERATED, f"the front matter was left out: {why}", where, "mend its YAML")

    # one method for each kind of piece

    def _heading(self, piece: Piece) -> None:
        self._close_structure()
        self.above.clear()
        self.before = None
        said = self._content(piece, heading=True)
        level = len(piece.mark)
        parent = self.section
        while parent and parent.level >= level:
            parent = parent.parent
        self.section = Section(said.text, level, piece.span, parent, said.tags, said.data or {})
        self.found.sections.append(self.section)

    def _plain(self, piece: Piece) -> None:
        self._close_structure()
        self._element(piece, -1)

    def _item(self, piece: Piece) -> None:
        if piece.after_blank or not self.above:
            self._plain(piece)
        elif piece.text.strip():
            while self.above and self.above[-1][0] >= piece.indent:
                self.above.pop()
            self._element(piece, piece.indent)

    def _element(self, piece: Piece, indent: int) -> None:
        said = self._content(piece)
        end = self._add(said, piece)
        self.above = [(indent, end)]
        self.reached = None
        self.before = self.found.arguments[end.title] if end.sort == "argument" else None

    def _relation(self, piece: Piece) -> None:
        if piece.after_blank and self.above:
            self._slip(piece, "an empty line within a tree of relations was ignored", "delete the empty line above")
        indent = self._rise(piece.indent)
        if not self.above:
            help_ = "write what it relates to on the line above, less indented"
            self.notes.add(SYNTAX, f"the relation '{piece.mark}' has nothing above it", piece.span, help_)
            return
        if not piece.text.strip():
            self._slip(piece, f"nothing stands after '{piece.mark}'; it was left out", "write a statement")
            return
        if piece.indent == 0:
            self._slip(piece, "a relation should be indented", "put two spaces before it")
        kind, outward = _RELATIONS[piece.mark]
        parent = self.above[-1][1]
        if kind == "undercut" and not outward and parent == self.above[0][1] and self.reached:
            parent = self.reached
        child = self._add(self._content(piece), piece)
        ends = (parent, child) if outward else (child, parent)
        self.found.relations.append(Relation(kind, *ends, span=piece.span))
        self.above.append((indent, child))

    def _rise(self, indent: int) -> int:
        """Leave what the next relation does not hang on; return the indent of the level that it stands on.

        A line that is indented less than the one above, but by no indent that was there before, stands on the next
        level above.
        """
        rose = False
        while len(self.above) > 1 and self.above[-1][0] > indent:
            self.above.pop()
            rose = True
        if len(self.above) > 1 and (rose or self.above[-1][0] == indent):
            return self.above.pop()[0]
        return indent

    def _number(self, piece: Piece) -> None:
        if self.argument is None or (piece.after_blank and not self._goes_on(piece)):
            self._close_structure()
            self._open_structure(piece)
        argument = self.argument
        if argument is None or not piece.text.strip():
            self._slip(piece, "nothing stands after the number; it was left out", "write the statement")
            return
        said = self._content(piece)
        if said.sort == "argument":
            self._slip(piece, "a premise or conclusion is a statement: '<...>' was read as '[...]'", "write [...]")
            said.sort = "statement"
        end = self._add(said, piece)
        step = Step(piece.mark, "premise", end.title)
        if self.inference:
            step.role, step.inference = "intermediary-conclusion", self.inference
            self.inference.conclusion = len(argument.pcs)
            self.inference = None
        argument.pcs.append(step)
        self.above = [(-1, end)]
        self.reached = step.inference.end if step.inference else None

    def _inference(self, piece: Piece) -> None:
        argument = self.argument
        if argument is None:
            return
        if self.inference:
            self._slip(piece, "two inferences without a conclusion between them; they were read as one")
            return
        self.steps += 1
        end = End("inference", argument.title, self.steps)
        names, data = rules(piece.text, lambda message: self._slip(piece, message))
        self.inference = Inference(end, piece.span, names, data or {})
        self.above = [(-1, end)]

    # structures

    def _open_structure(self, piece: Piece) -> None:
        argument = self.before
        if argument is None or argument.pcs:
            if argument is not None:
                self._slip(piece, f"'{argument.title}' has a premise-conclusion structure already; this is another one")
            title = self._untitled()
            argument = self.found.arguments[title] = Argument(title, piece.span, untitled=True)
            argument.section = self.section
        self.argument = argument
        self.steps = 0

    def _goes_on(self, piece: Piece) -> bool:
        """Return whether a numbered line after an empty line goes on with the structure above, which is unfinished."""
        steps = self.argument.pcs if self.argument else []
        unfinished = self.inference is not None or not steps or not steps[-1].inference
        if unfinished:
            self._slip(piece, "an empty line within a premise-conclusion structure was ignored")
        return unfinished

    def _close_structure(self) -> None:
        argument, self.argument = self.argument, None
        if argument is None:
            return
        if self.inference:
            message = "the inference has no conclusion; it was left out"
            self.notes.add(LEFT_OUT, message, self.inference.span, "write the conclusion as a numbered line below it")
            self.inference = None
        last = max((at for at, step in enumerate(argument.pcs) if step.inference), default=-1)
        if last >= 0:
            argument.pcs[last].role = "main-conclusion"
        if last < len(argument.pcs) - 1:
            message = f"statements of '{argument.title}' lead to no conclusion"
            self.notes.add(TOLERATED, message, argument.span, "write dashes and the conclusion below them")
            if last < 0:
                argument.pcs.clear()
            else:
                del argument.pcs[last + 1 :]
        self.before = None

    # elements

    def _add(self, said: Content, piece: Piece) -> End:
        """Enter a definition, reference or text into the document."""
        title = said.title or self._untitled()
        nodes: dict[str, Node] = self.found.statements if said.sort == "statement" else self.found.arguments  # type: ignore[assignment]  # arguments are nodes
        node = nodes.get(title)
        if node is None:
            new = Node if said.sort == "statement" else Argument
            node = nodes[title] = new(title, piece.span, untitled=not said.title, section=self.section)
        if not said.reference:
            node.texts.append(said.text)
            if not node.defined:
                node.span, node.section, node.defined = piece.span, self.section, True
        if said.urls:
            node.urls += said.urls
        if said.tags:
            node.tags += [tag for tag in said.tags if tag not in node.tags]
        if said.data:
            node.data |= said.data
        return End(said.sort, title)

    def _untitled(self) -> str:
        self.untitled += 1
        return f"Untitled {self.untitled}"

    def _content(self, piece: Piece, *, heading: bool = False) -> Content:
        if "@" in piece.text and (found := _INCLUDE.search(piece.text)):
            message = f"the file '{found[1]}' that is included here was not read"
            self.notes.add(LEFT_OUT, message, piece.span, "give argmap the path of the file, not its text")
        if heading:
            said = content(f"x {piece.text}", lambda message: self._slip(piece, message), keep_tags=False)
            said.text = said.text.removeprefix("x").strip()
            said.tags = tags_of(piece.text)
            return said
        return content(piece.text, lambda message: self._slip(piece, message), keep_tags=self.keep_tags)

    def _slip(self, piece: Piece, message: str, help_: str = "") -> None:
        self.notes.add(TOLERATED, message, piece.span, help_)


def _setting(front: dict[str, object], part: str, key: str) -> object:
    inner = front.get(part)
    return inner.get(key) if isinstance(inner, dict) else None
