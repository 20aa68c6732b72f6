"""Files that hold tables, however they were saved, as rows of text."""

import io
import zipfile
from datetime import date, datetime
from unicodedata import normalize

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import Workbook

from schemas.tables import grids
from schemas.tables.grids import MOST_ROWS, NoTable, decoded, grid, typed
from schemas.texts.importing import TEXTS
from tests.schemas.tables import files
from tests.schemas.tables.test_legacy_encodings import as_typed

ROWS = [["Tên hoạt động", "Lượt"], ["Tập huấn trồng cam ở xóm Đồi", "35"]]


def saved(rows, mark=","):
    return "\r\n".join(mark.join(cells) for cells in rows)


def workbook(*rows, before=()):
    book = Workbook()
    for _ in before:
        book.create_sheet()
    sheet = book.worksheets[-1]
    for row in rows:
        sheet.append(row)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


@pytest.mark.parametrize("mark", [",", ";", "\t"])
@pytest.mark.parametrize("code", ["utf-8", "utf-8-sig", "utf-16"])
def test_a_csv_file_is_read_however_a_spreadsheet_saved_it(mark, code):
    assert ROWS == grid(saved(ROWS, mark).encode(code))


@pytest.mark.parametrize("code", ["utf-8", "utf-8-sig", "utf-16", "cp1258"])
def test_files_are_decoded_however_they_were_saved(code):
    as_windows_does = "S\u00f4\u0301 bu\u00f4\u0309i: đ"

    assert "Số buổi: đ" == normalize("NFC", decoded(as_windows_does.encode(code)))


@pytest.mark.parametrize("name", ["tcvn3", "vni"])
@pytest.mark.parametrize("code", ["latin-1", "utf-8-sig", "utf-16"])
def test_a_csv_file_in_an_old_font_comes_out_in_unicode(name, code):
    old = as_typed(saved(ROWS), name)

    assert ROWS == grid(old.encode(code))


def test_a_foreign_name_in_a_file_of_ours_stays_however_often_it_is_there():
    ours = "\ufeffName,Record id\r\n" + "Ü,\r\n" * 9

    assert ours[1:] == decoded(ours.encode())


@pytest.mark.parametrize("name", ["tcvn3", "vni"])
def test_a_workbook_in_an_old_font_comes_out_in_unicode(name):
    old = [[as_typed(cell, name) for cell in row] for row in ROWS]

    assert ROWS == grid(workbook(*old))


def test_a_comma_in_quotes_is_no_mark_between_cells():
    assert [["a;b", "c, d"]] == grid(b'"a;b";"c, d"')


def test_cells_of_a_workbook_come_as_a_person_would_have_typed_them():
    row = ["x", 1250, 4.5, 1.125, 30000000.0, date(2012, 7, 24), True, None, "cuối"]

    assert [["x", "1250", "4,5", "1,1250", "30000000", "24/07/2012", "1", "", "cuối"]] == grid(
        workbook(row)
    )
    assert "24/07/2012 14:05" == typed(datetime(2012, 7, 24, 14, 5))  # noqa: DTZ001  # as Excel has it


def test_the_first_sheet_that_has_anything_is_read_and_empty_ends_are_not():
    made = workbook(*ROWS, [None, " "], before=["empty"])

    assert ROWS == grid(made)


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (b"", "empty"),
        (b"\n\n,,,\n", "empty"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 no streams", "damaged"),
        (b"PK\x03\x04 no archive", "damaged"),
        (b"a\0b\0\1c", "damaged"),
        (b"x\n" * (MOST_ROWS + 1), "large"),
    ],
)
def test_a_file_that_is_no_table_says_why(data, why):
    with pytest.raises(NoTable) as caught:
        grid(data)

    assert why == caught.value.args[0]


def test_a_workbook_that_would_unpack_without_end_is_not_unpacked(monkeypatch):
    monkeypatch.setattr("schemas.tables.kinds.MOST_UNPACKED", 1000)

    with pytest.raises(NoTable, match="large"):
        grid(workbook(*ROWS))


