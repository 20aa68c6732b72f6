import pytest

from server.province import Province
from sync.exchange import Outcome


@pytest.fixture
def computer(enrol):
    computer = enrol()
    computer.write(title="Trên thẻ nhớ")
    return computer


@pytest.fixture
def stick(computer, tmp_path):
    folder = tmp_path / "stick"
    folder.mkdir()
    (path,) = computer.export(folder / "centre-gui.khb")
    return path


def titles(config):
    return sorted(row["title"] for row in Province(config).db()["activity"].rows)


def test_a_folder_is_taken_in_and_its_answers_lie_beside(run, stick, computer, config):
    done = run("import-bundle", str(stick.parent))

    assert 0 == done.exit_code
    assert ["Trên thẻ nhớ"] == titles(config)
    assert Outcome.SETTLED is computer.take_in(stick.with_name("centre-tra-loi.khb"))
    assert "1 thay đổi, 1 mới, 0 để riêng chờ xem, 0 mâu thuẫn; đồng hồ chậm 5" in done.stderr
    assert "1 change, 1 new" in done.stderr


def test_answers_may_go_elsewhere(run, stick, tmp_path):
    run("import-bundle", str(stick), "--answers", str(tmp_path))

    assert (tmp_path / "centre-tra-loi.khb").exists()
    assert [stick] == list(stick.parent.iterdir())


def test_any_number_of_times_is_once(run, stick, config):
    codes = [run("import-bundle", str(stick.parent)).exit_code for _ in range(2)]

    assert [0, 0] == codes
    assert ["Trên thẻ nhớ"] == titles(config)


def test_a_bad_file_is_7_and_stops_no_other(run, stick, config):
    (stick.parent / "a.khb").write_bytes(stick.read_bytes()[:-1])
    done = run("import-bundle", str(stick.parent))

    assert 7 == done.exit_code
    assert ["Trên thẻ nhớ"] == titles(config)
    assert "a.khb: Tệp hỏng" in done.stderr
    assert "2 tệp của trung tâm: 1 thay đổi mới; 1 tệp chưa nhận được" in done.stderr
    assert "Traceback" not in done.output


def test_a_damaged_file_is_refused_whole(run, stick, config):
    data = bytearray(stick.read_bytes())
    data[-20] ^= 1
    stick.write_bytes(data)

    assert 7 == run("import-bundle", str(stick)).exit_code
    assert [] == titles(config)
    assert [stick] == list(stick.parent.iterdir())


def test_a_bundle_of_a_lost_device_is_refused(run, stick, computer):
    run("retire", computer.certificate.device, "--lost")
    done = run("import-bundle", str(stick))

    assert 7 == done.exit_code
    assert "báo mất" in done.stderr


def test_a_folder_without_files_is_reported(run, tmp_path):
    (tmp_path / "empty").mkdir()
    done = run("import-bundle", str(tmp_path / "empty"))

    assert 7 == done.exit_code
    assert "Không thấy tệp nào" in done.stderr


def test_missing_parts_are_named(run, computer, tmp_path):
    for number in range(6):
        computer.write(record_id=str(number), title="Trên thẻ nhớ")
    parts = computer.export(tmp_path / "x-gui.khb", page=3, limit=1)
    done = run("import-bundle", str(parts[1]))

    assert 7 == done.exit_code
    assert "Thiếu phần 1, 3 trong 3 phần" in done.stderr
    assert "3 changes wait for earlier ones" in done.stderr


def test_what_was_heard_by_stick_is_kept_too(run, stick, db):
    run("import-bundle", str(stick))
    (row,) = db["device"].rows

    assert row["last_contact"] > 1_343_106_000_000
