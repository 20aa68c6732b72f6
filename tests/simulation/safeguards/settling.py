"""What keeps all copies alike: new replicas, parking, what is set aside, repair."""

from . import Safeguard

SAFEGUARDS = {
    "a device knows its work under the names it had before": Safeguard(
        "sync/replica.py", "in (self.device, *self.formerly)", "in (self.device,)", worlds="none"
    ),
    "a new replica takes along what was not confirmed": Safeguard(
        "sync/replica.py", ", *unsent]", "]"
    ),
    "... and the feed vouches for the rest": Safeguard(
        "sync/replica.py",
        "Entry(replace(change, number=0), checkpoint.feed)",
        'Entry(replace(change, number=0), "")',
    ),
    "what former replicas wrote is sent again": Safeguard(
        "sync/replica.py",
        "        if ours:\n            self.become_new_replica(ours)",
        "        others, ours = [*others, *ours], []",
    ),
    "what the feed did not bring is set aside": Safeguard(
        "sync/replica.py", "self.store.amend(entry._replace(reason=ASIDE) for entry in others)", ""
    ),
    "what bears a timestamp is for the server to say": Safeguard(
        "sync/replica.py", "if entry and not is_same(entry.change, change):", "if False:", "hostile"
    ),
    "what a server had acknowledged is sent again if another bears its timestamp": Safeguard(
        "sync/replica.py", "if entry.feed and self.is_ours(entry):", "if False:", "none"
    ),
    "a new replica counts on over what bears another's timestamp": Safeguard(
        "sync/replica.py",
        "self.store.append(entry._replace(reason=REPEAT) for entry in again)",
        "list(again)",
        "none",
    ),
    "... and comes back if it is brought after all": Safeguard(
        "sync/replica.py",
        'entry._replace(feed=feed, reason="") for entry in existing.values() if entry.feed',
        "entry._replace(feed=feed) for entry in existing.values() if entry.feed",
    ),
    "what the new feed brings again stays": Safeguard(
        "sync/replica.py",
        'entry._replace(feed=feed, reason="") for entry in existing.values() if entry.feed',
        'entry._replace(reason="") for entry in existing.values() if entry.feed',
    ),
    "the author's copy leaves out what is parked": Safeguard(
        "sync/replica.py",
        "return {c.at for c in ours if any(has_reason(notices[key]) for key in self._places(c))}",
        "return set()",
    ),
    "... as soon as the notice comes": Safeguard(
        "sync/replica.py",
        "if notices := _notices(changes):",
        "if notices := set():",
    ),
    "... and until the notice goes": Safeguard(
        "sync/replica.py",
        "self.rebuild_subjects(entry for entry in others if entry.change.key.record_type == "
        "PARKED)",
        "",
    ),
    "repair makes the server's records anew": Safeguard(
        "sync/repair.py", "hub.rebuild(keys)", "pass", worlds="defects"
    ),
    "repair settles what the server does not hold": Safeguard(
        "sync/repair.py", "replica.settle(extra)", "pass", worlds="defects"
    ),
    "repair takes in what we lack": Safeguard(
        "sync/repair.py",
        "replica.take_in(changes, replica.store.checkpoint().feed)",
        "pass",
        worlds="defects",
    ),
    "repair adds the server's sums up anew": Safeguard(
        "sync/repair.py",
        "hub.store.recount(device.scope, question.record_type)",
        "pass",
        worlds="none",
    ),
    "repair adds our sums up anew": Safeguard(
        "sync/repair.py", "replica.store.recount(areas, record_type)", "pass", worlds="none"
    ),
    "repair makes our records anew": Safeguard(
        "sync/repair.py", "replica.rebuild(keys)", "pass", worlds="defects"
    ),
}
