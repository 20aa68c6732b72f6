"""Paper at the province: blank forms, and lists within what a person may see."""

import pytest

from schemas.record import get, natural_id, record_types
from sync.changes import Key

KEPT = [name for name, schema in record_types().items() if schema.lives_in != "published"]


@pytest.mark.parametrize("record_type", KEPT)
def test_every_record_type_can_be_printed_blank_and_filled(land, record_type):
    client = land.logged_in("tinh")
    for page in ("form", "print?period=all"):
        answer = client.get(f"/records/{record_type}/{page}")

        assert 200 == answer.status_code
        assert "Bấm Ctrl+P để in" in answer.text


def test_the_printed_list_is_what_the_person_may_see(land):
    land.activity(land.da_bac[0], title="Trồng đào")
    land.activity(land.kim_boi[0], title="Trồng cam")
    page = land.logged_in("da.bac").get("/records/activity/print?period=2012&q=trong").text

    assert "Trồng đào" in page
    assert "Trồng cam" not in page
    assert "Năm 2012; “trong”" in page


def test_a_list_narrowed_by_a_code_that_the_province_added_says_its_name(land):
    code, area = get("code_list"), land.province.published
    key = Key(area, "code_list", natural_id(code, area, code.example()))
    land.province.hub().write(key, {**code.example(), "valid_from": None}, "tinh")
    land.activity(land.da_bac[0], title="Trồng đào")
    page = land.logged_in("tinh").get("/records/activity/print?category=nuoi_ong").text

    assert "Năm 2012; Nuôi ong lấy mật" in page


def test_a_blank_evaluation_has_the_criteria_in_force(land):
    assert "kp-scores" in land.logged_in("tinh").get("/records/evaluation/form").text


def test_a_record_is_printed_under_its_centre_and_the_units_of_its_day(land):
    area = land.da_bac[0]
    name = land.activity(area, title="Trồng đào", held_from="2012-03-01")
    client, link = land.logged_in("tinh"), f"/records/activity/{area}/{name}/print"
    assert link in client.get(f"/records/activity/{area}/{name}?period=all").text
    page = client.get(link).text

    assert "<span>Tỉnh Hòa Bình</span><span>Huyện Đà Bắc</span>" in page
    assert "<span>Tên hoạt động:</span> <b>Trồng đào</b>" in page


def test_after_the_merger_it_is_printed_under_the_new_province_and_no_district(land):
    area = land.da_bac[0]
    name = land.activity(area, held_from="2026-03-01")
    page = land.logged_in("tinh").get(f"/records/activity/{area}/{name}/print").text

    assert "<span>Tỉnh Phú Thọ</span><span>Xã" in page
    assert "Huyện" not in page


def test_a_record_of_another_district_is_not_printed(land):
    area = land.kim_boi[0]
    path = f"/records/activity/{area}/{land.activity(area)}/print"

    assert 404 == land.logged_in("da.bac").get(path).status_code


def test_the_filled_sheet_is_printed_from_its_page(land):
    area, evaluation = land.da_bac[0], get("evaluation")
    name = land.write(area, "evaluation", **evaluation.example())
    client, link = land.logged_in("tinh"), f"/records/evaluation/{area}/{name}/print"
    assert link in client.get(f"/records/evaluation/{area}/{name}?period=all").text
    page = client.get(link).text

    assert "Phiếu đánh giá, xếp loại năm 2012" in page
    assert "Bùi Văn Đẳng, Giám đốc" in page


@pytest.mark.parametrize(
    ("period", "province"), [("2012", "Tỉnh Hòa Bình"), ("2026", "Tỉnh Phú Thọ")]
)
def test_the_heading_names_the_province_of_the_period(land, period, province):
    page = land.logged_in("tinh").get(f"/records/activity/print?period={period}").text

    assert f">{province}<" in page


def test_what_no_centre_keeps_is_printed_as_the_province_s(land):
    published = land.province.published
    land.write(published, "directive", **get("directive").example())
    page = land.logged_in("tinh").get("/records/directive/print?period=all").text

    assert '<div class="kp-body"><b>Tỉnh Hòa Bình</b></div>' in page
