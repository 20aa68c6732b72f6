import pytest

from client_agent.database import damaged_rows
from client_agent.syncing.status import attention
from schemas.record import natural_id
from schemas.records.evaluation import Evaluation
from sync.changes import DELETED, Key
from sync.decisions import RELEASED, answer
from sync.review import SENT_AGAIN, SET_ASIDE, conflict_key, parked_key
from sync.shortening import BEGINNING, shortened, shortened_fields

LAN, TUAN = "Bùi Thị Lan", "Hà Văn Tuấn"


class Notices:
    """What the server would have written into this centre's records."""

    def __init__(self, agent, held):
        self.agent, self.held = agent, held

    def load(self, key):
        return self.agent.store().load([key])[key]

    def conflict(self, field="title", first="Tên của Lan", second="Tên của Tuấn", **times):
        """Two people wrote a field of one record; the second stands."""
        key = self.held(**{field: first})
        ours = self.agent.replica().write(key, {field: second}, TUAN)
        theirs = self.agent.store().history([key])[0].change
        writes = {str(theirs.at): first, str(ours.at): second}
        values = {"record": list(key), "field": field, "writes": writes}
        values["times"] = {str(ours.at): times["tuan"]} if times else {}
        self.agent.replica().write(conflict_key(key, field), values, "")
        return conflict_key(key, field), key

    def deletion(self):
        key = self.held()
        edit = self.agent.replica().write(key, {"title": "Sửa"}, TUAN)
        gone = self.agent.replica().write(key, {DELETED: True}, LAN)
        writes = {str(edit.at): {"title": "Sửa"}, str(gone.at): True}
        values = {"record": list(key), "field": DELETED, "writes": writes}
        self.agent.replica().write(conflict_key(key, DELETED), values, "")
        return conflict_key(key, DELETED), key

    def parked(self, key, reason="device not active", replica="d7.x", **fields):
        at = self.agent.replica().clock(self.load(key).at)
        values = {"reason": reason, "record": list(key), "fields": fields, "author": TUAN}
        values |= {"replica": replica, "times": [at.millis + 60_000, 0]}
        self.agent.replica().write(parked_key("a1", at), values, "")
        return parked_key("a1", at)


@pytest.fixture
def told(agent, held):
    return Notices(agent, held)


def page_of(key):
    return f"/attention/{'conflict' if key.record_type == 'conflict' else 'parked'}/{key.record_id}"


def seen(browser, **typed):
    """Press a button of the open page of a conflict."""
    hidden = {name: browser.hidden(name) for name in ("_opened",)}
    return browser.post(browser.path, {**hidden, **typed})


def stamp_of(told, key, value):
    return next(at for at, found in told.load(key).values["writes"].items() if found == value)


def test_nothing_needs_a_person(browser):
    browser.get("/attention/")

    assert "Không có gì cần bạn xem" in browser.words()


def test_the_list_says_what_waits_and_leads_to_it(browser, told):
    key, record = told.conflict()
    browser.get("/attention/")

    assert "Ghi khác nhau: Tên hoạt động" in browser.words()
    assert (
        f"Tên của Tuấn đang dùng {TUAN}, 22/11/2012 15:05 · máy này Tên của Lan {LAN}"
        in browser.words()
    )
    assert "1 cần bạn xem" in browser.words()
    assert f'href="{page_of(key)}"' in browser.text

    browser.get(f"/records/activity/{record.record_id}")
    assert "Có người ghi khác bạn ở bản ghi này" in browser.words()
    assert f'href="{page_of(key)}"' in browser.text


def test_a_conflict_shows_every_value_who_wrote_it_when_and_where(browser, told):
    hour = 3_600_000
    key, _ = told.conflict(tuan=[1_353_571_600_000, hour])
    browser.get(page_of(key))

    assert "“Tên hoạt động”: giá trị nào đúng?" in browser.words()
    assert f"Tên của Tuấn đang dùng {TUAN} · máy này Ghi lúc 22/11/2012 15:05" in browser.words()
    assert "đúng ra là 22/11/2012 14:05" in browser.words()
    assert "Tỉnh nhận lúc 22/11/2012 15:06" in browser.words()
    assert f"Tên của Lan {LAN} · máy này" in browser.words()


