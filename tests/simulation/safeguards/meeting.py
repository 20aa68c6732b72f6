"""What keeps two laptops of one centre equal that meet without the server."""

from . import Safeguard

PATH = "sync/siblings.py"
SAFEGUARDS = {
    "what a sibling has not sent is ours to send": Safeguard(
        PATH,
        "            _carry(replica, missing, existing.keys())\n",
        "            replica.take_in(missing, replica.store.checkpoint().feed)\n",
    ),
    "... as a new replica": Safeguard(
        PATH, "if missing and replica.name == name:", "if False:", "none"
    ),
    "... also if it had been set aside here": Safeguard(
        PATH, "return entry.reason == ASIDE or entry.feed", "return entry.feed", "none"
    ),
    "... or would be, at the feed's end": Safeguard(
        PATH, ' or entry.feed not in ("", feed)', "", "none"
    ),
    "the cursor moves on with what the sibling brought": Safeguard(
        PATH,
        "replica.store.save_checkpoint(moved)",
        "pass",
        "none",
    ),
    "... and never back": Safeguard(PATH, "page.cursor > checkpoint.cursor and ", ""),
    "... and only in one server's log": Safeguard(
        PATH,
        "if not checkpoint.feed or _hub(page.feed) != _hub(checkpoint.feed):",
        "if not checkpoint.feed:",
    ),
    "... and only if the sibling reads all that we do": Safeguard(
        PATH, " and set(areas) <= set(page.areas)", "", "none"
    ),
    "what is confirmed is known only once the digests agreed": Safeguard(
        PATH, "min(checkpoint.sent, checkpoint.receipt.head)", "checkpoint.sent"
    ),
    "... of the replica that the receipt counted": Safeguard(
        "sync/replica.py", 'checkpoint.receipt._replace(head=0, feed="")', "checkpoint.receipt"
    ),
    "... and of the feed that it was given for": Safeguard(
        PATH, " and checkpoint.receipt.feed == checkpoint.feed", "", "none"
    ),
    "a broken history is not known to be merged": Safeguard(
        PATH, "if _agreed(checkpoint) or not replica.is_ours(e)]", "]", "none"
    ),
    "what the server parked is not handed on": Safeguard(
        PATH, "if change.at not in parked]", "if change]", "none"
    ),
    "what only a former feed vouches for is not handed on": Safeguard(
        PATH, " if entry.feed == checkpoint.feed]", "]"
    ),
    "what lies outside the scope is not taken over": Safeguard(
        PATH,
        "inside = [change for change in changes if change.key.area in areas]",
        "inside = list(changes)",
        "none",
    ),
    "what only the server may say is not believed of a sibling": Safeguard(
        PATH, "elif _is_a_machines(replica, change, may):", "elif True:", "hostile"
    ),
    "... nor what another server had said": Safeguard(
        PATH, "elif entry is None or _is_loose(entry, feed):", "elif entry is None:", "none"
    ),
    "... nor another content of what is there": Safeguard(
        PATH, "if entry and not is_same(entry.change, change):", "if False:", "none"
    ),
    "the cursor stays while a former feed is to be settled": Safeguard(
        PATH, " and not replica.store.strays(checkpoint.feed)", "", "hostile"
    ),
    "the cursor stays where a part was not believed": Safeguard(
        PATH, "if page.last and is_believed and", "if page.last and", "none"
    ),
    "a stick without its end is refused whole": Safeguard(
        PATH, "        if not is_whole:\n", "        if False:\n", "none"
    ),
}
