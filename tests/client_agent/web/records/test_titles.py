from client_agent.web.records.titles import address, title_of
from schemas.records.activity import Activity
from sync.changes import Key
from sync.merge import Record


def test_a_record_without_a_title_is_called_by_its_type(app):
    with app.test_request_context():
        assert "Hoạt động" == title_of(Activity, Record(Key("a1", "activity", "r1")))


def test_a_record_that_is_not_here_has_no_address(app):
    with app.test_request_context():
        assert "" == address(Activity, Record(Key("a1", "activity", "r1")))
