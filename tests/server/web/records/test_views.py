import csv
import io
import re

from reporting.query.listing import PAGE
from schemas.importing.intake import lines, recognised
from schemas.record import get
from schemas.tables.grids import grid
from sync.changes import DELETED


def test_the_list_is_filtered_by_unit_category_form_period_and_text(land):
    land.activity(land.da_bac[0], title="Trồng đào", category="xmc", form="lop_hoc")
    land.activity(land.kim_boi[0], title="Trồng cam")
    client = land.logged_in("tinh")
    asked = {
        "category=xmc": 1,
        "category=ntm": 0,
        "form=lop_hoc": 1,
        "q=trong": 2,
        "q=dao": 1,
        "period=2011": 0,
        f"unit={land.units['153'].id}": 1,
        f"unit={land.kim_boi[1]}": 0,
    }
    pages = {ask: client.get(f"/records/activity?{ask}").text for ask in asked}

    assert [] == [ask for ask, n in asked.items() if f"Hoạt động: {n} bản ghi" not in pages[ask]]


def test_a_list_headed_by_a_year_is_narrowed_by_it(land):
    for year in (2012, 2013):
        land.write(land.da_bac[0], "annual_plan", **{**get("annual_plan").example(), "year": year})
    page = land.logged_in("tinh").get("/records/annual_plan?year=2013").text

    assert "Kế hoạch năm: 1 bản ghi" in page
    assert 1 == page.count('name="f.year"')
    assert 'name="f.year" value="2013"' in page


def test_a_plan_that_is_not_signed_yet_is_listed(land):
    draft = {**get("coordination_plan").example(), "signed_on": None}
    land.write(land.province.published, "coordination_plan", **draft)
    client = land.logged_in("tinh")

    assert "1 bản ghi" in client.get("/records/coordination_plan").text
    assert "1 bản ghi" in client.get("/records/coordination_plan?school_year=2012-2013").text
    assert "0 bản ghi" in client.get("/records/coordination_plan?period=2012").text


def test_an_empty_list_says_what_to_do(land):
    page = land.logged_in("tinh").get("/records/activity").text

    assert "Không có bản ghi nào" in page
    assert "bỏ bớt điều kiện lọc" in page
    assert "chưa đồng bộ" in page


def test_an_empty_list_of_what_is_published_does_not_wait_for_a_centre(land):
    page = land.logged_in("tinh").get("/records/directive").text

    assert "cấp trên ban hành cho mọi trung tâm" in page
    assert "chưa đồng bộ" not in page


def test_a_long_list_has_pages_that_keep_what_was_asked_for(land):
    for _ in range(PAGE + 1):
        land.activity(land.da_bac[0])
    client = land.logged_in("tinh")
    first = client.get("/records/activity?period=2012&category=khuyen_nong").text

    assert "Trang 1 trên 2" in first
    assert "category=khuyen_nong" in first[first.index('class="pr-paging') :]
    assert "Trang trước" in client.get("/records/activity?period=2012&page=2").text
    assert 200 == client.get(f"/records/activity?period=2012&page={'9' * 30}").status_code


def test_deleted_records_are_listed_only_if_they_are_asked_for(land):
    one = land.activity(land.da_bac[0], title="Đã xóa nhầm")
    land.write(land.da_bac[0], record_id=one, **{DELETED: True})
    client = land.logged_in("tinh")
    path = f"/records/activity/{land.da_bac[0]}/{one}"

    assert "Đã xóa nhầm" not in client.get("/records/activity?period=2012").text
    assert "Đã xóa nhầm" in client.get("/records/activity?period=2012&deleted=1").text
    assert "Bản ghi này đã bị xóa; không" in client.get(path).text  # by whom, its history says


def test_the_csv_is_the_list_with_every_field_and_the_units(land):
    land.activity(land.da_bac[0], title="Trồng đào", attendance_count=1234, budget_amount=5_000_000)
    text = land.logged_in("tinh").get("/records/activity.csv?period=2012").data.decode("utf-8-sig")
    head, row = csv.reader(io.StringIO(text))
    told = dict(zip(head, row, strict=True))

    assert "Thị trấn Đà Bắc, Huyện Đà Bắc" == told["Đơn vị"]
    assert ("2012-07-24", "1234", "5000000") == (
        told["Ngày bắt đầu"],
        told["Lượt người học"],
        told["Ngân sách nhà nước"],
    )
    assert "Khuyến nông (trồng trọt, chăn nuôi, thú y)" == told["Lĩnh vực"]


def test_what_a_centre_typed_is_no_formula_in_a_spreadsheet(land):
    land.activity(land.da_bac[0], title='=HYPERLINK("http://xau.vn")')
    text = land.logged_in("tinh").get("/records/activity.csv?period=2012").text

    assert "\"'=HYPERLINK(" in text


def test_a_record_shows_its_fields_who_entered_it_and_its_history(land):
    one = land.activity(land.da_bac[0], attendance_count=40, venue="Nhà văn hóa")
    land.write(land.da_bac[0], record_id=one, author="Đinh Văn Mạnh", attendance_count=45)
    page = land.logged_in("tinh").get(f"/records/activity/{land.da_bac[0]}/{one}").text

    assert "Bùi Thị Hoa" in page
    assert "Nhà văn hóa" in page
    assert page.index("<b>45</b>") < page.index("<b>40</b>")
    assert "đang dùng" in page
    assert ", nhập trên máy chủ</small>" in page
    assert ">server<" not in page


