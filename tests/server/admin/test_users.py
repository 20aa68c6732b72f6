import pytest

from server.centres import units
from server.users import users
from tests.server.admin.conftest import PASSWORD, Browser


@pytest.fixture
def district(db):
    return next(unit for unit in units.in_force(db, "2012-07-24") if unit.code == "150")


def add(browser, **fields):
    typed = {"name": "lan", "role": "province", "unit": "", "password": PASSWORD, **fields}
    return browser.post("/admin/users", "/admin/users", **typed)


def test_somebody_who_was_added_can_log_in(browser, app):
    add(browser)
    other = Browser(app.test_client())

    assert 200 == other.log_in("LAN ").status_code
    assert 200 == other.get("/admin/").status_code


def test_a_districts_user_works_for_a_unit(browser, db, district):
    add(browser, role="district", unit=district.id)

    assert ("district", district.id) == (
        users.find(db, "lan").role,
        users.find(db, "lan").unit_id,
    )


@pytest.mark.parametrize(
    ("wrong", "sentence"),
    [
        ({"name": " "}, "Hãy nhập tên đăng nhập."),
        ({"name": "Hoi"}, "Tên này đã có người dùng."),
        ({"password": "ngắn"}, "Mật khẩu phải có ít nhất 10 ký tự."),
        ({"role": "king"}, "Hãy chọn vai trò."),
        ({"role": "district"}, "Hãy chọn đơn vị."),
    ],
)
def test_what_is_wrong_is_reported_beside_the_field_and_nothing_typed_is_lost(
    browser, db, wrong, sentence
):
    answer = add(browser, **wrong)

    assert 422 == answer.status_code
    assert sentence in answer.text
    assert f'value="{wrong.get("name", "lan")}"' in answer.text
    assert PASSWORD not in answer.text


def test_a_new_password_ends_all_sessions_of_its_owner(browser, app):
    add(browser)
    other = Browser(app.test_client())
    other.log_in("lan")
    browser.post("/admin/users/lan", "/admin/users/lan/password", password="mười con cá rô")

    assert 302 == other.client.get("/admin/").status_code
    assert 200 == other.log_in("lan", "mười con cá rô").status_code


def test_a_closed_account_is_out_at_once_and_can_be_opened_again(browser, app):
    add(browser)
    other = Browser(app.test_client())
    other.log_in("lan")
    browser.post("/admin/users/lan", "/admin/users/lan/state", active="0")
    closed = other.client.get("/admin/").status_code, other.log_in("lan").status_code
    browser.post("/admin/users/lan", "/admin/users/lan/state", active="1")

    assert (302, 401) == closed
    assert 200 == other.log_in("lan").status_code


def test_nobody_closes_their_own_account(browser, db):
    answer = browser.post("/admin/users/quantri", "/admin/users/quantri/state", active="0")

    assert (403, True) == (answer.status_code, users.find(db, "quantri").active)


def test_a_user_who_is_not_there_is_not_found(browser):
    assert 404 == browser.get("/admin/users/nobody").status_code
