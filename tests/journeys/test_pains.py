"""What users of other systems suffered: work that was lost, stuck, or wrongly called done.

Each test is named after what happened to somebody, and tells the story with real agents and the
real server. The stories come from public issue threads; repository#number stands beside each.
Those of several machines that have to agree are in ``test_pains_together``.
"""

import shutil
import time
from contextlib import contextmanager
from dataclasses import replace

import pytest

from client_agent import config
from client_agent.agent import Agent
from client_agent.cli import main
from client_agent.scheduler import LONGEST
from client_agent.texts import sentence
from client_agent.transports.http import HttpTransport
from client_agent.web import create_app as centre_pages
from schemas.record import natural_id
from schemas.records.evaluation import Evaluation
from server import create_app, restoring, users
from server.province import Province
from server.users import Account
from sync.changes import Key
from sync.errors import PeerUnreachable
from sync.session import State
from tests.client_agent.province import saying, served

from .office import opened
from .person import Person
from .post import Post
from .promises import own

NOWHERE = "http://127.0.0.1:9"
PASSWORD = "một mật khẩu dài"


@pytest.fixture
def office(tmp_path):
    with opened(tmp_path) as office:
        yield office


@pytest.fixture
def agent(office):
    """A machine at which two activities were saved, and the province has them."""
    agent = office.machine()
    for number in range(2):
        office.type(agent, f"Lớp {number}")
    office.sync(agent)
    return agent


@pytest.fixture
def post(office):
    return Post(office.app)


@pytest.fixture
def started(office):
    """The agent on that folder after a reboot."""

    def started(folder):
        office.agents.append(Agent(folder, office.wall))
        return office.agents[-1]

    return started


def move(agent, address):
    """Have the machine look for the province there."""
    config.save(agent.folder, replace(agent.settings, server=address))


def is_settled(office, agent):
    """Whether nothing waits, both sides are equal, and the province has each change once."""
    log = own(office.config.database, agent.replica().name)
    is_once = len(log) == len(set(log))
    here, there = office.digest(agent), office.digest_of(agent.areas)
    return is_once and here == there and 0 == agent.status().waiting


# tursodatabase/turso#8129, tursodatabase/libsql#2122
@pytest.mark.parametrize("saves", [1, 2, 3], ids=["fewer", "as many", "more"])
def test_a_laptop_put_back_to_a_backup_still_reaches_the_province(
    office, agent, started, tmp_path, saves
):
    agent.close()
    shutil.copytree(agent.folder, tmp_path / "image")
    since = [office.title(agent, office.type(agent, f"Sau ảnh đĩa {n}")) for n in range(2)]
    office.sync(agent)
    agent.close()
    shutil.rmtree(agent.folder)
    shutil.copytree(tmp_path / "image", agent.folder)
    agent = started(agent.folder)
    later = []
    for number in range(saves):
        later.append(office.title(agent, office.type(agent, f"Sau khôi phục {number}")))
        office.sync(agent)

    assert sorted(["Lớp 0", "Lớp 1", *since, *later]) == office.titles()
    assert is_settled(office, agent)


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
        move(agent, address)
        office.sync(agent)

        assert (0, ["Lớp 0", "Lớp 1"]) == (waiting, lost)
        assert ["Lớp 0", "Lớp 1", "Sau bản sao"] == office.titles()
        assert "Sau bản sao" == office.title(agent, since)
        assert is_settled(office, agent)


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

    assert "Vì có mục do huyện điền" in centre.words
    assert "Lý do: Mục này do huyện nhập" in officer.words
    assert ("4,25" in centre.words, "4,25" in officer.words) == (True, True)
    assert "Lưu sau đó" in office.titles()
    assert 1 == agent.status().needs_you
    assert is_settled(office, agent)


def images(agent, folder):
    """Sync; return the folder as a kill before each of the commits would have left it."""
    found = []

    def told(sql):
        if sql == "commit":
            found.append(folder / f"killed-{len(found)}")
            shutil.copytree(agent.folder, found[-1], ignore=shutil.ignore_patterns("*-shm"))

    conn = agent.store().db.conn
    conn.set_trace_callback(told)
    agent.sync()
    conn.set_trace_callback(None)
    return found


# powersync-ja/powersync-sqlite-core#162
def test_a_crash_between_two_writes_of_a_sync_blocks_no_later_one(office, agent, started, tmp_path):
    other = office.machine()
    office.type(other, "Của máy kia")
    office.sync(other)
    for number in range(4):
        office.type(agent, f"Mới {number}")
    agent.sync_soon()
    agent.replica().page = 1  # change in a request, so that there is much between
    found = images(agent, tmp_path)
    again = [started(folder) for folder in found]
    due = [killed.scheduler.next_attempt() - office.wall.now for killed in again]
    office.sync(*again)

    assert 4 < len(found)
    assert all(wait <= LONGEST * 1.2 for wait in due)
    assert all(is_settled(office, killed) for killed in again)
    assert 7 == len(office.titles())


# powersync-ja/powersync-native#15, learningequality/kolibri#11469, powersync-js#1055
def test_an_upload_that_failed_is_tried_again_without_another_save(office, agent, started):
    office.type(agent, "Chờ mạng")
    agent.sync_soon()
    move(agent, NOWHERE)
    failed, planned = [], []
    for _ in range(12):
        failed.append(agent.sync().error)
        planned.append(agent.scheduler.next_attempt() - office.wall.now)
    agent.close()
    agent = started(agent.folder)
    planned.append(agent.scheduler.next_attempt() - office.wall.now)
    move(agent, office.address)
    office.wall.now += 2 * LONGEST
    thread = agent.scheduler.start()
    until = time.monotonic() + 30
    while "Chờ mạng" not in office.titles() and time.monotonic() < until:
        time.sleep(0.02)
    agent.scheduler.stop()
    thread.join()

    assert all(isinstance(error, PeerUnreachable) for error in failed)
    assert all(0 < wait <= LONGEST * 1.2 for wait in planned)
    assert "Chờ mạng" in office.titles()


@contextmanager
def _off(office, post):
    yield NOWHERE


@contextmanager
def _silent(office, post):
    with saying(*[b"HTTP/1.1 200 OK\r\n"] * 2, hold=60) as (address, _):
        yield address


@contextmanager
def _cut_after_a_page(office, post):
    post.clear()
    post.loses = lambda number: number > 1
    yield office.address


# medic/cht-core#8303, opensrp/opensrp-client#527, opensrp/fhircore#2541
@pytest.mark.parametrize(("line", "sent"), [(_off, 0), (_silent, 0), (_cut_after_a_page, 20)])
def test_a_sync_that_timed_out_or_had_no_wifi_or_left_items_is_never_called_a_success(
    office, agent, post, monkeypatch, capsys, line, sent
):
    for number in range(60):
        office.type(agent, f"Đợi {number}")
    before = agent.status().confirmed
    monkeypatch.setattr(HttpTransport, "patience", (5.0, 0.5))
    agent.replica().page = 20
    with line(office, post) as address:
        move(agent, address)
        report, status = agent.sync(), agent.status()
        code = main(["--folder", str(agent.folder), "sync"])

    assert isinstance(report.error, PeerUnreachable)
    assert report.state is not State.SETTLED
    assert (2, "") == (code, capsys.readouterr().out)
    assert sentence(report.error, "vi") == status.last_error.vi
    assert (sent, sent, 60 - sent) == (report.sent, status.confirmed - before, status.waiting)
