"""What every command puts out: problems in their styles, lines, files, and what --open shows."""

from __future__ import annotations

import os
import sys

from argmap.diagnostics import as_github, as_json, as_text

TYPE_CHECKING = False
if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterable
    from typing import TextIO

    from argmap.diagnostics import Diagnostic


def in_color(stream: TextIO) -> bool:
    """Return whether the stream takes colour: a terminal that is not dumb, unless NO_COLOR is set; FORCE_COLOR wins."""
    if os.environ.get("FORCE_COLOR"):
        return True
    if os.environ.get("NO_COLOR") or os.environ.get("TERM") == "dumb":
        return False
    return stream.isatty()


def report(problems: Iterable[Diagnostic], stream: TextIO | None = None, style: str = "text") -> None:
    """Print problems in one of the styles text, json, github."""
    stream = stream or sys.stdout
    if style == "json":
        say(as_json(problems), stream)
    elif style == "github":
        for problem in problems:
            say(as_github(problem), stream)
    else:
        color = in_color(stream)
        for problem in problems:
            say(as_text(problem, color=color), stream)


def strictly(problems: Iterable[Diagnostic]) -> list[Diagnostic]:
    """Return problems with every warning made an error, as --strict asks for."""
    from dataclasses import replace

    return [replace(row, severity="error") if row.severity == "warning" else row for row in problems]


def say(text: str, stream: TextIO | None = None) -> None:
    """Print a line, whatever the encoding of the stream: what it has no sign for becomes an escape."""
    stream = stream or sys.stdout
    try:
        print(text, file=stream)
    except UnicodeEncodeError:
        encoding = stream.encoding or "ascii"
        print(text.encode(encoding, "backslashreplace").decode(encoding), file=stream)


def counted(count: int, word: str) -> str:
    """Return how many there are, in words.

    >>> counted(1, "claim"), counted(0, "link")
    ('1 claim', '0 links')
    """
    return f"{count} {word}{'' if count == 1 else 's'}"


def spare(file: str, output: str, what: str) -> None:
    """Raise UsageError if the output is the very file that is read: `what` would replace it."""
    from pathlib import Path

    from argmap.diagnostics import UsageError

    if "-" in (file, output):
        return
    try:
        same = Path(file).samefile(output)
    except (OSError, ValueError):  # one of them is not there, or no name of a file
        return
    if same:
        raise UsageError(f"{what} would replace the map {file}; name another file")


def write(path: str, content: str | bytes) -> None:
    """Write to a file, completely or not at all, or to standard output if the path is `-`."""
    if path != "-":
        from argmap.api import write_file

        write_file(path, content)
    elif isinstance(content, bytes):
        sys.stdout.flush()
        sys.stdout.buffer.write(content)
        sys.stdout.buffer.flush()
    else:
        sys.stdout.flush()
        sys.stdout.buffer.write(content.encode("utf-8"))
        sys.stdout.buffer.flush()


def can_show(args: argparse.Namespace, output: str) -> None:
    """Raise UsageError if --open was given and there is no file to open."""
    if args.open and output == "-":
        from argmap.diagnostics import UsageError

        raise UsageError("--open needs a file to open; name one with -o")


def show(path: str) -> None:
    """Open a file in the program that the system has for it."""
    import webbrowser
    from pathlib import Path

    webbrowser.open(Path(path).resolve().as_uri())
