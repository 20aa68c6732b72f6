"""A newcomer's path: install, enrol, record, sync, report, with nothing but what was installed."""

from datetime import date
from random import Random

import pytest

import run
from demo import plausible
from demo.centre import Centre, Clerk, enter_activity, press_sync
from demo.processes import Processes
from demo.province import Province, rows
from demo.relay import Relay

CLERK = Clerk("Bùi Thị Hiền", "1356")
COMMUNE = "04813"


@pytest.fixture
def province(tmp_path):
    """A server at work, with one centre; its programs run with the server's install."""
    province = Province(tmp_path / "province")
    province.set_up()
    (province.area,) = province.add_centres_in(COMMUNE)
    with Processes(tmp_path) as province.processes:
        province.serve(province.processes)
        yield province


def test_a_record_made_with_the_installed_agent_is_in_the_report_of_the_installed_server(
    province, centre_bin, tmp_path, monkeypatch
):
    monkeypatch.setenv("PYTHONSAFEPATH", "1")
    line, code = Relay(("127.0.0.1", province.port)), province.code(province.area)
    monkeypatch.setenv("KHUYENHOC_PYTHON", str(centre_bin / f"python{run.EXE}"))
    centre = Centre(tmp_path / "centre", province.area, line)
    centre.enrol(code)
    centre.add(CLERK)
    centre.open(province.processes)
    clerk = centre.log_in(CLERK)
    random = Random(1)
    values = plausible.activity(random, plausible.place(random, "Yên Mông"), date(2012, 3, 8))
    enter_activity(clerk, values)
    press_sync(clerk)
    centre.command("sync")
    found = rows(province.officer(), "/records/activity.csv?period=2012")
    line.stop()

    assert [values["title"]] == [row["Tên hoạt động"] for row in found]


def test_a_centres_install_says_in_one_sentence_that_the_server_is_an_extra(centre_bin, bare):
    done = bare(centre_bin / f"khuyenhoc-server{run.EXE}", "init")
    vietnamese, english = done.stderr.decode().splitlines()

    assert 78 == done.returncode
    assert "khuyenhoc[server]" in vietnamese
    assert "khuyenhoc[server]" in english


def test_a_centres_install_says_its_commands_in_vietnamese_to_any_code_page(centre_bin, bare):
    done = bare(centre_bin / f"khuyenhoc-agent{run.EXE}", "--help")

    assert 0 == done.returncode
    assert "Khuyến Học tại trung tâm" in done.stdout.decode()


def test_the_example_syncs_two_replicas_with_the_installed_engine(centre_bin, bare):
    example = run.ROOT / "examples" / "two_replicas.py"
    done = bare(centre_bin / f"python{run.EXE}", "-X", "utf8", example)

    assert ("settled Lớp xóa mù chữ", b"") == (done.stdout.decode().strip(), done.stderr)
