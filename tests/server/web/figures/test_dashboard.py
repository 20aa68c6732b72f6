import json
import random
import re
import time

import pytest

from ..conftest import numbers


def test_before_any_centre_there_is_a_word_on_what_to_do(land):
    land.db.execute("delete from centre")
    page = land.logged_in("tinh").get("/").text

    assert "Chưa có trung tâm nào" in page
    assert "cấp mã ghi danh" in page


def test_a_period_without_records_says_so_and_what_to_do(land):
    page = land.logged_in("tinh").get("/?period=2011").text

    assert "Chưa có hoạt động nào trong kỳ này" in page
    assert "Chọn kỳ khác" in page


@pytest.mark.parametrize("key", ["1900", "1900-H1", "1900-Q1", "1900-01", "1900-1901"])
def test_the_first_year_that_an_address_may_name_opens_too(land, key):
    assert 200 == land.logged_in("tinh").get(f"/?period={key}").status_code


def period_of(land, first, last, kind="sau_thang"):
    told = {"title": "Kỳ", "kind": kind, "starts_on": first, "ends_on": last}
    land.write(land.province.published, "report_period", **told)


def test_the_first_page_is_of_the_half_year_that_holds_today_by_the_server_s_clock(land):
    land.activity(land.da_bac[0], held_from="2012-09-05")  # announced; today is 24/07/2012
    client = land.logged_in("tinh")

    assert "Tổng quan – 6 tháng cuối năm 2012" in client.get("/").text
    land.wall.now += 365 * 86_400_000
    assert "Tổng quan – 6 tháng cuối năm 2013" in land.logged_in("tinh").get("/").text


def test_the_period_of_the_province_comes_before_the_calendar_s(land):
    period_of(land, "2011-12-01", "2012-11-30", "nam")
    period_of(land, "2012-07-01", "2012-07-31", "chuyen_de")
    client = land.logged_in("tinh")
    assert "Tổng quan – Từ 01/12/2011 đến 30/11/2012" in client.get("/").text

    period_of(land, "2012-07-01", "2012-09-30", "quy")
    assert "Tổng quan – Quý III năm 2012" in client.get("/").text


def test_a_current_period_without_data_says_so_and_leads_to_the_last_that_has(land):
    land.activity(land.da_bac[0], held_from="2010-05-05")
    land.activity(land.da_bac[0], held_from="2013-05-05")
    page = land.logged_in("tinh").get("/").text

    assert "Kỳ hiện tại chưa có hoạt động nào" in page
    assert "Xem kỳ gần nhất có số liệu: 6 tháng đầu năm 2010" in page
    assert 'period=2010-H1">' in page


def test_another_period_leads_back_to_the_current_one(land):
    land.activity(land.da_bac[0], held_from="2010-05-05")
    page = land.logged_in("tinh").get("/?period=2010").text

    assert "Về kỳ hiện tại: 6 tháng cuối năm 2012" in page
    assert "Kỳ hiện tại</span>" not in page


def test_a_day_typed_wrong_does_not_lead_the_years(land):
    land.activity(land.da_bac[0], held_from="2010-05-05")
    land.activity(land.da_bac[0], held_from="2090-01-01")
    page = land.logged_in("tinh").get("/").text

    assert page.index(">Năm 2010<") < page.index("Năm chưa tới") < page.index(">Năm 2090<")


def test_the_cards_show_the_figures_and_how_they_changed_in_a_year(land):
    land.activity(land.da_bac[0], held_from="2011-07-24", attendance_count=100)
    land.activity(land.da_bac[0], attendance_count=150, female_count=60)
    page = land.logged_in("tinh").get("/?period=2012").text

    assert "▲ 50&nbsp;% so với Năm 2011" in page
    assert "40,0\u00a0% lượt người học" in page


def test_the_periods_of_today_can_be_chosen_before_anything_was_entered_in_them(land):
    land.activity(land.da_bac[0], held_from="2010-02-05")
    page = land.logged_in("tinh").get("/?period=2012-H1").text
    now = ("Năm 2012", "6 tháng cuối năm 2012", "Quý III năm 2012", "Tháng 07/2012")

    assert [f">{label}<" in page for label in now] == [True] * 4
    assert ">Năm học 2011-2012<" in page  # 24 July is in it


