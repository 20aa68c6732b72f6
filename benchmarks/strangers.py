"""What a stranger costs the server: ``python -m benchmarks.strangers``.

A body of 1.6 kB that would unpack to 16 MB, from somebody who signed it wrongly, or not at all,
in CPU seconds of the server's own code, as a share of a log-in that is refused, in the same run.
"""

from __future__ import annotations

import re
import tempfile
from collections.abc import Callable
from functools import partial
from pathlib import Path
from time import process_time

from flask.testing import FlaskClient

from server import Config, create_app
from server.founding import create_province
from server.users import users
from server.users.users import Account
from sync.wire import envelope, frame, seal
from sync.wire.envelope import Header

TIMES, LOG_INS = 300, 8  # more log-ins in a row are refused for being so many
BOMB = frame.pack(b"[" + b"[]," * (5 << 20) + b"0]")
NAME, PASSWORD = "benchmark", "mot mat khau rat dai"
TOKEN = re.compile(r'name="csrf_token"[^>]*value="([^"]+)"')


def measure() -> dict[str, float]:
    """What each address costs, as a multiple of a refused log-in."""
    with tempfile.TemporaryDirectory() as folder:
        province = create_province(Config(Path(folder) / "province"))
        users.add(province.db(), Account(NAME, PASSWORD))
        client = create_app(province.config).test_client()
        login = _log_in(client)
        costs = {
            path: _cost(partial(client.post, f"/api/v1/{path}", data=body))
            for path, body in _strangers(province.keyring.newest.public[1]).items()
        }
        province.close()
    return {path: cost / login for path, cost in costs.items()}


def _strangers(sealing_key: bytes) -> dict[str, bytes]:
    forged = envelope.request(Header("stranger", bytes(8)), BOMB, seal.new_seed())
    sealed = bytes(1) + seal.sealed(BOMB, sealing_key)
    return {"sync": forged, "questions": forged, "enrol": sealed, "greeting": BOMB}


def _log_in(client: FlaskClient) -> float:
    """CPU seconds of a log-in with a wrong password."""
    token = TOKEN.search(client.get("/login").get_data(as_text=True))
    form = {"csrf_token": token[1] if token else "", "name": NAME, "password": "another one"}
    return _cost(lambda: client.post("/login", data=form), LOG_INS)


def _cost(act: Callable[[], object], times: int = TIMES) -> float:
    act()
    begun = process_time()
    for _ in range(times):
        act()
    return (process_time() - begun) / times


if __name__ == "__main__":
    for path, ratio in measure().items():
        print(f"{path:10} {ratio:.3f} of the CPU of a refused log-in")
