from base64 import urlsafe_b64decode, urlsafe_b64encode

import pytest

from server.devices import codes, devices
from sync import wire
from sync.check_words import plain
from sync.messages import Certificate, Enrolment, Refusal
from sync.wire import seal

from ..conftest import introduced

SEED, NONCE = seal.new_seed(), "m3Qx8RtZ0aw"
KEY = urlsafe_b64encode(seal.public_key(SEED)).decode()
OTHER = urlsafe_b64encode(seal.public_key(seal.new_seed())).decode()


@pytest.fixture
def centre(add_centre):
    return add_centre()


@pytest.fixture
def code(db, centre, wall):
    return codes.make(db, centre.area, wall())


@pytest.fixture
def ask(client):
    def ask(code, key=KEY):
        asked = wire.encode(Enrolment(code, "Máy 1", key, "0.1", NONCE))
        sealing_key = urlsafe_b64decode(introduced(client).sealing_key)
        return client.post("/api/v1/enrol", data=bytes(1) + seal.sealed(asked, sealing_key))

    return ask


def certificate(answer):
    return wire.decode(Certificate, seal.unsealed(answer.data[seal.SIGNATURE :], SEED))


def refusal(answer):
    return wire.decode(Refusal, answer.data[seal.SIGNATURE :])


def test_a_code_makes_a_machine_a_device_of_its_centre(ask, code, centre, province):
    found = certificate(ask(code))

    assert (centre.area, {centre.area, province.published}) == (found.home, set(found.areas))
    assert {
        "centre": "TTHTCĐ Xã Yên Mông",
        "unit": "Xã Yên Mông",
        "province": "Tỉnh Hòa Bình",
        "published": province.published,
        "homes": '[["2004-08-31", "Xã Yên Mông", "Thị xã Hòa Bình", "Tỉnh Hòa Bình"], '
        '["2006-11-11", "Xã Yên Mông", "Thành phố Hòa Bình", "Tỉnh Hòa Bình"], '
        '["2025-07-01", "Phường Tân Hòa", "Tỉnh Phú Thọ"]]',
    } == found.names


def test_the_certificate_is_signed_by_the_key_that_it_names(ask, code, province):
    answer = ask(code)
    key = province.keyring.newest.public[0]
    body = seal.opened(answer.data, key, seal.certificate_context(NONCE))

    assert province.key == wire.decode(Certificate, seal.unsealed(body, SEED)).server_key


def test_a_code_may_be_typed_without_accents_in_capitals_and_with_commas(ask, code):
    assert 200 == ask(plain(code).upper().replace(" ", ", ")).status_code


def test_a_code_is_good_for_one_machine_only(ask, code):
    ask(code)
    answer = ask(code, OTHER)

    assert (403, "not-enrolled") == (answer.status_code, refusal(answer).code)


def test_a_machine_whose_answer_was_lost_asks_again_and_is_the_same_device(ask, code, db):
    first, second = certificate(ask(code)), certificate(ask(code))

    assert first == second
    assert 1 == len(devices.everyone(db))


def test_a_code_is_good_for_72_hours(ask, code, wall):
    wall.pass_hours(72.01)

    assert "not-enrolled" == refusal(ask(code)).code


def test_only_a_hash_of_the_code_is_kept(code, db):
    kept = str(list(db["enrol_code"].rows))

    assert code not in kept
    assert plain(code) not in kept


def test_who_guesses_is_asked_to_wait(ask, wall):
    answers = [ask("cá cá cá cá") for _ in range(codes.BY_ADDRESS.number + 1)]
    last = refusal(answers[-1])

    assert ["not-enrolled", "busy"] == sorted({refusal(a).code for a in answers}, reverse=True)
    assert 0 < last.seconds <= codes.BY_ADDRESS.minutes * 60
    assert 503 == answers[-1].status_code


def test_who_waited_may_try_again(ask, code, wall):
    for _ in range(codes.BY_ADDRESS.number):
        ask("cá cá cá cá")
    wall.pass_hours(0.26)

    assert 200 == ask(code).status_code


def test_who_knows_a_code_was_not_guessing(ask, centre, db, wall):
    for number in range(codes.BY_ADDRESS.number + 1):
        code = codes.make(db, centre.area, wall())
        key = urlsafe_b64encode(seal.public_key(bytes([number]) * 32)).decode()

        assert 200 == ask(code, key).status_code


def test_an_office_may_enrol_all_its_machines_in_one_morning(enrol, add_centre):
    centre = add_centre()
    found = [enrol(centre).certificate.device for _ in range(codes.BY_ADDRESS.number + 2)]

    assert len(found) == len(set(found))


def test_no_certificate_has_the_serial_number_of_another(enrol):
    assert [1, 2, 3] == sorted(enrol().certificate.certificate for _ in range(3))


NO_POINT = urlsafe_b64encode(b"a" * 32).decode()  # of the curve: nothing can be sealed for it


@pytest.mark.parametrize("key", ["", "abc", "!" * 44, KEY[:20], NO_POINT], ids=range(5))
def test_what_is_no_key_is_refused(ask, code, key):
    assert "unreadable" == refusal(ask(code, key)).code
