"""A second client, written from docs/protocol.md alone: it proves that the page is enough.

It keeps all in memory and imports nothing of ``sync``: what it says and what it makes of
the answers stands on that page, or the tests of it are red.
"""

import json
import secrets
import urllib.request
from base64 import urlsafe_b64decode, urlsafe_b64encode
from urllib.error import HTTPError

from .stranger_bytes import (
    bundle,
    changes_in,
    changes_of,
    content_hash,
    context,
    fingerprint,
    key_id,
    opened,
    packed,
    public,
    sealed,
    signature,
    stamp_text,
    unbundled,
    unpacked,
    unsealed,
)

NEVER = (0, 0, "")


class Stranger:
    def __init__(self, address, wall):
        self.address, self.wall = address, wall
        self.seed = secrets.token_bytes(32)
        self.log = []  # of dicts; a change of ours has a number, another's the feed it came by
        self.replica = self.feed = ""
        self.sent = self.cursor = self.vouched = 0
        self.mac = b""  # of the answer that gave the cursor, and named the head ``vouched``
        self.budget = 8192
        self.offset = 0  # seconds that the clock runs ahead of the server's
        self.receipt = None

    # Section 6

    def enrol(self, code):
        nonce = secrets.token_urlsafe(8)
        answer = self._post("greeting", packed({"is": "greeting", "nonce": nonce}))
        said, _ = unpacked(answer[64:])
        self.server = urlsafe_b64decode(said["server_key"])
        self.reader = urlsafe_b64decode(said["sealing_key"])
        opened(self.server, context("introduction", nonce), answer)
        key = urlsafe_b64encode(public(self.seed)).decode()
        asked = {"is": "enrolment", "code": code, "device": "người lạ", "key": key, "nonce": nonce}
        answer = self._post("enrol", bytes(1) + sealed(packed(asked), self.reader))
        box = opened(self.server, context("certificate", nonce), answer)
        said, tail = unpacked(unsealed(box, self.seed))
        self.device, self.home, self.areas = said["device"], said["home"], tail.names(said["areas"])
        self.replica = self._new_name()

    # Section 1

    def write(self, key, values, screen=None):
        """What differs from what was on the screen."""
        cells = self.records().get(key, {})
        screen = cells if screen is None else screen
        fields = {f: v for f, v in values.items() if f not in screen or screen[f][0] != v}
        seen = {f: at for f, (_, at) in screen.items() if f in fields or f == "_deleted"}
        if "_deleted" in fields:
            seen = {f: at for f, (_, at) in screen.items()}
        last = max((at for _, at in [*cells.values(), *screen.values()]), default=NEVER)
        now, mark = self.wall(), secrets.token_urlsafe(9)
        at = (now, 0, mark) if now > last[0] else (last[0], last[1] + 1, mark)
        change = {"key": key, "set": fields, "seen": seen, "at": at, "by": "Người lạ"}
        self.log.append({**change, "from": self.replica, "n": len(self.ours()) + 1})

    def records(self):
        """Key -> field -> (value, timestamp), of all that is merged."""
        told = self._merge(e for e in self.log if e["key"][1] == "parked_change")
        parked = {name for (_, _, name), cells in told.items() if "reason" in cells}
        return self._merge(e for e in self.log if not (self._is_own(e) and parked & _notices(e)))

    def _merge(self, entries):
        records = {}
        for entry in entries:
            if not (entry.get("aside") or entry.get("repeat")):
                cells = records.setdefault(entry["key"], {})
                for field, value in entry["set"].items():
                    if field not in cells or cells[field][1] < entry["at"]:
                        cells[field] = (value, entry["at"])
        return records

    def digest(self):
        here = self.records().items()
        return sum(fingerprint(k, cells) for k, cells in here if k[0] in self.areas) % 2**128

    def ours(self):
        """What this replica numbered, in order."""
        return sorted((e for e in self.log if e.get("n")), key=lambda e: e["n"])

    def _is_own(self, entry):
        return entry["from"].split(".")[0] == self.device

    # Section 3

    def sync(self):
        """A session; the states it went through."""
        states = ["READY"]
        while states[-1] == "READY":
            states += ["WAITING", self.exchange()]
        return states

    def exchange(self):
        nonce, answer = self._answered("sync", lambda: self.request(short=True))
        asked = [as_text(nonce), self.replica, self.feed, self.cursor]
        said, tail = unpacked(self._opened(answer, context("response", asked)))
        usual = {"replica": self.replica, "asked": self.feed, "since": self.cursor}
        said = {**usual, **said}
        return self.accept({"feed": said["asked"], "cursor": said["since"], **said}, tail)

    def _time(self):
        return {"wall": self.wall(), "offset": self.offset}

    def _answered(self, path, ask):
        """What was answered, and to which nonce; asked again with the server's time if stale."""
        for tries in range(4):
            nonce = secrets.token_bytes(8)
            try:
                return nonce, self._post(path, self._enveloped(nonce, ask()))
            except PermissionError as refusal:
                if refusal.said["code"] != "stale" or tries == 3:
                    raise
                self.offset = (self.wall() - refusal.said["wall"]) // 1000
        raise AssertionError

    def request(self, sent=None, most=3, short=False):
        sent = self.sent if sent is None else sent
        changes, tail = changes_in(self.ours()[sent : sent + most])
        asked = {
            "is": "request",
            "replica": self.replica.removeprefix(self.device) if short else self.replica,
            "sent": sent,
            "newest": self._at(sent),
            "changes": changes,
            "feed": self.feed,
            "cursor": self.cursor,
            "budget": self.budget,
            **self._time(),
        }
        if self.mac:
            asked |= {"mac": None, "ahead": sent - self.vouched}
        return packed(asked, tail + self.mac)

    def _enveloped(self, nonce, message):
        """Sealed: whoever carries it reads nothing of it."""
        name = self.device.encode()
        front = bytes([2, 0, len(name)]) + name + nonce
        box = sealed(message, self.reader)
        return front + signature(self.seed, b"khuyenhoc request\n" + front + box) + box

    def _opened(self, answer, about):
        return unsealed(opened(self.server, about, answer), self.seed)

    def accept(self, said, tail):
        """What the client does, step by step; the next state of the session."""
        assert said["is"] == "response"
        changes, areas = changes_of(said.get("changes"), tail), tail.names(said.get("areas", []))
        digest = tail.digest() if "digest" in said else 0
        mac = tail.mac() if "mac" in said else b""
        feed, cursor, head = said.get("feed", ""), said.get("cursor", 0), said["head"]
        if (said["replica"], said["asked"]) != (self.replica, self.feed):
            return "READY"
        if said["since"] > self.cursor:
            return "READY"
        if self._at(head) != tuple(said.get("newest", NEVER)):
            self._start_again()
            return "READY"
        self._take_in(changes, feed)
        is_behind = feed == self.feed and cursor < self.cursor
        self.sent = head
        if not is_behind:
            self.cursor, self.mac, self.vouched = cursor, mac, head
        self.receipt = self.receipt if feed == self.feed else None
        self.feed, self.areas = feed, areas
        if said.get("more") or is_behind or self._settle(feed) or len(self.ours()) > head:
            return "READY"
        if digest != self.digest():
            return "DIFFERS"
        self.receipt = (said.get("wall", 0), head, digest)
        return "SETTLED"

    def _take_in(self, changes, feed):
        held = {e["at"]: e for e in self.log if not e.get("repeat")}
        for change in changes:
            entry = held.get(change["at"])
            if entry and content_hash(entry) != content_hash(change):
                entry["repeat"], entry = True, None
            if entry is None:
                self.log.append({**change, "feed": feed})
            elif entry.get("feed"):
                entry.update(feed=feed, aside=False)

    def _start_again(self, strays=()):
        ours = self.ours()
        self.replica, self.receipt = self._new_name(), None
        for entry in ours[: self.sent]:
            entry.update(n=0, feed=self.feed)
        for number, entry in enumerate([*strays, *ours[self.sent :]], 1):
            entry.update(n=number, feed="", **{"from": self.replica})
        self.sent, self.mac = 0, b""

    def _settle(self, feed):
        strays = [
            e for e in self.log if not e.get("n") and e["feed"] != feed and not e.get("aside")
        ]
        own = [entry for entry in strays if self._is_own(entry)]
        if own:
            self._start_again(own)
        for entry in strays:
            if entry not in own:
                entry["aside"] = True
        return bool(own)

    def _at(self, number):
        """The timestamp of our change with that number; ``None`` if there is none."""
        ours = self.ours()
        return NEVER if number == 0 else ours[number - 1]["at"] if number <= len(ours) else None

    # Section 5

    def repair(self):
        """Make our records those of the server; the keys of those that differed."""
        mine = {k: fingerprint(k, cells) for k, cells in self.records().items()}
        theirs = {k: int(v, 16) for k, v in self._ask({})["digests"].items()}
        kinds = {k[1] for k in mine} | theirs.keys()
        wrong = [k for k in sorted(kinds) if _sum(mine, k) != theirs.get(k, 0)]
        keys = []
        for kind in wrong:
            found = self._ask({"record_type": kind}).get("digests", {})
            there = {tuple(name.split("\n")): int(v, 16) for name, v in found.items()}
            both = {k for k in mine if k[1] == kind} | there.keys()
            keys += sorted(k for k in both if mine.get(k, 0) != there.get(k, 0))
        said = self._ask({"keys": keys})
        self._take_in(changes_of(said.get("changes"), said["tail"]), self.feed)
        return keys

    def _ask(self, question):
        whole = {"is": "question", "replica": self.replica, **question}
        nonce, answer = self._answered("questions", lambda: packed({**whole, **self._time()}))
        said, tail = unpacked(self._opened(answer, context("reply", as_text(nonce))))
        return {**said, "tail": tail}

    # Section 7

    def export(self):
        """A bundle of all that waits."""
        most = 2
        places = range(self.sent, max(len(self.ours()), self.sent + 1), most)
        bodies = [self.request(sent=place, most=most) for place in places]
        return bundle(self._header("requests"), bodies, self.seed, self.reader)

    def take_answer(self, data):
        header, bodies = unbundled(data, self.seed, self.server)
        assert (header["kind"], header["device"]) == ("responses", self.device)
        assert header["count"] == len(bodies)
        return [self.accept(*unpacked(body)) for body in bodies][-1]

    def _header(self, kind):
        return {
            "kind": kind,
            "device": self.device,
            "server": key_id(self.server),
            "bundle": secrets.token_hex(8),
            "part": 1,
            "parts": 1,
            "made": self.wall(),
            "answers": "",
        }

    # Section 8

    def siblings(self):
        """The keys of the other machines of the centre that are in use."""
        told = {k[2]: cells for k, cells in self.records().items() if k[1] == "enrolled_device"}
        active = {name: c for name, c in told.items() if c["state"][0] == "active"}
        return {name: urlsafe_b64decode(cells["key"][0]) for name, cells in active.items()}

    def hand_over(self, device):
        head = min(self.sent, self.receipt[1]) if self.receipt else 0
        vouched = [e for e in self.log if not e.get("n") and not e.get("aside")]
        vouched = [entry for entry in vouched if entry["feed"] == self.feed]
        unsure = [e for e in vouched if self._is_own(e) and not self.receipt]
        known = [entry for entry in vouched if entry not in unsure] + self.ours()[:head]
        known, first = changes_in(known, with_replica=True)
        waiting, second = changes_in(unsure + self.ours()[head:], with_replica=True)
        front = {"is": "shared", "replica": self.replica, "areas": self.areas}
        front |= {"feed": self.feed, "cursor": self.cursor}
        pages = [packed({**front, "known": known}, first)]
        pages += [packed({**front, "waiting": waiting}, second), packed({**front, "last": True})]
        return bundle(self._header("shared"), pages, self.seed, self.siblings()[device])

    def take_over(self, data):
        writer = json.loads(data[68:1024])["device"]
        _, bodies = unbundled(data, self.seed, self.siblings()[writer])
        pages = [unpacked(body) for body in bodies]
        assert pages[-1][0]["last"], "the end is missing"
        is_believed = True
        for said, tail in pages:
            tail.names(said["areas"])
            known, waiting = (changes_of(said.get(part), tail) for part in ("known", "waiting"))
            is_believed &= all(map(self._believes, known))
            if said["feed"].rpartition("/")[0] == self.feed.rpartition("/")[0]:
                self._take_in(filter(self._believes, known), self.feed)
            held = {entry["at"] for entry in self.log}
            for change in filter(self._believes, waiting):
                if change["at"] not in held:
                    number = len(self.ours()) + 1
                    self.log.append({**change, "from": self.replica, "n": number})
        if is_believed and pages[-1][0]["cursor"] > self.cursor:
            self.cursor, self.mac = pages[-1][0]["cursor"], b""

    def _believes(self, change):
        """Whether a machine of the centre may write it, or our feed has brought it already.

        It knows of no owners of fields: what it does not know it leaves to the server.
        """
        held = [e for e in self.log if e["at"] == change["at"] and not e.get("aside")]
        is_activity = change["key"][:2] == (self.home, "activity")
        return bool(held and held[0]["set"] == change["set"]) or is_activity

    def _new_name(self):
        return f"{self.device}.{secrets.token_hex(5)}"

    def _post(self, path, body):
        request = urllib.request.Request(f"{self.address}/api/v1/{path}", body)
        try:
            with urllib.request.urlopen(request) as answer:
                return answer.read()
        except HTTPError as refused:
            said, _ = unpacked(refused.read()[64:])
            refusal = PermissionError(said["code"])
            refusal.said = said
            raise refusal from refused


def _notices(entry):
    """What a notice is called that the entry was parked."""
    name = stamp_text(entry["at"])
    return {name, f"{name}~{content_hash(entry)}"}


def as_text(nonce):
    return urlsafe_b64encode(nonce).decode().rstrip("=")


def _sum(fingerprints, kind):
    return sum(value for key, value in fingerprints.items() if key[1] == kind) % 2**128
