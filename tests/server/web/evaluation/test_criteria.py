"""The editor of criteria sets, as the province uses it: without a script."""

import re
from html import unescape

import pytest

from reporting.evaluations import criteria_sets
from schemas.record import natural_id
from schemas.records.criteria_set import CriteriaSet, criteria, in_force
from sync.changes import Key

from ..records.test_writing import Office

SHIPPED = "TTHTCD-MAU-01"


class Editor(Office):
    """An officer at the form of a set, who presses its buttons."""

    def press(self, deed, **typed):
        return self.send({**self.fields(), **typed, "do": deed})

    def fields(self):
        """What stands in the form, as a browser would send it."""
        inputs = re.findall(
            r'<input class="form-control[^>]*?name="([^"]+)" value="([^"]*)"', self.text
        )
        areas = re.findall(r'<textarea[^>]*name="([^"]+)"[^>]*>\n?([^<]*)</textarea>', self.text)
        selects = re.findall(r'<select[^>]*name="([^"]+)".*?</select>', self.text, re.DOTALL)
        found = {name: unescape(text) for name, text in (*inputs, *areas)}
        return found | {name: self._chosen(name) for name in selects}

    def _chosen(self, name):
        part = re.search(rf'<select[^>]*name="{name}".*?</select>', self.text, re.DOTALL)[0]
        found = re.findall(r'value="([^"]*)" selected', part)
        return found[0] if found else ""


def key_of(land, code):
    area = land.province.published
    return Key(area, "criteria_set", natural_id(CriteriaSet, area, {"code": code}))


def stored(land, code):
    return land.province.store().load([key_of(land, code)])[key_of(land, code)].values


def copied(land, name="tinh"):
    return Editor(land, name).get(f"/criteria/new?copy={key_of(land, SHIPPED).record_id}")


def edited(land, code):
    return Editor(land, "tinh").get(f"/criteria/{key_of(land, code).record_id}/edit")


def test_a_set_is_copied_for_the_next_year_changed_and_published(land):
    office = copied(land)
    office.press("add.groups.0.items", **{"groups.0.max": "30"})
    office.press(
        "save",
        status="official",
        **{"groups.0.items.5.name": "Mở lớp tin học", "groups.0.items.5.max": "5"},
    )
    made = stored(land, f"{SHIPPED}-2013")

    assert "Các trung tâm nhận được" in office.text
    assert ("1.6", "Mở lớp tin học", 5) == criteria(made)[5][:3]
    assert SHIPPED == in_force(sets(land), 2012)["code"]
    assert f"{SHIPPED}-2013" == in_force(sets(land), 2013)["code"]


def sets(land):
    return criteria_sets(land.db, land.province.published).values()


def test_the_list_tells_years_and_warns_where_two_sets_overlap(land):
    saved = copied(land).press("save", status="official").text
    page = Editor(land, "hoi").get("/criteria").text

    assert 'href="/criteria"' in Editor(land, "hoi").get("/records/criteria_set").text
    assert "từ 2008" in page
    assert f"Từ năm 2013 có hai bộ: {SHIPPED}-2013 và {SHIPPED}" in page
    assert f"Từ năm 2013 có hai bộ: {SHIPPED}-2013 và {SHIPPED}" in saved


def test_a_faulty_set_is_not_saved_and_nothing_typed_is_lost(land):
    office = copied(land).press("save", **{"groups.0.items.0.max": "9", "title": "Bộ của tỉnh"})

    assert 422 == office.status
    assert "cộng lại được 29 điểm, khác 25 điểm" in office.text
    assert ("9", "Bộ của tỉnh") == tuple(
        office.fields()[name] for name in ("groups.0.items.0.max", "title")
    )
    assert {} == stored(land, f"{SHIPPED}-2013")


def test_checking_saves_nothing_and_says_that_all_is_well(land):
    office = copied(land).press("check")

    assert "Đã kiểm tra, không có lỗi" in unescape(office.text)
    assert {} == stored(land, f"{SHIPPED}-2013")


def test_an_empty_set_is_written_from_nothing(land):
    office = Editor(land, "tinh").get("/criteria/new")
    office.press(
        "save", code="TTHTCD-2014", title="Bộ mới", year_from="2014", status="draft",
        **{"groups.0.name": "Nhóm", "groups.0.max": "10", "groups.0.items.0.name": "Tiêu chí",
           "groups.0.items.0.max": "10", "thresholds.good": "8,5"},
    )  # fmt: skip

    assert 8.5 == stored(land, "TTHTCD-2014")["thresholds"][0]["min"]
    assert "Bản đang soạn" in office.text


def test_a_code_is_never_used_for_a_second_set(land):
    copied(land).press("save", title="Một")
    office = copied(land).press("save", title="Hai")

    assert 422 == office.status
    assert "mã không bao giờ dùng lại" in office.text
    assert "Một" == stored(land, f"{SHIPPED}-2013")["title"]


