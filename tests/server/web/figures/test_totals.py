import csv
import io
import re

import pytest

from sync.changes import DELETED

from ..test_agreement import figures


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
    land.wall.pass_hours(24 * 60)  # from 24/07/2012 to the September after it
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


def test_a_stock_has_its_day_and_is_never_added_up_over_time(land):
    area = land.da_bac[0]
    for day, count in (("2012-06-30", 1420), ("2012-12-31", 1498)):
        land.write(area, "membership_snapshot", counted_on=day, member_count=count)
    client = land.logged_in("tinh")
    pages = {
        key: client.get(f"/totals/membership_snapshot?period={key}").text
        for key in ("2012", "2012-H1", "2011", "2015")
    }
    by_half = client.get("/totals/membership_snapshot?period=2012&by=half").text
    head, *rows = table(client.get("/totals/membership_snapshot.csv?period=2012"))
    members, as_of = head.index("Tổng số hội viên"), head.index("Tính đến")

    assert "tính đến 31/12/2012" in pages["2012"]
    assert "tính đến 30/06/2012" in pages["2012-H1"]
    assert [True, True] == ["chưa báo cáo" in pages[key] for key in ("2011", "2015")]
    assert [] == [page for page in (*pages.values(), by_half) if "2.918" in page]
    assert [">1.498</a>" in by_half, "Cuối kỳ" in by_half] == [True, True]
    assert ["Tổng cộng", "1498", "2012-12-31"] == [rows[-1][n] for n in (0, members, as_of)]


def test_of_a_year_before_the_first_profile_there_are_no_figures(land):
    land.write(land.da_bac[0], "centre_profile", name="TT", computer_count=4)
    client = land.logged_in("tinh")

    assert "chưa có số liệu" in client.get("/totals/centre_profile?period=2011&by=unit").text
    assert ">4</a>" in client.get("/totals/centre_profile?period=2012").text


def test_a_share_has_one_decimal_and_is_in_the_table_that_leaves(land):
    land.activity(land.da_bac[0], attendance_count=30, female_count=10)
    client = land.logged_in("tinh")
    head, *rows = table(client.get("/totals/activity.csv?period=2012"))

    assert "33,3" in client.get("/totals/activity?period=2012").text
    assert "33,3" == rows[-1][head.index("Tỷ lệ nữ (%)")]


COUNTED = {
    "membership_snapshot": [
        {"counted_on": "2012-06-30", "member_count": 1420, "new_count": 5, "board_count": 3},
        {"counted_on": "2012-12-31", "member_count": 1498, "new_count": 7},
    ],
    "fund_statement": [
        {"fund": "f", "period_start": "2012-01-01", "period_end": "2012-06-30",
         "opening_amount": 10, "income_amount": 5, "expense_amount": 3, "closing_amount": 12},
        {"fund": "f", "period_start": "2012-07-01", "period_end": "2012-12-31",
         "opening_amount": 12, "income_amount": 8, "expense_amount": 1, "closing_amount": 19},
    ],
    "fund_transaction": [{"fund": "f", "booked_on": "2012-08-08", "income_amount": 6}],
    "facility": [
        {"name": "Máy", "kind": "may_tinh", "item_count": 3, "given_up_on": "2012-05-05"},
        {"name": "Máy", "kind": "may_tinh", "item_count": 4, "received_on": "2012-05-06"},
    ],
    "title_count": [
        {"year": year, "scheme": "hieu_hoc", "title": "gia_dinh", "achieved_count": year,
         "new_count": 3}
        for year in (2011, 2012)
    ],
    "retention_count": [
        {"school_year": 2011, "period": "hoc_ky_2", "school": "TH", "counted_on": "2012-05-25",
         "at_risk_count": 8, "dropped_count": 2, "pupil_count": 90},
        {"school_year": 2012, "period": "dau_nam", "school": "TH", "counted_on": "2012-09-05",
         "at_risk_count": 6, "dropped_count": 1, "pupil_count": 95},
    ],
}  # fmt: skip


CUTS = [(name, cut) for name in COUNTED for cut in ("unit", "half") if name != "fund_transaction"]


@pytest.mark.parametrize(("kind", "cut"), [one for one in CUTS if one != ("title_count", "half")])
def test_a_figure_is_the_sum_of_the_rows_behind_its_link(land, kind, cut):
    """The rows themselves, as a spreadsheet adds them up."""
    for name, rows in COUNTED.items():
        for values in rows if name in (kind, "fund_transaction") else ():
            land.write(land.da_bac[0], name, **values)
    client = land.logged_in("tinh")
    page = client.get(f"/totals/{kind}?period=2012&by={cut}&figures=all").text
    told = [one for one in figures(page) if one[1] != "Số bản ghi" and "/records/" in one[0]]
    lists = {link.replace(f"/{kind}?", f"/{kind}.csv?") for link, _, _ in told}
    behind = {link: table(client.get(link)) for link in lists}
    wrong = []
    for link, label, text in told:
        head, *lines = behind[link.replace(f"/{kind}?", f"/{kind}.csv?")]
        cells = [line[head.index(label)] for line in lines]
        if sum(int(cell or 0) for cell in cells) != int(text.replace(".", "")):
            wrong.append((link, label, text, cells))

    assert told
    assert [] == wrong


def test_the_list_leads_to_the_totals_of_its_time(land):
    land.write(land.da_bac[0], "title_count", **COUNTED["title_count"][0])
    land.write(land.da_bac[0], "facility", **COUNTED["facility"][1])
    client = land.logged_in("tinh")
    told = {
        path: re.search(r'href="(/totals/[^"]*)"', client.get(path).text)[1].replace("&amp;", "&")
        for path in ("/records/title_count?f.year=2011", "/records/facility", "/records/activity")
    }
    facility = client.get(told["/records/facility"]).text

    assert "/totals/title_count?period=2011" == told["/records/title_count?f.year=2011"]
    assert "/totals/facility" == told["/records/facility"]
    assert told["/records/activity"].startswith("/totals/activity?period=")
    assert "Cơ sở vật chất – Năm 2012" in facility
    assert ">4</a>" in facility


def test_what_was_given_up_is_in_the_totals_of_its_time_alone(land):
    for values in COUNTED["facility"]:
        land.write(land.da_bac[0], "facility", **values)
    client = land.logged_in("tinh")
    found = [
        [text for _, label, text in figures(client.get(f"/totals/facility?period={key}").text)
         if label == "Số lượng"][-1]
        for key in ("2011", "2012", "2013")
    ]  # fmt: skip

    assert ["3", "4", "4"] == found
