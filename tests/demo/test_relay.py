import contextlib
import socket
import threading

import pytest

from demo.relay import Relay


@pytest.fixture
def echo():
    """A server that says back what it hears."""
    listener = socket.create_server(("127.0.0.1", 0))

    def serve():
        while True:
            try:
                end, _ = listener.accept()
            except OSError:
                return
            threading.Thread(target=say_back, args=(end,), daemon=True).start()

    threading.Thread(target=serve, daemon=True).start()
    yield listener.getsockname()
    listener.shutdown(socket.SHUT_RDWR)
    listener.close()


def say_back(end):
    with end, contextlib.suppress(ConnectionResetError):
        while data := end.recv(1000):
            end.sendall(data)


@pytest.fixture
def relay(echo):
    relay = Relay(echo)
    yield relay
    relay.stop()


def call(relay, data=b"xin chao"):
    host, port = relay.url.removeprefix("http://").split(":")
    with socket.create_connection((host, int(port)), timeout=5) as end:
        end.sendall(data)
        end.shutdown(socket.SHUT_WR)
        return b"".join(iter(lambda: end.recv(1000), b""))


def test_an_open_relay_passes_everything_on(relay):
    assert b"xin chao" == call(relay)


def test_a_closed_relay_resets_who_comes(relay):
    relay.close()

    with pytest.raises(OSError, match=r"reset|Broken pipe|not connected"):
        call(relay)


def test_closing_cuts_a_connection_that_waits_for_an_answer(relay):
    host, port = relay.url.removeprefix("http://").split(":")
    with socket.create_connection((host, int(port)), timeout=5) as end:
        end.sendall(b"xin")
        heard = end.recv(1000)
        relay.close()

        assert b"xin" == heard
        with pytest.raises(OSError, match="reset"):
            end.recv(1000)


def test_a_relay_that_was_opened_again_has_the_same_address(relay):
    before = relay.url
    relay.close()
    relay.open()

    assert (before, b"lai") == (relay.url, call(relay, b"lai"))