def test_a_form_that_is_sent_twice_makes_one_set(land):
    office = copied(land)
    typed, token = office.fields(), office.hidden("csrf_token")
    path, hidden = office.path, {"csrf_token": token, "_opened": office.hidden("_opened")}
    for _ in range(2):
        office.follow(
            office.client.post(path, data={**hidden, **typed, "do": "save"}, follow_redirects=True)
        )

    assert 200 == office.status
    assert f"/records/criteria_set/{land.province.published}" in office.path


def test_a_set_that_nobody_is_scored_by_yet_is_changed_freely(land):
    copied(land).press("save", status="official")
    office = edited(land, f"{SHIPPED}-2013")
    office.press("save", **{"groups.0.max": "24", "groups.0.items.0.max": "4"})

    assert 4 == criteria(stored(land, f"{SHIPPED}-2013"))[0].max


def test_of_a_set_that_is_used_wording_and_the_last_year_are_mended(land):
    office = edited(land, SHIPPED)
    assert "groups.0.items" not in str(re.findall(r'value="(?:add|remove|up)\.[^"]*"', office.text))

    office.press("save", year_to="2012", **{"groups.0.items.0.name_en": "Founded and staffed"})
    found = stored(land, SHIPPED)

    assert "Founded and staffed" == criteria(found)[0].label.en
    assert 2012 == found["year_to"]


@pytest.mark.parametrize(
    "typed",
    [{"groups.0.max": "24", "groups.0.items.0.max": "4"}, {"groups.0.items.0.code": "1.9"},
     {"thresholds.good": "80"}, {"status": "draft"}],
)  # fmt: skip
def test_of_a_set_that_is_used_the_meaning_is_not_changed(land, typed):
    before = stored(land, SHIPPED)
    office = edited(land, SHIPPED).press("save", **typed)

    assert 422 == office.status
    assert "hãy chép thành bộ mới" in office.text
    assert before == stored(land, SHIPPED)


def test_a_set_that_came_to_be_used_while_it_was_edited_keeps_its_meaning(land):
    copied(land).press("save", status="official")
    office = edited(land, f"{SHIPPED}-2013")
    land.write(land.da_bac[0], "evaluation", year=2013, criteria_set=f"{SHIPPED}-2013")
    office.press("save", **{"groups.0.max": "24", "groups.0.items.0.max": "4"})

    assert 422 == office.status
    assert 5 == criteria(stored(land, f"{SHIPPED}-2013"))[0].max


def test_a_set_that_is_not_there_has_no_form(land):
    assert 404 == Editor(land, "tinh").get("/criteria/nothing/edit").status


def test_a_last_year_cannot_leave_out_sheets_that_there_are(land):
    land.write(land.da_bac[0], "evaluation", year=2012, criteria_set=SHIPPED, status="draft")
    office = edited(land, SHIPPED).press("save", year_to="2011")

    assert 422 == office.status
    assert "Đã có phiếu năm 2012" in office.text


def test_a_set_that_nobody_was_scored_by_is_thrown_away_and_brought_back(land):
    office = copied(land).press("save")
    path = office.path.replace(f"/records/criteria_set/{land.province.published}", "/criteria")
    office.send({"do": "delete"}, f"{path}/bury")
    gone = Editor(land, "tinh").get("/criteria").text
    office.send({"do": "restore"}, f"{path}/bury")

    assert f"{SHIPPED}-2013" not in gone
    assert f"{SHIPPED}-2013" in Editor(land, "tinh").get("/criteria").text


def test_a_set_that_is_used_is_not_thrown_away(land):
    key = key_of(land, SHIPPED)
    office = Editor(land, "tinh").get(f"/records/criteria_set/{key.area}/{key.record_id}")
    assert "/bury" not in office.text

    office.send({"do": "delete"}, f"/criteria/{key.record_id}/bury")
    assert 403 == office.status
    assert SHIPPED in Editor(land, "tinh").get("/criteria").text


@pytest.mark.parametrize("name", ["hoi", "da.bac"])
def test_only_the_province_writes_criteria_sets(land, name):
    office = Editor(land, name)

    assert 403 == copied(land, name).status
    assert 403 == office.get(f"/criteria/{key_of(land, SHIPPED).record_id}/edit").status
    assert "Chép thành bộ mới" not in office.get("/criteria").text


def test_the_page_of_a_set_shows_its_criteria_and_ranks(land):
    key = key_of(land, SHIPPED)
    page = Editor(land, "tinh").get(f"/records/criteria_set/{key.area}/{key.record_id}").text

    assert "1. Bộ máy quản lý và điều kiện" in page
    assert "≥ 85" in page


def test_a_form_that_we_did_not_make_saves_nothing(land):
    office = copied(land)
    office.send({**office.fields(), "do": "save", "_opened": "x"})

    assert 422 == office.status
    assert "Trang này mở đã lâu" in office.text
