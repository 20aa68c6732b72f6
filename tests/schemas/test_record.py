"""What a record type is, and what holds for each of them."""

import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from marshmallow import ValidationError

from schemas import record, registers
from schemas.fields import Choice, Count, Day, Label, PerCriterion, Score, Text
from schemas.fields.adding import AS_WHOLE, FLOW, LEVEL
from schemas.formatting.vietnamese import fold
from schemas.record import RecordSchema, check, fields, in_order, natural_id, owner_of
from schemas.tables import columns
from tests.schemas.declared import typed_records

ROOT = Path(__file__).parents[2]
TYPES = list(record.record_types().values())
each = pytest.mark.parametrize("schema", TYPES, ids=lambda schema: schema.record_type)


@each
def test_every_label_and_help_is_in_both_languages(schema):
    found = [schema.label, schema.group]
    for field in fields(schema).values():
        options = field.codes.options if isinstance(field, Choice) else {}
        found += [field.label, field.help or field.label, *options.values()]
        found += [field.group or field.label]

    assert all(label.vi.strip() and label.en.strip() for label in found)


@each
def test_no_two_columns_have_one_heading(schema):
    for lang in ("vi", "en"):
        labels = [field.label.say(lang) for field in fields(schema).values()]
        labels += [derived.label.say(lang) for derived in schema.derived.values()]

        assert len(labels) == len(set(map(fold, labels)))


@each
def test_the_example_is_valid_and_in_the_form_in_which_it_is_stored(schema):
    checked = check(schema, schema.example())

    assert schema.example() == {n: v for n, v in checked.items() if v is not None}


@given(typed_records())
def test_checking_twice_is_checking_once(found):
    schema, values = found
    checked = check(schema, values)

    assert repr(checked) == repr(check(schema, checked))
    assert values == {name: value for name, value in checked.items() if value is not None}


@given(typed_records())
def test_what_a_newer_version_adds_is_passed_over(found):
    schema, values = found

    assert check(schema, values) == check(schema, {**values, "newer": 1, "newer.1": [2]})


def test_an_unknown_type_is_a_key_error():
    with pytest.raises(KeyError):
        record.get("from-a-newer-version")


def test_a_type_is_declared_once(registry):
    with pytest.raises(TypeError, match="twice"):

        class Again(RecordSchema):
            record_type = "activity"
            label = help = Label("Hoạt động", "Activity")
            register = registers.EVENTS
            title_field, list_fields = "title", ("title",)
            title = Text("Tên", "Title", label)


POINTS = Score("Điểm", "Score", adds=LEVEL)


@pytest.fixture
def toy(registry):
    class Toy(RecordSchema):
        record_type = "toy"
        label = help = Label("Thử", "Toy")
        register = registers.EVENTS
        natural_key = ("name",)
        title_field, list_fields = "name", ("name",)
        in_force = None

        name = Text("Tên", "Name", help, required=True)
        whole = Count("Tổng", "Whole", help, adds=FLOW)
        part = Count("Phần", "Part", help, of="whole", adds=AS_WHOLE)
        start = Day("Từ", "From", help)
        end = Day("Đến", "To", help, after="start")
        score = PerCriterion("Điểm", "Score", POINTS, help=help, owner="district")

    return Toy


@pytest.mark.parametrize(
    ("values", "wrong"),
    [
        ({"whole": 3, "part": 3}, []),
        ({"whole": 3, "part": 4}, ["part"]),
        ({"part": 4}, []),
        ({"whole": 0, "part": 1}, ["part"]),
        ({"start": "2012-07-24", "end": "2012-07-24"}, []),
        ({"start": "2012-07-24", "end": "2012-07-23"}, ["end"]),
        ({"start": "2012-07-24", "end": "2012-07-23", "whole": 1, "part": 2}, ["end", "part"]),
        ({"start": "wrong", "end": "2012-07-23", "whole": 1, "part": 2}, ["part", "start"]),
    ],
)
def test_no_part_is_more_than_its_whole_and_no_end_before_its_start(toy, values, wrong):
    try:
        check(toy, {"name": "a", **values})
        found = {}
    except ValidationError as error:
        found = error.messages

    assert wrong == sorted(found)


def test_the_message_names_both_fields_and_both_numbers(toy):
    with pytest.raises(ValidationError) as caught:
        check(toy, {"name": "a", "whole": 1250, "part": 1251})

    assert {
        "part": [
            Label(
                "“Phần” là 1.251, không được lớn hơn “Tổng” (1.250).",
                "“Part” is 1.251; it must not be more than “Whole” (1.250).",
            )
        ]
    } == caught.value.messages


def test_cells_stand_as_the_paper_form_has_them_and_newer_ones_last():
    cells = ["verified_score.1.1", "newer", "self_score.1.2", "self_score.1.1", "year"]
    ordered = ["year", "self_score.1.1", "self_score.1.2", "verified_score.1.1", "newer"]

    assert ordered == in_order(record.get("evaluation"), cells)


def test_a_cell_has_the_owner_of_its_field_and_else_that_of_its_type(toy):
    owners = {"name": "centre", "score.1.1": "district", "_deleted": "centre"}
    unknown = ("newer", "score", "score.", "name.1", "", "newer.1.1")

    assert owners == {name: owner_of(toy, name) for name in owners}
    assert {""} == {owner_of(toy, name) for name in unknown}


def test_a_natural_key_gives_one_id_everywhere(toy):
    mine = natural_id(toy, "here", {"name": "a", "whole": 1})

    assert mine == natural_id(toy, "here", {"name": "a"})
    assert mine not in {
        natural_id(toy, "there", {"name": "a"}),
        natural_id(toy, "here", {"name": "b"}),
    }


def test_a_centre_has_one_profile_and_any_number_of_activities():
    profile, activity = record.get("centre_profile"), record.get("activity")

    assert natural_id(profile, "here", {"name": "a"}) == natural_id(profile, "here", {"name": "b"})
    assert natural_id(profile, "here", {}) != natural_id(profile, "there", {})
    assert "" == natural_id(activity, "here", {})


def test_natural_ids_are_those_of_the_first_release_for_ever():
    year, code = {"year": 2012}, {"code": "X"}

    assert [
        "d3d41955-b014-5d55-8998-58d01f79ca38",
        "33c134e0-5f83-53fe-9daf-10522968027b",
        "c1e37c32-b92f-51e7-a698-cd102418738e",
    ] == [
        natural_id(record.get("evaluation"), "a", year),
        natural_id(record.get("centre_profile"), "a", {}),
        natural_id(record.get("criteria_set"), "a", code),
    ]


def test_cells_of_a_family_are_flat(toy):
    values = {"name": "a", "score.1.1": 4.5, "score.2": 3}
    checked = check(toy, values)

    assert values == {name: value for name, value in checked.items() if value is not None}
    assert "score" not in columns.projection(toy).columns


def test_the_record_types_are_found_by_the_first_who_asks_and_imported_by_nobody_else():
    code = (
        "import sys; from schemas import record, forms, titles, plausibility; "
        "loaded = [m for m in sys.modules if m.startswith(record.RECORDS)]; "
        "print(loaded, len(record.record_types()))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, cwd=ROOT)

    assert f"[] {len(TYPES)}" == done.stdout.strip()
