"""What users of other systems suffered: syncs that were stuck, and called a success.

As in ``test_pains``: each test is named after what happened to somebody, repository#number
says where it was told.
"""

import secrets
import shutil
import time
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager

import pytest

from client_agent.cli import main
from client_agent.syncing.plan import LONGEST
from client_agent.texts import sentence
from client_agent.transports.http import HttpTransport
from sync.errors import PeerUnreachable
from sync.session import State
from tests.client_agent.province import saying

from .post import Post

NOWHERE = "http://127.0.0.1:9"
PASSWORD = "một mật khẩu dài"


@pytest.fixture
def post(office):
    return Post(office.app)


@pytest.fixture
def agent(office):
    """A machine that has nothing to send."""
    agent = office.machine()
    office.sync(agent)
    return agent


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
def test_a_crash_between_two_writes_of_a_sync_blocks_no_later_one(office, agent, tmp_path):
    other = office.machine()
    office.type(other, "Của máy kia")
    office.sync(other)
    for number in range(4):
        office.type(agent, f"Mới {number}")
    agent.sync_soon()
    agent.replica().page_size = 1  # change in a request, so that there is much between
    found = images(agent, tmp_path)
    again = [office.rebooted(folder) for folder in found]
    due = [killed.scheduler.next_attempt() - office.wall.now for killed in again]
    office.sync(*again)

    assert 4 < len(found)
    assert all(wait <= LONGEST * 1.2 for wait in due)
    assert all(office.is_settled(killed) for killed in again)
    assert 5 == len(office.titles())


# powersync-ja/powersync-native#15, learningequality/kolibri#11469, powersync-js#1055
def test_an_upload_that_failed_is_tried_again_without_another_save(office, agent):
    office.type(agent, "Chờ mạng")
    agent.sync_soon()
    office.move(agent, NOWHERE)
    failed, planned = [], []
    for _ in range(12):
        failed.append(agent.sync().error)
        planned.append(agent.scheduler.next_attempt() - office.wall.now)
    agent.close()
    agent = office.rebooted(agent.folder)
    planned.append(agent.scheduler.next_attempt() - office.wall.now)
    office.move(agent, office.address)
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
    agent.replica().page_size = 20
    with line(office, post) as address:
        office.move(agent, address)
        report, status = agent.sync(), agent.status()
        code = main(["--folder", str(agent.folder), "sync"])

    assert isinstance(report.error, PeerUnreachable)
    assert report.state is not State.SETTLED
    assert (2, "") == (code, capsys.readouterr().out)
    assert sentence(report.error, "vi") == status.last_error.vi
    assert (sent, sent, 60 - sent) == (report.sent, status.confirmed - before, status.waiting)


# medic/cht-core#7528, medic/cht-core#8134, couchbase/couchbase-lite-java-core#814
def test_the_first_sync_of_a_new_laptop_goes_on_where_the_link_broke(office, agent, post):
    with agent.store().transaction():
        for _ in range(400):
            office.type(agent, secrets.token_hex(400))  # which no packing makes small
    office.sync(agent)
    lucky, unlucky = office.machine(), office.machine()
    whole = lucky.sync().received
    came = []
    while not came or came[-1].error:
        unlucky.close()
        unlucky = office.rebooted(unlucky.folder)
        post.clear()
        post.loses = lambda number: number > 1
        came.append(unlucky.sync())
        office.wall.now += LONGEST

    assert 8 < len(came)
    assert all(report.received for report in came)
    assert whole == sum(report.received for report in came)  # nothing came twice
    assert office.is_settled(unlucky)
    assert office.digest(lucky) == office.digest(unlucky)


# SEL-Columbia/formhub#678, enketo/enketo#942, kobotoolbox/kpi PR#5047, kobocat#565
def test_a_slow_server_and_an_eager_machine_make_one_record_of_one(office, agent, post):
    """Its answers are lost, so the machine asks again, and so do the boxes on the way."""
    name, key = agent.replica().name, office.type(agent, "Một lần thôi")
    post.loses = lambda number: True
    errors = [agent.sync().error for _ in range(3)]
    asked, headers = post.asked * 3, {"Content-Type": "application/octet-stream"}

    def deliver(request):
        path, body = request
        answer = office.app.test_client().post(path, data=body, headers=headers)
        return answer.status_code

    post.clear()
    with ThreadPoolExecutor(6) as boxes:
        said = list(boxes.map(deliver, asked))
    office.sync(agent)

    assert 9 <= len(asked)
    assert {200} == set(said)
    assert all(isinstance(error, PeerUnreachable) for error in errors)
    assert ["Một lần thôi"] == office.titles()
    assert 1 == len(office.province.store().history([key]))
    assert name == agent.replica().name  # nobody had to begin anew
    assert office.is_settled(agent)
