"""The pipeline in one place: files in, maps and problems out. Nothing else below the command line opens files."""

from __future__ import annotations

import os
from contextlib import suppress

from argmap import checks, document, limits
from argmap.decoding import decode
from argmap.diagnostics import Collector, EnvironmentProblemError, UsageError, in_file_order
from argmap.model import ArgMap, Expect

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from dataclasses import dataclass
    from pathlib import Path

    from argmap.diagnostics import Diagnostic
    from argmap.document import Document
    from argmap.layout import LayoutOptions
    from argmap.model import Source
    from argmap.render.html import PageOptions
    from argmap.source import SourceText

    AnyPath = str | os.PathLike[str]
    Sources = AnyPath | Mapping[str, AnyPath] | None
else:
    from argmap.frozen import dataclass


@dataclass(frozen=True, slots=True)
class MapFile:
    """A map file with everything that was found out about it.

    `argmap` is None if the file has errors. `problems` holds errors, warnings and hints in file order; `texts` the
    source texts that quotations were compared with, by source id ("" for the only source).
    """

    document: Document
    argmap: ArgMap | None
    problems: tuple[Diagnostic, ...]
    texts: Mapping[str, SourceText]


def load(path: AnyPath, source: Sources = None) -> ArgMap:
    """Return the map in a file.

    `source` is the text that is mapped: a path, or for several sources a mapping from source id to path. Raises
    InvalidMapError with all the errors of the file, and EnvironmentProblemError if a file cannot be read.
    """
    return document.sound(open_map(path, source))


def loads(text: str | bytes, path: str = "<string>") -> ArgMap:
    r"""Return the map in a text. Raises InvalidMapError with all its errors, and nothing else.

    >>> loads("title: Rain\nclaims:\n  wet: The street is wet.\n").title
    'Rain'
    """
    return document.sound(document.parse(text, path))


def check(path: AnyPath, source: Sources = None) -> tuple[Diagnostic, ...]:
    """Return every problem of a map file, failed expectations included, in file order.

    Raises EnvironmentProblemError if a file cannot be read.
    """
    return _with_expectations(open_map(path, source))


def check_text(text: str | bytes, path: str = "<string>") -> tuple[Diagnostic, ...]:
    """Return every problem of a text, as check() does; quotations are not compared, since no file is opened."""
    return _with_expectations(open_text(text, path))


def _with_expectations(found: MapFile) -> tuple[Diagnostic, ...]:
    """Return the problems of a map file and, if it has no errors, where its evaluation is not what it expects."""
    if found.argmap is None or found.argmap.expect == Expect():
        return found.problems
    from argmap.analysis.expectations import failures

    collector = Collector(found.document.source)
    for failure in failures(found.argmap):
        where = found.document.places.span("", "expect", failure.expected, failure.index)
        collector.add("AM401", failure.message, where, failure.why, failure.claim)
    return in_file_order((*found.problems, *collector.found))


def open_map(path: AnyPath, source: Sources = None) -> MapFile:
    """Read a map file, check it, and compare its quotations with its source texts.

    `source` supplies or replaces the texts named in the map, as in load(). Raises EnvironmentProblemError if the map
    or a text given by `source` cannot be read, UsageError if `source` names a source that the map does not have.
    """
    found = document.parse(read_bytes(path, "", limits.MAX_BYTES), os.fspath(path))
    if found.partial is None:
        return _examine(found, {}, ())
    collector = Collector(found.source)
    texts = _given_texts(found.partial, source)
    for row in found.partial.sources:
        if row.file and row.id not in texts and (text := _named_text(row, path, found, collector)):
            texts[row.id] = text
    return _examine(found, texts, collector.found)


def open_text(text: str | bytes, path: str = "<string>") -> MapFile:
    """Read a map from a text and check it; quotations are not compared, since no file is opened."""
    return _examine(document.parse(text, path), {}, ())


def build(
    argmap: AnyPath | ArgMap,
    source: Sources = None,
    *,
    layout: LayoutOptions | None = None,
    page: PageOptions | None = None,
) -> str:
    """Return a map file, or a map, as one self-contained HTML page; write_file() puts it where you want it.

    `source` is as in load(). Raises InvalidMapError with all the errors of the map, and EnvironmentProblemError if a
    file cannot be read or no layout engine is installed.

    >>> from argmap.model import ArgMap, Claim
    >>> build(ArgMap(title="Rain", claims=(Claim(id="wet", text="The street is wet."),))).count("<h1")
    1
    """
    if isinstance(argmap, ArgMap):
        from argmap.formats.yaml import dumps

        found = document.parse(dumps(argmap), "<map>")
        texts = _given_texts(argmap, source)
        return build_page(_examine(found, texts, ()), layout=layout, page=page)
    return build_page(open_map(argmap, source), layout=layout, page=page)


def build_page(found: MapFile, *, layout: LayoutOptions | None = None, page: PageOptions | None = None) -> str:
    """Return the page of a map file that is already open. Raises as build() does."""
    from argmap import layout as layouts
    from argmap.render import html

    argmap = document.sound(found)
    picture = layouts.layout(argmap, layout or layouts.LayoutOptions())
    texts = {name: text.text for name, text in found.texts.items()}
    return html.page(argmap, picture, found.problems, page or html.PageOptions(), texts)


