import unicodedata

import pytest

from server.attempts import TooManyAttempts
from server.users import users
from server.users.users import Account, NameTaken, PasswordTooShort, WrongPassword
from tests.server.conftest import NOON

PASSWORD = "chín con cá chép"


@pytest.fixture
def lan(db):
    return users.add(db, Account("Lan", PASSWORD))


def check(db, name="lan", password=PASSWORD, address="10.0.0.1", now=NOON):
    return users.check(db, name, password, address, now)


@pytest.mark.parametrize("name", ["lan", " LAN "])
def test_a_user_is_who_knows_the_password(db, lan, name):
    assert "lan" == check(db, name).name


def test_a_password_typed_on_another_keyboard_is_the_same(db, lan):
    assert "lan" == check(db, password=unicodedata.normalize("NFD", PASSWORD)).name


@pytest.mark.parametrize(("name", "password"), [("lan", "sai mật khẩu"), ("nobody", PASSWORD)])
def test_whether_it_was_the_name_or_the_password_is_not_revealed(db, lan, name, password):
    with pytest.raises(WrongPassword, match=r"^$"):
        check(db, name, password)


def test_the_password_is_kept_as_an_argon2_hash(db, lan):
    (row,) = db["user"].rows

    assert row["password"].startswith("$argon2id$")
    assert PASSWORD not in str(row)


def test_who_guesses_one_name_must_wait_and_that_outlives_a_restart(db, lan, province):
    for _ in range(users.BY_NAME.number):
        with pytest.raises(WrongPassword):
            check(db, password="sai mật khẩu")
    province.close()

    with pytest.raises(TooManyAttempts) as caught:
        check(province.db())
    assert 0 < caught.value.seconds <= 900
    assert "lan" == check(province.db(), now=NOON + 901_000).name


def test_who_logs_in_begins_to_count_again(db, lan):
    for _ in range(3):
        for _ in range(users.BY_NAME.number - 1):
            with pytest.raises(WrongPassword):
                check(db, password="sai mật khẩu")
        assert "lan" == check(db, address="10.0.0.2").name


def test_a_session_ends_with_its_password_and_with_its_account(db, lan):
    session = check(db).get_id()
    users.change_password(db, "lan", "mười con cá rô")
    after = check(db, password="mười con cá rô").get_id()
    users.set_active(db, "lan", False)

    assert users.from_session(db, session) is None
    assert users.from_session(db, after) is None


def test_a_session_names_its_user(db, lan):
    assert "lan" == users.from_session(db, check(db).get_id()).name


def test_a_closed_account_lets_nobody_in(db, lan):
    users.set_active(db, "lan", False)

    with pytest.raises(WrongPassword):
        check(db)


def test_a_name_is_taken_once(db, lan):
    with pytest.raises(NameTaken):
        users.add(db, Account("LAN", PASSWORD))


def test_a_short_password_is_not_taken(db):
    with pytest.raises(PasswordTooShort):
        users.add(db, Account("lan", "ngắn quá"))

    assert [] == users.everybody(db)
