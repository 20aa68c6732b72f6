from sync.changes import DELETED, Key
from sync.judge import conflict_key, parked_key


def test_nothing_needs_a_person(browser):
    browser.get("/attention/")

    assert "Không có gì cần bạn xem" in browser.words()


def test_a_conflict_shows_both_values_and_who_wrote_them(agent, browser, held):
    key = held(title="Tên của Lan")
    ours = agent.replica().write(key, {"title": "Tên của Tuấn"}, "Hà Văn Tuấn")
    first = agent.store().history([key])[0].change
    writes = {str(first.at): "Tên của Lan", str(ours.at): "Tên của Tuấn"}
    values = {"record": list(key), "field": "title", "writes": writes}
    agent.replica().write(conflict_key(key, "title"), values, "province")
    browser.get("/attention/")

    assert "Ô «Tên hoạt động» được ghi khác nhau" in browser.words()
    assert "Tên của Lan Bùi Thị Lan, 22/11/2012 15:05" in browser.words()
    assert "Tên của Tuấn Hà Văn Tuấn, 22/11/2012 15:05 đang dùng" in browser.words()
    assert "1 cần bạn xem" in browser.words()

    browser.get(f"/records/activity/{key.record_id}")
    assert "Có người ghi khác bạn ở bản ghi này" in browser.words()


def test_a_deletion_that_crossed_an_edit_is_said(agent, browser, held):
    key = held()
    edit = agent.replica().write(key, {"title": "Sửa"}, "Hà Văn Tuấn")
    gone = agent.replica().write(key, {DELETED: True}, "Bùi Thị Lan")
    writes = {str(edit.at): {"title": "Sửa"}, str(gone.at): True}
    values = {"record": list(key), "field": DELETED, "writes": writes}
    agent.replica().write(conflict_key(key, DELETED), values, "province")
    browser.get("/attention/")

    assert "Có người xóa bản ghi này trong khi người khác đang sửa" in browser.words()
    assert "xóa bản ghi Bùi Thị Lan" in browser.words()


def test_a_parked_change_says_why_in_plain_words(agent, browser, held):
    key = held()
    at = agent.store().history([key])[0].change.at
    values = {
        "reason": "outside the scope",
        "record": list(key),
        "fields": {"title": "Tên", "category": "xmc", "from_the_future": [1]},
        "author": "Lan",
        "replica": "d1.x",
    }
    agent.replica().write(parked_key("a1", at), values, "province")
    browser.get("/attention/")

    assert "Lý do: bản ghi thuộc trung tâm khác" in browser.words()
    assert "Lĩnh vực: Xóa mù chữ, sau xóa mù chữ" in browser.words()


def test_what_a_newer_version_parked_is_shown_as_it_is(agent, browser):
    values = {"reason": "new", "record": ["a1", "spaceship", "s1"], "fields": {"x": 1}}
    agent.replica().write(Key("a1", "parked_change", "p1"), values, "province")
    browser.get("/attention/")

    assert 200 == browser.status
    assert "spaceship" in browser.words()
