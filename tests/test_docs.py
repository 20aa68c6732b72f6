"""The documentation of the protocol is what this program does, to the letter."""

import json
import re
import sys
from base64 import urlsafe_b64decode
from dataclasses import MISSING, fields
from itertools import takewhile
from pathlib import Path

import pytest

from client_agent.syncing import plan, sessions
from sync import bounds, bundle, key_rotation, messages, pace, wire
from sync.changes import Key
from sync.check_words import WORDS
from sync.clock import Timestamp
from sync.merge import Cell, Record, fingerprint
from sync.messages import Message, Question, Request
from sync.session import TRANSITIONS
from sync.wire import envelope, seal
from sync.wire import resume as rest

if sys.version_info >= (3, 14):
    from compression import zstd
else:
    from backports import zstd

ROOT = Path(__file__).parents[1]
TEXT = (ROOT / "docs" / "protocol.md").read_text(encoding="utf-8")
EXAMPLE = re.compile(r"```json (\w+)\n(.*?)\n```(?:\n```hex tail\n(\w+)\n```)?", re.DOTALL)
EXAMPLES = [(kind, text, bytes.fromhex(tail)) for kind, text, tail in EXAMPLE.findall(TEXT)]
KINDS = {kind.__name__.lower(): kind for kind in Message.__args__}
SAID = [example for example in EXAMPLES if example[0] in KINDS]
IDS = [f"{number}-{kind}" for number, (kind, *_) in enumerate(SAID)]
WORTH = {  # the words of the tables for what the program says
    "str": "text",
    "int": "number",
    "Signed": "signed number",
    "bool": "yes or no",
    "Timestamp": "timestamp",
    "Digest": "digest",
    "Mac": "mac",
    "tuple[Change, ...]": "changes",
    "tuple[str, ...]": "names",
    "tuple[Key, ...]": "keys",
    "tuple[Timestamp, ...]": "timestamps",
    "Mapping[str, str]": "texts by name",
    "Mapping[str, Digest]": "digests by name",
}


def section(heading):
    """The text below a heading, up to the next one."""
    level = heading.split()[0]
    return TEXT.split(f"\n{heading}\n", 1)[1].split(f"\n{level} ", 1)[0]


def table(text, first):
    """The cells of the table whose first heading is that."""
    lines = text.splitlines()
    heading = f"| {first} |" if first else "| |"
    begin = next(n for n, line in enumerate(lines) if line.startswith(heading))
    rows = takewhile(lambda line: line.startswith("|"), lines[begin + 2 :])
    return [[cell.strip() for cell in row.strip("|").split("|")] for row in rows]


def numbers(text):
    return [int(number) for number in re.findall(r"`(\d+)`", text)]


def fenced(name):
    return re.search(rf"```{name}\n(.*?)\n```", TEXT, re.DOTALL)[1]


def test_every_kind_of_message_has_its_example():
    assert {*KINDS, "record"} == {kind for kind, *_ in EXAMPLES}


@pytest.mark.parametrize(("kind", "text", "tail"), SAID, ids=IDS)
def test_a_stranger_can_pack_an_example_without_our_dictionary(kind, text, tail):
    packed = b"\x01" + zstd.compress(text.encode())[4:] + tail
    message = wire.decode(KINDS[kind], packed)
    ours, our_tail = wire.plain(message)

    assert message == wire.decode(KINDS[kind], wire.encode(message))
    assert (json.loads(text), tail) == (json.loads(ours), our_tail)


def test_a_stranger_can_make_the_fingerprint_of_a_record():
    ((text, expected),) = [(text, tail) for kind, text, tail in EXAMPLES if kind == "record"]
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


@pytest.mark.parametrize("kind", KINDS)
def test_every_field_of_a_message_is_documented_in_its_order(kind):
    told = table(section(f"### {kind}"), "field")
    found = [
        (f"`{part.name}`", WORTH[part.type], usual(part), bool(part.type)) for part in parts(kind)
    ]

    assert found == [(name, worth.split(":")[0], said, True) for name, worth, said in told]


def parts(kind):
    return fields(KINDS[kind])


def usual(part):
    """As the table says it."""
    if part.default_factory is not MISSING:
        return "`{}`"
    if part.default is MISSING:
        return ""
    if part.default == b"":
        return "none"
    return f"`{json.dumps(part.default, separators=(',', ':'))}`"


def test_the_states_of_a_session_are_documented():
    told = [tuple(row) for row in table(section("### A session"), "state")]

    assert told == [(at.name, event, to.name) for (at, event), to in TRANSITIONS.items()]


def test_the_rest_of_an_exchange_is_written_as_documented():
    example = bytes.fromhex(fenced("hex rest"))
    name = bytes.fromhex("6f9619ff8b864d01b42d00cf4fc964ff")

    assert rest.Rest(name, 0, 20_000, b"khu") == rest.unpack(example)


