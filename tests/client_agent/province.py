"""A province in a test's threads: the real engine behind the smallest WSGI application."""

from __future__ import annotations

import itertools
import socket
import threading
from base64 import urlsafe_b64decode, urlsafe_b64encode
from contextlib import contextmanager, suppress
from dataclasses import replace

from werkzeug.serving import WSGIRequestHandler, make_server

from sync import bundle, bundle_exchange, wire
from sync.changes import device_of
from sync.clock import marks
from sync.errors import MessageUnreadable, NotEnrolled, NotSigned, Refused
from sync.exchange import answer
from sync.messages import Certificate, Enrolment, Greeting, Introduction, Question, Refusal, Request
from sync.ports import Device
from sync.repair import examine
from sync.replica import Replica
from sync.stores import bundles
from sync.stores.bundles import Keys
from sync.stores.memory import MemoryStore
from sync.wire import envelope, seal
from sync.wire.prefixes import TextCache
from sync.wire.seal import Asked

TLS = b"\x16\x03"  # how a client greets that wants a secure connection


class Province:
    def __init__(self):
        self.lock = threading.Lock()
        self.seed = seal.new_seed()
        self.time = itertools.count(1_800_000_000_000)
        self.hub = Replica(
            MemoryStore(), "province", lambda: next(self.time), marks("p"), is_hub=True
        )
        self.held = TextCache(1 << 20)
        self.keys: dict[str, bytes] = {}
        self.devices: dict[str, Device] = {}
        self.asked: list[Request] = []
        self.bodies: list[bytes] = []  # as they came, without their signatures
        self.refuses: Refused | None = None
        self.refuses_once: Refused | None = None
        self.codes: dict[str, str] = {}  # code -> area
        self.used: dict[str, str] = {}  # code -> key

    @property
    def key(self):
        return seal.public_key(self.seed)

    def enrol(self, name, key, area="a1"):
        self.keys[name] = key
        self.devices[name] = Device(name, frozenset({area, "published"}), area)

    def respond(self, kind, data):
        """The signed answer to a signed message, and its status."""
        about = envelope.header(data)
        try:
            body = envelope.unsealed(about.form, self._verified(about, data), self.seed)
            self.bodies.append(body)
            message, text = wire.read(kind, body, self.held)
            message = envelope.whole(message, about.device)
            body = self._body(message, self._say(message), text)
            context, key = self._context(about, message), self.keys[about.device]
            return 200, envelope.answer(body, self.seed, context, about.form, key)
        except (Refused, MessageUnreadable) as exc:
            code, seconds = getattr(exc, "code", "unreadable"), getattr(exc, "seconds", 0)
            context = seal.refusal_context(about.nonce_text)
            return 403, seal.signed(wire.encode(Refusal(code, seconds)), self.seed, context)

    def _context(self, about, message):
        if isinstance(message, Question):
            return seal.reply_context(about.nonce_text)
        return seal.response_context(
            Asked(about.nonce_text, message.replica, message.feed, message.cursor)
        )

    def _body(self, message, said, text):
        if isinstance(message, Question):
            return wire.encode(said)
        if message.waiting:
            said = replace(said, holds=self.held.keep(text))
        if said.more:
            return wire.follow(said, self.held, message.holds, message)
        return wire.encode(said, message)

    def carry(self, path, budget=bundle_exchange.BUDGET, limit=bundles.LIMIT):
        """Take in a file as the province does; return the files of its answer, beside it."""
        asked = bundles.check(path, self.keys[bundles.look(path).device])
        requests = [wire.decode(Request, body) for body in bundles.read(path, self.seed)]
        pages = bundle_exchange.responses(self._say, requests, budget)
        name = f"b{next(self.time)}"
        head = replace(asked, kind=bundle.RESPONSES, bundle=name, made=next(self.time))
        keys = Keys(self.seed, self.keys[asked.device])
        back = path.with_name(path.stem.removesuffix("-gui") + "-tra-loi.khb")
        return bundles.write(back, head, map(wire.encode, pages), keys, limit).paths

    def admit(self, data):
        """The answer to an enrolment; a code is good for one key, as often as it asks."""
        asked = wire.decode(Enrolment, seal.unsealed(data[1:], self.seed))
        status, said = 403, Refusal("not-enrolled")
        if self.refuses:
            said = Refusal(self.refuses.code, self.refuses.seconds)
        elif asked.code in self.codes and self.used.setdefault(asked.code, asked.key) == asked.key:
            name, area = f"d{len(self.used)}", self.codes[asked.code]
            key = urlsafe_b64encode(self.key).decode()
            names = {
                "centre": "TTHTCĐ xã Mường Bi",
                "unit": "Xã Mường Bi",
                "published": "published",
            }
            self.enrol(name, urlsafe_b64decode(asked.key), area)
            status, said = 200, Certificate(name, (area, "published"), area, 1, key, names)
        if status != 200:
            context = seal.refusal_context(asked.nonce)
            return status, seal.signed(wire.encode(said), self.seed, context)
        body = seal.sealed(wire.encode(said), urlsafe_b64decode(asked.key))
        return status, seal.signed(body, self.seed, seal.certificate_context(asked.nonce))

    def introduce(self, data):
        nonce = wire.decode(Greeting, data).nonce
        said = Introduction(urlsafe_b64encode(self.key).decode())
        return 200, seal.signed(wire.encode(said), self.seed, seal.introduction_context(nonce))

    def _verified(self, about, data):
        try:
            body = envelope.verified(data, about, self.keys.get(about.device, b""))
        except NotSigned as exc:
            raise NotEnrolled from exc
        once, self.refuses_once = self.refuses_once, None
        if once or self.refuses:
            raise once or self.refuses
        return body

    def _say(self, message):
        device = self.devices[device_of(message.replica)]
        if isinstance(message, Question):
            return examine(self.hub, message, device)
        self.asked.append(message)
        return replace(answer(self.hub, message, device, lambda *_: ""))

    def _answer(self, path, data):
        if path.endswith("enrol"):
            return self.admit(data)
        if path.endswith("greeting"):
            return self.introduce(data)
        return self.respond(Question if path.endswith("questions") else Request, data)

    def __call__(self, environ, start_response):
        data = environ["wsgi.input"].read(int(environ["CONTENT_LENGTH"]))
        with self.lock:
            status, body = self._answer(environ["PATH_INFO"], data)
        start_response(f"{status} ...", [("Content-Length", str(len(body)))])
        return [body]