def test_the_value_that_was_chosen_stands_and_the_conflict_is_closed(agent, browser, told):
    key, record = told.conflict()
    browser.get(page_of(key))
    seen(browser, choose=stamp_of(told, key, "Tên của Lan"))

    assert "Tên của Lan" == told.load(record).values["title"]
    assert LAN == agent.store().history([record])[-1].change.author
    assert f"{LAN} đã quyết định" in browser.words()
    assert [] == attention(agent)


def test_to_keep_what_is_in_use_only_closes(agent, browser, told):
    key, record = told.conflict()
    before = told.load(record)
    browser.get(page_of(key))
    seen(browser, choose="keep")

    assert before == told.load(record)
    assert [] == attention(agent)


def test_what_arrives_while_somebody_decides_is_not_closed_unread(agent, browser, told):
    key, record = told.conflict()
    browser.get(page_of(key))
    newer = agent.replica().write(record, {"title": "Mới"}, TUAN)
    writes = {**told.load(key).values["writes"], str(newer.at): "Mới"}
    agent.replica().write(key, {"writes": writes}, "")
    seen(browser, choose="keep")

    assert [key] == [notice.key for notice in attention(agent)]
    assert "Trong lúc bạn quyết định, có giá trị mới đến" in browser.words()
    assert "Mới đang dùng mới đến" in browser.words()


def test_a_post_without_the_token_of_the_page_is_refused(agent, app, told, browser):
    key, _ = told.conflict()
    app.config["WTF_CSRF_ENABLED"] = True
    browser.get(page_of(key))
    hidden = {name: browser.hidden(name) for name in ("_opened",)}
    answer = browser.client.post(page_of(key), data={**hidden, "choose": "keep"})

    assert 400 == answer.status_code
    assert 1 == len(attention(agent))


@pytest.mark.parametrize(("choose", "deleted"), [("restore", False), ("delete", True)])
def test_whether_a_record_lives_is_for_a_person_to_say(agent, browser, told, choose, deleted):
    key, record = told.deletion()
    browser.get(page_of(key))
    words = browser.words()
    seen(browser, choose=choose)

    assert "Xóa hay giữ bản ghi này?" in words
    assert "Tên hoạt động Sửa" in words
    assert deleted == told.load(record).deleted
    assert "Sửa" == told.load(record).values["title"]
    assert [] == attention(agent)


def test_a_field_of_the_districts_is_not_the_centres_to_decide(agent, browser, told):
    record = Key("a1", "evaluation", natural_id(Evaluation, "a1", {"year": 2012}))
    first = agent.replica().write(record, {"year": 2012, "verified_score.1.1": 4}, "huyện")
    second = agent.replica().write(record, {"verified_score.1.1": 5}, "tỉnh")
    writes = {str(first.at): 4, str(second.at): 5}
    field = "verified_score.1.1"
    key = conflict_key(record, field)
    agent.replica().write(key, {"record": list(record), "field": field, "writes": writes}, "")
    browser.get(page_of(key))
    offered = 'name="choose"' in browser.text
    seen(browser, choose="keep")

    assert not offered
    assert 403 == browser.status
    assert 1 == len(attention(agent))


