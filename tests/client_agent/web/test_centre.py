"""Where this centre lay on a day, as the province said when the machine enrolled."""

import json

import pytest

from client_agent import centre
from client_agent.centre import UnitHistory

KNOWN = [
    ["2006-11-11", "Xã Yên Mông", "Thành phố Hòa Bình", "Tỉnh Hòa Bình"],
    ["2025-07-01", "Phường Tân Hòa", "Tỉnh Phú Thọ"],
]


@pytest.fixture
def history(agent):
    centre.keep_history(agent.state, json.dumps(KNOWN))
    return centre.unit_history(agent)


@pytest.mark.parametrize(
    ("day", "place"),
    [
        ("2012-07-24", "Xã Yên Mông, Thành phố Hòa Bình"),
        ("2025-06-30", "Xã Yên Mông, Thành phố Hòa Bình"),
        ("2025-07-01", "Phường Tân Hòa, Tỉnh Phú Thọ"),
        ("1999-01-01", "Xã Yên Mông, Thành phố Hòa Bình"),
    ],
)
def test_the_units_are_those_of_the_day(history, agent, day, place):
    home = history.home(agent.area, day)

    assert ("TTHTCĐ xã Mường Bi", place) == (home.centre, home.place)


def test_another_area_is_not_this_centre_s(history):
    assert history.home("b2", "2012-07-24") is None


@pytest.mark.parametrize("text", ["", "{}", "[1, []]", "[[1]]", "không phải JSON"])
def test_what_an_older_or_odd_server_says_leaves_the_unit_of_the_certificate(agent, text):
    centre.keep_history(agent.state, text)

    known = centre.unit_history(agent)
    assert () == tuple(known.since)
    assert ("Xã A", "Tỉnh B") == UnitHistory("a", "c", usual=("Xã A", "Tỉnh B")).home("a", "").units


def test_the_files_of_this_machine_name_the_centre_and_its_unit_of_that_day(agent, browser, held):
    centre.keep_history(agent.state, json.dumps(KNOWN))
    held("r1", held_from="2012-07-24")
    held("r2", held_from="2025-08-01")
    head, *rows = browser.get("/records/activity.csv").text.splitlines()

    assert head.removeprefix("\ufeff").startswith("Đơn vị,Trung tâm,")
    assert sorted(row[: row.index(",TTHTCĐ xã Mường Bi,")] for row in rows) == [
        '"Phường Tân Hòa, Tỉnh Phú Thọ"',
        '"Xã Yên Mông, Thành phố Hòa Bình"',
    ]
