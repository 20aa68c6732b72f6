"""Khuyến Học among the harness's peers: its server as it is served, its agent as the device."""

from __future__ import annotations

import json
import os
import subprocess
from pathlib import Path

import adapter
import psutil

FOLDER = Path(__file__).resolve().parent
ROOT = FOLDER.parents[2]
PYTHON = ROOT / ".venv" / "bin" / "python"
PATHS = {"PYTHONPATH": os.pathsep.join([str(ROOT), str(adapter.BENCH / "peers")])}
COMMUNE = "04801"  # Phường Tân Thịnh
LISTED = ("khuyenhoc", "Flask", "waitress", "requests", "PyNaCl", "backports.zstd")


class Peer(adapter.Peer):
    name = "khuyenhoc"
    form: tuple[str, ...] = ()  # or "sealed": see ``device.py``

    @staticmethod
    def versions() -> dict[str, str]:
        packages = json.loads(output([PYTHON, "-m", "pip", "list", "--format=json"]))
        return {each["name"]: each["version"] for each in packages if each["name"] in LISTED}

    def start_server(self) -> int:
        port: int = adapter.free_port()
        self.data = self.folder / "province"
        self.command("init")
        self.area = self.command("add-centre", COMMUNE)
        argv = [*self.server, "serve", "--port", str(port)]
        with (self.folder / "server.log").open("ab") as log:
            self.served = subprocess.Popen(argv, stdout=log, stderr=log)
        adapter.wait_port(port)
        return port

    def new_client(self, name: str, url: str) -> adapter.Client:
        """A machine of the centre, enrolled by a code of its own."""
        folder = self.folder / name / "agent"
        agent = [PYTHON, "-m", "client_agent.cli", "--folder", folder]
        code = self.command("enrol-code", self.area)
        output([*agent, "enrol", "--server", url, "--code", code], typed="y\n")
        argv = [PYTHON, FOLDER / "device.py", folder, *self.form]
        return adapter.Client(argv, folder.parent, PATHS)

    def server_processes(self) -> list[psutil.Process]:
        served = psutil.Process(self.served.pid)
        return [served, *served.children(recursive=True)]

    def verify(self) -> dict[str, object]:
        holdings: dict[str, object] = json.loads(
            output([PYTHON, FOLDER / "holdings.py", self.data / "province.db", self.area])
        )
        return holdings

    def stop(self) -> None:
        self.served.terminate()
        self.served.wait(30)

    @property
    def server(self) -> list[str]:
        return [str(PYTHON), "-m", "server.cli", "--folder", str(self.data)]

    def command(self, *arguments: str) -> str:
        """Run one of the server's commands; the first line that it prints is the answer."""
        return output([*self.server, *arguments]).partition("\n")[0]


def output(argv: list[object], typed: str = "") -> str:
    """What a command prints, if somebody types that.

    :raises RuntimeError: with its complaint, if it fails
    """
    done = subprocess.run(
        list(map(str, argv)),
        input=typed,
        env={**os.environ, **PATHS},
        capture_output=True,
        encoding="utf-8",
    )
    if done.returncode:
        raise RuntimeError(done.stderr or done.stdout)
    return done.stdout
