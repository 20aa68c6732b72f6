"""Workbooks in Office Open XML, as programs write them and as the standard lets them."""

import pytest

from schemas.tables.grids import MOST_ROWS, NoTable, grid, read, tables

from .files import MAIN, STRICT, formats, row, xlsx, zipped

RAISED = '<rPr><vertAlign val="superscript"/></rPr>'
STRUCK = "<rPr><strike/></rPr>"


def styled(style, value, kind="n"):
    return f'<c s="{style}" t="{kind}"><v>{value}</v></c>'


def rich(*runs):
    inner = "".join(f"<r>{look}<t>{text}</t></r>" for look, text in runs)
    return f'<c t="inlineStr"><is>{inner}</is></c>'


def doubts(data):
    return {cell: doubt for cell, doubt in read(data).doubts.items()}


def test_a_telephone_is_read_with_the_zero_that_its_format_shows():
    data = xlsx(
        row("ĐT", styled(1, 912345678), styled(2, 45356)), styles=formats("0000000000", "d/m/yy")
    )

    assert [["ĐT", "0912345678", "05/03/2024"]] == grid(data)


def test_a_workbook_of_the_years_from_1904_is_read_with_its_own_days():
    days = row(styled(1, 45356))
    data = xlsx(days, styles=formats("dd/mm/yyyy"), book='<workbookPr date1904="1"/>')

    assert [["06/03/2028"]] == grid(data)


@pytest.mark.parametrize(
    "error", ["#REF!", "#N/A", "#DIV/0!", "#VALUE!", "#NAME?", "#NULL!", "#NUM!"]
)
def test_a_cell_that_shows_an_error_is_asked_about(error):
    data = xlsx(row("Tên", styled(0, error, "e")))

    assert [["Tên", error]] == grid(data)
    assert {(0, 1): "error_cell"} == doubts(data)


def test_a_formula_that_no_spreadsheet_has_worked_out_is_asked_about():
    data = xlsx(row("a", "<c><f>SUM(A1:A9)</f></c>", "<c><f>1+1</f><v>2</v></c>"))

    assert [["a", "'=SUM(A1:A9)", "2"]] == grid(data)
    assert {(0, 1): "not_calculated"} == doubts(data)


def test_a_note_set_high_is_no_figure_of_the_number():
    data = xlsx(row(rich(("", "45"), (RAISED, "1")), rich(("", "đất 3 m"), (RAISED, "2"))))

    assert [["45¹", "đất 3 m²"]] == grid(data)
    assert {(0, 0): "raised_figure"} == doubts(data)


def test_what_is_crossed_out_is_asked_about_in_part_or_whole():
    crossed = formats(fonts="<font><strike/></font>")
    data = xlsx(row(rich((STRUCK, "45"), ("", " 47")), styled(1, 7), "7"), styles=crossed)

    assert [["45 47", "7", "7"]] == grid(data)
    assert {(0, 0): "struck_out", (0, 1): "struck_out"} == doubts(data)


def test_texts_of_all_sheets_come_from_where_they_are_shared():
    shared = (
        "<si><t>một_x000D_\nhai</t></si>"
        f"<si><r><t>45</t></r><r>{RAISED}<t>1</t></r><rPh><t>đọc</t></rPh></si><si/>"
    )
    data = xlsx(row(*(styled(0, n, "s") for n in range(3))), shared=shared)

    assert [["một\nhai", "45¹"]] == grid(data)


def test_values_of_every_kind_are_read():
    cells = styled(0, 1, "b"), styled(0, "2024-03-05", "d"), styled(0, "=x", "str"), "<c/>", 4.5
    data = xlsx(row(*cells))

    assert [["1", "05/03/2024", "'=x", "", "4,5"]] == grid(data)


def test_cells_stand_where_they_say_even_with_gaps():
    data = xlsx('<row r="2"><c r="B2"><v>1</v></c><c r="$D$2"><v>2</v></c></row><row r="4"/>')

    assert [[], ["", "1", "", "2"]] == grid(data)


def test_a_village_merged_down_stands_in_each_row_and_a_sum_is_asked_about():
    rows = row("Tên", "Xóm", "Lượt") + row("a", "Bưng", 100) + row("b") + row("c", "Đồi", 3)
    merged = '<mergeCells><mergeCell ref="B2:B3"/><mergeCell ref="C2:C3"/></mergeCells>'
    data = xlsx(rows, after=merged)

    assert [
        ["Tên", "Xóm", "Lượt"],
        ["a", "Bưng", "100"],
        ["b", "Bưng", "100"],
        ["c", "Đồi", "3"],
    ] == grid(data)
    assert {(1, 2): "merged_number", (2, 2): "merged_number"} == doubts(data)


