"""Tables: what spreadsheets would compute is made safe, and what they save is read."""

from __future__ import annotations

import csv as standard
import io
import re
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from argmap import ArgMap, Claim, Link, loads
from argmap.formats import csv, tsv
from argmap.source import SourceText
from tests.support.exchange import NASTY
from tests.support.maps import HOSTILE_TEXTS, argmaps

CALM = settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))


def read(text: str):
    return csv.read(SourceText(text, "table.csv"))


def cells(module, argmap, separator: str) -> list[dict[str, str]]:
    text = "\n".join(module.write(argmap)).removeprefix("\ufeff")
    return list(standard.DictReader(io.StringIO(text, newline=""), delimiter=separator, strict=True))


@pytest.mark.parametrize(("module", "separator"), [(csv, ","), (tsv, "\t")], ids=["csv", "tsv"])
@CALM
@given(argmap=argmaps())
def test_no_cell_is_a_formula_and_all_rows_are_there(module, separator, argmap) -> None:
    rows = cells(module, argmap, separator)
    kinds = [row["row"] for row in rows]
    assert kinds == ["claim"] * len(argmap.claims) + ["link"] * len(argmap.links) + ["group"] * len(argmap.groups)
    assert not any(cell[:1] in tuple("=+-@\t\r") for row in rows for cell in row.values() if cell)


@given(text=st.text(st.sampled_from("'=+-@a\t\r ")))
def test_quoting_is_undone(text: str) -> None:
    assert csv.unquote(csv.quote(text)) == text
    assert csv.quote(text)[:1] not in {"=", "+", "-", "@", "\t", "\r"}


def opened_and_saved(cell: str) -> str:
    """Return what a spreadsheet makes of a cell that it takes for a number, a truth value or a date."""
    try:
        return f"{float(cell.replace(',', '.')):g}"
    except ValueError:
        dated = re.fullmatch(r"\d{1,2}[-./]\d{1,2}([-./]\d{0,4})?", cell)
        return "date!" if dated else cell.upper() if cell.lower() in {"true", "false"} else cell


def test_nothing_changes_when_a_spreadsheet_opens_the_table_and_saves_it() -> None:
    ids = ("1.10", "1.1", "007", "2e3", "3-4", "true", "0", "12", "c1", "1.2.10")
    claims = tuple(Claim(id=name, text=name, quote=("words",), at=("12-13",)) for name in ids)
    links = tuple(Link(id=name, named=True, premises=(name,), kind="supports", target="c1") for name in ids[:3])
    written = ArgMap(title="", claims=claims, links=tuple(replace(link, id=f"{link.id}-1") for link in links))
    rows = list(standard.reader(io.StringIO("\n".join(csv.write(written)), newline=""), strict=True))
    text = io.StringIO(newline="")
    standard.writer(text).writerows([[opened_and_saved(cell) for cell in row] for row in rows])
    assert csv.read(SourceText(text.getvalue(), "x")).argmap == written
    assert {row["number"] for row in cells(csv, written, ",")} >= {"1)", "2)", "7)"}


def test_hostile_texts_come_back() -> None:
    claims = tuple(Claim(id=f"c{index}", text=text) for index, text in enumerate(HOSTILE_TEXTS))
    for module in (csv, tsv):
        text = "\n".join(module.write(ArgMap(title="", claims=claims)))
        assert module.read(SourceText(text, "x")).argmap.claims == claims


def test_the_table_looks_as_it_did(golden) -> None:
    golden("exchange.csv", "\n".join(csv.write(loads(NASTY))) + "\n")
    golden("exchange.tsv", "\n".join(tsv.write(loads(NASTY))) + "\n")


def test_a_table_that_a_person_made_is_read() -> None:
    """Semicolons, no ids, no column `row`, a comma in a number, as a spreadsheet in Europe saves it."""
    reading = read(
        "Text;ID;kind;premises;target;credence\nIt is wet.;wet;;;;0,5\nIt rains.;;;;\n;;supports;row 3;wet\n"
    )
    assert not reading.problems
    assert [(claim.id, claim.text, claim.credence) for claim in reading.argmap.claims] == [
        ("wet", "It is wet.", 0.5),
        ("rains", "It rains.", None),
    ]
    assert [(link.kind, link.target) for link in reading.argmap.links] == [("supports", "wet")]


def test_what_claims_bear_on_may_stand_in_columns_as_in_a_map_file() -> None:
    found = read(
        "id;text;supports;attacks;undercuts\nt;T.;;;\na;A.;t;;\nb;B.;a, t;a;\nc;C.;;gone|t;loud\n;D.;;;\ne;E.;row 6;;\n"
    )
    assert [link.id for link in found.argmap.links] == [
        "a supports t",
        "b supports a",
        "b supports t",
        "b attacks a",
        "c attacks t",
        "e supports d",
    ]
    assert [problem.code for problem in found.problems] == ["AM502", "AM507"]


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("", {"AM501"}),
        ("a,b\n1,2\n", {"AM501"}),
        ('row,text\nclaim,"It is', {"AM501"}),
        ("row,text\n", {"AM508"}),
        ("text,colour\nIt is wet.,red\n", {"AM502"}),
        ("row,id,text\nclaim,a,A.\nclaim,a,B.\n", {"AM502"}),
        ("row,id,text\nclaim,a,A.\nfact,b,B.\n", {"AM502"}),
        ("row,text,premises,target,kind\nclaim,A.,,,\nlink,,b,c,supports\n", {"AM507"}),
        ("row,id,text,premises,target,kind\nclaim,a,A.,,,\nclaim,b,B.,,,\nlink,,,b,a,helps\n", {"AM503"}),
        ("id,text,credence,status,group\na,A.,much,odd,?\n", {"AM502"}),
    ],
)
def test_every_mistake_is_told(text: str, codes: set[str]) -> None:
    assert {problem.code for problem in read(text).problems} == codes


def test_a_file_cut_off_anywhere_is_no_exception() -> None:
    whole = "\n".join(csv.write(loads(NASTY)))
    for end in range(0, len(whole), 7):
        reading = read(whole[:end])
        assert reading.argmap is not None or any(problem.severity == "error" for problem in reading.problems)
