import pytest

from server.devices import codes
from sync.errors import NotEnrolled
from tests.server.conftest import NOON

HOURS = 3_600_000


def test_a_code_is_four_words(db):
    assert 4 == len(codes.make(db, "area", NOON).split())


def test_a_code_that_is_out_is_listed_until_it_is_used_or_too_old(db):
    code = codes.make(db, "area", NOON)
    out = codes.waiting(db, NOON)
    codes.make(db, "other", NOON - 73 * HOURS)
    codes.redeem(db, codes.hashed(db, code), "key", NOON)

    assert {"area": NOON + 72 * HOURS} == out
    assert {} == codes.waiting(db, NOON)


@pytest.mark.parametrize(("key", "hours"), [("another", 1), ("key", 73)])
def test_a_used_code_is_good_for_its_own_machine_and_not_for_ever(db, key, hours):
    hashed = codes.hashed(db, codes.make(db, "area", NOON))
    codes.redeem(db, hashed, "key", NOON)

    assert "area" == codes.redeem(db, hashed, "key", NOON + HOURS)
    with pytest.raises(NotEnrolled):
        codes.redeem(db, hashed, key, NOON + hours * HOURS)
