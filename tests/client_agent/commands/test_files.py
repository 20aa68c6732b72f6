import sqlite3

import pytest


def test_work_goes_to_the_province_and_back_on_a_stick(command, agent, write, province, tmp_path):
    for _ in range(3):
        write(agent)
    code, said = command("export", tmp_path)
    before = agent.status()
    (path,) = tmp_path.glob("khuyenhoc-*-gui.khb")
    province.carry(path)
    done, told = command("import", tmp_path)
    after = agent.status()

    assert (0, True) == (code, "Đã ghi toàn bộ 3 thay đổi" in said)
    assert (0, 3, 0) == (before.waiting, before.on_stick, before.confirmed)
    assert (0, True) == (done, "Tỉnh và máy này có dữ liệu giống hệt nhau" in told)
    assert (0, 0, 3) == (after.waiting, after.on_stick, after.confirmed)


def test_a_stick_that_is_gone_is_6_and_nothing_counts_as_on_it(command, agent, write, tmp_path):
    write(agent)
    code, said = command("export", tmp_path / "gone" / "x.khb")

    assert 6 == code
    assert "Plug the stick in" in said
    assert (1, 0) == (agent.status().waiting, agent.status().on_stick)


def test_a_damaged_file_is_6_and_refused_whole(command, agent, write, province, tmp_path):
    write(agent)
    command("export", tmp_path / "x.khb")
    (answer,) = province.carry(tmp_path / "x.khb")
    answer.write_bytes(answer.read_bytes()[:-1])
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


def test_what_is_not_there_is_6(command, tmp_path):
    assert [6, 6] == [command("import", path)[0] for path in (tmp_path / "nowhere", tmp_path)]


def test_any_mix_of_stick_and_network_gives_the_same(command, agent, province, write, tmp_path):
    write(agent)
    command("export", tmp_path / "1.khb")
    write(agent)
    command("export", tmp_path / "2.khb")
    command("sync")
    (late,), (later,) = (province.carry(tmp_path / name) for name in ("1.khb", "2.khb"))

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


@pytest.mark.parametrize("place", ["usb/", "usb/copy.db"])
def test_a_backup_makes_no_folder_in_the_place_of_a_stick_that_is_not_there(
    command, write, agent, tmp_path, place
):
    write(agent)
    code, said = command("backup", f"{tmp_path}/{place}")

    assert 6 == code
    assert "Plug the stick in" in said
    assert not (tmp_path / "usb").exists()


def test_a_backup_that_cannot_be_written_is_reported(command, agent, folder):
    folder.mkdir(exist_ok=True)
    (folder / "backups").write_text("")
    code, said = command("backup")

    assert 6 == code
    assert "could not be written" in said
