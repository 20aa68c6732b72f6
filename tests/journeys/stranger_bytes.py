"""Bytes as docs/protocol.md has them; knows that page, and nothing of ``sync``."""

import hashlib
import json
import struct
import sys
import uuid
from pathlib import Path

from nacl import bindings as sodium
from nacl.public import SealedBox
from nacl.signing import SigningKey, VerifyKey

if sys.version_info >= (3, 14):
    from compression import zstd
else:
    from backports import zstd

MAGIC = b"\x28\xb5\x2f\xfd"
DICTIONARIES = Path(__file__).parents[2] / "sync" / "data"
BASE36 = "0123456789abcdefghijklmnopqrstuvwxyz"
MOST = 16 * 1024 * 1024

# Section 2: a message


def packed(body, tail=b""):
    text = json.dumps(body, ensure_ascii=False).encode()
    return b"\x01" + zstd.compress(text)[4:] + tail


def unpacked(data):
    """The JSON and the tail of a message."""
    assert data[:1] == b"\x01", "another version"
    frame = MAGIC + data[1:]
    wanted = zstd.get_frame_info(frame).dictionary_id
    known = [zstd.ZstdDict(path.read_bytes()) for path in DICTIONARIES.glob("*.zdict")]
    used = next((each for each in known if each.dict_id == wanted), None) if wanted else None
    unpacker = zstd.ZstdDecompressor(zstd_dict=used)
    text = unpacker.decompress(frame, MOST)
    assert unpacker.eof, "cut short, or too large"
    return json.loads(text), Tail(unpacker.unused_data)


class Tail:
    def __init__(self, data):
        self.data = data

    def take(self, count=16):
        first, self.data = self.data[:count], self.data[count:]
        assert len(first) == count, "the tail is cut short"
        return first

    def names(self, said):
        said = [0] * said if isinstance(said, int) else said
        return [str(uuid.UUID(bytes=self.take())) if name == 0 else name for name in said]

    def digest(self):
        return int.from_bytes(self.take(), "big")

    def mac(self):
        return self.take(8)


def name_in(name):
    """A name as a list of one says it, and what it adds to the tail."""
    try:
        bits = uuid.UUID(name).bytes
    except ValueError:
        return [name], b""
    return (1, bits) if str(uuid.UUID(bytes=bits)) == name else ([name], b"")


def changes_in(changes, with_replica=False):
    """Groups of one change each, and their part of the tail."""
    groups, tail = [], b""
    for change in changes:
        area, kind, name = change["key"]
        (inside, first), (of, second) = name_in(area), name_in(name)
        group = {
            "of": kind,
            "in": inside,
            "id": of,
            "by": change["by"],
            "at": times([change["at"]]),
        }
        group["set"] = {field: [value] for field, value in change["set"].items()}
        if change["seen"]:
            group["seen"] = {field: times([at]) for field, at in change["seen"].items()}
        if with_replica:
            group["from"] = change["from"]
        groups.append(group)
        tail += first + second
    return {"groups": groups, "order": list(range(len(groups)))}, tail


def times(stamps):
    return [[ms for ms, _, _ in stamps], [mark for *_, mark in stamps], [n for _, n, _ in stamps]]


def changes_of(said, tail):
    groups = [list(_group(group, tail)) for group in (said or {"groups": []})["groups"]]
    if "order" not in (said or {}):
        return [change for group in groups for change in group]
    turns = [iter(group) for group in groups]
    return [next(turns[number]) for number in said["order"]]


def _group(group, tail):
    (area,), ids = tail.names(group["in"]), tail.names(group["id"])
    ats = _times(group["at"])
    seen = {field: _times(said) for field, said in group.get("seen", {}).items()}
    for n, name in enumerate(ids):
        yield {
            "key": (area, group["of"], name),
            "by": group.get("by", ""),
            "from": group.get("from", ""),
            "at": ats[n],
            "seen": {field: stamps[n] for field, stamps in seen.items()},
            "set": {field: values[n] for field, values in group["set"].items()},
        }


