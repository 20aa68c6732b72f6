from pathlib import Path

from client_agent.storage.drives import mounts, sticks


def test_what_is_mounted_is_found(tmp_path):
    (tmp_path / "folder").mkdir()
    (tmp_path / "link").symlink_to("/proc")

    assert [tmp_path / "link"] == mounts([tmp_path, tmp_path / "nowhere"])


def test_every_stick_is_a_folder():
    assert all(Path(stick).is_dir() for stick in sticks())
