"""A backup opens whole with its sheet, and otherwise says nothing and gives nothing."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from server.keys import secret_file
from server.recovery import sealed_backups, sheet
from server.recovery.sealed_backups import BackupDamaged, OtherSheet

SECRET = bytes(range(16))
CONTENT = b"SQLite format 3\0 Bui Thi Hoa " * 3000
HELD = secret_file.new()


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    """The bytes of a backup, and a folder to open such in."""
    folder = tmp_path_factory.mktemp("sealed")
    (folder / "province.db").write_bytes(CONTENT)
    path, reader = folder / "a.backup", sheet.public_key(SECRET)
    sealed_backups.write(path, folder / "province.db", HELD, reader, 1_795_000_000_000)
    assert 0o600 == path.stat().st_mode & 0o777
    (folder / "room").mkdir()
    return path.read_bytes(), folder


def opened(made, data, secret=SECRET):
    path = made[1] / "tried.backup"
    path.write_bytes(data)
    return sealed_backups.open_(path, secret, made[1] / "room")


def test_the_sheet_gives_back_the_database_and_the_secrets(made):
    found = opened(made, made[0])

    assert (CONTENT, HELD) == (found.database.read_bytes(), found.secrets)
    assert 0o600 == found.database.stat().st_mode & 0o777


def test_without_the_sheet_nothing_of_it_can_be_read(made):
    seeds = [HELD.root, HELD.pairs[0].signing]

    assert [] == [part for part in (b"Bui Thi Hoa", b"SQLite", *seeds) if part in made[0]]
    with pytest.raises(OtherSheet) as wrong:
        opened(made, made[0], bytes(16))
    assert sheet.number(sheet.public_key(SECRET)) == wrong.value.needed


def refused(made, data):
    (made[1] / "room" / "unsealed.db").unlink(missing_ok=True)
    with pytest.raises((BackupDamaged, OtherSheet)):
        opened(made, data)
    assert [] == list((made[1] / "room").iterdir())


@given(st.data())
def test_a_backup_that_is_cut_is_refused_and_leaves_nothing(made, data):
    refused(made, made[0][: data.draw(st.integers(0, len(made[0]) - 1))])


@given(st.data())
def test_a_backup_with_a_flipped_bit_is_refused_wherever_it_is(made, data):
    near = st.integers(0, 1200) | st.integers(0, len(made[0]) - 1)
    at, bit = data.draw(near), data.draw(st.integers(0, 7))
    changed = bytearray(made[0])
    changed[at] ^= 1 << bit
    refused(made, bytes(changed))


def test_a_backup_that_somebody_else_put_together_is_refused(made):
    """Its database is sealed to the sheet, as anybody can who has the public key."""
    folder, other = made[1], secret_file.new()
    forged = folder / "forged.backup"
    reader = sheet.public_key(SECRET)
    sealed_backups.write(forged, folder / "province.db", other, reader, 1)
    refused(made, made[0][:1024] + forged.read_bytes()[1024:])
