"""Every record type on paper: blank, and as a list."""

import jinja2
import pytest

from schemas import html
from schemas.context import Context, within
from schemas.export import printing
from schemas.forms import form
from schemas.privacy import consents
from schemas.record import get, record_types

TYPES = list(record_types().values())
ACTIVITY, EVALUATION, CRITERIA = get("activity"), get("evaluation"), get("criteria_set")
FRAME = {"letterhead": printing.Letterhead("TTHTCĐ xã Mường Bi", ("Tỉnh Hòa Bình",)), "back": "/"}
ROW = '<tr><td class="kp-number">'


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
    widgets = [w for group in form(schema, lang, role=schema.owner) for w in group.widgets]
    asked = [w.label for w in widgets if not w.read_only]

    assert asked
    assert [] == [label for label in asked if str(jinja2.filters.escape(label)) not in page]


def test_a_blank_form_leaves_out_what_other_offices_fill_in(draw):
    page = draw("form", "vi", printing.blank(EVALUATION, "vi", CRITERIA.example()))

    assert "Người ký" in page
    assert "Người thẩm định" not in page
    assert "Quyết định công nhận" not in page


def test_a_choice_is_boxes_to_tick(draw):
    page = draw("form", "vi", printing.blank(ACTIVITY, "vi"))

    assert "Khuyến công, nghề thủ công</li>" in page
    assert page.count("kp-box") > 30


def test_a_form_of_an_evaluation_has_a_line_for_each_criterion(draw):
    page = draw("form", "vi", printing.blank(EVALUATION, "vi", CRITERIA.example()))

    assert 3 + 2 + 1 == page.count("<tr>") + page.count('<tr class="kp-head">')
    assert "Khảo sát nhu cầu học tập và kế hoạch năm" in page


@pytest.mark.parametrize("schema", TYPES, ids=lambda schema: schema.record_type)
def test_a_list_has_a_line_for_each_record_and_headings_for_every_page(draw, schema):
    shown = printing.filled(schema, [schema.example()] * 3, 3, "vi")
    page = draw("list", "vi", shown)

    assert 3 == page.count(ROW)
    assert 1 == page.count("<thead")
    assert len(shown["headings"]) == len(shown["rows"][0])


def test_a_list_that_is_too_long_for_paper_says_what_is_left_out(draw):
    page = draw("list", "vi", printing.filled(ACTIVITY, [ACTIVITY.example()], 2500, "vi"))

    assert "Chỉ in 1 trong 2.500 bản ghi" in page


def test_a_list_ends_with_the_sums_of_what_adds_up_and_of_nothing_else(draw):
    rows = [
        {**ACTIVITY.example(), "attendance_count": 1200, "female_count": None},
        {**ACTIVITY.example(), "attendance_count": 34, "female_count": 7},
    ]

    assert ["", "", "", "", "1.234", "7"] == printing.filled(ACTIVITY, rows, 2, "vi")["sums"]
    assert 'colspan="5">Cộng</td>' in draw("list", "vi", printing.filled(ACTIVITY, rows, 2, "vi"))
    assert "Cộng 2 bản ghi đã in" in draw("list", "vi", printing.filled(ACTIVITY, rows, 9, "vi"))
    assert "Cộng</td>" not in draw("list", "vi", printing.filled(ACTIVITY, [], 0, "vi"))


def test_the_latest_of_several_counts_is_not_called_their_sum(draw):
    schema = get("membership_snapshot")
    rows = [
        {"counted_on": "2012-11-15", "member_count": 120},
        {"counted_on": "2012-06-30", "member_count": 100},
    ]
    page = draw("list", "vi", printing.filled(schema, rows, 2, "vi"))

    assert ">120</td>" in page.split("Tổng hợp (số đếm, số dư không cộng dồn)</td>")[1]
    assert "Cộng</td>" not in page


@pytest.mark.parametrize("to_come", [{"is_planned": True}, {"held_from": "2012-12-20"}])
def test_what_is_planned_is_printed_as_such_and_in_no_sum(draw, to_come):
    held = {**ACTIVITY.example(), "held_from": "2012-11-15", "attendance_count": 62}
    rows = [{**held, "attendance_count": 40, **to_come}, held]
    with within(Context(today="2012-11-28")):
        shown = printing.filled(ACTIVITY, rows, 2, "vi")
        at_the_end = printing.as_of(shown, ACTIVITY, rows, "2012-12-31")

    assert "62" == shown["sums"][4] == at_the_end["sums"][4]
    assert ["(dự kiến)" in row[0] for row in shown["rows"]] == [True, False]
    assert "Dự kiến, chưa diễn ra nên không cộng: 1 bản ghi." in draw("list", "vi", shown)
    assert "Dự kiến" not in draw("list", "vi", printing.filled(ACTIVITY, [held], 1, "vi"))


def test_what_is_empty_in_a_list_is_a_dash(draw):
    shown = printing.filled(ACTIVITY, [{**ACTIVITY.example(), "female_count": None}], 1, "vi")

    assert "-" == shown["rows"][0][-1]


@pytest.mark.parametrize("schema", TYPES, ids=lambda schema: schema.record_type)
@pytest.mark.parametrize("lang", ["vi", "en"])
def test_every_record_can_be_printed_filled_in(draw, schema, lang):
    page = draw("record", lang, printing.record(schema, schema.example(), lang))

    assert schema.label.say(lang) in page
    assert "TTHTCĐ xã Mường Bi" in page
    assert 1 == page.count("kp-signed")


def test_a_printed_record_says_all_that_is_filled_in_and_a_dash_for_what_is_not(draw):
    values = {**ACTIVITY.example(), "budget_amount": 1_250_000, "end_on": None}
    page = draw("record", "vi", printing.record(ACTIVITY, values, "vi"))

    assert "<span>Ngân sách nhà nước:</span> <b>1.250.000 đ</b>" in page
    assert "<span>Ngày kết thúc:</span> <b>-</b>" in page


def test_a_name_without_its_consent_is_not_printed(draw):
    schema = get("scholarship")
    consent, named = next(iter(consents.resting(schema).items()))
    values = {**schema.example(), named[0]: "Bùi Thị Kín", consent: None}

    assert "Bùi Thị Kín" not in draw("record", "vi", printing.record(schema, values, "vi"))
    assert "Bùi Thị Kín" in draw(
        "record", "vi", printing.record(schema, {**values, consent: "2012-01-01"}, "vi")
    )


def test_headings_stand_on_every_sheet_and_nothing_of_the_screen():
    style = html.files()["printed.css"].read_text("utf-8")

    assert "size: A4" in style
    assert "thead { display: table-header-group; }" in style
    assert ".kp-screen { display: none; }" in style


def test_a_day_is_broken_in_no_line(draw):
    page = draw("list", "vi", printing.filled(ACTIVITY, [ACTIVITY.example()], 1, "vi"))

    assert 1 == page.count('<td class="kp-whole">')
    assert ".kp-whole { white-space: nowrap; }" in html.files()["printed.css"].read_text("utf-8")
