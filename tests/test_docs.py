"""The examples of the documentation are messages of this program, to the letter."""

import json
import re
import sys
from pathlib import Path

import pytest

from sync import wire
from sync.changes import Key
from sync.clock import Timestamp
from sync.merge import Cell, Record, fingerprint
from sync.messages import Enrolment, Refusal, Request, Response

if sys.version_info >= (3, 14):
    from compression import zstd
else:
    from backports import zstd

TEXT = Path(__file__).parents[1].joinpath("docs", "protocol.md").read_text(encoding="utf-8")
EXAMPLE = re.compile(r"```json (\w+)\n(.*?)\n```(?:\n```hex tail\n(\w+)\n```)?", re.DOTALL)
EXAMPLES = {kind: (text, bytes.fromhex(tail)) for kind, text, tail in EXAMPLE.findall(TEXT)}
KINDS = {each.__name__.lower(): each for each in (Request, Response, Refusal, Enrolment)}


def test_every_kind_of_message_has_its_example():
    assert {*KINDS, "record"} == EXAMPLES.keys()


@pytest.mark.parametrize("kind", KINDS)
def test_a_stranger_can_pack_an_example_without_our_dictionary(kind):
    text, tail = EXAMPLES[kind]
    packed = b"\x01" + zstd.compress(text.encode())[4:] + tail
    message = wire.decode(KINDS[kind], packed)
    ours, our_tail = wire.plain(message)

    assert message == wire.decode(KINDS[kind], wire.encode(message))
    assert (json.loads(text), tail) == (json.loads(ours), our_tail)


def test_a_stranger_can_make_the_fingerprint_of_a_record():
    text, expected = EXAMPLES["record"]
    key, cells = map(json.loads, text.split("\n"))
    record = Record(
        Key(*key),
        {
            name: Cell(value, Timestamp.parse(at))
            for at, values in cells.items()
            for name, value in values.items()
        },
    )

    assert int.from_bytes(expected, "big") == fingerprint(record)
