"""What we aim for, beside what the best peer reached in the harness."""

from __future__ import annotations

from typing import NamedTuple


class Goal(NamedTuple):
    name: str  # of the measured value
    work: str
    unit: str
    aim: float
    peer: str = "–"
    rising: bool = False  # more is better

    def reached(self, ours: float) -> bool:
        return ours >= self.aim if self.rising else ours <= self.aim


GOALS = (
    Goal("push 1", "push 1 new record", "bytes", 900, "904 cr-sqlite"),
    Goal("push 20", "push 20 new records", "bytes", 4_000, "6 621 cr-sqlite"),
    Goal("push 1000", "push 1 000 new records", "bytes", 100_000, "223 k Morango"),
    Goal("edit push", "edit one field of 100 records, up", "bytes", 3_500, "4 191 cr-sqlite"),
    Goal("edit pull", "edit one field of 100 records, down", "bytes", 3_500, "4 223 cr-sqlite"),
    Goal("no news requests", "no news: requests", "", 1, "1 cr-sqlite, 2 Kinto"),
    Goal("no news", "no news", "bytes", 600, "416 cr-sqlite, 1 860 Kinto"),
    Goal("sealed push 1", "push 1 new record, over http: sealed", "bytes", 1_000),
    Goal("sealed push 20", "push 20 new records, over http: sealed", "bytes", 4_100),
    Goal("sealed no news", "no news, over http: sealed", "bytes", 600),
    Goal("no news requests 100k", "no news, 100 000 stored: requests", "", 1, "2 Kinto"),
    Goal("no news 100k", "no news, 100 000 stored", "bytes", 600, "1 860 Kinto"),
    Goal("2g push 20", "push 20 at 20/50 kbit/s, RTT 600 ms", "s", 3.2, "4.4 cr-sqlite"),
    Goal("flaky bytes", "push 1 000 on a link that is cut: bytes", "× clean", 1.1, "1.74 PouchDB"),
    Goal("flaky seconds", "push 1 000 on a link that is cut", "s", 8, "43 Morango"),
    Goal("intake", "records taken in", "/CPU s", 10_000, "10 417 PouchDB", rising=True),
    Goal("stranger", "1.6 kB that nobody signed: CPU, of a refused log-in's", "×", 1),
    Goal("first pull", "first pull of 100 000", "s", 10, "7.3 Kinto, 27 PouchDB"),
    Goal("save", "a form saved, in the store: median", "ms", 10),
    Goal("save p99", "a form saved, in the store: 99 of 100", "ms", 10),
    Goal("form", "a form saved, on the web page: median", "ms", 10),
    Goal("form p99", "a form saved, on the web page: 99 of 100", "ms", 10),
    Goal("agent memory", "agent: resident memory", "MB", 60, "42"),
    Goal("agent start", "agent: seconds until /login answers", "s", 1),
    Goal("agent idle", "agent: CPU in 20 idle seconds", "CPU s", 0.02),  # two ticks: nothing
)
