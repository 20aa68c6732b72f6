"""Personal data that are due are erased at one stroke, and no others."""

import pytest

from schemas.record import get
from sync.changes import Key
from tests import imported

STAFF, AWARD = get("staff_member"), get("award")
NAMED = {**AWARD.example(), "consented_on": "2012-07-01", "recipient": "Bùi Thị Hoa"}
YEARS = 86_400_000 * 366


@pytest.fixture
def area(add_centre):
    return add_centre().area


@pytest.fixture
def kept(province, area):
    """A member of staff and a pupil who was rewarded; for five years and for ten."""
    found = Key(area, "staff_member", "s"), Key(area, "award", "a")
    for key, values in zip(found, (STAFF.example(), NAMED), strict=True):
        province.hub().write(key, values, "Lan")
    return found


def said(key):
    return f"{key.area} {key.record_type} {key.record_id}"


def erase(browser, *keys):
    return browser.post("/admin/retention", "/admin/retention", key=[said(key) for key in keys])


def test_nothing_is_due_before_its_time(browser, kept):
    assert "Không có dữ liệu cá nhân nào đến hạn xóa" in browser.get("/admin/retention").text


def test_what_is_ticked_is_erased_and_what_is_not_due_is_not(browser, province, kept, wall):
    wall.now += 6 * YEARS
    page = browser.get("/admin/retention").text
    answer = erase(browser, *kept)
    staff, award = province.store().load(list(kept)).values()

    assert (True, False) == (said(kept[0]) in page, said(kept[1]) in page)
    assert "ở 1 bản ghi" in answer.text
    assert (True, None) == (staff.deleted, staff.values["name"])
    assert "Bùi Thị Hoa" == award.values["recipient"]


def test_no_name_is_left_in_what_is_kept_to_take_a_table_back(browser, province, kept, wall):
    imported.import_table(province.hub(), province.config.folder, kept[0], name="Xa Văn Lạ")
    before = imported.kept(province.db())
    wall.now += 6 * YEARS
    erase(browser, kept[0])

    assert [True] == [STAFF.example()["name"] in text for text in before]
    assert [] == imported.kept(province.db())


def test_of_a_record_that_is_more_than_the_name_the_figures_stay(browser, province, kept, wall):
    wall.now += 11 * YEARS
    erase(browser, kept[1])
    staff, award = province.store().load(list(kept)).values()

    assert (False, None, None) == (
        award.deleted,
        award.values["recipient"],
        award.values["consented_on"],
    )
    assert AWARD.example()["total_amount"] == award.values["total_amount"]
    assert STAFF.example()["name"] == staff.values["name"]


def test_what_was_changed_since_the_page_was_opened_is_not_due_any_more(
    browser, province, kept, wall
):
    wall.now += 6 * YEARS
    browser.get("/admin/retention")
    province.hub().write(kept[0], {"main_post": "Hiệu trưởng"}, "Lan")
    answer = erase(browser, kept[0])

    assert "chưa xóa gì" in answer.text
    assert STAFF.example()["name"] == province.store().load([kept[0]])[kept[0]].values["name"]


@pytest.mark.parametrize("key", ["", "x", "a staff_member nothing", "a nothing b"])
def test_what_is_not_there_is_not_erased(browser, kept, key):
    answer = browser.post("/admin/retention", "/admin/retention", key=[key])

    assert "chưa xóa gì" in answer.text


def test_all_are_ticked_only_if_one_asks_for_it(browser, kept, wall):
    wall.now += 6 * YEARS

    assert " checked" not in browser.get("/admin/retention").text
    assert " checked" in browser.get("/admin/retention?all=1").text
