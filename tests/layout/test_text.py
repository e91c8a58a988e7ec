# ruff: noqa: RUF001 - characters that look alike are what is tested
import pytest
from hypothesis import given
from hypothesis import strategies as st

from argmap.layout.advances import PAGES
from argmap.layout.text import Room, measure, wrap
from argmap.render.fonts import BASE, OTHERS, path
from tests.tools.make_advances import TARGET, font_advances, module_text, other_advances, shaping

SENTENCES = (
    "High turnout makes elected governments more legitimate.",
    "AVATAR: Tomatoes, WAVES & Yo-Yos; “quoted” – fi ffl 3.14 % (twice)!",
    "Voilà l'été où les Œuvres brûlèrent, naïvement façonnées; coûte que coûte.",
    "Größere Übel rechtfertigen keine kleineren; das weiß jeder Straßenkehrer.",
    "Zażółć gęślą jaźń, příliš žluťoučký kůň úpěl ďábelské ódy.",
    "Съешь же ещё этих мягких французских булок, да выпей чаю.",
    "Ξεσκεπάζω την ψυχοφθόρα βδελυγμία, τάχιστα και οριστικά.",
)
ROOM = Room(264)


def test_the_table_is_what_the_fonts_say() -> None:
    assert TARGET.read_text(encoding="utf-8") == module_text(font_advances() | other_advances())


def test_every_page_is_read_as_it_was_written() -> None:
    for code, width in (font_advances() | other_advances()).items():
        assert measure(chr(code), 1000) == width
    assert len(PAGES) > 20


@pytest.mark.parametrize("text", SENTENCES)
def test_a_line_is_never_wider_than_measured_and_hardly_narrower(text: str) -> None:
    shaped = shaping(path(BASE))(text) * 14 / 1000
    assert shaped <= measure(text, 14) + 0.01 <= shaped * 1.02 + 0.01


@pytest.mark.parametrize(
    ("script", "text"),
    [
        ("Arabic", "يتعلم الأطفال من الأفلام عن الحيوانات بقدر ما يتعلمون في الحدائق."),
        ("Arabic", "لا يحق لأحد أن يجبر الناس على فعل شيء ضد إرادتهم"),
        ("Bengali", "চিড়িয়াখানা বন্ধ করা উচিত, কারণ প্রাণীরা সেখানে কষ্ট পায়।"),
        ("Tamil", "விலங்குகள் உயிரியல் பூங்காக்களில் துன்பப்படுகின்றன."),
        ("Telugu", "జంతుప్రదర్శనశాలలో జంతువులు బాధపడతాయి."),
        ("Khmer", "សត្វរងទុក្ខនៅក្នុងសួនសត្វ។"),
        ("Arabic", "شمس سس حصص بصيص قفص"),
        ("Arabic", "أدوات الدار ورود دوار"),
        ("Arabic", "یک ادعا باید با دلیل پشتیبانی شود و مخالفت با آن نیز ممکن است"),
        ("Arabic", "اردو میں دلیل کا نقشہ بنانا آسان ہے"),
        ("Hebrew", "אין לכפות על אנשים לפעול בניגוד לרצונם."),
        ("Thai", "สัตว์ทุกข์ทรมานในสวนสัตว์"),
    ],
)
def test_a_line_of_another_script_is_not_wider_than_measured_and_not_much_narrower(script: str, text: str) -> None:
    shaped = shaping(path(next(font for font in OTHERS if font.script == script)))(text)
    assert shaped <= measure(text, 1000) <= shaped * (1.2 if script != "Khmer" else 1.4)  # half its letters hang below


@pytest.mark.parametrize(
    ("text", "width"),
    [
        ("日本", 28),
        ("한", 14),
        ("ｆ", 14),
        ("\u0301\u200d\u202e", 0),
        ("😀", 18.2),
        ("\ufbb0", 10.5),
        ("ܐ", 10.5),
    ],
)
def test_characters_that_the_font_lacks_are_estimated(text: str, width: float) -> None:
    assert measure(text, 14) == pytest.approx(width)


def test_the_box_nearest_the_best_shape_is_chosen() -> None:
    assert len(wrap("Voting should be compulsory.", 14, ROOM)) == 1
    text = " ".join(SENTENCES[:1] * 3)
    lines = wrap(text, 14, ROOM)
    assert len(lines) == 5
    assert " ".join(lines) == text


def test_lines_are_balanced() -> None:
    widths = [measure(line, 14) for line in wrap(SENTENCES[0] + " " + SENTENCES[3], 14, ROOM)]
    assert max(widths) < 1.6 * min(widths)
    greedy = sum(widths) / 264
    assert max(widths) < 264 or greedy > len(widths) - 1


def test_any_white_space_is_one_space() -> None:
    assert wrap(" a\n\n b\t\tc\r\nd ", 14, ROOM) == ("a b c d",)
    assert wrap(" ", 14, ROOM) == ("",)
    assert wrap("10\u00a0km\u3000far", 14, ROOM) == ("10\u00a0km far",)


def test_an_address_breaks_after_a_mark() -> None:
    address = "https://example.org/a/very/long/path/with/many/parts/and-even-more-words/index.html?query=1"
    lines = wrap(address, 14, ROOM)
    assert "".join(lines) == address
    assert all(line[-1] in "/-=?." for line in lines[:-1])


def test_a_header_that_is_wider_than_the_text_gives_it_room() -> None:
    narrow = wrap(SENTENCES[0], 14, ROOM._replace(narrowest=0))
    wide = wrap(SENTENCES[0], 14, ROOM._replace(narrowest=264))
    assert len(wide) <= len(narrow)


@given(
    st.text(st.one_of(st.characters(exclude_categories=("Cs",)), st.sampled_from("ab é-/ 日。（ไทย\u0301👩\u200d🏫"))),
    st.floats(40, 400),
)
def test_nothing_is_lost_and_nothing_is_too_wide(text: str, widest: float) -> None:
    lines = wrap(text, 14, Room(widest))

    def squeezed(each: str) -> str:
        return "".join(each.split()).replace("\u200b", "")

    assert squeezed("".join(lines)) == squeezed(text)
    from argmap.layout.breaks import clusters

    for line in lines:
        assert measure(line, 14) <= widest + 0.01 or len(clusters(line)) == 1
    assert lines[0] or not text.strip().strip("\u200b")
