"""A centre without a network: its work goes to the province on a stick, the answer comes back."""

import pytest

from demo.centre import enter_activity
from demo.figures import Entered, differences, entered, report
from demo.processes import DidNotStart, run
from demo.province import rows
from schemas.records.activity import Activity

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


def carry(province, centre, stick):
    """Export, and take in at the province; return both files that now lie on the stick."""
    stick.mkdir()
    bundle = stick / "bundle.khb"
    centre.command("export", str(bundle))
    run("server.cli", "--folder", str(province.folder), "import-bundle", str(bundle))
    [answer] = set(stick.iterdir()) - {bundle}
    return bundle, answer


def test_work_travels_on_a_stick_and_its_receipt_comes_back(offline, province, officer, tmp_path):
    before = report(officer, 2012)
    values = {**Activity.example(), "title": "Đi bằng thẻ nhớ"}
    enter_activity(offline.log_in(CLERK), values)
    _, answer = carry(province, offline, tmp_path / "stick")
    on_the_way = offline.status()
    offline.command("import", str(answer))
    after = offline.status()

    assert (1, 0, 0) == tuple(on_the_way[name] for name in ("on_stick", "waiting", "confirmed"))
    assert (0, 0, 1) == tuple(after[name] for name in ("on_stick", "waiting", "confirmed"))
    lines = rows(officer, "/records/activity.csv?period=2012")
    [line] = [line for line in lines if line["Tên hoạt động"] == values["title"]]
    told = Entered(*line["Đơn vị"].split(", "), values)
    assert [] == differences(entered(before, [told]), report(officer, 2012))


def test_a_file_that_comes_twice_and_the_network_too_count_once(
    offline, province, officer, link, tmp_path
):
    enter_activity(offline.log_in(CLERK), {**Activity.example(), "title": "Chỉ một lần"})
    bundle, answer = carry(province, offline, tmp_path / "stick")
    run("server.cli", "--folder", str(province.folder), "import-bundle", str(bundle))
    link.open()
    offline.command("sync")
    offline.command("import", str(answer))
    lines = rows(officer, "/records/activity.csv?period=2012")

    assert 1 == [line["Tên hoạt động"] for line in lines].count("Chỉ một lần")
    assert (0, 1) == tuple(offline.status()[name] for name in ("waiting", "confirmed"))


def test_a_damaged_file_is_refused_whole_at_either_end(offline, province, tmp_path):
    enter_activity(offline.log_in(CLERK), Activity.example())
    bundle, answer = carry(province, offline, tmp_path / "stick")
    for path in (bundle, answer):
        data = bytearray(path.read_bytes())
        data[len(data) // 2] ^= 1
        path.write_bytes(data)

    with pytest.raises(DidNotStart, match="Tệp"):
        run("server.cli", "--folder", str(province.folder), "import-bundle", str(bundle))
    with pytest.raises(DidNotStart, match="Tệp"):
        offline.command("import", str(answer))
    assert 1 == offline.status()["on_stick"]
