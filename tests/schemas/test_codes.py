"""Codes of a choice, as declared and as the province has said since."""

from schemas import forms
from schemas.codes import known, offered
from schemas.fields import Choice, Label
from schemas.record import check, get
from schemas.records.code_list import CodeList, options
from schemas.surroundings import Surroundings, within
from schemas.typed import shown, understood

BEES = CodeList.example()
RETIRED = {"list_name": "activity_category", "code": "ntm", "label_vi": "Nông thôn mới (cũ)",
           "valid_to": "2012-12-31"}  # fmt: skip
ACTIVITY = get("activity")
CATEGORY = ACTIVITY._declared_fields["category"]
CLOSED = Choice("Loại", "Kind", {"a": Label("A", "A"), "b": Label("B", "B")},
                valid={"a": ("", "2011-12-31"), "b": ("2012-01-01", "")})  # fmt: skip


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


def test_what_is_no_code_is_passed_over():
    wrong = [{**BEES, "code": code} for code in ("Nuôi ong", "1", "", None, 3)]

    assert {} == options([*wrong, {**BEES, "label_vi": 5}, {}], "activity_category")