def test_a_parked_change_shows_why_all_it_said_and_what_stands_now(browser, told, held):
    record = held(title="Tên đang có")
    key = told.parked(record, title="Tên đã gửi", category="xmc", from_the_future=[1])
    browser.get(page_of(key))

    assert "Lý do: Máy gửi đã ngừng sử dụng." in browser.words()
    assert "Tên hoạt động Tên đã gửi Tên đang có" in browser.words()
    assert "Lĩnh vực Xóa mù chữ, sau xóa mù chữ" in browser.words()
    assert "from_the_future [1]" in browser.words()
    assert f"{TUAN} · máy khác (d7) Ghi lúc 22/11/2012 15:05" in browser.words()
    assert "Tỉnh nhận lúc 22/11/2012 15:06" in browser.words()


def test_what_was_parked_is_corrected_and_sent_again(agent, browser, told, held, form):
    record = held(title="Tên đang có")
    key = told.parked(record, title="Tên đã gửi", venue="Nhà văn hóa")
    browser.get(page_of(key))
    browser.get(f"/records/activity/{record.record_id}/edit?notice={key.record_id}")
    filled = browser.text
    browser.fill(form(title="Tên đã sửa", venue="Nhà văn hóa", _notice=browser.hidden("_notice")))
    sent = agent.store().history([record])[-1].change

    assert 'value="Tên đã gửi"' in filled
    assert "Biểu mẫu đã điền sẵn" in filled
    assert ("Tên đã sửa", LAN) == (sent.fields["title"], sent.author)
    assert SENT_AGAIN == answer(told.load(key)).how
    assert [] == attention(agent)


def test_only_what_is_the_centres_is_sent_again(agent, browser, told, criteria):
    record = Key("a1", "evaluation", natural_id(Evaluation, "a1", {"year": 2012}))
    agent.replica().write(record, {"year": 2012, "status": "draft"}, LAN)
    scores = {"self_score.1.1": 4, "verified_score.1.1": 5}
    key = told.parked(record, "owned by the district", **scores)
    browser.get(page_of(key))
    browser.get(f"/evaluation/2012?notice={key.record_id}")
    filled = browser.text
    browser.fill({"self_score.1.1": "4", "_notice": key.record_id}, path="/evaluation/2012")

    assert 'name="self_score.1.1" value="4"' in filled
    assert {"year", "status", "self_score.1.1", "criteria_set"} >= told.load(record).values.keys()
    assert 4 == told.load(record).values["self_score.1.1"]
    assert [] == attention(agent)


def test_what_is_not_the_centres_at_all_can_only_be_set_aside(browser, told, agent):
    record = Key("a1", "evaluation", natural_id(Evaluation, "a1", {"year": 2012}))
    key = told.parked(record, "owned by the district", **{"verified_score.1.1": 5})
    browser.get(page_of(key))
    words = browser.words()
    browser.post(f"{page_of(key)}/aside")

    assert "Lý do: Mục này do huyện nhập." in words
    assert "Sửa và gửi lại" not in words
    assert f"Trung tâm đã bỏ qua ({LAN})" in browser.words()
    assert SET_ASIDE == answer(told.load(key)).how

    browser.get("/attention/")
    assert "Đã xem" in browser.words()
    browser.post(f"{page_of(key)}/reopen")
    assert [key] == [notice.key for notice in attention(agent)]


def test_what_the_province_answered_is_reported(agent, browser, told, held):
    key = told.parked(held(), title="x")
    agent.replica().write(key, {"closed": ["declined", "Đã nhập rồi"]}, "tinh")
    browser.get(page_of(key))

    assert "Tỉnh không nhận (tinh)" in browser.words()
    assert "Tỉnh viết: Đã nhập rồi" in browser.words()

    agent.replica().write(key, {"closed": [RELEASED]}, "tinh")
    browser.get(page_of(key))
    assert "Tỉnh đã nhận nội dung này (tinh)" in browser.words()


def test_the_list_can_be_narrowed_to_one_kind_of_record(browser, told):
    told.conflict()
    told.parked(Key("a1", "evaluation", "e"), year=2012)
    browser.get("/attention/?kind=evaluation")

    assert "Tỉnh đã nhận, chưa tính" in browser.words()
    assert "Ghi khác nhau" not in browser.words()

    browser.get("/attention/?kind=centre_profile")
    assert "Không có gì cần bạn xem ở loại này" in browser.words()


