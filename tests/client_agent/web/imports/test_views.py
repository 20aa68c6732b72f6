"""Bringing in a register by the pages: choose, look, correct, confirm, take back."""

import csv
import io
import re
import time

import pytest
from openpyxl import Workbook, load_workbook

from client_agent import centre
from schemas import forms
from schemas.record import ID, get
from schemas.reversing import reversal
from schemas.tables import grids
from schemas.tables.workbooks import of_records
from sync.changes import Key
from tests.registers import filled_in, questions, register, saved, table
from tests.schemas.importing.test_intake import HEADS, ROW
from tests.schemas.tables import files

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


def wait(app):
    while app.extensions["imports"]:
        time.sleep(0.05)


def test_the_file_that_was_taken_out_is_known_when_it_comes_back(browser, bring, held):
    key = held("record-1")
    bring(browser.get("/records/activity.xlsx").data, "activity.xlsx")
    assert "Đã có, không đổi: 1" in browser.words()

    changed = {**get("activity").example(), "venue": "Sân vận động", ID: key.record_id}
    bring(b"".join(of_records(get("activity"), [changed], "vi")), "activity.xlsx")
    assert "Sửa bản đã có: 1" in browser.words()


def test_a_file_without_a_known_heading_asks_which_column_is_what(browser, bring):
    bring(b"x,y\r\n1,2\r\n")

    assert "Việc cần làm: chọn cột nào là mục nào" in browser.words()
    assert re.search(r'<details class="kh-group" open>\s*<summary><h2>Cột nào là gì', browser.text)


def test_only_what_the_centre_fills_in_is_brought_in(browser):
    for kind in ("criteria_set", "evaluator", "nothing"):
        browser.get(f"/records/{kind}/intake/")

        assert 404 == browser.status


def test_an_empty_table_to_fill_in_is_offered(browser, bring, activities):
    assert 200 == browser.get("/records/activity/blank.xlsx").status_code
    bring(browser.get("/records/activity/blank.xlsx").data, "blank.xlsx")

    assert "Không có dòng nào để nhập" in browser.words()


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


SAID = {"«Kinh phí» là mục nào": "Ngân sách nhà nước", "tính bằng gì": "nghìn đồng: 1.234.000 đ"}


def answer_all(browser, said=SAID):
    """Answer what is asked until nothing is; return how many questions that were."""
    count, path = 0, browser.path
    while asked := questions(browser.text):
        count += len(asked)
        browser.post(f"{path}/answers", filled_in(browser.text, said))
        assert count < 20
    return count


COUNTED = (
    *("held_from", "category", "form"),
    *("attendance_count", "female_count", "budget_amount"),
)


def test_the_register_of_a_centre_goes_in_with_at_most_six_questions(browser, bring, activities):
    bring(register(), "so.xlsx")
    assert answer_all(browser) <= 6

    browser.post(browser.path + "/confirm")
    found = sorted((its.values for its in activities()), key=lambda its: its["held_from"])
    assert [
        ("2012-03-05", "khuyen_nong", "chuyen_de", 45, 20, 1_234_000),
        ("2012-03-12", "phap_luat", "chuyen_de", 60, 31, 1_234_000),
        ("2012-04-01", "xmc", "lop_hoc", 25, 25, 500_000),
        ("2012-05-20", "van_hoa", "van_nghe_the_thao", 120, 70, 2_500_000),
        ("2012-06-01", "khuyen_nong", "lop_hoc", 33, 12, 900_000),
        ("2012-07-01", "khuyen_nong", "chuyen_de", 40, 18, 1_250_000),
        ("2012-08-08", "phap_luat", "chuyen_de", 51, 30, 750_000),
    ] == [tuple(its[name] for name in COUNTED) for its in found]


def test_the_next_file_of_the_register_is_asked_about_nothing_until_it_is_forgotten(browser, bring):
    bring(register(), "so.xlsx")
    answer_all(browser)
    bring(register(), "quy-2.xlsx")
    assert [] == questions(browser.text)
    assert "Lĩnh vực: «Pháp luật» là «Pháp luật, chính sách»" in browser.words()
    assert "Dùng 5 câu trả lời đã nhớ từ tệp trước" in browser.words()

    about = '["value", "category", "Pháp luật"]'
    browser.post(browser.path + "/forget", {"about": about})
    assert [about] == [asked[1] for asked in questions(browser.text)]
    bring(register(), "quy-3.xlsx")
    assert [about] == [asked[1] for asked in questions(browser.text)]


