import shutil
import subprocess
from xml.etree import ElementTree

import pytest


def test_systemd_gets_a_service_and_a_timer(command, tmp_path, folder):
    code, said = command("install-schedule", "--out", tmp_path / "units")
    service = (tmp_path / "units" / "khuyenhoc-agent-sync.service").read_text()

    assert (0, True) == (code, "systemctl --user enable" in said)
    assert folder.owner() in said
    assert f'"--folder" "{folder}" "sync" "--if-due"' in service
    assert "OnBootSec" in (tmp_path / "units" / "khuyenhoc-agent-sync.timer").read_text()


@pytest.mark.skipif(not shutil.which("systemd-analyze"), reason="no systemd here")
def test_systemd_accepts_them(command, tmp_path, monkeypatch):
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(tmp_path))  # a user's manager has one
    command("install-schedule", "--out", tmp_path)
    files = map(str, tmp_path.glob("khuyenhoc*.*"))
    verify = ["systemd-analyze", "--user", "verify", *files]

    assert 0 == subprocess.run(verify, check=False).returncode


def test_windows_gets_a_task_in_the_encoding_it_reads(command, tmp_path, folder):
    command("install-schedule", "--windows", "--out", tmp_path)
    data = (tmp_path / "khuyenhoc-agent-sync.xml").read_bytes()
    task = ElementTree.fromstring(data)
    space = {"t": "http://schemas.microsoft.com/windows/2004/02/mit/task"}
    arguments = task.find("t:Actions/t:Exec/t:Arguments", space)

    assert data.startswith(b"\xff\xfe")
    assert arguments is not None
    assert f"--folder {folder} sync --if-due" in (arguments.text or "")


def test_without_a_folder_the_files_are_shown(command):
    code, said = command("install-schedule")

    assert 0 == code
    assert "[Timer]" in said
