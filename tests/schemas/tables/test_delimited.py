"""Text files of tables: their letters, their marks and quotes, and what is doubtful of them."""

import pytest

from schemas.tables.delimited import delimiter
from schemas.tables.doubts import Doubtful
from schemas.tables.grids import NoTable, grid, read
from tests.schemas.tables.test_legacy_encodings import as_typed

HEADS = "Tên,Lĩnh vực,Lượt,Ghi chú"
GOOD = ["Tập huấn", "xmc", "45", "tốt"]


def saved(*lines, end="\r\n"):
    return "".join(line + end for line in (HEADS, *lines)).encode()


def row(*cells):
    return ",".join(cells)


def doubts(data):
    return dict(read(data).doubts)


@pytest.mark.parametrize("end", ["\r\n", "\n", "\r"])
def test_lines_end_as_they_like(end):
    assert [HEADS.split(","), GOOD, GOOD] == grid(saved(row(*GOOD), row(*GOOD), end=end))


def test_lines_may_end_in_several_ways_in_one_file():
    data = f"{HEADS}\r\n{row(*GOOD)}\n{row(*GOOD)}\r{row(*GOOD)}".encode()

    assert [HEADS.split(","), GOOD, GOOD, GOOD] == grid(data)


@pytest.mark.parametrize("code", ["utf-16-le", "utf-16-be"])
def test_two_bytes_a_letter_are_known_without_a_mark(code):
    assert [HEADS.split(","), GOOD] == grid(saved(row(*GOOD)).decode().encode(code))


@pytest.mark.parametrize(
    ("text", "mark"),
    [
        ("a,b\n1,2\n", ","),
        ("Tên;Xóm, bản, tổ;Số\na;b;1,5\nc;d;2,5\n", ";"),
        ("Xóm, bản, tổ;Số\nb, c;1,5\nd;2,5\n", ";"),
        ("a\tb\n1,5\t2,5\n", "\t"),
        ("a|b\n1,5|2\n", "|"),
        ("sep=;\na,b;c,d\n", ";"),
        ('a,b,c\n1,"x;\ny;\nz;\nw;",2\n', ","),
        ('a;b;c\n1;"x;2\n1;y, z;2\n', ";"),
        ("một cột\nhai\n", ","),
    ],
)
def test_the_mark_between_cells_is_that_of_which_all_lines_have_as_many(text, mark):
    assert mark == delimiter(text)


@pytest.mark.parametrize("after", [0, 1, 3])
def test_a_quote_that_is_never_closed_swallows_no_row(after):
    broken = 'Tập huấn,xmc,20,"tốt'
    data = saved(row(*GOOD), broken, *[row(*GOOD)] * after)

    assert [HEADS.split(","), GOOD, ["Tập huấn", "xmc", "20", '"tốt'], *[GOOD] * after] == grid(
        data
    )
    assert {(2, 3): "quote_open"} == doubts(data)


@pytest.mark.parametrize(
    "later",
    ['Lớp,xmc,5,"a, b"', 'Lớp,xmc,5,""', 'Lớp,xmc,5,khá"', '"Lớp",xmc,5,"khá"', '"a\nb",xmc,5,c'],
)
def test_a_quote_that_a_later_row_closes_swallows_none_between(later):
    data = saved('Tập huấn,"xmc,20,tốt', row(*GOOD), row(*GOOD), later, row(*GOOD))
    table = read(data)

    assert [GOOD, GOOD] == table.rows[2:4]
    assert GOOD == table.rows[-1]
    assert 6 == len(table.rows)
    assert "quote_open" == table.doubts[1, 1]


NOTES = ["tốt", "khá, vui", "", "một\nhai", 'nói "ừ"']
WRONG_QUOTES = ['"{}', '{}"', '"{}" x', '""{}']


@pytest.mark.parametrize("mark", [",", ";", "\t"])
@pytest.mark.parametrize("wrong", WRONG_QUOTES)
def test_wherever_a_quote_is_out_of_place_no_other_row_is_lost_without_a_doubt(mark, wrong):
    whole = [HEADS.split(","), *([f"Lớp {n}", "xmc", str(40 + n), x] for n, x in enumerate(NOTES))]
    for broken in range(1, len(whole)):
        for place in range(4):
            cells = [[quoted(cell) for cell in one] for one in whole]
            cells[broken][place] = wrong.format(whole[broken][place].replace("\n", " "))
            table = read("\r\n".join(map(mark.join, cells)).encode())
            kept = [tuple(one) for one in table.rows if not is_doubtful(one)]
            asked = {one[0] for one in table.rows if is_doubtful(one)}

            for number, one in enumerate(whole):
                is_whole = tuple(filter(None, one)) in [tuple(filter(None, each)) for each in kept]
                assert number == broken or is_whole or one[0] in asked


