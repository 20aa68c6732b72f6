from contextlib import contextmanager

import pytest
from itsdangerous import URLSafeSerializer

from sync.changes import Key
from sync.clock import Timestamp
from sync.merge import Cell, Record
from webui import record_tokens
from webui.record_tokens import FormForged

KEY = Key("a1", "activity", "r1")
RECORD = Record(
    KEY,
    {
        "title": Cell("Lớp – 1.1", Timestamp(1, 2, "m-a-r-k")),
        "self_score.1.1": Cell(4.5, Timestamp(3, 0, "x")),
        "venue": Cell(None, Timestamp(3, 0, "x")),
    },
)
OTHER = Record(KEY._replace(record_id="r2"), {})


@pytest.fixture
def form(site, monkeypatch):
    """A request of a person, with that token in its form."""

    @contextmanager
    def form(token="", person="Lan"):
        monkeypatch.setattr(site.app.extensions["webui"], "person", lambda: person, raising=True)
        with site.app.test_request_context(method="POST", data={record_tokens.FIELD: token}):
            yield

    return form


@pytest.fixture
def token(form):
    """What a form carries that showed the record to Lan."""
    with form():
        return record_tokens.token_of(RECORD)


def test_what_was_opened_comes_back_to_the_letter(form, token):
    with form(token):
        assert [RECORD] == record_tokens.opened(KEY)
        assert ("Lan", [RECORD]) == record_tokens.read(token)


def test_a_form_can_carry_several_records(form):
    with form():
        token = record_tokens.token_of(RECORD, OTHER)
    with form(token):
        assert [RECORD, OTHER] == record_tokens.opened(RECORD.key, OTHER.key)


@pytest.mark.parametrize("token", ["", "x", "e30.abc"])
def test_what_we_never_signed_is_refused(form, token):
    with form(token), pytest.raises(FormForged):
        record_tokens.opened(KEY)


def test_a_changed_token_is_refused(form, token):
    changed = token[:-2] + ("AA" if token[-2:] != "AA" else "BB")
    with form(changed), pytest.raises(FormForged):
        record_tokens.opened(KEY)


def test_the_token_of_another_person_is_refused(form, token):
    with form(token, "Tuấn"), pytest.raises(FormForged):
        record_tokens.opened(KEY)


def test_the_token_of_another_record_is_refused(form, token):
    with form(token), pytest.raises(FormForged):
        record_tokens.opened(OTHER.key)


def test_a_draft_of_the_first_release_is_read(form, site):
    with form():
        key = site.app.config["SECRET_KEY"]
        cells = {name: [cell.value, str(cell.at)] for name, cell in RECORD.cells.items()}
        token = str(URLSafeSerializer(key, salt="opened").dumps(["Lan", KEY, cells]))
    with form(token):
        assert [RECORD] == record_tokens.opened(KEY)