def test_the_page_says_what_was_understood_what_was_left_out_and_what_to_do(browser, bring):
    bring(register(), "so.xlsx")
    words = browser.words()

    assert "Việc cần làm: trả lời" in words
    assert "«Số lượt người» → Lượt người học" in words
    assert "Để ngoài 1 cột chưa biết là mục nào: «Kinh phí»" in words
    assert "Dòng cộng, không nhập." in words
    assert re.search(
        r'data-label="Ngày bắt đầu"[^>]*>41000<p class="kh-meant">.*?01/04/2012', browser.text
    )


def test_an_answer_is_taken_back_and_asked_again(browser, bring):
    bring(register(), "so.xlsx")
    before = questions(browser.text)
    path = browser.path
    browser.post(path + "/answers", filled_in(browser.text, SAID))
    browser.post(path + "/take-back")

    assert before == questions(browser.text)
    assert "Hoàn tác việc vừa làm" not in browser.words()
    bring(register(), "so.xlsx")
    assert before == questions(browser.text)  # nothing of it was kept


BAD_ROW = ["B", "xmc", "Tập huấn", "1/2/2012", "nhiều", ""]


def test_a_cell_is_mended_in_the_page_without_a_script(browser, bring, activities):
    bring(table(BAD_ROW, ROW))
    path = browser.path
    browser.get(f"{path}?only=asked&edit=2")
    assert 'name="cell-attendance_count" value="nhiều"' in browser.text
    assert 1 == browser.text.count("autofocus")

    browser.post(f"{path}/rows/2?only=asked", {"cell-attendance_count": "35", "cell-title": "B"})
    assert "Thêm mới: 2" in browser.words()
    assert '<tr class="kh-outcome-new" id="r2">' in browser.text  # it stays where the person was
    browser.post(path + "/confirm")
    assert ["A", "B"] == sorted(its.values["title"] for its in activities())


def test_rows_that_stay_out_are_taken_out_mended_and_brought_back(browser, bring, activities):
    bring(table(ROW, BAD_ROW))
    path = browser.path
    taken = browser.client.get(f"{path}/wrong.xlsx").data
    rows = grids.grid(taken)
    assert [*HEADS, "Lỗi"] == rows[0]

    book = load_workbook(io.BytesIO(taken))
    assert "nhiều" == book.active["E2"].value
    book.active["E2"].value = "35"
    bring(saved(book), "sua.xlsx")
    assert "Thêm mới: 1" in browser.words()
    assert "Lỗi" not in browser.words().partition("Việc cần làm")[2].partition("Cột nào")[0]
    browser.post(browser.path + "/confirm")
    assert ["B"] == [its.values["title"] for its in activities()]


def quarters(*names):
    book = Workbook()
    for name in names:
        sheet = book.create_sheet(name)
        sheet.append(HEADS[:5])
        sheet.append([f"Lớp {name}", *ROW[1:5]])
    del book["Sheet"]
    other = book.create_sheet("Danh sách")
    other.append(["Họ và tên"])
    other.append(["Lan"])
    return saved(book)


def test_a_sheet_for_each_quarter_is_one_register_and_others_are_named(browser, bring, activities):
    bring(quarters("Quý 1", "Quý 2"), "nam.xlsx")
    assert "Đọc 2 trang: «Quý 1», «Quý 2»." in browser.words()
    assert "Để ngoài trang: «Danh sách»." in browser.words()
    assert "Quý 2: 2" in browser.words()

    browser.post(browser.path + "/confirm")
    assert ["Lớp Quý 1", "Lớp Quý 2"] == sorted(its.values["title"] for its in activities())


def test_a_person_chooses_which_sheets_are_read(browser, bring, activities):
    bring(quarters("Quý 1", "Quý 2"), "nam.xlsx")
    browser.post(browser.path + "/sheets", {"sheet": "Quý 2"})
    assert "Đọc trang «Quý 2»." in browser.words()

    browser.post(browser.path + "/confirm")
    assert ["Lớp Quý 2"] == [its.values["title"] for its in activities()]


