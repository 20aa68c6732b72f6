"""Steps of a person with a table: answered, mended, undone, and kept for the next file."""

import json

from schemas.importing.intake import recognised
from schemas.importing.layout import (
    CELL,
    HEADING,
    MEANT,
    ORDER,
    SCALE,
    VALUE,
    Decision,
    Layout,
    Part,
    below,
    parsed,
    place_of,
)
from schemas.importing.steps import (
    about_of,
    answered,
    forgotten,
    header_of,
    mended,
    note_columns,
    of_sheets,
    recalled,
    skipped,
    undone,
    with_sheets,
    worth_keeping,
)

from .test_rows import ACTIVITY, HEADS, row

LAYOUT = Layout(0, ("title", "category", "form", "held_from", "attendance_count", ""))
HEAD = [[*HEADS, "Kinh phí"], [*row(), "5.000.000"]]


def form(*answers):
    return {
        key: text
        for place, (about, answer, typed) in enumerate(answers)
        for key, text in (
            (f"about-{place}", json.dumps(about)),
            (f"answer-{place}", answer),
            (f"typed-{place}", typed),
        )
    }


def test_answers_of_one_form_are_one_step_and_what_is_not_answered_stays_open():
    said = form(
        (("value", "category", "25\n13"), "=phap_luat", ""),
        (("value", "form", "y"), "", ""),
        (("value", "attendance_count", "z"), "-", "30"),
    )
    found = answered(LAYOUT, HEAD, said)

    assert [("25\n13", "=phap_luat", 1), ("z", "=30", 1)] == [
        (one.key, one.answer, one.step) for one in found.decisions
    ]
    assert found == answered(found, HEAD, said)  # sent twice


def test_the_last_step_is_undone_as_a_whole_and_then_the_one_before():
    first = answered(LAYOUT, HEAD, form((("value", "category", "x"), "=khac", "")))
    second = mended(first, 2, {"cell-title": "Lớp thêu"}, {"title": "Lớp may", "venue": ""})
    third = skipped(second, 2)

    assert Decision(CELL, "title", "2", f"{MEANT}Lớp thêu", 2) == second.decisions[-1]
    assert [second, first, LAYOUT] == [
        undone(third, HEAD),
        undone(second, HEAD),
        undone(first, HEAD),
    ]
    assert LAYOUT == undone(LAYOUT, HEAD)


def test_a_row_that_was_sent_as_it_was_is_no_step():
    assert LAYOUT == mended(LAYOUT, 2, {"cell-title": "a\r\nb"}, {"title": "a\nb"})


def test_what_a_heading_means_is_what_its_column_is_until_that_is_undone():
    said = form((("heading", "", "kinh phi"), "=budget_amount", ""))
    found = answered(LAYOUT, HEAD, said)

    assert "budget_amount" == found.columns[5]
    assert "" == undone(found, HEAD).columns[5]
    assert "" == forgotten(found, HEAD, ("heading", "", "kinh phi")).columns[5]


def test_what_was_said_of_columns_by_hand_is_a_step_too():
    after = note_columns(LAYOUT, LAYOUT._replace(columns=(*LAYOUT.columns[:5], "venue")), HEAD)

    assert [("heading", "", "kinh phi")] == [one.about for one in after.decisions]
    assert LAYOUT.columns == undone(after, HEAD).columns


MEMORY = [
    (VALUE, "category", "Pháp luật", "=phap_luat"),
    (VALUE, "category", "Thêu", "=khac"),
    (HEADING, "", "kinh phi", "=budget_amount"),
    (ORDER, "held_from", "ngay bat dau", "mdy"),
    (SCALE, "budget_amount", "kinh phi", "1000"),
]


def remembered(*rows):
    grid = [[*HEADS, "Kinh phí"], *rows]
    known = ["title", "category", "form", "held_from", "attendance_count", "budget_amount"]
    layout = header_of(ACTIVITY, grid, True, MEMORY, known)
    return recalled(ACTIVITY, grid, layout, MEMORY)


def test_answers_about_earlier_files_go_for_what_is_in_this_one():
    cells = ["A", "Pháp luật", "Tập huấn", "3/5/2024", "4", "1.500"]
    found = remembered(cells)

    assert "budget_amount" == found.columns[5]
    assert [MEMORY[0], *MEMORY[2:]] == [(*one.about, one.answer) for one in found.decisions]
    assert all(one.is_remembered for one in found.decisions)
    assert found == undone(found, HEAD)  # what others answered is no step of this person


def test_a_file_that_contradicts_what_is_remembered_goes_before_it():
    found = remembered(["A", "Khác", "Tập huấn", "25/3/2024", "4", "1.500.000"])

    assert [HEADING] == [one.kind for one in found.decisions]


def test_what_may_name_a_person_or_is_of_this_file_alone_is_not_kept():
    made = [
        Decision(VALUE, "category", "x", "=khac"),
        Decision(VALUE, "title", "Bà Lan", "=Lan"),
        Decision(VALUE, "attendance_count", "~50", "=50"),
        Decision(CELL, "title", "2", "=Lan"),
        Decision("year", "held_from", "ngay", "2024"),
    ]
    after = LAYOUT.with_step(made)

    assert ([("value", "category", "x", "=khac")], []) == worth_keeping(ACTIVITY, LAYOUT, after)
    assert made[0].about in worth_keeping(ACTIVITY, after, LAYOUT)[1]


def test_a_layout_can_be_written_down_and_an_older_one_read():
    found = LAYOUT.with_step([Decision(VALUE, "a", "b", "=c")])._replace(
        parts=(Part("Quý 1", 0, 2, 0), Part("Bìa", 2, 1))
    )

    assert found == parsed(json.dumps(found))
    assert Layout(1, ("a",), "a1") == parsed('[1, ["a"], "a1"]') == parsed('[1,["a"],"a1",1]')


def sheets(*names):
    rows = {
        "Bìa": [["SỔ"]],
        "Quý 1": [HEADS, row()],
        "Quý 2": [["Năm 2024"], HEADS, row(), row()],
        "Người": [["Họ và tên"], ["Lan"]],
    }
    return [(name, rows[name], recognised(ACTIVITY, rows[name])) for name in names]


def test_sheets_with_the_same_headings_are_read_together_and_others_are_named():
    found = of_sheets(sheets("Bìa", "Quý 1", "Quý 2", "Người"))
    grid = [cells for _, rows, _ in sheets("Bìa", "Quý 1", "Quý 2", "Người") for cells in rows]

    assert ["Quý 1", "Quý 2"] == [part.sheet for part in found.parts if part.is_read]
    assert [3, 6, 7] == [number for number, _ in below(grid, found)]
    assert [("Quý 1", 2), ("Quý 2", 3), ("Quý 2", 4)] == [place_of(found, n) for n in (3, 6, 7)]
    assert 1 == found.start


def test_a_person_chooses_the_sheets():
    spans = sheets("Quý 1", "Quý 2")
    grid = [cells for _, rows, _ in spans for cells in rows]
    before = of_sheets(spans).with_step([Decision(VALUE, "a", "b", "=c")])
    found = with_sheets(before, grid, ["Quý 2"], lambda rows: recognised(ACTIVITY, rows))

    assert [5, 6] == [number for number, _ in below(grid, found)]
    assert before.decisions == found.decisions


def test_nonsense_from_a_form_is_about_nothing():
    assert [None] * 3 == [about_of(text) for text in ("", "x", '["a"]')]
