"""What users of other systems suffered: work that was lost, stuck, or wrongly called done.

Each test is named after what happened to somebody, and tells the story with real agents and the
real server. The stories come from public issue threads; repository#number stands beside each.
Those of several machines that have to agree are in ``test_pains_together``.
"""

import shutil

import pytest

from client_agent.web import create_app as centre_pages
from schemas.record import natural_id
from schemas.records.evaluation import Evaluation
from server import create_app
from server.province import Province
from server.recovery import restoring
from server.users import users
from server.users.users import Account
from sync.changes import Key
from tests.client_agent.province import served

from .person import Person

NOWHERE = "http://127.0.0.1:9"
PASSWORD = "một mật khẩu dài"


@pytest.fixture
def agent(office):
    """A machine at which two activities were saved, and the province has them."""
    agent = office.machine()
    for number in range(2):
        office.type(agent, f"Lớp {number}")
    office.sync(agent)
    return agent


# tursodatabase/turso#8129, tursodatabase/libsql#2122
@pytest.mark.parametrize("saves", [1, 2, 3], ids=["fewer", "as many", "more"])
def test_a_laptop_put_back_to_a_backup_still_reaches_the_province(office, agent, tmp_path, saves):
    agent.close()
    shutil.copytree(agent.folder, tmp_path / "image")
    since = [office.title(agent, office.type(agent, f"Sau ảnh đĩa {n}")) for n in range(2)]
    office.sync(agent)
    agent.close()
    shutil.rmtree(agent.folder)
    shutil.copytree(tmp_path / "image", agent.folder)
    agent = office.rebooted(agent.folder)
    later = []
    for number in range(saves):
        later.append(office.title(agent, office.type(agent, f"Sau khôi phục {number}")))
        office.sync(agent)

    assert sorted(["Lớp 0", "Lớp 1", *since, *later]) == office.titles()
    assert office.is_settled(agent)


def _by_command(office, copy):
    restoring.in_place(copy, office.config)


def _by_hand(office, copy):
    for part in restoring.PARTS:
        office.config.database.with_name(f"province.db{part}").unlink(missing_ok=True)
    shutil.copy(copy, office.config.database)


# medic/cht-core#8093, owncloud/client#928, owncloud/client#2325
@pytest.mark.parametrize("put_back", [_by_command, _by_hand])
def test_what_was_made_after_the_servers_backup_comes_back_once_it_is_restored(
    office, agent, tmp_path, put_back
):
    other = office.machine()
    office.sync(other)
    office.province.store().backup(tmp_path / "copy.db")
    since = office.type(agent, "Sau bản sao")
    office.sync(agent)
    waiting = agent.status().waiting
    office.app.extensions["province"].close()
    office.province.close()
    put_back(office, tmp_path / "copy.db")
    office.province = Province(office.config)
    lost = office.titles()
    with served(create_app(office.config)) as address:
        for machine in (other, agent):
            office.move(machine, address)
        office.type(other, "Sau khôi phục")
        office.sync(other, agent, other)

        assert (0, ["Lớp 0", "Lớp 1"]) == (waiting, lost)
        assert ["Lớp 0", "Lớp 1", "Sau bản sao", "Sau khôi phục"] == office.titles()
        assert "Sau bản sao" == office.title(agent, since) == office.title(other, since)
        assert office.is_settled(agent)
        assert office.is_settled(other)


# medic/cht-core#8186
def test_what_the_server_may_not_merge_is_kept_and_read_with_its_reason_at_both_ends(office, agent):
    area = office.centre.area
    key = Key(area, "evaluation", natural_id(Evaluation, area, {"year": 2012}))
    agent.replica().write(key, {**Evaluation.example(), "verified_score.1.1": 4.25}, "Lan")
    office.type(agent, "Lưu sau đó")
    office.sync(agent)
    users.add(office.province.db(), Account("tinh", PASSWORD, users.PROVINCE))
    centre = Person(centre_pages(agent), "Lan").get("/attention/").follow("/attention/parked/")
    officer = Person(office.app).get("/login")
    officer.press("/login", name="tinh", password=PASSWORD)
    officer.get("/attention").follow("/attention/parked/")

    assert "Lý do: Mục này do huyện nhập." in centre.words
    assert "Lý do: Mục này do huyện nhập" in officer.words
    assert ("4,25" in centre.words, "4,25" in officer.words) == (True, True)
    assert "Lưu sau đó" in office.titles()
    assert 1 == agent.status().needs_you
    assert office.is_settled(agent)