def test_a_share_is_of_the_attendances_where_it_was_counted(land):
    land.activity(land.da_bac[0], attendance_count=62, female_count=10)
    land.activity(land.da_bac[0], attendance_count=33, female_count=None)
    client = land.logged_in("tinh")
    page, totals = client.get("/?period=2012").text, client.get("/totals/activity?period=2012").text

    assert "16,1\u00a0% trong 62 lượt có đếm" in page  # 10 of 62: nobody knows of the other 33
    assert "<td>16,1&nbsp;*</td>" in totals
    assert "* Tỷ lệ chỉ tính trên những bản ghi có cả hai số" in totals
    assert "&nbsp;*</td>" not in client.get("/totals/activity?period=2011").text
    assert "0,0\u00a0%" not in page  # nobody counted ethnic minorities: that is no share of nought


def test_every_bar_of_a_chart_leads_to_its_records(land):
    land.activity(land.da_bac[0], held_from="2012-03-05")
    client = land.logged_in("tinh")
    page = client.get("/?period=2012").text

    assert 12 * 2 == len(re.findall(r"period=2012-\d\d", page))  # a bar a month, drawn twice
    assert "1 bản ghi" in client.get("/records/activity?period=2012-03").text


def test_a_month_has_no_chart_of_months(land):
    land.activity(land.da_bac[0])
    page = land.logged_in("tinh").get("/?period=2012-07").text

    assert "Hoạt động theo tháng" not in page
    assert "Hoạt động theo lĩnh vực" in page


def test_who_has_been_silent_for_more_than_fourteen_days_is_named(land):
    land.device("aaaaaaaa", land.da_bac[0], last_contact=land.wall() - 20 * 86_400_000)
    land.device("bbbbbbbb", land.da_bac[1])
    page = land.logged_in("da.bac").get("/").text
    silent = page[page.index("Chưa liên lạc quá 14 ngày") :]

    assert "20 ngày" in silent
    assert ["14", "2", "20"] == numbers(silent)[:3]


def test_the_page_says_what_it_rests_on(land):
    page = land.logged_in("da.bac").get("/").text
    end = land.province.store().end()

    assert f"3 trung tâm trong phạm vi của bạn · nhật ký số {end}" in page
    assert "24/07/2012 12:00" in page


def test_the_records_of_one_year_can_be_seen_by_the_units_of_another(land):
    land.activity(land.da_bac[0])
    client = land.logged_in("tinh")

    assert "Theo huyện" in client.get("/?period=2012").text
    assert "Theo xã" in client.get("/?period=2012&on=2025-07-01").text
    assert "Tỉnh Phú Thọ" in client.get("/?period=2012&on=2025-07-01").text


def test_a_unit_that_has_gone_is_followed_to_what_it_became(land):
    land.activity(land.da_bac[0], held_from="2026-01-05", title="Ở Đà Bắc mới")
    client = land.logged_in("tinh")
    commune, district = land.units["04831"].id, land.units["150"].id

    assert 200 == client.get(f"/?period=2026&unit={commune}").status_code
    assert "Tỉnh Phú Thọ" in client.get(f"/?period=2026&unit={district}").text


@pytest.mark.slow
def test_fifty_thousand_activities_are_shown_within_a_second(land):
    fill(land, 50_000)
    land.wall.pass_hours(24 * 365)  # by then, none of them is to come
    client = land.logged_in("tinh")
    client.get("/?period=2010")
    begun = time.process_time()
    page = client.get("/?period=2011").text
    took = time.process_time() - begun

    assert took < 1
    assert "25.000" in page


def fill(land, count):
    """Rows in the reports' table alone: the log behind them would take a minute."""
    areas, dice = land.da_bac + land.kim_boi, random.Random(7)
    rows = (
        {
            "_area": dice.choice(areas),
            "_id": f"{number:08}",
            "_deleted": 0,
            "title": "Tập huấn " * 5,
            "category": dice.choice(["xmc", "khuyen_nong", "van_hoa"]),
            "form": "tap_huan",
            "held_from": f"{2010 + number % 2}-{dice.randint(1, 12):02}-{dice.randint(1, 28):02}",
            "attendance_count": dice.randint(0, 200),
            "search_text": json.dumps("tap huan " * 20),
        }
        for number in range(count)
    )
    with land.db.conn:
        land.db["activity"].insert_all(rows, batch_size=1000)
