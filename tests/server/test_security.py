from dataclasses import replace

from server import create_app
from server.users import users
from server.users.users import Account
from tests.server.admin.conftest import PASSWORD, Browser


def test_a_machines_answer_carries_no_cookie_and_no_header_for_browsers(client):
    answer = client.post("/api/v1/sync", data=b"")

    assert {"Content-Length"} == set(answer.headers.keys())


def test_the_cookie_of_a_session_is_out_of_reach_of_scripts_and_other_sites(client, db):
    users.add(db, Account("lan", PASSWORD))
    Browser(client).log_in("lan")
    cookie = client.get_cookie("khuyenhoc")

    assert cookie.http_only
    assert "Lax" == cookie.same_site


def test_behind_tls_the_cookie_travels_over_nothing_else(province, config):
    app = create_app(replace(config, https=True))
    app.extensions["province"].close()

    assert app.config["SESSION_COOKIE_SECURE"]
