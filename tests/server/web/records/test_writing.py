"""What the two offices fill in."""

import re
from html import unescape

import pytest

from schemas import forms
from schemas.owners import OF_A_DISTRICT
from schemas.record import get, natural_id
from server.users import users
from server.users.users import Account
from sync.changes import CONFLICT, Key

from ..conftest import PASSWORD, token_of

DIRECTIVE, LOCAL, OBSTACLE = get("directive"), get("local_plan"), get("obstacle")


class Office:
    """A person at the server who opens forms, fills them in and sends them."""

    def __init__(self, land, name):
        self.client = land.logged_in(name)
        self.text, self.status, self.path = "", 0, ""

    def get(self, path):
        return self.follow(self.client.get(path, follow_redirects=True))

    def send(self, typed, path=""):
        hidden = {"csrf_token": token_of(self.text), "_opened": self.hidden("_opened")}
        path = path or self.path
        return self.follow(self.client.post(path, data={**hidden, **typed}, follow_redirects=True))

    def hidden(self, name):
        found = re.findall(rf'name="{name}" value="([^"]*)"', self.text)
        return unescape(found[0]) if found else ""

    def follow(self, answer):
        self.text, self.status, self.path = answer.text, answer.status_code, answer.request.path
        return self


def published(land, schema, **values):
    area = land.province.published
    return Key(area, schema.record_type, natural_id(schema, area, {**schema.example(), **values}))


def stored(land, key):
    return land.province.store().load([key])[key]


def test_a_record_is_copied_to_a_new_one_without_what_the_other_office_added(land):
    plan = get("coordination_plan")
    key = published(land, plan)
    land.province.hub().write(key, {**plan.example(), "association_focus": "Của Hội"}, "tinh")
    office = Office(land, "tinh").get(f"/records/coordination_plan/{key.area}/{key.record_id}")
    office.get(re.search(r'href="([^"]+/copy)"', office.text)[1])
    form = {**forms.texts(plan, plan.example()), "school_year": "2013–2014"}
    assert form["title"] in unescape(office.text)
    assert "Của Hội" not in office.text

    office.send(form)
    copied = stored(land, published(land, plan, school_year=2013))
    assert 2013 == copied.values["school_year"]
    assert "association_focus" not in copied.values
    assert 2012 == stored(land, key).values["school_year"]


def test_who_does_not_publish_a_record_does_not_copy_it(land):
    key = published(land, DIRECTIVE)
    land.province.hub().write(key, DIRECTIVE.example(), "tinh")
    path = f"/records/directive/{key.area}/{key.record_id}"
    office = Office(land, "da.bac").get(path)

    assert "/copy" not in office.text
    assert 403 == office.get(f"{path}/copy").status


def test_the_province_publishes_a_record_and_every_centre_gets_it(land):
    office = Office(land, "tinh").get("/records/directive/new")
    office.send(forms.texts(DIRECTIVE, DIRECTIVE.example()))
    found = stored(land, published(land, DIRECTIVE))

    assert DIRECTIVE.example() == {n: v for n, v in found.values.items() if v is not None}
    assert "Các trung tâm nhận được" in office.text
    assert "1392/KH-SGD" in office.get("/records/directive").text


def test_a_faulty_form_comes_back_with_what_was_typed(land):
    office = Office(land, "tinh").get("/records/directive/new")
    office.send({"abstract": "Về việc thử", "issued_on": "hôm qua"})

    assert 422 == office.status
    assert "hôm qua" in office.text
    assert "Về việc thử" in office.text
    assert "Ngày viết theo kiểu" in office.text


def test_what_is_there_already_is_shown_and_not_written_over(land):
    typed = forms.texts(DIRECTIVE, DIRECTIVE.example())
    office = Office(land, "tinh")
    office.get("/records/directive/new").send(typed)
    office.get("/records/directive/new").send({**typed, "abstract": "Bản khác"})
    found = stored(land, published(land, DIRECTIVE))

    assert "Đã có bản ghi này" in office.text
    assert DIRECTIVE.example()["abstract"] == found.values["abstract"]


def test_what_is_in_force_is_to_be_ended_and_not_deleted(land):
    kinds = {name: get(name) for name in ("pilot_programme", "directive")}
    area, client = land.province.published, land.logged_in("tinh")
    examples = {name: {**schema.example(), "ended_on": None} for name, schema in kinds.items()}
    made = {name: land.write(area, name, **values) for name, values in examples.items()}
    pages = {
        name: client.get(f"/records/{name}/{area}/{record_id}?period=all").text
        for name, record_id in made.items()
    }

    assert [True, False] == ["đừng xóa" in page for page in pages.values()]