def test_rows_that_hold_nothing_of_their_own_belong_to_the_one_that_is_merged_over_them():
    rows = row("Tên", "Lượt") + row("a", 100) + row() + row("b", 3)
    merged = '<mergeCell ref="A2:A3"/><mergeCell ref="B2:B3"/><mergeCell ref="B4:B9"/>'
    data = xlsx(rows, after=merged)

    assert [["Tên", "Lượt"], ["a", "100"], [], ["b", "3"]] == grid(data)
    assert {} == doubts(data)


def test_cells_merged_across_are_named_and_not_repeated():
    data = xlsx(row("Số người") + row("tổng", "nữ"), after='<mergeCell ref="A1:B1"/>')

    assert [["Số người"], ["tổng", "nữ"]] == grid(data)
    assert [(0, 0, 0, 1)] == read(data).merged


def test_a_number_merged_across_is_asked_about_in_each_cell():
    data = xlsx(row("a", 45, "", "b"), after='<mergeCell ref="B1:C1"/>')

    assert [["a", "45", "45", "b"]] == grid(data)
    assert {(0, 1): "merged_number", (0, 2): "merged_number"} == doubts(data)


def test_sheets_of_more_rows_than_we_take_together_are_too_large(monkeypatch):
    monkeypatch.setattr("schemas.tables.grids.MOST_ROWS", 4)
    rows = row("a") * 2
    assert 2 == len(tables(xlsx(rows, rows)))

    rows += row("a")
    with pytest.raises(NoTable, match="large"):
        tables(xlsx(rows, rows))


def test_every_sheet_that_can_be_seen_and_has_any_is_named_and_can_be_read():
    sheets = row("một"), (row("ẩn"), "hidden"), (row("kín"), "veryHidden"), "", row("hai")
    data = xlsx(*sheets)

    assert ("Trang 1", ("Trang 1", "Trang 5"), [["một"]]) == tuple(vars(read(data)).values())[:3]
    assert [["hai"]] == read(data, "Trang 5").rows
    assert ["Trang 1", "Trang 5"] == [table.sheet for table in tables(data)]
    with pytest.raises(NoTable, match="empty"):
        read(data, "Trang 2")


def test_where_all_sheets_are_hidden_they_are_read():
    assert [["ẩn"]] == grid(xlsx((row("ẩn"), "hidden")))


def test_hidden_rows_and_columns_are_read_and_named():
    data = xlsx(row("a", "b") + row("c", hidden="1"), after='<col min="2" max="2" hidden="1"/>')
    table = read(data)

    assert [["a", "b"], ["c"]] == table.rows
    assert ([1], [1]) == (table.hidden_rows, table.hidden_columns)


@pytest.mark.parametrize("main", [MAIN, STRICT])
@pytest.mark.parametrize(
    "named", [str, str.upper, lambda name: name.replace("/", "\\"), lambda name: f"/{name}"]
)
def test_a_package_is_read_however_its_parts_are_named(named, main):
    assert [["Bưởi", "45"]] == grid(xlsx(row("Bưởi", 45), main=main, named=named))


def test_a_cell_at_the_end_of_an_empty_sheet_is_beyond_what_is_read_and_a_look_is_not():
    look = f'<row r="{MOST_ROWS * 20}"><c r="A{MOST_ROWS * 20}" s="1"/></row>'

    assert [["a"]] == grid(xlsx(row("a") + look))
    with pytest.raises(NoTable, match="large"):
        grid(xlsx(row("a") + look.replace("/></row>", "><v>1</v></c></row>")))


@pytest.mark.parametrize("value", ["1e999", "-1e999", "NaN", "1e30"])
def test_a_number_that_is_none_is_asked_about(value):
    assert [(0, 1)] == list(doubts(xlsx(row("a", styled(0, value)))))


@pytest.mark.parametrize(
    "broken",
    [
        xlsx("<row><c></row>"),
        xlsx(row(styled(0, 7, "s"))),
        xlsx(row(styled(0, "x"))),
        zipped({"_rels/.rels": "<Relationships/>"}),
        xlsx(row("a"))[:-60],
    ],
)
def test_a_broken_workbook_is_damaged(broken):
    with pytest.raises(NoTable, match="damaged"):
        grid(broken)


def test_what_grows_without_end_is_stopped():
    levels = "".join(f'<!ENTITY x{n} "{f"&x{n - 1};" * 10}">' for n in range(1, 10))
    bomb = f'<!DOCTYPE x [<!ENTITY x0 "aaaaaaaaaa">{levels}]><x>&x9;</x>'

    with pytest.raises(NoTable, match="damaged"):
        grid(zipped({"_rels/.rels": bomb}))
