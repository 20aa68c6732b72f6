"""Trains the dictionary that messages are packed with: ``python -m benchmarks.train_dictionary``.

The messages are real ones, of centres that hold the demonstration's plausible records. A
dictionary that was ever released stays in ``sync/data`` for ever; a better one gets the
next number, and ``sync.wire.frame.NEWEST`` then names it.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from itertools import count
from pathlib import Path
from random import Random
from string import ascii_letters, digits, hexdigits
from uuid import UUID

from backports import zstd

from client_agent import __version__
from demo import evaluations, plausible, profiles
from schemas.records.criteria_set import adapted
from server.centres.unit_data import criteria_sets
from sync import wire
from sync.changes import Key
from sync.clock import marks
from sync.exchange import accept, answer, ask
from sync.messages import Question, Refusal
from sync.ports import Device
from sync.replica import Replica
from sync.stores.memory import MemoryStore
from sync.wire import envelope, frame

SIZE = 32 << 10
CENTRES = 150
FIRST_ID = 32_768  # below are the ids of public dictionaries
FOLDER = Path(frame.__file__).parent / "data"
LETTERS = ascii_letters + digits + "-_"
CRITERIA = adapted(criteria_sets()[0], 2008)
ALL = 1 << 20  # no message is cut short


def main(name: str = frame.NEWEST) -> None:
    random = Random(20120724)
    samples = [text for number in range(CENTRES) for text in messages(random, number)]
    (FOLDER / name).unlink(missing_ok=True)
    trained = zstd.train_dict(samples, SIZE)
    best = zstd.finalize_dict(trained, samples, SIZE, 19)
    (FOLDER / name).write_bytes(numbered(best.dict_content, FIRST_ID + int(name.split(".")[0])))
    sizes = sum(map(len, samples))
    print(f"{FOLDER / name}: from {len(samples)} messages, {sizes} bytes")


def numbered(content: bytes, number: int) -> bytes:
    """The dictionary with that id, which every message carries: two bytes instead of four."""
    return content[:4] + number.to_bytes(4, "little") + content[8:]


def messages(random: Random, number: int) -> Iterator[bytes]:
    """What a centre's PC, a second one and the province say to each other in a few weeks."""
    area, published = _name(random, 12), _name(random, 12)
    device = Device(_name(random, 8), frozenset({area, published}), area, number + 1)
    other = replace(device, name=_name(random, 8))
    hub, first, second = (
        _replica(random, name, area) for name in ("server", device.name, other.name)
    )
    for changes in (0, 1, 0, 2, 5, 1, 20, 3):
        for key, values in records(random, area, changes):
            first.write(key, values, profiles.person(random))
        edits(random, first)
        yield from _exchange(random, hub, first, device)
        yield from _exchange(random, hub, second, other)
    for question in (Question(first.name), Question(first.name, "activity")):
        yield wire.plain(envelope.shortened(question, device.name))[0]
    yield wire.plain(Refusal("busy", 30, first.wall()))[0]


def records(random: Random, area: str, number: int) -> Iterator[tuple[Key, dict[str, object]]]:
    at = plausible.place(random, "Mường Bi")
    for _ in range(number):
        day = date(2012, 1, 1) + timedelta(days=random.randrange(900))
        rank = random.choice(list(evaluations.RANKS))
        kind, values = random.choices(
            [
                ("activity", plausible.activity(random, at, day)),
                ("evaluation", evaluations.evaluation(random, rank, day.year, CRITERIA)),
                ("centre_profile", profiles.centre_profile(random, at)),
            ],
            (12, 2, 1),
        )[0]
        yield Key(area, kind, str(UUID(int=random.getrandbits(128)))), values


def edits(random: Random, replica: Replica) -> None:
    keys = list(replica.store.fingerprints([replica.notice_area], "activity"))
    for key in random.sample(keys, min(len(keys), random.choice([0, 0, 1, 6]))):
        field = random.choice(["attendance_count", "female_count", "title", "result_note"])
        value = random.randrange(90) if field.endswith("count") else f"Sửa {random.random()}"
        replica.write(key, {field: value}, profiles.person(random))


def _replica(random: Random, name: str, area: str) -> Replica:
    now = count(1_790_000_000_000 + random.randrange(10**10), random.randrange(20_000, 90_000))
    hub, mark = name == "server", marks(_name(random, 8, LETTERS))
    return Replica(MemoryStore(), name, now.__next__, mark, "" if hub else area, hub)


def _exchange(random: Random, hub: Replica, replica: Replica, device: Device) -> Iterator[bytes]:
    request = replace(ask(replica, ALL), schema=__version__)
    response = answer(hub, request, device, lambda *_: "")
    response = replace(response, spent=random.randrange(1, 40))
    accept(replica, response)
    yield wire.plain(envelope.shortened(request, device.name))[0]
    yield wire.plain(response, request)[0]


def _name(random: Random, length: int, letters: str = hexdigits[:16]) -> str:
    return "".join(random.choices(letters, k=length))


if __name__ == "__main__":
    main(*sys.argv[1:])
