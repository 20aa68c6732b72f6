"""A province that was founded with its secrets in the database is moved over when it starts."""

from base64 import urlsafe_b64encode

import pytest

from server.config import Config
from server.province import Province
from sync.stores.sqlite import connect
from sync.wire import seal

SEED = bytes(range(32))
OLD = {"seed": urlsafe_b64encode(SEED).decode(), "secret": "the-cookie-secret-of-a-former-version"}


@pytest.fixture
def former(config, province):
    """The same, as a former version left it."""
    province.db()["setting"].insert_all({"name": n, "value": v} for n, v in OLD.items())
    province.db()["province_key"].drop()
    province.close()
    config.secret_file.unlink()
    return config


def test_machines_know_its_key_as_before_and_the_database_holds_it_no_more(former):
    moved = Province(former)
    inside = former.database.read_bytes()
    names = {row["name"] for row in moved.db()["setting"].rows}

    assert seal.public_key(SEED) == moved.keyring.newest.public[0]
    assert names == {"published", "internal", "salt", "title"}
    assert [] == [value for value in OLD.values() if value.encode() in inside]


def test_moving_that_was_cut_off_goes_on_and_twice_is_once(former):
    moved = Province(former)
    before = moved.keyring.secrets
    moved.db()["setting"].insert_all({"name": n, "value": v} for n, v in OLD.items())
    moved.close()
    again = Province(former).keyring.secrets
    former.secret_file.unlink()  # another server of the province, that has no file yet
    moved.db()["setting"].insert_all({"name": n, "value": v} for n, v in OLD.items())

    assert before == again == Province(former).keyring.secrets


def test_where_the_file_cannot_be_written_the_database_stays_as_it_was(former, tmp_path):
    (tmp_path / "a file").write_text("")
    closed = former.elsewhere(former.folder)
    closed = Config(former.folder, secrets=tmp_path / "a file" / "secrets")
    with pytest.raises(OSError, match="a file"):
        Province(closed)

    assert OLD["seed"] == connect(former.database)["setting"].get("seed")["value"]
