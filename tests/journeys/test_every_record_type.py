"""Records of every type, made from their declarations, go through real bytes to the other side."""

from itertools import count

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from schemas import areas
from schemas.owners import CENTRE
from schemas.record import natural_id, owner_of, record_types
from schemas.tables.columns import projections
from server.auth.device_permissions import may
from sync import wire
from sync.changes import PARKED, Key
from sync.clock import marks
from sync.exchange import answer
from sync.messages import Request, Response
from sync.ports import Device
from sync.replica import Replica
from sync.session import Session
from sync.stores.sqlite import SqliteStore, connect
from tests.schemas.declared import records

HOME, PUBLISHED, INTERNAL = "a1", "published", "internal"
LAPTOP = Device("laptop", frozenset({HOME, PUBLISHED}), HOME)
TYPES = record_types()


@pytest.fixture(scope="module")
def sides(tmp_path_factory):
    """A centre and the server, each with a database of its own."""
    folder, now = tmp_path_factory.mktemp("sides"), count(1_353_571_500_000)
    stores = [SqliteStore(connect(folder / name), projections()) for name in ("centre", "server")]
    centre = Replica(stores[0], "laptop", now.__next__, marks("laptop__"), HOME)
    server = Replica(stores[1], "server", now.__next__, marks("server__"), is_hub=True)
    yield centre, server
    for store in stores:
        store.db.conn.close()


def sync(centre, server):
    """Until neither has more, every message as the bytes that it is."""
    session = Session(centre)
    while request := session.next_request():
        heard = wire.decode(Request, wire.encode(request))
        told = answer(server, heard, LAPTOP, may)
        session.received(wire.decode(Response, wire.encode(told)))


def written(replica, schema, values, number):
    area = {areas.CENTRE: HOME}.get(schema.lives_in, schema.lives_in)
    made = natural_id(schema, area, values) or f"{schema.record_type}-{number}"
    key = Key(area, schema.record_type, made)
    replica.write(key, values, "Bùi Thị Lan")
    return key


numbers = count()


@settings(max_examples=3, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.fixed_dictionaries({name: records(schema) for name, schema in TYPES.items()}))
def test_a_record_of_every_type_arrives_as_it_was_written_and_in_its_columns(sides, made):
    centre, server = sides
    keys = {}
    for name, values in made.items():
        schema = TYPES[name]
        mine = {n: v for n, v in values.items() if owner_of(schema, n) == CENTRE}
        told = mine if schema.lives_in == areas.CENTRE else values
        writer = centre if schema.lives_in == areas.CENTRE else server
        keys[written(writer, schema, told, next(numbers))] = told
    sync(centre, server)
    here, there = centre.store.load(list(keys)), server.store.load(list(keys))

    shared = {key: told for key, told in keys.items() if key.area != INTERNAL}

    assert shared.keys() < keys.keys()
    assert [] == [k for k, told in keys.items() if not told.items() <= there[k].values.items()]
    assert [] == [key for key in shared if here[key].values != there[key].values]
    assert [] == [key for key in keys.keys() - shared if here[key].cells]
    assert [] == list(server.store.fingerprints([HOME], PARKED))
    assert [] == [key for key in shared if _row(centre, key) != _row(server, key)]


def test_no_field_of_another_owner_is_taken_from_a_centre(sides):
    centre, server = sides
    foreign = {
        (name, cell)
        for name, schema in TYPES.items()
        for cell in schema.example()
        if owner_of(schema, cell) != CENTRE and schema.lives_in == areas.CENTRE
    }
    for number, (name, cell) in enumerate(sorted(foreign)):
        key = Key(HOME, name, f"foreign-{number}")
        centre.write(key, {cell: TYPES[name].example()[cell]}, "Ai đó")
    sync(centre, server)

    assert foreign
    assert len(foreign) == len(server.store.fingerprints([HOME], PARKED))


def _row(replica, key):
    found = replica.store.db.execute(f"select * from [{key.record_type}] where _id = ?", [key[2]])
    return found.fetchall()
