import os
import stat

import pytest

from client_agent.errors import FileUnwritable
from client_agent.storage.atomic_files import write_whole


def test_what_was_written_is_there_and_only_that(tmp_path):
    path = tmp_path / "tệp.bin"
    write_whole(path, b"one")
    write_whole(path, b"two")

    assert b"two" == path.read_bytes()
    assert [path] == list(tmp_path.iterdir())


@pytest.mark.skipif(os.name == "nt", reason="Windows keeps permissions elsewhere")
def test_a_file_is_for_its_owner_alone_unless_said_otherwise(tmp_path):
    write_whole(tmp_path / "key", b"")

    assert 0o600 == stat.S_IMODE((tmp_path / "key").stat().st_mode)


def test_a_place_that_is_not_there_is_reported_and_leaves_nothing(tmp_path):
    with pytest.raises(FileUnwritable):
        write_whole(tmp_path / "no stick" / "file", b"")

    assert [] == list(tmp_path.iterdir())


def test_a_write_that_fails_leaves_what_was_there(tmp_path):
    path = tmp_path / "folder"
    path.mkdir()
    with pytest.raises(FileUnwritable):
        write_whole(path, b"in its place")

    assert [path] == list(tmp_path.iterdir())
