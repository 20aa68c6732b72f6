from pathlib import Path
from xml.etree import ElementTree

from client_agent.syncing.schedule_files import systemd, windows


def test_names_with_blanks_and_signs_survive():
    program = ["/opt/khuyến học/bin/agent"]
    made = systemd(program, Path("/srv/100% $x"))
    service = made["khuyenhoc-agent-sync.service"].decode()

    assert '"/opt/khuyến học/bin/agent" "--folder" "/srv/100%% $$x" "sync"' in service


def test_a_windows_path_with_blanks_is_quoted_and_escaped():
    made = windows([r"C:\Program Files\agent.exe"], Path("C:/R & D/x"), "lan")
    text = made["khuyenhoc-agent-sync.xml"].decode("utf-16")

    assert r"<Command>C:\Program Files\agent.exe</Command>" in text
    assert '"C:/R &amp; D/x" sync --if-due' in text


def test_no_network_is_no_failure_of_the_service():
    service = systemd(["agent"], Path("/x"))["khuyenhoc-agent-sync.service"].decode()

    assert "SuccessExitStatus=2 3 5" in service


def test_the_service_is_a_users_own_and_waits_for_nothing_that_only_the_system_has():
    made = systemd(["agent"], Path("/x"))
    service, timer = (data.decode() for data in made.values())

    assert "network-online" not in service + timer
    assert "User=" not in service
    assert "WantedBy=timers.target" in timer


def test_a_windows_task_needs_no_administrator():
    """No trigger at boot, none at the log-on of anybody, no password, no higher rights."""
    task = parsed(windows(["agent.exe"], Path("C:/x"), r"MAY-1\Lan & Tuấn"))
    kinds = [trigger.tag for trigger in task.find("Triggers")]

    assert ["TimeTrigger", "LogonTrigger"] == kinds
    assert "PT5M" == task.findtext("Triggers/TimeTrigger/Repetition/Interval")
    assert None is task.find("Triggers/TimeTrigger/Repetition/Duration")  # without an end
    assert r"MAY-1\Lan & Tuấn" == task.findtext("Triggers/LogonTrigger/UserId")
    assert r"MAY-1\Lan & Tuấn" == task.findtext("Principals/Principal/UserId")
    assert "InteractiveToken" == task.findtext("Principals/Principal/LogonType")
    assert "LeastPrivilege" == task.findtext("Principals/Principal/RunLevel")


def test_a_windows_task_has_its_parts_in_the_order_of_the_schema():
    task = parsed(windows(["agent.exe"], Path("C:/x"), "lan"))
    parts = ["RegistrationInfo", "Triggers", "Principals", "Settings", "Actions"]

    assert parts == [part.tag for part in task]
    assert task.find("Principals/Principal").get("id") == task.find("Actions").get("Context")


def parsed(made):
    """The task without its namespace."""
    task = ElementTree.fromstring(made["khuyenhoc-agent-sync.xml"])
    for element in task.iter():
        element.tag = element.tag.rpartition("}")[2]
    return task
