"""Files for the operating system's scheduler: it starts ``sync --if-due`` every five minutes.

The plan itself (after a save, back-off, the schedule) is the agent's own and is kept in its
database, so it makes no difference whether the pages are open, and a missed run is caught
up after the next start.

Both are for the person who owns the folder, and need no administrator. The folder is its
owner's alone: a service of the system would run as root, whose files the pages could then not
write. On Linux a unit of the user's own manager, which lingers when nobody is logged in; on
Windows a task of that user, which runs while they are logged in: at boot, or without a
password kept, only an administrator may have one.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from xml.sax.saxutils import escape

NAME = "khuyenhoc-agent-sync"

SERVICE = """\
[Unit]
Description=Khuyen Hoc: sync the centre's records with the province

[Service]
Type=oneshot
ExecStart={command}
# 2: no network, 3: refused, 5: not enrolled. The agent keeps its own plan; none is a failure.
SuccessExitStatus=2 3 5
TimeoutStartSec=2h
Nice=10
"""

TIMER = """\
[Unit]
Description=Khuyen Hoc: sync every few minutes if the plan says so

[Timer]
OnBootSec=2min
OnUnitInactiveSec=5min
RandomizedDelaySec=30s

[Install]
WantedBy=timers.target
"""

TASK = """\
<?xml version="1.0" encoding="UTF-16"?>
<Task version="1.2" xmlns="http://schemas.microsoft.com/windows/2004/02/mit/task">
  <RegistrationInfo>
    <Description>Khuyến Học: đồng bộ dữ liệu của trung tâm với tỉnh</Description>
  </RegistrationInfo>
  <Triggers>
    <TimeTrigger>
      <StartBoundary>2020-01-01T00:00:00</StartBoundary>
      <Repetition><Interval>PT5M</Interval></Repetition>
    </TimeTrigger>
    <LogonTrigger><UserId>{account}</UserId><Delay>PT2M</Delay></LogonTrigger>
  </Triggers>
  <Principals>
    <Principal id="Author">
      <UserId>{account}</UserId>
      <LogonType>InteractiveToken</LogonType>
      <RunLevel>LeastPrivilege</RunLevel>
    </Principal>
  </Principals>
  <Settings>
    <MultipleInstancesPolicy>IgnoreNew</MultipleInstancesPolicy>
    <DisallowStartIfOnBatteries>false</DisallowStartIfOnBatteries>
    <StopIfGoingOnBatteries>false</StopIfGoingOnBatteries>
    <StartWhenAvailable>true</StartWhenAvailable>
    <ExecutionTimeLimit>PT2H</ExecutionTimeLimit>
    <Hidden>true</Hidden>
  </Settings>
  <Actions Context="Author">
    <Exec>
      <Command>{program}</Command>
      <Arguments>{arguments}</Arguments>
    </Exec>
  </Actions>
</Task>
"""


def systemd(program: Sequence[str], folder: Path) -> dict[str, bytes]:
    """A service and its timer for ``systemctl --user``, by file name."""
    command = " ".join(map(_unit_word, _command(program, folder)))
    service = SERVICE.format(command=command)
    return {f"{NAME}.service": service.encode(), f"{NAME}.timer": TIMER.encode()}


def windows(program: Sequence[str], folder: Path, account: str) -> dict[str, bytes]:
    """A task of that account for ``schtasks /create /xml``, by file name."""
    first, *rest = _command(program, folder)
    arguments = escape(" ".join(map(_windows_word, rest)))
    text = TASK.format(program=escape(first), arguments=arguments, account=escape(account))
    return {f"{NAME}.xml": text.replace("\n", "\r\n").encode("utf-16")}


def _command(program: Sequence[str], folder: Path) -> list[str]:
    return [*program, "--folder", str(folder), "sync", "--if-due"]


def _unit_word(word: str) -> str:
    """Quoted for systemd, to which ``%`` and ``$`` mean something too."""
    quoted = word.replace("\\", "\\\\").replace('"', '\\"').replace("%", "%%").replace("$", "$$")
    return f'"{quoted}"'


def _windows_word(word: str) -> str:
    return f'"{word}"' if " " in word else word
