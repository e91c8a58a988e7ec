"""Figures and documents speak the language of the map, in the words of the page."""

from __future__ import annotations

import io
import re
from pathlib import Path

import docx
import pytest

import argmap
from argmap.order import outline
from argmap.render import tex_outline, word
from argmap.render.figure import FigureOptions, figure
from argmap.render.words import Words

HOMEWORK = argmap.load(Path(__file__).parents[2] / "maps" / "hausaufgaben.yaml")
WORDS = Words(HOMEWORK, outline(HOMEWORK))


def svg() -> str:
    labels = {name: verdict.label for name, verdict in argmap.labels(HOMEWORK).claims.items()}
    return figure(HOMEWORK, "svg", FigureOptions(labels=labels)).files[0].decode()


def test_links_are_read_aloud_in_the_language_of_the_map() -> None:
    read = {WORDS.read(link) for link in HOMEWORK.links}
    assert {"1.1 und 1.2 stützen 1", "1.3 unterläuft den Schritt von 1.1 und 1.2 zu 1", "1.3.1 greift 1.3 an"} <= read
    assert len(read) == len(HOMEWORK.links)


@pytest.mark.parametrize("words", ["weil (stützt)", "aber (greift an)", "(unausgesprochen)", "umstritten", "Legende"])
def test_a_figure_has_its_key_and_marks_in_the_language_of_the_map(words: str) -> None:
    assert words in svg()
    assert "implied" not in svg()


@pytest.mark.parametrize(
    "text",
    [
        argmap.write(HOMEWORK, "markdown"),
        argmap.write(HOMEWORK, "html"),
        "\n".join(tex_outline.write(HOMEWORK)),
        "\n".join(row.text for row in docx.Document(io.BytesIO(word.write(HOMEWORK))).paragraphs),
    ],
    ids=["markdown", "html", "tex", "docx"],
)
def test_documents_say_what_claims_do_in_the_language_of_the_map(text: object) -> None:
    for words in ("weil", "aber", "(unausgesprochen)", "aber es folgt nicht aus 1.1 + 1.2"):
        assert words in str(text)
    for words in ("because", "however", "implied"):
        assert words not in str(text)


@pytest.mark.parametrize("name", ["mermaid", "d2", "dot"])
def test_pictures_as_text_speak_the_language_of_the_map(name: str) -> None:
    text = str(argmap.write(HOMEWORK, name))
    assert "(unausgesprochen)" in text
    assert name == "dot" or ("aber das folgt nicht" in text and re.search(r"""["']1\.1 """, text))
    assert not re.search("however|does not follow|implied", text)


def test_a_language_without_words_gets_english_ones() -> None:
    claims = (argmap.Claim(id="a", text="A."), argmap.Claim(id="b", text="B."))
    links = (argmap.Link(id="l", premises=("b",), kind="supports", target="a"),)
    other = argmap.ArgMap(title="T", language="tlh", claims=claims, links=links)
    assert "because: B" in str(argmap.write(other, "html")).replace("</span> <bdi>", " ")


def test_a_page_is_not_given_the_words_of_documents() -> None:
    assert "doc_" not in argmap.build(HOMEWORK)
