import json
from dataclasses import replace

from client_agent import config
from sync.errors import NotEnrolled


def test_sync_says_what_it_did(command, agent, write):
    write(agent)
    code, said = command("sync")

    assert 0 == code
    assert "gửi 1, nhận 0" in said


def test_sync_without_a_server_is_2_and_says_the_work_is_safe(command, agent):
    config.save(agent.folder, replace(agent.settings, server="http://127.0.0.1:9"))
    code, said = command("sync")

    assert 2 == code
    assert "vẫn an toàn" in said
    assert "is safe" in said


def test_sync_that_is_refused_is_3(command, province):
    province.refuses = NotEnrolled()

    assert 3 == command("sync")[0]


def test_a_timer_keeps_to_the_plan(command, province, agent, write):
    command("sync", "--if-due")
    write(agent)
    code, said = command("sync", "--if-due")

    assert (0, 1) == (code, len(province.asked))
    assert "lần tới" in said


def test_a_clock_far_off_is_reported(command, agent):
    _, said = command("sync")

    assert "Đồng hồ máy này" in said


def test_status_tells_the_five_states(command, agent, write):
    write(agent)
    code, said = command("status")

    assert 0 == code
    assert "Đã lưu trên máy này: 1" in said
    assert "Waiting: 1" in said


def test_status_for_programs_is_one_json_object(command, agent, write):
    write(agent)
    command("sync")
    found = json.loads(command("status", "--json")[1])

    assert (1, 0, 1, None) == tuple(
        found[name] for name in ("saved", "waiting", "confirmed", "last_error")
    )
    assert found["next_attempt"] > found["last_attempt"] > 0
    assert 1 == found["receipt"]["head"]
