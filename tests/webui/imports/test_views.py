"""Importing a table by the pages, as both applications let people do it."""

import io

import pytest
from openpyxl import Workbook

from schemas.tables import grids
from sync.stores.batches import DONE, RUNNING, UNDONE
from sync.stores.imports import FOLDER
from tests.schemas.tables.test_legacy_encodings import as_typed
from webui.imports.importer import LONG, NAME_LETTERS

from .conftest import as_csv

NO_DAY = "40/7/2012"


def test_nothing_is_written_before_it_is_confirmed_and_then_in_the_name_of_who_did(desk):
    desk.bring(desk.row("A"), desk.row("B", day=NO_DAY))
    assert "Thêm mới: 1" in desk.words()
    assert "Cần trả lời: 1" in desk.words()
    assert [] == desk.titles()

    desk.do("confirm")
    assert "Đã nhập 1 dòng từ «so.csv»" in desk.words()
    assert ["A"] == desk.titles()
    (entry,) = desk.replica().store.history([desk.records()[0].key])
    assert "lan" == entry.change.author


def test_the_name_of_a_file_is_kept_only_as_long_as_names_are(desk):
    """Its sender chose it: the page and the table of imports are no place for a megabyte."""
    desk.bring(desk.row("A"), name="x" * 5000 + ".csv")

    assert "x" * NAME_LETTERS == desk.batch().name


def test_an_import_is_found_by_an_id_that_nobody_guesses(desk):
    desk.bring(desk.row("A"))

    assert 16 == len(desk.batch().id)


def test_a_plan_that_failed_is_made_again_once_the_file_is_read_in_another_way(
    desk, monkeypatch, caplog
):
    def wrong(*_):
        raise ArithmeticError("a defect")

    with monkeypatch.context() as broken:
        broken.setattr("webui.imports.importer.Importer._plan", wrong)
        desk.bring(*(desk.row(number) for number in range(LONG + 1)))
        path = desk.path
        desk.wait()
        desk.get(path)
    assert "Không xem được tệp này vì chương trình có lỗi" in desk.words()
    assert "a defect" in caplog.text

    desk.do("columns", path, header="2")
    desk.wait()
    assert "Việc cần làm" in desk.get(path).words()


def test_a_long_file_is_planned_and_written_in_another_thread(desk):
    desk.bring(*(desk.row(number) for number in range(2 * LONG)))
    path = desk.path
    assert "Đang xem tệp: " in desk.words()
    assert 'http-equiv="refresh"' in desk.text

    desk.wait()
    assert f"Thêm mới: {2 * LONG}" in desk.get(path).words()
    desk.do("confirm")
    desk.wait()
    assert f"Đã nhập {2 * LONG} dòng" in desk.get(path).words()
    assert 2 * LONG == len(desk.titles())


def test_all_of_an_import_is_undone_but_what_somebody_changed_since(desk):
    desk.bring(desk.row("A"), desk.row("B"), desk.row("C")).do("confirm")
    changed = desk.records()[1]
    desk.replica().write(changed.key, {desk.title: f"Khác {desk.mark}"}, "Ai")
    path = desk.path
    desk.do("undo")

    assert "Đã hoàn tác lần nhập «so.csv»" in desk.words()
    assert "1 bản ghi đã có người sửa" in desk.words()
    assert ["Khác"] == desk.titles()
    desk.path = path
    assert (UNDONE, 1) == (desk.batch().state, desk.batch().kept)


@pytest.mark.parametrize(
    "number", ["9" * 5000, "99999999999999999999", "-1", "0", "٣", "x", "1e3", ""]
)
def test_any_number_of_a_page_is_a_page_of_the_rows_or_an_empty_one(desk, number):
    desk.bring(desk.row("A"))
    desk.get(f"{desk.path}?page={number}")

    assert 200 == desk.status
    assert ('id="r2"' in desk.text) == (not number.startswith("9"))


def test_sheets_that_the_file_does_not_have_change_nothing(desk):
    books = {"so.csv": b"", "so.xlsx": two_sheets(desk)}
    for name, data in books.items():
        before = desk.bring(desk.row("A"), name=name, data=data).words()
        path = desk.path
        desk.do("sheets", sheet="Quý 9")
        assert (200, before) == (desk.status, desk.get(path).words())


def two_sheets(desk):
    """A workbook with the same row on both sheets."""
    book = Workbook()
    for sheet in (book.active, book.create_sheet("Quý 2")):
        for row in (desk.heads, desk.row("A")):
            sheet.append(row)
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


