import pytest

from client_agent import errors as ours
from client_agent import exit_codes
from sync import errors as engine


def test_a_code_follows_the_family_of_the_error():
    assert [4, 2, 3] == [
        exit_codes.code(error)
        for error in (engine.StoreBusy(), engine.NotTheProvince(), engine.refused("revoked"))
    ]


def test_what_nobody_expected_is_1():
    assert 1 == exit_codes.code(ValueError())


@pytest.mark.parametrize(
    "kind", [*ours.AgentError.__subclasses__(), *engine.SyncError.__subclasses__()]
)
def test_every_error_that_ends_a_command_has_a_code(kind):
    inside = {ours.WrongPin, ours.PinThrottled, engine.NotSigned}  # never reach a command

    assert kind in {*inside, ours.EnrolmentFailed} or exit_codes.UNEXPECTED != exit_codes.code(
        kind("")
    )


def test_an_enrolment_that_failed_has_the_code_of_what_failed_it():
    causes = (engine.PeerUnreachable("connect"), engine.refused("busy", 9))

    assert [2, 3] == [exit_codes.code(ours.EnrolmentFailed(cause, "http://x")) for cause in causes]
