"""Newer keys are handed out only once a backup holds them; older ones go when nobody needs them."""

import pytest

from server.devices import administration, key_renewal
from server.keys import public_keys
from server.recovery import backups, sheet
from sync import key_rotation


@pytest.fixture
def back_up(province, tmp_path):
    sheet.create(province.db(), 1)
    return lambda: backups.back_up(province, tmp_path / "a.backup")


def generations(province):
    return [pair.generation for pair in province.keyring.secrets.pairs]


def test_nobody_is_told_of_keys_that_no_backup_holds(province, back_up):
    first = province.keyring.newest
    back_up()
    key_renewal.renew(province)
    before = key_renewal.statement(province, first)
    back_up()
    newer = key_rotation.accepted(key_renewal.statement(province, first), first.public[0], 0)

    assert {} == before
    assert (1, *province.keyring.newest.public) == newer


def test_after_two_renewals_a_machine_that_was_away_is_handed_the_newest_at_once(province, back_up):
    first = province.keyring.newest
    for _ in range(2):
        key_renewal.renew(province)
    back_up()
    newer = key_rotation.accepted(key_renewal.statement(province, first), first.public[0], 0)

    assert (2, *province.keyring.newest.public) == newer
    assert {} == key_renewal.statement(province, province.keyring.newest)


def test_older_keys_are_kept_as_long_as_a_machine_in_use_needs_them(province, enrol):
    one, other = enrol(), enrol()
    key_renewal.renew(province)
    public_keys.note_heard(province.db(), one.certificate.device, 1)
    kept = key_renewal.forget(province), generations(province)
    left = [each.device.device.name for each in key_renewal.behind(province)]
    administration.end(province, other.certificate.device)

    assert (([], [0, 1]), [other.certificate.device]) == (kept, left)
    assert ([0], [1]) == (key_renewal.forget(province), generations(province))


def test_a_pair_between_goes_when_nobody_knows_it(province, enrol):
    enrol()
    for _ in range(2):
        key_renewal.renew(province)

    assert ([1], [0, 2]) == (key_renewal.forget(province), generations(province))


def test_where_the_file_cannot_be_written_nothing_changes(province, monkeypatch):
    def full(*_):
        raise OSError(28, "no space")

    monkeypatch.setattr(key_renewal.secret_file, "write_private", full)
    with pytest.raises(OSError, match="no space"):
        key_renewal.renew(province)

    assert [0] == [each.generation for each in public_keys.generations(province.db())]
    assert [0] == generations(province)
