from client_agent.web.records.addresses import address
from schemas.records.activity import Activity
from sync.changes import Key
from sync.merge import Record


def test_a_record_that_is_not_on_this_computer_has_no_address(app):
    with app.test_request_context():
        assert "" == address(Activity, Record(Key("a1", "activity", "r1")))
