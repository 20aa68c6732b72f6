"""A server is tried in a process of its own, and ended."""

from dataclasses import replace

from server import starting


def test_a_province_answers(province, config):
    assert starting.answers(config)


def test_where_there_is_no_province_nobody_answers(config, tmp_path):
    assert not starting.answers(replace(config, folder=tmp_path / "none"))


def test_a_server_that_runs_already_is_not_the_one_that_was_tried(province, config):
    from server.commands.serving import alone

    with alone(config.folder):
        assert not starting.answers(config)
