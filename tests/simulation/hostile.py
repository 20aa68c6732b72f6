"""A machine with a good key that sends what no honest program would.

It stands in the home of two honest machines, reads what its scope lets it read, and is no
part of ``world.machines``: the laws hold for everybody else. What it made the server or a
sibling take in is kept as ``world.lies``, so that the oracle knows a lie from an invention.
"""

import json
from dataclasses import replace

from sync import exchange, repair, wire
from sync.changes import CONFLICT, DELETED, DEVICE, DIVERGENCE, PARKED, REPEAT, Change, Key
from sync.clock import ZERO, Timestamp
from sync.errors import MessageUnreadable, Refused
from sync.messages import Question, Request, Response, Shared
from sync.ports import Device
from sync.wire import frame

from .world import LIGHTLY, RECORDS, encode

NAME = "x1"
LAST = 2**53 - 1
TYPES = ["activity"] * 6 + ["lesson", CONFLICT, PARKED, DEVICE, DIVERGENCE, "", "a\nb"]
FIELDS = ["title", "women"] * 4 + ["score", "locked", DELETED, "closed", "writes", "reason"]
FIELDS += ["record", "fields", "key", "state", "at", "times", "types", "", "a\nb", "Tên"]
VALUES = [None, True, False, 0, -1, 1.5, 1e300, 10**60, 2**63, "", "x" * 3000, "a\nb", "\u202e"]
VALUES += [[], {}, [[1, [2]]], {"a": {"b": []}}, ["c1", "activity", "1"], {"x": 1}, "active"]


REFUSED = (Refused, MessageUnreadable)  # what the server may answer a lie with


def joins(world):
    world.devices[NAME] = Device(NAME, frozenset({"c1", "pub"}), "c1")
    world.liar = world.machine(NAME, world.disk())


def sends_anything(world, random):
    """Changes of any kind, with good numbers: nothing but their content is wrong."""
    changes = [_change(world, random) for _ in range(random.choice([1, 1, 2, 5]))]
    _send(world, random, _carrying_on(world, changes))


def takes_a_timestamp(world, random):
    """Another content under the timestamp of somebody's change, to be there before it."""
    known = _everybodys(world)
    if not known:
        return
    true = random.choice(known)
    fields = {random.choice(["title", "women"]): next(world.values)}
    keys = [true.key, true.key, _key(world, random)]
    lie = Change(random.choice(keys), fields, true.at, dict(true.seen), NAME)
    if random.random() < 0.5:
        _send(world, random, _carrying_on(world, [lie]))
    else:
        _hand_over(world, random, known=[], waiting=[lie])


def asks_from_anywhere(world, random):
    """A cursor, a head and a history that nobody gave it."""
    request = _carrying_on(world, [])
    ends = [0, 1, world.server.disk.end(), world.server.disk.end() + 1, 2**40, LAST]
    wrong = {
        "cursor": random.choice(ends),
        "sent": random.choice([*ends, request.sent + 1]),
        "newest": random.choice([ZERO, request.newest, _stamp(world, random)]),
        "feed": random.choice([request.feed, "", "server.x/1", f"{request.feed}1"]),
        "budget": random.choice([0, -1, LAST, 200]),
        "wall": random.choice([0, -LAST, LAST]),
        "waiting": random.choice([0, -1, LAST]),
        "mac": random.choice([b"", bytes(8), b"eightlet"]),
        "ahead": random.choice([0, 1, LAST]),
        "offset": random.choice([0, -LAST, LAST]),
        "restored": tuple(replace(_change(world, random), number=7) for _ in range(2)),
    }
    names = random.sample(sorted(wrong), random.choice([1, 1, 2, 3]))
    _send(world, random, replace(request, **{name: wrong[name] for name in names}))


def asks_as_another(world, random):
    """In the name of a replica that is not its own."""
    names = [m.replica.name for m in [world.server, *world.machines]]
    name = random.choice([*names, "", ".", "server", f"{NAME}x.1", random.choice(names)[:2]])
    try:
        _answer(world, encode(replace(_carrying_on(world, [_change(world, random)]), replica=name)))
    except REFUSED:
        return
    raise AssertionError(f"{NAME} was taken for {name}")


def leaves_gaps(world, random):
    """Numbers that are not the next ones, changes twice, and another replica of its own."""
    changes = [_change(world, random) for _ in range(3)]
    request = _carrying_on(world, random.choice([changes[1:], changes[:1] * 2, changes]))
    sent = max(0, request.sent + random.choice([-2, -1, 1, 2]))
    name = random.choice([request.replica, f"{NAME}.{random.randrange(3)}", NAME, f"{NAME}.a.b"])
    _send(world, random, replace(request, sent=sent, replica=name))


def sends_again(world, random):
    """What it sent before, in any order."""
    if world.said:
        _answer_or_refuse(world, random.choice(world.said))


def garbles(world, random):
    """A message with some part of it replaced by anything."""
    text, tail = wire.plain(_carrying_on(world, [_change(world, random) for _ in range(2)]))
    body = json.loads(text)
    _spoil(body, random)
    packed = frame.zstd.compress(json.dumps(body).encode(), LIGHTLY)
    data = bytes([frame.VERSION]) + packed[len(frame.MAGIC) :] + tail
    try:
        request = wire.decode(Request, data)
    except REFUSED:
        return
    _send(world, random, request)


