"""The work that is kept of a release: of two machines of one centre, and the province.

Everything that a database can hold is in it: edits, a deletion, a conflict, what was
parked, carried by the other machine, set aside, repeated, and what still waits.
"""

from client_agent.usb import peers
from schemas.record import get, natural_id
from server.devices import administration
from server.users import users
from server.users.users import Account
from sync import decisions
from sync.changes import CONFLICT, DELETED, PARKED, Key
from sync.review import SET_ASIDE

WAITING = "Chưa gửi khi phát hành"  # the title of what nobody but its machine holds
NEWER = {"title": "Từ bản sau", "nested": {"a": [1, 2.5, None, True]}, "emoji": "🌾", "big": 2**52}
PERSON, PIN, PASSWORD = "Bùi Thị Hiền", "1356", "mười chữ cái"


def done(office):
    """Let it be done; return the two machines."""
    users.add(office.province.db(), Account("so", PASSWORD))
    one, two = office.machine(), office.machine()
    one.staff.add(PERSON, PIN)
    one.drafts.keep(PERSON, "activity", "new:1", {"title": "Đang gõ dở"})
    office.sync(one, two)
    shared = _year(office, one)
    office.sync(one, two)
    _meet(office, one, two, shared)
    _park(office, one)
    office.sync(one, two, one)
    _carry(office, one, two)
    administration.announce(office.province, office.centre.area)
    _newer(office, one)
    _decide(one)
    office.sync(one)
    office.type(one, WAITING)
    office.type(two, WAITING)
    return one, two


def _year(office, agent):
    """What a centre writes in a year."""
    keys = [office.type(agent, f"Lớp tập huấn số {number}") for number in range(1, 6)]
    office.type(agent, "Lớp tập huấn số 1, đã sửa", keys[0].record_id)
    write(agent, keys[1], {DELETED: True})
    for name in ("centre_profile", "evaluation"):
        schema = get(name)
        values = schema.example()
        write(agent, Key(agent.area, name, natural_id(schema, agent.area, values)), values)
    return keys[2]


def _meet(office, one, two, shared):
    """Two people write one field, and one of them meets a deletion."""
    office.type(one, "Máy một đặt tên", shared.record_id)
    office.type(two, "Máy hai đặt tên", shared.record_id)
    gone = office.type(two, "Sẽ bị xóa")
    office.sync(one, two, one)
    write(one, gone, {DELETED: True})
    office.type(two, "Sửa cái đã xóa", gone.record_id)


def _park(office, agent):
    """The machine writes what only the district may."""
    schema = get("evaluation")
    name = natural_id(schema, agent.area, schema.example())
    write(agent, Key(agent.area, "evaluation", name), {"verified_score.1.1": 3})


def _carry(office, one, two):
    """One machine hands over what waits; both send it, so one of them sends a repeat."""
    office.type(two, "Đi nhờ máy kia")
    made = peers.hand_over(two, one.settings.device, office.folder / "nhờ.khb")
    peers.take_over(one, made.path)
    office.sync(one, two)


def _newer(office, agent):
    """A record that a later version made, as far as this one can tell."""
    write(agent, Key(agent.area, "of_a_later_version", "một"), NEWER)


def _decide(agent):
    """One of the conflicts and the notice of parking are closed; the other conflict waits."""
    store, replica = agent.store(), agent.replica()
    conflict = min(_records(agent, CONFLICT), key=lambda each: str(each.values["field"]))
    about = decisions.subject(conflict)
    decisions.decide(replica, conflict, store.load([about])[about], decisions.RESTORE, PERSON)
    (notice,) = _records(agent, PARKED)
    decisions.close(replica, notice, decisions.Answer(SET_ASIDE), PERSON)


def _records(agent, record_type):
    store = agent.store()
    return store.load(list(store.fingerprints(agent.areas, record_type))).values()


def write(agent, key, values):
    opened = agent.store().load([key])[key]
    return agent.replica().write(key, {**opened.values, **values}, PERSON, opened)