def test_rows_of_other_centres_are_counted_and_never_offered(browser, bring, held, activities):
    held("r1", title="A", category="xmc", held_from="2012-02-01", held_to=None)
    heads = ",".join([*HEADS[:5], "Trung tâm", "Mã bản ghi"])
    others = [[f"Lớp {n}", *ROW[1:5], "TTHTCĐ Xã Khác", f"khac-{n}"] for n in range(3)]
    mine = [["A mới", *ROW[1:4], "86", "TTHTCĐ xã Mường Bi", "r1"]]
    lines = "\r\n".join([heads, *map(",".join, others + mine)])
    bring(lines.encode())
    assert "3 dòng của trung tâm khác, không nhập vào đây." in browser.words()
    assert "1 dòng là bản ghi đã có của trung tâm này." in browser.words()
    assert [] == questions(browser.text)

    browser.post(browser.path + "/confirm", {"twins": "1"})
    assert ["A mới"] == [its.values["title"] for its in activities()]


def test_what_excel_made_of_our_own_file_keeps_the_telephones(agent, browser, bring):
    key = Key("a1", "instructor", "r1")
    person = {"name": "Mơ", "kind": "bao_cao_vien", "phone": "0912345678"}
    agent.replica().write(key, person, "Lan")
    first, *rows = csv.reader(io.StringIO(browser.client.get("/records/instructor.csv").text[1:]))
    book = Workbook()
    book.active.append(first)
    for row in rows:  # as Excel opens a CSV file: what looks like a number is one
        book.active.append([int(cell) if cell.isdigit() else cell for cell in row])
    assert 912345678 in [cell.value for cell in book.active[2]]
    bring(saved(book), "ds.xlsx", kind="instructor")

    assert "Đã có, không đổi: 1" in browser.words()
    assert "Không có dòng nào để nhập" in browser.words()


def test_a_thousand_rows_are_looked_at_by_what_becomes_of_them(browser, bring, app):
    rows = [[f"Lớp {n}", *ROW[1:4], "45" if n % 10 else f"~{n}", ""] for n in range(1, 1001)]
    bring(table(*rows))
    wait(app)
    browser.get(browser.path)
    assert "Cần trả lời: 100" in browser.words()
    assert "1 / 20" in browser.words()
    assert 12 == len(questions(browser.text))
    assert "Còn 88 câu hỏi nữa" in browser.words()

    browser.get(browser.path + "?only=asked&page=2")
    assert 50 == browser.text.count('<tr class="kh-outcome-asked"')


def test_what_is_unlikely_or_to_come_is_asked_about_before_it_is_brought_in(
    browser, bring, activities
):
    """It is 22/11/2012; nobody has counted the people of the commune."""
    odd = ["B", "xmc", "Tập huấn", "25/11/2012", "620000", ""]
    bring(table(odd, ROW))
    assert {"held_from", "attendance_count"} <= {
        a.split('"')[3] for _, a, *_ in questions(browser.text)
    }
    assert "620.000 là số rất lớn – đúng không?" in browser.words()
    assert "Ngày 25/11/2012 chưa tới" in browser.words()
    browser.post(browser.path + "/confirm")
    assert ["A"] == [its.values["title"] for its in activities()]

    bring(table(odd))
    answer_all(browser)
    browser.post(browser.path + "/confirm")
    (found,) = (its.values for its in activities() if its.values["title"] == "B")
    assert (620_000, "2012-11-25") == (found["attendance_count"], found["held_from"])
    assert found["is_planned"]


def test_rows_under_the_name_of_the_commune_of_old_are_its_own(agent, browser, bring):
    agent.state.set(**{centre.FACT: [["1990-01-01", "Xã Mường Cũ", "Huyện Tân Lạc"]]})
    heads = ",".join([*HEADS[:5], "Xã"])
    bring("\r\n".join([heads, ",".join([*ROW[:5], "Mường Cũ"])]).encode())

    assert "Thêm mới: 1" in browser.words()
