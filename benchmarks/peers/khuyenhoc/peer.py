"""Khuyến Học among the harness's peers: its server as it is served, its agent as the device."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

import adapter
import psutil

ROOT = Path(__file__).resolve().parents[3]
PYTHON = ROOT / ".venv" / "bin" / "python"


class Peer(adapter.Peer):
    name = "khuyenhoc"
    most = 100_000

    @staticmethod
    def versions() -> dict[str, str]:
        asked = [PYTHON, "-m", "pip", "list", "--format=json", "--disable-pip-version-check"]
        found = json.loads(subprocess.run(asked, capture_output=True, check=True).stdout)
        wanted = ("khuyenhoc", "Flask", "waitress", "requests", "PyNaCl", "backports.zstd")
        return {item["name"]: item["version"] for item in found if item["name"] in wanted}

    def start_server(self) -> int:
        port = adapter.free_port()
        self.data = self.folder / "province"
        self.run("init")
        self.area = self.run("add-centre")
        self.served = self.start("server.log", "serve", "--port", port)
        adapter.wait_port(port)
        return port

    def new_client(self, name: str, url: str) -> adapter.Client:
        code = self.run("enrol-code", self.area)
        argv = [PYTHON, self.here / "device.py", self.folder / name, url, code]
        return adapter.Client(argv, self.folder / name, self.paths())

    def server_processes(self) -> list[psutil.Process]:
        served = psutil.Process(self.served.pid)
        return [served, *served.children(recursive=True)]

    def verify(self) -> dict[str, object]:
        argv = [PYTHON, self.here / "holdings.py", self.data / "province.db", self.area]
        found = subprocess.run(argv, env=self.paths(), capture_output=True, check=True)
        return json.loads(found.stdout)

    def stop(self) -> None:
        self.served.terminate()
        self.served.wait(20)
