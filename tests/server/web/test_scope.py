"""Nobody sees outside their scope: a district's user against another district's records."""

import pytest

from server.centres import centres, units
from sync.changes import Key

SECRET = "Chuyện riêng của Kim Bôi"
FIGURE = ("7.654.321", "7654321")


@pytest.fixture
def mixed(land):
    """One activity of each district, an evaluation, a device, a conflict and a parked change."""
    land.mine = land.activity(land.da_bac[0], title="Chuyện của Đà Bắc")
    land.theirs = land.activity(land.kim_boi[0], title=SECRET, attendance_count=7_654_321)
    scores = {"year": 2012, "criteria_set": "TTHTCD-MAU-01", "status": "self_assessed"}
    land.sheet = land.write(land.kim_boi[0], "evaluation", **scores, **{"self_score.1.1": 4.5})
    land.device("bbbbbbbb", land.kim_boi[0], label=SECRET)
    land.clash(land.kim_boi[0], land.theirs, title=(f"{SECRET}, một", f"{SECRET}, hai"))
    return land


PAGES = [
    "/?period=2012",
    "/totals?period=2012",
    "/totals?period=2012&by=category&figures=all",
    "/totals/centre_profile",
    "/totals/activity.csv?period=2012",
    "/records/activity?period=2012",
    "/records/activity?period=all",
    "/records/activity?period=all&q=kim+boi",
    "/records/activity.csv?period=all",
    "/records/evaluation",
    "/evaluations?year=2012",
    "/evaluations.csv?year=2012",
    "/devices",
    "/devices.csv",
    "/attention",
]


def test_no_page_shows_a_district_what_is_anothers(mixed):
    client = mixed.logged_in("da.bac")
    texts = {page: client.get(page).text for page in PAGES}
    names = [SECRET, "Kim Bôi", "Thị trấn Bo", "Đú Sáng", mixed.theirs, mixed.kim_boi[0], *FIGURE]

    assert [] == [(page, name) for page in PAGES for name in names if name in texts[page]]
    assert [] == [page for page, text in texts.items() if "Đà Bắc" not in text]


@pytest.mark.parametrize("name", ["tinh", "hoi", "kim.boi"])
def test_who_it_belongs_to_and_the_whole_province_see_it(mixed, name):
    client = mixed.logged_in(name)
    marks = (SECRET, "Đú Sáng", "Kim Bôi", *FIGURE)
    texts = {page: client.get(page).text for page in PAGES}

    assert [] == [page for page, text in texts.items() if not any(mark in text for mark in marks)]


def test_no_address_leads_to_anothers_record(mixed):
    client = mixed.logged_in("da.bac")
    area = mixed.kim_boi[0]
    paths = [
        f"/records/activity/{area}/{mixed.theirs}",
        f"/records/evaluation/{area}/{mixed.sheet}",
    ]
    asked = [f"{path}{more}" for path in paths for more in ("", "?period=2012", "?on=2025-07-01")]

    assert [404] * len(asked) == [client.get(path).status_code for path in asked]
    assert 200 == mixed.logged_in("kim.boi").get(paths[0]).status_code


def test_no_unit_or_centre_of_another_district_can_be_asked_for(mixed):
    client = mixed.logged_in("da.bac")
    theirs = [mixed.units["153"].id, mixed.units["04984"].id, mixed.kim_boi[0], "elsewhere", "x"]
    pages = ["/", "/totals", "/records", "/evaluations", "/records/activity.csv"]
    answers = [client.get(f"{page}?period=2012&unit={unit}") for page in pages for unit in theirs]

    assert {404} == {answer.status_code for answer in answers}


def test_one_area_of_the_own_does_not_open_a_record_id_of_anothers(mixed):
    path = f"/records/activity/{mixed.da_bac[0]}/{mixed.theirs}"

    assert 404 == mixed.logged_in("da.bac").get(path).status_code


def test_a_unit_of_another_day_gives_no_more_than_the_scope_of_the_period(mixed):
    """Thanh Hà belonged to Kim Bôi until 15/7/2009: its later records are Lạc Thủy's."""
    later = units.in_force(mixed.db, "2012-07-24")
    thanh_ha = next(unit for unit in later if unit.code == "04981")
    area = centres.add(mixed.db, thanh_ha, "2008-01-01").area
    mixed.activity(area, title="Thanh Hà 2012")
    mixed.activity(area, title="Thanh Hà 2008", held_from="2008-05-05")
    client = mixed.logged_in("kim.boi")

    assert "Thanh Hà 2008" in client.get("/records/activity?period=2008").text
    assert "Thanh Hà 2012" not in client.get("/records/activity?period=2012").text
    assert "Thanh Hà 2012" not in client.get("/records/activity?period=2012&on=2008-05-05").text


def test_what_a_device_sent_into_anothers_records_shows_nothing_of_them(mixed):
    """A parked change is shown where its device belongs, without the record it was meant for."""
    key = Key(mixed.kim_boi[0], "activity", mixed.theirs)
    mixed.park(mixed.da_bac[0], key, venue="Đổi địa điểm")
    page = mixed.logged_in("da.bac").get("/attention").text

    assert "Đổi địa điểm" in page
    assert SECRET not in page
    assert mixed.theirs not in page.replace(f"“{mixed.theirs}”", "")
