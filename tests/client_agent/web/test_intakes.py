"""Bringing in a register by the pages: choose, look, correct, confirm, take back."""

import io
import re
import time

import pytest

from schemas import forms, grids
from schemas.intake import ID
from schemas.record import get
from schemas.reversing import reversal
from schemas.workbooks import of_records
from sync.changes import Key
from tests.client_agent.test_intakes import many, table
from tests.schemas.tables import files
from tests.schemas.test_intake import HEADS, ROW
from tests.schemas.test_legacy import as_typed

HOME, ENTRY = "/records/activity/intake/", get("fund_transaction")


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


def test_a_workbook_is_asked_about_where_it_is_doubtful_and_says_what_it_hides(
    browser, bring, activities
):
    heads = files.row(*HEADS[:5])
    good = files.row("A", "xmc", "Tập huấn", "1/2/2012", 35, hidden="1")
    bad = files.row("B", "xmc", "Tập huấn", "1/2/2012", '<c t="e"><v>#REF!</v></c>')
    bring(files.xlsx(heads + good + bad), "so.xlsx")
    words = browser.words()

    assert "Ô này là lỗi của Excel (#REF!)" in words
    assert "Tệp có 1 dòng đang bị ẩn" in words
    mended = browser.client.get(browser.path + "/wrong.csv").text.splitlines()
    assert "B,xmc,Tập huấn,01/02/2012,#REF!," in mended[1]

    browser.post(browser.path + "/confirm")
    assert ["A"] == [its.values["title"] for its in activities()]


def test_an_error_stands_in_the_cell_that_it_is_about(browser, bring):
    bring(table(["A", "xmc", "Tập huấn", "31/2/2012", "35", ""]))
    (cell,) = re.findall(
        r'<td data-label="Ngày bắt đầu" class="kh-wrong[^"]*">(.*?)</td>', browser.text
    )

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
    assert "Đang xem tệp" in browser.words()

    wait(app)
    browser.get(path)
    browser.post(path + "/confirm")
    wait(app)
    browser.get(path)

    assert "Đã nhập 450 dòng" in browser.words()


def wait(app):
    while app.extensions["intakes"]:
        time.sleep(0.05)


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
        (b"%PDF-1.7", "Đây là tệp PDF"),
        (b"PK\x03\x04", "bị hỏng"),
        (b"", "không có dòng nào"),
    ],
)
def test_a_file_that_is_no_table_is_refused_in_words(browser, bring, data, said):
    bring(data)

    assert 422 == browser.status
    assert said in browser.words()


def test_only_what_the_centre_fills_in_is_brought_in(browser):
    for kind in ("criteria_set", "evaluator", "nothing"):
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


def entries():
    fund = ENTRY.example()["fund"]
    names = ("fund", "booked_on", "voucher", "direction", "kind", "income_amount", "expense_amount")
    rows = [
        names,
        (fund, "2/10/2012", "PT 07", "Thu", "Doanh nghiệp ủng hộ", "5000000", ""),
        (fund, "3/10/2012", "PC 08", "Chi", "Học bổng", "", "1200000"),
    ]
    return "\r\n".join(map(",".join, rows)).encode()


@pytest.fixture
def book(agent):
    """The entries of the fund's book that stand; the fund is there."""

    fund = Key("a1", "fund", ENTRY.example()["fund"])
    agent.replica().write(fund, get("fund").example(), "Lan")

    def book():
        store = agent.store()
        found = store.load(list(store.fingerprints(["a1"], "fund_transaction"))).values()
        return [its.values for its in found if not its.deleted]

    return book


def test_an_intake_into_a_book_is_taken_back_by_reversals(browser, bring, book):
    bring(entries(), kind="fund_transaction")
    browser.post(browser.path + "/confirm")
    assert "mỗi dòng đã nhập được ghi thêm một bút toán đảo" in browser.words()

    browser.post(browser.path + "/undo")
    came, went = (
        sum(its.get(name) or 0 for its in book()) for name in ("income_amount", "expense_amount")
    )
    assert "Đã hoàn tác lần nhập «so.csv»" in browser.words()
    assert (4, 6_200_000, 6_200_000) == (len(book()), came, went)


def test_an_entry_that_was_reversed_by_hand_is_not_reversed_again(agent, browser, bring, book):
    bring(entries(), kind="fund_transaction")
    path = browser.path
    browser.post(path + "/confirm")
    key = sorted(agent.store().fingerprints(["a1"], "fund_transaction"))[0]
    browser.get(f"/records/fund_transaction/new?reverse={key.record_id}")
    values = agent.store().load([key])[key].values
    back = forms.texts(ENTRY, {**reversal(ENTRY, key.record_id, values)[1], "voucher": "Tự đảo"})
    browser.fill(back)
    browser.get(path)
    browser.post(path + "/undo")

    assert "1 bản ghi đã có người sửa hoặc đảo sau đó" in browser.words()
    assert 4 == len(book())


