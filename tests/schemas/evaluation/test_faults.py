"""What is wrong with a criteria set is said beside the part that it is about."""

import copy

import pytest
from hypothesis import given

from schemas.evaluation.faults import wrong_groups, wrong_thresholds
from schemas.records.criteria_set import CriteriaSet
from tests.schemas.declared import ANYTHING

EXAMPLE = CriteriaSet.example()


def said(change):
    values = copy.deepcopy(EXAMPLE)
    change(values["groups"], values)
    found = wrong_groups(values) | wrong_thresholds(values)
    return {way: [label.vi for label in labels] for way, labels in found.items()}


def test_nothing_is_wrong_with_the_example():
    assert {} == said(lambda groups, _: None)


@pytest.mark.parametrize(
    ("change", "way", "words"),
    [
        (lambda g, _: g.clear(), "groups", "chưa có tiêu chí nào"),
        (lambda g, _: g[0]["items"].clear(), "groups.0.name", "Nhóm 1 chưa có tiêu chí"),
        (lambda g, _: g[0].update(max=11), "groups.0.max", "được 10 điểm, khác 11 điểm"),
        (lambda g, _: g[0].update(name=" "), "groups.0.name", "Cần tên"),
        (lambda g, _: g[1].update(code="1"), "groups.1.code", "Mã 1 đứng hai lần"),
        (lambda g, _: g[1]["items"][0].update(code="1.2"), "groups.1.items.0.code", "hai lần"),
        (lambda g, _: g[0]["items"][1].update(code="tự"), "groups.0.items.1.code", "Cần một mã"),
        (lambda g, _: g[0]["items"][1].update(max=0), "groups.0.items.1.max", "lớn hơn 0"),
        (lambda g, _: g[0]["items"][1].update(max=10**400), "groups.0.items.1.max", "1.000"),
        (lambda g, _: g[0]["items"][1].update(max=4.75), "groups.0.items.1.max", "theo bước 0,5"),
        (lambda g, _: g[0]["items"][1].update(name="x" * 401), "groups.0.items.1.name", "400 chữ"),
        (lambda _, v: v["thresholds"].clear(), "thresholds", "ít nhất một mức"),
        (lambda _, v: v["thresholds"][1].update(min=17), "thresholds.fair", "Mức Khá phải thấp"),
        (lambda _, v: v["thresholds"][0].update(min=21), "thresholds.good", "chỉ có 20 điểm"),
        (lambda _, v: v["thresholds"][0].update(min=16.75), "thresholds.good", "theo bước"),
        (lambda _, v: v["thresholds"][3].update(min=1), "thresholds.weak", "phải từ 0 điểm"),
    ],
)
def test_each_fault_stands_beside_its_part(change, way, words):
    found = said(change)

    assert way in found
    assert words in " ".join(found[way])


@given(ANYTHING)
def test_a_set_of_any_shape_has_faults_and_breaks_nothing(value):
    row = {"code": value, "name": value, "max": value}
    for groups in (value, [{**row, "items": value}], [{**row, "items": [row]}]):
        found = {"groups": groups, "step": value, "thresholds": [{"rank": "good", "min": value}]}

        assert wrong_groups(found) | wrong_thresholds(found)
