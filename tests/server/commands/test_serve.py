"""The server as a process, over real sockets."""

import os
import signal
import socket
import subprocess
import sys

import pytest

from server.commands.serve import alone
from server.commands.speech import Running

SERVE = [sys.executable, "-m", "server.cli", "--folder"]


@pytest.fixture
def serve(config, province):
    """Start the server on a port that is free; its process and its address."""
    started = []

    def serve(*options):
        argv = [*SERVE, str(config.folder), "serve", "--port", "0", *options]
        pipes = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE}
        process = subprocess.Popen(argv, text=True, encoding="utf-8", **pipes)
        started.append(process)
        return process, process.stdout.readline().strip()

    yield serve
    for process in started:
        process.kill()
        process.communicate()


def ask(address, request):
    host, port = address.removeprefix("http://").split(":")
    with socket.create_connection((host, int(port)), 10) as link:
        link.sendall(request)
        return link.makefile("rb").read()


def test_the_server_prints_its_address_and_answers_there(serve):
    _, address = serve()
    answer = ask(address, b"GET /healthz HTTP/1.0\r\n\r\n")

    assert answer.startswith(b"HTTP/1.0 200 OK")
    assert b'{"status":"ok"}' in answer


def test_no_answer_says_which_program_gave_it(serve):
    _, address = serve()

    assert b"\r\nServer:" not in ask(address, b"GET /healthz HTTP/1.0\r\n\r\n")


def test_two_servers_on_one_folder_are_one_too_many(serve):
    serve()
    second, _ = serve()
    _, said = second.communicate(timeout=30)

    assert 9 == second.returncode
    assert "Another server is running" in said


def test_a_server_that_is_asked_to_stop_says_that_all_is_saved(serve):
    process, _ = serve()
    process.send_signal(signal.SIGTERM)
    _, said = process.communicate(timeout=30)

    assert 0 == process.returncode
    assert "Mọi dữ liệu đã nhận đều đã lưu." in said


def test_the_folder_is_free_again_after_a_server_was_killed(serve, config):
    process, _ = serve()
    os.kill(process.pid, signal.SIGKILL)
    process.wait(30)

    with alone(config.folder):
        pass


def test_an_address_that_is_taken_is_reported_in_a_sentence(serve):
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        process, _ = serve("--port", str(taken.getsockname()[1]))
        _, said = process.communicate(timeout=30)

    assert 10 == process.returncode
    assert "--port" in said


def test_one_lock_at_a_time(config, province):
    with alone(config.folder), pytest.raises(Running), alone(config.folder):
        pass


def test_a_body_beyond_all_bounds_is_refused_before_it_is_read(serve):
    _, address = serve()
    head = b"POST /api/v1/sync HTTP/1.1\r\nHost: x\r\nConnection: close\r\n"
    answer = ask(address, head + b"Content-Length: 99999999\r\n\r\n")

    assert b" 413 " in answer.split(b"\r\n")[0]
