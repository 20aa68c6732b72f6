"""A signature is for these bytes, in this context, by this key; a seal is for one reader."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sync.errors import NotSigned
from sync.wire import seal
from sync.wire.seal import Asked

SEED, OTHER = seal.new_seed(), seal.new_seed()
KEY = seal.public_key(SEED)
ASKED = seal.request_context()


@given(st.binary(max_size=200))
def test_what_was_signed_is_opened(body):
    assert body == seal.opened(seal.signed(body, SEED, ASKED), KEY, ASKED)


@given(st.binary(max_size=50), st.data())
def test_any_flipped_bit_is_noticed(body, data):
    signed = bytearray(seal.signed(body, SEED, ASKED))
    bit = data.draw(st.integers(0, 8 * len(signed) - 1))
    signed[bit // 8] ^= 1 << bit % 8

    with pytest.raises(NotSigned):
        seal.opened(bytes(signed), KEY, ASKED)


@given(st.binary(max_size=50), st.data())
def test_what_was_cut_or_lengthened_is_noticed(body, data):
    signed = seal.signed(body, SEED, ASKED)
    cut = signed[: data.draw(st.integers(0, len(signed) - 1))]

    for other in (cut, signed + b"x"):
        with pytest.raises(NotSigned):
            seal.opened(other, KEY, ASKED)


@given(st.lists(st.text("abc-_é\n", max_size=12), min_size=2, max_size=2, unique=True))
def test_an_answer_is_to_one_request(nonces):
    nonce, other = nonces
    answer = seal.signed(b"yes", SEED, seal.reply_context(nonce))

    assert b"yes" == seal.opened(answer, KEY, seal.reply_context(nonce))
    with pytest.raises(NotSigned):
        seal.opened(answer, KEY, seal.reply_context(other))


CONTEXTS = {
    "request": ASKED,
    "response": seal.response_context(Asked("n", "d.x", "f/1", 3)),
    "of another nonce": seal.response_context(Asked("m", "d.x", "f/1", 3)),
    "of another replica": seal.response_context(Asked("n", "d.y", "f/1", 3)),
    "of another feed": seal.response_context(Asked("n", "d.x", "f/2", 3)),
    "from another place": seal.response_context(Asked("n", "d.x", "f/1", 4)),
    "reply": seal.reply_context("n"),
    "refusal": seal.refusal_context("n"),
    "introduction": seal.introduction_context("n"),
    "certificate": seal.certificate_context("n"),
    "bundle": seal.bundle_context("n"),
}


@pytest.mark.parametrize("one", CONTEXTS)
def test_nothing_that_is_signed_passes_for_another_thing(one):
    signed = seal.signed(b"body", SEED, CONTEXTS[one])
    for name, context in CONTEXTS.items():
        if name == one:
            assert b"body" == seal.opened(signed, KEY, context)
            continue
        with pytest.raises(NotSigned):
            seal.opened(signed, KEY, context)


def test_a_context_is_one_line_whatever_is_in_it():
    context = seal.response_context(Asked("n\n", "d\r\n", "\u2028", 3))

    assert 1 == len(context.splitlines())


KEYS = {"another's": seal.public_key(OTHER), "none": b"", "short": b"short", "zeros": bytes(32)}


@pytest.mark.parametrize("key", KEYS.values(), ids=KEYS)
def test_another_key_opens_nothing(key):
    with pytest.raises(NotSigned):
        seal.opened(seal.signed(b"body", SEED, ASKED), key, ASKED)


@given(st.binary(max_size=200), st.data())
def test_a_sealed_bundle_is_read_by_its_reader_alone_and_whole(body, data):
    sealed = bytearray(seal.sealed(body, KEY))
    assert body == seal.unsealed(bytes(sealed), SEED)
    with pytest.raises(NotSigned):
        seal.unsealed(bytes(sealed), OTHER)

    bit = data.draw(st.integers(0, 8 * len(sealed) - 1))
    sealed[bit // 8] ^= 1 << bit % 8
    with pytest.raises(NotSigned):
        seal.unsealed(bytes(sealed), SEED)


def test_seeds_are_new_each_time():
    assert 32 == len(SEED) == len(KEY)
    assert SEED != OTHER
