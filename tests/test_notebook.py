"""A map shows itself in a notebook: in a frame that can reach nothing, or as text."""

from __future__ import annotations

import subprocess
import sys
from html.parser import HTMLParser

import pytest

from argmap import notebook
from argmap.diagnostics import EnvironmentProblemError
from argmap.model import ArgMap, Claim, Link

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
        "Rain", "  1 The street is wet.", "    because 1.1 It rained.", "    but it does not follow: 1.2 No.",
    ]  # fmt: skip
    ((tag, attributes),) = tags(bundle["text/html"])
    assert tag == "iframe"
    assert attributes["title"] == "Rain"
    assert "data-embed" in attributes["srcdoc"]


def test_the_frame_is_kept_apart_and_no_text_breaks_out_of_it():
    html = rain(HOSTILE)._repr_mimebundle_(include=None, exclude=None)["text/html"]
    ((tag, attributes),) = tags(html)
    assert tag == "iframe"
    assert set(attributes) == {"title", "sandbox", "allow", "style", "srcdoc"}
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
