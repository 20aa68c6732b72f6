"""Files between centres and the server, with a network besides, in any order."""

import itertools

from hypothesis import given, settings
from hypothesis import strategies as st

from sync import bundle_exchange, wire
from sync.changes import Key
from sync.clock import marks
from sync.exchange import Outcome, accept, answer, ask
from sync.messages import Request, Response
from sync.ports import Device
from sync.replica import Replica
from sync.stores.memory import MemoryStore

AREAS = frozenset({"a1", "published"})
DEVICES = ("lan", "dung")


class World:
    """Two laptops of one centre, the server, and every file that was ever written."""

    def __init__(self, page=2000):
        clock = itertools.count(1_800_000_000_000)
        self.numbers = itertools.count(1)
        names = [("server", True), *((name, False) for name in DEVICES)]
        self.replicas = {
            name: Replica(
                MemoryStore(),
                name,
                clock.__next__,
                marks(name * 3),
                "a1",
                is_hub=hub,
                page_size=page,
            )
            for name, hub in names
        }
        self.server = self.replicas["server"]
        self.devices = {name: Device(name, AREAS, "a1", n) for n, name in enumerate(DEVICES, 1)}
        self.requests, self.responses = [], []  # (device, bodies)

    def write(self, name, area="a1", record_id=""):
        key = Key(area, "activity", record_id or f"{name}-{next(self.numbers)}")
        self.replicas[name].write(key, {"title": f"{next(self.numbers)}"}, name)

    def exchange(self, request):
        name = request.replica.partition(".")[0]
        return answer(self.server, request, self.devices[name], lambda *_: "")

    def export(self, name):
        self.requests.append(
            (name, list(map(wire.encode, bundle_exchange.requests(self.replicas[name], 200))))
        )

    def at_the_province(self, number):
        name, bodies = self.requests[number % len(self.requests)]
        requests = [wire.decode(Request, body) for body in bodies]
        pages = bundle_exchange.responses(self.exchange, requests, 200)
        self.responses.append((name, list(map(wire.encode, pages))))

    def at_the_centre(self, number):
        name, bodies = self.responses[number % len(self.responses)]
        outcomes = [accept(self.replicas[name], wire.decode(Response, body)) for body in bodies]
        return outcomes[-1]

    def online(self, name):
        while self.step(name) is Outcome.MORE:
            pass

    def step(self, name):
        return accept(self.replicas[name], self.exchange(ask(self.replicas[name])))

    def errand(self, name):
        """A stick there and back."""
        self.export(name)
        self.at_the_province(-1)
        return self.at_the_centre(-1)

    def digests(self):
        return [replica.store.digests(AREAS) for replica in self.replicas.values()]


def test_one_errand_settles_everything_however_much_there_is():
    world = World(page=5)
    for _ in range(40):
        world.write("lan")
        world.write("server", "published")
        world.write("dung")
    world.online("dung")

    assert Outcome.SETTLED is world.errand("lan")
    assert 40 == world.replicas["lan"].store.checkpoint().sent
    assert len(world.requests[-1][1]) > 5
    assert len(world.responses[-1][1]) > 5


def test_a_batch_that_comes_before_its_time_waits_and_is_not_lost():
    world = World()
    for _ in range(30):
        world.write("lan")
    world.export("lan")
    name, bodies = world.requests[-1]
    world.requests += [(name, bodies[2:]), (name, bodies)]
    for number in (1, 2):
        world.at_the_province(number)
    early = wire.decode(Response, world.responses[0][1][-1])

    assert [0, 30] == [early.head, world.server.store.head(world.replicas["lan"].name).number]
    assert Outcome.SETTLED is world.at_the_centre(1)


def test_a_replica_that_is_renamed_while_it_exports_sends_the_rest_next_time():
    world = World()
    for _ in range(30):
        world.write("lan")
    requests = bundle_exchange.requests(world.replicas["lan"], 200)
    next(requests)
    world.replicas["lan"].become_new_replica()
    list(requests)

    assert Outcome.SETTLED is world.errand("lan")
    assert 30 == len(world.server.store.fingerprints({"a1"}, "activity"))


names = st.sampled_from(DEVICES)
numbers = st.integers(0, 20)
acts = st.one_of(
    st.tuples(st.just("write"), names),
    st.tuples(st.just("share"), names),
    st.tuples(st.just("publish"), st.just("server")),
    st.tuples(st.just("export"), names),
    st.tuples(st.just("there"), numbers),
    st.tuples(st.just("back"), numbers),
    st.tuples(st.just("online"), names),
    st.tuples(st.just("one step"), names),
)


def play(world, act, of):
    if act == "write":
        world.write(of)
    elif act == "share":
        world.write(of, record_id="shared")
    elif act == "publish":
        world.write("server", "published")
    elif act == "export":
        world.export(of)
    elif act == "there" and world.requests:
        world.at_the_province(of)
    elif act == "back" and world.responses:
        world.at_the_centre(of)
    elif act == "online":
        world.online(of)
    elif act == "one step":
        world.step(of)


@settings(max_examples=60, deadline=None)
@given(st.lists(acts, max_size=40))
def test_any_order_of_files_and_network_ends_with_the_same(plan):
    """Exported twice, imported twice, late, never: after one errand each, all hold the same."""
    world = World(page=3)
    for act, of in plan:
        play(world, act, of)
    for name in (*DEVICES, *DEVICES):
        last = world.errand(name)

        assert Outcome.SETTLED is last
    written = {k for r in world.replicas.values() for k in r.store.fingerprints(AREAS, "activity")}

    assert 1 == len({str(sorted(digests.items())) for digests in world.digests()})
    assert len(written) == len(world.server.store.fingerprints(AREAS, "activity"))