def test_a_published_record_is_mended_deleted_and_brought_back(land):
    key = Key(*published(land, DIRECTIVE))
    office = Office(land, "tinh").get("/records/directive/new")
    typed = forms.texts(DIRECTIVE, DIRECTIVE.example())
    office.send(typed)
    office.get(f"/records/directive/{key.area}/{key.record_id}/edit")
    office.send({**typed, "abstract": "Đã sửa"})
    mended = stored(land, key)
    office.send({}, f"/records/directive/{key.area}/{key.record_id}/delete")
    gone = stored(land, key)
    office.send({}, f"/records/directive/{key.area}/{key.record_id}/restore")

    assert ("Đã sửa", True, False) == (
        mended.values["abstract"],
        gone.deleted,
        stored(land, key).deleted,
    )


@pytest.mark.parametrize("name", ["hoi", "da.bac"])
def test_nobody_publishes_what_another_owns(land, name):
    assert 403 == Office(land, name).get("/records/directive/new").status


def test_each_office_fills_in_its_own_half(land):
    key = land.write(land.da_bac[0], "obstacle", **{
        n: OBSTACLE.example()[n] for n in ("title", "kind", "raised_on")
    })  # fmt: skip
    path = f"/records/obstacle/{land.da_bac[0]}/{key}/edit"
    said = {"state": "dang_xu_ly", "handler": "Phòng Kế hoạch", "title": "Viết đè"}
    Office(land, "tinh").get(path).send(said)
    Office(land, "hoi").get(path).send({"association_note": "Hội theo dõi", "state": "da_xong"})
    found = stored(land, Key(land.da_bac[0], "obstacle", key)).values

    assert OBSTACLE.example()["title"] == found["title"]
    assert ("dang_xu_ly", "Phòng Kế hoạch", "Hội theo dõi") == (
        found["state"],
        found["handler"],
        found["association_note"],
    )


def test_what_nobody_but_the_centre_fills_in_has_no_form(land):
    made = land.activity(land.da_bac[0])

    assert 403 == Office(land, "tinh").get(f"/records/activity/{land.da_bac[0]}/{made}/edit").status


def test_a_record_that_is_not_there_and_one_of_another_district_cannot_be_filled_in(land):
    made = land.write(land.kim_boi[0], "obstacle", **OBSTACLE.example())

    assert 404 == Office(land, "tinh").get(f"/records/obstacle/{land.da_bac[0]}/x/edit").status
    assert (
        403 == Office(land, "da.bac").get(f"/records/obstacle/{land.kim_boi[0]}/{made}/edit").status
    )


def test_a_district_writes_its_own_plan_and_no_other(land):
    office = Office(land, "da.bac").get("/records/local_plan/new")
    assert 'value="Huyện Đà Bắc"' in office.text

    typed = forms.texts(LOCAL, {**LOCAL.example(), "unit": "Huyện Đà Bắc"})
    office.send({**typed, "unit": "Huyện Kim Bôi"})
    assert 422 == office.status
    assert "Huyện Đà Bắc" in office.text

    office.send(typed)
    key = published(land, LOCAL, unit="Huyện Đà Bắc")
    assert stored(land, key).cells

    path = f"/records/local_plan/{key.area}/{key.record_id}/edit"
    assert 403 == Office(land, "kim.boi").get(path).status


def test_the_district_association_fills_in_its_part_of_the_plan(land):
    unit = land.units["150"].id
    users.add(land.db, Account("hoi.da.bac", PASSWORD, OF_A_DISTRICT[1], unit))
    told = {n: v for n, v in LOCAL.example().items() if n != "association_signed_on"}
    key = published(land, LOCAL, unit="Huyện Đà Bắc")
    land.province.hub().write(key, {**told, "unit": "Huyện Đà Bắc"}, "da.bac")
    office = Office(land, "hoi.da.bac")
    office.get(f"/records/local_plan/{key.area}/{key.record_id}/edit")
    office.send({"association_note": "Hội huyện làm nòng cốt", "title": "Viết đè"})
    found = stored(land, key).values

    assert ("Hội huyện làm nòng cốt", told["title"]) == (found["association_note"], found["title"])


