"""What the pages of the server go by beside the declarations."""

from schemas.record import get, natural_id
from sync.changes import DELETED, Key

ROLE, PERSON, CODE = get("role_assignment"), get("staff_member"), get("code_list")


def test_a_list_shows_the_name_of_whom_a_record_refers_to(land):
    person = land.write(land.da_bac[0], "staff_member", **PERSON.example())
    land.write(land.da_bac[0], "role_assignment", **{**ROLE.example(), "person": person})

    client = land.logged_in("tinh")

    assert "Bùi Văn Đẳng" in client.get("/records/role_assignment?period=all").text
    assert "Bùi Văn Đẳng" in client.get("/records/role_assignment.csv?period=all").text


def test_no_name_of_a_centre_that_the_person_may_not_see_is_reported(land):
    person = land.write(land.kim_boi[0], "staff_member", **PERSON.example())
    land.write(land.da_bac[0], "role_assignment", **{**ROLE.example(), "person": person})
    page = land.logged_in("da.bac").get("/records/role_assignment?period=all").text

    assert person in page
    assert "Bùi Văn Đẳng" not in page


def test_a_code_that_was_deleted_keeps_its_name_where_it_was_used(land):
    area = land.province.published
    key = Key(area, "code_list", natural_id(CODE, area, CODE.example()))
    land.province.hub().write(key, CODE.example(), "tinh")
    one = land.activity(land.da_bac[0], category="nuoi_ong")
    land.province.hub().write(key, {DELETED: True}, "tinh")
    page = land.logged_in("tinh").get(f"/records/activity/{land.da_bac[0]}/{one}").text

    assert "Nuôi ong lấy mật" in page


def test_a_code_that_the_province_added_is_named_and_offered(land):
    area = land.province.published
    key = Key(area, "code_list", natural_id(CODE, area, CODE.example()))
    land.province.hub().write(key, {**CODE.example(), "valid_from": None}, "tinh")
    land.activity(land.da_bac[0], category="nuoi_ong")
    client = land.logged_in("tinh")

    assert 2 == client.get("/records/activity?period=all").text.count("Nuôi ong lấy mật")
    assert "Nuôi ong lấy mật" in client.get("/totals?period=2012&by=category").text
