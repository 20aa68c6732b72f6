import pytest

from client_agent.errors import AlreadyRunning, FileUnwritable
from client_agent.lock import alone


def test_the_second_is_told_where_the_first_is(tmp_path):
    with alone(tmp_path) as address:
        address.write_text("http://127.0.0.1:8765/")
        with pytest.raises(AlreadyRunning, match="8765"), alone(tmp_path):
            pass


def test_a_folder_that_cannot_be_written_is_told(tmp_path):
    with pytest.raises(FileUnwritable), alone(tmp_path / "nowhere"):
        pass


def test_the_lock_goes_with_its_holder(tmp_path):
    with alone(tmp_path):
        pass
    with alone(tmp_path) as address:
        assert not address.exists()
