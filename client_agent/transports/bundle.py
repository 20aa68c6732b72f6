"""Carries exchanges in files: all that waits for the province, and all that it answers.

The messages are those of HTTP. They are encrypted, so whoever finds the stick cannot read them. A
file that is not complete is refused before anything of it is taken in.
"""

from __future__ import annotations

import secrets
from collections.abc import Iterable, Iterator
from pathlib import Path

from sync import bundle, wire
from sync.bundle import Header
from sync.changes import device_of
from sync.errors import NotSigned
from sync.messages import Request, Response
from sync.stores import bundles
from sync.stores.bundles import Keys, Part, Written

from ..errors import BundleDamaged, BundleForeign, BundleOurs, StickGone
from .ends import Ends


def write(
    path: Path, requests: Iterable[Request], ends: Ends, made: int, limit: int = bundles.LIMIT
) -> Written:
    """Write the requests for the province to read.

    :raises OSError: then there is no file that was not there before
    """
    server = bundle.key_id(ends.server_key)
    header = Header(bundle.REQUESTS, ends.device, server, secrets.token_hex(8), made=made)
    bodies = map(wire.encode, requests)
    return bundles.write(path, header, bodies, Keys(ends.seed, ends.reader), limit)


def checked(path: Path, ends: Ends) -> Part:
    """The file, if it is a complete answer of our province to this device.

    :raises BundleOurs: if it is on its way there
    :raises BundleForeign: if it is somebody else's
    :raises BundleDamaged: if it is not whole, or no bundle  :raises StickGone:
    :raises MessageUnreadable: if a newer version made it
    """
    try:
        front = bundles.look(path)
        key = ends.server_keys.get(front.server)
        if front.device != ends.device or key is None:
            raise BundleForeign(path.name)
        if front.kind != bundle.RESPONSES:
            raise BundleOurs(path.name)
        part = Part(path, bundles.check(path, key))
        count = sum(1 for _ in responses(part, ends))
    except NotSigned as exc:
        raise BundleDamaged(f"{path.name}: {exc}") from exc
    except OSError as exc:
        raise StickGone(f"{path.name}: {exc.strerror}") from exc
    if count != part.header.count:
        raise BundleDamaged(f"{path.name}: {count} messages")
    return part


def responses(part: Part, ends: Ends) -> Iterator[Response]:
    """The province's answers in a file that was checked.

    :raises NotSigned:  :raises BundleForeign:  :raises MessageUnreadable:  :raises OSError:
    """
    for body in bundles.read(part.path, ends.seed):
        response = wire.decode(Response, body)
        if device_of(response.replica) != ends.device:
            raise BundleForeign(response.replica)
        yield response
