"""List the formats: which are read, which are written, which come back whole, and what each one loses.

  argmap formats                 the table
  argmap formats argdown         all about one format
  argmap formats --format json   the table for programs

The table is what convert, import and export work from.
"""

from __future__ import annotations

from argmap.cli import EXIT_OK
from argmap.cli.output import say

TYPE_CHECKING = False
if TYPE_CHECKING:
    import argparse

    from argmap.formats import Format

_FEW = 6  # losses that are listed one by one


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    parser.add_argument("name", nargs="?", default="", metavar="NAME", help="a format")
    parser.add_argument("--format", choices=("text", "json"), default="text", help="how to print")


def run(args: argparse.Namespace) -> int:
    """Print the table, or one row of it."""
    from argmap.convert import named
    from argmap.formats import FORMATS

    rows = [named(args.name)] if args.name else list(FORMATS.values())
    if args.format == "json":
        import json

        say(json.dumps([_plain(row) for row in rows], ensure_ascii=False, indent=2))
    elif args.name:
        _one(rows[0])
    else:
        _table(rows)
    return EXIT_OK


def _lost(row: Format) -> list[str]:
    """Return what a written file does not carry, in the order of the table of features."""
    from argmap.formats.features import FEATURES

    if not row.writes:
        return []
    return [feature.name for feature in FEATURES if feature.name not in row.keeps]


def _plain(row: Format) -> dict[str, object]:
    return {
        "name": row.name,
        "title": row.title,
        "suffixes": list(row.suffixes),
        "reads": row.reads,
        "writes": row.writes,
        "round_trips": row.round_trips,
        "loses": _lost(row),
        "softens": sorted(row.softens),
        "extra": row.extra,
        "note": row.note,
    }


def _table(rows: list[Format]) -> None:
    width = max(len(row.name) for row in rows)
    suffixes = max(len(" ".join(row.suffixes)) for row in rows)
    say(f"{'format':<{width}}  {'suffixes':<{suffixes}}  reads  writes  loses when written")
    for row in rows:
        reads, writes = ("yes" if can else "-" for can in (row.reads, row.writes))
        names = f"{row.name:<{width}}  {' '.join(row.suffixes):<{suffixes}}"
        say(f"{names}  {reads:<5}  {writes:<6}  {_in_short(row)}".rstrip())
    say("")
    say("`argmap formats NAME` tells all about one of them.")


def _in_short(row: Format) -> str:
    """Return what is lost in a few words: all of it if it is little, else how much is kept."""
    lost = _lost(row)
    if not row.writes:
        return ""
    if not lost:
        return "nothing"
    if len(lost) <= _FEW:
        return ", ".join(lost)
    return f"all but: text, links{''.join(f', {name}' for name in sorted(row.keeps))}"


def _one(row: Format) -> None:
    say(f"{row.name}: {row.title}")
    say(f"  suffixes: {' '.join(row.suffixes) or 'none'}")
    say(f"  reads: {'yes' if row.reads else 'no'}; writes: {'yes' if row.writes else 'no'}")
    if row.extra:
        say(f"  needs: pip install 'argmap[{row.extra}]'")
    if row.round_trips:
        say("  what is written is read back the same, but for what it loses")
    if row.note:
        say(f"  {row.note}")
    if row.writes:
        say(f"  loses: {', '.join(_lost(row)) or 'nothing'}")
    for name in sorted(row.softens):
        say(f"  says by other means: {name}")
