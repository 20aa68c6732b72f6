"""Tables that people kept elsewhere: which column is what, and what each row would be."""

import pytest

from schemas.importing.intake import (
    CHANGED,
    NEW,
    SAME,
    WRONG,
    ExistingRecords,
    Layout,
    choices,
    lines,
    planned,
    recognised,
)
from schemas.record import ID, get, natural_id
from schemas.tables import tabular

ACTIVITY, PROFILE, EVALUATION = get("activity"), get("centre_profile"), get("evaluation")
HEADS = ["Tên hoạt động", "LINH VUC*", "form", "First day", "Lượt người học", "gì đó"]
ROW = ["A", "xmc", "Tập huấn", "1/2/2012", "35", "x"]
VALUES = {
    "title": "A",
    "category": "xmc",
    "form": "tap_huan",
    "held_from": "2012-02-01",
    "attendance_count": 35,
}
FILLED = ("title", "category", "form", "held_from", "attendance_count", "")


def outcomes(rows, existing=(), schema=ACTIVITY, heads=HEADS):
    grid = [heads, *rows]
    known = ExistingRecords(schema, "a1", dict(existing))
    return list(planned(schema, grid, recognised(schema, grid), "centre", known))


def test_columns_are_known_by_their_labels_in_either_language_without_accents():
    assert Layout(0, FILLED) == recognised(ACTIVITY, [HEADS, ROW])


def test_headings_are_found_below_the_title_of_a_register():
    title = [["SỔ THEO DÕI HOẠT ĐỘNG"], [], ["Năm 2012", "", "Xã Tây Phong"]]
    grid = [*title, HEADS, ROW]
    layout = recognised(ACTIVITY, grid)

    assert Layout(3, FILLED) == layout
    assert [(5, VALUES)] == [(n.number, n.values) for n in lines(ACTIVITY, grid, layout, "centre")]


def test_the_second_column_of_one_meaning_is_left_out():
    assert ("title", "") == recognised(ACTIVITY, [["Tên hoạt động", "Title"]]).columns


def test_a_column_of_a_criterion_is_its_cell():
    found = recognised(EVALUATION, [["Năm", "Điểm tự chấm 1.10", "Lý do 2.1", "Mã bản ghi"]])

    assert ("year", "self_score.1.10", "reason.2.1", ID) == found.columns


def test_a_person_can_say_what_a_column_is():
    layout = Layout(0, ("", "title"))

    assert [{"title": "x"}] == [
        dict(line.texts) for line in lines(ACTIVITY, [["?", "?"], ["y", "x"]], layout, "centre")
    ]
    assert "title" in dict(choices(ACTIVITY, "centre"))
    assert "verified_score" not in dict(choices(EVALUATION, "centre"))


def test_a_bad_row_says_what_is_wrong_and_stops_no_other():
    bad = ["", "xmc", "Tập huấn", "31/2/2012", "nhiều", ""]
    found = outcomes([ROW, bad, ROW[:-1]])

    assert [NEW, WRONG, NEW] == [row.outcome for row in found]
    assert {"title", "held_from", "attendance_count"} == set(found[1].line.errors)
    assert "nhiều" == found[1].line.texts["attendance_count"]


def test_a_row_that_looks_like_a_record_is_shown_to_and_is_a_record_of_its_own():
    found = outcomes([ROW], {"r1": {**VALUES, "attendance_count": 36}})

    assert [(NEW, "", ("r1",))] == [(row.outcome, row.record_id, row.twins) for row in found]


def test_a_row_that_says_the_same_as_one_above_is_shown_to():
    assert [0, 2, 0] == [row.twin_row for row in outcomes([ROW, ROW, ["B", *ROW[1:]]])]


def test_a_row_with_the_id_of_a_record_is_that_record():
    heads, existing = [*HEADS, "Mã bản ghi"], {"r1": VALUES}
    found = outcomes(
        [[*ROW, "r1"], ["C", *ROW[1:], "r1"], [*ROW, "elsewhere"]], existing, heads=heads
    )

    assert [(SAME, "r1"), (CHANGED, "r1")] == [(r.outcome, r.record_id) for r in found[:2]]
    assert (WRONG, [ID]) == (found[2].outcome, [*found[2].line.errors])  # of another centre


def test_of_a_register_that_is_only_added_to_no_row_changes_a_record(monkeypatch):
    monkeypatch.setattr(ACTIVITY, "append_only", True, raising=False)
    heads, existing = [*HEADS, "Mã bản ghi"], {"r1": VALUES}
    found = outcomes([[*ROW, "r1"], ["C", *ROW[1:], "r1"], ROW], existing, heads=heads)

    assert [SAME, WRONG, NEW] == [row.outcome for row in found]
    assert "chỉ ghi thêm" in found[1].line.errors[ID][0].vi


def test_a_row_with_the_natural_key_of_a_record_is_that_record():
    name = natural_id(PROFILE, "a1", {})
    existing = {name: {"name": "Trung tâm A", "phone": "1", "village_count": 5}}
    heads = ["Tên trung tâm", "Số xóm có câu lạc bộ học tập"]
    found = outcomes([["Trung tâm A", "4"], ["Trung tâm A", "6"]], existing, PROFILE, heads)

    assert [(CHANGED, name), (WRONG, "")] == [(row.outcome, row.record_id) for row in found]


def test_an_empty_cell_takes_nothing_away():
    heads = [*HEADS, "Địa điểm", "Mã bản ghi"]
    found = outcomes([[*ROW, "", "r1"]], {"r1": {**VALUES, "venue": "Nhà văn hóa"}}, heads=heads)

    assert SAME == found[0].outcome
    assert "venue" not in found[0].line.values


@pytest.mark.parametrize("lang", ["vi", "en"])
def test_the_headings_that_we_write_are_headings_that_we_know(lang):
    for schema in (ACTIVITY, PROFILE):
        names = [name for name, _ in choices(schema, "centre")]

        written = tabular.headings(schema, lang, names)
        assert tuple(names) == recognised(schema, [written]).columns
