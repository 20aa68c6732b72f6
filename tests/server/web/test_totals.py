import csv
import io

import pytest

from sync.changes import DELETED


def table(answer):
    assert answer.data.startswith(b"\xef\xbb\xbf")
    return list(csv.reader(io.StringIO(answer.data.decode("utf-8-sig"))))


def test_the_csv_has_vietnamese_headings_numbers_and_the_total_of_the_screen(land):
    land.activity(land.da_bac[0], attendance_count=1234)
    client = land.logged_in("tinh")
    head, *rows = table(client.get("/totals/activity.csv?period=2012"))
    attendance = head.index("Lượt người học")

    assert ["Dòng", "Cấp", "Trung tâm đã báo cáo"] == head[:3]
    assert ["Tổng cộng", "1234"] == [rows[-1][0], rows[-1][attendance]]
    assert "1.234" in client.get("/totals?period=2012").text


def test_in_the_csv_who_did_not_report_has_empty_cells(land):
    land.activity(land.da_bac[0])
    head, *rows = table(land.logged_in("tinh").get("/totals/activity.csv?period=2012"))
    records = {row[0]: row[head.index("Số bản ghi")] for row in rows}

    assert ("1", "") == (records["Huyện Đà Bắc"], records["Huyện Kim Bôi"])


def test_deleted_records_are_in_no_total(land):
    one = land.activity(land.da_bac[0])
    land.write(land.da_bac[0], record_id=one, **{DELETED: True})
    page = land.logged_in("tinh").get("/totals?period=2012").text

    assert "0 trên 5 trung tâm đã báo cáo" in page


def test_a_figure_that_rests_on_an_open_conflict_says_so(land):
    one = land.activity(land.da_bac[0])
    land.clash(land.da_bac[0], one, venue=("Ở xã", "Ở xóm"))
    page = land.logged_in("tinh").get("/totals?period=2012").text

    assert page.count('title="1 bản ghi có xung đột đang mở"') == 2  # the district, the commune


def test_any_record_type_with_figures_has_totals_by_unit(land):
    land.write(land.da_bac[0], "centre_profile", name="TTHTCĐ Đà Bắc", computer_count=3)
    page = land.logged_in("tinh").get("/totals/centre_profile?figures=all").text

    assert "Số máy tính" in page
    assert "1 trên 5 trung tâm đã báo cáo" in page


@pytest.mark.parametrize(
    "path",
    [
        "/totals?period=2012-13",
        "/totals?period=x",
        "/totals?by=title",
        "/totals?by=1;drop",
        "/totals?on=gestern",
        "/totals/nothing",
        "/evaluations?year=12",
        "/evaluations?year=2012-07",
    ],
)
def test_what_does_not_exist_is_not_found(land, path):
    assert 404 == land.logged_in("tinh").get(path).status_code


def test_a_school_year_runs_from_september_to_august(land):
    land.activity(land.da_bac[0], held_from="2011-09-01")
    land.activity(land.da_bac[0], held_from="2012-08-31")
    page = land.logged_in("tinh").get("/totals?period=2011-2012&by=month").text

    assert "Năm học 2011-2012" in page
    assert "Tháng 09/2011" in page
    assert ">2</a></td>" in page


def test_the_table_to_publish_has_no_small_counts_and_says_what_it_withholds(land):
    land.activity(land.da_bac[0], disabled_count=2)
    client = land.logged_in("tinh")
    head, *rows = table(client.get("/totals/activity/public.csv?period=2012"))
    disabled, named = head.index("Trong đó khuyết tật"), "/totals/activity/public.csv"

    assert ["<5"] == sorted({row[disabled] for row in rows[:-1]} - {""})
    assert "ít hơn 5" in rows[-1][0]
    assert named in client.get("/totals?period=2012").text
    assert named not in client.get("/totals/centre_profile").text
    assert "2" in table(client.get("/totals/activity.csv?period=2012"))[1]
