import pytest

from client_agent.errors import BundleDamaged, BundleForeign
from client_agent.transports.bundle import NONCE, packed, unpacked
from sync import seal, wire
from sync.errors import MessageUnreadable
from sync.messages import Request, Response

SERVER, DEVICE = seal.new_seed(), seal.new_seed()
KEY = seal.public_key(SERVER)
ANSWER = Response("d1.x", "", 0, 0)


def answer(said=ANSWER, by=SERVER, to=DEVICE, nonce=NONCE, body=None):
    body = wire.encode(said) if body is None else body
    signed = seal.signed(body, by, seal.response_context(nonce))
    return seal.sealed(signed, seal.public_key(to))


def test_the_province_reads_what_we_packed_and_knows_who_did():
    data = seal.unsealed(packed(Request("d1.x", 7), DEVICE, KEY), SERVER)
    body = seal.opened(data, seal.public_key(DEVICE), seal.request_context())

    asked = wire.decode(Request, body)

    assert ("d1.x", 7, NONCE) == (asked.replica, asked.sent, asked.nonce)


def test_its_answer_is_read():
    assert ANSWER == unpacked(answer(), DEVICE, KEY, "d1")


def test_an_answer_cut_anywhere_is_damaged():
    whole = answer()
    for end in range(len(whole)):
        with pytest.raises(BundleDamaged):
            unpacked(whole[:end], DEVICE, KEY, "d1")


def test_a_flipped_bit_anywhere_is_damage():
    whole = answer()
    for place in range(0, len(whole), 5):
        broken = bytearray(whole)
        broken[place] ^= 1
        with pytest.raises(BundleDamaged):
            unpacked(bytes(broken), DEVICE, KEY, "d1")


def test_an_answer_to_another_machine_is_not_for_us():
    with pytest.raises(BundleDamaged):
        unpacked(answer(to=seal.new_seed()), DEVICE, KEY, "d1")


def test_what_another_province_signed_is_foreign():
    with pytest.raises(BundleForeign):
        unpacked(answer(by=seal.new_seed()), DEVICE, KEY, "d1")


def test_an_answer_that_went_over_the_network_is_no_bundle():
    with pytest.raises(BundleForeign):
        unpacked(answer(nonce="abc"), DEVICE, KEY, "d1")


def test_an_answer_about_another_device_is_foreign():
    with pytest.raises(BundleForeign):
        unpacked(answer(Response("d2.x", "", 0, 0)), DEVICE, KEY, "d1")


def test_what_a_newer_version_made_is_told_apart():
    with pytest.raises(MessageUnreadable):
        unpacked(answer(body=b"\xff from the future"), DEVICE, KEY, "d1")
