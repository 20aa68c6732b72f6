"""One record, by a person at a browser without scripts."""

import pytest

from schemas.owners import CENTRE
from schemas.record import get, record_types
from schemas.records.activity import Activity
from sync.changes import DELETED, Key

UNKEYED = [n for n, s in record_types().items() if s.owner == CENTRE and not s.natural_key]


def log(agent):
    return agent.store().own(agent.replica().name, 0, 99)


def test_what_is_typed_is_saved_and_shown(browser, activities, form):
    browser.get("/records/activity/new")
    browser.fill(form(title="Kỹ thuật trồng cam"))

    assert ["Kỹ thuật trồng cam"] == [record.values["title"] for record in activities()]
    assert 200 == browser.status
    assert "Đã lưu trên máy này" in browser.words()
    assert "Tập huấn" in browser.words()


def test_a_wrong_form_comes_back_whole_with_messages_beside_the_fields(browser, activities, form):
    browser.get("/records/activity/new")
    browser.fill(form(title="", female_count="nhiều", venue="Nhà văn hóa <Bưng>"))

    assert 422 == browser.status
    assert 'aria-describedby="error-female_count' in browser.text
    assert 'value="nhiều"' in browser.text
    assert "Nhà văn hóa &lt;Bưng&gt;" in browser.text
    assert [] == activities()


def test_a_form_sent_twice_makes_one_record(agent, browser, activities, form):
    browser.get("/records/activity/new")
    path, page = browser.path, browser.text
    browser.fill(form())
    browser.text = page
    browser.fill(form(), path)

    assert 1 == len(activities())
    assert 1 == len(log(agent))


def test_a_new_form_corrected_after_the_back_button_changes_that_one_record(
    agent, browser, activities, form
):
    browser.get("/records/activity/new")
    path, page = browser.path, browser.text
    browser.fill(form())
    browser.text = page
    browser.fill(form(title="Tên đã sửa"), path)

    assert ["Tên đã sửa"] == [record.values["title"] for record in activities()]
    second = log(agent)[1]
    assert {"title": "Tên đã sửa"} == dict(second.fields)
    assert {"title": log(agent)[0].at} == dict(second.seen)


def test_the_back_button_opens_what_was_saved(browser, form):
    browser.get("/records/activity/new")
    path = browser.path
    browser.fill(form(title="Đã lưu"))
    browser.get(path)

    assert 'value="Đã lưu"' in browser.text
    assert "Hoạt động: sửa" in browser.words()


def test_only_what_was_typed_goes_into_the_change(agent, browser, held, form):
    held()
    browser.get("/records/activity/r1/edit")
    browser.fill(form(venue="Trụ sở xã"))

    assert {"venue": "Trụ sở xã"} == dict(log(agent)[-1].fields)


def test_a_form_left_open_reverts_nothing(agent, browser, colleague, held, form, activities):
    held()
    browser.get("/records/activity/r1/edit")
    colleague.get("/records/activity/r1/edit")
    colleague.fill(form(title="Tên do Tuấn sửa"))
    browser.fill(form(venue="Trụ sở xã"))

    values = activities()[0].values
    assert ("Tên do Tuấn sửa", "Trụ sở xã") == (values["title"], values["venue"])


def test_two_people_in_one_field_can_be_told_by_what_they_saw(
    agent, browser, colleague, held, form
):
    held()
    first = log(agent)[0].at
    browser.get("/records/activity/r1/edit")
    colleague.get("/records/activity/r1/edit")
    colleague.fill(form(title="Tuấn"))
    browser.fill(form(title="Lan"))

    assert [{"title": first}] * 2 == [dict(change.seen) for change in log(agent)[1:]]
    assert ["Hà Văn Tuấn", "Bùi Thị Lan"] == [change.author for change in log(agent)[1:]]


def test_a_field_that_is_emptied_is_empty(browser, activities, held, form):
    held()
    browser.get("/records/activity/r1/edit")
    browser.fill(form(venue=""))

    assert activities()[0].values["venue"] is None


