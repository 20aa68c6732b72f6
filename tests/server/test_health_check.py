"""A server is tried in a process of its own, and ended."""

from dataclasses import replace

from server import health_check


def test_a_province_answers(province, config):
    assert health_check.answers(config)


def test_where_there_is_no_province_nobody_answers(config, tmp_path):
    assert not health_check.answers(replace(config, folder=tmp_path / "none"))


def test_a_server_that_runs_already_is_not_the_one_that_was_tried(province, config):
    from server.commands.serve import alone

    with alone(config.folder):
        assert not health_check.answers(config)
