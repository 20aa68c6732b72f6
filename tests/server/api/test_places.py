"""Programs with a token read the centres and units that records name."""

import csv
import io

import pytest

from server.centres import centres, units
from server.tokens.tokens import Scope
from tests.server.web.conftest import founded, land  # noqa: F401  # a province with centres

from .test_reading import Reader

DISTRICT = "Huyện Đà Bắc"


class Places(Reader):
    def get(self, path, **asked):
        head = {"Authorization": f"Bearer {self.secret}"}
        return self.client.get(f"/api/v1{path}", query_string=asked, headers=head)


@pytest.fixture
def places(land):  # noqa: F811
    return Places(land)


@pytest.fixture
def of_district(land):  # noqa: F811
    return Places(land, Scope(unit_id=land.units["150"].id))


def named(items, name):
    return [item for item in items if item["name"] == name]


def test_without_a_token_nothing_is_read(land):  # noqa: F811
    client = land.app.test_client()

    assert [401, 401] == [client.get(f"/api/v1/{n}").status_code for n in ("centres", "units")]


def test_a_centre_is_listed_with_its_units_of_all_days(places, land):  # noqa: F811
    items, _ = places.everything("/centres")
    (item,) = named(items, "TTHTCĐ Thị trấn Đà Bắc")
    by_id = {unit["id"]: unit for unit in places.everything("/units")[0]}

    assert 5 == len(items)
    assert land.da_bac[0] == item["id"]
    assert ("2008-01-01", None, "04831") == tuple(
        item[name] for name in ("valid_from", "valid_to", "code")
    )
    assert [
        ("Thị trấn Đà Bắc", "2004-08-31", "2025-06-30"),
        ("Xã Đà Bắc", "2025-07-01", None),
    ] == [(by_id[s["unit"]]["name"], s["valid_from"], s["valid_to"]) for s in item["units"]]


def test_a_unit_is_listed_with_its_days_parents_and_what_it_became(places):
    items, _ = places.everything("/units")
    (old,) = named(items, "Thị trấn Đà Bắc")
    (new,) = named(items, "Xã Đà Bắc")
    (district,) = named(items, DISTRICT)

    assert ("commune", "thi_tran", "04831", "2025-06-30") == tuple(
        old[name] for name in ("level", "kind", "code", "valid_to")
    )
    assert district["id"] == old["parent"]
    assert [new["id"]] == old["continued_by"]
    assert "Tỉnh Phú Thọ" == next(u["name"] for u in items if u["id"] == new["parent"])


def test_pages_follow_each_other_and_a_cursor_says_whether_the_list_changed(places, land):  # noqa: F811
    whole, cursor = places.everything("/centres", limit=2)
    again = places.get("/centres", cursor=cursor).json
    assert [5, []] == [len(whole), again["items"]]

    centres.add(land.db, land.units["04849"], "2012-07-24")
    changed, _ = places.everything("/centres", limit=2)
    since = places.get("/centres", cursor=cursor).json["items"]
    assert {item["id"] for item in changed} == {item["id"] for item in since}
    assert 6 == len(since)


def test_a_token_of_a_district_lists_its_own_centres_and_the_units_they_name(of_district, land):  # noqa: F811
    listed, _ = of_district.everything("/centres")
    known, _ = of_district.everything("/units")
    ids = {unit["id"] for unit in known}

    assert set(land.da_bac) == {item["id"] for item in listed}
    assert {span["unit"] for item in listed for span in item["units"]} <= ids
    assert {unit["parent"] for unit in known if unit["parent"]} <= ids
    assert [] == named(known, "Huyện Kim Bôi")
    assert 1 == len(named(known, DISTRICT))


def test_a_record_bears_its_centre_and_the_unit_of_its_day(land):  # noqa: F811
    land.activity(land.da_bac[0], title="Cũ", held_from="2012-07-24")
    land.activity(land.da_bac[0], title="Mới", held_from="2025-07-01")
    reader = Reader(land)
    items = {item["values"]["title"]: item for item in reader.get("/activity").json["items"]}

    centre = {"id": land.da_bac[0], "name": "TTHTCĐ Thị trấn Đà Bắc"}
    assert [centre, centre] == [items[name]["centre"] for name in ("Cũ", "Mới")]
    assert {
        "id": land.units["04831"].id,
        "names": ["Thị trấn Đà Bắc", "Huyện Đà Bắc", "Tỉnh Hòa Bình"],
    } == items["Cũ"]["unit"]
    assert ["Xã Đà Bắc", "Tỉnh Phú Thọ"] == items["Mới"]["unit"]["names"]
    (published, *_) = reader.get("/criteria_set").json["items"]
    assert (None, None) == (published["centre"], published["unit"])


def test_csv_bears_them_too(land, places):  # noqa: F811
    land.activity(land.da_bac[0])
    (line,) = csv.DictReader(io.StringIO(Reader(land).get("/activity", format="csv").text))
    (first, *_) = csv.DictReader(io.StringIO(places.get("/units", format="csv").text))

    assert "TTHTCĐ Thị trấn Đà Bắc" == line["_centre"]
    assert "Thị trấn Đà Bắc, Huyện Đà Bắc, Tỉnh Hòa Bình" == line["_unit"]
    assert (land.units["04831"].id, "Tỉnh Hòa Bình") == (line["_unit_id"], first["name"])


@pytest.mark.parametrize(("asked", "code"), [({"limit": 0}, 422), ({"cursor": "x"}, 409)])
def test_a_question_that_is_none_is_refused_in_words(places, asked, code):
    answer = places.get("/centres", **asked)

    assert code == answer.status_code
    assert answer.json["vi"]


def test_the_units_of_all_days_are_listed_once(places, land):  # noqa: F811
    items, _ = places.everything("/units")

    assert sorted(units.territory(land.db).rows) == sorted(item["id"] for item in items)
