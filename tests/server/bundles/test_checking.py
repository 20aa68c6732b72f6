from base64 import urlsafe_b64encode
from dataclasses import replace
from pathlib import Path

import pytest

from server.bundles.checking import (
    DAY,
    NotARequest,
    NotYours,
    answer_name,
    at_home,
    checked,
    exports,
)
from server.bundles.importing import take_in
from server.devices import devices
from sync.errors import MessageUnreadable, NotEnrolled, NotSigned, Revoked
from sync.wire import seal

HOUR = 3_600_000
everywhere = {"allowed": lambda _: True}


@pytest.fixture
def computer(enrol):
    computer = enrol()
    computer.write(title="Trên thẻ nhớ")
    return computer


@pytest.fixture
def stick(computer, tmp_path):
    (path,) = computer.export(tmp_path / "centre-gui.khb")
    return path


def test_a_file_of_a_centre_is_known_by_its_signature(province, stick, computer):
    part = checked(province, stick, **everywhere)

    assert computer.certificate.device == part.header.device


HARM = (
    lambda d: b"",
    lambda d: d[:-1],
    lambda d: d + b"\0",
    lambda d: d[:90] + bytes([d[90] ^ 1]) + d[91:],
    lambda d: d[:1100] + bytes([d[1100] ^ 1]) + d[1101:],
    lambda d: b"holiday photo",
)


def test_a_damaged_file_is_refused(province, stick):
    sound = stick.read_bytes()
    for harm in HARM:
        stick.write_bytes(harm(sound))
        with pytest.raises(NotSigned):
            checked(province, stick, **everywhere)


def test_a_file_of_a_newer_version_is_distinguished(province, stick):
    stick.write_bytes(b"KHB\x02" + stick.read_bytes()[4:])

    with pytest.raises(MessageUnreadable):
        checked(province, stick, **everywhere)


def test_a_file_for_another_province_is_refused(province, computer, tmp_path):
    other = urlsafe_b64encode(seal.public_key(seal.new_seed())).decode()
    computer.certificate = replace(computer.certificate, server_key=other)
    (path,) = computer.export(tmp_path / "x.khb")

    with pytest.raises(NotSigned):
        checked(province, path, **everywhere)


def test_nobody_speaks_for_another_device(province, computer, enrol, tmp_path):
    other = enrol()
    other.replica, own = computer.replica, other.replica
    (path,) = other.export(tmp_path / "x.khb")

    assert own.device != computer.replica.device
    with pytest.raises(NotSigned):
        checked(province, path, **everywhere)


def test_a_lost_device_and_an_unknown_one_are_refused(province, db, computer, stick):
    devices.retire(db, computer.certificate.device, lost=True)
    with pytest.raises(Revoked):
        checked(province, stick, **everywhere)

    db["device"].delete(computer.certificate.device)
    with pytest.raises(NotEnrolled):
        checked(province, stick, **everywhere)


def test_who_has_no_part_in_a_centre_takes_nothing_of_it_in(province, computer, stick):
    with pytest.raises(NotYours):
        checked(province, stick, lambda area: area != computer.area)


def test_an_answer_is_no_request(province, stick):
    list(take_in(province, [stick]))

    with pytest.raises(NotARequest):
        checked(province, stick.with_name("centre-tra-loi.khb"), **everywhere)
    assert [stick] == exports([stick.parent])


@pytest.mark.parametrize(
    ("asked", "answered"),
    [
        ("khuyenhoc-muong-bi-20261122-gui.khb", "khuyenhoc-muong-bi-20261122-tra-loi.khb"),
        ("khuyenhoc-x-gui-phan-2-3.khb", "khuyenhoc-x-tra-loi.khb"),
        ("centre.khb", "centre-tra-loi.khb"),
    ],
)  # fmt: skip
def test_the_answers_name_says_what_it_answers(asked, answered):
    assert answered == answer_name(Path(asked))


@pytest.mark.parametrize(
    ("measured", "known", "offset"),
    [
        (-3 * DAY, 0, 0),  # three days on the road
        (-3 * DAY, 2 * HOUR, 2 * HOUR),
        (5 * HOUR, 0, 5 * HOUR),  # nothing travels back in time
        (-40 * 365 * DAY, 0, -40 * 365 * DAY),  # a clock in 1972
        (-DAY, -2 * DAY, -DAY),
    ],
)
def test_how_long_a_file_travelled_is_no_fault_of_a_clock(measured, known, offset):
    now = 1_800_000_000_000

    assert offset == at_home(now + measured, now, known)
