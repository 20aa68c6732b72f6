"""Syncs of a real agent with the real engine over a real socket."""

from dataclasses import replace
from secrets import token_hex
from time import monotonic, sleep

import pytest

from client_agent import config
from client_agent.agent import Agent
from client_agent.errors import NotAlike, NotSetUp
from client_agent.syncing.sessions import sync_once
from sync.changes import DIVERGENCE, Key
from sync.errors import (
    Busy,
    NotEnrolled,
    NotTheProvince,
    PeerUnreachable,
    Revoked,
    StoreDamaged,
    Unreadable,
)
from sync.session import State

from ..province import page, saying, served

OURS = Key("a1", "activity", "1")


def test_what_was_typed_is_at_the_province_after_one_request(agent, province, write):
    key = write(agent)
    report = agent.sync()

    assert (State.SETTLED, 1, 0, None) == _plain(report)
    assert "Lớp xóa mù chữ" == province.hub.store.load([key])[key].values["title"]
    assert 1 == len(province.asked)


def test_with_nothing_new_a_sync_is_one_request(agent, province):
    agent.sync()
    report = agent.sync()

    assert (State.SETTLED, 0, 0, None) == _plain(report)
    assert 2 == len(province.asked)


def test_what_the_disk_lost_a_letter_of_comes_back_from_the_province(agent, province, write):
    key = write(agent)
    agent.sync()
    agent.store().db.execute("update log set author = 'x', fields = 'x' where number = 1")
    agent.replica().write(key, {"venue": "Nhà văn hóa"}, "Hoa")
    province.hub.write(key, {"partner_body": "Hội"}, "Tỉnh")
    report = agent.sync()

    assert (None, 0) == (report.error, report.repaired)
    assert [] == agent.store().damage()
    assert province.hub.store.load([key]) == agent.store().load([key])


def test_what_the_province_writes_comes_to_the_centre(agent, province):
    province.hub.write(Key("published", "criteria_set", "x"), {"title": "Bộ tiêu chí"}, "Tỉnh")
    report = agent.sync()

    assert (State.SETTLED, 0, 1, None) == _plain(report)


def test_hundreds_of_records_arrive_whole(agent, province, write):
    for _ in range(300):
        write(agent)
    report = agent.sync()

    assert (State.SETTLED, 300, 0, None) == _plain(report)
    assert 300 == len(province.hub.store.fingerprints(["a1"], "activity"))


def publish(province, count):
    for number in range(count):
        title = f"Bộ tiêu chí {number} {token_hex(40)}"
        province.hub.write(Key("published", "criteria_set", str(number)), {"title": title}, "Tỉnh")


def test_a_page_comes_while_the_one_before_is_taken_in(agent, province, monkeypatch):
    publish(province, 1000)
    replica, asked = agent.replica(), []
    take_in = replica.take_in

    def slowly(*page):
        before = len(province.asked)
        until = monotonic() + 5
        while len(province.asked) == before == len(asked) + 1 and monotonic() < until:
            sleep(0.01)
        asked.append(len(province.asked))
        take_in(*page)

    monkeypatch.setattr(replica, "take_in", slowly)
    report = agent.sync()

    assert (State.SETTLED, 0, 1000, None) == _plain(report)
    assert 2 < len(asked)
    assert list(range(2, len(asked) + 1)) == asked[:-1]


def test_a_page_that_lay_while_another_was_taken_in_makes_no_clock_wrong(
    agent, province, monkeypatch
):
    publish(province, 400)
    replica = agent.replica()
    take_in = replica.take_in
    monkeypatch.setattr(province.hub, "wall", agent.wall)
    monkeypatch.setattr(replica, "take_in", lambda *page: (sleep(1.5), take_in(*page)))
    report = agent.sync()

    assert abs(report.clock_offset) < 1000


def test_a_server_that_is_away_is_reported_and_nothing_is_lost(offline, write):
    write(offline)
    report = offline.sync()

    assert isinstance(report.error, PeerUnreachable)
    assert 1 == offline.store().change_counts().waiting
    assert offline.status().last_error is not None


def test_a_portal_is_reported_and_nobody_is_logged_out(agent, write):
    write(agent)
    with saying(page(b"<html>Wi-Fi</html>", "401 Unauthorized")) as (url, _):
        config.save(agent.folder, replace(agent.settings, server=url))
        report = agent.sync()

    assert isinstance(report.error, NotTheProvince)
    assert agent.enrolled


def test_a_revoked_device_keeps_its_work_and_tries_again(agent, province, write):
    write(agent)
    province.refuses = Revoked()
    report = agent.sync()
    province.refuses = None

    assert (State.REFUSED, "revoked") == (report.state, report.error.code)
    assert (State.SETTLED, 1, 0, None) == _plain(agent.sync())


def test_a_busy_server_is_left_alone_as_long_as_it_asks(agent, province):
    province.refuses = Busy(seconds=1800)
    agent.sync()

    assert 1_790_000 < agent.scheduler.next_attempt() - agent.wall()


def test_a_cut_after_something_got_through_is_tried_again_at_once(agent, province, write):
    for _ in range(40):
        write(agent)
    with served(_Cutting(province, every=2)) as url:
        config.save(agent.folder, replace(agent.settings, server=url))
        small = agent.replica()
        small.page_size = 5  # changes in a request
        report = agent.sync()

    assert (State.SETTLED, 40, 0, None) == _plain(report)


