import os
import sqlite3

import pytest

from sync import seal
from sync.messages import Request


@pytest.fixture
def carry(province, agent):
    """What the province does with a file: open it, answer it, seal the answer to the device."""

    def carry(path):
        data = seal.unsealed(path.read_bytes(), province.seed)
        _, answer = province.respond(Request, data)
        back = path.with_name("answer.khb")
        back.write_bytes(seal.sealed(answer, province.keys["d1"]))
        return back

    return carry


def test_work_goes_to_the_province_and_back_on_a_stick(command, agent, write, carry, tmp_path):
    for _ in range(3):
        write(agent)
    code, said = command("export", tmp_path / "gửi.khb")
    before = agent.status()
    answer = carry(tmp_path / "gửi.khb")

    assert (0, True) == (code, "Đã ghi 3 thay đổi" in said)
    assert (0, 3, 0) == (before.waiting, before.on_stick, before.confirmed)
    assert 0 == command("import", answer)[0]
    assert (0, 0, 3) == (
        agent.status().waiting,
        agent.status().on_stick,
        agent.status().confirmed,
    )


def test_a_folder_gets_a_file_with_a_name(command, tmp_path):
    command("export", tmp_path)

    assert 1 == len(list(tmp_path.glob("khuyenhoc-d1-*.khb")))


def test_a_stick_that_is_full_or_gone_is_6_and_nothing_counts_as_on_it(
    command, agent, write, tmp_path
):
    write(agent)
    code, said = command("export", tmp_path / "gone" / "x.khb")

    assert 6 == code
    assert "write-protected" in said
    assert (1, 0) == (agent.status().waiting, agent.status().on_stick)


@pytest.mark.parametrize(
    "harm", [lambda d: d[:-1], lambda d: d[: len(d) // 2], lambda d: b"", bytes.upper]
)
def test_a_damaged_file_is_6_and_refused_whole(command, agent, write, carry, tmp_path, harm):
    write(agent)
    command("export", tmp_path / "x.khb")
    answer = carry(tmp_path / "x.khb")
    answer.write_bytes(harm(answer.read_bytes()))
    code, said = command("import", answer)

    assert 6 == code
    assert "Không có gì được nhập vào" in said
    assert 1 == agent.status().on_stick


def test_our_own_file_brought_back_is_recognised(command, agent, write, tmp_path):
    write(agent)
    command("export", tmp_path / "x.khb")
    code, said = command("import", tmp_path / "x.khb")

    assert 6 == code
    assert "Give this file to the province" in said


def test_a_file_that_is_not_there_is_6(command, tmp_path):
    assert 6 == command("import", tmp_path / "nowhere")[0]
    assert 6 == command("import", tmp_path)[0]


def test_any_mix_of_stick_and_network_gives_the_same(
    command, agent, province, write, carry, tmp_path
):
    write(agent)
    command("export", tmp_path / "1.khb")
    write(agent)
    command("export", tmp_path / "2.khb")
    command("sync")
    late = carry(tmp_path / "1.khb").rename(tmp_path / "late")
    later = carry(tmp_path / "2.khb")

    assert [0, 0, 0] == [command("import", path)[0] for path in (later, late, later)]
    assert 2 == agent.status().confirmed
    assert 2 == len(province.hub.store.fingerprints(["a1"], "activity"))


def test_a_backup_is_a_database_of_its_own(command, agent, write, tmp_path):
    write(agent)

    assert 0 == command("backup", tmp_path / "copy.db")[0]
    with sqlite3.connect(tmp_path / "copy.db") as copy:
        assert [(1,)] == copy.execute("select count(*) from log").fetchall()
    copy.close()


def test_a_backup_without_a_place_goes_into_the_folder(command, agent, folder):
    command("backup")

    assert 1 == len(list((folder / "backups").glob("centre-*.db")))


@pytest.mark.skipif(os.name == "nt", reason="needs a path below a file")
def test_a_backup_that_cannot_be_written_is_told(command, agent, tmp_path):
    (tmp_path / "file").write_text("")
    code, said = command("backup", tmp_path / "file" / "copy.db")

    assert 6 == code
    assert "could not be written" in said
