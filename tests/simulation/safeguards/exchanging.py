"""What keeps an exchange true when requests and answers are late, lost or another's."""

from . import Safeguard

SAFEGUARDS = {
    "a no that a garbled line may have earned is asked for twice": Safeguard(
        "sync/session.py", "and not self._is_sure:", "and False:", worlds="none"
    ),
    "a page unpacks to no more than anybody reads": Safeguard(
        "sync/wire/__init__.py", "return _light(changes[:count])", "return count", worlds="none"
    ),
    "the server compares histories": Safeguard(
        "sync/exchange.py", "or known[place] != head.at:", "or False:"
    ),
    "the client compares histories": Safeguard(
        "sync/exchange.py", "return replica.at(response.head) == response.newest", "return True"
    ),
    "... not only their lengths": Safeguard(
        "sync/exchange.py",
        "return replica.at(response.head) == response.newest",
        "return replica.at(response.head) is not None",
    ),
    "... but only at the feed's end": Safeguard(
        "sync/exchange.py",
        "if response.more or _goes_back(checkpoint, response):",
        "if _goes_back(checkpoint, response):",
    ),
    "a restored server begins an epoch": Safeguard(
        "tests/simulation/misfortunes.py", "world.server.replica.begin_epoch()", "pass"
    ),
    "a server put back unawares begins an epoch": Safeguard(
        "sync/exchange.py", "if place is Place.LOST:", "if False:", worlds="defects"
    ),
    "... but only by its own word": Safeguard(
        "sync/rollback.py",
        "if request.mac and compare_digest(good, request.mac):",
        "if True:",
        worlds="hostile",
    ),
    "... which a request that was asked ahead does not change": Safeguard(
        "sync/rollback.py", "request.sent - request.ahead", "request.sent", worlds="none"
    ),
    "who cannot prove a place begins anew alone": Safeguard(
        "sync/exchange.py",
        "if place in (Place.UNPROVED, Place.HEARSAY):",
        "if False:",
        worlds="hostile",
    ),
    "another feed is read from its start": Safeguard(
        "sync/exchange.py",
        "since = request.cursor if request.feed == feed else 0",
        "since = request.cursor",
    ),
    "a page that begins after our cursor is left": Safeguard(
        "sync/exchange.py", "return response.since <= checkpoint.cursor", "return True"
    ),
    "an answer to a former replica is left": Safeguard(
        "sync/exchange.py",
        "if (response.replica, response.asked) != (checkpoint.name, checkpoint.feed):",
        "if response.asked != checkpoint.feed:",
    ),
    "an answer about a former feed is left": Safeguard(
        "sync/exchange.py",
        "if (response.replica, response.asked) != (checkpoint.name, checkpoint.feed):",
        "if response.replica != checkpoint.name:",
    ),
    "the cursor never goes back in one feed": Safeguard(
        "sync/exchange.py",
        "if _goes_back(checkpoint, response):",
        "if False:",
    ),
    "an old answer settles nothing": Safeguard(
        "sync/exchange.py", " or _goes_back(checkpoint, response)", ""
    ),
    "sent goes back to what the server has": Safeguard(
        "sync/exchange.py", "sent=response.head", "sent=max(checkpoint.sent, response.head)"
    ),
    "repeats are recognised": Safeguard(
        "sync/exchange.py", "if change.at in known or change.at not in readable:", "if False:"
    ),
    "repeats of what is parked stay parked": Safeguard(
        "sync/exchange.py",
        "known = {at: e.change for at, e in hub.store.find({c.at for c in changes}).items()}",
        "known = {at: e.change for at, e in hub.store.find({c.at for c in changes}).items() "
        "if not e.reason}",
    ),
    "what nobody could ask for is parked": Safeguard(
        "sync/review.py",
        "    if not change.key.record_type:\n",
        "    if False:\n",
        worlds="hostile",
    ),
    "another content under a timestamp is parked": Safeguard(
        "sync/exchange.py",
        "if change.at not in readable or not is_same(known[change.at], change):",
        "if False:",
        "hostile",
    ),
    "... and its notice speaks of nothing else": Safeguard(
        "sync/review.py", "is_namesake = entry.reason == NAMESAKE", "is_namesake = False", "none"
    ),
    "what a device may not write is parked": Safeguard(
        "sync/exchange.py",
        "bounds.fault(record, change) or reason_to_park(may, device, record, change)",
        "bounds.fault(record, change)",
    ),
    "what is out of bounds is parked": Safeguard(
        "sync/exchange.py",
        "bounds.fault(record, change) or reason_to_park",
        "reason_to_park",
        "hostile",
    ),
    "... and large counters go on from the record alone": Safeguard(
        "sync/bounds.py", "if at.counter < COUNTER:", "if True:", worlds="none"
    ),
    "... and the next honest counter is let in": Safeguard(
        "sync/bounds.py", "at.counter <= last.counter + STEP", "False", worlds="none"
    ),
    "notices have the beginnings of long values": Safeguard(
        "sync/review.py", "shortened_fields(change.fields)", "dict(change.fields)", worlds="none"
    ),
    "conflicts have the beginnings of long values": Safeguard(
        "sync/review.py", '_bound(fields, opened.get("closed"))', "pass", worlds="none"
    ),
    "a request is answered once": Safeguard(
        "sync/freshness.py", "at <= recent.floor or is_known", "False", worlds="none"
    ),
    "... also when many came since": Safeguard(
        "sync/freshness.py", "at <= recent.floor or ", "", worlds="none"
    ),
    "... and on the day for which it was made": Safeguard(
        "sync/freshness.py", "abs(at - now) > DAY or ", "", worlds="none"
    ),
    "... and no floor keeps a machine out": Safeguard(
        "sync/freshness.py", "wall=max(now, recent.floor + 1)", "wall=now", worlds="none"
    ),
    "who was retired hears of its own changes alone": Safeguard(
        "sync/exchange.py", "if c.key in keys and _made_by(notices[c.key], device)", "", ""
    ),
    "... and loses nothing for hearing so little": Safeguard(
        "sync/exchange.py", "if response.areas and replica.settle(", "if replica.settle("
    ),
    "another scope is another feed": Safeguard(
        "sync/exchange.py", 'return f"{hub.epoch}/{device.certificate}"', "return hub.epoch"
    ),
    "a feed's name is never used again": Safeguard(
        "sync/exchange.py",
        'return f"{hub.epoch}/{device.certificate}"',
        'return f"{hub.epoch}/{sorted(device.areas)}"',
    ),
    "digests are compared": Safeguard(
        "sync/exchange.py",
        "Outcome.SETTLED if digest == response.digest else Outcome.DIFFERS",
        "Outcome.SETTLED",
        worlds="defects",
    ),
}
