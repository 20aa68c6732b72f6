"""The summaries on pages and in files: the same numbers, and what they rest on."""

import csv
import io
import re
from html import unescape

import pytest

from reporting.summaries import get, summaries
from schemas.tables import grids
from tests import worked

PLACE = re.compile(r'href="(/records/[^"]+)"')


@pytest.fixture(scope="module")
def land(tmp_path_factory):
    land = worked.province(tmp_path_factory.mktemp("worked") / "province")
    yield land
    land.province.close()


@pytest.fixture(scope="module")
def client(land):
    return land.logged_in("tinh")


def rows_of(page):
    """The rows of a page's table, each cell as it is read; a wide cell once for each column."""
    rows = []
    for row in re.findall(r"<tr.*?</tr>", page.partition("<tbody>")[2], re.DOTALL):
        cells = []
        for attributes, inner in re.findall(r"<t[hd]([^>]*)>(.*?)</t[hd]>", row, re.DOTALL):
            span = re.search(r'colspan="(\d+)"', attributes)
            text = " ".join(unescape(re.sub(r"<[^>]+>", " ", inner)).split())
            cells += [text] * (int(span[1]) if span else 1)
        rows.append(cells)
    return rows


def csv_rows(answer):
    return list(csv.reader(io.StringIO(answer.data.decode("utf-8-sig"))))


def printed(cell):
    """A cell of the page as a file has it."""
    plain = re.sub(r"(?<=\d)\.(?=\d{3})", "", cell.removesuffix(" *").removesuffix(",0"))
    return "" if plain == "-" else plain


def figures_of(lines, columns, is_split):
    """The figures of the rows that the page has: of a split summary, no communes."""
    units = {"Huyện Đà Bắc", "Huyện Kim Bôi", "Tổng cộng"}
    own = [line for line in lines if line[0] in units or not is_split]
    padded = ([*line, *[""] * columns][:columns] for line in own)
    return [[str(cell).removesuffix(",0") for cell in line[4 + is_split :]] for line in padded]


@pytest.mark.parametrize("code", summaries())
@pytest.mark.parametrize("period", ["2012-H1", "2012-H2"])
def test_page_csv_and_workbook_have_the_same_numbers(client, code, period):
    page = rows_of(client.get(f"/summaries/{code}?period={period}").text)
    head, *lines = csv_rows(client.get(f"/summaries/{code}.csv?period={period}"))
    _, *book = grids.grid(client.get(f"/summaries/{code}.xlsx?period={period}").data)
    shown = [[printed(cell) for cell in row[2:]] for row in page]
    is_split = bool(get(code).by)

    assert shown == figures_of(lines, len(head), is_split) == figures_of(book, len(head), is_split)
    assert ["Đơn vị", "Cấp"] == head[:2]


def test_the_page_says_who_did_not_report_and_what_cannot_be_worked_out(client):
    rows = rows_of(client.get("/summaries/b1?period=2012-H1").text)
    kim_boi = next(row for row in rows if row[0] == "Huyện Kim Bôi")
    total = next(row for row in rows if row[0] == "Tổng cộng")

    assert ["0/1", *["chưa báo cáo"] * 14, "2"] == kim_boi[1:17]
    assert ["2/3", "4", "3", "11", "320"] == total[1:6]
    assert ["1.750.000", "-", "1.000.000", "0", "7", "60,0 *"] == total[12:18]


def test_the_list_behind_a_number_has_as_many_records(client):
    page = client.get("/summaries/b1?period=2012-H1").text
    body = unescape(page.partition("<tfoot>")[2])
    link = next(one for one in PLACE.findall(body) if "organisation" in one)
    listed = client.get(link).text

    assert "Tổng hợp" in listed
    assert 2 == len(set(re.findall(r'href="/records/activity/[^"/]+/[^"/?]+\?', listed)))


def test_the_file_to_publish_withholds_sensitive_parts_and_says_what_the_marks_mean(client):
    head, *lines, legend = csv_rows(client.get("/summaries/b1/public.csv?period=2012-H1"))
    column = head.index("Lượt người học: Trong đó dân tộc thiểu số")

    assert {"…"} == {line[column] for line in lines if line[2]}
    assert "122" == next(line for line in lines if line[:3] == ["Tổng cộng", "Tỉnh", ""])[column]
    assert legend[0].startswith("“<5”")


@pytest.mark.parametrize("code", summaries())
def test_the_units_of_another_day_add_up_to_the_same(client, code):
    own, other = (
        csv_rows(client.get(f"/summaries/{code}.csv?period=2012-H2{on}"))
        for on in ("", "&on=2025-07-01")
    )

    assert [line[1:] for line in own if line[0] == "Tổng cộng"] == [
        line[1:] for line in other if line[0] == "Tổng cộng"
    ]
    assert "Huyện" in {line[1] for line in own}
    assert "Huyện" not in {line[1] for line in other}


def test_a_district_sees_its_own_alone(land):
    client = land.logged_in("kim.boi")
    rows = rows_of(client.get("/summaries/b1?period=2012-H2").text)

    assert "80" == rows[-2][5] == next(r for r in rows if r[0] == "Tổng cộng")[5]
    assert "Đà Bắc" not in client.get("/summaries/b1.csv?period=2012-H2").text


@pytest.mark.parametrize("code", summaries())
def test_the_period_of_the_table_is_the_one_that_the_form_shows(client, code):
    page = client.get(f"/summaries/{code}?period=2012-H1").text

    assert '<option value="2012-H1" selected>' in page
    assert ("Số liệu của năm gần nhất: Năm 2011" in page) == (code in ("b2", "b5"))


def test_every_number_of_a_page_leads_to_a_page(client):
    for code in summaries():
        body = unescape(
            client.get(f"/summaries/{code}?period=2012-H2").text.partition("<tfoot>")[2]
        )
        links = re.findall(r'<td[^>]*><a href="([^"]+)"', body)

        assert links
        assert {200} == {client.get(link).status_code for link in set(links)}


@pytest.mark.parametrize("address", ["/summaries/b99", "/summaries/b1?period=x"])
def test_what_there_is_not_is_not_found(client, address):
    assert 404 == client.get(address).status_code


def test_all_time_is_the_current_period(client):
    assert "6 tháng đầu năm 2013" in client.get("/summaries?period=all").text
