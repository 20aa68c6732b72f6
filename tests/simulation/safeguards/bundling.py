"""What keeps files on sticks whole, and one errand enough."""

from . import Safeguard

BUNDLE, CARRIED, FILES = "sync/bundle.py", "sync/bundle_exchange.py", "sync/stores/bundles.py"
SAFEGUARDS = {
    "a bundle is what its sender signed": Safeguard(
        BUNDLE,
        "    seal.opened(start[len(MAGIC) + 1 :] + digest.digest(), key, _context(claimed))\n",
        "",
        "none",
    ),
    "a bundle without its last chunk is not whole": Safeguard(
        BUNDLE, "    if tag != _LAST:\n", "    if False:\n", "none"
    ),
    "no length in a bundle fills the memory": Safeguard(
        BUNDLE, "    if length > MOST:\n", "    if False:\n", "none"
    ),
    "a bundle of a newer version is told from a damaged one": Safeguard(
        BUNDLE, "if start[len(MAGIC)] != VERSION:", "if False:", "none"
    ),
    "every batch of a bundle is taken in": Safeguard(
        CARRIED, "            exchange(replace(last, budget=LEAST))\n", "            pass\n", "none"
    ),
    "an answer goes on to the feed's end": Safeguard(
        CARRIED, " if response.more else None", "", "none"
    ),
    "all that waits travels at once": Safeguard(
        CARRIED, "more = request.waiting > 0 and ", "more = False and ", "none"
    ),
    "a file is read back before it has its name": Safeguard(
        FILES, "            check(self.path, public_key(seed))\n", "            pass\n", "none"
    ),
    "what could not be written whole is not there": Safeguard(
        FILES, "                at_end.callback(drafts[-1].drop)\n", "", "none"
    ),
    "what a pulled stick was left with goes": Safeguard(
        FILES, "    _sweep(path.parent)\n", "", "none"
    ),
    "a part says how many there are": Safeguard(
        FILES,
        "replace(head, part=number, parts=len(drafts))",
        "replace(head, part=1, parts=1)",
        "none",
    ),
}