def test_a_link_that_only_cuts_is_left_to_the_scheduler(agent, province, write):
    write(agent)
    with served(_Cutting(province, every=1)) as url:
        config.save(agent.folder, replace(agent.settings, server=url))
        report = agent.sync()

    assert isinstance(report.error, PeerUnreachable)
    assert 4 == len(province.asked)
    assert agent.scheduler.next_attempt() > agent.wall()


def test_records_that_differ_are_mended_and_it_is_reported(agent, province, write):
    key = write(agent)
    agent.sync()
    record = agent.store().load([key])[key]
    cells = {**record.cells, "title": record.cells["title"]._replace(value="rotten bit")}
    agent.store().save([replace(record, cells=cells)])
    report = agent.sync()

    assert (State.SETTLED, 1) == (report.state, report.repaired)
    assert "Lớp xóa mù chữ" == agent.store().load([key])[key].values["title"]


def _rot(store, key):
    record = store.load([key])[key]
    cells = {**record.cells, "title": record.cells["title"]._replace(value="rotten bit")}
    store.save([replace(record, cells=cells)])


def test_the_province_hears_of_what_differed(agent, province, write):
    key = write(agent)
    agent.sync()
    _rot(agent.store(), key)
    agent.sync()
    told = Key("a1", DIVERGENCE, "d1")
    (heard, here) = (s.load([told])[told] for s in (province.hub.store, agent.store()))

    assert here == heard
    assert (1, ["activity/1"]) == (heard.values["count"], heard.values["records"])
    assert heard.values["here"] != heard.values["there"]
    assert 0 == agent.status().waiting


def test_what_repair_cannot_mend_is_no_success(agent, province, write, monkeypatch):
    key = write(agent)
    agent.sync()
    monkeypatch.setattr(province.hub, "rebuild", lambda keys: None)  # a server with a defect
    _rot(province.hub.store, key)
    report = agent.sync()

    assert isinstance(report.error, NotAlike)
    assert "vẫn chưa giống nhau" in agent.status().last_error.vi
    assert agent.scheduler.history().failures == 1


def test_the_offset_of_the_clock_is_measured_and_kept(agent, province):
    agent.sync()

    assert abs(agent.status().clock_offset - (agent.wall() - 1_800_000_000_000)) < 5000


def test_what_is_kept_of_a_sync_is_written_to_the_disk_at_one_go(agent, write):
    agent.sync()
    idle = _writes(agent)
    write(agent)
    agent.sync_soon()

    assert idle == 2  # what the province answered; how the sync went
    assert _writes(agent) == 3  # and that all that was saved is on its way


def test_before_enrolment_a_sync_says_so(tmp_path):
    agent = Agent(tmp_path)
    report = agent.sync()
    agent.close()

    assert isinstance(report.error, NotSetUp)


def test_a_damaged_database_is_reported_and_does_not_kill(agent, write):
    write(agent)
    agent.close()
    for path in agent.folder.glob("centre.db*"):
        path.write_bytes(b"not a database, and long enough to be one " * 99)

    with pytest.raises(StoreDamaged):
        agent.store()


def test_two_syncs_of_one_replica_at_once_do_no_harm(agent, province, write):
    from threading import Thread

    for _ in range(50):
        write(agent)
    other = Agent(agent.folder)  # as the command line does while the background syncs
    thread = Thread(target=lambda: (other.sync(), other.close()))
    thread.start()
    report = agent.sync()
    thread.join()

    assert report.error is None
    assert 0 == agent.store().change_counts().waiting
    assert 50 == len(province.hub.store.fingerprints(["a1"], "activity"))


def test_the_loop_needs_no_agent(agent, province, write):
    write(agent)
    lines = agent.connect()
    report = sync_once(agent.replica(), lines)
    lines.close()

    assert 1 == report.sent


class _Cutting:
    """A province behind a link that loses every n-th answer; it keeps none for a second time."""

    def __init__(self, province, every):
        self.province, self.every, self.count = province, every, 0

    def __call__(self, environ, start_response):
        body = self.province(environ, start_response)
        if environ["PATH_INFO"].endswith("rest"):
            return body
        self.count += 1
        return [body[0][:-9]] if self.count % self.every == 0 else body


def _writes(agent):
    """How many transactions of a sync write anything; each of them waits for the disk."""
    conn, found = agent.store().db.conn, []
    before = conn.total_changes

    def told(sql):
        nonlocal before
        if sql == "commit":
            found.append(conn.total_changes - before)
            before = conn.total_changes

    conn.set_trace_callback(told)
    agent.sync()
    conn.set_trace_callback(None)
    return sum(map(bool, found))


def _plain(report):
    return (report.state, report.sent, report.received, report.error)


@pytest.mark.parametrize("refusal", [NotEnrolled(), Unreadable()], ids=lambda error: error.code)
def test_a_no_that_a_garbled_line_may_have_earned_is_asked_for_twice(
    agent, province, write, refusal
):
    write(agent)
    province.refuses_once = refusal
    report = agent.sync()

    assert (State.SETTLED, 1, 0, None) == _plain(report)


@pytest.mark.parametrize("refusal", [NotEnrolled(), Unreadable()], ids=lambda error: error.code)
def test_a_no_that_is_said_twice_is_believed(agent, province, write, refusal):
    write(agent)
    province.refuses = refusal
    report = agent.sync()

    assert (State.REFUSED, refusal.code) == (report.state, report.error.code)
