"""Two replicas write while they are apart, then sync through bytes.

Run it with: python examples/two_replicas.py
"""

from secrets import token_hex
from time import time

import sync
from sync.stores.memory import MemoryStore

AREA = "centre-1"
LESSON = sync.Key(AREA, "activity", "lesson-1")


def wall() -> int:
    """Milliseconds since 1970."""
    return int(time() * 1000)


def serve(hub: sync.Replica, body: bytes) -> bytes:
    """What a server does with a request. It lets everybody write everything (``may``)."""
    device = sync.Device("laptop", areas=frozenset({AREA}), home=AREA)
    request = sync.decode(sync.Request, body)
    return sync.encode(sync.answer(hub, request, device, may=lambda *_: ""))


marks = sync.marks(token_hex(4))
laptop = sync.Replica(MemoryStore(), "laptop", wall, marks, notice_area=AREA)
hub = sync.Replica(MemoryStore(), "hub", wall, marks, is_hub=True, secret=b"of the hub")

laptop.write(LESSON, {"title": "Lớp xóa mù chữ", "participants": 24}, author="Hiền")
hub.write(sync.Key(AREA, "directive", "1"), {"title": "Kế hoạch năm 2026"}, author="Sở")

outcome = sync.Outcome.MORE
while outcome is sync.Outcome.MORE:
    body = serve(hub, sync.encode(sync.ask(laptop)))  # any carrier: HTTP, a USB stick
    outcome = sync.accept(laptop, sync.decode(sync.Response, body))

print(outcome.value, hub.store.load([LESSON])[LESSON].values["title"])
