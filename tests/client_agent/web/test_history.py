from client_agent.web import history
from schemas.records.activity import Activity
from sync.changes import DELETED


def test_every_change_is_told_the_newest_first(app, agent, held):
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


def test_what_the_province_confirmed_no_longer_waits(agent, held):
    first, second = held("r1"), held("r2")
    store = agent.store()
    with store.transaction():
        store.save_checkpoint(store.checkpoint()._replace(sent=1))

    assert first != second
    assert {second} == history.waiting_keys(agent)
