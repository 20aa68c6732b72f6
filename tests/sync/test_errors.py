"""Refusals are told apart by their code, and say how long to wait."""

import pytest

from sync import errors


@pytest.mark.parametrize(
    ("code", "kind"),
    [
        ("not-enrolled", errors.NotEnrolled),
        ("revoked", errors.Revoked),
        ("busy", errors.Busy),
        ("too-large", errors.TooLarge),
        ("unreadable", errors.Unreadable),
        ("stale", errors.Stale),
    ],
)
def test_a_code_makes_its_error(code, kind):
    made = errors.refused(code, 7, 1343120460000)

    assert (kind, code, 7) == (type(made), made.code, made.seconds)
    assert 1343120460000 == made.wall


def test_a_code_of_a_newer_server_is_a_plain_refusal_that_keeps_it():
    made = errors.refused("closed-for-the-night", 600)

    assert (errors.Refused, "closed-for-the-night", 600) == (type(made), made.code, made.seconds)


def test_an_error_made_on_the_spot_has_its_code_and_its_reason():
    made = errors.NotEnrolled("centre-7.x")

    assert ("not-enrolled", "centre-7.x", 0) == (made.code, str(made), made.seconds)


def test_whoever_is_not_the_province_left_it_unreached():
    assert issubclass(errors.NotTheProvince, errors.PeerUnreachable)
    assert "captive portal" == errors.NotTheProvince("captive portal").reason