@pytest.mark.parametrize("data", [b"a,b,c\n" * 4, workbook(*[["a", "b", "c"]] * 4)])
def test_a_table_of_more_cells_than_we_hold_in_memory_is_too_large(monkeypatch, data):
    monkeypatch.setattr("schemas.tables.grids.MOST_CELLS", 12)
    assert 4 == len(grid(data))

    monkeypatch.setattr("schemas.tables.grids.MOST_CELLS", 11)
    with pytest.raises(NoTable, match="large"):
        grid(data)


def test_an_archive_of_something_else_is_called_one():
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("a.txt", "a")

    with pytest.raises(NoTable, match="archive"):
        grid(out.getvalue())


CELL = "<table:table-cell office:value-type='float' office:value='4'/>"
FILES = [
    files.xlsx(files.row("a", 4.5), files.row("b")),
    files.xlsb(["a", 4.5]),
    files.ods(f"<table:table><table:table-row>{CELL}</table:table-row></table:table>"),
    saved(ROWS).encode(),
]


def whatever(data):
    """What comes of it: its rows, or the sentence that says why there are none."""
    try:
        return grids.read(data).rows
    except NoTable as error:
        return TEXTS[f"intake.{error.args[0]}"]


@given(st.binary(max_size=300))
def test_whatever_bytes_there_are_a_table_or_a_reason_comes_of_them(data):
    assert whatever(data)


@pytest.mark.parametrize("whole", FILES)
@given(st.lists(st.tuples(st.integers(0), st.integers(0, 255)), max_size=8), st.integers(0))
def test_whatever_befalls_a_file_a_table_or_a_reason_comes_of_it(whole, hits, cut):
    data = bytearray(whole)
    for place, byte in hits:
        data[place % len(data)] = byte

    assert whatever(bytes(data[: len(data) - cut % 3 * (cut % len(data)) // 3]))


@pytest.mark.timeout(10)
@pytest.mark.parametrize("piece", ["?", "1", "x", "á»", "Ä", "¹", '"', "1,", "?x", "\t", "é¼"])
def test_no_long_run_of_anything_is_read_for_long(piece):
    assert whatever((piece * 40_000).encode())
    assert whatever((piece * 30_000 + "?").encode())
    assert whatever(files.xlsx(files.row(piece.replace('"', "'") * 30_000, "?")))


def test_a_cell_longer_than_any_is_damage_or_text_but_no_fault_of_ours():
    assert TEXTS["intake.damaged"] == whatever(b'a,"' + b"x" * 200_000)


def test_days_that_a_spreadsheet_of_another_country_swapped_are_doubtful():
    heads, typed_day_first = ["Ngày"], ["25/3/2012"]
    swapped = workbook(heads, [date(2012, 3, 5)], typed_day_first, [date(2012, 5, 5)])
    right = workbook(heads, [date(2012, 3, 5)], typed_day_first, [date(2012, 3, 25)])

    assert {(1, 0): "maybe_swapped"} == grids.read(swapped).doubts
    assert {} == grids.read(right).doubts
    assert {} == grids.read(workbook(heads, [date(2012, 3, 5)], ["3/6/2012"])).doubts


def test_a_single_cell_in_an_old_font_comes_out_in_unicode_from_a_csv_file_too():
    old = as_typed("Dạy chữ cho phụ nữ", "vni")
    data = f"Tên,Địa điểm\r\nTập huấn trồng bưởi,Đông Lai\r\n{old},Mường Bi\r\n".encode()

    assert ["Dạy chữ cho phụ nữ", "Mường Bi"] == grid(data)[2]


def test_letters_as_web_pages_escape_them_are_doubtful_and_the_end_of_a_dos_file_is_none():
    found = grids.read("Tên,Lượt\r\nTrồng b&#432;&#7903;i,3\r\n\x1a".encode())

    assert {(1, 0): "letters_garbled"} == found.doubts
    assert 2 == len(found.rows)
