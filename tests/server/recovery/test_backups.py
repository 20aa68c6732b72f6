"""The newest copy is found again, as long as it is where it was put."""

from server.recovery import backups
from server.recovery.backups import Copy


def test_before_the_first_copy_there_is_none(province, config):
    assert backups.newest(config) is None


def test_the_newest_is_known_by_its_path_and_time(province, config, wall, tmp_path):
    copies = [tmp_path / "a.db", tmp_path / "b.db"]
    for path in copies:
        path.touch()
        backups.note(config, path)
    noted = Copy(copies[1], wall())

    assert noted == backups.newest(config) == backups.of(config, copies[1])
    assert copies[0].stat().st_mtime_ns // 1_000_000 == backups.of(config, copies[0]).made


def test_a_copy_that_was_carried_away_is_no_copy(province, config, tmp_path):
    backups.note(config, tmp_path / "away.db")

    assert backups.newest(config) is None


def test_a_note_that_cannot_be_read_is_no_note(province, config):
    for text in ("", "[]", "{}", '{"path": 1, "made": "x"}'):
        (config.folder / "last-backup.json").write_text(text)

        assert backups.newest(config) is None
