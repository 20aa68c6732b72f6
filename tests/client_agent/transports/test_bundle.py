import pytest

from client_agent.errors import BundleDamaged, BundleForeign, BundleOurs, StickGone
from client_agent.transports.bundle import checked, responses, write
from client_agent.transports.ends import Ends
from sync import bundle, wire
from sync.bundle import Header
from sync.errors import MessageUnreadable
from sync.messages import Request, Response
from sync.stores import bundles
from sync.stores.bundles import Keys
from sync.wire import seal

SERVER, DEVICE = seal.new_seed(), seal.new_seed()
ENDS = Ends("d1", DEVICE, seal.public_key(SERVER))
PROVINCE = bundle.key_id(ENDS.server_key)
ANSWERS = [Response("d1.x", "", 0, head) for head in (0, 7)]


@pytest.fixture
def answer(tmp_path):
    def answer(said=ANSWERS, by=SERVER, to=DEVICE, bodies=None, **header):
        told = {"kind": bundle.RESPONSES, "device": "d1", "server": PROVINCE, "bundle": "b"}
        bodies = list(map(wire.encode, said)) if bodies is None else bodies
        path = tmp_path / "answer.khb"
        keys = Keys(by, seal.public_key(to))
        bundles.write(path, Header(**{**told, **header}), bodies, keys)
        return path

    return answer


def test_the_province_reads_what_we_wrote_and_knows_who_did(tmp_path):
    path = tmp_path / "x.khb"
    write(path, [Request("d1.x", 7), Request("d1.x", 9)], ENDS, made=5)
    head = bundles.check(path, seal.public_key(DEVICE))
    asked = [wire.decode(Request, body) for body in bundles.read(path, SERVER)]

    assert (bundle.REQUESTS, "d1", PROVINCE, 2, 5) == (
        head.kind,
        head.device,
        head.server,
        head.count,
        head.made,
    )
    assert [7, 9] == [request.sent for request in asked]


def test_its_answers_are_read(answer):
    assert ANSWERS == list(responses(checked(answer(), ENDS), ENDS))


def test_an_answer_cut_anywhere_is_damaged(answer):
    path = answer()
    whole = path.read_bytes()
    for end in range(0, len(whole), 7):
        path.write_bytes(whole[:end])
        with pytest.raises(BundleDamaged):
            checked(path, ENDS)


def test_what_another_province_signed_in_our_provinces_name_is_refused(answer):
    with pytest.raises(BundleDamaged):
        checked(answer(by=seal.new_seed()), ENDS)


@pytest.mark.parametrize(
    ("told", "why"),
    [
        ({"device": "d2"}, BundleForeign),
        ({"server": "another"}, BundleForeign),
        ({"said": [Response("d2.x", "", 0, 0)]}, BundleForeign),
        ({"kind": bundle.REQUESTS}, BundleOurs),
        ({"to": SERVER}, BundleDamaged),
        ({"bodies": [b"\xff from the future"]}, MessageUnreadable),
    ],
)
def test_what_is_not_for_us_is_reported(answer, told, why):
    with pytest.raises(why):
        checked(answer(**told), ENDS)


def test_a_file_that_is_not_there_is_reported(tmp_path):
    with pytest.raises(StickGone):
        checked(tmp_path / "x.khb", ENDS)
