"""The keys of a folder, each as it is first asked for."""

import pytest

from client_agent.config import Settings
from client_agent.encryption import keyring
from client_agent.encryption.keys import Keys
from client_agent.encryption.recovery_key import key as key_of
from client_agent.encryption.recovery_key import new_secret
from client_agent.errors import NotSetUp


@pytest.fixture
def keys(tmp_path):
    (tmp_path / "centre").mkdir()
    return Keys(tmp_path / "centre", lambda: Settings(key_file=str(tmp_path / "key")))


def test_where_nothing_is_encrypted_the_seed_lies_as_it_is(keys, tmp_path):
    with pytest.raises(NotSetUp):
        keys.seed()
    keys.save_seed(b"s" * 32)

    assert (b"", b"") == (keys.secret, keys.database)
    assert b"s" * 32 == keys.seed() == (tmp_path / "centre" / "device.key").read_bytes()


def test_with_a_secret_the_seed_is_sealed_and_the_database_has_its_key(keys, tmp_path):
    keys.save_seed(b"s" * 32)
    secret = new_secret()
    assert not keys.secret
    keyring.keep(tmp_path / "centre", Settings(key_file=str(tmp_path / "key")), secret)
    keys.forget()
    keys.save_seed(keys.seed())

    assert key_of(secret) == keys.database
    assert b"s" * 32 == keys.seed()
    assert b"ssss" not in (tmp_path / "centre" / "device.key").read_bytes()