def quoted(cell):
    text = cell.replace('"', '""')
    return f'"{text}"' if set(cell) & set(',"\n') else cell


def is_doubtful(cells):
    return any(isinstance(cell, Doubtful) for cell in cells)


def test_a_note_of_several_lines_is_one_cell():
    data = saved('Tập huấn,xmc,45,"một, hai\r\nba ""bốn""\r\nnăm"', row(*GOOD))

    assert [
        HEADS.split(","),
        ["Tập huấn", "xmc", "45", 'một, hai\r\nba "bốn"\r\nnăm'],
        GOOD,
    ] == grid(data)
    assert {} == doubts(data)


def test_a_row_whose_comma_moved_its_cells_is_asked_about():
    data = saved(row(*GOOD), "Tập huấn,xmc,1,500,tốt", row(*GOOD))

    assert {(2, n): "cells_moved" for n in range(5)} == doubts(data)


def test_all_rows_with_more_cells_than_the_headings_are_asked_about():
    data = saved(*["Tập huấn,xmc,1,5,tốt"] * 3)

    assert {1, 2, 3} == {number for number, _ in doubts(data)}


def test_titles_above_the_headings_and_empty_cells_after_a_row_are_no_fault():
    data = f"SỔ THEO DÕI\r\n\r\n{HEADS},,\r\n{row(*GOOD)},,,\r\n".encode()

    assert {} == doubts(data)


def test_a_damaged_byte_spoils_its_own_cell_alone():
    data = saved(row(*GOOD), row(*GOOD)).replace("ậ".encode(), b"\xe1\xba", 1)

    assert GOOD == grid(data)[2]
    assert {(1, 0): "letters_damaged"} == doubts(data)


@pytest.mark.parametrize("name", ["tcvn3", "vni", "viscii"])
def test_letters_from_before_unicode_come_out_right(name):
    lines = [["Tên", "Nơi"], ["tập huấn trồng bưởi", "xóm đồi"], ["vườn mẫu", "hà nội"]]
    text = "\r\n".join(map(",".join, lines))

    assert lines == grid(as_typed(text, name).encode("latin-1"))


def test_viscii_has_its_letters_where_rfc_1456_has_them():
    data = b"Ten,Noi\r\nT\xa7p hu\xa4n tr\xb0ng b\xdf\xb7i,X\xf3m \xd0\xb0i\r\n"

    assert [["Ten", "Noi"], ["Tập huấn trồng bưởi", "Xóm Đồi"]] == grid(data)


def test_letters_that_make_no_vietnamese_words_in_any_way_are_asked_about():
    data = "Ten,So\r\nZażółć gęślą,1\r\nJaźń,2\r\n".encode("cp1250")

    assert {(1, 0): "letters_garbled", (2, 0): "letters_garbled"} == doubts(data)


def test_a_stray_null_spoils_its_own_cell_alone():
    data = saved(row(*GOOD), "Tập\0huấn,xmc,45,tốt")

    assert {(2, 0): "letters_damaged"} == doubts(data)


def test_letters_that_a_western_code_page_does_not_have_are_asked_about():
    data = saved(row(*GOOD), "thử,xmc,45,tốt").decode().encode("cp1252", "replace")
    table = doubts(data)

    assert "letters_lost" == table[1, 0] == table[2, 0]
    assert (1, 2) not in table


def test_utf8_that_was_saved_as_western_letters_is_undone():
    data = saved(row(*GOOD))

    assert grid(data) == grid(data.decode("latin-1").encode())


def test_a_cell_that_keeps_its_zeros_by_a_formula_is_what_it_shows():
    data = saved('Tập huấn,xmc,="0912345678","=""00123"""')

    assert ["Tập huấn", "xmc", "0912345678", "00123"] == grid(data)[1]


def test_an_error_of_a_spreadsheet_stays_one_in_a_text_file():
    assert {(1, 0): "error_cell", (1, 3): "error_cell"} == doubts(saved("#REF!,xmc,45,#N/A"))


@pytest.mark.parametrize("text", ["A¡¹", "áºa", "T?p", "45¹", "Æ°", "\ufffd"])
def test_letters_of_a_file_of_ours_are_what_somebody_typed(text):
    ours = f"\ufeffTên,Mã bản ghi\r\n{text},\r\n#REF!,\r\n".encode()

    assert [["Tên", "Mã bản ghi"], [text], ["#REF!"]] == grid(ours)
    assert {(2, 0): "error_cell"} == doubts(ours)


def test_what_is_no_text_is_damaged():
    with pytest.raises(NoTable, match="damaged"):
        grid(bytes(range(1, 30)) * 4)
