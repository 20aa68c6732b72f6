"""A province is lost with its machine, and comes back from the sheet and a backup alone."""

import re
import shutil
from types import SimpleNamespace

import pytest

from client_agent.agent import Agent
from demo.centre import Centre
from demo.processes import DidNotStart, Processes, run
from demo.province import Province
from schemas.records.activity import Activity
from server.recovery import page
from sync.changes import Key
from sync.check_words import WORDS, plain

from .promises import digest


@pytest.fixture
def lost(tmp_path):
    """A province that made a backup, went on working, and then lost its machine."""
    province = Province(tmp_path / "province")
    province.set_up()
    (area,) = province.add_centres_in("04813")
    sheet = province.recovery_sheet()
    with Processes(tmp_path) as processes:
        province.serve(processes)
        centre = Centre(tmp_path / "centre", area, SimpleNamespace(url=province.url))
        centre.enrol(province.code(area))
        agent = Agent(centre.folder)
        backup = tmp_path / "stick.backup"
        type_and_sync(agent, "Trước khi sao lưu")
        run("server.cli", "--folder", str(province.folder), "backup", str(backup))
        type_and_sync(agent, "Sau khi sao lưu")
    shutil.rmtree(province.folder)
    yield SimpleNamespace(province=province, agent=agent, backup=backup, sheet=sheet)
    agent.close()


def type_and_sync(agent, title):
    key = Key(agent.area, "activity", title)
    agent.replica().write(key, {**Activity.example(), "title": title}, "Lan")
    assert agent.sync().error is None


def restore(lost, folder, typed):
    command = ("server.cli", "--folder", str(folder), "restore", str(lost.backup))
    return run(*command, typed=typed)


def test_it_comes_back_from_sheet_and_backup_and_the_centres_bring_the_rest(lost, tmp_path):
    typed = "\n".join(plain(line).upper() for line in lost.sheet.splitlines())
    restore(lost, tmp_path / "new", f"{typed}\n")
    again, agent = Province(tmp_path / "new", lost.province.port), lost.agent
    with Processes(tmp_path) as processes:
        again.serve(processes)
        for _ in range(2):
            assert agent.sync().error is None
        again.officer()  # logs in with the password of before
    (database,) = (tmp_path / "new").glob("province.db")

    assert agent.status().waiting == 0
    assert digest(database, agent.areas) == digest(agent.folder / "centre.db", agent.areas)


def test_whoever_steals_a_backup_opens_nothing_and_can_pose_as_nobody(lost, tmp_path):
    stolen, content = tmp_path / "thief", lost.backup.read_bytes()
    words = " ".join(["nhà"] * 24)
    with pytest.raises(DidNotStart, match="Line 1 is not"):
        restore(lost, stolen, words)

    assert not (stolen / "province.db").exists()
    assert [] == [word for word in ("Trước", "SQLite", "activity") if word.encode() in content]


def test_the_sheet_is_one_page_of_a4_whatever_its_words(chromium):
    longest = WORDS.index(max(WORDS, key=len))
    shown = chromium.new_page()
    shown.set_content(page.rendered(bytes([longest] * 16), "Tỉnh Thừa Thiên – Huế", 1))
    made = shown.pdf(prefer_css_page_size=True)

    assert len(re.findall(rb"/Type\s*/Page\b", made)) == 1
    assert shown.evaluate("document.body.scrollWidth <= document.body.clientWidth")


@pytest.mark.parametrize("width", [390, 1366])
def test_no_word_of_the_sheet_runs_over_another_on_any_screen(chromium, width):
    longest = WORDS.index(max(WORDS, key=len))
    shown = chromium.new_page(viewport={"width": width, "height": 844})
    shown.set_content(page.rendered(bytes([longest] * 16), "Tỉnh Thừa Thiên – Huế", 1))
    wide = "[...document.querySelectorAll('td')].filter(td => td.scrollWidth > td.clientWidth)"

    assert 0 == shown.evaluate(f"{wide}.length")
    assert shown.evaluate("document.documentElement.scrollWidth") <= width
