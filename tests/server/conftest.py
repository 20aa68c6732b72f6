"""A province in a folder of its own, and centres that speak to it as the real ones do."""

from __future__ import annotations

import itertools
import secrets
import shutil
from base64 import urlsafe_b64decode, urlsafe_b64encode
from dataclasses import dataclass, field, replace

import pytest

from schemas.record import get
from server import Config, Province, create_app
from server.centres import centres, units
from server.devices import codes
from server.evaluation import criteria
from server.founding import create_province
from sync import bundle, bundle_exchange, wire
from sync.bundle import Header
from sync.changes import Key
from sync.clock import marks
from sync.exchange import Outcome, accept, ask
from sync.messages import Certificate, Enrolment, Greeting, Introduction, Refusal, Request, Response
from sync.replica import Replica
from sync.stores import bundles
from sync.stores.bundles import Keys
from sync.stores.memory import MemoryStore
from sync.wire import envelope, seal
from sync.wire.seal import Asked

PLAN = "2012-07-24"
NOON = 1_343_106_000_000  # of that day in Vietnam, in milliseconds


class Wall:
    """A clock that is set by hand."""

    def __init__(self, now=NOON):
        self.now = now

    def __call__(self):
        return self.now

    def pass_hours(self, hours):
        self.now += int(hours * 3_600_000)


@pytest.fixture(scope="session", autouse=True)
def quick_codes():
    """Codes of these tests are made and redeemed in one process: see ``quick_hashes``."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(codes, "OPERATIONS", 1)
        patch.setattr(codes, "MEMORY", 8192)
        yield


@pytest.fixture
def wall():
    return Wall()


@pytest.fixture
def config(tmp_path, wall):
    return Config(tmp_path / "province", wall=wall)


@pytest.fixture(scope="session")
def bare(tmp_path_factory):
    """The folder of a province with its units and criteria, and nobody in it; made once."""
    folder = tmp_path_factory.mktemp("bare") / "province"
    province = create_province(Config(folder, wall=Wall()))
    criteria.publish(province)
    province.close()
    return folder


@pytest.fixture
def province(config, bare):
    shutil.copytree(bare, config.folder)
    province = Province(config)
    yield province
    province.close()


@pytest.fixture
def db(province):
    return province.db()


@pytest.fixture
def app(province, config):
    app = create_app(config)
    yield app
    app.extensions["province"].close()


@pytest.fixture
def client(app):
    return app.test_client()


@pytest.fixture
def add_centre(db):
    def add(code="04813"):  # Xã Yên Mông
        found = units.in_force(db, PLAN)
        return centres.add(db, next(unit for unit in found if unit.code == code), PLAN)

    return add


@dataclass
class Computer:
    """A centre's computer: an engine of its own, and a key that the province knows."""

    client: object
    seed: bytes
    certificate: Certificate
    wall: Wall
    replica: Replica = field(init=False)
    about: envelope.Header = field(init=False)  # of the last request
    asked: Request = field(init=False)  # last

    def __post_init__(self):
        mark = marks(secrets.token_urlsafe(6))
        device, home = self.certificate.device, self.certificate.home
        self.replica = Replica(MemoryStore(), device, self.wall, mark, home)

    @property
    def area(self):
        return self.certificate.home

    def write(self, record_type="activity", record_id="one", area="", **values):
        key = Key(area or self.area, record_type, record_id)
        return self.replica.write(key, values or get(record_type).example(), "clerk")

    @property
    def key(self):
        """By which the province signs."""
        return urlsafe_b64decode(self.certificate.server_key)

    @property
    def sealing_key(self):
        """For which it is sealed what the province alone may read."""
        return urlsafe_b64decode(self.certificate.sealing_key)

    def request(self, **changes):
        return replace(ask(self.replica, 1 << 20), **changes)

    def header(self, **changes):
        """Of a request, with a new nonce."""
        told = {"device": self.certificate.device, "nonce": envelope.new_nonce(), **changes}
        return envelope.Header(**told)

    def post(self, message, seed=None, path="sync", **changes):
        self.asked = message
        return self.send(wire.encode(message), seed, path, **changes)

    def send(self, packed, seed=None, path="sync", **changes):
        """``changes`` are of the header."""
        self.about = self.header(**changes)
        return self.send_bytes(self.enveloped(packed, seed), path)

    def enveloped(self, packed, seed=None):
        return envelope.request(self.about, packed, seed or self.seed, self.sealing_key)

    def send_bytes(self, body, path="sync"):
        return self.client.post(f"/api/v1/{path}", data=body, content_type=wire.MEDIA_TYPE)

    def exchange(self):
        """One exchange; what came of it."""
        return accept(self.replica, self.opened(self.post(self.request())))

    def settle(self):
        """Exchange until neither side has more."""
        while self.exchange() is not Outcome.SETTLED:
            pass

    def export(self, path, page=2000, limit=bundles.LIMIT):
        """Write all that waits to a file, as the centre's agent does; return its parts."""
        self.replica.page_size = page
        key = self.key
        head = Header(
            bundle.REQUESTS, self.certificate.device, bundle.key_id(key), secrets.token_hex(8)
        )
        bodies = map(wire.encode, bundle_exchange.requests(self.replica))
        head = replace(head, made=self.wall())
        return bundles.write(path, head, bodies, Keys(self.seed, self.sealing_key), limit).paths

    def take_in(self, *paths):
        """Take in the parts of an answer; what came of the last message."""
        outcome = None
        for path in paths:
            bundles.check(path, self.key)
            for body in bundles.read(path, self.seed):
                outcome = accept(self.replica, wire.decode(Response, body))
        return outcome

    def opened(self, answer, kind=Response, nonce=None):
        """What the answer to the last request says."""
        nonce = self.about.nonce_text if nonce is None else nonce
        if kind is Refusal:
            body = seal.opened(answer.data, self.key, seal.refusal_context(nonce))
            return wire.decode(Refusal, body)
        body = seal.opened(answer.data, self.key, self.context(kind, nonce))
        of = self.asked if kind is Response else None
        return wire.decode(kind, envelope.unsealed(self.about.form, body, self.seed), of)

    def context(self, kind, nonce):
        if kind is not Response:
            return seal.reply_context(nonce)
        asked = self.asked
        return seal.response_context(Asked(nonce, asked.replica, asked.feed, asked.cursor))


@pytest.fixture
def enrol(client, db, add_centre, wall):
    """Enrol a computer of a centre, over the API."""
    codes_of_communes = itertools.cycle(["04813", "04816", "04825"])

    def enrol(centre=None):
        centre = centre or add_centre(next(codes_of_communes))
        seed = seal.new_seed()
        code = codes.make(db, centre.area, wall())
        return Computer(client, seed, certified(client, code, seed), wall)

    return enrol


def introduced(client):
    """The province's keys."""
    answer = client.post("/api/v1/greeting", data=wire.encode(Greeting("n")))
    return wire.decode(Introduction, answer.data[seal.SIGNATURE :])


def certified(client, code, seed):
    key = urlsafe_b64encode(seal.public_key(seed)).decode()
    asked = wire.encode(Enrolment(code, "Máy 1", key, "0.1"))
    key = urlsafe_b64decode(introduced(client).sealing_key)
    answer = client.post("/api/v1/enrol", data=bytes(1) + seal.sealed(asked, key))
    assert answer.status_code == 200
    return wire.decode(Certificate, seal.unsealed(answer.data[seal.SIGNATURE :], seed))
