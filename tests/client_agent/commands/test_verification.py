import gzip
import json

import pytest

from client_agent import config
from tests.simulation import replay


@pytest.fixture
def filled(agent, write):
    for _ in range(3):
        write(agent, place="xóm Mường")
    agent.sync()
    return agent


def _spoil(agent):
    conn = agent.store().db.conn
    conn.execute("update records set cells = replace(cells, 'mù', 'mu') where record_id = '2'")


def test_all_is_the_same_is_0_with_the_words_of_the_receipt(command, filled):
    code, said = command("verify")

    assert 0 == code
    assert "cả 3 bản ghi" in said
    assert "Hai từ đối chiếu" in said


def test_what_differs_is_10_and_with_repair_9_and_then_0(command, filled):
    _spoil(filled)

    assert [10, 9, 0] == [
        command("verify", *more)[0] for more in (["--local"], ["--local", "--repair"], [])
    ]


def test_for_programs_it_is_one_json_object(command, filled):
    _spoil(filled)
    code, said = command("verify", "--json")
    found = json.loads(said)

    assert (10, 10, 1, 3) == (code, found["code"], found["left"], found["records"])
    assert [["record", "a1", "activity", "2"]] == found["differing"]
    assert ("same", 0) == (found["province"], found["repaired"])
    assert " – " in found["words"]


def test_before_enrolment_it_is_5(tmp_path, capsys):
    from client_agent.cli import main

    assert 5 == main(["--folder", str(tmp_path), "verify"])


def test_a_diagnosis_names_what_is_wrong_and_nothing_that_was_typed(command, filled, tmp_path):
    _spoil(filled)
    path = tmp_path / "one.khr"
    code, said = command("diagnose", path)
    text = gzip.decompress(path.read_bytes()).decode()
    (one,) = replay.read(path)

    assert 0 == code
    assert "1 bản ghi như hiện nay" in said
    assert [] == [word for word in ("Lớp", "mù", "mu chữ", "Mường", "Lan") if word in text]
    assert ["2"] == [key.record_id for key in one.difference.keys]
    assert 0 == replay.main(path)


def test_without_a_fault_the_latest_records_are_reported(command, filled, tmp_path):
    command("diagnose", tmp_path / "one.khr")
    (one,) = replay.read(tmp_path / "one.khr")

    assert 3 == len(one.difference.keys)
    assert [] == replay.play(one).causes


def test_a_diagnosis_that_cannot_be_written_is_6(command, filled, tmp_path):
    code, said = command("diagnose", tmp_path / "nowhere" / "one.khr")

    assert 6 == code
    assert str(config.database(filled.folder)) not in said
