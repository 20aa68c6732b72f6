"""The newest copy is found again, as long as it is where it was put."""

from server.recovery import last_backup
from server.recovery.last_backup import Copy


def test_before_the_first_copy_there_is_none(province, config):
    assert last_backup.newest(config) is None


def test_the_newest_is_known_by_its_path_and_time(province, config, wall, tmp_path):
    copies = [tmp_path / "a.db", tmp_path / "b.db"]
    for path in copies:
        path.touch()
        last_backup.note(config, path)
    noted = Copy(copies[1], wall())

    assert noted == last_backup.newest(config) == last_backup.of(config, copies[1])
    assert copies[0].stat().st_mtime_ns // 1_000_000 == last_backup.of(config, copies[0]).made


def test_a_copy_that_was_carried_away_is_no_copy(province, config, tmp_path):
    last_backup.note(config, tmp_path / "away.db")

    assert last_backup.newest(config) is None


def test_a_note_that_cannot_be_read_is_no_note(province, config):
    for text in ("", "[]", "{}", '{"path": 1, "made": "x"}'):
        (config.folder / "last-backup.json").write_text(text)

        assert last_backup.newest(config) is None
