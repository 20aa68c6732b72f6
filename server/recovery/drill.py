"""Rehearses losing the server: what a copy of it and the centres' machines would bring back.

The copy becomes a new server in a folder of its own. Each machine then sends it again what
the copy lacks, as it would after a real loss: its own changes, through the same exchange,
over the same bytes; only the signatures are left out, for the machines' keys are at the
centres. Then both are compared, area by area. The province in use is read once, and neither
it nor any centre notices.

What the province wrote itself since the copy was made was nowhere else: it would be lost.
So would what was set up: centres, accounts, and machines, which must be enrolled again.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import NamedTuple

from schemas.areas import DIRECTIONS, INTERNAL
from sync import key_rotation, wire
from sync.changes import device_of
from sync.errors import NotSigned
from sync.exchange import feed_name
from sync.messages import Request, Response
from sync.stores.health import soundness
from sync.wire import seal

from ..centres import centres
from ..devices import devices, key_renewal
from ..devices.devices import Enrolled
from ..keys import public_keys, secret_file
from ..keys.keyring import UnknownGeneration, decoded
from ..keys.secret_file import SecretsForeign
from ..province import DEVICE, Province
from ..sync import exchanges
from ..users import users
from . import restoring
from .comparing import Area, Comparison
from .sealed_backups import Opened

PAGE = 2000  # changes that are looked at for one request
BUDGET = 16 * 1024  # packed bytes of one request
CONTEXT, WORD = b"khuyenhoc drill\n", b"rehearsed"  # signed and sealed to try the newer keys
LEAST = 1  # packed bytes of the answers, which the drill does not need


class Foreign(Exception):
    """The copy is another province's."""


class Beyond(NamedTuple):
    """The changes of one replica that the copy lacks."""

    replica: str
    lacks: int


class HandedOver(NamedTuple):
    """Which machines would take newer keys of the restored server, and which it cannot answer."""

    followed: list[str]
    unanswered: list[str]  # the copy lacks the keys that they know: to be enrolled again


@dataclass
class Outcome:
    """The result of a drill."""

    in_copy: int = 0  # changes in the copy
    unproved: int = 0  # records in the copy that are not what was saved
    beyond: int = 0  # changes that the server holds and the copy does not
    back: int = 0  # of them, those that came back
    areas: dict[str, Area] = field(default_factory=dict)
    followed: int = 0  # machines that would take newer keys of the restored server
    again: dict[str, list[str]] = field(default_factory=dict)  # by kind: what to set up again

    @property
    def is_whole(self) -> bool:
        """Whether everything would come back by itself."""
        short = any(area.lost or area.away or area.wrong for area in self.areas.values())
        return not (short or self.again or self.unproved)


class Drill:
    """One rehearsal. ``live`` is a copy of the server of this moment, and is used in its place."""

    def __init__(self, live: Province, copy: Opened, folder: Path) -> None:
        """:raises BadCopy: if ``copy`` is not sound  :raises Foreign: if it is another's"""
        restoring.sound(copy.database)
        self.live = live
        self.new = _restored(live, copy, folder)
        self.beyond = list(self._beyond())
        self.silent = _silent(live, self.new)
        conn = self.new.db().conn
        self.outcome = Outcome(
            in_copy=self.new.store().end(),
            unproved=sum(1 for _ in soundness.unproved(conn, lambda: None)),
            beyond=sum(beyond.lacks for beyond in self.beyond),
            areas=dict(self._areas()),
            again=_set_up(live, self.new),
        )

    def send_again(self) -> Iterator[int]:
        """Let the machines send what the copy lacks; yield how many changes were dealt with."""
        for beyond in self.beyond:
            name = device_of(beyond.replica)
            if name == DEVICE or name in self.silent:
                yield beyond.lacks
                continue
            device = devices.find(self.new.db(), name)
            for count in self._sent(beyond, device):
                self.outcome.areas[device.device.home].sent += count
                self.outcome.back += count
                yield count

    def compare(self) -> Iterator[int]:
        """Hold both servers beside each other, area by area; yield 1 for each."""
        comparison = Comparison(self.live, self.new, self.silent)
        for name, area in self.outcome.areas.items():
            comparison.judge(name, area)
            yield 1

    def hand_over(self) -> None:
        """Renew the keys of the new server, as if the old ones were no longer to be trusted."""
        result = hand_over_keys(self.live, self.new)
        self.outcome.followed = len(result.followed)
        if result.unanswered:
            self.outcome.again["keys"] = result.unanswered

    def close(self) -> None:
        self.new.close()

    def _beyond(self) -> Iterator[Beyond]:
        for row in self.live.db()["log"].rows_where(select="distinct replica", order_by="replica"):
            name = row["replica"]
            had, has = self.new.store().head(name).number, self.live.store().head(name).number
            if has > had:
                yield Beyond(name, has - had)

    def _areas(self) -> Iterator[tuple[str, Area]]:
        for centre in centres.centres(self.live.db()):
            yield centre.area, Area(centre.name)
        yield self.live.published, Area(self.live.title)
        yield self.live.internal, Area(DIRECTIONS[INTERNAL].vi)

    def _sent(self, beyond: Beyond, device: Enrolled) -> Iterator[int]:
        """One replica's changes, request by request, as long as the new server takes them."""
        head, before = self.new.store().head(beyond.replica), -1
        while before < head.number:
            changes = self.live.store().own(beyond.replica, head.number, PAGE)
            if not changes:
                return
            some = changes[: wire.fitting(changes, BUDGET)]
            request = Request(
                beyond.replica,
                sent=head.number,
                newest=head.at,
                changes=tuple(replace(change, replica="", number=0) for change in some),
                feed=feed_name(self.new.hub(), device.device),
                cursor=self.new.store().end(),
                budget=LEAST,
            )
            before = head.number
            response = exchanged(self.new, request, device)
            head = self.new.store().head(response.replica)
            yield head.number - before


