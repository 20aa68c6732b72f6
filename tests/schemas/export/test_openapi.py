"""Every record type as an OpenAPI component."""

import json
import re

import pytest

from schemas.export.openapi import component, components, json_schema
from schemas.fields import Labelled
from schemas.record import fields, get, record_types

TYPES = list(record_types().values())


def test_every_record_type_is_a_component():
    found = components()

    assert list(record_types()) == list(found["schemas"])
    assert found == json.loads(json.dumps(found))


@pytest.mark.parametrize("schema", TYPES, ids=lambda schema: schema.record_type)
def test_every_field_is_described_in_both_languages_with_its_owner(schema):
    found = component(schema)
    cells = [*found["properties"].values(), *found.get("patternProperties", {}).values()]

    assert len(fields(schema)) == len(cells)
    assert all(cell["title"] and cell["x-label-vi"] and cell["x-owner"] for cell in cells)


@pytest.mark.parametrize("schema", TYPES, ids=lambda schema: schema.record_type)
def test_only_what_must_be_there_is_required_and_only_the_rest_may_be_null(schema):
    found = component(schema)
    cells = found["properties"].items()

    assert [n for n, field in fields(schema).items() if field.required] == found["required"]
    assert [n for n, cell in cells if "null" not in cell["type"]] == found["required"]
    assert all(
        None in cell["enum"] for _, cell in cells if "enum" in cell and "null" in cell["type"]
    )


@pytest.mark.parametrize("schema", TYPES, ids=lambda schema: schema.record_type)
def test_the_example_has_only_names_that_are_described(schema):
    found = component(schema)
    patterns = found.get("patternProperties", {})
    described = [
        name in found["properties"] or any(re.search(pattern, name) for pattern in patterns)
        for name in found["examples"][0]
    ]

    assert all(described)


def test_kinds_are_told_as_json_schema_tells_them():
    found = component(get("activity"))["properties"]

    assert {"type": "string", "format": "date"}.items() <= found["held_from"].items()
    assert {"type": ["integer", "null"], "minimum": 0}.items() <= found["female_count"].items()
    assert "attendance_count" == found["female_count"]["x-part-of"]
    assert "xmc" in found["category"]["enum"]
    assert 0.5 == component(get("criteria_set"))["properties"]["step"]["multipleOf"]
    assert "boolean" in component(get("centre_profile"))["properties"]["has_seal"]["type"]
    assert (
        "criteria_set" == component(get("evaluation"))["properties"]["criteria_set"]["x-reference"]
    )


def test_a_type_tells_its_owner_its_key_and_where_it_lives():
    found = component(get("criteria_set"))

    assert ("province", ["code"], "down") == (
        found["x-owner"],
        found["x-natural-key"],
        found["x-direction"],
    )


def test_a_kind_without_a_rule_is_named():
    with pytest.raises(TypeError, match="Labelled"):
        json_schema(Labelled("Lạ", "Odd"))


def test_the_description_says_how_numbers_add_up():
    members = component(get("membership_snapshot"))
    roles = component(get("role_assignment"))

    assert "stock" == members["properties"]["member_count"]["x-adds"]["way"]
    assert "flow" == members["properties"]["new_count"]["x-adds"]["way"]
    assert ["_area"] == members["x-series"]
    assert ["started_on", "ended_on"] == roles["x-in-force"]
    assert ("stock", "in_force") == (members["x-records-add"], roles["x-records-add"])