class Quiet(WSGIRequestHandler):
    protocol_version = "HTTP/1.1"

    def log(self, *args):
        pass


@contextmanager
def served(app, tls=None):
    """The address of a web server that runs ``app``; ``tls`` is an ``ssl.SSLContext``."""
    server = make_server("127.0.0.1", 0, app, threaded=True, request_handler=Quiet, ssl_context=tls)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    try:
        yield f"{'https' if tls else 'http'}://127.0.0.1:{server.port}"
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


@contextmanager
def saying(*answers, hold=0.0):
    """The address of a machine that sends those bytes, one for each connection, and hangs up.

    A list is for several requests on one connection.
    What it was sent is in the list that comes with the address.
    """
    heard: list[bytes] = []
    over = threading.Event()
    with socket.create_server(("127.0.0.1", 0)) as listener:
        listener.settimeout(5)

        def serve():
            for answer in answers:
                with suppress(OSError):
                    peer, _ = listener.accept()
                    with peer:
                        peer.settimeout(5)
                        for part in answer if isinstance(answer, list) else [answer]:
                            heard.append(_request(peer))
                            peer.sendall(part)
                        over.wait(hold)

        thread = threading.Thread(target=serve)
        thread.start()
        try:
            yield f"http://127.0.0.1:{listener.getsockname()[1]}", heard
        finally:
            over.set()
            thread.join()


def page(body, status="200 OK", **headers):
    """An HTTP answer as it goes over the line."""
    lines = [f"HTTP/1.1 {status}", f"Content-Length: {len(body)}"]
    lines += [f"{name}: {value}" for name, value in headers.items()]
    return "\r\n".join([*lines, "", ""]).encode() + body


def _request(peer):
    data = b""
    while b"\r\n\r\n" not in data:
        data += _heard(peer)
        if data.startswith(TLS):
            return data
    head, _, body = data.partition(b"\r\n\r\n")
    lengths = [line[16:] for line in head.lower().split(b"\r\n") if line[:15] == b"content-length:"]
    while len(body) < int(lengths[0]):
        body += _heard(peer)
    return head + b"\r\n\r\n" + body


def _heard(peer):
    data = peer.recv(65536)
    if not data:
        raise ConnectionError("hung up")
    return data
