import sqlite3

import pytest

from server import bind, build
from server.users import users
from server.users.users import Account
from sync.errors import StoreFull
from tests.server.admin.conftest import PASSWORD, Browser


@pytest.fixture
def app(province):
    """An application that is not the other tests': addresses are added to it."""
    return bind(build(), province)


@pytest.fixture
def broken(app):
    """Addresses that meet a defect, and a full disk."""

    @app.get("/defect")
    @app.get("/api/defect")
    def defect():
        raise ZeroDivisionError("a secret")

    @app.get("/full")
    def full():
        raise StoreFull("database or disk is full")

    app.config["PROPAGATE_EXCEPTIONS"] = False
    return app.test_client()


@pytest.mark.parametrize(
    ("lang", "sentence"), [("vi", "Không có trang này"), ("en", "There is no such page")]
)
def test_what_is_not_there_is_reported_to_people_in_their_language(client, lang, sentence):
    client.set_cookie("lang", lang)
    answer = client.get("/nowhere")

    assert (404, True) == (answer.status_code, sentence in answer.text)


def test_what_is_not_there_is_reported_to_programs_in_json(client):
    answer = client.get("/api/v1/nowhere")

    assert (404, 404) == (answer.status_code, answer.json["status"])
    assert {"vi", "en", "status", "support"} == set(answer.json)


def test_a_method_that_is_not_allowed_says_which_are(client):
    answer = client.get("/api/v1/sync")

    assert 405 == answer.status_code
    assert "POST" in answer.headers["Allow"]


@pytest.mark.parametrize("path", ["/defect", "/api/defect"])
def test_a_defect_is_a_sentence_and_a_code_and_the_rest_is_in_the_log(broken, path, caplog):
    answer = broken.get(path)
    code = caplog.records[-1].args[0]

    assert 500 == answer.status_code
    assert code in answer.text
    assert "secret" not in answer.text
    assert "ZeroDivisionError: a secret" in caplog.text


def test_a_full_disk_is_reported_in_a_sentence(broken):
    answer = broken.get("/full")

    assert (503, True) == (answer.status_code, "đầy đĩa" in answer.text)


def test_a_damaged_database_is_reported_in_a_sentence(broken, app):
    @app.get("/damaged")
    def damaged():
        raise sqlite3.DatabaseError("database disk image is malformed")

    assert 503 == broken.get("/damaged").status_code


def test_who_sends_a_form_after_the_session_ended_learns_that_nothing_was_saved(client, db):
    users.add(db, Account("lan", PASSWORD))
    browser = Browser(client)
    browser.log_in("lan")
    client.delete_cookie("khuyenhoc")
    answer = client.post("/admin/users", data={"name": "x"})

    assert (400, True) == (answer.status_code, "Chưa có gì được lưu" in answer.text)
