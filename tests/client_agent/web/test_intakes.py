"""Bringing in a register by the pages: choose, look, correct, confirm, take back."""

import io
import re
import time

import pytest

from schemas.intake import ID
from schemas.record import get
from schemas.workbooks import of_records
from tests.client_agent.test_intakes import many, table
from tests.schemas.test_intake import ROW
from tests.schemas.test_legacy import as_typed

HOME = "/records/activity/intake/"


@pytest.fixture
def bring(browser):
    def bring(data, name="so.csv", kind="activity"):
        home = f"/records/{kind}/intake/"
        browser.get(home)
        return browser.post(home, {"file": (io.BytesIO(data), name)})

    return bring


def test_a_register_is_read_looked_at_and_confirmed(browser, bring, activities):
    bring(table(ROW, ["", *ROW[1:]]))
    assert "Thêm mới: 1" in browser.words()
    assert "Có lỗi, không nhập: 1" in browser.words()
    assert "Cần điền mục này." in browser.words()
    assert [] == activities()

    browser.post(browser.path + "/confirm")
    assert "Đã nhập 1 dòng từ «so.csv»" in browser.words()
    assert ["A"] == [its.values["title"] for its in activities()]


def test_an_error_stands_in_the_cell_that_it_is_about(browser, bring):
    bring(table(["A", "xmc", "Tập huấn", "31/2/2012", "35", ""]))
    (cell,) = re.findall(r'<td data-label="Ngày bắt đầu" class="kh-wrong">(.*?)</td>', browser.text)

    assert "31/2/2012" in cell
    assert "Ngày này không có trong lịch" in cell


def test_columns_that_were_not_known_are_said_by_hand(browser, bring, activities):
    bring(table(ROW).replace("Tên hoạt động".encode(), b"???"))
    assert "Có lỗi, không nhập: 1" in browser.words()

    names = ("title", "category", "form", "held_from", "attendance_count")
    path = browser.path
    browser.post(path + "/columns", {f"column-{n}": name for n, name in enumerate(names)})
    browser.post(path + "/confirm")
    assert ["A"] == [its.values["title"] for its in activities()]


def test_another_row_can_hold_the_headings(browser, bring):
    bring(b"x,y\r\n" + table(ROW))
    browser.post(browser.path + "/columns", {"header": "1"})

    assert "Không có dòng nào để nhập" in browser.words()


def test_a_likely_duplicate_is_shown_and_comes_in_only_if_wanted(browser, bring, held, activities):
    held("r1", title="A", category="xmc", held_from="2012-02-01", held_to=None)
    bring(table(ROW))
    assert "Có thể trùng: 1" in browser.words()
    assert "/records/activity/r1" in browser.text

    browser.post(browser.path + "/confirm", {"twins": "1"})
    assert 2 == len(activities())


def test_a_whole_intake_is_taken_back(browser, bring, activities):
    bring(many(3))
    browser.post(browser.path + "/confirm")
    assert 3 == len(activities())

    browser.post(browser.path + "/undo")
    assert "Đã hoàn tác lần nhập «so.csv»" in browser.words()
    assert [] == activities()


def test_a_long_file_is_written_in_the_background_and_says_how_far_it_is(browser, bring, app):
    bring(many(450))
    path = browser.path
    browser.post(path + "/confirm")
    while app.extensions["intakes"]:
        time.sleep(0.05)
    browser.get(path)

    assert "Đã nhập 450 dòng" in browser.words()


def test_an_intake_that_stopped_half_way_can_go_on(browser, bring, app, activities):
    bring(many(3))
    path = browser.path
    app.extensions["intakes"][path.rsplit("/", 1)[1]] = None  # as if it were at work
    browser.post(path + "/confirm")
    assert "Đang nhập: 0 / 3 dòng" in browser.words()

    app.extensions["intakes"].clear()  # the power was cut
    browser.get(path)
    assert "Việc nhập dừng giữa chừng" in browser.words()
    browser.post(path + "/go-on")
    assert 3 == len(activities())


def test_a_register_in_an_old_font_comes_out_readable(browser, bring):
    old = as_typed(table(["Tập huấn trồng cam ở xóm Đồi", *ROW[1:]]).decode(), "tcvn3")
    bring(old.encode("latin-1"))

    assert "Tập huấn trồng cam ở xóm đồi" in browser.words().replace("Đồi", "đồi")


def test_the_file_that_was_taken_out_is_known_when_it_comes_back(browser, bring, held):
    key = held("record-1")
    bring(browser.get("/records/activity.xlsx").data, "activity.xlsx")
    assert "Đã có, không đổi: 1" in browser.words()

    changed = {**get("activity").example(), "venue": "Sân vận động", ID: key.record_id}
    bring(b"".join(of_records(get("activity"), [changed], "vi")), "activity.xlsx")
    assert "Sửa bản đã có: 1" in browser.words()


def test_the_wrong_rows_are_a_file_to_mend(browser, bring):
    bring(table(ROW, ["B", "xmc", "Tập huấn", "1/2/2012", "nhiều", ""]))
    lines = browser.get(browser.path + "/wrong.csv").text.splitlines()

    assert 2 == len(lines)
    assert "nhiều" in lines[1]
    assert "Lượt người học: Điền một số nguyên" in lines[1]


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"\xd0\xcf\x11\xe0", "Excel kiểu cũ"),
        (b"PK\x03\x04", "bị hỏng"),
        (b"", "không có dòng nào"),
    ],
)
def test_a_file_that_is_no_table_is_refused_in_words(browser, bring, data, said):
    bring(data)

    assert 422 == browser.status
    assert said in browser.words()


def test_only_what_the_centre_fills_in_is_brought_in(browser):
    for kind in ("criteria_set", "evaluation", "nothing"):
        browser.get(f"/records/{kind}/intake/")

        assert 404 == browser.status


def test_an_empty_table_to_fill_in_is_offered(browser, bring, activities):
    assert 200 == browser.get("/records/activity/blank.xlsx").status_code
    bring(browser.get("/records/activity/blank.xlsx").data, "blank.xlsx")

    assert "Không có dòng nào để nhập" in browser.words()


def test_a_file_that_was_cleared_away_is_asked_for_again(browser, bring, agent):
    bring(table(ROW))
    path = browser.path
    for file in (agent.folder / "intakes").iterdir():
        file.unlink()
    browser.get(path)

    assert "Tệp này không còn trên máy nữa" in browser.words()