def _times(said):
    distances, marks, *counters = said
    ms, mark, found = 0, "", []
    for n, (distance, each) in enumerate(zip(distances, marks, strict=True)):
        ms += distance
        mark = each if isinstance(each, str) else mark[:8] + _base36(int(mark[8:], 36) + each)
        found.append((ms, counters[0][n] if counters else 0, mark))
    return found


def _base36(number):
    head, digit = divmod(number, 36)
    return (_base36(head) if head else "") + BASE36[digit]


# Section 3: signatures


def context(kind, about):
    return f"khuyenhoc {kind} {json.dumps(about, separators=(',', ':'))}\n".encode()


def signature(seed, data):
    return SigningKey(seed).sign(data).signature


def sealed(data, key):
    return SealedBox(VerifyKey(key).to_curve25519_public_key()).encrypt(data)


def unsealed(box, seed):
    return SealedBox(SigningKey(seed).to_curve25519_private_key()).decrypt(box)


def opened(key, context, data):
    """:raises nacl.exceptions.BadSignatureError: if its owner did not sign it"""
    VerifyKey(key).verify(context + data[64:], data[:64])
    return data[64:]


def public(seed):
    return bytes(SigningKey(seed).verify_key)


# Section 5: proof


def stamp_text(at):
    return f"{at[0]:013d}-{at[1]:04x}-{at[2]}"


def fingerprint(key, cells):
    """``cells`` are field -> (value, timestamp)."""
    by_time = {}
    for field, (value, at) in cells.items():
        by_time.setdefault(stamp_text(at), {})[field] = value
    text = json.dumps(by_time, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    whole = "\0".join([*key, text]).encode()
    return int.from_bytes(hashlib.blake2b(whole, digest_size=16).digest(), "big")


def content_hash(change):
    """Of what it says, as a notice of a taken timestamp is named after."""
    said = [change["key"], change["set"], change["seen"], change["by"]]
    text = json.dumps(said, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.blake2b(text.encode(), digest_size=8).hexdigest()


# Section 7: bundles


def bundle(header, bodies, seed, reader):
    stream = b"".join(struct.pack(">I", len(body)) + body for body in bodies)
    pieces = [stream[n : n + 65536] for n in range(0, len(stream), 65536)] or [b""]
    key, state = sodium.randombytes(32), sodium.crypto_secretstream_xchacha20poly1305_state()
    rest = sealed(key, reader)
    rest += sodium.crypto_secretstream_xchacha20poly1305_init_push(state, key)
    for number, piece in enumerate(pieces, 1):
        tag = 3 if number == len(pieces) else 0
        rest += sodium.crypto_secretstream_xchacha20poly1305_push(state, piece, tag=tag)
    text = json.dumps({**header, "count": len(bodies)}).encode().ljust(956)
    context = f"khuyenhoc bundle {json.dumps(header['kind'])}\n".encode()
    said = context + text + hashlib.blake2b(rest, digest_size=32).digest()
    return b"KHB\x01" + SigningKey(seed).sign(said).signature + text + rest


def unbundled(data, seed, writer):
    """The header and the messages of a whole bundle."""
    assert data[:4] == b"KHB\x01", "no bundle"
    text, rest = data[68:1024], data[1024:]
    header = json.loads(text)
    context = f"khuyenhoc bundle {json.dumps(header['kind'])}\n".encode()
    digest = hashlib.blake2b(rest, digest_size=32).digest()
    VerifyKey(writer).verify(context + text + digest, data[4:68])
    key = unsealed(rest[:80], seed)
    state, tag, plain = sodium.crypto_secretstream_xchacha20poly1305_state(), 0, b""
    sodium.crypto_secretstream_xchacha20poly1305_init_pull(state, rest[80:104], key)
    for n in range(104, len(rest), 65553):
        piece, tag = sodium.crypto_secretstream_xchacha20poly1305_pull(state, rest[n : n + 65553])
        plain += piece
    assert tag == 3, "cut short"
    return header, list(_messages(plain))


def _messages(plain):
    while plain:
        (length,) = struct.unpack(">I", plain[:4])
        yield plain[4 : 4 + length]
        plain = plain[4 + length :]


def key_id(key):
    return hashlib.blake2b(key, digest_size=8).hexdigest()
