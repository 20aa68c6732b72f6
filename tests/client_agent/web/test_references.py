"""At the centre, a reference to a record that does not exist is refused, or shown and listed."""

import io

import pytest

from schemas import forms
from schemas.record import get
from sync.changes import DELETED, Key

ROLE, PERSON = get("role_assignment"), get("staff_member")
NOWHERE = "9b1c7e0a-5f0d-5c39-9d3e-7f1e2a4b6c80"


@pytest.fixture
def hoa(agent):
    key = Key(agent.area, "staff_member", "hoa-hoa-hoa-1")
    agent.replica().write(key, {**PERSON.example(), "name": "Bùi Thị Hoa"}, "Lan")
    return key


def role(browser, person):
    browser.get("/records/role_assignment/new")
    typed = {**forms.texts(ROLE, ROLE.example()), "person": person}
    return browser.fill(typed)


def roles(agent):
    return agent.store().fingerprints([agent.area], "role_assignment")


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        (NOWHERE, "Không tìm thấy bản ghi có mã này"),
        ("Bùi Thị Hoaa", "Có phải: Bùi Thị Hoa?"),
        ("Nguyễn Văn Xuân", "Không có bản ghi nào tên như vậy trong sổ «Cán bộ trung tâm»"),
    ],
)
def test_what_names_no_record_is_refused_beside_the_field(browser, agent, hoa, typed, sentence):
    role(browser, typed)

    assert sentence in browser.words()
    assert {} == dict(roles(agent))


def test_a_record_that_exists_is_named_by_its_name(browser, agent, hoa):
    role(browser, "bui thi hoa")
    (key,) = roles(agent)

    assert hoa.record_id == agent.store().load([key])[key].values["person"]


def test_what_came_without_its_record_is_shown_as_not_found_and_listed(browser, agent):
    key = Key(agent.area, "role_assignment", "vai-tro-so-01")
    agent.replica().write(key, {**ROLE.example(), "person": NOWHERE}, "Lan")
    told = f"không tìm thấy: {NOWHERE}"

    for path in (f"/records/role_assignment/{key.record_id}", "/attention/"):
        browser.get(path)
        assert told in browser.words()
    assert f"/records/role_assignment/{key.record_id}" in browser.text
    assert "Không có gì cần bạn xem" not in browser.words()


def test_to_delete_what_others_name_is_asked_about_with_their_number(browser, agent, hoa):
    role(browser, "Bùi Thị Hoa")
    at = f"/records/staff_member/{hoa.record_id}"
    browser.get(at)
    browser.fill({}, f"{at}/delete")
    assert "Chưa xóa. 1 bản ghi khác đang nhắc tới bản ghi này" in browser.words()
    assert not agent.store().load([hoa])[hoa].deleted

    browser.fill({"sure": "1"}, f"{at}/delete")
    assert agent.store().load([hoa])[hoa].deleted
    browser.get("/attention/")
    assert "Bùi Thị Hoa (đã xóa)" in browser.words()


def test_a_file_that_was_taken_out_comes_back_unchanged_though_a_reference_is_lost(
    browser, agent, hoa
):
    role(browser, "Bùi Thị Hoa")
    agent.replica().write(hoa, {DELETED: True}, "Lan")
    data = browser.get("/records/role_assignment.csv").data
    bring(browser, data)

    assert "(đã xóa)" in data.decode()
    assert "Đã có, không đổi: 1" in browser.words()


def test_a_file_names_no_record_that_does_not_exist(browser, agent, hoa):
    role(browser, "Bùi Thị Hoa")
    text = browser.get("/records/role_assignment.csv").data.decode()
    row = text.replace("Bùi Thị Hoa", NOWHERE)
    bring(browser, row.encode())

    assert "Có lỗi, không nhập: 1" in browser.words()
    assert "Không tìm thấy bản ghi có mã này" in browser.words()


def bring(browser, data):
    home = "/records/role_assignment/intake/"
    browser.get(home)
    return browser.post(home, {"file": (io.BytesIO(data), "so.csv")})
