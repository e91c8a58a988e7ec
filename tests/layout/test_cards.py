import pytest

from argmap.layout import layout
from argmap.layout.cards import IMPLIED, MARK_WIDTH, card, cards
from argmap.layout.geometry import FONT_SIZE, HEADER_HEIGHT, HEADER_SIZE, LINE_HEIGHT, PADDING_X, PADDING_Y
from argmap.layout.options import LayoutOptions
from argmap.layout.text import measure
from argmap.model import ArgMap, Claim
from argmap.order import outline
from argmap.render.assets import strings
from tests.support.debates import debate


@pytest.mark.parametrize("text", ["Short.", "High turnout makes elected governments more legitimate.", "日本" * 40, ""])
def test_a_card_holds_its_lines(text: str) -> None:
    found = card(Claim(id="a", text=text), "1.2", 264)
    assert found.height == 2 * PADDING_Y + HEADER_HEIGHT + len(found.lines) * LINE_HEIGHT
    assert found.width - 2 * PADDING_X >= max(measure(line, FONT_SIZE) for line in found.lines)
    assert found.width <= 264 + 2 * PADDING_X + 1


def test_a_card_holds_its_header() -> None:
    found = card(Claim(id="a", text="No.", kind="definition", implicit=True), "1.2.3.4", 264)
    words = sum(measure(word, HEADER_SIZE) for word in ("1.2.3.4", "definition", "(implied)"))
    assert found.width - 2 * PADDING_X >= words + MARK_WIDTH


def test_a_number_without_end_does_not_widen_the_card() -> None:
    assert card(Claim(id="a", text="No."), "1." * 5000, 264).width == 264 + 2 * PADDING_X


def test_numbers_take_room_only_if_shown() -> None:
    argmap = debate(12)
    with_numbers = cards(argmap, outline(argmap), LayoutOptions())
    without = cards(argmap, outline(argmap), LayoutOptions(numbers=False))
    assert list(with_numbers) == [claim.id for claim in argmap.claims]
    assert all(without[name].width <= with_numbers[name].width for name in without)


def test_narrower_lines_make_narrower_cards() -> None:
    argmap = debate(12)
    narrow = cards(argmap, outline(argmap), LayoutOptions(max_text_width=150))
    assert all(each.width <= 150 + 2 * PADDING_X + 1 for each in narrow.values())


@pytest.mark.parametrize("language", IMPLIED)
def test_a_card_leaves_room_for_the_word_that_is_drawn(language: str) -> None:
    assert strings(language)["language"] == language
    assert strings(language)["implied"] == IMPLIED[language]
    claim = Claim(id="a", text="Ja.", implicit=True)
    argmap = ArgMap(title="T", claims=(claim,), language=f"{language}-AT")
    (box,) = layout(argmap).boxes
    assert box.width - 2 * PADDING_X >= measure(IMPLIED[language], HEADER_SIZE)
