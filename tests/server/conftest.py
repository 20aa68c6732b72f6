"""A province in a folder of its own, and centres that speak to it as the real ones do."""

from __future__ import annotations

import itertools
import secrets
import shutil
from base64 import urlsafe_b64decode, urlsafe_b64encode
from dataclasses import dataclass, field, replace

import pytest

from schemas.record import get
from server import Config, Province, centres, codes, create_app, criteria, units
from server.province import found
from sync import bundle, carried, seal, wire
from sync.bundle import Header
from sync.changes import Key
from sync.clock import marks
from sync.exchange import Outcome, accept, ask
from sync.messages import Certificate, Enrolment, Response
from sync.replica import Replica
from sync.stores import bundles
from sync.stores.bundles import Keys
from sync.stores.memory import MemoryStore

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
    province = found(Config(folder, wall=Wall()))
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

    def request(self, **changes):
        told = {"nonce": secrets.token_urlsafe(8), **changes}
        return replace(ask(self.replica, 1 << 20), **told)

    def post(self, message, seed=None, path="sync"):
        return self.send(wire.encode(message), seed, path)

    def send(self, packed, seed=None, path="sync"):
        body = seal.signed(packed, seed or self.seed, seal.request_context())
        return self.client.post(f"/api/v1/{path}", data=body, content_type=wire.MEDIA_TYPE)

    def exchange(self):
        """One exchange; what came of it."""
        asked = self.request()
        answer = self.post(asked)
        return accept(self.replica, self.opened(answer, asked.nonce))

    def settle(self):
        """Exchange until neither side has more."""
        while self.exchange() is not Outcome.SETTLED:
            pass

    def export(self, path, page=2000, limit=bundles.LIMIT):
        """Write all that waits to a file, as the centre's agent does; return its parts."""
        self.replica.page = page
        key = urlsafe_b64decode(self.certificate.server_key)
        head = Header(
            bundle.REQUESTS, self.certificate.device, bundle.key_id(key), secrets.token_hex(8)
        )
        bodies = map(wire.encode, carried.asks(self.replica))
        head = replace(head, made=self.wall())
        return bundles.write(path, head, bodies, Keys(self.seed, key), limit).paths

    def take_in(self, *paths):
        """Take in the parts of an answer; what came of the last message."""
        key = urlsafe_b64decode(self.certificate.server_key)
        outcome = None
        for path in paths:
            bundles.check(path, key)
            for body in bundles.read(path, self.seed):
                outcome = accept(self.replica, wire.decode(Response, body))
        return outcome

    def opened(self, answer, nonce="", kind=Response):
        key = urlsafe_b64decode(self.certificate.server_key)
        return wire.decode(kind, seal.opened(answer.data, key, seal.response_context(nonce)))


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


def certified(client, code, seed):
    key = urlsafe_b64encode(seal.public_key(seed)).decode()
    answer = client.post("/api/v1/enrol", data=wire.encode(Enrolment(code, "Máy 1", key, "0.1")))
    assert answer.status_code == 200
    return wire.decode(Certificate, answer.data[seal.SIGNATURE :])