def test_what_came_meanwhile_is_not_overwritten_unseen(land):
    made = land.write(land.da_bac[0], "obstacle", **OBSTACLE.example())
    path = f"/records/obstacle/{land.da_bac[0]}/{made}/edit"
    first, second = Office(land, "tinh").get(path), Office(land, "tinh").get(path)
    first.send({"state": "da_xong"})
    second.send({"state": "khong_the"})

    assert land.province.store().fingerprints([land.da_bac[0]], CONFLICT)


def test_a_form_that_we_did_not_make_saves_nothing(land):
    made = land.write(land.da_bac[0], "obstacle", **OBSTACLE.example())
    path = f"/records/obstacle/{land.da_bac[0]}/{made}/edit"
    office = Office(land, "tinh").get(path)
    office.send({"state": "da_xong", "_opened": "x"})

    assert 422 == office.status
    assert "Trang này mở đã lâu" in office.text


def test_an_answer_refers_to_another_record_by_its_name(land):
    plan = get("coordination_plan")
    land.province.hub().write(published(land, plan), plan.example(), "tinh")
    item = get("coordination_item")
    office = Office(land, "tinh").get("/records/coordination_item/new")
    typed = forms.texts(item, item.example())
    office.send({**typed, "plan_ref": "phoi hop nam hoc 2012"})
    key = published(land, plan)
    made = natural_id(item, key.area, {**item.example(), "plan_ref": key.record_id})

    assert (
        key.record_id == stored(land, Key(key.area, "coordination_item", made)).values["plan_ref"]
    )
    assert "Chương trình phối hợp năm học 2012–2013" in office.text


EVALUATOR = get("evaluator")


def test_what_an_office_keeps_lies_in_the_internal_area_and_the_page_says_so(land):
    office = Office(land, "da.bac").get("/records/evaluator/new")
    office.send(forms.texts(EVALUATOR, {**EVALUATOR.example(), "unit": "Huyện Đà Bắc"}))

    store, province = land.province.store(), land.province

    assert 1 == len(store.fingerprints([province.internal], "evaluator"))
    assert not store.fingerprints([province.published], "evaluator")
    assert "không gửi xuống trung tâm" in office.text


@pytest.mark.parametrize(
    ("name", "status", "sees"),
    [("tinh", 200, True), ("kim.boi", 404, False), ("hoi", 403, False), ("da.bac", 200, True)],
)
def test_what_an_office_keeps_of_persons_is_seen_by_it_and_the_province_alone(
    land, name, status, sees
):
    values = {**EVALUATOR.example(), "unit": "Huyện Đà Bắc"}
    made = land.write(land.province.internal, "evaluator", **values)
    client = land.logged_in(name)
    pages = [f"/records/evaluator{page}" for page in ("", ".csv", "/print")]
    texts = [client.get(f"{page}?period=all").text for page in pages]
    address = f"/records/evaluator/{land.province.internal}/{made}"

    assert [sees] * len(pages) == [values["name"] in text for text in texts]
    assert status == client.get(address).status_code
    assert (values["name"] in client.get(f"{address}/edit").text) is (name == "da.bac")


def test_nobody_begins_with_a_copy_of_what_they_may_not_see(land):
    values = {**EVALUATOR.example(), "unit": "Huyện Đà Bắc"}
    made = land.write(land.province.internal, "evaluator", **values)
    path = f"/records/evaluator/{land.province.internal}/new000000001/edit?like={made}"
    pages = [land.logged_in(name).get(path).text for name in ("da.bac", "kim.boi")]

    assert [True, False] == [values["name"] in page for page in pages]


def test_a_record_is_new_only_in_the_area_of_its_type(land):
    areas = land.province.internal, land.province.published, land.da_bac[0]
    client = land.logged_in("tinh")
    found = [client.get(f"/records/conference/{area}/x/edit").status_code for area in areas]

    assert [200, 404, 404] == found


def test_what_an_earlier_version_published_of_it_is_still_seen_and_can_be_deleted(land):
    conference = get("conference")
    made = land.write(land.province.published, "conference", **conference.example())
    key = Key(land.province.published, "conference", made)
    office = Office(land, "tinh")
    listed = office.get("/records/conference?period=all").text
    path = f"/records/conference/{key.area}/{key.record_id}"
    office.get(f"{path}/edit").send({}, f"{path}/delete")

    assert conference.example()["title"] in listed
    assert stored(land, key).deleted
