from client_agent.web.records import history
from schemas.records.activity import Activity
from sync.changes import DELETED, Change


def test_every_change_is_reported_the_newest_first(app, agent, held):
    key = held()
    agent.replica().write(key, {"venue": "Trụ sở xã", "female_count": 1}, "Tuấn")
    agent.replica().write(key, {DELETED: True}, "Mai")
    with app.test_request_context():
        record = agent.store().load([key])[key]
        told = [(deed.author, deed.what) for deed in history.history(agent, Activity, record)]

    assert [
        ("Mai", "Xóa"),
        ("Tuấn", "Sửa: Địa điểm, Trong đó nữ"),
        ("Bùi Thị Lan", "Tạo mới"),
    ] == told


def test_each_change_says_field_by_field_what_was_before_and_on_which_computer(app, agent, held):
    key = held()
    agent.replica().write(key, {"venue": None, "female_count": 1}, "Tuấn")
    with app.test_request_context():
        record = agent.store().load([key])[key]
        changed, made = history.history(agent, Activity, record)

    assert (
        ("Địa điểm", "Nhà văn hóa xóm Bưng", ""),
        ("Trong đó nữ", "41", "1"),
    ) == changed.steps
    assert () == made.steps
    assert "máy này" in changed.place


def test_what_a_late_change_found_is_told_by_the_time_it_was_made(app, agent, held):
    key = held()
    first = agent.replica().write(key, {"female_count": 1}, "Tuấn")
    agent.replica().write(key, {"female_count": 3}, "Mai")
    late = Change(key, {"female_count": 2}, first.at._replace(counter=9), {}, "Xa", "d2.x", 1)
    with agent.store().transaction():
        agent.replica().take_in([late], "feed")
    with app.test_request_context():
        record = agent.store().load([key])[key]
        told = {
            d.author: [step[1:] for step in d.steps]
            for d in history.history(agent, Activity, record)
        }

    assert [("1", "2")] == told["Xa"]
    assert [("2", "3")] == told["Mai"]


def test_what_the_province_confirmed_no_longer_waits(agent, held):
    first, second = held("r1"), held("r2")
    store = agent.store()
    with store.transaction():
        store.save_checkpoint(store.checkpoint()._replace(sent=1))

    assert first != second
    assert {second} == history.waiting_keys(agent)
