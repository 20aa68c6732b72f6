"""Both ends say the same words; a record that rots is found, mended, told at both, and replayed."""

import re
from dataclasses import replace
from html import unescape

import pytest

from client_agent import config
from client_agent.syncing import receipts as kept
from client_agent.web import create_app as pages
from server.devices import overview, receipts
from server.users import users
from server.users.users import Account
from sync.check_words import check
from sync.errors import PeerUnreachable
from tests.client_agent.province import served
from tests.client_agent.web.conftest import Browser
from tests.simulation import replay

PASSWORD = "một mật khẩu dài"


@pytest.fixture
def agent(office):
    agent = office.machine()
    office.sync(agent)
    return agent


def _words_there(office, agent):
    return receipts.of_device(office.province.db(), agent.settings.device).words


def _line(office):
    return overview.lines(office.province.db(), [office.centre.area])[0]


def _rot(store, key):
    record = store.load([key])[key]
    cells = {**record.cells, "title": record.cells["title"]._replace(value="Lớp bị hỏng")}
    store.save([type(record)(key, cells)])


def test_the_words_that_are_read_out_are_the_same_at_both_ends(office, agent):
    for number in range(3):
        office.type(agent, f"Lớp {number}")
        office.sync(agent)
        held, line = kept.last(agent), _line(office)

        assert held.words == line.receipt.words
        assert (held.head, held.wall) == (line.receipt.head, line.receipt.wall)
    assert held.signed


def test_who_looks_at_the_province_sees_what_lan_sees_on_paper(office, agent):
    office.type(agent, "Lớp may")
    office.sync(agent)
    paper = Browser(pages(agent)).sit_down("Bùi Thị Lan")
    paper.get("/sync/receipt")
    (words,) = re.findall(r"Hai từ đối chiếu</span><strong>(.+?)</strong>", paper.text)
    officer = office.app.test_client()
    _log_in(office, officer)

    assert words in unescape(officer.get("/devices").text)


@pytest.mark.parametrize("who", ["centre", "province"])
def test_a_record_that_rots_is_mended_told_and_can_be_played_again(office, agent, who):
    key = office.type(agent, "Lớp may")
    office.sync(agent)
    before = kept.last(agent).words
    _rot(agent.store() if who == "centre" else office.province.store(), key)
    if who == "province":  # what it would read out now is something else
        digest = sum(office.province.store().digests(agent.areas).values()) % 2**128
        assert before != check(digest)
    report = agent.sync()

    assert (None, 1) == (report.error, report.repaired)
    stores = agent.store(), office.province.store()
    assert ["Lớp may"] * 2 == [store.load([key])[key].values["title"] for store in stores]
    assert kept.last(agent).words == _words_there(office, agent)
    assert (1, 1) == (_line(office).differed.count, _line(office).differed.times)
    lan = Browser(pages(agent)).sit_down("Bùi Thị Lan")
    lan.get("/sync/verify")
    assert "1 bản ghi. Đã tự sửa và báo cho tỉnh" in lan.words()

    (path,) = (agent.folder / "replays").glob("*.khr")
    (cause,) = [c for each in replay.read(path) for c in replay.play(each).causes]
    assert (key, ({"centre": replay.HERE, "province": replay.THERE}[who],)) == cause[:2]
    assert 0 == replay.main(path)


def test_until_the_repair_gets_through_the_words_differ(office, agent):
    key = office.type(agent, "Lớp may")
    office.sync(agent)
    _rot(office.province.store(), key)
    with served(_deaf_to_questions(office.app)) as url:
        config.save(agent.folder, replace(agent.settings, server=url))
        cut = agent.sync()
    held, there = kept.last(agent).words, _words_there(office, agent)
    config.save(agent.folder, replace(agent.settings, server=office.address))

    assert isinstance(cut.error, PeerUnreachable)
    assert held != there
    assert 1 == agent.sync().repaired
    assert kept.last(agent).words == _words_there(office, agent)


def _deaf_to_questions(app):
    """A link that dies whenever somebody asks what differs."""

    def link(environ, start_response):
        if environ["PATH_INFO"].endswith("questions"):
            start_response("502 ...", [("Content-Length", "0")])
            return [b""]
        return app(environ, start_response)

    return link


def _log_in(office, client):
    users.add(office.province.db(), Account("tinh", PASSWORD))
    token = re.search(r'name="csrf_token" value="([^"]+)"', client.get("/login").text)[1]
    sent = {"name": "tinh", "password": PASSWORD, "csrf_token": token}
    assert client.post("/login", data=sent).status_code == 302
