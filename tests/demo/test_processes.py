import urllib.request

import pytest

from demo.processes import DidNotStart, Processes, free_port, run


def test_leaving_ends_every_process(tmp_path):
    port = free_port()
    url = f"http://127.0.0.1:{port}/"
    with Processes(tmp_path) as processes:
        served = processes.serve("http", url, "http.server", str(port), "--bind", "127.0.0.1")
        with urllib.request.urlopen(url) as answer:
            seen = answer.status

    assert 200 == seen
    assert served.poll() is not None


def test_an_error_ends_every_process_too(tmp_path):
    with pytest.raises(ZeroDivisionError), Processes(tmp_path) as processes:
        raise_after(processes.start("http", "http.server", "0", "--bind", "127.0.0.1"))

    assert all(process.poll() is not None for process in processes.running)


def test_a_process_that_ends_at_once_says_what_it_wrote(tmp_path):
    with pytest.raises(DidNotStart, match="No module named"), Processes(tmp_path) as processes:
        processes.serve("none", "http://127.0.0.1:1/", "no_such_module_here")


def test_a_command_that_fails_says_what_it_printed():
    with pytest.raises(DidNotStart, match="No module named"):
        run("no_such_module_here")


def test_no_two_are_asked_to_listen_at_one_port():
    assert 500 == len({free_port() for _ in range(500)})


def raise_after(_):
    raise ZeroDivisionError