def asks_questions(world, random):
    """Of other areas, of records that there are not, of names that are none."""
    keys = tuple(_key(world, random) for _ in range(3))
    kind = random.choice([*TYPES, CONFLICT])
    for question in (Question("x", kind), Question("", "", keys), Question("a1.x")):
        asked = wire.decode(Question, encode(question))
        reply = repair.examine(world.server.replica, asked, world.devices[NAME])
        areas = world.devices[NAME].areas
        assert all(change.key.area in areas for change in reply.changes), "a row left its scope"


def hands_over_lies(world, random):
    """A sibling's stick: what the server never said, and a place in its feed that it never gave."""
    changes = [_change(world, random) for _ in range(4)]
    cut = random.randrange(5)
    _hand_over(world, random, known=changes[:cut], waiting=changes[cut:])


LIES = [
    (3, sends_anything),
    (2, takes_a_timestamp),
    (2, asks_from_anywhere),
    (0.5, asks_as_another),
    (1, leaves_gaps),
    (1, sends_again),
    (2, garbles),
    (0.5, asks_questions),
    (1, hands_over_lies),
]


def _carrying_on(world, changes):
    """A request that follows on what the server holds of it and gave it."""
    liar = world.liar
    head = world.server.disk.head(liar.replica.name)
    asked = exchange.ask(liar.replica)
    numbered = tuple(replace(c, replica="", number=0) for c in changes)
    return replace(asked, sent=head.number, newest=head.at, changes=numbered)


def _send(world, random, request):
    """Let the server have it; often, take in what it answers, as an honest program would."""
    for change in request.changes:
        world.lies.setdefault(change.at, []).append(change)
    try:
        data = encode(request)
        wire.decode(Request, data)
    except REFUSED:
        return
    world.said.append(data)
    answered = _answer_or_refuse(world, data)
    if answered and random.random() < 0.5:
        response = wire.decode(Response, answered)
        liar = world.liar.disk
        with liar.transaction():
            world.liar.replica.take_in(response.changes, response.feed)
            here = liar.checkpoint()
            liar.save_checkpoint(here._replace(feed=response.feed, cursor=response.cursor))


def _answer_or_refuse(world, data):
    try:
        return _answer(world, data)
    except REFUSED:
        return None


def _answer(world, data):
    epoch = world.server.replica.epoch
    try:
        return world.answer((NAME, data))
    finally:
        assert epoch == world.server.replica.epoch, "everybody reads all again for a liar"


def _hand_over(world, random, known, waiting):
    for change in [*known, *waiting]:
        world.lies.setdefault(change.at, []).append(change)
    taker = random.choice([m for m in world.machines if m.device in ("a1", "a2")])
    here = random.choice([world.liar, taker]).disk.checkpoint()
    end = world.server.disk.end()
    front = Shared(
        replica=random.choice([f"{NAME}.0", world.liar.replica.name]),
        areas=random.choice([("c1", "pub"), ("c1", "c2", "pub"), ()]),
        feed=random.choice([here.feed, here.feed, "server.x/1", ""]),
        cursor=random.choice([0, here.cursor + 1, end, end + 1, 2**40, LAST]),
    )
    pages = [replace(front, known=tuple(known), waiting=tuple(waiting)), replace(front, last=True)]
    world.deceived = True
    try:
        world.take(taker, list(map(encode, pages)), random)
    except REFUSED:
        return


def _change(world, random):
    fields = {random.choice(FIELDS): _value(world, random) for _ in range(random.choice([1, 1, 2]))}
    key = _key(world, random)
    cells = world.server.disk.load([key])[key].stamps
    seen = {name: at for name, at in cells.items() if random.random() < 0.7}
    if random.random() < 0.1:
        seen = {random.choice(FIELDS): _stamp(world, random)}
    author = random.choice([NAME, "", "Lan", "a\nb"])
    return Change(key, fields, _stamp(world, random), seen, author, f"{NAME}.0")


def _key(world, random):
    if random.random() < 0.2:
        found = sorted(world.server.disk.records())
        if found:
            return random.choice(found)
    area = random.choice(["c1"] * 6 + ["c2", "pub", "c9", "", "a\nb"])
    return Key(area, random.choice(TYPES), random.choice([*RECORDS * 3, "", "a\nb", "x~y"]))


def _value(world, random):
    return next(world.values) if random.random() < 0.4 else random.choice(VALUES)


def _stamp(world, random):
    """Mostly one that is as good as anybody's."""
    mark = f"x{next(world.marks):03}"
    if random.random() < 0.7:
        return Timestamp(
            world.now + random.choice([-500, 0, 0, 500]), random.choice([0, 0, 1]), mark
        )
    millis = random.choice([0, world.now, 10**13 - 1, 10**13, LAST])
    counter = random.choice([0, 2**31 - 1, 2**31, 2**32, LAST])
    return Timestamp(millis, counter, random.choice([mark, f"-{mark}", f"~{mark}\n", mark * 50]))


def _everybodys(world):
    logs = [m.disk.log() for m in [world.server, *world.machines] if m.device != "p1"]
    entries = [e for log in logs for e in log if e.reason != REPEAT]
    return [e.change for e in entries if e.change.key.area in world.devices[NAME].areas]


def _spoil(body, random):
    """Put anything in the place of some part of the message."""
    junk = [*VALUES, LAST + 1, -5, "9" * 400, {"groups": 3}, [None] * 3, {"": ""}]
    place = body
    while True:
        names = list(place) if isinstance(place, dict) else list(range(len(place)))
        if not names:
            return
        name = random.choice(names)
        if random.random() < 0.3 or not isinstance(place[name], dict | list):
            place[name] = random.choice(junk)
            return
        place = place[name]
