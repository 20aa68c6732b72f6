import pytest

from client_agent.web.records.opened import FormForged, sealed, unsealed
from sync.changes import Key
from sync.clock import Timestamp
from sync.merge import Cell, Record

RECORD = Record(
    Key("a1", "activity", "r1"),
    {
        "title": Cell("Lớp – 1.1", Timestamp(1, 2, "m-a-r-k")),
        "self_score.1.1": Cell(4.5, Timestamp(3, 0, "x")),
        "venue": Cell(None, Timestamp(3, 0, "x")),
    },
)


def test_what_was_opened_comes_back_to_the_letter(app):
    with app.test_request_context():
        assert (RECORD, "Lan") == unsealed(sealed(RECORD, "Lan"))


@pytest.mark.parametrize("token", ["", "x", "e30.abc"])
def test_what_we_never_sealed_is_refused(app, token):
    with app.test_request_context(), pytest.raises(FormForged):
        unsealed(token)


def test_a_changed_token_is_refused(app):
    with app.test_request_context():
        token = sealed(RECORD, "Lan")
        with pytest.raises(FormForged):
            unsealed(token[:-2] + ("AA" if token[-2:] != "AA" else "BB"))
