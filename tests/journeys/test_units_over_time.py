"""One server shows each year by the units of that year, and loses no record on the way."""

from collections import Counter

import pytest

from demo.province import rows
from schemas.records.activity import Activity
from sync.changes import Key

TITLE = "Qua ba thời kỳ"
PLACE, LEVEL, COUNT = 0, 1, 4
FIRST_OF_2020, FIRST_OF_2026 = "2020-06-01", "2026-03-01"


@pytest.fixture(scope="module")
def officer(province):
    return province.officer()


def report(officer, period, text=""):
    lines = rows(officer, f"/totals/activity.csv?period={period}&by=unit&q={text}")
    return [list(line.values()) for line in lines]


@pytest.mark.parametrize(
    ("period", "units"),
    [
        ("2012", {"Huyện": 11, "Xã": 210}),
        ("2020", {"Huyện": 10, "Xã": 151}),
        ("2026", {"Xã": 46}),
    ],
)
def test_a_report_is_cut_by_the_units_in_force_in_its_period(officer, period, units):
    levels = Counter(line[LEVEL] for line in report(officer, period)[:-1])

    assert units == levels


def test_a_centre_that_stays_is_found_in_the_unit_of_each_time(officer, enrolled, link, province):
    agent = enrolled(link, province.add_centre("04876", "TTHTCĐ Cao Sơn II"))  # Đà Bắc
    for day in ("2012-05-01", FIRST_OF_2020, FIRST_OF_2026):
        values = {**Activity.example(), "title": TITLE, "held_from": day, "held_to": day}
        agent.replica().write(Key(agent.area, "activity", f"day-{day}"), values, "Hoa")
    agent.sync()
    found = {}
    for period in ("2012", "2020", "2026"):
        lines = report(officer, period, TITLE)[:-1]
        found[period] = [line[PLACE] for line in lines if line[COUNT] == "1"]

    assert ["Huyện Đà Bắc", "Xã Cao Sơn"] == found["2012"]
    assert ["Huyện Đà Bắc", "Xã Cao Sơn"] == found["2020"]
    assert ["Xã Cao Sơn"] == found["2026"]