def test_what_a_newer_version_parked_is_shown_as_it_is(agent, browser):
    values = {"reason": "new", "record": ["a1", "spaceship", "s1"], "fields": {"x": 1}}
    key = Key("a1", "parked_change", "1353571500000-0000-p1")
    agent.replica().write(key, values, "province")
    browser.get("/attention/")
    listed = browser.words()
    browser.get(page_of(key))

    assert "spaceship" in listed
    assert 200 == browser.status
    assert "x 1" in browser.words()


def test_the_pages_speak_english_too(browser, told, held):
    conflict, _ = told.conflict()
    parked = told.parked(held("r2"), title="x")
    browser.client.set_cookie("lang", "en", domain="localhost")
    browser.get(page_of(conflict))
    words = browser.words()
    browser.get(page_of(parked))

    assert "which one is right?" in words
    assert "Keep what is in use" in words
    assert "Edit and send again" in browser.words()
    assert "Why: The device that sent it is no longer in use." in browser.words()


def test_of_what_is_long_the_page_has_the_beginning_and_a_file_has_all(agent, browser, held):
    record, text = held(title="Tên đang có"), "Rất dài. " * 2000
    change = agent.replica().write(record, {"title": text}, LAN)
    notice = parked_key("a1", change.at)
    told = {"reason": "out of bounds", "record": list(record), "author": LAN}
    told |= {"fields": shortened_fields(change.fields), "replica": "x.1", "times": [1, 0]}
    agent.replica().write(notice, told, "")
    browser.get(page_of(notice))
    page = browser.text
    browser.get(f"{page_of(notice)}/whole")

    assert f"<strong>{text[:BEGINNING]}…</strong>" in page
    assert f'href="{page_of(notice)}/whole"' in page
    assert f"Tên hoạt động:\n{text}\n" == browser.text


def test_what_this_computer_has_not_is_asked_of_the_province(browser, told, held):
    key = told.parked(held(title="Tên"), title=shortened("Rất dài. " * 2000))
    browser.get(f"{page_of(key)}/whole")

    assert "Rất dài. Rất dài." in browser.words()  # the page again: nobody answers here
    assert "mạng" in browser.words().lower()


def test_what_cannot_be_read_is_listed_until_it_is_filled_in_again(browser, held, form):
    key = held(title="Trồng đào", attendance_count=[1])
    browser.get("/attention/")

    assert "Mục không đọc được 1" in browser.words()
    assert "Trồng đào Hoạt động Lượt người học" in browser.words()
    browser.get(f"/records/activity/{key.record_id}")
    assert "không đọc được" in browser.words()

    browser.get(f"/records/activity/{key.record_id}/edit")
    browser.fill(form(title="Trồng đào"))
    browser.get("/attention/")
    assert "Mục không đọc được" not in browser.words()


def test_what_cannot_be_read_and_is_left_empty_keeps_no_one_from_saving_the_rest(
    browser, held, form, activities
):
    key = held(title="Trồng đào", attendance_count=[1])
    browser.get(f"/records/activity/{key.record_id}/edit")
    browser.fill(form(title="Trồng mận", attendance_count=""))

    assert ["Trồng mận"] == [record.values["title"] for record in activities()]
    assert [[1]] == [record.written["attendance_count"] for record in activities()]


def test_a_page_that_names_what_the_disk_spoiled_does_not_say_that_nothing_needs_people(
    agent, browser, held
):
    key = held()
    sql = "update log set author = 'other' where record_id = ?"
    agent.store().db.execute(sql, [key.record_id])
    agent.store().db.conn.commit()
    damaged_rows.check(agent)
    browser.get("/attention/")

    assert "vì đĩa của máy bị lỗi" in browser.words()
    assert "Không có gì cần bạn xem" not in browser.words()
