"""Codes of a choice, as declared and as the province has said since."""

import pytest
from marshmallow import ValidationError

from schemas import forms
from schemas.context import Context, within
from schemas.fields import Choice, Label
from schemas.forms.text import shown, understood
from schemas.importing.intake import read_csv
from schemas.record import check, get
from schemas.records.code_list import CodeList, lists, options

BEES = CodeList.example()
RETIRED = {"list_name": "activity_category", "code": "ntm", "label_vi": "Nông thôn mới (cũ)",
           "valid_to": "2012-12-31"}  # fmt: skip
ACTIVITY = get("activity")
CATEGORY = ACTIVITY._declared_fields["category"]
CLOSED = Choice("Loại", "Kind", {"a": Label("A", "A"), "b": Label("B", "B")},
                valid={"a": ("", "2011-12-31"), "b": ("2012-01-01", "")})  # fmt: skip


def category_of(text, day="1/2/2013"):
    (found,) = [
        widget
        for group in forms.form(ACTIVITY, "vi", {"category": text, "held_from": day})
        for widget in group.widgets
        if widget.name == "category"
    ]
    return found


def on(day, *records):
    return within(Context(today=day, codes=lambda name: options(records, name)))


def test_a_code_that_the_province_adds_is_taken_shown_and_offered_before_other():
    values = {**ACTIVITY.example(), "category": "nuoi_ong"}
    with on("2013-05-01", BEES):
        assert "nuoi_ong" == check(ACTIVITY, values)["category"]
        assert "Nuôi ong lấy mật" == shown(CATEGORY, "nuoi_ong", "vi")
        assert "nuoi_ong" == understood(CATEGORY, "bee-keeping")
        assert ["nuoi_ong", "khac"] == list(CATEGORY.codes.offered())[-2:]


def test_it_is_offered_only_on_its_days():
    with on("2012-12-31", BEES):
        assert "nuoi_ong" not in CATEGORY.codes.offered()
        assert "nuoi_ong" in CATEGORY.codes.known()


def test_a_retired_code_stays_valid_and_keeps_its_name():
    with on("2013-01-01", RETIRED):
        check(ACTIVITY, {**ACTIVITY.example(), "category": "ntm"})

        assert "ntm" not in CATEGORY.codes.offered()
        assert "Nông thôn mới (cũ)" == shown(CATEGORY, "ntm", "vi")


def test_a_form_names_the_retired_code_that_it_holds_and_offers_it_to_nobody_else():
    with on("2013-01-01", RETIRED):
        options = {text: dict(category_of(text).options) for text in ("ntm", "xmc")}

    assert "Nông thôn mới (cũ)" == options["ntm"]["ntm"]
    assert "ntm" not in options["xmc"]


def test_a_code_whose_record_was_deleted_keeps_its_name_and_is_offered_no_more():
    for day in ("2013-05-01", ""):
        with on(day, {**BEES, "_deleted": 1}):
            check(ACTIVITY, {**ACTIVITY.example(), "category": "nuoi_ong"})

            assert "nuoi_ong" not in CATEGORY.codes.offered()
            assert "Nuôi ong lấy mật" == shown(CATEGORY, "nuoi_ong", "vi")


def test_a_declared_code_is_as_declared_again_when_what_was_said_of_it_is_deleted():
    with on("2013-01-01", {**RETIRED, "_deleted": 1}):
        assert "ntm" in CATEGORY.codes.offered()
        assert CATEGORY.codes.options["ntm"] == CATEGORY.codes.known()["ntm"]


def test_a_form_that_holds_a_retired_code_keeps_it():
    with on("2013-01-01", RETIRED):
        before = {**ACTIVITY.example(), "category": "ntm"}
        typed = forms.texts(ACTIVITY, before)

        assert "ntm" == forms.read(ACTIVITY, typed, before=before)["category"]


def test_declared_days_are_kept_too():
    with on("2011-06-01"):
        assert ["a"] == list(CLOSED.codes.offered())
    with on("2012-06-01"):
        assert ["b"] == list(CLOSED.codes.offered())
    assert ["a", "b"] == list(CLOSED.codes.offered())


def test_a_list_that_has_no_name_is_closed():
    with on("2013-05-01", {**BEES, "list_name": ""}):
        assert {"a", "b"} == CLOSED.codes.known().keys()


