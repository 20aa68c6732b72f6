import pytest
from jinja2 import DictLoader

from client_agent import web as centre_web
from server import app as province_app
from tests.webui.conftest import NAME


@pytest.fixture(params=["centre", "province"])
def app(request):
    """An application that is not the other tests': it has a page with a defect."""
    site = request.getfixturevalue(request.param)
    name, made = {"centre": ("agent", centre_web), "province": ("province", province_app)}[
        request.param
    ]
    app = made.bind(made.build(), site.app.extensions[name])
    app.config["PROPAGATE_EXCEPTIONS"] = False

    @app.get("/defect")
    def defect():
        raise ZeroDivisionError("a secret")

    return app


@pytest.fixture
def client(app):
    client = app.test_client()
    with client.session_transaction() as session:
        session["staff"] = NAME  # the centre shows nothing to who is not logged in
    return client


def test_a_defect_is_a_sentence_and_a_code_that_leads_to_it_in_the_log(client, caplog):
    answer = client.get("/defect")
    code = caplog.records[-1].args[0]

    assert 500 == answer.status_code
    assert code in answer.text
    assert "secret" not in answer.text
    assert "ZeroDivisionError: a secret" in caplog.text


def test_when_not_even_the_frame_can_be_drawn_there_is_still_a_sentence(app, client):
    app.jinja_env.loader = DictLoader({})
    app.jinja_env.cache.clear()
    answer = client.get("/defect")

    assert (500, True) == (answer.status_code, "lỗi ngoài dự kiến" in answer.text)


def test_a_page_that_does_not_exist_is_a_sentence_and_a_way_on(client):
    answer = client.get("/nowhere")

    assert 404 == answer.status_code
    assert "Không có trang này" in answer.text
    assert '<a class="btn btn-primary" href="/">' in answer.text


def test_a_method_that_is_not_allowed_says_which_are(client):
    answer = client.open("/login", method="TRACE")

    assert 405 == answer.status_code
    assert "GET" in answer.headers["Allow"]