def test_a_form_that_does_not_say_what_was_opened_is_shown_again(browser, activities, held, form):
    held()
    browser.get("/records/activity/r1/edit")
    browser.fill(form(title="Mới", _opened="forged"))
    assert 422 == browser.status
    assert 'value="Mới"' in browser.text

    browser.fill(form(title="Mới"))
    assert "Mới" == activities()[0].values["title"]


def test_the_form_of_one_record_does_not_save_another(browser, activities, held, form):
    held("r1", title="Một")
    held("r2", title="Hai")
    browser.get("/records/activity/r1/edit")
    browser.fill(form(title="Ba"), "/records/activity/r2/edit")

    assert 422 == browser.status
    assert {"Một", "Hai"} == {record.values["title"] for record in activities()}


def test_a_copy_is_a_new_record(browser, activities, held, form):
    held(title="Lớp tháng 7")
    browser.get("/records/activity/r1")
    browser.get("/records/activity/r1/copy")
    assert 'value="Lớp tháng 7"' in browser.text

    browser.fill(form(title="Lớp tháng 8", held_from="24/8/2012", held_to=""))
    assert {"Lớp tháng 7", "Lớp tháng 8"} == {record.values["title"] for record in activities()}


def test_what_is_deleted_comes_back_with_one_click(agent, browser, activities, held):
    key = held(title="Lớp xóa mù chữ")
    browser.get("/records/activity/r1")
    browser.fill({}, "/records/activity/r1/delete")
    assert [] == activities()
    assert "Đã xóa «Lớp xóa mù chữ»" in browser.words()

    browser.post("/records/activity/r1/restore")
    assert ["Lớp xóa mù chữ"] == [record.values["title"] for record in activities()]
    assert [True, False] == [c.fields[DELETED] for c in log(agent) if DELETED in c.fields]
    assert key == log(agent)[-1].key


@pytest.mark.parametrize(("ended", "warned"), [(None, True), ("2012-05-31", False)])
def test_what_is_in_force_is_to_be_ended_and_not_deleted(agent, browser, ended, warned):
    values = {**get("village_club").example(), "closed_on": ended}
    agent.replica().write(Key("a1", "village_club", "c1"), values, "Hoa")
    browser.get("/records/village_club/c1")

    assert warned == ("đừng xóa" in browser.words())
    assert warned == ("điền “Ngừng hoạt động”" in browser.words())


def test_a_deletion_has_seen_the_whole_record(agent, browser, held):
    held()
    browser.get("/records/activity/r1")
    browser.fill({}, "/records/activity/r1/delete")

    assert Activity.example().keys() == dict(log(agent)[-1].seen).keys()


def test_a_copy_begins_without_the_days_counts_and_amounts_of_another_time(browser, held):
    held(title="Lớp tháng 7", attendance_count=173, budget_amount=1_250_000)
    browser.get("/records/activity/r1/copy")

    assert 'value="Lớp tháng 7"' in browser.text
    assert 'value="173"' not in browser.text
    assert "1.250.000" not in browser.text
    assert "24/07/2012" not in browser.text


def test_a_likely_duplicate_is_asked_about_and_reported(browser, activities, held, form):
    held()
    browser.get("/records/activity/new")
    browser.fill(form(title=Activity.example()["title"].upper()))
    assert 1 == len(activities())
    browser.fill(form(title=Activity.example()["title"].upper(), _sure=browser.hidden("_sure")))

    assert 2 == len(activities())
    assert "Có thể bị trùng" in browser.words()


@pytest.mark.parametrize("kind", UNKEYED)
def test_of_every_record_type_a_likely_duplicate_is_reported(agent, browser, kind):
    for name in ("record000001", "record000002"):
        agent.replica().write(Key("a1", kind, name), get(kind).example(), "Lan")
    browser.get(f"/records/{kind}/record000001")

    assert "Có thể bị trùng" in browser.words()
    assert f"/records/{kind}/record000002" in browser.text


