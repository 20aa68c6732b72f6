"""Takes one safeguard out at a time; the simulation must notice.

``python -m tests.simulation.ablations [name ...]`` copies the sources, replaces one piece
of text and runs seeds until one goes red. A safeguard that can go and nobody notices is
either not needed or not tested. Slow: minutes, not part of the test run.
"""

import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).parents[2]
SEEDS = "2000"

# name: (file, what it says, what it says without the safeguard, [how to run])
ABLATIONS = {
    "newest wins": (
        "sync/merge.py",
        "if name not in record.cells or record.cells[name].at < change.at",
        "",
    ),
    "timestamps are unique": (
        "sync/replica.py",
        "tick(last, self.wall(), self.mark())",
        "tick(last, self.wall(), self.device)",
    ),
    "a write sorts after the record": (
        "sync/replica.py",
        "tick(last, self.wall(), self.mark())",
        "tick(ZERO, self.wall(), self.mark())",
    ),
    "a write sorts after what was on the screen": (
        "sync/replica.py",
        "max(record.at, opened.at)",
        "record.at",
    ),
    "only what the person changed is a change": (
        "sync/replica.py",
        "difference(opened.values, values)",
        "difference(record.values, values)",
    ),
    "seen is what was on the screen, not what is there": (
        "sync/replica.py",
        "opened = opened or record\n            fields = difference(opened.values, values)",
        "fields = difference((opened or record).values, values)\n            opened = record",
    ),
    "seen is per field": (
        "sync/merge.py",
        "if cell.at not in (change.seen.get(name, ZERO), change.at)",
        "if cell.at > max(change.seen.values(), default=ZERO) and cell.at != change.at",
    ),
    "unseen is 'another', not 'newer'": (
        "sync/merge.py",
        "if cell.at not in (change.seen.get(name, ZERO), change.at)",
        "if cell.at > change.seen.get(name, ZERO) and cell.at != change.at",
    ),
    "an edit that meets a deletion is a conflict": (
        "sync/merge.py",
        "if DELETED not in change.fields and record.deleted and DELETED in unseen:",
        "if False:",
    ),
    "a deletion that meets an edit is a conflict": (
        "sync/merge.py",
        "if change.fields.get(DELETED) and unseen.keys() - {DELETED}:",
        "if False:",
    ),
    "a deletion has seen the whole record": (
        "sync/replica.py",
        "seen = opened.stamps if DELETED in fields else",
        "seen =",
    ),
    "an edit has seen the tombstone": (
        "sync/replica.py",
        "(fields.keys() | {DELETED})",
        "fields.keys()",
    ),
    "what is seen is no conflict": (
        "sync/merge.py",
        "if cell.at not in (change.seen.get(name, ZERO), change.at)",
        "if cell.at != change.at",
    ),
    "... nor is what arrives after those who had seen it": (
        "sync/judge.py",
        "unseen = set(met) - knew",
        "unseen = set(met)",
    ),
    "the province's own writes are judged too": ("sync/replica.py", "if self.is_hub:", "if False:"),
    "a conflict keeps what it listed": (
        "sync/judge.py",
        "{**known, **writes, **ours}",
        "{**writes, **ours}",
    ),
    "the server compares histories": (
        "sync/exchange.py",
        "or known[place] != head.at:",
        "or False:",
    ),
    "the client compares histories": (
        "sync/exchange.py",
        "if replica.at(response.head) != response.newest:",
        "if False:",
    ),
    "... not only their lengths": (
        "sync/exchange.py",
        "if replica.at(response.head) != response.newest:",
        "if replica.at(response.head) is None:",
    ),
    "a new replica takes along what was not confirmed": (
        "sync/replica.py",
        "*ours[here.sent :]]",
        "]",
    ),
    "... and the feed vouches for the rest": (
        "sync/replica.py",
        "Entry(replace(c, number=0), here.feed)",
        'Entry(replace(c, number=0), "")',
    ),
    "what former replicas wrote is sent again": (
        "sync/replica.py",
        "        if ours:\n            self.start_again(ours)",
        "        others, ours = [*others, *ours], []",
    ),
    "what the feed did not bring is set aside": (
        "sync/replica.py",
        "self.store.amend(entry._replace(held=ASIDE) for entry in others)",
        "",
    ),
    "... but only at the feed's end": (
        "sync/exchange.py",
        "if response.more or (",
        "if (",
    ),
    "... and comes back if it is brought after all": (
        "sync/replica.py",
        'entry._replace(feed=feed, held="") for entry in held.values() if entry.feed',
        "entry._replace(feed=feed) for entry in held.values() if entry.feed",
    ),
    "what the new feed brings again stays": (
        "sync/replica.py",
        'entry._replace(feed=feed, held="") for entry in held.values() if entry.feed',
        'entry._replace(held="") for entry in held.values() if entry.feed',
    ),
    "a restored server takes a new name": (
        "tests/simulation/misfortunes.py",
        "world.server.replica.rename()",
        "pass",
    ),
    "a server put back unawares takes a new name": (
        "sync/exchange.py",
        "if _we_lost(hub, request, device):",
        "if False:",
        "--defects",
    ),
    "another feed is read from its start": (
        "sync/exchange.py",
        "since = request.cursor if request.feed == feed else 0",
        "since = request.cursor",
    ),
    "a page that begins after our cursor is left": (
        "sync/exchange.py",
        "if response.since > here.cursor:",
        "if False:",
    ),
    "an answer to a former replica is left": (
        "sync/exchange.py",
        "if (response.replica, response.asked) != (here.name, here.feed):",
        "if response.asked != here.feed:",
    ),
    "an answer about a former feed is left": (
        "sync/exchange.py",
        "if (response.replica, response.asked) != (here.name, here.feed):",
        "if response.replica != here.name:",
    ),
    "the cursor never goes back in one feed": (
        "sync/exchange.py",
        "cursor = max(cursor, here.cursor)",
        "pass",
    ),
    "an old answer settles nothing": (
        "sync/exchange.py",
        " or (response.feed == here.feed and response.cursor < here.cursor)",
        "",
    ),
    "sent goes back to what the server has": (
        "sync/exchange.py",
        "sent=response.head",
        "sent=max(here.sent, response.head)",
    ),
    "repeats are recognised": ("sync/exchange.py", "if change.at in known:", "if False:"),
    "repeats of what is parked stay parked": (
        "sync/exchange.py",
        "known = set(hub.store.find({change.at for change in changes}))",
        "known = {a for a, e in hub.store.find({c.at for c in changes}).items() if not e.held}",
    ),
    "what a device may not write is parked": (
        "sync/exchange.py",
        "reason = reason_to_park(may, device, work.record(change.key), change)",
        'reason = ""',
    ),
    "the author's copy leaves out what is parked": (
        "sync/replica.py",
        "return {at for at in ours if notices[parked_key(self.home, at)].cells}",
        "return set()",
    ),
    "... as soon as the notice comes": (
        "sync/replica.py",
        "self._look_again(self.store.history(_notices(changes)))",
        "",
    ),
    "... and until the notice goes": (
        "sync/replica.py",
        "self._look_again(entry for entry in others if entry.change.key.record_type == PARKED)",
        "",
    ),
    "the feed leaves out what is held": (
        "sync/stores/memory.py",
        "            if not entry.held\n            and entry",
        "            if entry",
    ),
    "the feed keeps to the scope": (
        "sync/stores/memory.py",
        "            and entry.change.key.area in areas\n",
        "",
    ),
    "another scope is another feed": (
        "sync/exchange.py",
        'return f"{hub.name}/{device.certificate}"',
        "return hub.name",
    ),
    "a feed's name is never used again": (
        "sync/exchange.py",
        'return f"{hub.name}/{device.certificate}"',
        'return f"{hub.name}/{sorted(device.areas)}"',
    ),
    "the feed leaves out the asking replica, not the device": (
        "sync/stores/memory.py",
        "and entry.change.replica != except_from",
        'and entry.change.replica.split(".")[0] != except_from.split(".")[0]',
    ),
    "page and checkpoint are saved together": (
        "sync/stores/memory.py",
        "            vars(self).update(before)\n",
        "",
    ),
    "the log outlives the acknowledgement": (
        "sync/exchange.py",
        "        replica.store.save_checkpoint(there)\n",
        "        replica.store.save_checkpoint(there)\n"
        "        replica.store.store._log = [e for e in replica.store.store._log"
        " if e.feed or not 0 < e.change.number < response.head]\n",
    ),
    "digests are compared": (
        "sync/exchange.py",
        "Outcome.SETTLED if mine == response.digest else Outcome.DIFFERS",
        "Outcome.SETTLED",
        "--defects",
    ),
    "repair makes the server's records anew": (
        "sync/repair.py",
        "hub.rebuild(keys)",
        "pass",
        "--defects",
    ),
    "repair settles what the server does not hold": (
        "sync/repair.py",
        "replica.settle(extra)",
        "pass",
        "--defects",
    ),
    "repair takes in what we lack": (
        "sync/repair.py",
        "replica.take_in(changes, replica.store.checkpoint().feed)",
        "pass",
        "--defects",
    ),
    "repair makes our records anew": (
        "sync/repair.py",
        "replica.rebuild(keys)",
        "pass",
        "--defects",
    ),
}


def ablate(name, seeds=SEEDS):
    """Run without that safeguard; return what went red, or an empty text.

    First the simulation; then, for what happens once in thousands of worlds, the stories.
    """
    path, old, new, *how = ABLATIONS[name]
    with tempfile.TemporaryDirectory() as folder:
        for part in ("sync", "server", "schemas", "tests"):
            shutil.copytree(ROOT / part, Path(folder, part))
        text = Path(folder, path).read_text()
        assert old in text, f"{path} no longer says {old!r}"
        Path(folder, path).write_text(text.replace(old, new))
        worlds = _red(folder, "tests.simulation", seeds, "--first", *how)
        return worlds or _red(folder, "pytest", "-q", "-x", "--tb=line", "tests/sync")


def _red(folder, *module):
    command = [sys.executable, "-m", *module]
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)
    said = [line for line in done.stdout.splitlines() if line.startswith(("seed", "FAILED"))]
    return said[0] if done.returncode else ""


if __name__ == "__main__":
    for name in sys.argv[1:] or ABLATIONS:
        print(f"{name:55} {ablate(name)[:150] or 'GREEN'}", flush=True)
