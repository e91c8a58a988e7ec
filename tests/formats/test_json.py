from __future__ import annotations

from importlib import import_module
from json import loads

import pytest
from hypothesis import given, settings

from argmap.model import ArgMap, Claim, Source
from argmap.source import SourceText
from tests.formats.test_aif import DEMO
from tests.support.maps import argmaps

json = import_module("argmap.formats.json")


def test_the_keys_are_those_of_the_map_file() -> None:
    text = "\n".join(json.write(DEMO))
    assert loads(text) == {
        "title": "Buses",
        "date": "2024-03-01",
        "claims": {"ban": "Ban cars.", "smoke": "Cars smoke.", "roads": "Buses need roads."},
        "links": [
            {"id": "why", "from": "smoke", "supports": "ban", "scheme": "argument from sign"},
            {"from": "roads", "undercuts": "why"},
        ],
    }


@settings(max_examples=40, deadline=None)
@given(argmap=argmaps())
def test_what_is_written_fits_the_published_schema(argmap: ArgMap) -> None:
    jsonschema = pytest.importorskip("jsonschema", reason="jsonschema checks the schema; it is a development tool")
    schema = pytest.importorskip("argmap.document.schema", reason="the schema is made by the reader of map files")
    jsonschema.validate(loads("\n".join(json.write(argmap))), schema.schema())


def test_mistakes_are_told_as_in_a_map_file_and_in_terms_of_json() -> None:
    wrong = json.read(SourceText('{"title": "x",\n\t"claims": {"a": {"text": "A.", "supports": "b"}}}', "m.json"))
    assert wrong.argmap is None
    assert str(wrong.problems[0].span) == "m.json:2:45"
    assert wrong.problems[0].message == "no claim is called 'b'"
    cut = json.read(SourceText('{"title": "x",\n "cla', "m.json"))
    assert [(problem.code, str(problem.span)) for problem in cut.problems] == [("AM501", "m.json:2:2")]


def test_pairs_of_surrogates_slashes_and_tabs_are_json_too() -> None:
    text = '{\n\t"title": "\\ud83d\\ude00 \\/",\n\t"claims": {"a": "tab\\there \\\\ud83d"}}'
    argmap = json.read(SourceText(text)).argmap
    assert argmap == ArgMap(title="\U0001f600 /", claims=(Claim(id="a", text="tab\there \\ud83d"),))


def test_one_source_without_a_name_is_no_list() -> None:
    argmap = ArgMap(title="x", claims=(Claim(id="a", text="A.", credence=0.0),), sources=(Source(title="T", skip=1),))
    text = "\n".join(json.write(argmap))
    assert loads(text)["source"] == {"title": "T", "skip": 1}
    assert json.read(SourceText(text)).argmap == argmap