def test_another_day_is_no_duplicate(browser, held, form):
    held()
    browser.get("/records/activity/new")
    browser.fill(form(held_from="1/8/2012", held_to=""))

    assert "Có thể bị trùng" not in browser.words()


def test_the_record_says_who_changed_what_and_whether_it_was_sent(browser, colleague, held, form):
    held()
    colleague.get("/records/activity/r1/edit")
    colleague.fill(form(venue="Trụ sở xã"))
    browser.get("/records/activity/r1")

    assert "Hà Văn Tuấn · Sửa: Địa điểm (máy này)" in browser.words()
    assert "Địa điểm: Nhà văn hóa xóm Bưng → Trụ sở xã Chờ gửi" in browser.words()
    assert "Bùi Thị Lan · Tạo mới" in browser.words()


def test_the_one_profile_of_a_centre_opens_at_once_and_stays_one(agent, browser):
    for phone in ("0218 3000", "0218 3001"):
        browser.get("/records/centre_profile/new")
        browser.fill({"name": "TTHTCĐ xã Mường Bi", "phone": phone})

    found = agent.store().fingerprints(["a1"], "centre_profile")
    assert ["0218 3001"] == [r.values["phone"] for r in agent.store().load(list(found)).values()]


def test_what_the_province_publishes_is_read_only(browser, criteria, agent):
    browser.get("/records/criteria_set")
    assert "Thêm mới" not in browser.words()

    key = next(iter(agent.store().fingerprints(["published"], "criteria_set")))
    browser.get(f"/records/criteria_set/{key.record_id}/edit")
    assert 404 == browser.status


def test_what_is_not_there_is_a_page_that_says_so(browser):
    for path in ("/records/activity/missing-one", "/records/spaceship", "/records/activity/x/edit"):
        browser.get(path)

        assert 404 == browser.status
        assert "Không có trang này" in browser.words()


def test_a_save_is_soon_sent(agent, browser, form):
    browser.get("/records/activity/new")
    browser.fill(form())

    assert agent.state.get("saved_at") > 0


def test_a_record_deleted_elsewhere_is_not_edited_by_chance(browser, agent, held):
    key = held()
    agent.replica().write(key, {DELETED: True}, "province")
    browser.get("/records/activity/r1/edit")

    assert "đã bị xóa" in browser.words()


def test_keys_of_other_areas_cannot_be_reached(browser, agent):
    agent.replica().write(Key("a2", "activity", "foreign1"), {"title": "Lạ"}, "x")
    browser.get("/records/activity/foreign1")

    assert 404 == browser.status


def test_what_is_not_ours_can_be_neither_deleted_nor_restored(browser, criteria, agent):
    key = next(iter(agent.store().fingerprints(["published"], "criteria_set")))
    browser.get(f"/records/criteria_set/{key.record_id}")
    for deed in ("delete", "restore"):
        browser.fill({}, f"/records/criteria_set/{key.record_id}/{deed}")

        assert 404 == browser.status


def test_an_evaluation_is_seen_on_its_sheet(browser, criteria, agent):
    browser.get("/evaluation/2012")
    browser.fill({"do": "save", "self_score.1.1": "4"})
    key = next(iter(agent.store().fingerprints(["a1"], "evaluation")))
    browser.get(f"/records/evaluation/{key.record_id}")

    assert "/evaluation/2012" == browser.path


def test_a_form_whose_day_is_not_typed_yet_offers_the_titles_of_other_days_with_these(
    browser, clock
):
    clock.now = 1_764_300_000_000  # 28/11/2025
    browser.get("/records/title_count/new")
    assert "Hiếu học (từ 2008) (từ 01/01/2008 đến 31/12/2015)" in browser.words()

    typed = {"year": "2012", "scheme": "hoc_tap", "title": "title_family", "achieved_count": "5"}
    browser.fill(typed)
    assert "không dùng vào ngày của bản ghi: Học tập (từ 2014) (từ 20/02/2014)" in browser.words()
    browser.fill({**typed, "scheme": "hieu_hoc"})
    assert "Đã lưu" in browser.words()
