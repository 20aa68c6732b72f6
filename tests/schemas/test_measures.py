"""What reports add up, group by and cut into periods."""

import pytest

from schemas import measures
from schemas.fields import Count, Label, Money
from schemas.fields.adding import FLOW, IN_FORCE, MARK, PROFILE, STOCK
from schemas.record import fields, get, record_types
from schemas.tables.columns import projection

TYPES = list(record_types().values())


def test_counts_and_amounts_add_up_and_flags_as_their_yeses():
    activity = measures.sums(get("activity"))

    assert Label("Lượt người học", "Attendances") == activity["attendance_count"]
    assert {"female_count", "budget_amount"} <= activity.keys()
    assert {"has_own_premises", "computer_count"} <= measures.sums(get("centre_profile")).keys()
    assert {} == measures.sums(get("evaluation"))


def test_records_are_grouped_by_choices_and_years():
    assert ["category", "form", "instructor_organisation"] == list(measures.groups(get("activity")))
    assert ["year", "status", "verification"] == list(measures.groups(get("evaluation")))


def test_a_list_that_is_headed_by_a_year_is_narrowed_by_it():
    assert ["year"] == list(measures.years(get("annual_plan")))
    assert ["school_year"] == list(measures.years(get("coordination_plan")))
    assert [] == list(measures.years(get("activity")))


def test_the_day_places_a_record_in_a_period():
    assert "held_from" == measures.day(get("activity"))
    with pytest.raises(KeyError):
        measures.day(get("evaluation"))


@pytest.mark.parametrize("schema", TYPES, ids=lambda schema: schema.record_type)
def test_every_measure_is_a_column(schema):
    names = {*measures.sums(schema), *measures.groups(schema)}

    assert names <= projection(schema).columns.keys()
    numbers = {n for n, f in fields(schema).items() if isinstance(f, Count | Money)}
    assert numbers - {n for n in numbers if measures.way(schema, n) == MARK} <= names


def test_a_serial_number_and_a_year_are_no_figures():
    assert {} == measures.sums(get("document_register"))
    assert MARK == measures.way(get("document_register"), "number")
    assert MARK == measures.way(get("title_count"), "year")


def test_a_part_adds_up_as_its_whole():
    assert STOCK == measures.way(get("membership_snapshot"), "female_count")
    assert FLOW == measures.way(get("activity"), "ethnic_minority_count")


def test_records_are_counted_in_their_period_or_as_they_stand_at_its_end():
    ways = {name: measures.records_way(schema) for name, schema in record_types().items()}

    assert {"activity": FLOW, "fund_statement": FLOW, "membership_snapshot": STOCK}.items() <= (
        ways.items()
    )
    assert {
        "role_assignment": IN_FORCE,
        "staff_member": IN_FORCE,
        "village_club": IN_FORCE,
    }.items() <= (ways.items())
    assert {"centre_profile": PROFILE, "title_count": STOCK, "annual_plan": FLOW}.items() <= (
        ways.items()
    )


def test_a_name_that_is_no_measure_is_a_key_error():
    with pytest.raises(KeyError):
        measures.sums(get("activity"))["title; drop table log"]
