import csv

from server.centres import unit_data, units
from server.centres.unit_data import DATA


def rows(name):
    return list(csv.DictReader((DATA / name).read_text("utf-8").splitlines()))


def test_loading_again_keeps_every_id(db):
    before = units.territory(db)
    unit_data.load(db)

    assert before == units.territory(db)


def test_no_two_units_share_an_id(db):
    assert len(rows("hoa_binh_units.csv")) == db["unit"].count


def test_every_unit_that_ended_in_2020_or_2025_is_accounted_for():
    listed = rows("hoa_binh_units.csv")
    for year, day in ((2020, "2020-01-01"), (2025, "2025-07-01")):
        told = {item["old_code"] for item in rows(f"hoa_binh_units_succession_{year}.csv")}
        ended = {row["code"] for row in listed if row["valid_to"] == day}
        districts = {code for code in ended if len(code) == 3}

        assert ended - told <= (districts if year == 2025 else set())
        assert told <= ended


def test_every_row_of_2020_names_its_law_and_its_source():
    found = rows("hoa_binh_units_succession_2020.csv")

    assert {"830/NQ-UBTVQH14"} == {item["legal_basis"] for item in found}
    assert all(item["source"] for item in found)


def test_old_names_are_those_of_the_list():
    listed = {(row["code"], row["valid_to"]): row["name"] for row in rows("hoa_binh_units.csv")}

    assert [] == [
        item
        for item in rows("hoa_binh_units_succession_2020.csv")
        if listed[item["old_code"], item["effective_date"]] != item["old_name"]
    ]


def test_the_criteria_sets_add_up():
    for each in unit_data.criteria_sets():
        assert each["max_total"] == sum(group["max"] for group in each["groups"])
