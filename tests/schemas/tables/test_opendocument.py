"""Workbooks in OpenDocument, as LibreOffice writes them."""

import pytest

from schemas.tables.grids import NoTable, grid, read

from .files import ods, zipped


def cell(text, kind="string", value="", **more):
    names = {"float": "value", "percentage": "value", "currency": "value"}
    name = names.get(kind, f"{kind}-value")
    stated = f'office:{name}="{value}"' if value else ""
    extra = "".join(f' table:{key.replace("_", "-")}="{of}"' for key, of in more.items())
    lines = "".join(f"<text:p>{line}</text:p>" for line in text.split("\n"))
    return (
        f'<table:table-cell office:value-type="{kind}" {stated}{extra}>{lines}</table:table-cell>'
    )


def row(*cells, **more):
    extra = "".join(f' table:{key.replace("_", "-")}="{of}"' for key, of in more.items())
    return f"<table:table-row{extra}>{''.join(cells)}</table:table-row>"


def table(*rows, name="Sổ", style="ta1"):
    return (
        f'<table:table table:name="{name}" table:style-name="{style}">{"".join(rows)}</table:table>'
    )


def test_values_of_every_kind_are_what_the_sheet_shows():
    cells = [
        cell("Tập huấn"),
        cell("0912345678", "float", "912345678"),
        cell("05/03/24", "date", "2024-03-05"),
        cell("45 %", "percentage", "0.45"),
        cell("1.500.000 ₫", "currency", "1500000"),
        cell("TRUE", "boolean", "true"),
        cell("57", "float", "56.99999999999999"),
        cell("05/03/24 14:05", "date", "2024-03-05T14:05:00"),
        cell("một\nhai"),
    ]
    shown = ["Tập huấn", "0912345678", "05/03/2024", "45%", "1500000", "1", "57"]

    assert [[*shown, "05/03/2024 14:05", "một\nhai"]] == grid(ods(table(row(*cells))))


def test_cells_and_rows_that_repeat_themselves_are_as_many_and_empty_ends_are_not():
    empty = "<table:table-cell table:number-columns-repeated='16380'/>"
    rows = [
        row(cell("a", number_columns_repeated=2), empty),
        row("<table:table-cell/>", number_rows_repeated=2),
        row(cell("b"), number_rows_repeated=2),
        row(empty, number_rows_repeated=1048571),
    ]

    assert [["a", "a"], [], [], ["b"], ["b"]] == grid(ods(table(*rows)))
    with pytest.raises(NoTable, match="large"):
        grid(ods(table(row(cell("b"), number_rows_repeated=1048576))))


def test_merged_cells_stand_in_each_row():
    covered = "<table:covered-table-cell/>"
    rows = row(cell("Bưng", number_rows_spanned=2), cell("a")), row(covered, cell("b"))

    assert [["Bưng", "a"], ["Bưng", "b"]] == grid(ods(table(*rows)))


@pytest.mark.parametrize("raised", ["super 58%", "33% 58%"])
@pytest.mark.parametrize("line", ["style:text-line-through-style", "style:text-line-through-type"])
def test_errors_notes_and_what_is_crossed_out_are_asked_about(raised, line):
    styles = (
        f'<style:style style:name="T1"><style:text-properties style:text-position="{raised}" '
        'style:text-line-through-type="none"/></style:style><style:style style:name="ce2">'
        f'<style:text-properties {line}="single" style:text-position="-33% 58%"/></style:style>'
    )
    cells = (
        cell("#REF!", formula="of:=#REF!"),
        cell('45<text:span text:style-name="T1">1</text:span>'),
        cell("9", "float", "9", style_name="ce2"),
        cell("#1 của xã"),
    )
    data = ods(table(row(*cells)), styles=styles)

    assert [["#REF!", "45¹", "9", "#1 của xã"]] == grid(data)
    assert ["error_cell", "raised_figure", "struck_out"] == list(read(data).doubts.values())


def test_hidden_sheets_are_passed_over_and_comments_are_no_text():
    hidden = '<style:table-properties table:display="false"/>'
    styles = f'<style:style style:name="ta2">{hidden}</style:style>'
    comment = "<office:annotation><text:p>ghi chú</text:p></office:annotation>"
    spaced = '<text:p>a<text:s text:c="2"/>b</text:p>'
    noted = f'<table:table-cell office:value-type="string">{comment}{spaced}</table:table-cell>'
    data = ods(
        table(row(cell("ẩn")), name="Ẩn", style="ta2"),
        table(row(noted), row(cell("c"), visibility="filter"), name="Một"),
        table(row(cell("hai")), name="Hai"),
        styles=styles,
    )

    assert [["a  b"], ["c"]] == grid(data)
    assert ("Một", ("Một", "Hai"), [1]) == (
        read(data).sheet,
        read(data).sheets,
        read(data).hidden_rows,
    )
    assert [["hai"]] == read(data, "Hai").rows


def test_a_locked_or_broken_workbook_says_so():
    kind = "application/vnd.oasis.opendocument.spreadsheet"
    manifest = "<manifest:file-entry><manifest:encryption-data/></manifest:file-entry>"

    with pytest.raises(NoTable, match="locked"):
        grid(zipped({"mimetype": kind, "META-INF/manifest.xml": manifest, "content.xml": "?"}))
    with pytest.raises(NoTable, match="damaged"):
        grid(zipped({"mimetype": kind, "content.xml": "<a>"}))
