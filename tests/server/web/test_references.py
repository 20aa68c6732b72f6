"""A reference to a record that does not exist is refused, or shown and listed, never silent."""

import re
from html import unescape

import pytest

from schemas import forms, references
from schemas.record import fields, get
from sync.changes import DELETED

from .records.test_writing import Office, published, stored

ITEM, PLAN = get("coordination_item"), get("coordination_plan")
TITLE = ITEM.title_field
NOWHERE = "9b1c7e0a-5f0d-5c39-9d3e-7f1e2a4b6c80"


@pytest.fixture
def plan(land):
    key = published(land, PLAN)
    land.province.hub().write(key, PLAN.example(), "tinh")
    return key


@pytest.fixture
def office(land, plan):
    return Office(land, "tinh").get("/records/coordination_item/new")


def sent(office, named):
    return office.send({**forms.texts(ITEM, ITEM.example()), "plan_ref": named})


def items(land):
    return land.province.store().fingerprints([land.province.published], "coordination_item")


def test_an_id_of_no_record_is_refused_in_words(land, office):
    sent(office, NOWHERE)

    assert 422 == office.status
    assert "Không tìm thấy bản ghi có mã này" in unescape(office.text)
    assert {} == dict(items(land))


def test_a_name_spelled_nearly_right_is_refused_with_the_likely_one(land, office, plan):
    name = stored(land, plan).values["title"]
    sent(office, name[:-2] + "xx")

    assert 422 == office.status
    assert f"Có phải: {name}" in unescape(office.text)


def test_the_id_or_the_name_of_a_record_that_exists_is_stored(land, office, plan):
    sent(office, plan.record_id)
    (key,) = items(land)

    assert plan.record_id == stored(land, key).values["plan_ref"]


def test_a_deleted_record_is_named_by_no_new_one(land, office, plan):
    land.province.hub().write(plan, {DELETED: True}, "tinh")
    sent(office, plan.record_id)

    assert 422 == office.status


def test_what_a_machine_sent_is_kept_shown_as_not_found_and_listed(land):
    made = land.write(land.da_bac[0], "material_use", material=NOWHERE, used_on="2012-07-01")
    office = Office(land, "da.bac")
    page = office.get(f"/records/material_use/{land.da_bac[0]}/{made}").text
    table = office.get("/records/material_use.csv?period=all").text
    listed = office.get("/attention").text
    elsewhere = Office(land, "kim.boi").get("/attention").text

    told = f"không tìm thấy: {NOWHERE}"
    assert [True, True, True] == [told in text for text in (page, table, listed)]
    assert f"/records/material_use/{land.da_bac[0]}/{made}" in listed
    assert told not in elsewhere


def test_once_the_record_arrives_it_is_listed_no_more(land):
    area, material = land.da_bac[0], get("material")
    land.write(area, "material_use", material=NOWHERE, used_on="2012-07-01")
    land.write(land.province.published, "material", NOWHERE, **material.example())

    assert "Tham chiếu không tìm thấy" not in Office(land, "tinh").get("/attention").text


def test_to_delete_what_others_name_is_asked_about_with_their_number(land, office, plan):
    sent(office, plan.record_id)
    at = f"/records/coordination_plan/{plan.area}/{plan.record_id}"
    office.get(f"{at}?period=all").send({}, f"{at}/delete")
    assert "1 bản ghi khác đang nhắc tới bản ghi này" in office.text
    assert not stored(land, plan).deleted

    office.send({"sure": "1"}, f"{at}/delete")
    assert stored(land, plan).deleted
    assert "(đã xóa)" in office.get("/attention").text


def test_what_nobody_names_is_deleted_at_once(land, plan):
    at = f"/records/coordination_plan/{plan.area}/{plan.record_id}"
    Office(land, "tinh").get(f"{at}?period=all").send({}, f"{at}/delete")

    assert stored(land, plan).deleted


def test_a_record_whose_reference_is_lost_can_still_be_edited_and_left_as_it_is(land, office, plan):
    sent(office, plan.record_id)
    (key,) = items(land)
    land.province.hub().write(plan, {DELETED: True}, "tinh")
    office.get(f"/records/coordination_item/{key.area}/{key.record_id}/edit")
    drawn = unescape(re.search(r'name="plan_ref"[^>]*value="([^"]*)"', office.text)[1])
    assert drawn.endswith("(đã xóa)")

    office.send({**forms.texts(ITEM, ITEM.example()), "plan_ref": drawn, TITLE: "Đã sửa"})
    assert (plan.record_id, "Đã sửa") == tuple(
        stored(land, key).values[name] for name in ("plan_ref", TITLE)
    )


def test_every_reference_of_every_type_is_looked_after():
    found = {(one.record_type, one.field) for one in references.links()}

    assert ("evaluation", "criteria_set") in found
    assert {"_id", "code"} == {one.by for one in references.links()}
    assert all(one.field in fields(get(one.record_type)) for one in references.links())
