"""Who keeps the secret: outside the centre's folder, for its owner alone."""

import stat

import pytest

from client_agent.config import Settings
from client_agent.encryption import keyring
from client_agent.encryption.recovery_key import SECRET, key, key_id
from client_agent.errors import KeyPlaceUnsafe
from sync.errors import StoreLocked
from sync.stores import cipher

ONE, OTHER = b"1" * SECRET, b"2" * SECRET


@pytest.fixture
def folder(tmp_path, monkeypatch):
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "home"))
    monkeypatch.delenv("CREDENTIALS_DIRECTORY", raising=False)
    (tmp_path / "centre").mkdir()
    return tmp_path / "centre"


@pytest.fixture
def place(tmp_path):
    return tmp_path / "home" / "khuyenhoc-agent" / f"{key_id(ONE)}.key"


def test_a_folder_has_no_key_until_one_is_kept(folder):
    before = keyring.is_used(folder)
    keyring.keep(folder, Settings(), ONE)

    assert not before
    assert keyring.is_used(folder)
    assert ONE == keyring.secret(folder, Settings())


def test_nothing_in_the_folder_says_the_secret(folder, place):
    keyring.keep(folder, Settings(), ONE)
    written = (folder / keyring.NAME).read_bytes()

    assert ["centre.key"] == [each.name for each in folder.iterdir()]
    assert key_id(ONE).encode() in written
    assert place.read_bytes().strip() not in written
    assert 0o600 == stat.S_IMODE(place.stat().st_mode)


def test_the_settings_may_say_where_it_lies(folder, tmp_path, place):
    settings = Settings(key_file=str(tmp_path / "usb" / "key"))
    keyring.keep(folder, settings, ONE)

    assert (ONE, settings.key_file) == keyring.kept(folder, settings)
    assert not place.exists()


@pytest.mark.parametrize("inside", ["centre/key", "centre/backups/key", "copies/key"])
def test_it_never_lies_beside_what_it_opens(folder, tmp_path, inside):
    settings = Settings(key_file=str(tmp_path / inside), backup_folder=str(tmp_path / "copies"))

    with pytest.raises(KeyPlaceUnsafe):
        keyring.keep(folder, settings, ONE)
    assert not keyring.is_used(folder)


def test_systemd_may_give_it_to_us(folder, tmp_path, place, monkeypatch):
    keyring.keep(folder, Settings(), ONE)
    (tmp_path / "run").mkdir()
    place.replace(tmp_path / "run" / "khuyenhoc.key")
    monkeypatch.setenv("CREDENTIALS_DIRECTORY", str(tmp_path / "run"))

    assert ONE == keyring.secret(folder, Settings())


@pytest.mark.parametrize("what", ["gone", "other", "garbage"])
def test_a_key_that_is_not_there_or_not_ours_is_reported(folder, place, what):
    keyring.keep(folder, Settings(), ONE)
    keyring.keep(folder, Settings(), OTHER)
    others = place.with_name(f"{key_id(OTHER)}.key").read_bytes()
    keyring.keep(folder, Settings(), ONE)
    place.write_bytes(others if what == "other" else b"?" * 24)
    if what == "gone":
        place.unlink()

    with pytest.raises(StoreLocked):
        keyring.secret(folder, Settings())


@pytest.mark.parametrize("text", ["", "{}", "[]", '"', "\x00" * 40])
def test_a_file_that_says_no_key_is_reported_and_words_still_put_it_right(folder, text, tmp_path):
    (folder / keyring.NAME).write_text(text)
    sealed = tmp_path / "copy.db"
    sealed.write_bytes(cipher.salt(key(ONE)))
    with pytest.raises(StoreLocked):
        keyring.secret(folder, Settings())

    assert keyring.fits(folder, ONE, [sealed])
    assert not keyring.fits(folder, OTHER, [sealed])


def test_a_forgotten_key_is_nowhere_any_more(folder, place):
    keyring.keep(folder, Settings(), ONE)
    keyring.forget(folder, Settings())

    assert not keyring.is_used(folder)
    assert not place.exists()
