import io
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sync import bundle
from sync.bundle import CHUNK, FRONT, Header, Sealing
from sync.errors import MessageUnreadable, NotSigned
from sync.wire import seal

SENDER, READER = seal.new_seed(), seal.new_seed()
SERVER = bundle.key_id(seal.public_key(READER))
HEAD = Header(bundle.REQUESTS, "d1", SERVER, "b1", 1, 2, 3, 1_800_000_000_000)


def made(messages, head=HEAD, by=SENDER, to=READER):
    sealing = Sealing(seal.public_key(to))
    rest = sealing.start + b"".join(map(sealing.add, messages)) + sealing.end()
    return bundle.front(head, sealing.digest, by) + rest


def verified(data, by=SENDER):
    return bundle.verify(data[:FRONT], [data[FRONT:]], seal.public_key(by))


def read(data, by=READER):
    return list(bundle.messages(io.BytesIO(data[FRONT:]).read, by))


@given(st.lists(st.integers(0, 3 * CHUNK), max_size=4))
def test_what_went_in_comes_out_however_long(lengths):
    messages = [bytes([n + 65]) * length for n, length in enumerate(lengths)]

    assert messages == read(made(messages))


def test_whoever_finds_it_sees_whose_it_is_and_nothing_of_what_is_in_it():
    data = made(["Lớp xóa mù chữ".encode()])

    assert HEAD == bundle.header(data[:FRONT])
    assert "Lớp".encode() not in data


@pytest.mark.parametrize(
    "wrong",
    [
        b'"part":true',
        b'"part":1.0',
        b'"made":1e999',
        b'"made":99999999999999',
        b'"count":-1',
        b'"part":1,"part":1',
        b'"device":"\\u0000"',
        b'"device":"\\ud800"',
        b'"x":' + b"[" * 200,
    ],
    ids=str,
)
def test_a_header_is_read_strictly(wrong):
    front = made([b"one"])[:FRONT]
    name = wrong.partition(b":")[0]
    text = json.loads(front[68:])
    kept = {key: value for key, value in text.items() if f'"{key}"'.encode() != name}
    said = json.dumps(kept).encode()[:-1] + b"," + wrong + b"}"

    with pytest.raises(NotSigned):
        bundle.header(front[:68] + said.ljust(FRONT - 68))


def test_a_flipped_bit_anywhere_is_damage():
    data = made([b"one", b"two"])
    for place in range(0, len(data), 3):
        broken = bytearray(data)
        broken[place] ^= 1
        with pytest.raises((NotSigned, MessageUnreadable)):
            verified(bytes(broken))


def test_one_that_is_cut_anywhere_is_damaged():
    data = made([b"one", b"two"])
    for end in range(len(data)):
        with pytest.raises(NotSigned):
            verified(data[:end])


def test_one_that_goes_on_after_its_end_is_damaged():
    data = made([b"x" * CHUNK])

    with pytest.raises(NotSigned):
        verified(data + b"\0")
    with pytest.raises(NotSigned):
        read(data + made([b"y"])[FRONT:])


@pytest.mark.parametrize("length", [CHUNK, CHUNK - 4], ids=["within", "after a message"])
def test_one_without_its_last_chunk_is_not_read_to_an_end(length):
    data = made([b"x" * length, b"y"])
    first = data[: FRONT + 104 + CHUNK + 17]

    assert len(first) < len(data)
    with pytest.raises(NotSigned):
        read(first)


def test_halves_of_two_bundles_make_none():
    one, other = made([b"one"]), made([b"two"])

    with pytest.raises(NotSigned):
        verified(one[:FRONT] + other[FRONT:])


def test_what_somebody_else_signed_is_not_signed():
    with pytest.raises(NotSigned):
        verified(made([b"one"], by=seal.new_seed()))


def test_a_request_never_passes_for_an_answer():
    start, rest = made([b"one"])[:FRONT], made([b"one"])[FRONT:]
    turned = start.replace(b'"requests"', b'"responses"')[:FRONT]

    with pytest.raises(NotSigned):
        bundle.verify(turned, [rest], seal.public_key(SENDER))


def test_what_is_sealed_to_somebody_else_cannot_be_read():
    with pytest.raises(NotSigned):
        read(made([b"one"], to=seal.new_seed()))


def test_a_length_beyond_all_bounds_fills_no_memory():
    class Boasting(bytes):
        def __len__(self):
            return 0xFFFFFFFF

    sealing = Sealing(seal.public_key(READER))
    message = Boasting(bytes(9 * CHUNK))
    rest = io.BytesIO(sealing.start + sealing.add(message) + sealing.end())

    with pytest.raises(NotSigned):
        list(bundle.messages(rest.read, READER))
    assert rest.tell() < 2 * CHUNK


@pytest.mark.parametrize("start", [b"", b"holiday photo", b"KHB", b"x" * FRONT])
def test_what_is_no_bundle_is_reported(start):
    with pytest.raises(NotSigned):
        bundle.header(start)


def test_what_a_newer_version_made_is_distinguished():
    with pytest.raises(MessageUnreadable):
        bundle.header(b"KHB\x02" + made([])[4:FRONT])


@pytest.mark.parametrize(
    "said",
    [b"[]", b"{}", b'{"kind":"requests"}', b"\xff", b'{"part":', b"null"],
)
def test_a_header_that_makes_no_sense_is_no_header(said):
    with pytest.raises(NotSigned):
        bundle.header(made([])[:68] + said.ljust(FRONT - 68))


@pytest.mark.parametrize("change", [{"part": 3}, {"part": 0}, {"kind": "letters"}, {"made": "now"}])
def test_a_header_of_other_values_is_none(change):
    with pytest.raises(NotSigned):
        bundle.header(made([], Header(**{**vars(HEAD), **change}))[:FRONT])