def test_a_record_in_dispute_shows_both_values(land):
    one = land.activity(land.da_bac[0])
    land.clash(land.da_bac[0], one, venue=("Ở xã", "Ở xóm"))
    client = land.logged_in("tinh")
    page = client.get(f"/records/activity/{land.da_bac[0]}/{one}").text

    assert "Hai người đã ghi hai giá trị khác nhau" in page
    assert {True} == {value in page for value in ("Ở xã", "Ở xóm")}
    assert "Có xung đột đang mở" in client.get("/records/activity?period=2012").text


def test_what_no_form_allows_stops_no_page(land):
    """A change that is merely invalid is merged: a newer or a broken agent may send anything."""
    one = land.activity(
        land.da_bac[0],
        title=["<script>alert(1)</script>"],
        category=7,
        attendance_count="nhiều",
        held_from="24/7/2012",
        tuong_lai={"a": [1]},
    )
    sheet = {"year": 2012, "criteria_set": "TTHTCD-MAU-01", "status": 3, "self_score.1.1": "ba"}
    two = land.write(land.da_bac[0], "evaluation", **sheet, **{"reason.1.1": 5})
    client = land.logged_in("tinh")
    area = land.da_bac[0]
    paths = [f"/records/activity/{area}/{one}", f"/records/evaluation/{area}/{two}"]
    paths += ["/", "/records/activity?period=all", "/evaluations?year=2012", "/totals?period=2012"]
    answers = [client.get(path) for path in paths]

    assert [200] * len(paths) == [answer.status_code for answer in answers]
    assert "<script>alert" not in "".join(answer.text for answer in answers)
    assert "Mục của phiên bản mới hơn" in answers[0].text


def test_the_workbook_is_the_list_with_typed_cells_and_can_be_brought_in(land):
    land.activity(land.da_bac[0], title="Trồng đào", budget_amount=5_000_000)
    data = land.logged_in("tinh").get("/records/activity.xlsx?period=2012").data
    found = grid(data)
    layout = recognised(get("activity"), found)
    (line,) = lines(get("activity"), found, layout, "centre")

    assert ("", "") == layout.columns[:2]
    assert 5_000_000 == line.values["budget_amount"]
    assert {} == line.errors


def test_people_stand_in_the_order_of_their_given_names_and_plans_the_latest_year_first(land):
    area, client = land.da_bac[0], land.logged_in("tinh")
    for name in ("Lê Thị Bình", "Đỗ Thị Ánh", "Nguyễn Văn An"):
        land.write(area, "staff_member", name=name)
    for year in (2012, 2014, 2013):
        land.write(area, "annual_plan", **{**get("annual_plan").example(), "year": year})
    people, plans = (client.get(f"/records/{n}").text for n in ("staff_member", "annual_plan"))
    names = re.findall(r">((?:Lê|Đỗ|Nguyễn) [^<]+)</a>", people)

    assert ["Nguyễn Văn An", "Đỗ Thị Ánh", "Lê Thị Bình"] == names
    assert ["2014", "2013", "2012"] == re.findall(r'data-label="Năm">(\d+)<', plans)


def test_words_sort_by_the_vietnamese_alphabet_both_ways(land):
    for title in ("Ươm cây", "Dệt thổ cẩm", "Đan lát"):
        land.activity(land.da_bac[0], title=title)
    client, order = land.logged_in("tinh"), ("Dệt thổ cẩm", "Đan lát", "Ươm cây")
    up = client.get("/records/activity?period=2012&sort=title").text
    down = client.get("/records/activity?period=2012&sort=-title").text

    assert sorted(map(up.index, order)) == list(map(up.index, order))
    assert sorted(map(down.index, order)) == list(map(down.index, order[::-1]))
    assert 200 == client.get("/records/activity?sort=drop%20table").status_code


def test_one_person_twice_in_one_role_is_warned_of_and_two_are_not(land):
    area, role = land.da_bac[0], get("role_assignment")
    one, two = (land.write(area, "role_assignment", **role.example()) for _ in range(2))
    land.write(area, "role_assignment", **{**role.example(), "person": "person000002"})
    page = land.logged_in("tinh").get(f"/records/role_assignment/{area}/{one}").text

    assert "Có thể bị nhập trùng với:" in page
    assert 1 == page.split("Có thể bị nhập trùng với:")[1].split("</p>")[0].count("<a ")
    assert f"/{two}?" in page


def test_a_record_that_looks_like_another_says_so(land):
    one, two = land.activity(land.da_bac[0]), land.activity(land.da_bac[0], attendance_count=1)
    land.activity(land.da_bac[0], held_from="2012-01-01")
    page = land.logged_in("tinh").get(f"/records/activity/{land.da_bac[0]}/{one}").text

    assert "Có thể bị nhập trùng với:" in page
    assert 1 == page.count(f"/{two}?")
