"""Other formats at the edge: files and texts in, maps out, maps in, texts out; and what is lost on the way."""

from __future__ import annotations

import os
import re
from dataclasses import replace
from importlib import import_module
from pathlib import Path

from argmap import api, document, limits
from argmap.codes import severity
from argmap.decoding import FORBIDDEN, decode, recoded
from argmap.diagnostics import Diagnostic, EnvironmentProblemError, UsageError, in_file_order, visible
from argmap.formats.features import losses
from argmap.formats.reading import CHANGED, DANGLING, GUESSED, LEFT_OUT, UNRECOGNISED, Reading
from argmap.formats.recognise import by_suffix, recognise
from argmap.formats.table import FORMATS, ROWS, Format
from argmap.model import ArgMap
from argmap.near import nearest
from argmap.source import SourceText, Span
from argmap.uncollected import Uncollected

_UNSEEN = re.compile(FORBIDDEN)
_INCLUDE = re.compile(r"@include\(([^()\n]+)\)")
_CONTENT = re.compile(r"\s*[{<]|.*[\r\n]", re.DOTALL)  # what is no path
_SIGNS = re.compile(r"[\[\]<>{}:#*]|^[-+] |\.$|.{200}")  # what is hardly ever in a path
_SHOWN = 60  # characters of a text that is no path
_INCLUDES = 50  # files that one file may take in, those of its parts included


def read(path_or_text: str | bytes | os.PathLike[str], format: str = "") -> ArgMap:  # noqa: A002 - the word for it
    r"""Return the map in a file or text of any format that `argmap formats` lists as read.

    Bytes are the content, and so is a text of several lines or one that begins with `{` or `<`; anything else is taken
    for a path. `format` is the name of a format, "" to recognise it by suffix and content. Raises InvalidMapError with
    everything that is wrong, EnvironmentProblemError if the file cannot be read, UsageError if there is no such format.
    What was left out or guessed is told by reading().

    >>> [claim.text for claim in read("It rains.\n  - <a>: It is only the neighbour's hose.\n", "argdown").claims]
    ['It rains.', "It is only the neighbour's hose."]
    """
    return document.sound(reading(path_or_text, format))


def reading(path_or_text: str | bytes | os.PathLike[str], format: str = "") -> Reading:  # noqa: A002 - the word for it
    """Return the map in a file or text as read() does, with every problem, losses and guesses too, in file order."""
    if isinstance(path_or_text, bytes) or (isinstance(path_or_text, str) and _CONTENT.match(path_or_text)):
        return reading_of(path_or_text, "<string>", format)
    path = _path(path_or_text)
    found = reading_of(api.read_bytes(path), os.fspath(path_or_text), format, path.parent)
    if found.argmap is not None and not found.argmap.title:
        found = replace(found, argmap=replace(found.argmap, title=_title_of(path)))
    return found


def _path(said: object) -> Path:
    """Return what was given as a path. Raises UsageError or EnvironmentProblemError if it is none."""
    if not isinstance(said, (str, os.PathLike)) or not os.fspath(said):
        what = "an empty one" if isinstance(said, (str, os.PathLike)) else type(said).__name__
        raise UsageError(f"a path or the content of a file is read, not {what}")
    if isinstance(said, str) and _SIGNS.search(said) and not os.path.lexists(said):
        what = f"there is no file {visible(said[:_SHOWN])}"
        raise EnvironmentProblemError(f"{what}; if this is no path but the content, end it with a line break")
    return Path(said)


def reading_of(data: str | bytes, path: str, format: str = "", folder: Path | None = None) -> Reading:  # noqa: A002 - the word for it
    """Return the map in a text. `path` is what places call it; files that it includes are looked for in `folder`."""
    if not format and (silent := _only_written(path, binary=True)):
        return Reading(None, (silent,))
    plain = recoded(data) if isinstance(data, bytes) and len(data) <= limits.MAX_OTHER_BYTES else data
    source, collector = decode(plain, path, most=limits.MAX_OTHER_BYTES)
    early = [problem for problem in collector.found if problem.code != "AM002"]
    if early:
        return Reading(None, in_file_order(early))
    row = named(format, reads=True) if format else _recognised(source)
    if isinstance(row, Diagnostic):
        return Reading(None, (row,))
    if row.name == "yaml" and plain is not data:  # a map file is UTF-8
        source, collector = decode(data, path)
        if collector.found:
            return Reading(None, in_file_order(collector.found))
    changed = _UNSEEN.search(source.text) if row.name not in ("yaml", "json") else None
    if changed:
        where = source.span(changed.start(), changed.end())
        source = SourceText(_UNSEEN.sub(" ", source.text), path)
        early.append(_problem(CHANGED, "characters that nobody can see were read as spaces", where))
    if row.name == "argdown" and folder is not None and "@include(" in source.text:
        source = SourceText(_included(source.text, folder.resolve(), [folder.resolve() / Path(path).name]), path)
    module = import_module(f"argmap.formats.{row.module}")
    with Uncollected():
        found: Reading = module.read(source)
    problems = (replace(p, excerpt=p.excerpt or _line(source, p.span)) for p in (*early, *found.problems))
    return Reading(found.argmap, in_file_order(problems))


def write(argmap: ArgMap, format: str) -> str | bytes:  # noqa: A002 - the word for it
    """Return a map as a file of that format: text, or bytes if the format is binary. losses_of() tells what it lacks.

    Raises UsageError if there is no such format, or none that is written.
    """
    row = named(format, writes=True)
    if not isinstance(argmap, ArgMap):
        raise UsageError(f"a map is written, such as read() returns, not {type(argmap).__name__}")
    module = import_module(f"argmap.formats.{row.module}")
    if row.binary:
        content: bytes = module.write_bytes(argmap)
        return content
    return "".join(f"{line}\n" for line in module.write(argmap))


