"""Codes AM0xx: the file as text and YAML."""

from __future__ import annotations

from argmap.codes.row import Code

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Final

# fmt: off
ROWS: Final = (
    Code(
        "AM001", "error", "not UTF-8",
        "A map file is text in UTF-8. Most editors have `Save with encoding`; choose UTF-8 there. A byte order "
        "mark at the beginning is allowed.",
    ),
    Code(
        "AM002", "error", "forbidden character",
        "The file holds a character that cannot be seen and has no place in a text: a control character, a NUL "
        "byte, half of a surrogate pair. It was probably pasted from elsewhere; delete it. The same goes for "
        'characters written as escapes such as "\\0".',
    ),
    Code(
        "AM003", "error", "not valid YAML",
        "A map file is YAML: lines of the form `key: value`, in which deeper lines belong to the line above them."
        " The place shown is where reading became impossible; the mistake is there or just above.",
    ),
    Code(
        "AM004", "error", "tab in the indentation",
        "YAML is indented with spaces, never with tabs. Set your editor to insert spaces for the tab key, and "
        "replace the tabs that are there.",
    ),
    Code(
        "AM005", "error", "text needs quotation marks",
        "Some characters have a meaning in YAML: a colon followed by a space, a `#` after a space, and at the "
        "beginning of a text any of: quotation marks, `[ ] { } , & * ! | > % @` and the backtick. Put such a text"
        " in quotation marks, or write `>-` after the key and the text on the next lines, deeper:\n\n"
        "    text: >-\n"
        "      One thing is clear: nobody knows.",
    ),
    Code(
        "AM006", "error", "something is not closed",
        "A quotation mark or a bracket was opened and is never closed. The place shown is where it was opened.",
    ),
    Code(
        "AM007", "error", "wrong indentation",
        "Lines that belong to the same thing start in the same column; what belongs to a line stands deeper than "
        "it. Two spaces for each level are customary.",
    ),
    Code(
        "AM008", "error", "a second document",
        "A line `---` in the middle of the file begins a second YAML document. One file is one map; put the "
        "second map into a file of its own, or delete the line.",
    ),
    Code(
        "AM009", "error", "alias of nothing",
        "In YAML, `*name` repeats what was marked `&name` before. Here nothing was marked so, or the thing would "
        "contain itself. If a text merely begins with an asterisk, put it in quotation marks.",
    ),
    Code(
        "AM010", "error", "aliases stand for too much",
        "Aliases (`*name`) of aliases can make a short file stand for millions of values. The reader stops at a "
        "bound.",
    ),
    Code(
        "AM011", "error", "nested too deeply",
        "A map file needs five levels; the reader stops at thirty.",
    ),
    Code(
        "AM012", "error", "too large",
        "The reader takes files of up to 10 MB with up to 50,000 claims and 200,000 links.",
    ),
    Code(
        "AM013", "error", "empty file",
        "The file holds nothing but white space or comments. `argmap new NAME` writes a map to start from.",
    ),
    Code(
        "AM014", "error", "YAML tag",
        "Tags such as `!!str` or `!name` have no meaning in a map file: each value is read as what its key asks "
        "for. If a text begins with an exclamation mark, put it in quotation marks.",
    ),
    Code(
        "AM015", "error", "key is not a text",
        "A key must be a word, not a list or a mapping. Often an opening brace or bracket, or a `?`, stands where"
        " a text was meant; put the text in quotation marks.",
    ),
    Code(
        "AM016", "error", "key written twice",
        "The same key stands twice in one place, so that one of the two would be lost. Two claims with one id are"
        " the usual case: give one of them another id. Several targets go into one list: `supports: [a, b]`.",
    ),
)
