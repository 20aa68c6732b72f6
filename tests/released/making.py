"""How the files of a release are made: databases, keys, messages, bundles, lists."""

import json
import lzma
import shutil
from base64 import b64encode

from client_agent import config
from client_agent.usb import exporting, peers
from server.bundles import importing
from server.devices import devices
from sync import exchange, repair, wire
from sync import siblings as handing_over
from sync.changes import device_of
from sync.messages import Certificate, Enrolment, Greeting, Introduction, Question, Refusal
from sync.wire import seal
from sync.wire.seal import Asked
from tests.journeys.office import opened

from . import lists, told
from .work import done

NONCE = "m3Qx8RtZ0aw"
MACHINES = ("centre", "sibling")
CODES = ("not-enrolled", "revoked", "unreadable", "too-large", "busy", "stale")
CODE = "cau den gao lua"


def make(folder, work):
    """Write all that is kept of this version to ``folder``; ``work`` is a place to make it in."""
    folder.mkdir(parents=True)
    work.mkdir(exist_ok=True)
    with opened(work) as office:
        agents = dict(zip(MACHINES, done(office), strict=True))
        for name, agent in agents.items():
            _keep_machine(folder, name, agent)
        _keep_database(folder, "province", office.province.store())
        shutil.copy(office.province.config.secret_file, folder / "province.secrets")
        _write(folder / "messages.json", _messages(office, *agents.values()))
        _bundles(folder, office, *agents.values())
    _write(folder / "lists.json", {"records": lists.declared(), "messages": lists.messages()})


def _keep_machine(folder, name, agent):
    _keep_database(folder, name, agent.store())
    shutil.copy(config.settings_file(agent.folder), folder / f"{name}.ini")
    (folder / f"{name}.key").write_bytes(config.device_seed(agent.folder))


def _keep_database(folder, name, store):
    copy = folder / f"{name}.db"
    store.backup(copy)
    (folder / f"{name}.db.xz").write_bytes(lzma.compress(copy.read_bytes(), preset=9))
    copy.unlink()
    _write(folder / f"{name}.json", told.store(store))


def _messages(office, one, two):
    """One of each kind, or more, as they went; nothing of it is taken in."""
    province, replica = office.province, one.replica()
    device, server = config.device_seed(one.folder), province.keyring.newest.signing
    asked = exchange.ask(replica)
    answer = _answered(office, asked)
    questions, replies = _questions(office, one)
    pages = list(handing_over.share(two.replica(), two.areas))
    here = one.settings
    said = Certificate(
        here.device,
        here.areas,
        here.area,
        here.certificate,
        here.server_key,
        {"centre": "Mường Bi"},
    )
    refusals = [Refusal(code, 15 if code == "busy" else 0) for code in CODES]
    return [
        *(_kept(each, device, seal.request_context()) for each in (asked, *questions)),
        _kept(answer, server, seal.response_context(Asked(NONCE, asked.replica, "", 0))),
        *(_kept(each, server, seal.reply_context(NONCE)) for each in replies),
        *(_kept(each, server, seal.refusal_context("")) for each in refusals),
        _kept(Introduction(here.server_key), server, seal.introduction_context(NONCE)),
        _kept(said, server, seal.certificate_context(NONCE)),
        *(_kept(each) for each in (Greeting(NONCE), _enrolment(one), *pages)),
    ]


def _answered(office, asked):
    """What the province says to a request, which it then forgets."""
    store, device = office.province.store(), _device(office, asked)
    answers = []
    try:
        with store.transaction():
            answers.append(exchange.answer(office.province.hub(), asked, device, lambda *_: ""))
            raise Forgotten
    except Forgotten:
        return answers[0]


class Forgotten(Exception):
    pass


def _device(office, asked):
    return devices.find(office.province.db(), device_of(asked.replica)).device


def _questions(office, agent):
    name, hub = agent.replica().name, office.province.hub()
    types = Question(name)
    records = Question(name, "activity")
    keys = sorted(agent.store().fingerprints([agent.area], "activity"))[:2]
    changes = Question(name, keys=tuple(keys))
    asked = [types, records, changes]
    return asked, [repair.examine(hub, each, _device(office, each)) for each in asked]


def _enrolment(agent):
    key = config.key_text(seal.public_key(config.device_seed(agent.folder)))
    return Enrolment(CODE, "may-1", key, agent.replica().schema_version, NONCE)


def _kept(message, seed=b"", context=b""):
    body = wire.encode(message)
    signed = seal.signed(body, seed, context) if seed else body
    return {
        "kind": type(message).__name__,
        "key": config.key_text(seal.public_key(seed)) if seed else "",
        "context": context.decode(),
        "bytes": b64encode(signed).decode(),
        "says": told.plain(message),
    }


def _bundles(folder, office, one, two):
    """The centre's work on a stick, the province's answer to it, and what a sibling is handed."""
    asked = folder / "requests.khb"
    exporting.export(one, asked)
    peers.hand_over(one, two.settings.device, folder / "shared.khb")
    *_, last = importing.take_in(office.province, [asked], office.folder)
    shutil.move(office.folder / last.result.answers[0], folder / "responses.khb")


def _write(path, found):
    text = json.dumps(found, ensure_ascii=False, indent=1, sort_keys=True)
    path.write_text(text + "\n", encoding="utf-8")