def _restored(live: Province, copy: Opened, folder: Path) -> Province:
    """The copy as a new server, with the secrets that came along; of a plain one, with ours.

    They lie in a file of its own: the keys in use are never written.

    :raises Foreign: if it is another province's
    """
    secrets = copy.secrets or live.keyring.secrets
    if secrets.root != live.keyring.secrets.root:
        raise Foreign(str(copy.database))
    config = replace(live.config, folder=folder, secrets=None, are_secrets_guarded=False)
    secret_file.write(config.secret_file, secrets)
    try:
        restoring.restored(copy.database, config)
    except SecretsForeign as exc:
        raise Foreign(str(copy.database)) from exc
    return Province(config)


def exchanged(province: Province, request: Request, device: Enrolled) -> Response:
    """One exchange over the bytes of the wire, without its signatures."""
    asked = wire.decode(Request, wire.encode(request))
    response = exchanges.exchange(province, asked, device)
    return wire.decode(Response, wire.encode(response, asked), asked)


def _silent(live: Province, new: Province) -> set[str]:
    """The machines that will send nothing by themselves: unknown to the new server, or ended."""
    known = {enrolled.device.name for enrolled in devices.everyone(new.db())}
    return {
        enrolled.device.name
        for enrolled in devices.everyone(live.db())
        if enrolled.device.name not in known or enrolled.state != devices.ACTIVE
    }


def _set_up(live: Province, new: Province) -> dict[str, list[str]]:
    """What was set up since the copy was made: centres, accounts, machines, and their end."""
    tables: dict[str, Callable[[Province], dict[str, object]]] = {
        "centres": lambda p: {c.area: c.name for c in centres.centres(p.db())},
        "users": lambda p: {u.name: u.stamp for u in users.everybody(p.db())},  # and passwords
        "machines": lambda p: {d.device.name: "" for d in devices.everyone(p.db())},
        "ended": lambda p: {
            d.device.name: d.state for d in devices.everyone(p.db()) if d.state != devices.ACTIVE
        },
    }
    again = {}
    for kind, rows in tables.items():
        before = rows(new).items()
        again[kind] = sorted(
            name for name, value in rows(live).items() if (name, value) not in before
        )
    return {kind: names for kind, names in again.items() if names}


def hand_over_keys(live: Province, new: Province) -> HandedOver:
    """Renew the keys of the restored server, and check all that a machine would check.

    ``new`` has a secret file of its own; that of ``live`` is only read.
    """
    known = public_keys.known_to(live.db())
    trusted = {each.generation: each.signing for each in public_keys.generations(live.db())}
    made = key_renewal.renew(new)
    public_keys.note_backed_up(new.db(), [made.generation], new.wall())
    result = HandedOver([], [])
    for each in devices.everyone(live.db()):
        if each.state == devices.ACTIVE:
            generation = known.get(each.device.name, 0)
            key = decoded(trusted[generation])
            follows = _follows(new, generation, key)
            (result.followed if follows else result.unanswered).append(each.device.name)
    return result


def _follows(new: Province, generation: int, key: bytes) -> bool:
    """Whether a machine that knows that key takes the newer pair, and both ends can use it."""
    try:
        statement = key_renewal.statement(new, new.keyring.pair(generation))
        newer = key_rotation.accepted(statement, key, generation)
        if newer is None:
            return False
        ours = new.keyring.newest
        seal.opened(seal.signed(WORD, ours.signing, CONTEXT), newer.signing, CONTEXT)
        return seal.unsealed(seal.sealed(WORD, newer.sealing), ours.sealing) == WORD
    except (UnknownGeneration, NotSigned):
        return False
