"""Whatever is sent gets a signed answer, and costs no more than what sent it."""

import json
import subprocess
import sys
from base64 import urlsafe_b64decode

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from server.api import errors
from sync import wire
from sync.errors import MessageUnreadable, NotSigned
from sync.messages import Refusal
from sync.wire import envelope, frame, seal
from sync.wire.envelope import Header

from ..conftest import introduced

PLACES = ("sync", "sync/rest", "questions", "enrol", "greeting")
BOMB = frame.pack(b"[" + b"[]," * (5 << 20) + b"0]")  # 1.6 kB, which unpack to 16 MB of empty lists
one_database = settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
texts = st.text(max_size=4) | st.sampled_from(["request", "question", "greeting", ".x", "\ud800"])
anything = st.recursive(
    st.none() | st.booleans() | st.integers(-1, 2**70) | st.floats() | texts,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(texts, inner, max_size=3),
    max_leaves=8,
)
NAMES = ("is", "replica", "sent", "newest", "changes", "feed", "cursor", "wall", "mac", "keys")
bodies = st.dictionaries(st.sampled_from([*NAMES, "record_type", "stamps", "nonce"]), anything)


@pytest.fixture
def computer(enrol):
    return enrol()


def is_signed(answer, key, nonces):
    for nonce in nonces:
        try:
            body = seal.opened(answer.data, key, seal.refusal_context(nonce))
        except NotSigned:
            continue
        return errors.STATUS[wire.decode(Refusal, body).code] == answer.status_code
    return False


def nonces(data):
    try:
        return envelope.header(data).nonce_text, ""
    except MessageUnreadable:
        return ("",)


@one_database
@given(st.sampled_from(PLACES), st.binary(max_size=200))
def test_arbitrary_bytes_get_a_signed_refusal(computer, place, data):
    answer = computer.send_bytes(data, place)

    assert answer.status_code == 202 or is_signed(answer, computer.key, nonces(data))


@one_database
@given(st.sampled_from(["sync", "questions"]), bodies, st.binary(max_size=40), st.booleans())
def test_whatever_a_device_signs_is_answered_or_refused(computer, place, body, tail, is_sealed):
    if body.get("replica") == ".x":
        body["is"] = "request" if place == "sync" else "question"
    packed = frame.pack(json.dumps(body).encode(errors="surrogatepass"), tail)
    form = envelope.SEALED if is_sealed else envelope.PLAIN
    answer = computer.send(packed, path=place, form=form)

    assert answer.status_code == 200 or is_signed(answer, computer.key, [computer.about.nonce_text])


@one_database
@given(st.sampled_from(["enrol", "greeting"]), bodies)
def test_whatever_a_stranger_says_is_answered_or_refused(computer, client, place, body):
    packed = frame.pack(json.dumps(body).encode())
    box = bytes(1) + seal.sealed(packed, computer.sealing_key)
    answer = computer.send_bytes(packed if place == "greeting" else box, place)
    said = [value for value in (body.get("nonce"), "") if isinstance(value, str)]

    assert is_signed(answer, computer.key, said)


@pytest.mark.parametrize(
    "raw",
    [b'"\xed\xa0\x80"', b'"\\ud800"', b'"\\u0000"', b"true", b"NaN", b"1e999", b"1.0"],
    ids=str,
)
@pytest.mark.parametrize("field", [b"sent", b"feed", b"changes"])
def test_what_json_readers_read_differently_is_refused(computer, raw, field, caplog):
    name = computer.replica.name.encode()
    text = b'{"is":"request","replica":"%s","%s":%s}' % (name, field, raw)
    answer = computer.send(frame.pack(text))

    assert "unreadable" == computer.opened(answer, Refusal).code
    assert "Traceback" not in caplog.text


def test_a_busy_server_says_so_as_soon_as_it_knows_whom(computer, province):
    about = Header(computer.certificate.device, envelope.new_nonce())
    said = errors.refused(province, errors.To.sender(about.pack()), "busy", 20)
    body = seal.opened(said, computer.key, seal.refusal_context(about.nonce_text))

    assert ("busy", 20) == (wire.decode(Refusal, body).code, wire.decode(Refusal, body).seconds)


CHILD = """\
import gc, sys
from pathlib import Path
from server import Config, create_app

folder, *bodies = map(Path, sys.argv[1:])
client = create_app(Config(folder)).test_client()
for body in bodies:
    place, number = body.stem.rsplit("-", 1)
    client.post("/api/v1/" + place, data=b"once")
def peak():
    lines = Path("/proc/self/status").read_text().splitlines()
    return int(next(line for line in lines if line.startswith("VmHWM")).split()[1])

gc.collect()
Path("/proc/self/clear_refs").write_text("5")  # the peak is from now on
before = peak()
for body in bodies:
    place = body.stem.rsplit("-", 1)[0]
    print(client.post("/api/v1/" + place, data=body.read_bytes()).status_code)
print(peak() - before)
"""


def costs(config, folder, bodies):
    """The statuses of those bodies, and by how many KiB they made a server grow."""
    folder.mkdir()
    for number, (place, data) in enumerate(bodies):
        (folder / f"{place}-{number}").write_bytes(data)
    paths = sorted(folder.iterdir())
    done = subprocess.run(
        [sys.executable, "-c", CHILD, config.folder, *paths], capture_output=True, text=True
    )
    *statuses, size = map(int, done.stdout.split()) if done.stdout else ("", done.stderr)
    return set(statuses), size


@pytest.mark.skipif(sys.platform != "linux", reason="nobody else forgets a peak when asked to")
def test_what_unpacks_to_very_much_costs_no_memory_whoever_sends_it(
    computer, client, config, province, tmp_path
):
    stranger = envelope.request(Header("stranger", bytes(8)), BOMB, seal.new_seed())
    forged = envelope.request(Header(computer.certificate.device, bytes(8)), BOMB, seal.new_seed())
    box = bytes(1) + seal.sealed(BOMB, urlsafe_b64decode(introduced(client).sealing_key))
    unsigned = [("sync", stranger), ("sync", forged), ("sync", BOMB), ("questions", stranger)]
    unsigned += [("enrol", box), ("enrol", BOMB), ("greeting", BOMB)]
    computer.about = computer.header()
    signed = [("sync", computer.enveloped(BOMB)), ("questions", computer.enveloped(BOMB))]
    statuses, growth = costs(config, tmp_path / "unsigned", unsigned)
    refused, growth_of_signed = costs(config, tmp_path / "signed", signed)

    assert (1 < len(BOMB) / 1000 < 4, {400, 403}) == (True, statuses)
    assert growth < 4 * 1024
    assert {400} == refused
    assert growth_of_signed < 64 * 1024
