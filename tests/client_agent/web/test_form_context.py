"""What the centre's pages go by beside the declarations."""

from schemas import forms
from schemas.record import get, natural_id
from sync.changes import DELETED, Key

ROLE, PERSON, CODE = get("role_assignment"), get("staff_member"), get("code_list")


def staff_member(agent, name="person000001", **values):
    key = Key("a1", "staff_member", name)
    agent.replica().write(key, {**PERSON.example(), **values}, "Lan")
    return name


def role(agent):
    (key,) = agent.store().fingerprints(["a1"], "role_assignment")
    return agent.store().load([key])[key].values


def test_another_record_is_chosen_by_a_part_of_its_name_and_shown_by_it(agent, browser):
    person = staff_member(agent)
    browser.get("/records/role_assignment/new")
    assert '<option value="Bùi Văn Đẳng">' in browser.text

    browser.fill({**forms.texts(ROLE, ROLE.example()), "person": "dang"})
    assert person == role(agent)["person"]
    assert "Bùi Văn Đẳng" in browser.text
    assert "Bùi Văn Đẳng" in browser.get("/records/role_assignment").text
    assert "Bùi Văn Đẳng" in browser.get("/records/role_assignment.csv").text


def test_a_name_that_several_have_is_asked_about_and_nothing_is_lost(agent, browser):
    for name in ("person000001", "person000002"):
        staff_member(agent, name)
    browser.get("/records/role_assignment/new")
    browser.fill({**forms.texts(ROLE, ROLE.example()), "person": "Bùi Văn Đẳng"})

    assert 422 == browser.status
    assert "Bùi Văn Đẳng #person" in browser.text
    assert {} == dict(agent.store().fingerprints(["a1"], "role_assignment"))


def test_a_form_that_is_saved_untouched_changes_no_reference(agent, browser):
    person = staff_member(agent)
    key = Key("a1", "role_assignment", "role00000001")
    agent.replica().write(key, {**ROLE.example(), "person": person}, "Lan")
    browser.get("/records/role_assignment/role00000001/edit")
    browser.fill({**forms.texts(ROLE, ROLE.example()), "person": "Bùi Văn Đẳng"})

    assert 1 == len(agent.store().history([key]))


def test_what_the_province_adds_to_a_list_is_offered_in_the_form(agent, browser, form):
    key = Key("published", "code_list", natural_id(CODE, "published", CODE.example()))
    agent.replica().write(key, {**CODE.example(), "valid_from": "2012-01-01"}, "province")
    browser.get("/records/activity/new")
    assert '<option value="nuoi_ong">Nuôi ong lấy mật</option>' in browser.text

    browser.fill(form(category="nuoi_ong"))
    assert 200 == browser.status
    assert "Nuôi ong lấy mật" in browser.text


def test_a_code_that_the_province_deleted_keeps_its_name_where_it_was_used(agent, browser, held):
    key = Key("published", "code_list", natural_id(CODE, "published", CODE.example()))
    agent.replica().write(key, {**CODE.example(), "valid_from": "2012-01-01"}, "province")
    held("r1", category="nuoi_ong")
    agent.replica().write(key, {DELETED: True}, "province")
    browser.get("/records/activity/new")
    assert "Nuôi ong lấy mật" not in browser.text

    assert "Nuôi ong lấy mật" in browser.get("/records/activity/r1").text
    assert '"nuoi_ong" selected' in browser.get("/records/activity/r1/edit").text


def test_what_was_said_in_one_request_is_forgotten_after_it(agent, browser):
    from schemas.context import current

    browser.get("/records/activity/new")

    assert "" == current().today
