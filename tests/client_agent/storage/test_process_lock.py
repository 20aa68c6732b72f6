from pathlib import Path

import pytest

from client_agent.errors import AlreadyRunning
from client_agent.storage.process_lock import alone
from sync.errors import StoreReadOnly, StoreUnusable


def test_the_second_learns_where_the_first_is(tmp_path):
    with alone(tmp_path) as address:
        address.write_text("http://127.0.0.1:8765/")
        with pytest.raises(AlreadyRunning, match="8765"), alone(tmp_path):
            pass


def test_a_folder_that_is_not_there_is_reported(tmp_path):
    with pytest.raises(StoreUnusable), alone(tmp_path / "nowhere"):
        pass


@pytest.mark.skipif(not Path("/sys").is_dir(), reason="needs a folder nobody may write to")
def test_a_folder_that_may_not_be_written_is_told_as_the_store_tells_it():
    with pytest.raises(StoreReadOnly, match=r"run\.lock"), alone(Path("/sys")):
        pass


def test_the_lock_goes_with_its_holder(tmp_path):
    with alone(tmp_path):
        pass
    with alone(tmp_path) as address:
        assert not address.exists()
