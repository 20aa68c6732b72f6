"""A workspace opens its folder by itself, and asks once before it does."""

import pytest

from client_agent.workspace import Workspace
from sync.errors import StoreDamaged


def test_a_workspace_needs_no_agent(tmp_path):
    workspace = Workspace(tmp_path / "centre")
    workspace.state.set(colour="blue")
    workspace.close()

    assert "blue" == workspace.state.get("colour")
    workspace.close()


def test_before_the_first_opening_it_is_asked_once_whether_all_is_well(tmp_path):
    calls = []
    workspace = Workspace(tmp_path, before_opening=calls.append)
    for _ in range(2):
        workspace.store()
        workspace.close()

    assert [True] == calls


def test_a_database_that_may_not_be_opened_is_asked_about_again_next_time(tmp_path):
    calls = []

    def refuse_once(is_alone):
        calls.append(is_alone)
        if len(calls) == 1:
            raise StoreDamaged("once")

    workspace = Workspace(tmp_path, before_opening=refuse_once)
    with pytest.raises(StoreDamaged):
        workspace.store()
    workspace.store()
    workspace.close()

    assert [True, True] == calls
