"""The secret file: for its owner alone, whole or not there, and never of another province."""

import os
import shutil

import pytest
from hypothesis import given
from hypothesis import strategies as st

from server import Config
from server.founding import create_province
from server.keys import secret_file
from server.keys.secret_file import (
    Pair,
    Secrets,
    SecretsDamaged,
    SecretsExposed,
    SecretsForeign,
    SecretsMissing,
)
from server.province import Province

SEEDS = st.binary(min_size=32, max_size=32)
NUMBERS = st.lists(st.integers(0, 255), min_size=1, max_size=4, unique=True)


@given(SEEDS, NUMBERS, st.data())
def test_what_is_written_is_read_back(root, numbers, data):
    pairs = [Pair(number, data.draw(SEEDS), data.draw(SEEDS)) for number in sorted(numbers)]
    held = Secrets(root, tuple(pairs))

    assert held == secret_file.unpacked(secret_file.packed(held))


@given(st.data())
def test_a_file_that_is_cut_or_is_something_else_is_damaged_and_nothing_else(data):
    whole = secret_file.packed(secret_file.new())
    cut = whole[: data.draw(st.integers(0, len(whole) - 3))]
    for bad in (cut, data.draw(st.binary(max_size=200)), b'{"format": [], "version": {}}'):
        with pytest.raises(SecretsDamaged):
            secret_file.unpacked(bad)


def test_secrets_never_stand_in_a_trace_or_a_log():
    held = secret_file.new()

    assert f"{held!r}" == "Secrets(pairs=(Pair(generation=0),))"


def test_a_secret_for_one_purpose_says_nothing_of_anothers(province):
    secrets = {province.secret_for(name) for name in ("sessions", "cursor mac", "")}

    assert 3 == len(secrets)
    assert {32} == {len(secret) for secret in secrets}


def test_the_file_is_for_its_owner_alone_whatever_the_mask(tmp_path):
    before = os.umask(0)
    try:
        secret_file.write(tmp_path / "new" / "secrets", secret_file.new())
    finally:
        os.umask(before)

    assert 0o600 == (tmp_path / "new" / "secrets").stat().st_mode & 0o777
    assert 0o700 == (tmp_path / "new").stat().st_mode & 0o777
    assert ["secrets"] == [path.name for path in (tmp_path / "new").iterdir()]


@pytest.mark.parametrize("mode", [0o640, 0o604, 0o660, 0o644])
def test_a_file_that_others_may_read_is_refused_until_it_is_closed(config, province, mode):
    config.secret_file.chmod(mode)
    with pytest.raises(SecretsExposed):
        Province(config)
    config.secret_file.chmod(0o600)

    assert Province(config).key == province.key


def test_the_database_holds_no_secret(config, province):
    held = province.keyring.secrets
    raw = [held.root, *(seed for pair in held.pairs for seed in (pair.signing, pair.sealing))]
    texts = [secret_file.as_text(secret).encode() for secret in raw]
    parts = [path for path in config.folder.iterdir() if path.name.startswith("province.db")]
    inside = b"".join(path.read_bytes() for path in parts)

    assert province.key.encode() in inside
    assert [] == [secret for secret in (*raw, *texts) if secret in inside]


def test_a_database_that_was_copied_without_the_secret_file_signs_nothing(
    config, province, tmp_path
):
    province.store().backup(tmp_path / "province.db")
    with pytest.raises(SecretsMissing):
        Province(Config(tmp_path))


def test_the_secret_file_of_another_province_is_refused(config, province, tmp_path):
    other = create_province(Config(tmp_path / "other"))
    shutil.copy(other.config.secret_file, config.secret_file)
    other.close()

    with pytest.raises(SecretsForeign):
        Province(config)


def test_a_running_server_takes_new_pairs_and_no_other_secrets(config, province):
    held = province.keyring.secrets
    secret_file.write(config.secret_file, held.joined([secret_file.new_pair(1)]))
    newest = province.keyring.newest.generation
    secret_file.write(config.secret_file, secret_file.new())
    others = province.keyring.secrets.root
    config.secret_file.unlink()

    assert (1, held.root, held.root) == (newest, others, province.keyring.secrets.root)


def test_the_file_may_lie_elsewhere_or_be_given_by_systemd(config, province, tmp_path, monkeypatch):
    from server.config import from_environment

    given = tmp_path / "credentials"
    given.mkdir()
    shutil.move(config.secret_file, given / "khuyenhoc.secrets")
    (given / "khuyenhoc.secrets").chmod(0o440)  # as systemd may
    monkeypatch.setenv("CREDENTIALS_DIRECTORY", str(given))
    by_systemd = Province(from_environment(config.folder))
    (given / "khuyenhoc.secrets").chmod(0o600)
    monkeypatch.delenv("CREDENTIALS_DIRECTORY")
    monkeypatch.setenv("KHUYENHOC_SERVER_SECRETS", str(given / "khuyenhoc.secrets"))
    by_name = Province(from_environment(config.folder))

    assert province.key == by_systemd.key == by_name.key
