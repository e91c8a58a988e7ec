"""Bytes to text: UTF-8 or a problem that says what the bytes are instead, and no characters that nobody can see."""

from __future__ import annotations

import re
from contextlib import suppress

from argmap import limits
from argmap.diagnostics import Collector
from argmap.source import SourceText, Span

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Final

# What YAML calls not printable; none of it may stand in XML either, so no writer needs to care.
FORBIDDEN: Final = "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufeff\ufffe\uffff]"
_CONTROL_BYTES: Final = bytes(code for code in (*range(32), 127) if code not in b"\t\n\r")
# what texts are written in; Python's other codecs are for other things, and some of them take quadratic time
_DECLARED = re.compile(
    rb"\s*<\?xml[^>]*\sencoding\s*=\s*[\"']"
    rb"((?:utf|iso|latin|windows|cp|koi8|mac|ascii|us-ascii|shift|euc|gb|big5)[\w.-]{0,20})[\"']",
    re.IGNORECASE,
)
_OLD: Final = {name: ["cp1252", "latin-1"] for name in ("iso-8859-1", "iso8859-1", "iso_8859-1", "latin1", "latin-1")}
_SAMPLE: Final = 8000  # bytes among which those of programs nearly always have a zero
_FEW: Final = 10  # problems of one kind that are told one by one


def decode(data: bytes | str, path: str = "<string>", *, most: int = limits.MAX_BYTES) -> tuple[SourceText, Collector]:
    """Return the text, as far as it can be read, and the problems. Never raises. O(size).

    >>> text, problems = decode("caf\u00e9: good".encode("latin-1"))
    >>> text.text, problems.found[0].message
    ('caf\ufffd: good', 'the file is not UTF-8: byte 0xE9')
    """
    size = len(data)
    if size > most:
        collector = Collector(SourceText("", path))
        collector.add("AM012", f"the file has more than {most:,} bytes", Span(path), "divide it into several")
        return collector.source, collector
    if isinstance(data, str):
        source = SourceText(data.removeprefix("\ufeff"), path)
        collector = Collector(source)
        _find_forbidden(source.text.encode("utf-8", "surrogatepass"), collector)
        return source, collector
    return _decode_bytes(data, path)


def recoded(data: bytes) -> bytes:
    r"""Return bytes that say themselves which encoding they have as UTF-8, all others as they are. O(size).

    They say so by the byte order mark of UTF-16 or UTF-32, or in the first line of XML. What is called ISO-8859-1 is
    nearly always Windows-1252, which adds quotation marks and dashes to it.

    >>> recoded("Räder".encode("utf-16")).decode(), recoded(b'<?xml version="1.0" encoding="latin1"?><a>\xe9</a>')[-6:]
    ('Räder', b'\xc3\xa9</a>')
    """
    wide, declared = _utf16(data), _DECLARED.match(data[:200])
    names = [wide] if wide else _OLD.get(name := declared[1].decode().lower(), [name]) if declared else []
    for name in names:
        with suppress(LookupError, UnicodeError):
            return data.decode(name).removeprefix("\ufeff").encode()
    return data


def _decode_bytes(data: bytes, path: str) -> tuple[SourceText, Collector]:
    if wide := _utf16(data):
        return _from_utf16(data, wide, path)
    data = data.removeprefix(b"\xef\xbb\xbf")
    try:
        source = SourceText(data.decode("utf-8"), path)
    except UnicodeDecodeError as error:
        return _from_unknown(data, error, path)
    collector = Collector(source)
    _find_forbidden(data, collector)
    return source, collector


def _utf16(data: bytes) -> str:
    """Return the name of the encoding if the bytes look like UTF-16 or UTF-32, else ""."""
    for mark, name in (
        (b"\xff\xfe\x00\x00", "UTF-32-LE"),
        (b"\x00\x00\xfe\xff", "UTF-32-BE"),
        (b"\xff\xfe", "UTF-16-LE"),
        (b"\xfe\xff", "UTF-16-BE"),
    ):
        if data.startswith(mark):
            return name
    head = data[:200]
    if len(head) > len("ab") and b"\x00" in head:
        if not any(head[1::2]) and all(head[::2]):
            return "UTF-16-LE"
        if not any(head[::2]) and all(head[1::2]):
            return "UTF-16-BE"
    return ""


def _from_utf16(data: bytes, name: str, path: str) -> tuple[SourceText, Collector]:
    source = SourceText(data.decode(name, "replace").removeprefix("\ufeff"), path)
    collector = Collector(source)
    collector.add("AM001", f"the file is {name[:6]}, not UTF-8", Span(path, 0, 0, 1), "save it with the encoding UTF-8")
    _find_forbidden(source.text.encode("utf-8", "surrogatepass"), collector)
    return source, collector


def _from_unknown(data: bytes, error: UnicodeDecodeError, path: str) -> tuple[SourceText, Collector]:
    """Tell the first byte that is not UTF-8, and what it would be in the encoding of old Windows files."""
    if b"\0" in data[:_SAMPLE] or data.startswith(b"%PDF"):
        hint = "write it as text with the program that made it"
        collector = Collector(SourceText("", path))
        collector.add("AM001", "the file is not text, but for a program to read", Span(path, 0, 0, 1), hint)
        return collector.source, collector
    source = SourceText(data.decode("utf-8", "replace"), path)
    collector = Collector(source)
    byte = data[error.start : error.start + 1]
    hint = "save it with the encoding UTF-8"
    as_windows = byte.decode("cp1252", "replace")
    if as_windows.isalpha() or byte in b"\x80\x85\x91\x92\x93\x94\x96\x97\xa7\xab\xb0\xbb":  # or a sign of typography
        hint += f"; in the encoding Windows-1252 this byte would be {as_windows!r}"
    where = source.span(len(data[: error.start].decode("utf-8")))
    collector.add("AM001", f"the file is not UTF-8: byte 0x{byte.hex().upper()}", where, hint)
    _find_forbidden(source.text.encode(), collector)
    return source, collector


def _find_forbidden(data: bytes, collector: Collector) -> None:
    """Report forbidden characters, line by line. The slow search runs only if a fast one finds a sign of them."""
    wide = b"\xc2[\x7f-\x9f]|\xed[\xa0-\xbf]|\xef\xbb\xbf|\xef\xbf[\xbe\xbf]"
    if len(data.translate(None, _CONTROL_BYTES)) == len(data) and (data.isascii() or not re.search(wide, data)):
        return
    source = collector.source
    found = list(re.finditer(FORBIDDEN, source.text))
    for match in found[:_FEW]:
        message = f"the file holds {describe(match.group())}"
        collector.add("AM002", message, source.span(match.start(), match.end()), "delete it")
    if len(found) > _FEW:
        where = source.span(found[_FEW].start())
        collector.add("AM002", f"and {len(found) - _FEW} more forbidden characters from here on", where, "delete them")


def describe(character: str) -> str:
    r"""Return a character that cannot be seen, in words.

    >>> describe("\0")
    'the character U+0000 (NUL), which cannot be seen'
    """
    names = {"\0": " (NUL)", "\x1b": " (escape)", "\x08": " (backspace)", "\x0c": " (form feed)", "\r": " (return)"}
    names["\ufeff"] = " (byte order mark)"
    if 0xD800 <= ord(character) <= 0xDFFF:  # noqa: PLR2004 - the surrogates
        return f"half of a surrogate pair, U+{ord(character):04X}"
    return f"the character U+{ord(character):04X}{names.get(character, '')}, which cannot be seen"
