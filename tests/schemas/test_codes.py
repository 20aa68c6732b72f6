"""Codes of a choice, as declared and as the province has said since."""

import pytest
from marshmallow import ValidationError

from schemas import forms
from schemas.codes import known, offered
from schemas.fields import Choice, Label
from schemas.record import check, get
from schemas.records.code_list import CodeList, lists, options
from schemas.surroundings import Surroundings, within
from schemas.typed import shown, understood

BEES = CodeList.example()
RETIRED = {"list_name": "activity_category", "code": "ntm", "label_vi": "Nông thôn mới (cũ)",
           "valid_to": "2012-12-31"}  # fmt: skip
ACTIVITY = get("activity")
CATEGORY = ACTIVITY._declared_fields["category"]
CLOSED = Choice("Loại", "Kind", {"a": Label("A", "A"), "b": Label("B", "B")},
                valid={"a": ("", "2011-12-31"), "b": ("2012-01-01", "")})  # fmt: skip


def category_of(text):
    (found,) = [
        widget
        for group in forms.form(ACTIVITY, "vi", {"category": text})
        for widget in group.widgets
        if widget.name == "category"
    ]
    return found


def on(day, *records):
    return within(Surroundings(today=day, codes=lambda name: options(records, name)))


def test_a_code_that_the_province_adds_is_taken_shown_and_offered_before_other():
    values = {**ACTIVITY.example(), "category": "nuoi_ong"}
    with on("2013-05-01", BEES):
        assert "nuoi_ong" == check(ACTIVITY, values)["category"]
        assert "Nuôi ong lấy mật" == shown(CATEGORY, "nuoi_ong", "vi")
        assert "nuoi_ong" == understood(CATEGORY, "bee-keeping")
        assert ["nuoi_ong", "khac"] == list(offered(CATEGORY))[-2:]


def test_it_is_offered_only_on_its_days():
    with on("2012-12-31", BEES):
        assert "nuoi_ong" not in offered(CATEGORY)
        assert "nuoi_ong" in known(CATEGORY)


def test_a_retired_code_stays_valid_and_keeps_its_name():
    with on("2013-01-01", RETIRED):
        check(ACTIVITY, {**ACTIVITY.example(), "category": "ntm"})

        assert "ntm" not in offered(CATEGORY)
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

            assert "nuoi_ong" not in offered(CATEGORY)
            assert "Nuôi ong lấy mật" == shown(CATEGORY, "nuoi_ong", "vi")


def test_a_declared_code_is_as_declared_again_when_what_was_said_of_it_is_deleted():
    with on("2013-01-01", {**RETIRED, "_deleted": 1}):
        assert "ntm" in offered(CATEGORY)
        assert CATEGORY.options["ntm"] == known(CATEGORY)["ntm"]


def test_a_form_that_holds_a_retired_code_keeps_it():
    with on("2013-01-01", RETIRED):
        before = {**ACTIVITY.example(), "category": "ntm"}
        typed = forms.texts(ACTIVITY, before)

        assert "ntm" == forms.read(ACTIVITY, typed, before=before)["category"]


def test_declared_days_are_kept_too():
    with on("2011-06-01"):
        assert ["a"] == list(offered(CLOSED))
    with on("2012-06-01"):
        assert ["b"] == list(offered(CLOSED))
    assert ["a", "b"] == list(offered(CLOSED))


def test_a_list_that_has_no_name_is_closed():
    with on("2013-05-01", {**BEES, "list_name": ""}):
        assert {"a", "b"} == known(CLOSED).keys()


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
