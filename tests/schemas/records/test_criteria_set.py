"""Criteria sets, those that ship with the server among them."""

import copy
import json
from pathlib import Path

import pytest
from hypothesis import given
from marshmallow import ValidationError

from schemas.record import check
from schemas.records.criteria_set import (
    RANKS,
    CriteriaSet,
    Criterion,
    adapted,
    criteria,
    in_force,
    maximum,
    rank,
    title_of,
)
from tests.schemas.declared import ANYTHING

FILE = Path(__file__).parents[3] / "server" / "data" / "criteria_sets.json"
SHIPPED = [adapted(one, 2008) for one in json.loads(FILE.read_text(encoding="utf-8"))["sets"]]
EXAMPLE = CriteriaSet.example()
each = pytest.mark.parametrize("values", SHIPPED, ids=lambda values: values["code"])


def wrong(change):
    values = copy.deepcopy(EXAMPLE)
    change(values)
    try:
        check(CriteriaSet, values)
    except ValidationError as error:
        return sorted(error.messages)
    return []


@each
def test_the_sets_that_ship_are_valid_and_marked_temporary(values):
    checked = check(CriteriaSet, values)

    assert values == {name: value for name, value in checked.items() if value is not None}
    assert "temporary" == values["status"]
    assert 100 == maximum(values)


def test_the_criteria_stand_in_the_order_of_the_paper():
    found = criteria(SHIPPED[0])

    assert 19 == len(found)
    assert ("1.1", 5, "1", "Bộ máy quản lý và điều kiện", 25) == (
        found[0].code,
        found[0].max,
        *found[0][3:6],
    )
    assert "4.4" == found[-1].code


@pytest.mark.parametrize(
    ("total", "code"),
    [(100, "good"), (85, "good"), (84.5, "fair"), (70, "fair"), (50, "average"), (49.5, "weak"),
     (0, "weak"), (None, "")],
)  # fmt: skip
def test_a_total_earns_the_highest_rank_that_it_reaches(total, code):
    assert code == rank(SHIPPED[0], total)


def test_every_rank_has_a_name():
    codes = {mark["rank"] for values in SHIPPED for mark in values["thresholds"]}

    assert codes <= RANKS.keys()


@pytest.mark.parametrize(
    "change",
    [
        lambda values: values["groups"].clear(),
        lambda values: values["groups"][0].update(max=11),
        lambda values: values["groups"][0]["items"][0].update(code="1.2"),
        lambda values: values["groups"][0]["items"][0].update(code="self score"),
        lambda values: values["groups"][0]["items"][0].update(name=""),
        lambda values: values["groups"][0]["items"].clear() or values["groups"].clear(),
        lambda values: values.update(groups={"1": "x"}),
    ],
)
def test_groups_that_do_not_add_up_are_refused(change):
    assert ["groups"] == wrong(change)


@pytest.mark.parametrize(
    "change",
    [
        lambda values: values["thresholds"].clear(),
        lambda values: values["thresholds"].reverse(),
        lambda values: values["thresholds"].pop(),
        lambda values: values["thresholds"][0].update(min=14),
        lambda values: values.update(thresholds="x"),
    ],
)
def test_thresholds_that_do_not_descend_to_zero_are_refused(change):
    assert ["thresholds"] == wrong(change)


def test_the_newest_set_that_is_no_draft_is_in_force():
    first = {**EXAMPLE, "code": "A", "year_from": 2010, "year_to": None}
    second = {**EXAMPLE, "code": "B", "year_from": 2013, "year_to": 2014}
    draft = {**EXAMPLE, "code": "C", "year_from": 2014, "status": "draft"}
    found = [in_force([first, second, draft], year) for year in (2009, 2012, 2013, 2014, 2015)]

    assert [None, "A", "B", "B", "A"] == [values and values["code"] for values in found]


def test_of_two_sets_that_begin_in_one_year_the_code_decides():
    sets = [{**EXAMPLE, "code": code, "year_from": 2012} for code in ("A", "C", "B")]

    assert "C" == in_force(sets, 2012)["code"]


def test_what_is_not_put_into_english_is_given_in_vietnamese():
    values = copy.deepcopy(EXAMPLE)
    values["groups"][0]["items"][0] |= {"name_en": "Staffed", "guidance": "Đủ bốn người"}
    first, second = criteria(values)[:2]

    assert ("Staffed", "Đủ bốn người") == (first.label.en, first.help.en)
    assert second.label.vi == second.label.en
    assert ("Bộ tiêu chí ví dụ", "Example") == title_of({**values, "title_en": "Example"})


def test_a_set_ends_no_sooner_than_it_begins():
    assert ["year_to"] == wrong(lambda values: values.update(year_to=2011))


@given(ANYTHING)
def test_a_set_of_any_shape_whatever_breaks_nothing(value):
    values = {"groups": value, "thresholds": value, "year_from": value}
    nested = {"groups": [{"items": value, "code": value}], "thresholds": [{"min": value}]}

    assert all(isinstance(found, Criterion) for found in criteria(values) + criteria(nested))
    assert rank(values, 50) in {"", *RANKS}
    assert in_force([values], 2012) in (None, values)