def test_where_no_reversal_can_be_worked_out_none_is_offered(browser, bring, book, monkeypatch):
    monkeypatch.setattr(ENTRY, "reversal", None)
    bring(entries(), kind="fund_transaction")
    browser.post(browser.path + "/confirm")
    assert "không hoàn tác cả lần nhập được" in browser.words()
    assert "/undo" not in browser.text

    browser.post(browser.path + "/undo")
    assert 2 == len(book())


SHEETS = (
    "Năm,Bộ tiêu chí,Tình trạng,Điểm tự chấm 1.1,Điểm tự chấm 1.2 – Khảo sát nhu cầu,Lý do 1.1\r\n"
    '2011,TTHTCD-VD,Đã tự đánh giá,"4,5",5,Thiếu thủ quỹ\r\n'
)


@pytest.fixture
def sheets(agent):
    def sheets():
        keys = list(agent.store().fingerprints(["a1"], "evaluation"))
        found = agent.store().load(keys).values() if keys else []
        return [its.values for its in found if not its.deleted]

    return sheets


def test_a_sheet_of_an_earlier_year_comes_in_each_criterion_in_its_cell(
    browser, bring, criteria, sheets
):
    bring(SHEETS.encode(), kind="evaluation")
    assert [] == sheets()

    browser.post(browser.path + "/confirm")
    (found,) = sheets()
    assert (2011, "self_assessed", 4.5, 5, "Thiếu thủ quỹ") == tuple(
        found[name] for name in ("year", "status", "self_score.1.1", "self_score.1.2", "reason.1.1")
    )

    browser.post(browser.path + "/undo")
    assert [] == sheets()


@pytest.mark.parametrize(
    ("was", "now", "said"),
    [
        ('"4,5"', "9", "Điểm tối đa của tiêu chí 1.1 là 5."),
        ('"4,5"', '"4,3"', "bước 0,5"),
        ("tự chấm 1.1", "tự chấm 7.1", "không có tiêu chí 7.1"),
        ("TTHTCD-VD", "LA", "không có bộ tiêu chí mang mã này"),
    ],
)
def test_a_sheet_that_does_not_fit_its_set_is_not_brought_in(
    browser, bring, criteria, sheets, was, now, said
):
    bring(SHEETS.replace(was, now).encode(), kind="evaluation")
    assert "Có lỗi, không nhập: 1" in browser.words()
    assert said in browser.words()

    browser.post(browser.path + "/confirm")
    assert [] == sheets()


def test_a_sheet_that_was_verified_is_not_changed_by_a_file(
    agent, browser, bring, criteria, sheets
):
    bring(SHEETS.encode(), kind="evaluation")
    browser.post(browser.path + "/confirm")
    (key,) = agent.store().fingerprints(["a1"], "evaluation")
    agent.replica().write(key, {"verification": "verified"}, "da.bac")
    bring(SHEETS.replace('"4,5"', "4").encode(), kind="evaluation")
    assert "đã thẩm định xong" in browser.words()

    bring(SHEETS.encode(), kind="evaluation")
    assert "Có lỗi" not in browser.words()


@pytest.mark.parametrize("ending", ["csv", "xlsx"])
def test_sheets_that_were_taken_out_are_known_when_they_come_back(
    agent, browser, bring, criteria, sheets, ending
):
    bring(SHEETS.encode(), kind="evaluation")
    browser.post(browser.path + "/confirm")
    told = sheets()
    data = browser.client.get(f"/records/evaluation.{ending}").data
    bring(data, f"phieu.{ending}", kind="evaluation")
    assert "Đã có, không đổi: 1" in browser.words()
    assert told == sheets()


def test_a_table_to_fill_in_has_a_column_for_each_criterion_and_can_be_brought_in(
    browser, bring, criteria
):
    data = browser.client.get("/records/evaluation/blank.xlsx").data
    first, second, *_ = grids.grid(data)
    bring(data, "mau.xlsx", kind="evaluation")

    assert {"Điểm tự chấm 1.1", "Lý do 2.1", "Minh chứng 1.2"} <= set(first)
    assert ["2012", "TTHTCD-VD"] == second[:2]
    assert "Cần điền mục này." in browser.words()  # its status, as any row half filled in


def test_a_criterion_can_be_said_by_hand(browser, bring, criteria, sheets):
    bring(SHEETS.replace("Điểm tự chấm 1.1", "???").encode(), kind="evaluation")
    assert '<option value="self_score.1.1"' in browser.text

    names = ("year", "criteria_set", "status", "self_score.1.1", "self_score.1.2", "reason.1.1")
    path = browser.path
    browser.post(path + "/columns", {f"column-{n}": name for n, name in enumerate(names)})
    browser.post(path + "/confirm")
    assert 4.5 == sheets()[0]["self_score.1.1"]
