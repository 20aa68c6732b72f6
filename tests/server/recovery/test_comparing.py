"""Two servers hold the same, or it is known why not; what nothing explains is a defect."""

import shutil

import pytest

from server.province import Province
from server.recovery.comparing import Area, Comparison


@pytest.fixture
def computer(enrol):
    computer = enrol()
    computer.write(record_id="one")
    computer.exchange()
    return computer


@pytest.fixture
def twin(computer, province, config, tmp_path):
    """Another server with the same database."""
    folder = tmp_path / "twin"
    folder.mkdir()
    province.store().backup(folder / "province.db")
    twin = Province(config.elsewhere(folder))
    yield twin
    twin.close()
    shutil.rmtree(folder)


def judged(province, twin, name, silent=()):
    area = Area("Trung tâm")
    Comparison(province, twin, silent).judge(name, area)
    return area


def test_the_same_is_equal(province, twin, computer):
    assert Area("Trung tâm") == judged(province, twin, computer.area)


def test_what_a_machine_sent_and_the_other_server_lacks_is_a_defect(province, twin, computer):
    computer.write(record_id="two")
    computer.exchange()

    assert Area("Trung tâm", wrong=1, is_equal=False) == judged(province, twin, computer.area)


def test_unless_that_machine_sends_nothing_by_itself(province, twin, computer):
    computer.write(record_id="two")
    computer.exchange()
    silent = [computer.certificate.device]

    assert Area("Trung tâm", away=1, is_equal=False) == judged(
        province, twin, computer.area, silent
    )


def test_what_the_other_server_holds_besides_is_no_loss(province, twin, computer):
    twin.hub().write(computer.write(record_id="two").key, {"title": "Mới"})
    area = judged(province, twin, computer.area)

    assert Area("Trung tâm", is_equal=False) == area