def map_file(found: Reading) -> str:
    """Return what was read as the text of a map file; what was guessed or left out stands there as comments.

    Links stand on their claims where that suffices: the order of links changes if the reading order stays the same.
    """
    from argmap.formats import yaml

    if found.argmap is None:
        raise UsageError("nothing was read, so there is no map to write")
    argmap = yaml.gathered(found.argmap)
    text = yaml.dumps(replace(argmap, title=argmap.title or "Untitled"))
    told = [row for row in found.problems if row.code in (LEFT_OUT, GUESSED, DANGLING)]
    places = document.parse(text).places
    above: dict[int, list[str]] = {}
    for row in told:
        known = argmap.is_claim(row.element) or argmap.is_link(row.element)
        at = places.span(row.element).line if known else 0
        where = "" if known else f"line {row.span.line + 1}: "
        above.setdefault(at, []).append(f"# {where}{visible(row.message)}")
    lines: list[str] = []
    for number, line in enumerate(text.splitlines()):
        indent = line[: len(line) - len(line.lstrip())]
        lines += [f"{indent}{comment}" for comment in above.get(number, ())]
        lines.append(line)
    commented = "".join(f"{line}\n" for line in lines)
    return commented if document.parse(commented).argmap == document.parse(text).argmap else text


def losses_of(argmap: ArgMap, format: str) -> tuple[Diagnostic, ...]:  # noqa: A002 - the word for it
    """Return one warning for everything in a map that a format cannot carry."""
    row = named(format, writes=True)
    return tuple(losses(argmap, row.keeps, row.name, row.softens))


def named(name: str, *, reads: bool = False, writes: bool = False) -> Format:
    """Return the format of that name, or the only one with that suffix.

    Raises UsageError if there is none, or if it is not read or not written.
    """
    if not isinstance(name, str):
        raise UsageError(f"a format has a name, such as 'argdown', not {name!r:.40}; `argmap formats` lists them")
    rows = [row for row in ROWS if (row.reads or not reads) and (row.writes or not writes)]
    word = name.lower().lstrip(".")
    alike = [row for row in rows if f".{word}" in row.suffixes]
    row = FORMATS.get(word) or (alike[0] if len(alike) == 1 else None)
    if row in rows and row is not None:
        return row
    if row is not None:
        raise UsageError(
            f"{row.name} is {'written' if reads else 'read'} only; `argmap formats` lists what is possible"
        )
    if alike:
        names = ", ".join(row.name for row in alike)
        raise UsageError(f"'.{word}' is the suffix of several formats: {names}; name one of them")
    guess = nearest(name.lower(), [row.name for row in rows])
    hint = f"; a format with a similar name exists: '{guess}'" if guess else ""
    raise UsageError(f"there is no format called '{name}'{hint}; `argmap formats` lists them")


def written_to(path: str) -> Format:
    """Return the format that a file of that name is written in. Raises UsageError if its suffix tells none."""
    rows = by_suffix(path)
    if rows:
        return rows[0]
    suffixes = sorted({suffix for row in ROWS if row.writes for suffix in row.suffixes})
    suffix = Path(path).suffix
    what = f"'{suffix}' is the suffix of no format that is written" if suffix else "the name of the file has no suffix"
    raise UsageError(f"{what}; use one of {' '.join(suffixes)}, or --to")


def _recognised(source: SourceText) -> Format | Diagnostic:
    rows = recognise(source.path, source.text)
    if len(rows) == 1:
        return rows[0]
    where = Span(source.path)
    if not source.text.strip():
        return _problem(UNRECOGNISED, "the file is empty", where)
    if not rows and (silent := _only_written(source.path)):
        return silent
    names = ", ".join(row.name for row in rows)
    message = (
        f"it may be one of several formats: {names}" if rows else "neither its name nor its content tells its format"
    )
    return _problem(UNRECOGNISED, message, where, "say which: --from NAME; `argmap formats` lists the names")


def _only_written(path: str, *, binary: bool = False) -> Diagnostic | None:
    """Return the problem that a file has the suffix of a format that nothing reads; None if it has not."""
    rows = by_suffix(path)
    if not rows or any(row.reads for row in rows) or (binary and not rows[0].binary):
        return None
    message = f"{rows[0].name} is only written, never read: a map cannot be made of it again"
    return _problem(UNRECOGNISED, message, Span(path), "read the file that it was made from")


def _problem(code: str, message: str, where: Span, fix: str = "") -> Diagnostic:
    return Diagnostic(code=code, severity=severity(code), message=message, span=where, help=fix)


def _line(source: SourceText, span: Span) -> str:
    return source.line(span.line) if span.path == source.path and span != Span(source.path) else ""


def _title_of(path: Path) -> str:
    """Return a title made from the name of a file, for formats that have none."""
    return " ".join(re.sub(r"[_-]+", " ", _UNSEEN.sub(" ", path.stem)).split()) or "Untitled"


def _included(text: str, folder: Path, seen: list[Path]) -> str:
    """Return an Argdown text with the files it includes in their places, if they lie in its folder or below."""

    def content(found: re.Match[str]) -> str:
        target = (folder / found[1].strip()).resolve()
        if not target.is_relative_to(folder) or target in seen or len(seen) > _INCLUDES or not target.is_file():
            return found[0]
        seen.append(target)
        source, collector = decode(api.read_bytes(target), str(target), most=limits.MAX_OTHER_BYTES)
        return found[0] if collector.found else _included(source.text.strip(), folder, seen)

    return _INCLUDE.sub(content, text)
