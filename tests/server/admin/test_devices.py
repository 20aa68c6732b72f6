import pytest

from server import devices


@pytest.fixture
def name(enrol):
    return enrol().certificate.device


@pytest.mark.parametrize("state", ["retired", "lost"])
def test_a_device_is_ended_after_a_page_that_says_what_it_means(browser, db, name, state):
    asked = browser.get(f"/admin/devices/{name}")
    browser.post(f"/admin/devices/{name}", f"/admin/devices/{name}", state=state)

    assert "Cần xem lại" in asked.text
    assert state == devices.find(db, name).state


def test_what_a_device_had_still_to_send_is_said_before_it_is_ended(browser, db, name):
    devices.heard(db, name, devices.Heard(at=1, waiting=1234, clock_offset=0, software=""))

    assert "1.234 thay đổi chưa gửi" in browser.get(f"/admin/devices/{name}").text


def test_no_other_state_can_be_given(browser, db, name):
    answer = browser.post(f"/admin/devices/{name}", f"/admin/devices/{name}", state="eaten")

    assert (400, "active") == (answer.status_code, devices.find(db, name).state)


def test_a_device_that_is_not_there_is_not_found(browser):
    assert 404 == browser.get("/admin/devices/nothing").status_code