def test_the_advice_on_how_much_and_when_is_what_we_do():
    told = [numbers(text) for _, text in table(section("### How much, and when"), "")]
    minutes = [n // plan.MINUTE for n in (plan.FIRST, plan.LONGEST)]

    assert told == [
        [messages.BUDGET],
        [pace.QUICK],
        [pace.CALM],
        [pace.LEAST, pace.MOST],
        [sessions.CUTS],
        minutes,
        [plan.History().every // plan.MINUTE],
    ]


def test_the_bounds_of_a_change_are_documented():
    told = [numbers(text) for _, text in table(section("## 3. One exchange"), "bound of")]

    assert told == [
        [bounds.MILLIS],
        [bounds.COUNTER, bounds.STEP, bounds.LAST],
        [bounds.NAME],
        [bounds.VALUE, bounds.CHANGE, bounds.RECORD],
        [bounds.NAMES],
        [bounds.FIELDS, bounds.DEPTH],
    ]


def test_the_words_are_those_that_are_read_out():
    assert WORDS == tuple(fenced("words").split())


def test_the_records_that_the_server_opens_are_documented():
    kept = json.loads((ROOT / "tests/released/0.1.0/province.json").read_text("utf-8"))["fields"]
    told = {
        kind.strip("`"): re.findall(r"`(\w+)`", names)
        for kind, _, names in table(section("## 9. Records that only the server opens"), "type")
    }

    assert {kind: sorted(names) for kind, names in told.items()} == {n: kept[n] for n in told}
    assert {"conflict", "parked_change", "enrolled_device"} == told.keys()


def test_the_example_of_a_bundle_is_one():
    lines = (re.split(r"  +", line, maxsplit=1) for line in fenced("bundle").splitlines())
    told = dict(lines)
    seeds = [bytes.fromhex(told[f"seed of the {who}"]) for who in ("sender", "reader")]
    begin = b"".join(bytes.fromhex(told[name]) for name in ("magic, version", "signature"))
    front = begin + told["header"].encode().ljust(bundle.FRONT - len(begin))
    rest = b"".join(bytes.fromhex(told[name]) for name in ("key", "start", "chunk"))
    said = bundle.verify(front, [rest], bundle.seal.public_key(seeds[0]))
    (body,) = bundle.messages(_reader(rest), seeds[1])

    assert Request("9c41d2aa.Xk2bQ90f0") == wire.decode(Request, body)
    assert said.server == bundle.key_id(bundle.seal.public_key(seeds[1]))


def test_the_example_of_newer_keys_is_one():
    lines = (line.split(maxsplit=1) for line in fenced("handover").splitlines())
    shown = dict(lines)
    known = urlsafe_b64decode(shown["known"])

    assert key_rotation.accepted(json.loads(shown["handover"]), known, 0).generation == 1


def test_the_example_of_an_envelope_is_one():
    told = dict(re.split(r"  +", line, maxsplit=1) for line in fenced("envelope").splitlines())
    seed = bytes.fromhex(told.pop("seed of the sender"))
    data = bytes.fromhex("".join(told.values()))
    about = envelope.header(data)
    body = envelope.verified(data, about, seal.public_key(seed))
    asked = envelope.whole(wire.decode(Question, body), about.device)

    assert ("9c41d2aa", envelope.PLAIN, 0) == (about.device, about.form, about.generation)
    assert Question("9c41d2aa.Xk2bQ90f0") == asked


def test_the_contexts_of_answers_are_documented():
    told = [name for name, _ in table(section("## 3. One exchange"), "answer")]
    asked = seal.Asked("n", "replica", "feed", 3)
    abouts = {name: ("n", '"n"') for name in told} | {
        "response": (asked, '["n","replica","feed",3]')
    }
    for name in told:
        about, text = abouts[name]
        line = getattr(seal, f"{name}_context")(about)

        assert f"khuyenhoc {name} {text}\n".encode() == line


def test_the_example_of_a_context_is_one():
    _, what, about = fenced("context response").split(" ", 2)
    line = seal.response_context(seal.Asked(*json.loads(about)))

    assert f"khuyenhoc {what} {about}\n".encode() == line


def test_the_header_and_the_sizes_of_a_bundle_are_documented():
    told = section("## 7. Without a network")
    names = [name for row in table(told, "header") for name in re.findall(r"`(\w+)`", row[0])]
    sizes = [row[0] for row in table(told, "bytes")]
    front = ["3", "1", "64", str(bundle.FRONT - 68), str(bundle._KEY), str(bundle._START)]
    chunk = str(bundle._SEALED)

    assert [part.name for part in fields(bundle.Header)] == names
    assert [*front, f"{chunk} each", f"up to {chunk}"] == sizes


def _reader(data):
    """``read`` of a file that holds those bytes."""
    places = [0]

    def read(size):
        first = places[0]
        places[0] += size
        return data[first : places[0]]

    return read
