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