def test_an_import_that_was_cut_off_is_resumed(desk):
    desk.bring(desk.row("A"), desk.row("B"))
    path, name = desk.path, desk.batch().id
    desk.works()[name] = 0  # as if another thread were at it
    desk.do("confirm")
    assert "Đang nhập: 0 / 2 dòng" in desk.words()

    desk.works().clear()  # the power was cut
    assert "Việc nhập dừng giữa chừng" in desk.get(path).words()
    assert RUNNING == desk.batch().state
    desk.do("go-on")
    assert ["A", "B"] == desk.titles()
    assert DONE == desk.batch().state


def test_columns_that_were_not_known_are_chosen_by_hand(desk):
    heads = ["?", *desk.heads[1:]]
    desk.bring(data=as_csv([heads, desk.row("A")]).encode())
    assert "Có lỗi, không nhập: 1" in desk.words()

    desk.do("columns", **{f"column-{n}": name for n, name in enumerate(desk.fields)})
    desk.do("confirm")
    assert ["A"] == desk.titles()


def test_a_cell_is_corrected_the_step_undone_and_a_row_left_out(desk):
    desk.bring(desk.row("A"), desk.row("B", day=NO_DAY))
    path = desk.path
    desk.get(f"{path}?only=asked&edit=3")
    assert 1 == desk.text.count("autofocus")
    desk.do("rows/3", path, **{f"cell-{desk.day}": "1/2/2012"})
    assert "Thêm mới: 2" in desk.words()

    desk.do("take-back", path)
    assert "Cần trả lời: 1" in desk.words()
    desk.do("rows/3", path, skip="1")
    assert "Để ngoài: 1" in desk.words()
    assert "Bạn đã chọn bỏ dòng này." in desk.words()


@pytest.mark.parametrize("end", ["csv", "xlsx"])
def test_rows_that_are_not_imported_come_as_a_file_that_can_be_corrected(desk, end):
    desk.bring(desk.row("A"), desk.row("B", day=NO_DAY))
    answer = desk.client.get(f"{desk.path}/wrong.{end}")
    heads, *rows = grids.grid(answer.data)
    assert f"{desk.kind}-wrong.{end}" in answer.headers["Content-Disposition"]
    assert [*desk.heads, "Lỗi"] == heads
    assert 1 == len(rows)

    corrected = [[cell.replace("40/7", "1/2") for cell in row] for row in rows]
    desk.bring(data=as_csv([heads, *corrected]).encode())
    desk.do("confirm")
    assert ["B"] == desk.titles()


def test_a_file_that_is_no_table_is_refused_in_words(desk):
    refusals = {
        b"%PDF-1.7": "Đây là tệp PDF",
        b"PK\x03\x04": "bị hỏng",
        b"\r\n": "không có dòng nào",
    }
    for data, sentence in refusals.items():
        assert sentence in desk.bring(data=data).words()
        assert 422 == desk.status
    assert [] == desk.imports().batches.of_type(desk.kind, desk.area)


def test_a_form_without_a_file_asks_for_one(desk):
    token = {"csrf_token": desk.token()}

    assert 422 == desk.client.post(desk.home, data=token).status_code


def test_a_table_in_an_old_font_comes_out_readable(desk):
    row = desk.row("A")
    row[0] = f"Trồng cam ở xóm Đồi {desk.mark}"
    old = as_typed(as_csv([desk.heads, row]), "tcvn3")
    desk.bring(data=old.encode("latin-1"))

    assert "Trồng cam ở xóm đồi" in desk.words().replace("Đồi", "đồi")


def test_a_file_that_was_deleted_meanwhile_is_asked_for_again(desk):
    desk.bring(desk.row("A"))
    path = desk.path
    for file in desk.imports().folder.iterdir():
        file.unlink()

    assert "Tệp này không còn trên máy nữa" in desk.get(path).words()
    assert FOLDER == desk.imports().folder.name


def test_a_discarded_file_leaves_nothing_behind(desk):
    desk.bring(desk.row("A"))
    path = desk.path
    desk.do("discard")

    assert "Đã bỏ tệp" in desk.words()
    assert [] == list(desk.imports().folder.iterdir())
    assert 404 == desk.get(path).status


def test_a_confirmation_that_is_sent_twice_writes_once(desk):
    desk.bring(desk.row("A"))
    path = desk.path
    desk.do("confirm", path)

    assert 404 == desk.do("confirm", path).status
    assert 1 == len(desk.replica().store.history([one.key for one in desk.records()]))


def test_the_rows_of_one_outcome_are_shown_alone_and_in_pages(desk):
    desk.bring(*(desk.row(number) for number in range(60)), desk.row("x", day=NO_DAY))
    path = desk.path
    counts = [desk.get(f"{path}?page={n}").text.count('<tr class="kh-outcome-') for n in (1, 2, 99)]

    assert [50, 11, 0] == counts
    assert 1 == desk.get(f"{path}?only=asked").text.count('<tr class="kh-outcome-')
    assert NO_DAY in desk.words()
