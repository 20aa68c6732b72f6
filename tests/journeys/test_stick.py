"""A centre without a network: its work goes to the province on a stick, the answer comes back."""

import signal
import subprocess
import sys
import time
import uuid

import pytest

from client_agent.usb.exporting import export
from client_agent.usb.importing import take_in
from demo.centre import enter_activity
from demo.figures import Entered, differences, entered, report
from demo.processes import DidNotStart, run
from demo.province import rows
from schemas.records.activity import Activity
from server.config import Config
from server.province import Province as Hub
from sync.changes import Key
from sync.merge import total

from .conftest import CLERK


@pytest.fixture
def officer(province):
    return province.officer()


@pytest.fixture
def offline(centre, link, processes):
    """The centre at work, with its line down since the day it was enrolled."""
    link.close()
    centre.open(processes)
    return centre


@pytest.fixture
def stick(tmp_path):
    (tmp_path / "stick").mkdir()
    return tmp_path / "stick"


def at_the_province(province, stick):
    """Take in all that lies on the stick; the answers are written to it."""
    return run("server.cli", "--folder", str(province.folder), "import-bundle", str(stick))


def there_and_back(province, centre, stick):
    """Export, take in at the province, and bring the answer home."""
    centre.command("export", str(stick))
    at_the_province(province, stick)
    on_the_way = centre.status()
    centre.command("import", str(stick))
    return on_the_way, centre.status()


def test_work_travels_on_a_stick_and_its_receipt_comes_back(offline, province, officer, stick):
    before = report(officer, 2012)
    values = {**Activity.example(), "title": "Đi bằng thẻ nhớ"}
    enter_activity(offline.log_in(CLERK), values)
    on_the_way, after = there_and_back(province, offline, stick)

    assert (1, 0, 0) == tuple(on_the_way[name] for name in ("on_stick", "waiting", "confirmed"))
    assert (0, 0, 1) == tuple(after[name] for name in ("on_stick", "waiting", "confirmed"))
    lines = rows(officer, "/records/activity.csv?period=2012")
    [line] = [line for line in lines if line["Tên hoạt động"] == values["title"]]
    told = Entered(*line["Đơn vị"].split(", "), values)
    assert [] == differences(entered(before, [told]), report(officer, 2012))


def test_a_file_that_comes_twice_and_the_network_too_count_once(
    offline, province, officer, link, stick
):
    enter_activity(offline.log_in(CLERK), {**Activity.example(), "title": "Chỉ một lần"})
    offline.command("export", str(stick))
    at_the_province(province, stick)
    at_the_province(province, stick)
    link.open()
    offline.command("sync")
    offline.command("import", str(stick))
    lines = rows(officer, "/records/activity.csv?period=2012")

    assert 1 == [line["Tên hoạt động"] for line in lines].count("Chỉ một lần")
    assert (0, 1) == tuple(offline.status()[name] for name in ("waiting", "confirmed"))


def test_a_damaged_file_is_refused_whole_at_either_end(offline, province, stick):
    enter_activity(offline.log_in(CLERK), Activity.example())
    offline.command("export", str(stick))
    at_the_province(province, stick)
    for path in stick.iterdir():
        data = bytearray(path.read_bytes())
        data[len(data) - 20] ^= 1
        path.write_bytes(data)

    with pytest.raises(DidNotStart, match="Tệp"):
        at_the_province(province, stick)
    with pytest.raises(DidNotStart, match="Tệp"):
        offline.command("import", str(stick))
    assert 1 == offline.status()["on_stick"]


def digest(store, areas):
    return total(store.digests(areas).values())


def write(agent, count):
    with agent.store().transaction():
        for _ in range(count):
            key = Key(agent.area, "activity", str(uuid.uuid4()))
            agent.replica().write(key, {**Activity.example(), "title": "Không có mạng"}, "Hiền")


def test_one_stick_serves_two_centres_that_never_had_a_network(enrolled, province, link, stick):
    """Also if the import is killed, and the stick goes round twice."""
    agents = [enrolled(link), enrolled(link)]
    link.close()
    for agent in agents:
        write(agent, 400)
        export(agent, stick)
    hub = Hub(Config(province.folder))
    before = hub.store().end()
    importing = subprocess.Popen(
        [sys.executable, "-m", "server.cli", "--folder", province.folder, "import-bundle", stick],
        stderr=subprocess.DEVNULL,
    )
    while hub.store().end() == before and importing.poll() is None:
        time.sleep(0.002)
    importing.kill()
    killed = importing.wait()
    inside = hub.store().end() - before
    for _ in range(2):
        at_the_province(province, stick)
        taken = [take_in(agent, [stick]) for agent in agents]

    assert -signal.SIGKILL == killed
    assert inside < 800
    assert [True, True] == [each.settled or not each.waiting for each in taken]
    for agent in agents:
        assert 400 == agent.status().confirmed
        assert digest(agent.store(), agent.areas) == digest(hub.store(), agent.areas)
    assert [] == [path.name for path in stick.iterdir() if path.suffix != ".khb"]
    hub.close()