def _examine(found: Document, texts: Mapping[str, SourceText], more: Iterable[Diagnostic]) -> MapFile:
    """Run the checks on what was read."""
    problems = [*found.problems, *more]
    if found.partial is not None:
        problems += checks.check(found.partial, found.places, texts, whole=found.argmap is not None)
    good = not any(problem.severity == "error" for problem in problems)
    return MapFile(found, found.argmap if good else None, in_file_order(problems), texts)


def _given_texts(argmap: ArgMap, source: Sources) -> dict[str, SourceText]:
    """Read the texts that the caller names."""
    if source is None:
        return {}
    rows = [row.id for row in argmap.sources]
    if isinstance(source, (str, os.PathLike)):
        if len(rows) > 1:
            raise UsageError(f"the map has several sources; say which: {' or '.join(f'{row}=FILE' for row in rows)}")
        return {rows[0] if rows else "": _read_text(source)}
    for name in source:
        if name not in rows:
            known = ", ".join(f"'{row}'" for row in rows if row) or "none with an id"
            raise UsageError(f"the map has no source called '{name}'; it has {known}")
    return {name: _read_text(path) for name, path in source.items()}


def _read_text(path: AnyPath, name: str = "") -> SourceText:
    """Read a source text; `name` is what messages call it."""
    name = name or os.fspath(path)
    text, collector = decode(read_bytes(path, name, limits.MAX_SOURCE_BYTES), name, most=limits.MAX_SOURCE_BYTES)
    if collector.found:
        problem = collector.found[0]
        raise EnvironmentProblemError(f"{name} cannot be used as a source text: {problem.message}")
    return text


def _named_text(row: Source, home: AnyPath, found: Document, collector: Collector) -> SourceText | None:
    """Read the text that a source names, if it lies in the folder of the map; tell if it does not or cannot be read."""
    from pathlib import Path

    path = ("source", "file") if not row.id else ("sources", row.id, "file")
    where = found.places.span("", *path)
    try:
        folder = Path(home).parent.resolve()
        real = (folder / row.file).resolve()
        inside = real.is_relative_to(folder) and not Path(row.file).is_absolute()
    except (OSError, ValueError, RuntimeError):
        inside, real = False, Path()
    if not inside:
        hint = "put the text beside the map, or supply it with --source"
        collector.add("AM124", f"the source text '{row.file}' is not in the folder of the map", where, hint)
        return None
    try:
        return _read_text(real, row.file)
    except EnvironmentProblemError as error:
        collector.add("AM212", f"quotations are not compared: {error}", where, "supply the text with --source FILE")
        return None


def read_bytes(path: AnyPath, name: str = "", most: int = -1) -> bytes:
    """Return the bytes of a file; with `most`, no more than one beyond it, so that a caller sees if there are more.

    `name` is what messages call it. Raises EnvironmentProblemError in one sentence, with the remedy.
    """
    name = name or os.fspath(path)
    try:
        with open(path, "rb") as stream:  # noqa: PTH123 - importing pathlib takes longer than reading a map
            return stream.read(most + 1 if most >= 0 else -1)
    except FileNotFoundError:
        raise EnvironmentProblemError(f"there is no file {name}; look at the name and the folder") from None
    except IsADirectoryError:
        raise EnvironmentProblemError(f"{name} is a folder; name a file in it") from None
    except (OSError, ValueError) as error:
        raise EnvironmentProblemError(f"cannot read {name}: {_reason(error)}") from error


def write_file(path: AnyPath, content: str | bytes) -> None:
    """Write a file completely or not at all: whatever goes wrong, a file that was there stays as it was.

    Text is written as UTF-8 with LF. Raises EnvironmentProblemError in one sentence, with the remedy.
    """
    from pathlib import Path

    target = Path(path)
    data = content.encode("utf-8") if isinstance(content, str) else content
    try:
        target = target.resolve()  # a link is followed, so that it stays a link
        if target.is_dir():
            raise EnvironmentProblemError(f"cannot write {os.fspath(path)}: it is a folder; name a file in it")
        if target.exists() and not target.is_file():  # such as /dev/null
            target.write_bytes(data)
        else:
            _replace(target, data)
    except (OSError, ValueError, RuntimeError) as error:
        there = False
        with suppress(OSError, ValueError):
            there = target.parent.exists()
        remedy = "choose another place" if there else "make the folder first"
        raise EnvironmentProblemError(f"cannot write {os.fspath(path)}: {_reason(error)}; {remedy}") from error


def _replace(target: Path, data: bytes) -> None:
    """Write beside the file, then put the new one in its place in one step, with the same permissions."""
    if target.exists() and not os.access(target, os.W_OK):
        raise PermissionError("the file is write-protected")
    fresh = target.with_name(f".{target.name[:80]}.{os.getpid()}.new")
    try:
        with fresh.open("xb") as stream:
            stream.write(data)
            stream.flush()
            os.fsync(stream.fileno())
        if target.exists():
            with suppress(OSError):
                fresh.chmod(target.stat().st_mode & 0o7777)
        fresh.replace(target)
    finally:
        with suppress(OSError):
            fresh.unlink(missing_ok=True)


def _reason(error: Exception) -> str:
    return (getattr(error, "strerror", None) or str(error)).lower()
