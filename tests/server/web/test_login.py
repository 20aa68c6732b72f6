import pytest

from .conftest import PASSWORD, token_of


def post(client, **fields):
    token = token_of(client.get("/login").text)
    return client.post("/login", data={"csrf_token": token, **fields})


def test_every_page_asks_who_is_there_first(land):
    pages = ["/", "/totals", "/records", "/evaluations", "/devices", "/attention"]
    pages += ["/totals/activity.csv", "/records/activity.csv", "/evaluations.csv", "/devices.csv"]
    answers = [land.app.test_client().get(page) for page in pages]

    assert {302} == {answer.status_code for answer in answers}
    assert all("/login?next=" in answer.location for answer in answers)


def test_who_logs_in_comes_to_the_page_they_wanted(land):
    name = {"name": " Tinh ", "password": PASSWORD}

    assert (
        "/totals?by=form" == post(land.app.test_client(), **name, next="/totals?by=form").location
    )


@pytest.mark.parametrize(
    "wanted", ["https://xau.vn/", "//xau.vn", "/\\xau.vn", "javascript:alert(1)", "/\n/xau.vn"]
)
def test_no_log_in_leads_away_from_here(land, wanted):
    answer = post(land.app.test_client(), name="tinh", password=PASSWORD, next=wanted)

    assert "/" == answer.location


def test_a_wrong_password_is_a_sentence_and_the_name_stays(land):
    answer = post(land.app.test_client(), name="tinh", password="sai")

    assert 401 == answer.status_code
    assert "Tên hoặc mật khẩu không đúng" in answer.text
    assert 'value="tinh"' in answer.text


def test_too_many_attempts_have_to_wait_and_learn_how_long(land):
    client = land.app.test_client()
    answers = [post(client, name="tinh", password="sai") for _ in range(11)]

    assert 429 == answers[-1].status_code
    assert "Bạn đã thử quá nhiều lần" in answers[-1].text
    assert 0 < int(answers[-1].headers["Retry-After"]) <= 15 * 60


def test_without_its_token_a_form_is_not_taken(land):
    answer = land.app.test_client().post("/login", data={"name": "tinh", "password": PASSWORD})

    assert 400 == answer.status_code


def test_who_logs_out_is_out(land):
    client = land.logged_in("tinh")
    client.post("/logout", data={"csrf_token": token_of(client.get("/").text)})

    assert 302 == client.get("/").status_code


def test_the_language_is_chosen_and_stays(land):
    client = land.logged_in("tinh")
    token = token_of(client.get("/").text)
    answer = client.post("/language/en", data={"csrf_token": token, "next": "/devices"})

    assert "/devices" == answer.location
    assert "Needs attention" in client.get("/devices").text
