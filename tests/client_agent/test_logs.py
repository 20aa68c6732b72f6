import logging

from client_agent import logs


def test_what_happens_goes_to_the_file_until_it_is_stopped(tmp_path):
    handler = logs.to_file(tmp_path / "agent.log")
    logging.getLogger("x").info("đã đồng bộ")
    logs.stop(handler)
    logging.getLogger("x").info("later")

    text = (tmp_path / "agent.log").read_text(encoding="utf-8")
    assert "đã đồng bộ" in text
    assert "later" not in text


def test_the_log_stays_small(tmp_path):
    handler = logs.to_file(tmp_path / "agent.log")
    for _ in range(300):
        logging.getLogger("x").info("x" * 10_000)
    logs.stop(handler)
    files = list(tmp_path.iterdir())

    assert 1 + logs.COPIES == len(files)
    assert sum(file.stat().st_size for file in files) <= (1 + logs.COPIES) * logs.SIZE


def test_a_log_that_cannot_be_written_stops_nothing(tmp_path):
    handler = logs.to_file(tmp_path / "nowhere" / "agent.log")
    logging.getLogger("x").info("nobody reads this")
    logs.stop(handler)
