"""Every record type on paper: blank, and as a list."""

import jinja2
import pytest

from schemas import html, printing
from schemas.forms import form
from schemas.record import get, record_types

TYPES = list(record_types().values())
ACTIVITY, EVALUATION, CRITERIA = get("activity"), get("evaluation"), get("criteria_set")
FRAME = {"office": "TTHTCĐ xã Mường Bi", "back": "/"}


@pytest.fixture(scope="module")
def draw():
    env = jinja2.Environment(autoescape=True)
    html.install(env)

    def draw(name, lang, shown):
        return env.get_template(f"schemas/printed_{name}.html").render(lang=lang, **FRAME, **shown)

    return draw


@pytest.mark.parametrize("schema", TYPES, ids=lambda schema: schema.record_type)
@pytest.mark.parametrize("lang", ["vi", "en"])
def test_a_blank_form_asks_for_all_that_its_owner_fills_in(draw, schema, lang):
    page = draw("form", lang, printing.blank(schema, lang))
    asked = [w.label for group in form(schema, lang, role=schema.owner) for w in group.widgets]

    assert asked
    assert [] == [label for label in asked if str(jinja2.filters.escape(label)) not in page]


def test_a_choice_is_boxes_to_tick(draw):
    page = draw("form", "vi", printing.blank(ACTIVITY, "vi"))

    assert "Khuyến công, nghề thủ công</li>" in page
    assert page.count("kp-box") > 30


def test_a_form_of_an_evaluation_has_a_line_for_each_criterion(draw):
    page = draw("form", "vi", printing.blank(EVALUATION, "vi", CRITERIA.example()))

    assert 3 + 2 + 1 == page.count("<tr")
    assert "Khảo sát nhu cầu học tập và kế hoạch năm" in page


@pytest.mark.parametrize("schema", TYPES, ids=lambda schema: schema.record_type)
def test_a_list_has_a_line_for_each_record_and_headings_for_every_page(draw, schema):
    shown = printing.filled(schema, [schema.example()] * 3, 3, "vi")
    page = draw("list", "vi", shown)

    assert 4 == page.count("<tr")
    assert 1 == page.count("<thead")
    assert len(shown["headings"]) == len(shown["rows"][0])


def test_a_list_that_is_too_long_for_paper_says_what_is_left_out(draw):
    page = draw("list", "vi", printing.filled(ACTIVITY, [ACTIVITY.example()], 2500, "vi"))

    assert "Chỉ in 1 trong 2.500 bản ghi" in page


def test_headings_stand_on_every_sheet_and_nothing_of_the_screen():
    style = html.files()["printed.css"].read_text("utf-8")

    assert "size: A4" in style
    assert "thead { display: table-header-group; }" in style
    assert ".kp-screen { display: none; }" in style


def test_a_day_is_broken_in_no_line(draw):
    page = draw("list", "vi", printing.filled(ACTIVITY, [ACTIVITY.example()], 1, "vi"))

    assert 1 == page.count('<td class="kp-whole">')
    assert ".kp-whole { white-space: nowrap; }" in html.files()["printed.css"].read_text("utf-8")
