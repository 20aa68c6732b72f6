"""The transport against real sockets: what is an answer, and what is not."""

import secrets
import socket
from dataclasses import replace

import pytest

from client_agent.config import key_text
from client_agent.texts import sentence
from client_agent.transports.ends import Ends, Way
from client_agent.transports.http import HttpTransport, enrol, greet
from sync import wire
from sync.changes import Change, Key
from sync.clock import Timestamp
from sync.errors import Busy, NotEnrolled, NotTheProvince, PeerUnreachable, Unreadable
from sync.exchange import ask
from sync.messages import Certificate, Enrolment, Introduction, Question, Refusal, Request, Response
from sync.wire import envelope, frame, seal
from sync.wire.envelope import Header
from sync.wire.prefixes import TextCache
from sync.wire.seal import Asked

from ..province import page, saying

ASKED = Request("d1.x")
PORTAL = b"<html><form action=/login>Wi-Fi</form></html>"


@pytest.fixture
def transport(province):
    """Makes transports that are less patient than the product's."""
    made = []

    def make(url, patience=(1.0, 1.0)):
        seed = seal.new_seed()
        province.enrol("d1", seal.public_key(seed))
        made.append(HttpTransport(Way(url), Ends("d1", seed, province.key)))
        made[-1].patience = patience
        return made[-1]

    yield make
    for one in made:
        one.close()


def test_the_provinces_answer_comes_back(transport, address, province):
    found = transport(address).exchange(ASKED)

    assert ("d1.x", 0) == (found.replica, found.head)


def test_every_request_has_a_nonce_of_its_own(transport, address):
    there, nonces = transport(address), set()
    for _ in range(2):
        there.exchange(ASKED)
        nonces.add(there.signed_answer.asked.nonce)

    assert [11, 11] == list(map(len, nonces))


def test_where_anybody_can_read_along_what_is_said_is_sealed_both_ways(transport, province):
    there = transport("http://127.0.0.1:9")
    seed = there.ends.seed
    about, nonce = Header("d1", bytes(8), envelope.SEALED), envelope.nonce_text(bytes(8))
    body = envelope.request(about, wire.encode(ASKED), seed, province.key)
    _, answer = province.respond(Request, body)
    context = seal.response_context(Asked(nonce, "d1.x", "", 0))
    sealed = seal.opened(answer, province.key, context)

    assert envelope.SEALED == there.form
    assert wire.decode(Response, seal.unsealed(sealed, seed), ASKED).head == 0
    assert not [x for x in (body, answer) if wire.encode(ASKED)[5:] in x]
    assert envelope.PLAIN == transport("https://127.0.0.1:9").form


def test_a_question_is_answered(transport, address):
    assert {} == transport(address).inquire(Question("d1.x")).digests


def test_a_session_keeps_its_connection(transport):
    with saying([page(PORTAL), page(PORTAL)]) as (url, heard):
        there = transport(url)
        for _ in range(2):
            with pytest.raises(NotTheProvince):
                there.exchange(ASKED)

    assert 2 == len(heard)


def test_headers_of_a_request_are_few(transport):
    with saying(page(PORTAL)) as (url, heard), pytest.raises(NotTheProvince):
        transport(url).exchange(ASKED)
    head = heard[0].partition(b"\r\n\r\n")[0]
    names = {line.split(b":")[0].lower() for line in head.split(b"\r\n")[1:]}

    assert {b"host", b"content-length"} == names
    assert len(head) < 85


@pytest.mark.parametrize(
    "answer",
    [
        page(PORTAL),
        page(PORTAL, "302 Found", Location="http://10.0.0.1/login"),
        page(b"", "401 Unauthorized"),
        page(b"", "407 Proxy Authentication Required"),
        page(b"Bad gateway", "502 Bad Gateway"),
        page(b"", "204 No Content"),
        page(b"x" * 63),
        page(b"x" * 200),
        page(PORTAL, **{"Content-Encoding": "gzip"}),
    ],
    ids=str,
)
def test_what_the_province_did_not_sign_is_not_an_answer(transport, answer):
    with saying(answer) as (url, _), pytest.raises(NotTheProvince):
        transport(url).exchange(ASKED)


def test_a_server_out_of_order_is_not_taken_for_a_portal(transport):
    answer = page(b"Bad gateway", "502 Bad Gateway")
    with saying(answer) as (url, _), pytest.raises(NotTheProvince) as caught:
        transport(url).exchange(ASKED)

    assert "out of order" in sentence(caught.value, "en")


