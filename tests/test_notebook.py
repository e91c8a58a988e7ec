"""A map shows itself in a notebook: in a frame that can reach nothing, or as text."""

from __future__ import annotations

import base64
import re
import subprocess
import sys
import zlib
from html.parser import HTMLParser
from pathlib import Path

import pytest

from argmap import load, notebook
from argmap.diagnostics import EnvironmentProblemError
from argmap.model import ArgMap, Claim, Link

MAPS = Path(__file__).parents[1] / "maps"
HOSTILE = """x" srcdoc="<script>alert(1)</script>" ' onload='alert(2)"""


class Tags(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str | None]]] = []

    def handle_starttag(self, tag, attrs) -> None:
        self.found.append((tag, dict(attrs)))


def tags(text):
    parser = Tags()
    parser.feed(text)
    return parser.found


def frame_of(html):
    (attributes,) = (attributes for tag, attributes in tags(html) if tag == "iframe")
    return attributes


def unpacked(page):
    (packed,) = re.findall('id="am-page">(.*?)</script>', page)
    return zlib.decompress(base64.b64decode(packed)).decode()


def rain(title="Rain"):
    claims = (
        Claim(id="wet", text="The street is wet."),
        Claim(id="rain", text="It rained."),
        Claim(id="sun", text="No."),
    )
    links = (
        Link(id="r", premises=("rain",), kind="supports", target="wet"),
        Link(id="u", premises=("sun",), kind="undercuts", target="r"),
    )
    return ArgMap(title=title, claims=claims, links=links)


def test_a_map_shows_itself_as_a_frame_and_as_text():
    bundle = rain()._repr_mimebundle_()
    assert bundle["text/plain"].splitlines() == [
        "Rain",
        "  1 The street is wet.",
        "    1.1 because: It rained.",
        "    1.2 but it does not follow from 1.1: No.",
    ]
    attributes = frame_of(bundle["text/html"])
    assert attributes["title"] == "Rain"
    assert "data-embed" in unpacked(attributes["srcdoc"])


def test_the_text_is_in_the_language_of_the_map():
    text = load(MAPS / "hausaufgaben.yaml")._repr_mimebundle_()["text/plain"]
    assert "      1.4.2 und: Hausaufgaben bestehen vor allem aus Übung." in text.splitlines()
    assert "siehe 1.6.1 aber: Die meisten Kinder lösen ihre Hausaufgaben allein." in text


def test_a_small_map_has_a_small_frame_and_a_large_one_does_not_fill_the_notebook():
    heights = [
        int(re.search(r"height:(\d+)px", notebook.frame(argmap))[1]) for argmap in (rain(), load(MAPS / "cinema.yaml"))
    ]
    assert notebook.LEAST <= heights[0] < 450
    assert heights[1] == notebook.MOST
    assert "height:900px" in notebook.frame(rain(), height=900)


def test_a_notebook_stays_small():
    assert len(load(MAPS / "cinema.yaml")._repr_mimebundle_()["text/html"]) < 260_000


def test_where_frames_are_taken_out_the_outline_is_there():
    html = rain(HOSTILE)._repr_mimebundle_()["text/html"]
    rest = html[html.index("</iframe>") :]
    assert rest.startswith("</iframe><div hidden><strong>x&quot; srcdoc=")
    assert "<li>1 The street is wet.<ul><li>1.1 because: It rained.</li>" in rest
    assert {tag for tag, _ in tags(rest)} == {"div", "strong", "ul", "li"}
    assert rest.count("<li>") == rest.count("</li>")
    assert rest.count("<ul>") == rest.count("</ul>")


def test_the_frame_is_kept_apart_and_no_text_breaks_out_of_it():
    html = rain(HOSTILE)._repr_mimebundle_(include=None, exclude=None)["text/html"]
    attributes = frame_of(html)
    assert [tag for tag, _ in tags(html[: html.index("</iframe>")])] == ["style", "iframe"]
    assert set(attributes) == {"class", "title", "sandbox", "allow", "style", "srcdoc"}
    assert attributes["title"] == HOSTILE
    assert "allow-same-origin" not in attributes["sandbox"].split()
    assert "allow-top-navigation" not in attributes["sandbox"]


def test_without_a_layout_engine_the_text_is_what_there_is(monkeypatch):
    def nothing(*_):
        raise EnvironmentProblemError("no layout engine is installed")

    monkeypatch.setattr("argmap.layout.layout", nothing)
    assert set(rain()._repr_mimebundle_()) == {"text/plain"}
    with pytest.raises(EnvironmentProblemError):
        notebook.frame(rain())


def test_the_model_alone_does_not_load_it():
    code = "import sys, argmap; argmap.ArgMap; print('argmap.notebook' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "False\n"
