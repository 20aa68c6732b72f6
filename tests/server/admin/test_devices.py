import pytest

from server.devices import codes, devices
from tests.server.admin.test_centres import code_on


@pytest.fixture
def name(enrol):
    return enrol().certificate.device


@pytest.mark.parametrize("state", ["retired", "lost"])
def test_a_device_is_ended_after_a_page_that_says_what_it_means(browser, db, name, state):
    asked = browser.get(f"/admin/devices/{name}")
    browser.post(f"/admin/devices/{name}", f"/admin/devices/{name}", state=state)

    assert "Cần xem lại" in asked.text
    assert state == devices.find(db, name).state


def test_what_a_device_had_still_to_send_is_reported_before_it_is_ended(browser, db, name):
    devices.note_contact(db, name, devices.Contact(at=1, waiting=1234, clock_offset=0, software=""))

    assert "1.234 thay đổi chưa gửi" in browser.get(f"/admin/devices/{name}").text


def test_no_other_state_can_be_given(browser, db, name):
    answer = browser.post(f"/admin/devices/{name}", f"/admin/devices/{name}", state="eaten")

    assert (400, "active") == (answer.status_code, devices.find(db, name).state)


def test_a_device_that_is_not_there_is_not_found(browser):
    assert 404 == browser.get("/admin/devices/nothing").status_code


@pytest.mark.parametrize("state", ["retired", "lost"])
def test_one_action_ends_the_old_machine_and_shows_a_code(browser, db, wall, name, state):
    asked = browser.get(f"/admin/devices/{name}")
    path = f"/admin/devices/{name}"
    page = browser.post(path, f"{path}/replace", state=state).text
    area = devices.find(db, name).device.home

    assert "Thay máy" in asked.text
    assert state == devices.find(db, name).state
    assert area == codes.redeem(db, codes.hashed(db, code_on(page)), "key", wall())


def test_a_machine_that_was_found_is_used_again(browser, db, name):
    path = f"/admin/devices/{name}"
    browser.post(path, path, state="lost")
    page = browser.get(path).text
    browser.post(path, path, state="active")

    assert "Đã tìm thấy" in page
    assert "active" == devices.find(db, name).state


def test_the_machines_of_one_centre_are_found_from_the_centre(browser, db, enrol):
    one, other = (enrol().certificate for _ in range(2))
    page = browser.get(f"/admin/devices?centre={one.home}").text

    assert (True, False) == (one.device in page, other.device in page)
    assert f"/admin/devices?centre={one.home}" in browser.get("/admin/").text
