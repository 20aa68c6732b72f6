"""Who verifies evaluations from which day on."""

import pytest

from server.evaluation import verifiers
from server.evaluation.verifiers import COMMUNE, DISTRICT, PROVINCE, Rule


@pytest.mark.parametrize(
    ("day", "body"),
    [
        ("2004-01-01", DISTRICT),
        ("2025-06-30", DISTRICT),
        ("2025-07-01", PROVINCE),
        ("2030-01-01", PROVINCE),
    ],
)
def test_districts_verify_until_they_end_and_the_department_from_then_on(db, day, body):
    assert body == verifiers.in_charge(db, day)


def test_what_is_set_holds_from_its_day_until_the_next_rule(db):
    verifiers.set_rule(db, Rule("2026-01-01", COMMUNE, "tinh", 1))

    assert [PROVINCE, COMMUNE] == [
        verifiers.in_charge(db, day) for day in ("2025-12-31", "2026-01-01")
    ]


def test_a_rule_of_the_same_day_is_put_in_place_of_the_usual_one_and_taken_back(db):
    verifiers.set_rule(db, Rule("2025-07-01", COMMUNE, "tinh", 1))
    assert COMMUNE == verifiers.in_charge(db, "2025-07-01")

    verifiers.take_back(db, "2025-07-01")
    assert PROVINCE == verifiers.in_charge(db, "2025-07-01")


def test_a_body_that_is_none_is_not_set(db):
    with pytest.raises(KeyError):
        verifiers.set_rule(db, Rule("2026-01-01", "huyen", "tinh", 1))


def test_an_account_has_no_person_until_somebody_names_one(db):
    assert "" == verifiers.person_of(db, "tinh")
    verifiers.name_person(db, "TINH ", "Hà Thị Mai, Trưởng phòng")

    assert "Hà Thị Mai, Trưởng phòng" == verifiers.person_of(db, "tinh")
