# ruff: noqa: RUF001 - full-width marks are what is tested
import pytest

from argmap.layout.breaks import clusters, units


@pytest.mark.parametrize(
    ("text", "pieces"),
    [
        ("plain words", ["plain", "words"]),
        ("東京（大阪）、京都", ["東", "京", "（大", "阪）、", "京", "都"]),
        ("GDPは100%増。", ["GDP", "は", "100%", "増。"]),
        ("「はい」と", ["「は", "い」", "と"]),
        ("สิ่งแวดล้อม", ["สิ่", "ง", "แว", "ด", "ล้", "อ", "ม"]),
        ("น้ำ ใจ", ["น้ำ", "ใจ"]),
        ("한국어", ["한", "국", "어"]),
        ("zero\u200bwidth", ["zero", "width"]),
        ("10\u00a0km far", ["10\u00a0km", "far"]),
        ("नैतिक दर्शन", ["नैतिक", "दर्शन"]),
        ("سلام دنیا", ["سلام", "دنیا"]),
    ],
)
def test_where_lines_may_break(text: str, pieces: list[str]) -> None:
    found, spaced = units(text)
    assert found == pieces
    assert len(spaced) == len(found)


@pytest.mark.parametrize(
    ("word", "found"),
    [
        ("abc", ["a", "b", "c"]),
        ("e\u0301a\u0308\u0304", ["e\u0301", "a\u0308\u0304"]),
        ("👨\u200d👩\u200d👧x", ["👨\u200d👩\u200d👧", "x"]),
        ("🇨🇭🇦🇹", ["🇨🇭", "🇦🇹"]),
        ("👍🏽👍", ["👍🏽", "👍"]),
        ("क्षि", ["क्षि"]),
        ("\u1112\u1161\u11ab\u1100\u1173", ["\u1112\u1161\u11ab", "\u1100\u1173"]),
        ("❤\ufe0fa", ["❤\ufe0f", "a"]),
    ],
)
def test_what_a_reader_sees_as_one_character_stays_whole(word: str, found: list[str]) -> None:
    assert clusters(word) == found


def test_spaces_are_told_from_mere_places_to_break() -> None:
    assert units("a 日本 b") == (["a", "日", "本", "b"], [True, True, False, True])
