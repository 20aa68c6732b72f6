"""The rows of the editor of criteria sets: shown, sent, moved, read."""

import pytest

from schemas.records.criteria_set import CriteriaSet
from schemas.texts import NOT_A_NUMBER
from server.web.evaluation.criteria_form import begun, done, read, sent, shown, sums

SET = CriteriaSet.example()


def form(rows):
    """What a browser sends of those rows."""
    found = {f"thresholds.{code}": text for code, text in rows.marks.items()}
    for n, group in enumerate(rows.groups):
        found |= {f"groups.{n}.{k}": v for k, v in group.items() if k != "items"}
        for m, item in enumerate(group["items"]):
            found |= {f"groups.{n}.items.{m}.{k}": v for k, v in item.items()}
    return found


def codes(rows):
    return [[item["code"] for item in group["items"]] for group in rows.groups]


def test_what_is_shown_is_read_back_as_it_was():
    said, faults = read(sent(form(shown(SET))), SET["step"])

    assert {} == faults
    assert {"groups": SET["groups"], "thresholds": SET["thresholds"]} == said


def test_wording_in_english_and_how_to_score_go_with_it():
    rows = shown(SET)
    rows.groups[0]["name_en"], rows.groups[0]["items"][0]["guidance"] = "Staff", " Đủ  4 người "
    said, _ = read(sent(form(rows)), 0.5)

    assert "Staff" == said["groups"][0]["name_en"]
    assert "Đủ 4 người" == said["groups"][0]["items"][0]["guidance"]


@pytest.mark.parametrize(
    ("deed", "there", "focus"),
    [
        ("add.groups.0.items", [["1.1", "1.2", "1.3"], ["2.1"]], "groups.0.items.2.name"),
        ("add.groups", [["1.1", "1.2"], ["2.1"], ["3.1"]], "groups.2.name"),
        ("remove.groups.0.items.0", [["1.2"], ["2.1"]], "groups.0.items.0.name"),
        ("remove.groups.0", [["2.1"]], "groups.0.name"),
        ("up.groups.0.items.1", [["1.2", "1.1"], ["2.1"]], "up.groups.0.items.0"),
        ("down.groups.0", [["2.1"], ["1.1", "1.2"]], "down.groups.1"),
    ],
)
def test_a_row_is_added_removed_and_moved_and_the_person_led_to_it(deed, there, focus):
    rows = shown(SET)
    led = done(rows, deed)

    assert (there, focus) == (codes(rows), led)


@pytest.mark.parametrize(
    "deed",
    ["", "up.groups.0", "down.groups.9", "remove.groups.0.items.9", "burn.groups.0", "add.x",
     "remove.groups.0.items", "up.groups.-1", "add.groups.7.items"],
)  # fmt: skip
def test_a_deed_that_cannot_be_changes_nothing(deed):
    rows = shown(SET)
    done(rows, deed)

    assert shown(SET) == rows


def test_a_code_that_stands_already_is_not_offered_again():
    rows = shown(SET)
    done(rows, "remove.groups.0.items.0")
    done(rows, "add.groups.0.items")

    assert ["1.2", "1.3"] == codes(rows)[0]


def test_what_is_no_number_is_reported_beside_it():
    rows = shown(SET)
    rows.groups[0]["items"][0]["max"], rows.marks["good"] = "năm", "mười"
    _, faults = read(rows, 0.5)

    assert NOT_A_NUMBER in faults["groups.0.items.0.max"]
    assert [NOT_A_NUMBER] == faults["thresholds.good"]


def test_the_sums_count_what_is_a_number():
    rows = shown(SET)
    rows.groups[0]["items"][0]["max"] = "năm"

    assert [5, 10] == sums(rows)


def test_a_copy_is_a_draft_of_the_next_year_with_a_code_of_its_own():
    first = begun({**SET, "code": "TTHTCD-MAU-01"}, 2012)
    second = begun({**first, "code": "TTHTCD-2013", "year_to": 2014}, 2012)

    assert ("TTHTCD-MAU-01-2013", 2013, "draft") == (
        first["code"],
        first["year_from"],
        first["status"],
    )
    assert ("TTHTCD-2014", 2014, None) == (second["code"], second["year_from"], second["year_to"])
    assert SET["groups"] == first["groups"]