def test_an_answer_to_another_request_is_not_an_answer(transport, province):
    said = Response("d1.x", "", 0, 0)
    context = seal.response_context(Asked("other", "d1.x", "", 0))
    old = seal.signed(wire.encode(said, ASKED), province.seed, context)
    with saying(page(old)) as (url, _), pytest.raises(NotTheProvince):
        transport(url).exchange(ASKED)


def test_an_answer_larger_than_any_is_not_read_to_its_end(transport):
    flood = b"HTTP/1.1 200 OK\r\nContent-Length: 9999999999\r\n\r\n" + b"x" * (wire.MOST + 99_999)
    with saying(flood) as (url, _), pytest.raises(NotTheProvince):
        transport(url).exchange(ASKED)


@pytest.mark.parametrize("junk", [b"", b"\x00\xff\n\n", b"SSH-2.0-x\r\n", b"HTTP/1.1 abc\r\n\r\n"])
def test_what_is_not_http_is_no_answer(transport, junk):
    with saying(junk) as (url, _), pytest.raises(PeerUnreachable):
        transport(url).exchange(ASKED)


def test_an_answer_cut_short_is_a_cut(transport):
    cuts = page(b"x" * 100)[:-50], b""
    with saying(*cuts) as (url, _), pytest.raises(PeerUnreachable, match="cut"):
        transport(url).exchange(ASKED)


def test_silence_is_a_stall_and_slowness_is_not(transport):
    with (
        saying(b"HTTP/1.1 200 OK\r\n", hold=3) as (url, _),
        pytest.raises(PeerUnreachable, match="stalled"),
    ):
        transport(url, (0.2, 0.2)).exchange(ASKED)


def test_nobody_at_home_is_distinguished_from_a_cut(transport):
    with pytest.raises(PeerUnreachable, match="connect"):
        transport("http://127.0.0.1:9").exchange(ASKED)


def test_an_address_that_is_none_is_nobody_at_home(transport):
    for url in ["http://", "nonsense", "http://không-có.invalid", "http://127.0.0.1:99999"]:
        with pytest.raises(PeerUnreachable, match="connect"):
            transport(url).exchange(ASKED)


def test_a_server_that_knows_no_secure_connection_is_distinguished_from_silence(transport):
    with saying(page(PORTAL)) as (url, _), pytest.raises(PeerUnreachable, match="plain"):
        transport(url.replace("http:", "https:")).exchange(ASKED)


def test_a_request_that_does_not_get_on_its_way_is_a_stall(transport):
    noise = secrets.token_hex(1_500_000)
    change = Change(Key("a1", "activity", "1"), {"title": noise}, Timestamp(1, 0, "m"))
    with socket.create_server(("127.0.0.1", 0), backlog=1) as deaf:
        there = transport(f"http://127.0.0.1:{deaf.getsockname()[1]}", (0.3, 0.3))
        with pytest.raises(PeerUnreachable, match="stalled"):
            there.exchange(Request("d1.x", changes=(change,)))


def test_a_signed_refusal_says_what_to_do(transport, address, province):
    province.refuses = Busy(seconds=7)
    with pytest.raises(Busy) as caught:
        transport(address).exchange(ASKED)

    assert 7 == caught.value.seconds


def test_a_device_the_province_does_not_know_is_reported(address, province):
    stranger = HttpTransport(Way(address), Ends("d1", seal.new_seed(), province.key))
    with pytest.raises(NotEnrolled):
        stranger.exchange(ASKED)
    stranger.close()


def test_a_refusal_that_could_not_read_our_nonce_still_counts(transport, province):
    said = seal.signed(wire.encode(Refusal("unreadable")), province.seed, seal.refusal_context(""))
    with saying(page(said, "400 Bad Request")) as (url, _), pytest.raises(Unreadable) as caught:
        transport(url).exchange(ASKED)

    assert "unreadable" == caught.value.code


def test_a_refusal_of_a_portals_making_does_not(transport):
    said = seal.signed(wire.encode(Refusal("revoked")), seal.new_seed(), seal.refusal_context(""))
    with saying(page(said, "403 Forbidden")) as (url, _), pytest.raises(NotTheProvince):
        transport(url).exchange(ASKED)


SERVER, MACHINE = seal.new_seed(), seal.new_seed()
SERVER_KEY = key_text(seal.public_key(SERVER))
KNOWN = Introduction(SERVER_KEY)
CODE = Enrolment("cau den", "", key_text(seal.public_key(MACHINE)), nonce="n")


def _certificate(seed, key=SERVER_KEY, reader=MACHINE, nonce="n"):
    """A page with a certificate that is signed by ``seed``, names ``key`` and is for ``reader``."""
    said = wire.encode(Certificate("d1", ("a1",), "a1", 1, key))
    body = seal.sealed(said, seal.public_key(reader))
    return page(seal.signed(body, seed, seal.certificate_context(nonce)))