def test_a_code_is_added_to_a_list_that_there_is_and_the_form_names_them():
    widgets = [w for group in forms.form(CodeList, "vi", {}) for w in group.widgets]
    suggested = {w.name: dict(w.options) for w in widgets}["list_name"]

    assert suggested["activity_category"] == "Lĩnh vực (Hoạt động)"
    assert suggested.keys() == lists().keys()
    with pytest.raises(ValidationError) as wrong:
        check(CodeList, {**BEES, "list_name": "activity_catgory"})
    assert ["list_name"] == list(wrong.value.messages)


def test_what_is_no_code_is_passed_over():
    wrong = [{**BEES, "code": code} for code in ("Nuôi ong", "1", "", None, 3)]

    assert {} == options([*wrong, {**BEES, "label_vi": 5}, {}], "activity_category")


TITLES = get("title_count")
OF_2012 = {"year": "2012", "title": "title_family", "achieved_count": "5"}


def offered_by_form(name, typed):
    drawn = [w for group in forms.form(TITLES, "vi", typed) for w in group.widgets]
    return dict(next(widget for widget in drawn if widget.name == name).options)


def test_a_form_offers_what_was_valid_on_the_record_s_days_whatever_today_is():
    with on("2026-02-01"):
        schemes = {
            y: list(offered_by_form("scheme", {"year": y})) for y in ("2012", "2015", "2024")
        }
        titles = {y: list(offered_by_form("title", {"year": y})) for y in ("2012", "2024")}

    assert {"2012": ["hieu_hoc"], "2015": ["hieu_hoc", "hoc_tap"], "2024": ["hoc_tap"]} == schemes
    assert ["title_family", "title_clan", "title_community"] == titles["2012"]
    assert "learning_citizen" in titles["2024"]


def test_a_form_whose_day_is_not_typed_yet_offers_the_former_ones_with_their_days():
    with on("2026-02-01"):
        schemes = offered_by_form("scheme", {"year": ""})
        blank = offered_by_form("scheme", {})

    assert ["hoc_tap", "hieu_hoc"] == list(schemes)
    assert "Hiếu học (từ 2008) (từ 01/01/2008 đến 31/12/2015)" == schemes["hieu_hoc"]
    assert ["hoc_tap"] == list(blank)


def test_what_the_province_added_is_offered_by_the_record_s_day_too():
    with on("2026-02-01", BEES, RETIRED):
        then, now = (dict(category_of("xmc", day).options) for day in ("1/12/2012", "1/3/2013"))

    assert (True, False) == ("ntm" in then, "nuoi_ong" in then)
    assert (False, True) == ("ntm" in now, "nuoi_ong" in now)


@pytest.mark.parametrize(
    ("year", "scheme", "fits"),
    [("2012", "hieu_hoc", True), ("2012", "hoc_tap", False), ("2016", "hieu_hoc", False)],
)
def test_a_form_takes_what_was_in_use_on_the_record_s_days_alone(year, scheme, fits):
    typed = {**OF_2012, "year": year, "scheme": scheme}
    with on("2026-02-01"):
        if fits:
            assert scheme == forms.read(TITLES, typed)["scheme"]
            return
        with pytest.raises(ValidationError) as error:
            forms.read(TITLES, typed)

    assert "không dùng vào ngày của bản ghi" in error.value.messages["scheme"][0].vi


def test_a_row_of_a_file_is_judged_by_its_own_day():
    head = "Năm,Bộ danh hiệu,Danh hiệu,Đạt\r\n"
    rows = "2012,Hiếu học (từ 2008),Gia đình,5\r\n2012,Học tập (từ 2014),Gia đình,5\r\n"
    with on("2026-02-01"):
        right, wrong = read_csv(TITLES, head + rows)

    assert ("hieu_hoc", {}) == (right.values["scheme"], right.errors)
    assert ["scheme"] == list(wrong.errors)


def test_what_stood_there_already_is_left_alone_unless_the_day_is_moved():
    before = {"year": 2012, "scheme": "hoc_tap", "title": "title_family", "achieved_count": 5}
    with on("2026-02-01"):
        typed = forms.texts(TITLES, before)
        assert (
            9
            == forms.read(TITLES, {**typed, "achieved_count": "9"}, before=before)["achieved_count"]
        )
        with pytest.raises(ValidationError):
            forms.read(TITLES, {**typed, "year": "2011"}, before=before)
