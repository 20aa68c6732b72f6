from pathlib import Path

from client_agent.schedule_files import systemd, windows


def test_names_with_blanks_and_signs_survive():
    program = ["/opt/khuyến học/bin/agent"]
    made = systemd(program, Path("/srv/100% $x"))
    service = made["khuyenhoc-agent-sync.service"].decode()

    assert '"/opt/khuyến học/bin/agent" "--folder" "/srv/100%% $$x" "sync"' in service


def test_a_windows_path_with_blanks_is_quoted_and_escaped():
    made = windows([r"C:\Program Files\agent.exe"], Path("C:/R & D/x"))
    text = made["khuyenhoc-agent-sync.xml"].decode("utf-16")

    assert r"<Command>C:\Program Files\agent.exe</Command>" in text
    assert '"C:/R &amp; D/x" sync --if-due' in text


def test_no_network_is_no_failure_of_the_service():
    service = systemd(["agent"], Path("/x"))["khuyenhoc-agent-sync.service"].decode()

    assert "SuccessExitStatus=2 3 5" in service
