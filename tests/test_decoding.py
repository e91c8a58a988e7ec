from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from argmap.decoding import FORBIDDEN, decode, recoded


def said(data: bytes | str) -> list[str]:
    return [problem.message for problem in decode(data)[1].found]


def test_utf8_with_and_without_a_byte_order_mark():
    for data in ("é: x".encode(), b"\xef\xbb\xbf" + "é: x".encode(), "\ufeffé: x", "é: x"):
        text, problems = decode(data)
        assert (text.text, problems.found) == ("é: x", [])


@pytest.mark.parametrize("name", ["utf-16", "utf-16-le", "utf-16-be", "utf-32"])
def test_wide_encodings_are_recognised_and_read(name):
    text, problems = decode("title: Zoo".encode(name))
    assert text.text == "title: Zoo"
    assert problems.found[0].code == "AM001"
    assert f"the file is {name[:6].upper()}, not UTF-8" == problems.found[0].message


def test_old_encodings_are_told_by_their_byte():
    _, problems = decode(b"a: b\nc: na\xefve")
    assert (problems.found[0].span.line, problems.found[0].span.column) == (1, 5)
    assert "'ï'" in problems.found[0].help


@pytest.mark.parametrize("data", [b"PK\x03\x04\x14\x00\xff\xfe", b"%PDF-1.7\n%\xe2\xe3"])
def test_files_that_are_not_text_are_told_as_that(data):
    assert said(data) == ["the file is not text, but for a program to read"]


def test_forbidden_characters_have_a_place_each_up_to_ten():
    _, problems = decode("a\x00b\n" * 12)
    assert len(problems.found) == 11
    assert problems.found[1].span.line == 1
    assert "2 more" in problems.found[-1].message


@pytest.mark.parametrize("char", ["\0", "\x1b", "\x7f", "\x80", "\x9f", "\ufeff", "\ufffe", "\uffff", "\ud800", "\x0c"])
def test_each_kind_of_forbidden_character_is_found(char):
    assert said(f"a: é{char}b")


@pytest.mark.parametrize(
    "char", ["\t", "\n", "\r", "\x85", "\xa0", "\u2028", "\u200d", "\u202e", "\ue000", "\U0001f680", "Ã"]
)
def test_other_characters_are_let_through(char):
    assert said(f"a: {char}b") == []


@given(data=st.one_of(st.binary(max_size=80), st.text(max_size=60)))
def test_any_bytes_decode_and_what_is_let_through_is_clean(data):
    text, problems = decode(data)
    if not problems.found:
        assert not re.search(FORBIDDEN, text.text)


def test_a_file_over_the_limit_is_not_read():
    text, problems = decode(b"x" * 11, most=10)
    assert text.text == ""
    assert problems.found[0].code == "AM012"


@pytest.mark.parametrize("codec", ["idna", "punycode", "rot13", "unicode_escape", "nonsense"])
def test_only_the_encodings_of_texts_are_decoded(codec: str) -> None:
    data = f'<?xml version="1.0" encoding="{codec}"?><a>x</a>'.encode() + b"\xe9"
    assert recoded(data) == data
