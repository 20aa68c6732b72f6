"""Under a machine that lies, honest centres go on syncing and every page answers.

The server is a process, the line is HTTP, the honest machines are real agents. What a lying
machine can do to the engine is tried more widely in ``tests/simulation/hostile.py``.
"""

import secrets
import time

import pytest

from client_agent.usb import peers
from client_agent.web import create_app
from schemas.records.activity import Activity
from sync.changes import Key
from sync.merge import total

from .conftest import CLERK
from .liar import LAST, MOST, Liar
from .person import Person

PAGES = ["/", "/attention", "/devices", "/devices.csv", "/records", "/registers", "/totals"]
PAGES += ["/evaluations", "/records/activity.csv?period=2012", "/attention?unit={area}"]
DIVERGENCE = [
    "at",
    "here",
    "there",
    "types",
    "records",
    "count",
    "lacked",
    "again",
    "aside",
    "times",
]
OWN_PAGES = ["/", "/attention/", "/records/activity", "/siblings/", "/sync/"]


@pytest.fixture
def honest(enrolled, link, communes):
    """Two machines of one centre, and one of another."""
    area = communes.pop()
    return [enrolled(link, area), enrolled(link, area), enrolled(link)]


@pytest.fixture
def liar(province, honest):
    liar = Liar(province.url, lambda: int(time.time() * 1000))
    liar.enrol(province.code(honest[0].area))
    liar.sync()
    return liar


def digest(agent):
    return total(agent.store().digests(agent.areas).values())


def types(agent, title, name="một"):
    key = Key(agent.area, "activity", name)
    opened = agent.store().load([key])[key]
    agent.replica().write(key, {**Activity.example(), "title": title}, "Hoa", opened)
    return key


def sync(*agents):
    for agent in agents:
        report = agent.sync()
        assert (None, 0) == (report.error, report.repaired)


def test_honest_machines_go_on_and_every_page_answers(province, honest, liar):
    a, b, other = honest
    feeds = [agent.store().checkpoint().feed for agent in honest]
    own = types(a, "việc thật")
    sync(*honest)
    liar.sync()
    _tells_every_lie(liar, own)
    elsewhere = types(other, "việc khác")
    types(b, "việc thật, sửa lại")
    sync(b, other, a, b, other)

    assert feeds == [agent.store().checkpoint().feed for agent in honest]
    assert digest(a) == digest(b)
    assert "việc thật, sửa lại" == a.store().load([own])[own].values["title"]
    assert "việc khác" == other.store().load([elsewhere])[elsewhere].values["title"]
    officer = province.officer()
    answers = {page: officer.open(page.format(area=a.area)).status for page in PAGES}
    assert answers == dict.fromkeys(PAGES, 200)
    devices = officer.open("/devices").text
    assert "gửi điều máy lành không gửi" in devices.split(liar.device)[1].split("<tr")[0]
    a.staff.add(CLERK.name, CLERK.pin)
    clerk = Person(create_app(a), CLERK.name)
    assert dict.fromkeys(OWN_PAGES, 200) == {page: clerk.get(page).status for page in OWN_PAGES}


def _tells_every_lie(liar, own):
    (true,) = [entry for entry in liar.log if entry["key"] == tuple(own)]
    lies = list(liar.everything())
    for start in range(0, len(lies), MOST):
        liar.lie(*lies[start : start + MOST])
    mark = secrets.token_urlsafe(9)
    for at in [(LAST, 0, mark), (1, LAST, mark), (LAST, LAST, mark), (0, 0, "a\nb" * 40)]:
        liar.lie(liar.change(tuple(own), {"title": "tràn"}, at))
    liar.lie(liar.change(tuple(own), {"title": "trùng dấu"}, true["at"]))
    for junk in ("x", {}, [[]], 10**4000, None):
        said = dict.fromkeys(DIVERGENCE, junk)
        liar.lie(liar.change((liar.home, "divergence", liar.device), said))
    for wrong in ({"cursor": LAST}, {"sent": LAST}, {"feed": "server.x/1"}, {"budget": -1}):
        liar.lie(**wrong)
    for junk in (
        {"changes": {"groups": 3}},
        {"newest": [1]},
        {"wall": "9" * 400},
        {"cursor": True},
        {"feed": "\0"},
    ):
        assert liar.lie(**junk) in ("unreadable", "busy")


def test_a_stick_of_a_lying_machine_leaves_its_siblings_sound(honest, liar, tmp_path):
    a, b, _ = honest
    sync(a, b)
    liar.sync()
    for area, kind in [(liar.areas[-1], "directive"), (liar.home, "enrolled_device")]:
        lie = liar.change((area, kind, "giả"), {"key": "x", "state": "lost"})
        liar.log.append({**lie, "feed": liar.feed, "from": "server.x"})
    liar.cursor = 2**40
    path = tmp_path / "giả.khb"
    path.write_bytes(liar.hand_over(a.settings.device))
    taken = peers.take_over(a, path)
    types(a, "việc thật")
    sync(a, b, a)

    assert 2 == taken.left
    assert digest(a) == digest(b)
