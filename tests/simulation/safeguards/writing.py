"""What keeps one write from swallowing another: clocks, what was seen, conflicts."""

from . import Safeguard

SAFEGUARDS = {
    "newest wins": Safeguard("sync/merge.py", "if n not in known or known[n].at < change.at", ""),
    "timestamps are unique": Safeguard(
        "sync/replica.py",
        "tick(last, self.wall(), self.mark())",
        "tick(last, self.wall(), self.device)",
    ),
    "a write sorts after the record": Safeguard(
        "sync/replica.py",
        "tick(last, self.wall(), self.mark())",
        "tick(ZERO, self.wall(), self.mark())",
    ),
    "a write sorts after what was on the screen": Safeguard(
        "sync/replica.py", "max(record.at, opened.at)", "record.at"
    ),
    "only what the person changed is a change": Safeguard(
        "sync/replica.py", "difference(opened.values, values)", "difference(record.values, values)"
    ),
    "seen is what was on the screen, not what is there": Safeguard(
        "sync/replica.py",
        "opened = opened or record\n            fields = difference(opened.values, values)",
        "fields = difference((opened or record).values, values)\n            opened = record",
    ),
    "seen is per field": Safeguard(
        "sync/merge.py",
        "if cell.at not in (change.seen.get(name, ZERO), change.at)",
        "if cell.at > max(change.seen.values(), default=ZERO) and cell.at != change.at",
    ),
    "unseen is 'another', not 'newer'": Safeguard(
        "sync/merge.py",
        "if cell.at not in (change.seen.get(name, ZERO), change.at)",
        "if cell.at > change.seen.get(name, ZERO) and cell.at != change.at",
    ),
    "an edit that meets a deletion is a conflict": Safeguard(
        "sync/merge.py",
        "if DELETED not in change.fields and record.deleted and DELETED in unseen:",
        "if False:",
    ),
    "a deletion that meets an edit is a conflict": Safeguard(
        "sync/merge.py",
        "if change.fields.get(DELETED) is True and unseen.keys() - {DELETED}:",
        "if False:",
    ),
    "a deletion has seen the whole record": Safeguard(
        "sync/replica.py", "seen = opened.stamps if DELETED in fields else", "seen ="
    ),
    "an edit has seen the tombstone": Safeguard(
        "sync/replica.py", "(fields.keys() | {DELETED})", "fields.keys()"
    ),
    "what is seen is no conflict": Safeguard(
        "sync/merge.py",
        "if cell.at not in (change.seen.get(name, ZERO), change.at)",
        "if cell.at != change.at",
    ),
    "... nor is what arrives after those who had seen it": Safeguard(
        "sync/review.py", "unseen = set(met) - knew", "unseen = set(met)"
    ),
    "the province's own writes are judged too": Safeguard(
        "sync/replica.py", "if self.is_hub:", "if False:"
    ),
    "a conflict keeps what it listed": Safeguard(
        "sync/review.py", "{**known, **writes, **ours}", "{**writes, **ours}"
    ),
}