def test_enrolment_brings_a_certificate_signed_by_the_key_it_names():
    with saying(_certificate(SERVER)) as (url, heard):
        found = enrol(Way(url), KNOWN, CODE, MACHINE)
    sent = heard[0].partition(b"\r\n\r\n")[2]

    assert ("d1", SERVER_KEY) == (found.device, found.server_key)
    assert CODE == wire.decode(Enrolment, seal.unsealed(sent[1:], SERVER))


@pytest.mark.parametrize(
    "answer",
    [
        _certificate(seal.new_seed()),
        _certificate(SERVER, key_text(seal.public_key(MACHINE))),
        _certificate(SERVER, reader=seal.new_seed()),
        _certificate(SERVER, nonce="of an earlier day"),
        page(PORTAL),
        page(PORTAL, "403 Forbidden"),
    ],
    ids=["another's", "names another", "for another", "old", "portal", "portal's no"],
)
def test_nothing_else_is_a_certificate(answer):
    with saying(answer) as (url, _), pytest.raises(NotTheProvince):
        enrol(Way(url), KNOWN, CODE, MACHINE)


@pytest.mark.parametrize("answer", [page(PORTAL), page(PORTAL, "403 Forbidden")], ids=range(2))
def test_a_portals_page_introduces_nobody(answer):
    with saying(answer) as (url, _), pytest.raises(NotTheProvince):
        greet(Way(url))


def test_who_introduces_itself_signs_with_the_key_it_names():
    for signer in (SERVER, MACHINE):
        said = wire.encode(KNOWN)
        answer = page(seal.signed(said, signer, seal.introduction_context("another nonce")))
        with saying(answer) as (url, _), pytest.raises(NotTheProvince):
            greet(Way(url))


def test_a_link_cut_at_any_byte_of_the_answer_is_never_a_success(transport, province):
    there = transport("http://127.0.0.1:9")
    request = ask(_replica())
    about = Header("d1", bytes(8))
    body = envelope.request(about, wire.encode(request), there.ends.seed)
    whole = page(province.respond(Request, body)[1])
    cuts = range(0, len(whole), 7)
    with saying(*(whole[:cut] for cut in cuts)) as (url, _):
        there = transport(url)
        for _ in cuts:
            with pytest.raises(PeerUnreachable):
                there.exchange(request)


def _replica():
    from sync.clock import marks
    from sync.replica import Replica
    from sync.stores.memory import MemoryStore

    return Replica(MemoryStore(), "d1", lambda: 1, marks("m"))


def pages(count):
    """Requests of which each but the last says that more are waiting."""
    return [Request("d1.x", waiting=count - n, schema=f"{n}" + "a" * 400) for n in range(count)]


def test_a_batch_is_packed_with_the_one_before_if_the_province_still_holds_it(
    transport, address, province
):
    there = transport(address)
    for request in pages(3):
        there.exchange(request)

    follows = [body[:1] == bytes([frame.FOLLOWING]) for body in province.bodies]
    assert [False, True, True] == follows
    assert len(province.bodies[2]) < len(province.bodies[0])


def test_what_the_province_has_forgotten_is_said_again_without(transport, address, province):
    there = transport(address)
    first, second, third = pages(3)
    there.exchange(first)
    province.held = TextCache(0)
    there.exchange(second)
    there.exchange(third)

    assert [first, second, third] == [replace(said, holds=0) for said in province.asked]
    assert 4 == len(province.bodies)


def place(page):
    return {"feed": page.feed, "cursor": page.cursor}


def test_a_page_is_packed_with_the_one_before_and_the_last_stands_alone(
    transport, address, province
):
    for number in range(300):
        province.hub.write(Key("published", "directive", str(number)), {"title": "Công văn"}, "Sở")
    there, request, pages = transport(address), Request("d1.x", budget=1024), []
    while not pages or pages[-1].more:
        pages.append(there.exchange(request))
        request = replace(request, **place(pages[-1]))

    assert 300 == sum(len(page.changes) for page in pages)
    assert 2 < len(pages)
    kept = seal.unsealed(there.signed_answer.answer[seal.SIGNATURE :], there.ends.seed)
    assert pages[-1] == wire.decode(Response, kept, replace(request, **place(pages[-2])))


def test_a_question_is_never_packed_with_what_was_said(transport, address):
    there = transport(address)
    there.exchange(pages(2)[0])

    assert {} == there.inquire(Question("d1.x")).digests
