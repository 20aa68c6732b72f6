"""What a store must not get wrong."""

from . import Safeguard

SAFEGUARDS = {
    "the feed leaves out what is held": Safeguard(
        "sync/stores/memory.py",
        "            and not entry.reason\n",
        "",
    ),
    "the feed keeps to the scope": Safeguard(
        "sync/stores/memory.py", "            and entry.change.key.area in areas\n", ""
    ),
    "the feed leaves out the asking replica, not the device": Safeguard(
        "sync/stores/memory.py",
        "and entry.change.replica != except_from",
        'and entry.change.replica.split(".")[0] != except_from.split(".")[0]',
    ),
    "page and checkpoint are saved together": Safeguard(
        "sync/stores/memory.py", "            vars(self).update(before)\n", ""
    ),
    "the log outlives the acknowledgement": Safeguard(
        "sync/exchange.py",
        "        replica.store.save_checkpoint(there)\n",
        "        replica.store.save_checkpoint(there)\n"
        "        replica.store.store.log = [e for e in replica.store.store.log"
        " if e.feed or not 0 < e.change.number < response.head]\n",
    ),
}
